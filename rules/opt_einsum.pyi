"""opt_einsum: contractions in the best order."""

@op("opt_einsum.contract", finds="einsum-sizes")
@overload
def contract(
    operand: Array, *rest: object, optimize: object = True, memory_limit: object = None,
    backend: object = "auto", use_blas: object = True,
) -> Array["*out"]:
    out = contract_shape(operand, rest)
    assert einsum_ranks(operand, rest), "an operand has other axes than its term names"
@overload
def contract(
    subscripts: str, *operands: Tensor, optimize: object = True, memory_limit: object = None,
    backend: object = "auto", use_blas: object = True,
) -> Tensor["*out"] if alike else Array["*out"]:
    """Einstein summation; labels may be any signs.

    >>> contract("bhqd,bhkd->bhqk", (2, 4, 5, 8), (2, 4, 7, 8))
    (2, 4, 5, 7)
    >>> contract("ij,jk->ik", (2, 3), (4, 5))
    error: j
    """
    alike = any(all(has_dtype(t, name) for t in operands) for name in ("float32", "float64", "float16", "bfloat16", "complex64", "int64"))
    out = contract_shape(subscripts, operands)
    assert einsum_ranks(subscripts, operands), "an operand has other axes than its term names"
