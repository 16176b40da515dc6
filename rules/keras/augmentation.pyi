"""Keras's layers for images: of other sizes, or moved at random. They take one image or a batch."""

@op("keras.layers.Resizing", finds="input-spec")
class Resizing:
    """Images of another height and width.

    >>> Resizing(4, 5)((2, 8, 9, 3))
    (2, 4, 5, 3)
    >>> Resizing(height=4, width=5)((8, 9, 3))
    (4, 5, 3)
    >>> Resizing(4, 5, data_format="channels_first")((2, 3, 8, 9))
    (2, 3, 4, 5)
    >>> Resizing(4, 5)(())
    error: rank
    """

    def __init__(
        self, height: Dim, width: Dim, interpolation="bilinear", crop_to_aspect_ratio: bool = False,
        pad_to_aspect_ratio: bool = False, fill_mode="constant", fill_value: float = 0.0, antialias: bool = False,
        data_format: str | None = None,
    ):
        last = channels_last(data_format)

    def call(
        self, inputs: Tensor["[n] _ _ c"] if last else Tensor["[n] c _ _"]
    ) -> Tensor["[n] height width c"] if last else Tensor["[n] c height width"]:
        assert height > 0 and width > 0, "[bad-argument] height and width must be positive"

@op("keras.layers.CenterCrop", finds="input-spec")
class CenterCrop:
    """The middle of images; what is smaller is enlarged.

    >>> CenterCrop(4, 5)((2, 8, 9, 3))
    (2, 4, 5, 3)
    >>> CenterCrop(height=4, width=5)((8, 9, 3))
    (4, 5, 3)
    >>> CenterCrop(4, 5, data_format="channels_first")((2, 3, 8, 9))
    (2, 3, 4, 5)
    >>> CenterCrop(4, 5)(())
    error: rank
    """

    def __init__(self, height: Dim, width: Dim, data_format: str | None = None):
        last = channels_last(data_format)

    def call(
        self, inputs: Tensor["[n] _ _ c"] if last else Tensor["[n] c _ _"]
    ) -> Tensor["[n] height width c"] if last else Tensor["[n] c height width"]:
        assert height > 0 and width > 0, "[bad-argument] height and width must be positive"

@op("keras.layers.RandomCrop", finds="input-spec")
class RandomCrop:
    """A part of images, taken anywhere; what is smaller is enlarged.

    >>> RandomCrop(4, 5)((2, 8, 9, 3))
    (2, 4, 5, 3)
    >>> RandomCrop(height=4, width=5)((8, 9, 3))
    (4, 5, 3)
    >>> RandomCrop(4, 5, data_format="channels_first")((2, 3, 8, 9))
    (2, 3, 4, 5)
    >>> RandomCrop(4, 5)(())
    error: rank
    """

    def __init__(self, height: Dim, width: Dim, seed=None, data_format: str | None = None):
        last = channels_last(data_format)

    def call(
        self, inputs: Tensor["[n] _ _ c"] if last else Tensor["[n] c _ _"]
    ) -> Tensor["[n] height width c"] if last else Tensor["[n] c height width"]:
        assert height > 0 and width > 0, "[bad-argument] height and width must be positive"

@op("keras.layers.RandomFlip", finds="input-spec")
class RandomFlip:
    """Images mirrored at random.

    >>> RandomFlip("horizontal")((2, 8, 9, 3))
    (2, 8, 9, 3)
    >>> RandomFlip("horizontal")((8, 9, 3))
    (8, 9, 3)
    """

    def __init__(self, mode="horizontal_and_vertical", seed=None, data_format: str | None = None): ...

    def call(self, inputs: Tensor["[n] h w c"]) -> Tensor["[n] h w c"]: ...

@op("keras.layers.RandomRotation", finds="input-spec")
class RandomRotation:
    """Images turned at random.

    >>> RandomRotation(0.2)((2, 8, 9, 3))
    (2, 8, 9, 3)
    >>> RandomRotation(0.2)((8, 9, 3))
    (8, 9, 3)
    """

    def __init__(
        self, factor, fill_mode="reflect", interpolation="bilinear", seed=None, fill_value=0.0, data_format:
        str | None = None,
    ): ...

    def call(self, inputs: Tensor["[n] h w c"]) -> Tensor["[n] h w c"]: ...

@op("keras.layers.RandomZoom", finds="input-spec")
class RandomZoom:
    """Images enlarged or made smaller at random.

    >>> RandomZoom(0.2)((2, 8, 9, 3))
    (2, 8, 9, 3)
    >>> RandomZoom(0.2)((8, 9, 3))
    (8, 9, 3)
    """

    def __init__(
        self, height_factor, width_factor=None, fill_mode="reflect", interpolation="bilinear", seed=None,
        fill_value=0.0, data_format: str | None = None,
    ): ...

    def call(self, inputs: Tensor["[n] h w c"]) -> Tensor["[n] h w c"]: ...

@op("keras.layers.RandomTranslation", finds="input-spec")
class RandomTranslation:
    """Images moved at random.

    >>> RandomTranslation(0.2, 0.1)((2, 8, 9, 3))
    (2, 8, 9, 3)
    >>> RandomTranslation(0.2, 0.1)((8, 9, 3))
    (8, 9, 3)
    """

    def __init__(
        self, height_factor, width_factor, fill_mode="reflect", interpolation="bilinear", seed=None,
        fill_value=0.0, data_format: str | None = None,
    ): ...

    def call(self, inputs: Tensor["[n] h w c"]) -> Tensor["[n] h w c"]: ...

@op("keras.layers.RandomShear", finds="input-spec")
class RandomShear:
    """Images slanted at random.

    >>> RandomShear(0.2, 0.1)((2, 8, 9, 3))
    (2, 8, 9, 3)
    >>> RandomShear(0.2, 0.1)((8, 9, 3))
    (8, 9, 3)
    """

    def __init__(
        self, x_factor=0.0, y_factor=0.0, interpolation="bilinear", fill_mode="reflect", fill_value=0.0,
        data_format: str | None = None, seed=None,
    ): ...

    def call(self, inputs: Tensor["[n] h w c"]) -> Tensor["[n] h w c"]: ...

@op("keras.layers.RandomPerspective", finds="input-spec")
class RandomPerspective:
    """Images seen from another place, at random.

    >>> RandomPerspective(0.2)((2, 8, 9, 3))
    (2, 8, 9, 3)
    >>> RandomPerspective(0.2)((8, 9, 3))
    (8, 9, 3)
    """

    def __init__(
        self, factor=1.0, scale=1.0, interpolation="bilinear", fill_value=0.0, seed=None, data_format: str |
        None = None,
    ): ...

    def call(self, inputs: Tensor["[n] h w c"]) -> Tensor["[n] h w c"]: ...

@op("keras.layers.RandomElasticTransform", finds="input-spec")
class RandomElasticTransform:
    """Images distorted at random.

    >>> RandomElasticTransform(0.2)((2, 8, 9, 3))
    (2, 8, 9, 3)
    >>> RandomElasticTransform(0.2)((8, 9, 3))
    (8, 9, 3)
    """

    def __init__(
        self, factor=1.0, scale=1.0, interpolation="bilinear", fill_mode="reflect", fill_value=0.0,
        value_range=(0, 255), seed=None, data_format: str | None = None,
    ): ...

    def call(self, inputs: Tensor["[n] h w c"]) -> Tensor["[n] h w c"]: ...

@op("keras.layers.RandomErasing", finds="input-spec")
class RandomErasing:
    """A rectangle of images erased at random.

    >>> RandomErasing(0.2)((2, 8, 9, 3))
    (2, 8, 9, 3)
    >>> RandomErasing(0.2)((8, 9, 3))
    (8, 9, 3)
    """

    def __init__(
        self, factor=1.0, scale=(0.02, 0.33), fill_value=None, value_range=(0, 255), seed=None, data_format:
        str | None = None,
    ): ...

    def call(self, inputs: Tensor["[n] h w c"]) -> Tensor["[n] h w c"]: ...
