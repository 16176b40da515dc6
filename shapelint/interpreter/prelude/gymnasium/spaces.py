"""gymnasium.spaces: how many actions there are, and the shape of what is observed. Never imported.

https://gymnasium.farama.org/api/spaces/
"""

import numpy as np


class _Space:
    def __getattr__(self, name):
        return __some__(name)

    def contains(self, x):
        return __flag__("contained")

    def seed(self, seed=None):
        return __some__("seed")


class Discrete(_Space):
    shape = ()

    def __init__(self, n, seed=None, start=0, **settings):
        self.n = n
        self.start = start

    def sample(self, *masks, **settings):
        return __index__("action")


class Box(_Space):
    def __init__(self, low, high, shape=None, dtype=np.float32, seed=None):
        if shape is None:
            shape = np.broadcast_shapes(np.shape(low), np.shape(high)) or (1,)
        self.shape = tuple(shape)
        self.low = __array__(self.shape)
        self.high = __array__(self.shape)
        self.dtype = dtype

    def sample(self, *masks, **settings):
        return __array__(self.shape)
