"""Attention and transformers, by hand and by the framework's layers."""

import math

import torch
import torch.nn.functional as F
from torch import nn


class SelfAttention(nn.Module):
    def __init__(self, dim, heads=8, qkv_bias=False):
        super().__init__()
        self.heads = heads
        self.scale = (dim // heads) ** -0.5
        self.qkv = nn.Linear(dim, dim * 3, bias=qkv_bias)
        self.proj = nn.Linear(dim, dim)

    def forward(self, x):
        B, N, C = x.shape
        qkv = self.qkv(x).reshape(B, N, 3, self.heads, C // self.heads).permute(2, 0, 3, 1, 4)
        q, k, v = qkv.unbind(0)
        attn = (q @ k.transpose(-2, -1)) * self.scale
        attn = attn.softmax(dim=-1)
        x = (attn @ v).transpose(1, 2).reshape(B, N, C)
        return self.proj(x)


def vision_attention():
    y = SelfAttention(64)(torch.zeros(2, 197, 64))  # shape: (2, 197, 64)
    return y


def heads_that_do_not_divide():
    attention = SelfAttention(60, heads=8)
    x = torch.zeros(2, 10, 60)
    B, N, C = x.shape
    return attention.qkv(x).reshape(B, N, 3, 8, C // 8)  # error: [reshape-elements]


class KeyWithoutTranspose(nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.q = nn.Linear(dim, dim)
        self.k = nn.Linear(dim, dim)

    def forward(self, x, context):
        return self.q(x) @ self.k(context)  # error: [inner-size] "16" "7"


def key_without_transpose():
    return KeyWithoutTranspose(16)(torch.zeros(2, 5, 16), torch.zeros(2, 7, 16))


def split_heads_by_chunk():
    x = torch.zeros(2, 10, 32)
    q, k, v = nn.Linear(32, 96)(x).chunk(3, dim=-1)
    dots = torch.einsum("bid,bjd->bij", q, k)  # shape: (2, 10, 10)
    out = torch.einsum("bij,bjd->bid", dots.softmax(-1), v)  # shape: (2, 10, 32)
    return out


def chunk_into_too_many_names():
    x = torch.zeros(2, 10, 32)
    return nn.Linear(64, 96)(x).chunk(3, dim=-1)  # error: [linear-in-features] "32" "64"


def framework_attention():
    out, weights = nn.MultiheadAttention(32, 4, batch_first=True)(
        torch.zeros(2, 5, 32), torch.zeros(2, 7, 32), torch.zeros(2, 7, 32)
    )
    y = out + 0  # shape: (2, 5, 32)
    w = weights + 0  # shape: (2, 5, 7)
    return y, w


def key_and_value_lengths_differ():
    mha = nn.MultiheadAttention(32, 4)
    q, k, v = torch.zeros(5, 2, 32), torch.zeros(7, 2, 32), torch.zeros(6, 2, 32)
    return mha(q, k, v)  # error: [attention-sizes]


def scaled_dot_product():
    q = torch.zeros(2, 4, 5, 8)
    kv = torch.zeros(2, 4, 7, 8)
    out = F.scaled_dot_product_attention(q, kv, kv)  # shape: (2, 4, 5, 8)
    return out


def mask_of_the_wrong_length():
    q = torch.zeros(2, 4, 5, 8)
    kv = torch.zeros(2, 4, 7, 8)
    mask = torch.zeros(5, 5)
    return F.scaled_dot_product_attention(q, kv, kv, attn_mask=mask)  # error: [attention-sizes]


def encoder_stack():
    layer = nn.TransformerEncoderLayer(d_model=32, nhead=4, batch_first=True)
    y = nn.TransformerEncoder(layer, num_layers=3)(torch.zeros(2, 9, 32))  # shape: (2, 9, 32)
    return y


def encoder_width_differs():
    layer = nn.TransformerEncoderLayer(d_model=32, nhead=4, batch_first=True)
    encoder = nn.TransformerEncoder(layer, num_layers=3)
    return encoder(torch.zeros(2, 9, 16))  # error: [attention-sizes] "16" "32"


def encoder_heads():
    return nn.TransformerEncoderLayer(d_model=30, nhead=4)  # error: [heads-divide]


def decoder_stack():
    layer = nn.TransformerDecoderLayer(d_model=32, nhead=4)
    decoder = nn.TransformerDecoder(layer, num_layers=2, norm=nn.LayerNorm(32))
    mask = nn.Transformer.generate_square_subsequent_mask(6)
    y = decoder(torch.zeros(6, 2, 32), torch.zeros(9, 2, 32), tgt_mask=mask)  # shape: (6, 2, 32)
    return y


def whole_transformer():
    model = nn.Transformer(32, 4, 2, 2, 64, batch_first=True)
    y = model(torch.zeros(2, 9, 32), torch.zeros(2, 6, 32))  # shape: (2, 6, 32)
    return y


def batches_of_source_and_target_differ():
    model = nn.Transformer(32, 4, 2, 2, 64)
    return model(torch.zeros(9, 2, 32), torch.zeros(6, 3, 32))  # error: [attention-sizes]


class OwnLayer(nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.mix = nn.Linear(dim, dim)

    def forward(self, src, src_mask=None, is_causal=None, src_key_padding_mask=None):
        return src + self.mix(src)


class Classifier(nn.Module):
    """Tokens, positions, a class token, a transformer, a head."""

    def __init__(self, vocabulary, length, dim, classes):
        super().__init__()
        self.tokens = nn.Embedding(vocabulary, dim)
        self.positions = nn.Parameter(torch.zeros(1, length + 1, dim))
        self.cls = nn.Parameter(torch.zeros(1, 1, dim))
        layer = nn.TransformerEncoderLayer(dim, 4, dim * 4, batch_first=True)
        self.encoder = nn.TransformerEncoder(layer, 2)
        self.norm = nn.LayerNorm(dim)
        self.head = nn.Linear(dim, classes)

    def forward(self, ids):
        x = self.tokens(ids)
        x = torch.cat([self.cls.expand(x.shape[0], -1, -1), x], dim=1)
        x = x + self.positions
        return self.head(self.norm(self.encoder(x))[:, 0])


def classifier():
    model = Classifier(100, 12, 32, 5)
    y = model(torch.zeros(3, 12, dtype=torch.long))  # shape: (3, 5)
    return y


class PositionsForgotTheClassToken(Classifier):
    def __init__(self, vocabulary, length, dim, classes):
        super().__init__(vocabulary, length, dim, classes)
        self.positions = nn.Parameter(torch.zeros(1, length, dim))

    def forward(self, ids):
        x = self.tokens(ids)
        x = torch.cat([self.cls.expand(x.shape[0], -1, -1), x], dim=1)
        return x + self.positions  # error: [broadcast-sizes] "13" "12"


def positions_forgot_the_class_token():
    return PositionsForgotTheClassToken(100, 12, 32, 5)(torch.zeros(3, 12, dtype=torch.long))


def relative_positions():
    length, heads = 6, 4
    table = nn.Parameter(torch.zeros((2 * length - 1) * (2 * length - 1), heads))
    index = torch.zeros(length * length, length * length, dtype=torch.long)
    bias = table[index.view(-1)].view(length**2, length**2, -1)  # shape: (36, 36, 4)
    bias = bias.permute(2, 0, 1).contiguous().unsqueeze(0)  # shape: (1, 4, 36, 36)
    return bias


def windows():
    x = torch.zeros(2, 14, 14, 32)
    size = 7
    B, H, W, C = x.shape
    x = x.view(B, H // size, size, W // size, size, C)
    x = x.permute(0, 1, 3, 2, 4, 5).contiguous().view(-1, size, size, C)  # shape: (8, 7, 7, 32)
    return x


def windows_that_do_not_divide():
    x = torch.zeros(2, 15, 14, 32)
    size = 7
    B, H, W, C = x.shape
    return x.view(B, H // size, size, W // size, size, C)  # error: [reshape-elements]


def sinusoids():
    position = torch.arange(50).unsqueeze(1)
    scale = torch.exp(torch.arange(0, 16, 2) * (-math.log(10000.0) / 16))
    table = torch.zeros(50, 16)
    table[:, 0::2] = torch.sin(position * scale)
    table[:, 1::2] = torch.cos(position * scale)
    return table  # shape: (50, 16)


def sinusoids_of_an_odd_width():
    position = torch.arange(50).unsqueeze(1)
    scale = torch.exp(torch.arange(0, 15, 2) * (-math.log(10000.0) / 15))
    table = torch.zeros(50, 15)
    table[:, 0::2] = torch.sin(position * scale)
    table[:, 1::2] = torch.cos(position * scale)  # error: [assign-shape]
    return table


def causal_mask():
    scores = torch.zeros(2, 4, 6, 6)
    mask = torch.triu(torch.ones(6, 6, dtype=torch.bool), diagonal=1)
    y = scores.masked_fill(mask, float("-inf"))  # shape: (2, 4, 6, 6)
    return y


def padding_mask_without_axes():
    scores = torch.zeros(2, 4, 6, 6)
    padding = torch.zeros(2, 6, dtype=torch.bool)
    return scores.masked_fill(padding, float("-inf"))  # error: [broadcast-sizes]


def padding_mask_with_axes():
    scores = torch.zeros(2, 4, 6, 6)
    padding = torch.zeros(2, 6, dtype=torch.bool)
    y = scores.masked_fill(padding[:, None, None, :], float("-inf"))  # shape: (2, 4, 6, 6)
    return y


class Heads(nn.Module):
    """The axis read as the third from the left is the last one, which the layer has fixed."""

    def __init__(self, width=256, heads=8):
        super().__init__()
        self.proj = nn.Linear(width, width)
        self.heads = heads

    def forward(self, x):
        x = self.proj(x)
        batch, steps, width = x.size(0), x.size(1), x.size(2)
        return x.reshape(batch, steps, self.heads, width // self.heads)


def third_axis_and_last():
    y = Heads()(torch.zeros(2, 5, 256))  # shape: (2, 5, 8, 32)
    return y
