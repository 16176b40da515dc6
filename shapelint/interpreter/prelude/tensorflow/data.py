"""tf.data: datasets by the element that stands for all. Never imported.

`batch` puts an axis before each part; the last batch may be smaller, so that its size is open unless
the remainder is dropped.
"""


class Dataset:
    def __init__(self, element):
        self._element = element

    @staticmethod
    def from_tensor_slices(tensors, name=None):
        return Dataset(_slices(tensors))

    @staticmethod
    def from_tensors(tensors, name=None):
        return Dataset(__as_tensor__(tensors))

    @staticmethod
    def from_generator(generator, output_types=None, output_shapes=None, args=None, output_signature=None, name=None):
        if output_signature is not None:
            return Dataset(_of_signature(output_signature))
        return Dataset(__some__("element"))

    @staticmethod
    def range(*args, **kwargs):
        return Dataset(__tensor__(()))

    @staticmethod
    def zip(*datasets, **kwargs):
        if len(datasets) == 1 and isinstance(datasets[0], (list, tuple)):
            datasets = datasets[0]
        return Dataset(tuple(dataset._element for dataset in datasets))

    @staticmethod
    def list_files(*args, **kwargs):
        return Dataset(__tensor__(()))

    def batch(self, batch_size, drop_remainder=False, *args, **kwargs):
        size = batch_size if drop_remainder else __size__("batch")
        return Dataset(_batched(self._element, size))

    def padded_batch(self, batch_size, padded_shapes=None, padding_values=None, drop_remainder=False, name=None):
        return Dataset(__some__("padded batch"))

    def unbatch(self, name=None):
        return Dataset(_slices(self._element))

    def map(self, map_func, *args, **kwargs):
        if isinstance(self._element, tuple):
            return Dataset(map_func(*self._element))
        return Dataset(map_func(self._element))

    def filter(self, predicate, name=None):
        return self

    def shuffle(self, buffer_size, *args, **kwargs):
        return self

    def repeat(self, count=None, name=None):
        return self

    def prefetch(self, buffer_size=None, name=None):
        return self

    def cache(self, filename="", name=None):
        return self

    def take(self, count, name=None):
        return self

    def skip(self, count, name=None):
        return self

    def shard(self, num_shards, index, name=None):
        return self

    def with_options(self, options, name=None):
        return self

    def concatenate(self, dataset, name=None):
        return self

    def enumerate(self, start=0, name=None):
        return Dataset((__tensor__(()), self._element))

    def apply(self, transformation_func):
        return Dataset(__some__("element", transformation_func))

    def flat_map(self, map_func, name=None):
        return map_func(self._element)

    def interleave(self, map_func, *args, **kwargs):
        return map_func(self._element)

    def window(self, size, *args, **kwargs):
        return Dataset(__some__("window"))

    def as_numpy_iterator(self):
        return self

    def cardinality(self):
        return __some__("cardinality")

    @property
    def element_spec(self):
        return __some__("element_spec")

    def __iter__(self):
        return self

    def __next__(self):
        return self._element

    def __len__(self):
        return __size__("elements")


class TFRecordDataset(Dataset):
    def __init__(self, *args, **kwargs):
        self._element = __tensor__(())


class TextLineDataset(TFRecordDataset):
    pass


def _slices(value):
    """The structure with the first axis of each tensor gone."""
    if isinstance(value, dict):
        return {key: _slices(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return tuple(_slices(item) for item in value)
    if __is_tensor__(value):
        return __tensor__(value.shape[1:])
    if isinstance(value, list):
        return _slices(__tensor_of__(value))
    return __some__("element")


def _batched(value, size):
    if isinstance(value, dict):
        return {key: _batched(item, size) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return tuple(_batched(item, size) for item in value)
    if __is_tensor__(value):
        return __tensor__((size, *value.shape))
    return __some__("batch")


def _of_signature(value):
    if isinstance(value, dict):
        return {key: _of_signature(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return tuple(_of_signature(item) for item in value)
    shape = getattr(value, "shape", None)
    return __tensor__(shape) if isinstance(shape, (list, tuple)) else __some__("element")
