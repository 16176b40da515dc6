"""Cross-entropies, CTC and other comparisons of `keras.ops`."""

@op("keras.ops.binary_crossentropy", finds="loss-target")
def binary_crossentropy(target: Tensor["*t"], output: Tensor["*s"], from_logits: bool = False) -> Tensor["*s"]:
    """Of each element; both must have one shape.

    >>> binary_crossentropy((8, 1), (8, 1))
    (8, 1)
    >>> binary_crossentropy((8,), (8, 1), from_logits=True)
    error: shape
    """
    assert t == s, "target and output must have the same shape"

@op("keras.ops.categorical_crossentropy", finds="loss-target")
def categorical_crossentropy(
    target: Tensor["*t"], output: Tensor["*s"], from_logits: bool = False, axis: Axis = -1
) -> Tensor["*new"]:
    """Of targets that are one-hot: the classes stand on an axis, the last by default.

    >>> categorical_crossentropy((8, 10), (8, 10))
    (8,)
    >>> categorical_crossentropy((8,), (8, 10), from_logits=True)
    error: shape
    >>> categorical_crossentropy((8, 10), (8, 11))
    error: shape
    """
    assert t == s, "target and output must have the same shape"
    assert len(s) > 0, "target and output must have an axis"
    new = reduced(s, axis)

@op("keras.ops.sparse_categorical_crossentropy", finds="loss-target")
def sparse_categorical_crossentropy(
    target: Tensor["*t"], output: Tensor["*s"], from_logits: bool = False, axis: Axis = -1
) -> Tensor["*rest"]:
    """Of targets that are class numbers; the outputs have one more axis, of the classes.

    >>> sparse_categorical_crossentropy((8,), (8, 10))
    (8,)
    >>> sparse_categorical_crossentropy((8, 1), (8, 10), from_logits=True)
    (8,)
    >>> sparse_categorical_crossentropy((8, 10), (8, 10))
    error: axis
    >>> sparse_categorical_crossentropy((7,), (8, 10))
    error: axis
    """
    assert len(s) > 0, "output must have an axis of classes"
    given = sparse_targets(t, s, axis)
    rest = reduced(s, axis)
    assert given == rest, "target must have the shape of output, less the axis of classes"

@op("keras.ops.ctc_loss", finds="loss-target")
def ctc_loss(
    target: Integer["b *long"], output: Tensor["b *steps"], target_length: Integer["b *more"],
    output_length: Integer["b *most"], mask_index: Dim = 0,
) -> Tensor["batch"]:
    """Of targets (batch, length) and outputs (batch, steps, classes).

    >>> ctc_loss((4, 5), (4, 20, 10), (4,), (4,))
    (4,)
    >>> ctc_loss((3, 5), (4, 20, 10), (4,), (4,))
    error: b is
    """
    batch = b if len(long) == 1 and len(steps) == 2 and len(more) == 0 and len(most) == 0 else unsure()

@op("keras.ops.ctc_decode", finds="loss-target")
def ctc_decode(
    inputs: Tensor["b steps classes"], sequence_lengths: Tensor["*many"],
    strategy: Literal["greedy", "beam_search"] = "greedy", beam_width: Dim = 100, top_paths: Dim = 1,
    merge_repeated=True, mask_index: Dim = 0,
) -> tuple[Tensor["paths batch steps"], Tensor["batch paths"]]:
    """The likeliest sequences of classes.

    >>> ctc_decode((4, 20, 10), (4,))
    ((1, 4, 20), (4, 1))
    >>> ctc_decode((20, 10), (4,))
    error: rank
    >>> ctc_decode((4, 20, 10), (5,))
    error: length
    """
    paths = 1 if strategy == "greedy" else top_paths
    beams = strategy == "beam_search"
    assert not beams or len(many) != 1 or many[0] >= b, "there must be one length for each sequence"
    assert beams or len(many) != 1 or many[0] == b or many[0] == 1 or b == 1, "there must be one length for each sequence"
    batch = b if many == (b,) else unsure()

@op("keras.ops.psnr", finds="broadcast-sizes")
def psnr(x1: Tensor["*s"], x2: Tensor["*t"], max_val) -> Tensor[""]:
    """The ratio of signal to noise between two images.

    >>> psnr((2, 8, 8, 3), (2, 8, 8, 3), 1.0)
    ()
    >>> psnr((8, 8, 3), (2, 8, 8, 3), 1.0)
    error: shape
    """
    assert s == t, "x1 and x2 must have the same shape"
