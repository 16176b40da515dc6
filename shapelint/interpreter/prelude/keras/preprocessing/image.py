"""keras.preprocessing.image: images of a folder or of arrays, in batches. Never imported."""

import keras

CHANNELS = {"rgb": 3, "grayscale": 1, "rgba": 4}


class _Batches(keras.utils.PyDataset):
    def __init__(self, item):
        self._item = item
        self.class_indices = __some__("class_indices")
        self.classes = __some__("classes")
        self.n = __size__("images")
        self.samples = self.n
        self.batch_size = __size__("batch")

    def __getitem__(self, index):
        return self._item

    def __iter__(self):
        return self

    def __next__(self):
        return self._item

    def next(self):
        return self._item

    def reset(self):
        pass


class ImageDataGenerator:
    def __init__(self, *args, **kwargs):
        pass

    def fit(self, x, *args, **kwargs):
        pass

    def flow(self, x, y=None, batch_size=32, *args, **kwargs):
        if y is None:
            return _Batches(__batch__(x, __size__("batch")))
        x, y = __batch__((x, y), __size__("batch"))
        return _Batches((x, y))

    def flow_from_directory(
        self, directory, target_size=(256, 256), color_mode="rgb", classes=None,
        class_mode="categorical", batch_size=32, *args, **kwargs,
    ):
        size = __size__("batch")
        images = __tensor__((size, *target_size, CHANNELS.get(color_mode, 3)))
        return _Batches(_labelled(images, size, class_mode, classes))

    def flow_from_dataframe(
        self, dataframe, directory=None, x_col="filename", y_col="class", weight_col=None,
        target_size=(256, 256), color_mode="rgb", classes=None, class_mode="categorical", *args, **kwargs,
    ):
        size = __size__("batch")
        images = __tensor__((size, *target_size, CHANNELS.get(color_mode, 3)))
        return _Batches(_labelled(images, size, class_mode, classes))


def _labelled(images, size, mode, classes):
    if mode is None:
        return images
    if mode in ("binary", "sparse"):
        return images, __tensor__((size,))
    if mode == "input":
        return images, images
    if mode == "categorical":
        count = len(classes) if isinstance(classes, (list, tuple)) else __size__("classes")
        return images, __tensor__((size, count))
    return images, __some__("labels")


def load_img(path, grayscale=False, color_mode="rgb", target_size=None, *args, **kwargs):
    return _Picture(target_size, 1 if grayscale else CHANNELS.get(color_mode, 3))


class _Picture:
    def __init__(self, size, channels):
        self._size = size
        self._channels = channels

    def resize(self, size, *args, **kwargs):
        return _Picture((size[1], size[0]), self._channels)


def img_to_array(img, data_format=None, dtype=None):
    if isinstance(img, _Picture):
        height, width = img._size if img._size is not None else (__size__("height"), __size__("width"))
        return __array__((height, width, img._channels))
    return __some__("an image as an array")


def array_to_img(x, *args, **kwargs):
    return __some__("image")


def image_dataset_from_directory(
    directory, labels="inferred", label_mode="int", class_names=None, color_mode="rgb", batch_size=32,
    image_size=(256, 256), *args, **kwargs,
):
    """Batches of images and labels (keras/src/utils/image_dataset_utils.py)."""
    lead = () if batch_size is None else (__size__("batch"),)
    images = __tensor__((*lead, *image_size, CHANNELS.get(color_mode, 3)))
    if label_mode is None or labels is None:
        return _dataset(images)
    if label_mode == "int":
        return _dataset((images, __tensor__(lead)))
    if label_mode == "binary":
        return _dataset((images, __tensor__((*lead, 1))))
    count = len(class_names) if isinstance(class_names, (list, tuple)) else __size__("classes")
    return _dataset((images, __tensor__((*lead, count))))


def _dataset(element):
    import tensorflow as tf

    return tf.data.Dataset(element)
