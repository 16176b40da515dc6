"""Images: (height, width, channels), or a batch of them."""

@op("tensorflow.image.resize", finds="bad-argument")
def resize(images: Tensor["[n] _ _ c"], size: Size, method: object = "bilinear", preserve_aspect_ratio: bool = False, antialias: bool = False, name: object = None) -> Tensor["[n] height width c"]:
    """Images of another size.

    >>> resize((2, 8, 9, 3), (4, 5))
    (2, 4, 5, 3)
    >>> resize((8, 9, 3), size=(4, 5))
    (4, 5, 3)
    >>> resize((8, 9), (4, 5))
    error: rank
    """
    known = True if preserve_aspect_ratio == False else unsure()
    assert len(size) == 2, "size must be two numbers: height, width"
    height = size[0] if size[0] > 0 else unsure()
    width = size[1] if size[1] > 0 else unsure()

@op("tensorflow.image.resize_with_crop_or_pad")
def resize_with_crop_or_pad(image: Tensor["[n] _ _ c"], target_height: Dim, target_width: Dim) -> Tensor["[n] target_height target_width c"]:
    """Images of another size, the rest padded or cut.

    >>> resize_with_crop_or_pad((2, 8, 9, 3), 4, 5)
    (2, 4, 5, 3)
    >>> resize_with_crop_or_pad((8, 9), 4, 5)
    error: rank
    """
    known = True if target_height > 0 and target_width > 0 else unsure()

@op("tensorflow.image.flip_left_right", "tensorflow.image.flip_up_down", "tensorflow.image.random_flip_left_right", "tensorflow.image.random_flip_up_down")
def flip(image: Tensor["[n] h w c"]) -> Tensor["[n] h w c"]:
    """Images, mirrored.

    >>> flip((2, 8, 9, 3))
    (2, 8, 9, 3)
    >>> flip((8, 9))
    error: rank
    """

@op("tensorflow.image.rgb_to_grayscale", finds="conv-channels")
def rgb_to_grayscale(images: Tensor["*s 3"]) -> Tensor["*s 1"]:
    """One channel from three.

    >>> rgb_to_grayscale((2, 8, 9, 3))
    (2, 8, 9, 1)
    >>> rgb_to_grayscale((2, 8, 9, 1))
    error: 3
    """

@op("tensorflow.image.grayscale_to_rgb", finds="conv-channels")
def grayscale_to_rgb(images: Tensor["*s w 1"]) -> Tensor["*s w 3"]:
    """Three equal channels from one.

    >>> grayscale_to_rgb((2, 8, 9, 1))
    (2, 8, 9, 3)
    >>> grayscale_to_rgb((2, 8, 9, 3))
    error: 1
    """

@op("tensorflow.image.rgb_to_hsv", "tensorflow.image.hsv_to_rgb", finds="conv-channels")
def rgb_to_hsv(images: Tensor["*s 3"]) -> Tensor["*s 3"]:
    """Other colours in three channels.

    >>> rgb_to_hsv((2, 8, 9, 3))
    (2, 8, 9, 3)
    >>> rgb_to_hsv((2, 8, 9, 1))
    error: 3
    """

@op("tensorflow.image.per_image_standardization")
def per_image_standardization(image: Tensor["*s h w c"]) -> Tensor["*s h w c"]:
    """Mean 0 and variance 1 for each image.

    >>> per_image_standardization((8, 9, 3))
    (8, 9, 3)
    >>> per_image_standardization((8, 9))
    error: rank
    """
