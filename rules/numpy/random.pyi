"""Random numbers: of the module and of a generator, which share their rules."""

@op("numpy.random.rand", "numpy.random.randn")
def rand(*shape: Dim) -> NDFloat["*shape"]:
    """Random numbers; the sizes are given one by one.

    >>> rand(2, 3)
    (2, 3)
    >>> rand(2, -1)
    error: negative
    """
    assert all(n >= 0 for n in shape), "sizes must not be negative"

@op("numpy.random.random", "numpy.random.random_sample", "numpy.random.ranf", "numpy.random.sample", "numpy.random.standard_normal", "numpy.random.standard_cauchy", "numpy.random.standard_exponential")
def random(size: Size | None = None) -> float if single else NDFloat["*new"]:
    """Random numbers of that shape.

    >>> random((2, 3))
    (2, 3)
    >>> random(4)
    (4,)
    >>> random((2, -1))
    error: negative
    """
    single = size is None
    new = () if single else size
    assert all(n >= 0 for n in new), "sizes must not be negative"

@op("numpy.random.Generator.random", "numpy.random.Generator.standard_normal")
def generator_random(size: Size | None = None, dtype: object = None, out: object = None) -> float if single else NDFloat["*new"]:
    """Random numbers of that shape.

    >>> generator_random((2, 3))
    (2, 3)
    >>> generator_random((2, -1))
    error: negative
    """
    single = size is None
    new = () if single else size
    assert all(n >= 0 for n in new), "sizes must not be negative"

@op("numpy.random.normal", "numpy.random.Generator.normal", "numpy.random.laplace", "numpy.random.Generator.laplace", "numpy.random.gumbel", "numpy.random.Generator.gumbel", "numpy.random.logistic", "numpy.random.Generator.logistic", finds="broadcast-sizes")
def normal(loc: NDAny["*#s"] | Scalar = 0.0, scale: NDAny["*#s"] | Scalar = 1.0, size: Size | None = None) -> float if single else NDFloat["*new"]:
    """Random numbers; the parameters broadcast, to the size if one is given.

    >>> normal(size=(2, 3))
    (2, 3)
    >>> normal((3,), 1.0)
    (3,)
    >>> normal(0, 1, 5)
    (5,)
    >>> normal((3,), 1.0, (2, 4))
    error: size
    """
    own = broadcast(shape_of(loc), shape_of(scale))
    single = size is None and len(own) == 0
    new = own if size is None else size
    assert size is None or all(n >= 0 for n in size), "[bad-argument] sizes must not be negative"
    assert size is None or broadcasts_to(own, size), "the parameters do not broadcast to the size"

@op("numpy.random.lognormal", "numpy.random.Generator.lognormal", finds="broadcast-sizes")
def lognormal(mean: NDAny["*#s"] | Scalar = 0.0, sigma: NDAny["*#s"] | Scalar = 1.0, size: Size | None = None) -> float if single else NDFloat["*new"]:
    """Random numbers; the parameters broadcast, to the size if one is given.

    >>> lognormal(size=(2, 3))
    (2, 3)
    >>> lognormal((3,), 1.0, (2, 4))
    error: size
    """
    own = broadcast(shape_of(mean), shape_of(sigma))
    single = size is None and len(own) == 0
    new = own if size is None else size
    assert size is None or all(n >= 0 for n in size), "[bad-argument] sizes must not be negative"
    assert size is None or broadcasts_to(own, size), "the parameters do not broadcast to the size"

@op("numpy.random.uniform", "numpy.random.Generator.uniform", finds="broadcast-sizes")
def uniform(low: NDAny["*#s"] | Scalar = 0.0, high: NDAny["*#s"] | Scalar = 1.0, size: Size | None = None) -> float if single else NDFloat["*new"]:
    """Random numbers between bounds; these broadcast, to the size if one is given.

    >>> uniform(-1, 1, (2, 3))
    (2, 3)
    >>> uniform((3,), 1.0)
    (3,)
    >>> uniform((3,), 1.0, (2, 4))
    error: size
    """
    own = broadcast(shape_of(low), shape_of(high))
    single = size is None and len(own) == 0
    new = own if size is None else size
    assert size is None or all(n >= 0 for n in size), "[bad-argument] sizes must not be negative"
    assert size is None or broadcasts_to(own, size), "the parameters do not broadcast to the size"

@op("numpy.random.exponential", "numpy.random.Generator.exponential", "numpy.random.rayleigh", "numpy.random.Generator.rayleigh", finds="broadcast-sizes")
def exponential(scale: NDAny["*s"] | Scalar = 1.0, size: Size | None = None) -> float if single else NDFloat["*new"]:
    """Random numbers; the parameter broadcasts to the size if one is given.

    >>> exponential(size=(2, 3))
    (2, 3)
    >>> exponential((3,), (2, 4))
    error: size
    """
    own = shape_of(scale)
    single = size is None and len(own) == 0
    new = own if size is None else size
    assert size is None or all(n >= 0 for n in size), "[bad-argument] sizes must not be negative"
    assert size is None or broadcasts_to(own, size), "the parameter does not broadcast to the size"

@op("numpy.random.poisson", "numpy.random.Generator.poisson", finds="broadcast-sizes")
def poisson(lam: NDAny["*s"] | Scalar = 1.0, size: Size | None = None) -> int if single else NDInt["*new"]:
    """Random counts; the parameter broadcasts to the size if one is given.

    >>> poisson(size=(2, 3))
    (2, 3)
    >>> poisson((3,), (2, 4))
    error: size
    """
    own = shape_of(lam)
    single = size is None and len(own) == 0
    new = own if size is None else size
    assert size is None or all(n >= 0 for n in size), "[bad-argument] sizes must not be negative"
    assert size is None or broadcasts_to(own, size), "the parameter does not broadcast to the size"

@op("numpy.random.beta", "numpy.random.Generator.beta", finds="broadcast-sizes")
def beta(a: NDAny["*#s"] | Scalar, b: NDAny["*#s"] | Scalar, size: Size | None = None) -> float if single else NDFloat["*new"]:
    """Random numbers between 0 and 1; the parameters broadcast, to the size if one is given.

    >>> beta(1, 1, (2, 3))
    (2, 3)
    >>> beta(1, 1, (2, -1))
    error: negative
    """
    own = broadcast(shape_of(a), shape_of(b))
    single = size is None and len(own) == 0
    new = own if size is None else size
    assert size is None or all(n >= 0 for n in size), "[bad-argument] sizes must not be negative"
    assert size is None or broadcasts_to(own, size), "the parameters do not broadcast to the size"

@op("numpy.random.gamma", "numpy.random.Generator.gamma", finds="broadcast-sizes")
def gamma(shape: NDAny["*#s"] | Scalar, scale: NDAny["*#s"] | Scalar = 1.0, size: Size | None = None) -> float if single else NDFloat["*new"]:
    """Random numbers; the parameters broadcast, to the size if one is given.

    >>> gamma(1, 1, (2, 3))
    (2, 3)
    >>> gamma((3,), 1, (2, 4))
    error: size
    """
    own = broadcast(shape_of(shape), shape_of(scale))
    single = size is None and len(own) == 0
    new = own if size is None else size
    assert size is None or all(n >= 0 for n in size), "[bad-argument] sizes must not be negative"
    assert size is None or broadcasts_to(own, size), "the parameters do not broadcast to the size"

@op("numpy.random.vonmises", "numpy.random.Generator.vonmises", finds="broadcast-sizes")
def vonmises(mu: NDAny["*#s"] | Scalar, kappa: NDAny["*#s"] | Scalar, size: Size | None = None) -> float if single else NDFloat["*new"]:
    """Random numbers; the parameters broadcast, to the size if one is given.

    >>> vonmises(1, 1, (2, 3))
    (2, 3)
    >>> vonmises((3,), 1, (2, 4))
    error: size
    """
    own = broadcast(shape_of(mu), shape_of(kappa))
    single = size is None and len(own) == 0
    new = own if size is None else size
    assert size is None or all(n >= 0 for n in size), "[bad-argument] sizes must not be negative"
    assert size is None or broadcasts_to(own, size), "the parameters do not broadcast to the size"

@op("numpy.random.wald", "numpy.random.Generator.wald", finds="broadcast-sizes")
def wald(mean: NDAny["*#s"] | Scalar, scale: NDAny["*#s"] | Scalar, size: Size | None = None) -> float if single else NDFloat["*new"]:
    """Random numbers; the parameters broadcast, to the size if one is given.

    >>> wald(1, 1, (2, 3))
    (2, 3)
    >>> wald((3,), 1, (2, 4))
    error: size
    """
    own = broadcast(shape_of(mean), shape_of(scale))
    single = size is None and len(own) == 0
    new = own if size is None else size
    assert size is None or all(n >= 0 for n in size), "[bad-argument] sizes must not be negative"
    assert size is None or broadcasts_to(own, size), "the parameters do not broadcast to the size"

@op("numpy.random.f", "numpy.random.Generator.f", finds="broadcast-sizes")
def f_ratio(dfnum: NDAny["*#s"] | Scalar, dfden: NDAny["*#s"] | Scalar, size: Size | None = None) -> float if single else NDFloat["*new"]:
    """Random numbers; the parameters broadcast, to the size if one is given.

    >>> f_ratio(1, 1, (2, 3))
    (2, 3)
    >>> f_ratio((3,), 1, (2, 4))
    error: size
    """
    own = broadcast(shape_of(dfnum), shape_of(dfden))
    single = size is None and len(own) == 0
    new = own if size is None else size
    assert size is None or all(n >= 0 for n in size), "[bad-argument] sizes must not be negative"
    assert size is None or broadcasts_to(own, size), "the parameters do not broadcast to the size"

@op("numpy.random.chisquare", "numpy.random.Generator.chisquare", "numpy.random.standard_t", "numpy.random.Generator.standard_t", finds="broadcast-sizes")
def chisquare(df: NDAny["*s"] | Scalar, size: Size | None = None) -> float if single else NDFloat["*new"]:
    """Random numbers; the parameter broadcasts to the size if one is given.

    >>> chisquare(0.5, (2, 3))
    (2, 3)
    >>> chisquare((3,), (2, 4))
    error: size
    """
    own = shape_of(df)
    single = size is None and len(own) == 0
    new = own if size is None else size
    assert size is None or all(n >= 0 for n in size), "[bad-argument] sizes must not be negative"
    assert size is None or broadcasts_to(own, size), "the parameter does not broadcast to the size"

@op("numpy.random.pareto", "numpy.random.Generator.pareto", "numpy.random.weibull", "numpy.random.Generator.weibull", "numpy.random.power", "numpy.random.Generator.power", finds="broadcast-sizes")
def weibull(a: NDAny["*s"] | Scalar, size: Size | None = None) -> float if single else NDFloat["*new"]:
    """Random numbers; the parameter broadcasts to the size if one is given.

    >>> weibull(0.5, (2, 3))
    (2, 3)
    >>> weibull((3,), (2, 4))
    error: size
    """
    own = shape_of(a)
    single = size is None and len(own) == 0
    new = own if size is None else size
    assert size is None or all(n >= 0 for n in size), "[bad-argument] sizes must not be negative"
    assert size is None or broadcasts_to(own, size), "the parameter does not broadcast to the size"

@op("numpy.random.geometric", "numpy.random.Generator.geometric", finds="broadcast-sizes")
def geometric(p: NDAny["*s"] | Scalar, size: Size | None = None) -> int if single else NDInt["*new"]:
    """Random numbers; the parameter broadcasts to the size if one is given.

    >>> geometric(0.5, (2, 3))
    (2, 3)
    >>> geometric((3,), (2, 4))
    error: size
    """
    own = shape_of(p)
    single = size is None and len(own) == 0
    new = own if size is None else size
    assert size is None or all(n >= 0 for n in size), "[bad-argument] sizes must not be negative"
    assert size is None or broadcasts_to(own, size), "the parameter does not broadcast to the size"

@op("numpy.random.dirichlet", "numpy.random.Generator.dirichlet", finds="index-rank")
def dirichlet(alpha: NDAny["k"], size: Size | None = None) -> NDFloat["*new"]:
    """Random shares of a whole.

    >>> dirichlet((3,), (2, 4))
    (2, 4, 3)
    >>> dirichlet((3, 2), 4)
    error: rank
    """
    new = (() if size is None else size) + (k,)
    assert k > 0 or unsure(), "there must be shares"
    assert size is None or all(n >= 0 for n in size), "[bad-argument] sizes must not be negative"

@op("numpy.random.multinomial", "numpy.random.Generator.multinomial", finds="index-rank")
def multinomial(n: Scalar, pvals: NDAny["*batch k"], size: Size | None = None) -> NDInt["*new"]:
    """How many of n trials end in each way.

    >>> multinomial(5, (1,), (2, 4))
    (2, 4, 1)
    >>> multinomial(5, (1,), (2, -1))
    error: negative
    """
    new = unsure() if len(batch) > 0 else (() if size is None else size) + (k,)
    assert k > 0 or unsure(), "there must be ways"
    assert size is None or all(i >= 0 for i in size), "[bad-argument] sizes must not be negative"

@op("numpy.random.binomial", "numpy.random.Generator.binomial", finds="broadcast-sizes")
def binomial(n: NDAny["*#s"] | Scalar, p: NDAny["*#s"] | Scalar, size: Size | None = None) -> int if single else NDInt["*new"]:
    """How many of n trials succeed; the parameters broadcast, to the size if one is given.

    >>> binomial(1, 0.5, (2, 3))
    (2, 3)
    >>> binomial(1, (3,), (2, 4))
    error: size
    """
    own = broadcast(shape_of(n), shape_of(p))
    single = size is None and len(own) == 0
    new = own if size is None else size
    assert size is None or all(n >= 0 for n in size), "[bad-argument] sizes must not be negative"
    assert size is None or broadcasts_to(own, size), "the parameters do not broadcast to the size"

@op("numpy.random.randint", finds="broadcast-sizes")
def randint(low: NDAny | Scalar, high: NDAny | Scalar | None = None, size: Size | None = None, dtype: object = None) -> int if single else NDInt["*new"]:
    """Random integers below a bound, or between two.

    >>> randint(0, 10, (2, 3))
    (2, 3)
    >>> randint(10, size=4)
    (4,)
    >>> randint(0, 10, (2, -1))
    error: negative
    """
    own = broadcast(shape_of(low), shape_of(high)) if size is None or prod(size) != 0 else ()
    single = size is None and len(own) == 0
    new = own if size is None else size
    assert size is None or all(n >= 0 for n in size), "[bad-argument] sizes must not be negative"
    assert size is None or (prod(own) == 0 and unsure()) or broadcasts_to(own, size), "the bounds do not broadcast to the size"

@op("numpy.random.Generator.integers", finds="broadcast-sizes")
def integers(low: NDAny | Scalar, high: NDAny | Scalar | None = None, size: Size | None = None, dtype: object = None, endpoint: bool = False) -> int if single else NDInt["*new"]:
    """Random integers below a bound, or between two.

    >>> integers(0, 10, (2, 3))
    (2, 3)
    >>> integers(10, size=4)
    (4,)
    >>> integers(0, 10, (2, -1))
    error: negative
    """
    own = broadcast(shape_of(low), shape_of(high)) if size is None or prod(size) != 0 else ()
    single = size is None and len(own) == 0
    new = own if size is None else size
    assert size is None or all(n >= 0 for n in size), "[bad-argument] sizes must not be negative"
    assert size is None or (prod(own) == 0 and unsure()) or broadcasts_to(own, size), "the bounds do not broadcast to the size"

@op("numpy.random.choice", finds="index-rank")
@overload
def choice(a: NDArray["n"], size: Size | None = None, replace: bool = True, p: NDAny | None = None) -> NDArray["*new"]:
    single = size is None
    new = () if single else size
    assert all(k >= 0 for k in new), "[bad-argument] sizes must not be negative"
    assert replace or prod(new) <= n, "[bad-argument] more are taken than there are"
    assert not is_tensor(p) or shape_of(p) == (n,), "[inner-size] there must be a probability for each"
    assert n > 0 or prod(new) == 0, "[bad-argument] there is nothing to choose from"
@overload
def choice(a: Dim, size: Size | None = None, replace: bool = True, p: NDAny | None = None) -> int if single else NDInt["*new"]:
    """Elements of a vector, or of the integers below a number, at random.

    >>> choice(5, (2, 3))
    (2, 3)
    >>> choice((5,), 3, replace=False)
    (3,)
    >>> choice((5, 2), 3)
    error: must be
    >>> choice(5, 6, replace=False)
    error: more
    """
    single = size is None
    new = () if single else size
    assert all(k >= 0 for k in new), "[bad-argument] sizes must not be negative"
    assert replace or prod(new) <= a, "[bad-argument] more are taken than there are"
    assert not is_tensor(p) or shape_of(p) == (a,), "[inner-size] there must be a probability for each"
    assert a > 0 or prod(new) == 0, "[bad-argument] there is nothing to choose from"

@op("numpy.random.Generator.choice", finds="bad-argument")
@overload
def generator_choice(a: NDArray["*s"], size: Size | None = None, replace: bool = True, p: NDAny | None = None, axis: Axis = 0, shuffle: bool = True) -> NDArray["*new"]:
    some = () if size is None else size
    n = axis_size(s, axis)
    new = before_axis(s, axis) + some + after_axis(s, axis)
    assert all(k >= 0 for k in some), "sizes must not be negative"
    assert replace or prod(some) <= n, "more are taken than there are"
    assert not is_tensor(p) or shape_of(p) == (n,), "[inner-size] there must be a probability for each"
    assert n > 0 or prod(some) == 0, "there is nothing to choose from"
@overload
def generator_choice(a: Dim, size: Size | None = None, replace: bool = True, p: NDAny | None = None, axis: Axis = 0, shuffle: bool = True) -> int if single else NDInt["*new"]:
    """Parts of an axis, or integers below a number, at random.

    >>> generator_choice((5, 2), 3)
    (3, 2)
    >>> generator_choice(5, (2, 3))
    (2, 3)
    >>> generator_choice((5, 2), 6, replace=False)
    error: more
    """
    single = size is None
    new = () if single else size
    assert all(k >= 0 for k in new), "sizes must not be negative"
    assert replace or prod(new) <= a, "more are taken than there are"
    assert not is_tensor(p) or shape_of(p) == (a,), "[inner-size] there must be a probability for each"
    assert a > 0 or prod(new) == 0, "there is nothing to choose from"

@op("numpy.random.permutation", finds="index-rank")
@overload
def permutation(x: NDArray["n *rest"]) -> NDArray["n *rest"]: ...
@overload
def permutation(x: Dim) -> NDInt["x"]:
    """The parts of the first axis in another order, or the integers below a number.

    >>> permutation(5)
    (5,)
    >>> permutation((5, 2))
    (5, 2)
    """

@op("numpy.random.Generator.permutation", finds="index-range")
@overload
def generator_permutation(x: NDArray["*s"], axis: Axis = 0) -> NDArray["*new"]:
    new = flat_or(s, axis)
@overload
def generator_permutation(x: Dim, axis: Axis = 0) -> NDInt["x"]:
    """The parts of an axis in another order, or the integers below a number.

    >>> generator_permutation(5)
    (5,)
    >>> generator_permutation((5, 2), axis=1)
    (5, 2)
    >>> generator_permutation((5, 2), axis=2)
    error: range
    """

@op("numpy.random.multivariate_normal", "numpy.random.Generator.multivariate_normal", finds="inner-size")
def multivariate_normal(mean: NDAny["n"], cov: NDAny["n n"], size: Size | None = None) -> NDFloat["*new"]:
    """Random vectors.

    >>> multivariate_normal((2,), (2, 2), 5)
    (5, 2)
    >>> multivariate_normal((2,), (3, 3), 5)
    error: n is
    """
    new = (() if size is None else size) + (n,)
    assert n > 0 or unsure(), "there must be an axis"
    assert size is None or all(k >= 0 for k in size), "[bad-argument] sizes must not be negative"
