"""TensorFlow's functions of signals."""

@op("tensorflow.signal.frame", finds="index-range")
def frame(signal: Tensor["*s"], frame_length: Dim, frame_step: Dim, pad_end: bool = False, pad_value: object = 0, axis: Axis = -1, name: object = None) -> Tensor["*new"]:
    """Windows over an axis, one after the other, side by side.

    >>> frame((2, 100), 20, 10)
    (2, 9, 20)
    >>> frame((2, 100), 20, 10, axis=2)
    error: range
    """
    assert len(s) > 0, "a scalar has no axes"
    assert frame_step > 0 and frame_length > 0 or unsure(), "numbers"
    n = axis_size(s, axis)
    count = ceil_div(n, frame_step) if pad_end else max((n - frame_length) // frame_step + 1, 0)
    new = before_axis(s, axis) + (count, frame_length) + after_axis(s, axis)

@op("tensorflow.signal.stft", finds="index-rank")
def stft(signals: Tensor["*s n"], frame_length: Dim, frame_step: Dim, fft_length: Dim, window_fn: object = None, pad_end: bool = False, name: object = None) -> Tensor["*s count fft_length//2+1"]:
    """The frequencies in windows over the last axis.

    >>> stft((2, 100), 20, 10, fft_length=32)
    (2, 9, 17)
    >>> stft((), 20, 10, 32)
    error: rank
    """
    assert frame_step > 0 and frame_length > 0 and fft_length > 0 or unsure(), "numbers"
    count = ceil_div(n, frame_step) if pad_end else max((n - frame_length) // frame_step + 1, 0)
    assert count > 0 or unsure(), "there are no windows"

@op("tensorflow.signal.fft", "tensorflow.signal.ifft", finds="index-rank")
def fft(input: Complex["*s n"], name: object = None) -> Tensor["*s n"]:
    """The frequencies along the last axis.

    >>> fft((2, 8))
    (2, 8)
    >>> fft(())
    error: rank
    """

@op("tensorflow.signal.fft2d", "tensorflow.signal.ifft2d", finds="index-rank")
def fft2d(input: Complex["*s n m"], name: object = None) -> Tensor["*s n m"]:
    """The frequencies along the last two axes.

    >>> fft2d((2, 8, 8))
    (2, 8, 8)
    >>> fft2d((8,))
    error: rank
    """

@op("tensorflow.signal.fft3d", "tensorflow.signal.ifft3d", finds="index-rank")
def fft3d(input: Complex["*s n m k"], name: object = None) -> Tensor["*s n m k"]:
    """The frequencies along the last three axes.

    >>> fft3d((8, 8, 8))
    (8, 8, 8)
    >>> fft3d((8, 8))
    error: rank
    """

@op("tensorflow.signal.rfft", finds="index-rank")
def rfft(input_tensor: Tensor["*s n"], fft_length: None = None, name: object = None) -> Tensor["*s n//2+1"]:
    """The frequencies of real signals along the last axis.

    >>> rfft((2, 9))
    (2, 5)
    >>> rfft(())
    error: rank
    """

@op("tensorflow.signal.irfft", finds="index-rank")
def irfft(input_tensor: Complex["*s n"], fft_length: None = None, name: object = None) -> Tensor["*s m"]:
    """The real signals of frequencies along the last axis.

    >>> irfft((2, 9))
    (2, 16)
    >>> irfft(())
    error: rank
    """
    m = 2 * (n - 1) if n > 1 else unsure()

@op("tensorflow.signal.rfft2d", finds="index-rank")
def rfft2d(input_tensor: Tensor["*s k n"], fft_length: None = None, name: object = None) -> Tensor["*s k n//2+1"]:
    """The frequencies of real signals along the last two axes.

    >>> rfft2d((2, 8, 9))
    (2, 8, 5)
    >>> rfft2d((9,))
    error: rank
    """

@op("tensorflow.signal.overlap_and_add", finds="index-rank")
def overlap_and_add(signal: Tensor["*s frames length"], frame_step: Dim, name: object = None) -> Tensor["*s (frames-1)*frame_step+length"]:
    """Windows laid out one after the other, and added.

    >>> overlap_and_add((9, 32), 16)
    (160,)
    >>> overlap_and_add((32,), 16)
    error: rank
    """
    assert frame_step > 0 or unsure(), "numbers"

@op("tensorflow.signal.hann_window", "tensorflow.signal.hamming_window")
def hann_window(window_length: Dim, periodic: object = True, dtype: object = None, name: object = None) -> Tensor["window_length"]:
    """Weights that fade at both ends.

    >>> hann_window(20)
    (20,)
    """
    assert window_length > 0 or unsure(), "nothing"

@op("tensorflow.signal.linear_to_mel_weight_matrix")
def linear_to_mel_weight_matrix(num_mel_bins: Dim = 20, num_spectrogram_bins: Dim = 129, sample_rate: object = 8000, lower_edge_hertz: object = 125.0, upper_edge_hertz: object = 3800.0, dtype: object = None, name: object = None) -> Tensor["num_spectrogram_bins num_mel_bins"]:
    """The weights of frequencies in each band of the mel scale.

    >>> linear_to_mel_weight_matrix(40, 257)
    (257, 40)
    """
    assert num_mel_bins > 0 and num_spectrogram_bins > 0 or unsure(), "nothing"

@op("tensorflow.signal.mfccs_from_log_mel_spectrograms", finds="index-rank")
def mfccs_from_log_mel_spectrograms(log_mel_spectrograms: Tensor["*s n"], name: object = None) -> Tensor["*s n"]:
    """Coefficients of the bands of the mel scale.

    >>> mfccs_from_log_mel_spectrograms((9, 20))
    (9, 20)
    """

@op("tensorflow.signal.fftshift", "tensorflow.signal.ifftshift")
def fftshift(x: Tensor["*s"], axes: None = None, name: object = None) -> Tensor["*s"]:
    """The frequency 0 put in the middle, or back.

    >>> fftshift((2, 8))
    (2, 8)
    """
    assert len(s) > 0 or unsure(), "a scalar has no axes"
