"""`keras.ops`: tensors of another shape, or with axes in another order."""

@op("keras.ops.reshape", finds="reshape-elements")
def reshape(x: Tensor["*old"], newshape: Size | Dim) -> Tensor["*new"]:
    """Same elements, new shape; one size may be -1.

    >>> reshape((2, 3, 4), (6, -1))
    (6, 4)
    >>> reshape((2, 3, 4), (5, -1))
    error: elements
    """
    assert all(n >= -1 for n in newshape), "[bad-argument] sizes must not be negative"
    assert count(newshape, -1) <= 1, "only one size can be inferred"
    new = infer_minus_one(newshape, prod(old))
    assert prod(new) == prod(old), "different number of elements"
    assert not reorders(old, new), "[reshape-as-transpose] the same sizes in another order: the elements keep theirs, so that axes are not exchanged; use transpose"

@op("keras.ops.ravel")
def ravel(x: Tensor["*s"]) -> Tensor["prod(s)"]:
    """All elements as a vector.

    >>> ravel((2, 3))
    (6,)
    """

@op("keras.ops.transpose", finds="permute-axes")
def transpose(x: Tensor["*s"], axes: Axes | None = None) -> Tensor["*new"]:
    """The axes in another order, reversed where none is given.

    >>> transpose((2, 3, 4))
    (4, 3, 2)
    >>> transpose((2, 3, 4), axes=(2, 0, 1))
    (4, 2, 3)
    >>> transpose((2, 3, 4), (1, 0))
    error: axes
    """
    new = permuted(s, axes)

@op("keras.ops.swapaxes", finds="index-range")
def swapaxes(x: Tensor["*s"], axis1: Axis, axis2: Axis) -> Tensor["*new"]:
    """Two axes exchanged.

    >>> swapaxes((2, 3, 4), axis1=0, axis2=-1)
    (4, 3, 2)
    >>> swapaxes((2, 3), 0, 2)
    error: range
    """
    new = swap(s, axis1, axis2)

@op("keras.ops.moveaxis", finds="index-range")
def moveaxis(x: Tensor["*s"], source: Axes, destination: Axes) -> Tensor["*new"]:
    """Axes put at other places.

    >>> moveaxis((2, 3, 4), 0, -1)
    (3, 4, 2)
    >>> moveaxis((2, 3, 4), (0, 1), (-1, -2))
    (4, 3, 2)
    >>> moveaxis((2, 3), 2, 0)
    error: range
    """
    new = move(s, source, destination)

@op("keras.ops.expand_dims", finds="index-range")
def expand_dims(x: Tensor["*s"], axis: Axes) -> Tensor["*new"]:
    """New axes of size 1.

    >>> expand_dims((2, 3), axis=0)
    (1, 2, 3)
    >>> expand_dims((2, 3), axis=(0, -1))
    (1, 2, 3, 1)
    >>> expand_dims((2, 3), axis=3)
    error: range
    """
    places = [i % (len(s) + len(axis)) for i in axis] if len(axis) > 1 else axis
    twice = any(count(places, p) > 1 for p in places)
    new = expand_axes(s, axis) if not twice else unsure()

@op("keras.ops.squeeze", finds="index-range")
def squeeze(x: Tensor["*s"], axis: Axes | None = None) -> Tensor["*new"]:
    """Without axes of size 1. One that is named and has another size stays on the torch backend.

    >>> squeeze((1, 2, 1))
    (2,)
    >>> squeeze((1, 2, 1), axis=0)
    (2, 1)
    >>> squeeze((1, 2, 1), axis=3)
    error: range
    """
    new = squeeze(s, axis)

@op("keras.ops.broadcast_to", finds="expand-sizes")
def broadcast_to(x: Tensor["*s"], shape: Size | Dim) -> Tensor["*shape"]:
    """The tensor broadcast to a shape.

    >>> broadcast_to((3,), (2, 3))
    (2, 3)
    >>> broadcast_to((2, 3), (2, 4))
    error: broadcast
    """
    wanted = shape if all(n >= 0 for n in shape) else unsure()
    assert broadcasts_to(s, wanted), "the tensor does not broadcast to the shape"

@op("keras.ops.tile")
def tile(x: Tensor["*s"], repeats: Size | Dim) -> Tensor["*new"]:
    """Repeated as a whole along each axis.

    >>> tile((2, 3), (2, 1))
    (4, 3)
    >>> tile((3,), (2, 2))
    (2, 6)
    >>> tile((2, 3), (-2, 1))
    error: negative
    """
    assert all(n >= 0 for n in repeats), "counts must not be negative"
    new = tile(s, repeats)

@op("keras.ops.repeat", finds="bad-argument")
@overload
def repeat(x: Tensor["*s"], repeats: object, axis: None = None) -> Tensor["n"]:
    assert repeats_fit(repeats, prod(s)), "there must be a count for each element"
    n = repeated(prod(s), repeats)
@overload
def repeat(x: Tensor["*pre k@axis *post"], repeats: object, axis: Axis) -> Tensor["*pre n *post"]:
    """Each element repeated, in the whole as a vector or along an axis.

    >>> repeat((2, 3), 2)
    (12,)
    >>> repeat((2, 3), 2, axis=1)
    (2, 6)
    >>> repeat((2, 3), [1, 2, 3], axis=0)
    error: count
    """
    assert repeats_fit(repeats, k), "there must be a count for each part"
    n = repeated(k, repeats)

@op("keras.ops.flip", finds="index-range")
def flip(x: Tensor["*s"], axis: Axes | None = None) -> Tensor["*s"]:
    """The order along some axes turned round.

    >>> flip((2, 3), axis=0)
    (2, 3)
    >>> flip((2, 3), axis=2)
    error: range
    """
    sizes = s if axis is None else [size_at(s, i) for i in axis]

@op("keras.ops.flipud", finds="index-rank")
def flipud(x: Tensor["n *rest"]) -> Tensor["n *rest"]:
    """The first axis turned round.

    >>> flipud((2, 3))
    (2, 3)
    >>> flipud(())
    error: rank
    """

@op("keras.ops.fliplr", finds="index-rank")
def fliplr(x: Tensor["n k *rest"]) -> Tensor["n k *rest"]:
    """The second axis turned round.

    >>> fliplr((2, 3))
    (2, 3)
    >>> fliplr((3,))
    error: rank
    """

@op("keras.ops.roll", finds="index-range")
def roll(x: Tensor["*s"], shift: object, axis: Axes | None = None) -> Tensor["*s"]:
    """Elements moved along axes, coming in again at the other end.

    >>> roll((2, 3), 1)
    (2, 3)
    >>> roll((2, 3), 1, axis=1)
    (2, 3)
    >>> roll((2, 3), 1, axis=2)
    error: range
    """
    sizes = s if axis is None else [axis_size(s, i) for i in axis]

@op("keras.ops.rot90", finds="index-range")
def rot90(array: Tensor["*s"], k: int = 1, axes: Axes = (0, 1)) -> Tensor["*new"]:
    """Turned by quarters in the plane of two axes.

    >>> rot90((2, 3))
    (3, 2)
    >>> rot90((2, 3, 4), axes=(1, 2))
    (2, 4, 3)
    >>> rot90((3,))
    error: two axes
    >>> rot90((2, 3), axes=(0, 2))
    error: range
    """
    assert len(s) >= 2, "[index-rank] there must be two axes to turn"
    assert len(axes) == 2, "[bad-argument] a plane has two axes"
    assert axes[0] != axes[1], "[bad-argument] a plane has two different axes"
    turned = swapped(s, axes[0], axes[1])
    new = s if k % 2 == 0 else turned

@op("keras.ops.pad", finds="pad-sizes")
def pad(x: Tensor["*s"], pad_width: object, mode: object = "constant", constant_values: object = None) -> Tensor["*new"]:
    """Filled up on both sides of each axis.

    >>> pad((2, 3), [(0, 1), (2, 0)])
    (3, 5)
    >>> pad((2, 3), [[0, 1], [2, 0], [1, 1]])
    error: pairs
    """
    new = padded_sides(s, pad_width)

@op("keras.ops.rearrange", finds="pattern-axes")
def rearrange(tensor: Tensor["*s"], pattern: str, **axes_lengths: Dim) -> Tensor["*new"]:
    """Axes named on the left, in the order and groups of the right.

    >>> rearrange((2, 12, 3), "b (h w) c -> b c h w", h=3)
    (2, 3, 3, 4)
    >>> rearrange((2, 3, 4), "b h w -> (b h) w")
    (6, 4)
    >>> rearrange((2, 3), "b h w -> b (h w)")
    error: axes
    >>> rearrange((2, 12, 3), "b (h w) c -> b c h w", h=5)
    error: sizes
    >>> rearrange((2, 3), "b c -> b d")
    error: side
    """
    new = rearranged(s, pattern, axes_lengths)
    assert rearranges(s, pattern, axes_lengths), "the sizes are not those of the pattern"
