"""Keras's layers for activations."""

@op("keras.layers.Activation")
class Activation:
    """An activation, by its name or as a function.

    >>> Activation("relu")((2, 3))
    (2, 3)
    """

    def __init__(self, activation): ...

    def call(self, inputs: Tensor["*s"]) -> Tensor["*s"]: ...

@op("keras.layers.ReLU")
class ReLU:
    """The larger of the input and 0.

    >>> ReLU(max_value=6.0)((2, 3))
    (2, 3)
    """

    def __init__(self, max_value=None, negative_slope: float = 0.0, threshold: float = 0.0): ...

    def call(self, inputs: Tensor["*s"]) -> Tensor["*s"]: ...

@op("keras.layers.LeakyReLU", legacy={"alpha": "negative_slope"})
class LeakyReLU:
    """A ReLU that lets a part of what is negative through.

    >>> LeakyReLU(negative_slope=0.2)((2, 3))
    (2, 3)
    """

    def __init__(self, negative_slope: float = 0.3): ...

    def call(self, inputs: Tensor["*s"]) -> Tensor["*s"]: ...

@op("keras.layers.ELU")
class ELU:
    """The input where it is positive, else alpha * (exp(x) - 1).

    >>> ELU(alpha=1.0)((2, 3))
    (2, 3)
    """

    def __init__(self, alpha: float = 1.0): ...

    def call(self, inputs: Tensor["*s"]) -> Tensor["*s"]: ...

@op("keras.layers.PReLU", finds="input-spec", legacy={"init": "alpha_initializer"})
class PReLU:
    """A leaky ReLU with a slope for each feature, learnt; the first call fixes how many there are.

    >>> PReLU()((2, 5, 5, 3))
    (2, 5, 5, 3)
    >>> PReLU(shared_axes=[1, 2])((2, 5, 5, 3))
    (2, 5, 5, 3)
    >>> PReLU(shared_axes=[4])((2, 5, 3))
    error: range
    """

    ndim: Late
    slopes: Late
    alpha: Tensor["*slopes"]

    def __init__(
        self, alpha_initializer="Zeros", alpha_regularizer=None, alpha_constraint=None, shared_axes: Axes | None = None
    ):
        ndim = None
        slopes = None

    def call(self, inputs: Tensor["*s"]) -> Tensor["*out"]:
        assert ndim is None or len(s) == ndim, "the number of axes is fixed by the first call"
        own = shared_axes(s[1:], shared_axes)
        slopes = own if slopes is None else slopes
        assert shared_axes is None or len(shared_axes) == 0 or own == slopes, "the sizes of all axes but shared_axes are fixed by the first call"
        out = broadcast(s, slopes)
        ndim = len(s)

@op("keras.layers.Softmax", finds="index-range")
class Softmax:
    """Positive numbers that add up to 1 along an axis, or along several.

    >>> Softmax()((2, 3))
    (2, 3)
    >>> Softmax(axis=[1, 2])((2, 3, 4))
    (2, 3, 4)
    >>> Softmax(axis=2)((2, 3))
    error: range
    """

    def __init__(self, axis: Axes = -1): ...

    def call(self, inputs: Tensor["*s"], mask: Tensor["*m"] | None = None) -> Tensor["*s"]:
        kept = reduce_axes(s, axis, True)
        assert mask is None or broadcasts_to(m, s), "[broadcast-sizes] the mask does not broadcast to the input"
