"""torchaudio.functional: of sounds (…, time) and spectrograms (…, frequencies, time). Never imported.

https://docs.pytorch.org/audio/stable/functional.html
"""

from math import gcd

import torch


def spectrogram(
    waveform, pad, window, n_fft, hop_length, win_length, power, normalized, center=True, pad_mode="reflect",
    onesided=True, return_complex=None,
):
    if pad > 0:
        waveform = torch.nn.functional.pad(waveform, (pad, pad), "constant")
    shape = waveform.size()
    spectrum = torch.stft(
        waveform.reshape(-1, shape[-1]), n_fft=n_fft, hop_length=hop_length, win_length=win_length, window=window,
        center=center, pad_mode=pad_mode, onesided=onesided, return_complex=True,
    )
    spectrum = spectrum.reshape(shape[:-1] + spectrum.shape[-2:])
    return spectrum if power is None else spectrum.abs()


def resample(waveform, orig_freq, new_freq, *args, **kwargs):
    if not __is_tensor__(waveform) or not __is_known__(orig_freq) or not __is_known__(new_freq):
        return __some__("a resampled sound")
    if orig_freq == new_freq:
        return waveform
    common = gcd(int(orig_freq), int(new_freq))
    old, new = int(orig_freq) // common, int(new_freq) // common
    length = waveform.shape[-1]
    # The length is rounded up in single precision, which is exact for these alone.
    told = old <= 8 or length * new % old == 0
    return __like__(waveform, (*waveform.shape[:-1], -(-length * new // old) if told else __size__("frames")))


def melscale_fbanks(n_freqs, f_min, f_max, n_mels, sample_rate, norm=None, mel_scale="htk"):
    return torch.zeros(n_freqs, n_mels)


def create_dct(n_mfcc, n_mels, norm):
    return torch.zeros(n_mels, n_mfcc)


def amplitude_to_DB(x, multiplier, amin, db_multiplier, top_db=None):
    return _same(x)


def compute_deltas(specgram, win_length=5, mode="replicate"):
    return _same(specgram)


def mask_along_axis(specgram, mask_param, mask_value, axis, p=1.0):
    return _same(specgram)


def mask_along_axis_iid(specgrams, mask_param, mask_value, axis, p=1.0):
    return _same(specgrams)


def preemphasis(waveform, coeff=0.97):
    return _same(waveform)


def gain(waveform, gain_db=1.0):
    return _same(waveform)


def lowpass_biquad(waveform, *args, **kwargs):
    return _same(waveform)


def highpass_biquad(waveform, *args, **kwargs):
    return _same(waveform)


def mu_law_encoding(x, quantization_channels):
    return torch.zeros(x.shape, dtype=torch.int64) if __is_tensor__(x) else __some__("an encoded sound")


def mu_law_decoding(x_mu, quantization_channels):
    return torch.zeros(x_mu.shape) if __is_tensor__(x_mu) else __some__("a sound")


def _same(x):
    """Of the same sizes: a tensor of its own."""
    return __like__(x, x.shape) if __is_tensor__(x) else __some__("a transformed sound")
