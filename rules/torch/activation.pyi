"""What keeps the shape: activations, dropout, softmax; and the gated units, which halve an axis."""

@op("torch.nn.Identity", finds="bad-argument", layout="kept")
class Identity:
    """Takes any constructor arguments and returns its input.

    >>> Identity()((2, 3))
    (2, 3)
    >>> Identity(54)(())
    ()
    """

    def __init__(self, *args, **kwargs): ...
    def forward(self, input: Tensor["*shape"]) -> Tensor["*shape"]: ...

@op(
    "torch.nn.ReLU", "torch.nn.ReLU6", "torch.nn.SELU", "torch.nn.SiLU", "torch.nn.Mish",
    "torch.nn.Hardswish", "torch.nn.Hardsigmoid", finds="bad-argument",
    layout="kept",
)
class ReLU:
    """An activation of every element.

    >>> ReLU()((2, 3))
    (2, 3)
    >>> ReLU(inplace=True)(())
    ()
    """

    def __init__(self, inplace: bool = False): ...
    def forward(self, input: Tensor["*shape"]) -> Tensor["*shape"]: ...

@op(
    "torch.nn.Sigmoid", "torch.nn.Tanh", "torch.nn.LogSigmoid", "torch.nn.Softsign",
    "torch.nn.Tanhshrink", finds="bad-argument",
    layout="packed",
)
class Sigmoid:
    """An activation of every element, without parameters.

    >>> Sigmoid()((2, 3))
    (2, 3)
    """

    def __init__(self): ...
    def forward(self, input: Tensor["*shape"]) -> Inexact["*shape"]: ...

@op("torch.nn.GELU", finds="bad-argument", layout="kept")
class GELU:
    """An activation of every element.

    >>> GELU("tanh")((2, 3))
    (2, 3)
    """

    def __init__(self, approximate: str = "none"): ...
    def forward(self, input: Tensor["*shape"]) -> Tensor["*shape"]: ...

@op("torch.nn.LeakyReLU", finds="bad-argument", layout="kept")
class LeakyReLU:
    """An activation of every element.

    >>> LeakyReLU(0.2)((2, 3))
    (2, 3)
    """

    def __init__(self, negative_slope: float = 0.01, inplace: bool = False): ...
    def forward(self, input: Tensor["*shape"]) -> Tensor["*shape"]: ...

@op("torch.nn.ELU", "torch.nn.CELU", finds="bad-argument", layout="kept")
class ELU:
    """An activation of every element.

    >>> ELU(1.5)((2, 3))
    (2, 3)
    """

    def __init__(self, alpha: float = 1.0, inplace: bool = False): ...
    def forward(self, input: Tensor["*shape"]) -> Tensor["*shape"]: ...

@op("torch.nn.Softplus", finds="bad-argument", layout="kept")
class Softplus:
    """An activation of every element.

    >>> Softplus()((2, 3))
    (2, 3)
    """

    def __init__(self, beta: float = 1.0, threshold: float = 20.0): ...
    def forward(self, input: Tensor["*shape"]) -> Tensor["*shape"]: ...

@op("torch.nn.Hardtanh", finds="bad-argument", layout="kept")
class Hardtanh:
    """An activation of every element.

    >>> Hardtanh(-2, 2)((2, 3))
    (2, 3)
    """

    def __init__(
        self, min_val: float = -1.0, max_val: float = 1.0, inplace: bool = False, min_value=None,
        max_value=None,
    ): ...
    def forward(self, input: Tensor["*shape"]) -> Tensor["*shape"]: ...

@op("torch.nn.Threshold", finds="bad-argument", layout="kept")
class Threshold:
    """An activation of every element.

    >>> Threshold(0.1, 20)((2, 3))
    (2, 3)
    """

    def __init__(self, threshold: float, value: float, inplace: bool = False): ...
    def forward(self, input: Tensor["*shape"]) -> Tensor["*shape"]: ...

@op("torch.nn.Hardshrink", "torch.nn.Softshrink", finds="bad-argument", layout="kept")
class Hardshrink:
    """An activation of every element.

    >>> Hardshrink(0.1)((2, 3))
    (2, 3)
    """

    def __init__(self, lambd: float = 0.5): ...
    def forward(self, input: Tensor["*shape"]) -> Tensor["*shape"]: ...

@op("torch.nn.RReLU", finds="bad-argument", layout="packed")
class RReLU:
    """An activation of every element, with a random slope.

    >>> RReLU()((2, 3))
    (2, 3)
    """

    def __init__(self, lower: float = 0.125, upper: float = 0.333, inplace: bool = False): ...
    def forward(self, input: Tensor["*shape"]) -> Tensor["*shape"]: ...

@op(
    "torch.nn.Dropout", "torch.nn.AlphaDropout",
    finds="bad-argument",
    layout="kept",
)
class Dropout:
    """Zero some elements in training; keeps the shape.

    >>> Dropout(0.1)((2, 3))
    (2, 3)
    >>> Dropout(1.5)
    error: between
    """

    def __init__(self, p: float = 0.5, inplace: bool = False):
        assert 0 <= p and p <= 1, "p has to be between 0 and 1"

    def forward(self, input: Tensor["*shape"]) -> Tensor["*shape"]: ...

@op("torch.nn.Dropout1d", finds="index-rank", layout="kept")
class Dropout1d:
    """Zero some channels in training; 2-D or 3-D input.

    >>> Dropout1d(0.1)((2, 3, 4))
    (2, 3, 4)
    >>> Dropout1d()((2, 3, 4, 5))
    error: rank
    """

    def __init__(self, p: float = 0.5, inplace: bool = False):
        assert 0 <= p and p <= 1, "[bad-argument] p has to be between 0 and 1"

    def forward(self, input: Tensor["[n] c l"]) -> Tensor["[n] c l"]: ...

@op("torch.nn.Softmax", "torch.nn.LogSoftmax", "torch.nn.Softmin", finds="index-range", layout="packed")
class Softmax:
    """Normalise along dim.

    >>> Softmax(dim=-1)((2, 3))
    (2, 3)
    >>> Softmax(dim=2)((2, 3))
    error: dim
    """

    def __init__(self, dim: Axis | None = None): ...
    def forward(self, input: Tensor["*shape"]) -> Tensor["*shape"]:
        assert dim is None or (-max(len(shape), 1) <= dim and dim < max(len(shape), 1)), "dim is out of range"

@op("torch.nn.Softmax2d", finds="index-rank", layout="packed")
class Softmax2d:
    """Normalise over the channels of an optionally batched image.

    >>> Softmax2d()((2, 3, 4, 5))
    (2, 3, 4, 5)
    >>> Softmax2d()((2, 3))
    error: rank
    """

    def __init__(self): ...
    def forward(self, input: Tensor["[n] c h w"]) -> Tensor["[n] c h w"]: ...

@op("torch.nn.GLU", finds="split-sizes", layout="packed")
class GLU:
    """Halve dim: the first half gated by the second.

    >>> GLU()((2, 6))
    (2, 3)
    >>> GLU(1)((2, 6, 5))
    (2, 3, 5)
    >>> GLU()((2, 5))
    error: even
    """

    def __init__(self, dim: Axis = -1): ...
    def forward(self, input: Tensor["*pre width@dim *post"]) -> Tensor["*pre width//2@dim *post"]:
        assert width % 2 == 0, "the axis that is halved must be even"

@op("torch.nn.PReLU", finds="norm-features", layout="kept")
class PReLU:
    """A ReLU with learned slopes: one, or one for every channel (axis 1).

    >>> PReLU()((2, 3))
    (2, 3)
    >>> PReLU(3)((2, 3, 4))
    (2, 3, 4)
    >>> PReLU(4)((2, 3, 4))
    error: num_parameters
    """

    weight: Tensor["num_parameters"]

    def __init__(self, num_parameters: Dim = 1, init: float = 0.25, device=None, dtype=None): ...
    def forward(self, input: Tensor["*shape"]) -> Tensor["*shape"]:
        channels = shape[1] if len(shape) > 1 else 1
        assert num_parameters == 1 or channels == num_parameters, "num_parameters must be 1 or the channels"

@op("torch.nn.functional.prelu", "torch.prelu", "torch.Tensor.prelu", finds="norm-features", layout="kept")
def prelu(input: Tensor["*shape"], weight: Tensor["*w"]) -> Tensor["*shape"]:
    """A ReLU with given slopes.

    >>> prelu((2, 3, 4), (3,))
    (2, 3, 4)
    >>> prelu((2, 3, 4), (4,))
    error: channels
    """
    assert len(w) <= 1, "weight must be a scalar or a vector"
    channels = shape[1] if len(shape) > 1 else 1
    assert prod(w) == 1 or channels == prod(w), "weight must have 1 element or one for each of the channels"

@op(
    "torch.nn.functional.relu", "torch.nn.functional.relu6", "torch.nn.functional.selu",
    "torch.nn.functional.silu", "torch.nn.functional.mish", "torch.nn.functional.hardswish",
    "torch.nn.functional.hardsigmoid", finds="bad-argument",
    layout="kept",
)
def relu(input: Tensor["*shape"], inplace: bool = False) -> Tensor["*shape"]:
    """An activation of every element.

    >>> relu((2, 3), inplace=True)
    (2, 3)
    """

@op("torch.nn.functional.logsigmoid", finds="bad-argument", layout="packed")
def logsigmoid(input: Tensor["*shape"]) -> Tensor["*shape"]:
    """The logarithm of the sigmoid of every element.

    >>> logsigmoid((2, 3))
    (2, 3)
    """

@op(
    "torch.relu", "torch.relu_", "torch.nn.functional.relu_", "torch.Tensor.relu",
    "torch.Tensor.relu_", "torch.selu", "torch.selu_", "torch.nn.functional.selu_",
    finds="bad-argument", layout="kept",
)
def torch_relu(input: Tensor["*shape"]) -> Tensor["*shape"]:
    """An activation of every element, without parameters.

    >>> torch_relu((2, 3))
    (2, 3)
    """

@op("torch.nn.functional.leaky_relu", finds="bad-argument", layout="kept")
def leaky_relu(
    input: Tensor["*shape"], negative_slope: float = 0.01, inplace: bool = False
) -> Tensor["*shape"]:
    """An activation of every element.

    >>> leaky_relu((2, 3), 0.2)
    (2, 3)
    """

@op("torch.nn.functional.leaky_relu_", finds="bad-argument", layout="strides")
def leaky_relu_(input: Tensor["*shape"], negative_slope: float = 0.01) -> Tensor["*shape"]:
    """An activation of every element, in place.

    >>> leaky_relu_((2, 3), 0.2)
    (2, 3)
    """

@op("torch.nn.functional.elu", "torch.nn.functional.celu", finds="bad-argument", layout="kept")
def elu(input: Tensor["*shape"], alpha: float = 1.0, inplace: bool = False) -> Tensor["*shape"]:
    """An activation of every element.

    >>> elu((2, 3), 1.5)
    (2, 3)
    """

@op("torch.nn.functional.elu_", "torch.nn.functional.celu_", "torch.celu", finds="bad-argument")
def elu_(input: Tensor["*shape"], alpha: float = 1.0) -> Tensor["*shape"]:
    """An activation of every element, in place.

    >>> elu_((2, 3))
    (2, 3)
    """

@op("torch.nn.functional.gelu", finds="bad-argument", layout="kept")
def gelu(input: Tensor["*shape"], *, approximate: str = "none") -> Tensor["*shape"]:
    """An activation of every element.

    >>> gelu((2, 3), approximate="tanh")
    (2, 3)
    """

@op("torch.nn.functional.softplus", finds="bad-argument", layout="kept")
def softplus(input: Tensor["*shape"], beta: float = 1, threshold: float = 20) -> Tensor["*shape"]:
    """An activation of every element.

    >>> softplus((2, 3))
    (2, 3)
    """

@op("torch.nn.functional.hardtanh", finds="bad-argument", layout="kept")
def hardtanh(
    input: Tensor["*shape"], min_val: float = -1.0, max_val: float = 1.0, inplace: bool = False
) -> Tensor["*shape"]:
    """An activation of every element.

    >>> hardtanh((2, 3), 0, 6)
    (2, 3)
    """

@op("torch.nn.functional.threshold", finds="bad-argument", layout="kept")
def threshold(
    input: Tensor["*shape"], threshold: float, value: float, inplace: bool = False
) -> Tensor["*shape"]:
    """An activation of every element.

    >>> threshold((2, 3), 0.1, 20)
    (2, 3)
    """

@op("torch.nn.functional.hardshrink", "torch.nn.functional.softshrink", finds="bad-argument", layout="kept")
def hardshrink(input: Tensor["*shape"], lambd: float = 0.5) -> Tensor["*shape"]:
    """An activation of every element.

    >>> hardshrink((2, 3), 0.1)
    (2, 3)
    """

@op("torch.nn.functional.rrelu", finds="bad-argument", layout="packed")
def rrelu(
    input: Tensor["*shape"], lower: float = 0.125, upper: float = 0.333, training: bool = False,
    inplace: bool = False,
) -> Tensor["*shape"]:
    """An activation of every element, with a random slope.

    >>> rrelu((2, 3))
    (2, 3)
    """

@op(
    "torch.nn.functional.dropout",
    finds="bad-argument",
    layout="kept",
)
def dropout(
    input: Tensor["*shape"], p: float = 0.5, training: bool = True, inplace: bool = False
) -> Tensor["*shape"]:
    """Zero some elements in training; keeps the shape.

    >>> dropout((2, 3, 4), 0.1, training=False)
    (2, 3, 4)
    >>> dropout((2, 3), 1.5)
    error: between
    """
    assert 0 <= p and p <= 1, "p has to be between 0 and 1"

@op("torch.nn.functional.dropout1d", finds="index-rank", layout="kept")
def dropout1d(
    input: Tensor["[n] c l"], p: float = 0.5, training: bool = True, inplace: bool = False
) -> Tensor["[n] c l"]:
    """Zero some channels in training; 2-D or 3-D input.

    >>> dropout1d((2, 3, 4))
    (2, 3, 4)
    >>> dropout1d((2, 3, 4, 5))
    error: rank
    """
    assert 0 <= p and p <= 1, "[bad-argument] p has to be between 0 and 1"

@op(
    "torch.nn.functional.alpha_dropout",
    finds="bad-argument",
    layout="kept",
)
def alpha_dropout(
    input: Tensor["*shape"], p: float = 0.5, training: bool = False, inplace: bool = False
) -> Tensor["*shape"]:
    """Zero some elements in training; keeps the shape.

    >>> alpha_dropout((2, 3))
    (2, 3)
    >>> alpha_dropout((2, 3), -1.0)
    error: between
    """
    assert 0 <= p and p <= 1, "p has to be between 0 and 1"

@op("torch.dropout", "torch.dropout_", "torch.alpha_dropout", finds="bad-argument")
def torch_dropout(input: Tensor["*shape"], p: float, train: bool) -> Tensor["*shape"]:
    """Zero some elements if `train`; keeps the shape.

    >>> torch_dropout((2, 3), 0.1, True)
    (2, 3)
    >>> torch_dropout((2, 3), 1.5, True)
    error: between
    """
    assert 0 <= p and p <= 1, "p has to be between 0 and 1"

@op(
    "torch.nn.functional.softmax", "torch.nn.functional.log_softmax", "torch.nn.functional.softmin",
    finds="index-range",
    layout="packed",
)
def softmax(
    input: Tensor["*shape"], dim: Axis | None = None, _stacklevel: int = 3, dtype: str | None = None
) -> Tensor["*shape"]:
    """Normalise along dim.

    >>> softmax((2, 3), dim=-1)
    (2, 3)
    >>> softmax((2, 3), dim=2)
    error: dim
    """
    assert dim is None or (-max(len(shape), 1) <= dim and dim < max(len(shape), 1)), "dim is out of range"

@op(
    "torch.softmax", "torch.Tensor.softmax", "torch.log_softmax", "torch.Tensor.log_softmax",
    "torch.special.softmax", "torch.special.log_softmax", finds="index-range",
    layout="packed",
)
def torch_softmax(
    input: Tensor["*shape"], dim: Axis, dtype: str | None = None, *, out: Tensor | None = None
) -> Tensor["*shape"]:
    """Normalise along dim.

    >>> torch_softmax((2, 3), 1)
    (2, 3)
    >>> torch_softmax((2, 3), -3)
    error: dim
    """
    assert -max(len(shape), 1) <= dim and dim < max(len(shape), 1), "dim is out of range"

@op("torch.nn.functional.gumbel_softmax", finds="index-range", layout="packed")
def gumbel_softmax(
    logits: Tensor["*shape"], tau: float = 1, hard: bool = False, eps: float = 1e-10, dim: Axis = -1
) -> Inexact["*shape"]:
    """A sample of the Gumbel-softmax distribution along dim.

    >>> gumbel_softmax((2, 3))
    (2, 3)
    >>> gumbel_softmax((2, 3), dim=2)
    error: dim
    """
    assert -max(len(shape), 1) <= dim and dim < max(len(shape), 1), "dim is out of range"
    assert not hard or len(shape) == 0 or not empty(shape[dim]), "the axis must not be empty"

@op("torch.nn.functional.glu", finds="split-sizes", layout="packed")
def glu(input: Tensor["*pre width@dim *post"], dim: Axis = -1) -> Tensor["*pre width//2@dim *post"]:
    """Halve dim: the first half gated by the second.

    >>> glu((2, 6))
    (2, 3)
    >>> glu((2, 5))
    error: even
    """
    assert width % 2 == 0, "the axis that is halved must be even"

@op("torch.nn.Dropout2d", "torch.nn.Dropout3d", "torch.nn.FeatureAlphaDropout", layout="kept")
class Dropout3d:
    """Zero whole channels at random; keeps the shape. What it refuses has no channels at all.

    >>> Dropout3d()((2, 3, 4, 5, 6))
    (2, 3, 4, 5, 6)
    """

    def __init__(self, p: float = 0.5, inplace: bool = False): ...
    def forward(self, input: Tensor["*s"]) -> Tensor["*s"]:
        known = True if len(s) > 1 else unsure()

@op(
    "torch.nn.functional.dropout2d", "torch.nn.functional.dropout3d",
    "torch.nn.functional.feature_alpha_dropout",
    layout="kept",
)
def dropout3d(
    input: Tensor["*s"], p: float = 0.5, training: bool = True, inplace: bool = False
) -> Tensor["*s"]:
    """Zero whole channels at random; keeps the shape.

    >>> dropout3d((2, 3, 4, 5, 6))
    (2, 3, 4, 5, 6)
    """
    known = True if len(s) > 1 else unsure()
