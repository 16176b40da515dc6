"""Keras's layers that add noise while a model is trained."""

@op("keras.layers.Dropout", legacy={"p": "rate", "level": "rate"})
class Dropout:
    """Some elements become 0 in training.

    >>> Dropout(0.5)((2, 3))
    (2, 3)
    >>> Dropout(rate=50)((2, 3))
    error: rate
    >>> Dropout(0.5, noise_shape=(2, 0))((2, 3))
    error: noise_shape
    """

    def __init__(self, rate: float, noise_shape=None, seed=None):
        assert rate >= 0 and rate <= 1, "rate must be between 0 and 1"
        assert noise_shape is None or all(n is None or n > 0 for n in noise_shape), "noise_shape must be positive"

    def call(self, inputs: Tensor["*s"]) -> Tensor["*s"]: ...

@op("keras.layers.AlphaDropout", legacy={"p": "rate"})
class AlphaDropout:
    """Dropout that keeps mean and variance.

    >>> AlphaDropout(0.5)((2, 3))
    (2, 3)
    >>> AlphaDropout(2)((2, 3))
    error: rate
    """

    def __init__(self, rate: float, noise_shape=None, seed=None):
        assert rate >= 0 and rate <= 1, "rate must be between 0 and 1"

    def call(self, inputs: Tensor["*s"]) -> Tensor["*s"]: ...

@op("keras.layers.GaussianDropout", legacy={"p": "rate"})
class GaussianDropout:
    """Noise that multiplies, in training.

    >>> GaussianDropout(0.5)((2, 3))
    (2, 3)
    >>> GaussianDropout(2)((2, 3))
    error: rate
    """

    def __init__(self, rate: float, seed=None):
        assert rate >= 0 and rate <= 1, "rate must be between 0 and 1"

    def call(self, inputs: Tensor["*s"]) -> Tensor["*s"]: ...

@op("keras.layers.GaussianNoise", legacy={"sigma": "stddev"})
class GaussianNoise:
    """Noise that adds, in training.

    >>> GaussianNoise(0.1)((2, 3))
    (2, 3)
    >>> GaussianNoise(2)((2, 3))
    error: stddev
    """

    def __init__(self, stddev: float, seed=None):
        assert stddev >= 0 and stddev <= 1, "stddev must be between 0 and 1"

    def call(self, inputs: Tensor["*s"]) -> Tensor["*s"]: ...

@op("keras.layers.SpatialDropout1D", finds="input-spec", legacy={"p": "rate"})
class SpatialDropout1D:
    """Some channels of a sequence become 0 in training.

    >>> SpatialDropout1D(0.5)((2, 5, 3))
    (2, 5, 3)
    >>> SpatialDropout1D(0.5)((5, 3))
    error: rank
    """

    def __init__(self, rate: float, seed=None):
        assert rate >= 0 and rate <= 1, "[bad-argument] rate must be between 0 and 1"

    def call(self, inputs: Tensor["n t c"]) -> Tensor["n t c"]: ...

@op("keras.layers.SpatialDropout2D", finds="input-spec", legacy={"p": "rate", "dim_ordering": "data_format"})
class SpatialDropout2D:
    """Some channels of an image become 0 in training.

    >>> SpatialDropout2D(0.5)((2, 5, 5, 3))
    (2, 5, 5, 3)
    >>> SpatialDropout2D(0.5)((5, 5, 3))
    error: rank
    """

    def __init__(self, rate: float, data_format: str | None = None, seed=None):
        assert rate >= 0 and rate <= 1, "[bad-argument] rate must be between 0 and 1"
        last = channels_last(data_format)

    def call(self, inputs: Tensor["n h w c"]) -> Tensor["n h w c"]: ...

@op("keras.layers.SpatialDropout3D", finds="input-spec", legacy={"p": "rate", "dim_ordering": "data_format"})
class SpatialDropout3D:
    """Some channels of a volume become 0 in training.

    >>> SpatialDropout3D(0.5)((2, 5, 5, 5, 3))
    (2, 5, 5, 5, 3)
    >>> SpatialDropout3D(0.5)((5, 5, 5, 3))
    error: rank
    """

    def __init__(self, rate: float, data_format: str | None = None, seed=None):
        assert rate >= 0 and rate <= 1, "[bad-argument] rate must be between 0 and 1"
        last = channels_last(data_format)

    def call(self, inputs: Tensor["n d h w c"]) -> Tensor["n d h w c"]: ...
