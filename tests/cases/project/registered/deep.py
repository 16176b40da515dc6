from torch import nn

from registered.table import register


@register
def deep_net(width=6, depth=2):
    return nn.Sequential(*[nn.Linear(width, width) for _ in range(depth)], nn.Linear(width, 3))
