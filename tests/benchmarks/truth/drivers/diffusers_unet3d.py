"""A video U-Net conditioned on text."""

import torch
from diffusers import UNet3DConditionModel

unet = UNet3DConditionModel(
    sample_size=16,
    in_channels=4,
    out_channels=4,
    layers_per_block=1,
    block_out_channels=(16, 32),
    norm_num_groups=8,
    cross_attention_dim=24,
    attention_head_dim=8,
    down_block_types=("CrossAttnDownBlock3D", "DownBlock3D"),
    up_block_types=("UpBlock3D", "CrossAttnUpBlock3D"),
)
with torch.no_grad():
    frames = unet(
        torch.randn(1, 4, 3, 16, 16), 5, encoder_hidden_states=torch.randn(1, 7, 24)
    ).sample
