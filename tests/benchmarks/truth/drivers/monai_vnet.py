"""V-Net in two dimensions, one step of training."""

import torch
from monai.losses import DiceLoss
from monai.networks.nets import VNet

net = VNet(spatial_dims=2, in_channels=1, out_channels=1, dropout_dim=2)
loss_function = DiceLoss(sigmoid=True)
optimizer = torch.optim.Adam(net.parameters(), 1e-3)

image = torch.randn(1, 1, 32, 32)
mask = torch.randint(0, 2, (1, 1, 32, 32)).float()
prediction = net(image)
loss = loss_function(prediction, mask)
loss.backward()
optimizer.step()
