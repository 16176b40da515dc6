"""A sequence-to-sequence Performer, trained for two steps."""

import torch
from performer_pytorch import PerformerEncDec

model = PerformerEncDec(
    dim=32,
    tie_token_embeds=True,
    enc_num_tokens=50,
    enc_depth=1,
    enc_heads=2,
    enc_dim_head=16,
    enc_max_seq_len=24,
    enc_nb_features=8,
    dec_num_tokens=50,
    dec_depth=1,
    dec_heads=2,
    dec_dim_head=16,
    dec_max_seq_len=16,
    dec_nb_features=8,
)
optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
for _ in range(2):
    source, target = torch.randint(0, 50, (2, 24)), torch.randint(0, 50, (2, 16))
    loss = model(source, target, enc_mask=torch.ones_like(source).bool())
    loss.backward()
    optimizer.step()
    optimizer.zero_grad()
