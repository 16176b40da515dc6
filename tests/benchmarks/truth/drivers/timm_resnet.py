"""A small ResNet learns to tell three kinds of random picture apart."""

import torch
import torch.nn.functional as F
from timm.models.resnet import BasicBlock, ResNet

model = ResNet(BasicBlock, layers=(1, 1, 1, 1), num_classes=3, channels=(8, 16, 24, 32))
optimizer = torch.optim.SGD(model.parameters(), lr=0.01, momentum=0.9)

model.train()
for _ in range(3):
    images = torch.randn(4, 3, 64, 64)
    labels = torch.randint(0, 3, (4,))
    logits = model(images)
    loss = F.cross_entropy(logits, labels)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
