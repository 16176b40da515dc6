"""Conv-TasNet takes a mixture of two voices apart."""

import torch
from torchaudio.models import ConvTasNet


def main():
    separator = ConvTasNet(
        num_sources=2,
        enc_kernel_size=16,
        enc_num_feats=32,
        msk_num_feats=16,
        msk_num_hidden_feats=32,
        msk_num_layers=3,
        msk_num_stacks=2,
    )
    mixture = torch.randn(2, 1, 4000)
    with torch.no_grad():
        first, second = separator(mixture).unbind(dim=1)
    return first, second


if __name__ == "__main__":
    main()
