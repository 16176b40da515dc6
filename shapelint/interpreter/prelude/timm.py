"""timm, where it is not installed: how many features its networks make, and the head over them. Never imported.

https://huggingface.co/docs/timm/reference/models; the numbers are those of timm 1.0.31.
"""

import torch
from torch import nn

_NETWORKS = {
    (1536, "classif", None): (
        "inception_resnet_v2"
    ),
    (1024, "classifier", None): (
        "densenet121"
    ),
    (1280, "classifier", None): (
        "efficientnet_b0 efficientnet_b1 mnasnet_100 mobilenetv2_100 tf_efficientnet_b0 tf_efficientnet_b0_ns "
        "tf_efficientnet_b1 tf_efficientnet_b1_ns tf_efficientnet_lite0 tf_efficientnetv2_b0 "
        "tf_efficientnetv2_b1 tf_efficientnetv2_l tf_efficientnetv2_m tf_efficientnetv2_s"
    ),
    (1408, "classifier", None): (
        "efficientnet_b2 tf_efficientnet_b2 tf_efficientnet_b2_ns tf_efficientnetv2_b2"
    ),
    (1536, "classifier", None): (
        "efficientnet_b3 mixnet_s tf_efficientnet_b3 tf_efficientnet_b3_ns tf_efficientnetv2_b3"
    ),
    (1664, "classifier", None): (
        "densenet169"
    ),
    (1792, "classifier", None): (
        "efficientnet_b4 efficientnetv2_rw_s mobilenetv2_140 tf_efficientnet_b4 tf_efficientnet_b4_ns"
    ),
    (1920, "classifier", None): (
        "densenet201"
    ),
    (2048, "classifier", None): (
        "efficientnet_b5 hrnet_w18 hrnet_w32 tf_efficientnet_b5 tf_efficientnet_b5_ns"
    ),
    (2152, "classifier", None): (
        "efficientnetv2_rw_m"
    ),
    (2208, "classifier", None): (
        "densenet161"
    ),
    (2304, "classifier", None): (
        "tf_efficientnet_b6 tf_efficientnet_b6_ns"
    ),
    (2560, "classifier", None): (
        "tf_efficientnet_b7 tf_efficientnet_b7_ns"
    ),
    (512, "fc", None): (
        "resnet18 resnet18d resnet34 resnet34d skresnet18"
    ),
    (2048, "fc", None): (
        "ecaresnet50t inception_v3 res2net50_26w_4s resnest50d resnet101 resnet101d resnet152 resnet200d "
        "resnet26 resnet26d resnet50 resnet50d resnetrs50 resnext101_32x8d resnext50_32x4d seresnet50 "
        "seresnext26d_32x4d seresnext50_32x4d wide_resnet50_2 xception"
    ),
    (256, "head", None): (
        "pvt_v2_b0"
    ),
    (384, "head", None): (
        "xcit_small_12_p16_224"
    ),
    (512, "head", None): (
        "pvt_v2_b2"
    ),
    (768, "head", None): (
        "convmixer_768_32"
    ),
    (304, "head.fc", None): (
        "edgenext_small"
    ),
    (320, "head.fc", None): (
        "convnext_atto"
    ),
    (368, "head.fc", None): (
        "regnetx_002 regnety_002"
    ),
    (384, "head.fc", None): (
        "mobilevit_xs"
    ),
    (440, "head.fc", None): (
        "regnety_004"
    ),
    (512, "head.fc", None): (
        "mobilevitv2_100 poolformer_s12"
    ),
    (640, "head.fc", None): (
        "convnext_nano mobilevit_s"
    ),
    (768, "head.fc", None): (
        "convnext_small convnext_tiny convnext_tiny_in22k convnextv2_tiny regnety_008"
    ),
    (888, "head.fc", None): (
        "regnety_016"
    ),
    (1024, "head.fc", None): (
        "convnext_base convnext_base_in22k convnextv2_base cspdarknet53 cspresnet50 darknet53"
    ),
    (1280, "head.fc", None): (
        "rexnet_100"
    ),
    (1512, "head.fc", None): (
        "regnety_032"
    ),
    (1536, "head.fc", None): (
        "convnext_large"
    ),
    (2048, "head.fc", None): (
        "xception41 xception65"
    ),
    (2304, "head.fc", None): (
        "eca_nfnet_l0 nfnet_l0"
    ),
    (3072, "head.fc", None): (
        "dm_nfnet_f0"
    ),
    (1536, "last_linear", None): (
        "inception_v4"
    ),
    (192, "head", 224): (
        "deit_tiny_patch16_224 vit_tiny_patch16_224"
    ),
    (256, "head", 224): (
        "gmlp_s16_224"
    ),
    (384, "head", 224): (
        "cait_s24_224 deit_small_patch16_224 resmlp_24_224 tnt_s_patch16_224 vit_small_patch16_224 "
        "vit_small_patch32_224"
    ),
    (768, "head", 224): (
        "beit_base_patch16_224 deit3_base_patch16_224 deit_base_patch16_224 mixer_b16_224 "
        "vit_base_patch16_224 vit_base_patch16_224_in21k vit_base_patch32_224 vit_base_patch8_224"
    ),
    (1024, "head", 224): (
        "beit_large_patch16_224 vit_large_patch16_224"
    ),
    (768, "head.fc", 224): (
        "swin_small_patch4_window7_224 swin_tiny_patch4_window7_224"
    ),
    (1024, "head.fc", 224): (
        "swin_base_patch4_window7_224"
    ),
    (1536, "head.fc", 224): (
        "swin_large_patch4_window7_224"
    ),
    (768, "head.fc", 256): (
        "swinv2_tiny_window8_256"
    ),
    (384, "head", 384): (
        "vit_small_patch16_384"
    ),
    (768, "head", 384): (
        "vit_base_patch16_384"
    ),
    (1024, "head", 384): (
        "vit_large_patch16_384"
    ),
    (1024, "head.fc", 384): (
        "swin_base_patch4_window12_384"
    ),
    (768, "head", 448): (
        "eva02_base_patch14_448"
    ),
}
"""By their features, the name of their classifier and the only height and width that they take: networks."""
_TOLD = {
    name: settings for settings, names in _NETWORKS.items() for name in names.split()
}
_HARMLESS = {
    "pretrained_cfg", "pretrained_cfg_overlay", "checkpoint_path", "cache_dir", "scriptable", "exportable", "drop_rate",
    "drop_path_rate", "drop_block_rate", "attn_drop_rate", "bn_eps", "bn_momentum",
}


_STEMS = ("conv1", "conv_stem", "conv0", "features", "patch_embed", "patch_embed1", "stem", "stem_0")
"""What takes the channels of pictures."""


class _Changeable(nn.Module):
    """What it gives is not told once it has been given parts from outside."""

    _changed = False

    def __setattr__(self, name, value):
        if isinstance(value, nn.Module) and not name.startswith("_") and name != self._told_part():
            super().__setattr__("_changed", True)
        super().__setattr__(name, value)


class _Head(_Changeable):
    """A classifier within a head that does more."""

    def __init__(self, name, classifier):
        super().__init__()
        __more__(self)
        self._name = name
        setattr(self, name, classifier)

    def _told_part(self):
        return self._name

    def forward(self, x):
        return __some__("scores") if self._changed else getattr(self, self._name)(x)


class _Network(_Changeable):
    """Pictures to features, and scores of them; what is inside is not told."""

    def __init__(self, features, head, size, num_classes, in_chans):
        super().__init__()
        __more__(self)
        self.num_features = self.head_hidden_size = features
        self.num_classes = num_classes
        self._in_chans = in_chans
        self._size = size
        self._place = head
        self.reset_classifier(num_classes)

    def _told_part(self):
        return self._place.partition(".")[0]

    def reset_classifier(self, num_classes, global_pool=None, **more):
        self.num_classes = num_classes
        self._pooled = global_pool != ""
        classifier = nn.Linear(self.num_features, num_classes) if num_classes > 0 else nn.Identity()
        outer, _, inner = self._place.partition(".")
        setattr(self, outer, _Head(inner, classifier) if inner else classifier)

    def get_classifier(self):
        outer, _, inner = self._place.partition(".")
        head = getattr(self, outer)
        return getattr(head, inner) if inner else head

    def forward_features(self, x):
        self._check(x)
        return __some__("features")

    def forward_head(self, x, pre_logits=False):
        return __some__("scores")

    def forward(self, x):
        self._check(x)
        outer, _, inner = self._place.partition(".")
        head = getattr(self, outer)
        if self._changed or not self._pooled or inner and not isinstance(head, _Head):
            return __some__("features of a network that was changed", head)
        return head(torch.empty(x.shape[0], self.num_features))

    def _check(self, x):
        fits = __require__(
            len(x.shape) == 4, "model-input", "the network takes pictures as (batch, channels, height, width), but got {}", x
        )
        if not fits:
            return
        if self._changed:
            return
        if self._in_chans is not None:
            __require__(x.shape[1] == self._in_chans, "model-input", "the network is for {} channels, but got {}", self._in_chans, x)
        if self._size is not None:
            for size in x.shape[2:]:
                __require__(size == self._size, "model-input", "the network is for pictures of {0} x {0}, but got {1}", self._size, x)


def _stem(name):
    """Whoever asks for what takes the pictures may have it take others."""

    def given(self):
        self._in_chans = None
        return __some__(name)

    def changed(self, value):
        self._in_chans = None

    return property(given, changed)


for _name in _STEMS:
    setattr(_Network, _name, _stem(_name))


def create_model(model_name, pretrained=False, *more, num_classes=None, in_chans=3, global_pool=None, img_size=None, **settings):
    """A network by its name, which a tag may follow (`resnet50.a1_in1k`)."""
    told = _TOLD.get(model_name.partition(".")[0]) if isinstance(model_name, str) else None
    if told is None or more or global_pool not in (None, "avg", "max") or any(name not in _HARMLESS for name in settings):
        return __some__("a network")
    features, head, size = told
    if size is not None and img_size is not None:
        size = img_size if isinstance(img_size, int) else None
    classes = num_classes
    if classes is None:
        classes = __size__("classes") if "." in model_name or "21k" in model_name or "22k" in model_name else 1000
    return _Network(features, head, size, classes, in_chans)
