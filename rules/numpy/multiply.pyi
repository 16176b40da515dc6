"""Products of arrays, and linear algebra."""

@op("numpy.dot", "numpy.ndarray.dot", finds="inner-size")
def dot(a: NDArray["*s"], b: NDArray["*t"], out: object = None) -> NDArray["*new"]:
    """The last axis of a meets the last but one of b.

    >>> dot((2, 3), (3, 4))
    (2, 4)
    >>> dot((5, 2, 3), (4, 3, 6))
    (5, 2, 4, 6)
    >>> dot((3,), (3,))
    ()
    >>> dot((2, 3), (2, 3))
    error: last axis
    """
    new = dot_shape(s, t)

@op("numpy.matmul", finds="inner-size")
@overload
def matmul(x1: NDArray["k"], x2: NDArray["k"], out: object = None, *, dtype: object = None, axes: None = None) -> NDArray[""]: ...
@overload
def matmul(x1: NDArray["k"], x2: NDArray["*batch k m"], out: object = None, *, dtype: object = None, axes: None = None) -> NDArray["*batch m"]: ...
@overload
def matmul(x1: NDArray["*batch n k"], x2: NDArray["k"], out: object = None, *, dtype: object = None, axes: None = None) -> NDArray["*batch n"]: ...
@overload
def matmul(x1: NDArray["*#batch n k"], x2: NDArray["*#batch k m"], out: object = None, *, dtype: object = None, axes: None = None) -> NDArray["*batch n m"]:
    """Batch axes broadcast; the inner sizes must agree.

    >>> matmul((5, 1, 2, 3), (4, 3, 6))
    (5, 4, 2, 6)
    >>> matmul((2, 3), (4, 5))
    error: k is
    """

@op("numpy.vecdot", finds="inner-size")
def vecdot(x1: NDArray["*#batch k"], x2: NDArray["*#batch k"], out: object = None, *, axis: Literal[-1] = -1, dtype: object = None) -> NDArray["*batch"]:
    """The products of vectors along the last axis.

    >>> vecdot((2, 3), (3,))
    (2,)
    >>> vecdot((2, 3), (2,))
    error: k is
    """

@op("numpy.inner", finds="inner-size")
@overload
def inner(a: NDArray[""], b: NDArray["*t"]) -> NDArray["*t"]: ...
@overload
def inner(a: NDArray["*s"], b: NDArray[""]) -> NDArray["*s"]: ...
@overload
def inner(a: NDArray["*s k"], b: NDArray["*t k"]) -> NDArray["*s *t"]:
    """Summed over the last axis of both.

    >>> inner((2, 3), (4, 3))
    (2, 4)
    >>> inner((2, 3), (3, 2))
    error: k is
    """

@op("numpy.outer")
def outer(a: NDArray["*s"], b: NDArray["*t"], out: object = None) -> NDArray["prod(s) prod(t)"]:
    """Each element with each, as vectors.

    >>> outer((2,), (3,))
    (2, 3)
    """

@op("numpy.add.outer", "numpy.subtract.outer", "numpy.multiply.outer", "numpy.divide.outer", "numpy.power.outer", "numpy.maximum.outer", "numpy.minimum.outer", "numpy.equal.outer", "numpy.less.outer", "numpy.greater.outer")
def each_with_each(A: NDArray["*s"], B: NDArray["*t"]) -> NDAny["*s *t"]:
    """Each element with each.

    >>> each_with_each((2,), (3, 4))
    (2, 3, 4)
    """

@op("numpy.linalg.outer", finds="index-rank")
def linalg_outer(x1: NDArray["n"], x2: NDArray["m"]) -> NDArray["n m"]:
    """Each element of two vectors with each.

    >>> linalg_outer((2,), (3,))
    (2, 3)
    >>> linalg_outer((2, 2), (3,))
    error: rank
    """

@op("numpy.vdot", finds="inner-size")
def vdot(a: NDArray["*s"], b: NDArray["*t"]) -> NDArray[""]:
    """The product of both as vectors.

    >>> vdot((2, 3), (3, 2))
    ()
    >>> vdot((5,), (6,))
    error: elements
    """
    assert prod(s) == prod(t), "different number of elements"

@op("numpy.tensordot", finds="inner-size")
def tensordot(a: NDArray["*s"], b: NDArray["*t"], axes: object = 2) -> NDArray["*new"]:
    """Summed over pairs of axes: the last ones of a with the first ones of b, or those named.

    >>> tensordot((2, 3, 4), (3, 4, 5))
    (2, 5)
    >>> tensordot((2, 3), (4, 2), ((0,), (1,)))
    (3, 4)
    >>> tensordot((2, 3), (4, 2), 1)
    error: differ
    """
    new = array_tensordot(s, t, axes)

@op("numpy.einsum", finds="einsum-sizes")
def einsum(subscripts: str, *operands: NDArray, out: object = None, dtype: object = None, order: object = "K", casting: object = "safe", optimize: object = False) -> NDAny["*new"]:
    """Einstein summation; `...` broadcasts.

    >>> einsum("bhqd,bhkd->bhqk", (2, 4, 5, 8), (2, 4, 7, 8))
    (2, 4, 5, 7)
    >>> einsum("ij,jk->ik", (2, 3), (4, 5))
    error: j
    """
    new = einsum_shape(subscripts, operands)
    assert einsum_ranks(subscripts, operands), "an operand has other axes than its term names"

@op("numpy.cross", finds="inner-size")
def cross(a: NDArray["*s"], b: NDArray["*t"], axisa: Literal[-1] = -1, axisb: Literal[-1] = -1, axisc: Literal[-1] = -1, axis: None = None) -> NDArray["*new"]:
    """The vector product along the last axis.

    >>> cross((4, 3), (3,))
    (4, 3)
    >>> cross((4, 4), (4,))
    error: 2 or 3
    """
    new = cross_shape(s, t)

@op("numpy.kron")
def kron(a: NDArray["*s"], b: NDArray["*t"]) -> NDArray["*new"]:
    """Each element of a with all of b.

    >>> kron((2, 3), (4, 5))
    (8, 15)
    """
    new = kron_shape(s, t)

@op("numpy.trace", "numpy.ndarray.trace", finds="index-rank")
def trace(a: NDArray["*s"], offset: Dim = 0, axis1: Axis = 0, axis2: Axis = 1, dtype: object = None, out: object = None) -> NDSum["*new"]:
    """The sum of the diagonal.

    >>> trace((2, 3, 4))
    (4,)
    >>> trace((3,))
    error: two axes
    """
    new = drop(diagonal_shape(s, offset, axis1, axis2), -1)

@op("numpy.diagonal", "numpy.ndarray.diagonal", finds="index-rank")
def diagonal(a: NDArray["*s"], offset: Dim = 0, axis1: Axis = 0, axis2: Axis = 1) -> NDArray["*new"]:
    """The diagonal of two axes, as the last axis.

    >>> diagonal((2, 3, 4))
    (4, 2)
    >>> diagonal((2, 3), 1)
    (2,)
    >>> diagonal((3,))
    error: two axes
    """
    new = diagonal_shape(s, offset, axis1, axis2)

@op("numpy.linalg.inv", finds="inner-size")
def inv(a: NDArray["*batch n m"]) -> NDInexact["*batch n m"]:
    """The inverse of square matrices.

    >>> inv((4, 3, 3))
    (4, 3, 3)
    >>> inv((3, 2))
    error: square
    """
    assert n == m, "the matrices must be square"

@op("numpy.linalg.cholesky", finds="inner-size")
def cholesky(a: NDArray["*batch n m"], /, *, upper: bool = False) -> NDInexact["*batch n m"]:
    """The Cholesky factor of square matrices.

    >>> cholesky((4, 3, 3))
    (4, 3, 3)
    >>> cholesky((3, 2))
    error: square
    """
    assert n == m, "the matrices must be square"

@op("numpy.linalg.det", finds="inner-size")
def det(a: NDArray["*batch n m"]) -> NDInexact["*batch"]:
    """The determinants of square matrices.

    >>> det((4, 3, 3))
    (4,)
    >>> det((3, 2))
    error: square
    """
    assert n == m, "the matrices must be square"

@op("numpy.linalg.slogdet", finds="inner-size", fields=("sign", "logabsdet"))
def slogdet(a: NDArray["*batch n m"]) -> tuple[NDInexact["*batch"], NDAny["*batch"]]:
    """Sign and logarithm of the determinants.

    >>> slogdet((4, 3, 3))
    ((4,), (4,))
    >>> slogdet((3, 2))
    error: square
    """
    assert n == m, "the matrices must be square"

@op("numpy.linalg.matrix_power", finds="inner-size")
def matrix_power(a: NDArray["*batch r c"], n: int) -> NDAny["*batch r c"]:
    """Square matrices times themselves.

    >>> matrix_power((3, 3), 2)
    (3, 3)
    >>> matrix_power((3, 2), 2)
    error: square
    """
    assert r == c, "the matrices must be square"

@op("numpy.linalg.pinv", finds="index-rank")
def pinv(a: NDArray["*batch n m"], rcond: object = None, hermitian: bool = False, *, rtol: object = None) -> NDAny["*batch m n"]:
    """The pseudo-inverse of matrices.

    >>> pinv((4, 2, 3))
    (4, 3, 2)
    >>> pinv((3,))
    error: rank
    """
    assert not hermitian or n == m or n * m == 0, "[inner-size] the matrices must be square"

@op("numpy.linalg.svd", finds="index-rank", fields=("U", "S", "Vh"))
def svd(a: NDArray["*batch n m"], full_matrices: bool = True, compute_uv: bool = True, hermitian: Literal[False] = False) -> tuple[NDInexact["*batch n p"], NDAny["*batch k"], NDInexact["*batch q m"]] if compute_uv else NDAny["*batch k"]:
    """Singular values, and the bases that go with them.

    >>> svd((2, 3))
    ((2, 2), (2,), (3, 3))
    >>> svd((2, 3), full_matrices=False)
    ((2, 2), (2,), (2, 3))
    >>> svd((3,))
    error: rank
    """
    k = min(n, m)
    p = n if full_matrices else k
    q = m if full_matrices else k

@op("numpy.linalg.svdvals", finds="index-rank")
def svdvals(x: NDArray["*batch n m"]) -> NDAny["*batch min(n,m)"]:
    """Singular values.

    >>> svdvals((2, 3))
    (2,)
    >>> svdvals((3,))
    error: rank
    """

@op("numpy.linalg.qr", finds="index-rank", fields=("Q", "R"))
def qr(a: NDArray["*batch n m"], mode: Literal["reduced", "complete"] = "reduced") -> tuple[NDInexact["*batch n k"], NDInexact["*batch k m"]]:
    """An orthogonal factor and a triangular one.

    >>> qr((4, 3))
    ((4, 3), (3, 3))
    >>> qr((4, 3), "complete")
    ((4, 4), (4, 3))
    >>> qr((3,))
    error: rank
    """
    k = min(n, m) if mode == "reduced" else n

@op("numpy.linalg.eig", finds="inner-size", fields=("eigenvalues", "eigenvectors"))
def eig(a: NDArray["*batch n m"]) -> tuple[NDAny["*batch n"], NDAny["*batch n m"]]:
    """Eigenvalues and eigenvectors of square matrices.

    >>> eig((4, 3, 3))
    ((4, 3), (4, 3, 3))
    >>> eig((3, 2))
    error: square
    """
    assert n == m, "the matrices must be square"

@op("numpy.linalg.eigh", finds="inner-size", fields=("eigenvalues", "eigenvectors"))
def eigh(a: NDArray["*batch n m"], UPLO: Literal["L", "U"] = "L") -> tuple[NDAny["*batch n"], NDInexact["*batch n m"]]:
    """Eigenvalues and eigenvectors of symmetric matrices.

    >>> eigh((4, 3, 3))
    ((4, 3), (4, 3, 3))
    >>> eigh((3, 2))
    error: square
    """
    assert n == m, "the matrices must be square"

@op("numpy.linalg.eigvals", finds="inner-size")
def eigvals(a: NDArray["*batch n m"]) -> NDAny["*batch n"]:
    """Eigenvalues of square matrices.

    >>> eigvals((4, 3, 3))
    (4, 3)
    >>> eigvals((3, 2))
    error: square
    """
    assert n == m, "the matrices must be square"

@op("numpy.linalg.eigvalsh", finds="inner-size")
def eigvalsh(a: NDArray["*batch n m"], UPLO: Literal["L", "U"] = "L") -> NDAny["*batch n"]:
    """Eigenvalues of symmetric matrices.

    >>> eigvalsh((4, 3, 3))
    (4, 3)
    >>> eigvalsh((3, 2))
    error: square
    """
    assert n == m, "the matrices must be square"

@op("numpy.linalg.solve", finds="inner-size")
@overload
def solve(a: NDArray["*batch n n"], b: NDArray["n"]) -> NDInexact["*batch n"]: ...
@overload
def solve(a: NDArray["*#batch n k"], b: NDArray["*#batch n m"]) -> NDInexact["*batch n m"]:
    """The solutions of systems of linear equations.

    >>> solve((3, 3), (3,))
    (3,)
    >>> solve((5, 3, 3), (3, 2))
    (5, 3, 2)
    >>> solve((3, 3), (4, 2))
    error: n is
    """
    assert n == k, "the matrices must be square"

@op("numpy.linalg.lstsq", finds="inner-size")
@overload
def lstsq(a: NDArray["n m"], b: NDArray["n"], rcond: object = None) -> tuple[NDInexact["m"], NDAny, object, NDAny["min(n,m)"]]: ...
@overload
def lstsq(a: NDArray["n m"], b: NDArray["n k"], rcond: object = None) -> tuple[NDInexact["m k"], NDAny, object, NDAny["min(n,m)"]]:
    """The best solutions of systems of linear equations.

    >>> lstsq((4, 3), (4, 2))
    ((3, 2), ..., ..., (3,))
    >>> lstsq((4, 3), (3, 2))
    error: n is
    """

@op("numpy.linalg.norm", finds="index-range")
@overload
def norm(x: NDArray["*s"], ord: None = None, axis: Axes | None = None, keepdims: bool = False) -> NDAny["*new"]:
    assert axis is None or (len(axis) > 0 and len(axis) <= 2), "[bad-argument] there must be one axis or two"
    new = reduced(s, axis, keepdims)
@overload
def norm(x: NDArray["*s"], ord: object, axis: Axes | None = None, keepdims: bool = False) -> NDAny["*new"]:
    """The norm of vectors or matrices, or of the whole.

    >>> norm((2, 3))
    ()
    >>> norm((2, 3), axis=1, keepdims=True)
    (2, 1)
    >>> norm((2, 3), 2, 0)
    (3,)
    >>> norm((2, 3), axis=2)
    error: range
    """
    assert axis is None or (len(axis) > 0 and len(axis) <= 2), "[bad-argument] there must be one axis or two"
    assert not axis is None or (len(s) > 0 and len(s) <= 2), "[index-rank] a norm of that order needs a vector or a matrix"
    new = reduced(s, axis, keepdims)

@op("numpy.linalg.matrix_rank", finds="index-rank")
def matrix_rank(A: NDArray["*s"], tol: None = None, hermitian: bool = False, *, rtol: None = None) -> int if len(s) < 2 else NDAny["*new"]:
    """The rank of matrices.

    >>> matrix_rank((4, 2, 3))
    (4,)
    >>> matrix_rank((4, 2, 3), hermitian=True)
    error: square
    """
    assert not hermitian or len(s) < 2 or s[-1] == s[-2], "[inner-size] the matrices must be square"
    new = s[:-2]

@op("numpy.linalg.cond", finds="index-rank")
def cond(x: NDArray["*batch n m"], p: None = None) -> NDAny["*batch"]:
    """The condition number of matrices.

    >>> cond((4, 2, 3))
    (4,)
    >>> cond((3,))
    error: rank
    """
    assert n * m != 0, "[bad-argument] the matrices are empty"
