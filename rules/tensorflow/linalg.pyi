"""TensorFlow's linear algebra."""

@op("tensorflow.linalg.inv", finds="square-matrix")
def inv(input: Tensor["*batch n m"], adjoint: object = False, name: object = None) -> Tensor["*batch n m"]:
    """The inverse of square matrices.

    >>> inv((4, 3, 3))
    (4, 3, 3)
    >>> inv((3, 2))
    error: square
    """
    assert n == m, "the matrices must be square"

@op("tensorflow.linalg.cholesky", "tensorflow.linalg.sqrtm", "tensorflow.matrix_square_root", finds="square-matrix")
def cholesky(input: Tensor["*batch n m"], name: object = None) -> Tensor["*batch n m"]:
    """A function of square matrices.

    >>> cholesky((4, 3, 3))
    (4, 3, 3)
    >>> cholesky((3, 2))
    error: square
    """
    assert n == m, "the matrices must be square"

@op("tensorflow.linalg.expm", finds="square-matrix")
def expm(input: Tensor["*s"], name: object = None) -> Tensor["*new"]:
    """The exponential of square matrices.

    >>> expm((4, 3, 3))
    (4, 3, 3)
    >>> expm((3, 2))
    error: square
    """
    new = s if len(s) > 1 else unsure()
    assert new[-1] == new[-2], "the matrices must be square"

@op("tensorflow.linalg.det", finds="square-matrix")
def det(input: Tensor["*batch n m"], name: object = None) -> Tensor["*batch"]:
    """The determinants of square matrices.

    >>> det((4, 3, 3))
    (4,)
    >>> det((3, 2))
    error: square
    """
    assert n == m, "the matrices must be square"

@op("tensorflow.linalg.logdet", finds="square-matrix")
def logdet(matrix: Tensor["*batch n m"], name: object = None) -> Tensor["*batch"]:
    """The logarithm of the determinants of positive definite matrices.

    >>> logdet((4, 3, 3))
    (4,)
    >>> logdet((3, 2))
    error: square
    """
    assert n == m, "the matrices must be square"

@op("tensorflow.linalg.slogdet", finds="square-matrix", fields=("sign", "log_abs_determinant"))
def slogdet(input: Tensor["*batch n m"], name: object = None) -> tuple[Tensor["*batch"], Tensor["*batch"]]:
    """Sign and logarithm of the determinants.

    >>> slogdet((4, 3, 3))
    ((4,), (4,))
    >>> slogdet((3, 2))
    error: square
    """
    assert n == m, "the matrices must be square"

@op("tensorflow.linalg.lu", finds="square-matrix", fields=("lu", "p"))
def lu(input: Tensor["*batch n m"], output_idx_type: object = None, name: object = None) -> tuple[Tensor["*batch n m"], Tensor["*batch n"]]:
    """Both triangles in one, and the order of the rows.

    >>> lu((4, 3, 3))
    ((4, 3, 3), (4, 3))
    >>> lu((3, 2))
    error: square
    """
    assert n == m, "the matrices must be square"

@op("tensorflow.linalg.svd", finds="index-rank")
def svd(tensor: Tensor["*batch n m"], full_matrices: bool = False, compute_uv: bool = True, name: object = None) -> tuple[Tensor["*batch k"], Tensor["*batch n p"], Tensor["*batch m q"]] if compute_uv else Tensor["*batch k"]:
    """Singular values, and the bases that go with them.

    >>> svd((2, 3))
    ((2,), (2, 2), (3, 2))
    >>> svd((2, 3), full_matrices=True)
    ((2,), (2, 2), (3, 3))
    >>> svd((3,))
    error: rank
    """
    k = min(n, m)
    p = n if full_matrices else k
    q = m if full_matrices else k

@op("tensorflow.linalg.qr", finds="index-rank", fields=("q", "r"))
def qr(input: Tensor["*batch n m"], full_matrices: bool = False, name: object = None) -> tuple[Tensor["*batch n k"], Tensor["*batch k m"]]:
    """An orthogonal factor and a triangular one.

    >>> qr((3, 2))
    ((3, 2), (2, 2))
    >>> qr((3,))
    error: rank
    """
    k = n if full_matrices else min(n, m)

@op("tensorflow.linalg.eigh", "tensorflow.linalg.eig", "tensorflow.eig", finds="square-matrix")
def eigh(tensor: Tensor["*batch n m"], name: object = None) -> tuple[Tensor["*batch n"], Tensor["*batch n m"]]:
    """Eigenvalues and eigenvectors of square matrices.

    >>> eigh((4, 3, 3))
    ((4, 3), (4, 3, 3))
    >>> eigh((3, 2))
    error: square
    """
    assert n == m, "the matrices must be square"

@op("tensorflow.linalg.eigvalsh", "tensorflow.linalg.eigvals", "tensorflow.eigvals", finds="square-matrix")
def eigvalsh(tensor: Tensor["*batch n m"], name: object = None) -> Tensor["*batch n"]:
    """Eigenvalues of square matrices.

    >>> eigvalsh((4, 3, 3))
    (4, 3)
    >>> eigvalsh((3, 2))
    error: square
    """
    assert n == m, "the matrices must be square"

@op("tensorflow.linalg.solve", finds="inner-size")
def solve(matrix: Tensor["*batch n m"], rhs: Tensor["*batch n k"], adjoint: object = False, name: object = None) -> Tensor["*batch n k"]:
    """What a square matrix makes the right side of.

    >>> solve((4, 3, 3), (4, 3, 2))
    (4, 3, 2)
    >>> solve((3, 3), (2, 2))
    error: n is
    """
    assert n == m, "[square-matrix] the matrices must be square"

@op("tensorflow.linalg.triangular_solve", finds="inner-size")
def triangular_solve(matrix: Tensor["*#batch n m"], rhs: Tensor["*#batch n k"], lower: object = True, adjoint: object = False, name: object = None) -> Tensor["*batch n k"]:
    """What a triangular matrix makes the right side of; batch axes broadcast.

    >>> triangular_solve((4, 3, 3), (3, 2))
    (4, 3, 2)
    >>> triangular_solve((3, 3), (2, 2))
    error: n is
    """
    assert n == m, "[square-matrix] the matrices must be square"

@op("tensorflow.linalg.cholesky_solve", finds="inner-size")
def cholesky_solve(chol: Tensor["*#batch n m"], rhs: Tensor["*#batch n k"], name: object = None) -> Tensor["*batch n k"]:
    """What the product of a triangular matrix with itself makes the right side of.

    >>> cholesky_solve((4, 3, 3), (3, 2))
    (4, 3, 2)
    >>> cholesky_solve((3, 3), (2, 2))
    error: n is
    """
    assert n == m, "[square-matrix] the matrices must be square"

@op("tensorflow.linalg.diag", finds="index-rank")
def diag(diagonal: Tensor["*batch n"], name: object = None, k: Dim = 0, num_rows: Literal[-1] = -1, num_cols: Literal[-1] = -1, padding_value: object = 0, align: object = "RIGHT_LEFT") -> Tensor["*batch m m"]:
    """Square matrices with these diagonals.

    >>> diag((2, 3))
    (2, 3, 3)
    >>> diag((3,), k=1)
    (4, 4)
    >>> diag(())
    error: rank
    """
    m = n + max(k, -k)

@op("tensorflow.linalg.diag_part", finds="index-rank")
def diag_part(input: Tensor["*batch n m"], name: object = None, k: Dim = 0, padding_value: object = 0, align: object = "RIGHT_LEFT") -> Tensor["*batch d"]:
    """The diagonals of matrices.

    >>> diag_part((4, 2, 3))
    (4, 2)
    >>> diag_part((3,))
    error: rank
    >>> diag_part((2, 3), k=3)
    error: diagonal
    """
    assert k == 0 or (k < m and k > -n), "[index-range] there is no such diagonal"
    d = min(n + min(k, 0), m - max(k, 0))

@op("tensorflow.linalg.set_diag", finds="inner-size")
def set_diag(input: Tensor["*batch n m"], diagonal: Tensor["*batch d"], name: object = None, k: Dim = 0, align: object = "RIGHT_LEFT") -> Tensor["*batch n m"]:
    """Matrices with other diagonals.

    >>> set_diag((4, 2, 3), (4, 2))
    (4, 2, 3)
    >>> set_diag((2, 3), (3,))
    error: diagonal
    """
    assert k == 0 or (k < m and k > -n), "[index-range] there is no such diagonal"
    assert d == min(n + min(k, 0), m - max(k, 0)), "the diagonal has another length"

@op("tensorflow.linalg.band_part", finds="index-rank")
def band_part(input: Tensor["*batch n m"], num_lower: Dim, num_upper: Dim, name: object = None) -> Tensor["*batch n m"]:
    """Matrices with zeros outside a band.

    >>> band_part((4, 2, 3), -1, 0)
    (4, 2, 3)
    >>> band_part((3,), -1, 0)
    error: rank
    """
    assert num_lower < 0 or num_lower <= n, "[bad-argument] there are not so many rows"
    assert num_upper < 0 or num_upper <= m, "[bad-argument] there are not so many columns"

@op("tensorflow.linalg.trace", finds="index-rank")
def trace(x: Tensor["*batch n m"], name: object = None) -> Tensor["*batch"]:
    """The sum of the diagonals.

    >>> trace((4, 2, 3))
    (4,)
    >>> trace((3,))
    error: rank
    """

@op("tensorflow.norm", "tensorflow.linalg.norm", finds="index-range")
def norm(tensor: Tensor["*s"], ord: object = "euclidean", axis: object = None, keepdims: bool | None = None, name: object = None) -> Tensor["*new"]:
    """The norm over an axis, or over two as a matrix.

    >>> norm((2, 3), axis=1)
    (2,)
    >>> norm((2, 3))
    ()
    >>> norm((2, 3), axis=2)
    error: range
    >>> norm((2, 3, 4), axis=[0, 1, 2])
    error: two
    """
    assert axis is None or is_number(axis) or len(axis) == 2, "[bad-argument] axis must be one axis or two"
    assert axis is None or len(s) > 0, "a scalar has no axes"
    new = reduced(s, axis, False if keepdims is None else keepdims)

@op("tensorflow.linalg.normalize", finds="index-range")
def normalize(tensor: Tensor["*s"], ord: object = "euclidean", axis: object = None, name: object = None) -> tuple[Tensor["*s"], Tensor["*kept"]]:
    """The same over its norm, and the norm.

    >>> normalize((2, 3), axis=1)
    ((2, 3), (2, 1))
    >>> normalize((2, 3), axis=2)
    error: range
    """
    assert axis is None or is_number(axis) or len(axis) == 2, "[bad-argument] axis must be one axis or two"
    assert axis is None or len(s) > 0, "a scalar has no axes"
    kept = reduced(s, axis, True)

@op("tensorflow.linalg.pinv", finds="index-rank")
def pinv(a: Tensor["*batch n m"], rcond: None = None, validate_args: object = False, name: object = None) -> Tensor["*batch m n"]:
    """The pseudo-inverse of matrices.

    >>> pinv((4, 2, 3))
    (4, 3, 2)
    >>> pinv((3,))
    error: rank
    """

@op("tensorflow.linalg.matrix_rank", finds="index-rank")
def matrix_rank(a: Tensor["*batch n m"], tol: None = None, validate_args: object = False, name: object = None) -> Tensor["*batch"]:
    """The rank of matrices.

    >>> matrix_rank((4, 2, 3))
    (4,)
    >>> matrix_rank((3,))
    error: rank
    """

@op("tensorflow.linalg.tensor_diag", finds="index-rank")
def tensor_diag(diagonal: Tensor["*s"], name: object = None) -> Tensor["*s *s"]:
    """A tensor with these elements on its diagonal.

    >>> tensor_diag((2, 3))
    (2, 3, 2, 3)
    >>> tensor_diag(())
    error: scalar
    """
    assert len(s) > 0, "a scalar is no diagonal"

@op("tensorflow.linalg.tensor_diag_part", finds="index-rank")
def tensor_diag_part(input: Tensor["*s"], name: object = None) -> Tensor["*half"]:
    """The diagonal of a tensor both halves of whose axes agree.

    >>> tensor_diag_part((2, 3, 2, 3))
    (2, 3)
    >>> tensor_diag_part((2, 3))
    error: halves
    """
    assert len(s) > 0 or unsure(), "a scalar is its own diagonal"
    assert len(s) % 2 == 0, "there must be an even number of axes"
    half = s[:len(s) // 2]
    assert half == s[len(s) // 2:], "[inner-size] both halves of the axes must agree"
