"""Backward passes. They need a graph, which the fuzz does not make: tests/cases/training.py has them."""

@op("torch.Tensor.backward", finds="scalar-loss")
def backward(self: Tensor["*s"], gradient: Tensor["*s"] | None = None, retain_graph: object = None, create_graph: object = False, inputs: object = None) -> None:
    """Gradients of a scalar; of other tensors with what to weigh their elements by.

    >>> backward((1, 1))
    None
    >>> backward((2, 3), (2, 3))
    None
    >>> backward((2, 3))
    error: one element
    >>> backward((2, 3), (3,))
    error: rank
    """
    assert is_tensor(gradient) or prod(s) == 1, "without `gradient` the tensor must have one element"
