"""MaxViT: convolution, window attention and grid attention."""

import torch
from timm.models.maxxvit import MaxxVit, MaxxVitCfg

cfg = MaxxVitCfg(
    embed_dim=(32, 64),
    depths=(1, 1),
    block_type=("M", "M"),
    stem_width=16,
)
model = MaxxVit(cfg, img_size=128, num_classes=10)
model.eval()

with torch.no_grad():
    y = model(torch.randn(1, 3, 128, 128))
