"""Losses: input and target must agree; `reduction` decides between a number and a tensor."""

@op("torch.nn.L1Loss", finds="loss-target")
class L1Loss:
    """The absolute difference; shapes broadcast.

    >>> L1Loss()((2, 3), (2, 3))
    ()
    >>> L1Loss(reduction="none")((2, 3), (2, 1))
    (2, 3)
    >>> L1Loss()((2, 3), (2, 4))
    error: broadcast
    """

    def __init__(self, size_average: bool | None = None, reduce: bool | None = None, reduction: Literal["none", "mean", "sum"] = "mean"):
        keep = reduction == "none" if reduce is None and size_average is None else reduce is False

    def forward(self, input: Tensor["*#shape"], target: Tensor["*#shape"]) -> Shared["*shape"] if keep else Shared[""]: ...

@op("torch.nn.functional.l1_loss", finds="loss-target")
def l1_loss(
    input: Tensor["*#shape"], target: Tensor["*#shape"], size_average: bool | None = None, reduce: bool | None = None, reduction: Literal["none", "mean", "sum"] = "mean",
) -> Array["*shape"] if keep else Array[""]:
    """The absolute difference; shapes broadcast.

    >>> l1_loss((2, 3), (2, 3))
    ()
    >>> l1_loss((2, 3), (2, 1), reduction="none")
    (2, 3)
    >>> l1_loss((2, 3), (2, 4))
    error: broadcast
    """
    keep = reduction == "none" if reduce is None and size_average is None else reduce is False

@op("torch.nn.MSELoss", finds="loss-target")
class MSELoss:
    """The squared difference; shapes broadcast.

    >>> MSELoss()((2, 3), (2, 3))
    ()
    >>> MSELoss(reduction="none")((2, 3), (2, 1))
    (2, 3)
    >>> MSELoss()((2, 3), (2, 4))
    error: broadcast
    """

    def __init__(self, size_average: bool | None = None, reduce: bool | None = None, reduction: Literal["none", "mean", "sum"] = "mean"):
        keep = reduction == "none" if reduce is None and size_average is None else reduce is False

    def forward(self, input: Tensor["*#shape"], target: Tensor["*#shape"]) -> Shared["*shape"] if keep else Shared[""]: ...

@op("torch.nn.functional.mse_loss", finds="loss-target")
def mse_loss(
    input: Tensor["*#shape"], target: Tensor["*#shape"], size_average: bool | None = None, reduce: bool | None = None, reduction: Literal["none", "mean", "sum"] = "mean",
) -> Shared["*shape"] if keep else Shared[""]:
    """The squared difference; shapes broadcast.

    >>> mse_loss((2, 3), (2, 3))
    ()
    >>> mse_loss((2, 3), (2, 1), reduction="none")
    (2, 3)
    >>> mse_loss((2, 3), (2, 4))
    error: broadcast
    """
    keep = reduction == "none" if reduce is None and size_average is None else reduce is False

@op("torch.nn.SmoothL1Loss", finds="loss-target")
class SmoothL1Loss:
    """The difference, squared below beta; shapes broadcast.

    >>> SmoothL1Loss()((2, 3), (2, 3))
    ()
    >>> SmoothL1Loss(reduction="none")((2, 3), (2, 1))
    (2, 3)
    >>> SmoothL1Loss()((2, 3), (2, 4))
    error: broadcast
    """

    def __init__(self, size_average: bool | None = None, reduce: bool | None = None, reduction: Literal["none", "mean", "sum"] = "mean", beta: float = 1.0):
        keep = reduction == "none" if reduce is None and size_average is None else reduce is False

    def forward(self, input: Tensor["*#shape"], target: Tensor["*#shape"]) -> Shared["*shape"] if keep else Shared[""]: ...

@op("torch.nn.functional.smooth_l1_loss", finds="loss-target")
def smooth_l1_loss(
    input: Tensor["*#shape"], target: Tensor["*#shape"], size_average: bool | None = None, reduce: bool | None = None, reduction: Literal["none", "mean", "sum"] = "mean", beta: float = 1.0,
) -> Shared["*shape"] if keep else Shared[""]:
    """The difference, squared below beta; shapes broadcast.

    >>> smooth_l1_loss((2, 3), (2, 3))
    ()
    >>> smooth_l1_loss((2, 3), (2, 1), reduction="none")
    (2, 3)
    >>> smooth_l1_loss((2, 3), (2, 4))
    error: broadcast
    """
    keep = reduction == "none" if reduce is None and size_average is None else reduce is False

@op("torch.nn.HuberLoss", finds="loss-target")
class HuberLoss:
    """The difference, squared below delta; shapes broadcast.

    >>> HuberLoss()((2, 3), (2, 3))
    ()
    >>> HuberLoss(reduction="none")((2, 3), (2, 1))
    (2, 3)
    >>> HuberLoss()((2, 3), (2, 4))
    error: broadcast
    """

    def __init__(self, reduction: Literal["none", "mean", "sum"] = "mean", delta: float = 1.0):
        keep = reduction == "none"

    def forward(self, input: Tensor["*#shape"], target: Tensor["*#shape"]) -> Shared["*shape"] if keep else Shared[""]: ...

@op("torch.nn.functional.huber_loss", finds="loss-target")
def huber_loss(
    input: Tensor["*#shape"], target: Tensor["*#shape"], reduction: Literal["none", "mean", "sum"] = "mean", delta: float = 1.0,
) -> Shared["*shape"] if keep else Shared[""]:
    """The difference, squared below delta; shapes broadcast.

    >>> huber_loss((2, 3), (2, 3))
    ()
    >>> huber_loss((2, 3), (2, 1), reduction="none")
    (2, 3)
    >>> huber_loss((2, 3), (2, 4))
    error: broadcast
    """
    keep = reduction == "none"

@op("torch.nn.SoftMarginLoss", finds="loss-target")
class SoftMarginLoss:
    """The logistic loss of targets 1 and -1; shapes broadcast.

    >>> SoftMarginLoss()((2, 3), (2, 3))
    ()
    >>> SoftMarginLoss(reduction="none")((2, 3), (2, 1))
    (2, 3)
    >>> SoftMarginLoss()((2, 3), (2, 4))
    error: broadcast
    """

    def __init__(self, size_average: bool | None = None, reduce: bool | None = None, reduction: Literal["none", "mean", "sum"] = "mean"):
        keep = reduction == "none" if reduce is None and size_average is None else reduce is False

    def forward(self, input: Tensor["*shape"], target: Tensor["*other"]) -> Shared["*shape"] if keep else Shared[""]:
        assert broadcasts_to(other, shape), "the target must broadcast to the input"

@op("torch.nn.functional.soft_margin_loss", finds="loss-target")
def soft_margin_loss(
    input: Tensor["*shape"], target: Tensor["*other"], size_average: bool | None = None, reduce: bool | None = None, reduction: Literal["none", "mean", "sum"] = "mean",
) -> Shared["*shape"] if keep else Shared[""]:
    """The logistic loss of targets 1 and -1; shapes broadcast.

    >>> soft_margin_loss((2, 3), (2, 3))
    ()
    >>> soft_margin_loss((2, 3), (2, 1), reduction="none")
    (2, 3)
    >>> soft_margin_loss((2, 3), (2, 4))
    error: broadcast
    """
    assert broadcasts_to(other, shape), "the target must broadcast to the input"
    keep = reduction == "none" if reduce is None and size_average is None else reduce is False

@op("torch.nn.PoissonNLLLoss", finds="loss-target")
class PoissonNLLLoss:
    """The negative log likelihood of Poisson targets.

    >>> PoissonNLLLoss()((2, 3), (2, 3))
    ()
    >>> PoissonNLLLoss(reduction="none")((2, 3), (2, 1))
    (2, 3)
    >>> PoissonNLLLoss()((2, 3), (2, 4))
    error: broadcast
    """

    def __init__(self, log_input: bool = True, full: bool = False, size_average: bool | None = None, eps: float = 1e-8, reduce: bool | None = None, reduction: Literal["none", "mean", "sum"] = "mean"):
        keep = reduction == "none" if reduce is None and size_average is None else reduce is False

    def forward(self, input: Tensor["*#shape"], target: Tensor["*#shape"]) -> Shared["*shape"] if keep else Shared[""]: ...

@op("torch.nn.functional.poisson_nll_loss", finds="loss-target")
def poisson_nll_loss(
    input: Tensor["*#shape"], target: Tensor["*#shape"], log_input: bool = True, full: bool = False, size_average: bool | None = None, eps: float = 1e-8, reduce: bool | None = None, reduction: Literal["none", "mean", "sum"] = "mean",
) -> Shared["*shape"] if keep else Shared[""]:
    """The negative log likelihood of Poisson targets.

    >>> poisson_nll_loss((2, 3), (2, 3))
    ()
    >>> poisson_nll_loss((2, 3), (2, 1), reduction="none")
    (2, 3)
    >>> poisson_nll_loss((2, 3), (2, 4))
    error: broadcast
    """
    keep = reduction == "none" if reduce is None and size_average is None else reduce is False

@op("torch.nn.HingeEmbeddingLoss", finds="loss-target")
class HingeEmbeddingLoss:
    """The loss of distances with targets 1 and -1.

    >>> HingeEmbeddingLoss()((2, 3), (2, 3))
    ()
    >>> HingeEmbeddingLoss(reduction="none")((2, 3), (2, 1))
    (2, 3)
    >>> HingeEmbeddingLoss()((2, 3), (2, 4))
    error: broadcast
    """

    def __init__(self, margin: float = 1.0, size_average: bool | None = None, reduce: bool | None = None, reduction: Literal["none", "mean", "sum"] = "mean"):
        keep = reduction == "none" if reduce is None and size_average is None else reduce is False

    def forward(self, input: Tensor["*#shape"], target: Tensor["*#shape"]) -> Shared["*shape"] if keep else Shared[""]: ...

@op("torch.nn.functional.hinge_embedding_loss", finds="loss-target")
def hinge_embedding_loss(
    input: Tensor["*#shape"], target: Tensor["*#shape"], margin: float = 1.0, size_average: bool | None = None, reduce: bool | None = None, reduction: Literal["none", "mean", "sum"] = "mean",
) -> Shared["*shape"] if keep else Shared[""]:
    """The loss of distances with targets 1 and -1.

    >>> hinge_embedding_loss((2, 3), (2, 3))
    ()
    >>> hinge_embedding_loss((2, 3), (2, 1), reduction="none")
    (2, 3)
    >>> hinge_embedding_loss((2, 3), (2, 4))
    error: broadcast
    """
    keep = reduction == "none" if reduce is None and size_average is None else reduce is False

@op("torch.nn.KLDivLoss", finds="loss-target")
class KLDivLoss:
    """The Kullback-Leibler divergence; input holds log-probabilities.

    >>> KLDivLoss()((2, 3), (2, 3))
    ()
    >>> KLDivLoss(reduction="none")((2, 3), (2, 1))
    (2, 3)
    >>> KLDivLoss()((2, 3), (2, 4))
    error: broadcast
    >>> KLDivLoss(reduction="batchmean")((2, 3), (2, 3))
    ()
    """

    def __init__(self, size_average: bool | None = None, reduce: bool | None = None, reduction: Literal["none", "mean", "sum", "batchmean"] = "mean", log_target: bool = False):
        keep = reduction == "none" if reduce is None and size_average is None else reduce is False

    def forward(self, input: Tensor["*#shape"], target: Tensor["*#shape"]) -> Shared["*shape"] if keep else Shared[""]: ...

@op("torch.nn.functional.kl_div", finds="loss-target")
def kl_div(
    input: Tensor["*#shape"], target: Tensor["*#shape"], size_average: bool | None = None, reduce: bool | None = None, reduction: Literal["none", "mean", "sum", "batchmean"] = "mean", log_target: bool = False,
) -> Shared["*shape"] if keep else Shared[""]:
    """The Kullback-Leibler divergence; input holds log-probabilities.

    >>> kl_div((2, 3), (2, 3))
    ()
    >>> kl_div((2, 3), (2, 1), reduction="none")
    (2, 3)
    >>> kl_div((2, 3), (2, 4))
    error: broadcast
    >>> kl_div((2, 3), (2, 3), reduction="batchmean")
    ()
    """
    keep = reduction == "none" if reduce is None and size_average is None else reduce is False

@op("torch.nn.BCELoss", finds="loss-target")
class BCELoss:
    """The binary cross entropy of probabilities; shapes must be equal.

    >>> BCELoss()((2, 3), (2, 3))
    ()
    >>> BCELoss(reduction="none")((2, 3), (2, 3))
    (2, 3)
    >>> BCELoss()((2, 3), (2, 1))
    error: shape
    """

    def __init__(self, weight: Tensor | None = None, size_average: bool | None = None, reduce: bool | None = None, reduction: Literal["none", "mean", "sum"] = "mean"):
        keep = reduction == "none" if reduce is None and size_average is None else reduce is False

    def forward(self, input: Tensor["*shape"], target: Tensor["*shape"]) -> Shared["*shape"] if keep else Shared[""]:
        assert weight is None or broadcasts_to(shape_of(weight), shape), "weight must broadcast to the input"

@op("torch.nn.functional.binary_cross_entropy", finds="loss-target")
def binary_cross_entropy(
    input: Tensor["*shape"], target: Tensor["*shape"], weight: Tensor | None = None, size_average: bool | None = None, reduce: bool | None = None, reduction: Literal["none", "mean", "sum"] = "mean",
) -> Shared["*shape"] if keep else Shared[""]:
    """The binary cross entropy of probabilities; shapes must be equal.

    >>> binary_cross_entropy((2, 3), (2, 3))
    ()
    >>> binary_cross_entropy((2, 3), (2, 3), reduction="none")
    (2, 3)
    >>> binary_cross_entropy((2, 3), (2, 1))
    error: shape
    """
    assert weight is None or broadcasts_to(shape_of(weight), shape), "weight must broadcast to the input"
    keep = reduction == "none" if reduce is None and size_average is None else reduce is False

@op("torch.nn.BCEWithLogitsLoss", finds="loss-target")
class BCEWithLogitsLoss:
    """The binary cross entropy of logits; shapes must be equal.

    >>> BCEWithLogitsLoss()((2, 3), (2, 3))
    ()
    >>> BCEWithLogitsLoss(pos_weight=(3,), reduction="none")((2, 3), (2, 3))
    (2, 3)
    >>> BCEWithLogitsLoss()((2, 1), (2,))
    error: shape
    """

    def __init__(
        self, weight: Tensor | None = None, size_average: bool | None = None, reduce: bool | None = None, 
        reduction: Literal["none", "mean", "sum"] = "mean",
        pos_weight: Tensor | None = None,
    ):
        keep = reduction == "none" if reduce is None and size_average is None else reduce is False

    def forward(self, input: Tensor["*shape"], target: Tensor["*shape"]) -> Shared["*shape"] if keep else Shared[""]:
        assert weight is None or broadcasts_to(shape_of(weight), shape), "weight must broadcast to the input"
        assert pos_weight is None or broadcasts_to(shape_of(pos_weight), shape), \
            "pos_weight must broadcast with the target"

@op("torch.nn.functional.binary_cross_entropy_with_logits", finds="loss-target")
def binary_cross_entropy_with_logits(
    input: Tensor["*shape"], target: Tensor["*shape"], weight: Tensor | None = None,
    size_average: bool | None = None, reduce: bool | None = None, 
    reduction: Literal["none", "mean", "sum"] = "mean",
    pos_weight: Tensor | None = None,
) -> Shared["*shape"] if keep else Shared[""]:
    """The binary cross entropy of logits; shapes must be equal.

    >>> binary_cross_entropy_with_logits((2, 3), (2, 3))
    ()
    >>> binary_cross_entropy_with_logits((2, 3), (2, 3), pos_weight=(3,), reduction="none")
    (2, 3)
    >>> binary_cross_entropy_with_logits((2, 1), (2,))
    error: shape
    """
    keep = reduction == "none" if reduce is None and size_average is None else reduce is False
    assert weight is None or broadcasts_to(shape_of(weight), shape), "weight must broadcast to the input"
    assert pos_weight is None or broadcasts_to(shape_of(pos_weight), shape), \
        "pos_weight must broadcast with the target"

@op("torch.nn.CrossEntropyLoss", finds="loss-target")
class CrossEntropyLoss:
    """The cross entropy of logits (classes on axis 1) with class indices or probabilities.

    >>> CrossEntropyLoss()((8, 5), (8,))
    ()
    >>> CrossEntropyLoss(reduction="none")((8, 5, 4, 4), (8, 4, 4))
    (8, 4, 4)
    >>> CrossEntropyLoss()((8, 5), (7,))
    error: n
    >>> CrossEntropyLoss()((8, 5), (8, 1))
    error: n
    """

    def __init__(
        self, weight: Tensor | None = None, size_average: bool | None = None, ignore_index: int = -100,
        reduce: bool | None = None, reduction: Literal["none", "mean", "sum"] = "mean", label_smoothing: float = 0.0,
    ):
        keep = reduction == "none" if reduce is None and size_average is None else reduce is False
        classes = 0 if weight is None else prod(shape_of(weight))

    @overload
    def forward(self, input: Tensor["c"], target: Long["[one]"]) -> Shared["[one]"] if keep else Shared[""]:
        assert weight is None or classes == c, "weight must have one element for each class"
        plain = True if not empty(c) and (weight is None or len(shape_of(weight)) == 1) else unsure()
        assert prod(one) == 1, "one class for one sample"
        scalar = True if len(one) == 0 or not keep else unsure()
    @overload
    def forward(self, input: Tensor["n c *rest"], target: Long["n *rest"]) -> Shared["n *rest"] if keep else Shared[""]:
        assert weight is None or classes == c, "weight must have one element for each class"
        plain = True if not empty(c) and (weight is None or len(shape_of(weight)) == 1) else unsure()
    @overload
    def forward(self, input: Tensor["c"], target: Tensor["c"]) -> Shared[""]:
        assert weight is None or classes == c, "weight must have one element for each class"
        plain = True if not empty(c) and (weight is None or len(shape_of(weight)) == 1) else unsure()
    @overload
    def forward(self, input: Tensor["n c *rest"], target: Tensor["n c *rest"]) -> Shared["n *rest"] if keep else Shared[""]:
        assert weight is None or classes == c, "weight must have one element for each class"
        plain = True if not empty(c) and (weight is None or len(shape_of(weight)) == 1) else unsure()

@op("torch.nn.functional.cross_entropy", finds="loss-target")
@overload
def cross_entropy(
    input: Tensor["c"], target: Long["[one]"], weight: Tensor | None = None, size_average: bool | None = None,
    ignore_index: int = -100, reduce: bool | None = None, reduction: Literal["none", "mean", "sum"] = "mean", label_smoothing: float = 0.0,
) -> Shared["[one]"] if keep else Shared[""]:
    keep = reduction == "none" if reduce is None and size_average is None else reduce is False
    assert weight is None or prod(shape_of(weight)) == c, "weight must have one element for each class"
    plain = True if not empty(c) and (weight is None or len(shape_of(weight)) == 1) else unsure()
    assert prod(one) == 1, "one class for one sample"
    scalar = True if len(one) == 0 or not keep else unsure()
@overload
def cross_entropy(
    input: Tensor["n c *rest"], target: Long["n *rest"], weight: Tensor | None = None, size_average: bool | None = None,
    ignore_index: int = -100, reduce: bool | None = None, reduction: Literal["none", "mean", "sum"] = "mean", label_smoothing: float = 0.0,
) -> Shared["n *rest"] if keep else Shared[""]:
    keep = reduction == "none" if reduce is None and size_average is None else reduce is False
    assert weight is None or prod(shape_of(weight)) == c, "weight must have one element for each class"
    plain = True if not empty(c) and (weight is None or len(shape_of(weight)) == 1) else unsure()
@overload
def cross_entropy(
    input: Tensor["c"], target: Tensor["c"], weight: Tensor | None = None, size_average: bool | None = None,
    ignore_index: int = -100, reduce: bool | None = None, reduction: Literal["none", "mean", "sum"] = "mean", label_smoothing: float = 0.0,
) -> Shared[""]:
    keep = reduction == "none" if reduce is None and size_average is None else reduce is False
    assert weight is None or prod(shape_of(weight)) == c, "weight must have one element for each class"
    plain = True if not empty(c) and (weight is None or len(shape_of(weight)) == 1) else unsure()
@overload
def cross_entropy(
    input: Tensor["n c *rest"], target: Tensor["n c *rest"], weight: Tensor | None = None, size_average: bool | None = None,
    ignore_index: int = -100, reduce: bool | None = None, reduction: Literal["none", "mean", "sum"] = "mean", label_smoothing: float = 0.0,
) -> Shared["n *rest"] if keep else Shared[""]:
    """The cross entropy of logits (classes on axis 1) with class indices or probabilities.

    >>> cross_entropy((8, 5), (8,))
    ()
    >>> cross_entropy((8, 5, 4, 4), (8, 4, 4), reduction="none")
    (8, 4, 4)
    >>> cross_entropy((8, 5), (7,))
    error: n
    >>> cross_entropy((8, 5), (8, 1))
    error: n
    """
    keep = reduction == "none" if reduce is None and size_average is None else reduce is False
    assert weight is None or prod(shape_of(weight)) == c, "weight must have one element for each class"
    plain = True if not empty(c) and (weight is None or len(shape_of(weight)) == 1) else unsure()

@op("torch.nn.NLLLoss", "torch.nn.NLLLoss2d", finds="loss-target")
class NLLLoss:
    """The negative log likelihood of log-probabilities (classes on axis 1) with class indices.

    >>> NLLLoss()((8, 5), (8,))
    ()
    >>> NLLLoss(reduction="none")((8, 5, 4, 4), (8, 4, 4))
    (8, 4, 4)
    >>> NLLLoss()((8, 5), (7,))
    error: n
    >>> NLLLoss()((8, 5), (8, 1))
    error: rank
    """

    def __init__(
        self, weight: Tensor | None = None, size_average: bool | None = None, ignore_index: int = -100,
        reduce: bool | None = None, reduction: Literal["none", "mean", "sum"] = "mean",
    ):
        keep = reduction == "none" if reduce is None and size_average is None else reduce is False
        classes = 0 if weight is None else prod(shape_of(weight))

    @overload
    def forward(self, input: Tensor["c"], target: Long["[one]"]) -> Shared["[one]"] if keep else Shared[""]:
        assert weight is None or classes == c, "weight must have one element for each class"
        plain = True if not empty(c) and (weight is None or len(shape_of(weight)) == 1) else unsure()
        assert prod(one) == 1, "one class for one sample"
        scalar = True if len(one) == 0 or not keep else unsure()
    @overload
    def forward(self, input: Tensor["n c *rest"], target: Long["n *rest"]) -> Shared["n *rest"] if keep else Shared[""]:
        assert weight is None or classes == c, "weight must have one element for each class"
        plain = True if not empty(c) and (weight is None or len(shape_of(weight)) == 1) else unsure()

@op("torch.nn.functional.nll_loss", finds="loss-target")
@overload
def nll_loss(
    input: Tensor["c"], target: Long["[one]"], weight: Tensor | None = None, size_average: bool | None = None,
    ignore_index: int = -100, reduce: bool | None = None, reduction: Literal["none", "mean", "sum"] = "mean",
) -> Shared["[one]"] if keep else Shared[""]:
    keep = reduction == "none" if reduce is None and size_average is None else reduce is False
    assert weight is None or prod(shape_of(weight)) == c, "weight must have one element for each class"
    plain = True if not empty(c) and (weight is None or len(shape_of(weight)) == 1) else unsure()
    assert prod(one) == 1, "one class for one sample"
    scalar = True if len(one) == 0 or not keep else unsure()
@overload
def nll_loss(
    input: Tensor["n c *rest"], target: Long["n *rest"], weight: Tensor | None = None, size_average: bool | None = None,
    ignore_index: int = -100, reduce: bool | None = None, reduction: Literal["none", "mean", "sum"] = "mean",
) -> Shared["n *rest"] if keep else Shared[""]:
    """The negative log likelihood of log-probabilities (classes on axis 1) with class indices.

    >>> nll_loss((8, 5), (8,))
    ()
    >>> nll_loss((8, 5, 4, 4), (8, 4, 4), reduction="none")
    (8, 4, 4)
    >>> nll_loss((8, 5), (7,))
    error: n
    >>> nll_loss((8, 5), (8, 1))
    error: rank
    """
    keep = reduction == "none" if reduce is None and size_average is None else reduce is False
    assert weight is None or prod(shape_of(weight)) == c, "weight must have one element for each class"
    plain = True if not empty(c) and (weight is None or len(shape_of(weight)) == 1) else unsure()

@op("torch.nn.CosineEmbeddingLoss", finds="loss-target")
class CosineEmbeddingLoss:
    """1 - cosine of alike pairs (target 1), the cosine of unlike ones (target -1).

    >>> CosineEmbeddingLoss()((8, 4), (8, 4), (8,))
    ()
    >>> CosineEmbeddingLoss(reduction="none")((8, 4), (8, 4), (8,))
    (8,)
    >>> CosineEmbeddingLoss()((8, 4), (8, 5), (8,))
    error: broadcast
    >>> CosineEmbeddingLoss()((8, 4), (8, 4), (7,))
    error: broadcast
    """

    def __init__(
        self, margin: float = 0.0, size_average: bool | None = None, reduce: bool | None = None, 
        reduction: Literal["none", "mean", "sum"] = "mean",
    ):
        keep = reduction == "none" if reduce is None and size_average is None else reduce is False

    @overload
    def forward(
        self, input1: Tensor["*#d"], input2: Tensor["*#d"], target: Tensor[""]
    ) -> Shared[""]:
        assert len(shape_of(input1)) == 1 and len(shape_of(input2)) == 1, "a scalar target goes with inputs of one axis"
    @overload
    def forward(
        self, input1: Tensor["*#pair"], input2: Tensor["*#pair"], target: Tensor["m"]
    ) -> Shared["*shape"] if keep else Shared[""]:
        assert len(shape_of(input1)) == 2 and len(shape_of(input2)) == 2, "a target of one axis goes with inputs of two"
        shape = broadcast((pair[0],), (m,))

@op("torch.nn.TripletMarginLoss", finds="loss-target")
class TripletMarginLoss:
    """How much nearer the positive is than the negative, along the last axis.

    >>> TripletMarginLoss()((8, 4), (8, 4), (8, 4))
    ()
    >>> TripletMarginLoss(reduction="none")((8, 4), (8, 4), (8, 4))
    (8,)
    >>> TripletMarginLoss()((8, 4), (8, 5), (8, 4))
    error: broadcast
    """

    def __init__(
        self, margin: float = 1.0, p: float = 2.0, eps: float = 1e-6, swap: bool = False, 
        size_average: bool | None = None, reduce: bool | None = None, reduction: Literal["none", "mean", "sum"] = "mean",
    ):
        keep = reduction == "none" if reduce is None and size_average is None else reduce is False

    def forward(
        self, anchor: Tensor["*#rows a"], positive: Tensor["*#rows b"], negative: Tensor["*#rows c"]
    ) -> Shared["*rows"] if keep else Shared[""]:
        assert a == b or a == 1 or b == 1, "anchor and positive must broadcast"
        assert a == c or a == 1 or c == 1, "anchor and negative must broadcast"
        assert not swap or b == c or b == 1 or c == 1, "positive and negative must broadcast"
        assert len(shape_of(anchor)) == len(shape_of(positive)) and len(shape_of(anchor)) == len(shape_of(negative)), "the three must have the same rank"

@op("torch.nn.functional.triplet_margin_loss", finds="loss-target")
def triplet_margin_loss(
    anchor: Tensor["*#rows a"], positive: Tensor["*#rows b"], negative: Tensor["*#rows c"],
    margin: float = 1.0, p: float = 2.0, eps: float = 1e-6, swap: bool = False, 
    size_average: bool | None = None, reduce: bool | None = None, reduction: Literal["none", "mean", "sum"] = "mean",
) -> Norm["*rows"] if keep else Norm[""]:
    """How much nearer the positive is than the negative, along the last axis.

    >>> triplet_margin_loss((8, 4), (8, 4), (8, 4))
    ()
    >>> triplet_margin_loss((8, 4), (8, 5), (8, 4))
    error: broadcast
    """
    keep = reduction == "none" if reduce is None and size_average is None else reduce is False
    assert a == b or a == 1 or b == 1, "anchor and positive must broadcast"
    assert a == c or a == 1 or c == 1, "anchor and negative must broadcast"
    assert not swap or b == c or b == 1 or c == 1, "positive and negative must broadcast"
    assert len(shape_of(anchor)) == len(shape_of(positive)) and len(shape_of(anchor)) == len(shape_of(negative)), "the three must have the same rank"

@op("torch.nn.MarginRankingLoss", finds="loss-target")
class MarginRankingLoss:
    """Whether pairs are ranked as target (1 or -1) says.

    >>> MarginRankingLoss()((8,), (8,), (8,))
    ()
    >>> MarginRankingLoss(reduction="none")((8,), (8,), (1,))
    (8,)
    >>> MarginRankingLoss()((8,), (7,), (8,))
    error: broadcast
    """

    def __init__(self, margin: float = 0.0, size_average: bool | None = None, reduce: bool | None = None, reduction: Literal["none", "mean", "sum"] = "mean"):
        keep = reduction == "none" if reduce is None and size_average is None else reduce is False

    def forward(self, input1: Tensor["*#shape"], input2: Tensor["*#shape"], target: Tensor["*#shape"]) -> Shared["*shape"] if keep else Shared[""]:
        assert len(shape_of(input1)) == len(shape_of(input2)) and len(shape_of(input1)) == len(shape_of(target)), "all must have the same rank"

@op("torch.nn.functional.margin_ranking_loss", finds="loss-target")
def margin_ranking_loss(
    input1: Tensor["*#shape"], input2: Tensor["*#shape"], target: Tensor["*#shape"], margin: float = 0.0, size_average: bool | None = None, reduce: bool | None = None, reduction: Literal["none", "mean", "sum"] = "mean",
) -> Shared["*shape"] if keep else Shared[""]:
    """Whether pairs are ranked as target (1 or -1) says.

    >>> margin_ranking_loss((8,), (8,), (8,))
    ()
    >>> margin_ranking_loss((8,), (8,), (1,), reduction="none")
    (8,)
    >>> margin_ranking_loss((8,), (7,), (8,))
    error: broadcast
    """
    keep = reduction == "none" if reduce is None and size_average is None else reduce is False
    assert len(shape_of(input1)) == len(shape_of(input2)) and len(shape_of(input1)) == len(shape_of(target)), "all must have the same rank"

@op("torch.nn.GaussianNLLLoss", finds="loss-target")
class GaussianNLLLoss:
    """The negative log likelihood of Gaussian targets.

    >>> GaussianNLLLoss()((8, 4), (8, 4), (8, 4))
    ()
    >>> GaussianNLLLoss()((8, 4), (8, 5), (8, 4))
    error: broadcast
    """

    def __init__(self, *, full: bool = False, eps: float = 1e-6, reduction: Literal["none", "mean", "sum"] = "mean"):
        keep = reduction == "none"

    def forward(
        self, input: Tensor["*#shape"], target: Tensor["*#shape"], var: Tensor | float
    ) -> Shared["*whole"] if keep else Shared[""]:
        given = shape_of(input)
        v = shape_of(var)
        assert not is_tensor(var) or v == given or v == given[:-1] \
            or len(v) == len(given) and sum(b for a, b in zip(given, v) if a != b) == 1, \
            "var must have the shape of input, or lack its last axis, or have 1 in one axis"
        whole = broadcast(shape, v + (1,) if len(v) < len(given) else v) if is_tensor(var) else shape

@op("torch.nn.CTCLoss", finds="loss-target")
class CTCLoss:
    """The connectionist temporal classification loss of (t, n, c) log-probabilities.

    >>> CTCLoss()((50, 16, 20), (16, 30), (16,), (16,))
    ()
    >>> CTCLoss()((50,), (16, 30), (16,), (16,))
    error: rank
    >>> CTCLoss()((50, 16, 20), (15, 30), (16,), (16,))
    error: batch
    >>> CTCLoss()((50, 16, 20), (16, 30), (50,), (16,))
    error: input_lengths
    """

    def __init__(
        self, blank: int = 0, reduction: Literal["none", "mean", "sum"] = "mean", zero_infinity: bool = False
    ):
        keep = reduction == "none"

    def forward(
        self, log_probs: Float["t [n] c"], targets: Array["*places"], input_lengths: Integer | Size, target_lengths: Integer | Size
    ) -> Tensor["[n]"] if keep else Tensor[""]:
        assert 1 <= len(places) and len(places) <= 2, "targets must have 1 or 2 axes"
        assert not empty(log_probs), "log_probs must not be empty"
        assert len(places) == 1 or places[0] == prod(n), "targets must have the batch of log_probs"
        assert not is_tensor(input_lengths) or prod(shape_of(input_lengths)) == prod(n), "input_lengths must have the batch of log_probs"
        assert not is_tensor(target_lengths) or prod(shape_of(target_lengths)) == prod(n), "target_lengths must have the batch of log_probs"
        known = True if len(places) == 2 and places[1] > 0 else unsure()

@op("torch.nn.CosineSimilarity", finds="broadcast-sizes")
class CosineSimilarity:
    """The cosine of the angle between vectors along dim; shapes broadcast.

    >>> CosineSimilarity()((8, 4), (8, 4))
    (8,)
    >>> CosineSimilarity(-1)((8, 1, 4), (5, 4))
    (8, 5)
    >>> CosineSimilarity()((8, 4), (8, 5))
    error: broadcast
    >>> CosineSimilarity()((4,), (4,))
    error: dim
    """

    def __init__(self, dim: Axis = 1, eps: float = 1e-8): ...
    def forward(self, x1: Tensor["*#shape"], x2: Tensor["*#shape"]) -> Shared["*rest"]:
        rest = reduce_axes(shape, dim)

@op("torch.nn.functional.cosine_similarity", "torch.cosine_similarity", finds="broadcast-sizes")
def cosine_similarity(
    x1: Tensor["*#shape"], x2: Tensor["*#shape"], dim: Axis = 1, eps: float = 1e-8
) -> Shared["*rest"]:
    """The cosine of the angle between vectors along dim; shapes broadcast.

    >>> cosine_similarity((8, 4), (8, 4))
    (8,)
    >>> cosine_similarity((8, 4), (8, 5))
    error: broadcast
    """
    rest = reduce_axes(shape, dim)

@op("torch.nn.PairwiseDistance", finds="broadcast-sizes")
class PairwiseDistance:
    """The p-norm of the difference along the last axis; shapes broadcast.

    >>> PairwiseDistance()((8, 4), (8, 4))
    (8,)
    >>> PairwiseDistance(keepdim=True)((8, 4), (8, 4))
    (8, 1)
    >>> PairwiseDistance()((8, 4), (8, 5))
    error: broadcast
    """

    def __init__(self, p: float = 2.0, eps: float = 1e-6, keepdim: bool = False): ...
    def forward(self, x1: Tensor["*#shape"], x2: Tensor["*#shape"]) -> Norm["*rest"]:
        rest = reduce_axes(shape, -1, keepdim)

@op("torch.nn.functional.pairwise_distance", "torch.pairwise_distance", finds="broadcast-sizes")
def pairwise_distance(
    x1: Tensor["*#shape"], x2: Tensor["*#shape"], p: float = 2.0, eps: float = 1e-6,
    keepdim: bool = False,
) -> Norm["*rest"]:
    """The p-norm of the difference along the last axis; shapes broadcast.

    >>> pairwise_distance((8, 4), (8, 4))
    (8,)
    >>> pairwise_distance((8, 4), (8, 5))
    error: broadcast
    """
    rest = reduce_axes(shape, -1, keepdim)
