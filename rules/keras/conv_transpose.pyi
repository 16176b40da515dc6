"""Keras's transposed convolutions. Kernels are (*kernel_size, filters, channels)."""

@op("keras.layers.Conv1DTranspose", "keras.layers.Convolution1DTranspose", finds="conv-channels")
class Conv1DTranspose:
    """Lay out a kernel for each entry of a sequence; the first call fixes the channels.

    >>> Conv1DTranspose(8, 3, strides=2, padding="same")((2, 10, 4))
    (2, 20, 8)
    >>> Conv1DTranspose(8, 3, strides=2, output_padding=0)((2, 10, 4))
    (2, 21, 8)
    >>> Conv1DTranspose(8, 3, data_format="channels_first")((2, 4, 10))
    (2, 8, 12)
    >>> Conv1DTranspose(8, 3)((10, 4))
    error: rank
    >>> Conv1DTranspose(8, 3, strides=2, output_padding=2)
    error: output_padding
    """

    channels: Late
    kernel: Tensor["kernel_size[0] filters channels"]
    bias: Tensor["filters"] if use_bias else None

    def __init__(
        self, filters: Dim, kernel_size, strides=1, padding="valid", output_padding=None,
        data_format: str | None = None,
        dilation_rate=1, activation=None, use_bias: bool = True,
        kernel_initializer="glorot_uniform", bias_initializer="zeros", kernel_regularizer=None,
        bias_regularizer=None, activity_regularizer=None, kernel_constraint=None, bias_constraint=None,
    ):
        kernel_size = each_axis(kernel_size, 1, "kernel_size")
        strides = each_axis(strides, 1, "strides")
        dilation_rate = each_axis(dilation_rate, 1, "dilation_rate")
        output_padding = None if output_padding is None else each_axis(output_padding, 1, "output_padding")
        padding = padding_mode(padding)
        last = channels_last(data_format)
        assert filters > 0, "filters must be positive"
        assert all(k > 0 for k in kernel_size), "kernel_size must be positive"
        assert all(s > 0 for s in strides), "strides must be positive"
        assert all(r > 0 for r in dilation_rate), "dilation_rate must be positive"
        assert output_padding is None or all(p >= 0 and p < s for p, s in zip(output_padding, strides)), \
            "output_padding must be less than strides"
        assert max(strides) == 1 or max(dilation_rate) == 1, "strides above 1 do not go with a dilation_rate above 1"

    def call(
        self, inputs: Tensor["n t channels"] if last else Tensor["n channels t"]
    ) -> Tensor["n *out filters"] if last else Tensor["n filters *out"]:
        out = windows_laid((t,), kernel_size, strides, padding, output_padding, dilation_rate)

@op("keras.layers.Conv2DTranspose", "keras.layers.Convolution2DTranspose", finds="conv-channels", legacy={"init": "kernel_initializer", "W_regularizer": "kernel_regularizer", "b_regularizer": "bias_regularizer", "W_constraint": "kernel_constraint", "b_constraint": "bias_constraint", "bias": "use_bias", "border_mode": "padding", "nb_filter": "filters", "subsample": "strides", "dim_ordering": "data_format", "atrous_rate": "dilation_rate"})
class Conv2DTranspose:
    """Lay out a kernel for each entry of an image; the first call fixes the channels.

    >>> Conv2DTranspose(8, 3, strides=2, padding="same")((2, 10, 9, 4))
    (2, 20, 18, 8)
    >>> Conv2DTranspose(8, 3, strides=2, output_padding=0)((2, 10, 9, 4))
    (2, 21, 19, 8)
    >>> Conv2DTranspose(8, 3, data_format="channels_first")((2, 4, 10, 9))
    (2, 8, 12, 11)
    >>> Conv2DTranspose(8, 3)((10, 9, 4))
    error: rank
    >>> Conv2DTranspose(8, 3, strides=2, output_padding=2)
    error: output_padding
    """

    channels: Late
    kernel: Tensor["kernel_size[0] kernel_size[1] filters channels"]
    bias: Tensor["filters"] if use_bias else None

    def __init__(
        self, filters: Dim, kernel_size, strides=(1, 1), padding="valid", output_padding=None,
        data_format: str | None = None,
        dilation_rate=(1, 1), activation=None, use_bias: bool = True,
        kernel_initializer="glorot_uniform", bias_initializer="zeros", kernel_regularizer=None,
        bias_regularizer=None, activity_regularizer=None, kernel_constraint=None, bias_constraint=None,
    ):
        kernel_size = each_axis(kernel_size, 2, "kernel_size")
        strides = each_axis(strides, 2, "strides")
        dilation_rate = each_axis(dilation_rate, 2, "dilation_rate")
        output_padding = None if output_padding is None else each_axis(output_padding, 2, "output_padding")
        padding = padding_mode(padding)
        last = channels_last(data_format)
        assert filters > 0, "filters must be positive"
        assert all(k > 0 for k in kernel_size), "kernel_size must be positive"
        assert all(s > 0 for s in strides), "strides must be positive"
        assert all(r > 0 for r in dilation_rate), "dilation_rate must be positive"
        assert output_padding is None or all(p >= 0 and p < s for p, s in zip(output_padding, strides)), \
            "output_padding must be less than strides"
        assert max(strides) == 1 or max(dilation_rate) == 1, "strides above 1 do not go with a dilation_rate above 1"

    def call(
        self, inputs: Tensor["n h w channels"] if last else Tensor["n channels h w"]
    ) -> Tensor["n *out filters"] if last else Tensor["n filters *out"]:
        out = windows_laid((h, w), kernel_size, strides, padding, output_padding, dilation_rate)

@op("keras.layers.Conv3DTranspose", "keras.layers.Convolution3DTranspose", finds="conv-channels", legacy={"init": "kernel_initializer", "W_regularizer": "kernel_regularizer", "b_regularizer": "bias_regularizer", "W_constraint": "kernel_constraint", "b_constraint": "bias_constraint", "bias": "use_bias", "border_mode": "padding", "nb_filter": "filters", "subsample": "strides", "dim_ordering": "data_format"})
class Conv3DTranspose:
    """Lay out a kernel for each entry of a volume; the first call fixes the channels.

    >>> Conv3DTranspose(8, 3, strides=2, padding="same")((2, 10, 9, 8, 4))
    (2, 20, 18, 16, 8)
    >>> Conv3DTranspose(8, 3, strides=2, output_padding=0)((2, 10, 9, 8, 4))
    (2, 21, 19, 17, 8)
    >>> Conv3DTranspose(8, 3, data_format="channels_first")((2, 4, 10, 9, 8))
    (2, 8, 12, 11, 10)
    >>> Conv3DTranspose(8, 3)((10, 9, 8, 4))
    error: rank
    >>> Conv3DTranspose(8, 3, strides=2, output_padding=2)
    error: output_padding
    """

    channels: Late
    kernel: Tensor["kernel_size[0] kernel_size[1] kernel_size[2] filters channels"]
    bias: Tensor["filters"] if use_bias else None

    def __init__(
        self, filters: Dim, kernel_size, strides=(1, 1, 1), padding="valid", data_format: str | None = None,
        output_padding=None,
        dilation_rate=(1, 1, 1), activation=None, use_bias: bool = True,
        kernel_initializer="glorot_uniform", bias_initializer="zeros", kernel_regularizer=None,
        bias_regularizer=None, activity_regularizer=None, kernel_constraint=None, bias_constraint=None,
    ):
        kernel_size = each_axis(kernel_size, 3, "kernel_size")
        strides = each_axis(strides, 3, "strides")
        dilation_rate = each_axis(dilation_rate, 3, "dilation_rate")
        output_padding = None if output_padding is None else each_axis(output_padding, 3, "output_padding")
        padding = padding_mode(padding)
        last = channels_last(data_format)
        assert filters > 0, "filters must be positive"
        assert all(k > 0 for k in kernel_size), "kernel_size must be positive"
        assert all(s > 0 for s in strides), "strides must be positive"
        assert all(r > 0 for r in dilation_rate), "dilation_rate must be positive"
        assert output_padding is None or all(p >= 0 and p < s for p, s in zip(output_padding, strides)), \
            "output_padding must be less than strides"
        assert max(strides) == 1 or max(dilation_rate) == 1, "strides above 1 do not go with a dilation_rate above 1"

    def call(
        self, inputs: Tensor["n d h w channels"] if last else Tensor["n channels d h w"]
    ) -> Tensor["n *out filters"] if last else Tensor["n filters *out"]:
        out = windows_laid((d, h, w), kernel_size, strides, padding, output_padding, dilation_rate)
