"""keras.applications: the shapes that each model takes and gives (keras/src/applications). Never imported.

Five layers of each network halve the image, so that a side of h becomes (h + k) // 32: `fixed` is that k
for a side that is known when the model is built, `open` for one that is left None, where some models pad
differently (imagenet_utils.py, `correct_pad`); None where such a model does not run.
"""

import keras


class _Application(keras.Functional):
    """Of its layers some are known by their names, and what they give."""

    def __init__(self, net, inputs, outputs, name, images):
        self._inner = net.inner
        self._floors = net.flattens
        self._images = images
        self._inputs = inputs
        self._outputs = outputs
        self._functional = True
        self.built = True
        if name is not None:
            self.name = name

    def call(self, inputs, training=None, mask=None, **kwargs):
        outputs = super().call(inputs)
        if __is_tensor__(outputs) and any([__surely__(size < 1) for size in outputs.shape]):
            return __some__("result for images that are too small")
        return outputs

    def get_layer(self, name=None, index=None):
        known = __is_known__(name) and isinstance(name, str) and self._inner is not None
        found = self._inner(name) if known else None
        if found is None:
            return __some__("layer")
        halved, channels = found
        batch, height, width = self._images.shape[0], self._images.shape[1], self._images.shape[2]
        sides = [None if _is_open(side) else (side + self._up(halved)) // 2**halved for side in (height, width)]
        return _Inner(name, __tensor__((batch, *sides, channels)))

    def _up(self, halved):
        """What makes a division by a power of 2 round as the layers do: VGG down, all others up."""
        return 0 if self._floors else 2**halved - 1


class _Inner(keras.Layer):
    """A layer within a network, of which no more is known than what it gives."""

    def __init__(self, name, output):
        self.name = name
        self.built = True
        self._output = output


def _build(net, name, channels, top, weights, tensor, shape, pooling, classes, activation):
    """The model, once its arguments are checked."""
    if keras.config.image_data_format() != "channels_last":
        return __some__("model")
    imagenet = __surely__(weights == "imagenet")
    if not _top_fits(imagenet, top, classes, activation) or not _tensor_fits(imagenet, tensor):
        return __some__("model")
    fits, shape = net.input_shape(shape, tensor, imagenet, top)
    if not fits:
        return __some__("model")
    k = net.fixed
    if not __is_known__(tensor):
        images = __tensor__((None, None, None, None))
        inputs = __some__("inputs")
        k = None
    elif __is_tensor__(tensor):
        images = tensor
        inputs = _sources(tensor)
    elif shape is None:
        images = __tensor__((None, None, None, 3 if imagenet else None))
        inputs = images
        k = None
    else:
        images = keras.Input(shape)
        inputs = images
    if k is not None and _is_open(images.shape[1]):
        k = net.open
    if net.flattens and __surely__(top) and not _flattens(imagenet, images):
        return __some__("model")
    if k is not None and (__surely__((images.shape[1] + k) // 32 < 1) or __surely__((images.shape[2] + k) // 32 < 1)):
        __fails__("bad-argument", "the images are too small for the layers: {}", images)
        return __some__("model")
    return _Application(net, inputs, _outputs(k, images, channels, top, pooling, classes), name, images)


def _top_fits(imagenet, top, classes, activation):
    """The weights of ImageNet have 1000 classes at the top, and softmax or none."""
    if not imagenet or not __surely__(top):
        return True
    if __surely__(classes != 1000):
        __fails__("bad-argument", "with weights='imagenet' and include_top=True, classes must be 1000, not {}", classes)
        return False
    if isinstance(activation, str) and __surely__(activation not in ("softmax", "linear")):
        __fails__("bad-argument", "with weights='imagenet' and include_top=True, classifier_activation must be 'softmax' or None, not {}", activation)
        return False
    return True


def _tensor_fits(imagenet, tensor):
    if not __is_tensor__(tensor):
        return True
    if not __require__(len(tensor.shape) == 4, "bad-argument", "input_tensor must be (batch, height, width, channels), but is {}", tensor):
        return False
    if not imagenet:
        return True
    return __require__(tensor.shape[3] == 3, "bad-argument", "the weights of ImageNet are for 3 channels, but input_tensor is {}", tensor)


def _flattens(imagenet, images):
    """Whether images fit a top whose first layer reads all of the last maps."""
    height, width = images.shape[1], images.shape[2]
    if _is_open(height) or _is_open(width):
        __fails__("bad-argument", "the top needs images of a fixed size, but input_tensor is {}", images)
        return False
    if imagenet and __surely__((height // 32) * (width // 32) != 49):
        __fails__("bad-argument", "the weights of ImageNet for the top need images of 224 x 224, but input_tensor is {}", images)
        return False
    return True


def _is_open(size):
    """Whether the model leaves the size None."""
    return __symbolic__(__tensor__((size,)))


def _sources(tensor):
    """The inputs that a tensor is computed from (keras/src/ops/operation_utils.py, `get_source_inputs`)."""
    layers = __layers__((), tensor)
    if not __is_known__(len(layers)):
        return __some__("inputs")
    found = [layer.output for layer in layers if isinstance(layer, keras.layers.InputLayer)]
    return found[0] if len(found) == 1 else found


def _outputs(k, images, channels, top, pooling, classes):
    batch, height, width = images.shape[0], images.shape[1], images.shape[2]
    if top:
        return __tensor__((batch, classes))
    if pooling == "avg" or pooling == "max":
        return __tensor__((batch, channels))
    if k is None:
        return __tensor__((batch, None, None, channels))
    return __tensor__((batch, (height + k) // 32, (width + k) // 32, channels))


class _Net:
    """What the variants of an architecture share."""

    def __init__(self, fixed, open, size=224, minimum=32, sizes=(), flattens=False, inner=None):
        self.fixed = fixed
        self.open = open
        self.size = size
        self.minimum = minimum
        self.sizes = sizes or (size,)
        self.flattens = flattens
        self.inner = inner

    def input_shape(self, shape, tensor, imagenet, top):
        """keras/src/applications/imagenet_utils.py, `obtain_input_shape`: whether that takes the shape, and
        what it gives; None if that is not known."""
        size = self.size
        if __surely__(shape is None):
            return True, (size, size, 3) if __surely__(top) else (None, None, 3)
        if not __is_known__(shape) or not isinstance(shape, (list, tuple)):
            return True, None
        if __surely__(len(shape) != 3) and __surely__(len(shape) != 0):
            __fails__("bad-argument", "input_shape must be (height, width, channels), but is {}", shape)
            return False, None
        if not __surely__(len(shape) == 3):
            return True, None
        height, width, channels = shape
        if imagenet and __surely__(channels != 3):
            __fails__("bad-argument", "the weights of ImageNet are for 3 channels, but input_shape is {}", shape)
            return False, None
        if imagenet and __surely__(top):
            if isinstance(shape, list):
                __fails__("bad-argument", "with weights='imagenet' and include_top=True, input_shape must be a tuple, not the list {}", shape)
                return False, None
            if not _may_be(height, self.sizes) or not _may_be(width, self.sizes) or __surely__(height != width):
                __fails__("bad-argument", "with weights='imagenet' and include_top=True, input_shape must be {}, not {}", (size, size, 3), shape)
                return False, None
            return True, shape
        for side in (height, width):
            if __surely__(side is None):
                if __surely__(top):
                    __fails__("bad-argument", "with include_top=True, input_shape must be fixed, but is {}", shape)
                    return False, None
            elif __surely__(side < self.minimum):
                __fails__("bad-argument", "images must be at least {} high and wide, but input_shape is {}", self.minimum, shape)
                return False, None
        return True, shape


def _may_be(side, sizes):
    return not all([__surely__(side != size) for size in sizes])


class _MobileNetV2(_Net):
    def input_shape(self, shape, tensor, imagenet, top):
        if not _agree(shape, tensor):
            return False, None
        return super().input_shape(shape, tensor, imagenet, top)


class _MobileNetV3(_Net):
    """keras/src/applications/mobilenet_v3.py has rules of its own: the top takes images of any size, and
    a side that is None lets the other be small."""

    def input_shape(self, shape, tensor, imagenet, top):
        if not _agree(shape, tensor):
            return False, None
        if __surely__(shape is None) and __is_tensor__(tensor):
            shape = (tensor.shape[1], tensor.shape[2], 3)
            if _is_open(shape[0]) or _is_open(shape[1]):
                shape = None
        if __is_known__(shape) and isinstance(shape, (list, tuple)) and __surely__(len(shape) == 3):
            if __surely__(shape[0] is None) or __surely__(shape[1] is None):
                fits, _ = super().input_shape((None, None, shape[2]), tensor, imagenet, False)
                return fits, shape
        return super().input_shape(shape, tensor, imagenet, False)


def _agree(shape, tensor):
    """keras/src/applications/mobilenet_v2.py: an input_shape beside input_tensor is as wide."""
    if not __is_tensor__(tensor) or not __is_known__(shape) or not isinstance(shape, (list, tuple)):
        return True
    if not __surely__(len(shape) == 3):
        return True
    width = tensor.shape[2]
    if __surely__(shape[1] is None):
        differ = not _is_open(width)
    elif _is_open(width):
        differ = __surely__(shape[1] is not None)
    else:
        differ = __surely__(width != shape[1])
    if differ:
        __fails__("bad-argument", "input_tensor is {}, but input_shape is {}", tensor, shape)
        return False
    return True


def _plain(net, name, channels):
    """A model without arguments of its own."""

    def build(
        include_top=True, weights="imagenet", input_tensor=None, input_shape=None, pooling=None,
        classes=1000, classifier_activation="softmax", name=name, **kwargs,
    ):
        return _build(net, name, channels, include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation)

    return build


VGG16 = _plain(_Net(0, 0, flattens=True, inner=keras.inner.vgg(3)), "vgg16", 512)
VGG19 = _plain(_Net(0, 0, flattens=True, inner=keras.inner.vgg(4)), "vgg19", 512)
Xception = _plain(_Net(25, 25, 299, 71), "xception", 2048)
InceptionV3 = _plain(_Net(-43, -43, 299, 75), "inception_v3", 2048)
InceptionResNetV2 = _plain(_Net(-43, -43, 299, 75), "inception_resnet_v2", 1536)

ResNet50 = _plain(_Net(31, 31, inner=keras.inner.resnet(3, 4, 6, 3)), "resnet50", 2048)
ResNet101 = _plain(_Net(31, 31, inner=keras.inner.resnet(3, 4, 23, 3)), "resnet101", 2048)
ResNet152 = _plain(_Net(31, 31, inner=keras.inner.resnet(3, 8, 36, 3)), "resnet152", 2048)
ResNet50V2 = _plain(_Net(31, 31, inner=keras.inner.resnet_v2(3, 4, 6, 3)), "resnet50v2", 2048)
ResNet101V2 = _plain(_Net(31, 31, inner=keras.inner.resnet_v2(3, 4, 23, 3)), "resnet101v2", 2048)
ResNet152V2 = _plain(_Net(31, 31, inner=keras.inner.resnet_v2(3, 8, 36, 3)), "resnet152v2", 2048)

_densenet = _Net(3, 3)
DenseNet121 = _plain(_densenet, "densenet121", 1024)
DenseNet169 = _plain(_densenet, "densenet169", 1664)
DenseNet201 = _plain(_densenet, "densenet201", 1920)

EfficientNetB0 = _plain(_Net(31, 0, 224), "efficientnetb0", 1280)
EfficientNetB1 = _plain(_Net(31, 0, 240), "efficientnetb1", 1280)
EfficientNetB2 = _plain(_Net(31, 0, 260), "efficientnetb2", 1408)
EfficientNetB3 = _plain(_Net(31, 0, 300), "efficientnetb3", 1536)
EfficientNetB4 = _plain(_Net(31, 0, 380), "efficientnetb4", 1792)
EfficientNetB5 = _plain(_Net(31, 0, 456), "efficientnetb5", 2048)
EfficientNetB6 = _plain(_Net(31, 0, 528), "efficientnetb6", 2304)
EfficientNetB7 = _plain(_Net(31, 0, 600), "efficientnetb7", 2560)


def _scaled(size, name, channels):
    """EfficientNetV2."""
    net = _Net(31, 31, size)

    def build(
        include_top=True, weights="imagenet", input_tensor=None, input_shape=None, pooling=None,
        classes=1000, classifier_activation="softmax", include_preprocessing=True, name=name,
    ):
        return _build(net, name, channels, include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation)

    return build


EfficientNetV2B0 = _scaled(224, "efficientnetv2-b0", 1280)
EfficientNetV2B1 = _scaled(240, "efficientnetv2-b1", 1280)
EfficientNetV2B2 = _scaled(260, "efficientnetv2-b2", 1408)
EfficientNetV2B3 = _scaled(300, "efficientnetv2-b3", 1536)
EfficientNetV2S = _scaled(384, "efficientnetv2-s", 1280)
EfficientNetV2M = _scaled(480, "efficientnetv2-m", 1280)
EfficientNetV2L = _scaled(480, "efficientnetv2-l", 1280)


def _convnext(name, channels):
    net = _Net(0, 0)

    def build(
        include_top=True, include_preprocessing=True, weights="imagenet", input_tensor=None,
        input_shape=None, pooling=None, classes=1000, classifier_activation="softmax", name=name,
    ):
        return _build(net, name, channels, include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation)

    return build


ConvNeXtTiny = _convnext("convnext_tiny", 768)
ConvNeXtSmall = _convnext("convnext_small", 768)
ConvNeXtBase = _convnext("convnext_base", 1024)
ConvNeXtLarge = _convnext("convnext_large", 1536)
ConvNeXtXLarge = _convnext("convnext_xlarge", 2048)


def NASNetMobile(
    input_shape=None, include_top=True, weights="imagenet", input_tensor=None, pooling=None,
    classes=1000, classifier_activation="softmax", name="nasnet_mobile", **kwargs,
):
    if input_shape is None and not include_top:
        input_shape = (224, 224, 3)
    return _build(_Net(29, None, 224), name, 1056, include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation)


def NASNetLarge(
    input_shape=None, include_top=True, weights="imagenet", input_tensor=None, pooling=None,
    classes=1000, classifier_activation="softmax", name="nasnet_large", **kwargs,
):
    return _build(_Net(29, None, 331), name, 4032, include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation)


def MobileNet(
    input_shape=None, alpha=1.0, depth_multiplier=1, dropout=0.001, include_top=True,
    weights="imagenet", input_tensor=None, pooling=None, classes=1000,
    classifier_activation="softmax", name=None, **kwargs,
):
    if __surely__(weights == "imagenet"):
        if __surely__(depth_multiplier != 1):
            __fails__("bad-argument", "with weights='imagenet', depth_multiplier must be 1, not {}", depth_multiplier)
            return __some__("model")
        if __surely__(alpha not in (0.25, 0.5, 0.75, 1.0)):
            __fails__("bad-argument", "with weights='imagenet', alpha must be 0.25, 0.5, 0.75 or 1.0, not {}", alpha)
            return __some__("model")
    net = _Net(1, 1, sizes=(128, 160, 192, 224))
    return _build(net, name, int(1024 * alpha), include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation)


def MobileNetV2(
    input_shape=None, alpha=1.0, include_top=True, weights="imagenet", input_tensor=None,
    pooling=None, classes=1000, classifier_activation="softmax", name=None, **kwargs,
):
    if __surely__(weights == "imagenet") and __surely__(alpha not in (0.35, 0.5, 0.75, 1.0, 1.3, 1.4)):
        __fails__("bad-argument", "with weights='imagenet', alpha must be 0.35, 0.5, 0.75, 1.0, 1.3 or 1.4, not {}", alpha)
        return __some__("model")
    channels = _divisible(1280 * alpha) if alpha > 1.0 else 1280
    inner = keras.inner.mobilenet_v2(alpha, _divisible, channels)
    net = _MobileNetV2(31, 1, sizes=(96, 128, 160, 192, 224), inner=inner)
    return _build(net, name, channels, include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation)


def MobileNetV3Small(
    input_shape=None, alpha=1.0, minimalistic=False, include_top=True, weights="imagenet",
    input_tensor=None, classes=1000, pooling=None, dropout_rate=0.2,
    classifier_activation="softmax", include_preprocessing=True, name="MobileNetV3Small",
):
    if not _alpha_fits(weights, alpha, minimalistic):
        return __some__("model")
    channels = _divisible(_divisible(96 * alpha) * 6)
    return _build(_MobileNetV3(31, 1), name, channels, include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation)


def MobileNetV3Large(
    input_shape=None, alpha=1.0, minimalistic=False, include_top=True, weights="imagenet",
    input_tensor=None, classes=1000, pooling=None, dropout_rate=0.2,
    classifier_activation="softmax", include_preprocessing=True, name="MobileNetV3Large",
):
    if not _alpha_fits(weights, alpha, minimalistic):
        return __some__("model")
    channels = _divisible(_divisible(160 * alpha) * 6)
    return _build(_MobileNetV3(31, 1), name, channels, include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation)


def _alpha_fits(weights, alpha, minimalistic):
    if not __surely__(weights == "imagenet"):
        return True
    if __surely__(alpha not in (0.75, 1.0)) or __surely__(minimalistic) and __surely__(alpha != 1.0):
        __fails__("bad-argument", "with weights='imagenet', alpha must be 1.0, or 0.75 if not minimalistic, not {}", alpha)
        return False
    return True


def _divisible(width):
    """The multiple of 8 nearest to a width, at least nine tenths of it."""
    near = max(8, int(width + 4) // 8 * 8)
    return near + 8 if near < 0.9 * width else near


def preprocess_input(x, data_format=None, mode="caffe"):
    return __like__(x, x.shape) if __is_tensor__(x) else x


def decode_predictions(preds, top=5):
    if __is_tensor__(preds):
        if __require__(len(preds.shape) == 2, "bad-argument", "the predictions must be (samples, 1000), but are {}", preds):
            __require__(preds.shape[1] == 1000, "bad-argument", "the predictions must be (samples, 1000), but are {}", preds)
    return __some__("decoded predictions")
