"""The parameters of layers: gone over, asked for by name, given other data."""

import copy

import torch
from torch import nn


def small():
    return nn.Sequential(nn.Conv2d(3, 8, 3), nn.BatchNorm2d(8), nn.Linear(5, 6, bias=False))


class Tied(nn.Module):
    def __init__(self):
        super().__init__()
        self.scale = nn.Parameter(torch.ones(3))
        self.t = nn.ModuleDict({"wte": nn.Embedding(10, 4), "drop": nn.Dropout(0.1)})
        self.head = nn.Linear(4, 10, bias=False)
        self.t.wte.weight = self.head.weight
        self.layers = nn.ModuleList([nn.Linear(4, 5), nn.Linear(5, 6)])
        self.register_buffer("mask", torch.zeros(7, 7))
        self.register_buffer("cache", torch.zeros(9), persistent=False)
        self.more = nn.ParameterList([nn.Parameter(torch.zeros(i + 1)) for i in range(2)])

    def forward(self, idx):
        x = self.t.drop(self.t.wte(idx))
        return getattr(self.layers, "0")(x), self.head(x)


class Plain(nn.Module):
    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(4, 4)
        self.constant = torch.ones(2)


def by_name():
    found = dict(small().named_parameters())
    weight = found["0.weight"]  # shape: (8, 3, 3, 3)
    return found["2.weight"]  # shape: (6, 5)


def by_name_and_wrong():
    weight = dict(small().named_parameters())["2.weight"]
    return torch.zeros(2, 6) @ weight.T  # error: [inner-size] "6"


def by_index():
    parameters = list(small().parameters())
    bias = parameters[1]  # shape: (8,)
    return torch.zeros(len(parameters))  # shape: (5,)


def by_their_target():
    return small().get_parameter("2.weight")  # shape: (6, 5)


def the_first_and_its_size():
    return next(small().parameters()).flatten()  # shape: (216,)


def counted():
    return torch.zeros(sum(p.numel() for p in small().parameters()))  # shape: (270,)


def of_a_state():
    state = small().state_dict()
    mean = state["1.running_mean"]  # shape: (8,)
    return torch.zeros(len(state))  # shape: (8,)


def of_tied_weights_one_is_named():
    model = Tied()
    names = torch.zeros(len(list(model.named_parameters())))  # shape: (8,)
    state = torch.zeros(len(model.state_dict()))  # shape: (10,)
    cache = dict(model.named_buffers())["cache"]  # shape: (9,)
    last = list(model.parameters())[-1]  # shape: (2,)
    return list(model.parameters())[2]  # shape: (5, 4)


def of_copies_each_counts():
    layer = nn.Linear(3, 4)
    net = nn.ModuleList([copy.deepcopy(layer) for _ in range(3)])
    shared = nn.ModuleList([layer, layer])
    few = torch.zeros(len(list(shared.parameters())))  # shape: (2,)
    return torch.zeros(len(list(net.parameters())))  # shape: (6,)


def beside_plain_tensors():
    return torch.zeros(len(list(Plain().parameters())))


def under_other_names():
    net = nn.utils.weight_norm(nn.Linear(3, 4))
    compiled = torch.compile(nn.Linear(3, 4))
    data = nn.DataParallel(nn.Linear(3, 4))
    names = [*dict(net.named_parameters()), *dict(compiled.named_parameters())]
    return names, data.state_dict()["module.weight"]


def a_child_by_its_attribute():
    embedded, logits = Tied()(torch.zeros(2, 3, dtype=torch.int64))
    assert hasattr(Tied().t, "wte") and not hasattr(Tied().t, "wpe")
    return embedded, logits  # shape: (2, 3, 5)


def another_child_under_its_attribute():
    model = Tied()
    model.t.wte = nn.Embedding(10, 8)
    setattr(model.layers, "1", nn.Linear(5, 7))
    y = model.t["wte"](torch.zeros(2, dtype=torch.int64))  # shape: (2, 8)
    return model.layers[1](torch.zeros(2, 5))  # shape: (2, 7)


class Late(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = None
        self.second = nn.Parameter(torch.zeros(2))
        self.first = nn.Parameter(torch.zeros(1))


def what_was_none_comes_last():
    first = list(Late().parameters())[0]
    return first + torch.zeros(3, 2)


def a_large_model():
    net = nn.Sequential(*[nn.Linear(4, 4) for _ in range(200)])
    torch.optim.Adam(net.parameters())
    for p in net.parameters():
        p.requires_grad = False
    return net(torch.zeros(2, 4))  # shape: (2, 4)


def a_child_of_another_size():
    return Tied().t.wte.weight @ torch.zeros(5, 2)  # error: [inner-size] "5"


def other_data():
    layer = nn.Linear(6, 4)
    layer.weight.data = torch.zeros(4, 8)
    weight = layer.weight  # shape: (4, 8)
    copied = copy.deepcopy(layer)(torch.zeros(2, 8))  # shape: (2, 4)
    return layer(torch.zeros(2, 8))  # shape: (2, 4)


def other_data_and_the_old_input():
    layer = nn.Linear(6, 4)
    layer.weight.data = torch.zeros(4, 8)
    return layer(torch.zeros(2, 6))  # error: [linear-in-features] "6"


def other_data_in_a_loop():
    net = nn.Sequential(nn.Linear(6, 4), nn.Linear(4, 6))
    for p in net.parameters():
        p.data = p.data[:2] if p.ndim == 1 else p.data[:2, :2]
    y = net(torch.zeros(3, 2))  # shape: (3, 2)
    return net(torch.zeros(3, 6))  # error: [linear-in-features] "6"


def other_data_of_a_parameter_of_ones_own():
    model = Tied()
    model.scale.data = torch.zeros(5)
    return model.scale + torch.zeros(2, 5)  # shape: (2, 5)


def averages():
    net, ema = small(), small()
    for p, q in zip(net.parameters(), ema.parameters()):
        q.data = 0.9 * q.data + 0.1 * p.data
    return ema[2](torch.zeros(3, 5))  # shape: (3, 6)


def stacked_models():
    models = [nn.Sequential(nn.Linear(4, 5), nn.BatchNorm1d(5)) for _ in range(3)]
    parameters, buffers = torch.func.stack_module_state(models)
    mean = buffers["1.running_mean"]  # shape: (3, 5)
    return parameters["0.weight"]  # shape: (3, 5, 4)


def layers_that_hold_more_than_is_told():
    kinds = [nn.MultiheadAttention(8, 2), nn.TransformerEncoderLayer(8, 2), nn.LSTM(3, 4, 2)]
    counts = [len(list(kind.parameters())) for kind in kinds]
    width = 4 if counts == [4, 12, 8] and len(list(kinds[0].modules())) == 2 else 3
    y = torch.zeros(width) + torch.zeros(4)
    depth = len(nn.GRU(3, 4).state_dict())  # one layer in one direction is told
    return y + torch.zeros(depth - 1)  # error: [broadcast-sizes] "(3,)"


def one_layer_twice():
    layer = nn.Linear(2, 2)
    net = nn.Sequential(layer, nn.ReLU(), layer)
    y = torch.zeros(len(net), len(list(net.children())))  # shape: (3, 2)
    z = torch.zeros(len(net.state_dict()), len(list(net.parameters())))  # shape: (4, 2)
    return y, z, net(torch.zeros(5, 3))  # error: [linear-in-features] "3" "2"


def parameters_are_no_children():
    held = nn.ParameterList([nn.Parameter(torch.zeros(2)), torch.zeros(3)])
    y = torch.zeros(len(list(held.parameters())), 1 + len(list(held.children())))  # shape: (2, 1)
    width = 3 if isinstance(held, nn.ModuleList) or hasattr(held, "pop") else 4
    return y + torch.zeros(2, width) + torch.zeros(4)


class Student(nn.Module):
    def __init__(self):
        super().__init__()
        self.student = nn.Linear(2, 4)
        object.__setattr__(self, "teacher", nn.Linear(2, 4))

    def forward(self, x):
        return self.student(x) - self.teacher(x)


def what_is_not_registered():
    net = Student()
    width = 4 if len(list(net.parameters())) == 2 and len(list(net.children())) == 1 else 3
    return net(torch.zeros(1, 2)) + torch.zeros(width)


def a_state_of_another_model():
    old, new = nn.Sequential(nn.Linear(4, 8), nn.Linear(8, 10)), small()
    head = nn.Sequential(nn.Linear(4, 8), nn.Linear(8, 3))
    head.load_state_dict(old.state_dict(), strict=False)  # error: [weights-shape] "1.weight"
    return new


def a_state_within_a_checkpoint():
    saved = {"model": nn.Linear(4, 8).state_dict(), "epoch": 3}
    nn.Linear(4, 9).load_state_dict(saved["model"])  # error: [weights-shape] "(9, 4)"


def what_fits_is_picked():
    old, new = nn.Linear(4, 8).state_dict(), nn.Linear(4, 9)
    own = new.state_dict()
    new.load_state_dict({k: v for k, v in old.items() if v.shape == own[k].shape}, strict=False)


class Adapted(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(width, 4))
        self._register_load_state_dict_pre_hook(self.adapt)

    def adapt(self, state, prefix, *args):
        state[prefix + "weight"] = state[prefix + "weight"][: len(self.weight)]


def a_hook_adapts_what_is_loaded():
    Adapted(3).load_state_dict(Adapted(5).state_dict())


def a_number_that_was_a_vector():
    net = nn.Module()
    net.scale = nn.Parameter(torch.tensor(1.0))
    net.load_state_dict({"scale": torch.ones(1)})


class Remembering(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(4, 5, 2)

    def state(self, batch):
        weight = next(self.parameters())
        return weight.new_zeros(2, batch, 5), weight.data.new(2, batch, 5).zero_()


def tensors_made_like_a_parameter():
    net = Remembering()
    y, state = net.lstm(torch.zeros(7, 3, 4), net.state(3))
    names = [name.upper() for name, weight in net.named_parameters() if weight.dim() > 1]
    return net.lstm(torch.zeros(7, 3, 4), net.state(6))  # error: [rnn-input] "6"
