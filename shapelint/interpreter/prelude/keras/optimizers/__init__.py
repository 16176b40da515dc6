"""keras.optimizers. Never imported."""


class Optimizer:
    iterations = __some__("iterations")
    learning_rate = __some__("learning_rate")

    def __init__(self, *args, **kwargs):
        pass

    def build(self, variables):
        pass

    def apply(self, grads, trainable_variables=None):
        pass

    def apply_gradients(self, grads_and_vars, *args, **kwargs):
        return __some__("iterations")

    def minimize(self, loss, var_list=None, *args, **kwargs):
        return __some__("iterations")

    def compute_gradients(self, loss, *args, **kwargs):
        return __some__("gradients")

    def stateless_apply(self, *args, **kwargs):
        return __some__("state")

    def scale_loss(self, loss):
        return loss

    def get_scaled_loss(self, loss):
        return loss

    def get_unscaled_gradients(self, grads):
        return grads

    def assign(self, variable, value):
        pass

    def add_variable_from_reference(self, reference_variable, *args, **kwargs):
        return reference_variable

    def get_config(self):
        return {}

    @classmethod
    def from_config(cls, config):
        return cls()


Adadelta = Adafactor = Adagrad = Adam = AdamW = Adamax = Ftrl = Lamb = Lion = Optimizer
LossScaleOptimizer = Muon = Nadam = RMSprop = SGD = Optimizer
adadelta = adagrad = adam = adamax = nadam = rmsprop = sgd = Optimizer


def get(identifier):
    return identifier if isinstance(identifier, Optimizer) else Optimizer()


def serialize(optimizer):
    return {}


def deserialize(config, custom_objects=None):
    return Optimizer()
