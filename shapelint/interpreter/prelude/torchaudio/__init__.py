"""torchaudio, where it is not installed: a sound as it is read. Never imported.

https://docs.pytorch.org/audio/stable/torchaudio.html
"""

import torch


def load(uri, frame_offset=0, num_frames=-1, normalize=True, channels_first=True, *args, **kwargs):
    """How many channels and frames a file holds is not told."""
    sizes = (__size__("channels"), __size__("frames"))
    if not channels_first:
        sizes = (sizes[1], sizes[0])
    return (__tensor__(sizes) if normalize else __some__("a sound")), __size__("sample rate")


def save(uri, src, sample_rate, *args, **kwargs):
    return None
