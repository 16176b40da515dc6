"""The Wan video transformer."""

import torch
from diffusers import WanTransformer3DModel

transformer = WanTransformer3DModel(
    patch_size=(1, 2, 2),
    num_attention_heads=2,
    attention_head_dim=12,
    in_channels=4,
    out_channels=4,
    text_dim=16,
    freq_dim=32,
    ffn_dim=32,
    num_layers=2,
    rope_max_seq_len=32,
)
with torch.no_grad():
    video = transformer(
        hidden_states=torch.randn(1, 4, 3, 8, 8),
        timestep=torch.tensor([500]),
        encoder_hidden_states=torch.randn(1, 9, 16),
        return_dict=False,
    )[0]
