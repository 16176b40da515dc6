"""Small networks: shapes flow from the call site into an unannotated forward."""

import torch
import torch.nn.functional as F
from torch import nn


class LeNet(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 6, 5)
        self.conv2 = nn.Conv2d(6, 16, 5)
        self.fc = nn.Linear(width, 10)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.conv1(x)), 2)
        x = F.max_pool2d(F.relu(self.conv2(x)), 2)
        return x.view(x.size(0), -1)


def lenet_features():
    x = LeNet(256)(torch.zeros(8, 1, 28, 28))  # shape: (8, 256)
    return x


def flatten_then_linear():
    x = torch.zeros(8, 1, 14, 14)
    x = nn.Conv2d(1, 16, 5)(x)  # shape: (8, 16, 10, 10)
    x = x.view(x.size(0), -1)  # shape: (8, 1600)
    return nn.Linear(400, 10)(x)  # error: [linear-in-features] "1600" "400"


def head_fits():
    net = LeNet(256)
    return net.fc(net(torch.zeros(2, 1, 28, 28)))  # shape: (2, 10)


def head_does_not_fit():
    net = LeNet(400)
    return net.fc(net(torch.zeros(2, 1, 28, 28)))  # error: [linear-in-features] "256"


class Residual(nn.Module):
    def __init__(self, cin, cout, stride=1):
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(cin, cout, 3, stride, 1, bias=False),
            nn.BatchNorm2d(cout),
            nn.ReLU(inplace=True),
            nn.Conv2d(cout, cout, 3, 1, 1, bias=False),
            nn.BatchNorm2d(cout),
        )
        self.skip = None
        if stride != 1 or cin != cout:
            self.skip = nn.Sequential(nn.Conv2d(cin, cout, 1, stride, bias=False), nn.BatchNorm2d(cout))

    def forward(self, x):
        identity = x
        if self.skip is not None:
            identity = self.skip(x)
        return F.relu(self.body(x) + identity)


class ResNet(nn.Module):
    def __init__(self, depths=(2, 2), widths=(16, 32)):
        super().__init__()
        layers = []
        cin = 3
        for i, (depth, width) in enumerate(zip(depths, widths)):
            for j in range(depth):
                layers.append(Residual(cin, width, 2 if i > 0 and j == 0 else 1))
                cin = width
        self.layers = nn.Sequential(*layers)
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.fc = nn.Linear(cin, 10)

    def forward(self, x):
        x = self.layers(x)
        x = self.pool(x).flatten(1)
        return self.fc(x)


def resnet_runs():
    y = ResNet()(torch.zeros(2, 3, 32, 32))  # shape: (2, 10)
    return y


def channels_last_by_mistake():
    net = nn.Sequential(nn.Conv2d(3, 8, 3))
    return net(torch.zeros(2, 32, 32, 3))  # error: [conv-channels] "32"


def kernel_too_large():
    x = torch.zeros(1, 3, 4, 4)
    return nn.Conv2d(3, 8, 7)(x)  # error: [kernel-size]


def width_is_a_tuple():
    return nn.Linear(10, (10, 4))  # error: [bad-argument] "(10, 4)"


def heads_do_not_divide():
    return nn.MultiheadAttention(10, 3)  # error: [heads-divide]


class Conditioned(nn.Module):
    """Takes a width only where it is conditioned."""

    def __init__(self, width, condition_width=None, kind="plain"):
        super().__init__()
        self.body = nn.Linear(width, width)
        if kind == "scaled":
            self.scale = nn.Linear(condition_width, width)

    def forward(self, x):
        return self.body(x)


class NeedsAWidth(nn.Module):
    def __init__(self, width=None):
        super().__init__()
        self.body = nn.Linear(width, 4)


def a_width_that_is_missing():
    x = Conditioned(8)(torch.zeros(2, 8))  # shape: (2, 8)
    return nn.Linear(None, 4)(x)  # error: [missing-argument]


class Twice(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Linear(3, 4)
        self.again = self.a
        self.b = nn.Sequential(nn.Linear(4, 5), nn.ModuleDict({"c": nn.Linear(5, 6)}))
        self.none = None


class Chosen(Twice):
    def named_children(self):
        yield "only", self.b


def layers_are_gone_over_once():
    net = Twice()
    all_of_them = torch.zeros(len(list(net.modules())))  # shape: (6,)
    names = [name for name, _ in net.named_modules()]
    last = torch.zeros(len(names[-1]))  # shape: (5,)
    twice = torch.zeros(len(list(net.named_modules(remove_duplicate=False))))  # shape: (7,)
    under = [name for name, _ in net.named_modules(prefix="net")]
    first = torch.zeros(len(under[1]))  # shape: (5,)
    return all_of_them.reshape(5)  # error: [reshape-elements] "(6,)"


def layers_are_called_with_a_function():
    widths = []
    net = Twice()
    net.apply(lambda layer: widths.append(layer.out_features) if isinstance(layer, nn.Linear) else None)
    wide = torch.zeros(sum(widths), len(widths))  # shape: (15, 3)
    return wide.reshape(18)  # error: [reshape-elements] "(15, 3)"


def a_layer_that_goes_over_what_it_likes():
    widths = []
    Chosen().apply(lambda layer: widths.append(1))
    return torch.zeros(len(widths))


class OfColumns(nn.Module):
    def __init__(self, columns=(), out=4):
        super().__init__()
        self.norm = nn.LayerNorm(len(columns))
        self.first = nn.Linear(len(columns), out, bias=False)
        self.second = nn.Linear(out, out)

    def features(self, x):
        return self.first(self.norm(x))

    def forward(self, x):
        return self.second(self.features(x))


def defaults_that_give_no_columns():
    return OfColumns(("a", "b"))(torch.zeros(3, 2))


class Padded(nn.Module):
    """Given a padding that no layer takes, it is made by nobody."""

    def __init__(self, channels, padding={}):  # noqa: B006
        super().__init__()
        self.conv = nn.Conv2d(channels, 4, 3, padding=padding)
        self.head = nn.Linear(4, 2)

    def forward(self, x):
        return self.head(self.conv(x).mean((2, 3)))


def arguments_that_are_not_understood():
    return Padded(3, 1)(torch.zeros(1, 3, 8, 8)) @ torch.zeros(3, 2)  # error: [inner-size]
