"""Products of TensorFlow's tensors."""

@op("tensorflow.matmul", "tensorflow.linalg.matmul", finds="inner-size")
def matmul(
    a: Tensor["*#batch rows_a columns_a"], b: Tensor["*#batch rows_b columns_b"], transpose_a: bool = False, transpose_b: bool = False,
    adjoint_a: bool = False, adjoint_b: bool = False, a_is_sparse: object = False, b_is_sparse: object = False, output_type: object = None,
    grad_a: object = False, grad_b: object = False, name: object = None,
) -> Tensor["*batch n m"]:
    """Batch axes broadcast; the inner sizes must agree.

    >>> matmul((5, 1, 2, 3), (4, 3, 6))
    (5, 4, 2, 6)
    >>> matmul((2, 3), (4, 3), transpose_b=True)
    (2, 4)
    >>> matmul((2, 3), (4, 5))
    error: inner
    >>> matmul((3,), (3, 5))
    error: rank
    """
    assert not transpose_a or not adjoint_a, "[bad-argument] only one of transpose_a and adjoint_a can be true"
    assert not transpose_b or not adjoint_b, "[bad-argument] only one of transpose_b and adjoint_b can be true"
    n = columns_a if transpose_a or adjoint_a else rows_a
    inner_a = rows_a if transpose_a or adjoint_a else columns_a
    inner_b = columns_b if transpose_b or adjoint_b else rows_b
    m = rows_b if transpose_b or adjoint_b else columns_b
    assert inner_a == inner_b, "the inner sizes differ"

@op("tensorflow.linalg.matvec", finds="inner-size")
def matvec(
    a: Tensor["*#batch rows columns"], b: Tensor["*#batch k"], transpose_a: bool = False, adjoint_a: bool = False,
    a_is_sparse: object = False, b_is_sparse: object = False, name: object = None,
) -> Tensor["*batch n"]:
    """Matrices times vectors; batch axes broadcast.

    >>> matvec((5, 2, 3), (3,))
    (5, 2)
    >>> matvec((2, 3), (2,))
    error: inner
    """
    assert not transpose_a or not adjoint_a, "[bad-argument] only one of transpose_a and adjoint_a can be true"
    n = columns if transpose_a or adjoint_a else rows
    inner = rows if transpose_a or adjoint_a else columns
    assert inner == k, "the inner sizes differ"

@op("tensorflow.tensordot", "tensorflow.linalg.tensordot", finds="inner-size")
def tensordot(a: Tensor["*s"], b: Tensor["*t"], axes: object, name: object = None) -> Tensor["*new"]:
    """Summed over pairs of axes: the last ones of a with the first ones of b, or those named.

    >>> tensordot((2, 3, 4), (3, 4, 5), 2)
    (2, 5)
    >>> tensordot((2, 3), (4, 2), axes=[[0], [1]])
    (3, 4)
    >>> tensordot((2, 3), (4, 2), 1)
    error: differ
    """
    assert not is_number(axes) or axes >= 0, "[bad-argument] axes must not be negative"
    new = product_tensordot(s, t, axes)

@op("tensorflow.einsum", "tensorflow.linalg.einsum", finds="einsum-sizes")
def einsum(equation: str, *inputs: Tensor, optimize: object = "greedy", name: object = None) -> Tensor["*new"]:
    """Einstein summation; `...` broadcasts.

    >>> einsum("bhqd,bhkd->bhqk", (2, 4, 5, 8), (2, 4, 7, 8))
    (2, 4, 5, 7)
    >>> einsum("ij,jk->ik", (2, 3), (4, 5))
    error: j
    """
    new = equal_einsum(equation, inputs)

@op("tensorflow.linalg.cross", finds="inner-size")
def cross(a: Tensor["*s"], b: Tensor["*t"], name: object = None) -> Tensor["*s"]:
    """The vector products of the last axes.

    >>> cross((2, 3), (2, 3))
    (2, 3)
    >>> cross((2, 3), (3,))
    error: shape
    """
    assert len(s) > 0 and len(t) > 0, "[index-rank] a scalar is no vector"
    assert s == t, "both must be of one shape"
    assert s[-1] == 3, "vectors must have 3 elements"
