"""PIL.Image: pictures, of which no more is told than their sizes and channels. Never imported.

https://pillow.readthedocs.io/en/stable/reference/Image.html
"""

import torch

_CHANNELS = {
    "1": 1, "L": 1, "P": 1, "I": 1, "F": 1, "LA": 2, "RGB": 3, "YCbCr": 3, "LAB": 3, "HSV": 3, "RGBA": 4, "CMYK": 4,
}


class Image:
    """`channels` is None where the mode is not told."""

    def __init__(self, height=None, width=None, channels=None):
        self.height = __size__("height") if height is None else height
        self.width = __size__("width") if width is None else width
        self._channels = channels

    @property
    def size(self):
        return (self.width, self.height)

    @property
    def mode(self):
        return __some__("mode")

    def __array__(self, dtype=None, copy=None):
        if self._channels is None:
            return __some__("a picture's numbers")
        sizes = (self.height, self.width)
        return __array__(sizes if self._channels == 1 else (*sizes, self._channels), "uint8")

    def __enter__(self):
        return self

    def __exit__(self, *raised):
        return None

    def copy(self):
        return self._of(self.height, self.width)

    def filter(self, kernel):
        return self.copy()

    def convert(self, mode=None, *args, **kwargs):
        return Image(self.height, self.width, _channels(mode))

    def resize(self, size, *args, **kwargs):
        return self._of(size[1], size[0])

    def crop(self, box=None):
        if box is None:
            return self.copy()
        return self._of(box[3] - box[1], box[2] - box[0])

    def rotate(self, angle, resample=0, expand=False, *args, **kwargs):
        return self.copy() if __surely__(not expand) else self._of()

    def transpose(self, method):
        return self._of()

    def thumbnail(self, size, *args, **kwargs):
        self.height = __size__("height")
        self.width = __size__("width")

    def save(self, *args, **kwargs):
        return None

    def load(self):
        return __some__("pixels")

    def close(self):
        return None

    def _of(self, height=None, width=None):
        return Image(height, width, self._channels)

    def __getattr__(self, name):
        return __some__(name, self)


def _channels(mode):
    return _CHANNELS.get(mode) if __surely__(mode in _CHANNELS) else None


def open(fp, mode="r", formats=None):
    return Image()


def new(mode, size, color=0):
    return Image(size[1], size[0], _channels(mode))


def fromarray(obj, mode=None):
    if not __is_array__(obj) or mode is not None:
        return Image()
    if obj.ndim == 2:
        return Image(obj.shape[0], obj.shape[1], 1)
    return Image(obj.shape[0], obj.shape[1], obj.shape[2])
