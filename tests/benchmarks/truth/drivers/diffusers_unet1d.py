"""A U-Net over sequences."""

import torch
from diffusers import UNet1DModel

model = UNet1DModel(
    sample_size=64,
    in_channels=2,
    out_channels=2,
    block_out_channels=(32, 64),
    down_block_types=("DownBlock1DNoSkip", "AttnDownBlock1D"),
    up_block_types=("AttnUpBlock1D", "UpBlock1DNoSkip"),
    extra_in_channels=16,
)
with torch.no_grad():
    output = model(torch.randn(2, 2, 64), torch.tensor([4])).sample
