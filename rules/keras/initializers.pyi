"""keras.initializers: called with a shape, they give a tensor of it."""

@op("keras.initializers.Zeros", "keras.initializers.zeros", "keras.initializers.Ones", "keras.initializers.ones")
class Zeros:
    """All zeros, or all ones.

    >>> Zeros()((2, 3))
    (2, 3)
    >>> Zeros()((2, -3))
    error: negative
    """

    def __init__(self): ...
    def call(self, shape: Size, dtype=None) -> Tensor["*shape"]:
        assert all(n >= 0 for n in shape), "sizes must not be negative"

@op("keras.initializers.Constant", "keras.initializers.constant", finds="broadcast-sizes")
class Constant:
    """A value, broadcast.

    >>> Constant(2.0)((2, 3))
    (2, 3)
    >>> Constant(2.0)((2, -3))
    error: negative
    """

    def __init__(self, value=0.0): ...
    def call(self, shape: Size, dtype=None) -> Tensor["*out"]:
        assert all(n >= 0 for n in shape), "[bad-argument] sizes must not be negative"
        out = broadcast(shape_of(value), shape)

@op("keras.initializers.RandomNormal", "keras.initializers.random_normal", "keras.initializers.TruncatedNormal", "keras.initializers.truncated_normal")
class RandomNormal:
    """Normally distributed numbers.

    >>> RandomNormal(stddev=0.02)((2, 3))
    (2, 3)
    >>> RandomNormal()((2, -3))
    error: negative
    """

    def __init__(self, mean=0.0, stddev=0.05, seed=None): ...
    def call(self, shape: Size, dtype=None) -> Tensor["*shape"]:
        assert all(n >= 0 for n in shape), "sizes must not be negative"

@op("keras.initializers.RandomUniform", "keras.initializers.random_uniform")
class RandomUniform:
    """Numbers between two bounds.

    >>> RandomUniform(-0.1, 0.1)((2, 3))
    (2, 3)
    >>> RandomUniform()((2, -3))
    error: negative
    """

    def __init__(self, minval=-0.05, maxval=0.05, seed=None): ...
    def call(self, shape: Size, dtype=None) -> Tensor["*shape"]:
        assert all(n >= 0 for n in shape), "sizes must not be negative"

@op("keras.initializers.VarianceScaling", "keras.initializers.variance_scaling")
class VarianceScaling:
    """Numbers whose variance goes with the size of the weight.

    >>> VarianceScaling(mode="fan_avg")((2, 3))
    (2, 3)
    >>> VarianceScaling()((2, -3))
    error: negative
    """

    def __init__(self, scale=1.0, mode="fan_in", distribution="truncated_normal", seed=None, input_axes=None, output_axes=None): ...
    def call(self, shape: Size, dtype=None) -> Tensor["*shape"]:
        assert all(n >= 0 for n in shape), "sizes must not be negative"

@op(
    "keras.initializers.GlorotUniform", "keras.initializers.glorot_uniform", "keras.initializers.GlorotNormal", "keras.initializers.glorot_normal",
    "keras.initializers.HeUniform", "keras.initializers.he_uniform", "keras.initializers.HeNormal", "keras.initializers.he_normal",
    "keras.initializers.LecunUniform", "keras.initializers.lecun_uniform", "keras.initializers.LecunNormal", "keras.initializers.lecun_normal",
)
class GlorotUniform:
    """Numbers whose variance goes with the size of the weight.

    >>> GlorotUniform(seed=0)((2, 3))
    (2, 3)
    >>> GlorotUniform()((2, -3))
    error: negative
    """

    def __init__(self, seed=None, input_axes=None, output_axes=None): ...
    def call(self, shape: Size, dtype=None) -> Tensor["*shape"]:
        assert all(n >= 0 for n in shape), "sizes must not be negative"

@op("keras.initializers.Orthogonal", "keras.initializers.orthogonal", "keras.initializers.OrthogonalInitializer")
class Orthogonal:
    """An orthogonal matrix; more axes than two are taken together but the last.

    >>> Orthogonal(gain=2.0)((2, 3, 4))
    (2, 3, 4)
    >>> Orthogonal()((4,))
    error: two axes
    """

    def __init__(self, gain=1.0, seed=None): ...
    def call(self, shape: Size, dtype=None) -> Tensor["*shape"]:
        assert len(shape) >= 2, "the shape must have at least two axes"
        assert all(n >= 0 for n in shape), "sizes must not be negative"
        known = unsure() if empty(shape) else True

@op("keras.initializers.Identity", "keras.initializers.identity", "keras.initializers.IdentityInitializer")
class Identity:
    """Ones on the diagonal of a matrix.

    >>> Identity()((2, 3))
    (2, 3)
    >>> Identity()((2, 3, 4))
    error: two axes
    """

    def __init__(self, gain=1.0): ...
    def call(self, shape: Size, dtype=None) -> Tensor["*shape"]:
        assert len(shape) == 2, "the shape must have two axes"
        assert all(n >= 0 for n in shape), "sizes must not be negative"
