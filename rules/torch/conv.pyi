"""Convolutions and transposed convolutions."""

@op("torch.nn.Conv1d", finds="conv-channels", layout="packed")
class Conv1d:
    """1-D convolution over an optionally batched input.

    >>> Conv1d(3, 16, 3, padding=1, stride=2)((8, 3, 32))
    (8, 16, 16)
    >>> Conv1d(3, 16, 3)((3, 32))
    (16, 30)
    >>> Conv1d(3, 16, 7)((8, 3, 4))
    error: kernel
    >>> Conv1d(3, 16, 3, padding="same", dilation=2)((3, 32))
    (16, 32)
    >>> Conv1d(3, 16, 3)((8, 1, 32))
    error: in_channels
    >>> Conv1d(3, 16, 3, groups=2)
    error: groups
    >>> Conv1d(3, 16, 3, padding="same", stride=2)
    error: stride
    """

    weight: Tensor["out_channels in_channels//groups kernel_size[0]"]
    bias: Tensor["out_channels"] if bias else None

    def __init__(
        self, in_channels: Dim, out_channels: Dim, kernel_size: Single, stride: Single = 1,
        padding: Single | Literal["same", "valid"] = 0, dilation: Single = 1, groups: Dim = 1,
        bias: bool = True, padding_mode: Literal["zeros", "reflect", "replicate", "circular"] = "zeros",
        device=None, dtype=None,
    ):
        pad = (0,) if padding == "valid" else padding
        assert groups > 0, "groups must be a positive integer"
        assert in_channels % groups == 0, "in_channels must be divisible by groups"
        assert out_channels % groups == 0, "out_channels must be divisible by groups"
        assert padding != "same" or (stride[0] == 1), \
            "padding='same' is not supported for strided convolutions"

    def forward(self, input: Inexact["[n] in_channels l"]
    ) -> Tensor["[n] out ol"] if not empty(input) else Array["[n] out ol"]:
        ol = l if padding == "same" else conv_out(l, kernel_size[0], stride[0], pad[0], dilation[0])
        assert ol > 0, "[kernel-size] kernel is larger than the padded input"
        wide = ((pad[0] if padding != "same" else (dilation[0] * (kernel_size[0] - 1) + 1) // 2),)
        assert padding_mode != "reflect" or (wide[0] < l), "[pad-sizes] reflect padding must be smaller than the input"
        assert padding_mode != "circular" or (wide[0] <= l), "[pad-sizes] circular padding must not be larger than the input"
        out = 0 if empty(in_channels) else out_channels
        full = True if not empty(out_channels, dilation, l) and (padding_mode == "zeros" or not empty(in_channels)) else unsure()

@op("torch.nn.LazyConv1d", finds="conv-channels", layout="packed")
class LazyConv1d:
    """1-D convolution over an optionally batched input; in_channels comes from the first input.

    >>> LazyConv1d(16, 3, padding=1, stride=2)((8, 3, 32))
    (8, 16, 16)
    >>> LazyConv1d(16, 3)((3, 32))
    (16, 30)
    >>> LazyConv1d(16, 7)((8, 3, 4))
    error: kernel
    """

    in_channels: Late
    weight: Tensor["out_channels in_channels//groups kernel_size[0]"]
    bias: Tensor["out_channels"] if bias else None

    def __init__(
        self, out_channels: Dim, kernel_size: Single, stride: Single = 1,
        padding: Single | Literal["same", "valid"] = 0, dilation: Single = 1, groups: Dim = 1,
        bias: bool = True, padding_mode: Literal["zeros", "reflect", "replicate", "circular"] = "zeros",
        device=None, dtype=None,
    ):
        pad = (0,) if padding == "valid" else padding
        assert groups > 0, "groups must be a positive integer"
        assert padding != "same" or (stride[0] == 1), \
            "padding='same' is not supported for strided convolutions"

    def forward(self, input: Inexact["[n] in_channels l"]
    ) -> Tensor["[n] out ol"] if not empty(input) else Array["[n] out ol"]:
        assert in_channels % groups == 0 and out_channels % groups == 0, "[conv-channels] channels must be divisible by groups"
        ol = l if padding == "same" else conv_out(l, kernel_size[0], stride[0], pad[0], dilation[0])
        assert ol > 0, "[kernel-size] kernel is larger than the padded input"
        wide = ((pad[0] if padding != "same" else (dilation[0] * (kernel_size[0] - 1) + 1) // 2),)
        assert padding_mode != "reflect" or (wide[0] < l), "[pad-sizes] reflect padding must be smaller than the input"
        assert padding_mode != "circular" or (wide[0] <= l), "[pad-sizes] circular padding must not be larger than the input"
        out = 0 if empty(in_channels) else out_channels
        full = True if not empty(out_channels, dilation, l) and (padding_mode == "zeros" or not empty(in_channels)) else unsure()

@op("torch.nn.functional.conv1d", "torch.conv1d", finds="conv-channels", layout="packed")
def conv1d(
    input: Tensor["[n] c l"], weight: Tensor["o i kl"], bias: Array["o"] | None = None,
    stride: Single = 1, padding: Single | Literal["same", "valid"] = 0, dilation: Single = 1, groups: Dim = 1,
) -> Same["[n] out ol"]:
    """1-D convolution; weight is (out_channels, in_channels // groups, *kernel).

    >>> conv1d((8, 3, 32), (16, 3, 3), (16,), 2, 1)
    (8, 16, 16)
    >>> conv1d((3, 32), (16, 3, 3), padding="valid")
    (16, 30)
    >>> conv1d((8, 1, 32), (16, 3, 3))
    error: channels
    >>> conv1d((8, 3, 4), (16, 3, 7))
    error: kernel
    """
    pad = (0,) if padding == "valid" else padding
    assert padding != "same" or (stride[0] == 1), "[bad-argument] padding='same' needs a stride of 1"
    assert groups > 0, "[bad-argument] groups must be positive"
    assert c == i * groups, "input channels must be weight.shape[1] * groups"
    assert o % groups == 0, "out_channels must be divisible by groups"
    ol = l if padding == "same" else conv_out(l, kl, stride[0], pad[0], dilation[0])
    assert ol > 0, "[kernel-size] kernel is larger than the padded input"
    assert empty(input) or same_dtype(input, weight), "[mixed-dtypes] input and weight must have the same dtype"
    out = 0 if empty(c) else o
    full = True if not empty(o, dilation, kl, l) else unsure()

@op("torch.nn.Conv2d", finds="conv-channels", layout="packed")
class Conv2d:
    """2-D convolution over an optionally batched input.

    >>> Conv2d(3, 16, 3, padding=1, stride=2)((8, 3, 32, 32))
    (8, 16, 16, 16)
    >>> Conv2d(3, 16, 3)((3, 32, 32))
    (16, 30, 30)
    >>> Conv2d(3, 16, 7)((8, 3, 4, 4))
    error: kernel
    >>> Conv2d(3, 16, 3, padding="same", dilation=2)((3, 32, 32))
    (16, 32, 32)
    >>> Conv2d(3, 16, 3)((8, 1, 32, 32))
    error: in_channels
    >>> Conv2d(3, 16, 3, groups=2)
    error: groups
    >>> Conv2d(3, 16, 3, padding="same", stride=2)
    error: stride
    """

    weight: Tensor["out_channels in_channels//groups kernel_size[0] kernel_size[1]"]
    bias: Tensor["out_channels"] if bias else None

    def __init__(
        self, in_channels: Dim, out_channels: Dim, kernel_size: Pair, stride: Pair = 1,
        padding: Pair | Literal["same", "valid"] = 0, dilation: Pair = 1, groups: Dim = 1,
        bias: bool = True, padding_mode: Literal["zeros", "reflect", "replicate", "circular"] = "zeros",
        device=None, dtype=None,
    ):
        pad = (0, 0) if padding == "valid" else padding
        assert groups > 0, "groups must be a positive integer"
        assert in_channels % groups == 0, "in_channels must be divisible by groups"
        assert out_channels % groups == 0, "out_channels must be divisible by groups"
        assert padding != "same" or (stride[0] == 1 and stride[1] == 1), \
            "padding='same' is not supported for strided convolutions"

    def forward(self, input: Inexact["[n] in_channels h w"]
    ) -> Tensor["[n] out oh ow"] if not empty(input) else Array["[n] out oh ow"]:
        oh = h if padding == "same" else conv_out(h, kernel_size[0], stride[0], pad[0], dilation[0])
        ow = w if padding == "same" else conv_out(w, kernel_size[1], stride[1], pad[1], dilation[1])
        assert oh > 0 and ow > 0, "[kernel-size] kernel is larger than the padded input"
        wide = ((pad[0] if padding != "same" else (dilation[0] * (kernel_size[0] - 1) + 1) // 2), (pad[1] if padding != "same" else (dilation[1] * (kernel_size[1] - 1) + 1) // 2),)
        assert padding_mode != "reflect" or (wide[0] < h and wide[1] < w), "[pad-sizes] reflect padding must be smaller than the input"
        assert padding_mode != "circular" or (wide[0] <= h and wide[1] <= w), "[pad-sizes] circular padding must not be larger than the input"
        out = 0 if empty(in_channels) else out_channels
        full = True if not empty(out_channels, dilation, h, w) and (padding_mode == "zeros" or not empty(in_channels)) else unsure()

@op("torch.nn.LazyConv2d", finds="conv-channels", layout="packed")
class LazyConv2d:
    """2-D convolution over an optionally batched input; in_channels comes from the first input.

    >>> LazyConv2d(16, 3, padding=1, stride=2)((8, 3, 32, 32))
    (8, 16, 16, 16)
    >>> LazyConv2d(16, 3)((3, 32, 32))
    (16, 30, 30)
    >>> LazyConv2d(16, 7)((8, 3, 4, 4))
    error: kernel
    """

    in_channels: Late
    weight: Tensor["out_channels in_channels//groups kernel_size[0] kernel_size[1]"]
    bias: Tensor["out_channels"] if bias else None

    def __init__(
        self, out_channels: Dim, kernel_size: Pair, stride: Pair = 1,
        padding: Pair | Literal["same", "valid"] = 0, dilation: Pair = 1, groups: Dim = 1,
        bias: bool = True, padding_mode: Literal["zeros", "reflect", "replicate", "circular"] = "zeros",
        device=None, dtype=None,
    ):
        pad = (0, 0) if padding == "valid" else padding
        assert groups > 0, "groups must be a positive integer"
        assert padding != "same" or (stride[0] == 1 and stride[1] == 1), \
            "padding='same' is not supported for strided convolutions"

    def forward(self, input: Inexact["[n] in_channels h w"]
    ) -> Tensor["[n] out oh ow"] if not empty(input) else Array["[n] out oh ow"]:
        assert in_channels % groups == 0 and out_channels % groups == 0, "[conv-channels] channels must be divisible by groups"
        oh = h if padding == "same" else conv_out(h, kernel_size[0], stride[0], pad[0], dilation[0])
        ow = w if padding == "same" else conv_out(w, kernel_size[1], stride[1], pad[1], dilation[1])
        assert oh > 0 and ow > 0, "[kernel-size] kernel is larger than the padded input"
        wide = ((pad[0] if padding != "same" else (dilation[0] * (kernel_size[0] - 1) + 1) // 2), (pad[1] if padding != "same" else (dilation[1] * (kernel_size[1] - 1) + 1) // 2),)
        assert padding_mode != "reflect" or (wide[0] < h and wide[1] < w), "[pad-sizes] reflect padding must be smaller than the input"
        assert padding_mode != "circular" or (wide[0] <= h and wide[1] <= w), "[pad-sizes] circular padding must not be larger than the input"
        out = 0 if empty(in_channels) else out_channels
        full = True if not empty(out_channels, dilation, h, w) and (padding_mode == "zeros" or not empty(in_channels)) else unsure()

@op("torch.nn.functional.conv2d", "torch.conv2d", finds="conv-channels", layout="packed")
def conv2d(
    input: Tensor["[n] c h w"], weight: Tensor["o i kh kw"], bias: Array["o"] | None = None,
    stride: Pair = 1, padding: Pair | Literal["same", "valid"] = 0, dilation: Pair = 1, groups: Dim = 1,
) -> Same["[n] out oh ow"]:
    """2-D convolution; weight is (out_channels, in_channels // groups, *kernel).

    >>> conv2d((8, 3, 32, 32), (16, 3, 3, 3), (16,), 2, 1)
    (8, 16, 16, 16)
    >>> conv2d((3, 32, 32), (16, 3, 3, 3), padding="valid")
    (16, 30, 30)
    >>> conv2d((8, 1, 32, 32), (16, 3, 3, 3))
    error: channels
    >>> conv2d((8, 3, 4, 4), (16, 3, 7, 7))
    error: kernel
    """
    pad = (0, 0) if padding == "valid" else padding
    assert padding != "same" or (stride[0] == 1 and stride[1] == 1), "[bad-argument] padding='same' needs a stride of 1"
    assert groups > 0, "[bad-argument] groups must be positive"
    assert c == i * groups, "input channels must be weight.shape[1] * groups"
    assert o % groups == 0, "out_channels must be divisible by groups"
    oh = h if padding == "same" else conv_out(h, kh, stride[0], pad[0], dilation[0])
    ow = w if padding == "same" else conv_out(w, kw, stride[1], pad[1], dilation[1])
    assert oh > 0 and ow > 0, "[kernel-size] kernel is larger than the padded input"
    assert empty(input) or same_dtype(input, weight), "[mixed-dtypes] input and weight must have the same dtype"
    out = 0 if empty(c) else o
    full = True if not empty(o, dilation, kh, kw, h, w) else unsure()

@op("torch.nn.Conv3d", finds="conv-channels", layout="packed")
class Conv3d:
    """3-D convolution over an optionally batched input.

    >>> Conv3d(3, 16, 3, padding=1, stride=2)((8, 3, 8, 32, 32))
    (8, 16, 4, 16, 16)
    >>> Conv3d(3, 16, 3)((3, 8, 32, 32))
    (16, 6, 30, 30)
    >>> Conv3d(3, 16, 7)((8, 3, 4, 9, 9))
    error: kernel
    >>> Conv3d(3, 16, 3, padding="same", dilation=2)((3, 8, 32, 32))
    (16, 8, 32, 32)
    >>> Conv3d(3, 16, 3)((8, 1, 8, 32, 32))
    error: in_channels
    >>> Conv3d(3, 16, 3, groups=2)
    error: groups
    >>> Conv3d(3, 16, 3, padding="same", stride=2)
    error: stride
    """

    weight: Tensor["out_channels in_channels//groups kernel_size[0] kernel_size[1] kernel_size[2]"]
    bias: Tensor["out_channels"] if bias else None

    def __init__(
        self, in_channels: Dim, out_channels: Dim, kernel_size: Triple, stride: Triple = 1,
        padding: Triple | Literal["same", "valid"] = 0, dilation: Triple = 1, groups: Dim = 1,
        bias: bool = True, padding_mode: Literal["zeros", "reflect", "replicate", "circular"] = "zeros",
        device=None, dtype=None,
    ):
        pad = (0, 0, 0) if padding == "valid" else padding
        assert groups > 0, "groups must be a positive integer"
        assert in_channels % groups == 0, "in_channels must be divisible by groups"
        assert out_channels % groups == 0, "out_channels must be divisible by groups"
        assert padding != "same" or (stride[0] == 1 and stride[1] == 1 and stride[2] == 1), \
            "padding='same' is not supported for strided convolutions"

    def forward(self, input: Inexact["[n] in_channels d h w"]
    ) -> Tensor["[n] out od oh ow"] if not empty(input) else Array["[n] out od oh ow"]:
        od = d if padding == "same" else conv_out(d, kernel_size[0], stride[0], pad[0], dilation[0])
        oh = h if padding == "same" else conv_out(h, kernel_size[1], stride[1], pad[1], dilation[1])
        ow = w if padding == "same" else conv_out(w, kernel_size[2], stride[2], pad[2], dilation[2])
        assert od > 0 and oh > 0 and ow > 0, "[kernel-size] kernel is larger than the padded input"
        wide = ((pad[0] if padding != "same" else (dilation[0] * (kernel_size[0] - 1) + 1) // 2), (pad[1] if padding != "same" else (dilation[1] * (kernel_size[1] - 1) + 1) // 2), (pad[2] if padding != "same" else (dilation[2] * (kernel_size[2] - 1) + 1) // 2),)
        assert padding_mode != "reflect" or (wide[0] < d and wide[1] < h and wide[2] < w), "[pad-sizes] reflect padding must be smaller than the input"
        assert padding_mode != "circular" or (wide[0] <= d and wide[1] <= h and wide[2] <= w), "[pad-sizes] circular padding must not be larger than the input"
        out = 0 if empty(in_channels) else out_channels
        full = True if not empty(out_channels, dilation, d, h, w) and (padding_mode == "zeros" or not empty(in_channels)) else unsure()

@op("torch.nn.LazyConv3d", finds="conv-channels", layout="packed")
class LazyConv3d:
    """3-D convolution over an optionally batched input; in_channels comes from the first input.

    >>> LazyConv3d(16, 3, padding=1, stride=2)((8, 3, 8, 32, 32))
    (8, 16, 4, 16, 16)
    >>> LazyConv3d(16, 3)((3, 8, 32, 32))
    (16, 6, 30, 30)
    >>> LazyConv3d(16, 7)((8, 3, 4, 9, 9))
    error: kernel
    """

    in_channels: Late
    weight: Tensor["out_channels in_channels//groups kernel_size[0] kernel_size[1] kernel_size[2]"]
    bias: Tensor["out_channels"] if bias else None

    def __init__(
        self, out_channels: Dim, kernel_size: Triple, stride: Triple = 1,
        padding: Triple | Literal["same", "valid"] = 0, dilation: Triple = 1, groups: Dim = 1,
        bias: bool = True, padding_mode: Literal["zeros", "reflect", "replicate", "circular"] = "zeros",
        device=None, dtype=None,
    ):
        pad = (0, 0, 0) if padding == "valid" else padding
        assert groups > 0, "groups must be a positive integer"
        assert padding != "same" or (stride[0] == 1 and stride[1] == 1 and stride[2] == 1), \
            "padding='same' is not supported for strided convolutions"

    def forward(self, input: Inexact["[n] in_channels d h w"]
    ) -> Tensor["[n] out od oh ow"] if not empty(input) else Array["[n] out od oh ow"]:
        assert in_channels % groups == 0 and out_channels % groups == 0, "[conv-channels] channels must be divisible by groups"
        od = d if padding == "same" else conv_out(d, kernel_size[0], stride[0], pad[0], dilation[0])
        oh = h if padding == "same" else conv_out(h, kernel_size[1], stride[1], pad[1], dilation[1])
        ow = w if padding == "same" else conv_out(w, kernel_size[2], stride[2], pad[2], dilation[2])
        assert od > 0 and oh > 0 and ow > 0, "[kernel-size] kernel is larger than the padded input"
        wide = ((pad[0] if padding != "same" else (dilation[0] * (kernel_size[0] - 1) + 1) // 2), (pad[1] if padding != "same" else (dilation[1] * (kernel_size[1] - 1) + 1) // 2), (pad[2] if padding != "same" else (dilation[2] * (kernel_size[2] - 1) + 1) // 2),)
        assert padding_mode != "reflect" or (wide[0] < d and wide[1] < h and wide[2] < w), "[pad-sizes] reflect padding must be smaller than the input"
        assert padding_mode != "circular" or (wide[0] <= d and wide[1] <= h and wide[2] <= w), "[pad-sizes] circular padding must not be larger than the input"
        out = 0 if empty(in_channels) else out_channels
        full = True if not empty(out_channels, dilation, d, h, w) and (padding_mode == "zeros" or not empty(in_channels)) else unsure()

@op("torch.nn.functional.conv3d", "torch.conv3d", finds="conv-channels", layout="packed")
def conv3d(
    input: Tensor["[n] c d h w"], weight: Tensor["o i kd kh kw"], bias: Array["o"] | None = None,
    stride: Triple = 1, padding: Triple | Literal["same", "valid"] = 0, dilation: Triple = 1, groups: Dim = 1,
) -> Same["[n] out od oh ow"]:
    """3-D convolution; weight is (out_channels, in_channels // groups, *kernel).

    >>> conv3d((8, 3, 8, 32, 32), (16, 3, 3, 3, 3), (16,), 2, 1)
    (8, 16, 4, 16, 16)
    >>> conv3d((3, 8, 32, 32), (16, 3, 3, 3, 3), padding="valid")
    (16, 6, 30, 30)
    >>> conv3d((8, 1, 8, 32, 32), (16, 3, 3, 3, 3))
    error: channels
    >>> conv3d((8, 3, 4, 9, 9), (16, 3, 7, 7, 7))
    error: kernel
    """
    pad = (0, 0, 0) if padding == "valid" else padding
    assert padding != "same" or (stride[0] == 1 and stride[1] == 1 and stride[2] == 1), "[bad-argument] padding='same' needs a stride of 1"
    assert groups > 0, "[bad-argument] groups must be positive"
    assert c == i * groups, "input channels must be weight.shape[1] * groups"
    assert o % groups == 0, "out_channels must be divisible by groups"
    od = d if padding == "same" else conv_out(d, kd, stride[0], pad[0], dilation[0])
    oh = h if padding == "same" else conv_out(h, kh, stride[1], pad[1], dilation[1])
    ow = w if padding == "same" else conv_out(w, kw, stride[2], pad[2], dilation[2])
    assert od > 0 and oh > 0 and ow > 0, "[kernel-size] kernel is larger than the padded input"
    assert empty(input) or same_dtype(input, weight), "[mixed-dtypes] input and weight must have the same dtype"
    out = 0 if empty(c) else o
    full = True if not empty(o, dilation, kd, kh, kw, d, h, w) else unsure()

@op("torch.nn.ConvTranspose1d", finds="conv-channels")
class ConvTranspose1d:
    """1-D transposed convolution over an optionally batched input.

    >>> ConvTranspose1d(16, 4, 2, stride=2)((8, 16, 16))
    (8, 4, 32)
    >>> ConvTranspose1d(16, 4, 3, stride=2)((8, 16, 16))
    (8, 4, 33)
    >>> ConvTranspose1d(16, 4, 2, groups=3)
    error: groups
    >>> ConvTranspose1d(16, 4, 2, stride=2)((8, 3, 16))
    error: in_channels
    >>> ConvTranspose1d(16, 4, 3, stride=2, output_padding=2)((8, 16, 16))
    error: output_padding
    """

    weight: Tensor["in_channels out_channels//groups kernel_size[0]"]
    bias: Tensor["out_channels"] if bias else None

    def __init__(
        self, in_channels: Dim, out_channels: Dim, kernel_size: Single, stride: Single = 1, padding: Single = 0,
        output_padding: Single = 0, groups: Dim = 1, bias: bool = True, dilation: Single = 1,
        padding_mode: Literal["zeros"] = "zeros", device=None, dtype=None,
    ):
        assert groups > 0, "groups must be a positive integer"
        assert in_channels % groups == 0, "in_channels must be divisible by groups"
        assert out_channels % groups == 0, "out_channels must be divisible by groups"

    def forward(self, input: Inexact["[n] in_channels l"], output_size: Size | None = None
    ) -> Tensor["[n] out_channels ol"] if not empty(input) else Array["[n] out_channels ol"]:
        ml = transposed_out(l, kernel_size[0], stride[0], padding[0], dilation[0])
        ol = ml + output_padding[0] if output_size is None else output_size[len(output_size) - 1]
        assert output_size is None or (ml <= ol and ol <= ml + stride[0] - 1), "[kernel-size] no such output_size"
        assert all(p >= 0 for p in output_padding), "[bad-argument] output_padding must not be negative"
        assert empty(n) or output_size is not None or ((output_padding[0] < stride[0] or output_padding[0] < dilation[0])), \
            "[kernel-size] output_padding must be smaller than stride or dilation"
        assert ol >= 0, "[kernel-size] output would have a negative size"
        full = True if ol > 0 and not empty(in_channels, out_channels, l) else unsure()

@op("torch.nn.LazyConvTranspose1d", finds="conv-channels")
class LazyConvTranspose1d:
    """1-D transposed convolution over an optionally batched input; in_channels comes from the first input.

    >>> LazyConvTranspose1d(4, 2, stride=2)((8, 16, 16))
    (8, 4, 32)
    >>> LazyConvTranspose1d(4, 3, stride=2)((8, 16, 16))
    (8, 4, 33)
    """

    in_channels: Late
    weight: Tensor["in_channels out_channels//groups kernel_size[0]"]
    bias: Tensor["out_channels"] if bias else None

    def __init__(
        self, out_channels: Dim, kernel_size: Single, stride: Single = 1, padding: Single = 0,
        output_padding: Single = 0, groups: Dim = 1, bias: bool = True, dilation: Single = 1,
        padding_mode: Literal["zeros"] = "zeros", device=None, dtype=None,
    ):
        assert groups > 0, "groups must be a positive integer"

    def forward(self, input: Inexact["[n] in_channels l"], output_size: Size | None = None
    ) -> Tensor["[n] out_channels ol"] if not empty(input) else Array["[n] out_channels ol"]:
        assert in_channels % groups == 0, "[conv-channels] channels must be divisible by groups"
        even = True if out_channels % groups == 0 else unsure()
        ml = transposed_out(l, kernel_size[0], stride[0], padding[0], dilation[0])
        ol = ml + output_padding[0] if output_size is None else output_size[len(output_size) - 1]
        assert output_size is None or (ml <= ol and ol <= ml + stride[0] - 1), "[kernel-size] no such output_size"
        assert all(p >= 0 for p in output_padding), "[bad-argument] output_padding must not be negative"
        assert empty(n) or output_size is not None or ((output_padding[0] < stride[0] or output_padding[0] < dilation[0])), \
            "[kernel-size] output_padding must be smaller than stride or dilation"
        assert ol >= 0, "[kernel-size] output would have a negative size"
        full = True if ol > 0 and not empty(in_channels, out_channels, l) else unsure()

@op("torch.nn.functional.conv_transpose1d", "torch.conv_transpose1d", finds="conv-channels")
def conv_transpose1d(
    input: Tensor["[n] c l"], weight: Tensor["c o kl"], bias: Array["o*groups"] | None = None,
    stride: Single = 1, padding: Single = 0, output_padding: Single = 0, groups: Dim = 1, dilation: Single = 1,
) -> Same["[n] o*groups ol"]:
    """1-D transposed convolution; weight is (in_channels, out_channels // groups, *kernel).

    >>> conv_transpose1d((8, 16, 16), (16, 4, 2), stride=2)
    (8, 4, 32)
    >>> conv_transpose1d((8, 3, 16), (16, 4, 2), stride=2)
    error: c
    """
    ol = transposed_out(l, kl, stride[0], padding[0], dilation[0]) + output_padding[0]
    assert groups > 0, "[bad-argument] groups must be positive"
    assert c % groups == 0, "input channels must be divisible by groups"
    assert all(p >= 0 for p in output_padding), "[bad-argument] output_padding must not be negative"
    assert empty(n) or (output_padding[0] < stride[0] or output_padding[0] < dilation[0]), \
        "[kernel-size] output_padding must be smaller than stride or dilation"
    assert ol >= 0, "[kernel-size] output would have a negative size"
    assert empty(input) or same_dtype(input, weight), "[mixed-dtypes] input and weight must have the same dtype"
    full = True if ol > 0 and not empty(c, o, l) else unsure()

@op("torch.nn.ConvTranspose2d", finds="conv-channels")
class ConvTranspose2d:
    """2-D transposed convolution over an optionally batched input.

    >>> ConvTranspose2d(16, 4, 2, stride=2)((8, 16, 16, 16))
    (8, 4, 32, 32)
    >>> ConvTranspose2d(16, 4, 3, stride=2)((8, 16, 16, 16))
    (8, 4, 33, 33)
    >>> ConvTranspose2d(16, 4, 2, groups=3)
    error: groups
    >>> ConvTranspose2d(16, 4, 2, stride=2)((8, 3, 16, 16))
    error: in_channels
    >>> ConvTranspose2d(16, 4, 3, stride=2, output_padding=2)((8, 16, 16, 16))
    error: output_padding
    """

    weight: Tensor["in_channels out_channels//groups kernel_size[0] kernel_size[1]"]
    bias: Tensor["out_channels"] if bias else None

    def __init__(
        self, in_channels: Dim, out_channels: Dim, kernel_size: Pair, stride: Pair = 1, padding: Pair = 0,
        output_padding: Pair = 0, groups: Dim = 1, bias: bool = True, dilation: Pair = 1,
        padding_mode: Literal["zeros"] = "zeros", device=None, dtype=None,
    ):
        assert groups > 0, "groups must be a positive integer"
        assert in_channels % groups == 0, "in_channels must be divisible by groups"
        assert out_channels % groups == 0, "out_channels must be divisible by groups"

    def forward(self, input: Inexact["[n] in_channels h w"], output_size: Size | None = None
    ) -> Tensor["[n] out_channels oh ow"] if not empty(input) else Array["[n] out_channels oh ow"]:
        mh = transposed_out(h, kernel_size[0], stride[0], padding[0], dilation[0])
        mw = transposed_out(w, kernel_size[1], stride[1], padding[1], dilation[1])
        oh = mh + output_padding[0] if output_size is None else output_size[len(output_size) - 2]
        ow = mw + output_padding[1] if output_size is None else output_size[len(output_size) - 1]
        assert output_size is None or (mh <= oh and oh <= mh + stride[0] - 1 and mw <= ow and ow <= mw + stride[1] - 1), "[kernel-size] no such output_size"
        assert all(p >= 0 for p in output_padding), "[bad-argument] output_padding must not be negative"
        assert empty(n) or output_size is not None or ((output_padding[0] < stride[0] or output_padding[0] < dilation[0]) and (output_padding[1] < stride[1] or output_padding[1] < dilation[1])), \
            "[kernel-size] output_padding must be smaller than stride or dilation"
        assert oh >= 0 and ow >= 0, "[kernel-size] output would have a negative size"
        full = True if oh > 0 and ow > 0 and not empty(in_channels, out_channels, h, w) else unsure()

@op("torch.nn.LazyConvTranspose2d", finds="conv-channels")
class LazyConvTranspose2d:
    """2-D transposed convolution over an optionally batched input; in_channels comes from the first input.

    >>> LazyConvTranspose2d(4, 2, stride=2)((8, 16, 16, 16))
    (8, 4, 32, 32)
    >>> LazyConvTranspose2d(4, 3, stride=2)((8, 16, 16, 16))
    (8, 4, 33, 33)
    """

    in_channels: Late
    weight: Tensor["in_channels out_channels//groups kernel_size[0] kernel_size[1]"]
    bias: Tensor["out_channels"] if bias else None

    def __init__(
        self, out_channels: Dim, kernel_size: Pair, stride: Pair = 1, padding: Pair = 0,
        output_padding: Pair = 0, groups: Dim = 1, bias: bool = True, dilation: Pair = 1,
        padding_mode: Literal["zeros"] = "zeros", device=None, dtype=None,
    ):
        assert groups > 0, "groups must be a positive integer"

    def forward(self, input: Inexact["[n] in_channels h w"], output_size: Size | None = None
    ) -> Tensor["[n] out_channels oh ow"] if not empty(input) else Array["[n] out_channels oh ow"]:
        assert in_channels % groups == 0, "[conv-channels] channels must be divisible by groups"
        even = True if out_channels % groups == 0 else unsure()
        mh = transposed_out(h, kernel_size[0], stride[0], padding[0], dilation[0])
        mw = transposed_out(w, kernel_size[1], stride[1], padding[1], dilation[1])
        oh = mh + output_padding[0] if output_size is None else output_size[len(output_size) - 2]
        ow = mw + output_padding[1] if output_size is None else output_size[len(output_size) - 1]
        assert output_size is None or (mh <= oh and oh <= mh + stride[0] - 1 and mw <= ow and ow <= mw + stride[1] - 1), "[kernel-size] no such output_size"
        assert all(p >= 0 for p in output_padding), "[bad-argument] output_padding must not be negative"
        assert empty(n) or output_size is not None or ((output_padding[0] < stride[0] or output_padding[0] < dilation[0]) and (output_padding[1] < stride[1] or output_padding[1] < dilation[1])), \
            "[kernel-size] output_padding must be smaller than stride or dilation"
        assert oh >= 0 and ow >= 0, "[kernel-size] output would have a negative size"
        full = True if oh > 0 and ow > 0 and not empty(in_channels, out_channels, h, w) else unsure()

@op("torch.nn.functional.conv_transpose2d", "torch.conv_transpose2d", finds="conv-channels")
def conv_transpose2d(
    input: Tensor["[n] c h w"], weight: Tensor["c o kh kw"], bias: Array["o*groups"] | None = None,
    stride: Pair = 1, padding: Pair = 0, output_padding: Pair = 0, groups: Dim = 1, dilation: Pair = 1,
) -> Same["[n] o*groups oh ow"]:
    """2-D transposed convolution; weight is (in_channels, out_channels // groups, *kernel).

    >>> conv_transpose2d((8, 16, 16, 16), (16, 4, 2, 2), stride=2)
    (8, 4, 32, 32)
    >>> conv_transpose2d((8, 3, 16, 16), (16, 4, 2, 2), stride=2)
    error: c
    """
    oh = transposed_out(h, kh, stride[0], padding[0], dilation[0]) + output_padding[0]
    ow = transposed_out(w, kw, stride[1], padding[1], dilation[1]) + output_padding[1]
    assert groups > 0, "[bad-argument] groups must be positive"
    assert c % groups == 0, "input channels must be divisible by groups"
    assert all(p >= 0 for p in output_padding), "[bad-argument] output_padding must not be negative"
    assert empty(n) or (output_padding[0] < stride[0] or output_padding[0] < dilation[0]) and (output_padding[1] < stride[1] or output_padding[1] < dilation[1]), \
        "[kernel-size] output_padding must be smaller than stride or dilation"
    assert oh >= 0 and ow >= 0, "[kernel-size] output would have a negative size"
    assert empty(input) or same_dtype(input, weight), "[mixed-dtypes] input and weight must have the same dtype"
    full = True if oh > 0 and ow > 0 and not empty(c, o, h, w) else unsure()

@op("torch.nn.ConvTranspose3d", finds="conv-channels")
class ConvTranspose3d:
    """3-D transposed convolution over an optionally batched input.

    >>> ConvTranspose3d(16, 4, 2, stride=2)((2, 16, 4, 4, 4))
    (2, 4, 8, 8, 8)
    >>> ConvTranspose3d(16, 4, 3, stride=2)((2, 16, 4, 4, 4))
    (2, 4, 9, 9, 9)
    >>> ConvTranspose3d(16, 4, 2, groups=3)
    error: groups
    >>> ConvTranspose3d(16, 4, 2, stride=2)((2, 3, 4, 4, 4))
    error: in_channels
    >>> ConvTranspose3d(16, 4, 3, stride=2, output_padding=2)((2, 16, 4, 4, 4))
    error: output_padding
    """

    weight: Tensor["in_channels out_channels//groups kernel_size[0] kernel_size[1] kernel_size[2]"]
    bias: Tensor["out_channels"] if bias else None

    def __init__(
        self, in_channels: Dim, out_channels: Dim, kernel_size: Triple, stride: Triple = 1, padding: Triple = 0,
        output_padding: Triple = 0, groups: Dim = 1, bias: bool = True, dilation: Triple = 1,
        padding_mode: Literal["zeros"] = "zeros", device=None, dtype=None,
    ):
        assert groups > 0, "groups must be a positive integer"
        assert in_channels % groups == 0, "in_channels must be divisible by groups"
        assert out_channels % groups == 0, "out_channels must be divisible by groups"

    def forward(self, input: Inexact["[n] in_channels d h w"], output_size: Size | None = None
    ) -> Tensor["[n] out_channels od oh ow"] if not empty(input) else Array["[n] out_channels od oh ow"]:
        md = transposed_out(d, kernel_size[0], stride[0], padding[0], dilation[0])
        mh = transposed_out(h, kernel_size[1], stride[1], padding[1], dilation[1])
        mw = transposed_out(w, kernel_size[2], stride[2], padding[2], dilation[2])
        od = md + output_padding[0] if output_size is None else output_size[len(output_size) - 3]
        oh = mh + output_padding[1] if output_size is None else output_size[len(output_size) - 2]
        ow = mw + output_padding[2] if output_size is None else output_size[len(output_size) - 1]
        assert output_size is None or (md <= od and od <= md + stride[0] - 1 and mh <= oh and oh <= mh + stride[1] - 1 and mw <= ow and ow <= mw + stride[2] - 1), "[kernel-size] no such output_size"
        assert all(p >= 0 for p in output_padding), "[bad-argument] output_padding must not be negative"
        assert empty(n) or output_size is not None or ((output_padding[0] < stride[0] or output_padding[0] < dilation[0]) and (output_padding[1] < stride[1] or output_padding[1] < dilation[1]) and (output_padding[2] < stride[2] or output_padding[2] < dilation[2])), \
            "[kernel-size] output_padding must be smaller than stride or dilation"
        assert od >= 0 and oh >= 0 and ow >= 0, "[kernel-size] output would have a negative size"
        full = True if od > 0 and oh > 0 and ow > 0 and not empty(in_channels, out_channels, d, h, w) else unsure()

@op("torch.nn.LazyConvTranspose3d", finds="conv-channels")
class LazyConvTranspose3d:
    """3-D transposed convolution over an optionally batched input; in_channels comes from the first input.

    >>> LazyConvTranspose3d(4, 2, stride=2)((2, 16, 4, 4, 4))
    (2, 4, 8, 8, 8)
    >>> LazyConvTranspose3d(4, 3, stride=2)((2, 16, 4, 4, 4))
    (2, 4, 9, 9, 9)
    """

    in_channels: Late
    weight: Tensor["in_channels out_channels//groups kernel_size[0] kernel_size[1] kernel_size[2]"]
    bias: Tensor["out_channels"] if bias else None

    def __init__(
        self, out_channels: Dim, kernel_size: Triple, stride: Triple = 1, padding: Triple = 0,
        output_padding: Triple = 0, groups: Dim = 1, bias: bool = True, dilation: Triple = 1,
        padding_mode: Literal["zeros"] = "zeros", device=None, dtype=None,
    ):
        assert groups > 0, "groups must be a positive integer"

    def forward(self, input: Inexact["[n] in_channels d h w"], output_size: Size | None = None
    ) -> Tensor["[n] out_channels od oh ow"] if not empty(input) else Array["[n] out_channels od oh ow"]:
        assert in_channels % groups == 0, "[conv-channels] channels must be divisible by groups"
        even = True if out_channels % groups == 0 else unsure()
        md = transposed_out(d, kernel_size[0], stride[0], padding[0], dilation[0])
        mh = transposed_out(h, kernel_size[1], stride[1], padding[1], dilation[1])
        mw = transposed_out(w, kernel_size[2], stride[2], padding[2], dilation[2])
        od = md + output_padding[0] if output_size is None else output_size[len(output_size) - 3]
        oh = mh + output_padding[1] if output_size is None else output_size[len(output_size) - 2]
        ow = mw + output_padding[2] if output_size is None else output_size[len(output_size) - 1]
        assert output_size is None or (md <= od and od <= md + stride[0] - 1 and mh <= oh and oh <= mh + stride[1] - 1 and mw <= ow and ow <= mw + stride[2] - 1), "[kernel-size] no such output_size"
        assert all(p >= 0 for p in output_padding), "[bad-argument] output_padding must not be negative"
        assert empty(n) or output_size is not None or ((output_padding[0] < stride[0] or output_padding[0] < dilation[0]) and (output_padding[1] < stride[1] or output_padding[1] < dilation[1]) and (output_padding[2] < stride[2] or output_padding[2] < dilation[2])), \
            "[kernel-size] output_padding must be smaller than stride or dilation"
        assert od >= 0 and oh >= 0 and ow >= 0, "[kernel-size] output would have a negative size"
        full = True if od > 0 and oh > 0 and ow > 0 and not empty(in_channels, out_channels, d, h, w) else unsure()

@op("torch.nn.functional.conv_transpose3d", "torch.conv_transpose3d", finds="conv-channels")
def conv_transpose3d(
    input: Tensor["[n] c d h w"], weight: Tensor["c o kd kh kw"], bias: Array["o*groups"] | None = None,
    stride: Triple = 1, padding: Triple = 0, output_padding: Triple = 0, groups: Dim = 1, dilation: Triple = 1,
) -> Same["[n] o*groups od oh ow"]:
    """3-D transposed convolution; weight is (in_channels, out_channels // groups, *kernel).

    >>> conv_transpose3d((2, 16, 4, 4, 4), (16, 4, 2, 2, 2), stride=2)
    (2, 4, 8, 8, 8)
    >>> conv_transpose3d((2, 3, 4, 4, 4), (16, 4, 2, 2, 2), stride=2)
    error: c
    """
    od = transposed_out(d, kd, stride[0], padding[0], dilation[0]) + output_padding[0]
    oh = transposed_out(h, kh, stride[1], padding[1], dilation[1]) + output_padding[1]
    ow = transposed_out(w, kw, stride[2], padding[2], dilation[2]) + output_padding[2]
    assert groups > 0, "[bad-argument] groups must be positive"
    assert c % groups == 0, "input channels must be divisible by groups"
    assert all(p >= 0 for p in output_padding), "[bad-argument] output_padding must not be negative"
    assert empty(n) or (output_padding[0] < stride[0] or output_padding[0] < dilation[0]) and (output_padding[1] < stride[1] or output_padding[1] < dilation[1]) and (output_padding[2] < stride[2] or output_padding[2] < dilation[2]), \
        "[kernel-size] output_padding must be smaller than stride or dilation"
    assert od >= 0 and oh >= 0 and ow >= 0, "[kernel-size] output would have a negative size"
    assert empty(input) or same_dtype(input, weight), "[mixed-dtypes] input and weight must have the same dtype"
    full = True if od > 0 and oh > 0 and ow > 0 and not empty(c, o, d, h, w) else unsure()
