"""Lists and tensors that a loop fills, from nothing."""

import collections
import random

import torch
from torch import nn
from torch.nn.utils.rnn import pad_sequence


def an_empty_vector_joins_anything():
    seen = torch.tensor([])
    for _ in range(3):
        seen = torch.cat([seen, torch.zeros(2, 5)])
    return seen  # shape: (6, 5)


def only_an_empty_vector_does(rows=torch.empty(0, 3)):
    return torch.cat([rows, torch.zeros(2, 5)])  # warning: [concat-sizes]


def nothing_to_join():
    kept = [x for x in (torch.zeros(2), torch.ones(2)) if x.dim() == 2]
    return torch.cat(kept)  # error: [concat-sizes]


def rows_of_a_loader():
    batches = torch.zeros(12, 4).split(5)
    outputs = []
    for batch in batches:
        outputs.append(nn.Linear(4, 2)(batch))
    y = torch.cat(outputs)  # shape: (12, 2)
    return y


def rows_that_do_not_match():
    outputs = []
    for width in (2, 3):
        outputs.append(nn.Linear(4, width)(torch.zeros(5, 4)))
    return torch.stack(outputs)  # error: [stack-shapes]


def the_legacy_constructor():
    x = torch.Tensor(3, 4)  # shape: (3, 4)
    y = torch.Tensor([3, 4])  # shape: (2,)
    return x @ y  # error: [inner-size]


def pieces_of_unequal_size():
    a, b, c = torch.zeros(7, 2).chunk(3)
    d = a + b  # shape: (3, 2)
    return d, c  # shape: (1, 2)


def too_few_pieces():
    a, b, c, d = torch.zeros(5, 2).chunk(4)  # error: [unpack-count]
    return a, b, c, d


def training():
    model = nn.Sequential(nn.Linear(6, 16), nn.ReLU(), nn.Linear(16, 3))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    criterion = nn.CrossEntropyLoss()
    data, target = torch.randn(10, 6), torch.randint(3, (10,))
    losses = []
    for step in range(2):
        optimizer.zero_grad()
        loss = criterion(model(data), target)  # shape: ()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    y = torch.tensor(losses)  # shape: (2,)
    return y


def training_on_one_hot_of_another_batch():
    model = nn.Linear(6, 3)
    criterion = nn.CrossEntropyLoss()
    for batch in (torch.randn(10, 6), torch.randn(8, 6)):
        loss = criterion(model(batch[:8]), torch.zeros(7, 3))  # error: [loss-target]
        loss.backward()


def a_cache_that_grows():
    cache = None
    for _ in range(3):
        key = torch.zeros(1, 2, 1, 8)
        cache = key if cache is None else torch.cat((cache, key), dim=-2)
    return cache  # shape: (1, 2, 3, 8)


def _some():
    return 1 + int(torch.rand(1).item())


def dicts_of_unknown_number():
    samples = [{"x": torch.zeros(3, 2), "n": i} for i in range(_some())]
    for sample in samples:
        return torch.zeros(1, 7) @ sample["x"]  # error: [inner-size]


def dicts_that_are_filled_after_they_are_appended():
    kept = []
    for _ in range(_some()):
        sample = {"x": torch.zeros(3, 2)}
        kept.append(sample)
        sample["x"] = torch.zeros(7, 2)
        sample["y"] = torch.zeros(5)
    print(torch.zeros(1, 7) @ kept[0]["x"])
    return torch.zeros(1, 5) @ kept[0]["y"]


def dicts_that_are_changed_where_they_are_read():
    samples = [{"x": torch.zeros(3, 2)} for _ in range(_some())]
    for sample in samples:
        sample["x"] = torch.zeros(7, 2)
    return torch.zeros(1, 7) @ samples[0]["x"]


def dicts_that_are_changed_by_another_name():
    kept, last = [], None
    for _ in range(_some()):
        last = {"x": torch.zeros(3, 2)}
        kept.append(last)
    last["x"] = torch.zeros(7, 2)
    return torch.zeros(1, 7) @ kept[-1]["x"]


def one_dict_many_times():
    shared = {"x": torch.zeros(3, 2)}
    samples = [shared for _ in range(_some())]
    shared["x"] = torch.zeros(7, 2)
    return torch.zeros(1, 7) @ samples[0]["x"]


def a_shuffled_batch():
    batch = [{"x": torch.zeros(3, 2)}, {"x": torch.zeros(3, 2)}]
    random.shuffle(batch)
    x = torch.stack([sample["x"] for sample in batch])  # shape: (2, 3, 2)
    batch[0]["x"] = torch.zeros(7, 2)
    print(torch.zeros(1, 7) @ batch[0]["x"])
    return x @ torch.zeros(3)  # error: [inner-size]


def a_shuffled_dict_that_is_changed_by_its_own_name():
    a, b = {"x": torch.zeros(7, 2)}, {"x": torch.zeros(7, 3)}
    batch = [a, b]
    random.shuffle(batch)
    a["x"], b["x"] = torch.zeros(5, 2), torch.zeros(5, 3)
    print(torch.zeros(1, 5) @ batch[0]["x"])
    batch[0]["x"] = batch[1]["x"] = torch.zeros(6, 2)
    return torch.zeros(1, 6) @ a["x"]


def items_read_twice_may_be_one():
    samples = [{"x": torch.zeros(3, 2)} for _ in range(_some())]
    first, last = samples[0], samples[-1]
    first["x"] = torch.zeros(7, 2)
    return torch.zeros(1, 7) @ last["x"]


class _Holding:
    def __init__(self):
        self.x = torch.zeros(3, 2)


def the_dicts_of_objects_that_are_shuffled():
    objects = [_Holding(), _Holding()]
    held = [vars(objects[0]), vars(objects[1])]
    random.shuffle(held)
    objects[0].x = objects[1].x = torch.zeros(7, 2)
    return torch.zeros(1, 7) @ held[0]["x"]


def joined_after_an_unknown_number_of_rounds(rounds=3):
    rounds = int(torch.randint(rounds, rounds + 1, ()))
    rows, sizes = [], []
    for i in range(rounds):
        rows.append(torch.zeros(2, 4))
        sizes.append(i)
    y = torch.stack(rows, dim=1)
    whole = torch.cat(rows).reshape(-1, 8)
    z = y + torch.zeros(2, 1, 4)
    kept = torch.tensor(sizes) + torch.zeros(1)
    mean = kept.mean(0)  # shape: ()
    w = torch.cat(rows, dim=1).T @ torch.zeros(2, 5)
    return z, whole, mean, w, y @ torch.zeros(5, 2)  # error: [inner-size] "4" "5"


def joined_lists_of_a_generator(rounds=3):
    rounds = int(torch.randint(rounds, rounds + 1, ()))
    y = torch.vstack([torch.zeros(6) for _ in range(rounds)])
    return y + torch.zeros(5)  # error: [broadcast-sizes] "6" "5"


def a_list_that_holds_something_before():
    rows = [torch.zeros(4)]
    for row in torch.zeros(400, 4):
        rows.append(row * 2)
    whole = torch.stack(rows)
    return whole @ torch.zeros(5, 2)  # error: [inner-size]


def each_item_is_made_of_the_last():
    states = [torch.zeros(2, 4)]
    for _ in range(random.randint(1, 9)):
        states.append(states[-1] @ torch.zeros(4, 4))
    return torch.cat(states) @ torch.zeros(5, 2)  # error: [inner-size]


def each_item_is_longer_than_the_last():
    grown = [torch.zeros(1)]
    for _ in range(random.randint(6, 6)):
        grown.append(torch.cat([grown[-1], torch.zeros(1)]))
    return grown[-1] + torch.zeros(7)


def filled_in_every_epoch():
    rows = torch.zeros(300, 4)
    history = {"loss": [], "rows": []}
    for _ in range(2):
        for row in rows:
            history["loss"].append(row.sum().item())
            history["rows"].append(row)
    for _ in range(random.randint(0, 2)):
        for row in rows:
            history["rows"].append(row)
    return torch.stack(history["rows"]) @ torch.zeros(5, 2)  # error: [inner-size]


def a_round_may_add_nothing():
    kept, others = [], [torch.zeros(3)]
    for row in torch.rand(300, 4):
        if row.sum() > 2:
            kept.append(row)
            others.extend([row[:3], row[1:]])
        elif row.sum() > 1:
            kept.append(-row)
        else:
            continue
    print(others[0] + torch.zeros(3))
    return torch.stack(kept) @ torch.zeros(5, 2)  # error: [inner-size]


def a_list_that_stops_early():
    done, found = torch.rand(9) > 0.5, [torch.zeros(4)]
    while len(found) < 9:
        if done[len(found)]:
            break
        found.append(found[-1] + 1)
    return torch.stack(found) @ torch.zeros(5, 2)  # error: [inner-size]


def drawn_without_doubles():
    count = random.randint(2, 4)
    picked = []
    for i in range(count):
        candidate = torch.randint(0, 9 - count + i, (5,))
        if i > 0:
            double = (torch.stack(picked, 1) == candidate[:, None]).any(1)
            candidate = torch.where(double, 9 - count + i, candidate)
        picked.append(candidate)
    return torch.stack(picked, 1)


def all_but_the_first_of_some_pairs():
    names = random.choices(["again"], k=random.randint(2, 4))
    kept = []
    for i, name in enumerate(names):
        x = torch.zeros(3, 4)
        if i > 0:
            x = x + torch.stack(kept).sum(0)
        if name:
            kept.append(x)
    return torch.stack(kept)[0]


def rounds_within_all_but_the_first():
    kept = []
    for i in range(random.randint(2, 4)):
        for _ in range(i):
            torch.cat(kept)
        kept.append(torch.zeros(3, 4))
    return kept[0]  # shape: (3, 4)


def the_first_round_alone():
    x = torch.zeros(3, 4)
    for i in range(2, random.randint(4, 6)):
        if i == 2:
            x = x @ torch.zeros(3, 4)  # error: [inner-size]
        else:
            x = torch.cat([x, x])
    return x


def the_third_round_alone():
    x = torch.zeros(3, 4)
    for i in range(random.randint(4, 6)):
        if i == 2:
            x = torch.zeros(3, 5)
    return x @ torch.zeros(5, 2)


def one_of_each_round(x=torch.zeros(2, 5, 4)):
    cell, h, steps = nn.GRUCell(4, 6), torch.zeros(x.size(0), 6), []
    for t in range(x.size(1)):
        h = cell(x[:, t], h)
        steps.append(h)
    y = torch.cat([torch.stack(steps, 1), x], -1)
    return torch.stack(steps) * y[..., :6].transpose(0, 1), steps[0] + torch.zeros(len(steps), 7)  # error: [broadcast-sizes] "6" "7"


def windows_of_a_long_series():
    series, inputs, targets = torch.zeros(600, 4), [], []
    for start in range(len(series) - 30):
        end = start + 24
        inputs.append(series[start:end])
        targets.append(series[end : end + 6, 0])
    x = torch.stack(inputs)  # shape: (570, 24, 4)
    y = torch.stack(targets)  # shape: (570, 6)
    later = torch.stack(targets[1:])
    z = torch.stack([row * 2 for row in inputs])[: len(later)]
    return x[:, 0] + torch.zeros(len(series) - 29, 4)  # error: [broadcast-sizes] "(570, 4)" "(571, 4)"


def as_many_as_there_may_be(count=300, odd=True):
    one, some, kept = [torch.zeros(3)], [], collections.deque(maxlen=5)
    for i in range(count):
        if i % 2:
            one.append(torch.zeros(3))
        elif odd:
            one += [torch.ones(3)]
        if i > 4:
            some.append(torch.zeros(3))
        kept.append(torch.zeros(3))
    y = torch.stack(one) + torch.zeros(len(one), 1)
    z = torch.stack(some) + torch.zeros(295, 1), torch.stack(list(kept)) + torch.zeros(5, 1)
    return torch.zeros(2) + torch.stack(some)  # error: [broadcast-sizes] "3" "2"


def rounds_that_are_left_out(count=300):
    rows, early = [], []
    for i in range(count):
        if i == 7:
            continue
        rows.append(torch.zeros(3))
    for i in range(count):
        early.append(torch.zeros(3))
        if i == 20:
            break
    caught = []
    for i in range(count):
        try:
            caught.append(torch.zeros(3) + torch.zeros(i))
        except RuntimeError:
            pass
    return torch.stack(rows) + torch.zeros(299, 3), torch.stack(early) + torch.zeros(21, 3)


def a_list_that_changes_while_it_is_gone_over():
    rows, others = [torch.zeros(3) for _ in range(300)], []
    for row in rows:
        others.append(row)
        if len(rows) < 400:
            rows.append(row)
    return torch.stack(others) + torch.zeros(400, 3)


def lists_put_together(words=("a", "bc", "def")):
    code = {word: i for i, word in enumerate(words)}
    ids = [0] + [code[word] for word in words] + [1]
    x = torch.tensor(ids) + torch.zeros(4, len(words) + 2)
    rows = [torch.zeros(1, 3)] + [torch.zeros(1, 3) for _ in words]
    y = torch.cat(rows) + torch.zeros(len(words) + 1, 3)
    padded = pad_sequence([torch.zeros(len(word), 5) for word in words], batch_first=True)
    z = padded @ torch.zeros(5, 2) + torch.zeros(len(words), 1, 2)
    return padded @ torch.zeros(4, 2)  # error: [inner-size] "5" "4"
