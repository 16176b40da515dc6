"""Heads by name."""

from torch import nn

HEADS = {}


def register(name):
    def wrap(cls):
        HEADS[name] = cls
        return cls

    return wrap


@register("linear")
class LinearHead(nn.Linear):
    pass


@register("mlp")
class MlpHead(nn.Sequential):
    def __init__(self, cin, cout, hidden=12):
        super().__init__(nn.Linear(cin, hidden), nn.ReLU(), nn.Linear(hidden, cout))


def build_head(name, *sizes, **options):
    return HEADS[name](*sizes, **options)
