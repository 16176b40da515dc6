"""TensorFlow's tensors in another shape, or with axes in another order; their sizes."""

@op("tensorflow.reshape", finds="reshape-elements")
def reshape(tensor: Tensor["*old"], shape: object, name: object = None) -> Value["elements_kept(tensor, new)"] if elements_known(tensor) else Tensor["*new"]:
    """Same elements, new shape; one size may be -1.

    >>> reshape((2, 3, 4), [6, -1])
    (6, 4)
    >>> reshape((2, 3, 4), [5, -1])
    error: elements
    >>> reshape((2, 3), [-1, -1])
    error: inferred
    """
    wanted = given_sizes(shape)
    assert count(wanted, -1) <= 1, "only one size can be inferred"
    assert all(n >= -1 for n in wanted), "sizes must not be negative"
    new = infer_minus_one(wanted, prod(old))
    assert same_elements(old, new), "different number of elements"
    assert not reorders(old, new), "[reshape-as-transpose] the same sizes in another order: the elements keep theirs, so that axes are not exchanged; use transpose"

@op("tensorflow.ensure_shape")
def ensure_shape(x: Tensor["*s"], shape: object, name: object = None) -> Tensor["*new"]:
    """The same tensor, held against a shape; None stands for any size.

    >>> ensure_shape((2, 3), [None, 3])
    (2, 3)
    >>> ensure_shape((2, 3), [None, 4])
    error: axis 1
    """
    new = ensured(s, shape)

@op("tensorflow.shape")
def shape(input: Tensor, out_type: object = None, name: object = None) -> Value["shape_tensor(input)"]:
    """The sizes, as a tensor.

    >>> shape((2, 3, 4))
    (3,)
    """

@op("tensorflow.size")
def size(input: Tensor["*s"], out_type: object = None, name: object = None) -> Value["one_number(prod(s))"]:
    """The number of elements, as a tensor.

    >>> size((2, 3, 4))
    ()
    """

@op("tensorflow.rank")
def rank(input: Tensor["*s"], name: object = None) -> Value["one_number(len(s))"]:
    """The number of axes, as a tensor.

    >>> rank((2, 3, 4))
    ()
    """

@op("tensorflow.transpose", finds="permute-axes")
def transpose(a: Tensor["*s"], perm: Axes | None = None, conjugate: object = False, name: object = None) -> Tensor["*new"]:
    """The axes in another order, reversed where none is given.

    >>> transpose((2, 3, 4))
    (4, 3, 2)
    >>> transpose((2, 3, 4), perm=[2, 0, 1])
    (4, 2, 3)
    >>> transpose((2, 3, 4), [1, 0])
    error: axes
    """
    new = permuted(s, perm)

@op("tensorflow.linalg.matrix_transpose", finds="index-rank")
def matrix_transpose(a: Tensor["*batch n m"], name: object = None, conjugate: object = False) -> Tensor["*batch m n"]:
    """The last two axes exchanged.

    >>> matrix_transpose((4, 2, 3))
    (4, 3, 2)
    >>> matrix_transpose((3,))
    error: rank
    """

@op("tensorflow.linalg.adjoint", finds="index-rank")
def adjoint(matrix: Tensor["*batch n m"], name: object = None) -> Tensor["*batch m n"]:
    """The last two axes exchanged.

    >>> adjoint((4, 2, 3))
    (4, 3, 2)
    >>> adjoint((3,))
    error: rank
    """

@op("tensorflow.expand_dims", finds="index-range")
def expand_dims(input: Tensor["*s"], axis: Axis, name: object = None) -> Value["elements_kept(input, new)"] if elements_known(input) else Tensor["*new"]:
    """A new axis of size 1.

    >>> expand_dims((2, 3), 0)
    (1, 2, 3)
    >>> expand_dims((2, 3), axis=-1)
    (2, 3, 1)
    >>> expand_dims((2, 3), 3)
    error: range
    """
    new = expand_axes(s, axis)

@op("tensorflow.squeeze", finds="squeeze-axis")
@overload
def squeeze(input: Tensor["*pre one@axis *post"], axis: Axis, name: object = None) -> Value["elements_kept(input, pre + post)"] if elements_known(input) else Tensor["*pre *post"]:
    assert one == 1, "the axis cannot be squeezed: its size is not 1"
@overload
def squeeze(input: Tensor["*s"], axis: tuple[Axis, ...] | None = None, name: object = None) -> Value["elements_kept(input, new)"] if elements_known(input) else Tensor["*new"]:
    """Without axes of size 1; those that are named must be of that size.

    >>> squeeze((1, 2, 1))
    (2,)
    >>> squeeze((1, 2, 1), axis=-1)
    (1, 2)
    >>> squeeze((1, 2, 1), [0, 2])
    (2,)
    >>> squeeze((1, 2, 1), [1])
    error: squeezed
    """
    new = ones_squeezed(s, axis)

@op("tensorflow.tile", finds="bad-argument")
def tile(input: Tensor["*s"], multiples: object, name: object = None) -> Tensor["*new"]:
    """The tensor set side by side with itself, so many times along each axis.

    >>> tile((2, 3), [1, 2])
    (2, 6)
    >>> tile((2, 3), [2])
    error: one for each
    """
    times = given_sizes(multiples)
    assert not is_number(multiples), "multiples must be a list, one for each axis"
    assert len(times) == len(s), "there must be multiples, one for each axis"
    assert all(n >= 0 for n in times), "multiples must not be negative"
    new = tile(s, times)

@op("tensorflow.repeat", finds="bad-argument")
@overload
def repeat(input: Tensor["*s"], repeats: Integer["*r"] | Axes, axis: None = None, name: object = None) -> Tensor["n"]:
    whole = prod(s)
    assert not is_tensor(repeats) or len(r) < 2, "the counts must be a vector"
    assert repeats_fit(repeats, whole), "there must be one count, or one for each element"
    n = repeated(whole, repeats)
@overload
def repeat(input: Tensor["*s"], repeats: Integer["*r"] | Axes, axis: Axis, name: object = None) -> Tensor["*new"]:
    """Each element, or each part of an axis, so many times.

    >>> repeat((2, 3), 2)
    (12,)
    >>> repeat((2, 3), 2, axis=0)
    (4, 3)
    >>> repeat((2, 3), [1, 2, 3], axis=0)
    error: count
    """
    parts = at_least(s, 1)
    size = axis_size(parts, axis)
    assert not is_tensor(repeats) or len(r) < 2, "the counts must be a vector"
    assert repeats_fit(repeats, size), "there must be one count, or one for each part of the axis"
    new = with_axis(parts, axis, repeated(size, repeats))

@op("tensorflow.reverse", finds="index-range")
def reverse(tensor: Tensor["*s"], axis: object, name: object = None) -> Tensor["*s"]:
    """Axes turned round.

    >>> reverse((2, 3), [1])
    (2, 3)
    >>> reverse((2, 3), [2])
    error: range
    >>> reverse((2, 3), 1)
    error: list
    """
    assert not is_number(axis) or len(s) == 0, "[bad-argument] axis must be a list"
    kept = reduced(s, axis, True) if len(s) > 0 else ()

@op("tensorflow.roll", finds="index-range")
def roll(input: Tensor["*s"], shift: object, axis: object, name: object = None) -> Tensor["*s"]:
    """Elements moved along axes, those that fall off put in at the other end.

    >>> roll((2, 3), 1, axis=0)
    (2, 3)
    >>> roll((2, 3), [1, 2], [0, 2])
    error: range
    >>> roll((2, 3), [1, 2], 0)
    error: shifts
    """
    assert rolls(s, shift, axis), "the axes do not fit"

@op("tensorflow.broadcast_to", finds="broadcast-sizes")
def broadcast_to(input: Tensor["*s"], shape: object, name: object = None) -> Tensor["*new"]:
    """The tensor broadcast to a shape.

    >>> broadcast_to((3,), [2, 3])
    (2, 3)
    >>> broadcast_to((2, 3), [2, 4])
    error: broadcast
    """
    assert not is_number(shape), "[bad-argument] the shape must be a list"
    new = given_sizes(shape)
    assert all(n >= 0 for n in new), "[bad-argument] sizes must not be negative"
    assert broadcasts_to(s, new), "the tensor does not broadcast to the shape"

@op("tensorflow.pad", finds="pad-sizes")
def pad(tensor: Tensor["*s"], paddings: object, mode: object = "CONSTANT", constant_values: object = 0, name: object = None) -> Tensor["*new"]:
    """Filled up on both sides of each axis.

    >>> pad((2, 3), [[1, 1], [0, 2]])
    (4, 5)
    >>> pad((2, 3), [[1, 1]])
    error: pairs
    >>> pad((2, 3), [[2, 0], [0, 0]], "REFLECT")
    error: reflected
    """
    new = pad_widths(s, paddings, mode)

@op("tensorflow.slice", finds="index-range")
def slice(input_: Tensor["*s"], begin: object, size: object, name: object = None) -> Value["elements_from(input_, begin, new)"] if elements_known(input_) else Tensor["*new"]:
    """A part: so many from a place on along each axis, or (-1) all that follow.

    >>> slice((2, 3), [0, 1], [2, -1])
    (2, 2)
    >>> slice((2, 3), [0, 1], [2, 3])
    error: from 1 on
    """
    new = slice_sizes(s, begin, size)

@op("tensorflow.strided_slice", finds="index-range")
def strided_slice(
    input_: Tensor["*s"], begin: object, end: object, strides: object = None, begin_mask: object = 0, end_mask: object = 0,
    ellipsis_mask: Literal[0] = 0, new_axis_mask: Literal[0] = 0, shrink_axis_mask: object = 0, var: None = None, name: object = None,
) -> Tensor["*new"]:
    """A part, as by Python's slices.

    >>> strided_slice((5, 3), [0, 1], [5, 3], [2, 1])
    (3, 2)
    >>> strided_slice((5, 3), [0, 0, 0], [1, 1, 1])
    error: slices
    """
    new = strided_sizes(s, given_sizes(begin), given_sizes(end), None if strides is None else given_sizes(strides), (begin_mask, end_mask, shrink_axis_mask))

@op("tensorflow.reverse_sequence", finds="index-range")
def reverse_sequence(input: Tensor["*s"], seq_lengths: Integer["n"], seq_axis: Axis, batch_axis: Axis | None = None, name: object = None) -> Tensor["*s"]:
    """The first elements of each sequence turned round.

    >>> reverse_sequence((2, 3), (2,), seq_axis=1, batch_axis=0)
    (2, 3)
    >>> reverse_sequence((2, 3), (3,), seq_axis=1, batch_axis=0)
    error: length
    """
    batch = 0 if batch_axis is None else batch_axis
    assert seq_axis >= 0 and batch >= 0, "axes must not be negative"
    assert seq_axis != batch, "[bad-argument] both axes are one"
    kept = axis_size(s, seq_axis)
    assert axis_size(s, batch) == n, "[inner-size] there must be a length for each sequence"
