"""Factorisations of matrices."""

@op("torch.linalg.cholesky", finds="square-matrix")
def linalg_cholesky(input: Inexact["*batch n n"], *, upper: bool = False, out: object = None) -> Tensor["*batch n n"]:
    """The triangular factor of a positive definite matrix.

    >>> linalg_cholesky((2, 3, 3))
    (2, 3, 3)
    >>> linalg_cholesky((2, 3))
    error: n is
    >>> linalg_cholesky((3,))
    error: rank
    """

@op("torch.cholesky", "torch.Tensor.cholesky", finds="square-matrix")
def cholesky(input: Inexact["*s"], upper: bool = False, *, out: object = None) -> Tensor["*s"]:
    """The triangular factor of a positive definite matrix; what is empty is not checked.

    >>> cholesky((2, 3, 3))
    (2, 3, 3)
    >>> cholesky((2, 3))
    error: square
    >>> cholesky((3,))
    error: matrix
    """
    assert empty(input) or len(s) >= 2, "there must be a matrix"
    assert empty(input) or s[-1] == s[-2], "the matrix must be square"

@op("torch.cholesky_inverse", "torch.Tensor.cholesky_inverse", finds="square-matrix")
def cholesky_inverse(input: Inexact["*batch n n"], upper: bool = False, *, out: object = None) -> Tensor["*batch n n"]:
    """The inverse of a matrix that is given by its Cholesky factor.

    >>> cholesky_inverse((2, 3, 3))
    (2, 3, 3)
    >>> cholesky_inverse((2, 3))
    error: n is
    """

@op("torch.linalg.cholesky_ex", finds="square-matrix", fields=("L", "info"))
def cholesky_ex(input: Inexact["*batch n n"], *, upper: bool = False, check_errors: bool = False, out: object = None) -> tuple[Tensor["*batch n n"], Int32["*batch"]]:
    """The triangular factor, and where it could not be found.

    >>> cholesky_ex((2, 3, 3))
    ((2, 3, 3), (2,))
    >>> cholesky_ex((2, 3))
    error: n is
    """

@op("torch.linalg.qr", finds="bad-argument", fields=("Q", "R"))
def linalg_qr(
    A: Inexact["*batch m n"], mode: Literal["reduced", "complete", "r"] | str = "reduced", *, out: object = None
) -> tuple[
    Tensor["0"] if mode == "r" else Tensor["*batch m m"] if mode == "complete" else Tensor["*batch m k"],
    Tensor["*batch m n"] if mode == "complete" else Tensor["*batch k n"],
]:
    """An orthogonal and a triangular factor.

    >>> linalg_qr((2, 5, 3))
    ((2, 5, 3), (2, 3, 3))
    >>> linalg_qr((5, 3), "complete")
    ((5, 5), (5, 3))
    >>> linalg_qr((5, 3), "r")
    ((0,), (3, 3))
    >>> linalg_qr((5,))
    error: rank
    >>> linalg_qr((5, 3), "full")
    error: mode
    """
    assert mode in ("reduced", "complete", "r"), "mode must be 'reduced', 'complete' or 'r'"
    k = min(m, n)

@op("torch.qr", "torch.Tensor.qr", finds="bad-argument", fields=("Q", "R"))
def qr(
    input: Inexact["*batch m n"], some: bool = True, *, out: object = None
) -> tuple[
    Tensor["*batch m k"] if some else Tensor["*batch m m"],
    Tensor["*batch k n"] if some else Tensor["*batch m n"],
]:
    """An orthogonal and a triangular factor.

    >>> qr((2, 5, 3))
    ((2, 5, 3), (2, 3, 3))
    >>> qr((5, 3), some=False)
    ((5, 5), (5, 3))
    >>> qr((5,))
    error: rank
    """
    k = min(m, n)

@op("torch.geqrf", "torch.Tensor.geqrf", finds="bad-argument", fields=("a", "tau"))
def geqrf(input: Inexact["*batch m n"], *, out: object = None) -> tuple[Tensor["*batch m n"], Tensor["*batch k"]]:
    """A QR decomposition as Householder reflectors.

    >>> geqrf((2, 5, 3))
    ((2, 5, 3), (2, 3))
    >>> geqrf((5,))
    error: rank
    """
    k = min(m, n)

@op("torch.linalg.householder_product", "torch.orgqr", "torch.Tensor.orgqr", finds="inner-size")
def householder_product(input: Inexact["*batch m n"], tau: Inexact["*batch k"], *, out: object = None) -> Tensor["*batch m n"]:
    """The first columns of a product of Householder reflectors.

    >>> householder_product((2, 5, 3), (2, 3))
    (2, 5, 3)
    >>> householder_product((3, 5), (3,))
    error: columns
    >>> householder_product((5, 3), (4,))
    error: tau
    >>> householder_product((2, 5, 3), (3, 3))
    error: batch
    """
    assert m >= n, "a matrix with more columns than rows has no such product"
    assert n >= k, "tau is longer than the matrix has columns"
    assert same_dtype(input, tau), "[mixed-dtypes] input and tau must have the same dtype"

@op("torch.ormqr", "torch.Tensor.ormqr", finds="inner-size")
def ormqr(
    input: Inexact["*batch m k"], tau: Inexact["*batch r"], other: Inexact["*batch p q"],
    left: bool = True, transpose: bool = False, *, out: object = None,
) -> Tensor["*batch p q"]:
    """A matrix times the orthogonal factor that reflectors stand for.

    >>> ormqr((5, 3), (3,), (5, 4))
    (5, 4)
    >>> ormqr((5, 3), (3,), (4, 5), left=False)
    (4, 5)
    >>> ormqr((5, 3), (3,), (4, 5))
    error: rows
    >>> ormqr((5, 3), (4,), (5, 4))
    error: tau
    """
    assert (p if left else q) == m, "other must have as many rows (columns if not left) as input has rows"
    assert r == min(m, k), "tau must have one element for each reflector"
    assert same_dtype(input, tau, other), "[mixed-dtypes] input, tau and other must have the same dtype"

@op("torch.linalg.svd", finds="bad-argument", fields=("U", "S", "Vh"))
def linalg_svd(
    A: Inexact["*batch m n"], full_matrices: bool = True, *, driver: object = None, out: object = None
) -> tuple[
    Tensor["*batch m m"] if full_matrices else Tensor["*batch m k"],
    Real["*batch k"],
    Tensor["*batch n n"] if full_matrices else Tensor["*batch k n"],
]:
    """Singular values with both sides' vectors, the right ones as rows.

    >>> linalg_svd((2, 5, 3))
    ((2, 5, 5), (2, 3), (2, 3, 3))
    >>> linalg_svd((3, 5), full_matrices=False)
    ((3, 3), (3,), (3, 5))
    >>> linalg_svd((5,))
    error: rank
    """
    k = min(m, n)

@op("torch.svd", "torch.Tensor.svd", finds="bad-argument", fields=("U", "S", "V"))
def svd(
    input: Inexact["*batch m n"], some: bool = True, compute_uv: bool = True, *, out: object = None
) -> tuple[
    Tensor["*batch m k"] if some and compute_uv else Tensor["*batch m m"],
    Real["*batch k"],
    Tensor["*batch n k"] if some and compute_uv else Tensor["*batch n n"],
]:
    """Singular values with both sides' vectors, as columns.

    >>> svd((2, 5, 3))
    ((2, 5, 3), (2, 3), (2, 3, 3))
    >>> svd((3, 5), some=False)
    ((3, 3), (3,), (5, 5))
    >>> svd((5,))
    error: rank
    """
    k = min(m, n)

@op("torch.linalg.svdvals", finds="bad-argument")
def svdvals(A: Inexact["*batch m n"], *, driver: object = None, out: object = None) -> Real["*batch k"]:
    """Singular values.

    >>> svdvals((2, 5, 3))
    (2, 3)
    >>> svdvals((5,))
    error: rank
    """
    k = min(m, n)

@op("torch.svd_lowrank", "torch.functional.svd_lowrank", finds="bad-argument")
def svd_lowrank(
    A: Inexact["*batch m n"], q: int | None = 6, niter: int | None = 2, M: Inexact["*shift"] | None = None
) -> tuple[Tensor["*batch m k"], Real["*batch k"], Tensor["*batch n k"]]:
    """About `q` singular values of a matrix of low rank, with their vectors.

    >>> svd_lowrank((2, 8, 9), 3)
    ((2, 8, 3), (2, 3), (2, 9, 3))
    >>> svd_lowrank((8,))
    error: rank
    >>> svd_lowrank((8, 9), M=(9, 8))
    error: expand
    """
    k = min(6 if q is None else q, m, n)
    assert M is None or broadcasts_to(shift, batch + (m, n)), "[expand-sizes] M must expand to A's shape"

@op("torch.pca_lowrank", "torch.functional.pca_lowrank", finds="bad-argument")
def pca_lowrank(
    A: Inexact["*batch m n"], q: int | None = None, center: bool = True, niter: int = 2
) -> tuple[Tensor["*batch m k"], Real["*batch k"], Tensor["*batch n k"]]:
    """The first `q` principal components.

    >>> pca_lowrank((8, 9), 3)
    ((8, 3), (3,), (9, 3))
    >>> pca_lowrank((8, 9))
    ((8, 6), (6,), (9, 6))
    >>> pca_lowrank((4, 3), 4)
    error: min
    """
    k = min(6, m, n) if q is None else q
    assert k >= 0 and k <= min(m, n), "q must not be greater than min(m, n)"

@op("torch.linalg.eig", finds="square-matrix", fields=("eigenvalues", "eigenvectors"))
def eig(input: Inexact["*batch n n"], *, out: object = None) -> tuple[Complex["*batch n"], Complex["*batch n n"]]:
    """Complex eigenvalues and eigenvectors.

    >>> eig((2, 3, 3))
    ((2, 3), (2, 3, 3))
    >>> eig((2, 3))
    error: n is
    """

@op("torch.linalg.eigh", finds="square-matrix", fields=("eigenvalues", "eigenvectors"))
def eigh(input: Inexact["*batch n n"], UPLO: str = "L", *, out: object = None) -> tuple[Real["*batch n"], Tensor["*batch n n"]]:
    """Real eigenvalues and the eigenvectors of a Hermitian matrix.

    >>> eigh((2, 3, 3))
    ((2, 3), (2, 3, 3))
    >>> eigh((2, 3))
    error: n is
    >>> eigh((3, 3), "X")
    error: UPLO
    """
    assert UPLO in ("L", "U", "l", "u"), "[bad-argument] UPLO must be 'L' or 'U'"

@op("torch.linalg.eigvals", finds="square-matrix")
def eigvals(input: Inexact["*batch n n"], *, out: object = None) -> Complex["*batch n"]:
    """Complex eigenvalues.

    >>> eigvals((2, 3, 3))
    (2, 3)
    >>> eigvals((2, 3))
    error: n is
    """

@op("torch.linalg.eigvalsh", finds="square-matrix")
def eigvalsh(input: Inexact["*batch n n"], UPLO: str = "L", *, out: object = None) -> Real["*batch n"]:
    """Real eigenvalues of a Hermitian matrix.

    >>> eigvalsh((2, 3, 3))
    (2, 3)
    >>> eigvalsh((2, 3))
    error: n is
    >>> eigvalsh((3, 3), "X")
    error: UPLO
    """
    assert UPLO in ("L", "U", "l", "u"), "[bad-argument] UPLO must be 'L' or 'U'"

@op("torch.linalg.lu", finds="bad-argument", fields=("P", "L", "U"))
def linalg_lu(
    A: Inexact["*batch m n"], *, pivot: bool = True, out: object = None
) -> tuple[Tensor["*batch m m"] if pivot else Tensor["0"], Tensor["*batch m k"], Tensor["*batch k n"]]:
    """A permutation, a lower and an upper triangular factor.

    >>> linalg_lu((2, 5, 3))
    ((2, 5, 5), (2, 5, 3), (2, 3, 3))
    >>> linalg_lu((5,))
    error: rank
    """
    k = min(m, n)

@op("torch.linalg.lu_factor", finds="bad-argument", fields=("LU", "pivots"))
def lu_factor(A: Inexact["*batch m n"], *, pivot: bool = True, out: object = None) -> tuple[Tensor["*batch m n"], Int32["*batch k"]]:
    """Both triangular factors in one matrix, and the pivots.

    >>> lu_factor((2, 5, 3))
    ((2, 5, 3), (2, 3))
    >>> lu_factor((5,))
    error: rank
    """
    k = min(m, n)

@op("torch.linalg.lu_factor_ex", finds="bad-argument", fields=("LU", "pivots", "info"))
def lu_factor_ex(
    A: Inexact["*batch m n"], *, pivot: bool = True, check_errors: bool = False, out: object = None
) -> tuple[Tensor["*batch m n"], Int32["*batch k"], Int32["*batch"]]:
    """Both triangular factors in one matrix, the pivots, and where they could not be found.

    >>> lu_factor_ex((2, 5, 3))
    ((2, 5, 3), (2, 3), (2,))
    >>> lu_factor_ex((5,))
    error: rank
    """
    k = min(m, n)

@op("torch.lu", "torch.functional.lu", "torch.Tensor.lu", finds="bad-argument")
@overload
def lu(
    A: Inexact["*batch m n"], pivot: bool = True, get_infos: Literal[False] = False, out: object = None
) -> tuple[Tensor["*batch m n"], Int32["*batch k"]]:
    k = min(m, n)
@overload
def lu(
    A: Inexact["*batch m n"], pivot: bool = True, get_infos: Literal[True] = False, out: object = None
) -> tuple[Tensor["*batch m n"], Int32["*batch k"], Int32["*batch"]]:
    """Both triangular factors in one matrix, the pivots, and perhaps where they could not be found.

    >>> lu((2, 5, 3))
    ((2, 5, 3), (2, 3))
    >>> lu((2, 5, 3), get_infos=True)
    ((2, 5, 3), (2, 3), (2,))
    >>> lu((5,))
    error: rank
    """
    k = min(m, n)

@op("torch.lu_unpack", finds="inner-size", fields=("P", "L", "U"))
def lu_unpack(
    LU_data: Tensor["*batch m n"], LU_pivots: Int32["*pivots"] if unpack_pivots else object, unpack_data: bool = True,
    unpack_pivots: bool = True, *, out: object = None,
) -> tuple[
    Tensor["*batch m m"] if unpack_pivots else Tensor["0"],
    Tensor["*batch m k"] if unpack_data else Tensor["0"],
    Tensor["*batch k n"] if unpack_data else Tensor["0"],
]:
    """A permutation, a lower and an upper triangular factor out of what `lu_factor` gives.

    >>> lu_unpack((0, 5, 3), (0, 3))
    ((0, 5, 5), (0, 5, 3), (0, 3, 3))
    >>> lu_unpack((5,), (5,))
    error: rank
    """
    k = min(m, n)
    fitting = True if not unpack_pivots or pivots == batch + (k,) else unsure()

@op("torch.linalg.ldl_factor", finds="square-matrix", fields=("LD", "pivots"))
def ldl_factor(input: Inexact["*batch n n"], *, hermitian: bool = False, out: object = None) -> tuple[Tensor["*batch n n"], Int32["*batch n"]]:
    """The factors of a symmetric matrix in one matrix, and the pivots.

    >>> ldl_factor((2, 3, 3))
    ((2, 3, 3), (2, 3))
    >>> ldl_factor((2, 3))
    error: n is
    """

@op("torch.linalg.ldl_factor_ex", finds="square-matrix", fields=("LD", "pivots", "info"))
def ldl_factor_ex(
    input: Inexact["*batch n n"], *, hermitian: bool = False, check_errors: bool = False, out: object = None
) -> tuple[Tensor["*batch n n"], Int32["*batch n"], Int32["*batch"]]:
    """The factors of a symmetric matrix in one matrix, the pivots, and where they could not be found.

    >>> ldl_factor_ex((2, 3, 3))
    ((2, 3, 3), (2, 3), (2,))
    >>> ldl_factor_ex((2, 3))
    error: n is
    """

@op("torch.lobpcg", finds="square-matrix")
def lobpcg(
    A: Float["*batch m m"], k: int | None = None, B: Float["*batch m m"] | None = None,
    X: Array["*start"] | None = None, n: int | None = None, iK: object = None, niter: object = None,
    tol: object = None, largest: object = None, method: object = None, tracker: object = None,
    ortho_iparams: object = None, ortho_fparams: object = None, ortho_bparams: object = None,
) -> tuple[Norm["*batch count"], Norm["*batch m count"]]:
    """The `k` largest or smallest eigenvalues of a symmetric matrix, with their vectors.

    >>> lobpcg((9, 9), 2)
    ((2,), (9, 2))
    >>> lobpcg((5, 5), 2)
    error: rows
    >>> lobpcg((9, 9), X=(8, 2))
    error: X must
    >>> lobpcg((9, 8), 2)
    error: m is
    """
    wanted = k if k is not None else 1 if X is None else shape_of(X)[-1]
    width = shape_of(X)[-1] if X is not None else wanted if n is None else n
    assert m >= 3 * width, "the matrix needs three times as many rows as eigenvalues are asked for"
    assert X is None or len(batch) > 0 or start == (m, width), "[inner-size] X must have as many rows as A"
    assert X is None or len(start) >= 2, "[bad-argument] X must be a matrix"
    assert X is None or start[-2] == m or empty(batch), "[inner-size] X must have as many rows as A"
    assert X is None or prod(start) == prod(batch) * m * width, "[inner-size] X must hold a matrix for each of A"
    count = wanted if wanted <= width else unsure()
