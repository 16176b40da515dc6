"""Pictures and what torchvision makes of them: data sets, transforms, batches, networks; tables of sklearn."""

import cv2
import numpy as np
import torch
import torchvision.transforms.functional as TF
from PIL import Image
from sklearn.datasets import load_breast_cancer, make_moons
from sklearn.model_selection import train_test_split
from torch import nn
from torch.utils.data import DataLoader, Dataset
from torchvision import datasets, models
from torchvision import transforms as T
from torchvision.transforms import v2


def pictures():
    picture = Image.new("RGB", (50, 40))
    whole = np.array(picture)  # shape: (40, 50, 3)
    grey = np.asarray(picture.convert("L"))  # shape: (40, 50)
    small = np.array(picture.resize((10, 20)))  # shape: (20, 10, 3)
    part = np.array(picture.crop((5, 6, 15, 26)))  # shape: (20, 10, 3)
    again = np.array(Image.fromarray(part))  # shape: (20, 10, 3)
    return whole, grey, small, again


def pictures_as_tensors():
    picture = Image.new("RGB", (50, 40))
    x = T.ToTensor()(picture)  # shape: (3, 40, 50)
    y = T.PILToTensor()(picture.convert("L"))  # shape: (1, 40, 50)
    z = TF.to_tensor(np.zeros((4, 5, 3), dtype=np.uint8))  # shape: (3, 4, 5)
    w = v2.Compose([v2.ToImage(), v2.ToDtype(torch.float32, scale=True)])(picture)  # shape: (3, 40, 50)
    back = T.ToTensor()(T.ToPILImage()(x))  # shape: (3, 40, 50)
    return x, y, z, w, back


def sizes_by_transforms():
    x = torch.zeros(3, 40, 50)
    a = T.Resize(64)(x)  # shape: (3, 64, 80)
    b = T.Resize((8, 9))(x)  # shape: (3, 8, 9)
    c = T.CenterCrop(20)(x)  # shape: (3, 20, 20)
    d = T.RandomCrop(32, padding=4)(x)  # shape: (3, 32, 32)
    e = T.RandomResizedCrop(28)(x)  # shape: (3, 28, 28)
    f = T.Pad((1, 2, 3, 4))(x)  # shape: (3, 46, 54)
    g = T.Grayscale()(x)  # shape: (1, 40, 50)
    h = torch.stack(T.FiveCrop(16)(x))  # shape: (5, 3, 16, 16)
    i = TF.crop(x, 1, 2, 10, 11)  # shape: (3, 10, 11)
    j = T.Compose([T.RandomHorizontalFlip(), T.Lambda(lambda t: t.flatten())])(x)  # shape: (6000,)
    k = T.Resize(20)(torch.zeros(2, 3, 40, 50))  # shape: (2, 3, 20, 25)
    return a, b, c, d, e, f, g, h, i, j, k


class Classifier(nn.Module):
    def __init__(self, channels, features):
        super().__init__()
        self.conv = nn.Conv2d(channels, 8, 3, padding=1)
        self.fc = nn.Linear(features, 10)

    def forward(self, x):
        x = torch.max_pool2d(self.conv(x).relu(), 2)
        return self.fc(torch.flatten(x, 1))  # error: [linear-in-features] "2048" "1568"


def trained_on_digits(root):
    digits = datasets.MNIST(root, train=True, transform=T.ToTensor())
    net = Classifier(1, 8 * 14 * 14)
    for images, labels in DataLoader(digits, batch_size=64, shuffle=True):
        nn.functional.cross_entropy(net(images), labels)


def trained_on_other_pictures_than_it_was_made_for(root):
    pictures = datasets.CIFAR10(root, transform=T.ToTensor())
    net = Classifier(3, 8 * 14 * 14)
    for images, _ in DataLoader(pictures, batch_size=50):
        net(images)


def normalized_as_if_coloured(root):
    steps = [T.ToTensor(), T.Normalize((0.5, 0.5, 0.5), (0.5, 0.5, 0.5))]
    digits = datasets.FashionMNIST(root, transform=T.Compose(steps))
    return digits[0]  # error: [broadcast-sizes] "(1, 28, 28)" "(3, 1, 1)"


class Pets(Dataset):
    def __init__(self, files, transform):
        self.files = files
        self.transform = transform

    def __len__(self):
        return len(self.files)

    def __getitem__(self, index):
        picture = Image.open(self.files[index]).convert("RGB")
        return self.transform(picture), index % 2


def files_of_any_size(files):
    steps = T.Compose([T.Resize((16, 24)), T.ToTensor(), T.Normalize([0.5], [0.5])])
    images, _ = next(iter(DataLoader(Pets(files, steps), batch_size=4, drop_last=True)))
    hidden = images.flatten(1)  # shape: (4, 1152)
    return nn.Linear(3 * 16 * 16, 2)(hidden)  # error: [linear-in-features]


def folders_of_pictures(root):
    steps = T.Compose([T.Resize(256), T.CenterCrop(224), T.ToTensor()])
    pictures = datasets.ImageFolder(root, steps)
    image, _ = pictures[0]  # shape: (3, 224, 224)
    return image + torch.zeros(3, 256, 256)  # error: [broadcast-sizes]


def pictures_of_their_own_sizes(root):
    picture, _ = datasets.ImageFolder(root, T.Compose([T.Resize(256), T.ToTensor()]))[0]
    return picture[:, :200, :200] + torch.zeros(3, 200, 200)


def a_new_head_for_a_known_network(root):
    net = models.resnet18(weights="DEFAULT")
    net.fc = nn.Linear(net.fc.in_features, 10)
    images, _ = next(iter(DataLoader(datasets.STL10(root, transform=T.ToTensor()), 8, drop_last=True)))
    scores = net(images)  # shape: (8, 10)
    maps = nn.Sequential(*list(net.children())[:-2])(images)  # shape: (8, 512, 3, 3)
    return scores, maps


def a_head_that_does_not_fit(images: torch.Tensor):
    net = models.resnet50(pretrained=True)
    net.fc = nn.Linear(512, 10)
    return net(images)  # error: [linear-in-features] "2048"


def a_size_that_a_network_is_not_made_for():
    net = models.vit_b_16(num_classes=5)
    return net(torch.zeros(1, 3, 256, 224))  # error: [assert-shape] "Expected 224 but got 256"


def features_of_known_networks():
    x = torch.zeros(2, 3, 224, 224)
    a = models.vgg16().features(x)  # shape: (2, 512, 7, 7)
    b = models.mobilenet_v2(num_classes=3)(x)  # shape: (2, 3)
    c = models.densenet121().features(x)  # shape: (2, 1024, 7, 7)
    d = models.efficientnet_b3().features(x)  # shape: (2, 1536, 7, 7)
    return a, b, c, d


def pictures_as_opencv_reads_them(path):
    picture = cv2.cvtColor(cv2.imread(path), cv2.COLOR_BGR2RGB)
    small = cv2.resize(picture, (64, 48))  # shape: (48, 64, 3)
    grey = cv2.cvtColor(small, cv2.COLOR_RGB2GRAY)  # shape: (48, 64)
    planes = torch.from_numpy(small.transpose(2, 0, 1))  # shape: (3, 48, 64)
    return planes, grey, nn.Conv2d(3, 8, 3)(torch.from_numpy(small)[None].float())  # error: [conv-channels]


def tables_of_sklearn():
    x, y = load_breast_cancer(return_X_y=True)
    train, test, _, _ = train_test_split(x, y, test_size=0.2)
    hidden = nn.Linear(30, 8)(torch.tensor(train, dtype=torch.float32))
    points, _ = make_moons(n_samples=200, noise=0.1)  # shape: (200, 2)
    return hidden, nn.Linear(32, 8)(torch.tensor(test).float()), points  # error: [linear-in-features]


def options_that_are_not_told(images: torch.Tensor):
    known = models.resnet18(norm_layer=nn.InstanceNorm2d)(images)
    floats = TF.convert_image_dtype(torch.zeros(3, 4, 5), torch.float32)  # shape: (3, 4, 5)
    return known, floats @ torch.zeros(4, 2)  # error: [inner-size]
