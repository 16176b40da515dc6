"""Normalisation layers."""

@op("torch.nn.BatchNorm1d", finds="norm-features", layout="packed")
class BatchNorm1d:
    """Normalise every channel (axis 1) over the batch.

    >>> BatchNorm1d(4)((8, 4))
    (8, 4)
    >>> BatchNorm1d(4)((8, 4, 10))
    (8, 4, 10)
    >>> BatchNorm1d(4)((8, 3, 10))
    error: num_features
    >>> BatchNorm1d(4)((8, 4, 5, 5))
    error: rank
    """

    weight: Tensor["num_features"] if affine else None
    bias: Tensor["num_features"] if affine and bias else None
    running_mean: Tensor["num_features"] if track_running_stats else None
    running_var: Tensor["num_features"] if track_running_stats else None
    num_batches_tracked: Int[""] if track_running_stats else None

    def __init__(
        self, num_features: Dim, eps: float = 1e-5, momentum: float | None = 0.1, affine: bool = True,
        track_running_stats: bool = True, device=None, dtype=None, *, bias: bool = True,
    ): ...
    def forward(
        self, input: Tensor["n c [l]"]
    ) -> Inexact["n c [l]"] if affine else Tensor["n c [l]"]:
        assert empty(input) or not (affine or track_running_stats) or c == num_features, "channels must be num_features"
        assert not affine or not empty(num_features), "there must be channels"

@op("torch.nn.LazyBatchNorm1d", finds="norm-features", layout="packed")
class LazyBatchNorm1d:
    """Normalise every channel (axis 1) over the batch.

    >>> LazyBatchNorm1d()((8, 4))
    (8, 4)
    >>> LazyBatchNorm1d()((8, 4, 10))
    (8, 4, 10)
    >>> LazyBatchNorm1d()((8, 4, 5, 5))
    error: rank
    """

    num_features: Late
    weight: Tensor["num_features"] if affine else None
    bias: Tensor["num_features"] if affine and bias else None
    running_mean: Tensor["num_features"] if track_running_stats else None
    running_var: Tensor["num_features"] if track_running_stats else None
    num_batches_tracked: Int[""] if track_running_stats else None

    def __init__(
        self, eps: float = 1e-5, momentum: float | None = 0.1, affine: bool = True,
        track_running_stats: bool = True, device=None, dtype=None, *, bias: bool = True,
    ): ...
    def forward(
        self, input: Tensor["n num_features [l]"]
    ) -> Inexact["n num_features [l]"] if affine else Tensor["n num_features [l]"]:
        assert not affine or not empty(num_features), "there must be channels"

@op("torch.nn.BatchNorm2d", finds="norm-features", layout="packed")
class BatchNorm2d:
    """Normalise every channel (axis 1) over the batch.

    >>> BatchNorm2d(4)((8, 4, 5, 6))
    (8, 4, 5, 6)
    >>> BatchNorm2d(4)((8, 4, 1, 1))
    (8, 4, 1, 1)
    >>> BatchNorm2d(4)((8, 3, 5, 6))
    error: num_features
    >>> BatchNorm2d(4)((8, 4))
    error: rank
    """

    weight: Tensor["num_features"] if affine else None
    bias: Tensor["num_features"] if affine and bias else None
    running_mean: Tensor["num_features"] if track_running_stats else None
    running_var: Tensor["num_features"] if track_running_stats else None
    num_batches_tracked: Int[""] if track_running_stats else None

    def __init__(
        self, num_features: Dim, eps: float = 1e-5, momentum: float | None = 0.1, affine: bool = True,
        track_running_stats: bool = True, device=None, dtype=None, *, bias: bool = True,
    ): ...
    def forward(
        self, input: Tensor["n c h w"]
    ) -> Inexact["n c h w"] if affine else Tensor["n c h w"]:
        assert empty(input) or not (affine or track_running_stats) or c == num_features, "channels must be num_features"
        assert not affine or not empty(num_features), "there must be channels"

@op("torch.nn.LazyBatchNorm2d", finds="norm-features", layout="packed")
class LazyBatchNorm2d:
    """Normalise every channel (axis 1) over the batch.

    >>> LazyBatchNorm2d()((8, 4, 5, 6))
    (8, 4, 5, 6)
    >>> LazyBatchNorm2d()((8, 4, 1, 1))
    (8, 4, 1, 1)
    >>> LazyBatchNorm2d()((8, 4))
    error: rank
    """

    num_features: Late
    weight: Tensor["num_features"] if affine else None
    bias: Tensor["num_features"] if affine and bias else None
    running_mean: Tensor["num_features"] if track_running_stats else None
    running_var: Tensor["num_features"] if track_running_stats else None
    num_batches_tracked: Int[""] if track_running_stats else None

    def __init__(
        self, eps: float = 1e-5, momentum: float | None = 0.1, affine: bool = True,
        track_running_stats: bool = True, device=None, dtype=None, *, bias: bool = True,
    ): ...
    def forward(
        self, input: Tensor["n num_features h w"]
    ) -> Inexact["n num_features h w"] if affine else Tensor["n num_features h w"]:
        assert not affine or not empty(num_features), "there must be channels"

@op("torch.nn.BatchNorm3d", finds="norm-features", layout="packed")
class BatchNorm3d:
    """Normalise every channel (axis 1) over the batch.

    >>> BatchNorm3d(4)((8, 4, 5, 6, 7))
    (8, 4, 5, 6, 7)
    >>> BatchNorm3d(4)((8, 4, 5, 1, 1))
    (8, 4, 5, 1, 1)
    >>> BatchNorm3d(4)((8, 3, 5, 6, 7))
    error: num_features
    >>> BatchNorm3d(4)((8, 4))
    error: rank
    """

    weight: Tensor["num_features"] if affine else None
    bias: Tensor["num_features"] if affine and bias else None
    running_mean: Tensor["num_features"] if track_running_stats else None
    running_var: Tensor["num_features"] if track_running_stats else None
    num_batches_tracked: Int[""] if track_running_stats else None

    def __init__(
        self, num_features: Dim, eps: float = 1e-5, momentum: float | None = 0.1, affine: bool = True,
        track_running_stats: bool = True, device=None, dtype=None, *, bias: bool = True,
    ): ...
    def forward(
        self, input: Tensor["n c d h w"]
    ) -> Inexact["n c d h w"] if affine else Tensor["n c d h w"]:
        assert empty(input) or not (affine or track_running_stats) or c == num_features, "channels must be num_features"
        assert not affine or not empty(num_features), "there must be channels"

@op("torch.nn.LazyBatchNorm3d", finds="norm-features", layout="packed")
class LazyBatchNorm3d:
    """Normalise every channel (axis 1) over the batch.

    >>> LazyBatchNorm3d()((8, 4, 5, 6, 7))
    (8, 4, 5, 6, 7)
    >>> LazyBatchNorm3d()((8, 4, 5, 1, 1))
    (8, 4, 5, 1, 1)
    >>> LazyBatchNorm3d()((8, 4))
    error: rank
    """

    num_features: Late
    weight: Tensor["num_features"] if affine else None
    bias: Tensor["num_features"] if affine and bias else None
    running_mean: Tensor["num_features"] if track_running_stats else None
    running_var: Tensor["num_features"] if track_running_stats else None
    num_batches_tracked: Int[""] if track_running_stats else None

    def __init__(
        self, eps: float = 1e-5, momentum: float | None = 0.1, affine: bool = True,
        track_running_stats: bool = True, device=None, dtype=None, *, bias: bool = True,
    ): ...
    def forward(
        self, input: Tensor["n num_features d h w"]
    ) -> Inexact["n num_features d h w"] if affine else Tensor["n num_features d h w"]:
        assert not affine or not empty(num_features), "there must be channels"

@op("torch.nn.SyncBatchNorm", finds="norm-features", layout="packed")
class SyncBatchNorm:
    """Normalise every channel (axis 1) over the batches of all processes.

    >>> SyncBatchNorm(4)((8, 4, 5, 5))
    (8, 4, 5, 5)
    >>> SyncBatchNorm(4)((4,))
    error: rank
    """

    weight: Tensor["num_features"] if affine else None
    bias: Tensor["num_features"] if affine and bias else None
    running_mean: Tensor["num_features"] if track_running_stats else None
    running_var: Tensor["num_features"] if track_running_stats else None
    num_batches_tracked: Int[""] if track_running_stats else None

    def __init__(
        self, num_features: Dim, eps: float = 1e-5, momentum: float | None = 0.1, affine: bool = True,
        track_running_stats: bool = True, process_group=None, device=None, dtype=None, *, bias: bool = True,
    ): ...
    def forward(self, input: Tensor["n c *rest"]) -> Inexact["n c *rest"] if affine else Tensor["n c *rest"]:
        assert empty(input) or not (affine or track_running_stats) or c == num_features, "channels must be num_features"
        assert not affine or not empty(num_features), "there must be channels"
        assert not empty(c), "there must be channels"

@op("torch.nn.InstanceNorm1d", finds="norm-features", layout="packed")
class InstanceNorm1d:
    """Normalise every channel of every sample; channels are checked if there are parameters.

    >>> InstanceNorm1d(4)((8, 4, 10))
    (8, 4, 10)
    >>> InstanceNorm1d(4)((4, 10))
    (4, 10)
    >>> InstanceNorm1d(4, affine=True)((8, 3, 10))
    error: num_features
    >>> InstanceNorm1d(4)((8, 3, 10))
    (8, 3, 10)
    >>> InstanceNorm1d(4)((8, 4, 1))
    error: spatial
    """

    weight: Tensor["num_features"] if affine else None
    bias: Tensor["num_features"] if affine and bias else None
    running_mean: Tensor["num_features"] if track_running_stats else None
    running_var: Tensor["num_features"] if track_running_stats else None
    num_batches_tracked: Int[""] if track_running_stats else None

    def __init__(
        self, num_features: Dim, eps: float = 1e-5, momentum: float = 0.1, affine: bool = False,
        track_running_stats: bool = False, device=None, dtype=None, *, bias: bool = True,
    ): ...
    def forward(self, input: Tensor["[n] c l"]) -> Inexact["[n] c l"] if affine else Tensor["[n] c l"]:
        assert c == num_features or not affine and (not track_running_stats or empty(input)), \
            "channels must be num_features"
        assert track_running_stats or l != 1, "more than 1 spatial element is needed"
        assert not affine or not empty(n, c), "there must be samples and channels"

@op("torch.nn.LazyInstanceNorm1d", finds="norm-features", layout="packed")
class LazyInstanceNorm1d:
    """Normalise every channel of every sample; channels are checked if there are parameters.

    >>> LazyInstanceNorm1d()((8, 4, 10))
    (8, 4, 10)
    """

    num_features: Late
    weight: Tensor["num_features"] if affine else None
    bias: Tensor["num_features"] if affine and bias else None
    running_mean: Tensor["num_features"] if track_running_stats else None
    running_var: Tensor["num_features"] if track_running_stats else None
    num_batches_tracked: Int[""] if track_running_stats else None

    def __init__(
        self, eps: float = 1e-5, momentum: float = 0.1, affine: bool = True,
        track_running_stats: bool = True, device=None, dtype=None, *, bias: bool = True,
    ): ...
    def forward(self, input: Tensor["[n] num_features l"] if affine or track_running_stats else Tensor["[n] c l"]
    ) -> Inexact["*s"] if affine else Tensor["*s"]:
        s = shape_of(input)
        known = True if len(shape_of(input)) == 3 else unsure()
        assert track_running_stats or l != 1, "more than 1 spatial element is needed"
        assert not affine or not empty(s[:-1]), "there must be samples and channels"

@op("torch.nn.InstanceNorm2d", finds="norm-features", layout="packed")
class InstanceNorm2d:
    """Normalise every channel of every sample; channels are checked if there are parameters.

    >>> InstanceNorm2d(4)((8, 4, 5, 6))
    (8, 4, 5, 6)
    >>> InstanceNorm2d(4)((4, 5, 6))
    (4, 5, 6)
    >>> InstanceNorm2d(4, affine=True)((8, 3, 5, 6))
    error: num_features
    >>> InstanceNorm2d(4)((8, 3, 5, 6))
    (8, 3, 5, 6)
    >>> InstanceNorm2d(4)((8, 4, 1, 1))
    error: spatial
    """

    weight: Tensor["num_features"] if affine else None
    bias: Tensor["num_features"] if affine and bias else None
    running_mean: Tensor["num_features"] if track_running_stats else None
    running_var: Tensor["num_features"] if track_running_stats else None
    num_batches_tracked: Int[""] if track_running_stats else None

    def __init__(
        self, num_features: Dim, eps: float = 1e-5, momentum: float = 0.1, affine: bool = False,
        track_running_stats: bool = False, device=None, dtype=None, *, bias: bool = True,
    ): ...
    def forward(self, input: Tensor["[n] c h w"]) -> Inexact["[n] c h w"] if affine else Tensor["[n] c h w"]:
        assert c == num_features or not affine and (not track_running_stats or empty(input)), \
            "channels must be num_features"
        assert track_running_stats or h * w != 1, "more than 1 spatial element is needed"
        assert not affine or not empty(n, c), "there must be samples and channels"

@op("torch.nn.LazyInstanceNorm2d", finds="norm-features", layout="packed")
class LazyInstanceNorm2d:
    """Normalise every channel of every sample; channels are checked if there are parameters.

    >>> LazyInstanceNorm2d()((8, 4, 5, 6))
    (8, 4, 5, 6)
    """

    num_features: Late
    weight: Tensor["num_features"] if affine else None
    bias: Tensor["num_features"] if affine and bias else None
    running_mean: Tensor["num_features"] if track_running_stats else None
    running_var: Tensor["num_features"] if track_running_stats else None
    num_batches_tracked: Int[""] if track_running_stats else None

    def __init__(
        self, eps: float = 1e-5, momentum: float = 0.1, affine: bool = True,
        track_running_stats: bool = True, device=None, dtype=None, *, bias: bool = True,
    ): ...
    def forward(self, input: Tensor["[n] num_features h w"] if affine or track_running_stats else Tensor["[n] c h w"]
    ) -> Inexact["*s"] if affine else Tensor["*s"]:
        s = shape_of(input)
        known = True if len(shape_of(input)) == 4 else unsure()
        assert track_running_stats or h * w != 1, "more than 1 spatial element is needed"
        assert not affine or not empty(s[:-2]), "there must be samples and channels"

@op("torch.nn.InstanceNorm3d", finds="norm-features", layout="packed")
class InstanceNorm3d:
    """Normalise every channel of every sample; channels are checked if there are parameters.

    >>> InstanceNorm3d(4)((8, 4, 5, 6, 7))
    (8, 4, 5, 6, 7)
    >>> InstanceNorm3d(4)((4, 5, 6, 7))
    (4, 5, 6, 7)
    >>> InstanceNorm3d(4, affine=True)((8, 3, 5, 6, 7))
    error: num_features
    >>> InstanceNorm3d(4)((8, 3, 5, 6, 7))
    (8, 3, 5, 6, 7)
    >>> InstanceNorm3d(4)((8, 4, 1, 1, 1))
    error: spatial
    """

    weight: Tensor["num_features"] if affine else None
    bias: Tensor["num_features"] if affine and bias else None
    running_mean: Tensor["num_features"] if track_running_stats else None
    running_var: Tensor["num_features"] if track_running_stats else None
    num_batches_tracked: Int[""] if track_running_stats else None

    def __init__(
        self, num_features: Dim, eps: float = 1e-5, momentum: float = 0.1, affine: bool = False,
        track_running_stats: bool = False, device=None, dtype=None, *, bias: bool = True,
    ): ...
    def forward(self, input: Tensor["[n] c d h w"]) -> Inexact["[n] c d h w"] if affine else Tensor["[n] c d h w"]:
        assert c == num_features or not affine and (not track_running_stats or empty(input)), \
            "channels must be num_features"
        assert track_running_stats or d * h * w != 1, "more than 1 spatial element is needed"
        assert not affine or not empty(n, c), "there must be samples and channels"

@op("torch.nn.LazyInstanceNorm3d", finds="norm-features", layout="packed")
class LazyInstanceNorm3d:
    """Normalise every channel of every sample; channels are checked if there are parameters.

    >>> LazyInstanceNorm3d()((8, 4, 5, 6, 7))
    (8, 4, 5, 6, 7)
    """

    num_features: Late
    weight: Tensor["num_features"] if affine else None
    bias: Tensor["num_features"] if affine and bias else None
    running_mean: Tensor["num_features"] if track_running_stats else None
    running_var: Tensor["num_features"] if track_running_stats else None
    num_batches_tracked: Int[""] if track_running_stats else None

    def __init__(
        self, eps: float = 1e-5, momentum: float = 0.1, affine: bool = True,
        track_running_stats: bool = True, device=None, dtype=None, *, bias: bool = True,
    ): ...
    def forward(self, input: Tensor["[n] num_features d h w"] if affine or track_running_stats else Tensor["[n] c d h w"]
    ) -> Inexact["*s"] if affine else Tensor["*s"]:
        s = shape_of(input)
        known = True if len(shape_of(input)) == 5 else unsure()
        assert track_running_stats or d * h * w != 1, "more than 1 spatial element is needed"
        assert not affine or not empty(s[:-3]), "there must be samples and channels"

@op("torch.nn.LayerNorm", finds="norm-features", layout="packed")
class LayerNorm:
    """Normalise over the last axes, which must be normalized_shape.

    >>> LayerNorm(8)((2, 3, 8))
    (2, 3, 8)
    >>> LayerNorm((3, 8))((2, 3, 8))
    (2, 3, 8)
    >>> LayerNorm(8)((2, 8, 3))
    error: normalized_shape
    >>> LayerNorm((3, 8))((8,))
    error: rank
    """

    weight: Tensor["*normalized_shape"] if elementwise_affine else None
    bias: Tensor["*normalized_shape"] if elementwise_affine and bias else None

    def __init__(
        self, normalized_shape: Size, eps: float = 1e-5, elementwise_affine: bool = True,
        bias: bool = True, device=None, dtype=None,
    ):
        whole = True if all(n >= 0 for n in normalized_shape) else unsure()
    def forward(
        self, input: Tensor["*batch *normalized_shape"]
    ) -> Tensor["*batch *normalized_shape"]: ...

@op("torch.nn.RMSNorm", finds="norm-features", layout="packed")
class RMSNorm:
    """Scale by the root mean square of the last axes, which must be normalized_shape.

    >>> RMSNorm(8)((2, 3, 8))
    (2, 3, 8)
    >>> RMSNorm(8)((2, 8, 3))
    error: normalized_shape
    """

    weight: Tensor["*normalized_shape"] if elementwise_affine else None

    def __init__(
        self, normalized_shape: Size, eps: float | None = None, elementwise_affine: bool = True,
        device=None, dtype=None,
    ):
        whole = True if all(n >= 0 for n in normalized_shape) else unsure()
    def forward(
        self, x: Tensor["*batch *normalized_shape"]
    ) -> Tensor["*batch *normalized_shape"]: ...

@op("torch.nn.GroupNorm", finds="norm-features", layout="packed")
class GroupNorm:
    """Normalise groups of channels (axis 1) of every sample.

    >>> GroupNorm(2, 4)((8, 4, 5, 5))
    (8, 4, 5, 5)
    >>> GroupNorm(2, 4)((8, 4))
    (8, 4)
    >>> GroupNorm(3, 4)
    error: num_groups
    >>> GroupNorm(2, 4)((8, 6, 5))
    error: num_channels
    """

    weight: Tensor["num_channels"] if affine else None
    bias: Tensor["num_channels"] if affine and bias else None

    def __init__(
        self, num_groups: Dim, num_channels: Dim, eps: float = 1e-5, affine: bool = True,
        device=None, dtype=None, *, bias: bool = True,
    ):
        assert num_groups != 0, "num_groups must not be zero"
        assert num_channels % num_groups == 0, "num_channels must be divisible by num_groups"

    @overload
    def forward(
        self, input: Tensor["n num_channels *rest"] if affine else Tensor["n c *rest"]
    ) -> Tensor["n num_channels *rest"] if affine else Tensor["n c *rest"]:
        assert num_groups > 0, "num_groups must be positive"
        assert affine or c % num_groups == 0, "channels must be divisible by num_groups"

@op("torch.nn.LocalResponseNorm", finds="norm-features", layout="packed")
class LocalResponseNorm:
    """Normalise over neighbouring channels.

    >>> LocalResponseNorm(2)((8, 4, 5, 5))
    (8, 4, 5, 5)
    >>> LocalResponseNorm(2)((8, 4))
    error: rank
    """

    def __init__(self, size: Dim, alpha: float = 1e-4, beta: float = 0.75, k: float = 1): ...
    def forward(
        self, input: Tensor["n c l *rest"]
    ) -> Inexact["n c l *rest"] if not empty(input) else Tensor["n c l *rest"]:
        assert empty(input) or size > 0, "[bad-argument] size must be positive"
        laid = True if len(rest) < 2 or viewable(input, (n * c * l * prod(rest),)) else unsure()

@op("torch.nn.functional.local_response_norm", finds="norm-features", layout="packed")
def local_response_norm(
    input: Tensor["n c l *rest"], size: Dim, alpha: float = 1e-4, beta: float = 0.75, k: float = 1
) -> Inexact["n c l *rest"] if not empty(input) else Tensor["n c l *rest"]:
    """Normalise over neighbouring channels.

    >>> local_response_norm((8, 4, 5, 5), 2)
    (8, 4, 5, 5)
    >>> local_response_norm((8, 4), 2)
    error: rank
    """
    assert empty(input) or size > 0, "[bad-argument] size must be positive"
    laid = True if len(rest) < 2 or viewable(input, (n * c * l * prod(rest),)) else unsure()

@op("torch.nn.functional.layer_norm", finds="norm-features", layout="packed")
def layer_norm(
    input: Tensor["*batch *normalized_shape"], normalized_shape: Size,
    weight: Array["*normalized_shape"] | None = None, bias: Array["*normalized_shape"] | None = None,
    eps: float = 1e-5,
) -> Tensor["*batch *normalized_shape"]:
    """Normalise over the last axes, which must be normalized_shape.

    >>> layer_norm((2, 3, 8), (8,), (8,), (8,))
    (2, 3, 8)
    >>> layer_norm((2, 3, 8), (3,))
    error: normalized_shape
    >>> layer_norm((2, 3, 8), (8,), (3,))
    error: normalized_shape
    """

@op("torch.layer_norm", finds="norm-features", layout="packed")
def torch_layer_norm(
    input: Tensor["*batch *normalized_shape"], normalized_shape: Size,
    weight: Array["*normalized_shape"] | None = None, bias: Array["*normalized_shape"] | None = None,
    eps: float = 1e-5, cudnn_enable: bool = True,
) -> Tensor["*batch *normalized_shape"]:
    """Normalise over the last axes, which must be normalized_shape.

    >>> torch_layer_norm((2, 3, 8), (8,))
    (2, 3, 8)
    >>> torch_layer_norm((2, 3, 8), (3,))
    error: normalized_shape
    """

@op("torch.nn.functional.rms_norm", "torch.rms_norm", finds="norm-features", layout="packed")
def rms_norm(
    input: Tensor["*batch *normalized_shape"], normalized_shape: Size,
    weight: Array["*normalized_shape"] | None = None, eps: float | None = None,
) -> Tensor["*batch *normalized_shape"]:
    """Scale by the root mean square of the last axes.

    >>> rms_norm((2, 3, 8), (8,), (8,))
    (2, 3, 8)
    >>> rms_norm((2, 3, 8), (3,))
    error: normalized_shape
    """

@op("torch.nn.functional.group_norm", finds="norm-features", layout="packed")
def group_norm(
    input: Tensor["n c *rest"], num_groups: Dim, weight: Array["c"] | None = None,
    bias: Array["c"] | None = None, eps: float = 1e-5,
) -> Tensor["n c *rest"]:
    """Normalise groups of channels (axis 1) of every sample.

    >>> group_norm((8, 4, 5, 5), 2, (4,), (4,))
    (8, 4, 5, 5)
    >>> group_norm((8, 4, 5), 3)
    error: num_groups
    >>> group_norm((8, 4, 5), 2, (3,))
    error: c
    """
    assert num_groups > 0, "num_groups must be positive"
    assert c % num_groups == 0, "channels must be divisible by num_groups"

@op("torch.group_norm", finds="norm-features", layout="packed")
def torch_group_norm(
    input: Tensor["n c *rest"], num_groups: Dim, weight: Array["c"] | None = None,
    bias: Array["c"] | None = None, eps: float = 1e-5, cudnn_enabled: bool = True,
) -> Tensor["n c *rest"]:
    """Normalise groups of channels (axis 1) of every sample.

    >>> torch_group_norm((8, 4, 5, 5), 2)
    (8, 4, 5, 5)
    >>> torch_group_norm((8, 4, 5), 3)
    error: num_groups
    """
    assert num_groups > 0, "num_groups must be positive"
    assert c % num_groups == 0, "channels must be divisible by num_groups"

@op("torch.nn.functional.batch_norm", finds="norm-features", layout="packed")
@overload
def batch_norm(
    input: Tensor["c"], running_mean: Array | None, running_var: Array | None, weight: Array | None = None,
    bias: Array | None = None, training: bool = False, momentum: float = 0.1, eps: float = 1e-5,
) -> Array["*out"]:
    assert c == 0, "`input` has the wrong rank: it must be (n c *rest)"
    out = unsure()
@overload
def batch_norm(
    input: Tensor["n c *rest"], running_mean: Array["*mean"] | None, running_var: Array["*var"] | None,
    weight: Array["*w"] | None = None, bias: Array["*b"] | None = None, training: bool = False,
    momentum: float = 0.1, eps: float = 1e-5,
) -> Tensor["n c *rest"] if not empty(input) else Array["n c *rest"]:
    """Normalise every channel (axis 1) over the batch.

    >>> batch_norm((8, 4, 5), (4,), (4,))
    (8, 4, 5)
    >>> batch_norm((8, 4, 5), None, None, training=True)
    (8, 4, 5)
    >>> batch_norm((8, 4, 5), (5,), (5,))
    error: c
    """
    full = True if not empty(input) else unsure()
    assert empty(input) or training or running_mean is not None, "[bad-argument] running_mean must be given in evaluation mode"
    assert empty(input) or weight is None or prod(w) == c, "weight must have one element for each of the c channels"
    assert empty(input) or bias is None or prod(b) == c, "bias must have one element for each of the c channels"
    assert empty(input) or running_mean is None or mean == (c,), "running_mean must be (c)"
    assert empty(input) or running_var is None or var == (c,), "running_var must be (c)"
    assert empty(input) or (running_mean is None) == (running_var is None), "[bad-argument] running_mean and running_var go together"

@op("torch.nn.functional.instance_norm", finds="norm-features", layout="packed")
def instance_norm(
    input: Tensor["n c *rest"], running_mean: Array["*mean"] | None = None,
    running_var: Array["*var"] | None = None, weight: Array["*w"] | None = None,
    bias: Array["*b"] | None = None, use_input_stats: bool = True, momentum: float = 0.1,
    eps: float = 1e-5,
) -> Tensor["n c *rest"] if not empty(input) else Array["n c *rest"]:
    """Normalise every channel of every sample.

    >>> instance_norm((8, 4, 5))
    (8, 4, 5)
    >>> instance_norm((8, 4, 1))
    error: spatial
    >>> instance_norm((8, 4, 5), weight=(3,))
    error: c
    """
    full = True if not empty(input) else unsure()
    assert not use_input_stats or prod(rest) != 1, "more than 1 spatial element is needed"
    flat = True if all(s is None or len(shape_of(s)) == 1 for s in (running_mean, running_var, weight, bias)) else unsure()
    assert empty(input) or running_mean is None or prod(mean) == c, "running_mean must have one element for each of the c channels"
    assert empty(input) or running_var is None or prod(var) == c, "running_var must have one element for each of the c channels"
    assert empty(input) or weight is None or prod(w) == c, "weight must have one element for each of the c channels"
    assert empty(input) or bias is None or prod(b) == c, "bias must have one element for each of the c channels"
    assert empty(input) or (running_mean is None) == (running_var is None), "[bad-argument] running_mean and running_var go together"
    assert use_input_stats or running_mean is not None, "[bad-argument] running_mean must be given without use_input_stats"

@op("torch.nn.functional.normalize", finds="index-range", layout="packed")
def normalize(
    input: Tensor["*shape"], p: float = 2.0, dim: Axis | Axes = 1, eps: float = 1e-12,
    out: Tensor | None = None,
) -> Tensor["*shape"]:
    """Divide by the norm along dim.

    >>> normalize((2, 3, 4), dim=-1)
    (2, 3, 4)
    >>> normalize((2, 3, 4), dim=(1, 2))
    (2, 3, 4)
    >>> normalize((4,))
    error: dim
    """
    kept = reduce_axes(shape, dim, True)
