"""keras.utils and keras.preprocessing: what prepares arrays."""

@op("keras.utils.to_categorical", finds="bad-argument")
def to_categorical(x: Tensor["*s"], num_classes: Dim | None = None) -> Tensor["*kept classes"]:
    """Class indices as rows of a single 1; a last axis of size 1 gives way to the classes.

    >>> to_categorical((60, 1), 10)
    (60, 10)
    >>> to_categorical((60, 5), num_classes=10)
    (60, 5, 10)
    >>> to_categorical((60, 5), num_classes=-1)
    error: negative
    """
    kept = s[:-1] if len(s) > 1 and s[-1] == 1 else s
    assert num_classes is None or num_classes >= 0, "num_classes must not be negative"
    classes = some(1) if num_classes is None or num_classes == 0 else num_classes

@op("keras.utils.normalize", finds="index-range")
def normalize(x: Tensor["*s"], axis: Axis = -1, order=2) -> Tensor["*new"]:
    """Divided by the norms along the axis. A vector gives a row (an array) or a vector (a tensor or a list).

    >>> normalize((60, 28, 28), axis=1)
    (60, 28, 28)
    >>> normalize((60, 28), axis=2)
    error: range
    """
    normed = reduced(s, axis, True) if len(s) > 0 else unsure()
    new = s if len(s) > 1 and axis != 0 else unsure()

@op("keras.utils.pad_sequences", "keras.preprocessing.sequence.pad_sequences", finds="pad-sizes")
@overload
def pad_sequences(
    sequences: Tensor["n t *rest"], maxlen: Dim | None = None, dtype="int32", padding: Literal["pre", "post"] = "pre",
    truncating: Literal["pre", "post"] = "pre", value=0.0,
) -> Tensor["n length *rest"]:
    assert maxlen is None or maxlen >= 0, "[bad-argument] maxlen must not be negative"
    length = t if maxlen is None else maxlen if maxlen > 0 else unsure()
@overload
def pad_sequences(
    sequences: list[Tensor["?t *rest"]], maxlen: Dim | None = None, dtype="int32", padding: Literal["pre", "post"] = "pre",
    truncating: Literal["pre", "post"] = "pre", value=0.0,
) -> Tensor["n length *rest"]:
    """Sequences cut or filled up to `maxlen`, or to the longest of them.

    >>> pad_sequences((60, 5), maxlen=20)
    (60, 20)
    >>> pad_sequences([(3,), (5,)])
    (2, 5)
    >>> pad_sequences([(3, 2), (5, 2)], maxlen=4, padding="post")
    (2, 4, 2)
    >>> pad_sequences([(3, 2), (5, 4)])
    error: rest
    """
    n = len(sequences)
    assert maxlen is None or maxlen >= 0, "[bad-argument] maxlen must not be negative"
    length = max(t) if maxlen is None else maxlen if maxlen > 0 else unsure()

@op("keras.utils.img_to_array", "keras.preprocessing.image.img_to_array", finds="bad-argument")
def img_to_array(img: Tensor["*s"], data_format: Literal["channels_last", "channels_first"] | None = None, dtype=None) -> Tensor["*new"]:
    """An image as an array of three axes.

    >>> img_to_array((28, 28))
    (28, 28, 1)
    >>> img_to_array((28, 30, 3), data_format="channels_first")
    (3, 28, 30)
    >>> img_to_array((5, 28, 28, 3))
    error: two or three
    """
    assert len(s) == 2 or len(s) == 3, "an image has two or three axes"
    three = (*s, 1) if len(s) == 2 else s
    new = (three[2], three[0], three[1]) if data_format == "channels_first" else three
