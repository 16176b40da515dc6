"""Crops, patches and boxes of images, edges, and changes that a seed decides."""

@op("tensorflow.image.central_crop", finds="index-rank")
def central_crop(image: Tensor["*s"], central_fraction: object) -> Tensor["*new"]:
    """The middle of images: that part of each side.

    >>> central_crop((2, 8, 8, 3), 0.5)
    (2, ..., ..., 3)
    >>> central_crop((8, 8), 0.5)
    error: height
    """
    whole = central_fraction == 1
    assert whole or 2 < len(s) and len(s) < 5, "image must have (height, width, channels), or be a batch of that"
    new = s if whole else with_size(with_size(s, -3, some(1)), -2, some(1))

@op("tensorflow.image.adjust_jpeg_quality", finds="conv-channels")
def adjust_jpeg_quality(image: Tensor["h w c"], jpeg_quality: object, dct_method: object = "", name: object = None) -> Tensor["h w c"]:
    """An image as JPEG would leave it.

    >>> adjust_jpeg_quality((8, 8, 3), 75)
    (8, 8, 3)
    >>> adjust_jpeg_quality((2, 8, 8, 3), 75)
    error: rank
    """
    assert c == 1 or c == 3 or unsure(), "there must be one or three channels"

@op("tensorflow.image.random_jpeg_quality", finds="conv-channels")
def random_jpeg_quality(image: Tensor["h w c"], min_jpeg_quality: object, max_jpeg_quality: object, seed: object = None) -> Tensor["h w c"]:
    """An image as JPEG would leave it.

    >>> random_jpeg_quality((8, 8, 3), 75, 95)
    (8, 8, 3)
    >>> random_jpeg_quality((2, 8, 8, 3), 75, 95)
    error: rank
    """
    assert c == 1 or c == 3 or unsure(), "there must be one or three channels"

@op("tensorflow.image.stateless_random_jpeg_quality", finds="conv-channels")
def stateless_random_jpeg_quality(image: Tensor["h w c"], min_jpeg_quality: object, max_jpeg_quality: object, seed: object) -> Tensor["h w c"]:
    """An image as JPEG would leave it.

    >>> stateless_random_jpeg_quality((8, 8, 3), 75, 95, [1, 2])
    (8, 8, 3)
    >>> stateless_random_jpeg_quality((2, 8, 8, 3), 75, 95, seed=[1, 2])
    error: rank
    """
    assert c == 1 or c == 3 or unsure(), "there must be one or three channels"

@op("tensorflow.image.extract_patches", finds="kernel-size")
def extract_patches(images: Tensor["n h w c"], sizes: object, strides: object, rates: object, padding: Literal["SAME", "VALID"], name: object = None) -> Tensor["n rows columns depth"]:
    """The patches of images, each as one vector.

    >>> extract_patches((2, 8, 8, 3), sizes=[1, 4, 4, 1], strides=[1, 2, 2, 1], rates=[1, 1, 1, 1], padding="VALID")
    (2, 3, 3, 48)
    >>> extract_patches((8, 8, 3), [1, 4, 4, 1], [1, 2, 2, 1], [1, 1, 1, 1], padding="SAME")
    error: rank
    >>> extract_patches((2, 8, 8, 3), [4, 4], [1, 2, 2, 1], [1, 1, 1, 1], padding="SAME")
    error: four
    """
    window = given_sizes(sizes)
    step = given_sizes(strides)
    apart = given_sizes(rates)
    assert len(window) == 4 and len(step) == 4 and len(apart) == 4, "[bad-argument] sizes, strides and rates must be four numbers each"
    assert window[0] == 1 and window[3] == 1 and step[0] == 1 and step[3] == 1 and apart[0] == 1 and apart[3] == 1 or unsure(), "ones"
    assert all(k > 0 for k in window) and all(k > 0 for k in step) and all(k > 0 for k in apart) or unsure(), "positive"
    high = window[1] + (window[1] - 1) * (apart[1] - 1)
    wide = window[2] + (window[2] - 1) * (apart[2] - 1)
    assert padding == "SAME" or h >= high and w >= wide or unsure(), "the patch is larger than the image"
    rows = ceil_div(h, step[1]) if padding == "SAME" else (h - high) // step[1] + 1
    columns = ceil_div(w, step[2]) if padding == "SAME" else (w - wide) // step[2] + 1
    depth = window[1] * window[2] * c

@op("tensorflow.image.non_max_suppression", finds="inner-size")
def non_max_suppression(boxes: Tensor["k four"], scores: Tensor["k"], max_output_size: Dim, iou_threshold: float = 0.5, score_threshold: float = 0.0, name: object = None) -> Tensor["found"]:
    """Which boxes to keep.

    >>> non_max_suppression((5, 4), (5,), 3)
    (...,)
    >>> non_max_suppression((5, 4), (6,), 3)
    error: k is
    >>> non_max_suppression((5, 3), (5,), 3)
    error: columns
    """
    assert four == 4, "boxes must have four columns"
    assert max_output_size >= 0 or unsure(), "negative"
    found = some(0)

@op("tensorflow.image.non_max_suppression_with_scores", finds="inner-size")
def non_max_suppression_with_scores(boxes: Tensor["k four"], scores: Tensor["k"], max_output_size: Dim, iou_threshold: float = 0.5, score_threshold: float = 0.0, soft_nms_sigma: float = 0.0, name: object = None) -> tuple[Tensor["found"], Tensor["found"]]:
    """Which boxes to keep, and their scores.

    >>> non_max_suppression_with_scores((5, 4), (5,), 3)
    ((...,), (...,))
    >>> non_max_suppression_with_scores((5, 4), (6,), 3)
    error: k is
    """
    assert four == 4, "boxes must have four columns"
    assert max_output_size >= 0 or unsure(), "negative"
    found = some(0)

@op("tensorflow.image.non_max_suppression_overlaps", finds="square-matrix")
def non_max_suppression_overlaps(overlaps: Tensor["k m"], scores: Tensor["k"], max_output_size: Dim, overlap_threshold: float = 0.5, score_threshold: float = 0.0, name: object = None) -> Tensor["found"]:
    """Which boxes to keep, by how much each overlaps with each.

    >>> non_max_suppression_overlaps((5, 5), (5,), 3)
    (...,)
    >>> non_max_suppression_overlaps((5, 4), (5,), 3)
    error: square
    """
    assert k == m, "overlaps must be square"
    assert max_output_size >= 0 or unsure(), "negative"
    found = some(0)

@op("tensorflow.image.draw_bounding_boxes", finds="inner-size")
def draw_bounding_boxes(images: Tensor["n h w c"], boxes: Tensor["n k four"], colors: object, name: object = None) -> Tensor["n h w c"]:
    """Images with boxes drawn on them.

    >>> draw_bounding_boxes((2, 8, 8, 3), (2, 5, 4), [[1.0, 0.0, 0.0]])
    (2, 8, 8, 3)
    >>> draw_bounding_boxes((2, 8, 8, 3), (3, 5, 4), [[1.0, 0.0, 0.0]])
    error: n is
    >>> draw_bounding_boxes((2, 8, 8, 3), (2, 5, 3), [[1.0, 0.0, 0.0]])
    error: columns
    """
    assert four == 4, "boxes must have four columns"
    assert c == 3 or unsure(), "channels"

@op("tensorflow.image.extract_glimpse", finds="inner-size")
def extract_glimpse(input: Tensor["n h w c"], size: object, offsets: Tensor["n two"], centered: object = True, normalized: object = True, noise: object = "uniform", name: object = None) -> Tensor["n height width c"]:
    """A window of each image, at its own place.

    >>> extract_glimpse((2, 8, 8, 3), [4, 5], (2, 2))
    (2, 4, 5, 3)
    >>> extract_glimpse((2, 8, 8, 3), [4, 5], (3, 2))
    error: n is
    """
    wanted = given_sizes(size)
    assert two == 2, "offsets must have two columns"
    assert len(wanted) == 2, "[bad-argument] size must be two numbers"
    height = wanted[0] if wanted[0] > 0 else unsure()
    width = wanted[1] if wanted[1] > 0 else unsure()

@op("tensorflow.image.sobel_edges", finds="index-rank")
def sobel_edges(image: Tensor["n h w c"]) -> Tensor["n h w c 2"]:
    """How steep images are downwards and to the right, on a new last axis.

    >>> sobel_edges((2, 8, 8, 3))
    (2, 8, 8, 3, 2)
    >>> sobel_edges((8, 8, 3))
    error: rank
    """
    assert h > 1 and w > 1 or unsure(), "too small"

@op("tensorflow.image.ssim_multiscale", finds="broadcast-sizes")
def ssim_multiscale(
    img1: Tensor["*#batch h w c"], img2: Tensor["*#batch h w c"], max_val: object, power_factors: object = (1, 1, 1, 1, 1), filter_size: Dim = 11,
    filter_sigma: object = 1.5, k1: object = 0.01, k2: object = 0.03,
) -> Tensor["*batch"]:
    """How like two images are, in windows and at several sizes.

    >>> ssim_multiscale((2, 192, 192, 3), (2, 192, 192, 3), 1.0)
    (2,)
    >>> ssim_multiscale((2, 192, 192, 3), (2, 192, 192, 1), 1.0)
    error: c is
    """
    halvings = len(power_factors) - 1
    assert h >= filter_size * 2 ** halvings and w >= filter_size * 2 ** halvings or unsure(), "the filter is larger than the smallest images"

@op("tensorflow.image.stateless_random_brightness")
def stateless_random_brightness(image: Tensor["*s"], max_delta: object, seed: object) -> Tensor["*s"]:
    """Images of the same size.

    >>> stateless_random_brightness((8, 8, 3), 0.1, [1, 2])
    (8, 8, 3)
    """

@op("tensorflow.image.stateless_random_contrast", finds="index-rank")
def stateless_random_contrast(image: Tensor["*s h w c"], lower: object, upper: object, seed: object) -> Tensor["*s h w c"]:
    """Images of the same size.

    >>> stateless_random_contrast((8, 8, 3), 0.1, 0.2, [1, 2])
    (8, 8, 3)
    >>> stateless_random_contrast((8, 8), 0.1, 0.2, [1, 2])
    error: rank
    """

@op("tensorflow.image.stateless_random_saturation", finds="conv-channels")
def stateless_random_saturation(image: Tensor["*s h w c"], lower: object, upper: object, seed: object = None) -> Tensor["*s h w c"]:
    """Images of the same size.

    >>> stateless_random_saturation((8, 8, 3), 0.1, 0.2, [1, 2])
    (8, 8, 3)
    >>> stateless_random_saturation((8, 8, 4), 0.1, 0.2, [1, 2])
    error: three
    """
    assert c == 3, "there must be three channels"

@op("tensorflow.image.stateless_random_hue", finds="conv-channels")
def stateless_random_hue(image: Tensor["*s h w c"], max_delta: object, seed: object) -> Tensor["*s h w c"]:
    """Images of the same size.

    >>> stateless_random_hue((8, 8, 3), 0.1, [1, 2])
    (8, 8, 3)
    >>> stateless_random_hue((8, 8, 4), 0.1, [1, 2])
    error: three
    """
    assert c == 3, "there must be three channels"

@op("tensorflow.image.stateless_random_flip_left_right", "tensorflow.image.stateless_random_flip_up_down", finds="index-rank")
def stateless_flip(image: Tensor["[n] h w c"], seed: object) -> Tensor["*n h w c"]:
    """Images, mirrored or not.

    >>> stateless_flip((2, 8, 9, 3), [1, 2])
    (2, 8, 9, 3)
    >>> stateless_flip((8, 9), [1, 2])
    error: rank
    """

@op("tensorflow.image.stateless_random_crop", finds="index-range")
def stateless_random_crop(value: Tensor["*s"], size: object, seed: object, name: object = None) -> Tensor["*new"]:
    """A part of that size, from anywhere.

    >>> stateless_random_crop((8, 8, 3), [4, 4, 3], seed=[1, 2])
    (4, 4, 3)
    >>> stateless_random_crop((8, 8, 3), [9, 4, 3], seed=[1, 2])
    error: larger
    """
    new = given_sizes(size)
    assert len(new) == len(s) or len(s) == 1 or len(new) == 1, "there must be a size for each axis"
    assert len(new) == len(s) or unsure(), "the size is broadcast"
    assert all(n >= 0 for n in new) or unsure(), "-1 is taken for all"
    assert all(a >= b for a, b in zip(s, new)), "the part is larger than the whole"
