"""Pooling: windows, adaptive, and their inverses."""

@op("torch.nn.MaxPool1d", finds="kernel-size", layout="packed")
class MaxPool1d:
    """The maximum of each window; the stride is the kernel unless given.

    >>> MaxPool1d(2)((8, 3, 10))
    (8, 3, 5)
    >>> MaxPool1d(2, ceil_mode=True)((8, 3, 10))
    (8, 3, 5)
    >>> MaxPool1d(2, return_indices=True)((8, 3, 10))
    ((8, 3, 5), (8, 3, 5))
    >>> MaxPool1d(3)((8, 3, 2))
    error: kernel
    >>> MaxPool1d(2, padding=2)((8, 3, 10))
    error: half
    """

    def __init__(
        self, kernel_size: Single, stride: Single | None = None, padding: Single = 0, dilation: Single = 1,
        return_indices: bool = False, ceil_mode: bool = False,
    ):
        step = kernel_size if stride is None else stride

    def forward(
        self, input: Tensor["[n] c l"]
    ) -> tuple[Tensor["[n] c ol"], Int["[n] c ol"]] if return_indices else Tensor["[n] c ol"]:
        assert step[0] > 0, "stride must be positive"
        assert padding[0] <= kernel_size[0] // 2, \
            "padding is more than half the kernel size"
        assert not empty(c, l), "input must not be empty but for the batch"
        ol = pool_out(l, kernel_size[0], step[0], padding[0], dilation[0], ceil_mode)
        assert ol > 0, "kernel is larger than the padded input"

@op("torch.nn.functional.max_pool1d", finds="kernel-size", layout="packed")
def max_pool1d(
    input: Tensor["[n] c l"], kernel_size: Single, stride: Single | None = None, padding: Single = 0,
    dilation: Single = 1, ceil_mode: bool = False, return_indices: bool = False,
) -> tuple[Tensor["[n] c ol"], Int["[n] c ol"]] if return_indices else Tensor["[n] c ol"]:
    """The maximum of each window.

    >>> max_pool1d((8, 3, 10), 2)
    (8, 3, 5)
    >>> max_pool1d((8, 3, 2), 3)
    error: kernel
    """
    step = kernel_size if stride is None else stride
    assert step[0] > 0, "stride must be positive"
    assert padding[0] <= kernel_size[0] // 2, \
        "padding is more than half the kernel size"
    assert not empty(c, l), "input must not be empty but for the batch"
    ol = pool_out(l, kernel_size[0], step[0], padding[0], dilation[0], ceil_mode)
    assert ol > 0, "kernel is larger than the padded input"

@op("torch.max_pool1d", finds="kernel-size", layout="packed")
def torch_max_pool1d(
    input: Tensor["[n] c l"], kernel_size: Single, stride: Single | None = None, padding: Single = 0,
    dilation: Single = 1, ceil_mode: bool = False,
) -> Tensor["[n] c ol"]:
    """The maximum of each window.

    >>> torch_max_pool1d((8, 3, 10), 2, 2)
    (8, 3, 5)
    >>> torch_max_pool1d((8, 3, 2), 3)
    error: kernel
    """
    step = kernel_size if stride is None else stride
    assert step[0] > 0, "stride must be positive"
    assert padding[0] <= kernel_size[0] // 2, \
        "padding is more than half the kernel size"
    assert not empty(c, l), "input must not be empty but for the batch"
    ol = pool_out(l, kernel_size[0], step[0], padding[0], dilation[0], ceil_mode)
    assert ol > 0, "kernel is larger than the padded input"

@op("torch.nn.functional.max_pool1d_with_indices", "torch.max_pool1d_with_indices", finds="kernel-size", layout="packed")
def max_pool1d_with_indices(
    input: Tensor["[n] c l"], kernel_size: Single, stride: Single | None = None, padding: Single = 0,
    dilation: Single = 1, ceil_mode: bool = False, return_indices: bool = False,
) -> tuple[Tensor["[n] c ol"], Int["[n] c ol"]]:
    """The maximum of each window, and where it stood.

    >>> max_pool1d_with_indices((8, 3, 10), 2)
    ((8, 3, 5), (8, 3, 5))
    >>> max_pool1d_with_indices((8, 3, 2), 3)
    error: kernel
    """
    step = kernel_size if stride is None else stride
    assert step[0] > 0, "stride must be positive"
    assert padding[0] <= kernel_size[0] // 2, \
        "padding is more than half the kernel size"
    assert not empty(c, l), "input must not be empty but for the batch"
    ol = pool_out(l, kernel_size[0], step[0], padding[0], dilation[0], ceil_mode)
    assert ol > 0, "kernel is larger than the padded input"

@op("torch.nn.AvgPool1d", finds="kernel-size", layout="packed")
class AvgPool1d:
    """The mean of each window; the stride is the kernel unless given.

    >>> AvgPool1d(2)((8, 3, 10))
    (8, 3, 5)
    >>> AvgPool1d(2, ceil_mode=True)((8, 3, 10))
    (8, 3, 5)
    >>> AvgPool1d(3)((8, 3, 2))
    error: kernel
    >>> AvgPool1d(2, padding=2)((8, 3, 10))
    error: half
    """

    def __init__(
        self, kernel_size: Single, stride: Single | None = None, padding: Single = 0, ceil_mode: bool = False,
        count_include_pad: bool = True,
    ):
        step = kernel_size if stride is None else stride

    def forward(self, input: Tensor["[n] c l"]) -> Tensor["[n] c ol"]:
        assert step[0] > 0, "stride must be positive"
        assert padding[0] <= kernel_size[0] // 2, \
            "padding is more than half the kernel size"
        assert not empty(c, l), "input must not be empty but for the batch"
        ol = pool_out(l, kernel_size[0], step[0], padding[0], 1, ceil_mode)
        assert ol > 0, "kernel is larger than the padded input"

@op("torch.nn.functional.avg_pool1d", "torch.avg_pool1d", finds="kernel-size", layout="packed")
def avg_pool1d(
    input: Tensor["[n] c l"], kernel_size: Single, stride: Single | None = None, padding: Single = 0,
    ceil_mode: bool = False, count_include_pad: bool = True,
) -> Tensor["[n] c ol"]:
    """The mean of each window.

    >>> avg_pool1d((8, 3, 10), 2)
    (8, 3, 5)
    >>> avg_pool1d((8, 3, 2), 3)
    error: kernel
    """
    step = kernel_size if stride is None else stride
    assert step[0] > 0, "stride must be positive"
    assert padding[0] <= kernel_size[0] // 2, \
        "padding is more than half the kernel size"
    assert not empty(c, l), "input must not be empty but for the batch"
    ol = pool_out(l, kernel_size[0], step[0], padding[0], 1, ceil_mode)
    assert ol > 0, "kernel is larger than the padded input"

@op("torch.nn.LPPool1d", finds="kernel-size", layout="packed")
class LPPool1d:
    """The p-norm of each window.

    >>> LPPool1d(2, 2)((8, 3, 10))
    (8, 3, 5)
    >>> LPPool1d(2, 3)((8, 3, 2))
    error: kernel
    """

    def __init__(
        self, norm_type: float, kernel_size: Single, stride: Single | None = None, ceil_mode: bool = False
    ):
        step = kernel_size if stride is None else stride

    def forward(self, input: Tensor["[n] c l"]) -> Inexact["[n] c ol"]:
        assert step[0] > 0, "stride must be positive"
        assert not empty(c, l), "input must not be empty but for the batch"
        ol = pool_out(l, kernel_size[0], step[0], 0, 1, ceil_mode)
        assert ol > 0, "kernel is larger than the input"

@op("torch.nn.functional.lp_pool1d", finds="kernel-size", layout="packed")
def lp_pool1d(
    input: Tensor["[n] c l"], norm_type: float, kernel_size: Single, stride: Single | None = None,
    ceil_mode: bool = False,
) -> Inexact["[n] c ol"]:
    """The p-norm of each window.

    >>> lp_pool1d((8, 3, 10), 2, 2)
    (8, 3, 5)
    >>> lp_pool1d((8, 3, 2), 2, 3)
    error: kernel
    """
    step = kernel_size if stride is None else stride
    assert step[0] > 0, "stride must be positive"
    assert not empty(c, l), "input must not be empty but for the batch"
    ol = pool_out(l, kernel_size[0], step[0], 0, 1, ceil_mode)
    assert ol > 0, "kernel is larger than the input"

@op("torch.nn.AdaptiveAvgPool1d", finds="kernel-size", layout="packed")
class AdaptiveAvgPool1d:
    """Pool to a given output size.

    >>> AdaptiveAvgPool1d(5)((8, 3, 10))
    (8, 3, 5)
    >>> AdaptiveAvgPool1d((5,))((8, 3, 10))
    (8, 3, 5)
    >>> AdaptiveAvgPool1d(5)((3,))
    error: rank
    """

    def __init__(self, output_size: Single): ...
    def forward(
        self, input: Tensor["[n] c l"]
    ) -> Tensor["[n] c ol"]:
        ol = l if output_size[0] is None else output_size[0]
        assert ol >= 0, "[bad-argument] output sizes must not be negative"
        known = True if not empty(l) else unsure()

@op("torch.nn.functional.adaptive_avg_pool1d", "torch.adaptive_avg_pool1d", finds="kernel-size", layout="packed")
def adaptive_avg_pool1d(
    input: Tensor["[n] c l"], output_size: Single
) -> Tensor["[n] c ol"]:
    """Pool to a given output size.

    >>> adaptive_avg_pool1d((8, 3, 10), 5)
    (8, 3, 5)
    >>> adaptive_avg_pool1d((3,), 5)
    error: rank
    """
    ol = l if output_size[0] is None else output_size[0]
    assert ol >= 0, "[bad-argument] output sizes must not be negative"
    known = True if not empty(l) else unsure()

@op("torch.nn.AdaptiveMaxPool1d", finds="kernel-size", layout="packed")
class AdaptiveMaxPool1d:
    """Pool to a given output size.

    >>> AdaptiveMaxPool1d(5)((8, 3, 10))
    (8, 3, 5)
    >>> AdaptiveMaxPool1d((5,))((8, 3, 10))
    (8, 3, 5)
    >>> AdaptiveMaxPool1d(5)((3,))
    error: rank
    """

    def __init__(self, output_size: Single, return_indices: bool = False): ...
    def forward(
        self, input: Tensor["[n] c l"]
    ) -> tuple[Tensor["[n] c ol"], Int["[n] c ol"]] if return_indices else Tensor["[n] c ol"]:
        ol = l if output_size[0] is None else output_size[0]
        assert not empty(l) and not (empty(c) and len(n) == 1), "input must not be empty but for the batch"
        assert ol >= 0, "[bad-argument] output sizes must not be negative"

@op("torch.nn.functional.adaptive_max_pool1d", finds="kernel-size", layout="packed")
def adaptive_max_pool1d(
    input: Tensor["[n] c l"], output_size: Single, return_indices: bool = False
) -> tuple[Tensor["[n] c ol"], Int["[n] c ol"]] if return_indices else Tensor["[n] c ol"]:
    """Pool to a given output size.

    >>> adaptive_max_pool1d((8, 3, 10), 5)
    (8, 3, 5)
    >>> adaptive_max_pool1d((3,), 5)
    error: rank
    """
    ol = l if output_size[0] is None else output_size[0]
    assert not empty(l) and not (empty(c) and len(n) == 1), "input must not be empty but for the batch"
    assert ol >= 0, "[bad-argument] output sizes must not be negative"

@op("torch.nn.MaxUnpool1d", finds="kernel-size", layout="packed")
class MaxUnpool1d:
    """Put maxima back where MaxPool1d found them.

    >>> MaxUnpool1d(2)((8, 3, 5), (8, 3, 5))
    (8, 3, 10)
    >>> MaxUnpool1d(2)((8, 3, 5), (8, 3, 10))
    error: shape
    """

    def __init__(self, kernel_size: Single, stride: Single | None = None, padding: Single = 0):
        step = kernel_size if stride is None else stride

    def forward(
        self, input: Tensor["[n] c l"], indices: Int["*where"], output_size: Size | None = None
    ) -> Tensor["[n] c ol"]:
        ol = (l - 1) * step[0] + kernel_size[0] - 2 * padding[0] if output_size is None else output_size[len(output_size) - 1]
        assert shape_of(input) == where, "indices must have the shape of input"
        full = True if not empty(c, l) else unsure()

@op("torch.nn.MaxPool2d", finds="kernel-size", layout="packed")
class MaxPool2d:
    """The maximum of each window; the stride is the kernel unless given.

    >>> MaxPool2d(2)((8, 3, 10, 9))
    (8, 3, 5, 4)
    >>> MaxPool2d(2, ceil_mode=True)((8, 3, 10, 9))
    (8, 3, 5, 5)
    >>> MaxPool2d(2, return_indices=True)((8, 3, 10, 9))
    ((8, 3, 5, 4), (8, 3, 5, 4))
    >>> MaxPool2d(3)((8, 3, 2, 2))
    error: kernel
    >>> MaxPool2d(2, padding=2)((8, 3, 10, 9))
    error: half
    """

    def __init__(
        self, kernel_size: Pair, stride: Pair | None = None, padding: Pair = 0, dilation: Pair = 1,
        return_indices: bool = False, ceil_mode: bool = False,
    ):
        step = kernel_size if stride is None else stride

    def forward(
        self, input: Tensor["[n] c h w"]
    ) -> tuple[Tensor["[n] c oh ow"], Int["[n] c oh ow"]] if return_indices else Tensor["[n] c oh ow"]:
        assert step[0] > 0 and step[1] > 0, "stride must be positive"
        assert padding[0] <= kernel_size[0] // 2 and padding[1] <= kernel_size[1] // 2, \
            "padding is more than half the kernel size"
        assert not empty(c, h, w), "input must not be empty but for the batch"
        oh = pool_out(h, kernel_size[0], step[0], padding[0], dilation[0], ceil_mode)
        ow = pool_out(w, kernel_size[1], step[1], padding[1], dilation[1], ceil_mode)
        assert oh > 0 and ow > 0, "kernel is larger than the padded input"

@op("torch.nn.functional.max_pool2d", finds="kernel-size", layout="packed")
def max_pool2d(
    input: Tensor["[n] c h w"], kernel_size: Pair, stride: Pair | None = None, padding: Pair = 0,
    dilation: Pair = 1, ceil_mode: bool = False, return_indices: bool = False,
) -> tuple[Tensor["[n] c oh ow"], Int["[n] c oh ow"]] if return_indices else Tensor["[n] c oh ow"]:
    """The maximum of each window.

    >>> max_pool2d((8, 3, 10, 9), 2)
    (8, 3, 5, 4)
    >>> max_pool2d((8, 3, 2, 2), 3)
    error: kernel
    """
    step = kernel_size if stride is None else stride
    assert step[0] > 0 and step[1] > 0, "stride must be positive"
    assert padding[0] <= kernel_size[0] // 2 and padding[1] <= kernel_size[1] // 2, \
        "padding is more than half the kernel size"
    assert not empty(c, h, w), "input must not be empty but for the batch"
    oh = pool_out(h, kernel_size[0], step[0], padding[0], dilation[0], ceil_mode)
    ow = pool_out(w, kernel_size[1], step[1], padding[1], dilation[1], ceil_mode)
    assert oh > 0 and ow > 0, "kernel is larger than the padded input"

@op("torch.max_pool2d", finds="kernel-size", layout="packed")
def torch_max_pool2d(
    input: Tensor["[n] c h w"], kernel_size: Pair, stride: Pair | None = None, padding: Pair = 0,
    dilation: Pair = 1, ceil_mode: bool = False,
) -> Tensor["[n] c oh ow"]:
    """The maximum of each window.

    >>> torch_max_pool2d((8, 3, 10, 9), 2, 2)
    (8, 3, 5, 4)
    >>> torch_max_pool2d((8, 3, 2, 2), 3)
    error: kernel
    """
    step = kernel_size if stride is None else stride
    assert step[0] > 0 and step[1] > 0, "stride must be positive"
    assert padding[0] <= kernel_size[0] // 2 and padding[1] <= kernel_size[1] // 2, \
        "padding is more than half the kernel size"
    assert not empty(c, h, w), "input must not be empty but for the batch"
    oh = pool_out(h, kernel_size[0], step[0], padding[0], dilation[0], ceil_mode)
    ow = pool_out(w, kernel_size[1], step[1], padding[1], dilation[1], ceil_mode)
    assert oh > 0 and ow > 0, "kernel is larger than the padded input"

@op("torch.nn.functional.max_pool2d_with_indices", finds="kernel-size", layout="packed")
def max_pool2d_with_indices(
    input: Tensor["[n] c h w"], kernel_size: Pair, stride: Pair | None = None, padding: Pair = 0,
    dilation: Pair = 1, ceil_mode: bool = False, return_indices: bool = False,
) -> tuple[Tensor["[n] c oh ow"], Int["[n] c oh ow"]]:
    """The maximum of each window, and where it stood.

    >>> max_pool2d_with_indices((8, 3, 10, 9), 2)
    ((8, 3, 5, 4), (8, 3, 5, 4))
    >>> max_pool2d_with_indices((8, 3, 2, 2), 3)
    error: kernel
    """
    step = kernel_size if stride is None else stride
    assert step[0] > 0 and step[1] > 0, "stride must be positive"
    assert padding[0] <= kernel_size[0] // 2 and padding[1] <= kernel_size[1] // 2, \
        "padding is more than half the kernel size"
    assert not empty(c, h, w), "input must not be empty but for the batch"
    oh = pool_out(h, kernel_size[0], step[0], padding[0], dilation[0], ceil_mode)
    ow = pool_out(w, kernel_size[1], step[1], padding[1], dilation[1], ceil_mode)
    assert oh > 0 and ow > 0, "kernel is larger than the padded input"

@op("torch.nn.AvgPool2d", finds="kernel-size", layout="packed")
class AvgPool2d:
    """The mean of each window; the stride is the kernel unless given.

    >>> AvgPool2d(2)((8, 3, 10, 9))
    (8, 3, 5, 4)
    >>> AvgPool2d(2, ceil_mode=True)((8, 3, 10, 9))
    (8, 3, 5, 5)
    >>> AvgPool2d(3)((8, 3, 2, 2))
    error: kernel
    >>> AvgPool2d(2, padding=2)((8, 3, 10, 9))
    error: half
    """

    def __init__(
        self, kernel_size: Pair, stride: Pair | None = None, padding: Pair = 0, ceil_mode: bool = False,
        count_include_pad: bool = True, divisor_override: Dim | None = None,
    ):
        step = kernel_size if stride is None else stride

    def forward(self, input: Tensor["[n] c h w"]) -> Tensor["[n] c oh ow"]:
        assert divisor_override is None or divisor_override != 0, "[bad-argument] divisor_override must not be zero"
        assert step[0] > 0 and step[1] > 0, "stride must be positive"
        assert padding[0] <= kernel_size[0] // 2 and padding[1] <= kernel_size[1] // 2, \
            "padding is more than half the kernel size"
        assert not empty(c, h, w), "input must not be empty but for the batch"
        oh = pool_out(h, kernel_size[0], step[0], padding[0], 1, ceil_mode)
        ow = pool_out(w, kernel_size[1], step[1], padding[1], 1, ceil_mode)
        assert oh > 0 and ow > 0, "kernel is larger than the padded input"

@op("torch.nn.functional.avg_pool2d", "torch._C._nn.avg_pool2d", finds="kernel-size", layout="packed")
def avg_pool2d(
    input: Tensor["[n] c h w"], kernel_size: Pair, stride: Pair | None = None, padding: Pair = 0,
    ceil_mode: bool = False, count_include_pad: bool = True, divisor_override: Dim | None = None,
) -> Tensor["[n] c oh ow"]:
    """The mean of each window.

    >>> avg_pool2d((8, 3, 10, 9), 2)
    (8, 3, 5, 4)
    >>> avg_pool2d((8, 3, 2, 2), 3)
    error: kernel
    """
    step = kernel_size if stride is None else stride
    assert divisor_override is None or divisor_override != 0, "[bad-argument] divisor_override must not be zero"
    assert step[0] > 0 and step[1] > 0, "stride must be positive"
    assert padding[0] <= kernel_size[0] // 2 and padding[1] <= kernel_size[1] // 2, \
        "padding is more than half the kernel size"
    assert not empty(c, h, w), "input must not be empty but for the batch"
    oh = pool_out(h, kernel_size[0], step[0], padding[0], 1, ceil_mode)
    ow = pool_out(w, kernel_size[1], step[1], padding[1], 1, ceil_mode)
    assert oh > 0 and ow > 0, "kernel is larger than the padded input"

@op("torch.nn.LPPool2d", finds="kernel-size", layout="packed")
class LPPool2d:
    """The p-norm of each window.

    >>> LPPool2d(2, 2)((8, 3, 10, 9))
    (8, 3, 5, 4)
    >>> LPPool2d(2, 3)((8, 3, 2, 2))
    error: kernel
    """

    def __init__(
        self, norm_type: float, kernel_size: Pair, stride: Pair | None = None, ceil_mode: bool = False
    ):
        step = kernel_size if stride is None else stride

    def forward(self, input: Tensor["[n] c h w"]) -> Inexact["[n] c oh ow"]:
        assert step[0] > 0 and step[1] > 0, "stride must be positive"
        assert not empty(c, h, w), "input must not be empty but for the batch"
        oh = pool_out(h, kernel_size[0], step[0], 0, 1, ceil_mode)
        ow = pool_out(w, kernel_size[1], step[1], 0, 1, ceil_mode)
        assert oh > 0 and ow > 0, "kernel is larger than the input"

@op("torch.nn.functional.lp_pool2d", finds="kernel-size", layout="packed")
def lp_pool2d(
    input: Tensor["[n] c h w"], norm_type: float, kernel_size: Pair, stride: Pair | None = None,
    ceil_mode: bool = False,
) -> Inexact["[n] c oh ow"]:
    """The p-norm of each window.

    >>> lp_pool2d((8, 3, 10, 9), 2, 2)
    (8, 3, 5, 4)
    >>> lp_pool2d((8, 3, 2, 2), 2, 3)
    error: kernel
    """
    step = kernel_size if stride is None else stride
    assert step[0] > 0 and step[1] > 0, "stride must be positive"
    assert not empty(c, h, w), "input must not be empty but for the batch"
    oh = pool_out(h, kernel_size[0], step[0], 0, 1, ceil_mode)
    ow = pool_out(w, kernel_size[1], step[1], 0, 1, ceil_mode)
    assert oh > 0 and ow > 0, "kernel is larger than the input"

@op("torch.nn.AdaptiveAvgPool2d", finds="kernel-size", layout="packed")
class AdaptiveAvgPool2d:
    """Pool to a given output size; None keeps an axis.

    >>> AdaptiveAvgPool2d(5)((8, 3, 10, 9))
    (8, 3, 5, 5)
    >>> AdaptiveAvgPool2d((None, 7))((8, 3, 10, 9))
    (8, 3, 10, 7)
    >>> AdaptiveAvgPool2d(5)((3, 3))
    error: 3 or 4
    """

    def __init__(self, output_size: Pair): ...
    def forward(
        self, input: Tensor["*lead h w"]
    ) -> Tensor["*lead oh ow"]:
        assert len(lead) in (1, 2) or (output_size[0] == 1 and output_size[1] == 1), "input must have 3 or 4 axes"
        known = True if len(lead) in (1, 2) and not empty(h, w) else unsure()
        oh = h if output_size[0] is None else output_size[0]
        ow = w if output_size[1] is None else output_size[1]
        assert oh >= 0 and ow >= 0, "[bad-argument] output sizes must not be negative"

@op("torch.nn.functional.adaptive_avg_pool2d", finds="kernel-size", layout="packed")
def adaptive_avg_pool2d(
    input: Tensor["*lead h w"], output_size: Pair
) -> Tensor["*lead oh ow"]:
    """Pool to a given output size.

    >>> adaptive_avg_pool2d((8, 3, 10, 9), 5)
    (8, 3, 5, 5)
    >>> adaptive_avg_pool2d((3, 3), 5)
    error: 3 or 4
    """
    assert len(lead) in (1, 2) or (output_size[0] == 1 and output_size[1] == 1), "input must have 3 or 4 axes"
    known = True if len(lead) in (1, 2) and not empty(h, w) else unsure()
    oh = h if output_size[0] is None else output_size[0]
    ow = w if output_size[1] is None else output_size[1]
    assert oh >= 0 and ow >= 0, "[bad-argument] output sizes must not be negative"

@op("torch.nn.AdaptiveMaxPool2d", finds="kernel-size", layout="packed")
class AdaptiveMaxPool2d:
    """Pool to a given output size; None keeps an axis.

    >>> AdaptiveMaxPool2d(5)((8, 3, 10, 9))
    (8, 3, 5, 5)
    >>> AdaptiveMaxPool2d((None, 7))((8, 3, 10, 9))
    (8, 3, 10, 7)
    >>> AdaptiveMaxPool2d(5)((3, 3))
    error: rank
    """

    def __init__(self, output_size: Pair, return_indices: bool = False): ...
    def forward(
        self, input: Tensor["[n] c h w"]
    ) -> tuple[Tensor["[n] c oh ow"], Int["[n] c oh ow"]] if return_indices else Tensor["[n] c oh ow"]:
        oh = h if output_size[0] is None else output_size[0]
        ow = w if output_size[1] is None else output_size[1]
        assert not empty(h, w) and not (empty(c) and len(n) == 1), "input must not be empty but for the batch"
        assert oh >= 0 and ow >= 0, "[bad-argument] output sizes must not be negative"

@op("torch.nn.functional.adaptive_max_pool2d", finds="kernel-size", layout="packed")
def adaptive_max_pool2d(
    input: Tensor["[n] c h w"], output_size: Pair, return_indices: bool = False
) -> tuple[Tensor["[n] c oh ow"], Int["[n] c oh ow"]] if return_indices else Tensor["[n] c oh ow"]:
    """Pool to a given output size.

    >>> adaptive_max_pool2d((8, 3, 10, 9), 5)
    (8, 3, 5, 5)
    >>> adaptive_max_pool2d((3, 3), 5)
    error: rank
    """
    oh = h if output_size[0] is None else output_size[0]
    ow = w if output_size[1] is None else output_size[1]
    assert not empty(h, w) and not (empty(c) and len(n) == 1), "input must not be empty but for the batch"
    assert oh >= 0 and ow >= 0, "[bad-argument] output sizes must not be negative"

@op("torch.nn.MaxUnpool2d", finds="kernel-size", layout="packed")
class MaxUnpool2d:
    """Put maxima back where MaxPool2d found them.

    >>> MaxUnpool2d(2)((8, 3, 5, 4), (8, 3, 5, 4))
    (8, 3, 10, 8)
    >>> MaxUnpool2d(2)((8, 3, 5, 4), (8, 3, 10, 9))
    error: shape
    """

    def __init__(self, kernel_size: Pair, stride: Pair | None = None, padding: Pair = 0):
        step = kernel_size if stride is None else stride

    def forward(
        self, input: Tensor["[n] c h w"], indices: Int["*where"], output_size: Size | None = None
    ) -> Tensor["[n] c oh ow"]:
        oh = (h - 1) * step[0] + kernel_size[0] - 2 * padding[0] if output_size is None else output_size[len(output_size) - 2]
        ow = (w - 1) * step[1] + kernel_size[1] - 2 * padding[1] if output_size is None else output_size[len(output_size) - 1]
        assert shape_of(input) == where, "indices must have the shape of input"
        full = True if not empty(c, h, w) else unsure()

@op("torch.nn.MaxPool3d", finds="kernel-size", layout="packed")
class MaxPool3d:
    """The maximum of each window; the stride is the kernel unless given.

    >>> MaxPool3d(2)((8, 3, 10, 9, 8))
    (8, 3, 5, 4, 4)
    >>> MaxPool3d(2, ceil_mode=True)((8, 3, 10, 9, 8))
    (8, 3, 5, 5, 4)
    >>> MaxPool3d(2, return_indices=True)((8, 3, 10, 9, 8))
    ((8, 3, 5, 4, 4), (8, 3, 5, 4, 4))
    >>> MaxPool3d(3)((8, 3, 2, 2, 2))
    error: kernel
    >>> MaxPool3d(2, padding=2)((8, 3, 10, 9, 8))
    error: half
    """

    def __init__(
        self, kernel_size: Triple, stride: Triple | None = None, padding: Triple = 0, dilation: Triple = 1,
        return_indices: bool = False, ceil_mode: bool = False,
    ):
        step = kernel_size if stride is None else stride

    def forward(
        self, input: Tensor["[n] c d h w"]
    ) -> tuple[Tensor["[n] c od oh ow"], Int["[n] c od oh ow"]] if return_indices else Tensor["[n] c od oh ow"]:
        assert step[0] > 0 and step[1] > 0 and step[2] > 0, "stride must be positive"
        assert padding[0] <= kernel_size[0] // 2 and padding[1] <= kernel_size[1] // 2 and padding[2] <= kernel_size[2] // 2, \
            "padding is more than half the kernel size"
        assert not empty(c, d, h, w), "input must not be empty but for the batch"
        od = pool_out(d, kernel_size[0], step[0], padding[0], dilation[0], ceil_mode)
        oh = pool_out(h, kernel_size[1], step[1], padding[1], dilation[1], ceil_mode)
        ow = pool_out(w, kernel_size[2], step[2], padding[2], dilation[2], ceil_mode)
        assert od > 0 and oh > 0 and ow > 0, "kernel is larger than the padded input"

@op("torch.nn.functional.max_pool3d", finds="kernel-size", layout="packed")
def max_pool3d(
    input: Tensor["[n] c d h w"], kernel_size: Triple, stride: Triple | None = None, padding: Triple = 0,
    dilation: Triple = 1, ceil_mode: bool = False, return_indices: bool = False,
) -> tuple[Tensor["[n] c od oh ow"], Int["[n] c od oh ow"]] if return_indices else Tensor["[n] c od oh ow"]:
    """The maximum of each window.

    >>> max_pool3d((8, 3, 10, 9, 8), 2)
    (8, 3, 5, 4, 4)
    >>> max_pool3d((8, 3, 2, 2, 2), 3)
    error: kernel
    """
    step = kernel_size if stride is None else stride
    assert step[0] > 0 and step[1] > 0 and step[2] > 0, "stride must be positive"
    assert padding[0] <= kernel_size[0] // 2 and padding[1] <= kernel_size[1] // 2 and padding[2] <= kernel_size[2] // 2, \
        "padding is more than half the kernel size"
    assert not empty(c, d, h, w), "input must not be empty but for the batch"
    od = pool_out(d, kernel_size[0], step[0], padding[0], dilation[0], ceil_mode)
    oh = pool_out(h, kernel_size[1], step[1], padding[1], dilation[1], ceil_mode)
    ow = pool_out(w, kernel_size[2], step[2], padding[2], dilation[2], ceil_mode)
    assert od > 0 and oh > 0 and ow > 0, "kernel is larger than the padded input"

@op("torch.max_pool3d", finds="kernel-size", layout="packed")
def torch_max_pool3d(
    input: Tensor["[n] c d h w"], kernel_size: Triple, stride: Triple | None = None, padding: Triple = 0,
    dilation: Triple = 1, ceil_mode: bool = False,
) -> Tensor["[n] c od oh ow"]:
    """The maximum of each window.

    >>> torch_max_pool3d((8, 3, 10, 9, 8), 2, 2)
    (8, 3, 5, 4, 4)
    >>> torch_max_pool3d((8, 3, 2, 2, 2), 3)
    error: kernel
    """
    step = kernel_size if stride is None else stride
    assert step[0] > 0 and step[1] > 0 and step[2] > 0, "stride must be positive"
    assert padding[0] <= kernel_size[0] // 2 and padding[1] <= kernel_size[1] // 2 and padding[2] <= kernel_size[2] // 2, \
        "padding is more than half the kernel size"
    assert not empty(c, d, h, w), "input must not be empty but for the batch"
    od = pool_out(d, kernel_size[0], step[0], padding[0], dilation[0], ceil_mode)
    oh = pool_out(h, kernel_size[1], step[1], padding[1], dilation[1], ceil_mode)
    ow = pool_out(w, kernel_size[2], step[2], padding[2], dilation[2], ceil_mode)
    assert od > 0 and oh > 0 and ow > 0, "kernel is larger than the padded input"

@op("torch.nn.functional.max_pool3d_with_indices", finds="kernel-size", layout="packed")
def max_pool3d_with_indices(
    input: Tensor["[n] c d h w"], kernel_size: Triple, stride: Triple | None = None, padding: Triple = 0,
    dilation: Triple = 1, ceil_mode: bool = False, return_indices: bool = False,
) -> tuple[Tensor["[n] c od oh ow"], Int["[n] c od oh ow"]]:
    """The maximum of each window, and where it stood.

    >>> max_pool3d_with_indices((8, 3, 10, 9, 8), 2)
    ((8, 3, 5, 4, 4), (8, 3, 5, 4, 4))
    >>> max_pool3d_with_indices((8, 3, 2, 2, 2), 3)
    error: kernel
    """
    step = kernel_size if stride is None else stride
    assert step[0] > 0 and step[1] > 0 and step[2] > 0, "stride must be positive"
    assert padding[0] <= kernel_size[0] // 2 and padding[1] <= kernel_size[1] // 2 and padding[2] <= kernel_size[2] // 2, \
        "padding is more than half the kernel size"
    assert not empty(c, d, h, w), "input must not be empty but for the batch"
    od = pool_out(d, kernel_size[0], step[0], padding[0], dilation[0], ceil_mode)
    oh = pool_out(h, kernel_size[1], step[1], padding[1], dilation[1], ceil_mode)
    ow = pool_out(w, kernel_size[2], step[2], padding[2], dilation[2], ceil_mode)
    assert od > 0 and oh > 0 and ow > 0, "kernel is larger than the padded input"

@op("torch.nn.AvgPool3d", finds="kernel-size", layout="packed")
class AvgPool3d:
    """The mean of each window; the stride is the kernel unless given.

    >>> AvgPool3d(2)((8, 3, 10, 9, 8))
    (8, 3, 5, 4, 4)
    >>> AvgPool3d(2, ceil_mode=True)((8, 3, 10, 9, 8))
    (8, 3, 5, 5, 4)
    >>> AvgPool3d(3)((8, 3, 2, 2, 2))
    error: kernel
    >>> AvgPool3d(2, padding=2)((8, 3, 10, 9, 8))
    error: half
    """

    def __init__(
        self, kernel_size: Triple, stride: Triple | None = None, padding: Triple = 0, ceil_mode: bool = False,
        count_include_pad: bool = True, divisor_override: Dim | None = None,
    ):
        step = kernel_size if stride is None else stride

    def forward(self, input: Tensor["[n] c d h w"]) -> Tensor["[n] c od oh ow"]:
        assert divisor_override is None or divisor_override != 0, "[bad-argument] divisor_override must not be zero"
        assert step[0] > 0 and step[1] > 0 and step[2] > 0, "stride must be positive"
        assert padding[0] <= kernel_size[0] // 2 and padding[1] <= kernel_size[1] // 2 and padding[2] <= kernel_size[2] // 2, \
            "padding is more than half the kernel size"
        assert d >= kernel_size[0] and h >= kernel_size[1] and w >= kernel_size[2], "kernel is larger than the padded input"
        assert not empty(c, d, h, w), "input must not be empty but for the batch"
        od = pool_out(d, kernel_size[0], step[0], padding[0], 1, ceil_mode)
        oh = pool_out(h, kernel_size[1], step[1], padding[1], 1, ceil_mode)
        ow = pool_out(w, kernel_size[2], step[2], padding[2], 1, ceil_mode)
        assert od > 0 and oh > 0 and ow > 0, "kernel is larger than the padded input"

@op("torch.nn.functional.avg_pool3d", "torch._C._nn.avg_pool3d", finds="kernel-size", layout="packed")
def avg_pool3d(
    input: Tensor["[n] c d h w"], kernel_size: Triple, stride: Triple | None = None, padding: Triple = 0,
    ceil_mode: bool = False, count_include_pad: bool = True, divisor_override: Dim | None = None,
) -> Tensor["[n] c od oh ow"]:
    """The mean of each window.

    >>> avg_pool3d((8, 3, 10, 9, 8), 2)
    (8, 3, 5, 4, 4)
    >>> avg_pool3d((8, 3, 2, 2, 2), 3)
    error: kernel
    """
    step = kernel_size if stride is None else stride
    assert divisor_override is None or divisor_override != 0, "[bad-argument] divisor_override must not be zero"
    assert step[0] > 0 and step[1] > 0 and step[2] > 0, "stride must be positive"
    assert padding[0] <= kernel_size[0] // 2 and padding[1] <= kernel_size[1] // 2 and padding[2] <= kernel_size[2] // 2, \
        "padding is more than half the kernel size"
    assert d >= kernel_size[0] and h >= kernel_size[1] and w >= kernel_size[2], "kernel is larger than the padded input"
    assert not empty(c, d, h, w), "input must not be empty but for the batch"
    od = pool_out(d, kernel_size[0], step[0], padding[0], 1, ceil_mode)
    oh = pool_out(h, kernel_size[1], step[1], padding[1], 1, ceil_mode)
    ow = pool_out(w, kernel_size[2], step[2], padding[2], 1, ceil_mode)
    assert od > 0 and oh > 0 and ow > 0, "kernel is larger than the padded input"

@op("torch.nn.LPPool3d", finds="kernel-size", layout="packed")
class LPPool3d:
    """The p-norm of each window.

    >>> LPPool3d(2, 2)((8, 3, 10, 9, 8))
    (8, 3, 5, 4, 4)
    >>> LPPool3d(2, 3)((8, 3, 2, 2, 2))
    error: kernel
    """

    def __init__(
        self, norm_type: float, kernel_size: Triple, stride: Triple | None = None, ceil_mode: bool = False
    ):
        step = kernel_size if stride is None else stride

    def forward(self, input: Tensor["[n] c d h w"]) -> Inexact["[n] c od oh ow"]:
        assert step[0] > 0 and step[1] > 0 and step[2] > 0, "stride must be positive"
        assert d >= kernel_size[0] and h >= kernel_size[1] and w >= kernel_size[2], "kernel is larger than the input"
        assert not empty(c, d, h, w), "input must not be empty but for the batch"
        od = pool_out(d, kernel_size[0], step[0], 0, 1, ceil_mode)
        oh = pool_out(h, kernel_size[1], step[1], 0, 1, ceil_mode)
        ow = pool_out(w, kernel_size[2], step[2], 0, 1, ceil_mode)
        assert od > 0 and oh > 0 and ow > 0, "kernel is larger than the input"

@op("torch.nn.functional.lp_pool3d", finds="kernel-size", layout="packed")
def lp_pool3d(
    input: Tensor["[n] c d h w"], norm_type: float, kernel_size: Triple, stride: Triple | None = None,
    ceil_mode: bool = False,
) -> Inexact["[n] c od oh ow"]:
    """The p-norm of each window.

    >>> lp_pool3d((8, 3, 10, 9, 8), 2, 2)
    (8, 3, 5, 4, 4)
    >>> lp_pool3d((8, 3, 2, 2, 2), 2, 3)
    error: kernel
    """
    step = kernel_size if stride is None else stride
    assert step[0] > 0 and step[1] > 0 and step[2] > 0, "stride must be positive"
    assert d >= kernel_size[0] and h >= kernel_size[1] and w >= kernel_size[2], "kernel is larger than the input"
    assert not empty(c, d, h, w), "input must not be empty but for the batch"
    od = pool_out(d, kernel_size[0], step[0], 0, 1, ceil_mode)
    oh = pool_out(h, kernel_size[1], step[1], 0, 1, ceil_mode)
    ow = pool_out(w, kernel_size[2], step[2], 0, 1, ceil_mode)
    assert od > 0 and oh > 0 and ow > 0, "kernel is larger than the input"

@op("torch.nn.AdaptiveAvgPool3d", finds="kernel-size", layout="packed")
class AdaptiveAvgPool3d:
    """Pool to a given output size; None keeps an axis.

    >>> AdaptiveAvgPool3d(5)((8, 3, 10, 9, 8))
    (8, 3, 5, 5, 5)
    >>> AdaptiveAvgPool3d((None, 7, 7))((8, 3, 10, 9, 8))
    (8, 3, 10, 7, 7)
    >>> AdaptiveAvgPool3d(5)((3, 3, 3))
    error: 4 or 5
    """

    def __init__(self, output_size: Triple): ...
    def forward(
        self, input: Tensor["*lead d h w"]
    ) -> Tensor["*lead od oh ow"]:
        assert len(lead) in (1, 2) or (output_size[0] == 1 and output_size[1] == 1 and output_size[2] == 1), "input must have 4 or 5 axes"
        known = True if len(lead) in (1, 2) and not empty(lead, d, h, w) else unsure()
        od = d if output_size[0] is None else output_size[0]
        oh = h if output_size[1] is None else output_size[1]
        ow = w if output_size[2] is None else output_size[2]
        assert od >= 0 and oh >= 0 and ow >= 0, "[bad-argument] output sizes must not be negative"

@op("torch.nn.functional.adaptive_avg_pool3d", finds="kernel-size", layout="packed")
def adaptive_avg_pool3d(
    input: Tensor["*lead d h w"], output_size: Triple
) -> Tensor["*lead od oh ow"]:
    """Pool to a given output size.

    >>> adaptive_avg_pool3d((8, 3, 10, 9, 8), 5)
    (8, 3, 5, 5, 5)
    >>> adaptive_avg_pool3d((3, 3, 3), 5)
    error: 4 or 5
    """
    assert len(lead) in (1, 2) or (output_size[0] == 1 and output_size[1] == 1 and output_size[2] == 1), "input must have 4 or 5 axes"
    known = True if len(lead) in (1, 2) and not empty(lead, d, h, w) else unsure()
    od = d if output_size[0] is None else output_size[0]
    oh = h if output_size[1] is None else output_size[1]
    ow = w if output_size[2] is None else output_size[2]
    assert od >= 0 and oh >= 0 and ow >= 0, "[bad-argument] output sizes must not be negative"

@op("torch.nn.AdaptiveMaxPool3d", finds="kernel-size", layout="packed")
class AdaptiveMaxPool3d:
    """Pool to a given output size; None keeps an axis.

    >>> AdaptiveMaxPool3d(5)((8, 3, 10, 9, 8))
    (8, 3, 5, 5, 5)
    >>> AdaptiveMaxPool3d((None, 7, 7))((8, 3, 10, 9, 8))
    (8, 3, 10, 7, 7)
    >>> AdaptiveMaxPool3d(5)((3, 3, 3))
    error: rank
    """

    def __init__(self, output_size: Triple, return_indices: bool = False): ...
    def forward(
        self, input: Tensor["[n] c d h w"]
    ) -> tuple[Tensor["[n] c od oh ow"], Int["[n] c od oh ow"]] if return_indices else Tensor["[n] c od oh ow"]:
        od = d if output_size[0] is None else output_size[0]
        oh = h if output_size[1] is None else output_size[1]
        ow = w if output_size[2] is None else output_size[2]
        assert not empty(d, h, w) and not (empty(c) and len(n) == 1), "input must not be empty but for the batch"
        assert od >= 0 and oh >= 0 and ow >= 0, "[bad-argument] output sizes must not be negative"

@op("torch.nn.functional.adaptive_max_pool3d", finds="kernel-size", layout="packed")
def adaptive_max_pool3d(
    input: Tensor["[n] c d h w"], output_size: Triple, return_indices: bool = False
) -> tuple[Tensor["[n] c od oh ow"], Int["[n] c od oh ow"]] if return_indices else Tensor["[n] c od oh ow"]:
    """Pool to a given output size.

    >>> adaptive_max_pool3d((8, 3, 10, 9, 8), 5)
    (8, 3, 5, 5, 5)
    >>> adaptive_max_pool3d((3, 3, 3), 5)
    error: rank
    """
    od = d if output_size[0] is None else output_size[0]
    oh = h if output_size[1] is None else output_size[1]
    ow = w if output_size[2] is None else output_size[2]
    assert not empty(d, h, w) and not (empty(c) and len(n) == 1), "input must not be empty but for the batch"
    assert od >= 0 and oh >= 0 and ow >= 0, "[bad-argument] output sizes must not be negative"

@op("torch.nn.MaxUnpool3d", finds="kernel-size", layout="packed")
class MaxUnpool3d:
    """Put maxima back where MaxPool3d found them.

    >>> MaxUnpool3d(2)((8, 3, 5, 4, 4), (8, 3, 5, 4, 4))
    (8, 3, 10, 8, 8)
    >>> MaxUnpool3d(2)((8, 3, 5, 4, 4), (8, 3, 10, 9, 8))
    error: shape
    """

    def __init__(self, kernel_size: Triple, stride: Triple | None = None, padding: Triple = 0):
        step = kernel_size if stride is None else stride

    def forward(
        self, input: Tensor["[n] c d h w"], indices: Int["*where"], output_size: Size | None = None
    ) -> Tensor["[n] c od oh ow"]:
        assert all(s > 0 for s in step), "[bad-argument] stride must be positive"
        od = (d - 1) * step[0] + kernel_size[0] - 2 * padding[0] if output_size is None else output_size[len(output_size) - 3]
        oh = (h - 1) * step[1] + kernel_size[1] - 2 * padding[1] if output_size is None else output_size[len(output_size) - 2]
        ow = (w - 1) * step[2] + kernel_size[2] - 2 * padding[2] if output_size is None else output_size[len(output_size) - 1]
        assert shape_of(input) == where, "indices must have the shape of input"
        full = True if not empty(c, d, h, w) else unsure()
