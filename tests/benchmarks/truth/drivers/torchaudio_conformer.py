"""A Conformer over padded sequences of filter-bank frames."""

import torch
from torchaudio.models import Conformer

conformer = Conformer(
    input_dim=40,
    num_heads=4,
    ffn_dim=64,
    num_layers=2,
    depthwise_conv_kernel_size=15,
)
conformer.eval()

lengths = torch.tensor([50, 38, 21])
frames = torch.randn(3, 50, 40)
with torch.no_grad():
    output, output_lengths = conformer(frames, lengths)
