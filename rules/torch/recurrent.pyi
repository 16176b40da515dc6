"""Recurrent layers and cells as functions: weights are given, the hidden size is that of the state."""

@op("torch.rnn_tanh_cell", "torch.rnn_relu_cell", finds="rnn-input")
def rnn_cell(
    input: Inexact["n i *more"], hx: Inexact["n h *rest"], w_ih: Inexact["h i"], w_hh: Inexact["h h"],
    b_ih: Tensor["*b"] | None = None, b_hh: Tensor["*c"] | None = None,
) -> Shared["n h"]:
    """One step of a RNN.

    >>> rnn_cell((3, 10), (3, 20), (20, 10), (20, 20))
    (3, 20)
    >>> rnn_cell((3, 11), (3, 20), (20, 10), (20, 20))
    error: i
    >>> rnn_cell((3, 10), (4, 20), (20, 10), (20, 20))
    error: n
    """
    known = True if len(more) == 0 and len(rest) == 0 else unsure()
    assert b_ih is None or broadcasts_to(b, (n, 1 * h)), "b_ih must broadcast to (n, h)"
    assert b_hh is None or broadcasts_to(c, (n, 1 * h)), "b_hh must broadcast to (n, h)"

@op("torch.gru_cell", finds="rnn-input")
def gru_cell(
    input: Inexact["n i *more"], hx: Inexact["n h *rest"], w_ih: Inexact["3*h i"], w_hh: Inexact["3*h h"],
    b_ih: Tensor["*b"] | None = None, b_hh: Tensor["*c"] | None = None,
) -> Shared["n h"]:
    """One step of a GRU.

    >>> gru_cell((3, 10), (3, 20), (60, 10), (60, 20))
    (3, 20)
    >>> gru_cell((3, 11), (3, 20), (60, 10), (60, 20))
    error: i
    >>> gru_cell((3, 10), (4, 20), (60, 10), (60, 20))
    error: n
    """
    known = True if len(more) == 0 and len(rest) == 0 else unsure()
    assert b_ih is None or broadcasts_to(b, (n, 3 * h)), "b_ih must broadcast to (n, 3*h)"
    assert b_hh is None or broadcasts_to(c, (n, 3 * h)), "b_hh must broadcast to (n, 3*h)"

@op("torch.lstm_cell", finds="rnn-input")
def lstm_cell(
    input: Inexact["n i *more"], hx: tuple[Inexact["n h *rest"], Inexact["n h *_rest"]], w_ih: Inexact["4*h i"], w_hh: Inexact["4*h h"],
    b_ih: Tensor["*b"] | None = None, b_hh: Tensor["*c"] | None = None,
) -> tuple[Shared["n h"], Shared["n h"]]:
    """One step of a LSTM: (h, c).

    >>> lstm_cell((3, 10), ((3, 20), (3, 20)), (80, 10), (80, 20))
    ((3, 20), (3, 20))
    >>> lstm_cell((3, 11), ((3, 20), (3, 20)), (80, 10), (80, 20))
    error: i
    >>> lstm_cell((3, 10), ((4, 20), (4, 20)), (80, 10), (80, 20))
    error: n
    """
    known = True if len(more) == 0 and len(rest) == 0 and len(_rest) == 0 else unsure()
    assert b_ih is None or broadcasts_to(b, (n, 4 * h)), "b_ih must broadcast to (n, 4*h)"
    assert b_hh is None or broadcasts_to(c, (n, 4 * h)), "b_hh must broadcast to (n, 4*h)"

@op("torch.rnn_tanh", "torch.rnn_relu", finds="rnn-input")
@overload
def rnn(
    input: Tensor["_ k"], hx: Tensor["*_state"], params: list[Tensor], has_biases: bool, num_layers: Dim, dropout: float, train: bool,
    bidirectional: bool, batch_first: bool,
) -> tuple[Array, Array]:
    known = unsure()
@overload
def rnn(
    data: Inexact["s _"], batch_sizes: Int["steps"], hx: Tensor["l n h"], params: list[Tensor], has_biases: bool, num_layers: Dim, dropout: float,
    train: bool, bidirectional: bool,
) -> tuple[Tensor["s ways*h"], Tensor["l n h"]]:
    ways = 2 if bidirectional else 1
    known = True if l == num_layers * ways and steps > 0 else unsure()
@overload
def rnn(
    input: Inexact["a b _"], hx: Tensor["l n h"], params: list[Tensor], has_biases: bool, num_layers: Dim, dropout: float, train: bool,
    bidirectional: bool, batch_first: bool,
) -> tuple[Tensor["a b ways*h"], Tensor["l n h"]]:
    """A RNN over (t, n, k), or (n, t, k) if `batch_first`, or over the data of a packed sequence: output, h_n.

    >>> rnn((5, 3, 10), (1, 3, 20), [(20, 10), (20, 20)], False, 1, 0.0, False, False, False)
    ((5, 3, 20), (1, 3, 20))
    >>> rnn((5, 3, 10), (2, 3, 20), [(20, 10), (20, 20)], False, 1, 0.0, False, False, False)
    error: layers
    """
    ways = 2 if bidirectional else 1
    steps = b if batch_first else a
    assert steps > 0, "the sequence is empty"
    assert l == num_layers * ways, "hx must have num_layers layers for each direction"
    assert n == (a if batch_first else b), "the batch of hx must be that of input"

@op("torch.gru", finds="rnn-input")
@overload
def gru(
    data: Inexact["s _"], batch_sizes: Int["steps"], hx: Tensor["l n h"], params: list[Tensor], has_biases: bool, num_layers: Dim, dropout: float,
    train: bool, bidirectional: bool,
) -> tuple[Tensor["s ways*h"], Tensor["l n h"]]:
    ways = 2 if bidirectional else 1
    known = True if l == num_layers * ways and steps > 0 else unsure()
@overload
def gru(
    input: Inexact["a b _"], hx: Tensor["l n h"], params: list[Tensor], has_biases: bool, num_layers: Dim, dropout: float, train: bool,
    bidirectional: bool, batch_first: bool,
) -> tuple[Tensor["a b ways*h"], Tensor["l n h"]]:
    """A GRU over (t, n, k), or (n, t, k) if `batch_first`, or over the data of a packed sequence: output, h_n.

    >>> gru((5, 3, 10), (1, 3, 20), [(60, 10), (60, 20)], False, 1, 0.0, False, False, False)
    ((5, 3, 20), (1, 3, 20))
    >>> gru((5, 3, 10), (2, 3, 20), [(60, 10), (60, 20)], False, 1, 0.0, False, False, False)
    error: layers
    """
    ways = 2 if bidirectional else 1
    steps = b if batch_first else a
    assert steps > 0, "the sequence is empty"
    assert l == num_layers * ways, "hx must have num_layers layers for each direction"
    assert n == (a if batch_first else b), "the batch of hx must be that of input"

@op("torch.lstm", finds="rnn-input")
@overload
def lstm(
    data: Inexact["s _"], batch_sizes: Int["steps"], hx: tuple[Tensor["l n h"], Tensor["l _ c"]], params: list[Tensor], has_biases: bool, num_layers: Dim, dropout: float,
    train: bool, bidirectional: bool,
) -> tuple[Tensor["s ways*h"], Tensor["l n h"], Tensor["l n c"]]:
    ways = 2 if bidirectional else 1
    known = True if l == num_layers * ways and steps > 0 else unsure()
@overload
def lstm(
    input: Inexact["a b *k"], hx: tuple[Tensor["l n h"], Tensor["l _ c"]], params: list[Tensor], has_biases: bool, num_layers: Dim, dropout: float, train: bool,
    bidirectional: bool, batch_first: bool,
) -> tuple[Tensor["a b ways*h"], Tensor["l n h"], Tensor["l n c"]]:
    """A LSTM over (t, n, k), or (n, t, k) if `batch_first`, or over the data of a packed sequence: output, h_n, c_n.

    >>> lstm((5, 3, 10), ((1, 3, 20), (1, 3, 20)), [(80, 10), (80, 20)], False, 1, 0.0, False, False, False)
    ((5, 3, 20), (1, 3, 20), (1, 3, 20))
    >>> lstm((5,), ((1, 3, 20), (1, 3, 20)), [(80, 10), (80, 20)], False, 1, 0.0, False, False, False)
    error: rank
    """
    ways = 2 if bidirectional else 1
    steps = b if batch_first else a
    known = True if len(k) == 1 and l == num_layers * ways and n == (a if batch_first else b) and steps > 0 else unsure()
