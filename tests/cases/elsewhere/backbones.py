"""Networks of timm under heads of one's own."""

import timm
import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, name="tf_efficientnet_b4_ns", classes=5):
        super().__init__()
        self.backbone = timm.create_model(name, pretrained=True, num_classes=0, in_chans=1)
        self.head = nn.Linear(self.backbone.num_features, classes)
        self.auxiliary = nn.Linear(1280, classes)

    def forward(self, x):
        features = self.backbone(x)  # error: [model-input] "1 channels" "3"
        scores = self.head(features)  # shape: (2, 5), (2, 3)
        return scores, self.auxiliary(features)  # error: [linear-in-features] "1792" "1280"


def grey_pictures():
    return Net("efficientnet_b0", 3)(torch.zeros(2, 1, 64, 64))


def of_another_width():
    return Net()(torch.zeros(2, 1, 64, 64))


def coloured_pictures():
    return Net()(torch.zeros(2, 3, 64, 64))


def another_head():
    model = timm.create_model("resnet50.a1_in1k", pretrained=True, num_classes=10)
    ten = model(torch.zeros(2, 3, 100, 100))  # shape: (2, 10)
    model.fc = nn.Linear(model.fc.in_features, 4)
    four = model(torch.zeros(2, 3, 100, 100))  # shape: (2, 4)
    model.reset_classifier(6)
    six = model(torch.zeros(2, 3, 100, 100))  # shape: (2, 6)
    model.fc = nn.Linear(512, 4)
    return ten, four, six, model(torch.zeros(2, 3, 100, 100))  # error: [linear-in-features] "2048" "512"


def pictures_of_another_size():
    model = timm.create_model("vit_base_patch16_224", num_classes=0)
    features = model(torch.zeros(2, 3, 224, 224))  # shape: (2, 768)
    larger = timm.create_model("swin_tiny_patch4_window7_224", img_size=256)(torch.zeros(2, 3, 256, 256))  # shape: (2, 1000)
    return features, larger, model(torch.zeros(2, 3, 256, 256))  # error: [model-input] "224" "256"


def what_is_not_told(name, x):
    maps = timm.create_model("resnet18", features_only=True)(x)
    other = timm.create_model(name, num_classes=3)(x)
    unpooled = timm.create_model("resnet18", num_classes=0, global_pool="")(x)
    return [nn.Conv2d(64, 8, 1)(m) for m in maps], nn.Linear(3, 2)(other), nn.Conv2d(512, 8, 1)(unpooled)


def unpooled():
    x = torch.zeros(2, 3, 64, 64)
    model = timm.create_model("resnet18", num_classes=0)
    model.reset_classifier(0, "")
    other = timm.create_model("resnet18", num_classes=0)
    other.global_pool = nn.Identity()
    third = timm.create_model("convnext_tiny")
    third.head = nn.Identity()
    fourth = timm.create_model("convnext_tiny", num_classes=0)
    fourth.head.global_pool = nn.Identity()
    wide = nn.Conv2d(768, 3, 1)
    return nn.Conv2d(512, 3, 1)(model(x) + other(x)), wide(third(x)), wide(fourth(x))


def pictures_of_other_channels():
    model = timm.create_model("resnet18", num_classes=4)
    model.conv1 = nn.Conv2d(1, 64, 7, 2, 3, bias=False)
    other = timm.create_model("vit_small_patch16_224", num_classes=4)
    other.patch_embed.proj = nn.Conv2d(1, 384, 16, 16)
    model.fc = nn.Linear(512, 5)
    scores = model(torch.zeros(2, 1, 64, 64))  # shape: (2, 5)
    return scores, other(torch.zeros(2, 1, 224, 224))


def parts_that_stay():
    model = timm.create_model("vit_small_patch16_224", num_classes=4)
    for parameter in model.blocks.parameters():
        parameter.requires_grad = False
    model.head = nn.Linear(384, 7)
    return model(torch.zeros(2, 1, 224, 224))  # error: [model-input] "3 channels"
