"""A U-Net that attends to a text."""

import torch
from diffusers import UNet2DConditionModel

model = UNet2DConditionModel(
    sample_size=16,
    in_channels=4,
    out_channels=4,
    layers_per_block=1,
    block_out_channels=(16, 32),
    norm_num_groups=8,
    cross_attention_dim=24,
    attention_head_dim=8,
    down_block_types=("CrossAttnDownBlock2D", "DownBlock2D"),
    up_block_types=("UpBlock2D", "CrossAttnUpBlock2D"),
)
latents = torch.randn(2, 4, 16, 16)
text = torch.randn(2, 7, 24)
with torch.no_grad():
    prediction = model(latents, torch.tensor([3, 3]), encoder_hidden_states=text).sample
