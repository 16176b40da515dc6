"""torch.optim.swa_utils, as the interpreter runs it. Never imported."""

from torch import nn
from torch.optim.lr_scheduler import LRScheduler


class AveragedModel(nn.Module):
    def __init__(self, model, device=None, avg_fn=None, multi_avg_fn=None, use_buffers=False):
        super().__init__()
        self.module = model
        self.n_averaged = __some__("n_averaged")

    def forward(self, *args, **kwargs):
        return self.module(*args, **kwargs)

    def update_parameters(self, model):
        pass


class SWALR(LRScheduler):
    def __init__(self, optimizer, swa_lr, anneal_epochs=10, anneal_strategy="cos", last_epoch=-1):
        super().__init__(optimizer)


def update_bn(loader, model, device=None):
    pass
