from torch import nn

from registered.table import register

__all__ = ["plain_net"]


@register
def plain_net(width=6):
    return nn.Linear(width, 2)
