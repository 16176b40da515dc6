"""Classes as people write them: factories, properties, mixins, decorators, registries."""

import abc
import copy
import functools
from dataclasses import dataclass
from enum import IntEnum

import torch
from torch import nn


class ConvNormAct(nn.Sequential):
    def __init__(self, cin, cout, kernel=3, stride=1, groups=1, act=nn.ReLU):
        padding = (kernel - 1) // 2
        super().__init__(
            nn.Conv2d(cin, cout, kernel, stride, padding, groups=groups, bias=False),
            nn.BatchNorm2d(cout),
            act(inplace=True),
        )


class InvertedResidual(nn.Module):
    def __init__(self, cin, cout, stride, expand):
        super().__init__()
        hidden = int(round(cin * expand))
        self.use_skip = stride == 1 and cin == cout
        layers = []
        if expand != 1:
            layers.append(ConvNormAct(cin, hidden, kernel=1))
        layers.extend(
            [
                ConvNormAct(hidden, hidden, stride=stride, groups=hidden),
                nn.Conv2d(hidden, cout, 1, bias=False),
                nn.BatchNorm2d(cout),
            ]
        )
        self.conv = nn.Sequential(*layers)

    def forward(self, x):
        return x + self.conv(x) if self.use_skip else self.conv(x)


def _make_divisible(value, divisor=8):
    new = max(divisor, int(value + divisor / 2) // divisor * divisor)
    return new + divisor if new < 0.9 * value else new


class MobileNet(nn.Module):
    settings = [[1, 16, 1, 1], [6, 24, 2, 2], [6, 32, 2, 2]]

    def __init__(self, classes=10, width=1.0):
        super().__init__()
        channels = _make_divisible(32 * width)
        features = [ConvNormAct(3, channels, stride=2)]
        for t, c, n, s in self.settings:
            out = _make_divisible(c * width)
            for i in range(n):
                features.append(InvertedResidual(channels, out, s if i == 0 else 1, t))
                channels = out
        self.features = nn.Sequential(*features)
        self.classifier = nn.Sequential(nn.Dropout(0.2), nn.Linear(channels, classes))

    def forward(self, x):
        return self.classifier(self.features(x).mean([2, 3]))


def mobile_net():
    y = MobileNet()(torch.zeros(2, 3, 64, 64))  # shape: (2, 10)
    return y


def mobile_net_half_as_wide():
    net = MobileNet(width=0.5)
    y = net.features(torch.zeros(2, 3, 64, 64))  # shape: (2, 16, 8, 8)
    return y


def mobile_net_on_grey_images():
    return MobileNet().features[0](torch.zeros(2, 1, 64, 64))  # error: [conv-channels] "1" "3"


class SqueezeExcite(nn.Module):
    def __init__(self, channels, ratio=4):
        super().__init__()
        self.gate = nn.Sequential(
            nn.AdaptiveAvgPool2d(1),
            nn.Conv2d(channels, channels // ratio, 1),
            nn.ReLU(),
            nn.Conv2d(channels // ratio, channels, 1),
            nn.Sigmoid(),
        )

    def forward(self, x):
        return x * self.gate(x)


def squeeze_and_excite():
    y = SqueezeExcite(16)(torch.zeros(2, 16, 7, 7))  # shape: (2, 16, 7, 7)
    return y


class UNet(nn.Module):
    """Down, up, and joined with what was kept on the way down."""

    def __init__(self, widths=(8, 16, 32), joined=True):
        super().__init__()
        self.downs = nn.ModuleList()
        self.ups = nn.ModuleList()
        cin = 3
        for width in widths:
            self.downs.append(ConvNormAct(cin, width))
            cin = width
        for width in reversed(widths[:-1]):
            self.ups.append(
                nn.ModuleDict(
                    {
                        "up": nn.ConvTranspose2d(cin, width, 2, stride=2),
                        "mix": ConvNormAct(width * 2 if joined else width, width),
                    }
                )
            )
            cin = width
        self.pool = nn.MaxPool2d(2)
        self.head = nn.Conv2d(cin, 1, 1)

    def forward(self, x):
        kept = []
        for i, down in enumerate(self.downs):
            x = down(x)
            if i < len(self.downs) - 1:
                kept.append(x)
                x = self.pool(x)
        for up in self.ups:
            x = up["up"](x)
            x = torch.cat([x, kept.pop()], dim=1)
            x = up["mix"](x)  # error: [conv-channels] "32" "16"
        return self.head(x)


def unet():
    return UNet()(torch.zeros(1, 3, 32, 32))  # shape: (1, 1, 32, 32)


def unet_without_the_joined_channels():
    return UNet(joined=False)(torch.zeros(1, 3, 32, 32))


class OddUNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.down = nn.Conv2d(3, 8, 3, stride=2, padding=1)
        self.up = nn.ConvTranspose2d(8, 3, 2, stride=2)

    def forward(self, x):
        return x + self.up(self.down(x))  # error: [broadcast-sizes] "33" "34"


def odd_height():
    return OddUNet()(torch.zeros(1, 3, 33, 32))


class Backbone(nn.Module, abc.ABC):
    @property
    @abc.abstractmethod
    def out_channels(self):
        """How many channels come out."""

    @abc.abstractmethod
    def make_layer(self): ...

    def __init__(self):
        super().__init__()
        self.layer = self.make_layer()

    def forward(self, x):
        return self.layer(x)


class Wide(Backbone):
    out_channels = 24

    def make_layer(self):
        return nn.Conv2d(3, self.out_channels, 3, padding=1)


class Detector(nn.Module):
    def __init__(self, backbone, anchors=3):
        super().__init__()
        self.backbone = backbone
        self.boxes = nn.Conv2d(backbone.out_channels, anchors * 4, 1)

    def forward(self, images):
        maps = self.backbone(images)
        boxes = self.boxes(maps)
        return boxes.permute(0, 2, 3, 1).reshape(images.size(0), -1, 4)


def detector():
    y = Detector(Wide())(torch.zeros(2, 3, 8, 8))  # shape: (2, 192, 4)
    return y


REGISTRY = {}


def _register(name):
    def wrap(cls):
        REGISTRY[name] = cls
        return cls

    return wrap


@_register("mlp")
class Mlp(nn.Module):
    def __init__(self, dim, hidden=None, out=None):
        super().__init__()
        hidden = hidden or dim
        out = out or dim
        self.fc1 = nn.Linear(dim, hidden)
        self.fc2 = nn.Linear(hidden, out)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))


def registry():
    y = REGISTRY["mlp"](8, out=3)(torch.zeros(2, 8))  # shape: (2, 3)
    return y


def _residual(function):
    @functools.wraps(function)
    def wrapped(self, x):
        return x + function(self, x)

    return wrapped


class Decorated(nn.Module):
    def __init__(self, dim, out):
        super().__init__()
        self.fc = nn.Linear(dim, out)

    @_residual
    def forward(self, x):
        return self.fc(x)


def decorated_forward():
    y = Decorated(8, 8)(torch.zeros(2, 8))  # shape: (2, 8)
    return y


def decorated_forward_of_another_width():
    block = Decorated(8, 6)
    x = torch.zeros(2, 8)
    return x + block.fc(x)  # error: [broadcast-sizes] "8" "6"


class Lerp(nn.Module):
    """Buffers, parameters, and a class method that builds."""

    def __init__(self, mean, scale):
        super().__init__()
        self.register_buffer("mean", mean)
        self.scale = nn.Parameter(scale)
        self.register_parameter("bias", None)

    @classmethod
    def of_width(cls, width):
        return cls(torch.zeros(width), torch.ones(width))

    def forward(self, x):
        y = (x - self.mean) * self.scale
        return y if self.bias is None else y + self.bias


def class_method_builds():
    y = Lerp.of_width(6)(torch.zeros(4, 6))  # shape: (4, 6)
    return y


def class_method_builds_another_width():
    lerp = Lerp.of_width(5)
    return torch.zeros(4, 6) - lerp.mean  # error: [broadcast-sizes] "6" "5"


@dataclass
class Shape:
    height: int
    width: int

    @property
    def area(self):
        return self.height * self.width

    def __mul__(self, factor):
        return Shape(self.height * factor, self.width * factor)

    def __iter__(self):
        yield self.height
        yield self.width


def operators_of_a_class():
    shape = Shape(3, 4) * 2
    h, w = shape
    y = torch.zeros(2, shape.area).view(2, h, w)  # shape: (2, 6, 8)
    return y


class Shared(nn.Module):
    """Weights tied between an embedding and the head."""

    def __init__(self, vocabulary, dim):
        super().__init__()
        self.tokens = nn.Embedding(vocabulary, dim)
        self.head = nn.Linear(dim, vocabulary, bias=False)
        self.head.weight = self.tokens.weight

    def forward(self, ids):
        return self.head(self.tokens(ids))


def tied_weights():
    y = Shared(50, 8)(torch.zeros(2, 5, dtype=torch.long))  # shape: (2, 5, 50)
    return y


def untied_orientation():
    head = nn.Linear(8, 50, bias=False)
    head.weight = nn.Parameter(torch.zeros(8, 50))
    return head(torch.zeros(2, 8))  # error: [linear-in-features] "8" "50"


class Lstm(nn.Module):
    def __init__(self, width, hidden, both_ways):
        super().__init__()
        self.rnn = nn.LSTM(width, hidden, num_layers=2, batch_first=True, bidirectional=both_ways)
        self.fc = nn.Linear(hidden * (2 if both_ways else 1), 3)

    def forward(self, x, state=None):
        out, (h, c) = self.rnn(x, state)
        return self.fc(out[:, -1, :]), h


def lstm_both_ways():
    scores, h = Lstm(5, 8, True)(torch.zeros(2, 7, 5))
    y = scores + 0  # shape: (2, 3)
    z = h + 0  # shape: (4, 2, 8)
    return y, z


def lstm_state_of_one_layer():
    net = Lstm(5, 8, False)
    state = torch.zeros(1, 2, 8), torch.zeros(1, 2, 8)
    return net.rnn(torch.zeros(2, 7, 5), state)  # error: [rnn-input]


def gru_cell_in_a_loop():
    cell = nn.GRUCell(4, 6)
    h = torch.zeros(2, 6)
    for x in torch.zeros(5, 2, 4):
        h = cell(x, h)
    return h  # shape: (2, 6)


def deep_copies():
    block = nn.Linear(8, 8)
    net = nn.Sequential(*[copy.deepcopy(block) for _ in range(3)])
    y = net(torch.zeros(2, 8))  # shape: (2, 8)
    return y


class Lazily(nn.Module):
    """A layer made on first use."""

    def __init__(self, out):
        super().__init__()
        self.out = out
        self.layer = None

    def forward(self, x):
        if self.layer is None:
            self.layer = nn.Linear(x.shape[-1], self.out)
        return self.layer(x)


def layer_made_on_first_use():
    net = Lazily(3)
    a = net(torch.zeros(2, 5))  # shape: (2, 3)
    return a


def layer_made_on_first_use_meets_another_width():
    net = Lazily(3)
    net(torch.zeros(2, 5))
    return net.layer(torch.zeros(2, 6))  # error: [linear-in-features] "6" "5"


def framework_lazy_layer():
    net = nn.Sequential(nn.Flatten(), nn.LazyLinear(4))
    y = net(torch.zeros(2, 3, 5))  # shape: (2, 4)
    return y


class Callable:
    def __init__(self, layer):
        self.layer = layer

    def __call__(self, x):
        return self.layer(x).transpose(0, 1)


def instance_is_called():
    y = Callable(nn.Linear(3, 4))(torch.zeros(2, 3))  # shape: (4, 2)
    return y


def children_are_walked():
    net = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 5))
    x = torch.zeros(2, 3)
    for name, child in net.named_children():
        x = child(x)
    widths = [m.out_features for m in net.modules() if isinstance(m, nn.Linear)]
    y = torch.zeros(widths)  # shape: (4, 5)
    return x, y


class Size(IntEnum):
    SMALL = 4
    BIG = 8

    def __mul__(self, times):
        return self.value * times + 1


def numbers_with_operators_of_their_own():
    x = torch.zeros(Size.BIG * 2) + torch.zeros(17)  # shape: (17,)
    return x, torch.zeros(Size.SMALL * 2) + torch.zeros(8)  # error: [broadcast-sizes] "9"


class Fitted(nn.Module):
    def __init__(self, features):
        super().__init__()
        self.register_buffer("rows", torch.empty(0))
        self.scale = torch.ones(features)
        self.kept = []

    def fit(self, x):
        self.rows = x
        self.kept.append(x)

    def forward(self, x):
        near = x.unsqueeze(1) - self.rows.unsqueeze(0) / self.scale  # (n, m, features)
        return near, torch.cat(self.kept)
