"""A forecaster of a multivariate series, with a few steps of training."""

import torch
from x_transformers import ContinuousAutoregressiveWrapper, ContinuousTransformerWrapper, Decoder


def main():
    net = ContinuousTransformerWrapper(
        dim_in=6,
        dim_out=6,
        max_seq_len=24,
        attn_layers=Decoder(dim=32, depth=2, heads=4, ff_swish=True, ff_glu=True),
    )
    model = ContinuousAutoregressiveWrapper(net)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
    for _ in range(3):
        loss = model(torch.randn(2, 20, 6))
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
    future = model.generate(torch.randn(1, 4, 6), 5)
    return future


if __name__ == "__main__":
    main()
