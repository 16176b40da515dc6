"""Products of tensors along chosen axes, of all pairs, and in place; distances and covariances."""

@op("torch.tensordot", "torch.functional.tensordot", finds="inner-size")
def tensordot(
    a: Tensor["*left"], b: Tensor["*right"], dims: Dim | tuple[Axes, Axes] | object = 2, out: object = None
) -> Tensor["*new"]:
    """The sum of products along pairs of axes: the last `dims` of a and the first of b, or those named.

    >>> tensordot((2, 3, 4), (3, 4, 5))
    (2, 5)
    >>> tensordot((2, 3, 4), (4, 5), dims=1)
    (2, 3, 5)
    >>> tensordot((2, 3, 4), (5, 3), dims=([1], [-1]))
    (2, 4, 5)
    >>> tensordot((2, 3), (4, 5), dims=1)
    error: 3 against 4
    >>> tensordot((2, 3), (3, 4), dims=([0, 1], [0]))
    error: lists
    >>> tensordot((2, 3), (3, 4), dims=3)
    error: axes
    """
    assert same_dtype(a, b), "[mixed-dtypes] both factors must have the same dtype"
    new = tensordot_shape(left, right, dims)

@op("torch.kron", "torch.Tensor.kron", finds="bad-argument")
@overload
def kron(input: Array[""], other: Array["*b"], *, out: object = None) -> Array["*b"]: ...
@overload
def kron(input: Array["*a n"], other: Array[""], *, out: object = None) -> Array["*a n"]: ...
@overload
def kron(input: Tensor["*a n"], other: Tensor["*b m"], *, out: object = None) -> Tensor["*new"]:
    """The Kronecker product: sizes are multiplied axis by axis, from the last.

    >>> kron((2, 3), (4, 5))
    (8, 15)
    >>> kron((2, 3), (4,))
    (2, 12)
    """
    new = tile(a + (n,), b + (m,))

@op("torch.linalg.multi_dot", finds="inner-size")
def multi_dot(tensors: list[Tensor], *, out: object = None) -> Tensor["*new"]:
    """A chain of matrix products; the first and the last may be vectors.

    >>> multi_dot([(2, 3), (3, 4), (4, 5)])
    (2, 5)
    >>> multi_dot([(3,), (3, 4), (4,)])
    ()
    >>> multi_dot([(2, 3), (4, 5)])
    error: 3 against 4
    >>> multi_dot([(2, 3), (3,), (3, 4)])
    error: matrices
    >>> multi_dot([(2, 3)])
    error: two
    """
    assert len(tensors) >= 2, "[bad-argument] there must be at least two tensors"
    assert same_dtype(tensors), "[mixed-dtypes] all factors must have the same dtype"
    new = chain_shape(tensors, True)

@op("torch.chain_matmul", "torch.functional.chain_matmul", finds="inner-size")
def chain_matmul(*matrices: Tensor["_ _"], out: object = None) -> Tensor["*new"]:
    """A chain of matrix products.

    >>> chain_matmul((2, 3), (3, 4), (4, 5))
    (2, 5)
    >>> chain_matmul((2, 3))
    (2, 3)
    >>> chain_matmul((2, 3), (4, 5))
    error: 3 against 4
    >>> chain_matmul((3,), (3, 4))
    error: matrices
    """
    assert same_dtype(matrices), "[mixed-dtypes] all factors must have the same dtype"
    new = chain_shape(matrices, False)

@op("torch.linalg.cross", finds="broadcast-sizes")
def linalg_cross(input: Tensor["*a"], other: Tensor["*b"], *, dim: Axis = -1, out: object = None) -> Tensor["*new"]:
    """The vector product along an axis of size 3.

    >>> linalg_cross((2, 3), (1, 3))
    (2, 3)
    >>> linalg_cross((2, 4), (2, 4))
    error: 3
    >>> linalg_cross((2, 3), (3,))
    error: axes
    >>> linalg_cross((2, 3), (2, 3), dim=2)
    error: range
    """
    assert len(a) == len(b), "both must have as many axes"
    rest = reduce_axes(a, dim)
    assert a[dim] == 3 and b[dim] == 3, "the size of dim must be 3"
    new = broadcast(a, b)

@op("torch.cross", "torch.Tensor.cross", finds="broadcast-sizes")
def cross(input: Tensor["*a"], other: Tensor["*b"], dim: Axis | None = None, *, out: object = None) -> Tensor["*new"]:
    """The vector product along an axis of size 3, else the first one of that size.

    >>> cross((2, 3), (2, 3), 1)
    (2, 3)
    >>> cross((3, 2), (3, 2))
    (3, 2)
    >>> cross((2, 4), (2, 4))
    error: 3
    """
    assert len(a) == len(b), "both must have as many axes"
    at = first_axis(a, 3) if dim is None else dim
    rest = reduce_axes(a, at)
    assert a[at] == 3 and b[at] == 3, "the size of dim must be 3"
    new = broadcast(a, b)

@op("torch.linalg.vecdot", finds="broadcast-sizes")
def vecdot(x: Tensor["*#s"], y: Tensor["*#s"], *, dim: int = -1, out: object = None) -> Tensor["*new"]:
    """Inner products along an axis; shapes broadcast, but for two vectors.

    >>> vecdot((2, 3), (3,))
    (2,)
    >>> vecdot((2, 3), (4,))
    error: broadcast
    >>> vecdot((3,), (1,))
    error: length
    >>> vecdot((2, 3), (2, 3), dim=2)
    error: range
    """
    vectors = len(shape_of(x)) == 1 and len(shape_of(y)) == 1
    assert not vectors or shape_of(x) == shape_of(y), "two vectors must have one length"
    new = () if vectors else reduce_axes(s, dim)
    assert same_dtype(x, y), "[mixed-dtypes] both factors must have the same dtype"

@op("torch.cdist", "torch.functional.cdist", finds="inner-size")
def cdist(
    x1: Float["*#batch n m"], x2: Float["*#batch k m"], p: float = 2.0,
    compute_mode: str = "use_mm_for_euclid_dist_if_necessary",
) -> Shared["*batch n k"]:
    """The distances between all pairs of rows.

    >>> cdist((5, 2, 3), (4, 3))
    (5, 2, 4)
    >>> cdist((2, 3), (4, 5))
    error: m
    >>> cdist((3,), (4, 3))
    error: rank
    """

@op("torch.cov", "torch.Tensor.cov", finds="bad-argument")
def cov(
    input: Tensor["*s"], *, correction: int = 1, fweights: Integer["*f"] | None = None,
    aweights: Float["*a"] | None = None,
) -> Inexact["*new"] if aweights is None else Array["*new"]:
    """The covariances of a matrix's rows.

    >>> cov((3, 4))
    (3, 3)
    >>> cov((4,))
    ()
    >>> cov((3, 4), fweights=(3,))
    error: weights
    >>> cov((2, 3, 4))
    error: axes
    """
    assert not has_dtype(input, "bool"), "[tensor-dtype] input must be of numbers"
    assert len(s) <= 2, "at most two axes"
    count = s[-1] if len(s) > 0 else 1
    assert fweights is None or len(f) <= 1 and prod(f) == count, "there must be as many weights as columns"
    assert aweights is None or len(a) <= 1 and prod(a) == count, "there must be as many weights as columns"
    new = (s[0], s[0]) if len(s) == 2 and s[0] != 1 else ()

@op("torch.corrcoef", "torch.Tensor.corrcoef", finds="bad-argument")
def corrcoef(input: Tensor["*s"]) -> Inexact["*new"]:
    """The correlations of a matrix's rows.

    >>> corrcoef((3, 4))
    (3, 3)
    >>> corrcoef((2, 3, 4))
    error: axes
    """
    assert len(s) <= 2, "at most two axes"
    new = (s[0], s[0]) if len(s) == 2 and s[0] != 1 else ()

@op("torch.block_diag", "torch.functional.block_diag", finds="bad-argument")
def block_diag(*tensors: Tensor) -> Tensor["rows columns"]:
    """A matrix with matrices (vectors as rows) on its diagonal.

    >>> block_diag((3,), (2, 2), ())
    (4, 6)
    >>> block_diag((2, 3, 4))
    error: axes
    """
    assert all(len(shape_of(t)) <= 2 for t in tensors), "at most two axes"
    rows = sum(shape_of(t)[0] if len(shape_of(t)) == 2 else 1 for t in tensors)
    columns = sum(shape_of(t)[-1] if len(shape_of(t)) > 0 else 1 for t in tensors)

@op("torch.cartesian_prod", "torch.functional.cartesian_prod", finds="bad-argument")
def cartesian_prod(*tensors: Tensor) -> Tensor["*new"]:
    """All combinations of the elements of vectors.

    >>> cartesian_prod((3,), (2,))
    (6, 2)
    >>> cartesian_prod((3,))
    (3,)
    >>> cartesian_prod((3,), (2, 2))
    error: vectors
    """
    assert all(len(shape_of(t)) == 1 for t in tensors), "the tensors must be vectors"
    assert same_dtype(tensors), "[mixed-dtypes] all tensors must have the same dtype"
    total = prod(prod(shape_of(t)) for t in tensors)
    new = (total,) if len(tensors) == 1 else (total, len(tensors))

@op("torch.combinations", finds="bad-argument")
def combinations(input: Tensor["n"], r: int = 2, with_replacement: bool = False) -> Tensor["*new"]:
    """All choices of `r` elements of a vector.

    >>> combinations((5,))
    (10, 2)
    >>> combinations((5,), 3, with_replacement=True)
    (35, 3)
    >>> combinations((5, 2))
    error: rank
    >>> combinations((5,), -1)
    error: negative
    """
    assert r >= 0, "r must not be negative"
    new = combined_shape(n, r, with_replacement)

@op("torch.unravel_index", "torch.functional.unravel_index", finds="bad-argument")
def unravel_index(indices: Integer["*s"], shape: Size) -> list[Int["*s"], len(shape)]:
    """The index along each axis that flat indices stand for.

    >>> unravel_index((5,), (2, 3))
    ((5,), (5,))
    >>> unravel_index((5,), (2, -3))
    error: negative
    """
    assert all(n >= 0 for n in shape), "shape must not have negative sizes"
    assert empty(indices) or all(n > 0 for n in shape), "nothing is in an empty shape"

@op("torch.gradient", finds="bad-argument")
def gradient(
    input: Tensor["*s"], *, spacing: object = None, dim: Axis | Axes | None = None, edge_order: int = 1
) -> list[Inexact["*s"], count]:
    """The slope along each axis, or along those of `dim`.

    >>> gradient((3, 4))
    ((3, 4), (3, 4))
    >>> gradient((3, 4), dim=1)
    ((3, 4),)
    >>> gradient((3, 1))
    error: edge_order
    >>> gradient((3, 4), dim=2)
    error: range
    """
    rest = s if dim is None else reduce_axes(s, dim)
    taken = s if dim is None else [s[d] for d in dim] if is_tuple(dim) else (s[dim],)
    count = len(taken)
    assert edge_order == 1 or edge_order == 2, "edge_order must be 1 or 2"
    assert all(n > edge_order for n in taken), "every size must be at least edge_order + 1"
    assert not is_tuple(spacing) or len(spacing) == count, "there must be one spacing for each axis"

@op("torch.Tensor.addmm_", finds="inner-size")
def addmm_(
    input: Tensor["n m"], mat1: Tensor["n k"], mat2: Tensor["k m"], *, beta: float = 1, alpha: float = 1
) -> Tensor["n m"]:
    """beta * input + alpha * mat1 @ mat2, in place.

    >>> addmm_((2, 4), (2, 3), (3, 4))
    (2, 4)
    >>> addmm_((4,), (2, 3), (3, 4))
    error: rank
    >>> addmm_((2, 4), (2, 3), (4, 4))
    error: k
    """
    assert same_dtype(input, mat1, mat2), "[mixed-dtypes] all tensors must have the same dtype"

@op("torch.Tensor.addmv_", "torch.addmv_", finds="inner-size")
def addmv_(
    input: Tensor["n"], mat: Tensor["n k"], vec: Tensor["k"], *, beta: float = 1, alpha: float = 1
) -> Tensor["n"]:
    """beta * input + alpha * mat @ vec, in place.

    >>> addmv_((2,), (2, 3), (3,))
    (2,)
    >>> addmv_((2,), (2, 3), (2,))
    error: k
    """
    assert same_dtype(input, mat, vec), "[mixed-dtypes] all tensors must have the same dtype"

@op("torch.Tensor.addr_", finds="inner-size")
def addr_(
    input: Array["n m"], vec1: Array["n"], vec2: Array["m"], *, beta: float = 1, alpha: float = 1
) -> Array["n m"]:
    """beta * input + alpha * outer(vec1, vec2), in place.

    >>> addr_((2, 3), (2,), (3,))
    (2, 3)
    >>> addr_((2, 3), (3,), (2,))
    error: n
    """

@op("torch.Tensor.baddbmm_", finds="inner-size")
def baddbmm_(
    input: Tensor["b n m"], batch1: Tensor["b n k"], batch2: Tensor["b k m"], *, beta: float = 1, alpha: float = 1
) -> Tensor["b n m"]:
    """beta * input + alpha * batch1 @ batch2, in place.

    >>> baddbmm_((5, 2, 4), (5, 2, 3), (5, 3, 4))
    (5, 2, 4)
    >>> baddbmm_((2, 4), (5, 2, 3), (5, 3, 4))
    error: rank
    >>> baddbmm_((5, 2, 4), (5, 2, 3), (5, 2, 4))
    error: k
    """
    assert same_dtype(input, batch1, batch2), "[mixed-dtypes] all tensors must have the same dtype"

@op("torch.frobenius_norm", finds="index-range")
def frobenius_norm(input: Inexact["*s"], dim: Axis | Axes, keepdim: bool = False, *, out: object = None) -> Real["*new"]:
    """The root of the sum of squares over one or two axes.

    >>> frobenius_norm((2, 3), 1)
    (2,)
    >>> frobenius_norm((2, 3, 4), (0, 1), keepdim=True)
    (1, 1, 4)
    >>> frobenius_norm((2, 3), 2)
    error: range
    >>> frobenius_norm((2, 3, 4), (0, 1, 2))
    error: two
    """
    assert not is_tuple(dim) or len(dim) <= 2, "[bad-argument] at most two axes"
    new = reduce_axes(s, dim, keepdim)

@op("torch.nuclear_norm", finds="index-range")
@overload
def nuclear_norm(input: Inexact["*batch n m"], keepdim: Flag = False, *, out: object = None) -> Real["*new"]:
    new = batch + (1, 1) if keepdim else batch
@overload
def nuclear_norm(input: Inexact["*s"], dim: Pair, keepdim: bool = False, *, out: object = None) -> Real["*new"]:
    """The sum of the singular values.

    >>> nuclear_norm((3, 4))
    ()
    >>> nuclear_norm((3, 4, 5), (0, -1))
    (4,)
    >>> nuclear_norm((3, 4), (0, 2))
    error: range
    >>> nuclear_norm((3, 4), (1, 1))
    error: twice
    """
    new = reduce_axes(s, dim, keepdim)

@op("torch.norm_except_dim", finds="index-range")
def norm_except_dim(v: Inexact["*s"], pow: int = 2, dim: int = 0) -> Real["*new"]:
    """The norm over all axes but one, which keeps its place; -1 keeps none.

    >>> norm_except_dim((3, 4, 5), 2, 1)
    (1, 4, 1)
    >>> norm_except_dim((3, 4, 5), 2, -1)
    ()
    >>> norm_except_dim((3, 4, 5), 2, 3)
    error: range
    """
    assert dim == -1 or len(s) > 0, "a scalar has no axis (dim is out of range)"
    assert dim == -1 or s[dim] != 0, "the axis that is kept must not be empty"
    kept = insert(reduce_axes(s, None, True)[1:], 0 if dim == -1 else dim, 1 if dim == -1 else s[dim])
    checked = s if dim == -1 else reduce_axes(s, dim)
    new = () if dim == -1 else kept
