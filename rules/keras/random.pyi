"""Random tensors of `keras.random`."""

@op("keras.random.normal", "keras.random.truncated_normal")
def normal(shape: Size, mean: object = 0.0, stddev: object = 1.0, dtype: object = None, seed: object = None) -> Tensor["*shape"]:
    """Normally distributed numbers.

    >>> normal((2, 3))
    (2, 3)
    >>> normal((2, -1))
    error: negative
    """
    assert all(n >= 0 for n in shape), "sizes must not be negative"

@op("keras.random.uniform")
def uniform(shape: Size, minval: object = 0.0, maxval: object = 1.0, dtype: object = None, seed: object = None) -> Tensor["*shape"]:
    """Numbers between two bounds.

    >>> uniform((2, 3), maxval=5.0)
    (2, 3)
    >>> uniform((2, -1))
    error: negative
    """
    assert all(n >= 0 for n in shape), "sizes must not be negative"

@op("keras.random.randint")
def randint(shape: Size, minval: object, maxval: object, dtype: object = "int32", seed: object = None) -> Tensor["*shape"]:
    """Integers between two bounds.

    >>> randint((2, 3), 0, 10)
    (2, 3)
    >>> randint((2, -1), 0, 10)
    error: negative
    """
    assert all(n >= 0 for n in shape), "sizes must not be negative"

@op("keras.random.gamma", finds="broadcast-sizes")
def gamma(shape: Size, alpha: Scalar | Tensor["*a"], dtype: object = None, seed: object = None) -> Tensor["*shape"]:
    """Gamma distributed numbers; the parameter broadcasts to the shape.

    >>> gamma((2, 3), 0.5)
    (2, 3)
    >>> gamma((2, 3), (2,))
    error: shape
    """
    assert all(n >= 0 for n in shape), "[bad-argument] sizes must not be negative"
    assert broadcasts_to(shape_of(alpha), shape), "the parameter must broadcast to the shape"

@op("keras.random.beta", finds="broadcast-sizes")
def beta(shape: Size, alpha: Scalar | Tensor["*a"], beta: Scalar | Tensor["*b"], dtype: object = None, seed: object = None) -> Tensor["*shape"]:
    """Beta distributed numbers; the parameters broadcast to the shape.

    >>> beta((2, 3), 0.5, 2.0)
    (2, 3)
    >>> beta((2, 3), 0.5, (2,))
    error: shape
    """
    whole = all(n >= 0 for n in shape)
    assert whole or ((is_tensor(alpha) or is_tensor(beta)) and unsure()), "[bad-argument] sizes must not be negative"
    assert broadcasts_to(shape_of(alpha), shape) or not whole, "the first parameter must broadcast to the shape"
    assert broadcasts_to(shape_of(beta), shape) or not whole, "the second parameter must broadcast to the shape"

@op("keras.random.binomial", finds="broadcast-sizes")
def binomial(shape: Size, counts: Scalar | Tensor["*a"], probabilities: Scalar | Tensor["*b"], dtype: object = None, seed: object = None) -> Tensor["*shape"]:
    """How many of so many trials succeed; the parameters broadcast to the shape.

    >>> binomial((2, 3), 10, 0.5)
    (2, 3)
    >>> binomial((2, 3), 10, (2,))
    error: shape
    """
    whole = all(n >= 0 for n in shape)
    assert whole or ((is_tensor(counts) or is_tensor(probabilities)) and unsure()), "[bad-argument] sizes must not be negative"
    assert broadcasts_to(shape_of(counts), shape) or not whole, "the counts must broadcast to the shape"
    assert broadcasts_to(shape_of(probabilities), shape) or not whole, "the probabilities must broadcast to the shape"
