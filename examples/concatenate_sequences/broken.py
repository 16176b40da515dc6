"""A sequence of six steps and one vector of two values, for one LSTM."""

from keras import Input, Model, layers


def a_sequence_and_a_vector():
    tensor1 = Input((6, 10), batch_size=32)
    tensor2 = Input((2,), batch_size=32)
    both = layers.Concatenate()([tensor1, tensor2])
    return Model([tensor1, tensor2], layers.LSTM(4)(both))


def repeated_too_few_times():
    tensor1 = Input((6, 10), batch_size=32)
    tensor2 = Input((2,), batch_size=32)
    repeated = layers.RepeatVector(3)(tensor2)
    both = layers.Concatenate()([tensor1, repeated])
    return Model([tensor1, tensor2], layers.LSTM(4)(both))


def joined_along_the_steps():
    tensor1 = Input((6, 10), batch_size=32)
    tensor2 = Input((2,), batch_size=32)
    repeated = layers.RepeatVector(6)(tensor2)
    both = layers.Concatenate(axis=1)([tensor1, repeated])
    return Model([tensor1, tensor2], layers.LSTM(4)(both))
