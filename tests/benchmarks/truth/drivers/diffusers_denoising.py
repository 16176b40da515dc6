"""A short denoising loop with a scheduler."""

import torch
from diffusers import DDPMScheduler, UNet2DModel


def sample(model, scheduler, size=16):
    image = torch.randn(1, 1, size, size)
    for t in scheduler.timesteps:
        with torch.no_grad():
            residual = model(image, t).sample
        image = scheduler.step(residual, t, image).prev_sample
    return image


unet = UNet2DModel(
    sample_size=16,
    in_channels=1,
    out_channels=1,
    layers_per_block=1,
    block_out_channels=(8, 16),
    norm_num_groups=4,
    down_block_types=("DownBlock2D", "DownBlock2D"),
    up_block_types=("UpBlock2D", "UpBlock2D"),
)
ddpm = DDPMScheduler(num_train_timesteps=100)
ddpm.set_timesteps(4)
result = sample(unet, ddpm)
