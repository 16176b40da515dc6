"""An image autoencoder with a training loss."""

import torch
import torch.nn.functional as F
from diffusers import AutoencoderKL

vae = AutoencoderKL(
    in_channels=3,
    out_channels=3,
    down_block_types=("DownEncoderBlock2D", "DownEncoderBlock2D"),
    up_block_types=("UpDecoderBlock2D", "UpDecoderBlock2D"),
    block_out_channels=(16, 32),
    latent_channels=4,
    norm_num_groups=8,
)
images = torch.randn(2, 3, 32, 32)
posterior = vae.encode(images).latent_dist
latents = posterior.sample()
decoded = vae.decode(latents).sample
loss = F.mse_loss(decoded, images) + posterior.kl().mean()
loss.backward()
