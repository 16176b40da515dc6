"""The tiny autoencoder, there and back."""

import torch
from diffusers import AutoencoderTiny

vae = AutoencoderTiny(
    in_channels=3,
    out_channels=3,
    encoder_block_out_channels=(16, 16),
    decoder_block_out_channels=(16, 16),
    num_encoder_blocks=(1, 2),
    num_decoder_blocks=(2, 1),
    latent_channels=4,
)
image = torch.rand(1, 3, 32, 48)
with torch.no_grad():
    latents = vae.encode(image).latents
    decoded = vae.decode(latents).sample
