"""SegResNet for brain tumours: four modalities in, three regions out."""

import torch
from monai.networks.nets import SegResNet


def main():
    model = SegResNet(
        blocks_down=(1, 2, 2),
        blocks_up=(1, 1),
        init_filters=8,
        in_channels=4,
        out_channels=3,
        dropout_prob=0.2,
    )
    model.eval()
    volume = torch.randn(1, 4, 32, 32, 16)
    with torch.no_grad():
        regions = model(volume)
    return regions


if __name__ == "__main__":
    main()
