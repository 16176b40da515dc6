"""keras.applications: the shapes that each model takes and gives (keras/src/applications). Never imported.

Five layers of each network halve the image, so that a side of h becomes (h + k) // 32: `fixed` is that k
for a side that is known when the model is built, `open` for one that is left None, where some models pad
differently (imagenet_utils.py, `correct_pad`); None where such a model does not run.
"""

import keras


class _Application(keras.Functional):
    """Its layers are not known, and so neither is what they give."""

    def __init__(self, inputs, outputs, name):
        self._inputs = inputs
        self._outputs = outputs
        self._functional = True
        self.built = True
        self.name = name

    def get_layer(self, name=None, index=None):
        return __some__("layer")


def _build(net, name, channels, top, weights, tensor, shape, pooling, classes, activation):
    """The model, once its arguments are checked."""
    if keras.config.image_data_format() != "channels_last":
        return __some__("model")
    imagenet = __surely__(weights == "imagenet")
    if not _weights_fit(imagenet, top, classes, activation):
        return __some__("model")
    if imagenet and tensor is not None and not _channels_fit(tensor):
        return __some__("model")
    shape = net.input_shape(shape, tensor, imagenet, top)
    if shape is None:
        return __some__("model")
    if tensor is None:
        images = keras.Input(shape)
        inputs = images
    elif __is_tensor__(tensor):
        images = tensor
        inputs = _sources(tensor)
        if not __require__(len(images.shape) == 4, "bad-argument", "input_tensor must be (batch, height, width, channels), but is {}", images):
            return __some__("model")
    else:
        images = __tensor__((None, None, None, None))
        inputs = __some__("inputs")
    outputs = _outputs(net, images, channels, top, pooling, classes, imagenet)
    if outputs is None:
        return __some__("model")
    return _Application(inputs, outputs, name)


def _weights_fit(imagenet, top, classes, activation):
    """Whether the weights of ImageNet have this top: 1000 classes, softmax or none."""
    if not imagenet or not __surely__(top):
        return True
    if __surely__(classes != 1000):
        __fails__("bad-argument", "with weights='imagenet' and include_top=True, classes must be 1000, not {}", classes)
        return False
    if isinstance(activation, str) and __surely__(activation not in ("softmax", "linear")):
        __fails__("bad-argument", "with weights='imagenet' and include_top=True, classifier_activation must be 'softmax' or None, not {}", activation)
        return False
    return True


def _channels_fit(tensor):
    if not __is_tensor__(tensor) or not __surely__(len(tensor.shape) == 4):
        return True
    return __require__(tensor.shape[3] == 3, "bad-argument", "the weights of ImageNet are for 3 channels, but input_tensor is {}", tensor)


def _sources(tensor):
    """The inputs that a tensor is computed from (keras/src/ops/operation_utils.py, `get_source_inputs`)."""
    layers = __layers__((), tensor)
    if not __is_known__(len(layers)):
        return __some__("inputs")
    found = [layer.output for layer in layers if isinstance(layer, keras.layers.InputLayer)]
    return found[0] if len(found) == 1 else found


def _outputs(net, images, channels, top, pooling, classes, imagenet):
    batch, height, width = images.shape[0], images.shape[1], images.shape[2]
    is_open = __symbolic__(__tensor__((height,)))
    if net.flattens and __surely__(top):
        if is_open or __symbolic__(__tensor__((width,))):
            __fails__("bad-argument", "the top needs images of a fixed size, but input_tensor is {}", images)
            return None
        if imagenet and __surely__((height // 32) * (width // 32) != 49):
            __fails__("bad-argument", "the weights of ImageNet for the top need images of 224 x 224, but input_tensor is {}", images)
            return None
    if top:
        return __tensor__((batch, classes))
    if pooling == "avg" or pooling == "max":
        return __tensor__((batch, channels))
    k = net.open if is_open else net.fixed
    if k is None:
        return __tensor__((batch, None, None, channels))
    return __tensor__((batch, (height + k) // 32, (width + k) // 32, channels))


class _Net:
    """What the variants of an architecture share."""

    def __init__(self, fixed, open, size=224, minimum=32, sizes=(), flattens=False):
        self.fixed = fixed
        self.open = open
        self.size = size
        self.minimum = minimum
        self.sizes = sizes
        self.flattens = flattens

    def input_shape(self, shape, tensor, imagenet, top):
        """keras/src/applications/imagenet_utils.py, `obtain_input_shape`; None if that raises."""
        size = self.size
        if not isinstance(shape, (list, tuple)) or len(shape) == 0:
            if __surely__(top):
                return (size, size, 3)
            return (None, None, 3) if shape is None else __some__("input_shape")
        if len(shape) != 3:
            __fails__("bad-argument", "input_shape must be (height, width, channels), but is {}", shape)
            return None
        height, width, channels = shape
        if imagenet and __surely__(channels != 3):
            __fails__("bad-argument", "the weights of ImageNet are for 3 channels, but input_shape is {}", shape)
            return None
        if imagenet and __surely__(top):
            sizes = self.sizes or (size,)
            if isinstance(shape, list) or not _may_be(height, sizes) or not _may_be(width, sizes) or __surely__(height != width):
                __fails__("bad-argument", "with weights='imagenet' and include_top=True, input_shape must be {}, not {}", (size, size, 3), shape)
                return None
            return shape
        for side in (height, width):
            if __surely__(side is None):
                if __surely__(top):
                    __fails__("bad-argument", "with include_top=True, input_shape must be fixed, but is {}", shape)
                    return None
            elif __surely__(side < self.minimum):
                __fails__("bad-argument", "images must be at least {} high and wide, but input_shape is {}", self.minimum, shape)
                return None
        return shape


class _MobileNetV2(_Net):
    def input_shape(self, shape, tensor, imagenet, top):
        if _disagree(shape, tensor):
            return None
        return super().input_shape(shape, tensor, imagenet, top)


class _MobileNetV3(_Net):
    """keras/src/applications/mobilenet_v3.py has rules of its own: the top takes images of any size."""

    def input_shape(self, shape, tensor, imagenet, top):
        if _disagree(shape, tensor):
            return None
        if not isinstance(shape, (list, tuple)):
            if not __is_tensor__(tensor) or not __surely__(len(tensor.shape) == 4):
                return (None, None, 3)
            if __symbolic__(__tensor__((tensor.shape[1],))) or __symbolic__(__tensor__((tensor.shape[2],))):
                return (None, None, 3)
            shape = (tensor.shape[1], tensor.shape[2], 3)
        given = shape
        if len(shape) == 3 and (__surely__(shape[0] is None) or __surely__(shape[1] is None)):
            given = (None, None, shape[2])
        fits = super().input_shape(given, tensor, imagenet, False)
        return None if fits is None else shape


def _disagree(shape, tensor):
    if not __is_tensor__(tensor) or not isinstance(shape, (list, tuple)):
        return False
    if not __surely__(len(tensor.shape) == 4) or len(shape) != 3 or __surely__(shape[1] is None):
        return False
    if __surely__(tensor.shape[2] != shape[1]):
        __fails__("bad-argument", "input_tensor is {}, but input_shape is {}", tensor, shape)
        return True
    return False


def _may_be(side, sizes):
    for size in sizes:
        if not __surely__(side != size):
            return True
    return False


def _plain(net, name, channels):
    """A model without arguments of its own."""

    def build(
        include_top=True, weights="imagenet", input_tensor=None, input_shape=None, pooling=None,
        classes=1000, classifier_activation="softmax", name=name, **kwargs,
    ):
        return _build(net, name, channels, include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation)

    return build


VGG16 = _plain(_Net(0, 0, flattens=True), "vgg16", 512)
VGG19 = _plain(_Net(0, 0, flattens=True), "vgg19", 512)
Xception = _plain(_Net(25, 25, 299, 71), "xception", 2048)
InceptionV3 = _plain(_Net(-43, -43, 299, 75), "inception_v3", 2048)
InceptionResNetV2 = _plain(_Net(-43, -43, 299, 75), "inception_resnet_v2", 1536)

_resnet = _Net(31, 31)
ResNet50 = _plain(_resnet, "resnet50", 2048)
ResNet101 = _plain(_resnet, "resnet101", 2048)
ResNet152 = _plain(_resnet, "resnet152", 2048)
ResNet50V2 = _plain(_resnet, "resnet50v2", 2048)
ResNet101V2 = _plain(_resnet, "resnet101v2", 2048)
ResNet152V2 = _plain(_resnet, "resnet152v2", 2048)

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
    classifier_activation="softmax", name="mobilenet", **kwargs,
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
    pooling=None, classes=1000, classifier_activation="softmax", name="mobilenetv2", **kwargs,
):
    if __surely__(weights == "imagenet") and __surely__(alpha not in (0.35, 0.5, 0.75, 1.0, 1.3, 1.4)):
        __fails__("bad-argument", "with weights='imagenet', alpha must be 0.35, 0.5, 0.75, 1.0, 1.3 or 1.4, not {}", alpha)
        return __some__("model")
    net = _MobileNetV2(31, 1, sizes=(96, 128, 160, 192, 224))
    channels = _divisible(1280 * alpha) if alpha > 1.0 else 1280
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
