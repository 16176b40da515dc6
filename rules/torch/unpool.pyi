"""Pooling turned round, pooling at random places, and pooling that tells where its maxima stood."""

@op("torch.nn.functional.max_unpool1d", finds="kernel-size")
def max_unpool1d(
    input: Tensor["[n] c l"], indices: Int["[n] c l"], kernel_size: Single, stride: Single | None = None,
    padding: Single = 0, output_size: Size | None = None,
) -> Tensor["[n] c ol"]:
    """Put maxima back where max_pool1d found them.

    >>> max_unpool1d((8, 3, 5), (8, 3, 5), 2)
    (8, 3, 10)
    >>> max_unpool1d((8, 3, 5), (8, 3, 5), 2, output_size=(11,))
    (8, 3, 11)
    >>> max_unpool1d((8, 3, 5), (8, 3, 10), 2)
    error: l
    >>> max_unpool1d((8, 3, 5), (8, 3, 5), 2, output_size=(12,))
    error: output_size
    """
    step = kernel_size if stride is None else stride
    assert output_size is None or len(output_size) in (1, 3), "output_size must have 1 or 3 sizes"
    l_ = (l - 1) * step[0] + kernel_size[0] - 2 * padding[0]
    ol = l_ if output_size is None else output_size[len(output_size) - 1]
    assert output_size is None or (l_ - step[0] < ol and ol < l_ + step[0]), \
        "output_size must be less than a stride from the default"
    assert ol >= 0, "output sizes must not be negative"
    assert l > 0 and (len(n) == 0 or c > 0), "only the batch may be empty"

@op("torch.nn.functional.max_unpool2d", finds="kernel-size")
def max_unpool2d(
    input: Tensor["[n] c h w"], indices: Int["[n] c h w"], kernel_size: Pair, stride: Pair | None = None,
    padding: Pair = 0, output_size: Size | None = None,
) -> Tensor["[n] c oh ow"]:
    """Put maxima back where max_pool2d found them.

    >>> max_unpool2d((8, 3, 5, 4), (8, 3, 5, 4), 2)
    (8, 3, 10, 8)
    >>> max_unpool2d((8, 3, 5, 4), (8, 3, 5, 4), 2, output_size=(11, 9))
    (8, 3, 11, 9)
    >>> max_unpool2d((8, 3, 5, 4), (8, 3, 10, 8), 2)
    error: h
    >>> max_unpool2d((8, 3, 5, 4), (8, 3, 5, 4), 2, output_size=(12, 10))
    error: output_size
    """
    step = kernel_size if stride is None else stride
    assert output_size is None or len(output_size) in (2, 4), "output_size must have 2 or 4 sizes"
    h_ = (h - 1) * step[0] + kernel_size[0] - 2 * padding[0]
    oh = h_ if output_size is None else output_size[len(output_size) - 2]
    w_ = (w - 1) * step[1] + kernel_size[1] - 2 * padding[1]
    ow = w_ if output_size is None else output_size[len(output_size) - 1]
    assert output_size is None or (h_ - step[0] < oh and oh < h_ + step[0] and w_ - step[1] < ow and ow < w_ + step[1]), \
        "output_size must be less than a stride from the default"
    assert oh >= 0 and ow >= 0, "output sizes must not be negative"
    assert h * w > 0 and (len(n) == 0 or c > 0), "only the batch may be empty"

@op("torch.nn.functional.max_unpool3d", finds="kernel-size")
def max_unpool3d(
    input: Tensor["[n] c d h w"], indices: Int["[n] c d h w"], kernel_size: Triple, stride: Triple | None = None,
    padding: Triple = 0, output_size: Size | None = None,
) -> Tensor["[n] c od oh ow"]:
    """Put maxima back where max_pool3d found them.

    >>> max_unpool3d((8, 3, 5, 4, 4), (8, 3, 5, 4, 4), 2)
    (8, 3, 10, 8, 8)
    >>> max_unpool3d((8, 3, 5, 4, 4), (8, 3, 5, 4, 4), 2, output_size=(11, 9, 9))
    (8, 3, 11, 9, 9)
    >>> max_unpool3d((8, 3, 5, 4, 4), (8, 3, 10, 8, 8), 2)
    error: d
    >>> max_unpool3d((8, 3, 5, 4, 4), (8, 3, 5, 4, 4), 2, output_size=(12, 10, 10))
    error: output_size
    """
    step = kernel_size if stride is None else stride
    assert output_size is None or len(output_size) in (3, 5), "output_size must have 3 or 5 sizes"
    d_ = (d - 1) * step[0] + kernel_size[0] - 2 * padding[0]
    od = d_ if output_size is None else output_size[len(output_size) - 3]
    h_ = (h - 1) * step[1] + kernel_size[1] - 2 * padding[1]
    oh = h_ if output_size is None else output_size[len(output_size) - 2]
    w_ = (w - 1) * step[2] + kernel_size[2] - 2 * padding[2]
    ow = w_ if output_size is None else output_size[len(output_size) - 1]
    assert output_size is None or (d_ - step[0] < od and od < d_ + step[0] and h_ - step[1] < oh and oh < h_ + step[1] and w_ - step[2] < ow and ow < w_ + step[2]), \
        "output_size must be less than a stride from the default"
    assert od >= 0 and oh >= 0 and ow >= 0, "output sizes must not be negative"
    assert d * h * w > 0 and (len(n) == 0 or c > 0), "only the batch may be empty"

@op("torch.nn.FractionalMaxPool2d", finds="kernel-size")
class FractionalMaxPool2d:
    """Maxima of windows at random places; the output has a given size, or part of the input's.

    >>> FractionalMaxPool2d(2, output_size=5)((8, 3, 10, 10))
    (8, 3, 5, 5)
    >>> FractionalMaxPool2d(2, output_ratio=0.5, return_indices=True)((8, 3, 10, 10))
    ((8, 3, 5, 5), (8, 3, 5, 5))
    >>> FractionalMaxPool2d(2, output_size=10)((8, 3, 10, 10))
    error: kernel
    >>> FractionalMaxPool2d(2)
    error: output_size
    >>> FractionalMaxPool2d(2, output_ratio=1.5)
    error: ratio
    """

    def __init__(
        self, kernel_size: Pair, output_size: Pair | None = None, output_ratio=None,
        return_indices: bool = False, _random_samples=None,
    ):
        assert (output_size is None) != (output_ratio is None), "[bad-argument] one of output_size and output_ratio must be given"
        assert output_ratio is None or (
            all(0 < r and r < 1 for r in output_ratio) if is_tuple(output_ratio) else 0 < output_ratio and output_ratio < 1
        ), "[bad-argument] the ratio must be between 0 and 1"

    def forward(
        self, input: Inexact["[n] c h w"]
    ) -> tuple[Tensor["[n] c oh ow"], Int["[n] c oh ow"]] if return_indices else Tensor["[n] c oh ow"]:
        new = resized((h, w), output_size, output_ratio)
        oh = new[0]
        ow = new[1]
        assert oh + kernel_size[0] <= h + 1 and ow + kernel_size[1] <= w + 1, "the kernel is too large for the input and output sizes"
        assert h * w > 0 and (len(n) == 0 or c > 0), "only the batch may be empty"

@op("torch.nn.functional.fractional_max_pool2d", finds="kernel-size")
def fractional_max_pool2d(
    input: Inexact["[n] c h w"], kernel_size: Pair, output_size: Pair | None = None,
    output_ratio=None, return_indices: bool = False, _random_samples=None,
) -> tuple[Tensor["[n] c oh ow"], Int["[n] c oh ow"]] if return_indices else Tensor["[n] c oh ow"]:
    """Maxima of windows at random places.

    >>> fractional_max_pool2d((8, 3, 10, 10), 2, 5)
    (8, 3, 5, 5)
    >>> fractional_max_pool2d((8, 3, 10, 10), 2, output_ratio=(0.5, 0.5))
    (8, 3, 5, 5)
    >>> fractional_max_pool2d((8, 3, 10, 10), 2, 10)
    error: kernel
    """
    new = resized((h, w), output_size, output_ratio if output_size is None else None)
    oh = new[0]
    ow = new[1]
    assert oh + kernel_size[0] <= h + 1 and ow + kernel_size[1] <= w + 1, "the kernel is too large for the input and output sizes"
    assert h * w > 0 and (len(n) == 0 or c > 0), "only the batch may be empty"

@op("torch.nn.functional.fractional_max_pool2d_with_indices", finds="kernel-size")
def fractional_max_pool2d_with_indices(
    input: Inexact["[n] c h w"], kernel_size: Pair, output_size: Pair | None = None,
    output_ratio=None, return_indices: bool = False, _random_samples=None,
) -> tuple[Tensor["[n] c oh ow"], Int["[n] c oh ow"]]:
    """Maxima of windows at random places, and where they stood.

    >>> fractional_max_pool2d_with_indices((8, 3, 10, 10), 2, 5)
    ((8, 3, 5, 5), (8, 3, 5, 5))
    >>> fractional_max_pool2d_with_indices((8, 3, 10, 10), 2, output_ratio=(0.5, 0.5))
    ((8, 3, 5, 5), (8, 3, 5, 5))
    >>> fractional_max_pool2d_with_indices((8, 3, 10, 10), 2, 10)
    error: kernel
    """
    new = resized((h, w), output_size, output_ratio if output_size is None else None)
    oh = new[0]
    ow = new[1]
    assert oh + kernel_size[0] <= h + 1 and ow + kernel_size[1] <= w + 1, "the kernel is too large for the input and output sizes"
    assert h * w > 0 and (len(n) == 0 or c > 0), "only the batch may be empty"

@op("torch.nn.FractionalMaxPool3d", finds="kernel-size")
class FractionalMaxPool3d:
    """Maxima of windows at random places; the output has a given size, or part of the input's.

    >>> FractionalMaxPool3d(2, output_size=5)((8, 3, 10, 10, 10))
    (8, 3, 5, 5, 5)
    >>> FractionalMaxPool3d(2, output_ratio=0.5, return_indices=True)((8, 3, 10, 10, 10))
    ((8, 3, 5, 5, 5), (8, 3, 5, 5, 5))
    >>> FractionalMaxPool3d(2, output_size=10)((8, 3, 10, 10, 10))
    error: kernel
    >>> FractionalMaxPool3d(2)
    error: output_size
    >>> FractionalMaxPool3d(2, output_ratio=1.5)
    error: ratio
    """

    def __init__(
        self, kernel_size: Triple, output_size: Triple | None = None, output_ratio=None,
        return_indices: bool = False, _random_samples=None,
    ):
        assert (output_size is None) != (output_ratio is None), "[bad-argument] one of output_size and output_ratio must be given"
        assert output_ratio is None or (
            all(0 < r and r < 1 for r in output_ratio) if is_tuple(output_ratio) else 0 < output_ratio and output_ratio < 1
        ), "[bad-argument] the ratio must be between 0 and 1"

    def forward(
        self, input: Inexact["[n] c d h w"]
    ) -> tuple[Tensor["[n] c od oh ow"], Int["[n] c od oh ow"]] if return_indices else Tensor["[n] c od oh ow"]:
        new = resized((d, h, w), output_size, output_ratio)
        od = new[0]
        oh = new[1]
        ow = new[2]
        assert od + kernel_size[0] <= d and oh + kernel_size[1] <= h and ow + kernel_size[2] <= w, "the kernel is too large for the input and output sizes"
        assert d * h * w > 0 and (len(n) == 0 or c > 0), "only the batch may be empty"

@op("torch.nn.functional.fractional_max_pool3d", finds="kernel-size")
def fractional_max_pool3d(
    input: Inexact["[n] c d h w"], kernel_size: Triple, output_size: Triple | None = None,
    output_ratio=None, return_indices: bool = False, _random_samples=None,
) -> tuple[Tensor["[n] c od oh ow"], Int["[n] c od oh ow"]] if return_indices else Tensor["[n] c od oh ow"]:
    """Maxima of windows at random places.

    >>> fractional_max_pool3d((8, 3, 10, 10, 10), 2, 5)
    (8, 3, 5, 5, 5)
    >>> fractional_max_pool3d((8, 3, 10, 10, 10), 2, output_ratio=(0.5, 0.5, 0.5))
    (8, 3, 5, 5, 5)
    >>> fractional_max_pool3d((8, 3, 10, 10, 10), 2, 10)
    error: kernel
    """
    new = resized((d, h, w), output_size, output_ratio if output_size is None else None)
    od = new[0]
    oh = new[1]
    ow = new[2]
    assert od + kernel_size[0] <= d and oh + kernel_size[1] <= h and ow + kernel_size[2] <= w, "the kernel is too large for the input and output sizes"
    assert d * h * w > 0 and (len(n) == 0 or c > 0), "only the batch may be empty"

@op("torch.nn.functional.fractional_max_pool3d_with_indices", finds="kernel-size")
def fractional_max_pool3d_with_indices(
    input: Inexact["[n] c d h w"], kernel_size: Triple, output_size: Triple | None = None,
    output_ratio=None, return_indices: bool = False, _random_samples=None,
) -> tuple[Tensor["[n] c od oh ow"], Int["[n] c od oh ow"]]:
    """Maxima of windows at random places, and where they stood.

    >>> fractional_max_pool3d_with_indices((8, 3, 10, 10, 10), 2, 5)
    ((8, 3, 5, 5, 5), (8, 3, 5, 5, 5))
    >>> fractional_max_pool3d_with_indices((8, 3, 10, 10, 10), 2, output_ratio=(0.5, 0.5, 0.5))
    ((8, 3, 5, 5, 5), (8, 3, 5, 5, 5))
    >>> fractional_max_pool3d_with_indices((8, 3, 10, 10, 10), 2, 10)
    error: kernel
    """
    new = resized((d, h, w), output_size, output_ratio if output_size is None else None)
    od = new[0]
    oh = new[1]
    ow = new[2]
    assert od + kernel_size[0] <= d and oh + kernel_size[1] <= h and ow + kernel_size[2] <= w, "the kernel is too large for the input and output sizes"
    assert d * h * w > 0 and (len(n) == 0 or c > 0), "only the batch may be empty"

@op("torch.nn.functional.adaptive_max_pool1d_with_indices", finds="kernel-size")
def adaptive_max_pool1d_with_indices(
    input: Tensor["[n] c l"], output_size: Single, return_indices: bool = False
) -> tuple[Tensor["[n] c ol"], Int["[n] c ol"]]:
    """Pool to a given output size, and tell where the maxima stood.

    >>> adaptive_max_pool1d_with_indices((8, 3, 10), 5)
    ((8, 3, 5), (8, 3, 5))
    >>> adaptive_max_pool1d_with_indices((3,), 5)
    error: rank
    """
    ol = l if output_size[0] is None else output_size[0]
    assert l > 0 and (len(n) == 0 or c > 0), "only the batch may be empty"

@op("torch.nn.functional.adaptive_max_pool2d_with_indices", finds="kernel-size")
def adaptive_max_pool2d_with_indices(
    input: Tensor["[n] c h w"], output_size: Pair, return_indices: bool = False
) -> tuple[Tensor["[n] c oh ow"], Int["[n] c oh ow"]]:
    """Pool to a given output size, and tell where the maxima stood.

    >>> adaptive_max_pool2d_with_indices((8, 3, 10, 9), 5)
    ((8, 3, 5, 5), (8, 3, 5, 5))
    >>> adaptive_max_pool2d_with_indices((3, 3), 5)
    error: rank
    """
    oh = h if output_size[0] is None else output_size[0]
    ow = w if output_size[1] is None else output_size[1]
    assert h * w > 0 and (len(n) == 0 or c > 0), "only the batch may be empty"

@op("torch.nn.functional.adaptive_max_pool3d_with_indices", finds="kernel-size")
def adaptive_max_pool3d_with_indices(
    input: Tensor["[n] c d h w"], output_size: Triple, return_indices: bool = False
) -> tuple[Tensor["[n] c od oh ow"], Int["[n] c od oh ow"]]:
    """Pool to a given output size, and tell where the maxima stood.

    >>> adaptive_max_pool3d_with_indices((8, 3, 10, 9, 8), 5)
    ((8, 3, 5, 5, 5), (8, 3, 5, 5, 5))
    >>> adaptive_max_pool3d_with_indices((3, 3, 3), 5)
    error: rank
    """
    od = d if output_size[0] is None else output_size[0]
    oh = h if output_size[1] is None else output_size[1]
    ow = w if output_size[2] is None else output_size[2]
    assert d * h * w > 0 and (len(n) == 0 or c > 0), "only the batch may be empty"

@op("torch.adaptive_max_pool1d", finds="kernel-size")
def torch_adaptive_max_pool1d(
    input: Tensor["[n] c l"], output_size: Single
) -> tuple[Tensor["[n] c ol"], Int["[n] c ol"]]:
    """Pool to a given output size, and tell where the maxima stood.

    >>> torch_adaptive_max_pool1d((8, 3, 10), 5)
    ((8, 3, 5), (8, 3, 5))
    >>> torch_adaptive_max_pool1d((3,), 5)
    error: rank
    """
    ol = output_size[0]
    assert l > 0 and (len(n) == 0 or c > 0), "only the batch may be empty"

@op("torch.nn.functional.upsample_nearest", finds="pad-sizes")
def upsample_nearest(
    input: Tensor["n c *spatial"], size: Dim | Size | None = None, scale_factor=None
) -> Tensor["n c *new"]:
    """Resize the spatial axes to `size` or by `scale_factor`.

    >>> upsample_nearest((1, 3, 4, 5), scale_factor=2)
    (1, 3, 8, 10)
    >>> upsample_nearest((1, 3, 4, 5), (7, 7, 7))
    error: size
    """
    assert 1 <= len(spatial) and len(spatial) <= 3, "[index-rank] input must have 1 to 3 spatial axes"
    new = resized(spatial, size, scale_factor)
    assert all(s > 0 for s in new), "output sizes must be positive"
    assert all(s > 0 for s in spatial) and c > 0, "only the batch may be empty"

@op("torch.nn.functional.upsample_bilinear", finds="pad-sizes")
def upsample_bilinear(
    input: Tensor["n c *spatial"], size: Dim | Size | None = None, scale_factor=None
) -> Tensor["n c *new"]:
    """Resize an image to `size` or by `scale_factor`.

    >>> upsample_bilinear((1, 3, 4, 5), scale_factor=2)
    (1, 3, 8, 10)
    >>> upsample_bilinear((1, 3, 4), 7)
    error: 4-D
    """
    assert len(spatial) == 2, "[index-rank] input must be 4-D"
    new = resized(spatial, size, scale_factor)
    assert all(s > 0 for s in new), "output sizes must be positive"
    assert all(s > 0 for s in spatial) and c > 0, "only the batch may be empty"

@op("torch.nn.functional.native_channel_shuffle", "torch.native_channel_shuffle", finds="reshape-elements")
def native_channel_shuffle(input: Tensor["n c l *rest"], groups: Dim) -> Tensor["n c l *rest"]:
    """Reorder the channels between groups.

    >>> native_channel_shuffle((1, 4, 5, 6), 2)
    (1, 4, 5, 6)
    >>> native_channel_shuffle((1, 4, 5, 6), 3)
    error: groups
    """
    assert groups > 0, "groups must be positive"
    assert c % groups == 0, "channels must be divisible by groups"

@op("torch.nn.CrossMapLRN2d", finds="index-rank")
class CrossMapLRN2d:
    """Divide by what neighbouring channels hold; 4-D input.

    >>> CrossMapLRN2d(3)((2, 4, 5, 5))
    (2, 4, 5, 5)
    >>> CrossMapLRN2d(3)((4, 5, 5))
    error: rank
    """

    def __init__(self, size: Dim, alpha: float = 1e-4, beta: float = 0.75, k: float = 1): ...
    def forward(self, input: Inexact["n c h w"]) -> Tensor["n c h w"]:
        assert c > 0, "there are no channels"
        assert size != 0, "[bad-argument] size is 0"

@op("torch.conv_tbc", "torch.nn.functional.conv_tbc", finds="conv-channels")
def conv_tbc(
    input: Tensor["t n c"], weight: Array["k c o"], bias: Array["o"], pad: Dim = 0
) -> Tensor["t+2*pad-k+1 n o"]:
    """1-D convolution of (time, batch, channels).

    >>> conv_tbc((10, 2, 3), (3, 3, 5), (5,), 1)
    (10, 2, 5)
    >>> conv_tbc((10, 2, 3), (3, 4, 5), (5,))
    error: c
    >>> conv_tbc((1, 2, 3), (5, 3, 5), (5,))
    error: kernel
    """
    assert t + 2 * pad - k + 1 >= 0, "[kernel-size] the kernel is larger than the padded input"
