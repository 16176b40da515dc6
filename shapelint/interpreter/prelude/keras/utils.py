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
