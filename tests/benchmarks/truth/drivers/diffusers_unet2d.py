"""An unconditional U-Net of diffusers."""

import torch
from diffusers import UNet2DModel

model = UNet2DModel(
    sample_size=16,
    in_channels=3,
    out_channels=3,
    layers_per_block=1,
    block_out_channels=(16, 32),
    norm_num_groups=8,
    down_block_types=("DownBlock2D", "AttnDownBlock2D"),
    up_block_types=("AttnUpBlock2D", "UpBlock2D"),
)
with torch.no_grad():
    noise = model(torch.randn(2, 3, 16, 16), 10).sample
