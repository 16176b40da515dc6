"""A masked autoencoder, trained for a few batches."""

import torch
from vit_pytorch import MAE, ViT

encoder = ViT(
    image_size=32,
    patch_size=8,
    num_classes=10,
    dim=32,
    depth=2,
    heads=2,
    mlp_dim=64,
    dim_head=16,
    pool="mean",
)
mae = MAE(
    encoder=encoder,
    masking_ratio=0.75,
    decoder_dim=24,
    decoder_depth=1,
    decoder_heads=2,
    decoder_dim_head=8,
)
optimizer = torch.optim.AdamW(mae.parameters(), lr=1e-3)
for _ in range(3):
    loss = mae(torch.randn(4, 3, 32, 32))
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
