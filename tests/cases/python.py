"""Python around the tensors: the interpreter has to follow it."""

import fnmatch
import sys
import weakref
from collections import namedtuple
from dataclasses import dataclass, field
from functools import partial

import torch
from torch import nn


@dataclass
class Config:
    width: int = 32
    depth: int = 2
    sizes: list = field(default_factory=lambda: [4, 8])


Pair = namedtuple("Pair", ["left", "right"])


def _project(x, out, *, bias=True, **extra):
    return nn.Linear(x.shape[-1], out, bias=bias)(x)


def dataclass_config():
    config = Config(depth=3)
    layers = [nn.Linear(config.width, config.width) for _ in range(config.depth)]
    x = torch.zeros(2, 32)
    for layer in layers:
        x = layer(x)
    return x  # shape: (2, 32)


def named_tuple_fields():
    pair = Pair(torch.zeros(2, 3), right=torch.zeros(3, 4))
    y = pair.left @ pair.right  # shape: (2, 4)
    return y


def helper_with_keywords():
    y = _project(torch.zeros(2, 5), 7, bias=False, note="x")  # shape: (2, 7)
    return y


def closure_and_lambda():
    width = 6

    def layer(x):
        return nn.Linear(width, 3)(x)

    apply = lambda f, x: f(x)
    return apply(layer, torch.zeros(2, 6))  # shape: (2, 3)


def partial_layer():
    conv = partial(nn.Conv2d, kernel_size=3, padding=1)
    y = conv(3, 8)(torch.zeros(1, 3, 5, 5))  # shape: (1, 8, 5, 5)
    return y


def correlated_flags(flag=None):
    bias = torch.zeros(3) if flag else None
    x = torch.zeros(2, 3)
    if flag:
        x = x + bias
    return x  # shape: (2, 3)


def failure_is_caught():
    try:
        return torch.zeros(2, 3) @ torch.zeros(4, 5)
    except RuntimeError:
        return None


def early_return(short=False):
    x = torch.zeros(2, 3)
    if short:
        return x
    y = x.t()  # shape: (3, 2)
    return y @ x


def dict_of_layers():
    layers = nn.ModuleDict({"a": nn.Linear(3, 4), "b": nn.Linear(4, 5)})
    x = torch.zeros(2, 3)
    for name in ("a", "b"):
        x = layers[name](x)
    return x  # shape: (2, 5)


def dict_in_the_wrong_order():
    layers = nn.ModuleDict({"a": nn.Linear(3, 4), "b": nn.Linear(4, 5)})
    x = torch.zeros(2, 3)
    for name in ("b", "a"):
        x = layers[name](x)  # error: [linear-in-features] "3" "4"
    return x


class Base(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.width = width
        self.layer = self.make()

    def make(self):
        return nn.Linear(self.width, self.out_width)

    @property
    def out_width(self):
        return self.width

    @staticmethod
    def double(x):
        return torch.cat([x, x], dim=-1)

    def forward(self, x):
        return self.layer(x)


class Wide(Base):
    @property
    def out_width(self):
        return self.width * 2

    def forward(self, x):
        return self.double(super().forward(x))


def inheritance():
    y = Wide(3)(torch.zeros(2, 3))  # shape: (2, 12)
    return y


class Scaled(nn.Linear):
    def __init__(self, n, shape):
        self.shape = shape
        super().__init__(n, shape[0] * shape[1])

    def forward(self, x):
        out = super().forward(x)
        return out.reshape((len(x), *self.shape))


def subclass_of_a_layer():
    y = Scaled(10, (10, 4))(torch.zeros(32, 10))  # shape: (32, 10, 4)
    return y


def matched(kind="rows"):
    x = torch.zeros(2, 3)
    match kind:
        case "rows":
            y = x.sum(0)  # shape: (3,)
        case _:
            y = x.sum(1)
    return y


def loop_until(n=3):
    x = torch.zeros(1, 4)
    while x.shape[0] < 8:
        x = torch.cat([x, x])
    return x  # shape: (8, 4)


def training_loop():
    model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 3))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    loss_function = nn.CrossEntropyLoss()
    for _ in range(2):
        inputs, targets = torch.zeros(5, 4), torch.zeros(5, dtype=torch.long)
        optimizer.zero_grad()
        loss = loss_function(model(inputs), targets)
        loss.backward()
        optimizer.step()
    return loss


def text_of_what_python_is():
    name = "{0.major}.{0.minor}".format(sys.version_info)
    return name, nn.Linear(4, 2)(torch.zeros(2, 3))  # error: [linear-in-features] "3" "4"


def numbers_to_a_base():
    three, (two,) = int("11", 2), list(map(int, ["10"], [2]))
    y = torch.zeros(three, int("7", base=8))  # shape: (3, 7)
    return y + torch.zeros(two, 1)  # error: [broadcast-sizes] "(3, 7)" "(2, 1)"


def rounded_to_tens():
    y = torch.zeros(round(14, -1)) + torch.zeros(10)  # shape: (10,)
    return y


def pattern_with_flags():
    import re

    width = 4 if re.match("MLP", "mlp", re.IGNORECASE) else 3
    return torch.zeros(width) + torch.zeros(4)


def by_the_names_of_the_module():
    made = {name: globals()[name] for name in ("Base", "Wide")}
    layers = [cls for cls in made.values() if issubclass(cls, nn.Module)]
    return torch.zeros(len(layers)) + torch.zeros(3)  # error: [broadcast-sizes] "2" "3"


ROWS = 3


def names_of_the_module_are_rebound():
    globals()["ROWS"] = 5
    y = torch.zeros(ROWS)  # shape: (5,)
    globals().update(ROWS=6)
    return y + torch.zeros(ROWS)  # error: [broadcast-sizes] "5" "6"


class Watched:
    def __init__(self, width):
        self.width = width
        self.itself = weakref.ref(self)


def weak_references():
    watched = Watched(4)
    layer = nn.Linear(watched.width, 3)
    y = layer(torch.zeros(2, 4))  # shape: (2, 3)
    x = torch.zeros(1, weakref.proxy(watched).width)  # shape: (1, 4)
    return y, layer(x), layer(torch.zeros(2, watched.itself().width + 1))  # error: [linear-in-features] "5" "4"


def lines_of_a_text():
    out = {}
    for line in filter(None, map(str.strip, "a.b: 16\n\n  c.d: 2".splitlines())):
        key, _, value = line.partition(":")
        section, _, name = key.partition(".")
        out.setdefault(section, {})[name] = int(value)
    return torch.zeros(2, out["a"]["b"]) @ torch.zeros(15, out["c"]["d"])  # error: [inner-size] "16" "15"


def layers_by_the_pattern_of_their_names():
    net = nn.ModuleDict({"fc1": nn.Linear(3, 4), "fc2": nn.Linear(4, 5), "head": nn.Linear(5, 2)})
    for name, layer in list(net.named_modules()):
        if fnmatch.fnmatch(name, "fc?"):
            net[name] = nn.Sequential(layer, nn.Linear(layer.out_features, 6))
    y = net["fc1"](torch.zeros(2, 3))  # shape: (2, 6)
    return net["head"](y)  # error: [linear-in-features] "6" "5"
