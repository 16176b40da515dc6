"""A ViT over the frames of a clip."""

import torch
from vit_pytorch.vit_3d import ViT


def main():
    model = ViT(
        image_size=32,
        frames=8,
        image_patch_size=8,
        frame_patch_size=2,
        num_classes=6,
        dim=32,
        depth=2,
        heads=2,
        mlp_dim=64,
        dim_head=16,
        pool="mean",
    )
    video = torch.randn(2, 3, 8, 32, 32)
    scores = model(video).softmax(dim=-1)
    return scores


if __name__ == "__main__":
    main()
