"""Keras's layers that turn data into numbers a model can take."""

@op("keras.layers.Rescaling")
class Rescaling:
    """inputs * scale + offset.

    >>> Rescaling(0.5)((2, 8, 8, 3))
    (2, 8, 8, 3)
    >>> Rescaling(scale=[1.0, 2.0, 3.0])((2, 8, 8, 3))
    (2, 8, 8, 3)
    """

    def __init__(self, scale, offset=0.0): ...

    def call(self, inputs: Tensor["*s"]) -> Tensor["*s"]: ...

@op("keras.layers.Normalization", finds="norm-features")
class Normalization:
    """Subtract the mean and divide by the deviation of each feature; the first call fixes their number.

    >>> Normalization()((8, 3))
    (8, 3)
    >>> Normalization(axis=None)((8, 5, 3))
    (8, 5, 3)
    >>> Normalization(mean=[1.0, 2.0], variance=[1.0, 4.0])((8, 3))
    error: mean
    >>> Normalization(axis=2)((8, 3))
    error: range
    >>> Normalization(mean=1.0)((8, 3))
    error: together
    """

    kept: Late

    def __init__(self, axis: Axes | None = -1, mean=None, variance=None, invert: bool = False):
        assert (mean is None) == (variance is None), "[bad-argument] mean and variance go together"
        kept = None

    def call(self, inputs: Tensor["*s"]) -> Tensor["*out"]:
        own = kept_sizes(s, axis) if kept is None else kept
        one = is_tuple(mean) and axis is not None and len(axis) == 1 and kept is None
        assert not one or len(mean) == 1 or len(mean) == size_at(s, axis[0]), "mean has another number of features"
        kept = own
        out = broadcast(s, own)

@op("keras.layers.CategoryEncoding", legacy={"max_tokens": "num_tokens"})
class CategoryEncoding:
    """Integers as vectors: each one by itself (`one_hot`), or those of a sample together.

    >>> CategoryEncoding(num_tokens=10)((8, 3))
    (8, 10)
    >>> CategoryEncoding(10, output_mode="one_hot")((8, 3))
    (8, 3, 10)
    >>> CategoryEncoding(10, output_mode="one_hot")((8, 1))
    (8, 10)
    >>> CategoryEncoding(0)((8, 3))
    error: positive
    """

    def __init__(
        self, num_tokens: Dim | None = None, output_mode: str = "multi_hot", sparse: bool = False,
    ):
        assert num_tokens is not None, "[missing-argument] num_tokens is needed"
        assert num_tokens is None or num_tokens > 0, "num_tokens must be positive"

    def call(self, inputs: Tensor["*s"], count_weights=None) -> Tensor["*out"]:
        out = encoded(s, output_mode, num_tokens)

@op("keras.layers.Discretization", legacy={"bins": "bin_boundaries"})
class Discretization:
    """The number of the interval that each value lies in, or a vector that tells it.

    >>> Discretization(bin_boundaries=[0.0, 1.0])((8, 3))
    (8, 3)
    >>> Discretization([0.0, 1.0], output_mode="one_hot")((8, 3))
    (8, 3, 3)
    >>> Discretization()((8, 3))
    error: needed
    """

    def __init__(
        self, bin_boundaries=None, num_bins: Dim | None = None, epsilon: float = 0.01, output_mode: str = "int",
        sparse: bool = False,
    ):
        assert bin_boundaries is not None or num_bins is not None, "bin_boundaries or num_bins is needed"
        assert bin_boundaries is None or num_bins is None, "bin_boundaries and num_bins exclude each other"
        depth = num_bins if bin_boundaries is None else len(bin_boundaries) + 1

    def call(self, inputs: Tensor["*s"]) -> Tensor["*out"]:
        out = s if output_mode == "int" else encoded(s, output_mode, depth)

@op("keras.layers.MelSpectrogram", finds="pad-sizes")
class MelSpectrogram:
    """The mel spectrum of windows of a signal, which is longer than half of one.

    >>> MelSpectrogram(fft_length=8, sequence_stride=4, num_mel_bins=5)((2, 32))
    (2, 5, 9)
    >>> MelSpectrogram(fft_length=8, sequence_stride=4, num_mel_bins=5)((32,))
    (5, 9)
    >>> MelSpectrogram(fft_length=8, sequence_length=16)((2, 32))
    error: fft_length
    """

    def __init__(
        self, fft_length: Dim = 2048, sequence_stride: Dim = 512, sequence_length: Dim | None = None, window="hann",
        sampling_rate=16000, num_mel_bins: Dim = 128, min_freq: float = 20.0, max_freq=None,
        power_to_db: bool = True, top_db: float = 80.0, mag_exp: float = 2.0, min_power: float = 1e-10,
        ref_power: float = 1.0,
    ):
        assert sequence_length is None or fft_length >= sequence_length, "[bad-argument] fft_length is less than sequence_length"

    def call(self, inputs: Tensor["*batch t"]) -> Tensor["*batch num_mel_bins frames"]:
        assert t > fft_length // 2, "the signal must be longer than half of fft_length"
        frames = (t + fft_length // 2 * 2 - fft_length) // sequence_stride + 1

@op("keras.layers.STFTSpectrogram", finds="kernel-size")
class STFTSpectrogram:
    """The spectrum of windows of a signal of (batch, time, channels).

    >>> STFTSpectrogram(window=None, frame_length=8, frame_step=4)((2, 32, 1))
    (2, 7, 5)
    >>> STFTSpectrogram("stft", window=None, frame_length=8, expand_dims=True)((2, 32, 3))
    (2, 7, 10, 3)
    >>> STFTSpectrogram(window=None, frame_length=8, data_format="channels_first", padding="same")((2, 3, 32))
    (2, 15, 8)
    >>> STFTSpectrogram(window=None, frame_length=8)((2, 4, 1))
    error: longer
    >>> STFTSpectrogram(window=None, frame_length=8, frame_step=9)((2, 32, 1))
    error: frame_step
    >>> STFTSpectrogram(window=None, frame_length=8)((2, 32))
    error: rank
    """

    def __init__(
        self, mode: Literal["log", "magnitude", "psd", "real", "imag", "angle", "stft"] = "log",
        frame_length: Dim = 256, frame_step: Dim | None = None, fft_length: Dim | None = None, window="hann",
        periodic: bool = False, scaling: Literal["density", "spectrum"] | None = "density",
        padding: Literal["valid", "same"] = "valid", expand_dims: bool = False, data_format: str | None = None,
    ):
        last = channels_last(data_format)
        assert frame_step is None or frame_step >= 1, "[bad-argument] frame_step must be positive"
        assert frame_step is None or frame_step <= frame_length, "[bad-argument] frame_step is larger than frame_length"
        assert fft_length is None or fft_length >= frame_length, "[bad-argument] fft_length must not be less than frame_length"
        step = frame_length // 2 if frame_step is None else frame_step
        size = power_of_two(frame_length) if fft_length is None else fft_length
        bins = (size // 2 + 1) * (2 if mode == "stft" else 1)

    def call(self, inputs: Tensor["n t c"] if last else Tensor["n c t"]) -> Tensor["n *out"]:
        assert padding == "same" or t >= frame_length, "the frames are longer than the signal"
        steps = windows_out((t,), (frame_length,), (step,), padding, (1,))[0]
        whole = (steps, bins, c) if last else (c, steps, bins)
        flat = (steps, bins * c) if last else (bins * c, steps)
        out = whole if expand_dims else flat
