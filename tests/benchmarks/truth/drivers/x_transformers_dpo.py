"""Preferences between two continuations."""

import torch
from x_transformers import DPO, Decoder, TransformerWrapper

policy = TransformerWrapper(
    num_tokens=40, max_seq_len=24, attn_layers=Decoder(dim=32, depth=2, heads=4, use_scalenorm=True)
)
dpo = DPO(policy, beta=0.1)
preferred = torch.randint(0, 40, (2, 20))
unpreferred = torch.randint(0, 40, (2, 20))
prompt_mask = torch.arange(20)[None, :].expand(2, -1) < 6
loss = dpo(preferred, unpreferred, prompt_mask=prompt_mask)
loss.backward()
