"""FlexibleUNet on a small ResNet backbone."""

import torch
from monai.networks.nets import FlexibleUNet

model = FlexibleUNet(
    in_channels=3,
    out_channels=2,
    backbone="resnet10",
    pretrained=False,
    decoder_channels=(32, 24, 16, 12, 8),
    spatial_dims=2,
)
model.eval()

with torch.no_grad():
    out = model(torch.randn(1, 3, 64, 64))
