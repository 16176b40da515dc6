"""Keras's recurrent layers; the weights live in `layer.cell`."""

@op("keras.layers.SimpleRNN", finds="rnn-input", legacy={"output_dim": "units", "init": "kernel_initializer", "inner_init": "recurrent_initializer", "W_regularizer": "kernel_regularizer", "U_regularizer": "recurrent_regularizer", "b_regularizer": "bias_regularizer", "dropout_W": "dropout", "dropout_U": "recurrent_dropout"})
class SimpleRNN:
    """A fully connected recurrent layer over axis 1 of (batch, time, features).

    >>> SimpleRNN(8)((2, 5, 4))
    (2, 8)
    >>> SimpleRNN(8, return_sequences=True, return_state=True)((2, 5, 4))
    ((2, 5, 8), (2, 8))
    >>> SimpleRNN(8)((2, 5))
    error: rank
    """

    width: Late
    batch: Late

    def __init__(
        self, units: Dim, activation="tanh", use_bias: bool = True, kernel_initializer="glorot_uniform",
        recurrent_initializer="orthogonal", bias_initializer="zeros", kernel_regularizer=None,
        recurrent_regularizer=None, bias_regularizer=None, activity_regularizer=None, kernel_constraint=None,
        recurrent_constraint=None, bias_constraint=None, dropout: float = 0.0, recurrent_dropout: float = 0.0,
        return_sequences: bool = False, return_state: bool = False, go_backwards: bool = False,
        stateful: bool = False, unroll: bool = False, seed=None, *, zero_output_for_mask=False,
    ):
        assert units > 0, "units must be positive"

    def call(
        self, sequences: Tensor["batch t width"] if stateful else Tensor["n t width"], initial_state=None, mask=None,
    ) -> tuple[Tensor["rows t units"] if return_sequences else Tensor["rows units"], Tensor["rows units"]] \
            if return_state else Tensor["rows t units"] if return_sequences else Tensor["rows units"]:
        count = batch if stateful else n
        usual = (count, units)
        given = initial_state[0] if is_tuple(initial_state) else initial_state
        state = shape_of(given) if is_tensor(given) else usual
        marks = shape_of(mask) if is_tensor(mask) else (count, t)
        sole = True if not is_tuple(initial_state) or len(initial_state) == 1 else unsure()
        assert len(state) > 0 and state[-1] == units, "the state must have as many units as the layer"
        assert len(state) < 2 or compatible(state[-2:], usual), "the state must be (batch, units)"
        assert len(marks) > 1, "[broadcast-sizes] mask must be (batch, time)"
        assert len(marks) != 2 or marks[1] >= t and compatible(marks[:1], (count,)), "[broadcast-sizes] mask must be (batch, time)"
        odd = len(state) != 2 or len(marks) != 2 or literal(state[:1] + marks[:1] + (count,)) and (state[0] > count or marks[0] > count)
        rows = unsure() if odd else count

@op("keras.layers.GRU", finds="rnn-input", legacy={"output_dim": "units", "init": "kernel_initializer", "inner_init": "recurrent_initializer", "inner_activation": "recurrent_activation", "W_regularizer": "kernel_regularizer", "U_regularizer": "recurrent_regularizer", "b_regularizer": "bias_regularizer", "dropout_W": "dropout", "dropout_U": "recurrent_dropout"})
class GRU:
    """A gated recurrent layer over axis 1 of (batch, time, features).

    >>> GRU(8)((2, 5, 4))
    (2, 8)
    >>> GRU(8, return_sequences=True, return_state=True)((2, 5, 4))
    ((2, 5, 8), (2, 8))
    >>> GRU(8)((2, 4))
    error: rank
    """

    width: Late
    batch: Late

    def __init__(
        self, units: Dim, activation="tanh", recurrent_activation="sigmoid", use_bias: bool = True,
        kernel_initializer="glorot_uniform", recurrent_initializer="orthogonal", bias_initializer="zeros",
        kernel_regularizer=None, recurrent_regularizer=None, bias_regularizer=None, activity_regularizer=None,
        kernel_constraint=None, recurrent_constraint=None, bias_constraint=None, dropout: float = 0.0,
        recurrent_dropout: float = 0.0, seed=None, return_sequences: bool = False, return_state: bool = False,
        go_backwards: bool = False, stateful: bool = False, unroll: bool = False, reset_after: bool = True,
        use_cudnn="auto", *, implementation=2, zero_output_for_mask=False,
    ):
        assert units > 0, "units must be positive"

    def call(
        self, sequences: Tensor["batch t width"] if stateful else Tensor["n t width"], initial_state=None, mask=None,
    ) -> tuple[Tensor["rows t units"] if return_sequences else Tensor["rows units"], Tensor["rows units"]] \
            if return_state else Tensor["rows t units"] if return_sequences else Tensor["rows units"]:
        count = batch if stateful else n
        usual = (count, units)
        given = initial_state[0] if is_tuple(initial_state) else initial_state
        state = shape_of(given) if is_tensor(given) else usual
        marks = shape_of(mask) if is_tensor(mask) else (count, t)
        sole = True if not is_tuple(initial_state) or len(initial_state) == 1 else unsure()
        assert len(state) > 0 and state[-1] == units, "the state must have as many units as the layer"
        assert len(state) < 2 or compatible(state[-2:], usual), "the state must be (batch, units)"
        assert len(marks) > 1, "[broadcast-sizes] mask must be (batch, time)"
        assert len(marks) != 2 or marks[1] >= t and compatible(marks[:1], (count,)), "[broadcast-sizes] mask must be (batch, time)"
        odd = len(state) != 2 or len(marks) != 2 or literal(state[:1] + marks[:1] + (count,)) and (state[0] > count or marks[0] > count)
        rows = unsure() if odd else count

@op("keras.layers.LSTM", finds="rnn-input", legacy={"output_dim": "units", "init": "kernel_initializer", "inner_init": "recurrent_initializer", "inner_activation": "recurrent_activation", "forget_bias_init": "unit_forget_bias", "W_regularizer": "kernel_regularizer", "U_regularizer": "recurrent_regularizer", "b_regularizer": "bias_regularizer", "dropout_W": "dropout", "dropout_U": "recurrent_dropout"})
class LSTM:
    """A long short-term memory over axis 1 of (batch, time, features); its states are [h, c].

    >>> LSTM(8)((2, 5, 4))
    (2, 8)
    >>> LSTM(8, return_sequences=True)((2, 5, 4))
    (2, 5, 8)
    >>> LSTM(8, return_state=True)((2, 5, 4))
    ((2, 8), (2, 8), (2, 8))
    >>> LSTM(8)((2, 4))
    error: rank
    """

    width: Late
    batch: Late

    def __init__(
        self, units: Dim, activation="tanh", recurrent_activation="sigmoid", use_bias: bool = True,
        kernel_initializer="glorot_uniform", recurrent_initializer="orthogonal", bias_initializer="zeros",
        unit_forget_bias=True, kernel_regularizer=None, recurrent_regularizer=None, bias_regularizer=None,
        activity_regularizer=None, kernel_constraint=None, recurrent_constraint=None, bias_constraint=None,
        dropout: float = 0.0, recurrent_dropout: float = 0.0, seed=None, return_sequences: bool = False,
        return_state: bool = False, go_backwards: bool = False, stateful: bool = False, unroll: bool = False,
        use_cudnn="auto", *, implementation=2, zero_output_for_mask=False,
    ):
        assert units > 0, "units must be positive"

    def call(
        self, sequences: Tensor["batch t width"] if stateful else Tensor["n t width"], initial_state=None, mask=None,
    ) -> tuple[
        Tensor["rows t units"] if return_sequences else Tensor["rows units"], Tensor["rows units"], Tensor["rows units"],
    ] if return_state else Tensor["rows t units"] if return_sequences else Tensor["rows units"]:
        count = batch if stateful else n
        usual = (count, units)
        pair = is_tuple(initial_state) and len(initial_state) >= 2
        hidden = shape_of(initial_state[0]) if pair and is_tensor(initial_state[0]) else usual
        carry = shape_of(initial_state[1]) if pair and is_tensor(initial_state[1]) else usual
        marks = shape_of(mask) if is_tensor(mask) else (count, t)
        assert not is_tensor(initial_state) and (pair or not is_tuple(initial_state)), \
            "an LSTM has two states: initial_state must be [h, c]"
        sole = True if not is_tuple(initial_state) or len(initial_state) == 2 else unsure()
        assert len(hidden) > 0 and hidden[-1] == units, "the state h must have as many units as the layer"
        assert len(hidden) < 2 or compatible(hidden[-2:], usual), "the state h must be (batch, units)"
        assert compatible(carry[-2:], usual), "the state c must be (batch, units)"
        assert len(marks) > 1, "[broadcast-sizes] mask must be (batch, time)"
        assert len(marks) != 2 or marks[1] >= t and compatible(marks[:1], (count,)), "[broadcast-sizes] mask must be (batch, time)"
        odd = len(hidden) != 2 or len(carry) != 2 or len(marks) != 2 or \
            literal(hidden[:1] + carry + marks[:1] + usual) and \
            (hidden[0] > count or carry[0] > count or carry[1] > units or marks[0] > count)
        rows = unsure() if odd else count
