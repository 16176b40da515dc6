"""What context managers change before the body of a `with`, and after it."""

import asyncio
import contextlib
from contextlib import ContextDecorator, ExitStack, asynccontextmanager, contextmanager, nullcontext
from unittest import mock

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Linear(3, 4)
        self.head = nn.Linear(4, 2)

    def forward(self, x):
        return self.head(self.body(x))


class Headless(ContextDecorator):
    def __init__(self, net):
        self.net = net

    def __enter__(self):
        self.saved, self.net.head = self.net.head, nn.Identity()
        return self

    def __exit__(self, *exception):
        self.net.head = self.saved


def _features(net, x):
    with Headless(net):
        return net(x)


def a_class_that_restores():
    net, x = Net(), torch.zeros(5, 3)
    with Headless(net):
        inside = net(x)  # shape: (5, 4)
    features = _features(net, x)  # shape: (5, 4)
    after = net(x)  # shape: (5, 2)
    return nn.Linear(4, 1)(after), inside, features  # error: [linear-in-features] "2"


def a_class_as_decorator():
    net, x = Net(), torch.zeros(5, 3)

    @Headless(net)
    def features():
        return net(x)

    inside = features()  # shape: (5, 4)
    return nn.Linear(4, 1)(net(x)), inside  # error: [linear-in-features] "2"


def several_until_the_end():
    net, x = Net(), torch.zeros(5, 3)
    with ExitStack() as stack:
        stack.enter_context(Headless(net))
        inside = net(x)  # shape: (5, 4)
    return nn.Linear(4, 1)(net(x)), inside  # error: [linear-in-features] "2"


@contextmanager
def headless(net):
    saved, net.head = net.head, nn.Identity()
    try:
        yield net.body
    finally:
        net.head = saved


def _first_features(net, x):
    for number in range(3):
        with headless(net):
            if number == 1:
                return net(x)
    return None


def a_generator_that_restores():
    net, x = Net(), torch.zeros(5, 3)
    with headless(net) as body:
        inside = net(x)  # shape: (5, 4)
        hidden = body(x)  # shape: (5, 4)
    features = _first_features(net, x)  # shape: (5, 4)
    after = net(x)  # shape: (5, 2)
    return nn.Linear(4, 1)(after), inside, hidden, features  # error: [linear-in-features] "2"


@contextmanager
def both(first, second):
    with headless(first), headless(second):
        yield


def generators_in_one_another():
    first, second, x = Net(), Net(), torch.zeros(5, 3)
    with both(first, second):
        inside = first(x) + second(x)  # shape: (5, 4)
    return nn.Linear(4, 1)(first(x)), inside  # error: [linear-in-features] "2"


@contextmanager
def widened(net, wanted):
    if not wanted:
        yield
        return
    net.head = nn.Linear(4, 6)
    yield


def a_generator_of_two_ways():
    net, x = Net(), torch.zeros(5, 3)
    with widened(net, False):
        narrow = net(x)  # shape: (5, 2)
    with widened(net, True):
        wide = net(x)  # shape: (5, 6)
    return nn.Linear(2, 1)(net(x)), narrow, wide  # error: [linear-in-features] "6"


@contextmanager
def attempts(net):
    for _ in range(2):
        net.head = nn.Linear(4, 8)
        yield
        break


def a_generator_that_loops():
    net, x = Net(), torch.zeros(5, 3)
    with attempts(net):
        inside = nn.Linear(8, 1)(net(x))
    return nn.Linear(8, 1)(net(x)), inside


@asynccontextmanager
async def resized(net):
    net.head = nn.Linear(4, 7)
    yield 7


async def _resized():
    net = Net()
    async with resized(net) as width:
        return nn.Linear(width, 1)(net(torch.zeros(5, 3)))


def an_asynchronous_one():
    return asyncio.run(_resized())


class Swallowing:
    def __init__(self, kind):
        self.kind = kind

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        return kind is not None and issubclass(kind, self.kind)


def after_an_exception_that_is_swallowed():
    width = 4
    with Swallowing(ValueError):
        width = 3
        raise ValueError
    nn.Linear(3, 1)(torch.zeros(2, width))
    with contextlib.suppress(ValueError):
        raise ValueError
    return nn.Linear(3, 1)(torch.zeros(2, 5))  # error: [linear-in-features] "5"


class NoGradient(torch.no_grad):
    net = None

    def __enter__(self):
        super().__enter__()
        self.net.head = nn.Identity()

    def __exit__(self, *exception):
        super().__exit__(*exception)
        self.net.head = nn.Linear(4, 9)


def a_context_of_the_framework():
    net, x = Net(), torch.zeros(5, 3)
    context = NoGradient()
    context.net = net
    with context:
        inside = net(x)  # shape: (5, 4)
    return nn.Linear(2, 1)(net(x)), inside  # error: [linear-in-features] "9"


def a_value_that_is_handed_on(quick=False):
    with nullcontext(7) as width:
        x = torch.zeros(2, width)  # shape: (2, 7)
    net = Net()
    with Headless(net) if quick else nullcontext():
        net(torch.zeros(5, 3))
    nn.Linear(2, 1)(net(torch.zeros(5, 3)))
    return nn.Linear(6, 1)(x)  # error: [linear-in-features] "7"


def what_is_not_seen():
    net, x = Net(), torch.zeros(5, 3)
    with mock.patch.object(net, "head", nn.Identity()):
        inside = nn.Linear(4, 1)(net(x))
    return nn.Linear(2, 1)(net(x)), inside


class Stopping:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        return kind is RuntimeError


def a_context_on_a_stack_that_stops_errors():
    with ExitStack() as stack:
        stack.enter_context(Stopping())
        torch.zeros(2) + torch.zeros(3)
    return torch.zeros(2) + torch.zeros(4)  # error: [broadcast-sizes]
