"""Fourier transforms: along one axis, along two, along any."""

@op("torch.fft.fft", "torch.fft.ifft", finds="index-range")
def fft(input: Tensor["*pre size@dim *post"], n: Dim | None = None, dim: Axis = -1, norm: Literal["forward", "backward", "ortho"] | None = None, *, out: object = None) -> Complex["*pre length *post"]:
    """The frequencies of a signal, which is cut or padded to n.

    >>> fft((2, 3))
    (2, 3)
    >>> fft((2, 3), 8, 0)
    (8, 3)
    >>> fft((2, 3), dim=2)
    error: range
    """
    assert len(shape_of(input)) > 0, "[index-rank] a scalar has no axes"
    length = size if n is None else n
    assert length > 0, "[bad-argument] the signal is empty"

@op("torch.fft.rfft", "torch.fft.ihfft", finds="index-range")
def rfft(input: Tensor["*pre size@dim *post"], n: Dim | None = None, dim: Axis = -1, norm: Literal["forward", "backward", "ortho"] | None = None, *, out: object = None) -> Complex["*pre length//2+1 *post"]:
    """The frequencies of a real signal, of which half are enough.

    >>> rfft((2, 5))
    (2, 3)
    >>> rfft((2, 5), n=8)
    (2, 5)
    >>> rfft((2, 5), dim=2)
    error: range
    """
    assert len(shape_of(input)) > 0, "[index-rank] a scalar has no axes"
    assert not is_complex(input), "[tensor-dtype] the signal must be real"
    length = size if n is None else n
    assert length > 0, "[bad-argument] the signal is empty"

@op("torch.fft.irfft", "torch.fft.hfft", finds="index-range")
def irfft(input: Tensor["*pre size@dim *post"], n: Dim | None = None, dim: Axis = -1, norm: Literal["forward", "backward", "ortho"] | None = None, *, out: object = None) -> Norm["*pre length *post"]:
    """The real signal that half the frequencies make: of even length unless n says otherwise.

    >>> irfft((2, 5))
    (2, 8)
    >>> irfft((2, 5), 9)
    (2, 9)
    >>> irfft((2, 1))
    error: empty
    """
    assert len(shape_of(input)) > 0, "[index-rank] a scalar has no axes"
    length = 2 * (size - 1) if n is None else n
    assert length > 0, "[bad-argument] the signal is empty"

@op("torch.fft.fft2", "torch.fft.ifft2", finds="bad-argument")
def fft2(input: Tensor["*shape"], s: Size | None = None, dim: Axes = (-2, -1), norm: Literal["forward", "backward", "ortho"] | None = None, *, out: object = None) -> Complex["*new"]:
    """The frequencies over two axes, which are cut or padded to s.

    >>> fft2((2, 3, 4))
    (2, 3, 4)
    >>> fft2((2, 3, 4), (8, -1))
    (2, 8, 4)
    >>> fft2((3,))
    error: range
    >>> fft2((2, 3, 4), (8,))
    error: sizes
    """
    new = transform_shape(shape, s, dim, "whole")

@op("torch.fft.rfft2", "torch.fft.ihfft2", finds="bad-argument")
def rfft2(input: Tensor["*shape"], s: Size | None = None, dim: Axes = (-2, -1), norm: Literal["forward", "backward", "ortho"] | None = None, *, out: object = None) -> Complex["*new"]:
    """The frequencies of a real signal over two axes; on the last half are enough.

    >>> rfft2((2, 3, 4))
    (2, 3, 3)
    >>> rfft2((2, 3, 4), (8, 9))
    (2, 8, 5)
    >>> rfft2((3,))
    error: range
    """
    assert not is_complex(input), "[tensor-dtype] the signal must be real"
    new = transform_shape(shape, s, dim, "half")

@op("torch.fft.irfft2", "torch.fft.hfft2", finds="bad-argument")
def irfft2(input: Tensor["*shape"], s: Size | None = None, dim: Axes = (-2, -1), norm: Literal["forward", "backward", "ortho"] | None = None, *, out: object = None) -> Norm["*new"]:
    """The real signal over two axes that half the frequencies make.

    >>> irfft2((2, 3, 5))
    (2, 3, 8)
    >>> irfft2((2, 3, 5), (3, 9))
    (2, 3, 9)
    >>> irfft2((2, 3, 1))
    error: no data
    """
    new = transform_shape(shape, s, dim, "real")

@op("torch.fft.fftn", "torch.fft.ifftn", finds="bad-argument")
def fftn(input: Tensor["*shape"], s: Size | None = None, dim: Axes | None = None, norm: Literal["forward", "backward", "ortho"] | None = None, *, out: object = None) -> Complex["*new"]:
    """The frequencies over some axes, or all, which are cut or padded to s.

    >>> fftn((2, 3, 4))
    (2, 3, 4)
    >>> fftn((2, 3, 4), (8, 9), (2, 0))
    (9, 3, 8)
    >>> fftn((2, 3, 4), dim=(0, -3))
    error: twice
    """
    new = transform_shape(shape, s, dim, "whole")

@op("torch.fft.rfftn", "torch.fft.ihfftn", finds="bad-argument")
def rfftn(input: Tensor["*shape"], s: Size | None = None, dim: Axes | None = None, norm: Literal["forward", "backward", "ortho"] | None = None, *, out: object = None) -> Complex["*new"]:
    """The frequencies of a real signal over some axes, or all; on the last half are enough.

    >>> rfftn((2, 3, 4))
    (2, 3, 3)
    >>> rfftn((2, 3, 4), dim=(2, 0))
    (2, 3, 4)
    >>> rfftn(())
    error: at least one
    """
    assert not is_complex(input), "[tensor-dtype] the signal must be real"
    new = transform_shape(shape, s, dim, "half")

@op("torch.fft.irfftn", "torch.fft.hfftn", finds="bad-argument")
def irfftn(input: Tensor["*shape"], s: Size | None = None, dim: Axes | None = None, norm: Literal["forward", "backward", "ortho"] | None = None, *, out: object = None) -> Norm["*new"]:
    """The real signal over some axes, or all, that half the frequencies make.

    >>> irfftn((2, 3, 5))
    (2, 3, 8)
    >>> irfftn((2, 3, 5), (7, 9), (2, 0))
    (9, 3, 7)
    >>> irfftn((2, 3, 4), (1, 2, 3, 4))
    error: sizes
    """
    new = transform_shape(shape, s, dim, "real")

@op("torch.fft.fftshift", "torch.fft.ifftshift", finds="index-range")
def fftshift(input: Tensor["*s"], dim: Axes | None = None) -> Tensor["*s"]:
    """The frequency 0 moved to the middle of some axes, or all; or back.

    >>> fftshift((2, 3), 1)
    (2, 3)
    >>> fftshift((2, 3), 2)
    error: range
    """
    assert dim is None or all(-len(s) <= d and d < len(s) for d in dim), "an axis is out of range"
    assert len(s) > 0 if dim is None else len(dim) > 0, "[bad-argument] there is no axis to shift"

@op("torch.fft.fftfreq", finds="bad-argument")
def fftfreq(n: Dim, d: float = 1.0, *, out: object = None, dtype: str | None = None, layout: object = None, device: object = None, pin_memory: object = False, requires_grad: bool = False) -> Float["n"]:
    """The frequencies that a transform of n points has.

    >>> fftfreq(5)
    (5,)
    >>> fftfreq(-5)
    error: negative
    """
    assert n >= 0, "n must not be negative"

@op("torch.fft.rfftfreq", finds="bad-argument")
def rfftfreq(n: Dim, d: float = 1.0, *, out: object = None, dtype: str | None = None, layout: object = None, device: object = None, pin_memory: object = False, requires_grad: bool = False) -> Float["n//2+1"]:
    """The frequencies that a transform of n real points has.

    >>> rfftfreq(5)
    (3,)
    >>> rfftfreq(-5)
    error: negative
    """
    assert n >= -3, "n must not be negative"
