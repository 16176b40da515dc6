"""Numbers among the tokens, trained as xVal does."""

import torch
from x_transformers import Decoder, XValAutoregressiveWrapper, XValTransformerWrapper

model = XValTransformerWrapper(
    num_tokens=16,
    numerical_token_id=3,
    max_seq_len=24,
    attn_layers=Decoder(dim=32, depth=2, heads=4),
)
model = XValAutoregressiveWrapper(model)
ids = torch.randint(0, 16, (2, 24))
numbers = torch.randn(2, 24)
loss = model(ids, numbers, mask=torch.ones(2, 24).bool())
loss.backward()
