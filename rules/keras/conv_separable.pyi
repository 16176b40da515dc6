"""Keras's convolutions of each channel by itself."""

@op("keras.layers.DepthwiseConv1D", finds="conv-channels")
class DepthwiseConv1D:
    """Convolve each channel of a sequence by itself; the first call fixes the channels.

    >>> DepthwiseConv1D(3, depth_multiplier=2)((2, 10, 4))
    (2, 8, 8)
    >>> DepthwiseConv1D(3, strides=2, padding="same", data_format="channels_first")((2, 4, 10))
    (2, 4, 5)
    >>> DepthwiseConv1D(5)((2, 4, 3))
    error: larger
    >>> DepthwiseConv1D(3)((10, 4))
    error: rank
    """

    channels: Late
    kernel: Tensor["kernel_size[0] channels depth_multiplier"]
    bias: Tensor["channels*depth_multiplier"] if use_bias else None

    def __init__(
        self, kernel_size, strides=1, padding="valid", depth_multiplier: Dim = 1,
        data_format: str | None = None, dilation_rate=1, activation=None, use_bias: bool = True,
        depthwise_initializer="glorot_uniform", bias_initializer="zeros", depthwise_regularizer=None,
        bias_regularizer=None, activity_regularizer=None, depthwise_constraint=None, bias_constraint=None,
    ):
        kernel_size = each_axis(kernel_size, 1, "kernel_size")
        strides = each_axis(strides, 1, "strides")
        dilation_rate = each_axis(dilation_rate, 1, "dilation_rate")
        padding = padding_mode(padding)
        last = channels_last(data_format)
        assert depth_multiplier > 0, "depth_multiplier must be positive"
        assert all(k > 0 for k in kernel_size), "kernel_size must be positive"
        assert all(s > 0 for s in strides), "strides must be positive"
        assert all(r > 0 for r in dilation_rate), "dilation_rate must be positive"

    def call(
        self, inputs: Tensor["n t channels"] if last else Tensor["n channels t"]
    ) -> Tensor["n *out channels*depth_multiplier"] if last else Tensor["n channels*depth_multiplier *out"]:
        assert window_fits((t,), kernel_size, padding, dilation_rate), "[kernel-size] the kernel is larger than the input"
        out = windows_out((t,), kernel_size, strides, padding, dilation_rate)

@op("keras.layers.DepthwiseConv2D", finds="conv-channels", legacy={"border_mode": "padding", "subsample": "strides", "dim_ordering": "data_format", "bias": "use_bias", "init": "depthwise_initializer"})
class DepthwiseConv2D:
    """Convolve each channel of an image by itself; the first call fixes the channels.

    >>> DepthwiseConv2D(3, depth_multiplier=2)((2, 10, 9, 4))
    (2, 8, 7, 8)
    >>> DepthwiseConv2D(3, strides=2, padding="same", data_format="channels_first")((2, 4, 10, 9))
    (2, 4, 5, 5)
    >>> DepthwiseConv2D(5)((2, 4, 4, 3))
    error: larger
    >>> DepthwiseConv2D(3)((10, 9, 4))
    error: rank
    """

    channels: Late
    kernel: Tensor["kernel_size[0] kernel_size[1] channels depth_multiplier"]
    bias: Tensor["channels*depth_multiplier"] if use_bias else None

    def __init__(
        self, kernel_size, strides=(1, 1), padding="valid", depth_multiplier: Dim = 1,
        data_format: str | None = None, dilation_rate=(1, 1), activation=None, use_bias: bool = True,
        depthwise_initializer="glorot_uniform", bias_initializer="zeros", depthwise_regularizer=None,
        bias_regularizer=None, activity_regularizer=None, depthwise_constraint=None, bias_constraint=None,
    ):
        kernel_size = each_axis(kernel_size, 2, "kernel_size")
        strides = each_axis(strides, 2, "strides")
        dilation_rate = each_axis(dilation_rate, 2, "dilation_rate")
        padding = padding_mode(padding)
        last = channels_last(data_format)
        assert depth_multiplier > 0, "depth_multiplier must be positive"
        assert all(k > 0 for k in kernel_size), "kernel_size must be positive"
        assert all(s > 0 for s in strides), "strides must be positive"
        assert all(r > 0 for r in dilation_rate), "dilation_rate must be positive"

    def call(
        self, inputs: Tensor["n h w channels"] if last else Tensor["n channels h w"]
    ) -> Tensor["n *out channels*depth_multiplier"] if last else Tensor["n channels*depth_multiplier *out"]:
        assert window_fits((h, w), kernel_size, padding, dilation_rate), "[kernel-size] the kernel is larger than the input"
        out = windows_out((h, w), kernel_size, strides, padding, dilation_rate)

@op("keras.layers.SeparableConv1D", "keras.layers.SeparableConvolution1D", finds="conv-channels")
class SeparableConv1D:
    """Convolve each channel of a sequence by itself, then mix them; the first call fixes the channels.

    >>> SeparableConv1D(8, 3)((2, 10, 4))
    (2, 8, 8)
    >>> SeparableConv1D(8, 3, strides=2, padding="same", data_format="channels_first")((2, 4, 10))
    (2, 8, 5)
    >>> SeparableConv1D(8, 5)((2, 4, 3))
    error: larger
    >>> SeparableConv1D(8, 3)((10, 4))
    error: rank
    """

    channels: Late
    depthwise_kernel: Tensor["kernel_size[0] channels depth_multiplier"]
    pointwise_kernel: Tensor["1 channels*depth_multiplier filters"]
    bias: Tensor["filters"] if use_bias else None

    def __init__(
        self, filters: Dim, kernel_size, strides=1, padding="valid", data_format: str | None = None,
        dilation_rate=1, depth_multiplier: Dim = 1, activation=None, use_bias: bool = True,
        depthwise_initializer="glorot_uniform", pointwise_initializer="glorot_uniform",
        bias_initializer="zeros", depthwise_regularizer=None, pointwise_regularizer=None,
        bias_regularizer=None, activity_regularizer=None, depthwise_constraint=None,
        pointwise_constraint=None, bias_constraint=None,
    ):
        kernel_size = each_axis(kernel_size, 1, "kernel_size")
        strides = each_axis(strides, 1, "strides")
        dilation_rate = each_axis(dilation_rate, 1, "dilation_rate")
        padding = padding_mode(padding)
        last = channels_last(data_format)
        assert filters > 0 and depth_multiplier > 0, "filters and depth_multiplier must be positive"
        assert all(k > 0 for k in kernel_size), "kernel_size must be positive"
        assert all(s > 0 for s in strides), "strides must be positive"
        assert all(r > 0 for r in dilation_rate), "dilation_rate must be positive"

    def call(
        self, inputs: Tensor["n t channels"] if last else Tensor["n channels t"]
    ) -> Tensor["n *out filters"] if last else Tensor["n filters *out"]:
        assert window_fits((t,), kernel_size, padding, dilation_rate), "[kernel-size] the kernel is larger than the input"
        out = windows_out((t,), kernel_size, strides, padding, dilation_rate)

@op("keras.layers.SeparableConv2D", "keras.layers.SeparableConvolution2D", finds="conv-channels", legacy={"nb_filter": "filters", "border_mode": "padding", "subsample": "strides", "dim_ordering": "data_format", "bias": "use_bias", "b_regularizer": "bias_regularizer", "b_constraint": "bias_constraint", "init": "depthwise_initializer"})
class SeparableConv2D:
    """Convolve each channel of an image by itself, then mix them; the first call fixes the channels.

    >>> SeparableConv2D(8, 3)((2, 10, 9, 4))
    (2, 8, 7, 8)
    >>> SeparableConv2D(8, 3, strides=2, padding="same", data_format="channels_first")((2, 4, 10, 9))
    (2, 8, 5, 5)
    >>> SeparableConv2D(8, 5)((2, 4, 4, 3))
    error: larger
    >>> SeparableConv2D(8, 3)((10, 9, 4))
    error: rank
    """

    channels: Late
    depthwise_kernel: Tensor["kernel_size[0] kernel_size[1] channels depth_multiplier"]
    pointwise_kernel: Tensor["1 1 channels*depth_multiplier filters"]
    bias: Tensor["filters"] if use_bias else None

    def __init__(
        self, filters: Dim, kernel_size, strides=(1, 1), padding="valid", data_format: str | None = None,
        dilation_rate=(1, 1), depth_multiplier: Dim = 1, activation=None, use_bias: bool = True,
        depthwise_initializer="glorot_uniform", pointwise_initializer="glorot_uniform",
        bias_initializer="zeros", depthwise_regularizer=None, pointwise_regularizer=None,
        bias_regularizer=None, activity_regularizer=None, depthwise_constraint=None,
        pointwise_constraint=None, bias_constraint=None,
    ):
        kernel_size = each_axis(kernel_size, 2, "kernel_size")
        strides = each_axis(strides, 2, "strides")
        dilation_rate = each_axis(dilation_rate, 2, "dilation_rate")
        padding = padding_mode(padding)
        last = channels_last(data_format)
        assert filters > 0 and depth_multiplier > 0, "filters and depth_multiplier must be positive"
        assert all(k > 0 for k in kernel_size), "kernel_size must be positive"
        assert all(s > 0 for s in strides), "strides must be positive"
        assert all(r > 0 for r in dilation_rate), "dilation_rate must be positive"

    def call(
        self, inputs: Tensor["n h w channels"] if last else Tensor["n channels h w"]
    ) -> Tensor["n *out filters"] if last else Tensor["n filters *out"]:
        assert window_fits((h, w), kernel_size, padding, dilation_rate), "[kernel-size] the kernel is larger than the input"
        out = windows_out((h, w), kernel_size, strides, padding, dilation_rate)
