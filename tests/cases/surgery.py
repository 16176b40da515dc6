"""Layers changed through the dicts that hold them, and objects given another class."""

import torch
from torch import fx, nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Linear(3, 4)
        self.head = nn.Linear(4, 2)
        self.width = 3

    def forward(self, x):
        return self.head(self.body(x))


def _widen(module):
    for name, child in module._modules.items():
        if isinstance(child, nn.Linear):
            module._modules[name] = nn.Linear(child.in_features, child.out_features + 1)
        else:
            _widen(child)


def layers_replaced_by_kind():
    net = nn.Sequential(nn.Linear(3, 4), nn.Sequential(nn.ReLU()))
    _widen(net)
    return nn.Linear(4, 1)(net(torch.zeros(2, 3)))  # error: [linear-in-features] "5"


def a_layer_replaced_by_name():
    net, x = Net(), torch.zeros(2, 3)
    net._modules["head"] = nn.Identity()
    y = net(x)  # shape: (2, 4)
    net._modules.update({"head": nn.Linear(4, 9)})
    return nn.Linear(2, 1)(net(x)), y  # error: [linear-in-features] "9"


def layers_taken_away():
    net, x = nn.Sequential(nn.Linear(3, 4), nn.Linear(4, 5), nn.Linear(5, 6)), torch.zeros(2, 3)
    net._modules.popitem()
    y = net(x)  # shape: (2, 5)
    del net._modules["1"]
    z = net(x)  # shape: (2, 4)
    net._modules.clear()
    return nn.Linear(4, 1)(net(x)), y, z  # error: [linear-in-features] "3"


def all_layers_at_once():
    net = nn.Sequential(nn.Linear(3, 4), nn.Linear(4, 5))
    net._modules = {"0": nn.Linear(3, 7)}
    return nn.Linear(5, 1)(net(torch.zeros(2, 3)))  # error: [linear-in-features] "7"


def a_list_of_layers():
    layers, x = nn.ModuleList([nn.Linear(3, 4)]), torch.zeros(2, 3)
    layers.register_module("1", nn.Linear(4, 6))
    y = layers[1](layers[0](x))  # shape: (2, 6)
    layers.register_module("0", nn.Linear(5, 6))
    return layers[0](x), y  # error: [linear-in-features] "5"


def parameters_and_buffers():
    layer, x = nn.Linear(3, 4), torch.zeros(2, 3)
    layer._parameters["weight"] = nn.Parameter(torch.zeros(6, 3))
    layer._parameters["bias"] = None
    y = layer(x)  # shape: (2, 6)
    net = Net()
    net.register_buffer("table", torch.zeros(3, 4))
    net._buffers["table"] = torch.zeros(3, 7)
    return nn.Linear(4, 1)(x @ net.table), y  # error: [linear-in-features] "7"


def attributes_of_a_layer():
    net = Net()
    net.__dict__.update(width=5)
    x = torch.zeros(2, net.width)  # shape: (2, 5)
    net.__dict__["width"] = 6
    return nn.Linear(net.width, 1)(x)  # error: [linear-in-features] "5"


class Headless(Net):
    def forward(self, x):
        return self.body(x)


def another_class():
    net, x = Net(), torch.zeros(2, 3)
    net.__class__ = Headless
    return nn.Linear(2, 1)(net(x))  # error: [linear-in-features] "4"


def hooks_taken_away():
    layer, x = nn.Linear(3, 4), torch.zeros(2, 3)
    layer.register_forward_hook(lambda layer, args, result: torch.cat([result, result], 1))
    y = layer(x)  # shape: (2, 8)
    layer._forward_hooks.clear()
    return nn.Linear(8, 1)(layer(x)), y  # error: [linear-in-features] "4"


def a_layer_in_parallel():
    model, x = nn.DataParallel(Net()), torch.zeros(2, 3)
    model.module.head = nn.Linear(4, 7)
    y = model(x)  # shape: (2, 7)
    model.module = nn.Linear(3, 6)
    return nn.Linear(7, 1)(model(x)), y  # error: [linear-in-features] "6"


def tensors_that_are_swapped():
    a, b = torch.zeros(2, 3), torch.zeros(4)
    held = a
    torch.utils.swap_tensors(a, b)
    x = held + torch.zeros(4)  # shape: (4,)
    return b + torch.zeros(4), x  # error: [broadcast-sizes]


def a_graph_that_is_edited():
    traced = fx.symbolic_trace(Net())
    for node in traced.graph.nodes:
        if node.op == "call_module" and node.target == "head":
            node.replace_all_uses_with(node.args[0])
            traced.graph.erase_node(node)
    traced.recompile()
    return traced(torch.zeros(1, 3)) + torch.zeros(4)
