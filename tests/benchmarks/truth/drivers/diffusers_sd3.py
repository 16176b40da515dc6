"""The transformer of Stable Diffusion 3, tiny."""

import torch
from diffusers import SD3Transformer2DModel

model = SD3Transformer2DModel(
    sample_size=16,
    patch_size=2,
    in_channels=4,
    num_layers=2,
    attention_head_dim=8,
    num_attention_heads=4,
    joint_attention_dim=32,
    caption_projection_dim=32,
    pooled_projection_dim=64,
    out_channels=4,
    pos_embed_max_size=24,
)
with torch.no_grad():
    output = model(
        hidden_states=torch.randn(2, 4, 16, 16),
        encoder_hidden_states=torch.randn(2, 10, 32),
        pooled_projections=torch.randn(2, 64),
        timestep=torch.tensor([1, 2]),
    ).sample
