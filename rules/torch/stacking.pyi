"""Joining side by side, cutting apart, and shapes that broadcast together."""

@op("torch.hstack", finds="concat-sizes")
def hstack(tensors: list[Tensor], *, out: object = None) -> Tensor["*new"] if whole else Array["*new"]:
    """Side by side: vectors along their axis, all others along the second.

    >>> hstack([(2, 3), (2, 4)])
    (2, 7)
    >>> hstack([(3,), (4,)])
    (7,)
    >>> hstack([(2, 3), (3, 4)])
    error: agree
    >>> hstack([])
    error: empty
    """
    assert len(tensors) > 0, "the list of tensors is empty"
    whole = all(len(shape_of(t)) > 0 for t in tensors)
    parts = [atleast(shape_of(t), 1) for t in tensors]
    along = 0 if len(parts[0]) == 1 else 1
    assert joinable(parts, along), "the sizes must agree outside the axis that is joined"
    new = joined(parts, along)

@op("torch.vstack", "torch.row_stack", finds="concat-sizes")
def vstack(tensors: list[Tensor], *, out: object = None) -> Tensor["*new"] if whole else Array["*new"]:
    """On top of each other, vectors as rows.

    >>> vstack([(3,), (2, 3)])
    (3, 3)
    >>> vstack([(3,), (2, 4)])
    error: agree
    """
    assert len(tensors) > 0, "the list of tensors is empty"
    whole = all(len(shape_of(t)) > 0 for t in tensors)
    parts = [atleast(shape_of(t), 2) for t in tensors]
    assert joinable(parts, 0), "the sizes must agree outside the first axis"
    new = joined(parts, 0)

@op("torch.dstack", finds="concat-sizes")
def dstack(tensors: list[Tensor], *, out: object = None) -> Tensor["*new"] if whole else Array["*new"]:
    """Along the third axis, which matrices get.

    >>> dstack([(2, 3), (2, 3, 4)])
    (2, 3, 5)
    >>> dstack([(2, 3), (2, 4)])
    error: agree
    """
    assert len(tensors) > 0, "the list of tensors is empty"
    whole = all(len(shape_of(t)) > 0 for t in tensors)
    parts = [atleast(shape_of(t), 3) for t in tensors]
    assert joinable(parts, 2), "the sizes must agree outside the third axis"
    new = joined(parts, 2)

@op("torch.column_stack", finds="concat-sizes")
def column_stack(tensors: list[Tensor], *, out: object = None) -> Tensor["*new"] if whole else Array["*new"]:
    """Side by side, vectors as columns.

    >>> column_stack([(3,), (3, 2)])
    (3, 3)
    >>> column_stack([(3,), (2, 3)])
    error: agree
    """
    assert len(tensors) > 0, "the list of tensors is empty"
    whole = all(len(shape_of(t)) > 0 for t in tensors)
    parts = [(prod(shape_of(t)), 1) if len(shape_of(t)) < 2 else shape_of(t) for t in tensors]
    assert joinable(parts, 1), "the sizes must agree outside the second axis"
    new = joined(parts, 1)

@op("torch.atleast_1d", finds="bad-argument")
@overload
def atleast_1d(*tensors: Tensor) -> Value["atleast_each(tensors, 1)"]: ...
@overload
def atleast_1d(tensors: list[Tensor]) -> Value["atleast_each((tensors,), 1)"]:
    """A scalar as a vector.

    >>> atleast_1d(())
    (1,)
    >>> atleast_1d((), (2, 3))
    ((1,), (2, 3))
    """

@op("torch.atleast_2d", finds="bad-argument")
@overload
def atleast_2d(*tensors: Tensor) -> Value["atleast_each(tensors, 2)"]: ...
@overload
def atleast_2d(tensors: list[Tensor]) -> Value["atleast_each((tensors,), 2)"]:
    """A vector as a row of a matrix.

    >>> atleast_2d((3,))
    (1, 3)
    >>> atleast_2d([(3,), ()])
    ((1, 3), (1, 1))
    """

@op("torch.atleast_3d", finds="bad-argument")
@overload
def atleast_3d(*tensors: Tensor) -> Value["atleast_each(tensors, 3)"]: ...
@overload
def atleast_3d(tensors: list[Tensor]) -> Value["atleast_each((tensors,), 3)"]:
    """A matrix with a third axis, a vector as the middle one.

    >>> atleast_3d((3,))
    (1, 3, 1)
    >>> atleast_3d((2, 3), (4,))
    ((2, 3, 1), (1, 4, 1))
    """

@op("torch.tensor_split", "torch.Tensor.tensor_split", finds="split-sizes")
@overload
def tensor_split(input: Tensor["*pre k@dim *post"], *, sections: Dim, dim: Axis = 0) -> list[Tensor["*pre ?n *post"]]:
    n = cut_sizes(k, sections)
@overload
def tensor_split(input: Tensor["*pre k@dim *post"], *, indices: Size, dim: Axis = 0) -> list[Tensor["*pre ?n *post"]]:
    n = cut_sizes(k, indices)
@overload
def tensor_split(input: Tensor["*pre k@dim *post"], indices_or_sections: Dim | Size, dim: Axis = 0) -> list[Tensor["*pre ?n *post"]]:
    """So many parts, as equal as possible, or those between the places given.

    >>> tensor_split((7, 4), 3)
    ((3, 4), (2, 4), (2, 4))
    >>> tensor_split((7, 4), (2, 5))
    ((2, 4), (3, 4), (2, 4))
    >>> tensor_split((7, 4), 0)
    error: sections
    >>> tensor_split((7, 4), 2, 2)
    error: range
    """
    n = cut_sizes(k, indices_or_sections)

@op("torch.hsplit", "torch.Tensor.hsplit", finds="split-sizes")
@overload
def hsplit(input: Tensor["k"], indices_or_sections: Dim | Size) -> list[Tensor["?n"]]:
    n = cut_sizes(k, indices_or_sections)
    assert is_tuple(indices_or_sections) or k % indices_or_sections == 0, "the axis must be divisible by the number of sections"
@overload
def hsplit(input: Tensor["m k *rest"], indices_or_sections: Dim | Size) -> list[Tensor["m ?n *rest"]]:
    """Cut along the second axis, a vector along its own.

    >>> hsplit((2, 6), 3)
    ((2, 2), (2, 2), (2, 2))
    >>> hsplit((6,), (1, 4))
    ((1,), (3,), (2,))
    >>> hsplit((2, 6), 4)
    error: divisible
    >>> hsplit((), 1)
    error: rank
    """
    n = cut_sizes(k, indices_or_sections)
    assert is_tuple(indices_or_sections) or k % indices_or_sections == 0, "the axis must be divisible by the number of sections"

@op("torch.vsplit", "torch.Tensor.vsplit", finds="split-sizes")
def vsplit(input: Tensor["k m *rest"], indices_or_sections: Dim | Size) -> list[Tensor["?n m *rest"]]:
    """Cut along the first axis of a matrix.

    >>> vsplit((6, 2), 3)
    ((2, 2), (2, 2), (2, 2))
    >>> vsplit((6, 2), 4)
    error: divisible
    """
    n = cut_sizes(k, indices_or_sections)
    assert is_tuple(indices_or_sections) or k % indices_or_sections == 0, "the axis must be divisible by the number of sections"

@op("torch.dsplit", "torch.Tensor.dsplit", finds="split-sizes")
def dsplit(input: Tensor["l m k *rest"], indices_or_sections: Dim | Size) -> list[Tensor["l m ?n *rest"]]:
    """Cut along the third axis.

    >>> dsplit((1, 2, 6), (1, 4))
    ((1, 2, 1), (1, 2, 3), (1, 2, 2))
    >>> dsplit((1, 2, 6), 4)
    error: divisible
    """
    n = cut_sizes(k, indices_or_sections)
    assert is_tuple(indices_or_sections) or k % indices_or_sections == 0, "the axis must be divisible by the number of sections"

@op("torch.unsafe_chunk", "torch.Tensor.unsafe_chunk", finds="index-range")
def unsafe_chunk(input: Tensor["*pre k@dim *post"], chunks: Dim, dim: Axis = 0) -> list[Tensor["*pre ?n *post"]]:
    """As `chunk`, without a check of later writes.

    >>> unsafe_chunk((5, 2), 2)
    ((3, 2), (2, 2))
    >>> unsafe_chunk((5, 2), 2, 2)
    error: range
    """
    n = chunk_sizes(k, chunks)

@op("torch.split_copy", "torch.unsafe_split", "torch.Tensor.unsafe_split", finds="split-sizes")
def split_copy(input: Tensor["*pre k@dim *post"], split_size: Dim, dim: Axis = 0, *, out: object = None) -> list[Tensor["*pre ?n *post"]]:
    """Parts of a given size.

    >>> split_copy((5, 2), 2)
    ((2, 2), (2, 2), (1, 2))
    >>> split_copy((5, 2), 0)
    error: split_size
    """
    assert split_size >= 0, "split_size must not be negative"
    assert split_size > 0 or k == 0, "split_size may be 0 on an empty axis only"
    n = split_sizes(k, split_size)

@op("torch.split_with_sizes_copy", "torch.unsafe_split_with_sizes", "torch.Tensor.unsafe_split_with_sizes", finds="split-sizes")
def split_with_sizes_copy(input: Tensor["*pre k@dim *post"], split_sizes: Size, dim: Axis = 0, *, out: object = None) -> list[Tensor["*pre ?n *post"]]:
    """Parts of given sizes.

    >>> split_with_sizes_copy((5, 2), (2, 3))
    ((2, 2), (3, 2))
    >>> split_with_sizes_copy((5, 2), (2, 2))
    error: add up
    """
    n = split_sizes(k, split_sizes)
    assert all(part >= 0 for part in n), "sizes must not be negative"

@op("torch.unbind_copy", finds="index-range")
def unbind_copy(input: Tensor["*pre k@dim *post"], dim: Axis = 0, *, out: object = None) -> list[Tensor["*pre *post"], k]:
    """Copies of the slices along an axis.

    >>> unbind_copy((2, 3))
    ((3,), (3,))
    >>> unbind_copy((2, 3), 2)
    error: range
    """

@op("torch.broadcast_tensors", "torch.functional.broadcast_tensors", finds="broadcast-sizes")
def broadcast_tensors(*tensors: Tensor) -> Value["expand_each(tensors)"]:
    """Each in the shape that all broadcast to.

    >>> broadcast_tensors((3, 1), (4,))
    ((3, 4), (3, 4))
    >>> broadcast_tensors((3, 2), (4,))
    error: broadcast
    """
    common = expand_each(tensors)

@op("torch.broadcast_shapes", "torch.functional.broadcast_shapes", finds="broadcast-sizes")
def broadcast_shapes(*shapes: Size) -> Size["*new"]:
    """The shape that shapes broadcast to; an int is one of one axis.

    >>> broadcast_shapes((3, 1), (4,))
    (3, 4)
    >>> broadcast_shapes((3, 2), (4,))
    error: broadcast
    """
    new = broadcast_shapes(shapes)
