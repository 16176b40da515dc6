"""A regressor: from a slice to the two coordinates of three landmarks."""

import torch
from monai.networks.nets import Regressor

model = Regressor(
    in_shape=(1, 48, 48),
    out_shape=(3, 2),
    channels=(4, 8, 16),
    strides=(2, 2, 2),
    num_res_units=2,
)
model.eval()

slices = torch.randn(4, 1, 48, 48)
with torch.no_grad():
    landmarks = model(slices)
