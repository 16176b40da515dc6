"""Convolutions and pools of `keras.ops`. Kernels are (*window, channels, filters)."""

@op("keras.ops.conv", finds="conv-channels")
def conv(
    inputs: Tensor["n *spatial c"] if channels_last(data_format) else Tensor["n c *spatial"],
    kernel: Tensor["*window channels filters"], strides=1,
    padding: Literal["valid", "same", "VALID", "SAME"] = "valid", data_format: str | None = None, dilation_rate=1,
) -> Tensor["n *out filters"] if channels_last(data_format) else Tensor["n filters *out"]:
    """Convolve with a kernel of shape (*window, channels, filters).

    >>> conv((2, 10, 9, 4), (3, 3, 4, 8))
    (2, 8, 7, 8)
    >>> conv((2, 4, 10), (3, 4, 8), strides=2, padding="same", data_format="channels_first")
    (2, 8, 5)
    >>> conv((2, 10, 9, 4), (3, 3, 4, 8), dilation_rate=(2, 3))
    (2, 6, 3, 8)
    >>> conv((2, 10, 9, 3), (3, 3, 4, 8))
    error: channels
    >>> conv((2, 10, 9, 4), (3, 4, 8))
    error: axis
    >>> conv((2, 10, 2, 4), (3, 3, 4, 8))
    error: larger
    """
    rank = sum(1 for k in window)
    assert len(spatial) == rank, "the kernel must have one axis for each spatial axis of the inputs"
    assert 1 <= rank and rank <= 3, "inputs must have 1, 2 or 3 spatial axes"
    assert c % channels == 0, "the kernel is for another number of channels"
    assert filters % (c // channels) == 0, "filters must be divisible by the groups of channels"
    step = each_axis(strides, rank, "strides")
    apart = each_axis(dilation_rate, rank, "dilation_rate")
    assert all(s > 0 for s in step), "[bad-argument] strides must be positive"
    assert all(r > 0 for r in apart), "[bad-argument] dilation_rate must be positive"
    assert window_fits(spatial, window, padding, apart), "[kernel-size] the kernel is larger than the inputs"
    out = windows_out(spatial, window, step, padding, apart)

@op("keras.ops.depthwise_conv", finds="conv-channels")
def depthwise_conv(
    inputs: Tensor["n *spatial c"] if channels_last(data_format) else Tensor["n c *spatial"],
    kernel: Tensor["*window channels multiplier"], strides=1,
    padding: Literal["valid", "same", "VALID", "SAME"] = "valid", data_format: str | None = None, dilation_rate=1,
) -> Tensor["n *out channels*multiplier"] if channels_last(data_format) else Tensor["n channels*multiplier *out"]:
    """Convolve each channel by itself, with a kernel of shape (*window, channels, multiplier).

    >>> depthwise_conv((2, 10, 9, 4), (3, 3, 4, 2))
    (2, 8, 7, 8)
    >>> depthwise_conv((2, 4, 10), (3, 4, 1), padding="same", data_format="channels_first")
    (2, 4, 10)
    >>> depthwise_conv((2, 10, 9, 4), (3, 3, 1, 4))
    error: channels
    >>> depthwise_conv((2, 2, 4), (3, 4, 1))
    error: larger
    """
    rank = sum(1 for k in window)
    assert len(spatial) == rank, "the kernel must have one axis for each spatial axis of the inputs"
    assert 1 <= rank and rank <= 3, "inputs must have 1, 2 or 3 spatial axes"
    assert c == channels, "the kernel is for another number of channels"
    step = each_axis(strides, rank, "strides")
    apart = each_axis(dilation_rate, rank, "dilation_rate")
    assert all(s > 0 for s in step), "[bad-argument] strides must be positive"
    assert all(r > 0 for r in apart), "[bad-argument] dilation_rate must be positive"
    assert window_fits(spatial, window, padding, apart), "[kernel-size] the kernel is larger than the inputs"
    out = windows_out(spatial, window, step, padding, apart)

@op("keras.ops.separable_conv", finds="conv-channels")
def separable_conv(
    inputs: Tensor["n *spatial c"] if channels_last(data_format) else Tensor["n c *spatial"],
    depthwise_kernel: Tensor["*window channels multiplier"], pointwise_kernel: Tensor["*point within filters"],
    strides=1, padding: Literal["valid", "same", "VALID", "SAME"] = "valid", data_format: str | None = None,
    dilation_rate=1,
) -> Tensor["n *out filters"] if channels_last(data_format) else Tensor["n filters *out"]:
    """Convolve each channel by itself, then mix the channels.

    >>> separable_conv((2, 10, 9, 4), (3, 3, 4, 2), (1, 1, 8, 5))
    (2, 8, 7, 5)
    >>> separable_conv((2, 10, 9, 4), (3, 3, 1, 2), (1, 1, 8, 5))
    error: channels
    >>> separable_conv((2, 2, 4), (3, 4, 2), (1, 8, 5))
    error: larger
    """
    rank = sum(1 for k in window)
    assert len(spatial) == rank and len(point) == rank, "kernels must have one axis for each spatial axis of the inputs"
    assert 1 <= rank and rank <= 3, "inputs must have 1, 2 or 3 spatial axes"
    assert c == channels, "the kernel is for another number of channels"
    assert (channels * multiplier) % within == 0, "the pointwise kernel is for another number of channels"
    assert filters % (channels * multiplier // within) == 0, "filters must be divisible by the groups of channels"
    step = each_axis(strides, rank, "strides")
    apart = each_axis(dilation_rate, rank, "dilation_rate")
    assert all(s > 0 for s in step), "[bad-argument] strides must be positive"
    assert all(r > 0 for r in apart), "[bad-argument] dilation_rate must be positive"
    assert window_fits(spatial, window, padding, apart), "[kernel-size] the kernel is larger than the inputs"
    deep = windows_out(spatial, window, step, padding, apart)
    assert window_fits(deep, point, "valid", apart), "[kernel-size] the pointwise kernel is larger than what it is laid on"
    out = windows_out(deep, point, [1 for k in point], "valid", apart)

@op("keras.ops.conv_transpose", finds="conv-channels")
def conv_transpose(
    inputs: Tensor["n *spatial c"] if channels_last(data_format) else Tensor["n c *spatial"],
    kernel: Tensor["*window filters channels"], strides=1,
    padding: Literal["valid", "same", "VALID", "SAME"] = "valid", output_padding=None, data_format: str | None = None,
    dilation_rate=1,
) -> Tensor["n *out filters"] if channels_last(data_format) else Tensor["n filters *out"]:
    """Lay out a kernel of shape (*window, filters, channels) for each place.

    >>> conv_transpose((2, 5, 4, 4), (3, 3, 8, 4), strides=2, padding="same")
    (2, 10, 8, 8)
    >>> conv_transpose((2, 4, 5), (3, 8, 4), strides=2, data_format="channels_first")
    (2, 8, 11)
    >>> conv_transpose((2, 5, 4), (3, 8, 4), strides=2, output_padding=1)
    (2, 12, 8)
    >>> conv_transpose((2, 5, 4, 4), (3, 3, 4, 8))
    error: channels
    """
    rank = sum(1 for k in window)
    assert len(spatial) == rank, "the kernel must have one axis for each spatial axis of the inputs"
    assert 1 <= rank and rank <= 3, "inputs must have 1, 2 or 3 spatial axes"
    assert c == channels, "the kernel is for another number of channels"
    step = each_axis(strides, rank, "strides")
    apart = each_axis(dilation_rate, rank, "dilation_rate")
    used = output_padding[:rank] if is_tuple(output_padding) else output_padding
    more = None if used is None else each_axis(used, rank, "output_padding")
    assert all(s > 0 for s in step), "[bad-argument] strides must be positive"
    assert all(r >= 0 for r in apart), "[bad-argument] dilation_rate must not be negative"
    whole = True if all(r > 0 for r in apart) and (more is None or all(m >= 0 for m in more)) else unsure()
    laid = windows_laid(spatial, window, step, padding, more, apart)
    out = laid if whole and all(m > 0 for m in laid) else unsure()

@op("keras.ops.max_pool", "keras.ops.average_pool", finds="kernel-size")
def max_pool(
    inputs: Tensor["n *spatial c"] if channels_last(data_format) else Tensor["n c *spatial"], pool_size, strides=None,
    padding: Literal["valid", "same", "VALID", "SAME"] = "valid", data_format: str | None = None,
) -> Tensor["n *out c"] if channels_last(data_format) else Tensor["n c *out"]:
    """The maximum or the mean of each window; the strides are pool_size unless given.

    >>> max_pool((2, 10, 9, 4), 2)
    (2, 5, 4, 4)
    >>> max_pool((2, 4, 10), 3, strides=2, padding="same", data_format="channels_first")
    (2, 4, 5)
    >>> max_pool((2, 2, 9, 4), (3, 3))
    error: larger
    >>> max_pool((2, 10, 9, 4), (2, 2, 2))
    error: pool_size
    """
    rank = len(pool_size) if is_tuple(pool_size) else sum(1 for m in spatial)
    assert len(spatial) == rank, "pool_size must have one number for each spatial axis"
    assert 1 <= rank and rank <= 3, "inputs must have 1, 2 or 3 spatial axes"
    window = each_axis(pool_size, rank, "pool_size")
    step = window if strides is None else each_axis(strides, rank, "strides")
    assert all(k > 0 for k in window), "[bad-argument] pool_size must be positive"
    assert all(s > 0 for s in step), "[bad-argument] strides must be positive"
    assert window_fits(spatial, window, padding, [1 for m in spatial]), "the pool is larger than the inputs"
    out = windows_out(spatial, window, step, padding, [1 for m in spatial])

@op("keras.ops.adaptive_average_pool", "keras.ops.adaptive_max_pool", finds="bad-argument")
def adaptive_average_pool(
    inputs: Tensor["n *spatial c"] if channels_last(data_format) else Tensor["n c *spatial"], output_size,
    data_format: str | None = None,
) -> Tensor["n *out c"] if channels_last(data_format) else Tensor["n c *out"]:
    """Pool to so many places on each spatial axis.

    >>> adaptive_average_pool((2, 10, 9, 4), (5, 3))
    (2, 5, 3, 4)
    >>> adaptive_average_pool((2, 4, 10), (5,), data_format="channels_first")
    (2, 4, 5)
    """
    rank = len(output_size) if is_tuple(output_size) else sum(1 for m in spatial)
    assert len(spatial) == rank, "output_size must have one number for each spatial axis"
    assert 1 <= rank and rank <= 3, "inputs must have 1, 2 or 3 spatial axes"
    out = each_axis(output_size, rank, "output_size")
    assert all(m > 0 for m in out), "output_size must be positive"

@op("keras.ops.unfold", finds="kernel-size")
def unfold(
    x: Tensor["n c h w"], kernel_size: Pair, dilation: Pair = 1, padding: Pair = 0, stride: Pair = 1
) -> Tensor["n c*kernel_size[0]*kernel_size[1] oh*ow"]:
    """Sliding windows as columns: (n, c*kh*kw, windows).

    >>> unfold((2, 4, 8, 8), 3, padding=1)
    (2, 36, 64)
    >>> unfold((4, 8, 8), 3)
    error: rank
    """
    oh = conv_out(h, kernel_size[0], stride[0], padding[0], dilation[0])
    ow = conv_out(w, kernel_size[1], stride[1], padding[1], dilation[1])
    assert oh > 0 and ow > 0, "kernel is larger than the padded input"

@op("keras.ops.fold", finds="kernel-size")
def fold(
    x: Tensor["n columns windows"], output_size: Pair, kernel_size: Pair, dilation: Pair = 1, padding: Pair = 0,
    stride: Pair = 1,
) -> Tensor["n columns//(kernel_size[0]*kernel_size[1]) output_size[0] output_size[1]"]:
    """Columns back to an image; the inverse of unfold, overlaps summed.

    >>> fold((2, 36, 64), (8, 8), 3, padding=1)
    (2, 4, 8, 8)
    >>> fold((2, 35, 64), (8, 8), 3, padding=1)
    error: divisible
    """
    assert all(m > 0 for m in output_size), "output_size must be positive"
    assert columns % (kernel_size[0] * kernel_size[1]) == 0, "columns must be divisible by the kernel"
    oh = conv_out(output_size[0], kernel_size[0], stride[0], padding[0], dilation[0])
    ow = conv_out(output_size[1], kernel_size[1], stride[1], padding[1], dilation[1])
    assert oh > 0 and ow > 0, "kernel is larger than the padded output"
    assert windows == oh * ow, "the number of windows does not fit output_size"

@op("keras.ops.depth_to_space", finds="reshape-elements")
def depth_to_space(
    x: Tensor["n h w c"] if channels_last(data_format) else Tensor["n c h w"], block_size: Dim,
    data_format: str | None = "channels_last",
) -> Tensor["n h*block_size w*block_size new"] if channels_last(data_format) else Tensor["n new h*block_size w*block_size"]:
    """Channels laid out as blocks of an image.

    >>> depth_to_space((2, 5, 4, 8), 2)
    (2, 10, 8, 2)
    >>> depth_to_space((2, 5, 4, 6), 2)
    error: divisible
    >>> depth_to_space((2, 5, 4, 8), 1)
    error: least
    """
    assert block_size >= 2, "[bad-argument] block_size must be at least 2"
    assert c % (block_size * block_size) == 0, "the channels must be divisible by block_size squared"
    new = c // (block_size * block_size)

@op("keras.ops.space_to_depth", finds="reshape-elements")
def space_to_depth(
    x: Tensor["n h w c"] if channels_last(data_format) else Tensor["n c h w"], block_size: Dim,
    data_format: str | None = "channels_last",
) -> Tensor["n h//block_size w//block_size new"] if channels_last(data_format) else Tensor["n new h//block_size w//block_size"]:
    """Blocks of an image put into channels.

    >>> space_to_depth((2, 10, 8, 2), 2)
    (2, 5, 4, 8)
    >>> space_to_depth((2, 10, 7, 2), 2)
    error: divisible
    """
    assert block_size >= 2, "[bad-argument] block_size must be at least 2"
    assert h % block_size == 0 and w % block_size == 0, "height and width must be divisible by block_size"
    new = c * block_size * block_size
