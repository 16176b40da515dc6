"""Segments, top places, distances and Fourier transforms of `keras.ops`."""

@op("keras.ops.segment_sum", "keras.ops.segment_max", "keras.ops.segment_min", "keras.ops.segment_prod", finds="broadcast-sizes")
def segment_sum(
    data: Tensor["n *rest"], segment_ids: Tensor["n"], num_segments: Dim | None = None, sorted=False
) -> Tensor["count *rest"]:
    """Rows of one segment taken together; without num_segments the ids say how many there are.

    >>> segment_sum((6, 4), (6,), num_segments=3)
    (3, 4)
    >>> segment_sum((6, 4), (5,), num_segments=3)
    error: n is
    >>> segment_sum((6, 4), (6, 4), num_segments=3)
    error: rank
    """
    known = num_segments if num_segments is None or num_segments >= 0 else unsure()
    count = some(1) if known is None or known == 0 else known

@op("keras.ops.top_k", finds="index-range", fields=("values", "indices"))
def top_k(x: Tensor["*lead n"], k: Dim, sorted=True) -> tuple[Tensor["*lead k"], Tensor["*lead k"]]:
    """The k largest on the last axis, and where they stand.

    >>> top_k((2, 5), 3)
    ((2, 3), (2, 3))
    >>> top_k((2, 5), k=6)
    error: k must
    """
    assert 0 <= k and k <= n, "k must be no more than the last axis has"

@op("keras.ops.in_top_k", finds="loss-target")
def in_top_k(targets: Tensor["many"], predictions: Tensor["n classes"], k: Dim) -> Tensor["*both"]:
    """Whether each target is among its k likeliest classes.

    >>> in_top_k((8,), (8, 10), k=3)
    (8,)
    >>> in_top_k((7,), (8, 10), 3)
    error: target
    >>> in_top_k((8,), (8, 10), 11)
    error: k must
    """
    assert many == n or many == 1 or n == 1, "there must be one target for each prediction"
    assert 0 <= k and k <= classes, "[index-range] k must be no more than there are classes"
    both = broadcast([many], [n])

@op("keras.ops.logsumexp", finds="index-range")
def logsumexp(x: Tensor["*s"], axis: Axes | None = None, keepdims: bool = False) -> Tensor["*new"]:
    """The logarithm of the sum of exponentials over axes, over all where none is given.

    >>> logsumexp((2, 3))
    ()
    >>> logsumexp((2, 3), axis=-1, keepdims=True)
    (2, 1)
    >>> logsumexp((2, 3), axis=2)
    error: range
    """
    over = axis[0] if axis is not None and len(axis) == 1 else axis
    new = reduced(s, over, keepdims) if over != () else unsure()

@op("keras.ops.cdist", finds="inner-size")
def cdist(x: Tensor["*#batch p width"], y: Tensor["*#batch r width"]) -> Tensor["*batch p r"]:
    """The distance of each row of one to each of the other.

    >>> cdist((2, 5, 3), (2, 4, 3))
    (2, 5, 4)
    >>> cdist((5, 3), (4, 2))
    error: width
    >>> cdist((2, 5, 3), (3, 4, 3))
    error: broadcast
    """

@op("keras.ops.extract_sequences", finds="kernel-size")
def extract_sequences(x: Tensor["*lead n"], sequence_length: Dim, sequence_stride: Dim) -> Tensor["*lead count sequence_length"]:
    """Stretches of the last axis, as rows.

    >>> extract_sequences((2, 10), 4, 2)
    (2, 4, 4)
    >>> extract_sequences((2, 3), 4, 2)
    error: length
    """
    assert sequence_stride > 0, "[bad-argument] sequence_stride must be positive"
    assert 0 <= sequence_length and sequence_length <= n, "sequence_length must be no more than the last axis has"
    count = (n - sequence_length) // sequence_stride + 1

@op("keras.ops.fft", finds="broadcast-sizes")
def fft(x: tuple[Tensor["*real n"], Tensor["*imaginary m"]]) -> tuple[Tensor["*real n"], Tensor["*real n"]]:
    """The frequencies on the last axis of complex numbers, given by their two parts.

    >>> fft(((2, 8), (2, 8)))
    ((2, 8), (2, 8))
    >>> fft(((2, 8), (2, 7)))
    error: parts
    """
    assert real == imaginary and n == m, "both parts must have the same shape"

@op("keras.ops.fft2", "keras.ops.ifft2", finds="broadcast-sizes")
def fft2(x: tuple[Tensor["*real h w"], Tensor["*imaginary h2 w2"]]) -> tuple[Tensor["*real h w"], Tensor["*real h w"]]:
    """The frequencies on the last two axes of complex numbers, given by their two parts.

    >>> fft2(((2, 8, 6), (2, 8, 6)))
    ((2, 8, 6), (2, 8, 6))
    >>> fft2(((8, 6), (8, 7)))
    error: parts
    >>> fft2(((8,), (8,)))
    error: rank
    """
    assert real == imaginary and h == h2 and w == w2, "both parts must have the same shape"

@op("keras.ops.rfft")
def rfft(x: Tensor["*lead n"], fft_length: Dim | None = None) -> tuple[Tensor["*lead half"], Tensor["*lead half"]]:
    """The frequencies of a real signal on the last axis, by their two parts.

    >>> rfft((2, 8))
    ((2, 5), (2, 5))
    >>> rfft((2, 8), fft_length=4)
    ((2, 3), (2, 3))
    """
    points = n if fft_length is None else fft_length
    assert points > 0, "fft_length must be positive"
    half = points // 2 + 1

@op("keras.ops.irfft", finds="broadcast-sizes")
def irfft(x: tuple[Tensor["*real n"], Tensor["*imaginary m"]], fft_length: Dim | None = None) -> Tensor["*real points"]:
    """The real signal that such frequencies are of.

    >>> irfft(((2, 5), (2, 5)))
    (2, 8)
    >>> irfft(((2, 5), (2, 5)), fft_length=9)
    (2, 9)
    >>> irfft(((2, 5), (2, 4)))
    error: parts
    """
    assert real == imaginary and n == m, "both parts must have the same shape"
    points = 2 * (n - 1) if fft_length is None else fft_length
    assert points > 0, "[bad-argument] no signal is left"

@op("keras.ops.stft", finds="pad-sizes")
def stft(
    x: Tensor["*lead n"], sequence_length: Dim, sequence_stride: Dim, fft_length: Dim,
    window: Tensor["*w"] | str | None = "hann", center: bool = True,
) -> tuple[Tensor["*lead frames half"], Tensor["*lead frames half"]]:
    """The frequencies of stretches of a signal, by their two parts.

    >>> stft((2, 100), 16, 8, 16)
    ((2, 13, 9), (2, 13, 9))
    >>> stft((100,), 16, 8, 32, center=False)
    ((9, 17), (9, 17))
    >>> stft((2, 100), 16, 0, 16)
    error: sequence_stride
    >>> stft((2, 8), 16, 8, 16)
    error: short
    """
    edge = fft_length // 2 if center else 0
    assert sequence_stride > 0, "[bad-argument] sequence_stride must be positive"
    assert 0 < sequence_length and sequence_length <= fft_length, "[bad-argument] sequence_length must be positive and no more than fft_length"
    assert not is_tensor(window) or w == (sequence_length,), "[bad-argument] window must have sequence_length elements"
    assert n > edge, "the signal is too short to reflect half of fft_length"
    assert n + 2 * edge >= fft_length, "the signal is too short for fft_length"
    half = fft_length // 2 + 1
    frames = (n + 2 * edge - fft_length) // sequence_stride + 1

@op("keras.ops.istft", finds="broadcast-sizes")
def istft(
    x: tuple[Tensor["*real frames half"], Tensor["*imaginary frames2 half2"]], sequence_length: Dim,
    sequence_stride: Dim, fft_length: Dim, length: Dim | None = None, window: Tensor["*w"] | str | None = "hann",
    center: bool = True,
) -> Tensor["*real points"]:
    """The signal that such frequencies are of.

    >>> istft(((2, 13, 9), (2, 13, 9)), 16, 8, 16)
    (2, 96)
    >>> istft(((2, 13, 9), (2, 12, 9)), 16, 8, 16)
    error: parts
    >>> istft(((2, 13, 9), (2, 13, 9)), 16, 0, 16)
    error: sequence_stride
    """
    assert sequence_stride > 0, "[bad-argument] sequence_stride must be positive"
    assert real == imaginary and frames == frames2 and half == half2, "both parts must have the same shape"
    assert not is_tensor(window) or w == (sequence_length,), "[bad-argument] window must have sequence_length elements"
    made = fft_length + sequence_stride * (frames - 1) - (2 * (fft_length // 2) if center else 0)
    points = made if length is None and made > 0 else unsure()

@op("keras.ops.view_as_complex", finds="reshape-elements")
def view_as_complex(x: Tensor["*lead parts"]) -> Tensor["*lead"]:
    """Complex numbers of their two parts, on the last axis.

    >>> view_as_complex((3, 2))
    (3,)
    >>> view_as_complex((2, 3))
    error: 2
    """
    assert parts == 2, "the last axis must have size 2"

@op("keras.ops.view_as_real")
def view_as_real(x: Complex["*s"]) -> Tensor["*s 2"]:
    """The two parts of complex numbers, on a new last axis.

    >>> view_as_real((2, 3))
    (2, 3, 2)
    """
