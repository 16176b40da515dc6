"""CaiT: talking heads over the patches, class attention at the end."""

import torch
from timm.models.cait import Cait


def main():
    torch.manual_seed(0)
    model = Cait(
        img_size=64,
        patch_size=16,
        num_classes=6,
        embed_dim=48,
        depth=2,
        num_heads=4,
        depth_token_only=1,
        init_values=1e-5,
    )
    model.eval()
    with torch.no_grad():
        logits = model(torch.randn(2, 3, 64, 64))
    return logits


if __name__ == "__main__":
    main()
