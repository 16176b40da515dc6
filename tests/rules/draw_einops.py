"""einops' packing, named einsum, `parse_shape` and EinMix: arguments that mostly fit together."""

from __future__ import annotations

import random
from typing import Any

from shapelint.rulebook.load import Rule
from tests.rules.calls import Call, T
from tests.rules.drawing import extent, nearly
from tests.rules.special import LETTERS, Pattern, draws

Shape = tuple[int, ...]


def _sizes(rng: random.Random, count: int) -> Shape:
    return tuple(extent(rng, 4) for _ in range(count))


def _starred(rng: random.Random) -> tuple[Shape, Shape, str]:
    """The sizes before and after `*`, and the pattern, now and then a wrong one."""
    head, tail = _sizes(rng, rng.randint(0, 2)), _sizes(rng, rng.randint(0, 2))
    names = rng.sample(["i", "j", "seq", "c", "k"], len(head) + len(tail))
    words = [*names[: len(head)], "*", *names[len(head) :]]
    if rng.random() < 0.05:
        words[rng.randrange(len(words))] = rng.choice(["*", "i", "_", "2", "..."])
    return head, tail, " ".join(words)


@draws("einops.pack")
def pack(rng: random.Random, rule: Rule, name: str) -> Call:
    head, tail, pattern = _starred(rng)
    shapes = [(*head, *_sizes(rng, rng.randint(0, 2)), *tail) for _ in range(rng.randint(1, 4))]
    tensors = [nearly(rng, (T(s),), {})[0][0] if rng.random() < 0.3 else T(s) for s in shapes]
    return Call(rule, name, (tensors, pattern), {})


@draws("einops.unpack")
def unpack(rng: random.Random, rule: Rule, name: str) -> Call:
    head, tail, pattern = _starred(rng)
    shapes = [_sizes(rng, rng.randint(0, 2)) for _ in range(rng.randint(0, 4))]
    whole = 0
    for shape in shapes:
        part = 1
        for size in shape:
            part *= size
        whole += part
    for _ in range(rng.choice((0, 0, 1, 1, 2))):
        place = rng.randrange(len(shapes)) if shapes else None
        if place is not None and shapes[place]:
            changed = list(shapes[place])
            changed[rng.randrange(len(changed))] = -1
            shapes[place] = tuple(changed)
    if rng.random() < 0.2:
        whole = max(0, whole + rng.randint(-3, 3))
    args, _ = nearly(rng, (T((*head, whole, *tail)),), {})
    return Call(rule, name, (*args, shapes, pattern), {})


@draws("einops.parse_shape")
def parse_shape(rng: random.Random, rule: Rule, name: str) -> Call:
    shape = _sizes(rng, rng.randint(0, 4))
    words = [
        rng.choice([letter, letter, "_", str(n), f"({letter})"]) for letter, n in zip("abcd", shape)
    ]
    if rng.random() < 0.3:
        words[rng.randint(0, len(words)) :] = ["..."]
    if rng.random() < 0.1:
        words.append(rng.choice(["a", "()", "1", "(e f)", "_x", "-"]))
    args, _ = nearly(rng, (T(shape),), {})
    return Call(rule, name, (*args, " ".join(words)), {})


@draws("einops.einsum")
def einsum(rng: random.Random, rule: Rule, name: str) -> Call:
    sizes = {word: extent(rng, 4) for word in ("batch", "i", "j", "head", "k")}
    terms = [rng.choices(list(sizes), k=rng.randint(0, 3)) for _ in range(rng.randint(1, 3))]
    used = sorted({word for term in terms for word in term})
    result = rng.sample(used, rng.randint(0, len(used)))
    middle = _sizes(rng, rng.randint(0, 2))
    shapes: list[Shape] = []
    dotted = False
    for term in terms:
        shape = [sizes[word] for word in term]
        if rng.random() < 0.2:
            place = rng.randint(0, len(term))
            term.insert(place, "...")
            shape[place:place] = middle
            dotted = True
        shapes.append(tuple(shape))
    if dotted and rng.random() < 0.8:
        result.insert(rng.randint(0, len(result)), "...")
    if rng.random() < 0.05:
        result.append(rng.choice(["other", "()", "2", "batch", "_"]))
    pattern = ", ".join(map(" ".join, terms)) + " -> " + " ".join(result)
    args, _ = nearly(rng, tuple(map(T, shapes)), {})
    return Call(rule, name, (*args, pattern), {})


@draws("einops.layers.torch.EinMix")
def mix(rng: random.Random, rule: Rule, name: str) -> Call:
    drawn = Pattern(rng)
    names = drawn.names
    inner = rng.sample(names, rng.randint(0, len(names)))
    new = rng.sample([c for c in LETTERS if c not in names], rng.randint(0, min(2, 6 - len(names))))
    kept = [n for n in names if n not in inner or rng.random() < 0.2]
    sides = drawn.side(names, drawn.spread), drawn.side([*kept, *new], drawn.spread)
    weight = rng.sample([*inner, *new], len(inner) + len(new))
    lengths = {word: drawn.sizes[word] for word in weight}
    lengths.update(drawn.lengths(sides[0], []))
    named: dict[str, Any] = dict(lengths)
    if rng.random() < 0.3:
        named["bias_shape"] = " ".join(rng.sample(new, rng.randint(0, len(new))))
    if rng.random() < 0.05 and weight:
        weight.pop()
    args, _ = nearly(rng, (T(drawn.shape(sides[0])),), {})
    pattern = " -> ".join(map(drawn.text, sides))
    return Call(rule, name, args, {}, (pattern, " ".join(weight)), named)
