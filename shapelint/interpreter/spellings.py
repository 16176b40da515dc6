"""The many names under which frameworks offer one thing, and the one that rules use."""

from __future__ import annotations

from functools import cache

ALIASES = (
    ("tensorflow.keras.", "keras."),
    ("tensorflow.compat.v1.keras.", "keras."),
    ("tensorflow.compat.v2.keras.", "keras."),
    ("tensorflow.python.keras.", "keras."),
    ("tensorflow.contrib.keras.", "keras."),
    ("tensorflow.contrib.keras.python.keras.", "keras."),
    ("tensorflow.compat.v1.", "tensorflow."),
    ("tensorflow.compat.v2.", "tensorflow."),
    ("tf_keras.", "keras."),
    ("tensorflow.nest.", "keras.tree."),
    ("tensorflow.train.AdamOptimizer", "keras.optimizers.Adam"),
    ("tensorflow.train.GradientDescentOptimizer", "keras.optimizers.SGD"),
    ("torch.nn.modules.module.", "torch.nn."),
    ("torch.nn.modules.", "torch.nn."),
    ("torch.nn.parameter.", "torch.nn."),
    ("torch._C._nn.", "torch.nn.functional."),
    ("torch.functional.", "torch."),
    ("torch.autograd.Variable", "torch.tensor"),
    ("torch.cuda.amp.", "torch.amp."),
    ("torch._foreach_", "torch._foreach."),
    ("torch.nn.parallel.distributed.", "torch.nn.parallel."),
    ("torch.nn.parallel.data_parallel.", "torch.nn.parallel."),
    ("torch.float", "torch.float32"),
    ("torch.double", "torch.float64"),
    ("torch.half", "torch.float16"),
    ("torch.long", "torch.int64"),
    ("torch.int", "torch.int32"),
    ("torch.short", "torch.int16"),
    ("torch.cfloat", "torch.complex64"),
    ("torch.cdouble", "torch.complex128"),
    ("torch.chalf", "torch.complex32"),
    ("numpy.half", "numpy.float16"),
    ("numpy.double", "numpy.float64"),
    ("numpy.single", "numpy.float32"),
    ("numpy.bool_", "numpy.bool"),
    ("numpy.int_", "numpy.int64"),
    ("gym.spaces.", "gymnasium.spaces."),
    ("lightning.pytorch.", "lightning."),
    ("pytorch_lightning.", "lightning."),
    ("torchvision.transforms.v2.", "torchvision.transforms."),
)
LAYER_FAMILIES = {
    "activation", "adaptive", "batchnorm", "container", "conv", "distance", "dropout", "flatten",
    "fold", "instancenorm", "linear", "loss", "normalization", "padding", "pixelshuffle",
    "pooling", "rnn", "sparse", "transformer", "upsampling",
}  # fmt: skip


@cache
def canonical(dotted: str) -> str:
    """The name that rules, preludes and builtins use."""
    for old, new in ALIASES:
        if dotted.startswith(old) and (old[-1] in "._" or dotted[len(old) :][:1] in ("", ".")):
            dotted = new + dotted[len(old) :]
    parts = dotted.split(".")
    if parts[0] == "keras":
        return _of_keras(parts)
    if len(parts) == 4 and _is_file_of_classes(parts):
        del parts[2]
        return ".".join(parts)
    return dotted


def _is_file_of_classes(parts: list[str]) -> bool:
    """Whether `torch.nn.linear.Linear` is but `torch.nn.Linear`."""
    package, file, name = parts[1:]
    if package == "nn":
        return file in LAYER_FAMILIES
    other = file in ("lr_scheduler", "swa_utils")
    return package in ("optim", "distributions") and not other and name[:1].isupper()


KERAS_HOMES = {
    "Model": "keras", "Sequential": "keras", "Functional": "keras", "Layer": "keras",
    "Input": "keras", "InputSpec": "keras", "InputLayer": "keras.layers", "KerasTensor": "keras",
    "DTypePolicy": "keras", "StatelessScope": "keras", "Variable": "keras", "clone_model": "keras",
    "load_model": "keras", "save_model": "keras", "model_from_json": "keras",
    "model_from_config": "keras", "model_from_yaml": "keras", "PyDataset": "keras.utils",
    "serialize_keras_object": "keras.utils", "deserialize_keras_object": "keras.utils",
    "custom_object_scope": "keras.utils", "get_custom_objects": "keras.utils",
    "CustomObjectScope": "keras.utils", "get_registered_name": "keras.utils", "standardize_dtype": "keras.backend",
}  # fmt: skip
"""Where classes stand that Keras offers in several packages."""
STARRED = {
    "keras.layers": ("Layer", "Input", "InputSpec", "InputLayer"),
    "keras.models": (
        "Model", "Sequential", "clone_model", "load_model", "save_model", "model_from_json",
    ),
}  # fmt: skip
"""Which of these `from keras.layers import *` brings."""


def _of_keras(parts: list[str]) -> str:
    """`keras.layers.convolutional.Conv2D`, `keras.engine.topology.Layer` by their public names."""
    rest = [p for p in parts[1:] if p not in ("src", "api", "_v2", "v1", "v2")]
    last = rest[-1] if rest else ""
    if last in KERAS_HOMES:
        return f"{KERAS_HOMES[last]}.{last}"
    if len(rest) > 2 and rest[0] in ("engine", "legacy"):
        return ".".join(("keras", "layers", *rest[2:]))
    if len(rest) > 2 and rest[0] == "utils" and rest[1].endswith("_utils"):
        return ".".join(("keras", "utils", *rest[2:]))
    if len(rest) > 2 and rest[0] == "layers" and rest[1][:1].islower():
        return ".".join(("keras", "layers", *_without_files(rest[1:])))
    if len(rest) > 2 and rest[0] == "applications":
        return f"keras.applications.{last}"
    if len(rest) > 2 and rest[0] == "ops" and rest[1] in ("numpy", "nn", "core", "math", "einops"):
        return f"keras.ops.{last}"
    if len(rest) > 2 and rest[0] in ("losses", "metrics", "ops", "models") and last[:1].isupper():
        return f"keras.{rest[0]}.{last}"
    return ".".join(("keras", *rest))


def _without_files(parts: list[str]) -> list[str]:
    """Without the files and folders that a class or function of `keras.layers` stands in."""
    while len(parts) > 1 and parts[0][:1].islower():
        parts = parts[1:]
    return parts
