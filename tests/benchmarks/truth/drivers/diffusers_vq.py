"""A vector-quantized autoencoder."""

import torch
from diffusers import VQModel

model = VQModel(
    in_channels=3,
    out_channels=3,
    block_out_channels=(16,),
    norm_num_groups=8,
    latent_channels=3,
    num_vq_embeddings=32,
)
with torch.no_grad():
    output = model(torch.randn(1, 3, 32, 32)).sample
