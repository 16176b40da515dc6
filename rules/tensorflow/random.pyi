"""Random numbers that a seed decides."""

@op("tensorflow.random.stateless_categorical", finds="index-rank")
def stateless_categorical(logits: Tensor["n classes"], num_samples: Dim, seed: object, dtype: object = None, name: object = None) -> Tensor["n num_samples"]:
    """So many classes for each row.

    >>> stateless_categorical((2, 3), 4, seed=[1, 2])
    (2, 4)
    >>> stateless_categorical((3,), 4, seed=[1, 2])
    error: rank
    """
    assert num_samples >= 0, "[bad-argument] num_samples must not be negative"

@op("tensorflow.random.stateless_gamma", finds="broadcast-sizes")
def stateless_gamma(shape: object, seed: object, alpha: Tensor["*#p"], beta: Tensor["*#p"] | None = None, dtype: object = None, name: object = None) -> Tensor["*new"]:
    """Random numbers, one set of parameters for each of the last axes.

    >>> stateless_gamma([5, 2], [1, 2], (2,))
    (5, 2)
    >>> stateless_gamma([5, 2], [1, 2], (3,))
    error: end in
    """
    assert not is_number(shape), "[bad-argument] the shape must be a list"
    new = given_sizes(shape)
    assert all(n >= 0 for n in new), "[bad-argument] sizes must not be negative"
    fits = len(p) <= len(new) and new[len(new) - len(p):] == p
    assert fits or not all(n > 0 for n in new) and unsure(), "the shape must end in that of the parameters"

@op("tensorflow.random.stateless_poisson", finds="broadcast-sizes")
def stateless_poisson(shape: object, seed: object, lam: Tensor["*p"], dtype: object = None, name: object = None) -> Tensor["*new"]:
    """Random numbers, one parameter for each of the last axes.

    >>> stateless_poisson([5, 2], [1, 2], (2,))
    (5, 2)
    >>> stateless_poisson([5, 2], [1, 2], (3,))
    error: end in
    """
    assert not is_number(shape), "[bad-argument] the shape must be a list"
    new = given_sizes(shape)
    assert all(n >= 0 for n in new), "[bad-argument] sizes must not be negative"
    fits = len(p) <= len(new) and new[len(new) - len(p):] == p
    assert fits or not all(n > 0 for n in new) and unsure(), "the shape must end in that of the parameters"

@op("tensorflow.random.stateless_binomial", finds="broadcast-sizes")
def stateless_binomial(shape: object, seed: object, counts: Tensor["*#p"], probs: Tensor["*#p"], output_dtype: object = None, name: object = None) -> Tensor["*new"]:
    """Random numbers, one set of parameters for each of the last axes.

    >>> stateless_binomial([5, 2], [1, 2], (2,), (2,))
    (5, 2)
    >>> stateless_binomial([5, 2], [1, 2], (3,), (3,))
    error: end in
    """
    assert not is_number(shape), "[bad-argument] the shape must be a list"
    new = given_sizes(shape)
    assert all(n >= 0 for n in new), "[bad-argument] sizes must not be negative"
    fits = len(p) <= len(new) and new[len(new) - len(p):] == p
    assert fits or not all(n > 0 for n in new) and unsure(), "the shape must end in that of the parameters"

@op("tensorflow.random.experimental.stateless_shuffle")
def stateless_shuffle(value: Tensor["*s"], seed: object, alg: object = "auto_select", name: object = None) -> Tensor["*s"]:
    """The parts of the first axis in another order.

    >>> stateless_shuffle((3, 2), [1, 2])
    (3, 2)
    """
    assert len(s) > 0 or unsure(), "a scalar has no parts"

@op("tensorflow.random.split", "tensorflow.random.experimental.stateless_split")
def split(seed: object, num: Dim = 2, alg: object = "auto_select") -> Tensor["num 2"]:
    """More seeds from one.

    >>> split([1, 2])
    (2, 2)
    >>> split([1, 2], num=3)
    (3, 2)
    """
    assert num > 0 or unsure(), "nothing"

@op("tensorflow.random.fold_in", "tensorflow.random.experimental.stateless_fold_in")
def fold_in(seed: object, data: object, alg: object = "auto_select") -> Tensor["2"]:
    """Another seed from one and a number.

    >>> fold_in([1, 2], 3)
    (2,)
    """
