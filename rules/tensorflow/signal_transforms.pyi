"""Transforms of signals back, and those into cosines."""

@op("tensorflow.signal.inverse_stft", finds="index-rank")
def inverse_stft(stfts: Complex["*s frames bins"], frame_length: Dim, frame_step: Dim, fft_length: Dim | None = None, window_fn: object = None, name: object = None) -> Tensor["*s (frames-1)*frame_step+frame_length"]:
    """The signal from the frequencies in windows.

    >>> inverse_stft((2, 9, 17), 20, 10, fft_length=32)
    (2, 100)
    >>> inverse_stft((17,), 20, 10)
    error: rank
    """
    assert frame_step > 0 and frame_length > 0 and (fft_length is None or fft_length > 0) or unsure(), "numbers"

@op("tensorflow.signal.dct", "tensorflow.signal.idct", finds="index-rank")
def dct(input: Tensor["*s samples"], type: Dim = 2, n: Dim | None = None, axis: object = -1, norm: object = None, name: object = None) -> Tensor["*s count"]:
    """The cosines along the last axis.

    >>> dct((2, 8))
    (2, 8)
    >>> dct((2, 8), n=5)
    (2, 5)
    >>> dct((), type=2)
    error: rank
    >>> dct((2, 8), n=0)
    error: positive
    """
    assert n is None or n > 0, "[bad-argument] n must be positive"
    count = samples if n is None else n
    assert type == 2 or type == 3 or (type == 1 or type == 4) and samples > 1 and count > 1 or unsure(), "the type"

@op("tensorflow.signal.mdct", finds="index-rank")
def mdct(signals: Tensor["*s samples"], frame_length: Dim, window_fn: object = None, pad_end: bool = False, norm: object = None, name: object = None) -> Tensor["*s count frame_length//2"]:
    """The cosines in windows that overlap by half.

    >>> mdct((2, 100), 20)
    (2, 9, 10)
    >>> mdct((2, 100), 18)
    error: multiple
    """
    assert frame_length % 4 == 0, "[bad-argument] frame_length must be a multiple of 4"
    assert frame_length > 0 or unsure(), "numbers"
    step = frame_length // 2
    count = ceil_div(samples, step) if pad_end else max((samples - frame_length) // step + 1, 0)
    assert count > 0 or unsure(), "there are no windows"

@op("tensorflow.signal.inverse_mdct", finds="index-rank")
def inverse_mdct(mdcts: Tensor["*s frames half"], window_fn: object = None, norm: object = None, name: object = None) -> Tensor["*s (frames+1)*half"]:
    """The signal from the cosines in windows.

    >>> inverse_mdct((2, 9, 10))
    (2, 100)
    """
    assert half % 2 == 0 or unsure(), "windows are multiples of 4"

@op("tensorflow.signal.kaiser_window", "tensorflow.signal.vorbis_window", "tensorflow.signal.kaiser_bessel_derived_window")
def kaiser_window(window_length: Dim, *, beta: object = 12.0, dtype: object = None, name: object = None) -> Tensor["window_length"]:
    """Weights that fade at both ends.

    >>> kaiser_window(20)
    (20,)
    """
    assert window_length > 0 and window_length % 2 == 0 or unsure(), "nothing"

@op("tensorflow.signal.rfft3d", finds="index-rank")
def rfft3d(input_tensor: Tensor["*s j k n"], fft_length: None = None, name: object = None) -> Tensor["*s j k n//2+1"]:
    """The frequencies of real signals along the last three axes.

    >>> rfft3d((4, 8, 9))
    (4, 8, 5)
    >>> rfft3d((8, 9))
    error: rank
    """

@op("tensorflow.signal.irfft2d", finds="index-rank")
def irfft2d(input_tensor: Complex["*s k n"], fft_length: None = None, name: object = None) -> Tensor["*s k m"]:
    """The real signals of frequencies along the last two axes.

    >>> irfft2d((8, 9))
    (8, 16)
    >>> irfft2d((9,))
    error: rank
    """
    m = 2 * (n - 1) if n > 1 else unsure()

@op("tensorflow.signal.irfft3d", finds="index-rank")
def irfft3d(input_tensor: Complex["*s j k n"], fft_length: None = None, name: object = None) -> Tensor["*s j k m"]:
    """The real signals of frequencies along the last three axes.

    >>> irfft3d((4, 8, 9))
    (4, 8, 16)
    >>> irfft3d((8, 9))
    error: rank
    """
    m = 2 * (n - 1) if n > 1 else unsure()

@op("tensorflow.signal.inverse_stft_window_fn")
def inverse_stft_window_fn(frame_step: Dim, *, forward_window_fn: object = None, name: object = None) -> object:
    """The window that goes back.

    >>> inverse_stft_window_fn(10)
    ...
    """
