"""Tacotron 2 with teacher forcing on a short line of text."""

import torch
from torchaudio.models import Tacotron2

tacotron = Tacotron2(
    n_mels=20,
    n_symbol=38,
    symbol_embedding_dim=32,
    encoder_embedding_dim=32,
    decoder_rnn_dim=64,
    attention_rnn_dim=64,
    attention_hidden_dim=16,
    prenet_dim=32,
    postnet_embedding_dim=32,
)
tokens = torch.randint(0, 38, (2, 12))
mels = torch.randn(2, 20, 15)
mel, postnet_mel, stop, alignments = tacotron(
    tokens, torch.tensor([12, 9]), mels, torch.tensor([15, 11])
)
