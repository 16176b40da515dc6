"""keras.activations: what looks one up. Never imported."""

import keras


def get(identifier):
    """The function of that name; None is the identity."""
    if identifier is None:
        return keras.activations.linear
    if isinstance(identifier, str):
        return getattr(keras.activations, identifier)
    return identifier


def serialize(activation):
    return __some__("name of an activation")


def deserialize(config, custom_objects=None):
    return get(config)
