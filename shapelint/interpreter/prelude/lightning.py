"""`lightning`, as far as it decides what a module holds and which batches its steps get. Never imported.

https://lightning.ai/docs/pytorch/stable/common/trainer.html
"""

from types import SimpleNamespace

from torch import nn
from torch.utils.data import DataLoader

_CHANGE_BATCHES = (
    "on_before_batch_transfer", "transfer_batch_to_device", "on_after_batch_transfer", "on_train_batch_start"
)
_BEFORE_TRAINING = (
    "configure_model", "configure_optimizers", "on_fit_start", "on_train_start", "on_train_epoch_start"
)
_LEAVE_OUT = ("limit_train_batches", "max_epochs")
"""Options by which nothing is trained where they are zero."""
_MAY_NOT_VALIDATE = ("limit_val_batches", "overfit_batches", "check_val_every_n_epoch", "val_check_interval")
"""Options by which validation may be left out."""


class LightningModule(nn.Module):
    def save_hyperparameters(self, *args, **options):
        given = __arguments__(self)
        self.hparams = SimpleNamespace(**given) if isinstance(given, dict) else given

    def log(self, *args, **options):
        return None

    def log_dict(self, *args, **options):
        return None


class LightningDataModule:
    def save_hyperparameters(self, *args, **options):
        return None


class Callback:
    pass


class Trainer:
    def __init__(self, *args, **options):
        self._options = options

    def __getattr__(self, name):
        return __some__(name)

    def fit(self, model, train_dataloaders=None, val_dataloaders=None, datamodule=None, *args, **options):
        if isinstance(train_dataloaders, LightningDataModule):
            datamodule, train_dataloaders = train_dataloaders, None
        if not isinstance(model, LightningModule):
            return
        holders = [model] if datamodule is None else [datamodule, model]
        for holder in holders:
            holder.trainer = __some__("trainer")
            for name in ("prepare_data", "setup"):
                if hasattr(holder, name):
                    getattr(holder, name)(*(["fit"] if name == "setup" else []))
        for name in _BEFORE_TRAINING:
            if hasattr(model, name):
                getattr(model, name)()
        for callback in self._options.get("callbacks") or []:
            for name in _BEFORE_TRAINING:
                if __surely__(isinstance(callback, Callback)) and hasattr(callback, name):
                    getattr(callback, name)(self, model)
        if any(hasattr(holder, name) for holder in holders for name in _CHANGE_BATCHES):
            return
        if train_dataloaders is None and hasattr(holders[0], "train_dataloader"):
            train_dataloaders = holders[0].train_dataloader()
        for name in _LEAVE_OUT:
            if name in self._options and __surely__(self._options[name] == 0):
                return
        _over(model, "training_step", train_dataloaders)
        if not any(name in self._options for name in _MAY_NOT_VALIDATE):
            if val_dataloaders is None and hasattr(holders[0], "val_dataloader"):
                val_dataloaders = holders[0].val_dataloader()
            _over(model, "validation_step", val_dataloaders)


def _over(model, step, loader):
    """A step for each batch. Several loaders at once are not told."""
    if not __surely__(isinstance(loader, DataLoader)) or not hasattr(model, step):
        return
    taken = __parameters__(getattr(model, step))
    batch = __item__(iter(loader))
    if __is_known__(taken) and len(taken) == 1:
        getattr(model, step)(batch)
    else:
        getattr(model, step)(batch, __index__("batch"))
