"""Parts of images, and images in other colours."""

@op("tensorflow.image.resize_with_pad", finds="index-rank")
def resize_with_pad(image: Tensor["[n] h w c"], target_height: Dim, target_width: Dim, method: object = "bilinear", antialias: object = False) -> Tensor["*n target_height target_width c"]:
    """Images of another size, padded to keep what they show in proportion.

    >>> resize_with_pad((2, 8, 8, 3), 4, 5)
    (2, 4, 5, 3)
    >>> resize_with_pad((8, 8), 4, 5)
    error: rank
    >>> resize_with_pad((8, 8, 3), 4, 0)
    error: positive
    """
    assert target_height > 0 and target_width > 0, "[bad-argument] sizes must be positive"
    assert h * target_width >= w and w * target_height >= h or unsure(), "nothing is left of one side"

@op("tensorflow.image.random_crop", finds="index-range")
def random_crop(value: Tensor["*s"], size: object, seed: object = None, name: object = None) -> Tensor["*new"]:
    """A part of that size, from anywhere.

    >>> random_crop((8, 8, 3), [4, 4, 3])
    (4, 4, 3)
    >>> random_crop((8, 8, 3), [9, 4, 3])
    error: larger
    """
    new = given_sizes(size)
    assert len(new) == len(s) or len(s) == 1 or len(new) == 1, "there must be a size for each axis"
    assert len(new) == len(s) or unsure(), "the size is broadcast"
    assert all(n >= 0 for n in new) or unsure(), "-1 is taken for all"
    assert all(a >= b for a, b in zip(s, new)), "the part is larger than the whole"

@op("tensorflow.image.crop_to_bounding_box", finds="index-range")
def crop_to_bounding_box(image: Tensor["[n] h w c"], offset_height: Dim, offset_width: Dim, target_height: Dim, target_width: Dim) -> Tensor["*n target_height target_width c"]:
    """A part of images.

    >>> crop_to_bounding_box((2, 8, 8, 3), 1, 1, 4, 5)
    (2, 4, 5, 3)
    >>> crop_to_bounding_box((8, 8, 3), 1, 1, 8, 5)
    error: beyond
    """
    assert offset_height >= 0 and offset_width >= 0, "offsets must not be negative"
    assert target_height > 0 and target_width > 0, "[bad-argument] sizes must be positive"
    assert offset_height + target_height <= h and offset_width + target_width <= w, "the part goes beyond the image"

@op("tensorflow.image.pad_to_bounding_box", finds="pad-sizes")
def pad_to_bounding_box(image: Tensor["[n] h w c"], offset_height: Dim, offset_width: Dim, target_height: Dim, target_width: Dim) -> Tensor["*n target_height target_width c"]:
    """Images as a part of larger ones.

    >>> pad_to_bounding_box((2, 8, 8, 3), 1, 1, 10, 12)
    (2, 10, 12, 3)
    >>> pad_to_bounding_box((8, 8, 3), 1, 1, 8, 12)
    error: beyond
    """
    assert offset_height >= 0 and offset_width >= 0, "offsets must not be negative"
    assert offset_height + h <= target_height and offset_width + w <= target_width, "the image goes beyond the larger one"

@op("tensorflow.image.rot90", finds="index-rank")
def rot90(image: Tensor["[n] h w c"], k: Dim = 1, name: object = None) -> Tensor["*n a b c"]:
    """Images turned by right angles.

    >>> rot90((2, 8, 7, 3))
    (2, 7, 8, 3)
    >>> rot90((8, 7))
    error: rank
    """
    a = h if k % 2 == 0 else w
    b = w if k % 2 == 0 else h

@op("tensorflow.image.transpose", finds="index-rank")
def transpose(image: Tensor["[n] h w c"], name: object = None) -> Tensor["*n w h c"]:
    """Images with height and width exchanged.

    >>> transpose((2, 8, 7, 3))
    (2, 7, 8, 3)
    >>> transpose((8, 7))
    error: rank
    """

@op("tensorflow.image.rgb_to_yuv", "tensorflow.image.yuv_to_rgb", "tensorflow.image.rgb_to_yiq", "tensorflow.image.yiq_to_rgb", finds="conv-channels")
def rgb_to_yuv(images: Tensor["*s c"]) -> Tensor["*s c"]:
    """Three channels as three others.

    >>> rgb_to_yuv((8, 8, 3))
    (8, 8, 3)
    >>> rgb_to_yuv((8, 8, 4))
    error: three
    """
    assert c == 3, "there must be three channels"

@op("tensorflow.image.random_brightness")
def random_brightness(image: Tensor["*s"], max_delta: object, seed: object = None) -> Tensor["*s"]:
    """Images of the same size.

    >>> random_brightness((8, 8, 3), 0.1)
    (8, 8, 3)
    """

@op("tensorflow.image.adjust_brightness")
def adjust_brightness(image: Tensor["*s"], delta: object) -> Tensor["*s"]:
    """Images of the same size.

    >>> adjust_brightness((8, 8, 3), 0.1)
    (8, 8, 3)
    """

@op("tensorflow.image.adjust_contrast", finds="index-rank")
def adjust_contrast(images: Tensor["*s h w c"], contrast_factor: object) -> Tensor["*s h w c"]:
    """Images of the same size.

    >>> adjust_contrast((8, 8, 3), 0.1)
    (8, 8, 3)
    >>> adjust_contrast((8, 8), 0.1)
    error: rank
    """

@op("tensorflow.image.adjust_saturation", finds="conv-channels")
def adjust_saturation(image: Tensor["*s h w c"], saturation_factor: object, name: object = None) -> Tensor["*s h w c"]:
    """Images of the same size.

    >>> adjust_saturation((8, 8, 3), 0.1)
    (8, 8, 3)
    >>> adjust_saturation((8, 8, 4), 0.1)
    error: three
    """
    assert c == 3, "there must be three channels"

@op("tensorflow.image.adjust_hue", finds="conv-channels")
def adjust_hue(image: Tensor["*s h w c"], delta: object, name: object = None) -> Tensor["*s h w c"]:
    """Images of the same size.

    >>> adjust_hue((8, 8, 3), 0.1)
    (8, 8, 3)
    >>> adjust_hue((8, 8, 4), 0.1)
    error: three
    """
    assert c == 3, "there must be three channels"

@op("tensorflow.image.adjust_gamma")
def adjust_gamma(image: Tensor["*s"], gamma: object = 1, gain: object = 1) -> Tensor["*s"]:
    """Images of the same size.

    >>> adjust_gamma((8, 8, 3), 0.5)
    (8, 8, 3)
    """

@op("tensorflow.image.random_contrast", finds="index-rank")
def random_contrast(image: Tensor["*s h w c"], lower: object, upper: object, seed: object = None) -> Tensor["*s h w c"]:
    """Images of the same size.

    >>> random_contrast((8, 8, 3), 0.1, 0.2)
    (8, 8, 3)
    >>> random_contrast((8, 8), 0.1, 0.2)
    error: rank
    """

@op("tensorflow.image.random_saturation", finds="conv-channels")
def random_saturation(image: Tensor["*s h w c"], lower: object, upper: object, seed: object = None) -> Tensor["*s h w c"]:
    """Images of the same size.

    >>> random_saturation((8, 8, 3), 0.1, 0.2)
    (8, 8, 3)
    >>> random_saturation((8, 8, 4), 0.1, 0.2)
    error: three
    """
    assert c == 3, "there must be three channels"

@op("tensorflow.image.random_hue", finds="conv-channels")
def random_hue(image: Tensor["*s h w c"], max_delta: object, seed: object = None) -> Tensor["*s h w c"]:
    """Images of the same size.

    >>> random_hue((8, 8, 3), 0.1)
    (8, 8, 3)
    >>> random_hue((8, 8, 4), 0.1)
    error: three
    """
    assert c == 3, "there must be three channels"

@op("tensorflow.image.convert_image_dtype")
def convert_image_dtype(image: Tensor["*s"], dtype: object, saturate: object = False, name: object = None) -> Tensor["*s"]:
    """Images of another dtype.

    >>> convert_image_dtype((8, 8, 3), "float64")
    (8, 8, 3)
    """

@op("tensorflow.image.crop_and_resize", finds="inner-size")
def crop_and_resize(image: Tensor["n h w c"], boxes: Tensor["k four"], box_indices: Int32["k"], crop_size: object, method: object = "bilinear", extrapolation_value: object = 0.0, name: object = None) -> Tensor["k height width c"]:
    """Boxes of images, in another size.

    >>> crop_and_resize((2, 8, 8, 3), (5, 4), (5,), [3, 4])
    (5, 3, 4, 3)
    >>> crop_and_resize((2, 8, 8, 3), (5, 4), (6,), [3, 4])
    error: k is
    >>> crop_and_resize((2, 8, 8, 3), (5, 3), (5,), [3, 4])
    error: columns
    """
    assert four == 4, "the boxes must have four columns"
    wanted = given_sizes(crop_size)
    assert not is_number(crop_size) and len(wanted) == 2, "[bad-argument] crop_size must be two numbers"
    height = wanted[0]
    width = wanted[1]
    assert height > 0 and width > 0, "[bad-argument] sizes must be positive"

@op("tensorflow.image.total_variation", finds="index-rank")
def total_variation(images: Tensor["[n] h w c"], name: object = None) -> Tensor["*n"]:
    """How much neighbours differ, of each image.

    >>> total_variation((2, 8, 8, 3))
    (2,)
    >>> total_variation((8, 8))
    error: rank
    """

@op("tensorflow.image.image_gradients", finds="index-rank")
def image_gradients(image: Tensor["n h w c"]) -> tuple[Tensor["n h w c"], Tensor["n h w c"]]:
    """How much neighbours differ, downwards and to the right.

    >>> image_gradients((2, 8, 8, 3))
    ((2, 8, 8, 3), (2, 8, 8, 3))
    >>> image_gradients((8, 8, 3))
    error: rank
    """

@op("tensorflow.image.psnr", finds="broadcast-sizes")
def psnr(a: Tensor["*#batch h w c"], b: Tensor["*#batch h w c"], max_val: object, name: object = None) -> Tensor["*batch"]:
    """How like two images are.

    >>> psnr((2, 8, 8, 3), (2, 8, 8, 3), 1.0)
    (2,)
    >>> psnr((2, 8, 8, 3), (2, 8, 8, 1), 1.0)
    error: c is
    """

@op("tensorflow.image.ssim", finds="broadcast-sizes")
def ssim(
    img1: Tensor["*#batch h w c"], img2: Tensor["*#batch h w c"], max_val: object, filter_size: Dim = 11, filter_sigma: object = 1.5,
    k1: object = 0.01, k2: object = 0.03, return_index_map: Literal[False] = False,
) -> Tensor["*batch"]:
    """How like two images are, in windows.

    >>> ssim((2, 16, 16, 3), (2, 16, 16, 3), max_val=1.0)
    (2,)
    >>> ssim((2, 16, 16, 3), (2, 16, 16, 1), 1.0)
    error: c is
    >>> ssim((2, 8, 8, 3), (2, 8, 8, 3), 1.0)
    error: filter
    """
    assert h >= filter_size and w >= filter_size, "[kernel-size] the images are smaller than the filter"
