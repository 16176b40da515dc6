"""torchvision.datasets: the pictures and labels that each gives. Never imported.

https://docs.pytorch.org/vision/stable/datasets.html
"""

import PIL.Image
import torch
from torch.utils.data import Dataset


class VisionDataset(Dataset):
    def __init__(self, root=None, transforms=None, transform=None, target_transform=None):
        self.root = root
        self.transform = transform
        self.target_transform = target_transform
        self.transforms = transforms


class _Labelled(VisionDataset):
    """Pictures with the number of their class; a size that is None differs from one to the next."""

    def __init__(self, picture, count=None, root=None, transform=None, target_transform=None):
        super().__init__(root, None, transform, target_transform)
        self._picture = picture
        self._count = __size__("samples") if count is None else count
        self.classes = __some__("classes")
        self.class_to_idx = __some__("class_to_idx")
        self.targets = __some__("targets")

    def __len__(self):
        return self._count

    def __getitem__(self, index):
        picture, label = PIL.Image.Image(*self._picture), __index__("label")
        if self.transform is not None:
            picture = self.transform(picture)
        if self.target_transform is not None:
            label = self.target_transform(label)
        return picture, label


class MNIST(_Labelled):
    def __init__(self, root, train=True, transform=None, target_transform=None, download=False):
        count = 60000 if train else 10000
        super().__init__((28, 28, 1), count, root, transform, target_transform)
        self.train = train
        self.classes = [__some__("class") for _ in range(10)]
        self.data = torch.empty((count, 28, 28), dtype=torch.uint8)
        self.targets = torch.empty((count,), dtype=torch.int64)


class FashionMNIST(MNIST):
    pass


class KMNIST(MNIST):
    pass


class EMNIST(_Labelled):
    def __init__(self, root, split, train=True, transform=None, target_transform=None, download=False):
        super().__init__((28, 28, 1), None, root, transform, target_transform)
        self.data = torch.empty((self._count, 28, 28), dtype=torch.uint8)
        self.targets = torch.empty((self._count,), dtype=torch.int64)


class USPS(_Labelled):
    def __init__(self, root, train=True, transform=None, target_transform=None, download=False):
        super().__init__((16, 16, 1), 7291 if train else 2007, root, transform, target_transform)
        self.data = __array__((self._count, 16, 16), "uint8")


class CIFAR10(_Labelled):
    _number = 10

    def __init__(self, root, train=True, transform=None, target_transform=None, download=False):
        count = 50000 if train else 10000
        super().__init__((32, 32, 3), count, root, transform, target_transform)
        self.train = train
        self.classes = [__some__("class") for _ in range(self._number)]
        self.data = __array__((count, 32, 32, 3), "uint8")


class CIFAR100(CIFAR10):
    _number = 100


class SVHN(_Labelled):
    def __init__(self, root, split="train", transform=None, target_transform=None, download=False):
        super().__init__((32, 32, 3), None, root, transform, target_transform)
        self.data = __array__((self._count, 3, 32, 32), "uint8")
        self.labels = __array__((self._count,), "int64")


class STL10(_Labelled):
    def __init__(
        self, root, split="train", folds=None, transform=None, target_transform=None, download=False
    ):
        super().__init__((96, 96, 3), None, root, transform, target_transform)
        self.data = __array__((self._count, 3, 96, 96), "uint8")


class EuroSAT(_Labelled):
    def __init__(self, root, transform=None, target_transform=None, download=False):
        super().__init__((64, 64, 3), 27000, root, transform, target_transform)


class FakeData(_Labelled):
    def __init__(
        self,
        size=1000,
        image_size=(3, 224, 224),
        num_classes=10,
        transform=None,
        target_transform=None,
        random_offset=0,
    ):
        picture = (image_size[1], image_size[2], image_size[0])
        super().__init__(picture, size, None, transform, target_transform)
        self.num_classes = num_classes


class _Files(_Labelled):
    """Coloured pictures of any size."""

    def __init__(self, root, split=None, transform=None, target_transform=None, download=False, **kwargs):
        super().__init__((None, None, 3), None, root, transform, target_transform)


class Flowers102(_Files):
    pass


class Food101(_Files):
    pass


class StanfordCars(_Files):
    pass


class ImageNet(_Files):
    def __init__(self, root, split="train", transform=None, target_transform=None, **kwargs):
        super().__init__(root, split, transform, target_transform)


class ImageFolder(_Files):
    def __init__(
        self,
        root,
        transform=None,
        target_transform=None,
        loader=None,
        is_valid_file=None,
        allow_empty=False,
    ):
        super().__init__(root, None, transform, target_transform)
        self.loader = loader
        self.samples = self.imgs = __some__("samples")

    def __getitem__(self, index):
        if self.loader is None:
            return super().__getitem__(index)
        picture, label = self.loader(__some__("path")), __index__("label")
        if self.transform is not None:
            picture = self.transform(picture)
        if self.target_transform is not None:
            label = self.target_transform(label)
        return picture, label
