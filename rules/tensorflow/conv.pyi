"""TensorFlow's convolutions, pools and rearrangements of space."""

@op("tensorflow.nn.conv1d", finds="conv-channels")
def conv1d(input: Tensor["*batch n x y"], filters: Tensor["k depth out"], stride: object, padding: object, data_format: str | None = "NWC", dilations: object = None, name: object = None) -> Tensor["*batch n *new"]:
    """Windows over one axis; channels come last unless the format begins with NC.

    >>> conv1d((2, 8, 3), (3, 3, 5), 1, "SAME")
    (2, 8, 5)
    >>> conv1d((2, 8, 4), (3, 3, 5), 1, "SAME")
    error: channels
    """
    last = data_format in ("NWC", None)
    channels = y if last else x
    assert channels % depth == 0, "the channels of the input are not a multiple of those of the filters"
    places = windows_of((x,) if last else (y,), (k,), stride, dilations, padding, data_format)
    assert out % (channels // depth) == 0 or (empty(places) and unsure()), "the filters do not go into so many groups"
    new = places + (out,) if last else (out,) + places

@op("tensorflow.nn.conv2d", finds="conv-channels")
def conv2d(input: Tensor["*batch n x y z"], filters: Tensor["k l depth out"], strides: object, padding: object, data_format: str | None = "NHWC", dilations: object = None, name: object = None) -> Tensor["*batch n *new"]:
    """Windows over two axes; channels come last unless the format begins with NC.

    >>> conv2d((2, 8, 8, 3), (3, 3, 3, 5), strides=2, padding="SAME")
    (2, 4, 4, 5)
    >>> conv2d((2, 8, 8, 3), (3, 3, 3, 5), [1, 1, 1, 1], "VALID")
    (2, 6, 6, 5)
    >>> conv2d((2, 8, 8, 4), (3, 3, 3, 5), 1, "SAME")
    error: channels
    """
    last = data_format in ("NHWC", None)
    channels = z if last else x
    assert channels % depth == 0, "the channels of the input are not a multiple of those of the filters"
    places = windows_of((x, y) if last else (y, z), (k, l), strides, dilations, padding, data_format)
    assert out % (channels // depth) == 0 or (empty(places) and unsure()), "the filters do not go into so many groups"
    new = places + (out,) if last else (out,) + places

@op("tensorflow.nn.conv3d", finds="conv-channels")
def conv3d(input: Tensor["*batch n x y z w"], filters: Tensor["k l m depth out"], strides: object, padding: object, data_format: str | None = "NDHWC", dilations: object = None, name: object = None) -> Tensor["*batch n *new"]:
    """Windows over three axes; channels come last unless the format begins with NC.

    >>> conv3d((2, 8, 8, 8, 3), (3, 3, 3, 3, 5), [1, 1, 1, 1, 1], "SAME")
    (2, 8, 8, 8, 5)
    >>> conv3d((2, 8, 8, 8, 4), (3, 3, 3, 3, 5), [1, 1, 1, 1, 1], "SAME")
    error: channels
    """
    last = data_format in ("NDHWC", None)
    channels = w if last else x
    assert channels % depth == 0, "the channels of the input are not a multiple of those of the filters"
    assert channels == depth or unsure(), "groups, which not every device takes"
    places = windows_of((x, y, z) if last else (y, z, w), (k, l, m), strides, dilations, padding, data_format)
    new = places + (out,) if last else (out,) + places

@op("tensorflow.nn.depthwise_conv2d", finds="conv-channels")
def depthwise_conv2d(input: Tensor["n x y z"], filter: Tensor["k l depth multiplier"], strides: object, padding: object, data_format: str | None = None, dilations: object = None, name: object = None) -> Tensor["n *new"]:
    """Windows over two axes, each channel by itself.

    >>> depthwise_conv2d((2, 8, 8, 3), (3, 3, 3, 2), [1, 1, 1, 1], "SAME")
    (2, 8, 8, 6)
    >>> depthwise_conv2d((2, 8, 8, 4), (3, 3, 3, 2), [1, 1, 1, 1], "SAME")
    error: channels
    """
    last = data_format in ("NHWC", None)
    channels = z if last else x
    assert channels == depth, "the filters are for another number of channels"
    assert is_number(strides) or len(strides) == 4, "[bad-argument] there must be four strides"
    assert is_number(strides) or strides[1] == strides[2] or unsure(), "not on every device"
    places = windows_of((x, y) if last else (y, z), (k, l), strides, dilations, padding, data_format)
    new = places + (depth * multiplier,) if last else (depth * multiplier,) + places

@op("tensorflow.nn.separable_conv2d", finds="conv-channels")
def separable_conv2d(
    input: Tensor["n x y z"], depthwise_filter: Tensor["k l depth multiplier"], pointwise_filter: Tensor["1 1 middle out"], strides: object,
    padding: object, data_format: str | None = None, dilations: object = None, name: object = None,
) -> Tensor["n *new"]:
    """Windows over two axes, each channel by itself, then over the channels.

    >>> separable_conv2d((2, 8, 8, 3), (3, 3, 3, 2), (1, 1, 6, 5), [1, 1, 1, 1], "SAME")
    (2, 8, 8, 5)
    >>> separable_conv2d((2, 8, 8, 3), (3, 3, 3, 2), (1, 1, 7, 5), [1, 1, 1, 1], "SAME")
    error: second
    """
    last = data_format in ("NHWC", None)
    channels = z if last else x
    assert channels == depth, "the filters are for another number of channels"
    assert (depth * multiplier) % middle == 0, "the second filters are for another number of channels"
    assert out % ((depth * multiplier) // middle) == 0, "the second filters do not go into so many groups"
    assert is_number(strides) or len(strides) == 4, "[bad-argument] there must be four strides"
    assert is_number(strides) or strides[1] == strides[2] or unsure(), "not on every device"
    places = windows_of((x, y) if last else (y, z), (k, l), strides, dilations, padding, data_format)
    new = places + (out,) if last else (out,) + places

@op("tensorflow.nn.conv2d_transpose", finds="conv-channels")
def conv2d_transpose(input: Tensor["n x y z"], filters: Tensor["k l out depth"], output_shape: object, strides: object, padding: object = "SAME", data_format: str | None = "NHWC", dilations: object = None, name: object = None) -> Tensor["n *new"]:
    """Windows laid out over two axes; the shape of the result is given.

    >>> conv2d_transpose((2, 4, 4, 3), (3, 3, 5, 3), [2, 8, 8, 5], 2)
    (2, 8, 8, 5)
    >>> conv2d_transpose((2, 4, 4, 3), (3, 3, 5, 2), [2, 8, 8, 5], 2)
    error: channels
    >>> conv2d_transpose((2, 4, 4, 3), (3, 3, 5, 3), [2, 9, 9, 5], 2)
    error: windows
    """
    last = data_format in ("NHWC", None)
    assert (z if last else x) == depth, "the filters are for another number of channels"
    wanted = given_sizes(output_shape)
    assert len(wanted) == 2 or len(wanted) == 4, "[bad-argument] the shape must have four sizes, or two"
    whole = wanted if len(wanted) == 4 else (n,) + wanted + (out,) if last else (n, out) + wanted
    assert whole[0] == n, "the result has another batch size"
    assert whole[3 if last else 1] == out or unsure(), "groups of channels"
    spatial = whole[1:3] if last else whole[2:4]
    assert windows_of(spatial, (k, l), strides, dilations, padding, data_format) == ((x, y) if last else (y, z)), "[kernel-size] the windows of the result are not as many as the input has places"
    new = whole[1:]

@op("tensorflow.nn.max_pool2d", finds="kernel-size")
def max_pool2d(input: Tensor["n x y z"], ksize: object, strides: object, padding: object, data_format: str | None = "NHWC", name: object = None) -> Tensor["n *new"]:
    """The largest in each window over two axes.

    >>> max_pool2d((2, 8, 8, 3), 2, 2, "SAME")
    (2, 4, 4, 3)
    >>> max_pool2d((8, 8, 3), 2, 2, "SAME")
    error: rank
    """
    last = data_format in ("NHWC", None)
    places = pooled((x, y) if last else (y, z), ksize, strides, padding, data_format)
    new = places + (z,) if last else (x,) + places

@op("tensorflow.nn.avg_pool2d", finds="kernel-size")
def avg_pool2d(input: Tensor["n x y z"], ksize: object, strides: object, padding: object, data_format: str | None = "NHWC", name: object = None) -> Tensor["n *new"]:
    """The mean of each window over two axes.

    >>> avg_pool2d((2, 8, 8, 3), 2, 2, "VALID")
    (2, 4, 4, 3)
    >>> avg_pool2d((8, 8, 3), 2, 2, "SAME")
    error: rank
    """
    last = data_format in ("NHWC", None)
    places = pooled((x, y) if last else (y, z), ksize, strides, padding, data_format)
    new = places + (z,) if last else (x,) + places

@op("tensorflow.nn.max_pool1d", "tensorflow.nn.avg_pool1d", finds="kernel-size")
def max_pool1d(input: Tensor["n x y"], ksize: object, strides: object, padding: object, data_format: str | None = "NWC", name: object = None) -> Tensor["n *new"]:
    """One number for each window over one axis.

    >>> max_pool1d((2, 8, 3), 2, 2, "SAME")
    (2, 4, 3)
    >>> max_pool1d((8, 3), 2, 2, "SAME")
    error: rank
    """
    last = data_format in ("NWC", None)
    places = pooled((x,) if last else (y,), ksize, strides, padding, data_format)
    new = places + (y,) if last else (x,) + places

@op("tensorflow.nn.max_pool3d", "tensorflow.nn.avg_pool3d", finds="kernel-size")
def max_pool3d(input: Tensor["n x y z w"], ksize: object, strides: object, padding: object, data_format: str | None = "NDHWC", name: object = None) -> Tensor["n *new"]:
    """One number for each window over three axes.

    >>> max_pool3d((2, 8, 8, 8, 3), 2, 2, "SAME")
    (2, 4, 4, 4, 3)
    >>> max_pool3d((8, 8, 8, 3), 2, 2, "SAME")
    error: rank
    """
    last = data_format in ("NDHWC", None)
    places = pooled((x, y, z) if last else (y, z, w), ksize, strides, padding, data_format)
    new = places + (w,) if last else (x,) + places

@op("tensorflow.nn.max_pool", "tensorflow.nn.avg_pool", finds="kernel-size")
@overload
def max_pool(input: Tensor["n x y"], ksize: object, strides: object, padding: object, data_format: str | None = None, name: object = None) -> Tensor["n *new"]:
    last = data_format in ("NWC", "NHWC", None)
    places = pooled((x,) if last else (y,), ksize, strides, padding, data_format)
    new = places + (y,) if last else (x,) + places
@overload
def max_pool(input: Tensor["n x y z w"], ksize: object, strides: object, padding: object, data_format: str | None = None, name: object = None) -> Tensor["n *new"]:
    last = data_format in ("NDHWC", "NHWC", None)
    places = pooled((x, y, z) if last else (y, z, w), ksize, strides, padding, data_format)
    new = places + (w,) if last else (x,) + places
@overload
def max_pool(input: Tensor["n x y z"], ksize: object, strides: object, padding: object, data_format: str | None = None, name: object = None) -> Tensor["n *new"]:
    """One number for each window over one, two or three axes.

    >>> max_pool((2, 8, 8, 3), 2, 2, "SAME")
    (2, 4, 4, 3)
    >>> max_pool((2, 8, 3), [1, 2, 1], [1, 2, 1], "SAME")
    (2, 4, 3)
    >>> max_pool((8, 3), 2, 2, "SAME")
    error: rank
    """
    last = data_format in ("NHWC", None)
    places = pooled((x, y) if last else (y, z), ksize, strides, padding, data_format)
    new = places + (z,) if last else (x,) + places

@op("tensorflow.nn.space_to_depth", finds="reshape-elements")
def space_to_depth(input: Tensor["n h w c"], block_size: Dim, data_format: Literal["NHWC"] = "NHWC", name: object = None) -> Tensor["n h//block_size w//block_size c*block_size*block_size"]:
    """Blocks of two axes put into the channels.

    >>> space_to_depth((2, 8, 8, 3), 2)
    (2, 4, 4, 12)
    >>> space_to_depth((2, 8, 8, 3), 3)
    error: block
    """
    assert block_size > 1, "[bad-argument] block_size must be 2 or more"
    assert h % block_size == 0 and w % block_size == 0, "the axes are no multiples of the block"

@op("tensorflow.nn.depth_to_space", finds="reshape-elements")
def depth_to_space(input: Tensor["n h w c"], block_size: Dim, data_format: Literal["NHWC"] = "NHWC", name: object = None) -> Tensor["n h*block_size w*block_size c//(block_size*block_size)"]:
    """Channels put into blocks of two axes.

    >>> depth_to_space((2, 4, 4, 12), 2)
    (2, 8, 8, 3)
    >>> depth_to_space((2, 4, 4, 3), 2)
    error: block
    """
    assert block_size > 1, "[bad-argument] block_size must be 2 or more"
    assert c % (block_size * block_size) == 0, "the channels are no multiple of the block"
