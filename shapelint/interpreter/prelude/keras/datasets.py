"""keras.datasets: the shapes of the arrays that each gives (keras/src/datasets). Never imported."""


def _images(train, test, side, channels, labels):
    image = (side, side) if channels is None else (side, side, channels)
    return (
        (__array__((train, *image), "uint8"), __array__((train, *labels), "uint8")),
        (__array__((test, *image), "uint8"), __array__((test, *labels), "uint8")),
    )


class mnist:
    @staticmethod
    def load_data(path="mnist.npz"):
        return _images(60000, 10000, 28, None, ())


class fashion_mnist:
    @staticmethod
    def load_data():
        return _images(60000, 10000, 28, None, ())


class cifar10:
    @staticmethod
    def load_data():
        return _images(50000, 10000, 32, 3, (1,))


class cifar100:
    @staticmethod
    def load_data(label_mode="fine"):
        return _images(50000, 10000, 32, 3, (1,))


class boston_housing:
    @staticmethod
    def load_data(path="boston_housing.npz", test_split=0.2, seed=113):
        if test_split == 0.2:
            return _rows(404, 102, 13)
        return _rows(__size__("train"), __size__("test"), 13)


class california_housing:
    @staticmethod
    def load_data(version="large", path="california_housing.npz", test_split=0.2, seed=113):
        return _rows(__size__("train"), __size__("test"), 8)


def _rows(train, test, width):
    return (
        (__array__((train, width)), __array__((train,))),
        (__array__((test, width)), __array__((test,))),
    )


class imdb:
    @staticmethod
    def load_data(*args, **kwargs):
        return _sequences(25000, 25000)

    @staticmethod
    def get_word_index(path="imdb_word_index.json"):
        return __some__("word index")


class reuters:
    @staticmethod
    def load_data(*args, **kwargs):
        return _sequences(__size__("train"), __size__("test"))

    @staticmethod
    def get_word_index(path="reuters_word_index.json"):
        return __some__("word index")


def _sequences(train, test):
    """Arrays of lists: one axis, for lists differ in length."""
    return (
        (__array__((train,), "int64"), __array__((train,), "int64")),
        (__array__((test,), "int64"), __array__((test,), "int64")),
    )
