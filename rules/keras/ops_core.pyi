"""`keras.ops`: conversions, and reading and writing parts of tensors."""

@op("keras.ops.shape")
def shape(x: Tensor["*s"]) -> Size["*s"]:
    """The sizes, as a tuple.

    >>> shape((2, 3))
    (2, 3)
    """

@op("keras.ops.cast", "keras.ops.saturate_cast")
def cast(x: Tensor["*s"], dtype: object) -> Tensor["*s"]:
    """As another dtype.

    >>> cast((2, 3), "int32")
    (2, 3)
    """

@op("keras.ops.convert_to_tensor")
def convert_to_tensor(x: Tensor["*s"], dtype: object = None, sparse: object = None, ragged: object = None) -> Tensor["*s"]:
    """A tensor of the backend.

    >>> convert_to_tensor((2, 3))
    (2, 3)
    """

@op("keras.ops.stop_gradient")
def stop_gradient(variable: Tensor["*s"]) -> Tensor["*s"]:
    """The same, through which no gradient flows.

    >>> stop_gradient((2, 3))
    (2, 3)
    """

@op("keras.ops.is_tensor")
def is_tensor(x: object) -> bool:
    """Whether it is a tensor of the backend.

    >>> is_tensor(1)
    ...
    """

@op("keras.ops.dtype")
def dtype(x: Tensor) -> str:
    """The name of the dtype.

    >>> dtype((2, 3))
    ...
    """

@op("keras.ops.slice", finds="index-rank")
def slice(inputs: Tensor["*s"], start_indices: object, shape: object) -> Tensor["*new"]:
    """So many elements of each axis from some place on.

    >>> slice((5, 6), (1, 0), (2, 3))
    (2, 3)
    >>> slice((5, 6), (1, 0, 0), (2, 3, 1))
    error: lengths
    """
    new = cut_out(s, start_indices, shape)

@op("keras.ops.slice_update", finds="assign-shape")
def slice_update(inputs: Tensor["*s"], start_indices: object, updates: Tensor["*u"]) -> Tensor["*s"]:
    """Part of a tensor replaced by another that fits into it.

    >>> slice_update((5, 6), (1, 0), (2, 3))
    (5, 6)
    >>> slice_update((5, 6), (1, 0), (2, 7))
    error: larger
    """
    assert len(s) == len(u) or unsure(), "updates must have as many axes as the tensor"
    assert all(a <= b for a, b in zip(u, s)), "updates are larger than the tensor"

@op("keras.ops.scatter", finds="gather-index")
def scatter(indices: Integer["*lead k"], values: Tensor["*v"], shape: Size | Dim) -> Tensor["*shape"]:
    """Zeros with values where rows of indices say.

    >>> scatter((3, 1), (3, 5), (4, 5))
    (4, 5)
    >>> scatter((3, 3), (3, 5), (4, 5))
    error: more indices
    >>> scatter((3, 1), (2, 5), (4, 5))
    error: values
    """
    assert all(n >= 0 for n in shape), "[bad-argument] sizes must not be negative"
    assert k <= len(shape), "more indices than the shape has axes"
    assert prod(v) >= prod(lead) * prod(shape[k:]), "there are fewer values than the indices ask for"

@op("keras.ops.scatter_update", finds="gather-index")
def scatter_update(inputs: Tensor["*s"], indices: Tensor["*i"], updates: Tensor["*u"], reduction: object = None) -> Tensor["*s"]:
    """Values written, added or multiplied where rows of indices say.

    >>> scatter_update((4, 5), (3, 1), (3, 5))
    (4, 5)
    >>> scatter_update((4, 5), (3, 2), (3,))
    (4, 5)
    >>> scatter_update((4, 5), (3, 3), (3,))
    error: more indices
    >>> scatter_update((4, 5), (3, 1), (4, 5))
    error: updates
    """
    k = i[1] if len(i) == 2 else unsure()
    assert k <= len(s), "more indices than the tensor has axes"
    assert (reduction is not None and unsure()) or assignable(u, i[:1] + s[k:]), "updates do not broadcast to what the indices name"
