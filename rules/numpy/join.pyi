"""Joining arrays and taking them apart."""

@op("numpy.concatenate", "numpy.concat", finds="concat-sizes")
def concatenate(arrays: list[NDArray], axis: Axis | None = 0, out: object = None, *, dtype: object = None, casting: object = "same_kind") -> NDArray["*new"]:
    """Join along an existing axis; every other axis must agree. Flattened first for None.

    >>> concatenate([(2, 3), (2, 4)], axis=-1)
    (2, 7)
    >>> concatenate([(2, 3), (4,)], None)
    (10,)
    >>> concatenate([(2, 3), (2, 4)])
    error: axis 1
    >>> concatenate([(2, 3), (3,)])
    error: array 1
    """
    new = concatenated(arrays, axis)

@op("numpy.stack", finds="stack-shapes")
def stack(arrays: list[NDArray["*s"]], axis: Axis = 0, out: object = None, *, dtype: object = None, casting: object = "same_kind") -> NDArray["*new"]:
    """Join along a new axis; all shapes must be equal.

    >>> stack([(2, 3), (2, 3)], axis=-1)
    (2, 3, 2)
    >>> stack([(2, 3), (2, 4)])
    error: s is
    >>> stack([(2, 3)], 3)
    error: range
    """
    assert len(arrays) > 0 or unsure(), "there is nothing to join"
    new = stacked(s, axis, len(arrays))

@op("numpy.vstack", finds="concat-sizes")
def vstack(tup: list[NDArray], *, dtype: object = None, casting: object = "same_kind") -> NDArray["*new"]:
    """Join along the first axis; a vector is a row.

    >>> vstack([(3,), (2, 3)])
    (3, 3)
    >>> vstack([(2, 3), (2, 4)])
    error: axis 1
    """
    new = concatenated(tup, 0, 2)

@op("numpy.hstack", finds="concat-sizes")
def hstack(tup: list[NDArray], *, dtype: object = None, casting: object = "same_kind") -> NDArray["*new"]:
    """Join along the second axis, vectors along their only one.

    >>> hstack([(2, 3), (2, 4)])
    (2, 7)
    >>> hstack([(2,), (3,)])
    (5,)
    >>> hstack([(2, 3), (3, 3)])
    error: axis 0
    """
    first = shape_of(tup[0]) if len(tup) > 0 else ()
    new = concatenated(tup, 0 if len(first) < 2 else 1, 1)

@op("numpy.dstack", finds="concat-sizes")
def dstack(tup: list[NDArray]) -> NDArray["*new"]:
    """Join along the third axis.

    >>> dstack([(2, 3), (2, 3)])
    (2, 3, 2)
    >>> dstack([(2, 3), (2, 4)])
    error: axis 1
    """
    new = concatenated(tup, 2, 3)

@op("numpy.column_stack", finds="concat-sizes")
def column_stack(tup: list[NDArray]) -> NDArray["*new"]:
    """Join along the second axis; a vector is a column.

    >>> column_stack([(3,), (3, 2)])
    (3, 3)
    >>> column_stack([(3,), (4,)])
    error: axis 0
    """
    new = concatenated(tup, 1, 2, 1)

@op("numpy.append", finds="concat-sizes")
@overload
def append(arr: NDArray["*s"], values: NDArray["*v"], axis: None = None) -> NDArray["prod(s)+prod(v)"]: ...
@overload
def append(arr: NDArray["*s"], values: NDArray["*v"], axis: Axis) -> NDArray["*new"]:
    """More at the end: of an axis, or of the whole as a vector.

    >>> append((2, 3), (4,))
    (10,)
    >>> append((2, 3), (4, 3), axis=0)
    (6, 3)
    >>> append((2, 3), (4, 4), axis=0)
    error: axis 1
    """
    new = concatenated((arr, values), axis)

@op("numpy.insert", finds="index-range")
@overload
def insert(arr: NDArray["*s"], obj: int, values: NDAny["*v"], axis: None = None) -> NDArray["prod(s)+prod(v)"]:
    assert obj <= prod(s) and obj >= -prod(s), "the place is out of range"
    assert len(v) <= 1 or unsure(), "values are broadcast"
@overload
def insert(arr: NDArray["*s"], obj: int, values: NDAny["*v"], axis: Axis) -> NDArray["*new"]:
    """Values put in before a place.

    >>> insert((4,), 1, ())
    (5,)
    >>> insert((2, 3), 0, (), axis=1)
    (2, 4)
    >>> insert((2, 3), 4, (), axis=1)
    error: range
    """
    n = axis_size(s, axis)
    assert obj <= n and obj >= -n, "the place is out of range"
    assert len(v) == 0 or unsure(), "values are broadcast"
    new = with_axis(s, axis, n + 1)

@op("numpy.delete", finds="index-range")
@overload
def delete(arr: NDArray["*s"], obj: int, axis: None = None) -> NDArray["prod(s)-1"]:
    assert obj < prod(s) and obj >= -prod(s), "the place is out of range"
@overload
def delete(arr: NDArray["*s"], obj: int, axis: Axis) -> NDArray["*new"]:
    """One part of an axis left out, or one element of the whole.

    >>> delete((4,), 1)
    (3,)
    >>> delete((2, 3), 0, axis=1)
    (2, 2)
    >>> delete((2, 3), 3, axis=1)
    error: range
    """
    n = axis_size(s, axis)
    assert obj < n and obj >= -n, "the place is out of range"
    new = with_axis(s, axis, n - 1)

@op("numpy.split", finds="split-sizes")
def split(ary: NDArray["*s"], indices_or_sections: object, axis: Axis = 0) -> list[NDArray["*pre ?n *post"]]:
    """Equal parts of an axis, or parts between places.

    >>> split((6, 2), 3)
    ((2, 2), (2, 2), (2, 2))
    >>> split((2, 6), (1, 4), axis=1)
    ((2, 1), (2, 3), (2, 2))
    >>> split((7,), 2)
    error: equal
    """
    n = array_split(axis_size(s, axis), indices_or_sections, True)
    pre = before_axis(s, axis)
    post = after_axis(s, axis)

@op("numpy.array_split", finds="split-sizes")
def array_split(ary: NDArray["*s"], indices_or_sections: object, axis: Axis = 0) -> list[NDArray["*pre ?n *post"]]:
    """So many parts of an axis, the first ones longer by one if need be.

    >>> array_split((7,), 3)
    ((3,), (2,), (2,))
    >>> array_split((2, 3), 0)
    error: positive
    """
    n = array_split(axis_size(s, axis), indices_or_sections, False)
    pre = before_axis(s, axis)
    post = after_axis(s, axis)

@op("numpy.hsplit", finds="split-sizes")
@overload
def hsplit(ary: NDArray["m"], indices_or_sections: object) -> list[NDArray["?n"]]:
    n = array_split(m, indices_or_sections, True)
@overload
def hsplit(ary: NDArray["r m *post"], indices_or_sections: object) -> list[NDArray["r ?n *post"]]:
    """Parts of the second axis, of a vector its only one.

    >>> hsplit((2, 6), 3)
    ((2, 2), (2, 2), (2, 2))
    >>> hsplit((7,), 2)
    error: equal
    """
    n = array_split(m, indices_or_sections, True)

@op("numpy.vsplit", finds="split-sizes")
def vsplit(ary: NDArray["r m *post"], indices_or_sections: object) -> list[NDArray["?n m *post"]]:
    """Parts of the first axis.

    >>> vsplit((6, 2), 3)
    ((2, 2), (2, 2), (2, 2))
    >>> vsplit((7, 1), 2)
    error: equal
    """
    n = array_split(r, indices_or_sections, True)

@op("numpy.dsplit", finds="split-sizes")
def dsplit(ary: NDArray["r c m *post"], indices_or_sections: object) -> list[NDArray["r c ?n *post"]]:
    """Parts of the third axis.

    >>> dsplit((2, 2, 6), 3)
    ((2, 2, 2), (2, 2, 2), (2, 2, 2))
    >>> dsplit((2, 2, 7), 2)
    error: equal
    """
    n = array_split(m, indices_or_sections, True)

@op("numpy.unstack", finds="index-range")
def unstack(x: NDArray["*s"], axis: Axis = 0) -> list[NDArray["*new"], n]:
    """The slices along an axis.

    >>> unstack((2, 3))
    ((3,), (3,))
    >>> unstack((2, 3), axis=2)
    error: range
    """
    n = axis_size(s, axis)
    new = before_axis(s, axis) + after_axis(s, axis)
