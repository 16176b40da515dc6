"""Keras's layers that repeat, pad and crop."""

@op("keras.layers.UpSampling1D", finds="pad-sizes", legacy={"length": "size"})
class UpSampling1D:
    """Repeat each entry of a sequence `size` times.

    >>> UpSampling1D(2)((2, 10, 3))
    (2, 20, 3)
    >>> UpSampling1D(2)((10, 3))
    error: rank
    """

    def __init__(self, size: Dim = 2):
        assert size > 0, "size must be positive"

    def call(self, inputs: Tensor["n t channels"]) -> Tensor["n t*size channels"]: ...

@op("keras.layers.UpSampling2D", finds="pad-sizes", legacy={"dim_ordering": "data_format"})
class UpSampling2D:
    """Repeat each entry of an image `size` times.

    >>> UpSampling2D(2)((2, 10, 9, 3))
    (2, 20, 18, 3)
    >>> UpSampling2D(3, data_format="channels_first")((2, 3, 10, 9))
    (2, 3, 30, 27)
    >>> UpSampling2D(2)((10, 9, 3))
    error: rank
    """

    def __init__(self, size=(2, 2), data_format: str | None = None, interpolation="nearest"):
        size = each_axis(size, 2, "size")
        last = channels_last(data_format)
        assert all(s > 0 for s in size), "size must be positive"

    def call(
        self, inputs: Tensor["n h w channels"] if last else Tensor["n channels h w"]
    ) -> Tensor["n *out channels"] if last else Tensor["n channels *out"]:
        out = (h*size[0], w*size[1])

@op("keras.layers.UpSampling3D", finds="pad-sizes", legacy={"dim_ordering": "data_format"})
class UpSampling3D:
    """Repeat each entry of a volume `size` times.

    >>> UpSampling3D(2)((2, 10, 9, 8, 3))
    (2, 20, 18, 16, 3)
    >>> UpSampling3D(3, data_format="channels_first")((2, 3, 10, 9, 8))
    (2, 3, 30, 27, 24)
    >>> UpSampling3D(2)((10, 9, 8, 3))
    error: rank
    """

    def __init__(self, size=(2, 2, 2), data_format: str | None = None):
        size = each_axis(size, 3, "size")
        last = channels_last(data_format)
        assert all(s > 0 for s in size), "size must be positive"

    def call(
        self, inputs: Tensor["n d h w channels"] if last else Tensor["n channels d h w"]
    ) -> Tensor["n *out channels"] if last else Tensor["n channels *out"]:
        out = (d*size[0], h*size[1], w*size[2])

@op("keras.layers.ZeroPadding1D", finds="pad-sizes")
class ZeroPadding1D:
    """Put zeros around a sequence: as many on each side, or (before, after).

    >>> ZeroPadding1D(2)((2, 10, 3))
    (2, 14, 3)
    >>> ZeroPadding1D((1, 2), data_format="channels_first")((2, 3, 10))
    (2, 3, 13)
    >>> ZeroPadding1D(1)((10, 3))
    error: rank
    >>> ZeroPadding1D((1, 1, 1, 1))
    error: padding
    """

    def __init__(self, padding=1, data_format: str | None = None):
        sides = (each_axis(padding, 2, "padding"),)
        last = channels_last(data_format)
        assert no_side_negative(sides), "padding must not be negative"

    def call(
        self, inputs: Tensor["n t channels"] if last else Tensor["n channels t"]
    ) -> Tensor["n *out channels"] if last else Tensor["n channels *out"]:
        out = sides_added((t,), sides)

@op("keras.layers.ZeroPadding2D", finds="pad-sizes", legacy={"dim_ordering": "data_format"})
class ZeroPadding2D:
    """Put zeros around an image: as many on each side, or (before, after).

    >>> ZeroPadding2D((2, 2))((2, 10, 9, 3))
    (2, 14, 13, 3)
    >>> ZeroPadding2D(((1, 2), (0, 3)), data_format="channels_first")((2, 3, 10, 9))
    (2, 3, 13, 12)
    >>> ZeroPadding2D(1)((10, 9, 3))
    error: rank
    >>> ZeroPadding2D((1, 1, 1, 1))
    error: padding
    """

    def __init__(self, padding=(1, 1), data_format: str | None = None):
        padding = both_sides(padding, 2, "padding")
        last = channels_last(data_format)

    def call(
        self, inputs: Tensor["n h w channels"] if last else Tensor["n channels h w"]
    ) -> Tensor["n *out channels"] if last else Tensor["n channels *out"]:
        known = True if no_side_negative(padding) else unsure()
        out = sides_added((h, w), padding)

@op("keras.layers.ZeroPadding3D", finds="pad-sizes", legacy={"dim_ordering": "data_format"})
class ZeroPadding3D:
    """Put zeros around a volume: as many on each side, or (before, after).

    >>> ZeroPadding3D((2, 2, 2))((2, 10, 9, 8, 3))
    (2, 14, 13, 12, 3)
    >>> ZeroPadding3D(((1, 2), (0, 3), (1, 1)), data_format="channels_first")((2, 3, 10, 9, 8))
    (2, 3, 13, 12, 10)
    >>> ZeroPadding3D(1)((10, 9, 8, 3))
    error: rank
    >>> ZeroPadding3D((1, 1, 1, 1))
    error: padding
    """

    def __init__(self, padding=((1, 1), (1, 1), (1, 1)), data_format: str | None = None):
        padding = both_sides(padding, 3, "padding")
        last = channels_last(data_format)

    def call(
        self, inputs: Tensor["n d h w channels"] if last else Tensor["n channels d h w"]
    ) -> Tensor["n *out channels"] if last else Tensor["n channels *out"]:
        known = True if no_side_negative(padding) else unsure()
        out = sides_added((d, h, w), padding)

@op("keras.layers.Cropping1D", finds="pad-sizes")
class Cropping1D:
    """Cut off the sides of a sequence: as much on each side, or (before, after).

    >>> Cropping1D(2)((2, 10, 3))
    (2, 6, 3)
    >>> Cropping1D(2)((2, 4, 3))
    error: nothing
    >>> Cropping1D(1)((10, 3))
    error: rank
    """

    def __init__(self, cropping=(1, 1)):
        sides = (each_axis(cropping, 2, "cropping"),)
        assert no_side_negative(sides), "cropping must not be negative"

    def call(
        self, inputs: Tensor["n t channels"]
    ) -> Tensor["n *out channels"]:
        out = sides_cut((t,), sides)
        assert all(size > 0 for size in out), "cropping leaves nothing of the input"

@op("keras.layers.Cropping2D", finds="pad-sizes", legacy={"dim_ordering": "data_format"})
class Cropping2D:
    """Cut off the sides of an image: as much on each side, or (before, after).

    >>> Cropping2D((2, 2))((2, 10, 9, 3))
    (2, 6, 5, 3)
    >>> Cropping2D(((1, 2), (0, 3)), data_format="channels_first")((2, 3, 10, 9))
    (2, 3, 7, 6)
    >>> Cropping2D(2)((2, 4, 4, 3))
    error: nothing
    >>> Cropping2D(1)((10, 9, 3))
    error: rank
    """

    def __init__(self, cropping=((0, 0), (0, 0)), data_format: str | None = None):
        cropping = both_sides(cropping, 2, "cropping")
        last = channels_last(data_format)
        assert no_side_negative(cropping), "cropping must not be negative"

    def call(
        self, inputs: Tensor["n h w channels"] if last else Tensor["n channels h w"]
    ) -> Tensor["n *out channels"] if last else Tensor["n channels *out"]:
        out = sides_cut((h, w), cropping)
        assert all(size > 0 for size in out), "cropping leaves nothing of the input"

@op("keras.layers.Cropping3D", finds="pad-sizes", legacy={"dim_ordering": "data_format"})
class Cropping3D:
    """Cut off the sides of a volume: as much on each side, or (before, after).

    >>> Cropping3D((2, 2, 2))((2, 10, 9, 8, 3))
    (2, 6, 5, 4, 3)
    >>> Cropping3D(((1, 2), (0, 3), (1, 1)), data_format="channels_first")((2, 3, 10, 9, 8))
    (2, 3, 7, 6, 6)
    >>> Cropping3D(2)((2, 4, 4, 4, 3))
    error: nothing
    >>> Cropping3D(1)((10, 9, 8, 3))
    error: rank
    """

    def __init__(self, cropping=((1, 1), (1, 1), (1, 1)), data_format: str | None = None):
        cropping = both_sides(cropping, 3, "cropping")
        last = channels_last(data_format)
        assert no_side_negative(cropping), "cropping must not be negative"

    def call(
        self, inputs: Tensor["n d h w channels"] if last else Tensor["n channels d h w"]
    ) -> Tensor["n *out channels"] if last else Tensor["n channels *out"]:
        out = sides_cut((d, h, w), cropping)
        assert all(size > 0 for size in out), "cropping leaves nothing of the input"
