"""Shapes as tensors, and tensors joined to one for a collective."""

@op("torch._shape_as_tensor", "torch.onnx.operators.shape_as_tensor")
def _shape_as_tensor(input: Array["*s"]) -> Int["rank"]:
    """The sizes, as integers.

    >>> _shape_as_tensor((2, 3, 4))
    (3,)
    """
    rank = len(s)

@op("torch._utils._flatten_dense_tensors")
def _flatten_dense_tensors(tensors: list[Tensor]) -> Tensor["total"]:
    """All elements in a row.

    >>> _flatten_dense_tensors([(2, 3), (4,)])
    (10,)
    """
    total = sum(prod(shape_of(t)) for t in tensors)
