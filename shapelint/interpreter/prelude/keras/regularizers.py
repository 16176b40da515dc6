"""keras.regularizers. Never imported."""


class Regularizer:
    def __init__(self, *args, **kwargs):
        pass

    def __call__(self, x):
        return __tensor__(())

    def get_config(self):
        return {}


class L2(Regularizer):
    pass


L1 = L1L2 = OrthogonalRegularizer = l1 = l2 = l1_l2 = L2


def get(identifier):
    return identifier


def serialize(value):
    return {}


def deserialize(config, custom_objects=None):
    return __some__("deserialized object")
