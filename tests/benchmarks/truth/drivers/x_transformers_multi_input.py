"""Notes and their durations, embedded together."""

import torch
from x_transformers import Decoder, MultiInputTransformerWrapper

model = MultiInputTransformerWrapper(
    num_tokens=dict(note=40, duration=12),
    max_seq_len=32,
    attn_layers=Decoder(dim=32, depth=2, heads=4, rotary_pos_emb=True),
)
song = dict(note=torch.randint(0, 40, (2, 32)), duration=torch.randint(0, 12, (2, 32)))
with torch.no_grad():
    logits = model(song)
    note = logits["note"]
