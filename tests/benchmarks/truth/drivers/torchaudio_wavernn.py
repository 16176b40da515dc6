"""WaveRNN predicts the next sample from a spectrogram and the samples so far."""

import torch
from torchaudio.models import WaveRNN

wavernn = WaveRNN(
    upsample_scales=[2, 2, 5],
    n_classes=64,
    hop_length=20,
    n_res_block=2,
    n_rnn=32,
    n_fc=32,
    n_freq=16,
    n_hidden=16,
    n_output=16,
)
waveform = torch.randn(2, 1, 20 * 6)
specgram = torch.randn(2, 1, 16, 10)
with torch.no_grad():
    logits = wavernn(waveform, specgram)
