"""keras.metrics: the base class. Never imported."""


class Metric:
    def __init__(self, dtype=None, name=None, **kwargs):
        if name is not None:
            self.name = name

    def __call__(self, *args, **kwargs):
        self.update_state(*args, **kwargs)
        return self.result()

    def update_state(self, *args, **kwargs):
        return __some__("state")

    def add_weight(self, shape=(), initializer=None, dtype=None, name=None, **kwargs):
        return __tensor__(() if isinstance(shape, str) else shape)

    add_variable = add_weight

    def result(self):
        return __some__("value of a metric")

    def reset_state(self):
        pass

    reset_states = reset_state

    def get_config(self):
        return {}


def get(identifier):
    return identifier if callable(identifier) else __some__("metric")
