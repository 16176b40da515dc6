"""Resizing, padding, and moving between channels and space."""

@op("torch.nn.Upsample", finds="pad-sizes", layout="packed")
class Upsample:
    """Resize the spatial axes to `size` or by `scale_factor`.

    >>> Upsample(scale_factor=2)((1, 3, 4, 5))
    (1, 3, 8, 10)
    >>> Upsample(size=(7, 9), mode="bilinear")((1, 3, 4, 5))
    (1, 3, 7, 9)
    >>> Upsample(scale_factor=2, mode="bilinear")((3, 4, 5))
    error: 4-D
    >>> Upsample(size=(7, 9))((1, 3, 4))
    error: size
    """

    def __init__(
        self, size: Dim | Size | None = None, scale_factor=None, mode: str = "nearest",
        align_corners: bool | None = None, recompute_scale_factor: bool | None = None,
    ): ...
    def forward(self, input: Tensor["n c *spatial"]) -> Tensor["n c *new"]:
        assert 1 <= len(spatial) and len(spatial) <= 3, "[index-rank] input must have 1 to 3 spatial axes"
        assert mode != "linear" or len(spatial) == 1, "[index-rank] linear needs a 3-D input"
        assert mode not in ("bilinear", "bicubic") or len(spatial) == 2, "[index-rank] the mode needs a 4-D input"
        assert mode != "trilinear" or len(spatial) == 3, "[index-rank] trilinear needs a 5-D input"
        assert mode == "area" or not empty(c, spatial), "input must not be empty but for the batch"
        new = resized(spatial, size, scale_factor)
        assert mode == "area" or all(s > 0 for s in new), "output sizes must be positive"
        known = True if mode != "area" or not empty(c, spatial) else unsure()

@op("torch.nn.UpsamplingNearest2d", "torch.nn.UpsamplingBilinear2d", finds="pad-sizes", layout="packed")
class UpsamplingNearest2d:
    """Resize an image to `size` or by `scale_factor`.

    >>> UpsamplingNearest2d(scale_factor=2)((1, 3, 4, 5))
    (1, 3, 8, 10)
    >>> UpsamplingNearest2d((7, 9, 2))((1, 3, 4, 5))
    error: size
    """

    def __init__(self, size: Dim | Size | None = None, scale_factor=None): ...
    def forward(self, input: Tensor["n c *spatial"]) -> Tensor["n c *new"]:
        assert 1 <= len(spatial) and len(spatial) <= 3, "[index-rank] input must have 1 to 3 spatial axes"
        assert not empty(c, spatial), "input must not be empty but for the batch"
        new = resized(spatial, size, scale_factor)
        assert all(s > 0 for s in new), "output sizes must be positive"
        known = True if len(spatial) == 2 else unsure()

@op("torch.nn.functional.interpolate", finds="pad-sizes", layout="packed")
def interpolate(
    input: Tensor["n c *spatial"], size: Dim | Size | None = None, scale_factor=None,
    mode: str = "nearest", align_corners: bool | None = None,
    recompute_scale_factor: bool | None = None, antialias: bool = False,
) -> Tensor["n c *new"]:
    """Resize the spatial axes to `size` or by `scale_factor`.

    >>> interpolate((1, 3, 4, 5), scale_factor=1.5)
    (1, 3, 6, 7)
    >>> interpolate((1, 3, 4), 7, mode="linear")
    (1, 3, 7)
    >>> interpolate((1, 3, 4), 7, mode="bilinear")
    error: 4-D
    >>> interpolate((1, 3, 4, 5), (7, 7, 7))
    error: size
    >>> interpolate((1, 3, 4, 5))
    error: scale_factor
    """
    assert 1 <= len(spatial) and len(spatial) <= 3, "[index-rank] input must have 1 to 3 spatial axes"
    assert mode != "linear" or len(spatial) == 1, "[index-rank] linear needs a 3-D input"
    assert mode not in ("bilinear", "bicubic") or len(spatial) == 2, "[index-rank] the mode needs a 4-D input"
    assert mode != "trilinear" or len(spatial) == 3, "[index-rank] trilinear needs a 5-D input"
    assert mode == "area" or not empty(c, spatial), "input must not be empty but for the batch"
    new = resized(spatial, size, scale_factor)
    assert mode == "area" or all(s > 0 for s in new), "output sizes must be positive"
    known = True if mode != "area" or not empty(c, spatial) else unsure()

@op("torch.nn.functional.upsample", finds="pad-sizes", layout="packed")
def upsample(
    input: Tensor["n c *spatial"], size: Dim | Size | None = None, scale_factor=None,
    mode: str = "nearest", align_corners: bool | None = None,
) -> Tensor["n c *new"]:
    """Resize the spatial axes to `size` or by `scale_factor`.

    >>> upsample((1, 3, 4, 5), scale_factor=2)
    (1, 3, 8, 10)
    >>> upsample((1, 3, 4, 5), (7, 7, 7))
    error: size
    """
    assert 1 <= len(spatial) and len(spatial) <= 3, "[index-rank] input must have 1 to 3 spatial axes"
    assert mode != "linear" or len(spatial) == 1, "[index-rank] linear needs a 3-D input"
    assert mode not in ("bilinear", "bicubic") or len(spatial) == 2, "[index-rank] the mode needs a 4-D input"
    assert mode != "trilinear" or len(spatial) == 3, "[index-rank] trilinear needs a 5-D input"
    assert mode == "area" or not empty(c, spatial), "input must not be empty but for the batch"
    new = resized(spatial, size, scale_factor)
    assert mode == "area" or all(s > 0 for s in new), "output sizes must be positive"
    known = True if mode != "area" or not empty(c, spatial) else unsure()

@op("torch.nn.PixelShuffle", finds="reshape-elements", layout="packed")
class PixelShuffle:
    """Channels into space: (c*r*r, h, w) to (c, h*r, w*r).

    >>> PixelShuffle(2)((1, 12, 4, 5))
    (1, 3, 8, 10)
    >>> PixelShuffle(2)((1, 6, 4, 5))
    error: divisible
    """

    def __init__(self, upscale_factor: Dim): ...
    def forward(
        self, input: Tensor["*batch c h w"]
    ) -> Tensor["*batch c//(upscale_factor*upscale_factor) h*upscale_factor w*upscale_factor"]:
        assert upscale_factor > 0, "[bad-argument] upscale_factor must be positive"
        assert c % (upscale_factor * upscale_factor) == 0, \
            "channels must be divisible by the square of upscale_factor"

@op("torch.nn.functional.pixel_shuffle", "torch.pixel_shuffle", finds="reshape-elements", layout="packed")
def pixel_shuffle(
    input: Tensor["*batch c h w"], upscale_factor: Dim
) -> Tensor["*batch c//(upscale_factor*upscale_factor) h*upscale_factor w*upscale_factor"]:
    """Channels into space: (c*r*r, h, w) to (c, h*r, w*r).

    >>> pixel_shuffle((1, 12, 4, 5), 2)
    (1, 3, 8, 10)
    >>> pixel_shuffle((1, 6, 4, 5), 2)
    error: divisible
    """
    assert upscale_factor > 0, "[bad-argument] upscale_factor must be positive"
    assert c % (upscale_factor * upscale_factor) == 0, \
        "channels must be divisible by the square of upscale_factor"

@op("torch.nn.PixelUnshuffle", finds="reshape-elements", layout="packed")
class PixelUnshuffle:
    """Space into channels: (c, h*r, w*r) to (c*r*r, h, w).

    >>> PixelUnshuffle(2)((1, 3, 8, 10))
    (1, 12, 4, 5)
    >>> PixelUnshuffle(2)((1, 3, 7, 10))
    error: divisible
    """

    def __init__(self, downscale_factor: Dim): ...
    def forward(
        self, input: Tensor["*batch c h w"]
    ) -> Tensor["*batch c*downscale_factor*downscale_factor h//downscale_factor w//downscale_factor"] if not empty(input) else Tensor:
        assert downscale_factor > 0, "[bad-argument] downscale_factor must be positive"
        assert h % downscale_factor == 0, "height must be divisible by downscale_factor"
        assert w % downscale_factor == 0, "width must be divisible by downscale_factor"

@op("torch.nn.functional.pixel_unshuffle", "torch.pixel_unshuffle", finds="reshape-elements", layout="packed")
def pixel_unshuffle(
    input: Tensor["*batch c h w"], downscale_factor: Dim
) -> Tensor["*batch c*downscale_factor*downscale_factor h//downscale_factor w//downscale_factor"] if not empty(input) else Tensor:
    """Space into channels: (c, h*r, w*r) to (c*r*r, h, w).

    >>> pixel_unshuffle((1, 3, 8, 10), 2)
    (1, 12, 4, 5)
    >>> pixel_unshuffle((1, 3, 7, 10), 2)
    error: divisible
    """
    assert downscale_factor > 0, "[bad-argument] downscale_factor must be positive"
    assert h % downscale_factor == 0, "height must be divisible by downscale_factor"
    assert w % downscale_factor == 0, "width must be divisible by downscale_factor"

@op("torch.nn.ChannelShuffle", finds="reshape-elements", layout="packed")
class ChannelShuffle:
    """Reorder the channels between groups.

    >>> ChannelShuffle(2)((1, 4, 5, 6))
    (1, 4, 5, 6)
    >>> ChannelShuffle(3)((1, 4, 5, 6))
    error: groups
    """

    def __init__(self, groups: Dim): ...
    def forward(self, input: Tensor["n c l *rest"]) -> Tensor["n c l *rest"]:
        assert c % groups == 0, "channels must be divisible by groups"

@op("torch.nn.functional.channel_shuffle", "torch.channel_shuffle", finds="reshape-elements", layout="packed")
def channel_shuffle(input: Tensor["n c l *rest"], groups: Dim) -> Tensor["n c l *rest"]:
    """Reorder the channels between groups.

    >>> channel_shuffle((1, 4, 5, 6), 2)
    (1, 4, 5, 6)
    >>> channel_shuffle((1, 4, 5, 6), 3)
    error: groups
    """
    assert c % groups == 0, "channels must be divisible by groups"

@op("torch.nn.Unfold", finds="kernel-size", layout="packed")
class Unfold:
    """Sliding windows as columns: (n, c*kh*kw, windows).

    >>> Unfold(3, padding=1)((2, 4, 8, 8))
    (2, 36, 64)
    >>> Unfold((2, 3), stride=2)((4, 8, 9))
    (24, 16)
    >>> Unfold(3)((2, 4, 2, 2))
    error: kernel
    """

    def __init__(self, kernel_size: Pair, dilation: Pair = 1, padding: Pair = 0, stride: Pair = 1): ...
    def forward(
        self, input: Tensor["[n] c h w"]
    ) -> Tensor["[n] c*kernel_size[0]*kernel_size[1] oh*ow"]:
        assert not empty(c, h, w), "input must not be empty but for the batch"
        oh = conv_out(h, kernel_size[0], stride[0], padding[0], dilation[0])
        ow = conv_out(w, kernel_size[1], stride[1], padding[1], dilation[1])
        assert oh > 0 and ow > 0, "kernel is larger than the padded input"

@op("torch.nn.functional.unfold", finds="kernel-size", layout="packed")
def unfold(
    input: Tensor["[n] c h w"], kernel_size: Pair, dilation: Pair = 1, padding: Pair = 0,
    stride: Pair = 1,
) -> Tensor["[n] c*kernel_size[0]*kernel_size[1] oh*ow"]:
    """Sliding windows as columns: (n, c*kh*kw, windows).

    >>> unfold((2, 4, 8, 8), 3, padding=1)
    (2, 36, 64)
    >>> unfold((2, 4, 2, 2), 3)
    error: kernel
    """
    assert not empty(c, h, w), "input must not be empty but for the batch"
    oh = conv_out(h, kernel_size[0], stride[0], padding[0], dilation[0])
    ow = conv_out(w, kernel_size[1], stride[1], padding[1], dilation[1])
    assert oh > 0 and ow > 0, "kernel is larger than the padded input"

@op("torch.nn.Fold", finds="kernel-size", layout="packed")
class Fold:
    """Columns back to an image; the inverse of Unfold, overlaps summed.

    >>> Fold((8, 8), 3, padding=1)((2, 36, 64))
    (2, 4, 8, 8)
    >>> Fold((8, 8), 3)((36, 36))
    (4, 8, 8)
    >>> Fold((8, 8), 3, padding=1)((2, 35, 64))
    error: divisible
    >>> Fold((8, 8), 3, padding=1)((2, 36, 36))
    error: windows
    """

    def __init__(
        self, output_size: Pair, kernel_size: Pair, dilation: Pair = 1, padding: Pair = 0,
        stride: Pair = 1,
    ): ...
    def forward(
        self, input: Tensor["[n] columns windows"]
    ) -> Tensor["[n] columns//(kernel_size[0]*kernel_size[1]) output_size[0] output_size[1]"]:
        assert all(n > 0 for n in output_size), "output_size must be positive"
        assert not empty(columns, windows), "input must not be empty but for the batch"
        oh = conv_out(output_size[0], kernel_size[0], stride[0], padding[0], dilation[0])
        ow = conv_out(output_size[1], kernel_size[1], stride[1], padding[1], dilation[1])
        assert columns % (kernel_size[0] * kernel_size[1]) == 0, "columns must be divisible by the kernel"
        assert windows == oh * ow, "the number of windows does not fit output_size"

@op("torch.nn.functional.fold", finds="kernel-size", layout="packed")
def fold(
    input: Tensor["[n] columns windows"], output_size: Pair, kernel_size: Pair, dilation: Pair = 1,
    padding: Pair = 0, stride: Pair = 1,
) -> Tensor["[n] columns//(kernel_size[0]*kernel_size[1]) output_size[0] output_size[1]"]:
    """Columns back to an image; the inverse of unfold, overlaps summed.

    >>> fold((2, 36, 64), (8, 8), 3, padding=1)
    (2, 4, 8, 8)
    >>> fold((2, 36, 36), (8, 8), 3, padding=1)
    error: windows
    """
    assert all(n > 0 for n in output_size), "output_size must be positive"
    assert not empty(columns, windows), "input must not be empty but for the batch"
    oh = conv_out(output_size[0], kernel_size[0], stride[0], padding[0], dilation[0])
    ow = conv_out(output_size[1], kernel_size[1], stride[1], padding[1], dilation[1])
    assert columns % (kernel_size[0] * kernel_size[1]) == 0, "columns must be divisible by the kernel"
    assert windows == oh * ow, "the number of windows does not fit output_size"

@op("torch.nn.functional.pad", "torch._C._nn.pad", finds="pad-sizes", layout="packed")
def pad(
    input: Tensor["*shape"], pad: Size, mode: str = "constant", value: float | None = None
) -> Tensor["*new"]:
    """Pad the last axes: (left, right, top, bottom, ...); negative padding crops.

    >>> pad((2, 3, 4), (1, 2))
    (2, 3, 7)
    >>> pad((2, 3, 4), (0, 0, 1, -1))
    (2, 3, 4)
    >>> pad((2, 3, 4), (1, 2), mode="reflect")
    (2, 3, 7)
    >>> pad((2, 3, 4), (1, 2, 3))
    error: even
    >>> pad((4,), (1, 1, 1, 1))
    error: axes
    >>> pad((2, 3, 4), (4, 4), mode="reflect")
    error: padding
    """
    new = padded_shape(shape, pad)
    assert pad_fits(shape, pad, mode), "the padding does not fit the input"

@op("torch.constant_pad_nd", finds="pad-sizes", layout="packed")
def constant_pad_nd(input: Tensor["*shape"], pad: Size, value: float = 0) -> Tensor["*new"]:
    """Pad the last axes with a value.

    >>> constant_pad_nd((2, 3, 4), (1, 2))
    (2, 3, 7)
    >>> constant_pad_nd((2, 3, 4), (1, 2, 3))
    error: even
    """
    new = padded_shape(shape, pad)
    assert pad_fits(shape, pad, "constant"), "the padding does not fit the input"

@op("torch.nn.ConstantPad1d", finds="pad-sizes", layout="packed")
class ConstantPad1d:
    """Pad the last axis (constant).

    >>> ConstantPad1d(1, 0.5)((2, 3, 4))
    (2, 3, 6)
    >>> ConstantPad1d((0, 1), 0.5)((2, 3, 4))
    (2, 3, 5)
    >>> ConstantPad1d(1, 0.5)(())
    error: axes
    """

    def __init__(self, padding: Size, value: float):
        pad = (padding[0], padding[0]) if len(padding) == 1 else padding

    def forward(self, input: Tensor["*shape"]) -> Tensor["*new"]:
        new = padded_shape(shape, pad)
        assert pad_fits(shape, pad, "constant"), "the padding does not fit the input"

@op("torch.nn.ZeroPad1d", finds="pad-sizes", layout="packed")
class ZeroPad1d:
    """Pad the last axis (constant).

    >>> ZeroPad1d(1)((2, 3, 4))
    (2, 3, 6)
    >>> ZeroPad1d((0, 1))((2, 3, 4))
    (2, 3, 5)
    >>> ZeroPad1d(1)(())
    error: axes
    """

    def __init__(self, padding: Size):
        pad = (padding[0], padding[0]) if len(padding) == 1 else padding

    def forward(self, input: Tensor["*shape"]) -> Tensor["*new"]:
        new = padded_shape(shape, pad)
        assert pad_fits(shape, pad, "constant"), "the padding does not fit the input"

@op("torch.nn.ReflectionPad1d", finds="pad-sizes", layout="packed")
class ReflectionPad1d:
    """Pad the last axis (reflect).

    >>> ReflectionPad1d(1)((2, 3, 4))
    (2, 3, 6)
    >>> ReflectionPad1d((0, 1))((2, 3, 4))
    (2, 3, 5)
    >>> ReflectionPad1d(9)((2, 3, 4))
    error: padding
    """

    def __init__(self, padding: Size):
        pad = (padding[0], padding[0]) if len(padding) == 1 else padding

    def forward(self, input: Tensor["*shape"]) -> Tensor["*new"]:
        new = padded_shape(shape, pad)
        assert pad_fits(shape, pad, "reflect"), "the padding does not fit the input"

@op("torch.nn.ReplicationPad1d", finds="pad-sizes", layout="packed")
class ReplicationPad1d:
    """Pad the last axis (replicate).

    >>> ReplicationPad1d(1)((2, 3, 4))
    (2, 3, 6)
    >>> ReplicationPad1d((0, 1))((2, 3, 4))
    (2, 3, 5)
    >>> ReplicationPad1d(1)((4,))
    error: axes
    """

    def __init__(self, padding: Size):
        pad = (padding[0], padding[0]) if len(padding) == 1 else padding

    def forward(self, input: Tensor["*shape"]) -> Tensor["*new"]:
        new = padded_shape(shape, pad)
        assert pad_fits(shape, pad, "replicate"), "the padding does not fit the input"

@op("torch.nn.CircularPad1d", finds="pad-sizes", layout="packed")
class CircularPad1d:
    """Pad the last axis (circular).

    >>> CircularPad1d(1)((2, 3, 4))
    (2, 3, 6)
    >>> CircularPad1d((0, 1))((2, 3, 4))
    (2, 3, 5)
    >>> CircularPad1d(9)((2, 3, 4))
    error: padding
    """

    def __init__(self, padding: Size):
        pad = (padding[0], padding[0]) if len(padding) == 1 else padding

    def forward(self, input: Tensor["*shape"]) -> Tensor["*new"]:
        assert 2 <= len(shape) and len(shape) <= 3, "[index-rank] input must have 2 or 3 axes"
        new = padded_shape(shape, pad)
        assert pad_fits(shape, pad, "circular"), "the padding does not fit the input"

@op("torch.nn.ConstantPad2d", finds="pad-sizes", layout="packed")
class ConstantPad2d:
    """Pad the last 2 axes (constant).

    >>> ConstantPad2d(1, 0.5)((2, 3, 4, 5))
    (2, 3, 6, 7)
    >>> ConstantPad2d((0, 1, 0, 0), 0.5)((2, 3, 4, 5))
    (2, 3, 4, 6)
    >>> ConstantPad2d(1, 0.5)(())
    error: axes
    """

    def __init__(self, padding: Size, value: float):
        pad = (padding[0], padding[0], padding[0], padding[0]) if len(padding) == 1 else padding

    def forward(self, input: Tensor["*shape"]) -> Tensor["*new"]:
        new = padded_shape(shape, pad)
        assert pad_fits(shape, pad, "constant"), "the padding does not fit the input"

@op("torch.nn.ZeroPad2d", finds="pad-sizes", layout="packed")
class ZeroPad2d:
    """Pad the last 2 axes (constant).

    >>> ZeroPad2d(1)((2, 3, 4, 5))
    (2, 3, 6, 7)
    >>> ZeroPad2d((0, 1, 0, 0))((2, 3, 4, 5))
    (2, 3, 4, 6)
    >>> ZeroPad2d(1)(())
    error: axes
    """

    def __init__(self, padding: Size):
        pad = (padding[0], padding[0], padding[0], padding[0]) if len(padding) == 1 else padding

    def forward(self, input: Tensor["*shape"]) -> Tensor["*new"]:
        new = padded_shape(shape, pad)
        assert pad_fits(shape, pad, "constant"), "the padding does not fit the input"

@op("torch.nn.ReflectionPad2d", finds="pad-sizes", layout="packed")
class ReflectionPad2d:
    """Pad the last 2 axes (reflect).

    >>> ReflectionPad2d(1)((2, 3, 4, 5))
    (2, 3, 6, 7)
    >>> ReflectionPad2d((0, 1, 0, 0))((2, 3, 4, 5))
    (2, 3, 4, 6)
    >>> ReflectionPad2d(9)((2, 3, 4, 5))
    error: padding
    """

    def __init__(self, padding: Size):
        pad = (padding[0], padding[0], padding[0], padding[0]) if len(padding) == 1 else padding

    def forward(self, input: Tensor["*shape"]) -> Tensor["*new"]:
        new = padded_shape(shape, pad)
        assert pad_fits(shape, pad, "reflect"), "the padding does not fit the input"

@op("torch.nn.ReplicationPad2d", finds="pad-sizes", layout="packed")
class ReplicationPad2d:
    """Pad the last 2 axes (replicate).

    >>> ReplicationPad2d(1)((2, 3, 4, 5))
    (2, 3, 6, 7)
    >>> ReplicationPad2d((0, 1, 0, 0))((2, 3, 4, 5))
    (2, 3, 4, 6)
    >>> ReplicationPad2d(1)((4,))
    error: axes
    """

    def __init__(self, padding: Size):
        pad = (padding[0], padding[0], padding[0], padding[0]) if len(padding) == 1 else padding

    def forward(self, input: Tensor["*shape"]) -> Tensor["*new"]:
        new = padded_shape(shape, pad)
        assert pad_fits(shape, pad, "replicate"), "the padding does not fit the input"

@op("torch.nn.CircularPad2d", finds="pad-sizes", layout="packed")
class CircularPad2d:
    """Pad the last 2 axes (circular).

    >>> CircularPad2d(1)((2, 3, 4, 5))
    (2, 3, 6, 7)
    >>> CircularPad2d((0, 1, 0, 0))((2, 3, 4, 5))
    (2, 3, 4, 6)
    >>> CircularPad2d(9)((2, 3, 4, 5))
    error: padding
    """

    def __init__(self, padding: Size):
        pad = (padding[0], padding[0], padding[0], padding[0]) if len(padding) == 1 else padding

    def forward(self, input: Tensor["*shape"]) -> Tensor["*new"]:
        assert 3 <= len(shape) and len(shape) <= 4, "[index-rank] input must have 3 or 4 axes"
        new = padded_shape(shape, pad)
        assert pad_fits(shape, pad, "circular"), "the padding does not fit the input"

@op("torch.nn.ConstantPad3d", finds="pad-sizes", layout="packed")
class ConstantPad3d:
    """Pad the last 3 axes (constant).

    >>> ConstantPad3d(1, 0.5)((2, 3, 4, 5, 6))
    (2, 3, 6, 7, 8)
    >>> ConstantPad3d((0, 1, 0, 0, 0, 0), 0.5)((2, 3, 4, 5, 6))
    (2, 3, 4, 5, 7)
    >>> ConstantPad3d(1, 0.5)(())
    error: axes
    """

    def __init__(self, padding: Size, value: float):
        pad = (padding[0], padding[0], padding[0], padding[0], padding[0], padding[0]) if len(padding) == 1 else padding

    def forward(self, input: Tensor["*shape"]) -> Tensor["*new"]:
        new = padded_shape(shape, pad)
        assert pad_fits(shape, pad, "constant"), "the padding does not fit the input"

@op("torch.nn.ZeroPad3d", finds="pad-sizes", layout="packed")
class ZeroPad3d:
    """Pad the last 3 axes (constant).

    >>> ZeroPad3d(1)((2, 3, 4, 5, 6))
    (2, 3, 6, 7, 8)
    >>> ZeroPad3d((0, 1, 0, 0, 0, 0))((2, 3, 4, 5, 6))
    (2, 3, 4, 5, 7)
    >>> ZeroPad3d(1)(())
    error: axes
    """

    def __init__(self, padding: Size):
        pad = (padding[0], padding[0], padding[0], padding[0], padding[0], padding[0]) if len(padding) == 1 else padding

    def forward(self, input: Tensor["*shape"]) -> Tensor["*new"]:
        new = padded_shape(shape, pad)
        assert pad_fits(shape, pad, "constant"), "the padding does not fit the input"

@op("torch.nn.ReflectionPad3d", finds="pad-sizes", layout="packed")
class ReflectionPad3d:
    """Pad the last 3 axes (reflect).

    >>> ReflectionPad3d(1)((2, 3, 4, 5, 6))
    (2, 3, 6, 7, 8)
    >>> ReflectionPad3d((0, 1, 0, 0, 0, 0))((2, 3, 4, 5, 6))
    (2, 3, 4, 5, 7)
    >>> ReflectionPad3d(9)((2, 3, 4, 5, 6))
    error: padding
    """

    def __init__(self, padding: Size):
        pad = (padding[0], padding[0], padding[0], padding[0], padding[0], padding[0]) if len(padding) == 1 else padding

    def forward(self, input: Tensor["*shape"]) -> Tensor["*new"]:
        new = padded_shape(shape, pad)
        assert pad_fits(shape, pad, "reflect"), "the padding does not fit the input"

@op("torch.nn.ReplicationPad3d", finds="pad-sizes", layout="packed")
class ReplicationPad3d:
    """Pad the last 3 axes (replicate).

    >>> ReplicationPad3d(1)((2, 3, 4, 5, 6))
    (2, 3, 6, 7, 8)
    >>> ReplicationPad3d((0, 1, 0, 0, 0, 0))((2, 3, 4, 5, 6))
    (2, 3, 4, 5, 7)
    >>> ReplicationPad3d(1)((4,))
    error: axes
    """

    def __init__(self, padding: Size):
        pad = (padding[0], padding[0], padding[0], padding[0], padding[0], padding[0]) if len(padding) == 1 else padding

    def forward(self, input: Tensor["*shape"]) -> Tensor["*new"]:
        new = padded_shape(shape, pad)
        assert pad_fits(shape, pad, "replicate"), "the padding does not fit the input"

@op("torch.nn.CircularPad3d", finds="pad-sizes", layout="packed")
class CircularPad3d:
    """Pad the last 3 axes (circular).

    >>> CircularPad3d(1)((2, 3, 4, 5, 6))
    (2, 3, 6, 7, 8)
    >>> CircularPad3d((0, 1, 0, 0, 0, 0))((2, 3, 4, 5, 6))
    (2, 3, 4, 5, 7)
    >>> CircularPad3d(9)((2, 3, 4, 5, 6))
    error: padding
    """

    def __init__(self, padding: Size):
        pad = (padding[0], padding[0], padding[0], padding[0], padding[0], padding[0]) if len(padding) == 1 else padding

    def forward(self, input: Tensor["*shape"]) -> Tensor["*new"]:
        assert 4 <= len(shape) and len(shape) <= 5, "[index-rank] input must have 4 or 5 axes"
        new = padded_shape(shape, pad)
        assert pad_fits(shape, pad, "circular"), "the padding does not fit the input"

@op("torch.nn.functional.grid_sample", finds="kernel-size", layout="packed")
@overload
def grid_sample(
    input: Tensor["n c h w"], grid: Array["n oh ow 2"], mode: str = "bilinear",
    padding_mode: str = "zeros", align_corners: bool | None = None,
) -> Tensor["n c oh ow"]:
    assert h * w > 0, "only batch and channels may be empty"
@overload
def grid_sample(
    input: Tensor["n c d h w"], grid: Array["n od oh ow 3"], mode: str = "bilinear",
    padding_mode: str = "zeros", align_corners: bool | None = None,
) -> Tensor["n c od oh ow"]:
    """The input at the places that grid names.

    >>> grid_sample((2, 3, 4, 5), (2, 6, 7, 2))
    (2, 3, 6, 7)
    >>> grid_sample((2, 3, 4, 5), (2, 6, 7, 3))
    error: axis
    >>> grid_sample((2, 3, 4, 5), (3, 6, 7, 2))
    error: n
    """
    assert d * h * w > 0, "only batch and channels may be empty"

@op("torch.nn.functional.affine_grid", finds="kernel-size", layout="packed")
@overload
def affine_grid(
    theta: Tensor["n 2 3"], size: tuple[Dim, Dim, Dim, Dim], align_corners: bool | None = None
) -> Tensor["n size[2] size[3] 2"]:
    assert not empty(size) or align_corners and not empty(size[2:]) and any(s == 1 for s in size[2:]), \
        "[bad-argument] all sizes must be positive"
    assert size[0] == n, "the batch of size must be that of theta"
    assert align_corners is True and min(size[2:]) == 1 or all(s > 0 for s in size), "[bad-argument] the size must be positive"
@overload
def affine_grid(
    theta: Tensor["n 3 4"], size: tuple[Dim, Dim, Dim, Dim, Dim], align_corners: bool | None = None
) -> Tensor["n size[2] size[3] size[4] 3"]:
    """The sampling places of an affine map, for grid_sample.

    >>> affine_grid((2, 2, 3), (2, 3, 4, 5))
    (2, 4, 5, 2)
    >>> affine_grid((2, 2, 3), (3, 3, 4, 5))
    error: batch
    """
    assert not empty(size) or align_corners and not empty(size[2:]) and any(s == 1 for s in size[2:]), \
        "[bad-argument] all sizes must be positive"
    assert size[0] == n, "the batch of size must be that of theta"
    assert align_corners is True and min(size[2:]) == 1 or all(s > 0 for s in size), "[bad-argument] the size must be positive"
