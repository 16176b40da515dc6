"""Keras's recurrent cells: one step, from an input and the states of the step before."""

@op("keras.layers.SimpleRNNCell", finds="rnn-input")
class SimpleRNNCell:
    """One step of a SimpleRNN: the output, and the new state as it was given, in a list or alone.

    >>> SimpleRNNCell(8)((2, 4), [(2, 8)])
    ((2, 8), ((2, 8),))
    >>> SimpleRNNCell(8)((2, 4), (2, 8))
    ((2, 8), (2, 8))
    >>> SimpleRNNCell(8)((2, 4), [(2, 7)])
    error: units
    """

    width: Late
    kernel: Tensor["width units"]
    recurrent_kernel: Tensor["units units"]
    bias: Tensor["units"] if use_bias else None

    def __init__(
        self, units: Dim, activation="tanh", use_bias: bool = True, kernel_initializer="glorot_uniform",
        recurrent_initializer="orthogonal", bias_initializer="zeros", kernel_regularizer=None,
        recurrent_regularizer=None, bias_regularizer=None, kernel_constraint=None, recurrent_constraint=None,
        bias_constraint=None, dropout: float = 0.0, recurrent_dropout: float = 0.0, seed=None,
    ):
        assert units > 0, "units must be positive"
        state_size = units
        output_size = units

    def call(
        self, sequence: Tensor["*batch width"], states: Tensor | list[Tensor],
    ) -> tuple[Tensor["*out"], tuple[Tensor["*out"]] if listed else Tensor["*out"]]:
        listed = is_tuple(states)
        assert not listed or len(states) > 0, "states must hold the state of the step before"
        state = shape_of(states[0]) if listed else shape_of(states)
        assert len(state) > 0 and state[-1] == units, "the state must have as many units as the cell"
        assert len(batch) == 0 or compatible(state[:-1], batch), "the state must be (batch, units)"
        known = True if len(batch) == 1 and len(state) == 2 else unsure()
        out = broadcast(state, batch + (units,)) if literal(state + batch) else batch + (units,)

@op("keras.layers.GRUCell", finds="rnn-input")
class GRUCell:
    """One step of a GRU: the output, and the new state as it was given, in a list or alone.

    >>> GRUCell(8)((2, 4), [(2, 8)])
    ((2, 8), ((2, 8),))
    >>> GRUCell(8)((2, 4), (2, 8))
    ((2, 8), (2, 8))
    >>> GRUCell(8)((2, 4), [(2, 7)])
    error: units
    """

    width: Late
    kernel: Tensor["width 3*units"]
    recurrent_kernel: Tensor["units 3*units"]
    bias: (Tensor["2 3*units"] if reset_after else Tensor["3*units"]) if use_bias else None

    def __init__(
        self, units: Dim, activation="tanh", recurrent_activation="sigmoid", use_bias: bool = True,
        kernel_initializer="glorot_uniform", recurrent_initializer="orthogonal", bias_initializer="zeros",
        kernel_regularizer=None, recurrent_regularizer=None, bias_regularizer=None, kernel_constraint=None,
        recurrent_constraint=None, bias_constraint=None, dropout: float = 0.0, recurrent_dropout: float = 0.0,
        reset_after: bool = True, seed=None, *, implementation=2,
    ):
        assert units > 0, "units must be positive"
        state_size = units
        output_size = units

    def call(
        self, inputs: Tensor["*batch width"], states: Tensor | list[Tensor],
    ) -> tuple[Tensor["*out"], tuple[Tensor["*out"]] if listed else Tensor["*out"]]:
        listed = is_tuple(states)
        assert not listed or len(states) > 0, "states must hold the state of the step before"
        state = shape_of(states[0]) if listed else shape_of(states)
        assert len(state) > 0 and state[-1] == units, "the state must have as many units as the cell"
        assert len(batch) == 0 or compatible(state[:-1], batch), "the state must be (batch, units)"
        known = True if len(batch) == 1 and len(state) == 2 else unsure()
        out = broadcast(state, batch + (units,)) if literal(state + batch) else batch + (units,)

@op("keras.layers.LSTMCell", finds="rnn-input")
class LSTMCell:
    """One step of an LSTM from the states [h, c]: the output, and the new ones.

    >>> LSTMCell(8)((2, 4), [(2, 8), (2, 8)])
    ((2, 8), ((2, 8), (2, 8)))
    >>> LSTMCell(8)((2, 4), [(2, 8)])
    error: two states
    >>> LSTMCell(8)((2, 4), [(2, 7), (2, 7)])
    error: units
    """

    width: Late
    kernel: Tensor["width 4*units"]
    recurrent_kernel: Tensor["units 4*units"]
    bias: Tensor["4*units"] if use_bias else None

    def __init__(
        self, units: Dim, activation="tanh", recurrent_activation="sigmoid", use_bias: bool = True,
        kernel_initializer="glorot_uniform", recurrent_initializer="orthogonal", bias_initializer="zeros",
        unit_forget_bias=True, kernel_regularizer=None, recurrent_regularizer=None, bias_regularizer=None,
        kernel_constraint=None, recurrent_constraint=None, bias_constraint=None, dropout: float = 0.0,
        recurrent_dropout: float = 0.0, seed=None, *, implementation=2,
    ):
        assert units > 0, "units must be positive"
        state_size = (units, units)
        output_size = units

    def call(
        self, inputs: Tensor["*batch width"], states: list[Tensor],
    ) -> tuple[Tensor["*out"], tuple[Tensor["*out"], Tensor["*out"]]]:
        assert len(states) >= 2, "an LSTM has two states: states must be [h, c]"
        hidden = shape_of(states[0])
        carry = shape_of(states[1])
        usual = batch + (units,)
        assert len(hidden) > 0 and hidden[-1] == units, "the state h must have as many units as the cell"
        assert len(batch) != 1 or compatible(hidden, usual), "the state h must be (batch, units)"
        assert len(batch) != 1 or len(hidden) > 2 or compatible(carry, usual), "the state c must be (batch, units)"
        plain = len(batch) == 1 and len(hidden) == 2 and len(carry) == 2
        known = True if plain else unsure()
        out = broadcast(hidden, carry, usual) if plain and literal(hidden + carry + usual) else usual
