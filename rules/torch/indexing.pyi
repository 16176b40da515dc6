"""Writing and picking by index tensors and masks."""

@op("torch.index_add", "torch.Tensor.index_add", "torch.Tensor.index_add_", finds="gather-index")
def index_add(input: Tensor["*s"], dim: Axis, index: Int["[k]"], source: Array["*t"], *, alpha: object = 1, out: object = None) -> Tensor["*s"]:
    """Slices of the source added where the index says.

    >>> index_add((5, 3), 0, (2,), (2, 3))
    (5, 3)
    >>> index_add((5, 3), 0, (2,), (4, 3))
    error: source
    """
    assert same_dtype(input, source), "[mixed-dtypes] input and source must have the same dtype"
    wanted = with_size(s, dim, prod(k))
    assert t == wanted, "source must have a slice for each index, else the shape of input"
    assert len(s) > 0 or prod(k) == 1, "a scalar takes one index"
    assert len(s) != 1 or size_at(s, dim) > 0 or prod(k) == 0, "[index-range] the axis is empty"

@op("torch.index_reduce", "torch.Tensor.index_reduce", "torch.Tensor.index_reduce_", finds="gather-index")
def index_reduce(input: Tensor["*s"], dim: Axis, index: Int["[k]"], source: Array["*t"], reduce: Literal["prod", "mean", "amax", "amin"], *, include_self: bool = True, out: object = None) -> Tensor["*s"]:
    """Slices of the source taken into those that the index names.

    >>> index_reduce((5, 3), 0, (2,), (2, 3), "prod")
    (5, 3)
    >>> index_reduce((5, 3), 0, (2,), (4, 3), "prod")
    error: source
    """
    assert same_dtype(input, source), "[mixed-dtypes] input and source must have the same dtype"
    wanted = with_size(s, dim, prod(k))
    assert t == wanted, "source must have a slice for each index, else the shape of input"
    assert len(s) > 0 or prod(k) == 1, "a scalar takes one index"
    assert size_at(s, dim) > 0 or prod(k) == 0, "[index-range] the axis is empty"

@op("torch.index_copy", "torch.Tensor.index_copy", "torch.Tensor.index_copy_", finds="gather-index")
def index_copy(input: Tensor["*s"], dim: Axis, index: Int["[k]"], source: Array["*t"], *, out: object = None) -> Tensor["*s"]:
    """Slices of the source put where the index says; a scalar counts as a vector of one.

    >>> index_copy((5, 3), 0, (2,), (2, 3))
    (5, 3)
    >>> index_copy((5, 3), 0, (2,), (4, 3))
    error: source
    """
    assert not has_dtype(index, "int32"), "[tensor-dtype] index must be int64"
    assert same_dtype(input, source), "[mixed-dtypes] input and source must have the same dtype"
    wanted = with_size(s, dim, prod(k)) if len(s) > 0 else (prod(k),)
    assert (t if len(t) > 0 else (1,)) == wanted, "source must have a slice for each index, else the shape of input"
    assert size_at(s, dim) > 0 or prod(t) == 0, "[index-range] the axis is empty"

@op("torch.index_fill", "torch.Tensor.index_fill", "torch.Tensor.index_fill_", finds="index-rank")
def index_fill(input: Tensor["*s"], dim: Axis, index: Int["[k]"], value: float | Array[""]) -> Tensor["*s"]:
    """One value put where the index says.

    >>> index_fill((5, 3), 0, (2,), 1.0)
    (5, 3)
    >>> index_fill((5, 3), 0, (2, 2), 1.0)
    error: index
    """
    assert not has_dtype(index, "int32"), "[tensor-dtype] index must be int64"
    assert size_at(s, dim) > 0 or prod(k) == 0 or prod(drop(s, dim)) == 0, "[index-range] the axis is empty"

@op("torch.index_put", "torch.Tensor.index_put", "torch.Tensor.index_put_", "torch.index_put_", finds="assign-shape")
def index_put(input: Tensor["*s"], indices: list[Index], values: Array["*v"], accumulate: bool = False) -> Tensor["*s"]:
    """Values put where indices and masks say; they broadcast to what `input[indices]` would give.

    >>> index_put((5, 3), [(2,)], (2, 3))
    (5, 3)
    >>> index_put((5, 3), [(2,), (2,)], (2,))
    (5, 3)
    >>> index_put((5, 3), [(2,)], (5,))
    error: values
    >>> index_put((5, 3), [(2,), (2,), (2,)], ())
    error: indices
    """
    assert len(indices) > 0, "[bad-argument] the indices are empty"
    assert prod(v) == 1 or same_dtype(input, values), "[mixed-dtypes] input and values must have the same dtype"
    place = indexed(s, indices)
    filled = not accumulate and prod(v) == 1 and all(has_dtype(t, "bool", "uint8") for t in indices)
    assert filled or broadcasts_to(v, place), "values must broadcast to the place"

@op("torch.put", "torch.Tensor.put", "torch.Tensor.put_", finds="gather-index")
def put(input: Tensor["*s"], index: Int["*i"], source: Array["*t"], accumulate: bool = False) -> Tensor["*s"]:
    """Elements put where the index says, the tensor seen as a vector.

    >>> put((5, 3), (2, 2), (4,))
    (5, 3)
    >>> put((5, 3), (2, 2), (3,))
    error: elements
    """
    assert not has_dtype(index, "int32"), "[tensor-dtype] index must be int64"
    assert same_dtype(input, source), "[mixed-dtypes] input and source must have the same dtype"
    assert prod(i) == prod(t), "index and source must have as many elements"
    assert prod(s) > 0 or prod(i) == 0, "[index-range] the tensor is empty"

@op("torch.take", "torch.Tensor.take", finds="gather-index")
def take(input: Tensor["*s"], index: Int["*i"], *, out: object = None) -> Tensor["*i"]:
    """Elements picked, the tensor seen as a vector.

    >>> take((5, 3), (2, 2))
    (2, 2)
    >>> take((0, 3), (2,))
    error: empty
    """
    assert not has_dtype(index, "int32"), "[tensor-dtype] index must be int64"
    assert prod(s) > 0 or prod(i) == 0, "[index-range] the tensor is empty"

@op("torch.take_along_dim", "torch.Tensor.take_along_dim", finds="gather-index")
@overload
def take_along_dim(input: Tensor["*s"], indices: Int["*i"], dim: None = None, *, out: object = None) -> Tensor["prod(i)"]:
    assert viewable(indices, (prod(i),)), "[view-layout] the axes of indices lie apart in memory"
    assert viewable(input, (prod(s),)), "[view-layout] the axes of input lie apart in memory"
    assert prod(s) > 0 or prod(i) == 0, "[index-range] the tensor is empty"
@overload
def take_along_dim(input: Tensor["*s"], indices: Int["*i"], dim: Axis, *, out: object = None) -> Tensor["*new"]:
    """Elements picked along an axis, where the others broadcast; without an axis from a vector.

    >>> take_along_dim((5, 3), (2, 3), 0)
    (2, 3)
    >>> take_along_dim((5, 3), (5, 1), 1)
    (5, 1)
    >>> take_along_dim((5, 3), (2, 2))
    (4,)
    >>> take_along_dim((5, 3), (2, 2), 0)
    error: broadcast
    >>> take_along_dim((5, 3), (2,), 0)
    error: axes
    """
    assert not has_dtype(indices, "int32"), "[tensor-dtype] indices must be int64"
    assert len(s) == len(i), "indices must have as many axes as input"
    assert len(s) > 0, "[index-rank] a scalar has no axes"
    new = broadcast(with_size(s, dim, 1), i)
    assert size_at(s, dim) > 0 or prod(new) == 0, "[index-range] the axis is empty"

@op("torch.masked_scatter", "torch.Tensor.masked_scatter", finds="mask-shape")
def masked_scatter(input: Tensor["*#s"], mask: Bool["*#s"], source: Array) -> Tensor["*s"]:
    """Elements of the source, one after the other, where the mask is true; the mask broadcasts.

    >>> masked_scatter((2, 3), (3,), (6,))
    (2, 3)
    >>> masked_scatter((2, 3), (4,), (6,))
    error: broadcast
    """
    assert same_dtype(input, source), "[mixed-dtypes] input and source must have the same dtype"

@op("torch.Tensor.masked_scatter_", finds="mask-shape")
def masked_scatter_in_place(input: Tensor["*s"], mask: Bool["*m"], source: Array) -> Tensor["*s"]:
    """The same in place, where the mask broadcasts to the tensor.

    >>> masked_scatter_in_place((2, 3), (3,), (6,))
    (2, 3)
    >>> masked_scatter_in_place((3,), (2, 3), (6,))
    error: broadcast
    """
    assert same_dtype(input, source), "[mixed-dtypes] input and source must have the same dtype"
    assert broadcasts_to(m, s), "the mask must broadcast to the tensor"

@op("torch.scatter_reduce", "torch.Tensor.scatter_reduce", "torch.Tensor.scatter_reduce_", finds="gather-index")
def scatter_reduce(input: Tensor["*s"], dim: Axis, index: Int["*i"], src: Array["*t"], reduce: Literal["sum", "prod", "mean", "amax", "amin"], *, include_self: bool = True, out: object = None) -> Tensor["*s"]:
    """Elements of src taken into those along `dim` that the index names.

    >>> scatter_reduce((4, 5), 1, (4, 2), (4, 2), "sum")
    (4, 5)
    >>> scatter_reduce((4, 5), 1, (4, 3), (4, 2), "sum")
    error: src
    >>> scatter_reduce((4, 5), 1, (4,), (4,), "sum")
    error: dimensions
    """
    assert same_dtype(input, src), "[mixed-dtypes] input and src must have the same dtype"
    assert size_at(s, dim) > 0 or count(i, 0) > 0, "[index-range] the axis is empty"
    assert max(len(i), 1) == max(len(s), 1) or count(i, 0) > 0, "index must have as many dimensions as input"
    assert count(i, 0) > 0 or max(len(t), 1) == max(len(s), 1), "src must have as many dimensions as input"
    assert count(i, 0) > 0 or all(a <= b for a, b in zip(drop(i, dim), drop(s, dim))), "index is larger than input outside dim"
    assert count(i, 0) > 0 or all(a <= b for a, b in zip(i, t)), "index is larger than src"
    assert len(t) > 0 or prod(i) <= 1, "index is larger than src"
    assert len(i) > 0 or not empty(t), "index is larger than src"

@op("torch.select_scatter", "torch.Tensor.select_scatter", finds="assign-shape")
def select_scatter(input: Tensor["*pre n@dim *post"], src: Array["*t"], dim: Axis, index: Dim) -> Tensor["*pre n *post"]:
    """The tensor with one slice of an axis replaced.

    >>> select_scatter((2, 5), (2,), 1, 4)
    (2, 5)
    >>> select_scatter((2, 5), (5,), 1, 4)
    error: slice
    >>> select_scatter((2, 5), (2,), 1, 5)
    error: range
    """
    assert index < n and index >= -n, "[index-range] index is out of range"
    assert t == pre + post, "src must have the shape of the slice"

@op("torch.slice_scatter", "torch.Tensor.slice_scatter", finds="assign-shape")
def slice_scatter(input: Tensor["*pre n@dim *post"], src: Array["*t"], dim: Axis = 0, start: Dim | None = None, end: Dim | None = None, step: Dim = 1) -> Tensor["*pre n *post"]:
    """The tensor with a stretch of an axis replaced.

    >>> slice_scatter((8, 4), (2, 4), start=6)
    (8, 4)
    >>> slice_scatter((8, 4), (3, 4), 0, 2, 8, 2)
    (8, 4)
    >>> slice_scatter((8, 4), (3, 4), start=6)
    error: stretch
    """
    place = pre + (slice_size(n, start, end, step),) + post
    assert t == place, "src must have the shape of the stretch"

@op("torch.nonzero_static", "torch.Tensor.nonzero_static", finds="bad-argument")
def nonzero_static(input: Tensor["*s"], *, size: Dim, fill_value: int = -1, out: object = None) -> Int["size len(s)"]:
    """Where the elements are not zero: so many rows of indices, filled up.

    >>> nonzero_static((2, 3), size=4)
    (4, 2)
    >>> nonzero_static((2, 3), size=-1)
    error: size
    """
    assert size >= 0, "size must not be negative"

@op("torch.embedding_renorm_", finds="embedding-index")
def embedding_renorm(input: Tensor["rows width"], indices: Int["*i"], max_norm: float, norm_type: float) -> Tensor["rows width"]:
    """The rows that are named scaled down to a largest norm.

    >>> embedding_renorm((5, 4), (3,), 1.0, 2.0)
    (5, 4)
    >>> embedding_renorm((5,), (3,), 1.0, 2.0)
    error: rank
    """
    assert rows > 0 or prod(i) == 0, "[index-range] the table is empty"

@op("torch.fill", "torch.fill_", finds="bad-argument")
def fill(input: Tensor["*s"], value: float | Array[""]) -> Tensor["*s"]:
    """Every element the same.

    >>> fill((2, 3), 1.0)
    (2, 3)
    >>> fill((2, 3), (1,))
    error: rank
    """
