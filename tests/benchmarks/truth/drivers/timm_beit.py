"""BEiT with relative position biases, and its intermediate layers."""

import torch
from timm.models.beit import Beit

model = Beit(
    img_size=(64, 48),
    patch_size=16,
    num_classes=9,
    embed_dim=48,
    depth=4,
    num_heads=3,
    use_abs_pos_emb=False,
    use_rel_pos_bias=True,
    init_values=0.1,
)
model.eval()

x = torch.randn(2, 3, 64, 48)
with torch.inference_mode():
    last, middle = model.forward_intermediates(x, indices=2)
    logits = model(x)
