"""A short training of a class-conditional U-Net on noised images."""

import torch
import torch.nn.functional as F
from diffusers import DDIMScheduler, UNet2DModel

model = UNet2DModel(
    sample_size=16,
    in_channels=1,
    out_channels=1,
    layers_per_block=1,
    block_out_channels=(8, 16),
    norm_num_groups=4,
    down_block_types=("DownBlock2D", "AttnDownBlock2D"),
    up_block_types=("AttnUpBlock2D", "UpBlock2D"),
    attention_head_dim=4,
    num_class_embeds=10,
)
scheduler = DDIMScheduler(num_train_timesteps=50, prediction_type="v_prediction")
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
for _ in range(3):
    clean, labels = torch.randn(4, 1, 16, 16), torch.randint(0, 10, (4,))
    noise, steps = torch.randn_like(clean), torch.randint(0, 50, (4,))
    noisy = scheduler.add_noise(clean, noise, steps)
    loss = F.mse_loss(
        model(noisy, steps, class_labels=labels).sample, scheduler.get_velocity(clean, noise, steps)
    )
    loss.backward()
    optimizer.step()
    optimizer.zero_grad()
