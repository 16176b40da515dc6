"""An auto-encoder for X-ray pictures: the code, then the picture again."""

import torch
from monai.networks.nets import AutoEncoder

model = AutoEncoder(
    spatial_dims=2,
    in_channels=1,
    out_channels=1,
    channels=(4, 8, 16),
    strides=(2, 2, 2),
    inter_channels=[16, 16],
    inter_dilations=[1, 2],
    num_inter_units=1,
)
x = torch.randn(2, 1, 64, 64)
with torch.no_grad():
    code = model.encode(x)[0]
    reconstruction = model(x)
