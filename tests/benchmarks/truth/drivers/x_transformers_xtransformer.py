"""An encoder and a decoder trained for a step."""

import torch
from x_transformers import XTransformer


def main():
    model = XTransformer(
        dim=32,
        enc_num_tokens=50,
        enc_depth=2,
        enc_heads=4,
        enc_max_seq_len=16,
        dec_num_tokens=60,
        dec_depth=2,
        dec_heads=4,
        dec_max_seq_len=24,
    )
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    for _ in range(2):
        source = torch.randint(0, 50, (2, 16))
        target = torch.randint(0, 60, (2, 24))
        loss = model(source, target, mask=torch.ones_like(source).bool())
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()


if __name__ == "__main__":
    main()
