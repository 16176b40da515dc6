"""Linear algebra: determinants, inverses, systems of equations."""

@op("torch.linalg.det", "torch.det", "torch.Tensor.det", "torch.logdet", "torch.Tensor.logdet", finds="square-matrix")
def det(input: Inexact["*batch n n"], *, out: object = None) -> Tensor["*batch"]:
    """The determinant of a square matrix, or its logarithm.

    >>> det((2, 3, 3))
    (2,)
    >>> det((2, 3))
    error: n is
    >>> det((3,))
    error: rank
    """

@op("torch.linalg.slogdet", "torch.slogdet", "torch.Tensor.slogdet", finds="square-matrix", fields=("sign", "logabsdet"))
def slogdet(input: Inexact["*batch n n"], *, out: object = None) -> tuple[Tensor["*batch"], Real["*batch"]]:
    """The sign of a determinant and the logarithm of its absolute value.

    >>> slogdet((2, 3, 3))
    ((2,), (2,))
    >>> slogdet((2, 3))
    error: n is
    """

@op("torch.linalg.inv", "torch.inverse", "torch.Tensor.inverse", finds="square-matrix")
def inv(input: Inexact["*batch n n"], *, out: object = None) -> Tensor["*batch n n"]:
    """The inverse of a square matrix.

    >>> inv((2, 3, 3))
    (2, 3, 3)
    >>> inv((2, 3))
    error: n is
    >>> inv((3,))
    error: rank
    """

@op("torch.linalg.matrix_exp", "torch.matrix_exp", "torch.Tensor.matrix_exp", finds="square-matrix")
def matrix_exp(input: Inexact["*batch n n"]) -> Tensor["*batch n n"]:
    """The exponential of a square matrix.

    >>> matrix_exp((2, 3, 3))
    (2, 3, 3)
    >>> matrix_exp((2, 3))
    error: n is
    """

@op("torch.linalg.inv_ex", finds="square-matrix", fields=("inverse", "info"))
def inv_ex(A: Inexact["*batch n n"], *, check_errors: bool = False, out: object = None) -> tuple[Tensor["*batch n n"], Int32["*batch"]]:
    """The inverse of a square matrix, and where there is none.

    >>> inv_ex((2, 3, 3))
    ((2, 3, 3), (2,))
    >>> inv_ex((2, 3))
    error: n is
    """

@op("torch.linalg.matrix_power", "torch.matrix_power", "torch.Tensor.matrix_power", finds="square-matrix")
def matrix_power(input: Tensor["*batch k k"], n: int, *, out: object = None) -> Tensor["*batch k k"]:
    """A square matrix multiplied with itself; inverted first for a negative power.

    >>> matrix_power((2, 3, 3), 2)
    (2, 3, 3)
    >>> matrix_power((2, 3), 2)
    error: k is
    """

@op("torch.linalg.pinv", finds="square-matrix")
def pinv(
    input: Inexact["*batch m n"], rcond: Array["*c"] | float | None = None, hermitian: bool = False, *,
    atol: Array["*a"] | float | None = None, rtol: Array["*r"] | float | None = None, out: object = None,
) -> Tensor["*new n m"]:
    """The pseudoinverse.

    >>> pinv((2, 5, 3))
    (2, 3, 5)
    >>> pinv((5,))
    error: rank
    >>> pinv((5, 3), hermitian=True)
    error: square
    """
    assert not hermitian or m == n or empty(input), "a Hermitian matrix is square"
    new = batch if empty(input) else broadcast(batch, shape_of(rcond), shape_of(atol), shape_of(rtol))

@op("torch.pinverse", "torch.Tensor.pinverse", finds="square-matrix")
def pinverse(input: Inexact["*batch m n"], rcond: float = 1e-15) -> Tensor["*batch n m"]:
    """The pseudoinverse.

    >>> pinverse((2, 5, 3))
    (2, 3, 5)
    >>> pinverse((5,))
    error: rank
    """

@op("torch.linalg.matrix_rank", finds="square-matrix")
def matrix_rank(
    input: Inexact["*batch m n"], tol: Array["*t"] | float | None = None, hermitian: bool = False, *,
    atol: Array["*a"] | float | None = None, rtol: Array["*r"] | float | None = None, out: object = None,
) -> Int["*new"]:
    """The numerical rank.

    >>> matrix_rank((2, 5, 3))
    (2,)
    >>> matrix_rank((5,))
    error: rank
    >>> matrix_rank((5, 3), hermitian=True)
    error: square
    """
    assert not hermitian or m == n or empty(input), "a Hermitian matrix is square"
    new = batch if empty(input) else broadcast(batch, shape_of(tol), shape_of(atol), shape_of(rtol))

@op("torch.linalg.cond", finds="square-matrix")
def cond(input: Inexact["*batch m n"], p: object = None, *, out: object = None) -> Real["*batch"]:
    """The condition number; for most norms of square matrices only.

    >>> cond((2, 5, 3))
    (2,)
    >>> cond((3, 3), "fro")
    ()
    >>> cond((5, 3), "fro")
    error: square
    >>> cond((5,))
    error: rank
    >>> cond((3, 3), 3)
    error: norm
    """
    assert p is None or p in (1, -1, 2, -2, "fro", "nuc", 1e999, -1e999), "[bad-argument] there is no such norm"
    assert p is None or p == 2 or p == -2 or m == n or p not in ("fro", "nuc") and empty(input), "this norm takes square matrices"

@op("torch.linalg.solve", finds="square-matrix")
def solve(A: Inexact["*batch n n"], B: Inexact["*b"], *, left: bool = True, out: object = None) -> Tensor["*new"]:
    """The X of AX = B, or of XA = B without `left`; B may be a vector.

    >>> solve((2, 3, 3), (2, 3, 4))
    (2, 3, 4)
    >>> solve((2, 3, 3), (2, 3))
    (2, 3)
    >>> solve((3, 3), (4, 3), left=False)
    (4, 3)
    >>> solve((3, 3), (4, 3))
    error: rows
    >>> solve((3, 4), (3,))
    error: n is
    """
    assert len(b) > 0, "[bad-argument] B must have an axis"
    vector = len(b) == 1 or len(b) == len(batch) + 1 and b == batch + (n,)
    assert left or not vector, "[bad-argument] a vector can stand on the right only"
    rhs = b + (1,) if vector else b
    assert rhs[-2 if left else -1] == n, "[inner-size] B must have as many rows (columns if not left) as A"
    x = broadcast(batch, rhs[:-2]) + rhs[-2:]
    new = x[:-1] if vector else x
    assert same_dtype(A, B), "[mixed-dtypes] A and B must have the same dtype"

@op("torch.linalg.solve_ex", finds="square-matrix", fields=("result", "info"))
def solve_ex(
    A: Inexact["*batch n n"], B: Inexact["*b"], *, left: bool = True, check_errors: bool = False, out: object = None
) -> tuple[Tensor["*new"], Int32["*batch"]]:
    """As `solve`, and where there is no solution.

    >>> solve_ex((2, 3, 3), (2, 3, 4))
    ((2, 3, 4), (2,))
    >>> solve_ex((3, 3), (4, 3))
    error: rows
    """
    assert len(b) > 0, "[bad-argument] B must have an axis"
    vector = len(b) == 1 or len(b) == len(batch) + 1 and b == batch + (n,)
    assert left or not vector, "[bad-argument] a vector can stand on the right only"
    rhs = b + (1,) if vector else b
    assert rhs[-2 if left else -1] == n, "[inner-size] B must have as many rows (columns if not left) as A"
    x = broadcast(batch, rhs[:-2]) + rhs[-2:]
    new = x[:-1] if vector else x
    assert same_dtype(A, B), "[mixed-dtypes] A and B must have the same dtype"

@op("torch.linalg.solve_triangular", finds="square-matrix")
def solve_triangular(
    input: Inexact["*#batch n n"], B: Array["*#batch p q"], *, upper: bool, left: bool = True,
    unitriangular: bool = False, out: object = None,
) -> Tensor["*batch p q"]:
    """The X of AX = B, or of XA = B without `left`, for a triangular A.

    >>> solve_triangular((2, 3, 3), (3, 4), upper=True)
    (2, 3, 4)
    >>> solve_triangular((3, 3), (4, 3), upper=True)
    error: rows
    >>> solve_triangular((3, 4), (3, 4), upper=True)
    error: n is
    """
    assert (p if left else q) == n, "[inner-size] B must have as many rows (columns if not left) as input"

@op("torch.triangular_solve", "torch.Tensor.triangular_solve", finds="square-matrix", fields=("solution", "cloned_coefficient"))
def triangular_solve(
    input: Inexact["*#batch p q"], A: Inexact["*#batch n n"], upper: bool = True, transpose: bool = False,
    unitriangular: bool = False, *, out: object = None,
) -> tuple[Tensor["*batch p q"], Tensor["*batch n n"]]:
    """The X of AX = input, for a triangular A.

    >>> triangular_solve((3, 4), (2, 3, 3))
    ((2, 3, 4), (2, 3, 3))
    >>> triangular_solve((4, 3), (3, 3))
    error: rows
    """
    assert p == n, "[inner-size] input must have as many rows as A"
    assert same_dtype(input, A), "[mixed-dtypes] input and A must have the same dtype"

@op("torch.cholesky_solve", "torch.Tensor.cholesky_solve", finds="square-matrix")
def cholesky_solve(input: Inexact["*#batch p q"], L: Inexact["*#batch n n"], upper: bool = False, *, out: object = None) -> Tensor["*batch p q"]:
    """The X of AX = input, where A is given by its Cholesky factor.

    >>> cholesky_solve((3, 4), (2, 3, 3))
    (2, 3, 4)
    >>> cholesky_solve((4, 3), (3, 3))
    error: rows
    """
    assert p == n, "[inner-size] input must have as many rows as L"
    assert same_dtype(input, L), "[mixed-dtypes] input and L must have the same dtype"

@op("torch.linalg.lu_solve", finds="square-matrix")
def linalg_lu_solve(
    LU: Inexact["*lead n n"], pivots: Int32["*lead n"], B: Inexact["*more p q"], *, left: bool = True,
    adjoint: bool = False, out: object = None,
) -> Tensor["*batch p q"]:
    """The X of AX = B, or of XA = B without `left`, where A is given by its LU factors.

    >>> linalg_lu_solve((0, 3, 3), (0, 3), (3, 4))
    (0, 3, 4)
    >>> linalg_lu_solve((3, 3), (3,), (4, 3))
    error: rows
    """
    assert (p if left else q) == n, "[inner-size] B must have as many rows (columns if not left) as LU"
    batch = broadcast(lead, more)
    assert same_dtype(LU, B), "[mixed-dtypes] LU and B must have the same dtype"

@op("torch.lu_solve", "torch.Tensor.lu_solve", finds="square-matrix")
def lu_solve(
    input: Inexact["*more p q"], LU_data: Inexact["*lead n n"], LU_pivots: Int32["*lead n"], *, out: object = None
) -> Tensor["*batch p q"]:
    """The X of AX = input, where A is given by its LU factors.

    >>> lu_solve((3, 4), (0, 3, 3), (0, 3))
    (0, 3, 4)
    >>> lu_solve((4, 3), (3, 3), (3,))
    error: rows
    """
    assert p == n, "[inner-size] input must have as many rows as LU_data"
    batch = broadcast(lead, more)
    assert same_dtype(input, LU_data), "[mixed-dtypes] input and LU_data must have the same dtype"

@op("torch.linalg.ldl_solve", finds="square-matrix")
def ldl_solve(
    LD: Inexact["*lead n n"], pivots: Integer["*lead n"], B: Inexact["*more p q"], *, hermitian: bool = False,
    out: object = None,
) -> Tensor["*batch p q"]:
    """The X of AX = B, where A is given by its LDL factors.

    >>> ldl_solve((0, 3, 3), (0, 3), (3, 4))
    (0, 3, 4)
    >>> ldl_solve((3, 3), (3,), (4, 3))
    error: rows
    """
    assert p == n, "[inner-size] B must have as many rows as LD"
    batch = broadcast(lead, more)
    assert same_dtype(LD, B), "[mixed-dtypes] LD and B must have the same dtype"

@op("torch.linalg.lstsq", finds="inner-size", fields=("solution", "residuals", "rank", "singular_values"))
def lstsq(
    input: Inexact["*lead m n"], b: Inexact["*right"], rcond: object = None, *, driver: object = None, out: object = None
) -> tuple[Tensor["*new"], Real, Int, Real]:
    """The X that comes closest to AX = b; b may be a vector.

    >>> lstsq((2, 5, 3), (2, 5, 4))
    ((2, 3, 4), ..., ..., ...)
    >>> lstsq((5, 3), (5,))
    ((3,), ..., ..., ...)
    >>> lstsq((5, 3), (3, 4))
    error: rows
    """
    axes = len(lead) + 2 - len(right)
    assert axes == 0 or axes == 1, "[bad-argument] b must have as many axes as input, or one less"
    vector = axes == 1 and (len(right) == 1 or right == lead + (m,))
    rhs = right + (1,) if vector else right
    assert rhs[-2] == m, "b must have as many rows as input"
    x = broadcast(lead, rhs[:-2]) + (n,) if vector or axes == 0 else unsure()
    new = x if vector else x + (rhs[-1],)
    assert same_dtype(input, b), "[mixed-dtypes] A and b must have the same dtype"

@op("torch.linalg.tensorinv", finds="square-matrix")
def tensorinv(input: Inexact["*s"], ind: int = 2, *, out: object = None) -> Tensor["*new"]:
    """The inverse of a tensor as a map from its last axes to the first `ind`.

    >>> tensorinv((1, 3, 3))
    (3, 1, 3)
    >>> tensorinv((4, 6, 8, 3), 1)
    error: product
    >>> tensorinv((4, 4), 0)
    error: ind
    """
    assert ind > 0 and ind <= len(s), "[bad-argument] ind must be positive, and no more than there are axes"
    assert prod(s[:ind]) == prod(s[ind:]), "the product of the first sizes must be that of the others"
    new = s[ind:] + s[:ind]

@op("torch.linalg.tensorsolve", finds="reshape-elements")
def tensorsolve(input: Inexact["*s"], other: Inexact["*b"], dims: Axes | None = None, *, out: object = None) -> Tensor["*new"]:
    """The X of tensordot(input, X) = other.

    >>> tensorsolve((1, 3, 3), (1, 3))
    (3,)
    >>> tensorsolve((1, 3, 3), (3,), dims=(0,))
    (3, 1)
    >>> tensorsolve((6, 4, 2, 3), (6, 4))
    error: product
    """
    moved = s if dims is None else reduce_axes(s, dims) + [s[d] for d in dims]
    new = moved[len(b):]
    assert prod(new) == prod(b), "the product of the sizes of the result must be that of other's"
    assert prod(s) == prod(b) * prod(b), "the first axes of input must hold as many elements as other"
    assert same_dtype(input, other), "[mixed-dtypes] input and other must have the same dtype"

@op("torch.linalg.vander", finds="bad-argument")
@overload
def linalg_vander(x: Tensor[""], *, N: Dim | None = None) -> Summed["1 m"]:
    m = 1 if N is None else N
    assert m > 1, "N must be greater than 1"
@overload
def linalg_vander(x: Tensor["*batch n"], *, N: Dim | None = None) -> Summed["*batch n m"]:
    """The powers of a vector's elements.

    >>> linalg_vander((2, 3))
    (2, 3, 3)
    >>> linalg_vander((2, 3), N=5)
    (2, 3, 5)
    >>> linalg_vander((3,), N=1)
    error: N
    """
    m = n if N is None else N
    assert m > 1, "N must be greater than 1"

@op("torch.vander", finds="bad-argument")
def vander(x: Tensor["n"], N: Dim | None = None, increasing: bool = False) -> Summed["n m"]:
    """The powers of a vector's elements.

    >>> vander((3,))
    (3, 3)
    >>> vander((3,), 5)
    (3, 5)
    >>> vander((2, 3))
    error: rank
    """
    assert N is None or N >= 0, "N must not be negative"
    m = n if N is None else N
