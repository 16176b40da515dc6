"""A diffusion transformer by class."""

import torch
from diffusers import DiTTransformer2DModel

model = DiTTransformer2DModel(
    num_attention_heads=2,
    attention_head_dim=8,
    in_channels=4,
    out_channels=8,
    num_layers=2,
    sample_size=8,
    norm_num_groups=4,
)
with torch.no_grad():
    output = model(
        torch.randn(2, 4, 8, 8), timestep=torch.tensor([5, 9]), class_labels=torch.tensor([1, 2])
    ).sample
