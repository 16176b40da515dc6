"""Data sets and loaders: batches flow into models."""

import itertools
import json
import os

import torch
from torch import nn
from torch.utils.data import DataLoader, Dataset, IterableDataset, TensorDataset, random_split
from tqdm import tqdm, trange


class Windows(Dataset):
    def __init__(self, series, length):
        self.series, self.length = series, length

    def __len__(self):
        return len(self.series) - self.length

    def __getitem__(self, i):
        return {"x": self.series[i : i + self.length], "y": self.series[i + self.length]}


class Pairs(Dataset):
    def __init__(self):
        self.x = torch.randn(10, 3, 8, 8)
        self.y = [0, 1] * 5

    def __len__(self):
        return 10

    def __getitem__(self, index):
        return self.x[index], self.y[index]


def _stacked(batch):
    xs, ys = zip(*batch)
    return torch.stack(xs), torch.tensor(ys)


def loader_whose_batches_are_all_full():
    data = TensorDataset(torch.randn(64, 1, 28, 28), torch.randint(0, 10, (64,)))
    loader = DataLoader(data, batch_size=16, shuffle=True)
    for i, (inputs, labels) in enumerate(loader):
        x = inputs.flatten(1)  # shape: (16, 784)
        nn.Linear(783, 10)(x)  # error: [linear-in-features] "784"


def first_batch_of_a_loader():
    data = TensorDataset(torch.randn(64, 1, 28, 28), torch.randint(0, 10, (64,)))
    x, y = next(iter(DataLoader(data, batch_size=16)))
    z = nn.Conv2d(1, 4, 3)(x)  # shape: (16, 4, 26, 26)
    return nn.CrossEntropyLoss()(z.mean((2, 3)), y[:, None])  # error: [loss-target]


def split_windows_of_a_series():
    train, test = random_split(Windows(torch.randn(100, 5), 10), [80, 10])
    rnn = nn.LSTM(6, 8, batch_first=True)
    for batch in DataLoader(train, batch_size=32):
        x, y = batch["x"], batch["y"]
        out, _ = rnn(x)  # error: [rnn-input]


def state_of_the_batch_size():
    state = torch.zeros(1, 32, 8)
    rnn = nn.LSTM(5, 8, batch_first=True)
    for batch in DataLoader(Windows(torch.randn(100, 5), 10), batch_size=32, drop_last=True):
        out, (h, c) = rnn(batch["x"], (state, state))
        y = nn.Linear(8, 4)(out[:, -1])  # shape: (32, 4)
        nn.functional.mse_loss(y, batch["y"])  # error: [broadcast-sizes]


def last_batch_may_be_smaller():
    model = nn.Sequential(nn.Conv2d(3, 4, 3), nn.Flatten(), nn.Linear(144, 2))
    for epoch in trange(2, disable=True):
        bar = tqdm(enumerate(DataLoader(Pairs(), batch_size=4)), disable=True)
        for i, (x, y) in bar:
            loss = nn.CrossEntropyLoss()(model(x), y)  # shape: ()
            bar.set_description(f"{loss.item():.3f}")


def own_collate_function():
    for x, y in DataLoader(Pairs(), 5, collate_fn=_stacked):
        z = nn.Conv2d(1, 4, 3)(x)  # error: [conv-channels]


def collate_function_that_joins():
    loader = DataLoader(Pairs(), 5, collate_fn=lambda b: torch.cat([x for x, _ in b]))
    for x in itertools.islice(loader, 2):
        y = x.sum((1, 2))  # shape: (15,)


def tensors_of_a_dataset_go_together():
    x, y = torch.zeros(32, 3), torch.zeros(31)
    ok = torch.utils.data.TensorDataset(x, y.new_zeros(32))
    print(ok[0][0].shape)
    return torch.utils.data.TensorDataset(x, y)  # error: [bad-argument] "(32, 3) and (31,)"


class InBatches(Dataset):
    def __len__(self):
        return 6

    def __getitem__(self, index):
        return torch.zeros(3)

    def __getitems__(self, indices):
        return [torch.zeros(5) for _ in indices]


def items_that_are_taken_together():
    for batch in DataLoader(InBatches(), batch_size=3):
        return batch + torch.zeros(3, 5)


class Described(Dataset):
    def __len__(self):
        return 6

    def __getitem__(self, index):
        return {"image": torch.zeros(8, 8, 3), "name": f"{index}", "label": index}


def _described(batch):
    images = torch.stack([sample["image"] for sample in batch])
    return images, torch.tensor([sample["label"] for sample in batch])


def samples_that_are_described():
    loader = DataLoader(Described(), batch_size=4, shuffle=True, collate_fn=_described)
    for images, labels in loader:
        nn.Conv2d(3, 4, 3)(images)  # error: [conv-channels]


def columns_of_rows(rows=5):
    pairs = [(torch.zeros(3, 4), i) for i in range(rows)]
    xs, ys = zip(*pairs)
    x, y = map(list, zip(*pairs))
    y = torch.tensor(y)
    both = torch.stack(xs) + torch.stack(x)
    return nn.Linear(3, 2)(both), y  # error: [linear-in-features] "4"


def _gathered(count):
    rows = []
    for i in range(count):
        rows.append((torch.zeros(i, 3), torch.zeros(4)))
    return rows


def columns_of_rows_that_are_gathered(count=3):
    ragged, even = zip(*_gathered(count))
    x = torch.cat(ragged) @ torch.zeros(3, 2)
    return torch.stack(even) @ torch.zeros(3, 2), x  # error: [inner-size] "4" "3"


def columns_of_rows_there_may_be_none_of(count=0):
    columns = list(zip(*_gathered(count)))
    for column in columns[1:]:
        torch.stack(column) @ torch.zeros(3, 2)
    return columns


class Stream(IterableDataset):
    def __init__(self, count):
        self.count = count

    def __iter__(self):
        for i in range(self.count):
            yield {"image": torch.zeros(8, 8, 3), "label": i}


class Uneven(IterableDataset):
    def __iter__(self):
        return iter([torch.zeros(5), torch.zeros(6)])


def samples_of_a_stream():
    for batch in DataLoader(Stream(6), batch_size=2, drop_last=True):
        x = batch["image"].flatten(1)  # shape: (2, 192)
        nn.Linear(190, 4)(x)  # error: [linear-in-features] "192" "190"


def samples_of_a_stream_put_together():
    for images, _ in DataLoader(Stream(6), batch_size=4, collate_fn=_described):
        nn.Conv2d(3, 4, 3)(images)  # error: [conv-channels]


def samples_of_a_stream_that_differ():
    whole = [x.sum() for x in DataLoader(Uneven(), batch_size=1)]
    return torch.stack(whole) + torch.zeros(2)


def batches_of_any_number(size):
    for x in DataLoader(torch.randn(8, 3, 6, 6), batch_size=size):
        nn.Conv2d(3, 4, 3)(x)


def batches_as_many_as_one_of_two_settings_says():
    stored = json.loads(os.environ.get("SHAPELINT_BATCH", "4"))
    size = stored if "SHAPELINT_STORED" in os.environ else 5
    pairs = TensorDataset(torch.zeros(20, 3), torch.zeros(20))
    for inputs, _ in DataLoader(pairs, batch_size=size, drop_last=True):
        nn.Linear(4, 2)(inputs)  # error: [linear-in-features] "3"


def batches_as_many_as_a_setting_says():
    stored = json.loads(os.environ.get("SHAPELINT_BATCH", "4"))
    pairs = TensorDataset(torch.zeros(20, 3), torch.zeros(20))
    for inputs, _ in DataLoader(pairs, batch_size=stored, drop_last=True):
        nn.Linear(4, 2)(inputs)  # error: [linear-in-features] "3"
