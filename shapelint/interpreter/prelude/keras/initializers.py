"""keras.initializers: the base class, and what looks one up. Never imported."""


class Initializer:
    def __init__(self, *args, **kwargs):
        pass

    def __call__(self, shape, dtype=None, **kwargs):
        return self.call(shape, dtype)

    def call(self, shape, dtype=None):
        return __tensor__(shape)

    def get_config(self):
        return {}

    @classmethod
    def from_config(cls, config):
        return cls()

    def clone(self):
        return self


RandomInitializer = Initializer


def get(identifier):
    return identifier if callable(identifier) else Initializer()


def serialize(initializer):
    return {}


def deserialize(config, custom_objects=None):
    return Initializer()
