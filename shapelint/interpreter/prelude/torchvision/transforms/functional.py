"""torchvision.transforms.functional: of pictures and of tensors (…, C, H, W). Never imported.

https://docs.pytorch.org/vision/stable/transforms.html#functional-transforms
"""

import PIL.Image
import torch


def _is_picture(image):
    return __surely__(isinstance(image, PIL.Image.Image))


def _sized(image, height=None, width=None):
    """The same picture or tensor with another height and width."""
    if _is_picture(image):
        return image._of(height, width)
    if __is_tensor__(image):
        height = __size__("height") if height is None else height
        width = __size__("width") if width is None else width
        return __like__(image, (*image.shape[:-2], height, width))
    return __some__("a transformed picture")


def _height_and_width(image):
    if _is_picture(image):
        return image.height, image.width
    if __is_tensor__(image):
        return image.shape[-2], image.shape[-1]
    return __some__("height"), __some__("width")


def _pair(size):
    """Height and width: one number is both."""
    if isinstance(size, int):
        return size, size
    if len(size) == 1:
        return size[0], size[0]
    return size[0], size[1]


def get_image_size(image):
    height, width = _height_and_width(image)
    return [width, height]


def get_dimensions(image):
    height, width = _height_and_width(image)
    if _is_picture(image):
        return [__some__("channels") if image._channels is None else image._channels, height, width]
    return [image.shape[-3], height, width]


def get_image_num_channels(image):
    return get_dimensions(image)[0]


def to_tensor(pic):
    if _is_picture(pic):
        return __tensor__((__size__("channels") if pic._channels is None else pic._channels, pic.height, pic.width))
    if __is_array__(pic):
        planes = pic[:, :, None] if pic.ndim == 2 else pic
        return __tensor__((planes.shape[2], planes.shape[0], planes.shape[1]))
    return __tensor__((__size__("channels"), __size__("height"), __size__("width")))


def pil_to_tensor(pic):
    return to_tensor(pic)


def to_image(image):
    return image if __is_tensor__(image) else to_tensor(image)


def to_pil_image(pic, mode=None):
    if not __is_tensor__(pic) or mode is not None:
        return PIL.Image.Image()
    if __is_array__(pic) and __surely__(pic.ndim == 3) and not isinstance(pic, torch.Tensor):
        return PIL.Image.fromarray(pic)
    if __surely__(pic.ndim == 2):
        return PIL.Image.Image(pic.shape[0], pic.shape[1], 1)
    if __surely__(pic.ndim == 3):
        return PIL.Image.Image(pic.shape[1], pic.shape[2], pic.shape[0])
    return PIL.Image.Image()


to_pil = to_pil_image


def convert_image_dtype(image, dtype=torch.float, scale=False):
    return image.to(dtype) if __is_tensor__(image) else __some__("a converted picture")


to_dtype = to_dtype_image = convert_image_dtype


def normalize(tensor, mean, std, inplace=False):
    if not __is_tensor__(tensor):
        return __some__("a normalized picture")
    mean, std = torch.as_tensor(mean), torch.as_tensor(std)
    if mean.ndim == 1:
        mean = mean.view(-1, 1, 1)
    if std.ndim == 1:
        std = std.view(-1, 1, 1)
    result = tensor if inplace else tensor.clone()
    return result.sub_(mean).div_(std)


def resize(img, size, interpolation=None, max_size=None, antialias=None):
    if size is None or max_size is not None:
        return _sized(img)
    if not isinstance(size, int) and len(size) == 2:
        return _sized(img, size[0], size[1])
    edge = size if isinstance(size, int) else size[0]
    height, width = _height_and_width(img)
    if __surely__(height == width):
        return _sized(img, edge, edge)
    if __surely__(height < width):
        return _sized(img, edge, int(edge * width / height) if __surely__(height > 0) else None)
    if __surely__(width < height):
        return _sized(img, int(edge * height / width) if __surely__(width > 0) else None, edge)
    return _sized(img)


def center_crop(img, output_size):
    return _sized(img, *_pair(output_size))


def crop(img, top, left, height, width):
    return _sized(img, height, width)


def resized_crop(img, top, left, height, width, size, interpolation=None, antialias=None):
    return resize(crop(img, top, left, height, width), size)


def pad(img, padding, fill=0, padding_mode="constant"):
    height, width = _height_and_width(img)
    if isinstance(padding, int):
        return _sized(img, height + 2 * padding, width + 2 * padding)
    if len(padding) == 4:
        return _sized(img, height + padding[1] + padding[3], width + padding[0] + padding[2])
    across, down = (padding[0], padding[0]) if len(padding) == 1 else padding
    return _sized(img, height + 2 * down, width + 2 * across)


def five_crop(img, size):
    return tuple(_sized(img, *_pair(size)) for _ in range(5))


def ten_crop(img, size, vertical_flip=False):
    return tuple(_sized(img, *_pair(size)) for _ in range(10))


def rgb_to_grayscale(img, num_output_channels=1):
    if _is_picture(img):
        return PIL.Image.Image(img.height, img.width, num_output_channels)
    if __is_tensor__(img):
        return __like__(img, (*img.shape[:-3], num_output_channels, img.shape[-2], img.shape[-1]))
    return __some__("a grey picture")


to_grayscale = rgb_to_grayscale


def rotate(img, angle, interpolation=None, expand=False, center=None, fill=None):
    return img if __surely__(not expand) else _sized(img)


def _same(img, *args, **kwargs):
    return img


adjust_brightness = adjust_contrast = adjust_gamma = adjust_hue = adjust_saturation = adjust_sharpness = _same
affine = autocontrast = elastic = elastic_transform = equalize = erase = gaussian_blur = hflip = _same
horizontal_flip = invert = perspective = posterize = solarize = vflip = vertical_flip = _same
