"""Picking elements of TensorFlow's tensors by index, mask or order, and writing them."""

@op("tensorflow.gather", finds="index-range")
def gather(params: Tensor["*s"], indices: Integer["*i"], validate_indices: object = None, axis: Axis | None = None, batch_dims: Dim = 0, name: object = None) -> Value["elements_picked(params, indices, new)"] if elements_known(params, indices) else Tensor["*new"]:
    """Parts of an axis by their index; the first axes of both may go together.

    >>> gather((4, 3), (2, 5))
    (2, 5, 3)
    >>> gather((4, 3), (2, 5), axis=1)
    (4, 2, 5)
    >>> gather((4, 3, 6), (4, 2), batch_dims=1)
    (4, 2, 6)
    >>> gather((4, 3), (2,), axis=2)
    error: range
    >>> gather((4, 3), (5, 2), batch_dims=1)
    error: differ
    """
    new = gathered(s, i, axis, batch_dims)

@op("tensorflow.gather_nd", finds="index-rank")
def gather_nd(params: Tensor["*s"], indices: Integer["*i"], batch_dims: Dim = 0, name: object = None, bad_indices_policy: object = "") -> Tensor["*new"]:
    """Slices by indices of several axes, as many as the last axis of the indices counts.

    >>> gather_nd((4, 3), (5, 2))
    (5,)
    >>> gather_nd((4, 3), (5, 1))
    (5, 3)
    >>> gather_nd((4, 3), (5, 3))
    error: indices of 3
    """
    new = gathered_nd(s, i, batch_dims)

@op("tensorflow.boolean_mask", finds="mask-shape")
def boolean_mask(tensor: Tensor["*s"], mask: Tensor["*m"], axis: Axis | None = None, name: object = None) -> Tensor["*new"]:
    """The parts of the first axes, or of those from `axis` on, where the mask is true.

    >>> boolean_mask((4, 3), (4,))
    (..., 3)
    >>> boolean_mask((4, 3), (4, 3))
    (...,)
    >>> boolean_mask((4, 3), (3,))
    error: mask
    """
    new = masked(s, m, axis)

@op("tensorflow.scatter_nd", finds="assign-shape")
def scatter_nd(indices: Integer["*i"], updates: Tensor["*u"], shape: object, name: object = None, bad_indices_policy: object = "") -> Tensor["*new"]:
    """A new tensor with updates at the places that indices name.

    >>> scatter_nd((4, 1), (4, 3), [8, 3])
    (8, 3)
    >>> scatter_nd((4, 1), (4, 2), [8, 3])
    error: updates
    """
    assert not is_number(shape), "[bad-argument] the shape must be a list"
    new = given_sizes(shape)
    assert all(n >= 0 for n in new), "[bad-argument] sizes must not be negative"
    assert scatters(new, i, u), "the updates do not fit"

@op("tensorflow.tensor_scatter_nd_update", finds="assign-shape")
def tensor_scatter_nd_update(tensor: Tensor["*s"], indices: Integer["*i"], updates: Tensor["*u"], name: object = None) -> Tensor["*s"]:
    """The tensor with updates at the places that indices name.

    >>> tensor_scatter_nd_update((8, 3), (4, 1), (4, 3))
    (8, 3)
    >>> tensor_scatter_nd_update((8, 3), (4, 1), (4, 2))
    error: updates
    """
    assert scatters(s, i, u), "the updates do not fit"

@op(
    "tensorflow.tensor_scatter_nd_add", "tensorflow.tensor_scatter_nd_sub",
    "tensorflow.tensor_scatter_nd_max", "tensorflow.tensor_scatter_nd_min",
    finds="assign-shape",
)
def tensor_scatter_nd_add(tensor: Tensor["*s"], indices: Integer["*i"], updates: Tensor["*u"], bad_indices_policy: object = "", name: object = None) -> Tensor["*s"]:
    """The tensor with updates taken up at the places that indices name.

    >>> tensor_scatter_nd_add((8, 3), (4, 1), (4, 3))
    (8, 3)
    >>> tensor_scatter_nd_add((8, 3), (4, 1), (4, 2))
    error: updates
    """
    assert scatters(s, i, u), "the updates do not fit"

@op("tensorflow.sort", "tensorflow.argsort", finds="index-range")
def sort(values: Tensor["*s"], axis: Axis = -1, direction: object = "ASCENDING", stable: object = False, name: object = None) -> Tensor["*s"]:
    """In order along an axis.

    >>> sort((2, 3), axis=0)
    (2, 3)
    >>> sort((2, 3), axis=2)
    error: range
    """
    assert len(s) > 0, "a scalar has no axes"
    n = axis_size(s, axis)

@op("tensorflow.math.top_k", "tensorflow.nn.top_k", finds="index-range", fields=("values", "indices"))
def top_k(input: Tensor["*batch n"], k: Dim = 1, sorted: object = True, index_type: object = None, name: object = None) -> tuple[Tensor["*batch k"], Tensor["*batch k"]]:
    """The k largest along the last axis, and where they are.

    >>> top_k((2, 3), 2)
    ((2, 2), (2, 2))
    >>> top_k((2, 3), k=4)
    error: last axis
    """
    assert k >= 0, "[bad-argument] k must not be negative"
    assert k <= n, "the last axis has not so many elements"

@op("tensorflow.math.in_top_k", "tensorflow.nn.in_top_k", finds="loss-target")
def in_top_k(targets: Integer["n"], predictions: Tensor["n classes"], k: Dim, name: object = None) -> Tensor["n"]:
    """Whether each class is among the k that are held likeliest.

    >>> in_top_k((2,), (2, 5), 3)
    (2,)
    >>> in_top_k((3,), (2, 5), 3)
    error: n is
    """

@op("tensorflow.unique", finds="index-rank", fields=("y", "idx"))
def unique(x: Tensor["n"], out_idx: object = None, name: object = None) -> tuple[Tensor["found"], Tensor["n"]]:
    """The elements of a vector, each once, and the place of each.

    >>> unique((4,))
    ((...,), (4,))
    >>> unique((4, 2))
    error: rank
    """
    found = some(0)

@op("tensorflow.unique_with_counts", finds="index-rank", fields=("y", "idx", "count"))
def unique_with_counts(x: Tensor["n"], out_idx: object = None, name: object = None) -> tuple[Tensor["found"], Tensor["n"], Tensor["found"]]:
    """The elements of a vector, each once, the place of each and how often it occurs.

    >>> unique_with_counts((4,))
    ((...,), (4,), (...,))
    >>> unique_with_counts((4, 2))
    error: rank
    """
    found = some(0)

@op("tensorflow.searchsorted", finds="inner-size")
def searchsorted(sorted_sequence: Tensor["*a n"], values: Tensor["*b m"], side: Literal["left", "right"] = "left", out_type: object = None, name: object = None) -> Tensor["*b m"]:
    """Where values would stand in sorted rows.

    >>> searchsorted((2, 4), (2, 3))
    (2, 3)
    >>> searchsorted((2, 4), (3, 3))
    error: rows
    """
    assert prod(a) == prod(b), "there must be as many rows of both"

@op("tensorflow.nn.embedding_lookup", finds="index-rank")
def embedding_lookup(params: Tensor["_ *rest"], ids: Integer["*i"], max_norm: object = None, name: object = None) -> Tensor["*i *rest"]:
    """Rows of a table by their number.

    >>> embedding_lookup((10, 8), (2, 5))
    (2, 5, 8)
    >>> embedding_lookup((), (2, 5))
    error: rank
    """

@op("tensorflow.one_hot", finds="index-range")
def one_hot(indices: Integer["*s"], depth: Dim, on_value: object = None, off_value: object = None, axis: Axis | None = None, dtype: object = None, name: object = None) -> Tensor["*new"]:
    """A new axis with a 1 at each index; the last one if none is given.

    >>> one_hot((2, 3), 5)
    (2, 3, 5)
    >>> one_hot((2, 3), depth=5, axis=0)
    (5, 2, 3)
    >>> one_hot((2, 3), 5, axis=3)
    error: range
    """
    assert depth >= 0, "[bad-argument] depth must not be negative"
    at = -1 if axis is None else axis
    assert at >= -1, "the axis is out of range: it must be -1 or no less than 0"
    new = insert(s, at, depth)

@op("tensorflow.sequence_mask")
def sequence_mask(lengths: Tensor["*s"], maxlen: Dim | None = None, dtype: object = None, name: object = None) -> Tensor["*s n"]:
    """For each length so many times true, then false.

    >>> sequence_mask((2, 3), 5)
    (2, 3, 5)
    >>> sequence_mask((2, 3))
    (2, 3, ...)
    >>> sequence_mask((2,), -1)
    error: negative
    """
    n = some(0) if maxlen is None else maxlen
    assert n >= 0, "maxlen must not be negative"
