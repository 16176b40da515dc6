"""A one-dimensional U-Net for audio."""

import torch
from diffusers import UNet1DModel


def main():
    config = {
        "sample_size": 64,
        "in_channels": 2,
        "out_channels": 2,
        "extra_in_channels": 64,
        "block_out_channels": (32, 32, 64),
        "down_block_types": ("DownBlock1DNoSkip", "DownBlock1D", "AttnDownBlock1D"),
        "up_block_types": ("AttnUpBlock1D", "UpBlock1D", "UpBlock1DNoSkip"),
    }
    unet = UNet1DModel.from_config(config)
    with torch.no_grad():
        waves = unet(torch.randn(2, 2, 64), 3).sample
    return waves


if __name__ == "__main__":
    main()
