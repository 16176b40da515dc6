"""What torch itself has of the functions of torch.nn.functional, with other arguments."""

@op("torch.batch_norm", finds="norm-features")
@overload
def torch_batch_norm(
    input: Inexact["c"], weight: Array | None, bias: Array | None, running_mean: Array | None, running_var: Array | None,
    training: bool, momentum: float, eps: float, cudnn_enabled: bool,
) -> Tensor["c"]:
    assert c == 0, "`input` has the wrong rank: it must be (n c *rest)"
    known = unsure()
@overload
def torch_batch_norm(
    input: Inexact["n c *rest"], weight: Array["*w"] | None, bias: Array["*b"] | None, running_mean: Array["*m"] | None,
    running_var: Array["*v"] | None, training: bool, momentum: float, eps: float, cudnn_enabled: bool,
) -> Tensor["n c *rest"]:
    """Normalise every channel (axis 1) over the batch.

    >>> torch_batch_norm((8, 4, 5), None, None, (4,), (4,), False, 0.1, 1e-5, False)
    (8, 4, 5)
    >>> torch_batch_norm((8, 4, 5), (5,), (5,), None, None, True, 0.1, 1e-5, False)
    error: c
    """
    empty = n * c * prod(rest) == 0
    flat = (weight is None or len(w) == 1) and (bias is None or len(b) == 1)
    known = True if flat and not empty else unsure()
    assert empty or training or (running_mean is not None and running_var is not None), \
        "[bad-argument] running_mean and running_var must be given without training"
    assert empty or (running_mean is None) == (running_var is None), "[bad-argument] running_mean and running_var go together"
    assert empty or weight is None or prod(w) == c, "weight must have one element for each of the c channels"
    assert empty or bias is None or prod(b) == c, "bias must have one element for each of the c channels"
    assert empty or running_mean is None or m == (c,), "running_mean must have one element for each of the c channels"
    assert empty or running_var is None or v == (c,), "running_var must have one element for each of the c channels"

@op("torch.native_batch_norm", finds="norm-features")
def native_batch_norm(
    input: Inexact["n c *rest"], weight: Tensor["*w"] | None, bias: Tensor["*b"] | None, running_mean: Tensor["*m"] | None,
    running_var: Tensor["*v"] | None, training: bool, momentum: float, eps: float,
) -> tuple[Tensor["n c *rest"], Tensor["*stats"], Tensor["*stats"]]:
    """Normalise every channel (axis 1) over the batch; with what it was normalised by.

    >>> native_batch_norm((8, 4, 5), (4,), (4,), None, None, True, 0.1, 1e-5)
    ((8, 4, 5), (4,), (4,))
    >>> native_batch_norm((8,), None, None, None, None, True, 0.1, 1e-5)
    error: rank
    """
    stats = (c,) if training else (0,)
    full = n * c * prod(rest) > 0 or not training
    fits = (weight is None or w == (c,)) and (bias is None or b == (c,)) and (running_mean is None or m == (c,)) and (running_var is None or v == (c,))
    known = True if full and fits else unsure()

@op("torch.instance_norm", finds="norm-features")
def torch_instance_norm(
    input: Inexact["n c *rest"], weight: Array["*w"] | None, bias: Array["*b"] | None, running_mean: Array["*m"] | None,
    running_var: Array["*v"] | None, use_input_stats: bool, momentum: float, eps: float, cudnn_enabled: bool,
) -> Tensor["n c *rest"]:
    """Normalise every channel of every sample.

    >>> torch_instance_norm((8, 4, 5), None, None, None, None, True, 0.1, 1e-5, False)
    (8, 4, 5)
    >>> torch_instance_norm((8, 4, 5), (5,), (5,), None, None, True, 0.1, 1e-5, False)
    error: c
    """
    empty = n * c * prod(rest) == 0
    known = unsure() if empty else True
    assert empty or use_input_stats or (running_mean is not None and running_var is not None), \
        "[bad-argument] running_mean and running_var must be given without use_input_stats"
    assert empty or (running_mean is None) == (running_var is None), "[bad-argument] running_mean and running_var go together"
    assert empty or weight is None or len(w) <= 1 and prod(w) == c, "weight must have one element for each of the c channels"
    assert empty or bias is None or len(b) <= 1 and prod(b) == c, "bias must have one element for each of the c channels"
    assert empty or running_mean is None or m == (c,) or not use_input_stats and m == () and c == 1, "running_mean must have one element for each of the c channels"
    assert empty or running_var is None or v == (c,) or not use_input_stats and v == () and c == 1, "running_var must have one element for each of the c channels"

@op("torch.native_layer_norm", finds="norm-features")
def native_layer_norm(
    input: Inexact["*batch *normalized_shape"], normalized_shape: Size, weight: Array["*normalized_shape"] | None,
    bias: Array["*normalized_shape"] | None, eps: float,
) -> tuple[Tensor["*batch *normalized_shape"], Array["*stats"], Array["*stats"]]:
    """Normalise over the last axes, which must be normalized_shape; with mean and inverse deviation.

    >>> native_layer_norm((2, 3, 8), (8,), (8,), (8,), 1e-5)
    ((2, 3, 8), (2, 3, 1), (2, 3, 1))
    >>> native_layer_norm((2, 3, 8), (3,), None, None, 1e-5)
    error: normalized_shape
    """
    assert len(normalized_shape) > 0, "normalized_shape is empty"
    stats = batch + [1 for n in normalized_shape]

@op("torch.native_group_norm", finds="norm-features")
def native_group_norm(
    input: Inexact["*shape"], weight: Array["*w"] | None, bias: Array["*b"] | None, N: Dim, C: Dim, HxW: Dim, group: Dim, eps: float,
) -> tuple[Tensor["*shape"], Array["N group"], Array["N group"]]:
    """Normalise groups of the C channels; with mean and inverse deviation.

    >>> native_group_norm((8, 4, 5), (4,), (4,), 8, 4, 5, 2, 1e-5)
    ((8, 4, 5), (8, 2), (8, 2))
    >>> native_group_norm((8, 4, 5), None, None, 8, 4, 5, 3, 1e-5)
    error: group
    >>> native_group_norm((8, 4, 5), None, None, 8, 4, 6, 2, 1e-5)
    error: HxW
    """
    assert group > 0, "[bad-argument] group must be positive"
    assert C % group == 0, "channels must be divisible by group"
    assert prod(shape) == N * C * HxW, "N * C * HxW must be the number of elements"
    assert weight is None or w == (C,), "weight must have one element for each channel"
    assert bias is None or b == (C,), "bias must have one element for each channel"

@op("torch.native_dropout", finds="bad-argument")
def native_dropout(input: Tensor["*shape"], p: float, train: bool | None) -> tuple[Tensor["*shape"], Array["*shape"]]:
    """Zero some elements if `train`; with the mask of those kept.

    >>> native_dropout((2, 3), 0.1, True)
    ((2, 3), (2, 3))
    >>> native_dropout((2, 3), 1.5, True)
    error: between
    """
    assert train is False or prod(shape) == 0 or (0 <= p and p <= 1), "p has to be between 0 and 1"

@op("torch.alpha_dropout_", finds="bad-argument")
def torch_alpha_dropout_(input: Tensor["*shape"], p: float, train: bool) -> Tensor["*shape"]:
    """Zero some elements if `train`; keeps the shape.

    >>> torch_alpha_dropout_((2, 3), 0.1, True)
    (2, 3)
    >>> torch_alpha_dropout_((2, 3), 1.5, True)
    error: between
    """
    assert 0 <= p and p <= 1, "p has to be between 0 and 1"

@op(
    "torch.feature_dropout", "torch.feature_dropout_", "torch.feature_alpha_dropout", "torch.feature_alpha_dropout_",
    finds="index-rank",
)
def feature_dropout(input: Tensor["*shape"], p: float, train: bool) -> Tensor["*shape"]:
    """Zero some channels if `train`; keeps the shape.

    >>> feature_dropout((2, 3, 4), 0.1, True)
    (2, 3, 4)
    >>> feature_dropout((3,), 0.1, True)
    error: 2 axes
    >>> feature_dropout((2, 3), 1.5, True)
    error: between
    """
    assert 0 <= p and p <= 1, "[bad-argument] p has to be between 0 and 1"
    assert len(shape) >= 2 or not train or p == 0 or p == 1 or prod(shape) == 0, "input must have at least 2 axes"

@op("torch.nn.functional.hardtanh_", finds="bad-argument")
def hardtanh_(input: Tensor["*shape"], min_val: float = -1.0, max_val: float = 1.0) -> Tensor["*shape"]:
    """An activation of every element, in place.

    >>> hardtanh_((2, 3), 0, 6)
    (2, 3)
    """

@op("torch.threshold", "torch.threshold_", "torch.nn.functional.threshold_", finds="bad-argument")
def threshold_(input: Tensor["*shape"], threshold: float, value: float) -> Tensor["*shape"]:
    """`value` for every element that is not above the threshold.

    >>> threshold_((2, 3), 0.1, 20)
    (2, 3)
    """

@op("torch.rrelu", "torch.rrelu_", "torch.nn.functional.rrelu_", finds="bad-argument")
def rrelu_(
    input: Tensor["*shape"], lower: float = 0.125, upper: float = 0.333, training: bool = False, generator: object = None
) -> Tensor["*shape"]:
    """An activation of every element, with a random slope.

    >>> rrelu_((2, 3))
    (2, 3)
    """

@op("torch.celu_", finds="bad-argument")
def torch_celu_(input: Tensor["*shape"], alpha: float = 1.0) -> Tensor["*shape"]:
    """An activation of every element, in place.

    >>> torch_celu_((2, 3))
    (2, 3)
    """

@op("torch.hardshrink", "torch.Tensor.hardshrink", finds="bad-argument")
def torch_hardshrink(input: Tensor["*shape"], lambd: float = 0.5, *, out: Tensor | None = None) -> Tensor["*shape"]:
    """Zero where the absolute value is at most lambd.

    >>> torch_hardshrink((2, 3), 0.1)
    (2, 3)
    """

@op("torch.grid_sampler", finds="kernel-size")
@overload
def grid_sampler(
    input: Tensor["n c h w"], grid: Array["n oh ow 2"], interpolation_mode: int, padding_mode: int, align_corners: bool
) -> Tensor["n c oh ow"]:
    assert h * w > 0, "only the batch may be empty"
@overload
def grid_sampler(
    input: Tensor["n c d h w"], grid: Array["n od oh ow 3"], interpolation_mode: int, padding_mode: int, align_corners: bool
) -> Tensor["n c od oh ow"]:
    """The input at the places that grid names.

    >>> grid_sampler((2, 3, 4, 5), (2, 6, 7, 2), 0, 0, True)
    (2, 3, 6, 7)
    >>> grid_sampler((2, 3, 4, 5), (3, 6, 7, 2), 0, 0, True)
    error: n
    """
    assert d * h * w > 0, "only the batch may be empty"
    assert interpolation_mode != 2, "[bad-argument] bicubic interpolation needs a 4-D input"

@op("torch.grid_sampler_2d", finds="kernel-size")
def grid_sampler_2d(
    input: Tensor["n c h w"], grid: Array["n oh ow 2"], interpolation_mode: int, padding_mode: int, align_corners: bool
) -> Tensor["n c oh ow"]:
    """The image at the places that grid names.

    >>> grid_sampler_2d((2, 3, 4, 5), (2, 6, 7, 2), 0, 0, True)
    (2, 3, 6, 7)
    >>> grid_sampler_2d((2, 3, 4, 5), (3, 6, 7, 2), 0, 0, True)
    error: n
    """
    assert h * w > 0, "only the batch may be empty"

@op("torch.grid_sampler_3d", finds="kernel-size")
def grid_sampler_3d(
    input: Tensor["n c d h w"], grid: Array["n od oh ow 3"], interpolation_mode: int, padding_mode: int, align_corners: bool
) -> Tensor["n c od oh ow"]:
    """The volume at the places that grid names.

    >>> grid_sampler_3d((2, 3, 4, 5, 6), (2, 6, 7, 8, 3), 0, 0, True)
    (2, 3, 6, 7, 8)
    >>> grid_sampler_3d((2, 3, 4, 5, 6), (2, 6, 7, 8, 2), 0, 0, True)
    error: axis
    """
    assert d * h * w > 0, "only the batch may be empty"
    assert interpolation_mode != 2, "[bad-argument] bicubic interpolation needs a 4-D input"

@op("torch.affine_grid_generator", finds="kernel-size")
def affine_grid_generator(theta: Tensor["n r q"], size: Size, align_corners: bool) -> Tensor["n *spatial len(spatial)"]:
    """The sampling places of an affine map, for grid_sampler.

    >>> affine_grid_generator((2, 2, 3), (2, 3, 4, 5), True)
    (2, 4, 5, 2)
    >>> affine_grid_generator((2, 2, 3), (3, 3, 4, 5), True)
    error: batch
    >>> affine_grid_generator((2, 2, 3), (2, 3, 4, 5, 6), True)
    error: theta
    """
    assert len(size) in (4, 5), "[bad-argument] size must have 4 or 5 sizes"
    assert size[0] == n, "the batch of size must be that of theta"
    spatial = size[2:]
    full = n * prod(spatial) > 0
    assert not full or r == len(spatial) and q == r + 1, "theta must be (n, 2, 3), or (n, 3, 4) for a volume"
    known = True if full else unsure()

@op("torch.embedding_bag", finds="embedding-index")
def torch_embedding_bag(
    weight: Tensor["rows width"], indices: Index["n"], offsets: Index["b"], scale_grad_by_freq: bool = False, mode: Literal[0, 1, 2] = 0,
    sparse: bool = False, per_sample_weights: Array["n"] | None = None, include_last_offset: bool = False, padding_idx: Dim | None = None,
) -> tuple[Tensor["b-last width"], object, object, object]:
    """The sum, mean or maximum of the rows of every bag of indices, and what its gradient needs.

    >>> torch_embedding_bag((10, 4), (6,), (2,))
    ((2, 4), ..., ..., ...)
    >>> torch_embedding_bag((10,), (6,), (2,))
    error: rank
    """
    last = 1 if include_last_offset else 0
    assert padding_idx is None or (-rows <= padding_idx and padding_idx < rows), "padding_idx must be within the rows"
    assert mode == 0 or per_sample_weights is None, "[bad-argument] per_sample_weights go with mode 0 (sum)"

@op("torch.convolution", finds="conv-channels")
@overload
def convolution(
    input: Tensor["n c *spatial"], weight: Tensor["o i *kernel"], bias: Tensor["o"] | None, stride: Size, padding: Size, dilation: Size,
    transposed: Literal[False], output_padding: Size, groups: Dim,
) -> Tensor["n o *out"]:
    assert groups > 0, "[bad-argument] groups must be positive"
    assert len(kernel) == len(spatial) and len(kernel) > 0, "[index-rank] weight and input must have the same rank, of 3 at least"
    assert len(stride) in (1, len(spatial)) and len(padding) in (1, len(spatial)) and len(dilation) in (1, len(spatial)), \
        "[bad-argument] stride, padding and dilation have a number for each spatial axis"
    assert all(t > 0 for t in stride) and all(d > 0 for d in dilation) and all(p >= 0 for p in padding), \
        "[bad-argument] stride and dilation must be positive, padding not negative"
    assert c == i * groups, "the channels of input must be those of weight times groups"
    assert o % groups == 0, "out channels must be divisible by groups"
    step = stride if len(stride) == len(spatial) else [stride[0] for k in kernel]
    pad = padding if len(padding) == len(spatial) else [padding[0] for k in kernel]
    spread = dilation if len(dilation) == len(spatial) else [dilation[0] for k in kernel]
    out = [conv_out(s, k, t, p, d) for s, k, t, p, d in zip(spatial, kernel, step, pad, spread)]
    assert all(s > 0 for s in out), "[kernel-size] the kernel is larger than the padded input"
@overload
def convolution(
    input: Tensor["n c *spatial"], weight: Tensor["c i *kernel"], bias: Tensor["i*groups"] | None, stride: Size, padding: Size, dilation: Size,
    transposed: Literal[True], output_padding: Size, groups: Dim,
) -> Tensor["n i*groups *out"]:
    """The convolution that all others are made of, or (`transposed`) its gradient.

    >>> convolution((8, 3, 10, 10), (16, 3, 3, 3), (16,), (1, 1), (1, 1), (1, 1), False, (0, 0), 1)
    (8, 16, 10, 10)
    >>> convolution((8, 3, 10), (3, 16, 4), None, (2,), (1,), (1,), True, (0,), 1)
    (8, 16, 20)
    >>> convolution((8, 3, 10), (16, 4, 3), None, (1,), (1,), (1,), False, (0,), 1)
    error: channels
    """
    assert groups > 0, "[bad-argument] groups must be positive"
    assert len(kernel) == len(spatial) and len(kernel) > 0, "[index-rank] weight and input must have the same rank, of 3 at least"
    assert len(stride) in (1, len(spatial)) and len(padding) in (1, len(spatial)) and len(dilation) in (1, len(spatial)), \
        "[bad-argument] stride, padding and dilation have a number for each spatial axis"
    assert all(t > 0 for t in stride) and all(d > 0 for d in dilation) and all(p >= 0 for p in padding), \
        "[bad-argument] stride and dilation must be positive, padding not negative"
    assert c % groups == 0, "channels must be divisible by groups"
    step = stride if len(stride) == len(spatial) else [stride[0] for k in kernel]
    pad = padding if len(padding) == len(spatial) else [padding[0] for k in kernel]
    spread = dilation if len(dilation) == len(spatial) else [dilation[0] for k in kernel]
    more = output_padding if len(output_padding) == len(spatial) else [output_padding[0] for k in kernel]
    out = [(s - 1) * t - 2 * p + d * (k - 1) + m + 1 for s, k, t, p, d, m in zip(spatial, kernel, step, pad, spread, more)]
    assert all(s >= 0 for s in out), "[kernel-size] the output is empty"
    known = True if all(s > 0 for s in out) else unsure()
    assert all(m < t or m < d for m, t, d in zip(more, step, spread)), "output_padding must be smaller than stride or dilation"
