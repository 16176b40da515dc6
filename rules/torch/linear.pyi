"""Products of matrices and vectors, and the layers made of them."""

@op("torch.nn.Linear", "torch.nn.modules.linear.NonDynamicallyQuantizableLinear", finds="linear-in-features", layout="fresh")
class Linear:
    """Apply x @ W.T + b to the last axis.

    >>> Linear(4, 8)((2, 3, 4))
    (2, 3, 8)
    >>> Linear(4, 8)((4,))
    (8,)
    >>> Linear(4, 8)((2, 3, 5))
    error: in_features
    """

    weight: Tensor["out_features in_features"]
    bias: Tensor["out_features"] if bias else None

    def __init__(
        self, in_features: Dim, out_features: Dim, bias: bool = True, device=None, dtype=None
    ): ...
    def forward(self, input: Inexact["*batch in_features"]) -> Tensor["*batch out_features"]: ...

@op("torch.nn.LazyLinear", finds="linear-in-features", layout="fresh")
class LazyLinear:
    """A Linear whose in_features is fixed by its first input.

    >>> LazyLinear(8)((2, 3, 4))
    (2, 3, 8)
    >>> LazyLinear(8)(())
    error: in_features
    """

    in_features: Late
    weight: Tensor["out_features in_features"]
    bias: Tensor["out_features"] if bias else None

    def __init__(self, out_features: Dim, bias: bool = True, device=None, dtype=None): ...
    def forward(self, input: Inexact["*batch in_features"]) -> Tensor["*batch out_features"]: ...

@op("torch.nn.functional.linear", "torch._C._nn.linear", finds="linear-in-features", layout="fresh")
@overload
def linear(
    input: Tensor["*batch in_features"], weight: Tensor["in_features"], bias: Tensor | None = None
) -> Tensor["*new"]:
    new = batch if bias is None else unsure()
@overload
def linear(
    input: Tensor["*batch in_features"],
    weight: Tensor["out_features in_features"],
    bias: Tensor["*b"] | None = None,
) -> Tensor["*batch out_features"]:
    """x @ weight.T + bias; weight is (out_features, in_features).

    >>> linear((2, 3, 4), (8, 4), (8,))
    (2, 3, 8)
    >>> linear((2, 4), (4,))
    (2,)
    >>> linear((2, 3), (8, 4))
    error: in_features
    >>> linear((2, 4), (8, 4), (7,))
    error: bias
    """
    assert empty(input, weight) or same_dtype(input, weight), "[mixed-dtypes] input and weight must have the same dtype"
    plain = True if bias is None or len(b) < 2 else unsure()
    assert bias is None or len(b) > 1 or broadcasts_to(b, batch + (out_features,)), \
        "bias must have out_features elements"

@op("torch.nn.Bilinear", finds="linear-in-features", layout="packed")
class Bilinear:
    """x1 @ A @ x2 + b over the last axes; the axes before them must agree.

    >>> Bilinear(4, 5, 8)((2, 3, 4), (2, 3, 5))
    (2, 3, 8)
    >>> Bilinear(4, 5, 8)((2, 4), (3, 5))
    error: batch
    >>> Bilinear(4, 5, 8)((2, 4), (2, 4))
    error: in2_features
    """

    weight: Tensor["out_features in1_features in2_features"]
    bias: Tensor["out_features"] if bias else None

    def __init__(
        self, in1_features: Dim, in2_features: Dim, out_features: Dim, bias: bool = True,
        device=None, dtype=None,
    ):
        assert in1_features > 0, "in1_features must be positive"

    def forward(
        self, input1: Tensor["*batch in1_features"], input2: Tensor["*batch in2_features"]
    ) -> Tensor["*batch out_features"]:
        assert not empty(in2_features), "in2_features must be positive"

@op("torch.nn.functional.bilinear", "torch.bilinear", finds="linear-in-features", layout="packed")
def bilinear(
    input1: Tensor["*batch in1"], input2: Tensor["*batch in2"],
    weight: Tensor["out in1 in2 *more"], bias: Tensor["*bias"] | None = None,
) -> Tensor["*batch out"]:
    """x1 @ weight @ x2 + bias.

    >>> bilinear((2, 3, 4), (2, 3, 5), (8, 4, 5), (8,))
    (2, 3, 8)
    >>> bilinear((2, 4), (2, 5), (8, 5, 4))
    error: in1
    """
    assert len(more) == 0 or empty(input1, weight), "weight must have 3 axes"
    assert not empty(in1, in2), "the last axes must not be empty"
    usual = True if bias is None or len(shape_of(bias)) < 2 else unsure()
    assert bias is None or len(shape_of(bias)) > 1 or shape_of(bias) == (out,), "bias must be (out)"

@op("torch.matmul", "torch.Tensor.matmul", "torch.Tensor.__matmul__", "torch.linalg.matmul", finds="inner-size", layout="fresh")
@overload
def matmul(input: Tensor["k"], other: Tensor["k"], *, out: Tensor | None = None) -> Same[""]:
    assert empty(input, other) or same_dtype(input, other), "[mixed-dtypes] both factors must have the same dtype"
@overload
def matmul(
    input: Tensor["k"], other: Tensor["*batch k m"], *, out: Tensor | None = None
) -> Same["*batch m"]:
    assert empty(input, other) or same_dtype(input, other), "[mixed-dtypes] both factors must have the same dtype"
@overload
def matmul(
    input: Tensor["*batch n k"], other: Tensor["k"], *, out: Tensor | None = None
) -> Same["*batch n"]:
    assert empty(input, other) or same_dtype(input, other), "[mixed-dtypes] both factors must have the same dtype"
@overload
def matmul(
    input: Tensor["*#batch n k"], other: Tensor["*#batch k m"], *, out: Tensor | None = None
) -> Same["*batch n m"]:
    """Batch axes broadcast; the inner sizes must agree.

    >>> matmul((5, 1, 2, 3), (4, 3, 6))
    (5, 4, 2, 6)
    >>> matmul((3,), (3,))
    ()
    >>> matmul((4,), (2, 4, 5))
    (2, 5)
    >>> matmul((2, 3, 4), (4,))
    (2, 3)
    >>> matmul((2, 3), (4, 5))
    error: k
    >>> matmul((2, 3, 4), (3, 4, 5))
    error: broadcast
    >>> matmul((), (3,))
    error: rank
    """
    assert empty(input, other) or same_dtype(input, other), "[mixed-dtypes] both factors must have the same dtype"

@op("torch.Tensor.__rmatmul__", finds="inner-size")
@overload
def rmatmul(input: Tensor["k"], other: Tensor["k"]) -> Same[""]: ...
@overload
def rmatmul(input: Tensor["*batch k m"], other: Tensor["k"]) -> Same["*batch m"]: ...
@overload
def rmatmul(input: Tensor["k"], other: Tensor["*batch n k"]) -> Same["*batch n"]: ...
@overload
def rmatmul(input: Tensor["*#batch k m"], other: Tensor["*#batch n k"]) -> Same["*batch n m"]:
    """other @ input.

    >>> rmatmul((3, 5), (2, 3))
    (2, 5)
    >>> rmatmul((3, 5), (2, 4))
    error: k
    """

@op("torch.mm", "torch.Tensor.mm", "torch.spmm", finds="inner-size", layout="fresh")
def mm(
    input: Tensor["n k"], mat2: Tensor["k m"], out_dtype=None, *, out: Tensor | None = None
) -> Same["n m"]:
    """The product of two matrices, without broadcasting.

    >>> mm((2, 3), (3, 4))
    (2, 4)
    >>> mm((2, 3), (2, 4))
    error: k
    >>> mm((5, 2, 3), (5, 3, 4))
    error: rank
    """
    assert empty(input, mat2) or same_dtype(input, mat2), "[mixed-dtypes] both factors must have the same dtype"

@op("torch.bmm", "torch.Tensor.bmm", finds="inner-size", layout="fresh")
def bmm(
    input: Tensor["b n k"], mat2: Tensor["b k m"], out_dtype=None, *, out: Tensor | None = None
) -> Same["b n m"]:
    """Matrix products over one batch axis, which does not broadcast.

    >>> bmm((5, 2, 3), (5, 3, 4))
    (5, 2, 4)
    >>> bmm((5, 2, 3), (5, 4, 3))
    error: k
    >>> bmm((1, 2, 3), (5, 3, 4))
    error: b
    """
    assert empty(input, mat2) or same_dtype(input, mat2), "[mixed-dtypes] both factors must have the same dtype"

@op("torch.mv", "torch.Tensor.mv", finds="inner-size", layout="fresh")
def mv(input: Tensor["n k"], vec: Tensor["k"], *, out: Tensor | None = None) -> Same["n"]:
    """Matrix times vector.

    >>> mv((2, 3), (3,))
    (2,)
    >>> mv((2, 3), (2,))
    error: k
    """
    assert empty(input, vec) or same_dtype(input, vec), "[mixed-dtypes] both factors must have the same dtype"

@op("torch.dot", "torch.Tensor.dot", "torch.vdot", "torch.Tensor.vdot", finds="inner-size")
def dot(input: Tensor["k"], tensor: Tensor["k"], *, out: Tensor | None = None) -> Tensor[""]:
    """The inner product of two vectors.

    >>> dot((3,), (3,))
    ()
    >>> dot((3,), (4,))
    error: k
    >>> dot((2, 3), (2, 3))
    error: rank
    """
    assert empty(input, tensor) or same_dtype(input, tensor), "[mixed-dtypes] both factors must have the same dtype"

@op("torch.inner", "torch.Tensor.inner", finds="inner-size")
@overload
def inner(input: Tensor[""], other: Tensor["*b"], *, out: Tensor | None = None) -> Tensor["*b"]: ...
@overload
def inner(input: Tensor["*a k"], other: Tensor[""], *, out: Tensor | None = None) -> Tensor["*a k"]: ...
@overload
def inner(
    input: Tensor["*a k"], other: Tensor["*b k"], *, out: Tensor | None = None
) -> Tensor["*a *b"]:
    """Products along the last axes.

    >>> inner((2, 3), (4, 5, 3))
    (2, 4, 5)
    >>> inner((2, 3), ())
    (2, 3)
    >>> inner((2, 3), (3, 2))
    error: k
    """
    assert empty(input, other) or same_dtype(input, other), "[mixed-dtypes] both factors must have the same dtype"

@op("torch.outer", "torch.Tensor.outer", "torch.ger", "torch.Tensor.ger", finds="inner-size")
def outer(input: Tensor["n"], vec2: Tensor["m"], *, out: Tensor | None = None) -> Tensor["n m"]:
    """All products of two vectors' elements.

    >>> outer((3,), (4,))
    (3, 4)
    >>> outer((2, 3), (4,))
    error: rank
    """

@op("torch.addmm", "torch.Tensor.addmm", finds="inner-size", layout="packed")
def addmm(
    input: Tensor["*bias"], mat1: Tensor["n k"], mat2: Tensor["k m"], out_dtype=None, *,
    beta: float = 1, alpha: float = 1, out: Tensor | None = None,
) -> Tensor["n m"]:
    """beta * input + alpha * mat1 @ mat2; input expands to the product.

    >>> addmm((4,), (2, 3), (3, 4))
    (2, 4)
    >>> addmm((2, 1), (2, 3), (3, 4))
    (2, 4)
    >>> addmm((4,), (2, 3), (4, 4))
    error: k
    >>> addmm((3,), (2, 3), (3, 4))
    error: expand
    """
    assert empty(mat1, mat2) or same_dtype(mat1, mat2), "[mixed-dtypes] both factors must have the same dtype"
    assert expand(bias, (n, m)) == (n, m), "[expand-sizes] input does not expand to the product"

@op("torch.addmv", "torch.Tensor.addmv", finds="inner-size", layout="packed")
def addmv(
    input: Tensor["*bias"], mat: Tensor["n k"], vec: Tensor["k"], *,
    beta: float = 1, alpha: float = 1, out: Tensor | None = None,
) -> Tensor["n"] if not empty(mat) or bias == (n,) else Tensor:
    """beta * input + alpha * mat @ vec; input expands to the product.

    >>> addmv((2,), (2, 3), (3,))
    (2,)
    >>> addmv((2,), (2, 3), (2,))
    error: k
    >>> addmv((3,), (2, 3), (3,))
    error: expand
    """
    assert empty(mat, vec) or same_dtype(mat, vec), "[mixed-dtypes] both factors must have the same dtype"
    assert expand(bias, (n,)) == (n,), "[expand-sizes] input does not expand to the product"

@op("torch.addr", "torch.Tensor.addr", finds="inner-size")
def addr(
    input: Tensor["*bias"], vec1: Tensor["n"], vec2: Tensor["m"], *,
    beta: float = 1, alpha: float = 1, out: Tensor | None = None,
) -> Same["n m"]:
    """beta * input + alpha * outer(vec1, vec2); input expands to the product.

    >>> addr((3,), (2,), (3,))
    (2, 3)
    >>> addr((2,), (2,), (3,))
    error: expand
    """
    assert expand(bias, (n, m)) == (n, m), "[expand-sizes] input does not expand to the product"

@op("torch.baddbmm", "torch.Tensor.baddbmm", finds="inner-size", layout="packed")
def baddbmm(
    input: Tensor["*bias"], batch1: Tensor["b n k"], batch2: Tensor["b k m"], out_dtype=None, *,
    beta: float = 1, alpha: float = 1, out: Tensor | None = None,
) -> Same["b n m"]:
    """beta * input + alpha * batch1 @ batch2; input expands to the product.

    >>> baddbmm((2, 4), (5, 2, 3), (5, 3, 4))
    (5, 2, 4)
    >>> baddbmm((5, 2, 4), (5, 2, 3), (5, 2, 4))
    error: k
    """
    assert empty(batch1, batch2) or same_dtype(batch1, batch2), "[mixed-dtypes] both factors must have the same dtype"
    assert expand(bias, (b, n, m)) == (b, n, m), "[expand-sizes] input does not expand to the product"

@op("torch.addbmm", "torch.Tensor.addbmm", "torch.Tensor.addbmm_", finds="inner-size", layout="packed")
def addbmm(
    input: Tensor["*bias"], batch1: Tensor["b n k"], batch2: Tensor["b k m"], *,
    beta: float = 1, alpha: float = 1, out: Tensor | None = None,
) -> Same["n m"]:
    """beta * input + alpha * (batch1 @ batch2).sum(0).

    >>> addbmm((2, 4), (5, 2, 3), (5, 3, 4))
    (2, 4)
    >>> addbmm((2, 4), (5, 2, 3), (5, 2, 4))
    error: k
    """
    assert empty(batch1, batch2) or same_dtype(batch1, batch2), "[mixed-dtypes] both factors must have the same dtype"
    assert expand(bias, (n, m)) == (n, m), "[expand-sizes] input does not expand to the product"

@op("torch.einsum", "torch.functional.einsum", finds="einsum-sizes")
@overload
def einsum(operand: Array, *rest: object) -> Array["*out"]:
    out = einsum_shape(operand, rest)
    assert einsum_ranks(operand, rest), "an operand has other axes than its term names"
@overload
def einsum(equation: str, operands: list[Tensor]) -> Tensor["*out"] if alike else Array["*out"]:
    alike = any(all(has_dtype(t, name) for t in operands) for name in ("float32", "float64", "float16", "bfloat16", "complex64", "int64"))
    out = einsum_shape(equation, operands)
    assert einsum_ranks(equation, operands), "an operand has other axes than its term names"
@overload
def einsum(equation: str, *operands: Tensor) -> Tensor["*out"] if alike else Array["*out"]:
    """Einstein summation; `...` broadcasts.

    >>> einsum("bhqd,bhkd->bhqk", (2, 4, 5, 8), (2, 4, 7, 8))
    (2, 4, 5, 7)
    >>> einsum("...ij,jk", (6, 2, 3), (3, 5))
    (6, 2, 5)
    >>> einsum("iJ, Jk", [(2, 3), (3, 5)])
    (2, 5)
    >>> einsum("ij,jk->ik", (2, 3), (4, 5))
    error: j
    >>> einsum("ij->i", (2, 3, 4))
    error: axes
    >>> einsum("ij->ik", (2, 3))
    error: result
    >>> einsum("i.j", (2, 3))
    error: stand
    """
    alike = any(all(has_dtype(t, name) for t in operands) for name in ("float32", "float64", "float16", "bfloat16", "complex64", "int64"))
    out = einsum_shape(equation, operands)
    assert einsum_ranks(equation, operands), "an operand has other axes than its term names"
