"""torch.optim, as the interpreter runs it. Never imported.

What optimizers do to parameters changes no shape: what counts is what programs read of them.
"""

import torch


class Optimizer:
    def __init__(self, params, defaults=None):
        self.defaults = defaults
        self.state = __some__("state")
        self.param_groups = _groups(params, defaults)

    def __getattr__(self, name):
        return __some__(name)

    def __setstate__(self, state):
        pass

    def add_param_group(self, param_group):
        self.param_groups.append({**__some__("group"), **param_group})

    def step(self, closure=None):
        return None if closure is None else closure()

    def zero_grad(self, set_to_none=True):
        pass

    def state_dict(self):
        return __some__("state_dict")

    def load_state_dict(self, state_dict):
        self.param_groups = __some__("param_groups")


def _groups(params, defaults):
    if not __surely__(isinstance(params, (list, tuple))):
        return __some__("param_groups")
    options = __some__("defaults") if defaults is None else defaults
    if __surely__(all([isinstance(item, dict) for item in params])):
        return [{**__some__("group"), **options, **group} for group in params]
    if __surely__(all([isinstance(item, torch.Tensor) for item in params])):
        return [{**__some__("group"), **options, "params": params}]
    return __some__("param_groups")


class Known(Optimizer):
    def __init__(self, params, lr=None, *args, **kwargs):
        options = {**__some__("defaults"), **kwargs}
        super().__init__(params, options if lr is None else {**options, "lr": lr})


class ASGD(Known):
    pass


class Adadelta(Known):
    pass


class Adafactor(Known):
    pass


class Adagrad(Known):
    pass


class Adam(Known):
    pass


class AdamW(Adam):
    pass


class Adamax(Known):
    pass


class LBFGS(Known):
    pass


class Muon(Known):
    pass


class NAdam(Known):
    pass


class RAdam(Known):
    pass


class RMSprop(Known):
    pass


class Rprop(Known):
    pass


class SGD(Known):
    pass


class SparseAdam(Known):
    pass
