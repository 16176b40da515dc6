"""Keras's pools over all axes."""

@op("keras.layers.GlobalAveragePooling1D", "keras.layers.GlobalAvgPool1D", finds="kernel-size")
class GlobalAveragePooling1D:
    """The mean over all axes of a sequence.

    >>> GlobalAveragePooling1D()((2, 10, 3))
    (2, 3)
    >>> GlobalAveragePooling1D(data_format="channels_first", keepdims=True)((2, 3, 10))
    (2, 3, 1)
    >>> GlobalAveragePooling1D()((2, 10, 3), mask=(2, 10))
    (2, 3)
    >>> GlobalAveragePooling1D()((10, 3))
    error: rank
    """

    def __init__(self, data_format: str | None = None, keepdims: bool = False):
        last = channels_last(data_format)

    def call(
        self, inputs: Tensor["n t channels"] if last else Tensor["n channels t"], mask: Tensor["*masked"] | None = None
    ) -> Tensor["n *ones channels"] if last else Tensor["n channels *ones"]:
        ones = (1,) if keepdims else ()
        known = True if mask is None or masked == (n, t) else unsure()

@op("keras.layers.GlobalAveragePooling2D", "keras.layers.GlobalAvgPool2D", finds="kernel-size", legacy={"dim_ordering": "data_format"})
class GlobalAveragePooling2D:
    """The mean over all axes of an image.

    >>> GlobalAveragePooling2D()((2, 10, 9, 3))
    (2, 3)
    >>> GlobalAveragePooling2D(data_format="channels_first", keepdims=True)((2, 3, 10, 9))
    (2, 3, 1, 1)
    >>> GlobalAveragePooling2D()((10, 9, 3))
    error: rank
    """

    def __init__(self, data_format: str | None = None, keepdims: bool = False):
        last = channels_last(data_format)

    def call(
        self, inputs: Tensor["n h w channels"] if last else Tensor["n channels h w"]
    ) -> Tensor["n *ones channels"] if last else Tensor["n channels *ones"]:
        ones = (1, 1) if keepdims else ()

@op("keras.layers.GlobalAveragePooling3D", "keras.layers.GlobalAvgPool3D", finds="kernel-size", legacy={"dim_ordering": "data_format"})
class GlobalAveragePooling3D:
    """The mean over all axes of a volume.

    >>> GlobalAveragePooling3D()((2, 10, 9, 8, 3))
    (2, 3)
    >>> GlobalAveragePooling3D(data_format="channels_first", keepdims=True)((2, 3, 10, 9, 8))
    (2, 3, 1, 1, 1)
    >>> GlobalAveragePooling3D()((10, 9, 8, 3))
    error: rank
    """

    def __init__(self, data_format: str | None = None, keepdims: bool = False):
        last = channels_last(data_format)

    def call(
        self, inputs: Tensor["n d h w channels"] if last else Tensor["n channels d h w"]
    ) -> Tensor["n *ones channels"] if last else Tensor["n channels *ones"]:
        ones = (1, 1, 1) if keepdims else ()

@op("keras.layers.GlobalMaxPooling1D", "keras.layers.GlobalMaxPool1D", finds="kernel-size")
class GlobalMaxPooling1D:
    """The maximum over all axes of a sequence.

    >>> GlobalMaxPooling1D()((2, 10, 3))
    (2, 3)
    >>> GlobalMaxPooling1D(data_format="channels_first", keepdims=True)((2, 3, 10))
    (2, 3, 1)
    >>> GlobalMaxPooling1D()((10, 3))
    error: rank
    """

    def __init__(self, data_format: str | None = None, keepdims: bool = False):
        last = channels_last(data_format)

    def call(
        self, inputs: Tensor["n t channels"] if last else Tensor["n channels t"]
    ) -> Tensor["n *ones channels"] if last else Tensor["n channels *ones"]:
        ones = (1,) if keepdims else ()

@op("keras.layers.GlobalMaxPooling2D", "keras.layers.GlobalMaxPool2D", finds="kernel-size", legacy={"dim_ordering": "data_format"})
class GlobalMaxPooling2D:
    """The maximum over all axes of an image.

    >>> GlobalMaxPooling2D()((2, 10, 9, 3))
    (2, 3)
    >>> GlobalMaxPooling2D(data_format="channels_first", keepdims=True)((2, 3, 10, 9))
    (2, 3, 1, 1)
    >>> GlobalMaxPooling2D()((10, 9, 3))
    error: rank
    """

    def __init__(self, data_format: str | None = None, keepdims: bool = False):
        last = channels_last(data_format)

    def call(
        self, inputs: Tensor["n h w channels"] if last else Tensor["n channels h w"]
    ) -> Tensor["n *ones channels"] if last else Tensor["n channels *ones"]:
        ones = (1, 1) if keepdims else ()

@op("keras.layers.GlobalMaxPooling3D", "keras.layers.GlobalMaxPool3D", finds="kernel-size", legacy={"dim_ordering": "data_format"})
class GlobalMaxPooling3D:
    """The maximum over all axes of a volume.

    >>> GlobalMaxPooling3D()((2, 10, 9, 8, 3))
    (2, 3)
    >>> GlobalMaxPooling3D(data_format="channels_first", keepdims=True)((2, 3, 10, 9, 8))
    (2, 3, 1, 1, 1)
    >>> GlobalMaxPooling3D()((10, 9, 8, 3))
    error: rank
    """

    def __init__(self, data_format: str | None = None, keepdims: bool = False):
        last = channels_last(data_format)

    def call(
        self, inputs: Tensor["n d h w channels"] if last else Tensor["n channels d h w"]
    ) -> Tensor["n *ones channels"] if last else Tensor["n channels *ones"]:
        ones = (1, 1, 1) if keepdims else ()
