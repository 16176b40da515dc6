"""Signals: windows, and Fourier transforms of short stretches."""

@op("torch.hann_window", "torch.bartlett_window", "torch.blackman_window", finds="bad-argument")
def window(window_length: Dim, periodic: bool = True, *, dtype: str | None = None, layout: object = None, device: object = None, pin_memory: object = False, requires_grad: bool = False) -> Float["window_length"]:
    """A window of that length.

    >>> window(8)
    (8,)
    >>> window(-8)
    error: negative
    """
    assert window_length >= 0, "window_length must not be negative"

@op("torch.hamming_window", finds="bad-argument")
def hamming_window(window_length: Dim, periodic: bool = True, alpha: float = 0.54, beta: float = 0.46, *, dtype: str | None = None, layout: object = None, device: object = None, pin_memory: object = False, requires_grad: bool = False) -> Float["window_length"]:
    """A raised cosine of that length.

    >>> hamming_window(8, True, 0.5)
    (8,)
    >>> hamming_window(-8)
    error: negative
    """
    assert window_length >= 0, "window_length must not be negative"

@op("torch.kaiser_window", finds="bad-argument")
def kaiser_window(window_length: Dim, periodic: bool = True, beta: float = 12.0, *, dtype: str | None = None, layout: object = None, device: object = None, pin_memory: object = False, requires_grad: bool = False) -> Float["window_length"]:
    """A Kaiser window of that length.

    >>> kaiser_window(8, True, 6.0)
    (8,)
    >>> kaiser_window(-8)
    error: negative
    """
    assert window_length >= 0, "window_length must not be negative"

@op(
    "torch.signal.windows.hann", "torch.signal.windows.hamming", "torch.signal.windows.bartlett",
    "torch.signal.windows.blackman", "torch.signal.windows.cosine", "torch.signal.windows.nuttall",
    "torch.signal.windows.general_hamming", "torch.signal.windows.gaussian",
    "torch.signal.windows.exponential", "torch.signal.windows.kaiser",
    "torch.signal.windows.general_cosine", finds="bad-argument",
)
def symmetric_window(M: Dim, *, sym: bool = True, alpha: float = 0.54, std: float = 1.0, center: float | None = None, tau: float = 1.0, beta: float = 12.0, a: object = None, dtype: str | None = None, layout: object = None, device: object = None, requires_grad: bool = False) -> Float["M"]:
    """A window of M points.

    >>> symmetric_window(8, sym=False)
    (8,)
    >>> symmetric_window(-8)
    error: negative
    """
    assert M >= 0, "M must not be negative"
    assert dtype in (None, "torch.float32", "torch.float64", "torch.float", "torch.double"), "[tensor-dtype] a window is of float32 or float64"
    assert std > 0 and tau > 0, "a width must be positive"
    assert beta >= 0, "beta must not be negative"
    assert center is None or not sym, "a symmetric window has its own center"

@op("torch.stft", "torch.Tensor.stft", finds="bad-argument")
def stft(input: Inexact["[batch] length"], n_fft: Dim, hop_length: Dim | None = None, win_length: Dim | None = None, window: Tensor["*w"] | None = None, center: bool = True, pad_mode: str = "reflect", normalized: bool = False, onesided: bool | None = None, return_complex: bool | None = None, align_to_window: bool | None = None) -> Complex["[batch] frequencies frames"] if return_complex is not False else Real["[batch] frequencies frames 2"]:
    """The frequencies of stretches of a signal: n_fft points each, hop_length apart.

    >>> stft((3, 100), 16, return_complex=True)
    (3, 9, 26)
    >>> stft((100,), 16, 5, 12, (12,), onesided=False, return_complex=False)
    (16, 21, 2)
    >>> stft((3, 8), 16, return_complex=True)
    error: reflect
    >>> stft((3, 100), 16, window=(12,), return_complex=True)
    error: window
    """
    whole = is_complex(input) or is_complex(window)
    assert return_complex is not None or whole, "return_complex must be given for a real signal"
    assert not onesided or not whole, "complex signals have no onesided transform"
    hop = n_fft // 4 if hop_length is None else hop_length
    width = n_fft if win_length is None else win_length
    edge = n_fft // 2 if center else 0
    padded = length + 2 * edge
    assert prod(batch) > 0 or not center or pad_mode == "constant", "there is no signal to pad"
    assert length > edge or edge == 0 or pad_mode != "reflect", "the signal is too short to reflect half of n_fft"
    assert length >= edge or pad_mode != "circular", "the signal is too short to pad half of n_fft"
    assert length > 0 or edge == 0 or pad_mode == "constant", "there is no signal to pad"
    assert 0 < n_fft and n_fft <= padded, "n_fft must be positive, and no more than the signal"
    assert hop > 0, "hop_length must be positive"
    assert 0 < width and width <= n_fft, "win_length must be positive, and no more than n_fft"
    assert window is None or w == (width,), "window must have win_length elements"
    assert align_to_window is None or not center, "align_to_window goes with center=False"
    even = True if not align_to_window or (n_fft - width) % 2 == 0 else unsure()
    halved = (not whole) if onesided is None else onesided
    frequencies = n_fft // 2 + 1 if halved else n_fft
    frames = (padded - (width if align_to_window else n_fft)) // hop + 1

@op("torch.istft", "torch.Tensor.istft", finds="bad-argument")
def istft(input: Complex["[batch] frequencies frames"], n_fft: Dim, hop_length: Dim | None = None, win_length: Dim | None = None, window: Tensor["*w"] | None = None, center: bool = True, normalized: bool = False, onesided: bool | None = None, length: Dim | None = None, return_complex: bool = False) -> Complex["[batch] points"] if return_complex else Real["[batch] points"]:
    """The signal that such frequencies are of.

    >>> istft((3, 9, 26), 16)
    (3, 100)
    >>> istft((9, 26), 16, 5, length=50)
    (50,)
    >>> istft((3, 16, 26), 32)
    error: frequencies
    >>> istft((3, 9, 26), 16, window=(12,))
    error: window
    """
    hop = n_fft // 4 if hop_length is None else hop_length
    width = n_fft if win_length is None else win_length
    half = n_fft // 2 + 1
    assert prod(batch) > 0 and frames > 0 and frequencies > 0, "there are no frequencies"
    assert frequencies == half or frequencies == n_fft, "the frequencies must be n_fft or n_fft // 2 + 1"
    assert onesided is None or frequencies == (half if onesided else n_fft), "the number of frequencies is not that of onesided"
    assert 0 < width and width <= n_fft, "win_length must be positive, and no more than n_fft"
    assert 0 < hop and hop <= width, "hop_length must be positive, and no more than win_length"
    assert window is None or w == (width,), "window must have win_length elements"
    assert not return_complex or (frequencies == n_fft and onesided is not True), "a complex signal has no onesided transform"
    assert return_complex or not is_complex(window), "a complex window makes a complex signal"
    made = n_fft + hop * (frames - 1) - (2 * (n_fft // 2) if center else 0)
    points = made if length is None else length
    assert n_fft > 1 or not center or length is not None, "no signal is left"
    assert made + (n_fft // 2 if center else 0) > 0 and points > 0, "no signal is left"
