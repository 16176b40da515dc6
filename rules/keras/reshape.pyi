"""Keras's layers that lay the elements of each sample out anew."""

@op("keras.layers.Flatten", finds="input-spec", legacy={"dim_ordering": "data_format"})
class Flatten:
    """All axes after the batch as one.

    >>> Flatten()((2, 3, 4))
    (2, 12)
    >>> Flatten()((2,))
    (2, 1)
    >>> Flatten()(())
    error: rank
    """

    def __init__(self, data_format: Literal["channels_last", "channels_first"] | None = None): ...

    def call(self, inputs: Tensor["n *rest"]) -> Tensor["n prod(rest)"]: ...

@op("keras.layers.Reshape", finds="reshape-elements", legacy={"dims": "target_shape"})
class Reshape:
    """Each sample in a new shape, the batch aside; one size may be -1.

    >>> Reshape((3, 4))((2, 12))
    (2, 3, 4)
    >>> Reshape(target_shape=(-1, 2))((2, 12))
    (2, 6, 2)
    >>> Reshape((3, 5))((2, 12))
    error: elements
    >>> Reshape((-1, 5))((2, 12))
    error: elements
    >>> Reshape((-1, -1))((2, 12))
    error: inferred
    """

    def __init__(self, target_shape: Size):
        assert all(n >= -1 for n in target_shape), "sizes must not be negative"
        assert count(target_shape, -1) <= 1, "only one size can be inferred"

    def call(self, inputs: Tensor["n *rest"]) -> Tensor["n *new"]:
        new = infer_minus_one(target_shape, prod(rest))
        assert prod(new) == prod(rest), "a different number of elements"
        assert not reorders((n,) + rest, (n,) + new), "[reshape-as-transpose] the same sizes in another order: the elements keep theirs, so that axes are not exchanged; use Permute"

@op("keras.layers.Permute", finds="permute-axes")
class Permute:
    """The axes of each sample in another order; they are counted from 1, without the batch.

    >>> Permute((2, 1))((2, 3, 4))
    (2, 4, 3)
    >>> Permute((0, 1))((2, 3, 4))
    error: from 1
    >>> Permute((2, 1))((2, 3, 4, 5))
    error: axes
    """

    def __init__(self, dims: Axes):
        assert all(d >= 1 and d <= len(dims) and count(dims, d) == 1 for d in dims), "dims must be the numbers from 1 on"

    def call(self, inputs: Tensor["n *rest"]) -> Tensor["n *new"]:
        new = permute(rest, [d - 1 for d in dims])

@op("keras.layers.RepeatVector", finds="input-spec")
class RepeatVector:
    """Each vector n times, on a new axis after the batch.

    >>> RepeatVector(5)((2, 3))
    (2, 5, 3)
    >>> RepeatVector(0)((2, 3))
    error: positive
    >>> RepeatVector(5)((2, 3, 4))
    error: rank
    """

    def __init__(self, n: Dim):
        assert n > 0, "n must be positive"

    def call(self, inputs: Tensor["batch features"]) -> Tensor["batch n features"]: ...
