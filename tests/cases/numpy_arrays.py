"""NumPy's arrays: data on its way into models, and what goes wrong with them before that."""

import json
import time

import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, Dataset


class Images(Dataset):
    def __init__(self, count):
        self.images = np.zeros((count, 32, 32, 3), dtype=np.uint8)
        self.labels = np.random.randint(0, 10, size=count)

    def __len__(self):
        return len(self.images)

    def __getitem__(self, i):
        image = self.images[i].astype(np.float32) / 255.0
        return image.transpose(2, 0, 1), self.labels[i]


class Forgetful(Images):
    def __getitem__(self, i):
        return self.images[i].astype(np.float32), self.labels[i]


def batches_of_arrays():
    for x, y in DataLoader(Images(8), batch_size=4):
        z = nn.Conv2d(3, 6, 3)(x)  # shape: (4, 6, 30, 30)
        return nn.Linear(6, 10)(z.mean((2, 3)))  # shape: (4, 10)


def batches_with_channels_last():
    for x, y in DataLoader(Forgetful(8), batch_size=4):
        return nn.Conv2d(3, 6, 3)(x)  # error: [conv-channels] "32"


def image_to_tensor():
    image = np.random.rand(224, 200, 3)
    chw = image.transpose(2, 0, 1)  # shape: (3, 224, 200)
    x = torch.from_numpy(chw).float().unsqueeze(0)  # shape: (1, 3, 224, 200)
    return nn.Conv2d(3, 8, 3)(x)  # shape: (1, 8, 222, 198)


def image_without_transpose():
    image = np.random.rand(224, 200, 3).astype("float32")
    x = torch.from_numpy(image)[None]  # shape: (1, 224, 200, 3)
    return nn.Conv2d(3, 8, 3)(x)  # error: [conv-channels] "224"


def transpose_of_too_few_axes():
    return np.zeros((224, 200, 3)).transpose(1, 0)  # error: [permute-axes] "2 axes"


def transpose_keeps_where_torch_swaps():
    x = np.zeros((2, 3))
    y = x.transpose(0, 1)  # shape: (2, 3)
    return torch.from_numpy(x).transpose(0, 1)  # shape: (3, 2)


def moved_channels():
    video = np.ones((10, 64, 48, 3))
    x = np.moveaxis(video, -1, 1)  # shape: (10, 3, 64, 48)
    y = np.rollaxis(video, 3)  # shape: (3, 10, 64, 48)
    z = np.swapaxes(video, 1, 2)  # shape: (10, 48, 64, 3)
    return np.moveaxis(video, 4, 0)  # error: [index-range]


def features_of_doubles():
    x = np.random.randn(8, 16)
    layer = nn.Linear(16, 4)
    y = layer(torch.from_numpy(x).float()).detach()  # shape: (8, 4)
    w = layer.weight.detach().numpy()  # shape: (4, 16)
    return y.numpy() @ w.T  # error: [inner-size]


def standardised():
    x = np.random.randn(100, 7)
    mean, std = x.mean(axis=0), x.std(axis=0)  # shape: (7,)
    z = (x - mean) / (std + 1e-8)  # shape: (100, 7)
    rows = x.mean(axis=1)  # shape: (100,)
    return x - rows  # error: [broadcast-sizes] "100"


def standardised_by_rows():
    x = np.random.randn(100, 7)
    z = x - x.mean(1, keepdims=True)  # shape: (100, 7)
    norms = np.linalg.norm(z, axis=1)  # shape: (100,)
    u = z / norms[:, None]  # shape: (100, 7)
    return z / np.linalg.norm(z, axis=1)  # error: [broadcast-sizes]


def concatenated_wrongly():
    train, test = np.zeros((80, 5)), np.zeros((20, 4))
    return np.concatenate([train, test])  # error: [concat-sizes] "4" "5"


def concatenated_rows_and_vector():
    return np.concatenate((np.zeros((80, 5)), np.zeros(5)), axis=0)  # error: [concat-sizes]


def stacked_columns():
    x, y = np.linspace(0, 1, 50), np.arange(50)
    a = np.stack([x, y], axis=1)  # shape: (50, 2)
    b = np.column_stack((x, y, np.ones((50, 3))))  # shape: (50, 5)
    c = np.hstack([x, y])  # shape: (100,)
    d = np.vstack([x, y])  # shape: (2, 50)
    e = np.c_[x, y]
    return np.stack([x, np.arange(49)])  # error: [stack-shapes]


def bias_column():
    x = np.random.rand(30, 4)
    x = np.hstack([np.ones((30, 1)), x])  # shape: (30, 5)
    return np.hstack([np.ones(30), x])  # error: [concat-sizes]


def wrong_dot():
    x, w = np.random.randn(32, 10), np.random.randn(5, 10)
    y = x.dot(w.T)  # shape: (32, 5)
    z = x @ w.T + np.zeros(5)  # shape: (32, 5)
    return np.dot(x, w)  # error: [inner-size] "10"


def wrong_matmul():
    return np.random.randn(32, 10) @ np.random.randn(5, 10)  # error: [inner-size]


def two_layers_by_hand():
    rng = np.random.default_rng(0)
    x = rng.normal(size=(16, 8))
    w1, b1 = rng.standard_normal((8, 32)), np.zeros(32)
    h = np.maximum(0, x @ w1 + b1)  # shape: (16, 32)
    w2 = rng.uniform(-1, 1, (32, 4))
    scores = h.dot(w2)  # shape: (16, 4)
    e = np.exp(scores - scores.max(axis=1, keepdims=True))  # shape: (16, 4)
    p = e / e.sum(axis=1, keepdims=True)  # shape: (16, 4)
    picked = p[np.arange(16), rng.integers(0, 4, 16)]  # shape: (16,)
    loss = -np.log(picked).mean()
    dw2 = h.T @ p  # shape: (32, 4)
    return e / e.sum(axis=1)  # error: [broadcast-sizes]


def shuffled_in_unison():
    x, y = np.zeros((50, 3)), np.zeros(50)
    order = np.random.permutation(len(x))  # shape: (50,)
    x, y = x[order], y[order]
    head = x[:32]  # shape: (32, 3)
    return torch.utils.data.TensorDataset(torch.tensor(head), torch.as_tensor(y[:32]))[0]


def one_hot():
    labels = np.array([0, 2, 1, 2])
    targets = np.eye(3)[labels]  # shape: (4, 3)
    t = torch.tensor(targets, dtype=torch.float32)  # shape: (4, 3)
    return nn.functional.mse_loss(torch.zeros(4, 4) @ t, torch.zeros(4, 3))  # shape: ()


def reshaped_wrongly():
    x = np.arange(24)
    y = x.reshape(2, 3, -1)  # shape: (2, 3, 4)
    z = y.reshape((6, 4))  # shape: (6, 4)
    return np.reshape(y, (5, -1))  # error: [reshape-elements]


def squeezed_wrongly():
    x = np.zeros((1, 5, 1))
    y = x.squeeze()  # shape: (5,)
    z = np.squeeze(x, axis=-1)  # shape: (1, 5)
    return x.squeeze(1)  # error: [squeeze-axis] "5"


def tensors_are_squeezed_where_arrays_are_not():
    x = torch.zeros(1, 5, 1).squeeze(1)  # shape: (1, 5, 1)
    return np.expand_dims(x.numpy(), 0)  # shape: (1, 1, 5, 1)


def reversed_rows():
    x = np.zeros((4, 6))
    y = x[::-1]  # shape: (4, 6)
    z = x[::-2, ::3]  # shape: (2, 2)
    return torch.from_numpy(y.copy()).view(-1, 5)  # error: [reshape-elements]


def masked():
    x = np.random.rand(6, 3)
    mask = x[:, 0] > 0.5  # shape: (6,)
    y = x[mask].sum(axis=0)  # shape: (3,)
    return x[np.zeros(3, dtype=bool)]  # error: [mask-shape]


def numbers_are_indices_too():
    x, i = np.zeros((2, 3, 4)), np.array([0, 1])
    y = x[0, :, i]  # shape: (2, 3)
    t = torch.from_numpy(x)[0, :, torch.from_numpy(i)]  # shape: (3, 2)
    return x[2, :, i]  # error: [index-range]


def assigned():
    canvas = np.zeros((10, 3, 32, 32))
    canvas[0] = np.ones((3, 32, 32))
    canvas[1] = np.ones((1, 1, 32, 32))
    canvas[2] = np.ones((32, 32, 3))  # error: [assign-shape]


def results_of_a_model():
    with torch.no_grad():
        out = nn.Linear(8, 3)(torch.zeros(5, 8)).numpy()  # shape: (5, 3)
    best = out.argmax(axis=1)  # shape: (5,)
    top = np.argsort(out, axis=-1)[:, -2:]  # shape: (5, 2)
    hits = (best == np.array([0, 1, 2, 0, 1])).mean()
    return best == np.array([0, 1, 2])  # error: [broadcast-sizes]


def confusion():
    predicted, target = [], []
    for _ in range(3):
        predicted.append(torch.zeros(4, 2).argmax(1).cpu().numpy())
        target.append(np.zeros(4, dtype=np.int64))
    p = np.concatenate(predicted)  # shape: (12,)
    return (p == np.stack(target)).sum()  # error: [broadcast-sizes]


def padded_sequences():
    rows = [np.ones(n) for n in (3, 5, 2)]
    whole = np.stack([np.pad(r, (0, 5 - len(r))) for r in rows])  # shape: (3, 5)
    return np.stack(rows)  # error: [stack-shapes]


def grids():
    h, w = 4, 6
    xs, ys = np.meshgrid(np.arange(w), np.arange(h))
    grid = np.stack((xs, ys), axis=-1)  # shape: (4, 6, 2)
    flat = grid.reshape(-1, 2)  # shape: (24, 2)
    return torch.from_numpy(flat).view(4, 6)  # error: [reshape-elements]


def positions():
    d, n = 16, 50
    position = np.arange(n)[:, np.newaxis]  # shape: (50, 1)
    rates = np.exp(np.arange(0, d, 2) * -(np.log(10000.0) / d))  # shape: (8,)
    table = np.zeros((n, d))
    table[:, 0::2] = np.sin(position * rates)
    table[:, 1::2] = np.cos(position * rates)
    return torch.FloatTensor(table) + torch.zeros(2, 49, 16)  # error: [broadcast-sizes]


def windows_of_a_series():
    series = np.sin(np.linspace(0, 100, 1000))
    windows = np.array([series[i : i + 20] for i in range(0, 100, 10)])  # shape: (10, 20)
    x = torch.tensor(windows[:, :, None], dtype=torch.float32)  # shape: (10, 20, 1)
    return nn.LSTM(2, 4, batch_first=True)(x)  # error: [rnn-input]


def sizes_from_numbers():
    shape = (3, 8, 8)
    layer = nn.Linear(int(np.prod(shape)), 10)
    side = int(np.sqrt(64))
    y = layer(torch.zeros(2, 3 * side * side))  # shape: (2, 10)
    return layer(torch.zeros(2, 3 * side))  # error: [linear-in-features]


def spectrum():
    signal = np.random.randn(4, 256)
    s = np.fft.rfft(signal)  # shape: (4, 129)
    power = np.abs(s) ** 2  # shape: (4, 129)
    return power @ np.ones(128)  # error: [inner-size]


def solved():
    a, b = np.eye(3), np.ones((3, 2))
    x = np.linalg.solve(a, b)  # shape: (3, 2)
    u, s, vt = np.linalg.svd(np.random.randn(5, 3), full_matrices=False)
    again = (u * s) @ vt  # shape: (5, 3)
    return np.linalg.inv(np.ones((3, 2)))  # error: [inner-size] "square"


def attention_in_numpy():
    q, k = np.random.randn(2, 4, 5, 8), np.random.randn(2, 4, 7, 8)
    scores = np.einsum("bhqd,bhkd->bhqk", q, k) / np.sqrt(8)  # shape: (2, 4, 5, 7)
    return np.matmul(q, k)  # error: [inner-size]


def split_in_parts():
    x = np.zeros((10, 6))
    a, b = np.split(x, 2, axis=1)  # shape: (10, 3)
    first, rest = np.split(x, [3])  # shape: (7, 6)
    parts = np.array_split(x, 3)
    return np.split(x, 3)  # error: [split-sizes] "10"


def of_either_kind(x=None):
    x = torch.zeros(2, 3) if x is None else np.zeros((2, 3))
    if isinstance(x, np.ndarray):
        x = torch.from_numpy(x)
    return nn.Linear(4, 1)(x)  # error: [linear-in-features]


def kinds_are_told_apart():
    x = np.zeros((4, 3))
    if torch.is_tensor(x):
        x = x.unsqueeze(0)
    if isinstance(x, np.ndarray):
        x = torch.as_tensor(x).float()
    return nn.Linear(3, 1)(x)  # shape: (4, 1)


class Statistics:
    """Lists that another method fills."""

    def __init__(self):
        self.values = {"a": [], "b": []}

    def add(self, item):
        for key in self.values:
            self.values[key].append(item)

    def joined(self):
        return {key: np.concatenate(items, 0) for key, items in self.values.items()}


def compared_with_something_unknown(assigned, least):
    overlaps = assigned.max_overlaps.cpu().numpy()
    low = np.where(np.logical_and(overlaps >= 0, overlaps < least))[0]
    mask = np.asarray(overlaps == least, dtype=np.uint8)
    return set(np.nonzero(overlaps > least)[0]), low, mask[:, None]


def extremes_of_what_may_be_an_array(boxes):
    n = len(boxes)
    corners = boxes[:, [0, 1, 2, 3, 0, 3, 2, 1]].reshape(n, 8)
    x, y = corners[:, [0, 2, 4, 6]], corners[:, [1, 3, 5, 7]]
    return np.concatenate((x.min(1), y.min(1), x.max(1), y.max(1))).reshape(4, n).T


def chosen_from_a_list(share):
    if np.random.choice([0, 1], p=[1 - share, share]):
        return np.random.choice([True, False]), np.random.choice(["a", "b"])
    return np.random.choice((-0.7, 0.7))


def windows_over_arrays():
    x = np.arange(20.0)
    windows = np.lib.stride_tricks.sliding_window_view(x, 5)  # shape: (16, 5)
    image = np.zeros((8, 3, 10))
    parts = np.lib.stride_tricks.sliding_window_view(image, (2, 4), axis=(0, -1))  # shape: (7, 3, 7, 2, 4)
    rows = np.lib.stride_tricks.as_strided(x, shape=(4, 5), strides=(40, 8))  # shape: (4, 5)
    return windows.mean(axis=-1)  # shape: (16,)


def window_larger_than_the_array():
    return np.lib.stride_tricks.sliding_window_view(np.zeros(4), 5)  # error: [kernel-size] "5"


def one_window_for_two_axes():
    return np.lib.stride_tricks.sliding_window_view(np.zeros((4, 6)), 2)  # error: [bad-argument] "windows"


def histograms():
    values = np.zeros(100)
    counts, edges = np.histogram(values, bins=7, range=(0, 1), density=True)  # shape: (7,)
    weighted, _ = np.histogram(values, [0.0, 0.5, 1.0], weights=values)  # shape: (2,)
    np.histogram(values, np.int64(4))
    np.histogram(values, np.array(4))
    np.histogram(values, "auto")
    ends = np.histogram_bin_edges(values, 4, (0, 1))  # shape: (5,)
    return torch.from_numpy(counts).float()  # shape: (7,)


def histograms_of_points():
    x = np.zeros(100)
    a, _, _ = np.histogram2d(x, x, bins=[5, 6], range=[[0, 1], [0, 1]])  # shape: (5, 6)
    b, _, _ = np.histogram2d(x, x, bins=[np.arange(4), np.arange(6)])  # shape: (3, 5)
    c, _, _ = np.histogram2d(x, x, bins=[0.0, 0.5, 1.0])  # shape: (2, 2)
    d, _, _ = np.histogram2d(x, x, bins=np.linspace(0, 1, 5))  # shape: (4, 4)
    e, edges = np.histogramdd(np.zeros((100, 3)), bins=(2, 3, 4))  # shape: (2, 3, 4)
    np.histogramdd([x, x], bins=(3, 4))
    return edges[2]  # shape: (5,)


def histogram_with_other_weights():
    return np.histogram(np.zeros(10), 5, weights=np.zeros(9))  # error: [bad-argument] "weight"


def index_from_a_grid():
    i, j = np.meshgrid(np.arange(4), np.arange(4), indexing="ij")
    bias = np.zeros((49, 4))[i - j + 3]  # shape: (4, 4, 4)
    flat = np.stack([i, j]).reshape(2, -1)
    relative = flat[:, :, None] - flat[:, None, :]  # shape: (2, 16, 16)
    sparse = np.meshgrid(np.arange(4), np.arange(5), sparse=True)[0]  # shape: (1, 4)
    return nn.Embedding(49, 4)(torch.from_numpy(relative.sum(0) + 20))  # shape: (16, 16, 4)


def hits(scores, limits):
    """Truths and integers have a mean in NumPy: nothing says that these are tensors."""
    inside = scores[:, None] <= limits[:, None]
    return inside.mean(axis=0), scores[:, 1:].argmax(1).mean(), (scores[:, 0] > 0).std()


def slices_left_out_and_put_in():
    a = np.zeros((3, 6))
    y = np.delete(a, slice(1, 3), axis=1)  # shape: (3, 4)
    z = np.insert(a, slice(0, 2), 0, axis=1)  # shape: (3, 8)
    w = np.delete(a, [1, 1, 2], axis=1) + y
    return w, z + np.delete(a, 1, axis=1)  # error: [broadcast-sizes] "(3, 8)" "(3, 5)"


def counts_of_pairs():
    rows, columns = np.array([0, 1, 1]), np.array([2, 0, 0])
    counts = np.zeros((2, 3))
    np.add.at(counts, (rows, columns), 1)
    np.add.at(counts, rows, np.ones(3))
    np.maximum.at(counts, (rows, columns), np.arange(3))
    places = np.ravel_multi_index((rows, columns), counts.shape)  # shape: (3,)
    np.add.at(counts, places % 2, np.ones(2))  # error: [assign-shape] "2" "3"


def counts_that_are_added_up():
    sizes = np.array([2, 3])
    np.add.at(sizes, 0, 1)
    return np.zeros(int(sizes[0])) + np.zeros(3)


def counts_of_a_vector():
    counts = np.zeros(3)
    np.add.at(counts, (np.array([0, 1]), np.array([1, 2])), 1)  # error: [index-rank] "(3,)"


def places_of_points_by_row():
    points = np.array([[0, 1, 2], [1, 1, 0]])
    x = np.ravel_multi_index(points, (4, 4))  # shape: (3,)
    return x, np.ravel_multi_index(points.T, (4, 4))  # error: [bad-argument] "(3, 2)"


def noise_of_several_kinds():
    rng = np.random.default_rng(0)
    x = rng.gamma(2.0, size=(3, 4))  # shape: (3, 4)
    y = rng.dirichlet(np.ones(4), 3) + rng.chisquare(2.0, (3, 1))  # shape: (3, 4)
    z = rng.choice(5, (2, 3), p=np.full(5, 0.2))  # shape: (2, 3)
    w = np.add.outer(z[0], y[0])  # shape: (3, 4)
    v = np.add.reduce(w)  # shape: (4,)
    return x, v, rng.choice(6, 3, p=np.full(5, 0.2))  # error: [inner-size] "(5,)"


def half_of_the_frequencies():
    image = np.zeros((6, 8))
    spectrum = np.fft.rfft2(image)  # shape: (6, 5)
    back = np.fft.irfft2(spectrum, s=image.shape)  # shape: (6, 8)
    return back, spectrum * np.fft.fftfreq(8)  # error: [broadcast-sizes] "(6, 5)" "(8,)"


def element_of_an_array():
    x = np.zeros((2, 3))
    return x.item(3), np.zeros((1, 1)).item(), x.sum(0).item()  # error: [scalar-value] "(3,)"


def drawn_integers():
    rng = np.random.default_rng(0)
    table = np.zeros((4, 3))
    row = table[rng.integers(4)]  # shape: (3,)
    count = rng.integers(2, 5)
    points = np.zeros((count, 2)) + np.zeros((int(count), 1))
    y = points @ np.zeros((2, 3)) + row
    z = np.zeros((count.item(), 3)) + y
    return z, points @ np.zeros((3, 2))  # error: [inner-size] "2" "3"


def batches_of_a_drawn_number():
    rng = np.random.default_rng(0)
    parts, lengths = [], []
    for _ in range(rng.integers(2, 5)):
        parts.append(np.zeros((int(rng.integers(1, 5)), 6)))
        lengths.append(len(parts[-1]))
    whole = np.concatenate(parts)
    ends = np.cumsum(np.array(lengths)) - 1
    last = whole[ends] @ np.zeros((6, 2))
    return last, whole @ np.zeros((5, 2))  # error: [inner-size] "6" "5"


def signals_of_drawn_lengths():
    rng = np.random.default_rng(0)
    parts = []
    for _ in range(int(rng.integers(2, 5))):
        length = int(rng.integers(40, 80))
        tag = int(rng.integers(0, 4))
        parts.append(np.sin(0.3 * (tag + 1) * np.arange(length)) + rng.normal(size=length))
    wave = np.concatenate(parts)
    frames = np.lib.stride_tricks.sliding_window_view(wave, 16) * np.hanning(16)
    return frames @ np.zeros((9, 2))  # error: [inner-size] "16" "9"


def arrays_that_hold_arrays():
    held = np.empty(2, dtype=object)
    held[0] = np.zeros(3)
    held[1] = np.zeros((2, 4))
    y = held[1] @ np.zeros(4) + np.zeros(2)
    held[:] = [np.zeros(5), np.zeros(6)]
    return y, np.concatenate(held) + np.zeros(11)


def numbers_that_wrap_around():
    small = np.array([2, 3], dtype=np.int8)
    x = np.zeros(abs(int(small[0] * 100))) + np.zeros(56)
    wide = np.array([2, 3])
    return x, np.zeros(int(wide[0] * 100)) + np.zeros(56)  # error: [broadcast-sizes] "200"
def windows_of_a_series_one_by_one():
    series = np.zeros((1000, 7))
    windows, targets = [], []
    for i in range(len(series) - 24):
        windows.append(series[i : i + 24])
        targets.append(series[i + 24, 0])
    x, y = np.array(windows), np.array(targets)
    print(x.mean(axis=(0, 1)) - series.mean(axis=0), y + 1)
    return x - series.mean(axis=1)  # error: [broadcast-sizes]


def perhaps_no_array():
    counts, rows = np.random.randint(0, 3, 400), []
    for i, count in enumerate(counts):
        if count:
            rows.append(np.zeros(13))
    x = np.asarray(rows)
    print(x * np.ones(1), x.reshape(len(rows), -1))
    return x @ np.zeros((12, 4))  # error: [inner-size]


def no_array_after_all():
    rows = []
    for i in range(1000):
        if i > 2000:
            rows.append(np.zeros(13))
    return np.array(rows) + np.ones(1), np.array(rows).sum(axis=0) + np.ones(5)


def places_that_are_not_there():
    x = np.eye(3)
    kept = x[np.array([0, 2, -3])], torch.zeros(3, 4)[[0, 2]], torch.zeros(3, 4)[:, torch.tensor([3])]
    return kept, x[np.array([0, 4, 1])]  # error: [index-range] "index 4"


def places_in_a_list_that_are_not_there():
    return torch.zeros(3, 4)[[0, 3]]  # error: [index-range] "index 3"


def _rows_seen(data):
    rows = data["rows"].copy()
    count, width = rows.shape
    seen = (data["weights"] > 0) * (data["padding"].reshape((-1, 1)) == 0)
    rows = rows[seen.min(axis=1)]
    assert rows.ndim == 2 and rows.shape[1] == width
    best = data["weights"].max(axis=1)
    return rows, best.reshape(count, 1)


def masks_of_a_mapping():
    sizes = json.loads("[4, 3]")
    data = {"rows": np.ones(sizes), "weights": np.ones(sizes), "padding": np.zeros(sizes[0])}
    return _rows_seen(data)


def numbers_that_grow_into_arrays():
    a = np.zeros((2, 3)).sum()
    a += np.zeros(3)  # shape: (3,)
    b = np.zeros((2, 3))[0, 1]
    b *= np.zeros((4, 1))  # shape: (4, 1)
    c = np.zeros((1, 3))
    c += np.zeros((2, 3))  # error: [broadcast-sizes]
    return a, b, c


def folds_of_an_unknown_number(count=10):
    x = np.zeros((count, 4))
    folds = np.array_split(np.random.permutation(count), 3)
    train = np.concatenate([fold for i, fold in enumerate(folds) if i != 1])
    y = x[train] @ np.zeros((4, 2))
    return y @ np.zeros((4, 1))  # error: [inner-size] "2"


def cut_at_an_unknown_place(count=10):
    x = np.zeros((count, 4))
    first, last = np.split(x, [int(0.8 * len(x))])
    y = first @ np.zeros((4, 2))
    return last @ np.zeros((2, 4))  # error: [inner-size] "4"


def folds_of_two_arrays(count=10):
    a = np.array_split(np.zeros((count, 4)), 3)
    b = np.array_split(np.zeros(count), 3)
    y = a[0] * b[0][:, None]
    z = np.concatenate(a) * np.zeros((count, 1))
    return z + np.zeros((count, 3))  # error: [broadcast-sizes] "4" "3"


def numbers_that_are_not_told(config={"rate": "0.5"}):
    began = time.time()
    x = np.float32(3) * np.ones(3)  # shape: (3,)
    y = (time.perf_counter() - began) * torch.ones(4)  # shape: (4,)
    z = np.float64(0.5) * x * float(config["rate"])  # shape: (3,)
    w = np.float32([1, 2, 3]) + z  # shape: (3,)
    return y + torch.from_numpy(w)  # error: [broadcast-sizes] "(4,)" "(3,)"
