"""keras.constraints. Never imported."""

from keras.regularizers import deserialize, get, serialize


class Constraint:
    def __init__(self, *args, **kwargs):
        pass

    def __call__(self, w):
        return w

    def get_config(self):
        return {}


class MaxNorm(Constraint):
    pass


MinMaxNorm = NonNeg = UnitNorm = max_norm = maxnorm = min_max_norm = non_neg = unit_norm = MaxNorm
