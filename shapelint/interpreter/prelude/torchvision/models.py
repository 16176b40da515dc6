"""torchvision.models: the layers of the well-known networks, for where torchvision is not installed. Never imported.

https://docs.pytorch.org/vision/stable/models.html, and the papers named below.
"""

import math
from collections import OrderedDict
from functools import partial

import torch
from torch import nn

def _builder(network):
    """Its first argument was `pretrained`."""

    def build(*pretrained, weights=None, progress=True, **options):
        options.pop("pretrained", None)
        return network(**options)

    return build


class BasicBlock(nn.Module):
    """Deep Residual Learning, https://arxiv.org/abs/1512.03385, figure 5."""

    expansion = 1

    def __init__(self, inplanes, planes, stride=1, downsample=None, groups=1, base_width=64):
        super().__init__()
        self.conv1 = nn.Conv2d(inplanes, planes, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(planes)
        self.relu = nn.ReLU(inplace=True)
        self.conv2 = nn.Conv2d(planes, planes, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(planes)
        self.downsample = downsample

    def forward(self, x):
        out = self.bn2(self.conv2(self.relu(self.bn1(self.conv1(x)))))
        return self.relu(out + (x if self.downsample is None else self.downsample(x)))


class Bottleneck(nn.Module):
    expansion = 4

    def __init__(self, inplanes, planes, stride=1, downsample=None, groups=1, base_width=64):
        super().__init__()
        width = int(planes * (base_width / 64.0)) * groups
        self.conv1 = nn.Conv2d(inplanes, width, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(width)
        self.conv2 = nn.Conv2d(width, width, 3, stride, 1, groups=groups, bias=False)
        self.bn2 = nn.BatchNorm2d(width)
        self.conv3 = nn.Conv2d(width, planes * 4, 1, bias=False)
        self.bn3 = nn.BatchNorm2d(planes * 4)
        self.relu = nn.ReLU(inplace=True)
        self.downsample = downsample

    def forward(self, x):
        out = self.relu(self.bn1(self.conv1(x)))
        out = self.bn3(self.conv3(self.relu(self.bn2(self.conv2(out)))))
        return self.relu(out + (x if self.downsample is None else self.downsample(x)))


class ResNet(nn.Module):
    def __init__(self, block, layers, num_classes=1000, zero_init_residual=False, groups=1, width_per_group=64):
        super().__init__()
        self.inplanes = 64
        self.groups = groups
        self.base_width = width_per_group
        self.conv1 = nn.Conv2d(3, 64, 7, 2, 3, bias=False)
        self.bn1 = nn.BatchNorm2d(64)
        self.relu = nn.ReLU(inplace=True)
        self.maxpool = nn.MaxPool2d(3, 2, 1)
        self.layer1 = self._make_layer(block, 64, layers[0])
        self.layer2 = self._make_layer(block, 128, layers[1], 2)
        self.layer3 = self._make_layer(block, 256, layers[2], 2)
        self.layer4 = self._make_layer(block, 512, layers[3], 2)
        self.avgpool = nn.AdaptiveAvgPool2d((1, 1))
        self.fc = nn.Linear(512 * block.expansion, num_classes)

    def _make_layer(self, block, planes, blocks, stride=1):
        downsample = None
        wide = planes * block.expansion
        if stride != 1 or self.inplanes != wide:
            downsample = nn.Sequential(nn.Conv2d(self.inplanes, wide, 1, stride, bias=False), nn.BatchNorm2d(wide))
        layers = [block(self.inplanes, planes, stride, downsample, self.groups, self.base_width)]
        self.inplanes = wide
        for _ in range(1, blocks):
            layers.append(block(wide, planes, 1, None, self.groups, self.base_width))
        return nn.Sequential(*layers)

    def forward(self, x):
        x = self.maxpool(self.relu(self.bn1(self.conv1(x))))
        x = self.layer4(self.layer3(self.layer2(self.layer1(x))))
        return self.fc(torch.flatten(self.avgpool(x), 1))


resnet18 = _builder(partial(ResNet, BasicBlock, [2, 2, 2, 2]))
resnet34 = _builder(partial(ResNet, BasicBlock, [3, 4, 6, 3]))
resnet50 = _builder(partial(ResNet, Bottleneck, [3, 4, 6, 3]))
resnet101 = _builder(partial(ResNet, Bottleneck, [3, 4, 23, 3]))
resnet152 = _builder(partial(ResNet, Bottleneck, [3, 8, 36, 3]))
resnext50_32x4d = _builder(partial(ResNet, Bottleneck, [3, 4, 6, 3], groups=32, width_per_group=4))
resnext101_32x8d = _builder(partial(ResNet, Bottleneck, [3, 4, 23, 3], groups=32, width_per_group=8))
wide_resnet50_2 = _builder(partial(ResNet, Bottleneck, [3, 4, 6, 3], groups=1, width_per_group=128))
wide_resnet101_2 = _builder(partial(ResNet, Bottleneck, [3, 4, 23, 3], groups=1, width_per_group=128))


class AlexNet(nn.Module):
    """https://arxiv.org/abs/1404.5997."""

    def __init__(self, num_classes=1000, dropout=0.5):
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(3, 64, 11, 4, 2), nn.ReLU(inplace=True), nn.MaxPool2d(3, 2),
            nn.Conv2d(64, 192, 5, padding=2), nn.ReLU(inplace=True), nn.MaxPool2d(3, 2),
            nn.Conv2d(192, 384, 3, padding=1), nn.ReLU(inplace=True),
            nn.Conv2d(384, 256, 3, padding=1), nn.ReLU(inplace=True),
            nn.Conv2d(256, 256, 3, padding=1), nn.ReLU(inplace=True), nn.MaxPool2d(3, 2),
        )
        self.avgpool = nn.AdaptiveAvgPool2d((6, 6))
        self.classifier = nn.Sequential(
            nn.Dropout(dropout), nn.Linear(256 * 6 * 6, 4096), nn.ReLU(inplace=True),
            nn.Dropout(dropout), nn.Linear(4096, 4096), nn.ReLU(inplace=True), nn.Linear(4096, num_classes),
        )

    def forward(self, x):
        return self.classifier(torch.flatten(self.avgpool(self.features(x)), 1))


alexnet = _builder(AlexNet)
_STAGES = {
    11: ((64,), (128,), (256, 256), (512, 512), (512, 512)),
    13: ((64, 64), (128, 128), (256, 256), (512, 512), (512, 512)),
    16: ((64, 64), (128, 128), (256,) * 3, (512,) * 3, (512,) * 3),
    19: ((64, 64), (128, 128), (256,) * 4, (512,) * 4, (512,) * 4),
}


class VGG(nn.Module):
    """https://arxiv.org/abs/1409.1556, table 1."""

    def __init__(self, features, num_classes=1000, init_weights=True, dropout=0.5):
        super().__init__()
        self.features = features
        self.avgpool = nn.AdaptiveAvgPool2d((7, 7))
        self.classifier = nn.Sequential(
            nn.Linear(512 * 7 * 7, 4096), nn.ReLU(True), nn.Dropout(dropout),
            nn.Linear(4096, 4096), nn.ReLU(True), nn.Dropout(dropout), nn.Linear(4096, num_classes),
        )

    def forward(self, x):
        return self.classifier(torch.flatten(self.avgpool(self.features(x)), 1))


def _vgg(depth, normalized, **options):
    layers, channels = [], 3
    for stage in _STAGES[depth]:
        for width in stage:
            layers.append(nn.Conv2d(channels, width, 3, padding=1))
            if normalized:
                layers.append(nn.BatchNorm2d(width))
            layers.append(nn.ReLU(inplace=True))
            channels = width
        layers.append(nn.MaxPool2d(2, 2))
    return VGG(nn.Sequential(*layers), **options)


vgg11 = _builder(partial(_vgg, 11, False))
vgg13 = _builder(partial(_vgg, 13, False))
vgg16 = _builder(partial(_vgg, 16, False))
vgg19 = _builder(partial(_vgg, 19, False))
vgg11_bn = _builder(partial(_vgg, 11, True))
vgg13_bn = _builder(partial(_vgg, 13, True))
vgg16_bn = _builder(partial(_vgg, 16, True))
vgg19_bn = _builder(partial(_vgg, 19, True))


def _divisible(value, divisor=8):
    rounded = max(divisor, int(value + divisor / 2) // divisor * divisor)
    return rounded + divisor if rounded < 0.9 * value else rounded


def _convolved(inp, out, kernel=3, stride=1, groups=1, norm=nn.BatchNorm2d, activation=nn.ReLU):
    layers = [nn.Conv2d(inp, out, kernel, stride, (kernel - 1) // 2, groups=groups, bias=False), norm(out)]
    return nn.Sequential(*layers) if activation is None else nn.Sequential(*layers, activation(inplace=True))


class InvertedResidual(nn.Module):
    """MobileNetV2, https://arxiv.org/abs/1801.04381, figure 4."""

    def __init__(self, inp, oup, stride, expand_ratio):
        super().__init__()
        hidden = int(round(inp * expand_ratio))
        self.use_res_connect = stride == 1 and inp == oup
        layers = [] if expand_ratio == 1 else [_convolved(inp, hidden, 1, activation=nn.ReLU6)]
        layers += [
            _convolved(hidden, hidden, 3, stride, hidden, activation=nn.ReLU6),
            nn.Conv2d(hidden, oup, 1, bias=False),
            nn.BatchNorm2d(oup),
        ]
        self.conv = nn.Sequential(*layers)

    def forward(self, x):
        return x + self.conv(x) if self.use_res_connect else self.conv(x)


class MobileNetV2(nn.Module):
    def __init__(self, num_classes=1000, width_mult=1.0, *, dropout=0.2):
        super().__init__()
        channels = _divisible(32 * width_mult)
        self.last_channel = _divisible(1280 * max(1.0, width_mult))
        layers = [_convolved(3, channels, 3, 2, activation=nn.ReLU6)]
        stages = ((1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1))
        for ratio, wide, count, stride in stages:
            for i in range(count):
                layers.append(InvertedResidual(channels, _divisible(wide * width_mult), stride if i == 0 else 1, ratio))
                channels = _divisible(wide * width_mult)
        layers.append(_convolved(channels, self.last_channel, 1, activation=nn.ReLU6))
        self.features = nn.Sequential(*layers)
        self.classifier = nn.Sequential(nn.Dropout(dropout), nn.Linear(self.last_channel, num_classes))

    def forward(self, x):
        x = nn.functional.adaptive_avg_pool2d(self.features(x), (1, 1))
        return self.classifier(torch.flatten(x, 1))


mobilenet_v2 = _builder(MobileNetV2)


class _DenseLayer(nn.Module):
    """https://arxiv.org/abs/1608.06993."""

    def __init__(self, channels, growth, bottleneck, drop_rate):
        super().__init__()
        self.norm1 = nn.BatchNorm2d(channels)
        self.relu1 = nn.ReLU(inplace=True)
        self.conv1 = nn.Conv2d(channels, bottleneck * growth, 1, bias=False)
        self.norm2 = nn.BatchNorm2d(bottleneck * growth)
        self.relu2 = nn.ReLU(inplace=True)
        self.conv2 = nn.Conv2d(bottleneck * growth, growth, 3, padding=1, bias=False)

    def forward(self, features):
        x = self.conv1(self.relu1(self.norm1(torch.cat(features, 1))))
        return self.conv2(self.relu2(self.norm2(x)))


class _DenseBlock(nn.ModuleDict):
    def __init__(self, layers, channels, bottleneck, growth, drop_rate):
        super().__init__()
        for i in range(layers):
            self.add_module(f"denselayer{i + 1}", _DenseLayer(channels + i * growth, growth, bottleneck, drop_rate))

    def forward(self, x):
        features = [x]
        for layer in self.values():
            features.append(layer(features))
        return torch.cat(features, 1)


class DenseNet(nn.Module):
    def __init__(
        self, growth_rate=32, block_config=(6, 12, 24, 16), num_init_features=64, bn_size=4, drop_rate=0, num_classes=1000,
        memory_efficient=False,
    ):
        super().__init__()
        self.features = nn.Sequential(
            OrderedDict(
                [
                    ("conv0", nn.Conv2d(3, num_init_features, 7, 2, 3, bias=False)),
                    ("norm0", nn.BatchNorm2d(num_init_features)),
                    ("relu0", nn.ReLU(inplace=True)),
                    ("pool0", nn.MaxPool2d(3, 2, 1)),
                ]
            )
        )
        channels = num_init_features
        for i, count in enumerate(block_config):
            block = _DenseBlock(count, channels, bn_size, growth_rate, drop_rate)
            self.features.add_module(f"denseblock{i + 1}", block)
            channels = channels + count * growth_rate
            if i != len(block_config) - 1:
                transition = nn.Sequential(
                    OrderedDict(
                        [
                            ("norm", nn.BatchNorm2d(channels)),
                            ("relu", nn.ReLU(inplace=True)),
                            ("conv", nn.Conv2d(channels, channels // 2, 1, bias=False)),
                            ("pool", nn.AvgPool2d(2, 2)),
                        ]
                    )
                )
                self.features.add_module(f"transition{i + 1}", transition)
                channels = channels // 2
        self.features.add_module("norm5", nn.BatchNorm2d(channels))
        self.classifier = nn.Linear(channels, num_classes)

    def forward(self, x):
        out = nn.functional.relu(self.features(x), inplace=True)
        out = nn.functional.adaptive_avg_pool2d(out, (1, 1))
        return self.classifier(torch.flatten(out, 1))


densenet121 = _builder(partial(DenseNet, 32, (6, 12, 24, 16), 64))
densenet161 = _builder(partial(DenseNet, 48, (6, 12, 36, 24), 96))
densenet169 = _builder(partial(DenseNet, 32, (6, 12, 32, 32), 64))
densenet201 = _builder(partial(DenseNet, 32, (6, 12, 48, 32), 64))


class SqueezeExcitation(nn.Module):
    """https://arxiv.org/abs/1709.01507."""

    def __init__(self, input_channels, squeeze_channels):
        super().__init__()
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.fc1 = nn.Conv2d(input_channels, squeeze_channels, 1)
        self.fc2 = nn.Conv2d(squeeze_channels, input_channels, 1)
        self.activation = nn.SiLU(inplace=True)
        self.scale_activation = nn.Sigmoid()

    def forward(self, x):
        scale = self.fc2(self.activation(self.fc1(self.avgpool(x))))
        return self.scale_activation(scale) * x


class _MBConv(nn.Module):
    def __init__(self, inp, out, ratio, kernel, stride, norm):
        super().__init__()
        self.use_res_connect = stride == 1 and inp == out
        wide = _divisible(inp * ratio)
        layers = [] if wide == inp else [_convolved(inp, wide, 1, norm=norm, activation=nn.SiLU)]
        layers.append(_convolved(wide, wide, kernel, stride, wide, norm, nn.SiLU))
        layers.append(SqueezeExcitation(wide, max(1, inp // 4)))
        layers.append(_convolved(wide, out, 1, norm=norm, activation=None))
        self.block = nn.Sequential(*layers)

    def forward(self, x):
        return self.block(x) + x if self.use_res_connect else self.block(x)


class _EfficientNet(nn.Module):
    """https://arxiv.org/abs/1905.11946, table 1."""

    def __init__(self, wider, deeper, dropout, last_channel=None, norm=nn.BatchNorm2d, num_classes=1000):
        super().__init__()
        stages = (
            (1, 3, 1, 32, 16, 1), (6, 3, 2, 16, 24, 2), (6, 5, 2, 24, 40, 2), (6, 3, 2, 40, 80, 3),
            (6, 5, 1, 80, 112, 3), (6, 5, 2, 112, 192, 4), (6, 3, 1, 192, 320, 1),
        )
        channels = _divisible(32 * wider)
        layers = [_convolved(3, channels, 3, 2, norm=norm, activation=nn.SiLU)]
        for ratio, kernel, stride, inp, out, count in stages:
            blocks = []
            for i in range(math.ceil(count * deeper)):
                first = i == 0
                width = _divisible((inp if first else out) * wider)
                blocks.append(_MBConv(width, _divisible(out * wider), ratio, kernel, stride if first else 1, norm))
            layers.append(nn.Sequential(*blocks))
        channels = _divisible(320 * wider)
        last = 4 * channels if last_channel is None else last_channel
        layers.append(_convolved(channels, last, 1, norm=norm, activation=nn.SiLU))
        self.features = nn.Sequential(*layers)
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.classifier = nn.Sequential(nn.Dropout(dropout, inplace=True), nn.Linear(last, num_classes))

    def forward(self, x):
        return self.classifier(torch.flatten(self.avgpool(self.features(x)), 1))


efficientnet_b0 = _builder(partial(_EfficientNet, 1.0, 1.0, dropout=0.2))
efficientnet_b1 = _builder(partial(_EfficientNet, 1.0, 1.1, dropout=0.2))
efficientnet_b2 = _builder(partial(_EfficientNet, 1.1, 1.2, dropout=0.3))
efficientnet_b3 = _builder(partial(_EfficientNet, 1.2, 1.4, dropout=0.3))
efficientnet_b4 = _builder(partial(_EfficientNet, 1.4, 1.8, dropout=0.4))
efficientnet_b5 = _builder(partial(_EfficientNet, 1.6, 2.2, dropout=0.4))
efficientnet_b6 = _builder(partial(_EfficientNet, 1.8, 2.6, dropout=0.5))
efficientnet_b7 = _builder(partial(_EfficientNet, 2.0, 3.1, dropout=0.5))


class MLPBlock(nn.Sequential):
    def __init__(self, width, mlp_dim, dropout):
        super().__init__(
            nn.Linear(width, mlp_dim), nn.GELU(), nn.Dropout(dropout), nn.Linear(mlp_dim, width), nn.Dropout(dropout)
        )


class EncoderBlock(nn.Module):
    def __init__(self, heads, width, mlp_dim, dropout, attention_dropout):
        super().__init__()
        self.ln_1 = nn.LayerNorm(width, eps=1e-6)
        self.self_attention = nn.MultiheadAttention(width, heads, dropout=attention_dropout, batch_first=True)
        self.dropout = nn.Dropout(dropout)
        self.ln_2 = nn.LayerNorm(width, eps=1e-6)
        self.mlp = MLPBlock(width, mlp_dim, dropout)

    def forward(self, input):
        x = self.ln_1(input)
        x, _ = self.self_attention(x, x, x, need_weights=False)
        x = self.dropout(x) + input
        return x + self.mlp(self.ln_2(x))


class Encoder(nn.Module):
    def __init__(self, length, depth, heads, width, mlp_dim, dropout, attention_dropout):
        super().__init__()
        self.pos_embedding = nn.Parameter(torch.empty(1, length, width))
        self.dropout = nn.Dropout(dropout)
        blocks = [
            (f"encoder_layer_{i}", EncoderBlock(heads, width, mlp_dim, dropout, attention_dropout)) for i in range(depth)
        ]
        self.layers = nn.Sequential(OrderedDict(blocks))
        self.ln = nn.LayerNorm(width, eps=1e-6)

    def forward(self, input):
        return self.ln(self.layers(self.dropout(input + self.pos_embedding)))


class VisionTransformer(nn.Module):
    """https://arxiv.org/abs/2010.11929, figure 1."""

    def __init__(
        self, image_size, patch_size, num_layers, num_heads, hidden_dim, mlp_dim, dropout=0.0, attention_dropout=0.0,
        num_classes=1000, representation_size=None,
    ):
        super().__init__()
        self.image_size = image_size
        self.patch_size = patch_size
        self.hidden_dim = hidden_dim
        self.conv_proj = nn.Conv2d(3, hidden_dim, patch_size, patch_size)
        self.class_token = nn.Parameter(torch.zeros(1, 1, hidden_dim))
        length = (image_size // patch_size) ** 2 + 1
        self.encoder = Encoder(length, num_layers, num_heads, hidden_dim, mlp_dim, dropout, attention_dropout)
        self.seq_length = length
        heads = OrderedDict()
        if representation_size is None:
            heads["head"] = nn.Linear(hidden_dim, num_classes)
        else:
            heads["pre_logits"] = nn.Linear(hidden_dim, representation_size)
            heads["act"] = nn.Tanh()
            heads["head"] = nn.Linear(representation_size, num_classes)
        self.heads = nn.Sequential(heads)

    def forward(self, x):
        n, c, h, w = x.shape
        torch._assert(h == self.image_size, f"Wrong image height! Expected {self.image_size} but got {h}!")
        torch._assert(w == self.image_size, f"Wrong image width! Expected {self.image_size} but got {w}!")
        x = self.conv_proj(x).flatten(2).permute(0, 2, 1)
        x = self.encoder(torch.cat([self.class_token.expand(n, -1, -1), x], dim=1))
        return self.heads(x[:, 0])


def _vit(patch_size, num_layers, num_heads, hidden_dim, mlp_dim, image_size=224, **options):
    return VisionTransformer(image_size, patch_size, num_layers, num_heads, hidden_dim, mlp_dim, **options)


vit_b_16 = _builder(partial(_vit, 16, 12, 12, 768, 3072))
vit_b_32 = _builder(partial(_vit, 32, 12, 12, 768, 3072))
vit_l_16 = _builder(partial(_vit, 16, 24, 16, 1024, 4096))
vit_l_32 = _builder(partial(_vit, 32, 24, 16, 1024, 4096))
vit_h_14 = _builder(partial(_vit, 14, 32, 16, 1280, 5120))
