"""torch.optim.lr_scheduler, as the interpreter runs it. Never imported."""


class LRScheduler:
    def __init__(self, optimizer, last_epoch=-1, verbose=False):
        self.optimizer = optimizer
        self.last_epoch = __index__("last_epoch")
        self.base_lrs = __some__("base_lrs")

    def __getattr__(self, name):
        return __some__(name)

    def step(self, epoch=None):
        pass

    def get_lr(self):
        return __some__("lr")

    def get_last_lr(self):
        return __some__("last_lr")

    def state_dict(self):
        return __some__("state_dict")

    def load_state_dict(self, state_dict):
        pass


class _LRScheduler(LRScheduler):
    pass


class Known(LRScheduler):
    def __init__(self, optimizer, *args, **kwargs):
        super().__init__(optimizer)


class ConstantLR(Known):
    pass


class CosineAnnealingLR(Known):
    pass


class CosineAnnealingWarmRestarts(Known):
    pass


class CyclicLR(Known):
    pass


class ExponentialLR(Known):
    pass


class LambdaLR(Known):
    pass


class LinearLR(Known):
    pass


class MultiStepLR(Known):
    pass


class MultiplicativeLR(Known):
    pass


class OneCycleLR(Known):
    pass


class PolynomialLR(Known):
    pass


class SequentialLR(Known):
    pass


class StepLR(Known):
    pass


class ReduceLROnPlateau(Known):
    def step(self, metrics, epoch=None):
        pass


class ChainedScheduler(LRScheduler):
    def __init__(self, schedulers, optimizer=None):
        super().__init__(schedulers[0].optimizer if optimizer is None else optimizer)
