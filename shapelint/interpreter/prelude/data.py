"""torch.utils.data, as the interpreter runs it. Never imported.

A loader gives one batch that stands for all: its size is the batch size, or less in the last one.
"""

import torch


class Dataset:
    def __getitem__(self, index):
        return __some__("dataset item")

    def __add__(self, other):
        return ConcatDataset([self, other])


class IterableDataset(Dataset):
    pass


class TensorDataset(Dataset):
    def __init__(self, *tensors):
        self.tensors = tensors

    def __getitem__(self, index):
        return tuple(tensor[index] for tensor in self.tensors)

    def __len__(self):
        return self.tensors[0].size(0)


class Subset(Dataset):
    def __init__(self, dataset, indices):
        self.dataset = dataset
        self.indices = indices

    def __getitem__(self, index):
        return self.dataset[self.indices[index]]

    def __len__(self):
        return len(self.indices)


class ConcatDataset(Dataset):
    def __init__(self, datasets):
        self.datasets = list(datasets)

    def __getitem__(self, index):
        return __some__("item of joined datasets")

    def __len__(self):
        return sum(len(dataset) for dataset in self.datasets)


def random_split(dataset, lengths, generator=None):
    return [
        Subset(dataset, range(length) if isinstance(length, int) else __some__("indices"))
        for length in lengths
    ]


def default_collate(batch):
    return __collate__(batch[0], len(batch))


class DataLoader:
    def __init__(
        self,
        dataset,
        batch_size=1,
        shuffle=None,
        sampler=None,
        batch_sampler=None,
        num_workers=0,
        collate_fn=None,
        pin_memory=False,
        drop_last=False,
        timeout=0,
        worker_init_fn=None,
        multiprocessing_context=None,
        generator=None,
        **kwargs,
    ):
        self.dataset = dataset
        self.batch_size = batch_size
        self.sampler = sampler
        self.batch_sampler = batch_sampler
        self.collate_fn = collate_fn
        self.drop_last = drop_last

    def __len__(self):
        return __size__("batches")

    def __iter__(self):
        return self

    def __next__(self):
        if isinstance(self.dataset, IterableDataset):
            return __some__("batch")
        sample = self.dataset[__index__("i")]
        if self.batch_size is None:
            return sample
        size = __size__("batch")
        if self.batch_sampler is None:
            whole = __surely__(self.drop_last)
            if self.sampler is None and hasattr(self.dataset, "__len__"):
                whole = whole or __surely__(len(self.dataset) % self.batch_size == 0)
            size = self.batch_size if whole else min(self.batch_size, size)
        if self.collate_fn is None:
            return __collate__(sample, size)
        return self.collate_fn([sample for _ in range(size)])
