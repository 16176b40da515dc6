"""Keras's core layers."""

@op("keras.layers.Dense", finds="linear-in-features", legacy={"output_dim": "units", "nb_output": "units", "init": "kernel_initializer", "W_regularizer": "kernel_regularizer", "b_regularizer": "bias_regularizer", "W_constraint": "kernel_constraint", "b_constraint": "bias_constraint", "bias": "use_bias"})
class Dense:
    """Multiply the last axis by a kernel of shape (features, units); the first call fixes the features.

    >>> Dense(8)((2, 3, 4))
    (2, 3, 8)
    >>> Dense(1, use_bias=False)((2, 3))
    (2, 1)
    >>> Dense(0)((2, 4))
    error: positive
    >>> Dense(8)((4,))
    error: rank
    """

    width: Late
    kernel: Tensor["width units"]
    bias: Tensor["units"] if use_bias else None

    def __init__(
        self, units: Dim, activation=None, use_bias: bool = True, kernel_initializer="glorot_uniform",
        bias_initializer="zeros", kernel_regularizer=None, bias_regularizer=None,
        activity_regularizer=None, kernel_constraint=None, bias_constraint=None, lora_rank=None,
        lora_alpha=None, quantization_config=None,
    ):
        assert units > 0, "units must be positive"

    def call(self, inputs: Tensor["n *batch width"]) -> Tensor["n *batch units"]: ...

@op("keras.layers.EinsumDense", finds="einsum-sizes")
class EinsumDense:
    """Multiply by a kernel as an einsum equation says; `output_shape` is without the batch.

    >>> EinsumDense("ab,bc->ac", output_shape=8)((2, 4))
    (2, 8)
    >>> EinsumDense("abc,cde->abde", output_shape=(None, 3, 8), bias_axes="de")((2, 5, 4))
    (2, 5, 3, 8)
    >>> EinsumDense("...x,xy->...y", output_shape=8, bias_axes="y")((2, 5, 4))
    (2, 5, 8)
    >>> EinsumDense("abc,cd->abd", output_shape=(6, 8))((2, 5, 4))
    error: output_shape
    >>> EinsumDense("abc,cd->abd", output_shape=(5, 8))((2, 5))
    error: axes
    """

    ndim: Late
    kernel_shape: Late
    bias_shape: Late
    kernel: Tensor["*kernel_shape"]
    bias: Tensor["*bias_shape"] if bias_axes is not None else None

    def __init__(
        self, equation, output_shape, activation=None, bias_axes=None, kernel_initializer="glorot_uniform",
        bias_initializer="zeros", kernel_regularizer=None, bias_regularizer=None, kernel_constraint=None,
        bias_constraint=None, lora_rank=None, lora_alpha=None, gptq_unpacked_column_size=None,
        quantization_config=None,
    ):
        ndim = None
        kernel_shape = None
        bias_shape = None

    def call(self, inputs: Tensor["*s"]) -> Tensor["*out"]:
        assert ndim is None or len(s) == ndim, "the number of axes is fixed by the first call"
        parts = dense_einsum(equation, bias_axes, s, output_shape, kernel_shape)
        assert parts[3], "the sizes of the input are not those of output_shape, or of the kernel"
        bias_shape = parts[2] if kernel_shape is None else bias_shape
        out = parts[0] if bias_axes is None else broadcast(parts[0], bias_shape)
        ndim = len(s)
        kernel_shape = parts[1]

@op("keras.layers.Embedding", finds="embedding-index", legacy={"init": "embeddings_initializer", "W_regularizer": "embeddings_regularizer", "W_constraint": "embeddings_constraint"})
class Embedding:
    """Each integer of the input becomes a row of `embeddings`, on a new last axis.

    >>> Embedding(1000, 64)((32, 10))
    (32, 10, 64)
    >>> Embedding(input_dim=1000, output_dim=64, mask_zero=True)((32,))
    (32, 64)
    >>> Embedding(0, 64)((32,))
    error: positive
    """

    embeddings: Tensor["input_dim output_dim"]

    def __init__(
        self, input_dim: Dim, output_dim: Dim, embeddings_initializer="uniform", embeddings_regularizer=None,
        embeddings_constraint=None, mask_zero: bool = False, weights=None, lora_rank=None, lora_alpha=None,
        quantization_config=None,
    ):
        assert input_dim > 0 and output_dim > 0, "[bad-argument] input_dim and output_dim must be positive"
        given = weights[0] if is_tuple(weights) and len(weights) == 1 else weights
        assert not is_tensor(given) or shape_of(given) == (input_dim, output_dim), "[weights-shape] weights must be one matrix of (input_dim, output_dim)"

    def call(self, inputs: Tensor["*s"]) -> Tensor["*s output_dim"]: ...

@op("keras.layers.ReversibleEmbedding", finds="embedding-index")
class ReversibleEmbedding:
    """An embedding that with `reverse=True` goes from vectors back to a score for each integer.

    >>> ReversibleEmbedding(1000, 64)((32, 10))
    (32, 10, 64)
    >>> ReversibleEmbedding(1000, 64)((32, 10, 64), reverse=True)
    (32, 10, 1000)
    """

    embeddings: Tensor["input_dim output_dim"]
    reverse_embeddings: Tensor["output_dim input_dim"] if not tie_weights else None

    def __init__(
        self, input_dim: Dim, output_dim: Dim, tie_weights: bool = True, embeddings_initializer="uniform",
        embeddings_regularizer=None, embeddings_constraint=None, mask_zero: bool = False, reverse_dtype=None,
        logit_soft_cap=None,
    ):
        assert input_dim > 0 and output_dim > 0, "[bad-argument] input_dim and output_dim must be positive"

    def call(
        self, inputs: Tensor["*rows output_dim"] if reverse else Tensor["*s"], *, reverse: bool = False
    ) -> Tensor["*rows input_dim"] if reverse else Tensor["*s output_dim"]: ...

@op("keras.layers.Identity")
class Identity:
    """The input as it is.

    >>> Identity()((2, 3))
    (2, 3)
    """

    def __init__(self): ...

    def call(self, inputs: Tensor["*s"]) -> Tensor["*s"]: ...

@op("keras.layers.Masking")
class Masking:
    """Steps of a sequence that hold nothing but `mask_value` are passed over by later layers.

    >>> Masking(mask_value=0.0)((2, 5, 3))
    (2, 5, 3)
    """

    def __init__(self, mask_value=0.0): ...

    def call(self, inputs: Tensor["*s"]) -> Tensor["*s"]: ...

@op("keras.layers.ActivityRegularization")
class ActivityRegularization:
    """The input as it is; its size adds to the loss.

    >>> ActivityRegularization(l1=0.1)((2, 3))
    (2, 3)
    """

    def __init__(self, l1: float = 0.0, l2: float = 0.0): ...

    def call(self, inputs: Tensor["*s"]) -> Tensor["*s"]: ...
