"""111 filters of length 5 over 300 steps: Keras keeps channels last, so that the maps are (296, 111)."""

from keras import Input, Model, layers


def maps_last():
    inputs = Input((300, 1), batch_size=16)
    layer = layers.Conv1D(filters=111, kernel_size=5, padding="valid", strides=1, activation="relu")
    maps = layer(inputs)
    kernel, bias = layer.get_weights()
    weighted = layers.Multiply()([maps, Input((296, 111), batch_size=16)])
    return weighted


def three_hundred_channels():
    inputs = Input((40, 300))
    layer = layers.Conv1D(filters=111, kernel_size=5)
    maps = layer(inputs)
    kernel, bias = layer.get_weights()
    return maps


def put_in_order():
    inputs = Input((300, 1))
    maps = layers.Conv1D(filters=111, kernel_size=5)(inputs)
    return layers.Dense(10)(layers.Permute((2, 1))(maps))


if __name__ == "__main__":
    for program in (maps_last, three_hundred_channels, put_in_order):
        print(program.__name__, program().shape)
