"""A sequence of six steps and one vector of two values, for one LSTM: the vector at each step, or its
values laid out over the steps."""

from keras import Input, Model, layers


def the_vector_at_each_step():
    tensor1 = Input((6, 10), batch_size=32)
    tensor2 = Input((2,), batch_size=32)
    repeated = layers.RepeatVector(6)(tensor2)
    both = layers.Concatenate()([tensor1, repeated])
    return Model([tensor1, tensor2], layers.LSTM(4)(both))


def its_values_laid_out():
    tensor1 = Input((6, 10), batch_size=32)
    tensor2 = Input((2,), batch_size=32)
    repeated = layers.RepeatVector(3)(tensor2)
    reshaped = layers.Reshape((6, 1))(repeated)
    both = layers.Concatenate()([tensor1, reshaped])
    return Model([tensor1, tensor2], layers.LSTM(4)(both))


if __name__ == "__main__":
    for program in (the_vector_at_each_step, its_values_laid_out):
        print(program.__name__, program().output_shape)
