"""Tables looked up by index."""

@op("torch.nn.Embedding", finds="embedding-index", layout="fresh")
class Embedding:
    """A row of the table for every index.

    >>> Embedding(10, 4)((2, 3))
    (2, 3, 4)
    >>> Embedding(10, 4, padding_idx=-1)(())
    (4,)
    >>> Embedding(10, 4, padding_idx=10)
    error: padding_idx
    >>> Embedding(10, (4, 4))
    error: embedding_dim
    """

    weight: Tensor["num_embeddings embedding_dim"]

    def __init__(
        self, num_embeddings: Dim, embedding_dim: Dim, padding_idx: Dim | None = None,
        max_norm: float | None = None, norm_type: float = 2.0, scale_grad_by_freq: bool = False,
        sparse: bool = False, _weight: Tensor["num_embeddings embedding_dim"] | None = None,
        _freeze: bool = False, device=None, dtype=None,
    ):
        assert padding_idx is None or padding_idx == 0 or (-num_embeddings <= padding_idx and padding_idx < num_embeddings), \
            "padding_idx must be within num_embeddings"

    def forward(self, input: Int["*shape"]) -> Float["*shape embedding_dim"]:
        filled = True if empty(shape) or not empty(num_embeddings) else unsure()

@op("torch.nn.functional.embedding", finds="embedding-index", layout="fresh")
def embedding(
    input: Int["*shape"], weight: Tensor["rows width"], padding_idx: Dim | None = None,
    max_norm: float | None = None, norm_type: float = 2.0, scale_grad_by_freq: bool = False,
    sparse: bool = False,
) -> Tensor["*shape width"]:
    """A row of the table for every index.

    >>> embedding((2, 3), (10, 4))
    (2, 3, 4)
    >>> embedding((2, 3), (10,))
    error: rank
    >>> embedding((2, 3), (10, 4), padding_idx=10)
    error: padding_idx
    """
    assert padding_idx is None or padding_idx == 0 or (-rows <= padding_idx and padding_idx < rows), \
        "padding_idx must be within the table"
    filled = True if empty(shape) or not empty(rows) else unsure()

@op("torch.embedding", finds="embedding-index", layout="fresh")
def torch_embedding(
    weight: Tensor["rows width"], indices: Int["*shape"], padding_idx: Dim = -1,
    scale_grad_by_freq: bool = False, sparse: bool = False,
) -> Tensor["*shape width"]:
    """A row of the table for every index; the table comes first.

    >>> torch_embedding((10, 4), (2, 3))
    (2, 3, 4)
    >>> torch_embedding((10,), (2, 3))
    error: rank
    """
    filled = True if empty(shape) or not empty(rows) else unsure()

@op("torch.nn.EmbeddingBag", finds="embedding-index")
class EmbeddingBag:
    """The sum, mean or maximum of the rows of every bag of indices.

    >>> EmbeddingBag(10, 4)((2, 3))
    (2, 4)
    >>> EmbeddingBag(10, 4)((6,), (2,))
    (2, 4)
    >>> EmbeddingBag(10, 4, include_last_offset=True)((6,), (3,))
    (2, 4)
    >>> EmbeddingBag(10, 4)((2, 3, 4))
    error: rank
    """

    weight: Tensor["num_embeddings embedding_dim"]

    def __init__(
        self, num_embeddings: Dim, embedding_dim: Dim, max_norm: float | None = None,
        norm_type: float = 2.0, scale_grad_by_freq: bool = False,
        mode: Literal["sum", "mean", "max"] = "mean", sparse: bool = False,
        _weight: Tensor["num_embeddings embedding_dim"] | None = None,
        include_last_offset: bool = False, padding_idx: Dim | None = None, device=None, dtype=None,
    ):
        last = 1 if include_last_offset else 0
        assert padding_idx is None or padding_idx == 0 or (-num_embeddings <= padding_idx and padding_idx < num_embeddings), \
            "padding_idx must be within num_embeddings"

    @overload
    def forward(
        self, input: Index["b n"], offsets: None = None, per_sample_weights: Array["b n"] | None = None
    ) -> Float["b embedding_dim"]:
        assert not empty(n), "a bag must not be empty"
        filled = True if empty(b) or not empty(num_embeddings) else unsure()
    @overload
    def forward(
        self, input: Index["n"], offsets: Index["b"], per_sample_weights: Array["n"] | None = None
    ) -> Float["b-last embedding_dim"]:
        filled = True if empty(n) or not empty(num_embeddings) else unsure()

@op("torch.nn.functional.embedding_bag", finds="embedding-index")
@overload
def embedding_bag(
    input: Index["b n"], weight: Tensor["rows width"], offsets: None = None,
    max_norm: float | None = None, norm_type: float = 2, scale_grad_by_freq: bool = False,
    mode: Literal["sum", "mean", "max"] = "mean", sparse: bool = False,
    per_sample_weights: Array["b n"] | None = None, include_last_offset: bool = False,
    padding_idx: Dim | None = None,
) -> Tensor["b width"]:
    assert not empty(n), "a bag must not be empty"
    filled = True if empty(b) or not empty(rows) else unsure()
    assert padding_idx is None or (-rows <= padding_idx and padding_idx < rows), "padding_idx must be within the rows"
@overload
def embedding_bag(
    input: Index["n"], weight: Tensor["rows width"], offsets: Index["b"],
    max_norm: float | None = None, norm_type: float = 2, scale_grad_by_freq: bool = False,
    mode: Literal["sum", "mean", "max"] = "mean", sparse: bool = False,
    per_sample_weights: Array["n"] | None = None, include_last_offset: bool = False,
    padding_idx: Dim | None = None,
) -> Tensor["b-last width"]:
    """The sum, mean or maximum of the rows of every bag of indices.

    >>> embedding_bag((2, 3), (10, 4))
    (2, 4)
    >>> embedding_bag((6,), (10, 4), (2,))
    (2, 4)
    >>> embedding_bag((2, 3), (10,))
    error: rank
    """
    last = 1 if include_last_offset else 0
    filled = True if empty(n) or not empty(rows) else unsure()
    assert padding_idx is None or (-rows <= padding_idx and padding_idx < rows), "padding_idx must be within the rows"

@op("torch.nn.functional.one_hot", finds="embedding-index", layout="fresh")
def one_hot(tensor: Int["*shape"], num_classes: Dim = -1) -> Int["*shape classes"]:
    """A new last axis with a one at every index.

    >>> one_hot((2, 3), 5)
    (2, 3, 5)
    >>> one_hot((2, 3), 0)
    error: num_classes
    """
    assert num_classes == -1 or num_classes > 0, "[bad-argument] num_classes must be positive"
    assert num_classes != -1 or not empty(shape), "[bad-argument] num_classes must be given for an empty tensor"
    classes = one_hot_classes(num_classes)
