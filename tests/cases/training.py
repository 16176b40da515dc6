"""Training loops: optimizers, schedulers, scalers, averaging, own gradients."""

import torch
from torch import nn
from torch.nn.modules.utils import _pair, _triple
from torch.optim.lr_scheduler import CosineAnnealingLR, LRScheduler, ReduceLROnPlateau
from torch.optim.optimizer import Optimizer
from torch.optim.swa_utils import SWALR, AveragedModel
from torch.utils.data import DataLoader, Sampler, TensorDataset


def loop_with_everything():
    model = nn.Linear(8, 4)
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3, weight_decay=0.1)
    scheduler = CosineAnnealingLR(optimizer, T_max=10)
    plateau = ReduceLROnPlateau(optimizer, "min", patience=2)
    for epoch in range(2):
        optimizer.zero_grad(set_to_none=True)
        loss = nn.functional.mse_loss(model(torch.randn(3, 8)), torch.randn(3, 4))
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        scheduler.step()
        plateau.step(loss.item())
        lr = scheduler.get_last_lr()[0]
        for group in optimizer.param_groups:
            group["lr"] = lr * group["weight_decay"]
    nn.Linear(8, 4)(model(torch.randn(3, 8)))  # error: [linear-in-features] "(3, 4)"


def loss_that_is_not_reduced():
    model = nn.Linear(8, 4)
    loss = nn.functional.mse_loss(model(torch.randn(3, 8)), torch.randn(3, 4), reduction="none")
    loss.backward()  # error: [scalar-loss] "(3, 4)"


def loss_of_one_sample():
    out = nn.Linear(8, 1)(torch.randn(1, 8))
    out.backward(retain_graph=True)
    out.backward(torch.ones(1, 1))
    out.squeeze().backward(torch.ones(1))  # error: [scalar-loss]


def scaled_loss():
    model = nn.Linear(8, 4)
    optimizer = torch.optim.SGD(model.parameters(), 0.1, momentum=0.9)
    scaler = torch.amp.GradScaler("cpu", enabled=False)
    with torch.autocast("cpu", enabled=False):
        loss = model(torch.randn(3, 8)).square().mean(1)
    scaler.scale(loss.mean()).backward(retain_graph=True)
    scaler.unscale_(optimizer)
    scaler.step(optimizer)
    scaler.update()
    scaler.scale(loss).backward()  # error: [scalar-loss] "(3,)"


def closure_of_lbfgs():
    model = nn.Linear(8, 4)
    optimizer = torch.optim.LBFGS(model.parameters(), lr=0.1, max_iter=1)

    def closure():
        optimizer.zero_grad()
        loss = model(torch.randn(3, 7)).mean()  # error: [linear-in-features] "(3, 7)"
        loss.backward()
        return loss

    optimizer.step(closure)


class Sign(Optimizer):
    def __init__(self, params, lr=0.1, decay=0.0):
        super().__init__(params, {"lr": lr, "decay": decay})

    @torch.no_grad()
    def step(self, closure=None):
        loss = None if closure is None else closure()
        for group in self.param_groups:
            for p in group["params"]:
                state = self.state[p]
                if len(state) == 0:
                    state["average"] = torch.zeros_like(p)
                state["average"].lerp_(p.grad, 0.1)
                p.add_(state["average"].sign(), alpha=-group["lr"])
        return loss


class Rows(Optimizer):
    def __init__(self, params):
        super().__init__(params, {})

    @torch.no_grad()
    def step(self, closure=None):
        for group in self.param_groups:
            for p in group["params"]:
                p.add_(p.grad.sum(0), alpha=-1.0)
                p.add_(p.grad.sum(1))  # error: [broadcast-sizes]


def own_optimizer():
    weight = torch.zeros(3, 4, requires_grad=True)
    optimizer = Sign([weight], lr=0.2)
    (weight @ torch.ones(4)).sum().backward()
    scaled = optimizer.param_groups[0]["params"][0] * optimizer.param_groups[0]["lr"]
    scaled = scaled + 0  # shape: (3, 4)
    optimizer.step()


def own_optimizer_that_fails():
    weight = torch.zeros(3, 4, requires_grad=True)
    optimizer = Rows([{"params": [weight]}])
    weight.sum().backward()
    optimizer.step()


class Warmup(LRScheduler):
    def __init__(self, optimizer, steps, last_epoch=-1):
        self.steps = steps
        super().__init__(optimizer, last_epoch)

    def get_lr(self):
        return [base * min(1.0, self.last_epoch / self.steps) for base in self.base_lrs]


def own_scheduler():
    optimizer = torch.optim.SGD([torch.zeros(3, requires_grad=True)], lr=0.1)
    scheduler = Warmup(optimizer, 10)
    optimizer.step()
    scheduler.step()
    weight = optimizer.param_groups[0]["params"][0]
    weight @ torch.zeros(4)  # error: [inner-size]


class Square(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, weight):
        ctx.save_for_backward(x, weight)
        return x.square() @ weight  # error: [inner-size] "(2, 3)"

    @staticmethod
    def backward(ctx, grad):
        x, weight = ctx.saved_tensors
        return 2 * x * (grad @ weight.t()), x.square().t() @ grad


class Clip(torch.autograd.Function):
    @staticmethod
    def forward(x, limit):
        return x.clamp(-limit, limit)

    @staticmethod
    def setup_context(ctx, inputs, output):
        x, limit = inputs
        ctx.limit = limit
        ctx.save_for_backward(x)

    @staticmethod
    def backward(ctx, grad):
        (x,) = ctx.saved_tensors
        return grad * (x.abs() <= ctx.limit), None


def own_function():
    x = torch.randn(5, 3, requires_grad=True)
    y = Square.apply(x, torch.randn(3, 2))  # shape: (5, 2)
    z = Clip.apply(y, 0.5)  # shape: (5, 2)
    z.sum().backward()
    square = Square.apply
    square(x, torch.randn(2, 3))


def gradient_of_gradients():
    x = torch.randn(5, 3, requires_grad=True)
    y = x.square().sum(1)
    (g,) = torch.autograd.grad(y.sum(), x, create_graph=True)
    norm = g.norm(2, dim=1)  # shape: (5,)
    a, b = torch.autograd.grad(norm.mean(), [x, y], create_graph=True, allow_unused=True)
    torch.autograd.grad(y, x)  # error: [scalar-loss] "(5,)"


def weighted_gradient():
    x = torch.randn(5, 3, requires_grad=True)
    y = x.square().sum(1)
    g = torch.autograd.grad(outputs=y, inputs=x, grad_outputs=torch.ones_like(y))[0]
    g.view(5, 4)  # error: [reshape-elements]


def averaged_model():
    model = nn.Linear(8, 4)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    average = AveragedModel(model)
    scheduler = SWALR(optimizer, swa_lr=0.05)
    average.update_parameters(model)
    optimizer.step()
    scheduler.step()
    y = average(torch.randn(3, 8))  # shape: (3, 4)
    average(y)  # error: [linear-in-features]


class Evens(Sampler):
    def __init__(self, data):
        super().__init__()
        self.data = data

    def __iter__(self):
        return iter(range(0, len(self.data), 2))

    def __len__(self):
        return (len(self.data) + 1) // 2


def own_sampler():
    data = TensorDataset(torch.randn(10, 8))
    for (x,) in DataLoader(data, batch_size=2, sampler=Evens(data)):
        nn.Linear(7, 4)(x)  # error: [linear-in-features]


def sampler_of_torch():
    data = TensorDataset(torch.randn(10, 8))
    sampler = torch.utils.data.RandomSampler(data)
    for (x,) in DataLoader(data, batch_sampler=torch.utils.data.BatchSampler(sampler, 5, True)):
        y = nn.Linear(8, 4)(x)
        y.view(5, 5)  # error: [reshape-elements]


def lists_of_tensors():
    params = [torch.zeros(2, 3), torch.zeros(4)]
    grads = [torch.ones(2, 3), torch.ones(4)]
    torch._foreach_add_(params, grads, alpha=-0.1)
    torch._foreach_mul_(params, 0.9)
    a, b = torch._foreach_sqrt(torch._foreach_add(params, [torch.ones(3), torch.ones(5, 1)]))
    c = a + 0  # shape: (2, 3)
    d = b + 0  # shape: (5, 4)
    norms = torch.stack(torch._foreach_norm(grads))  # shape: (2,)
    torch._foreach_addcdiv_(params, grads, grads, 0.5)
    torch._foreach_sub(params, grads[::-1])  # error: [broadcast-sizes]


def tuples_of_sizes():
    kernel, dilation = _pair(3), _triple((1, 2, 3))
    x = torch.zeros(*_pair(4), *dilation)  # shape: (4, 4, 1, 2, 3)
    y = nn.Conv2d(1, 2, kernel)(torch.zeros(1, 8, 8))  # shape: (2, 6, 6)
    nn.Conv2d(1, 2, _pair(9))(torch.zeros(1, 8, 8))  # error: [kernel-size]


def tree_of_tensors():
    tree = {"a": torch.zeros(2, 3), "b": [torch.zeros(4), torch.zeros(5)]}
    twice = torch.utils._pytree.tree_map(lambda t: torch.cat([t, t]), tree)
    x = twice["a"] + 0  # shape: (4, 3)
    y = torch.cat(torch.utils._pytree.tree_leaves(twice["b"]))  # shape: (18,)
    torch.cat(torch.utils._pytree.tree_leaves(twice))  # error: [concat-sizes]


def environment():
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    generator = torch.Generator().manual_seed(0)
    with torch.set_grad_enabled(False), torch.profiler.record_function("forward"):
        x = torch.randn(2, 3, generator=generator)
    lowest = torch.finfo(x.dtype).min
    y = x.masked_fill(x > 0, lowest)  # shape: (2, 3)
    rank = torch.distributed.get_rank() if torch.distributed.is_initialized() else 0
    z = x.to(device if rank == 0 else "cpu")  # shape: (2, 3)
    table = nn.Embedding.from_pretrained(torch.randn(10, 4))
    e = table(torch.zeros(5, dtype=torch.int64))  # shape: (5, 4)
    e @ z  # error: [inner-size]


def sequence_of_checkpoints():
    layers = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 5))
    x = torch.randn(2, 3, requires_grad=True)
    y = torch.utils.checkpoint.checkpoint_sequential(layers, 2, x, use_reentrant=False)  # shape: (2, 5)
    torch.utils.checkpoint.checkpoint(layers, y, use_reentrant=False, debug=False)  # error: [linear-in-features]


def outputs_caught_by_hooks():
    caught, gradients = [], []
    net = nn.Sequential(nn.Linear(3, 4), nn.Linear(4, 5))
    net[0].register_forward_hook(lambda module, inputs, output: caught.append(output))
    x = torch.zeros(2, 3, requires_grad=True)
    x.register_hook(lambda gradient: gradients.append(gradient))
    net(x).sum().backward()
    torch.cat(caught)
    torch.stack(gradients)
    nn.Linear(4, 2)(x)  # error: [linear-in-features]


def _item(tensor):
    return tensor.item() if hasattr(tensor, "item") else tensor[0]


def item_of_a_scalar():
    _item(torch.zeros(()))
    if torch.zeros(2).dtype.is_complex or not torch.float32.is_floating_point:
        nn.Linear(4, 2)(torch.zeros(3))


class Product(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, weight):
        ctx.save_for_backward(x, weight)
        return x @ weight.t()

    @staticmethod
    def backward(ctx, grad):
        x, weight = ctx.saved_tensors
        return grad @ weight.t(), grad.t() @ x  # error: [inner-size] "(4, 3), (6, 3)"


def gradients_are_shaped_as_what_forward_gives():
    x = torch.randn(4, 6, requires_grad=True)
    Product.apply(x, torch.randn(3, 6)).sum().backward()


class Sorted(torch.autograd.Function):
    seen = []

    @staticmethod
    def forward(ctx, x):
        values, order = x.sort()
        ctx.save_for_backward(order)
        return values, order

    @staticmethod
    def backward(ctx, grad, of_order):
        Sorted.seen.append(grad)
        (order,) = ctx.saved_tensors
        return torch.zeros_like(grad).scatter(-1, order, grad)


class Final(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x.square()

    @staticmethod
    def backward(ctx, grad):
        raise NotImplementedError


def going_back_comes_later():
    values, _ = Sorted.apply(torch.randn(4, 6, requires_grad=True))
    count = torch.zeros(len(Sorted.seen))  # shape: (0,)
    values.sum().backward()
    return count, Final.apply(values) @ torch.zeros(5)  # error: [inner-size]


def gradients_weighed_by_a_vector():
    x = torch.zeros(4, 3, requires_grad=True)
    scores = (x**2).sum(1, keepdim=True)
    (g,) = torch.autograd.grad(scores, x, torch.ones(4, 1), create_graph=True)
    h = torch.autograd.grad([x.sum(), g.sum(1)], x, [None, torch.ones(4)])[0]  # shape: (4, 3)
    scores.backward(torch.ones_like(scores))
    return torch.autograd.grad(outputs=(x**2).sum(1, keepdim=True), inputs=x, grad_outputs=torch.ones(4))  # error: [scalar-loss] "(4,)"


def lengths_of_another_batch():
    scores, lengths = torch.zeros(50, 4, 20).log_softmax(2), torch.full((4,), 50)
    loss = nn.CTCLoss()(scores, torch.ones(12, dtype=torch.long), lengths, torch.full((4,), 3))
    return nn.CTCLoss()(scores, torch.ones(12, dtype=torch.long), torch.full((50,), 4), torch.full((4,), 3))  # error: [loss-target] "input_lengths"
