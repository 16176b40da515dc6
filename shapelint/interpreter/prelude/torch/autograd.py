"""torch.autograd, as the interpreter runs it. Never imported."""

import torch


class FunctionCtx:
    saved_tensors = ()

    def __getattr__(self, name):
        return __some__(name)

    def save_for_backward(self, *tensors):
        self.saved_tensors = tensors

    def save_for_forward(self, *tensors):
        pass

    def mark_dirty(self, *args):
        pass

    def mark_non_differentiable(self, *args):
        pass

    def set_materialize_grads(self, value):
        pass


class Function:
    @classmethod
    def apply(cls, *args, **kwargs):
        ctx = FunctionCtx()
        ctx.needs_input_grad = tuple([__flag__("needs_input_grad") for _ in args])
        if __surely__(hasattr(cls, "setup_context")):
            output = cls.forward(*args, **kwargs)
            cls.setup_context(ctx, args, output)
        else:
            output = cls.forward(ctx, *args, **kwargs)
        if __surely__(hasattr(cls, "backward")):
            __aside__(_go_back, cls, ctx, output)
        return output


def _go_back(cls, ctx, output):
    """Gradients are shaped as what `forward` gave, one for each."""
    outputs = output if isinstance(output, tuple) else (output,)
    cls.backward(ctx, *[torch.empty_like(one) if __is_tensor__(one) else None for one in outputs])


def backward(
    tensors,
    grad_tensors=None,
    retain_graph=None,
    create_graph=False,
    grad_variables=None,
    inputs=None,
):
    _go_back_from(tensors, grad_variables if grad_tensors is None else grad_tensors)


def _go_back_from(tensors, weights):
    tensors = _listed(tensors)
    weights = [None] * len(tensors) if weights is None else _listed(weights)
    for tensor, weight in zip(tensors, weights):
        tensor.backward(weight)


def grad(
    outputs,
    inputs,
    grad_outputs=None,
    retain_graph=None,
    create_graph=False,
    only_inputs=True,
    allow_unused=None,
    is_grads_batched=False,
    materialize_grads=False,
):
    if not is_grads_batched:
        _go_back_from(outputs, grad_outputs)
    if allow_unused or is_grads_batched:
        return __some__("gradients")
    return tuple([torch.zeros_like(tensor) for tensor in _listed(inputs)])


def _listed(tensors):
    return tensors if isinstance(tensors, (list, tuple)) else [tensors]
