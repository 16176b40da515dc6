"""The loss of an autoregressive wrapper."""

import torch
from x_transformers import AutoregressiveWrapper, Decoder, TransformerWrapper

net = TransformerWrapper(
    num_tokens=100, max_seq_len=33, attn_layers=Decoder(dim=32, depth=2, heads=4, attn_qk_norm=True)
)
model = AutoregressiveWrapper(net)
loss = model(torch.randint(0, 100, (2, 32)))
loss.backward()
