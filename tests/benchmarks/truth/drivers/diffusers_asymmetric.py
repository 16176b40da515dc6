"""The asymmetric autoencoder, with its larger decoder and a mask."""

import torch
from diffusers import AsymmetricAutoencoderKL

vae = AsymmetricAutoencoderKL(
    down_block_types=("DownEncoderBlock2D", "DownEncoderBlock2D"),
    down_block_out_channels=(16, 32),
    layers_per_down_block=1,
    up_block_types=("UpDecoderBlock2D", "UpDecoderBlock2D"),
    up_block_out_channels=(16, 32),
    layers_per_up_block=2,
    latent_channels=4,
    norm_num_groups=8,
)
image, mask = torch.randn(1, 3, 32, 32), torch.ones(1, 1, 32, 32)
with torch.no_grad():
    latents = vae.encode(image).latent_dist.mode()
    inpainted = vae.decode(latents, image=image, mask=mask).sample
