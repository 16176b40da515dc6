"""A ControlNet beside its U-Net's inputs."""

import torch
from diffusers import ControlNetModel

control = ControlNetModel(
    in_channels=4,
    block_out_channels=(16, 32),
    layers_per_block=1,
    norm_num_groups=8,
    cross_attention_dim=24,
    attention_head_dim=8,
    down_block_types=("CrossAttnDownBlock2D", "DownBlock2D"),
    conditioning_embedding_out_channels=(8, 16),
)
with torch.no_grad():
    down, mid = control(
        torch.randn(1, 4, 16, 16),
        7,
        encoder_hidden_states=torch.randn(1, 5, 24),
        controlnet_cond=torch.randn(1, 3, 32, 32),
        return_dict=False,
    )
