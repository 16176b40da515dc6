"""Linear algebra of `keras.ops`."""

@op("keras.ops.cholesky", "keras.ops.linalg.cholesky", "keras.ops.cholesky_inverse", "keras.ops.linalg.cholesky_inverse", finds="square-matrix")
def cholesky(x: Tensor["*batch n n"], upper=False) -> Tensor["*batch n n"]:
    """The triangular factor of a square matrix, or the inverse from it.

    >>> cholesky((2, 3, 3))
    (2, 3, 3)
    >>> cholesky((2, 3))
    error: n is
    >>> cholesky((3,))
    error: rank
    """

@op("keras.ops.inv", "keras.ops.linalg.inv", finds="square-matrix")
def inv(x: Tensor["*batch n n"]) -> Tensor["*batch n n"]:
    """The inverse of a square matrix.

    >>> inv((2, 3, 3))
    (2, 3, 3)
    >>> inv((2, 3))
    error: n is
    """

@op("keras.ops.det", "keras.ops.linalg.det", finds="square-matrix")
def det(x: Tensor["*batch n n"]) -> Tensor["*batch"]:
    """The determinant of a square matrix.

    >>> det((2, 3, 3))
    (2,)
    >>> det((2, 3))
    error: n is
    """

@op("keras.ops.logdet", finds="square-matrix")
def logdet(x: Tensor["*batch n n"]) -> Tensor["*batch"]:
    """The logarithm of a determinant.

    >>> logdet((2, 3, 3))
    (2,)
    >>> logdet((2, 3))
    error: n is
    """

@op("keras.ops.eig", "keras.ops.linalg.eig", "keras.ops.eigh", "keras.ops.linalg.eigh", finds="square-matrix")
def eig(x: Tensor["*batch n n"]) -> tuple[Tensor["*batch n"], Tensor["*batch n n"]]:
    """Eigenvalues and eigenvectors of a square matrix.

    >>> eig((2, 3, 3))
    ((2, 3), (2, 3, 3))
    >>> eig((2, 3))
    error: n is
    """

@op("keras.ops.lu_factor", "keras.ops.linalg.lu_factor", finds="square-matrix")
def lu_factor(x: Tensor["*batch m n"]) -> tuple[Tensor["*batch m n"], Tensor["*batch k"]]:
    """Both triangular factors in one matrix, and the pivots.

    >>> lu_factor((2, 3, 3))
    ((2, 3, 3), (2, 3))
    >>> lu_factor((3,))
    error: rank
    """
    k = min(m, n)

@op("keras.ops.norm", "keras.ops.linalg.norm", finds="index-range")
def norm(x: Tensor["*s"], ord=None, axis: Axes | None = None, keepdims: bool = False) -> Tensor["*new"]:
    """The norm of vectors on an axis, of matrices on two, of the whole with None.

    >>> norm((2, 3))
    ()
    >>> norm((2, 3), axis=-1, keepdims=True)
    (2, 1)
    >>> norm((2, 3, 4), ord="fro", axis=(1, 2))
    (2,)
    >>> norm((2, 3), axis=2)
    error: range
    >>> norm((2, 3), ord=3, axis=(0, 1))
    error: ord
    """
    places = len(s) if axis is None else len(axis)
    assert places != 1 or ord not in ("fro", "nuc"), "[bad-argument] this ord is one of matrices"
    assert places != 2 or ord in (None, "fro", "nuc", 1, -1, 2, -2, 1e999, -1e999), "[bad-argument] there is no such ord of matrices"
    over = axis[0] if axis is not None and len(axis) == 1 else axis
    new = reduced(s, over, keepdims) if over != () else unsure()

@op("keras.ops.qr", "keras.ops.linalg.qr", finds="square-matrix")
def qr(x: Tensor["*batch m n"], mode: Literal["reduced", "complete"] = "reduced") -> tuple[Tensor["*batch m k"], Tensor["*batch k n"]]:
    """An orthogonal and a triangular factor.

    >>> qr((2, 5, 3))
    ((2, 5, 3), (2, 3, 3))
    >>> qr((5, 3), mode="complete")
    ((5, 5), (5, 3))
    >>> qr((3,))
    error: rank
    """
    k = min(m, n) if mode == "reduced" else m

@op("keras.ops.solve", "keras.ops.linalg.solve", finds="square-matrix")
def solve(a: Tensor["*batch n n"], b: Tensor["*s"]) -> Tensor["*new"]:
    """The x of a @ x = b; b may be a vector.

    >>> solve((2, 3, 3), (2, 3, 4))
    (2, 3, 4)
    >>> solve((2, 3, 3), (2, 3))
    (2, 3)
    >>> solve((3, 3), (4, 3))
    error: rows
    >>> solve((3, 4), (3,))
    error: n is
    """
    assert len(s) > 0, "[inner-size] b must have an axis"
    vector = len(s) == 1 or len(s) == len(batch) + 1 and s == batch + (n,)
    rows = s + (1,) if vector else s
    assert rows[-2] == n, "[inner-size] b must have as many rows as a"
    assert len(s) != len(batch) + 3 or s[-1] == n, "[inner-size] with an axis more than a, b must be as wide"
    x = broadcast(batch, rows[:-2]) + rows[-2:]
    new = x[:-1] if vector else x

@op("keras.ops.solve_triangular", "keras.ops.linalg.solve_triangular", finds="square-matrix")
def solve_triangular(a: Tensor["*batch n n"], b: Tensor["*s"], lower: bool = False) -> Tensor["*new"]:
    """The x of a @ x = b for a triangular a; with an axis less than a, b holds vectors.

    >>> solve_triangular((2, 3, 3), (2, 3, 4))
    (2, 3, 4)
    >>> solve_triangular((2, 3, 3), (2, 3), lower=True)
    (2, 3)
    >>> solve_triangular((3, 3), (4, 3))
    error: rows
    """
    vector = len(s) == len(batch) + 1
    rows = s + (1,) if vector else s
    assert len(rows) > 1, "[inner-size] b must hold matrices, or have one axis less than a"
    assert rows[-2] == n, "[inner-size] b must have as many rows as a"
    assert len(s) != len(batch) + 3 or s[-1] == n, "[inner-size] with an axis more than a, b must be as wide"
    x = broadcast(batch, rows[:-2]) + rows[-2:]
    new = x[:-1] if vector else x

@op("keras.ops.svd", "keras.ops.linalg.svd", finds="square-matrix")
def svd(
    x: Tensor["*batch m n"], full_matrices: bool = True, compute_uv: bool = True
) -> tuple[Tensor["*batch m left"], Tensor["*batch k"], Tensor["*batch right n"]] if compute_uv else Tensor["*batch k"]:
    """Singular vectors and values.

    >>> svd((2, 5, 3))
    ((2, 5, 5), (2, 3), (2, 3, 3))
    >>> svd((5, 3), full_matrices=False)
    ((5, 3), (3,), (3, 3))
    >>> svd((5, 3), compute_uv=False)
    (3,)
    >>> svd((3,))
    error: rank
    """
    k = min(m, n)
    left = m if full_matrices else k
    right = n if full_matrices else k

@op("keras.ops.lstsq", "keras.ops.linalg.lstsq", finds="inner-size")
def lstsq(a: Tensor["*batch m n"], b: Tensor["rows *columns"], rcond=None) -> Tensor["n *columns"]:
    """The x that brings a @ x nearest to b, a vector or a matrix.

    >>> lstsq((5, 3), (5, 2))
    (3, 2)
    >>> lstsq((5, 3), (5,))
    (3,)
    >>> lstsq((5, 3), (4,))
    error: rows
    """
    plain = True if len(batch) == 0 and len(columns) < 2 else unsure()
    assert not plain or rows == m, "a and b must have as many rows"

@op("keras.ops.matrix_rank", "keras.ops.linalg.matrix_rank", finds="square-matrix")
def matrix_rank(x: Tensor["*batch m n"], tol=None) -> Tensor["*batch"]:
    """The numerical rank.

    >>> matrix_rank((2, 5, 3))
    (2,)
    >>> matrix_rank((5,))
    error: rank
    """

@op("keras.ops.pinv", "keras.ops.linalg.pinv", finds="square-matrix")
def pinv(x: Tensor["*batch m n"], rcond=None) -> Tensor["*batch n m"]:
    """The pseudoinverse.

    >>> pinv((2, 5, 3))
    (2, 3, 5)
    >>> pinv((5,))
    error: rank
    """
