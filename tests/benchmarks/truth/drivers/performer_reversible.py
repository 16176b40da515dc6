"""A reversible Performer with some local heads."""

import torch
from performer_pytorch import Performer


def main():
    model = Performer(
        dim=32,
        depth=2,
        heads=4,
        dim_head=8,
        local_attn_heads=2,
        local_window_size=8,
        reversible=True,
        ff_chunks=2,
        ff_glu=True,
        use_rezero=True,
    )
    x = torch.randn(2, 32, 32)
    hidden = model(x, mask=torch.ones(2, 32).bool())
    return hidden


if __name__ == "__main__":
    main()
