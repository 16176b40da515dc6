"""Arrays of another shape, or with axes in another order."""

@op("numpy.reshape", finds="reshape-elements")
def reshape(a: NDArray["*old"], shape: Size, order: object = "C", *, copy: object = None) -> NDArray["*new"]:
    """Same elements, new shape; one size may be -1.

    >>> reshape((2, 3, 4), (6, -1))
    (6, 4)
    >>> reshape((2, 3, 4), (5, -1))
    error: elements
    """
    wanted = shape if all(n >= -1 for n in shape) else unsure()
    assert count(wanted, -1) <= 1, "only one size can be inferred"
    new = infer_minus_one(wanted, prod(old))
    assert prod(new) == prod(old), "different number of elements"
    assert order != "C" or not reorders(old, new), "[reshape-as-transpose] the same sizes in another order: the elements keep theirs, so that axes are not exchanged; use transpose"

@op("numpy.ndarray.reshape", finds="reshape-elements")
def reshape_method(a: NDArray["*old"], shape: Size, *, order: object = "C", copy: object = None) -> NDArray["*new"]:
    """Same elements, new shape; one size may be -1.

    >>> reshape_method((2, 3, 4), 6, -1)
    (6, 4)
    >>> reshape_method((2, 3, 4), (5, 5))
    error: elements
    """
    wanted = shape if all(n >= -1 for n in shape) else unsure()
    assert count(wanted, -1) <= 1, "only one size can be inferred"
    new = infer_minus_one(wanted, prod(old))
    assert prod(new) == prod(old), "different number of elements"
    assert order != "C" or not reorders(old, new), "[reshape-as-transpose] the same sizes in another order: the elements keep theirs, so that axes are not exchanged; use transpose"

@op("numpy.resize")
def resize(a: NDArray["*s"], new_shape: Size) -> NDArray["*new_shape"]:
    """Another shape, filled with what there is.

    >>> resize((2, 3), (4, 5))
    (4, 5)
    >>> resize((2, 3), (4, -1))
    error: negative
    """
    assert all(n >= 0 for n in new_shape), "sizes must not be negative"

@op("numpy.ravel", "numpy.ndarray.ravel", "numpy.ndarray.flatten")
def ravel(a: NDArray["*s"], order: object = "C") -> NDArray["prod(s)"]:
    """All elements as a vector.

    >>> ravel((2, 3))
    (6,)
    """

@op("numpy.transpose", "numpy.permute_dims", finds="permute-axes")
def transpose(a: NDArray["*s"], axes: Axes | None = None) -> NDArray["*new"]:
    """The axes in another order, reversed where none is given.

    >>> transpose((2, 3, 4))
    (4, 3, 2)
    >>> transpose((2, 3, 4), (2, 0, 1))
    (4, 2, 3)
    >>> transpose((2, 3, 4), (1, 0))
    error: axes
    """
    new = permuted(s, axes)

@op("numpy.ndarray.transpose", finds="permute-axes")
def transpose_method(a: NDArray["*s"], *axes: object) -> NDArray["*new"]:
    """The axes in another order, reversed where none is given.

    >>> transpose_method((2, 3, 4))
    (4, 3, 2)
    >>> transpose_method((2, 3, 4), 2, 0, 1)
    (4, 2, 3)
    >>> transpose_method((2, 3, 4), (2, 0, 1))
    (4, 2, 3)
    >>> transpose_method((2, 3, 4), 0, 1)
    error: axes
    """
    order = None if len(axes) == 0 else axes[0] if len(axes) == 1 and (axes[0] is None or is_tuple(axes[0])) else axes
    new = permuted(s, order)

@op("numpy.matrix_transpose", "numpy.linalg.matrix_transpose", finds="index-rank")
def matrix_transpose(x: NDArray["*batch n m"]) -> NDArray["*batch m n"]:
    """The last two axes exchanged.

    >>> matrix_transpose((4, 2, 3))
    (4, 3, 2)
    >>> matrix_transpose((3,))
    error: rank
    """

@op("numpy.swapaxes", "numpy.ndarray.swapaxes", finds="index-range")
def swapaxes(a: NDArray["*s"], axis1: Axis, axis2: Axis) -> NDArray["*new"]:
    """Two axes exchanged.

    >>> swapaxes((2, 3, 4), 0, -1)
    (4, 3, 2)
    >>> swapaxes((2, 3), 0, 2)
    error: range
    """
    new = swapped(s, axis1, axis2)

@op("numpy.moveaxis", finds="index-range")
def moveaxis(a: NDArray["*s"], source: Axes, destination: Axes) -> NDArray["*new"]:
    """Axes put at other places.

    >>> moveaxis((2, 3, 4), 0, -1)
    (3, 4, 2)
    >>> moveaxis((2, 3, 4), (0, 1), (-1, -2))
    (4, 3, 2)
    >>> moveaxis((2, 3), 2, 0)
    error: range
    """
    new = moved(s, source, destination)

@op("numpy.rollaxis", finds="index-range")
def rollaxis(a: NDArray["*s"], axis: Axis, start: Dim = 0) -> NDArray["*new"]:
    """One axis put before another.

    >>> rollaxis((2, 3, 4), 2)
    (4, 2, 3)
    >>> rollaxis((2, 3, 4), 0, 3)
    (3, 4, 2)
    >>> rollaxis((2, 3), 2)
    error: range
    """
    new = rolled(s, axis, start)

@op("numpy.expand_dims", finds="index-range")
def expand_dims(a: NDArray["*s"], axis: Axes) -> NDArray["*new"]:
    """New axes of size 1.

    >>> expand_dims((2, 3), 0)
    (1, 2, 3)
    >>> expand_dims((2, 3), (0, -1))
    (1, 2, 3, 1)
    >>> expand_dims((2, 3), 3)
    error: range
    """
    new = expand_axes(s, axis)

@op("numpy.squeeze", "numpy.ndarray.squeeze", finds="squeeze-axis")
def squeeze(a: NDArray["*s"], axis: Axes | None = None) -> NDArray["*new"]:
    """Without axes of size 1; those that are named must be of that size.

    >>> squeeze((1, 2, 1))
    (2,)
    >>> squeeze((1, 2, 1), 0)
    (2, 1)
    >>> squeeze((1, 2, 1), 1)
    error: squeezed
    """
    new = array_squeezed(s, axis)

@op("numpy.atleast_1d")
def atleast_1d(*arys: NDArray) -> NDAny["*new"] if len(arys) == 1 else list[NDAny, len(arys)]:
    """A scalar as a vector.

    >>> atleast_1d(())
    (1,)
    >>> atleast_1d((2, 3))
    (2, 3)
    """
    new = at_least(shape_of(arys[0]), 1)

@op("numpy.atleast_2d")
def atleast_2d(*arys: NDArray) -> NDAny["*new"] if len(arys) == 1 else list[NDAny, len(arys)]:
    """Axes put before those that are there, up to two.

    >>> atleast_2d((3,))
    (1, 3)
    >>> atleast_2d((2, 3, 4))
    (2, 3, 4)
    """
    new = at_least(shape_of(arys[0]), 2)

@op("numpy.atleast_3d")
def atleast_3d(*arys: NDArray) -> NDAny["*new"] if len(arys) == 1 else list[NDAny, len(arys)]:
    """Axes put around those that are there, up to three.

    >>> atleast_3d((3,))
    (1, 3, 1)
    >>> atleast_3d((2, 3))
    (2, 3, 1)
    """
    new = at_least(shape_of(arys[0]), 3)

@op("numpy.broadcast_to", finds="expand-sizes")
def broadcast_to(array: NDArray["*s"], shape: Size, subok: bool = False) -> NDArray["*shape"]:
    """The array broadcast to a shape.

    >>> broadcast_to((3,), (2, 3))
    (2, 3)
    >>> broadcast_to((2, 3), (2, 4))
    error: broadcast
    """
    assert all(n >= 0 for n in shape), "[bad-argument] sizes must not be negative"
    assert broadcasts_to(s, shape), "the array does not broadcast to the shape"

@op("numpy.broadcast_arrays", finds="broadcast-sizes")
def broadcast_arrays(*args: NDArray["*#s"], subok: bool = False) -> list[NDAny["*new"], len(args)]:
    """All broadcast together.

    >>> broadcast_arrays((2, 1), (3,))
    ((2, 3), (2, 3))
    >>> broadcast_arrays((2, 3), (2,))
    error: broadcast
    """
    new = broadcast_all(args)

@op("numpy.broadcast_shapes", finds="broadcast-sizes")
def broadcast_shapes(*args: object) -> object:
    """The shape that shapes have together.

    >>> broadcast_shapes((2, 1), (3,))
    ...
    """

@op("numpy.flip", finds="index-range")
def flip(m: NDArray["*s"], axis: Axes | None = None) -> NDArray["*s"]:
    """The order along some axes turned round.

    >>> flip((2, 3), 0)
    (2, 3)
    >>> flip((2, 3), 2)
    error: range
    """
    kept = reduced(s, axis, True)

@op("numpy.flipud", finds="index-rank")
def flipud(m: NDArray["n *rest"]) -> NDArray["n *rest"]:
    """The first axis turned round.

    >>> flipud((2, 3))
    (2, 3)
    >>> flipud(())
    error: rank
    """

@op("numpy.fliplr", finds="index-rank")
def fliplr(m: NDArray["n k *rest"]) -> NDArray["n k *rest"]:
    """The second axis turned round.

    >>> fliplr((2, 3))
    (2, 3)
    >>> fliplr((3,))
    error: rank
    """

@op("numpy.roll", finds="index-range")
@overload
def roll(a: NDArray["*s"], shift: object, axis: None = None) -> NDArray["*s"]: ...
@overload
def roll(a: NDArray["*s"], shift: Axes, axis: Axes) -> NDArray["*s"]:
    """Elements moved along axes, coming in again at the other end.

    >>> roll((2, 3), 1)
    (2, 3)
    >>> roll((2, 3), 1, 1)
    (2, 3)
    >>> roll((2, 3), 1, 2)
    error: range
    """
    size = [axis_size(s, i) for i in axis]
    assert len(axis) > 0 or unsure(), "no axis is given"
    assert len(shift) == len(axis) or len(shift) == 1 or len(axis) == 1, "[bad-argument] there must be one shift for each axis"

@op("numpy.lib.stride_tricks.sliding_window_view", finds="kernel-size")
def sliding_window_view(x: NDArray["*s"], window_shape: Size, axis: Axes | None = None, *, subok: bool = False, writeable: bool = False) -> NDArray["*places *window_shape"]:
    """All windows along axes, whose sizes stand last.

    >>> sliding_window_view((6,), 3)
    (4, 3)
    >>> sliding_window_view((5, 6), (2, 3))
    (4, 4, 2, 3)
    >>> sliding_window_view((5, 6), 3, axis=1)
    (5, 4, 3)
    >>> sliding_window_view((5, 6), (2, 3), axis=(0, 0))
    (2, 6, 2, 3)
    >>> sliding_window_view((6,), 7)
    error: larger
    >>> sliding_window_view((5, 6), 3)
    error: windows
    >>> sliding_window_view((5, 6), 3, axis=2)
    error: range
    >>> sliding_window_view((6,), -1)
    error: negative
    """
    assert all(n >= 0 for n in window_shape), "[bad-argument] a window must not be negative"
    places = windowed(s, window_shape, axis)

@op("numpy.lib.stride_tricks.as_strided", finds="bad-argument")
@overload
def as_strided(x: NDArray["*s"], shape: None = None, strides: None = None, subok: bool = False, writeable: bool = True) -> NDArray["*s"]: ...
@overload
def as_strided(x: NDArray["*s"], shape: None, strides: Size, subok: bool = False, writeable: bool = True) -> NDArray["*s"]:
    assert len(strides) == len(s), "shape and strides must be equally long"
@overload
def as_strided(x: NDArray["*s"], shape: Size, strides: None = None, subok: bool = False, writeable: bool = True) -> NDArray["*shape"]:
    assert all(n >= 0 for n in shape), "sizes must not be negative"
@overload
def as_strided(x: NDArray["*s"], shape: Size, strides: Size, subok: bool = False, writeable: bool = True) -> NDArray["*shape"]:
    """The memory seen in another shape, with these strides (in bytes).

    >>> as_strided((12,), (3, 4), (32, 8))
    (3, 4)
    >>> as_strided((12,), (3, 4), (8,))
    error: strides
    >>> as_strided((12,), (3, -4), (32, 8))
    error: negative
    """
    assert len(shape) == len(strides), "shape and strides must be equally long"
    assert all(n >= 0 for n in shape), "sizes must not be negative"

@op("numpy.rot90", finds="index-range")
def rot90(m: NDArray["*s"], k: int = 1, axes: Axes = (0, 1)) -> NDArray["*new"]:
    """Turned by quarters in the plane of two axes.

    >>> rot90((2, 3))
    (3, 2)
    >>> rot90((2, 3, 4), 2)
    (2, 3, 4)
    >>> rot90((3,))
    error: range
    """
    assert len(axes) == 2, "[bad-argument] a plane has two axes"
    turned = swapped(s, axes[0], axes[1])
    kept = reduced(s, axes, True)
    new = s if k % 2 == 0 else turned
