"""torch.utils.tensorboard: it only looks on. Never imported."""


class SummaryWriter:
    def __init__(self, *args, **kwargs):
        self.log_dir = __some__("log_dir")

    def __getattr__(self, name):
        return __some__(name)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        pass
