"""tf.layers of TensorFlow 1: functions that make a layer and call it. Never imported."""

import keras


def dense(inputs, units, activation=None, use_bias=True, *args, **kwargs):
    return keras.layers.Dense(units, use_bias=use_bias)(inputs)


def conv1d(inputs, filters, kernel_size, strides=1, padding="valid", data_format="channels_last", dilation_rate=1, *args, **kwargs):
    return keras.layers.Conv1D(filters, kernel_size, strides=strides, padding=padding.lower(), data_format=data_format, dilation_rate=dilation_rate)(inputs)


def conv2d(inputs, filters, kernel_size, strides=(1, 1), padding="valid", data_format="channels_last", dilation_rate=(1, 1), *args, **kwargs):
    return keras.layers.Conv2D(filters, kernel_size, strides=strides, padding=padding.lower(), data_format=data_format, dilation_rate=dilation_rate)(inputs)


def conv3d(inputs, filters, kernel_size, strides=(1, 1, 1), padding="valid", data_format="channels_last", dilation_rate=(1, 1, 1), *args, **kwargs):
    return keras.layers.Conv3D(filters, kernel_size, strides=strides, padding=padding.lower(), data_format=data_format, dilation_rate=dilation_rate)(inputs)


def conv2d_transpose(inputs, filters, kernel_size, strides=(1, 1), padding="valid", data_format="channels_last", *args, **kwargs):
    return keras.layers.Conv2DTranspose(filters, kernel_size, strides=strides, padding=padding.lower(), data_format=data_format)(inputs)


def separable_conv2d(inputs, filters, kernel_size, strides=(1, 1), padding="valid", data_format="channels_last", *args, **kwargs):
    return keras.layers.SeparableConv2D(filters, kernel_size, strides=strides, padding=padding.lower(), data_format=data_format)(inputs)


def max_pooling1d(inputs, pool_size, strides, padding="valid", data_format="channels_last", name=None):
    return keras.layers.MaxPooling1D(pool_size, strides=strides, padding=padding.lower(), data_format=data_format)(inputs)


def max_pooling2d(inputs, pool_size, strides, padding="valid", data_format="channels_last", name=None):
    return keras.layers.MaxPooling2D(pool_size, strides=strides, padding=padding.lower(), data_format=data_format)(inputs)


def average_pooling1d(inputs, pool_size, strides, padding="valid", data_format="channels_last", name=None):
    return keras.layers.AveragePooling1D(pool_size, strides=strides, padding=padding.lower(), data_format=data_format)(inputs)


def average_pooling2d(inputs, pool_size, strides, padding="valid", data_format="channels_last", name=None):
    return keras.layers.AveragePooling2D(pool_size, strides=strides, padding=padding.lower(), data_format=data_format)(inputs)


def flatten(inputs, name=None, data_format="channels_last"):
    return keras.layers.Flatten()(inputs)


def dropout(inputs, *args, **kwargs):
    return inputs


def batch_normalization(inputs, axis=-1, *args, **kwargs):
    return keras.layers.BatchNormalization(axis=axis)(inputs)
