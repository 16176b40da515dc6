"""Fourier transforms."""

@op("numpy.fft.fft", "numpy.fft.ifft", finds="index-range")
def fft(a: NDArray["*s"], n: Dim | None = None, axis: Axis = -1, norm: object = None, out: object = None) -> NDComplex["*new"]:
    """Along one axis, cut or filled up to n.

    >>> fft((2, 3))
    (2, 3)
    >>> fft((2, 3), 5, 0)
    (5, 3)
    >>> fft((2, 3), axis=2)
    error: range
    >>> fft((2, 3), 0)
    error: point
    """
    size = axis_size(s, axis) if n is None else n
    assert size > 0, "[bad-argument] there must be a point"
    new = with_axis(s, axis, size)

@op("numpy.fft.rfft", "numpy.fft.ihfft", finds="index-range")
def rfft(a: NDArray["*s"], n: Dim | None = None, axis: Axis = -1, norm: object = None, out: object = None) -> NDComplex["*new"]:
    """Of real numbers along one axis: half of it.

    >>> rfft((2, 5))
    (2, 3)
    >>> rfft((2, 5), axis=2)
    error: range
    """
    size = axis_size(s, axis) if n is None else n
    assert size > 0, "[bad-argument] there must be a point"
    new = with_axis(s, axis, size // 2 + 1)

@op("numpy.fft.irfft", "numpy.fft.hfft", finds="index-range")
def irfft(a: NDArray["*s"], n: Dim | None = None, axis: Axis = -1, norm: object = None, out: object = None) -> NDAny["*new"]:
    """Back to real numbers along one axis.

    >>> irfft((2, 3))
    (2, 4)
    >>> irfft((2, 3), 5)
    (2, 5)
    >>> irfft((2, 3), axis=2)
    error: range
    """
    size = 2 * (axis_size(s, axis) - 1) if n is None else n
    assert size > 0, "[bad-argument] there must be a point"
    new = with_axis(s, axis, size)

@op("numpy.fft.fftn", "numpy.fft.ifftn", finds="index-range")
def fftn(a: NDArray["*shape"], s: None = None, axes: Axes | None = None, norm: object = None, out: object = None) -> NDComplex["*shape"]:
    """Along several axes.

    >>> fftn((2, 3))
    (2, 3)
    >>> fftn((2, 3), axes=(2,))
    error: range
    """
    sizes = [axis_size(shape, i) for i in axes] if axes is not None else shape
    assert all(n > 0 for n in sizes) or unsure(), "there must be a point"
    assert len(sizes) > 0 or unsure(), "there must be an axis"

@op("numpy.fft.fft2", "numpy.fft.ifft2", finds="index-rank")
def fft2(a: NDArray["*batch h w"], s: None = None, *, norm: object = None, out: object = None) -> NDComplex["*batch h w"]:
    """Along the last two axes.

    >>> fft2((4, 2, 3))
    (4, 2, 3)
    >>> fft2((3,))
    error: rank
    """
    assert h > 0 and w > 0, "[bad-argument] there must be a point"

@op("numpy.fft.rfft2", finds="index-range")
def rfft2(a: NDArray["*shape"], s: Size | None = None, *, norm: object = None, out: object = None) -> NDComplex["*new"]:
    """Of real numbers along two axes: on the last half of it.

    >>> rfft2((4, 2, 5))
    (4, 2, 3)
    >>> rfft2((4, 2, 5), (8, 9))
    (4, 8, 5)
    >>> rfft2((3,))
    error: range
    """
    new = transform_shape(shape, s, (-2, -1), "half") if s is None or all(n > 0 for n in s) else unsure()

@op("numpy.fft.irfft2", finds="index-range")
def irfft2(a: NDArray["*shape"], s: Size | None = None, *, norm: object = None, out: object = None) -> NDAny["*new"]:
    """Back to real numbers along two axes.

    >>> irfft2((4, 2, 3))
    (4, 2, 4)
    >>> irfft2((4, 2, 3), (8, 9))
    (4, 8, 9)
    >>> irfft2((3,))
    error: range
    """
    new = transform_shape(shape, s, (-2, -1), "real") if s is None or all(n > 0 for n in s) else unsure()

@op("numpy.fft.rfftn", finds="index-range")
def rfftn(a: NDArray["*shape"], s: Size | None = None, *, norm: object = None, out: object = None) -> NDComplex["*new"]:
    """Of real numbers along several axes: on the last half of it.

    >>> rfftn((4, 2, 5))
    (4, 2, 3)
    >>> rfftn((3, 2), (2, 3, 4))
    error: axes
    """
    new = transform_shape(shape, s, None, "half") if s is None or all(n > 0 for n in s) else unsure()

@op("numpy.fft.irfftn", finds="index-range")
def irfftn(a: NDArray["*shape"], s: Size | None = None, *, norm: object = None, out: object = None) -> NDAny["*new"]:
    """Back to real numbers along several axes.

    >>> irfftn((4, 2, 3))
    (4, 2, 4)
    >>> irfftn((3, 2), (2, 3, 4))
    error: axes
    """
    new = transform_shape(shape, s, None, "real") if s is None or all(n > 0 for n in s) else unsure()

@op("numpy.fft.fftshift", "numpy.fft.ifftshift", finds="index-range")
def fftshift(x: NDArray["*s"], axes: Axes | None = None) -> NDArray["*s"]:
    """The middle at the beginning, and back.

    >>> fftshift((2, 3))
    (2, 3)
    >>> fftshift((2, 3), axes=(2,))
    error: range
    """
    kept = [axis_size(s, i) for i in axes] if axes is not None else s
    assert len(s) > 0 or unsure(), "there must be an axis"

@op("numpy.fft.fftfreq", finds="bad-argument")
def fftfreq(n: Dim, d: float = 1.0, device: object = None) -> NDFloat["n"]:
    """The frequencies of a transform.

    >>> fftfreq(5)
    (5,)
    """
    assert n > 0 or unsure(), "there must be a point"

@op("numpy.fft.rfftfreq", finds="bad-argument")
def rfftfreq(n: Dim, d: float = 1.0, device: object = None) -> NDFloat["n//2+1"]:
    """The frequencies of a transform of real numbers.

    >>> rfftfreq(5)
    (3,)
    """
    assert n > 0 or unsure(), "there must be a point"

@op("numpy.hanning", "numpy.hamming", "numpy.blackman", "numpy.bartlett")
def window(M: Dim) -> NDFloat["M"]:
    """A window of that length.

    >>> window(5)
    (5,)
    """
    assert M >= 0 or unsure(), "there must be a point"
