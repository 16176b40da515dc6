"""Joining TensorFlow's tensors, and taking them apart."""

@op("tensorflow.concat", finds="concat-sizes")
def concat(values: list[Tensor], axis: Axis, name: object = None) -> Value["elements_joined(values, new)"] if elements_known(values) else Tensor["*new"]:
    """Join along an existing axis; every other axis must agree.

    >>> concat([(2, 3), (2, 4)], axis=-1)
    (2, 7)
    >>> concat([(2, 3), (2, 4)], 0)
    error: axis 1
    >>> concat([(2, 3), (3,)], 0)
    error: array 1
    """
    new = shape_of(values[0]) if len(values) == 1 else concatenated(values, axis)

@op("tensorflow.stack", finds="stack-shapes")
@overload
def stack(values: list[Tensor["*s"]], axis: Axis = 0, name: object = None) -> Value["elements_joined(values, new)"] if elements_known(values) else Tensor["*new"]:
    assert len(values) > 0 or unsure(), "there is nothing to join"
    new = stacked(s, axis, len(values))
@overload
def stack(values: Tensor["n *s"], axis: Axis = 0, name: object = None) -> Tensor["*new"]:
    """Join along a new axis; all shapes must be equal.

    >>> stack([(2, 3), (2, 3)], axis=-1)
    (2, 3, 2)
    >>> stack([(2, 3), (2, 4)])
    error: s is
    >>> stack([(2, 3)], 3)
    error: range
    """
    new = stacked(s, axis, n)


@op("tensorflow.unstack", finds="index-range")
def unstack(value: Tensor["*pre n@axis *post"], num: Dim | None = None, axis: Axis = 0, name: object = None) -> Value["elements_apart(value, many)"] if elements_known(value) else list[Tensor["*pre *post"], many]:
    """The slices along an axis.

    >>> unstack((2, 3))
    ((3,), (3,))
    >>> unstack((2, 3), axis=1)
    ((2,), (2,), (2,))
    >>> unstack((2, 3), axis=2)
    error: range
    >>> unstack((2, 3), num=3)
    error: num
    """
    many = n if num is None else num
    assert many == n, "[unpack-count] num is not the size of the axis"

@op("tensorflow.split", finds="split-sizes")
def split(value: Tensor["*pre n@axis *post"], num_or_size_splits: object, axis: Axis = 0, num: Dim | None = None, name: object = None) -> Value["elements_parts(value, parts)"] if elements_known(value) else list[Tensor["*pre ?parts *post"]]:
    """So many equal parts of an axis, or parts of the sizes given.

    >>> split((6, 2), 3)
    ((2, 2), (2, 2), (2, 2))
    >>> split((2, 6), [1, -1], axis=1)
    ((2, 1), (2, 5))
    >>> split((7,), 2)
    error: equal
    >>> split((6, 2), [2, 3])
    error: add up
    """
    parts = split_parts(n, num_or_size_splits)
    assert num is None or is_number(num_or_size_splits) or num == len(parts), "num is not the number of parts"

@op("tensorflow.meshgrid")
def meshgrid(*args: Tensor, indexing: Literal["xy", "ij"] = "xy", name: object = None) -> list[Tensor["*new"], len(args)]:
    """Coordinate grids; the first two axes change places unless indexing is "ij".

    >>> meshgrid((2,), (3,))
    ((3, 2), (3, 2))
    >>> meshgrid((2,), (3,), (4,), indexing="ij")
    ((2, 3, 4), (2, 3, 4), (2, 3, 4))
    """
    n = [prod(shape_of(t)) for t in args]
    new = n if indexing == "ij" or len(n) < 2 else (n[1], n[0]) + n[2:]
