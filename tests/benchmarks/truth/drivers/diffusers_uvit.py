"""The U-ViT over image tokens."""

import torch
from diffusers import UVit2DModel

model = UVit2DModel(
    hidden_size=32,
    cond_embed_dim=16,
    micro_cond_encode_dim=8,
    micro_cond_embed_dim=40,
    encoder_hidden_size=24,
    vocab_size=33,
    codebook_size=32,
    in_channels=16,
    block_out_channels=16,
    num_res_blocks=1,
    block_num_heads=2,
    num_hidden_layers=2,
    num_attention_heads=2,
    intermediate_size=64,
    sample_size=8,
)
tokens = torch.randint(0, 32, (2, 8, 8))
with torch.no_grad():
    logits = model(
        tokens,
        encoder_hidden_states=torch.randn(2, 7, 24),
        pooled_text_emb=torch.randn(2, 16),
        micro_conds=torch.tensor([[16.0, 16.0, 0.0, 0.0, 6.0], [16.0, 16.0, 0.0, 0.0, 6.0]]),
    )
