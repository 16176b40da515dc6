"""A ViT over 48-pixel pictures: its tokens, then its logits."""

import torch
from timm.models.vision_transformer import VisionTransformer

vit = VisionTransformer(
    img_size=48,
    patch_size=8,
    num_classes=10,
    embed_dim=64,
    depth=3,
    num_heads=4,
)
vit.eval()

x = torch.randn(2, 3, 48, 48)
with torch.no_grad():
    tokens = vit.forward_features(x)
    logits = vit.forward_head(tokens)
    embedding = vit.forward_head(tokens, pre_logits=True)
