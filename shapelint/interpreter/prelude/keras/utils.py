"""keras.utils: objects that yield batches. Never imported."""

from keras.preprocessing.image import array_to_img, image_dataset_from_directory, img_to_array, load_img


class PyDataset:
    def __init__(self, workers=1, use_multiprocessing=False, max_queue_size=10):
        pass

    def __getitem__(self, index):
        return __some__("batch")

    def __len__(self):
        return __size__("batches")

    def on_epoch_end(self):
        pass


class Sequence(PyDataset):
    pass


def unpack_x_y_sample_weight(data):
    if isinstance(data, list):
        data = tuple(data)
    if not isinstance(data, tuple):
        return (data, None, None)
    if len(data) == 1:
        return (data[0], None, None)
    if len(data) == 2:
        return (data[0], data[1], None)
    return (data[0], data[1], data[2])


def pack_x_y_sample_weight(x, y=None, sample_weight=None):
    if y is None:
        return x if not isinstance(x, (tuple, list)) else (x,)
    return (x, y) if sample_weight is None else (x, y, sample_weight)


class CustomObjectScope:
    def __init__(self, *args, **kwargs):
        pass

    def __enter__(self):
        return self


custom_object_scope = CustomObjectScope


def get_source_inputs(tensor):
    return __some__("inputs")


def is_keras_tensor(x):
    return __is_tensor__(x)


def set_random_seed(seed):
    pass


def get_file(*args, **kwargs):
    return __some__("path")


def plot_model(*args, **kwargs):
    pass


def model_to_dot(*args, **kwargs):
    return __some__("dot")


def print_summary(*args, **kwargs):
    pass


def clear_session(free_memory=True):
    pass


def serialize_keras_object(value):
    return __some__("config")


def deserialize_keras_object(config, *args, **kwargs):
    return __some__("deserialized object")


def get_custom_objects():
    return __some__("custom objects")


def get_registered_name(value):
    return __some__("name")


def get_registered_object(*args, **kwargs):
    return __some__("registered object")
