"""Lightning: a trainer gives a module's steps the batches of a data module or of loaders."""

import pytorch_lightning as pl
import torch
import torch.nn.functional as F
from torch import nn
from torch.utils.data import DataLoader, TensorDataset


class Series(pl.LightningDataModule):
    def setup(self, stage=None):
        self.train = TensorDataset(torch.zeros(80, 16, 5), torch.zeros(80, dtype=torch.int64))
        self.val = TensorDataset(torch.zeros(40, 16, 6), torch.zeros(40, dtype=torch.int64))

    def train_dataloader(self):
        return DataLoader(self.train, batch_size=8, shuffle=True)

    def val_dataloader(self):
        return DataLoader(self.val, batch_size=8)


class Recurrent(pl.LightningModule):
    def __init__(self, features=5, hidden=24):
        super().__init__()
        self.save_hyperparameters()
        self.lstm = nn.LSTM(self.hparams.features, self.hparams.hidden, batch_first=True)
        self.head = nn.Linear(self.hparams.hidden, 3)

    def training_step(self, batch, batch_idx):
        inputs, targets = batch
        _, (hidden, _) = self.lstm(inputs)
        return F.cross_entropy(self.head(hidden[-1]), targets)  # shape: ()

    def configure_optimizers(self):
        return torch.optim.Adam(self.parameters())


class Validated(Recurrent):
    def validation_step(self, batch, batch_idx):
        self.lstm(batch[0])  # error: [rnn-input] "5" "6"


class Narrow(Recurrent):
    def training_step(self, batch):
        return nn.Linear(4, 2)(batch[0])  # error: [linear-in-features] "5"


class Replaced(Recurrent):
    def on_after_batch_transfer(self, batch, dataloader_idx):
        return batch[0][..., :4], batch[1]

    def training_step(self, batch):
        return nn.Linear(4, 2)(batch[0])


def trained():
    pl.Trainer(max_epochs=1).fit(Recurrent(), Series())


def validated():
    pl.Trainer(max_epochs=1).fit(Validated(), datamodule=Series())


def not_validated():
    pl.Trainer(max_epochs=1, limit_val_batches=0).fit(Validated(), datamodule=Series())


def narrow():
    loader = DataLoader(TensorDataset(torch.zeros(20, 5)), batch_size=4)
    pl.Trainer(max_epochs=1).fit(Narrow(), loader)


def batches_that_are_changed_on_their_way():
    pl.Trainer(max_epochs=1).fit(Replaced(), Series())
