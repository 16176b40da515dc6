"""Functions of functions: vmap, grad and their kin, modules called with other parameters."""

import torch
from torch import nn
from torch.func import functional_call, grad, grad_and_value, hessian, jacrev, jvp, vjp, vmap


def batched_dot():
    y = vmap(torch.dot)(torch.zeros(5, 3), torch.zeros(5, 3))  # shape: (5,)
    return y


def one_argument_for_all():
    y = vmap(torch.mv, in_dims=(None, 0))(torch.zeros(4, 3), torch.zeros(5, 3))  # shape: (5, 4)
    return y


def mapped_axes_elsewhere():
    y = vmap(torch.outer, in_dims=(1, 0), out_dims=2)(torch.zeros(3, 5), torch.zeros(5, 4))
    return y + 0  # shape: (3, 4, 5)


def mapped_axes_of_different_sizes():
    f = vmap(torch.dot)
    return f(torch.zeros(5, 3), torch.zeros(4, 3))  # error: [broadcast-sizes] "5" "4"


def no_such_axis():
    f = vmap(torch.sum, in_dims=2)
    return f(torch.zeros(5, 3))  # error: [index-range]


def vectors_that_do_not_fit():
    def score(x, w):
        return x @ w  # error: [inner-size] "3" "4"

    return vmap(score, in_dims=(0, None))(torch.zeros(5, 3), torch.zeros(4))


def several_results():
    both, total = vmap(lambda x: (x * 2, x.sum()), out_dims=(1, 0))(torch.zeros(5, 3))
    y = both + 0  # shape: (3, 5)
    return total + 0, y  # shape: (5,)


def nested():
    f = vmap(vmap(lambda x, y: (x * y).sum(), in_dims=(None, 0)), in_dims=(0, None))
    y = f(torch.zeros(5, 3), torch.zeros(7, 3))  # shape: (5, 7)
    return y


def as_a_decorator():
    @torch.vmap
    def norm(x):
        return x.norm()

    y = norm(torch.zeros(5, 3))  # shape: (5,)
    return y


def gradient():
    w = torch.zeros(3)
    g = grad(lambda w, x: (x @ w).sum())(w, torch.zeros(5, 3))  # shape: (3,)
    value_and = grad_and_value(lambda w: (w * w).sum())(w)
    return g, value_and[0] + 0  # shape: (3,)


def gradient_of_a_vector():
    f = grad(lambda x: x * 2)
    return f(torch.zeros(3))  # error: [bad-argument]


def gradient_for_each_sample():
    model = nn.Linear(3, 4)
    parameters = dict(model.named_parameters())

    def loss(weight, x, y):
        out = x @ weight.t()
        return ((out - y) ** 2).sum()

    per_sample = vmap(grad(loss), in_dims=(None, 0, 0))
    g = per_sample(torch.zeros(4, 3), torch.zeros(5, 3), torch.zeros(5, 4))  # shape: (5, 4, 3)
    out = functional_call(model, parameters, (torch.zeros(2, 3),))  # shape: (2, 4)
    return g, out


def other_parameters_but_the_same_module():
    model = nn.Linear(3, 4)
    return functional_call(model, {}, torch.zeros(2, 5))  # error: [linear-in-features] "5" "3"


def jacobians():
    j = jacrev(lambda x: x.sum(0))(torch.zeros(4, 3))  # shape: (3, 4, 3)
    h = hessian(lambda x: (x * x).sum())(torch.zeros(3))  # shape: (3, 3)
    old = torch.autograd.functional.jacobian(lambda x: x.sum(0), torch.zeros(4, 3))
    return j, h, old + 0  # shape: (3, 4, 3)


def products_with_jacobians():
    out, back = vjp(torch.mm, torch.zeros(2, 3), torch.zeros(3, 4))
    a, b = back(torch.zeros(2, 4))
    a = a + 0  # shape: (2, 3)
    value, tangent = jvp(torch.sin, (torch.zeros(2, 3),), (torch.zeros(2, 3),))
    return b + tangent.sum(), out, a  # shape: (3, 4)


def parameters_of_other_shapes():
    model = nn.Linear(3, 4)
    wider = {"weight": torch.zeros(9, 3), "bias": torch.zeros(9)}
    return functional_call(model, wider, (torch.zeros(2, 3),)) + torch.zeros(9)
