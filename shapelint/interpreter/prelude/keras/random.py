"""keras.random: seeds. Never imported."""


class SeedGenerator:
    def __init__(self, seed=None, name=None, **kwargs):
        pass

    def next(self, ordered=True):
        return __tensor__((2,))
