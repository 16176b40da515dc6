"""torchvision.transforms, and v2: what becomes of a picture's sizes. Never imported.

https://docs.pytorch.org/vision/stable/transforms.html
"""

import torch
from torch import nn
import torchvision.transforms.functional as F


class Compose:
    def __init__(self, transforms):
        self.transforms = transforms

    def __call__(self, *inputs):
        for transform in self.transforms:
            outputs = transform(*inputs)
            inputs = outputs if len(inputs) > 1 else (outputs,)
        return outputs


class _Transform(nn.Module):
    """One that is applied to each of several inputs alike."""

    def forward(self, *inputs):
        if len(inputs) == 1:
            return self._apply_to(inputs[0])
        return tuple(__some__("a transformed input") for _ in inputs)


class ToTensor(_Transform):
    def _apply_to(self, pic):
        return F.to_tensor(pic)


class PILToTensor(_Transform):
    def _apply_to(self, pic):
        return F.pil_to_tensor(pic)


class ToImage(_Transform):
    def _apply_to(self, pic):
        return F.to_image(pic)


class ToPILImage(_Transform):
    def __init__(self, mode=None):
        super().__init__()
        self.mode = mode

    def _apply_to(self, pic):
        return F.to_pil_image(pic, self.mode)


class ConvertImageDtype(_Transform):
    def __init__(self, dtype=torch.float32):
        super().__init__()
        self.dtype = dtype

    def _apply_to(self, image):
        return F.convert_image_dtype(image, self.dtype)


class ToDtype(_Transform):
    def __init__(self, dtype, scale=False):
        super().__init__()
        self.dtype = dtype

    def _apply_to(self, image):
        if __is_tensor__(image) and not isinstance(self.dtype, dict):
            return image.to(self.dtype)
        return __some__("a converted picture")


class Normalize(_Transform):
    def __init__(self, mean, std, inplace=False):
        super().__init__()
        self.mean = mean
        self.std = std
        self.inplace = inplace

    def _apply_to(self, tensor):
        return F.normalize(tensor, self.mean, self.std, self.inplace)


class Resize(_Transform):
    def __init__(self, size, interpolation=None, max_size=None, antialias=True):
        super().__init__()
        self.size = size
        self.max_size = max_size

    def _apply_to(self, img):
        return F.resize(img, self.size, max_size=self.max_size)


class CenterCrop(_Transform):
    def __init__(self, size):
        super().__init__()
        self.size = size

    def _apply_to(self, img):
        return F.center_crop(img, self.size)


class RandomResizedCrop(CenterCrop):
    def __init__(self, size, *args, **kwargs):
        super().__init__(size)


class RandomCrop(CenterCrop):
    def __init__(self, size, *args, **kwargs):
        super().__init__(size)


class FiveCrop(CenterCrop):
    def _apply_to(self, img):
        return F.five_crop(img, self.size)


class TenCrop(CenterCrop):
    def __init__(self, size, vertical_flip=False):
        super().__init__(size)

    def _apply_to(self, img):
        return F.ten_crop(img, self.size)


class Pad(_Transform):
    def __init__(self, padding, fill=0, padding_mode="constant"):
        super().__init__()
        self.padding = padding

    def _apply_to(self, img):
        return F.pad(img, self.padding)


class Grayscale(_Transform):
    def __init__(self, num_output_channels=1):
        super().__init__()
        self.num_output_channels = num_output_channels

    def _apply_to(self, img):
        return F.rgb_to_grayscale(img, self.num_output_channels)


class Lambda(_Transform):
    def __init__(self, lambd, *types):
        super().__init__()
        self.lambd = lambd

    def _apply_to(self, img):
        return self.lambd(img)


class RandomApply(_Transform):
    def __init__(self, transforms, p=0.5):
        super().__init__()
        self.transforms = transforms

    def _apply_to(self, img):
        if __flag__("applied"):
            for transform in self.transforms:
                img = transform(img)
        return img


class RandomChoice(_Transform):
    def __init__(self, transforms, p=None):
        super().__init__()
        self.transforms = transforms

    def _apply_to(self, img):
        given = [transform(img) for transform in self.transforms]
        return given[__index__(given)]


class RandomRotation(_Transform):
    def __init__(self, degrees, interpolation=None, expand=False, *args, **kwargs):
        super().__init__()
        self.expand = expand

    def _apply_to(self, img):
        return F.rotate(img, 0, None, self.expand)


class _Other(_Transform):
    """One whose outcome is not followed."""

    def __init__(self, *args, **kwargs):
        super().__init__()

    def _apply_to(self, img):
        return __some__("a transformed picture")


class LinearTransformation(_Other):
    pass


class RandomOrder(_Other):
    pass


class RandomShortestSize(_Other):
    pass


class RandomResize(_Other):
    pass


class RandomZoomOut(_Other):
    pass


class ScaleJitter(_Other):
    pass


class _Same(nn.Module):
    """One that leaves sizes and channels as they are."""

    def __init__(self, *args, **kwargs):
        super().__init__()

    def forward(self, *inputs):
        return inputs[0] if len(inputs) == 1 else inputs


class RandomHorizontalFlip(_Same):
    pass


class RandomVerticalFlip(_Same):
    pass


class RandomPerspective(_Same):
    pass


class RandomAffine(_Same):
    pass


class RandomGrayscale(_Same):
    pass


class RandomErasing(_Same):
    pass


class RandomInvert(_Same):
    pass


class RandomPosterize(_Same):
    pass


class RandomSolarize(_Same):
    pass


class RandomAdjustSharpness(_Same):
    pass


class RandomAutocontrast(_Same):
    pass


class RandomEqualize(_Same):
    pass


class RandomPhotometricDistort(_Same):
    pass


class ColorJitter(_Same):
    pass


class GaussianBlur(_Same):
    pass


class GaussianNoise(_Same):
    pass


class ElasticTransform(_Same):
    pass


class AutoAugment(_Same):
    pass


class RandAugment(_Same):
    pass


class TrivialAugmentWide(_Same):
    pass


class AugMix(_Same):
    pass


class ToPureTensor(_Same):
    pass
