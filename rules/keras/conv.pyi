"""Keras's convolutions. Kernels are (*kernel_size, channels // groups, filters)."""

@op("keras.layers.Conv1D", "keras.layers.Convolution1D", finds="conv-channels", legacy={"init": "kernel_initializer", "W_regularizer": "kernel_regularizer", "b_regularizer": "bias_regularizer", "W_constraint": "kernel_constraint", "b_constraint": "bias_constraint", "bias": "use_bias", "border_mode": "padding", "nb_filter": "filters", "filter_length": "kernel_size", "subsample_length": "strides", "atrous_rate": "dilation_rate"})
class Conv1D:
    """Convolve a sequence; the first call fixes the channels.

    >>> Conv1D(8, 3)((2, 10, 4))
    (2, 8, 8)
    >>> Conv1D(8, 3, strides=2, padding="same", data_format="channels_first")((2, 4, 10))
    (2, 8, 5)
    >>> Conv1D(8, 3, padding="causal", dilation_rate=2)((2, 10, 4))
    (2, 10, 8)
    >>> Conv1D(8, 3, groups=3)((2, 10, 4))
    error: groups
    >>> Conv1D(8, 5)((2, 4, 3))
    error: larger
    >>> Conv1D(8, 3)((10, 4))
    error: rank
    >>> Conv1D(8, 3, strides=2, dilation_rate=2)
    error: dilation_rate
    """

    channels: Late
    kernel: Tensor["kernel_size[0] channels//groups filters"]
    bias: Tensor["filters"] if use_bias else None

    def __init__(
        self, filters: Dim, kernel_size, strides=1, padding="valid", data_format: str | None = None,
        dilation_rate=1, groups: Dim = 1, activation=None, use_bias: bool = True,
        kernel_initializer="glorot_uniform", bias_initializer="zeros", kernel_regularizer=None,
        bias_regularizer=None, activity_regularizer=None, kernel_constraint=None, bias_constraint=None,
        *, lora_rank=None, lora_alpha=None,
    ):
        kernel_size = each_axis(kernel_size, 1, "kernel_size")
        strides = each_axis(strides, 1, "strides")
        dilation_rate = each_axis(dilation_rate, 1, "dilation_rate")
        padding = padding_mode(padding, True)
        last = channels_last(data_format)
        assert filters > 0, "filters must be positive"
        assert all(k > 0 for k in kernel_size), "kernel_size must be positive"
        assert all(s > 0 for s in strides), "strides must be positive"
        assert all(r > 0 for r in dilation_rate), "dilation_rate must be positive"
        assert max(strides) == 1 or max(dilation_rate) == 1, "strides above 1 do not go with a dilation_rate above 1"
        assert groups > 0, "groups must be positive"
        assert filters % groups == 0, "[conv-channels] filters must be divisible by groups"

    def call(
        self, inputs: Tensor["n t channels"] if last else Tensor["n channels t"]
    ) -> Tensor["n *out filters"] if last else Tensor["n filters *out"]:
        assert channels % groups == 0, "the channels must be divisible by groups"
        assert window_fits((t,), kernel_size, padding, dilation_rate), "[kernel-size] the kernel is larger than the input"
        out = windows_out((t,), kernel_size, strides, padding, dilation_rate)

@op("keras.layers.Conv2D", "keras.layers.Convolution2D", finds="conv-channels", legacy={"init": "kernel_initializer", "W_regularizer": "kernel_regularizer", "b_regularizer": "bias_regularizer", "W_constraint": "kernel_constraint", "b_constraint": "bias_constraint", "bias": "use_bias", "border_mode": "padding", "nb_filter": "filters", "subsample": "strides", "dim_ordering": "data_format", "atrous_rate": "dilation_rate"})
class Conv2D:
    """Convolve an image; the first call fixes the channels.

    >>> Conv2D(8, 3)((2, 10, 9, 4))
    (2, 8, 7, 8)
    >>> Conv2D(8, 3, strides=2, padding="same", data_format="channels_first")((2, 4, 10, 9))
    (2, 8, 5, 5)
    >>> Conv2D(8, 3, groups=3)((2, 10, 9, 4))
    error: groups
    >>> Conv2D(8, 5)((2, 4, 4, 3))
    error: larger
    >>> Conv2D(8, 3)((10, 9, 4))
    error: rank
    >>> Conv2D(8, 3, strides=2, dilation_rate=2)
    error: dilation_rate
    """

    channels: Late
    kernel: Tensor["kernel_size[0] kernel_size[1] channels//groups filters"]
    bias: Tensor["filters"] if use_bias else None

    def __init__(
        self, filters: Dim, kernel_size, strides=(1, 1), padding="valid", data_format: str | None = None,
        dilation_rate=(1, 1), groups: Dim = 1, activation=None, use_bias: bool = True,
        kernel_initializer="glorot_uniform", bias_initializer="zeros", kernel_regularizer=None,
        bias_regularizer=None, activity_regularizer=None, kernel_constraint=None, bias_constraint=None,
        *, lora_rank=None, lora_alpha=None,
    ):
        kernel_size = each_axis(kernel_size, 2, "kernel_size")
        strides = each_axis(strides, 2, "strides")
        dilation_rate = each_axis(dilation_rate, 2, "dilation_rate")
        padding = padding_mode(padding)
        last = channels_last(data_format)
        assert filters > 0, "filters must be positive"
        assert all(k > 0 for k in kernel_size), "kernel_size must be positive"
        assert all(s > 0 for s in strides), "strides must be positive"
        assert all(r > 0 for r in dilation_rate), "dilation_rate must be positive"
        assert max(strides) == 1 or max(dilation_rate) == 1, "strides above 1 do not go with a dilation_rate above 1"
        assert groups > 0, "groups must be positive"
        assert filters % groups == 0, "[conv-channels] filters must be divisible by groups"

    def call(
        self, inputs: Tensor["n h w channels"] if last else Tensor["n channels h w"]
    ) -> Tensor["n *out filters"] if last else Tensor["n filters *out"]:
        assert channels % groups == 0, "the channels must be divisible by groups"
        assert window_fits((h, w), kernel_size, padding, dilation_rate), "[kernel-size] the kernel is larger than the input"
        out = windows_out((h, w), kernel_size, strides, padding, dilation_rate)

@op("keras.layers.Conv3D", "keras.layers.Convolution3D", finds="conv-channels", legacy={"init": "kernel_initializer", "W_regularizer": "kernel_regularizer", "b_regularizer": "bias_regularizer", "W_constraint": "kernel_constraint", "b_constraint": "bias_constraint", "bias": "use_bias", "border_mode": "padding", "nb_filter": "filters", "subsample": "strides", "dim_ordering": "data_format"})
class Conv3D:
    """Convolve a volume; the first call fixes the channels.

    >>> Conv3D(8, 3)((2, 10, 9, 8, 4))
    (2, 8, 7, 6, 8)
    >>> Conv3D(8, 3, strides=2, padding="same", data_format="channels_first")((2, 4, 10, 9, 8))
    (2, 8, 5, 5, 4)
    >>> Conv3D(8, 3, groups=3)((2, 10, 9, 8, 4))
    error: groups
    >>> Conv3D(8, 5)((2, 4, 4, 4, 3))
    error: larger
    >>> Conv3D(8, 3)((10, 9, 8, 4))
    error: rank
    >>> Conv3D(8, 3, strides=2, dilation_rate=2)
    error: dilation_rate
    """

    channels: Late
    kernel: Tensor["kernel_size[0] kernel_size[1] kernel_size[2] channels//groups filters"]
    bias: Tensor["filters"] if use_bias else None

    def __init__(
        self, filters: Dim, kernel_size, strides=(1, 1, 1), padding="valid", data_format: str | None = None,
        dilation_rate=(1, 1, 1), groups: Dim = 1, activation=None, use_bias: bool = True,
        kernel_initializer="glorot_uniform", bias_initializer="zeros", kernel_regularizer=None,
        bias_regularizer=None, activity_regularizer=None, kernel_constraint=None, bias_constraint=None,
        *, lora_rank=None, lora_alpha=None,
    ):
        kernel_size = each_axis(kernel_size, 3, "kernel_size")
        strides = each_axis(strides, 3, "strides")
        dilation_rate = each_axis(dilation_rate, 3, "dilation_rate")
        padding = padding_mode(padding)
        last = channels_last(data_format)
        assert filters > 0, "filters must be positive"
        assert all(k > 0 for k in kernel_size), "kernel_size must be positive"
        assert all(s > 0 for s in strides), "strides must be positive"
        assert all(r > 0 for r in dilation_rate), "dilation_rate must be positive"
        assert max(strides) == 1 or max(dilation_rate) == 1, "strides above 1 do not go with a dilation_rate above 1"
        assert groups > 0, "groups must be positive"
        assert filters % groups == 0, "[conv-channels] filters must be divisible by groups"

    def call(
        self, inputs: Tensor["n d h w channels"] if last else Tensor["n channels d h w"]
    ) -> Tensor["n *out filters"] if last else Tensor["n filters *out"]:
        assert channels % groups == 0, "the channels must be divisible by groups"
        assert window_fits((d, h, w), kernel_size, padding, dilation_rate), "[kernel-size] the kernel is larger than the input"
        out = windows_out((d, h, w), kernel_size, strides, padding, dilation_rate)
