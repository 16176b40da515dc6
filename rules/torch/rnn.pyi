"""Recurrent layers and cells."""

@op("torch.nn.RNN", finds="rnn-input")
class RNN:
    """Multi-layer RNN: returns output, h_n.

    >>> RNN(10, 20, batch_first=True, bidirectional=True)((3, 5, 10))
    ((3, 5, 40), (2, 3, 20))
    >>> RNN(10, 20)((5, 10))
    ((5, 20), (1, 20))
    >>> RNN(10, 20)((5, 3, 11))
    error: input_size
    >>> RNN(10, 20, 2)((5, 3, 10), (1, 3, 20))
    error: layers
    """

    weight_ih_l0: Tensor["1*hidden_size input_size"]
    weight_hh_l0: Tensor["1*hidden_size hidden_size"]
    bias_ih_l0: Tensor["1*hidden_size"]
    bias_hh_l0: Tensor["1*hidden_size"]

    def __init__(
        self, input_size: Dim, hidden_size: Dim, num_layers: Dim = 1, nonlinearity: Literal["tanh", "relu"] = "tanh", bias: bool = True,
        batch_first: bool = False, dropout: float = 0.0, bidirectional: bool = False,
        device=None, dtype=None,
    ):
        ways = 2 if bidirectional else 1
        layers = ways * num_layers
        assert input_size > 0, "input_size must be greater than zero"
        assert hidden_size > 0, "hidden_size must be greater than zero"
        assert num_layers > 0, "num_layers must be greater than zero"

    def flatten_parameters(self) -> None: ...
    @overload
    def forward(
        self, input: Inexact["t input_size"], hx: Tensor["layers hidden_size"] | None = None
    ) -> tuple[Tensor["t ways*hidden_size"], Tensor["layers hidden_size"]]:
        assert not empty(t), "the sequence must not be empty"
    @overload
    def forward(
        self, input: Inexact["n t input_size"] if batch_first else Tensor["t n input_size"],
        hx: Tensor["layers n hidden_size"] | None = None,
    ) -> tuple[
        Tensor["n t ways*hidden_size"] if batch_first else Tensor["t n ways*hidden_size"],
        Tensor["layers n hidden_size"],
    ]:
        assert not empty(t), "the sequence must not be empty"

@op("torch.nn.LSTM", finds="rnn-input")
class LSTM:
    """Multi-layer LSTM: returns output, (h_n, c_n).

    >>> LSTM(10, 20, batch_first=True, bidirectional=True)((3, 5, 10))
    ((3, 5, 40), ((2, 3, 20), (2, 3, 20)))
    >>> LSTM(10, 20)((5, 10))
    ((5, 20), ((1, 20), (1, 20)))
    >>> LSTM(10, 20)((5, 3, 11))
    error: input_size
    >>> LSTM(10, 20, 2)((5, 3, 10), ((1, 3, 20), (1, 3, 20)))
    error: layers
    >>> LSTM(10, 20, proj_size=5)((5, 3, 10))
    ((5, 3, 5), ((1, 3, 5), (1, 3, 20)))
    >>> LSTM(10, 20, proj_size=20)
    error: proj_size
    """

    weight_ih_l0: Tensor["4*hidden_size input_size"]
    weight_hh_l0: Tensor["4*hidden_size out"]
    bias_ih_l0: Tensor["4*hidden_size"]
    bias_hh_l0: Tensor["4*hidden_size"]

    def __init__(
        self, input_size: Dim, hidden_size: Dim, num_layers: Dim = 1, bias: bool = True,
        batch_first: bool = False, dropout: float = 0.0, bidirectional: bool = False,
        proj_size: Dim = 0, device=None, dtype=None,
    ):
        ways = 2 if bidirectional else 1
        layers = ways * num_layers
        out = hidden_size if proj_size == 0 else proj_size
        assert proj_size < hidden_size, "proj_size has to be smaller than hidden_size"
        assert proj_size >= 0, "proj_size should be a positive integer or zero"
        assert input_size > 0, "input_size must be greater than zero"
        assert hidden_size > 0, "hidden_size must be greater than zero"
        assert num_layers > 0, "num_layers must be greater than zero"

    def flatten_parameters(self) -> None: ...
    @overload
    def forward(
        self, input: Inexact["t input_size"], hx: tuple[Tensor["layers out"], Tensor["layers hidden_size"]] | None = None
    ) -> tuple[Tensor["t ways*out"], tuple[Tensor["layers out"], Tensor["layers hidden_size"]]]:
        assert not empty(t), "the sequence must not be empty"
    @overload
    def forward(
        self, input: Inexact["n t input_size"] if batch_first else Tensor["t n input_size"],
        hx: tuple[Tensor["layers n out"], Tensor["layers n hidden_size"]] | None = None,
    ) -> tuple[
        Tensor["n t ways*out"] if batch_first else Tensor["t n ways*out"],
        tuple[Tensor["layers n out"], Tensor["layers n hidden_size"]],
    ]:
        assert not empty(t), "the sequence must not be empty"

@op("torch.nn.GRU", finds="rnn-input")
class GRU:
    """Multi-layer GRU: returns output, h_n.

    >>> GRU(10, 20, batch_first=True, bidirectional=True)((3, 5, 10))
    ((3, 5, 40), (2, 3, 20))
    >>> GRU(10, 20)((5, 10))
    ((5, 20), (1, 20))
    >>> GRU(10, 20)((5, 3, 11))
    error: input_size
    >>> GRU(10, 20, 2)((5, 3, 10), (1, 3, 20))
    error: layers
    """

    weight_ih_l0: Tensor["3*hidden_size input_size"]
    weight_hh_l0: Tensor["3*hidden_size hidden_size"]
    bias_ih_l0: Tensor["3*hidden_size"]
    bias_hh_l0: Tensor["3*hidden_size"]

    def __init__(
        self, input_size: Dim, hidden_size: Dim, num_layers: Dim = 1, bias: bool = True,
        batch_first: bool = False, dropout: float = 0.0, bidirectional: bool = False,
        device=None, dtype=None,
    ):
        ways = 2 if bidirectional else 1
        layers = ways * num_layers
        assert input_size > 0, "input_size must be greater than zero"
        assert hidden_size > 0, "hidden_size must be greater than zero"
        assert num_layers > 0, "num_layers must be greater than zero"

    def flatten_parameters(self) -> None: ...
    @overload
    def forward(
        self, input: Inexact["t input_size"], hx: Tensor["layers hidden_size"] | None = None
    ) -> tuple[Tensor["t ways*hidden_size"], Tensor["layers hidden_size"]]:
        assert not empty(t), "the sequence must not be empty"
    @overload
    def forward(
        self, input: Inexact["n t input_size"] if batch_first else Tensor["t n input_size"],
        hx: Tensor["layers n hidden_size"] | None = None,
    ) -> tuple[
        Tensor["n t ways*hidden_size"] if batch_first else Tensor["t n ways*hidden_size"],
        Tensor["layers n hidden_size"],
    ]:
        assert not empty(t), "the sequence must not be empty"

@op("torch.nn.RNNCell", finds="rnn-input")
class RNNCell:
    """One step of a RNN over an optionally batched input.

    >>> RNNCell(10, 20)((3, 10), (3, 20))
    (3, 20)
    >>> RNNCell(10, 20)((10,))
    (20,)
    >>> RNNCell(10, 20)((3, 11))
    error: input_size
    >>> RNNCell(10, 20)((3, 10), (4, 20))
    error: n
    """

    weight_ih: Tensor["1*hidden_size input_size"]
    weight_hh: Tensor["1*hidden_size hidden_size"]
    bias_ih: Tensor["1*hidden_size"] if bias else None
    bias_hh: Tensor["1*hidden_size"] if bias else None

    def __init__(
        self, input_size: Dim, hidden_size: Dim, bias: bool = True, nonlinearity: Literal["tanh", "relu"] = "tanh", device=None, dtype=None
    ): ...
    @overload
    def forward(self, input: Inexact["input_size"], hx: Tensor["hidden_size hidden_size"]) -> Tensor["hidden_size hidden_size"]: ...
    @overload
    def forward(
        self, input: Inexact["[n] input_size"], hx: Tensor["[n] hidden_size"] | None = None
    ) -> Tensor["[n] hidden_size"]: ...

@op("torch.nn.LSTMCell", finds="rnn-input")
class LSTMCell:
    """One step of a LSTM over an optionally batched input.

    >>> LSTMCell(10, 20)((3, 10), ((3, 20), (3, 20)))
    ((3, 20), (3, 20))
    >>> LSTMCell(10, 20)((10,))
    ((20,), (20,))
    >>> LSTMCell(10, 20)((3, 11))
    error: input_size
    >>> LSTMCell(10, 20)((3, 10), ((4, 20), (4, 20)))
    error: n
    """

    weight_ih: Tensor["4*hidden_size input_size"]
    weight_hh: Tensor["4*hidden_size hidden_size"]
    bias_ih: Tensor["4*hidden_size"] if bias else None
    bias_hh: Tensor["4*hidden_size"] if bias else None

    def __init__(
        self, input_size: Dim, hidden_size: Dim, bias: bool = True, device=None, dtype=None
    ): ...
    def forward(
        self, input: Inexact["[n] input_size"], hx: tuple[Tensor["[n] hidden_size"], Tensor["[n] hidden_size"]] | None = None
    ) -> tuple[Tensor["[n] hidden_size"], Tensor["[n] hidden_size"]]: ...

@op("torch.nn.GRUCell", finds="rnn-input")
class GRUCell:
    """One step of a GRU over an optionally batched input.

    >>> GRUCell(10, 20)((3, 10), (3, 20))
    (3, 20)
    >>> GRUCell(10, 20)((10,))
    (20,)
    >>> GRUCell(10, 20)((3, 11))
    error: input_size
    >>> GRUCell(10, 20)((3, 10), (4, 20))
    error: n
    """

    weight_ih: Tensor["3*hidden_size input_size"]
    weight_hh: Tensor["3*hidden_size hidden_size"]
    bias_ih: Tensor["3*hidden_size"] if bias else None
    bias_hh: Tensor["3*hidden_size"] if bias else None

    def __init__(
        self, input_size: Dim, hidden_size: Dim, bias: bool = True, device=None, dtype=None
    ): ...
    def forward(
        self, input: Inexact["[n] input_size"], hx: Tensor["[n] hidden_size"] | None = None
    ) -> Tensor["[n] hidden_size"]: ...
