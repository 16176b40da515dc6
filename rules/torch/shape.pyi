"""Rearranging: the same elements, or copies of them, in another shape."""

@op("torch.reshape", "torch.Tensor.reshape", finds="reshape-elements", layout="reshaped(input, new)")
def reshape(input: Tensor["*old"], shape: Size) -> Tensor["*new"]:
    """Same elements, new shape; one size may be -1.

    >>> reshape((2, 3, 4), (6, -1))
    (6, 4)
    >>> reshape((2, 3, 4), (5, -1))
    error: elements
    """
    assert count(shape, -1) <= 1, "only one size can be inferred"
    new = infer_minus_one(shape, prod(old))
    assert same_elements(new, old), "different number of elements"
    assert not reorders(old, new), "[reshape-as-transpose] the same sizes in another order: the elements keep theirs, so that axes are not exchanged; use transpose"

@op("torch.Tensor.view", finds="reshape-elements", layout="viewed(input, new)")
@overload
def view(input: Tensor["*old"], dtype: str) -> Tensor["*new"]:
    new = reinterpreted(input, dtype)
@overload
def view(input: Tensor["*old"], size: Size) -> Tensor["*new"]:
    """Another shape of the same memory: axes that lie apart there cannot be joined.

    >>> view((2, 3, 4), (6, -1))
    (6, 4)
    >>> view((2, 3, 4), (5, -1))
    error: elements
    >>> view((2, 3) @ (1, 2), (6,))
    error: memory
    """
    assert count(size, -1) <= 1, "only one size can be inferred"
    new = infer_minus_one(size, prod(old))
    assert same_elements(new, old), "different number of elements"
    assert not reorders(old, new), "[reshape-as-transpose] the same sizes in another order: the elements keep theirs, so that axes are not exchanged; use transpose"
    assert viewable(input, new), "[view-layout] axes that are joined lie apart in memory: use reshape, or contiguous before view"

@op("torch.Tensor.reshape_as", finds="reshape-elements", layout="reshaped(input, new)")
def reshape_as(input: Tensor["*old"], other: Array["*new"]) -> Tensor["*new"]:
    """The shape of another tensor.

    >>> reshape_as((2, 3), (6,))
    (6,)
    >>> reshape_as((2, 3), (5,))
    error: elements
    """
    assert same_elements(new, old), "different number of elements"

@op("torch.Tensor.view_as", finds="reshape-elements", layout="viewed(input, new)")
def view_as(input: Tensor["*old"], other: Array["*new"]) -> Tensor["*new"]:
    """The shape of another tensor, of the same memory.

    >>> view_as((2, 3), (6,))
    (6,)
    >>> view_as((2, 3), (5,))
    error: elements
    """
    assert same_elements(new, old), "different number of elements"
    assert viewable(input, new), "[view-layout] axes that are joined lie apart in memory: use reshape_as, or contiguous before view_as"

@op("torch.permute", "torch.Tensor.permute", finds="permute-axes", layout="permute(strides, dims)")
def permute(input: Tensor["*s"], dims: Axes) -> Tensor["*new"]:
    """Axes in another order.

    >>> permute((2, 3, 4), (2, 0, 1))
    (4, 2, 3)
    >>> permute((2, 3, 4), (1, 0))
    error: axis
    """
    rank = len(s)
    assert rank == len(dims), "one entry for every axis"
    new = permute(s, dims)

@op("torch.transpose", "torch.Tensor.transpose", "torch.Tensor.transpose_", "torch.swapaxes", "torch.Tensor.swapaxes", "torch.swapdims", "torch.Tensor.swapdims", finds="index-range", layout="swap(strides, dim0, dim1)")
def transpose(input: Tensor["*s"], dim0: Axis, dim1: Axis) -> Tensor["*new"]:
    """Two axes exchanged.

    >>> transpose((2, 3, 4), 1, -1)
    (2, 4, 3)
    >>> transpose((2, 3), 1, 2)
    error: range
    """
    new = swap(s, dim0, dim1)

@op("torch.t", "torch.Tensor.t", "torch.Tensor.t_", finds="permute-axes", layout="swap(strides, 0, len(strides) - 1)")
@overload
def t(input: Tensor[""]) -> Tensor[""]: ...
@overload
def t(input: Tensor["n"]) -> Tensor["n"]: ...
@overload
def t(input: Tensor["n m"]) -> Tensor["m n"]:
    """A matrix turned over.

    >>> t((2, 3))
    (3, 2)
    >>> t((2, 3, 4))
    error: input
    """

@op("torch.movedim", "torch.Tensor.movedim", "torch.moveaxis", "torch.Tensor.moveaxis", finds="index-range", layout="move(strides, source, destination)")
def movedim(input: Tensor["*s"], source: Axes, destination: Axes) -> Tensor["*new"]:
    """Axes moved to other places.

    >>> movedim((2, 3, 4), 0, -1)
    (3, 4, 2)
    >>> movedim((2, 3), 0, 2)
    error: range
    """
    new = move(s, source, destination)

@op("torch.flatten", "torch.Tensor.flatten", finds="index-range", layout="reshaped(input, new)")
def flatten(input: Tensor["*s"], start_dim: Axis = 0, end_dim: Axis = -1) -> Tensor["*new"]:
    """Axes from start to end joined into one.

    >>> flatten((2, 3, 4), 1)
    (2, 12)
    >>> flatten((2, 3), 2)
    error: range
    """
    new = flatten(s, start_dim, end_dim)

@op("torch.nn.Flatten", finds="index-range", layout="reshaped(input, new)")
class Flatten:
    """Axes from start to end joined into one.

    >>> Flatten()((2, 3, 4))
    (2, 12)
    >>> Flatten(2)((2, 3))
    error: range
    """

    def __init__(self, start_dim: Axis = 1, end_dim: Axis = -1): ...
    def forward(self, input: Tensor["*s"]) -> Tensor["*new"]:
        new = flatten(s, start_dim, end_dim)

@op("torch.nn.Unflatten", finds="reshape-elements", layout="reshaped(input, new)")
class Unflatten:
    """One axis taken apart.

    >>> Unflatten(1, (3, 4))((2, 12))
    (2, 3, 4)
    >>> Unflatten(1, (3, 4))((2, 13))
    error: split
    """

    def __init__(self, dim: Axis, unflattened_size: Size): ...
    def forward(self, input: Tensor["*s"]) -> Tensor["*new"]:
        new = unflatten(s, dim, unflattened_size)

@op("torch.unflatten", "torch.Tensor.unflatten", finds="reshape-elements", layout="reshaped(input, new)")
def unflatten(input: Tensor["*s"], dim: Axis, sizes: Size) -> Tensor["*new"]:
    """One axis taken apart.

    >>> unflatten((2, 12), 1, (3, -1))
    (2, 3, 4)
    >>> unflatten((2, 12), 1, (5, 2))
    error: split
    """
    new = unflatten(s, dim, sizes)

@op("torch.squeeze", "torch.Tensor.squeeze", "torch.Tensor.squeeze_", finds="index-range", layout="squeezed(s, strides, dim)")
def squeeze(input: Tensor["*s"], dim: Axis | Axes | None = None) -> Tensor["*new"]:
    """Axes of size 1 removed.

    >>> squeeze((2, 1, 3))
    (2, 3)
    >>> squeeze((2, 1, 3), 0)
    (2, 1, 3)
    >>> squeeze((2, 1), 2)
    error: range
    """
    new = squeeze(s, dim)

@op("torch.unsqueeze", "torch.Tensor.unsqueeze", "torch.Tensor.unsqueeze_", finds="index-range", layout="unsqueezed(s, strides, dim)")
def unsqueeze(input: Tensor["*s"], dim: Axis) -> Tensor["*new"]:
    """A new axis of size 1.

    >>> unsqueeze((2, 3), -1)
    (2, 3, 1)
    >>> unsqueeze((2, 3), 3)
    error: range
    """
    new = insert(s, dim, 1)

@op("torch.Tensor.expand", "torch.broadcast_to", "torch.Tensor.broadcast_to", finds="expand-sizes", layout="expanded(s, strides, new)")
def expand(input: Tensor["*s"], size: Size, *, implicit: bool = False) -> Tensor["*new"]:
    """Axes of size 1 stretched; -1 keeps a size.

    >>> expand((2, 1), (4, 2, 3))
    (4, 2, 3)
    >>> expand((2, 3), (2, 4))
    error: expand
    """
    new = expand(s, size)

@op("torch.Tensor.expand_as", finds="expand-sizes", layout="expanded(s, strides, new)")
def expand_as(input: Tensor["*s"], other: Array["*o"]) -> Tensor["*new"]:
    """Stretched to the shape of another tensor.

    >>> expand_as((2, 1), (2, 3))
    (2, 3)
    >>> expand_as((2, 3), (2, 4))
    error: expand
    """
    new = expand(s, o)

@op("torch.Tensor.repeat", finds="expand-sizes", layout="fresh")
def repeat(input: Tensor["*s"], repeats: Size) -> Tensor["*new"]:
    """Copies along each axis.

    >>> repeat((2, 3), (4, 1, 2))
    (4, 2, 6)
    >>> repeat((2, 3), (4,))
    error: repeats
    """
    new = repeat(s, repeats)
    assert all(times >= 0 for times in repeats) or (unsure() if empty(s) else False), "sizes must not be negative"

@op("torch.tile", "torch.Tensor.tile")
def tile(input: Tensor["*s"], dims: Size) -> Tensor["*new"]:
    """Copies along the last axes.

    >>> tile((2, 3), (2,))
    (2, 6)
    """
    new = tile(s, dims)
    assert all(times >= 0 for times in dims) or (unsure() if empty(s) else False), "sizes must not be negative"

@op("torch.repeat_interleave", "torch.Tensor.repeat_interleave", finds="index-range", layout="packed")
@overload
def repeat_interleave(repeats: Int["n"]) -> Tensor["total"]:
    total = some(0)
@overload
def repeat_interleave(input: Tensor["*s"], repeats: Int["*r"], dim: None = None, output_size: Dim | None = None) -> Tensor["total"]:
    total = some(0)
    assert len(r) <= 1, "repeats must be a vector"
    assert prod(r) == 1 or prod(r) == prod(s), "repeats must have as many elements as input along dim"
@overload
def repeat_interleave(input: Tensor["*pre n@dim *post"], repeats: Int["*r"], dim: Axis, output_size: Dim | None = None) -> Tensor["*pre total *post"]:
    total = some(0)
    assert len(r) <= 1, "repeats must be a vector"
    assert prod(r) == 1 or prod(r) == n, "repeats must have as many elements as input along dim"
@overload
def repeat_interleave(input: Tensor["*s"], repeats: Dim, dim: None = None, output_size: Dim | None = None) -> Tensor["prod(s)*repeats"]: ...
@overload
def repeat_interleave(input: Tensor["*pre n@dim *post"], repeats: Dim, dim: Axis, output_size: Dim | None = None) -> Tensor["*pre n*repeats *post"]:
    """Each element repeated.

    >>> repeat_interleave((2, 3), 2, 1)
    (2, 6)
    >>> repeat_interleave((2, 3), 2)
    (12,)
    >>> repeat_interleave((2, 3), 2, 2)
    error: range
    >>> repeat_interleave((2, 3), (2,), 0)
    (..., 3)
    >>> repeat_interleave((2, 3), (3,), 0)
    error: repeats
    """

@op("torch.split", finds="split-sizes", layout="strides")
def split(tensor: Tensor["*pre k@dim *post"], split_size_or_sections: Dim | Size, dim: Axis = 0) -> list[Tensor["*pre ?n *post"]]:
    """Parts of a given size, or of given sizes.

    >>> split((5, 2), 2)
    ((2, 2), (2, 2), (1, 2))
    >>> split((5, 2), (2, 2))
    error: add up
    """
    n = split_sizes(k, split_size_or_sections)
    assert all(part >= 0 for part in n), "sizes must not be negative"

@op("torch.Tensor.split", finds="split-sizes", layout="strides")
def split(tensor: Tensor["*pre k@dim *post"], split_size: Dim | Size, dim: Axis = 0) -> list[Tensor["*pre ?n *post"]]:
    """Parts of a given size, or of given sizes.

    >>> split((5, 2), 2)
    ((2, 2), (2, 2), (1, 2))
    >>> split((5, 2), (2, 2))
    error: add up
    """
    n = split_sizes(k, split_size)
    assert all(part >= 0 for part in n), "sizes must not be negative"

@op("torch.split_with_sizes", "torch.Tensor.split_with_sizes", finds="split-sizes", layout="strides")
def split(tensor: Tensor["*pre k@dim *post"], split_sizes: Size, dim: Axis = 0) -> list[Tensor["*pre ?n *post"]]:
    """Parts of given sizes.

    >>> split((5, 2), (2, 3))
    ((2, 2), (3, 2))
    >>> split((5, 2), (2, 2))
    error: add up
    """
    n = split_sizes(k, split_sizes)
    assert all(part >= 0 for part in n), "sizes must not be negative"

@op("torch.chunk", "torch.Tensor.chunk", finds="index-range", layout="strides")
def chunk(input: Tensor["*pre k@dim *post"], chunks: Dim, dim: Axis = 0) -> list[Tensor["*pre ?n *post"]]:
    """So many parts, as equal as possible.

    >>> chunk((5, 2), 2)
    ((3, 2), (2, 2))
    >>> chunk((5, 2), 2, 2)
    error: range
    """
    n = chunk_sizes(k, chunks)

@op("torch.unbind", "torch.Tensor.unbind", finds="index-range", layout="drop(strides, dim)")
def unbind(input: Tensor["*pre k@dim *post"], dim: Axis = 0) -> list[Tensor["*pre *post"], k]:
    """The slices along an axis.

    >>> unbind((2, 3))
    ((3,), (3,))
    >>> unbind((2, 3), 2)
    error: range
    """
