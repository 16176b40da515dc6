"""`keras.ops`: joining tensors and taking them apart."""

@op("keras.ops.concatenate", finds="concat-sizes")
def concatenate(xs: list[Tensor], axis: Axis = 0) -> Tensor["*new"]:
    """Join along an existing axis; every other axis must agree.

    >>> concatenate([(2, 3), (2, 4)], axis=-1)
    (2, 7)
    >>> concatenate([(2, 3), (2, 4)])
    error: axis 1
    >>> concatenate([(2, 3), (3,)])
    error: array 1
    """
    new = concatenated(xs, axis)

@op("keras.ops.append", finds="concat-sizes")
@overload
def append(x1: Tensor["*s"], x2: Tensor["*v"], axis: None = None) -> Tensor["prod(s)+prod(v)"]: ...
@overload
def append(x1: Tensor["*s"], x2: Tensor["*v"], axis: Axis) -> Tensor["*new"]:
    """More at the end: of an axis, or of the whole as a vector.

    >>> append((2, 3), (4,))
    (10,)
    >>> append((2, 3), (4, 3), axis=0)
    (6, 3)
    >>> append((2, 3), (4, 4), axis=0)
    error: axis 1
    """
    new = concatenated((x1, x2), axis)

@op("keras.ops.stack", finds="stack-shapes")
def stack(x: list[Tensor["*s"]], axis: Axis = 0) -> Tensor["*new"]:
    """Join along a new axis; all shapes must be equal.

    >>> stack([(2, 3), (2, 3)], axis=-1)
    (2, 3, 2)
    >>> stack([(2, 3), (2, 4)])
    error: s is
    >>> stack([(2, 3)], axis=3)
    error: range
    """
    assert len(x) > 0 or unsure(), "there is nothing to join"
    new = stacked(s, axis, len(x))

@op("keras.ops.vstack", finds="concat-sizes")
def vstack(xs: list[Tensor]) -> Tensor["*new"]:
    """Join along the first axis; a vector is a row.

    >>> vstack([(2, 3), (4, 3)])
    (6, 3)
    >>> vstack([(2, 3), (2, 4)])
    error: axis 1
    """
    new = concatenated(xs, 0, 2)

@op("keras.ops.hstack", finds="concat-sizes")
def hstack(xs: list[Tensor]) -> Tensor["*new"]:
    """Join along the second axis, vectors along their only one.

    >>> hstack([(2, 3), (2, 4)])
    (2, 7)
    >>> hstack([(2, 3), (3, 3)])
    error: axis 0
    """
    first = shape_of(xs[0]) if len(xs) > 0 else ()
    new = concatenated(xs, 0 if len(first) < 2 else 1, 1)

@op("keras.ops.dstack", finds="concat-sizes")
def dstack(xs: list[Tensor]) -> Tensor["*new"]:
    """Join along the third axis.

    >>> dstack([(2, 3), (2, 3)])
    (2, 3, 2)
    >>> dstack([(2, 3), (2, 4)])
    error: axis 1
    """
    new = concatenated(xs, 2, 3)

@op("keras.ops.split", finds="split-sizes")
def split(x: Tensor["*pre k@axis *post"], indices_or_sections: object, axis: Axis = 0) -> list[Tensor["*pre ?n *post"]]:
    """Equal parts of an axis, or parts between places; none may lie past the end.

    >>> split((6, 2), 3)
    ((2, 2), (2, 2), (2, 2))
    >>> split((2, 6), [1, 4], axis=1)
    ((2, 1), (2, 3), (2, 2))
    >>> split((7,), 2)
    error: equal
    >>> split((5,), [2, 6])
    error: places
    """
    n = pieces(k, indices_or_sections)

@op("keras.ops.array_split", finds="split-sizes")
def array_split(x: Tensor["*pre k@axis *post"], indices_or_sections: Dim, axis: Axis = 0) -> list[Tensor["*pre ?n *post"]]:
    """So many parts of an axis, the first ones longer by one if need be.

    >>> array_split((7,), 3)
    ((3,), (2,), (2,))
    >>> array_split((2, 3), 0)
    error: positive
    """
    n = cut_sizes(k, indices_or_sections)

@op("keras.ops.hsplit", finds="split-sizes")
@overload
def hsplit(x: Tensor["m"], indices_or_sections: object) -> list[Tensor["?n"]]:
    n = array_split(m, indices_or_sections, True)
@overload
def hsplit(x: Tensor["r m *post"], indices_or_sections: object) -> list[Tensor["r ?n *post"]]:
    """Parts of the second axis, of a vector its only one.

    >>> hsplit((2, 6), 3)
    ((2, 2), (2, 2), (2, 2))
    >>> hsplit((7,), 2)
    error: equal
    """
    n = array_split(m, indices_or_sections, True)

@op("keras.ops.vsplit", finds="split-sizes")
def vsplit(x: Tensor["r m *post"], indices_or_sections: object) -> list[Tensor["?n m *post"]]:
    """Parts of the first axis.

    >>> vsplit((6, 2), 3)
    ((2, 2), (2, 2), (2, 2))
    >>> vsplit((7, 1), 2)
    error: equal
    """
    n = array_split(r, indices_or_sections, True)

@op("keras.ops.dsplit", finds="split-sizes")
def dsplit(x: Tensor["r c m *post"], indices_or_sections: object) -> list[Tensor["r c ?n *post"]]:
    """Parts of the third axis.

    >>> dsplit((2, 2, 6), 3)
    ((2, 2, 2), (2, 2, 2), (2, 2, 2))
    >>> dsplit((2, 2, 7), 2)
    error: equal
    """
    n = array_split(m, indices_or_sections, True)

@op("keras.ops.unstack", finds="index-range")
def unstack(x: Tensor["*pre n@axis *post"], num: Dim | None = None, axis: Axis = 0) -> list[Tensor["*pre *post"], parts]:
    """The slices along an axis.

    >>> unstack((2, 3))
    ((3,), (3,))
    >>> unstack((2, 3), axis=1)
    ((2,), (2,), (2,))
    >>> unstack((2, 3), axis=2)
    error: range
    """
    parts = n if num is None or literal((n,)) else num
