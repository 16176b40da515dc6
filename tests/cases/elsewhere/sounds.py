"""Sounds and their spectrograms, as torchaudio makes them."""

import torch
import torchaudio
import torchaudio.functional as F
import torchaudio.transforms as T
from torch import nn


def spectrograms():
    wave = torch.zeros(2, 1, 16000)
    power = T.Spectrogram(n_fft=512)(wave)  # shape: (2, 1, 257, 63)
    apart = T.Spectrogram(n_fft=512, hop_length=160, center=False)(wave)  # shape: (2, 1, 257, 97)
    mel = T.MelSpectrogram(sample_rate=16000, n_fft=1024, hop_length=256, n_mels=64)(wave)  # shape: (2, 1, 64, 63)
    loud = T.AmplitudeToDB()(mel)  # shape: (2, 1, 64, 63)
    masked = T.TimeMasking(20)(T.FrequencyMasking(8)(loud))  # shape: (2, 1, 64, 63)
    mfcc = T.MFCC(n_mfcc=13, melkwargs={"n_fft": 400, "hop_length": 160, "n_mels": 23})(wave)  # shape: (2, 1, 13, 101)
    deltas = T.ComputeDeltas()(mfcc)  # shape: (2, 1, 13, 101)
    return power, apart, masked, torch.cat([mfcc, deltas], dim=2)


def as_many_bins_as_the_scale_takes():
    power = T.Spectrogram(n_fft=512)(torch.zeros(1, 16000))
    return T.MelScale(n_mels=40, n_stft=201)(power)  # error: [inner-size] "257"


def resampled():
    slower = T.Resample(48000, 16000)(torch.zeros(1, 48001))  # shape: (1, 16001)
    quicker = F.resample(torch.zeros(3, 100), 8000, 16000)  # shape: (3, 200)
    second = F.resample(torch.zeros(1, 44100), 44100, 16000)  # shape: (1, 16000)
    return slower, quicker, second


def a_sound_that_is_read(path):
    wave, rate = torchaudio.load(path)
    if rate != 16000:
        wave = F.resample(wave, rate, 16000)
    mono = wave.mean(dim=0, keepdim=True)
    mel = T.MelSpectrogram(n_mels=80)(mono)
    return nn.Conv1d(64, 32, 3)(mel)  # error: [conv-channels] "80"
