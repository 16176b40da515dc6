"""A PixArt transformer over latents and a caption."""

import torch
from diffusers import PixArtTransformer2DModel

model = PixArtTransformer2DModel(
    num_attention_heads=2,
    attention_head_dim=8,
    in_channels=4,
    out_channels=8,
    num_layers=2,
    norm_num_groups=4,
    cross_attention_dim=16,
    sample_size=8,
    patch_size=2,
    caption_channels=24,
    use_additional_conditions=False,
)
model.eval()
with torch.no_grad():
    output = model(
        torch.randn(2, 4, 8, 8),
        encoder_hidden_states=torch.randn(2, 6, 24),
        timestep=torch.tensor([10, 20]),
        encoder_attention_mask=torch.ones(2, 6),
        added_cond_kwargs={"resolution": None, "aspect_ratio": None},
    ).sample
