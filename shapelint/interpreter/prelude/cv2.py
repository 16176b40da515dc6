"""cv2: pictures as arrays (height, width, channels). Never imported.

https://docs.opencv.org/4.x/d4/da8/group__imgcodecs.html
"""

IMREAD_UNCHANGED = -1
IMREAD_GRAYSCALE = 0
IMREAD_COLOR = 1
COLOR_BGR2RGB = COLOR_RGB2BGR = "3 to 3"
COLOR_BGR2HSV = COLOR_RGB2HSV = COLOR_HSV2BGR = COLOR_HSV2RGB = "3 to 3"
COLOR_BGR2LAB = COLOR_RGB2LAB = COLOR_LAB2BGR = COLOR_LAB2RGB = "3 to 3"
COLOR_BGR2YCrCb = COLOR_RGB2YCrCb = COLOR_YCrCb2BGR = COLOR_YCrCb2RGB = "3 to 3"
COLOR_BGRA2RGB = COLOR_RGBA2BGR = COLOR_BGRA2BGR = COLOR_RGBA2RGB = "4 to 3"
COLOR_BGR2GRAY = COLOR_RGB2GRAY = COLOR_BGRA2GRAY = COLOR_RGBA2GRAY = "to grey"
COLOR_GRAY2BGR = COLOR_GRAY2RGB = "grey to 3"


def imread(filename, flags=IMREAD_COLOR):
    sizes = (__size__("height"), __size__("width"))
    if __surely__(flags == IMREAD_GRAYSCALE):
        return __array__(sizes, "uint8")
    if __surely__(flags == IMREAD_COLOR):
        return __array__((*sizes, 3), "uint8")
    return __some__("a picture")


def imdecode(buf, flags):
    return imread(None, flags)


def imwrite(filename, img, params=None):
    return True


def resize(src, dsize, dst=None, fx=0, fy=0, interpolation=1):
    if not __is_array__(src) or dsize is None or dst is not None:
        return __some__("a resized picture")
    sizes = (dsize[1], dsize[0])
    # an axis of one channel is left out
    if __surely__(src.ndim == 2) or __surely__(src.ndim == 3) and __surely__(src.shape[2] == 1):
        return __like__(src, sizes)
    if __surely__(src.ndim == 3) and __surely__(src.shape[2] != 1):
        return __like__(src, (*sizes, src.shape[2]))
    return __some__("a resized picture")


def cvtColor(src, code, dst=None, dstCn=0):
    if not __is_array__(src) or not __surely__(isinstance(code, str)):
        return __some__("a recoloured picture")
    if code == "to grey":
        return __like__(src, src.shape[:2])
    return __like__(src, (*src.shape[:2], 3))


def _alike(src, *args, **kwargs):
    """The same sizes; an axis of one channel is left out."""
    if __is_array__(src) and __surely__(src.ndim == 2 or src.ndim == 3 and src.shape[2] != 1):
        return src
    return __some__("a filtered picture")


GaussianBlur = blur = medianBlur = bilateralFilter = flip = _alike
