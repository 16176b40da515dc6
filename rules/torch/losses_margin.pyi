"""Losses of margins, of several labels, of sequences, and those that bring their own linear layer."""

@op("torch.nn.MultiMarginLoss", finds="loss-target")
class MultiMarginLoss:
    """How far the score of the class falls short of every other one.

    >>> MultiMarginLoss()((8, 5), (8,))
    ()
    >>> MultiMarginLoss(reduction="none")((8, 5), (8,))
    (8,)
    >>> MultiMarginLoss()((8, 5), (7,))
    error: sample
    >>> MultiMarginLoss(3)
    error: p
    """

    def __init__(
        self, p: int = 1, margin: float = 1.0, weight: Tensor["w"] | None = None, size_average: bool | None = None,
        reduce: bool | None = None, reduction: Literal["none", "mean", "sum"] = "mean",
    ):
        keep = reduction == "none" if reduce is None and size_average is None else reduce is False
        assert p == 1 or p == 2, "[bad-argument] p must be 1 or 2"
        classes = 0 if weight is None else w

    @overload
    def forward(self, input: Float["[c]"], target: Int["[m]"]) -> Shared["[m]"] if keep else Shared[""]:
        assert prod(c) > 0, "the input is empty"
        assert prod(m) == 1, "one class for one sample"
        assert weight is None or classes == prod(c), "weight must have one element for each class"
    @overload
    def forward(self, input: Float["n c"], target: Int["[m]"]) -> Shared["[m]"] if keep else Shared[""]:
        assert c > 0, "the input is empty"
        assert prod(m) == n, "one class for each sample"
        assert weight is None or classes == c, "weight must have one element for each class"

@op("torch.nn.functional.multi_margin_loss", finds="loss-target")
@overload
def multi_margin_loss(
    input: Float["[c]"], target: Int["[m]"], p: int = 1, margin: float = 1.0, weight: Tensor["w"] | None = None,
    size_average: bool | None = None, reduce: bool | None = None, reduction: Literal["none", "mean", "sum"] = "mean",
) -> Shared["[m]"] if keep else Shared[""]:
    keep = reduction == "none" if reduce is None and size_average is None else reduce is False
    assert p == 1 or p == 2, "[bad-argument] p must be 1 or 2"
    assert prod(c) > 0, "the input is empty"
    assert prod(m) == 1, "one class for one sample"
    assert weight is None or w == prod(c), "weight must have one element for each class"
@overload
def multi_margin_loss(
    input: Float["n c"], target: Int["[m]"], p: int = 1, margin: float = 1.0, weight: Tensor["w"] | None = None,
    size_average: bool | None = None, reduce: bool | None = None, reduction: Literal["none", "mean", "sum"] = "mean",
) -> Shared["[m]"] if keep else Shared[""]:
    """How far the score of the class falls short of every other one.

    >>> multi_margin_loss((8, 5), (8,))
    ()
    >>> multi_margin_loss((8, 5), (8,), weight=(5,), reduction="none")
    (8,)
    >>> multi_margin_loss((8, 5), (7,))
    error: sample
    >>> multi_margin_loss((8, 5), (8,), weight=(8,))
    error: class
    """
    keep = reduction == "none" if reduce is None and size_average is None else reduce is False
    assert p == 1 or p == 2, "[bad-argument] p must be 1 or 2"
    assert c > 0, "the input is empty"
    assert prod(m) == n, "one class for each sample"
    assert weight is None or w == c, "weight must have one element for each class"

@op("torch.nn.MultiLabelMarginLoss", finds="loss-target")
class MultiLabelMarginLoss:
    """How far the scores of the classes named (up to the first -1) fall short of the others.

    >>> MultiLabelMarginLoss()((8, 5), (8, 5))
    ()
    >>> MultiLabelMarginLoss(reduction="none")((8, 5), (8, 5))
    (8,)
    >>> MultiLabelMarginLoss()((8, 5), (8,))
    error: rank
    """

    def __init__(self, size_average: bool | None = None, reduce: bool | None = None, reduction: Literal["none", "mean", "sum"] = "mean"):
        keep = reduction == "none" if reduce is None and size_average is None else reduce is False

    @overload
    def forward(self, input: Float["[c]"], target: Int["[m]"]) -> Tensor[""]:
        assert prod(c) > 0, "the input is empty"
        assert prod(m) == prod(c), "target must have the shape of input"
    @overload
    def forward(self, input: Float["n c"], target: Int["n c"]) -> Tensor["n"] if keep else Tensor[""]:
        assert c > 0, "the input is empty"
    
@op("torch.nn.functional.multilabel_margin_loss", finds="loss-target")
@overload
def multilabel_margin_loss(
    input: Float["[c]"], target: Int["[m]"], size_average: bool | None = None, reduce: bool | None = None,
    reduction: Literal["none", "mean", "sum"] = "mean",
) -> Tensor[""]:
    assert prod(c) > 0, "the input is empty"
    assert prod(m) == prod(c), "target must have the shape of input"
@overload
def multilabel_margin_loss(
    input: Float["n c"], target: Int["n c"], size_average: bool | None = None, reduce: bool | None = None,
    reduction: Literal["none", "mean", "sum"] = "mean",
) -> Tensor["n"] if keep else Tensor[""]:
    """How far the scores of the classes named (up to the first -1) fall short of the others.

    >>> multilabel_margin_loss((8, 5), (8, 5))
    ()
    >>> multilabel_margin_loss((8, 5), (8, 5), reduction="none")
    (8,)
    >>> multilabel_margin_loss((8, 5), (8,))
    error: rank
    """
    keep = reduction == "none" if reduce is None and size_average is None else reduce is False
    assert c > 0, "the input is empty"

@op("torch.nn.MultiLabelSoftMarginLoss", finds="loss-target")
class MultiLabelSoftMarginLoss:
    """The binary cross entropy of every class, averaged over the classes (the last axis); shapes broadcast.

    >>> MultiLabelSoftMarginLoss()((8, 5), (8, 5))
    ()
    >>> MultiLabelSoftMarginLoss(reduction="none")((8, 5), (8, 5))
    (8,)
    >>> MultiLabelSoftMarginLoss()((8, 5), (8, 4))
    error: broadcast
    """

    def __init__(
        self, weight: Tensor | None = None, size_average: bool | None = None, reduce: bool | None = None,
        reduction: Literal["none", "mean", "sum"] = "mean",
    ):
        keep = reduction == "none" if reduce is None and size_average is None else reduce is False

    def forward(self, input: Inexact["*#shape"], target: Tensor["*#shape"]) -> Shared["*rows"] if keep else Shared[""]:
        assert len(shape_of(input)) > 0, "[index-rank] input must have an axis of classes"
        full = shape if weight is None else broadcast(shape, shape_of(weight))
        rows = drop(full, len(shape_of(input)) - 1)

@op("torch.nn.functional.multilabel_soft_margin_loss", finds="loss-target")
def multilabel_soft_margin_loss(
    input: Inexact["*#shape"], target: Tensor["*#shape"], weight: Tensor | None = None, size_average: bool | None = None,
    reduce: bool | None = None, reduction: Literal["none", "mean", "sum"] = "mean",
) -> Shared["*rows"] if keep else Shared[""]:
    """The binary cross entropy of every class, averaged over the classes (the last axis); shapes broadcast.

    >>> multilabel_soft_margin_loss((8, 5), (8, 5))
    ()
    >>> multilabel_soft_margin_loss((8, 5), (8, 5), (5,), reduction="none")
    (8,)
    >>> multilabel_soft_margin_loss((8, 5), (8, 4))
    error: broadcast
    """
    keep = reduction == "none" if reduce is None and size_average is None else reduce is False
    assert len(shape_of(input)) > 0, "[index-rank] input must have an axis of classes"
    full = shape if weight is None else broadcast(shape, shape_of(weight))
    rows = drop(full, len(shape_of(input)) - 1)

@op("torch.nn.functional.gaussian_nll_loss", finds="loss-target")
def gaussian_nll_loss(
    input: Tensor["*#shape"], target: Tensor["*#shape"], var: Tensor | float, full: bool = False, eps: float = 1e-6,
    reduction: Literal["none", "mean", "sum"] = "mean",
) -> Shared["*whole"] if reduction == "none" else Shared[""]:
    """The negative log likelihood of Gaussian targets; var may lack the last axis, or have 1 in one.

    >>> gaussian_nll_loss((8, 4), (8, 4), (8, 4))
    ()
    >>> gaussian_nll_loss((8, 4), (8, 4), (8,), reduction="none")
    (8, 4)
    >>> gaussian_nll_loss((8, 4), (8, 5), (8, 4))
    error: broadcast
    >>> gaussian_nll_loss((8, 4), (8, 4), (4,))
    error: var
    """
    given = shape_of(input)
    v = shape_of(var)
    assert not is_tensor(var) or v == given or v == given[:-1] \
        or len(v) == len(given) and sum(b for a, b in zip(given, v) if a != b) == 1, \
        "var must have the shape of input, or lack its last axis, or have 1 in one axis"
    whole = broadcast(shape, v + (1,) if len(v) < len(given) else v) if is_tensor(var) else shape

@op("torch.nn.functional.cosine_embedding_loss", finds="loss-target")
@overload
def cosine_embedding_loss(
    input1: Tensor["*#d"], input2: Tensor["*#d"], target: Tensor[""], margin: float = 0, size_average: bool | None = None,
    reduce: bool | None = None, reduction: Literal["none", "mean", "sum"] = "mean",
) -> Shared[""]:
    assert len(shape_of(input1)) == 1 and len(shape_of(input2)) == 1, "a scalar target goes with inputs of one axis"
@overload
def cosine_embedding_loss(
    input1: Tensor["*#pair"], input2: Tensor["*#pair"], target: Tensor["m"], margin: float = 0, size_average: bool | None = None,
    reduce: bool | None = None, reduction: Literal["none", "mean", "sum"] = "mean",
) -> Shared["*shape"] if keep else Shared[""]:
    """1 - cosine of alike pairs (target 1), the cosine of unlike ones (target -1).

    >>> cosine_embedding_loss((8, 4), (8, 4), (8,))
    ()
    >>> cosine_embedding_loss((8, 4), (8, 4), (8,), reduction="none")
    (8,)
    >>> cosine_embedding_loss((8, 4), (8, 5), (8,))
    error: broadcast
    """
    keep = reduction == "none" if reduce is None and size_average is None else reduce is False
    assert len(shape_of(input1)) == 2 and len(shape_of(input2)) == 2, "a target of one axis goes with inputs of two"
    shape = broadcast((pair[0],), (m,))

@op("torch.cosine_embedding_loss", finds="loss-target")
@overload
def torch_cosine_embedding_loss(
    input1: Tensor["*#d"], input2: Tensor["*#d"], target: Tensor[""], margin: float = 0, reduction: Literal[0, 1, 2] = 0,
) -> Shared[""]:
    assert len(shape_of(input1)) == 1 and len(shape_of(input2)) == 1, "a scalar target goes with inputs of one axis"
@overload
def torch_cosine_embedding_loss(
    input1: Tensor["*#pair"], input2: Tensor["*#pair"], target: Tensor["m"], margin: float = 0, reduction: Literal[0, 1, 2] = 0,
) -> Shared["*shape"] if reduction == 0 else Shared[""]:
    """1 - cosine of alike pairs (target 1), the cosine of unlike ones (target -1).

    >>> torch_cosine_embedding_loss((8, 4), (8, 4), (8,))
    (8,)
    >>> torch_cosine_embedding_loss((8, 4), (8, 4), (8,), reduction=1)
    ()
    >>> torch_cosine_embedding_loss((8, 4), (8, 5), (8,))
    error: broadcast
    """
    assert len(shape_of(input1)) == 2 and len(shape_of(input2)) == 2, "a target of one axis goes with inputs of two"
    shape = broadcast((pair[0],), (m,))

@op("torch.nn.functional.ctc_loss", finds="loss-target")
def ctc_loss(
    log_probs: Float["t [n] c"], targets: Array["*places"], input_lengths: Integer | Size, target_lengths: Integer | Size,
    blank: int = 0, reduction: Literal["none", "mean", "sum"] = "mean", zero_infinity: bool = False,
) -> Tensor["[n]"] if reduction == "none" else Tensor[""]:
    """The connectionist temporal classification loss of (t, n, c) log-probabilities.

    >>> ctc_loss((50, 16, 20), (16, 30), (16,), (16,))
    ()
    >>> ctc_loss((50, 16, 20), (16, 30), (16,), (16,), reduction="none")
    (16,)
    >>> ctc_loss((50,), (16, 30), (16,), (16,))
    error: rank
    >>> ctc_loss((50, 16, 20), (15, 30), (16,), (16,))
    error: batch
    >>> ctc_loss((50, 16, 20), (16, 30), (50,), (16,))
    error: input_lengths
    """
    assert 1 <= len(places) and len(places) <= 2, "targets must have 1 or 2 axes"
    assert t * c * prod(n) > 0, "log_probs is empty"
    assert len(places) == 1 or places[0] == prod(n), "targets must have the batch of log_probs"
    assert not is_tensor(input_lengths) or prod(shape_of(input_lengths)) == prod(n), "input_lengths must have the batch of log_probs"
    assert not is_tensor(target_lengths) or prod(shape_of(target_lengths)) == prod(n), "target_lengths must have the batch of log_probs"
    known = True if len(places) == 2 and places[1] > 0 else unsure()

@op("torch.nn.TripletMarginWithDistanceLoss", finds="loss-target")
class TripletMarginWithDistanceLoss:
    """How much nearer the positive is than the negative, by a distance of one's own.

    >>> TripletMarginWithDistanceLoss()((8, 4), (8, 4), (8, 4))
    ()
    >>> TripletMarginWithDistanceLoss(reduction="none")((8, 4), (8, 4), (8, 4))
    (8,)
    >>> TripletMarginWithDistanceLoss()((8, 4), (8, 5), (8, 4))
    error: broadcast
    >>> TripletMarginWithDistanceLoss()((8, 4), (4,), (8, 4))
    error: rank
    """

    def __init__(
        self, *, distance_function: object = None, margin: float = 1.0, swap: bool = False,
        reduction: Literal["none", "mean", "sum"] = "mean",
    ):
        assert margin > 0, "[bad-argument] margin must be greater than 0"

    def forward(
        self, anchor: Tensor["*a"], positive: Tensor["*b"], negative: Tensor["*c"]
    ) -> Norm["*rows"] if reduction == "none" else Norm[""]:
        assert len(a) == len(b) and len(a) == len(c), "the three must have the same rank"
        near = broadcast(a, b) if distance_function is None else unsure()
        far = broadcast(a, c) if distance_function is None else unsure()
        swapped = broadcast(b, c) if swap and distance_function is None else a
        rows = broadcast(broadcast(reduce_axes(near, -1), reduce_axes(far, -1)), reduce_axes(swapped, -1))

@op("torch.nn.functional.triplet_margin_with_distance_loss", finds="loss-target")
def triplet_margin_with_distance_loss(
    anchor: Tensor["*a"], positive: Tensor["*b"], negative: Tensor["*c"], *, distance_function: object = None,
    margin: float = 1.0, swap: bool = False, reduction: Literal["none", "mean", "sum"] = "mean",
) -> Norm["*rows"] if reduction == "none" else Norm[""]:
    """How much nearer the positive is than the negative, by a distance of one's own.

    >>> triplet_margin_with_distance_loss((8, 4), (8, 4), (8, 4))
    ()
    >>> triplet_margin_with_distance_loss((8, 4), (8, 4), (8, 4), reduction="none")
    (8,)
    >>> triplet_margin_with_distance_loss((8, 4), (8, 5), (8, 4))
    error: broadcast
    >>> triplet_margin_with_distance_loss((8, 4), (4,), (8, 4))
    error: rank
    """
    assert margin > 0, "[bad-argument] margin must be greater than 0"
    assert len(a) == len(b) and len(a) == len(c), "the three must have the same rank"
    near = broadcast(a, b) if distance_function is None else unsure()
    far = broadcast(a, c) if distance_function is None else unsure()
    swapped = broadcast(b, c) if swap and distance_function is None else a
    rows = broadcast(broadcast(reduce_axes(near, -1), reduce_axes(far, -1)), reduce_axes(swapped, -1))

@op("torch.triplet_margin_loss", finds="loss-target")
def torch_triplet_margin_loss(
    anchor: Tensor["*a"], positive: Tensor["*b"], negative: Tensor["*c"], margin: float = 1.0, p: float = 2, eps: float = 1e-6,
    swap: bool = False, reduction: Literal[0, 1, 2] = 0,
) -> Norm["*rows"] if reduction == 0 else Norm[""]:
    """How much nearer the positive is than the negative, along the last axis.

    >>> torch_triplet_margin_loss((8, 4), (8, 4), (8, 4))
    (8,)
    >>> torch_triplet_margin_loss((8, 4), (8, 4), (8, 4), reduction=1)
    ()
    >>> torch_triplet_margin_loss((8, 4), (8, 5), (8, 4))
    error: broadcast
    """
    assert len(a) == len(b) and len(a) == len(c), "the three must have the same rank"
    near = reduce_axes(broadcast(a, b), -1)
    far = reduce_axes(broadcast(a, c), -1)
    swapped = reduce_axes(broadcast(b, c) if swap else a, -1)
    rows = broadcast(broadcast(near, far), swapped)

@op("torch.margin_ranking_loss", finds="loss-target")
def torch_margin_ranking_loss(
    input1: Tensor["*#shape"], input2: Tensor["*#shape"], target: Tensor["*#shape"], margin: float = 0.0, reduction: Literal[0, 1, 2] = 0,
) -> Shared["*shape"] if reduction == 0 else Shared[""]:
    """Whether pairs are ranked as target (1 or -1) says.

    >>> torch_margin_ranking_loss((8,), (8,), (8,))
    (8,)
    >>> torch_margin_ranking_loss((8,), (8,), (8,), reduction=1)
    ()
    >>> torch_margin_ranking_loss((8,), (7,), (8,))
    error: broadcast
    """

@op("torch.hinge_embedding_loss", finds="loss-target")
def torch_hinge_embedding_loss(
    input: Tensor["*#shape"], target: Tensor["*#shape"], margin: float = 1.0, reduction: Literal[0, 1, 2] = 0,
) -> Shared["*shape"] if reduction == 0 else Shared[""]:
    """The loss of distances with targets 1 and -1.

    >>> torch_hinge_embedding_loss((2, 3), (2, 3))
    (2, 3)
    >>> torch_hinge_embedding_loss((2, 3), (2, 3), reduction=1)
    ()
    >>> torch_hinge_embedding_loss((2, 3), (2, 4))
    error: broadcast
    """

@op("torch.kl_div", finds="loss-target")
def torch_kl_div(
    input: Tensor["*#shape"], target: Tensor["*#shape"], reduction: Literal[0, 1, 2] = 0, *, log_target: bool = False,
) -> Shared["*shape"] if reduction == 0 else Shared[""]:
    """The Kullback-Leibler divergence; input holds log-probabilities.

    >>> torch_kl_div((2, 3), (2, 3))
    (2, 3)
    >>> torch_kl_div((2, 3), (2, 3), reduction=1)
    ()
    >>> torch_kl_div((2, 3), (2, 4))
    error: broadcast
    """

@op("torch.poisson_nll_loss", finds="loss-target")
def torch_poisson_nll_loss(
    input: Tensor["*#shape"], target: Tensor["*#shape"], log_input: bool, full: bool, eps: float, reduction: Literal[0, 1, 2],
) -> Shared["*shape"] if reduction == 0 else Shared[""]:
    """The negative log likelihood of Poisson targets.

    >>> torch_poisson_nll_loss((2, 3), (2, 3), True, False, 1e-8, 1)
    ()
    >>> torch_poisson_nll_loss((2, 3), (2, 4), True, False, 1e-8, 1)
    error: broadcast
    """

@op("torch.binary_cross_entropy_with_logits", finds="loss-target")
def torch_binary_cross_entropy_with_logits(
    input: Tensor["*shape"], target: Tensor["*whole"], weight: Tensor["*w"] | None = None, pos_weight: Tensor["*p"] | None = None,
    reduction: Literal[0, 1, 2] = 0,
) -> Shared["*whole"] if reduction == 0 else Shared[""]:
    """The binary cross entropy of logits, which here broadcast to the target.

    >>> torch_binary_cross_entropy_with_logits((2, 3), (2, 3))
    (2, 3)
    >>> torch_binary_cross_entropy_with_logits((3,), (2, 3), reduction=1)
    ()
    >>> torch_binary_cross_entropy_with_logits((2, 3), (2, 4))
    error: target
    """
    assert broadcasts_to(shape, whole), "the input must broadcast to the target"
    assert weight is None or broadcasts_to(w, whole), "weight must broadcast to the target"
    assert pos_weight is None or broadcasts_to(broadcast(p, whole), shape), "pos_weight and target must broadcast to the input"

@op("torch.ctc_loss", finds="loss-target")
def torch_ctc_loss(
    log_probs: Float["t [n] c"], targets: Array["*places"], input_lengths: Integer | Size, target_lengths: Integer | Size,
    blank: int = 0, reduction: Literal[0, 1, 2] = 0, zero_infinity: bool = False,
) -> Tensor["[n]"] if reduction == 0 else Tensor[""]:
    """The connectionist temporal classification loss of (t, n, c) log-probabilities.

    >>> torch_ctc_loss((50, 16, 20), (16, 30), (16,), (16,))
    (16,)
    >>> torch_ctc_loss((50, 16, 20), (16, 30), (16,), (16,), reduction=1)
    ()
    >>> torch_ctc_loss((50, 16, 20), (15, 30), (16,), (16,))
    error: batch
    """
    assert 1 <= len(places) and len(places) <= 2, "targets must have 1 or 2 axes"
    assert t * c * prod(n) > 0, "log_probs is empty"
    assert len(places) == 1 or places[0] == prod(n), "targets must have the batch of log_probs"
    assert not is_tensor(input_lengths) or prod(shape_of(input_lengths)) == prod(n), "input_lengths must have the batch of log_probs"
    assert not is_tensor(target_lengths) or prod(shape_of(target_lengths)) == prod(n), "target_lengths must have the batch of log_probs"
    known = True if len(places) == 2 and places[1] > 0 else unsure()

@op("torch.pdist", "torch.nn.functional.pdist", finds="index-rank")
def pdist(input: Float["n m"], p: float = 2.0) -> Tensor["n*(n-1)//2"]:
    """The distances between every two rows.

    >>> pdist((5, 3))
    (10,)
    >>> pdist((2, 5, 3))
    error: rank
    """
    known = m

@op("torch.nn.AdaptiveLogSoftmaxWithLoss", finds="loss-target", fields=("output", "loss"))
class AdaptiveLogSoftmaxWithLoss:
    """Log-probabilities of many classes, rare ones in clusters with fewer features: (of the targets, their loss).

    >>> AdaptiveLogSoftmaxWithLoss(16, 100, [10, 50])((8, 16), (8,))
    ((8,), ())
    >>> AdaptiveLogSoftmaxWithLoss(16, 100, [10, 50])((16,), ())
    ((), ())
    >>> AdaptiveLogSoftmaxWithLoss(16, 100, [10, 50])((8, 16), (7,))
    error: n
    >>> AdaptiveLogSoftmaxWithLoss(16, 100, [10, 50])((8, 15), (8,))
    error: in_features
    >>> AdaptiveLogSoftmaxWithLoss(16, 100, [50, 10])
    error: cutoffs
    """

    def __init__(
        self, in_features: Dim, n_classes: Dim, cutoffs: Size, div_value: float = 4.0, head_bias: bool = False,
        device=None, dtype=None,
    ):
        assert len(cutoffs) > 0, "cutoffs is empty"
        assert all(0 < c for c in cutoffs) and all(c < n_classes for c in cutoffs), \
            "cutoffs must be between 1 and n_classes-1"
        assert all(a < b for a, b in zip(cutoffs[:-1], cutoffs[1:])), "cutoffs must increase"

    @overload
    def forward(self, input_: Inexact["n in_features"], target_: Int["n"]) -> tuple[Tensor["n"], Tensor[""]]: ...
    @overload
    def forward(self, input_: Inexact["in_features"], target_: Int[""]) -> tuple[Tensor[""], Tensor[""]]: ...
    def log_prob(self, input: Inexact["n in_features"]) -> Tensor["n n_classes"]: ...
    def predict(self, input: Inexact["n in_features"]) -> Int["n"]: ...

@op("torch.nn.functional.linear_cross_entropy", finds="loss-target")
@overload
def linear_cross_entropy(
    input: Inexact["k"], linear_weight: Tensor["c k"], target: Long["[one]"], *, linear_bias: Tensor["c"] | None = None,
    weight: Tensor["c"] | None = None, reduction: Literal["none", "mean", "sum"] = "mean", ignore_index: int | None = None,
    label_smoothing: float = 0.0, options: object = None,
) -> Shared[""]:
    assert prod(one) == 1, "one class for one sample"
    scalar = True if c > 0 and (len(one) == 0 or reduction != "none") else unsure()
@overload
def linear_cross_entropy(
    input: Inexact["n k"], linear_weight: Tensor["c *out k"], target: Long["n *out"], *, linear_bias: Tensor["c *out"] | None = None,
    weight: Tensor["c"] | None = None, reduction: Literal["none", "mean", "sum"] = "mean", ignore_index: int | None = None,
    label_smoothing: float = 0.0, options: object = None,
) -> Shared["n *out"] if reduction == "none" else Shared[""]:
    known = True if c > 0 else unsure()
@overload
def linear_cross_entropy(
    input: Inexact["k"], linear_weight: Tensor["c k"], target: Inexact["c"], *, linear_bias: Tensor["c"] | None = None,
    weight: Tensor["c"] | None = None, reduction: Literal["none", "mean", "sum"] = "mean", ignore_index: None = None,
    label_smoothing: float = 0.0, options: object = None,
) -> Shared[""]: ...
@overload
def linear_cross_entropy(
    input: Inexact["n k"], linear_weight: Tensor["c *out k"], target: Inexact["n c *out"], *, linear_bias: Tensor["c *out"] | None = None,
    weight: Tensor["c"] | None = None, reduction: Literal["none", "mean", "sum"] = "mean", ignore_index: None = None,
    label_smoothing: float = 0.0, options: object = None,
) -> Shared["n *out"] if reduction == "none" else Shared[""]:
    """The cross entropy of input @ linear_weight.T, with class indices or probabilities.

    >>> linear_cross_entropy((8, 16), (10, 16), (8,))
    ()
    >>> linear_cross_entropy((8, 16), (10, 4, 16), (8, 4), reduction="none")
    (8, 4)
    >>> linear_cross_entropy((8, 16), (10, 15), (8,))
    error: k
    >>> linear_cross_entropy((8, 16), (10, 16), (7,))
    error: n
    """

@op("torch.nn.LinearCrossEntropyLoss", finds="loss-target")
class LinearCrossEntropyLoss:
    """A linear layer into classes and the cross entropy of what it gives.

    >>> LinearCrossEntropyLoss(16, 10)((8, 16), (8,))
    ()
    >>> LinearCrossEntropyLoss(16, 10, out_features=(4,), reduction="none")((8, 16), (8, 4))
    (8, 4)
    >>> LinearCrossEntropyLoss(16, 10)((8, 15), (8,))
    error: in_features
    >>> LinearCrossEntropyLoss(16, 10)((8, 16), (7,))
    error: n
    """

    def __init__(
        self, in_features: Dim, num_classes: Dim, *, out_features: Size = (), bias: bool = False, device=None, dtype=None,
        reduction: Literal["none", "mean", "sum"] = "mean", weight: Tensor["num_classes"] | None = None, ignore_index: int | None = None,
        label_smoothing: float = 0.0, options: object = None,
    ):
        assert num_classes == 0 or all(s >= 0 for s in out_features), "[bad-argument] out_features must not be negative"

    @overload
    def forward(self, input: Inexact["in_features"], target: Long["[one]"]) -> Shared[""]:
        assert prod(one) == 1, "one class for one sample"
        scalar = True if c > 0 and (len(one) == 0 or reduction != "none") else unsure()
        assert len(out_features) == 0, "several axes of classes need a batch"
    @overload
    def forward(self, input: Inexact["n in_features"], target: Long["n *out_features"]) -> Shared["n *out_features"] if reduction == "none" else Shared[""]:
        known = True if num_classes > 0 else unsure()
    @overload
    def forward(self, input: Inexact["in_features"], target: Inexact["num_classes"]) -> Shared[""]:
        assert ignore_index is None, "[bad-argument] ignore_index goes with class indices"
        assert len(out_features) == 0, "several axes of classes need a batch"
    @overload
    def forward(self, input: Inexact["n in_features"], target: Inexact["n num_classes *out_features"]) -> Shared["n *out_features"] if reduction == "none" else Shared[""]:
        known = True if num_classes > 0 else unsure()
        assert ignore_index is None, "[bad-argument] ignore_index goes with class indices"
