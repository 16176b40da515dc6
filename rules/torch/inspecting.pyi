"""Questions about tensors and dtypes, answered with a value of Python."""

@op(
    "torch.is_complex", "torch.Tensor.is_complex", "torch.is_floating_point",
    "torch.Tensor.is_floating_point", "torch.is_signed", "torch.Tensor.is_signed", "torch.is_conj",
    "torch.Tensor.is_conj", "torch.is_neg", "torch.Tensor.is_neg", "torch.is_inference",
    "torch.Tensor.is_inference", "torch.is_distributed", "torch.Tensor.is_distributed",
)
def is_of_kind(input: Tensor) -> bool:
    """Whether the tensor is of some kind.

    >>> is_of_kind((2, 3))
    ...
    """

@op("torch.is_storage")
def is_storage(obj: object) -> bool:
    """Whether it is a storage.

    >>> is_storage(1)
    ...
    """

@op("torch.is_nonzero", "torch.Tensor.is_nonzero")
def is_nonzero(input: Tensor["*s"]) -> bool:
    """Whether the only element is not zero.

    >>> is_nonzero((1, 1))
    ...
    >>> is_nonzero((2, 3))
    error: one element
    """
    assert prod(s) == 1, "there must be one element"

@op("torch.equal", "torch.Tensor.equal", "torch.is_same_size", "torch.Tensor.is_same_size")
def equal(input: Array, other: Array) -> bool:
    """Whether elements or sizes are the same; tensors of different shapes are not.

    >>> equal((2, 3), (4,))
    ...
    """

@op("torch.allclose", "torch.Tensor.allclose", finds="broadcast-sizes")
def allclose(input: Tensor["*#s"], other: Tensor["*#s"], rtol: float = 1e-05, atol: float = 1e-08, equal_nan: bool = False) -> bool:
    """Whether all elements are about the same; both sides broadcast.

    >>> allclose((2, 3), (3,))
    ...
    >>> allclose((2, 3), (4,))
    error: broadcast
    """
    assert same_dtype(input, other), "[mixed-dtypes] both must have the same dtype"

@op("torch.result_type")
def result_type(tensor1: object, tensor2: object) -> object:
    """The dtype that two together have.

    >>> result_type(1, 2.0)
    ...
    """

@op("torch.promote_types")
def promote_types(type1: object, type2: object) -> object:
    """The dtype that can hold both.

    >>> promote_types("torch.int64", "torch.float32")
    ...
    """

@op("torch.can_cast")
def can_cast(from_: object, to: object) -> bool:
    """Whether values of one dtype are converted to another.

    >>> can_cast("torch.int64", "torch.float32")
    ...
    """
