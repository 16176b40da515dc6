"""`keras.ops`: products of tensors, and sums of differences."""

@op("keras.ops.matmul", finds="inner-size")
@overload
def matmul(x1: Tensor["k"], x2: Tensor["k"]) -> Tensor[""]: ...
@overload
def matmul(x1: Tensor["k"], x2: Tensor["*batch k m"]) -> Tensor["*batch m"]: ...
@overload
def matmul(x1: Tensor["*batch n k"], x2: Tensor["k"]) -> Tensor["*batch n"]: ...
@overload
def matmul(x1: Tensor["*#batch n k"], x2: Tensor["*#batch k m"]) -> Tensor["*batch n m"]:
    """Batch axes broadcast; the inner sizes must agree.

    >>> matmul((5, 1, 2, 3), (4, 3, 6))
    (5, 4, 2, 6)
    >>> matmul((2, 3), (4, 5))
    error: k is
    """

@op("keras.ops.dot", finds="inner-size")
def dot(x1: Tensor["*s"], x2: Tensor["*t"]) -> Tensor["*new"]:
    """The last axis of x1 meets the last but one of x2; more axes stand as the backend likes.

    >>> dot((5, 2, 3), (3, 4))
    (5, 2, 4)
    >>> dot((3,), (3,))
    ()
    >>> dot((2, 3), (2, 3))
    error: last axis
    """
    whole = dot_shape(s, t)
    new = whole if len(s) < 2 or len(t) < 3 else unsure()

@op("keras.ops.vdot", finds="inner-size")
def vdot(x1: Tensor["*s"], x2: Tensor["*t"]) -> Tensor[""]:
    """The product of both as vectors.

    >>> vdot((5,), (5,))
    ()
    >>> vdot((5,), (6,))
    error: elements
    """
    assert prod(s) == prod(t), "different number of elements"

@op("keras.ops.inner", finds="inner-size")
@overload
def inner(x1: Tensor[""], x2: Tensor["*t"]) -> Tensor["*t"]: ...
@overload
def inner(x1: Tensor["n *s"], x2: Tensor[""]) -> Tensor["n *s"]: ...
@overload
def inner(x1: Tensor["*s k"], x2: Tensor["*t k"]) -> Tensor["*s *t"]:
    """Summed over the last axis of both.

    >>> inner((2, 3), (4, 3))
    (2, 4)
    >>> inner((2, 3), (3, 2))
    error: k is
    """

@op("keras.ops.outer")
def outer(x1: Tensor["*s"], x2: Tensor["*t"]) -> Tensor["prod(s) prod(t)"]:
    """Each element with each, as vectors.

    >>> outer((2,), (3,))
    (2, 3)
    """

@op("keras.ops.tensordot", finds="inner-size")
def tensordot(x1: Tensor["*s"], x2: Tensor["*t"], axes: object = 2) -> Tensor["*new"]:
    """Summed over pairs of axes: the last ones of x1 with the first ones of x2, or those named.

    >>> tensordot((2, 3, 4), (3, 4, 5))
    (2, 5)
    >>> tensordot((2, 3), (4, 2), axes=[[0], [1]])
    (3, 4)
    >>> tensordot((2, 3), (4, 2), axes=1)
    error: differ
    """
    pairs = [side if is_tuple(side) else (side,) for side in axes] if is_tuple(axes) else axes
    new = tensordot_shape(s, t, pairs)

@op("keras.ops.einsum", finds="einsum-sizes")
def einsum(subscripts: str, *operands: Tensor, optimize: object = None) -> Tensor["*new"]:
    """Einstein summation; `...` broadcasts.

    >>> einsum("bhqd,bhkd->bhqk", (2, 4, 5, 8), (2, 4, 7, 8))
    (2, 4, 5, 7)
    >>> einsum("ij,jk->ik", (2, 3), (4, 5))
    error: j
    """
    new = einsum_shape(subscripts, operands)
    assert einsum_ranks(subscripts, operands), "an operand has other axes than its term names"

@op("keras.ops.kron")
def kron(x1: Tensor["*s"], x2: Tensor["*t"]) -> Tensor["*new"]:
    """Each element of x1 with all of x2.

    >>> kron((2, 3), (4, 5))
    (8, 15)
    """
    new = kron_shape(s, t)

@op("keras.ops.cross", finds="inner-size")
def cross(x1: Tensor["*s"], x2: Tensor["*t"], axisa: Literal[-1] = -1, axisb: Literal[-1] = -1, axisc: Literal[-1] = -1, axis: Axis | None = None) -> Tensor["*new"]:
    """The vector product along an axis of 2 or 3, the last one by default.

    >>> cross((4, 3), (1, 3))
    (4, 3)
    >>> cross((3, 4), (3, 4), axis=0)
    (3, 4)
    >>> cross((4, 4), (1, 4))
    error: 2 or 3
    """
    at = -1 if axis is None else axis
    n = axis_size(s, at)
    m = axis_size(t, at)
    other = axis is None and any(k == 3 for k in s)
    assert n == 2 or n == 3 or (other and unsure()), "vectors must have 2 or 3 elements"
    assert m == 2 or m == 3 or (other and unsure()), "vectors must have 2 or 3 elements"
    rest = broadcast(before_axis(s, at) + after_axis(s, at), before_axis(t, at) + after_axis(t, at))
    new = insert(rest, at, 3) if n == 3 or m == 3 else rest if axis is None and len(rest) > 0 and not other else unsure()

@op("keras.ops.diff", finds="index-range")
def diff(a: Tensor["*s"], n: Dim = 1, axis: Axis = -1) -> Tensor["*new"]:
    """Differences of neighbours along an axis.

    >>> diff((2, 3))
    (2, 2)
    >>> diff((2, 3), axis=2)
    error: range
    """
    new = diff_shape(s, n if n >= 0 else unsure(), axis)

@op("keras.ops.trapezoid", finds="index-range")
def trapezoid(y: Tensor["*s"], x: Tensor["*p"] | None = None, dx: object = 1.0, axis: Axis = -1) -> Tensor["*new"]:
    """The area under points along an axis.

    >>> trapezoid((2, 3))
    (2,)
    >>> trapezoid((2, 3), axis=2)
    error: range
    """
    rest = before_axis(s, axis) + after_axis(s, axis)
    assert x is None or len(p) != 1 or p[0] == axis_size(s, axis) or p[0] == 2, "[inner-size] there must be an x for each y"
    new = rest if x is None or len(p) == 1 else unsure()
