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
        for tensor in tensors:
            if tensor.size(0) != tensors[0].size(0):
                __fails__("bad-argument", "tensors of a dataset must have the same size along axis 0: {} and {}", tensors[0], tensor)
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
        if hasattr(self.dataset, "__getitems__"):
            return __some__("batch")
        if self.batch_size is None:
            return self._sample()
        size = __size__("batch")
        if self.batch_sampler is None:
            whole = __surely__(self.drop_last)
            counted = self.sampler is None and not isinstance(self.dataset, IterableDataset)
            if counted and hasattr(self.dataset, "__len__"):
                whole = whole or __surely__(len(self.dataset) % self.batch_size == 0)
            size = self.batch_size if whole else min(self.batch_size, size)
        if self.collate_fn is None:
            return __collate__(self._sample(), size)
        return self.collate_fn([self._sample() for _ in range(size)])

    def _sample(self):
        if isinstance(self.dataset, IterableDataset):
            return __item__(iter(self.dataset))
        return self.dataset[__index__(self.dataset)]


class Sampler:
    def __init__(self, data_source=None):
        pass


class SequentialSampler(Sampler):
    def __init__(self, data_source):
        self.data_source = data_source

    def __iter__(self):
        return iter(range(len(self.data_source)))

    def __len__(self):
        return len(self.data_source)


class _Drawn(Sampler):
    def __iter__(self):
        return self

    def __next__(self):
        return __index__("index")

    def __len__(self):
        return __size__("samples")


class RandomSampler(_Drawn):
    def __init__(self, data_source, replacement=False, num_samples=None, generator=None):
        self.data_source = data_source


class SubsetRandomSampler(_Drawn):
    def __init__(self, indices, generator=None):
        self.indices = indices


class WeightedRandomSampler(_Drawn):
    def __init__(self, weights, num_samples, replacement=True, generator=None):
        self.weights = weights
        self.num_samples = num_samples


class BatchSampler(_Drawn):
    def __init__(self, sampler, batch_size, drop_last):
        self.sampler = sampler
        self.batch_size = batch_size
        self.drop_last = drop_last

    def __next__(self):
        return [__index__("index") for _ in range(__size__("batch"))]


class DistributedSampler(_Drawn):
    def __init__(
        self,
        dataset,
        num_replicas=None,
        rank=None,
        shuffle=True,
        seed=0,
        drop_last=False,
    ):
        self.dataset = dataset
        self.num_replicas = num_replicas
        self.rank = rank
        self.epoch = 0
        self.shuffle = shuffle
        self.seed = seed
        self.drop_last = drop_last
        self.num_samples = __size__("samples")
        self.total_size = __size__("total")

    def set_epoch(self, epoch):
        self.epoch = epoch


def get_worker_info():
    return __some__("worker_info")
