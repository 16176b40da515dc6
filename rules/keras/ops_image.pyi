"""Images: colours, sizes, patches and warps of `keras.ops.image`. An image may stand alone or in a batch."""

@op("keras.ops.image.rgb_to_grayscale", finds="conv-channels")
def rgb_to_grayscale(
    images: Tensor["[n] h w c"] if channels_last(data_format) else Tensor["[n] c h w"], data_format: str | None = None
) -> Tensor["[n] h w 1"] if channels_last(data_format) else Tensor["[n] 1 h w"]:
    """Red, green and blue as one channel.

    >>> rgb_to_grayscale((2, 8, 8, 3))
    (2, 8, 8, 1)
    >>> rgb_to_grayscale((3, 8, 8), data_format="channels_first")
    (1, 8, 8)
    >>> rgb_to_grayscale((2, 8, 8, 4))
    error: channels
    >>> rgb_to_grayscale((8, 8))
    error: rank
    """
    assert c == 1 or c == 3, "images must have 1 or 3 channels"

@op("keras.ops.image.rgb_to_hsv", "keras.ops.image.hsv_to_rgb", finds="conv-channels")
def rgb_to_hsv(
    images: Tensor["[n] h w c"] if channels_last(data_format) else Tensor["[n] c h w"], data_format: str | None = None
) -> Tensor["[n] h w c"] if channels_last(data_format) else Tensor["[n] c h w"]:
    """From red, green and blue to hue, saturation and value, or back.

    >>> rgb_to_hsv((2, 8, 8, 3))
    (2, 8, 8, 3)
    >>> rgb_to_hsv((2, 8, 8, 1))
    error: channels
    """
    assert c == 3, "images must have 3 channels"

@op("keras.ops.image.resize")
def resize(
    images: Tensor["[n] h w c"] if channels_last(data_format) else Tensor["[n] c h w"], size: Size,
    interpolation="bilinear", antialias=False, crop_to_aspect_ratio: bool = False, pad_to_aspect_ratio: bool = False,
    fill_mode="constant", fill_value=0.0, data_format: str | None = None,
) -> Tensor["[n] height width c"] if channels_last(data_format) else Tensor["[n] c height width"]:
    """Interpolate to (height, width).

    >>> resize((2, 8, 8, 3), (16, 12))
    (2, 16, 12, 3)
    >>> resize((3, 8, 8), size=(4, 4), data_format="channels_first")
    (3, 4, 4)
    >>> resize((8, 8), (16, 12))
    error: rank
    >>> resize((2, 8, 8, 3), (16, 12, 3))
    error: size
    """
    assert len(size) == 2, "size must be (height, width)"
    assert not (crop_to_aspect_ratio and pad_to_aspect_ratio), "only one of crop_to_aspect_ratio and pad_to_aspect_ratio goes"
    height = size[0]
    width = size[1]
    assert height > 0 and width > 0, "height and width must be positive"

@op("keras.ops.image.affine_transform", finds="bad-argument")
def affine_transform(
    images: Tensor["[n] h w c"], transform: Tensor["[many] numbers"], interpolation="bilinear", fill_mode="constant",
    fill_value=0, data_format: str | None = None,
) -> Tensor["[n] h w c"]:
    """Warped by 8 numbers, for each image or for all.

    >>> affine_transform((2, 8, 8, 3), (2, 8))
    (2, 8, 8, 3)
    >>> affine_transform((8, 8, 3), (8,))
    (8, 8, 3)
    >>> affine_transform((8, 8), (8,))
    error: rank
    """
    assert numbers == 8, "a transform is made of 8 numbers"
    assert len(many) == 0 or len(n) == 0 or many == n or many == (1,), "there must be one transform, or one for each image"

@op("keras.ops.image.extract_patches", finds="kernel-size")
def extract_patches(
    images: (Tensor["[n] h w c"] if not is_tuple(size) or len(size) != 3 else Tensor["[n] d h w c"]) if channels_last(data_format)
    else (Tensor["[n] c h w"] if not is_tuple(size) or len(size) != 3 else Tensor["[n] c d h w"]),
    size, strides=None, dilation_rate=1, padding: Literal["valid", "same"] = "valid", data_format: str | None = None,
) -> Tensor["[n] *out parts"] if channels_last(data_format) else Tensor["[n] parts *out"]:
    """The patches of images (or of volumes, with a size of 3 numbers), each as one vector.

    >>> extract_patches((2, 8, 8, 3), 4)
    (2, 2, 2, 48)
    >>> extract_patches((3, 8, 8), (4, 2), strides=1, data_format="channels_first")
    (24, 5, 7)
    >>> extract_patches((2, 8, 8, 8, 3), (4, 4, 4))
    (2, 2, 2, 2, 192)
    >>> extract_patches((2, 3, 8, 3), 4)
    error: larger
    >>> extract_patches((8, 8), 4)
    error: rank
    """
    rank = 3 if is_tuple(size) and len(size) == 3 else 2
    spatial = (d, h, w) if rank == 3 else (h, w)
    window = each_axis(size, rank, "size")
    step = window if strides is None else each_axis(strides, rank, "strides")
    apart = each_axis(dilation_rate, rank, "dilation_rate")
    assert all(k > 0 for k in window), "[bad-argument] size must be positive"
    assert all(s > 0 for s in step), "[bad-argument] strides must be positive"
    assert all(r > 0 for r in apart), "[bad-argument] dilation_rate must be positive"
    assert window_fits(spatial, window, padding, apart), "the patch is larger than the image"
    out = windows_out(spatial, window, step, padding, apart)
    parts = prod(window) * c

@op("keras.ops.image.extract_patches_3d", finds="kernel-size")
def extract_patches_3d(
    volumes: Tensor["[n] d h w c"] if channels_last(data_format) else Tensor["[n] c d h w"], size, strides=None,
    dilation_rate=1, padding: Literal["valid", "same"] = "valid", data_format: str | None = None,
) -> Tensor["[n] *out parts"] if channels_last(data_format) else Tensor["[n] parts *out"]:
    """The patches of volumes, each as one vector.

    >>> extract_patches_3d((2, 8, 8, 8, 3), 4)
    (2, 2, 2, 2, 192)
    >>> extract_patches_3d((2, 3, 8, 8, 3), 4)
    error: larger
    >>> extract_patches_3d((8, 8, 3), 4)
    error: rank
    """
    window = each_axis(size, 3, "size")
    step = window if strides is None else each_axis(strides, 3, "strides")
    apart = each_axis(dilation_rate, 3, "dilation_rate")
    assert all(k > 0 for k in window), "[bad-argument] size must be positive"
    assert all(s > 0 for s in step), "[bad-argument] strides must be positive"
    assert all(r > 0 for r in apart), "[bad-argument] dilation_rate must be positive"
    assert window_fits((d, h, w), window, padding, apart), "the patch is larger than the volume"
    out = windows_out((d, h, w), window, step, padding, apart)
    parts = prod(window) * c

@op("keras.ops.image.map_coordinates", finds="index-rank")
def map_coordinates(
    inputs: Tensor["*s"], coordinates: Tensor["axes *new"], order, fill_mode="constant", fill_value=0
) -> Tensor["*new"]:
    """The values at places: one row of coordinates for each axis.

    >>> map_coordinates((8, 8), (2, 5), 1)
    (5,)
    >>> map_coordinates((8, 8), (3, 5), order=1)
    error: axis
    """
    assert axes == len(s), "coordinates must have one row for each axis of the inputs"
    assert len(new) > 0, "coordinates must have 2 axes or more"

@op("keras.ops.image.pad_images", finds="pad-sizes")
def pad_images(
    images: Tensor["[n] h w c"] if channels_last(data_format) else Tensor["[n] c h w"],
    top_padding: Dim | None = None, left_padding: Dim | None = None, bottom_padding: Dim | None = None,
    right_padding: Dim | None = None, target_height: Dim | None = None, target_width: Dim | None = None,
    data_format: str | None = None,
) -> Tensor["[n] height width c"] if channels_last(data_format) else Tensor["[n] c height width"]:
    """Zeros put around: two of top, bottom and target height are given, and two of left, right and target width.

    >>> pad_images((2, 8, 8, 3), 1, 2, 1, 2)
    (2, 10, 12, 3)
    >>> pad_images((8, 8, 3), top_padding=1, left_padding=2, target_height=12, target_width=12)
    (12, 12, 3)
    >>> pad_images((8, 8, 3), top_padding=1, left_padding=2, target_height=6, target_width=12)
    error: negative
    >>> pad_images((8, 8, 3), 1, 2, 1)
    error: two of
    """
    assert count([top_padding, bottom_padding, target_height], None) == 1, "two of top_padding, bottom_padding and target_height must be given"
    assert count([left_padding, right_padding, target_width], None) == 1, "two of left_padding, right_padding and target_width must be given"
    top = target_height - bottom_padding - h if top_padding is None else top_padding
    bottom = target_height - top_padding - h if bottom_padding is None else bottom_padding
    left = target_width - right_padding - w if left_padding is None else left_padding
    right = target_width - left_padding - w if right_padding is None else right_padding
    assert top >= 0 and bottom >= 0 and left >= 0 and right >= 0, "paddings must not be negative"
    height = top + h + bottom
    width = left + w + right

@op("keras.ops.image.crop_images", finds="pad-sizes")
def crop_images(
    images: Tensor["[n] h w c"] if channels_last(data_format) else Tensor["[n] c h w"],
    top_cropping: Dim | None = None, left_cropping: Dim | None = None, bottom_cropping: Dim | None = None,
    right_cropping: Dim | None = None, target_height: Dim | None = None, target_width: Dim | None = None,
    data_format: str | None = None,
) -> Tensor["[n] height width c"] if channels_last(data_format) else Tensor["[n] c height width"]:
    """Cut to a part: two of top, bottom and target height are given, and two of left, right and target width.

    >>> crop_images((2, 8, 8, 3), 1, 2, 1, 2)
    (2, 6, 4, 3)
    >>> crop_images((8, 8, 3), top_cropping=1, left_cropping=2, target_height=4, target_width=5)
    (4, 5, 3)
    >>> crop_images((8, 8, 3), bottom_cropping=6, left_cropping=2, target_height=6, target_width=4)
    error: negative
    """
    assert count([top_cropping, bottom_cropping, target_height], None) == 1, "two of top_cropping, bottom_cropping and target_height must be given"
    assert count([left_cropping, right_cropping, target_width], None) == 1, "two of left_cropping, right_cropping and target_width must be given"
    top = h - target_height - bottom_cropping if top_cropping is None else top_cropping
    bottom = h - target_height - top_cropping if bottom_cropping is None else bottom_cropping
    left = w - target_width - right_cropping if left_cropping is None else left_cropping
    right = w - target_width - left_cropping if right_cropping is None else right_cropping
    assert top >= 0 and bottom >= 0 and left >= 0 and right >= 0, "croppings must not be negative"
    assert h - top - bottom >= 0 and w - left - right >= 0, "the sizes to be left must not be negative"
    height = h - top - bottom
    width = w - left - right

@op("keras.ops.image.gaussian_blur", finds="bad-argument")
def gaussian_blur(
    images: Tensor["[n] h w c"], kernel_size: tuple[Dim, Dim] = (3, 3), sigma=(1.0, 1.0), data_format: str | None = None
) -> Tensor["*new"]:
    """Blurred by a window.

    >>> gaussian_blur((2, 8, 8, 3), (5, 5), data_format="channels_last")
    (2, 8, 8, 3)
    >>> gaussian_blur((8, 8))
    error: rank
    """
    odd = kernel_size[0] == kernel_size[1] and kernel_size[0] > 0 and kernel_size[0] % 2 == 1
    new = shape_of(images) if odd else unsure()

@op("keras.ops.image.elastic_transform", finds="bad-argument")
def elastic_transform(
    images: Tensor["[n] h w c"], alpha=20.0, sigma=5.0, interpolation="bilinear", fill_mode="reflect",
    fill_value=0.0, seed=None, data_format: str | None = None,
) -> Tensor["[n] h w c"]:
    """Each place moved a little.

    >>> elastic_transform((2, 8, 8, 3))
    (2, 8, 8, 3)
    >>> elastic_transform((8, 8))
    error: rank
    """

@op("keras.ops.image.sobel_edges", finds="bad-argument")
def sobel_edges(images: Tensor["n h w c"], data_format: str | None = None) -> Tensor["n h w c 2"]:
    """The slope down and to the right, on a new last axis.

    >>> sobel_edges((2, 8, 8, 3))
    (2, 8, 8, 3, 2)
    >>> sobel_edges((8, 8, 3))
    error: rank
    """

@op("keras.ops.image.ssim", finds="kernel-size")
def ssim(
    image1: Tensor["[n] h w c"] if channels_last(data_format) else Tensor["[n] c h w"], image2: Tensor["*t"],
    max_val=1.0, filter_size: Dim = 11, filter_sigma=1.5, k1=0.01, k2=0.03, data_format: str | None = None,
) -> Tensor["[n]"]:
    """How alike two images are, one number for each.

    >>> ssim((2, 16, 16, 3), (2, 16, 16, 3))
    (2,)
    >>> ssim((16, 16, 3), (16, 16, 3))
    ()
    >>> ssim((16, 3), (16, 3))
    error: rank
    """
    assert 2 < len(t) and len(t) < 5, "image2 must be an image or a batch"
    assert h >= filter_size and w >= filter_size, "the filter is larger than the images"
    alike = True if t == shape_of(image1) else unsure()
