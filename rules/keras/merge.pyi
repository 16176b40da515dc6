"""Keras's layers that merge tensors, and the functions of the same names. A tensor of lower rank gets new axes
after the batch."""

@op("keras.layers.Add", finds="broadcast-sizes")
class Add:
    """The sum of tensors.

    >>> Add()([(2, 3), (2, 3)])
    (2, 3)
    >>> Add()([(2, 4, 4, 3), (2, 1, 1, 3), (2, 3)])
    (2, 4, 4, 3)
    >>> Add()([(2, 3), (2, 4)])
    error: broadcast
    >>> Add()((2, 3))
    error: list
    """

    called: Late

    def __init__(self):
        called = None

    def call(self, inputs: list[Tensor]) -> Tensor["*out"]:
        assert have_batches(inputs), "a scalar has no batch"
        assert called is not None or same_batch(inputs), "the tensors differ in their batch"
        assert merge_fits(inputs), "the tensors do not broadcast together"
        out = merged(inputs, called)
        called = 1

    def call(self, inputs: Tensor) -> Tensor:
        assert False, "[bad-argument] the layer takes a list of tensors"

@op("keras.layers.Multiply", finds="broadcast-sizes")
class Multiply:
    """The product of tensors, element by element.

    >>> Multiply()([(2, 3), (2, 3)])
    (2, 3)
    >>> Multiply()([(2, 4, 4, 3), (2, 1, 1, 3), (2, 3)])
    (2, 4, 4, 3)
    >>> Multiply()([(2, 3), (2, 4)])
    error: broadcast
    >>> Multiply()((2, 3))
    error: list
    """

    called: Late

    def __init__(self):
        called = None

    def call(self, inputs: list[Tensor]) -> Tensor["*out"]:
        assert have_batches(inputs), "a scalar has no batch"
        assert called is not None or same_batch(inputs), "the tensors differ in their batch"
        assert merge_fits(inputs), "the tensors do not broadcast together"
        out = merged(inputs, called)
        called = 1

    def call(self, inputs: Tensor) -> Tensor:
        assert False, "[bad-argument] the layer takes a list of tensors"

@op("keras.layers.Average", finds="broadcast-sizes")
class Average:
    """The mean of tensors, element by element.

    >>> Average()([(2, 3), (2, 3)])
    (2, 3)
    >>> Average()([(2, 4, 4, 3), (2, 1, 1, 3), (2, 3)])
    (2, 4, 4, 3)
    >>> Average()([(2, 3), (2, 4)])
    error: broadcast
    >>> Average()((2, 3))
    error: list
    """

    called: Late

    def __init__(self):
        called = None

    def call(self, inputs: list[Tensor]) -> Tensor["*out"]:
        assert have_batches(inputs), "a scalar has no batch"
        assert called is not None or same_batch(inputs), "the tensors differ in their batch"
        assert merge_fits(inputs), "the tensors do not broadcast together"
        out = merged(inputs, called)
        called = 1

    def call(self, inputs: Tensor) -> Tensor:
        assert False, "[bad-argument] the layer takes a list of tensors"

@op("keras.layers.Maximum", finds="broadcast-sizes")
class Maximum:
    """The largest of tensors, element by element.

    >>> Maximum()([(2, 3), (2, 3)])
    (2, 3)
    >>> Maximum()([(2, 4, 4, 3), (2, 1, 1, 3), (2, 3)])
    (2, 4, 4, 3)
    >>> Maximum()([(2, 3), (2, 4)])
    error: broadcast
    >>> Maximum()((2, 3))
    error: list
    """

    called: Late

    def __init__(self):
        called = None

    def call(self, inputs: list[Tensor]) -> Tensor["*out"]:
        assert have_batches(inputs), "a scalar has no batch"
        assert called is not None or same_batch(inputs), "the tensors differ in their batch"
        assert merge_fits(inputs), "the tensors do not broadcast together"
        out = merged(inputs, called)
        called = 1

    def call(self, inputs: Tensor) -> Tensor:
        assert False, "[bad-argument] the layer takes a list of tensors"

@op("keras.layers.Minimum", finds="broadcast-sizes")
class Minimum:
    """The smallest of tensors, element by element.

    >>> Minimum()([(2, 3), (2, 3)])
    (2, 3)
    >>> Minimum()([(2, 4, 4, 3), (2, 1, 1, 3), (2, 3)])
    (2, 4, 4, 3)
    >>> Minimum()([(2, 3), (2, 4)])
    error: broadcast
    >>> Minimum()((2, 3))
    error: list
    """

    called: Late

    def __init__(self):
        called = None

    def call(self, inputs: list[Tensor]) -> Tensor["*out"]:
        assert have_batches(inputs), "a scalar has no batch"
        assert called is not None or same_batch(inputs), "the tensors differ in their batch"
        assert merge_fits(inputs), "the tensors do not broadcast together"
        out = merged(inputs, called)
        called = 1

    def call(self, inputs: Tensor) -> Tensor:
        assert False, "[bad-argument] the layer takes a list of tensors"

@op("keras.layers.add", "keras.layers.multiply", "keras.layers.average", "keras.layers.maximum", "keras.layers.minimum", finds="broadcast-sizes")
@overload
def add(inputs: list[Tensor], **kwargs: object) -> Tensor["*out"]:
    assert have_batches(inputs), "a scalar has no batch"
    assert same_batch(inputs), "the tensors differ in their batch"
    assert merge_fits(inputs), "the tensors do not broadcast together"
    out = merged(inputs, False)
@overload
def add(inputs: Tensor, **kwargs: object) -> Tensor:
    """Merge tensors element by element.

    >>> add([(2, 3), (2, 3)])
    (2, 3)
    >>> add([(2, 5, 3), (2, 3)])
    (2, 5, 3)
    >>> add([(2, 3), (2, 4)])
    error: broadcast
    >>> add((2, 3))
    error: list
    """
    assert False, "[bad-argument] a list of tensors is needed"

@op("keras.layers.Subtract", finds="broadcast-sizes")
class Subtract:
    """The difference of two tensors.

    >>> Subtract()([(2, 3), (2, 3)])
    (2, 3)
    >>> Subtract()([(2, 3), (2, 4)])
    error: broadcast
    >>> Subtract()([(2, 3), (2, 3), (2, 3)])
    error: two
    >>> Subtract()((2, 3))
    error: list
    """

    called: Late

    def __init__(self):
        called = None

    def call(self, inputs: list[Tensor]) -> Tensor["*out"]:
        assert have_batches(inputs), "a scalar has no batch"
        assert called is not None or same_batch(inputs), "the tensors differ in their batch"
        assert merge_fits(inputs), "the tensors do not broadcast together"
        assert len(inputs) == 2, "[bad-argument] exactly two tensors are needed"
        out = merged(inputs, called)
        called = 1

    def call(self, inputs: Tensor) -> Tensor:
        assert False, "[bad-argument] the layer takes a list of tensors"

@op("keras.layers.subtract", finds="broadcast-sizes")
@overload
def subtract(inputs: list[Tensor], **kwargs: object) -> Tensor["*out"]:
    assert have_batches(inputs), "a scalar has no batch"
    assert same_batch(inputs), "the tensors differ in their batch"
    assert merge_fits(inputs), "the tensors do not broadcast together"
    assert len(inputs) == 2, "[bad-argument] exactly two tensors are needed"
    out = merged(inputs, False)
@overload
def subtract(inputs: Tensor, **kwargs: object) -> Tensor:
    """The difference of two tensors.

    >>> subtract([(2, 3), (2, 3)])
    (2, 3)
    >>> subtract([(2, 3), (2, 4)])
    error: broadcast
    """
    assert False, "[bad-argument] a list of tensors is needed"

@op("keras.layers.Concatenate", finds="concat-sizes", legacy={"concat_axis": "axis"})
class Concatenate:
    """Tensors joined along an axis; all other axes must agree, the batch too.

    >>> Concatenate()([(2, 3), (2, 4)])
    (2, 7)
    >>> Concatenate(axis=1)([(2, 3, 4), (2, 5, 4)])
    (2, 8, 4)
    >>> Concatenate(axis=1)([(2, 3, 4), (2, 5, 6)])
    error: post
    >>> Concatenate()((2, 3))
    error: list
    """

    def __init__(self, axis: Axis = -1): ...

    def call(self, inputs: list[Tensor["*pre ?n@axis *post"]]) -> Tensor["*pre sum(n) *post"]: ...

    def call(self, inputs: Tensor) -> Tensor:
        assert False, "[bad-argument] the layer takes a list of tensors"

@op("keras.layers.concatenate", finds="concat-sizes")
@overload
def concatenate(
    inputs: list[Tensor["*pre ?n@axis *post"]], axis: Axis = -1, **kwargs: object
) -> Tensor["*pre sum(n) *post"]: ...
@overload
def concatenate(inputs: Tensor, axis: Axis = -1, **kwargs: object) -> Tensor:
    """Tensors joined along an axis; all other axes must agree, the batch too.

    >>> concatenate([(2, 3), (2, 4)])
    (2, 7)
    >>> concatenate([(2, 3, 4), (2, 5, 4)], axis=1)
    (2, 8, 4)
    >>> concatenate([(2, 3), (3, 3)])
    error: pre
    >>> concatenate((2, 3))
    error: list
    """
    assert False, "[bad-argument] a list of tensors is needed"

@op("keras.layers.Dot", finds="inner-size", legacy={"dot_axes": "axes"})
class Dot:
    """The product of two tensors, sample by sample, summed over an axis of either; `axes` count the batch.

    >>> Dot(axes=1)([(2, 3), (2, 3)])
    (2, 1)
    >>> Dot(axes=(2, 1))([(2, 3, 4), (2, 4, 5)])
    (2, 3, 5)
    >>> Dot(axes=-1, normalize=True)([(2, 5, 4), (2, 4)])
    (2, 5)
    >>> Dot(axes=(1, 2))([(2, 3, 4), (2, 4, 5)])
    error: axes
    >>> Dot(axes=1)((2, 3))
    error: list
    """

    def __init__(self, axes, normalize: bool = False):
        assert not is_tuple(axes) or len(axes) == 2, "axes must be a number or two"

    def call(self, inputs: list[Tensor]) -> Tensor["*out"]:
        places = dot_axes(inputs, axes)
        x = shape_of(inputs[0])
        y = shape_of(inputs[1])
        assert x[places[0]] == y[places[1]], "the two axes to be summed over differ"
        assert same_batch(inputs), "[broadcast-sizes] the tensors differ in their batch"
        out = dotted(inputs, places)

    def call(self, inputs: Tensor) -> Tensor:
        assert False, "[bad-argument] the layer takes a list of two tensors"

@op("keras.layers.dot", finds="inner-size")
@overload
def dot(inputs: list[Tensor], axes: object = -1, normalize: bool = False, **kwargs: object) -> Tensor["*out"]:
    assert not is_tuple(axes) or len(axes) == 2, "[bad-argument] axes must be a number or two"
    places = dot_axes(inputs, axes)
    x = shape_of(inputs[0])
    y = shape_of(inputs[1])
    assert x[places[0]] == y[places[1]], "the two axes to be summed over differ"
    assert same_batch(inputs), "[broadcast-sizes] the tensors differ in their batch"
    out = dotted(inputs, places)
@overload
def dot(inputs: Tensor, axes: object = -1, normalize: bool = False, **kwargs: object) -> Tensor:
    """The product of two tensors, sample by sample, summed over an axis of either.

    >>> dot([(2, 3), (2, 3)], axes=1)
    (2, 1)
    >>> dot([(2, 5, 4), (2, 6, 4)], axes=-1)
    (2, 5, 6)
    >>> dot([(2, 3, 4), (2, 4, 5)], axes=(1, 2))
    error: axes
    """
    assert False, "[bad-argument] a list of two tensors is needed"
