"""Keras's layers that change the colours of images, or mix them. They take one image or a batch."""

@op("keras.layers.RandomBrightness", finds="input-spec")
class RandomBrightness:
    """Images made brighter or darker at random.

    >>> RandomBrightness(0.2)((2, 8, 9, 3))
    (2, 8, 9, 3)
    >>> RandomBrightness(0.2)((8, 9, 3))
    (8, 9, 3)
    """

    def __init__(self, factor, value_range=(0, 255), seed=None): ...

    def call(self, inputs: Tensor["[n] h w c"]) -> Tensor["[n] h w c"]: ...

@op("keras.layers.RandomContrast", finds="input-spec")
class RandomContrast:
    """Images made richer or poorer in contrast at random.

    >>> RandomContrast(0.2)((2, 8, 9, 3))
    (2, 8, 9, 3)
    >>> RandomContrast(0.2)((8, 9, 3))
    (8, 9, 3)
    """

    def __init__(self, factor, value_range=(0, 255), seed=None): ...

    def call(self, inputs: Tensor["[n] h w c"]) -> Tensor["[n] h w c"]: ...

@op("keras.layers.RandomHue", finds="input-spec")
class RandomHue:
    """The hue of images changed at random.

    >>> RandomHue(0.2)((2, 8, 9, 3))
    (2, 8, 9, 3)
    >>> RandomHue(0.2)((8, 9, 3))
    (8, 9, 3)
    """

    def __init__(self, factor, value_range=(0, 255), data_format: str | None = None, seed=None): ...

    def call(self, inputs: Tensor["[n] h w c"]) -> Tensor["[n] h w c"]: ...

@op("keras.layers.RandomSaturation", finds="input-spec")
class RandomSaturation:
    """The saturation of images changed at random.

    >>> RandomSaturation(0.2)((2, 8, 9, 3))
    (2, 8, 9, 3)
    >>> RandomSaturation(0.2)((8, 9, 3))
    (8, 9, 3)
    """

    def __init__(self, factor, value_range=(0, 255), data_format: str | None = None, seed=None): ...

    def call(self, inputs: Tensor["[n] h w c"]) -> Tensor["[n] h w c"]: ...

@op("keras.layers.RandomSharpness", finds="input-spec")
class RandomSharpness:
    """Images made sharper or softer at random.

    >>> RandomSharpness(0.2)((2, 8, 9, 3))
    (2, 8, 9, 3)
    >>> RandomSharpness(0.2)((8, 9, 3))
    (8, 9, 3)
    """

    def __init__(self, factor, value_range=(0, 255), data_format: str | None = None, seed=None): ...

    def call(self, inputs: Tensor["[n] h w c"]) -> Tensor["[n] h w c"]: ...

@op("keras.layers.RandomColorDegeneration", finds="input-spec")
class RandomColorDegeneration:
    """Images made less colourful at random; they have 3 channels.

    >>> RandomColorDegeneration(0.2)((2, 8, 9, 3))
    (2, 8, 9, 3)
    >>> RandomColorDegeneration(0.2)((8, 9, 3))
    (8, 9, 3)
    >>> RandomColorDegeneration(0.2)((2, 8, 9, 1))
    error: 3
    """

    def __init__(self, factor, value_range=(0, 255), data_format: str | None = None, seed=None):
        last = channels_last(data_format)

    def call(
        self, inputs: Tensor["[n] h w 3"] if last else Tensor["[n] 3 h w"]
    ) -> Tensor["[n] h w 3"] if last else Tensor["[n] 3 h w"]: ...

@op("keras.layers.RandomPosterization", finds="input-spec")
class RandomPosterization:
    """Fewer shades of each colour, at random.

    >>> RandomPosterization(4)((2, 8, 9, 3))
    (2, 8, 9, 3)
    >>> RandomPosterization(4)((8, 9, 3))
    (8, 9, 3)
    """

    def __init__(self, factor, value_range=(0, 255), data_format: str | None = None, seed=None): ...

    def call(self, inputs: Tensor["[n] h w c"]) -> Tensor["[n] h w c"]: ...

@op("keras.layers.RandomColorJitter", finds="input-spec")
class RandomColorJitter:
    """Brightness, contrast, saturation and hue changed at random.

    >>> RandomColorJitter(brightness_factor=0.2)((2, 8, 9, 3))
    (2, 8, 9, 3)
    >>> RandomColorJitter(brightness_factor=0.2)((8, 9, 3))
    (8, 9, 3)
    """

    def __init__(
        self, value_range=(0, 255), brightness_factor=None, contrast_factor=None, saturation_factor=None,
        hue_factor=None, seed=None, data_format: str | None = None,
    ): ...

    def call(self, inputs: Tensor["[n] h w c"]) -> Tensor["[n] h w c"]: ...

@op("keras.layers.RandomInvert", finds="input-spec")
class RandomInvert:
    """The colours of images inverted at random.

    >>> RandomInvert(0.5)((2, 8, 9, 3))
    (2, 8, 9, 3)
    >>> RandomInvert(0.5)((8, 9, 3))
    (8, 9, 3)
    """

    def __init__(self, factor=1.0, value_range=(0, 255), seed=None, data_format: str | None = None): ...

    def call(self, inputs: Tensor["[n] h w c"]) -> Tensor["[n] h w c"]: ...

@op("keras.layers.RandomGrayscale", finds="input-spec")
class RandomGrayscale:
    """Images without colour, at random.

    >>> RandomGrayscale(0.5)((2, 8, 9, 3))
    (2, 8, 9, 3)
    >>> RandomGrayscale(0.5)((8, 9, 3))
    (8, 9, 3)
    """

    def __init__(self, factor=0.5, data_format: str | None = None, seed=None): ...

    def call(self, inputs: Tensor["[n] h w c"]) -> Tensor["[n] h w c"]: ...

@op("keras.layers.RandomGaussianBlur", finds="input-spec")
class RandomGaussianBlur:
    """Images blurred at random.

    >>> RandomGaussianBlur(0.5)((2, 8, 9, 3))
    (2, 8, 9, 3)
    >>> RandomGaussianBlur(0.5)((8, 9, 3))
    (8, 9, 3)
    """

    def __init__(
        self, factor=1.0, kernel_size=3, sigma=1.0, value_range=(0, 255), data_format: str | None = None,
        seed=None,
    ): ...

    def call(self, inputs: Tensor["[n] h w c"]) -> Tensor["[n] h w c"]: ...

@op("keras.layers.AutoContrast", finds="input-spec")
class AutoContrast:
    """The full range of values used.

    >>> AutoContrast()((2, 8, 9, 3))
    (2, 8, 9, 3)
    >>> AutoContrast()((8, 9, 3))
    (8, 9, 3)
    """

    def __init__(self, value_range=(0, 255)): ...

    def call(self, inputs: Tensor["[n] h w c"]) -> Tensor["[n] h w c"]: ...

@op("keras.layers.Equalization", finds="input-spec")
class Equalization:
    """All values used equally often.

    >>> Equalization()((2, 8, 9, 3))
    (2, 8, 9, 3)
    >>> Equalization()((8, 9, 3))
    (8, 9, 3)
    """

    def __init__(self, value_range=(0, 255), bins=256, data_format: str | None = None): ...

    def call(self, inputs: Tensor["[n] h w c"]) -> Tensor["[n] h w c"]: ...

@op("keras.layers.Solarization", finds="input-spec")
class Solarization:
    """Values above a threshold inverted.

    >>> Solarization()((2, 8, 9, 3))
    (2, 8, 9, 3)
    >>> Solarization()((8, 9, 3))
    (8, 9, 3)
    """

    def __init__(self, addition_factor=0.0, threshold_factor=0.0, value_range=(0, 255), seed=None): ...

    def call(self, inputs: Tensor["[n] h w c"]) -> Tensor["[n] h w c"]: ...

@op("keras.layers.RandAugment", finds="input-spec")
class RandAugment:
    """Some of many changes, at random.

    >>> RandAugment()((2, 8, 9, 3))
    (2, 8, 9, 3)
    >>> RandAugment()((8, 9, 3))
    (8, 9, 3)
    """

    def __init__(
        self, value_range=(0, 255), num_ops=2, factor=0.5, interpolation="bilinear", seed=None, data_format:
        str | None = None,
    ): ...

    def call(self, inputs: Tensor["[n] h w c"]) -> Tensor["[n] h w c"]: ...

@op("keras.layers.AugMix", finds="input-spec")
class AugMix:
    """Several chains of changes mixed.

    >>> AugMix()((2, 8, 9, 3))
    (2, 8, 9, 3)
    >>> AugMix()((8, 9, 3))
    (8, 9, 3)
    """

    def __init__(
        self, value_range=(0, 255), num_chains=3, chain_depth=3, factor=0.3, alpha=1.0, all_ops=True,
        interpolation="bilinear", seed=None, data_format: str | None = None,
    ): ...

    def call(self, inputs: Tensor["[n] h w c"]) -> Tensor["[n] h w c"]: ...

@op("keras.layers.MixUp", finds="input-spec")
class MixUp:
    """Pairs of images of a batch mixed.

    >>> MixUp()((2, 8, 9, 3))
    (2, 8, 9, 3)
    >>> MixUp()((8, 9, 3))
    (8, 9, 3)
    """

    def __init__(self, alpha=0.2, data_format: str | None = None, seed=None): ...

    def call(self, inputs: Tensor["[n] h w c"]) -> Tensor["[n] h w c"]: ...

@op("keras.layers.CutMix", finds="input-spec")
class CutMix:
    """A rectangle of each image put into another.

    >>> CutMix()((2, 8, 9, 3))
    (2, 8, 9, 3)
    >>> CutMix()((8, 9, 3))
    (8, 9, 3)
    """

    def __init__(self, factor=1.0, seed=None, data_format: str | None = None): ...

    def call(self, inputs: Tensor["[n] h w c"]) -> Tensor["[n] h w c"]: ...

@op("keras.layers.ContrastLimitedAdaptiveHistogramEqualization", finds="input-spec")
class ContrastLimitedAdaptiveHistogramEqualization:
    """The contrast of each part of images evened out.

    >>> ContrastLimitedAdaptiveHistogramEqualization()((2, 8, 9, 3))
    (2, 8, 9, 3)
    >>> ContrastLimitedAdaptiveHistogramEqualization()((8, 9, 3))
    (8, 9, 3)
    """

    def __init__(
        self, value_range=(0, 255), clip_limit=4.0, tile_grid_size=(8, 8), data_format: str | None = None,
    ): ...

    def call(self, inputs: Tensor["[n] h w c"]) -> Tensor["[n] h w c"]: ...
