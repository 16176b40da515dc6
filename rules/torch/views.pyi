"""Other ways to see the same elements, and copies of views."""

@op("torch.as_strided", "torch.Tensor.as_strided", "torch.Tensor.as_strided_", "torch.as_strided_", "torch.as_strided_copy", finds="bad-argument")
def as_strided(input: Tensor["*s"], size: Size, stride: Size, storage_offset: Dim | None = None, *, out: object = None) -> Tensor["*size"]:
    """The memory seen in another shape, with these strides.

    >>> as_strided((12,), (3, 4), (4, 1))
    (3, 4)
    >>> as_strided((12,), (3, 4), (4,))
    error: stride
    """
    assert len(size) == len(stride), "size and stride must be equally long"
    assert all(n >= 0 for n in size) or (unsure() if empty(size) else False), "sizes must not be negative"
    assert all(n >= 0 for n in stride), "strides must not be negative"

@op("torch.as_strided_scatter", "torch.Tensor.as_strided_scatter", finds="assign-shape")
def as_strided_scatter(input: Tensor["*s"], src: Array["*t"], size: Size, stride: Size, storage_offset: Dim | None = None) -> Tensor["*s"]:
    """The tensor with what `as_strided` shows of it replaced.

    >>> as_strided_scatter((12,), (3, 4), (3, 4), (4, 1))
    (12,)
    >>> as_strided_scatter((12,), (3, 1), (3, 4), (4, 1))
    error: src
    """
    assert len(size) == len(stride), "[bad-argument] size and stride must be equally long"
    assert all(n >= 0 for n in stride), "[bad-argument] strides must not be negative"
    assert t == size, "src must have the given size"

@op("torch.Tensor.unfold", "torch.unfold_copy", finds="index-range")
def unfold(input: Tensor["*s"], dimension: Axis, size: Dim, step: Dim, *, out: object = None) -> Tensor["*new"]:
    """Windows over one axis, along a new last one.

    >>> unfold((3, 7), 1, 3, 2)
    (3, 3, 3)
    >>> unfold((3, 7), 1, 8, 2)
    error: window
    >>> unfold((3, 7), 1, 3, 0)
    error: step
    """
    n = size_at(s, dimension)
    assert step > 0, "[bad-argument] step must be positive"
    assert size >= 0, "[bad-argument] size must not be negative"
    assert size <= n, "the window is larger than the axis"
    new = with_size(s, dimension, (n - size) // step + 1) + (size,)

@op("torch.Tensor.resize_", finds="bad-argument")
def resize_in_place(input: Tensor["*s"], size: Size, *, memory_format: object = None) -> Tensor["*size"]:
    """Another shape, with more or fewer elements.

    >>> resize_in_place((3, 4), (2, 3))
    (2, 3)
    >>> resize_in_place((3, 4), (2, -1))
    error: negative
    """
    assert all(n >= 0 for n in size) or (unsure() if empty(size) else False), "sizes must not be negative"

@op("torch.Tensor.resize_as_", "torch.resize_as_", finds="bad-argument")
def resize_as_in_place(input: Tensor["*s"], the_template: Array["*t"], *, memory_format: object = None) -> Tensor["*t"]:
    """The shape of another tensor, with more or fewer elements.

    >>> resize_as_in_place((3, 4), (7,))
    (7,)
    """

@op("torch.Tensor.resize_as", finds="reshape-elements")
def resize_as(input: Tensor["*s"], tensor: Array["*t"]) -> Tensor["*t"]:
    """The same elements in the shape of another tensor (deprecated).

    >>> resize_as((3, 4), (12,))
    (12,)
    >>> resize_as((3, 4), (13,))
    error: elements
    """
    assert prod(t) == prod(s), "different number of elements"

@op("torch.Tensor.sum_to_size", finds="expand-sizes")
def sum_to_size(input: Tensor["*s"], size: Size) -> Summed["*size"] if size != s or len(s) == 0 else Tensor["*size"]:
    """Sums over axes, so that the result broadcasts to the tensor.

    >>> sum_to_size((3, 4), (3, 1))
    (3, 1)
    >>> sum_to_size((3, 4), (2, 4))
    error: broadcast
    """
    assert broadcasts_to(size, s), "size must broadcast to the tensor"

@op("torch.narrow_copy", "torch.Tensor.narrow_copy", finds="index-range")
def narrow_copy(input: Tensor["*pre n@dim *post"], dim: Axis, start: Dim, length: Dim, *, out: object = None) -> Tensor["*pre length *post"]:
    """A copy of a stretch of an axis.

    >>> narrow_copy((2, 5), 1, 1, 3)
    (2, 3)
    >>> narrow_copy((2, 5), 1, 3, 3)
    error: axis
    """
    first = start + n if start < 0 else start
    assert start >= -n and start <= n, "start is out of range"
    assert length >= 0, "length must not be negative"
    assert first + length <= n, "the stretch leaves the axis"

@op("torch.ravel", "torch.Tensor.ravel", finds="bad-argument")
def ravel(input: Tensor["*s"]) -> Tensor["prod(s)"]:
    """All elements as a vector.

    >>> ravel((3, 4))
    (12,)
    """

@op("torch.rot90", "torch.Tensor.rot90", finds="index-range")
def rot90(input: Tensor["*s"], k: Dim = 1, dims: Axes = (0, 1)) -> Tensor["*new"]:
    """Turned by 90 degrees in the plane of two axes, k times.

    >>> rot90((3, 4))
    (4, 3)
    >>> rot90((3, 4, 5), 2, (0, 2))
    (3, 4, 5)
    >>> rot90((3,))
    error: axes
    >>> rot90((3, 4), 1, (0, 2))
    error: range
    """
    assert len(s) >= 2, "[index-rank] a plane has two axes"
    assert len(dims) == 2, "[bad-argument] a plane is given by two axes"
    plane = reduce_axes(s, dims, True)
    new = swap(s, dims[0], dims[1]) if k % 2 == 1 else s

@op("torch.Tensor.swapaxes_", "torch.Tensor.swapdims_", "torch.transpose_copy", finds="index-range")
def swapaxes(input: Tensor["*s"], dim0: Axis, dim1: Axis, *, out: object = None) -> Tensor["*new"]:
    """Two axes exchanged.

    >>> swapaxes((2, 3, 4), 1, -1)
    (2, 4, 3)
    >>> swapaxes((2, 3), 1, 2)
    error: range
    """
    new = swap(s, dim0, dim1)

@op("torch.expand_copy", finds="expand-sizes")
def expand_copy(input: Tensor["*s"], size: Size, *, implicit: bool = False, out: object = None) -> Tensor["*new"]:
    """Axes of size 1 repeated; -1 keeps a size.

    >>> expand_copy((2, 1), (4, 2, 3))
    (4, 2, 3)
    >>> expand_copy((2, 3), (2, 4))
    error: expand
    """
    new = expand(s, size)

@op("torch.permute_copy", finds="permute-axes")
def permute_copy(input: Tensor["*s"], dims: Axes, *, out: object = None) -> Tensor["*new"]:
    """Axes in another order.

    >>> permute_copy((2, 3, 4), (2, 0, 1))
    (4, 2, 3)
    >>> permute_copy((2, 3, 4), (1, 0))
    error: axis
    """
    assert len(s) == len(dims), "one entry for every axis"
    new = permute(s, dims)

@op("torch.view_copy", finds="reshape-elements")
@overload
def view_copy(input: Tensor["*s"], dtype: str, *, out: object = None) -> Like["*new"]:
    new = reinterpreted(input, dtype)
@overload
def view_copy(input: Tensor["*s"], size: Size, *, out: object = None) -> Tensor["*new"]:
    """The same elements in another shape; one size may be -1.

    >>> view_copy((2, 3, 4), (6, -1))
    (6, 4)
    >>> view_copy((2, 3, 4), (5, -1))
    error: elements
    """
    assert count(size, -1) <= 1, "only one size can be inferred"
    new = infer_minus_one(size, prod(s))
    assert prod(new) == prod(s), "different number of elements"

@op("torch.squeeze_copy", finds="index-range")
def squeeze_copy(input: Tensor["*s"], dim: Axis | Axes | None = None, *, out: object = None) -> Tensor["*new"]:
    """Axes of size 1 removed.

    >>> squeeze_copy((2, 1, 3), 1)
    (2, 3)
    >>> squeeze_copy((2, 1, 3), 3)
    error: range
    """
    new = squeeze(s, dim)

@op("torch.unsqueeze_copy", finds="index-range")
def unsqueeze_copy(input: Tensor["*s"], dim: Axis, *, out: object = None) -> Tensor["*new"]:
    """A new axis of size 1.

    >>> unsqueeze_copy((2, 3), 1)
    (2, 1, 3)
    >>> unsqueeze_copy((2, 3), 3)
    error: range
    """
    new = insert(s, dim, 1)

@op("torch.t_copy", finds="permute-axes")
@overload
def t_copy(input: Tensor["[n]"], *, out: object = None) -> Tensor["[n]"]: ...
@overload
def t_copy(input: Tensor["n m"], *, out: object = None) -> Tensor["m n"]:
    """A matrix turned over.

    >>> t_copy((2, 3))
    (3, 2)
    >>> t_copy((2, 3, 4))
    error: input
    """

@op("torch.select_copy", finds="index-range")
def select_copy(input: Tensor["*pre n@dim *post"], dim: Axis, index: Dim, *, out: object = None) -> Tensor["*pre *post"]:
    """One slice of an axis, which is gone then.

    >>> select_copy((2, 5), 1, 4)
    (2,)
    >>> select_copy((2, 5), 1, 5)
    error: range
    """
    assert index < n and index >= -n, "index is out of range"

@op("torch.slice_copy", finds="index-range")
def slice_copy(input: Tensor["*pre n@dim *post"], dim: Axis = 0, start: Dim | None = None, end: Dim | None = None, step: Dim = 1, *, out: object = None) -> Tensor["*pre taken *post"]:
    """Every so many elements of a stretch of an axis.

    >>> slice_copy((8, 4), 0, 2, 8, 2)
    (3, 4)
    >>> slice_copy((8, 4), 2)
    error: range
    """
    taken = slice_size(n, start, end, step)

@op("torch.view_as_real_copy", finds="tensor-dtype")
def view_as_real_copy(input: Complex["*s"], *, out: object = None) -> Real["*s 2"]:
    """Complex numbers as pairs along a new last axis.

    >>> view_as_real_copy((2, 3))
    (2, 3, 2)
    """

@op("torch.view_as_complex_copy", finds="reshape-elements")
def view_as_complex_copy(input: Float["*s pair"], *, out: object = None) -> Complex["*s"]:
    """The pairs along the last axis as complex numbers.

    >>> view_as_complex_copy((3, 2))
    (3,)
    >>> view_as_complex_copy((2, 3))
    error: 2
    """
    assert pair == 2, "the last axis must be 2 long"

@op("torch.detach_copy", "torch.alias_copy", finds="bad-argument")
def detach_copy(input: Tensor["*s"], *, out: object = None) -> Tensor["*s"]:
    """A copy.

    >>> detach_copy((2, 3))
    (2, 3)
    """

@op("torch.Tensor.new_empty_strided", finds="bad-argument")
def new_empty_strided(input: Tensor["*s"], size: Size, stride: Size, *, dtype: str | None = None, layout: object = None, device: object = None, pin_memory: object = None, requires_grad: bool = False) -> Tensor["*size"]:
    """A tensor of that shape and these strides, like this one otherwise.

    >>> new_empty_strided((5,), (2, 3), (3, 1))
    (2, 3)
    >>> new_empty_strided((5,), (2, 3), (3,))
    error: stride
    """
    assert len(size) == len(stride), "size and stride must be equally long"
    assert all(n >= 0 for n in size), "sizes must not be negative"
    assert empty(size) or all(n <= 1 or step >= 0 for n, step in zip(size, stride)), "strides must not be negative"

@op("torch.empty_strided", finds="bad-argument")
def empty_strided(size: Size, stride: Size, *, dtype: str | None = None, layout: object = None, device: object = None, pin_memory: object = None, requires_grad: bool = False) -> Float["*size"]:
    """A tensor of that shape and these strides.

    >>> empty_strided((2, 3), (3, 1))
    (2, 3)
    >>> empty_strided((2, 3), (3,))
    error: stride
    """
    assert len(size) == len(stride), "size and stride must be equally long"
    assert all(n >= 0 for n in size), "sizes must not be negative"
    assert empty(size) or all(n <= 1 or step >= 0 for n, step in zip(size, stride)), "strides must not be negative"

@op("torch.empty_permuted", finds="permute-axes")
def empty_permuted(size: Size, physical_layout: Size, *, dtype: str | None = None, layout: object = None, device: object = None, pin_memory: object = None, requires_grad: bool = False) -> Float["*size"]:
    """A tensor of that shape, its axes in that order in memory.

    >>> empty_permuted((2, 3, 4), (2, 0, 1))
    (2, 3, 4)
    >>> empty_permuted((2, 3, 4), (2, 0))
    error: axis
    """
    assert len(size) == len(physical_layout), "one entry for every axis"
    assert all(i >= 0 for i in physical_layout), "axes must not be negative"
    order = permute(size, physical_layout)
    assert all(n >= 0 for n in size), "sizes must not be negative"

@op("torch.scalar_tensor", finds="bad-argument")
def scalar_tensor(s: float | Array[""], *, dtype: str | None = None, layout: object = None, device: object = None, pin_memory: object = None, requires_grad: bool = False) -> Float[""]:
    """A number as a tensor.

    >>> scalar_tensor(2)
    ()
    """

@op("torch.sparse_coo_tensor", finds="bad-argument")
@overload
def sparse_coo_tensor(indices: Array["axes count"], values: Tensor["count *dense"], size: Size, *, dtype: str | None = None, device: object = None, pin_memory: object = False, requires_grad: bool = False, check_invariants: object = None, is_coalesced: object = None) -> Tensor["*size"]:
    assert len(size) == axes + len(dense), "size must have an axis for each row of indices and each further axis of values"
    assert size[axes:] == dense, "the last of size must be those of the values"
    assert all(n >= 0 for n in size), "sizes must not be negative"
@overload
def sparse_coo_tensor(indices: Array["axes 1"], values: Tensor[""], size: Size, *, dtype: str | None = None, device: object = None, pin_memory: object = False, requires_grad: bool = False, check_invariants: object = None, is_coalesced: object = None) -> Tensor["*size"]:
    assert len(size) == axes, "size must have an axis for each row of indices"
    assert all(n >= 0 for n in size), "sizes must not be negative"
@overload
def sparse_coo_tensor(size: Size, *, dtype: str | None = None, device: object = None, requires_grad: bool = False, check_invariants: object = None) -> Float["*size"]:
    """A sparse tensor: a column of indices for each value, which may have axes of its own.

    >>> sparse_coo_tensor((2, 3), (3,), (4, 5))
    (4, 5)
    >>> sparse_coo_tensor((2, 3), (3, 6), (4, 5, 6))
    (4, 5, 6)
    >>> sparse_coo_tensor((2, 3), (4,), (4, 5))
    error: count
    >>> sparse_coo_tensor((2, 3), (3,), (4,))
    error: size
    """
    assert all(n >= 0 for n in size), "sizes must not be negative"

@op("torch.Tensor.to_dense", finds="bad-argument")
def to_dense(input: Tensor["*s"], dtype: str | None = None, *, masked_grad: object = True) -> Tensor["*s"]:
    """With every element stored.

    >>> to_dense((2, 3))
    (2, 3)
    """

@op("torch.Tensor.to_sparse", "torch.Tensor.to_sparse_coo", finds="bad-argument")
@overload
def to_sparse(input: Tensor["*s"], sparse_dim: Dim) -> Tensor["*s"]:
    assert sparse_dim >= 0 and sparse_dim <= len(s), "sparse_dim must be within the axes"
    assert sparse_dim > 0 or len(s) == 0, "sparse_dim must be positive"
@overload
def to_sparse(input: Tensor["*s"], *, layout: object = None, blocksize: object = None, dense_dim: object = None) -> Tensor["*s"]:
    """Stored as indices and values.

    >>> to_sparse((2, 3))
    (2, 3)
    >>> to_sparse((2, 3), 3)
    error: sparse_dim
    """

@op("torch.Tensor.to_sparse_csr", "torch.Tensor.to_sparse_csc", finds="index-rank")
def to_sparse_csr(input: Tensor["*batch n m"], dense_dim: object = None) -> Tensor["*batch n m"]:
    """Stored as compressed rows or columns.

    >>> to_sparse_csr((2, 3))
    (2, 3)
    >>> to_sparse_csr((3,))
    error: rank
    """
    assert not empty(batch), "[bad-argument] the batch is empty"

@op("torch.Tensor.to_sparse_bsr", "torch.Tensor.to_sparse_bsc", finds="bad-argument")
def to_sparse_bsr(input: Tensor["*batch n m"], blocksize: Pair, dense_dim: object = None) -> Tensor["*batch n m"]:
    """Stored as compressed blocks of rows or columns.

    >>> to_sparse_bsr((4, 6), (2, 3))
    (4, 6)
    >>> to_sparse_bsr((4, 6), (2, 4))
    error: blocks
    """
    assert blocksize[0] > 0 and blocksize[1] > 0, "the blocks must not be empty"
    assert n % blocksize[0] == 0 and m % blocksize[1] == 0, "the sizes must be divisible by those of the blocks"
    assert not empty(batch), "the batch is empty"

@op("torch.Tensor.chalf", finds="bad-argument")
def chalf(input: Array["*s"], memory_format: object = None) -> Array["*s"]:
    """As complex32.

    >>> chalf((2, 3))
    (2, 3)
    """

@op("torch.Tensor.dequantize", "torch.dequantize", finds="bad-argument")
def dequantize(input: Array["*s"]) -> Float["*s"]:
    """As float32.

    >>> dequantize((2, 3))
    (2, 3)
    """

@op("torch.Tensor.renorm_", finds="index-range")
def renorm_in_place(input: Inexact["*pre n@dim *post"], p: float, dim: Axis, maxnorm: float) -> Tensor["*pre n *post"]:
    """Slices along an axis scaled down to a largest norm.

    >>> renorm_in_place((2, 5), 1, 0, 5)
    (2, 5)
    >>> renorm_in_place((2, 5), 1, 2, 5)
    error: range
    """
    assert len(pre) + len(post) > 0, "[index-rank] a vector has no slices"

@op("torch.Tensor.is_shared", "torch.Tensor.is_pinned", finds="bad-argument")
def where_stored(input: Tensor["*s"]) -> bool:
    """Whether the memory is of that kind.

    >>> where_stored((2, 3))
    ...
    """

@op("torch.Tensor.is_set_to", finds="bad-argument")
def is_set_to(input: Tensor["*s"], tensor: Array["*t"]) -> bool:
    """Whether both are the same view of the same memory.

    >>> is_set_to((2, 3), (2, 3))
    ...
    """

@op("torch.Tensor.element_size", "torch.Tensor.storage_offset", "torch.Tensor.sparse_dim", "torch.Tensor.dense_dim", "torch.Tensor.const_data_ptr", finds="bad-argument")
def stored(input: Tensor["*s"]) -> int:
    """A number that says how it is stored.

    >>> stored((2, 3))
    ...
    """

@op("torch.Tensor.storage", "torch.Tensor.untyped_storage", "torch.Tensor.storage_type", "torch.Tensor.dim_order", finds="bad-argument")
def storage(input: Tensor["*s"]) -> object:
    """The memory behind it.

    >>> storage((2, 3))
    ...
    """
