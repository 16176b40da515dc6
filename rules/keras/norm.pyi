"""Keras's normalisations; the first call fixes how many features there are. Keywords of earlier versions that count
for nothing (`mode`, `fused`) go with `dynamic`, which the base class drops."""

@op("keras.layers.BatchNormalization", finds="norm-features", legacy={"gamma_init": "gamma_initializer", "beta_init": "beta_initializer", "mode": "dynamic", "fused": "dynamic", "virtual_batch_size": "dynamic"})
class BatchNormalization:
    """Normalise each feature over all other axes; the features lie on `axis`.

    >>> BatchNormalization()((8, 5, 5, 3))
    (8, 5, 5, 3)
    >>> BatchNormalization(axis=1)((8, 3, 5, 5))
    (8, 3, 5, 5)
    >>> BatchNormalization(axis=3)((8, 5))
    error: range
    """

    ndim: Late
    width: Late
    gamma: Tensor["width"] if scale else None
    beta: Tensor["width"] if center else None
    moving_mean: Tensor["width"]
    moving_variance: Tensor["width"]

    def __init__(
        self, axis: Axis = -1, momentum: float = 0.99, epsilon: float = 0.001, center: bool = True, scale: bool = True,
        beta_initializer="zeros", gamma_initializer="ones", moving_mean_initializer="zeros",
        moving_variance_initializer="ones", beta_regularizer=None, gamma_regularizer=None, beta_constraint=None,
        gamma_constraint=None, renorm: bool = False, renorm_clipping=None, renorm_momentum: float = 0.99,
        synchronized=False,
    ):
        ndim = None
        width = None

    def call(self, inputs: Tensor["*s"], mask: Tensor["*m"] | None = None) -> Tensor["*s"]:
        features = axis_size(s, axis)
        assert ndim is None or len(s) == ndim, "the number of axes is fixed by the first call"
        assert width is None or features == width, "the number of features is fixed by the first call"
        assert mask is None or len(m) == len(s) - 1, "the mask must have one axis less than the input"
        ndim = len(s)
        width = features

@op("keras.layers.LayerNormalization", finds="norm-features")
class LayerNormalization:
    """Normalise along an axis, or along several together.

    >>> LayerNormalization()((8, 5, 3))
    (8, 5, 3)
    >>> LayerNormalization(axis=[1, 2])((8, 5, 3))
    (8, 5, 3)
    >>> LayerNormalization(axis=3)((8, 5, 3))
    error: range
    """

    widths: Late
    gamma: Tensor["*widths"] if scale else None
    beta: Tensor["*widths"] if center else None

    def __init__(
        self, axis: Axes = -1, epsilon: float = 0.001, center: bool = True, scale: bool = True, beta_initializer="zeros",
        gamma_initializer="ones", beta_regularizer=None, gamma_regularizer=None, beta_constraint=None,
        gamma_constraint=None, *, rms_scaling: bool = False,
    ):
        widths = None

    def call(self, inputs: Tensor["*s"]) -> Tensor["*s"]:
        now = [axis_size(s, i) for i in axis]
        held = widths is not None and (scale or center) and len(axis) < len(s)
        assert not held or prod(widths) == prod(now), "the normalised sizes are fixed by the first call"
        widths = now

@op("keras.layers.GroupNormalization", finds="norm-features")
class GroupNormalization:
    """Normalise the features on `axis` in groups; -1 makes each feature a group.

    >>> GroupNormalization(groups=2)((8, 5, 5, 6))
    (8, 5, 5, 6)
    >>> GroupNormalization(groups=-1, axis=1)((8, 6, 5))
    (8, 6, 5)
    >>> GroupNormalization()((8, 5, 5, 16))
    error: groups
    >>> GroupNormalization(groups=4)((8, 5, 5, 6))
    error: multiple
    >>> GroupNormalization(groups=0)((8, 6))
    error: positive
    """

    ndim: Late
    width: Late
    gamma: Tensor["width"] if scale else None
    beta: Tensor["width"] if center else None

    def __init__(
        self, groups: Dim = 32, axis: Axis = -1, epsilon: float = 0.001, center: bool = True, scale: bool = True,
        beta_initializer="zeros", gamma_initializer="ones", beta_regularizer=None, gamma_regularizer=None,
        beta_constraint=None, gamma_constraint=None,
    ):
        assert groups > 0 or groups == -1, "groups must be positive, or -1"
        ndim = None
        width = None

    def call(self, inputs: Tensor["*s"]) -> Tensor["*s"]:
        features = axis_size(s, axis)
        assert ndim is None or len(s) == ndim, "the number of axes is fixed by the first call"
        assert width is None or features == width, "the number of features is fixed by the first call"
        assert groups == -1 or features >= groups, "there are more groups than features"
        assert groups == -1 or features % groups == 0, "the number of features must be a multiple of groups"
        ndim = len(s)
        width = features

@op("keras.layers.RMSNormalization", finds="norm-features")
class RMSNormalization:
    """Divide by the root of the mean square along an axis. The scale of axes that lie apart is laid against the last
    ones (keras 3.15): no shape is told.

    >>> RMSNormalization()((8, 5, 3))
    (8, 5, 3)
    >>> RMSNormalization(axis=3)((8, 5, 3))
    error: range
    """

    widths: Late
    scale: Tensor["*widths"]

    def __init__(self, axis: Axes = -1, epsilon: float = 1e-6):
        widths = None

    def call(self, inputs: Tensor["*s"]) -> Tensor["*out"]:
        now = [axis_size(s, i) for i in axis]
        assert widths is None or len(axis) > 1 or widths == now, "the normalised sizes are fixed by the first call"
        widths = now
        out = s if len(axis) == 1 or axis[-1] - axis[0] == len(axis) - 1 else unsure()

@op("keras.layers.UnitNormalization", finds="index-range")
class UnitNormalization:
    """Divide by the length along an axis.

    >>> UnitNormalization()((8, 3))
    (8, 3)
    >>> UnitNormalization(axis=2)((8, 3))
    error: range
    """

    def __init__(self, axis: Axes = -1): ...

    def call(self, inputs: Tensor["*s"]) -> Tensor["*s"]:
        kept = [axis_size(s, i) for i in axis]
