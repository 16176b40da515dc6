"""Keras's pools."""

@op("keras.layers.MaxPooling1D", "keras.layers.MaxPool1D", finds="kernel-size", legacy={"pool_length": "pool_size", "stride": "strides", "border_mode": "padding"})
class MaxPooling1D:
    """The maximum of each window of a sequence; the strides are the pool_size unless given.

    >>> MaxPooling1D(2)((2, 10, 3))
    (2, 5, 3)
    >>> MaxPooling1D(3, strides=2, padding="same", data_format="channels_first")((2, 3, 10))
    (2, 3, 5)
    >>> MaxPooling1D(5)((2, 4, 3))
    error: larger
    >>> MaxPooling1D(2)((10, 3))
    error: rank
    """

    def __init__(
        self, pool_size=2, strides=None, padding="valid", data_format: str | None = None
    ):
        pool_size = each_axis(pool_size, 1, "pool_size")
        strides = pool_size if strides is None else each_axis(strides, 1, "strides")
        last = channels_last(data_format)
        assert all(k > 0 for k in pool_size), "pool_size must be positive"
        assert all(s >= 0 for s in strides), "strides must not be negative"

    def call(
        self, inputs: Tensor["n t channels"] if last else Tensor["n channels t"]
    ) -> Tensor["n *out channels"] if last else Tensor["n channels *out"]:
        assert all(s > 0 for s in strides), "[bad-argument] strides must be positive"
        assert window_fits((t,), pool_size, padding, (1,)), "the pool is larger than the input"
        out = windows_out((t,), pool_size, strides, padding, (1,))

@op("keras.layers.MaxPooling2D", "keras.layers.MaxPool2D", finds="kernel-size", legacy={"border_mode": "padding", "dim_ordering": "data_format"})
class MaxPooling2D:
    """The maximum of each window of an image; the strides are the pool_size unless given.

    >>> MaxPooling2D(2)((2, 10, 9, 3))
    (2, 5, 4, 3)
    >>> MaxPooling2D(3, strides=2, padding="same", data_format="channels_first")((2, 3, 10, 9))
    (2, 3, 5, 5)
    >>> MaxPooling2D(5)((2, 4, 4, 3))
    error: larger
    >>> MaxPooling2D(2)((10, 9, 3))
    error: rank
    """

    def __init__(
        self, pool_size=(2, 2), strides=None, padding="valid", data_format: str | None = None
    ):
        pool_size = each_axis(pool_size, 2, "pool_size")
        strides = pool_size if strides is None else each_axis(strides, 2, "strides")
        last = channels_last(data_format)
        assert all(k > 0 for k in pool_size), "pool_size must be positive"
        assert all(s >= 0 for s in strides), "strides must not be negative"

    def call(
        self, inputs: Tensor["n h w channels"] if last else Tensor["n channels h w"]
    ) -> Tensor["n *out channels"] if last else Tensor["n channels *out"]:
        assert all(s > 0 for s in strides), "[bad-argument] strides must be positive"
        assert window_fits((h, w), pool_size, padding, (1, 1)), "the pool is larger than the input"
        out = windows_out((h, w), pool_size, strides, padding, (1, 1))

@op("keras.layers.MaxPooling3D", "keras.layers.MaxPool3D", finds="kernel-size", legacy={"border_mode": "padding", "dim_ordering": "data_format"})
class MaxPooling3D:
    """The maximum of each window of a volume; the strides are the pool_size unless given.

    >>> MaxPooling3D(2)((2, 10, 9, 8, 3))
    (2, 5, 4, 4, 3)
    >>> MaxPooling3D(3, strides=2, padding="same", data_format="channels_first")((2, 3, 10, 9, 8))
    (2, 3, 5, 5, 4)
    >>> MaxPooling3D(5)((2, 4, 4, 4, 3))
    error: larger
    >>> MaxPooling3D(2)((10, 9, 8, 3))
    error: rank
    """

    def __init__(
        self, pool_size=(2, 2, 2), strides=None, padding="valid", data_format: str | None = None
    ):
        pool_size = each_axis(pool_size, 3, "pool_size")
        strides = pool_size if strides is None else each_axis(strides, 3, "strides")
        last = channels_last(data_format)
        assert all(k > 0 for k in pool_size), "pool_size must be positive"
        assert all(s >= 0 for s in strides), "strides must not be negative"

    def call(
        self, inputs: Tensor["n d h w channels"] if last else Tensor["n channels d h w"]
    ) -> Tensor["n *out channels"] if last else Tensor["n channels *out"]:
        assert all(s > 0 for s in strides), "[bad-argument] strides must be positive"
        assert window_fits((d, h, w), pool_size, padding, (1, 1, 1)), "the pool is larger than the input"
        out = windows_out((d, h, w), pool_size, strides, padding, (1, 1, 1))

@op("keras.layers.AveragePooling1D", "keras.layers.AvgPool1D", finds="kernel-size", legacy={"pool_length": "pool_size", "stride": "strides", "border_mode": "padding"})
class AveragePooling1D:
    """The mean of each window of a sequence; the strides are the pool_size unless given.

    >>> AveragePooling1D(2)((2, 10, 3))
    (2, 5, 3)
    >>> AveragePooling1D(3, strides=2, padding="same", data_format="channels_first")((2, 3, 10))
    (2, 3, 5)
    >>> AveragePooling1D(5)((2, 4, 3))
    error: larger
    >>> AveragePooling1D(2)((10, 3))
    error: rank
    """

    def __init__(
        self, pool_size=2, strides=None, padding="valid", data_format: str | None = None
    ):
        pool_size = each_axis(pool_size, 1, "pool_size")
        strides = pool_size if strides is None else each_axis(strides, 1, "strides")
        last = channels_last(data_format)
        assert all(k > 0 for k in pool_size), "pool_size must be positive"
        assert all(s >= 0 for s in strides), "strides must not be negative"

    def call(
        self, inputs: Tensor["n t channels"] if last else Tensor["n channels t"]
    ) -> Tensor["n *out channels"] if last else Tensor["n channels *out"]:
        assert all(s > 0 for s in strides), "[bad-argument] strides must be positive"
        assert window_fits((t,), pool_size, padding, (1,)), "the pool is larger than the input"
        out = windows_out((t,), pool_size, strides, padding, (1,))

@op("keras.layers.AveragePooling2D", "keras.layers.AvgPool2D", finds="kernel-size", legacy={"border_mode": "padding", "dim_ordering": "data_format"})
class AveragePooling2D:
    """The mean of each window of an image; the strides are the pool_size unless given.

    >>> AveragePooling2D(2)((2, 10, 9, 3))
    (2, 5, 4, 3)
    >>> AveragePooling2D(3, strides=2, padding="same", data_format="channels_first")((2, 3, 10, 9))
    (2, 3, 5, 5)
    >>> AveragePooling2D(5)((2, 4, 4, 3))
    error: larger
    >>> AveragePooling2D(2)((10, 9, 3))
    error: rank
    """

    def __init__(
        self, pool_size=(2, 2), strides=None, padding="valid", data_format: str | None = None
    ):
        pool_size = each_axis(pool_size, 2, "pool_size")
        strides = pool_size if strides is None else each_axis(strides, 2, "strides")
        last = channels_last(data_format)
        assert all(k > 0 for k in pool_size), "pool_size must be positive"
        assert all(s >= 0 for s in strides), "strides must not be negative"

    def call(
        self, inputs: Tensor["n h w channels"] if last else Tensor["n channels h w"]
    ) -> Tensor["n *out channels"] if last else Tensor["n channels *out"]:
        assert all(s > 0 for s in strides), "[bad-argument] strides must be positive"
        assert window_fits((h, w), pool_size, padding, (1, 1)), "the pool is larger than the input"
        out = windows_out((h, w), pool_size, strides, padding, (1, 1))

@op("keras.layers.AveragePooling3D", "keras.layers.AvgPool3D", finds="kernel-size", legacy={"border_mode": "padding", "dim_ordering": "data_format"})
class AveragePooling3D:
    """The mean of each window of a volume; the strides are the pool_size unless given.

    >>> AveragePooling3D(2)((2, 10, 9, 8, 3))
    (2, 5, 4, 4, 3)
    >>> AveragePooling3D(3, strides=2, padding="same", data_format="channels_first")((2, 3, 10, 9, 8))
    (2, 3, 5, 5, 4)
    >>> AveragePooling3D(5)((2, 4, 4, 4, 3))
    error: larger
    >>> AveragePooling3D(2)((10, 9, 8, 3))
    error: rank
    """

    def __init__(
        self, pool_size=(2, 2, 2), strides=None, padding="valid", data_format: str | None = None
    ):
        pool_size = each_axis(pool_size, 3, "pool_size")
        strides = pool_size if strides is None else each_axis(strides, 3, "strides")
        last = channels_last(data_format)
        assert all(k > 0 for k in pool_size), "pool_size must be positive"
        assert all(s >= 0 for s in strides), "strides must not be negative"

    def call(
        self, inputs: Tensor["n d h w channels"] if last else Tensor["n channels d h w"]
    ) -> Tensor["n *out channels"] if last else Tensor["n channels *out"]:
        assert all(s > 0 for s in strides), "[bad-argument] strides must be positive"
        assert window_fits((d, h, w), pool_size, padding, (1, 1, 1)), "the pool is larger than the input"
        out = windows_out((d, h, w), pool_size, strides, padding, (1, 1, 1))

@op("keras.layers.AdaptiveAveragePooling1D", finds="kernel-size")
class AdaptiveAveragePooling1D:
    """The mean of as many windows of a sequence as are asked for.

    >>> AdaptiveAveragePooling1D(4)((2, 10, 3))
    (2, 4, 3)
    >>> AdaptiveAveragePooling1D(4, data_format="channels_first")((2, 3, 10))
    (2, 3, 4)
    """

    def __init__(self, output_size, data_format: str | None = None):
        output_size = each_axis(output_size, 1, "output_size")
        last = channels_last(data_format)

    def call(
        self, inputs: Tensor["n t channels"] if last else Tensor["n channels t"]
    ) -> Tensor["n *output_size channels"] if last else Tensor["n channels *output_size"]:
        assert all(size > 0 for size in output_size), "[bad-argument] output_size must be positive"

@op("keras.layers.AdaptiveAveragePooling2D", finds="kernel-size")
class AdaptiveAveragePooling2D:
    """The mean of as many windows of an image as are asked for.

    >>> AdaptiveAveragePooling2D(4)((2, 10, 9, 3))
    (2, 4, 4, 3)
    >>> AdaptiveAveragePooling2D(4, data_format="channels_first")((2, 3, 10, 9))
    (2, 3, 4, 4)
    """

    def __init__(self, output_size, data_format: str | None = None):
        output_size = each_axis(output_size, 2, "output_size")
        last = channels_last(data_format)

    def call(
        self, inputs: Tensor["n h w channels"] if last else Tensor["n channels h w"]
    ) -> Tensor["n *output_size channels"] if last else Tensor["n channels *output_size"]:
        assert all(size > 0 for size in output_size), "[bad-argument] output_size must be positive"

@op("keras.layers.AdaptiveAveragePooling3D", finds="kernel-size")
class AdaptiveAveragePooling3D:
    """The mean of as many windows of a volume as are asked for.

    >>> AdaptiveAveragePooling3D(4)((2, 10, 9, 8, 3))
    (2, 4, 4, 4, 3)
    >>> AdaptiveAveragePooling3D(4, data_format="channels_first")((2, 3, 10, 9, 8))
    (2, 3, 4, 4, 4)
    """

    def __init__(self, output_size, data_format: str | None = None):
        output_size = each_axis(output_size, 3, "output_size")
        last = channels_last(data_format)

    def call(
        self, inputs: Tensor["n d h w channels"] if last else Tensor["n channels d h w"]
    ) -> Tensor["n *output_size channels"] if last else Tensor["n channels *output_size"]:
        assert all(size > 0 for size in output_size), "[bad-argument] output_size must be positive"

@op("keras.layers.AdaptiveMaxPooling1D", finds="kernel-size")
class AdaptiveMaxPooling1D:
    """The maximum of as many windows of a sequence as are asked for.

    >>> AdaptiveMaxPooling1D(4)((2, 10, 3))
    (2, 4, 3)
    >>> AdaptiveMaxPooling1D(4, data_format="channels_first")((2, 3, 10))
    (2, 3, 4)
    """

    def __init__(self, output_size, data_format: str | None = None):
        output_size = each_axis(output_size, 1, "output_size")
        last = channels_last(data_format)

    def call(
        self, inputs: Tensor["n t channels"] if last else Tensor["n channels t"]
    ) -> Tensor["n *output_size channels"] if last else Tensor["n channels *output_size"]:
        assert all(size > 0 for size in output_size), "[bad-argument] output_size must be positive"

@op("keras.layers.AdaptiveMaxPooling2D", finds="kernel-size")
class AdaptiveMaxPooling2D:
    """The maximum of as many windows of an image as are asked for.

    >>> AdaptiveMaxPooling2D(4)((2, 10, 9, 3))
    (2, 4, 4, 3)
    >>> AdaptiveMaxPooling2D(4, data_format="channels_first")((2, 3, 10, 9))
    (2, 3, 4, 4)
    """

    def __init__(self, output_size, data_format: str | None = None):
        output_size = each_axis(output_size, 2, "output_size")
        last = channels_last(data_format)

    def call(
        self, inputs: Tensor["n h w channels"] if last else Tensor["n channels h w"]
    ) -> Tensor["n *output_size channels"] if last else Tensor["n channels *output_size"]:
        assert all(size > 0 for size in output_size), "[bad-argument] output_size must be positive"

@op("keras.layers.AdaptiveMaxPooling3D", finds="kernel-size")
class AdaptiveMaxPooling3D:
    """The maximum of as many windows of a volume as are asked for.

    >>> AdaptiveMaxPooling3D(4)((2, 10, 9, 8, 3))
    (2, 4, 4, 4, 3)
    >>> AdaptiveMaxPooling3D(4, data_format="channels_first")((2, 3, 10, 9, 8))
    (2, 3, 4, 4, 4)
    """

    def __init__(self, output_size, data_format: str | None = None):
        output_size = each_axis(output_size, 3, "output_size")
        last = channels_last(data_format)

    def call(
        self, inputs: Tensor["n d h w channels"] if last else Tensor["n channels d h w"]
    ) -> Tensor["n *output_size channels"] if last else Tensor["n channels *output_size"]:
        assert all(size > 0 for size in output_size), "[bad-argument] output_size must be positive"
