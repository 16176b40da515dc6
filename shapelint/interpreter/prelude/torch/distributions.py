"""torch.distributions, as the interpreter runs it: batch and event shapes. Never imported.

What is drawn has the shape sample_shape + batch_shape + event_shape, a density that of the batch.
"""

import torch


class Distribution:
    has_rsample = __flag__("has_rsample")
    arg_constraints = __some__("arg_constraints")
    support = __some__("support")

    def __init__(self, batch_shape=torch.Size(), event_shape=torch.Size(), validate_args=None):
        self._batch_shape = batch_shape
        self._event_shape = event_shape

    def __getattr__(self, name):
        return __some__(name)

    @property
    def batch_shape(self):
        return self._batch_shape

    @property
    def event_shape(self):
        return self._event_shape

    @property
    def mean(self):
        return self._made(self._extended_shape())

    @property
    def mode(self):
        return self._made(self._extended_shape())

    @property
    def variance(self):
        return self._made(self._extended_shape())

    @property
    def stddev(self):
        return self.variance.sqrt()

    def _extended_shape(self, sample_shape=()):
        return tuple(sample_shape) + tuple(self.batch_shape) + tuple(self.event_shape)

    def _made(self, shape):
        return _of_shape(shape)

    def sample(self, sample_shape=()):
        return self._made(self._extended_shape(sample_shape))

    def rsample(self, sample_shape=()):
        return self._made(self._extended_shape(sample_shape))

    def sample_n(self, n):
        return self.sample((n,))

    def log_prob(self, value):
        whole = value + self._made(self._extended_shape())
        return _of_shape(whole.shape[: whole.dim() - len(self.event_shape)])

    def cdf(self, value):
        return self.log_prob(value)

    def icdf(self, value):
        return self.log_prob(value)

    def entropy(self):
        return _of_shape(tuple(self.batch_shape))

    def perplexity(self):
        return self.entropy().exp()

    def expand(self, batch_shape, _instance=None):
        return Shaped(batch_shape, self.event_shape)


class ExponentialFamily(Distribution):
    pass


class Shaped(Distribution):
    """A distribution of which the shapes are all that is known."""


def _of_shape(shape):
    """A tensor of that shape; its dtype is that of the parameters or the default one."""
    return torch.empty(shape, dtype=__some__("dtype"))


def _joined(*parameters):
    """The shape that parameters have together; numbers have none."""
    total = sum(parameters)
    return total.shape if isinstance(total, torch.Tensor) else torch.Size()


class _One(Distribution):
    def __init__(self, parameter, validate_args=None):
        super().__init__(_joined(parameter))


class Exponential(_One):
    def __init__(self, rate, validate_args=None):
        super().__init__(rate)
        self.rate = rate


class Poisson(_One):
    def __init__(self, rate, validate_args=None):
        super().__init__(rate)
        self.rate = rate


class HalfNormal(_One):
    def __init__(self, scale, validate_args=None):
        super().__init__(scale)
        self.scale = scale


class HalfCauchy(_One):
    def __init__(self, scale, validate_args=None):
        super().__init__(scale)
        self.scale = scale


class Chi2(_One):
    def __init__(self, df, validate_args=None):
        super().__init__(df)
        self.df = df


class _LocScale(Distribution):
    def __init__(self, loc, scale, validate_args=None):
        shape = _joined(loc, scale)
        self.loc = _spread(loc, shape)
        self.scale = _spread(scale, shape)
        super().__init__(shape)


def _spread(parameter, shape):
    if isinstance(parameter, torch.Tensor):
        return parameter.expand(shape)
    return _of_shape(tuple(shape))


class Normal(_LocScale):
    pass


class LogNormal(_LocScale):
    pass


class Laplace(_LocScale):
    pass


class Cauchy(_LocScale):
    pass


class Gumbel(_LocScale):
    pass


class Uniform(Distribution):
    def __init__(self, low, high, validate_args=None):
        shape = _joined(low, high)
        self.low = _spread(low, shape)
        self.high = _spread(high, shape)
        super().__init__(shape)


class Beta(Distribution):
    def __init__(self, concentration1, concentration0, validate_args=None):
        super().__init__(_joined(concentration1, concentration0))


class Gamma(Distribution):
    def __init__(self, concentration, rate, validate_args=None):
        super().__init__(_joined(concentration, rate))


class InverseGamma(Distribution):
    def __init__(self, concentration, rate, validate_args=None):
        super().__init__(_joined(concentration, rate))


class FisherSnedecor(Distribution):
    def __init__(self, df1, df2, validate_args=None):
        super().__init__(_joined(df1, df2))


class Kumaraswamy(Distribution):
    def __init__(self, concentration1, concentration0, validate_args=None):
        super().__init__(_joined(concentration1, concentration0))


class Pareto(Distribution):
    def __init__(self, scale, alpha, validate_args=None):
        super().__init__(_joined(scale, alpha))


class VonMises(Distribution):
    def __init__(self, loc, concentration, validate_args=None):
        super().__init__(_joined(loc, concentration))


class Weibull(Distribution):
    def __init__(self, scale, concentration, validate_args=None):
        super().__init__(_joined(scale, concentration))


class StudentT(Distribution):
    def __init__(self, df, loc=0.0, scale=1.0, validate_args=None):
        super().__init__(_joined(df, loc, scale))


class _ByProbability(Distribution):
    """Of probabilities or their logits, each a distribution."""

    def __init__(self, probs=None, logits=None, validate_args=None):
        super().__init__(_joined(logits if probs is None else probs))
        self.probs = self._made(self._extended_shape())
        self.logits = self._made(self._extended_shape())


class Bernoulli(_ByProbability):
    pass


class ContinuousBernoulli(Distribution):
    def __init__(self, probs=None, logits=None, lims=(0.499, 0.501), validate_args=None):
        super().__init__(_joined(logits if probs is None else probs))


class Geometric(_ByProbability):
    pass


class Binomial(Distribution):
    def __init__(self, total_count=1, probs=None, logits=None, validate_args=None):
        super().__init__(_joined(total_count, logits if probs is None else probs))


class NegativeBinomial(Distribution):
    def __init__(self, total_count, probs=None, logits=None, validate_args=None):
        super().__init__(_joined(total_count, logits if probs is None else probs))


class RelaxedBernoulli(Distribution):
    def __init__(self, temperature, probs=None, logits=None, validate_args=None):
        super().__init__(_joined(logits if probs is None else probs))


class Categorical(Distribution):
    def __init__(self, probs=None, logits=None, validate_args=None):
        given = logits if probs is None else probs
        self.probs = _of_shape(given.shape)
        self.logits = _of_shape(given.shape)
        super().__init__(given.shape[:-1])
        self._num_events = given.shape[-1]

    @property
    def param_shape(self):
        return self.logits.shape

    def sample(self, sample_shape=()):
        return torch.empty(self._extended_shape(sample_shape), dtype=torch.int64)

    def enumerate_support(self, expand=True):
        return __some__("support")


class _Last(Distribution):
    """The last axis of the parameter is the event's."""

    def __init__(self, parameter, validate_args=None):
        super().__init__(parameter.shape[:-1], parameter.shape[-1:])


class OneHotCategorical(_Last):
    def __init__(self, probs=None, logits=None, validate_args=None):
        given = logits if probs is None else probs
        super().__init__(given)
        self.probs = _of_shape(given.shape)
        self.logits = _of_shape(given.shape)


class OneHotCategoricalStraightThrough(OneHotCategorical):
    pass


class RelaxedOneHotCategorical(_Last):
    def __init__(self, temperature, probs=None, logits=None, validate_args=None):
        super().__init__(logits if probs is None else probs)


class Dirichlet(_Last):
    def __init__(self, concentration, validate_args=None):
        super().__init__(concentration)
        self.concentration = concentration


class Multinomial(_Last):
    def __init__(self, total_count=1, probs=None, logits=None, validate_args=None):
        super().__init__(logits if probs is None else probs)


class LowRankMultivariateNormal(Distribution):
    def __init__(self, loc, cov_factor, cov_diag, validate_args=None):
        self.loc = loc + cov_diag
        super().__init__(self.loc.shape[:-1], self.loc.shape[-1:])


class MultivariateNormal(Distribution):
    def __init__(
        self,
        loc,
        covariance_matrix=None,
        precision_matrix=None,
        scale_tril=None,
        validate_args=None,
    ):
        matrix = scale_tril if covariance_matrix is None else covariance_matrix
        matrix = precision_matrix if matrix is None else matrix
        self.loc = loc + _of_shape(matrix.shape[:-1])
        super().__init__(self.loc.shape[:-1], self.loc.shape[-1:])


class Independent(Distribution):
    def __init__(self, base_distribution, reinterpreted_batch_ndims, validate_args=None):
        self.base_dist = base_distribution
        self.reinterpreted_batch_ndims = reinterpreted_batch_ndims
        batch = base_distribution.batch_shape
        kept = len(batch) - reinterpreted_batch_ndims
        super().__init__(batch[:kept], tuple(batch[kept:]) + tuple(base_distribution.event_shape))


class MixtureSameFamily(Distribution):
    def __init__(self, mixture_distribution, component_distribution, validate_args=None):
        self.mixture_distribution = mixture_distribution
        self.component_distribution = component_distribution
        super().__init__(
            component_distribution.batch_shape[:-1], component_distribution.event_shape
        )


class TransformedDistribution(Distribution):
    def __init__(self, base_distribution, transforms, validate_args=None):
        self.base_dist = base_distribution
        self.transforms = transforms

    @property
    def batch_shape(self):
        return __some__("batch_shape")

    @property
    def event_shape(self):
        return __some__("event_shape")

    def _made(self, shape):
        return __some__("sample")

    def log_prob(self, value):
        return __some__("log_prob")


class LogisticNormal(TransformedDistribution):
    def __init__(self, loc, scale, validate_args=None):
        pass


def kl_divergence(p, q):
    return _of_shape(p.batch_shape) + _of_shape(q.batch_shape)


def register_kl(type_p, type_q):
    return lambda function: function
