"""torch.amp, as the interpreter runs it. Never imported."""


class GradScaler:
    def __init__(self, *args, **kwargs):
        pass

    def __getattr__(self, name):
        return __some__(name)

    def scale(self, outputs):
        return outputs

    def unscale_(self, optimizer):
        pass

    def step(self, optimizer, *args, **kwargs):
        return optimizer.step(*args, **kwargs)

    def update(self, new_scale=None):
        pass

    def state_dict(self):
        return __some__("state_dict")

    def load_state_dict(self, state_dict):
        pass
