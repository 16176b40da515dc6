"""What is done with one layer after the other: with those that are alike it need not end alike."""

import torch
from torch import nn


def stack(count=12):
    return nn.Sequential(*[nn.Linear(4, 4) for _ in range(count)])


def the_one_that_is_replaced_is_known_by_which_it_is():
    net = stack()
    for layer in net.children():
        if layer is net[9]:
            layer.weight = nn.Parameter(torch.zeros(4, 5))
    kept = net[3](torch.zeros(2, 4))  # shape: (2, 4)
    return kept, net[9](torch.zeros(2, 4))  # error: [linear-in-features] "5"


def layers_are_counted():
    count = 0
    for layer in stack().modules():
        count += isinstance(layer, nn.Linear)
    return torch.zeros(count)  # shape: (12,)


def layers_are_counted_out_of_the_loop():
    count = 0

    def meet(layer):
        nonlocal count
        if isinstance(layer, nn.Linear):
            count += 1

    stack().apply(meet)
    return torch.zeros(count)  # shape: (12,)


def widths_are_collected():
    widths = []
    for layer in stack().modules():
        if isinstance(layer, nn.Linear):
            widths.append(layer.out_features)
    return torch.zeros(widths)[0].new_zeros(len(widths))  # shape: (12,)


def widths_are_collected_by_layer():
    widths = {}
    for layer in stack().modules():
        widths[layer] = 2
    return torch.zeros(len(widths))  # shape: (13,)


def the_layers_are_told_apart_by_a_set():
    net = stack()
    special = {net[5], net[6]}
    width = 0
    for layer in net.modules():
        if layer in special:
            width += 3
    return torch.zeros(width)  # shape: (6,)


def the_last_layer_stays_in_the_name():
    net = stack()
    net.append(nn.Linear(4, 7))
    for layer in net.children():
        pass
    return layer(torch.zeros(2, 4))  # shape: (2, 7)


def the_last_of_those_that_are_alike_stays_too():
    net = stack()
    last = None
    for layer in net.children():
        if isinstance(layer, nn.Linear):
            last = layer
    last.weight = nn.Parameter(torch.zeros(3, 4))
    last.bias = nn.Parameter(torch.zeros(3))
    return net(torch.zeros(2, 4))  # shape: (2, 3)


class Marked(nn.Linear):
    seen = 0


def a_class_may_keep_count():
    def meet(layer):
        if isinstance(layer, Marked):
            Marked.seen += 1
            if Marked.seen == 7:
                layer.weight = nn.Parameter(torch.zeros(4, 5))

    net = nn.Sequential(*[Marked(4, 4) for _ in range(9)])
    net.apply(meet)
    y = net[:6](torch.zeros(2, 4))  # shape: (2, 4)
    return net[6](y)  # error: [linear-in-features] "5"


def the_first_of_several_ends_the_loop():
    width = 0
    for layer in stack().modules():
        width += 1
        if isinstance(layer, nn.Linear):
            break
    return torch.zeros(width)  # shape: (2,)


def every_layer():
    net = stack()
    for layer in net.modules():
        if isinstance(layer, nn.Linear):
            yield layer


def layers_may_be_passed_on():
    return torch.zeros(len(list(every_layer())))  # shape: (12,)


def weights_are_set_where_they_fit():
    net = nn.Sequential(*[nn.Conv2d(8, 8, 3, padding=1) for _ in range(10)], nn.Conv2d(8, 5, 1))
    for layer in net.modules():
        if isinstance(layer, nn.Conv2d):
            fan_out = layer.kernel_size[0] * layer.out_channels
            layer.weight.data.normal_(0, 1 / fan_out)
            layer.bias.data += torch.zeros(8)  # error: [broadcast-sizes] "5"
    return net
