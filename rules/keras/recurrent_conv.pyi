"""Keras's convolutional LSTMs, over axis 1 of (batch, time, …); the weights live in `layer.cell`."""

@op("keras.layers.ConvLSTM1D", finds="conv-channels")
class ConvLSTM1D:
    """An LSTM of rows, whose products are convolutions; the first call fixes the channels and sizes.

    >>> ConvLSTM1D(6, 3)((2, 5, 9, 4))
    (2, 7, 6)
    >>> ConvLSTM1D(6, 3, padding="same", strides=2, return_sequences=True)((2, 5, 9, 4))
    (2, 5, 5, 6)
    >>> ConvLSTM1D(6, 3, data_format="channels_first", return_state=True)((2, 5, 4, 9))
    ((2, 6, 7), (2, 6, 7), (2, 6, 7))
    >>> ConvLSTM1D(6, 3)((2, 5, 2, 4))
    error: larger
    >>> ConvLSTM1D(6, 3)((2, 9, 4))
    error: rank
    """

    channels: Late
    h: Late
    batch: Late

    def __init__(
        self, filters: Dim, kernel_size, strides=1, padding="valid", data_format: str | None = None, dilation_rate=1,
        activation="tanh", recurrent_activation="sigmoid", use_bias: bool = True, kernel_initializer="glorot_uniform",
        recurrent_initializer="orthogonal", bias_initializer="zeros", unit_forget_bias=True, kernel_regularizer=None,
        recurrent_regularizer=None, bias_regularizer=None, activity_regularizer=None, kernel_constraint=None,
        recurrent_constraint=None, bias_constraint=None, dropout: float = 0.0, recurrent_dropout: float = 0.0,
        seed=None, return_sequences: bool = False, return_state: bool = False, go_backwards: bool = False,
        stateful: bool = False, *, unroll=False, zero_output_for_mask=False,
    ):
        kernel_size = each_axis(kernel_size, 1, "kernel_size")
        strides = each_axis(strides, 1, "strides")
        dilation_rate = each_axis(dilation_rate, 1, "dilation_rate")
        padding = padding_mode(padding)
        last = channels_last(data_format)
        assert all(k > 0 for k in kernel_size), "kernel_size must be positive"
        assert all(s >= 0 for s in strides), "strides must be positive"
        assert all(r > 0 for r in dilation_rate), "dilation_rate must be positive"
        assert max(strides) <= 1 or max(dilation_rate) == 1, "strides above 1 do not go with a dilation_rate above 1"

    def call(
        self,
        sequences: (Tensor["batch t h channels"] if stateful else Tensor["n t h channels"]) if last
        else (Tensor["batch t channels h"] if stateful else Tensor["n t channels h"]),
        initial_state=None, mask=None,
    ) -> tuple[
        (Tensor["count t *out filters"] if last else Tensor["count t filters *out"]) if return_sequences else (Tensor["count *out filters"] if last else Tensor["count filters *out"]),
        Tensor["count *out filters"] if last else Tensor["count filters *out"],
        Tensor["count *out filters"] if last else Tensor["count filters *out"],
    ] if return_state else (Tensor["count t *out filters"] if last else Tensor["count t filters *out"]) if return_sequences else (Tensor["count *out filters"] if last else Tensor["count filters *out"]):
        known = True if filters > 0 else unsure()
        assert all(s > 0 for s in strides), "[bad-argument] strides must be positive"
        assert window_fits((h,), kernel_size, padding, dilation_rate), "[kernel-size] the kernel is larger than the input"
        out = windows_out((h,), kernel_size, strides, padding, dilation_rate)
        rows = batch if stateful else n
        usual = (rows, *out, filters) if last else (rows, filters, *out)
        pair = is_tuple(initial_state) and len(initial_state) >= 2
        hidden = shape_of(initial_state[0]) if pair and is_tensor(initial_state[0]) else usual
        carry = shape_of(initial_state[1]) if pair and is_tensor(initial_state[1]) else usual
        marks = shape_of(mask) if is_tensor(mask) else (rows, t)
        assert not is_tensor(initial_state) and (pair or not is_tuple(initial_state)), \
            "[rnn-input] an LSTM has two states: initial_state must be [h, c]"
        assert len(hidden) != 3 or hidden[-1 if last else 1] == filters, "[rnn-input] the state h must have as many channels as the layer has filters"
        assert len(hidden) != 3 or compatible(hidden, usual), "[rnn-input] the state h must have the shape of an output"
        assert compatible(carry, usual), "[rnn-input] the state c must have the shape of an output"
        assert len(marks) > 1, "[broadcast-sizes] mask must be (batch, time)"
        assert len(marks) != 2 or marks[1] >= t and compatible(marks[:1], (rows,)), "[broadcast-sizes] mask must be (batch, time)"
        odd = len(marks) != 2 or (hidden != usual or carry != usual or marks[:1] != (rows,)) and literal(hidden + carry + usual + marks)
        count = unsure() if odd else rows

@op("keras.layers.ConvLSTM2D", finds="conv-channels", legacy={"nb_filter": "filters", "subsample": "strides", "border_mode": "padding", "dim_ordering": "data_format", "init": "kernel_initializer", "inner_init": "recurrent_initializer", "inner_activation": "recurrent_activation", "forget_bias_init": "unit_forget_bias", "W_regularizer": "kernel_regularizer", "U_regularizer": "recurrent_regularizer", "b_regularizer": "bias_regularizer", "dropout_W": "dropout", "dropout_U": "recurrent_dropout"})
class ConvLSTM2D:
    """An LSTM of images, whose products are convolutions; the first call fixes the channels and sizes.

    >>> ConvLSTM2D(6, 3)((2, 5, 9, 8, 4))
    (2, 7, 6, 6)
    >>> ConvLSTM2D(6, 3, padding="same", strides=2, return_sequences=True)((2, 5, 9, 8, 4))
    (2, 5, 5, 4, 6)
    >>> ConvLSTM2D(6, 3, data_format="channels_first", return_state=True)((2, 5, 4, 9, 8))
    ((2, 6, 7, 6), (2, 6, 7, 6), (2, 6, 7, 6))
    >>> ConvLSTM2D(6, 3)((2, 5, 2, 2, 4))
    error: larger
    >>> ConvLSTM2D(6, 3)((2, 9, 8, 4))
    error: rank
    """

    channels: Late
    h: Late
    w: Late
    batch: Late

    def __init__(
        self, filters: Dim, kernel_size, strides=1, padding="valid", data_format: str | None = None, dilation_rate=1,
        activation="tanh", recurrent_activation="sigmoid", use_bias: bool = True, kernel_initializer="glorot_uniform",
        recurrent_initializer="orthogonal", bias_initializer="zeros", unit_forget_bias=True, kernel_regularizer=None,
        recurrent_regularizer=None, bias_regularizer=None, activity_regularizer=None, kernel_constraint=None,
        recurrent_constraint=None, bias_constraint=None, dropout: float = 0.0, recurrent_dropout: float = 0.0,
        seed=None, return_sequences: bool = False, return_state: bool = False, go_backwards: bool = False,
        stateful: bool = False, *, unroll=False, zero_output_for_mask=False,
    ):
        kernel_size = each_axis(kernel_size, 2, "kernel_size")
        strides = each_axis(strides, 2, "strides")
        dilation_rate = each_axis(dilation_rate, 2, "dilation_rate")
        padding = padding_mode(padding)
        last = channels_last(data_format)
        assert all(k > 0 for k in kernel_size), "kernel_size must be positive"
        assert all(s >= 0 for s in strides), "strides must be positive"
        assert all(r > 0 for r in dilation_rate), "dilation_rate must be positive"
        assert max(strides) <= 1 or max(dilation_rate) == 1, "strides above 1 do not go with a dilation_rate above 1"

    def call(
        self,
        sequences: (Tensor["batch t h w channels"] if stateful else Tensor["n t h w channels"]) if last
        else (Tensor["batch t channels h w"] if stateful else Tensor["n t channels h w"]),
        initial_state=None, mask=None,
    ) -> tuple[
        (Tensor["count t *out filters"] if last else Tensor["count t filters *out"]) if return_sequences else (Tensor["count *out filters"] if last else Tensor["count filters *out"]),
        Tensor["count *out filters"] if last else Tensor["count filters *out"],
        Tensor["count *out filters"] if last else Tensor["count filters *out"],
    ] if return_state else (Tensor["count t *out filters"] if last else Tensor["count t filters *out"]) if return_sequences else (Tensor["count *out filters"] if last else Tensor["count filters *out"]):
        known = True if filters > 0 else unsure()
        assert all(s > 0 for s in strides), "[bad-argument] strides must be positive"
        assert window_fits((h, w), kernel_size, padding, dilation_rate), "[kernel-size] the kernel is larger than the input"
        out = windows_out((h, w), kernel_size, strides, padding, dilation_rate)
        rows = batch if stateful else n
        usual = (rows, *out, filters) if last else (rows, filters, *out)
        pair = is_tuple(initial_state) and len(initial_state) >= 2
        hidden = shape_of(initial_state[0]) if pair and is_tensor(initial_state[0]) else usual
        carry = shape_of(initial_state[1]) if pair and is_tensor(initial_state[1]) else usual
        marks = shape_of(mask) if is_tensor(mask) else (rows, t)
        assert not is_tensor(initial_state) and (pair or not is_tuple(initial_state)), \
            "[rnn-input] an LSTM has two states: initial_state must be [h, c]"
        assert len(hidden) != 4 or hidden[-1 if last else 1] == filters, "[rnn-input] the state h must have as many channels as the layer has filters"
        assert len(hidden) != 4 or compatible(hidden, usual), "[rnn-input] the state h must have the shape of an output"
        assert compatible(carry, usual), "[rnn-input] the state c must have the shape of an output"
        assert len(marks) > 1, "[broadcast-sizes] mask must be (batch, time)"
        assert len(marks) != 2 or marks[1] >= t and compatible(marks[:1], (rows,)), "[broadcast-sizes] mask must be (batch, time)"
        odd = len(marks) != 2 or (hidden != usual or carry != usual or marks[:1] != (rows,)) and literal(hidden + carry + usual + marks)
        count = unsure() if odd else rows

@op("keras.layers.ConvLSTM3D", finds="conv-channels")
class ConvLSTM3D:
    """An LSTM of volumes, whose products are convolutions; the first call fixes the channels and sizes.

    >>> ConvLSTM3D(6, 3)((2, 5, 9, 8, 7, 4))
    (2, 7, 6, 5, 6)
    >>> ConvLSTM3D(6, 3, padding="same", strides=2, return_sequences=True)((2, 5, 9, 8, 7, 4))
    (2, 5, 5, 4, 4, 6)
    >>> ConvLSTM3D(6, 3, data_format="channels_first", return_state=True)((2, 5, 4, 9, 8, 7))
    ((2, 6, 7, 6, 5), (2, 6, 7, 6, 5), (2, 6, 7, 6, 5))
    >>> ConvLSTM3D(6, 3)((2, 5, 2, 2, 2, 4))
    error: larger
    >>> ConvLSTM3D(6, 3)((2, 9, 8, 7, 4))
    error: rank
    """

    channels: Late
    d: Late
    h: Late
    w: Late
    batch: Late

    def __init__(
        self, filters: Dim, kernel_size, strides=1, padding="valid", data_format: str | None = None, dilation_rate=1,
        activation="tanh", recurrent_activation="sigmoid", use_bias: bool = True, kernel_initializer="glorot_uniform",
        recurrent_initializer="orthogonal", bias_initializer="zeros", unit_forget_bias=True, kernel_regularizer=None,
        recurrent_regularizer=None, bias_regularizer=None, activity_regularizer=None, kernel_constraint=None,
        recurrent_constraint=None, bias_constraint=None, dropout: float = 0.0, recurrent_dropout: float = 0.0,
        seed=None, return_sequences: bool = False, return_state: bool = False, go_backwards: bool = False,
        stateful: bool = False, *, unroll=False, zero_output_for_mask=False,
    ):
        kernel_size = each_axis(kernel_size, 3, "kernel_size")
        strides = each_axis(strides, 3, "strides")
        dilation_rate = each_axis(dilation_rate, 3, "dilation_rate")
        padding = padding_mode(padding)
        last = channels_last(data_format)
        assert all(k > 0 for k in kernel_size), "kernel_size must be positive"
        assert all(s >= 0 for s in strides), "strides must be positive"
        assert all(r > 0 for r in dilation_rate), "dilation_rate must be positive"
        assert max(strides) <= 1 or max(dilation_rate) == 1, "strides above 1 do not go with a dilation_rate above 1"

    def call(
        self,
        sequences: (Tensor["batch t d h w channels"] if stateful else Tensor["n t d h w channels"]) if last
        else (Tensor["batch t channels d h w"] if stateful else Tensor["n t channels d h w"]),
        initial_state=None, mask=None,
    ) -> tuple[
        (Tensor["count t *out filters"] if last else Tensor["count t filters *out"]) if return_sequences else (Tensor["count *out filters"] if last else Tensor["count filters *out"]),
        Tensor["count *out filters"] if last else Tensor["count filters *out"],
        Tensor["count *out filters"] if last else Tensor["count filters *out"],
    ] if return_state else (Tensor["count t *out filters"] if last else Tensor["count t filters *out"]) if return_sequences else (Tensor["count *out filters"] if last else Tensor["count filters *out"]):
        known = True if filters > 0 else unsure()
        assert all(s > 0 for s in strides), "[bad-argument] strides must be positive"
        assert window_fits((d, h, w), kernel_size, padding, dilation_rate), "[kernel-size] the kernel is larger than the input"
        out = windows_out((d, h, w), kernel_size, strides, padding, dilation_rate)
        rows = batch if stateful else n
        usual = (rows, *out, filters) if last else (rows, filters, *out)
        pair = is_tuple(initial_state) and len(initial_state) >= 2
        hidden = shape_of(initial_state[0]) if pair and is_tensor(initial_state[0]) else usual
        carry = shape_of(initial_state[1]) if pair and is_tensor(initial_state[1]) else usual
        marks = shape_of(mask) if is_tensor(mask) else (rows, t)
        assert not is_tensor(initial_state) and (pair or not is_tuple(initial_state)), \
            "[rnn-input] an LSTM has two states: initial_state must be [h, c]"
        assert len(hidden) != 5 or hidden[-1 if last else 1] == filters, "[rnn-input] the state h must have as many channels as the layer has filters"
        assert len(hidden) != 5 or compatible(hidden, usual), "[rnn-input] the state h must have the shape of an output"
        assert compatible(carry, usual), "[rnn-input] the state c must have the shape of an output"
        assert len(marks) > 1, "[broadcast-sizes] mask must be (batch, time)"
        assert len(marks) != 2 or marks[1] >= t and compatible(marks[:1], (rows,)), "[broadcast-sizes] mask must be (batch, time)"
        odd = len(marks) != 2 or (hidden != usual or carry != usual or marks[:1] != (rows,)) and literal(hidden + carry + usual + marks)
        count = unsure() if odd else rows
