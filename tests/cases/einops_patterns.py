"""einops: patterns, packing, layers."""

import einops
import torch
from einops import einsum, pack, parse_shape, rearrange, reduce, repeat, unpack
from einops.layers.torch import EinMix, Rearrange, Reduce
from torch import nn


def heads_of_attention():
    x = torch.randn(2, 10, 64)
    q, k, v = nn.Linear(64, 3 * 64)(x).chunk(3, dim=-1)
    q, k, v = (rearrange(t, "b n (h d) -> b h n d", h=8) for t in (q, k, v))
    scores = einsum(q, k, "b h i d, b h j d -> b h i j")  # shape: (2, 8, 10, 10)
    out = einsum(scores.softmax(-1), v, "b h i j, b h j d -> b h i d")
    out = rearrange(out, "b h n d -> b n (h d)")  # shape: (2, 10, 64)
    einsum(q, v.mT, "b h i d, b h j d -> b h i j")  # error: [einsum-sizes] "`d` is 8 and 10"


def patches_of_an_image():
    p1 = p2 = 4
    pattern = f"b c (h p1) (w p2) -> b (h w) ({'p1 p2'} c)"
    x = rearrange(torch.randn(2, 3, 32, 32), pattern, p1=p1, p2=p2)  # shape: (2, 64, 48)
    token = repeat(torch.zeros(1, 1, 48), "1 1 d -> b 1 d", b=x.shape[0])
    x = torch.cat((token, x), 1)  # shape: (2, 65, 48)
    rearrange(torch.randn(2, 3, 30, 32), pattern, p1=p1, p2=p2)  # error: [pattern-axes] "30"


def layers_in_a_sequence():
    net = nn.Sequential(
        Rearrange("b c (h p) (w q) -> b (h w) (p q c)", p=8, q=8),
        nn.LayerNorm(8 * 8 * 3),
        nn.Linear(8 * 8 * 3, 16),
        Reduce("b n d -> b d", "mean"),
        nn.Linear(16, 5),
    )
    y = net(torch.randn(2, 3, 32, 32))  # shape: (2, 5)
    net(torch.randn(2, 1, 32, 32))  # error: [norm-features] "(2, 16, 64)"


def list_of_tensors():
    xs = [torch.zeros(3, 4) for _ in range(5)]
    a = rearrange(xs, "n h w -> h (n w)")  # shape: (3, 20)
    b = reduce(xs, "n h w -> h w", "max")  # shape: (3, 4)
    rearrange(xs, "h w -> w h")  # error: [pattern-axes]


def tokens_packed_with_registers():
    cls, patches, registers = torch.zeros(2, 64), torch.zeros(2, 7, 7, 64), torch.zeros(2, 4, 64)
    x, shapes = pack([cls, patches, registers], "b * d")
    y = x + 0  # shape: (2, 54, 64)
    a, b, c = unpack(nn.Linear(64, 32)(x), shapes, "b * d")
    a = a + 0  # shape: (2, 32)
    b = b + 0  # shape: (2, 7, 7, 32)
    c = c + 0  # shape: (2, 4, 32)
    unpack(x[:, 1:], shapes, "b * d")  # error: [pattern-axes] "(2, 53, 64)"


def _pack_one(t, pattern):
    return pack([t], pattern)


def _unpack_one(t, shapes, pattern):
    return unpack(t, shapes, pattern)[0]


def batch_axes_folded_away():
    x = torch.randn(2, 5, 16, 8)
    x, ps = _pack_one(x, "* n d")
    x = nn.TransformerEncoderLayer(8, 2, batch_first=True)(x)  # shape: (10, 16, 8)
    x = _unpack_one(x, ps, "* n d")  # shape: (2, 5, 16, 8)


def parts_of_open_length():
    first, rest = unpack(torch.zeros(3, 10), [[], [-1, 3]], "b *")
    first = first + 0  # shape: (3,)
    rest = rest + 0  # shape: (3, 3, 3)
    unpack(torch.zeros(3, 10), [[2], [-1, 3]], "b *")  # error: [pattern-axes]


def packed_of_other_batches():
    pack([torch.zeros(2, 4), torch.zeros(3, 4)], "b *")  # error: [pattern-axes] "(3, 4)"


def sizes_by_name():
    x = torch.zeros(2, 3, 4, 5)
    sizes = parse_shape(x, "b _ h w")
    y = torch.zeros(sizes["h"], sizes["w"])  # shape: (4, 5)
    flat = rearrange(x, "b c h w -> (b h w) c")
    z = rearrange(flat, "(b h w) c -> b c h w", **sizes)  # shape: (2, 3, 4, 5)
    parse_shape(x, "b h w")  # error: [pattern-axes]


def mixing_of_axes():
    mixer = EinMix("b (h p) c -> b h d", weight_shape="p c d", bias_shape="d", p=2, c=3, d=5)
    y = mixer(torch.zeros(4, 6, 3))  # shape: (4, 3, 5)
    w = mixer.weight + 0  # shape: (2, 3, 5)
    mixer(torch.zeros(4, 6, 2))  # error: [pattern-axes] "2"


def array_of_a_tensor():
    x = einops.asnumpy(torch.zeros(2, 3))
    y = torch.from_numpy(x)  # shape: (2, 3)
    nn.Linear(2, 4)(y)  # error: [linear-in-features]


class Folded(nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.norm = nn.LayerNorm(dim)

    def forward(self, x):
        x, shape = pack([x], "b * d")
        x = self.norm(x)
        (x,) = unpack(x, shape, "b * d")
        return x


def module_on_any_rank():
    net = Folded(8)
    a = net(torch.zeros(2, 8))  # shape: (2, 8)
    b = net(torch.zeros(2, 3, 4, 8))  # shape: (2, 3, 4, 8)


class Kernels(nn.Module):
    def __init__(self, a, b, steps):
        super().__init__()
        assert a.size(-1) == b.size(-1)
        assert a.size(-2) == b.size(-2)
        self.times = steps.size(-1) // a.size(0)
        self.a = a

    def forward(self):
        return repeat(self.a, "t n -> (v t) n", v=self.times)


def axes_counted_from_both_ends():
    a = torch.zeros(2, 4)
    return Kernels(a, a, torch.zeros(6))()  # shape: (6, 4)
