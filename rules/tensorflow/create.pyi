"""TensorFlow's tensors made anew: constants, ranges, random numbers."""

@op("tensorflow.zeros", "tensorflow.ones")
def zeros(shape: object, dtype: object = None, name: object = None, layout: object = None) -> Tensor["*new"]:
    """One number everywhere.

    >>> zeros([2, 3])
    (2, 3)
    >>> zeros([2, -1])
    error: negative
    """
    new = given_sizes(shape)
    assert all(n >= 0 for n in new), "sizes must not be negative"

@op("tensorflow.fill")
def fill(dims: object, value: Tensor["*v"], name: object = None, layout: object = None) -> Tensor["*new"]:
    """One number everywhere.

    >>> fill([2, 3], ())
    (2, 3)
    >>> fill([2, -1], ())
    error: negative
    """
    new = given_sizes(dims)
    assert all(n >= 0 for n in new), "sizes must not be negative"
    assert len(v) < 2 and prod(v) == 1, "the value must be a single number"

@op("tensorflow.zeros_like", "tensorflow.ones_like")
def zeros_like(input: Tensor["*s"], dtype: object = None, name: object = None, layout: object = None) -> Tensor["*s"]:
    """One number everywhere, in the shape of a tensor.

    >>> zeros_like((2, 3))
    (2, 3)
    """

@op("tensorflow.convert_to_tensor")
def convert_to_tensor(value: Tensor["*s"], dtype: object = None, dtype_hint: object = None, name: object = None) -> Value["elements_kept(value, s)"] if elements_known(value) else Tensor["*s"]:
    """A tensor of the value.

    >>> convert_to_tensor((2, 3))
    (2, 3)
    """

@op("tensorflow.constant")
def constant(value: Tensor["*s"], dtype: object = None, shape: object = None, name: object = None) -> Value["elements_kept(value, s)"] if shape is None and elements_known(value) else Tensor["*new"]:
    """A tensor of the value; a single number may fill a shape.

    >>> constant((2, 3))
    (2, 3)
    >>> constant((), shape=[2, 3])
    (2, 3)
    """
    new = s if shape is None else given_sizes(shape)

@op("tensorflow.eye", "tensorflow.linalg.eye")
def eye(num_rows: Dim, num_columns: Dim | None = None, batch_shape: object = None, dtype: object = None, name: object = None) -> Tensor["*batch num_rows columns"]:
    """Matrices with ones on their diagonal.

    >>> eye(3)
    (3, 3)
    >>> eye(3, 2, batch_shape=[4])
    (4, 3, 2)
    >>> eye(-1)
    error: negative
    """
    columns = num_rows if num_columns is None else num_columns
    batch = () if batch_shape is None else given_sizes(batch_shape)
    assert num_rows >= 0 and columns >= 0, "sizes must not be negative"

@op("tensorflow.range")
@overload
def range(start: object, *, delta: object = 1, dtype: object = None, name: object = None) -> Tensor["n"]:
    n = arange_size(0, number_in(start), number_in(delta))
@overload
def range(start: object, limit: object, delta: object = 1, dtype: object = None, name: object = None) -> Tensor["n"]:
    """Numbers from one to another.

    >>> range(5)
    (5,)
    >>> range(2, 7, delta=2)
    (3,)
    >>> range(5, 2)
    error: step
    """
    n = arange_size(number_in(start), number_in(limit), number_in(delta))

@op("tensorflow.linspace", finds="index-range")
def linspace(start: Tensor["*#s"], stop: Tensor["*#s"], num: Dim, name: object = None, axis: Axis = 0) -> Tensor["*new"]:
    """Numbers evenly spaced along a new axis.

    >>> linspace((), (), 5)
    (5,)
    >>> linspace((3,), (3,), 5, axis=-1)
    (3, 5)
    >>> linspace((), (), 5, axis=1)
    error: range
    """
    new = stacked(s, axis, num)

@op("tensorflow.random.normal", "tensorflow.random.truncated_normal")
def normal(shape: object, mean: Tensor["*m"] | float = 0.0, stddev: Tensor["*d"] | float = 1.0, dtype: object = None, seed: object = None, name: object = None) -> Tensor["*new"]:
    """Random numbers.

    >>> normal([2, 3])
    (2, 3)
    >>> normal([2, -1])
    error: negative
    >>> normal(2)
    error: list
    """
    assert not is_number(shape), "the shape must be a list"
    wanted = given_sizes(shape)
    assert all(n >= 0 for n in wanted), "sizes must not be negative"
    new = broadcast(broadcast(wanted, shape_of(stddev)), shape_of(mean))

@op("tensorflow.random.uniform")
def uniform(shape: object, minval: Tensor["*m"] | float = 0, maxval: Tensor["*d"] | float | None = None, dtype: object = None, seed: object = None, name: object = None) -> Tensor["*new"]:
    """Random numbers.

    >>> uniform([2, 3], 0, 1)
    (2, 3)
    >>> uniform([2, -1])
    error: negative
    """
    assert not is_number(shape), "the shape must be a list"
    wanted = given_sizes(shape)
    assert all(n >= 0 for n in wanted), "sizes must not be negative"
    new = broadcast(broadcast(wanted, shape_of(maxval)), shape_of(minval))

@op("tensorflow.random.stateless_normal", "tensorflow.random.stateless_truncated_normal", "tensorflow.random.stateless_uniform")
def stateless(shape: object, seed: object, *, mean: float = 0.0, stddev: float = 1.0, minval: float = 0, maxval: float | None = None, dtype: object = None, name: object = None, alg: object = "auto_select") -> Tensor["*new"]:
    """Random numbers that a seed decides.

    >>> stateless([2, 3], [1, 2])
    (2, 3)
    >>> stateless([2, -1], [1, 2])
    error: negative
    """
    assert not is_number(shape), "the shape must be a list"
    new = given_sizes(shape)
    assert all(n >= 0 for n in new), "sizes must not be negative"

@op("tensorflow.random.gamma")
def gamma(shape: object, alpha: Tensor["*#p"], beta: Tensor["*#p"] | None = None, dtype: object = None, seed: object = None, name: object = None) -> Tensor["*new"]:
    """So many random numbers for each parameter.

    >>> gamma([5], (2,))
    (5, 2)
    >>> gamma([-1], ())
    error: negative
    """
    assert not is_number(shape), "the shape must be a list"
    lead = given_sizes(shape)
    assert all(n >= 0 for n in lead), "sizes must not be negative"
    new = lead + p

@op("tensorflow.random.poisson")
def poisson(shape: object, lam: Tensor["*p"], dtype: object = None, seed: object = None, name: object = None) -> Tensor["*new"]:
    """So many random numbers for each parameter.

    >>> poisson([5], (2,))
    (5, 2)
    >>> poisson([-1], ())
    error: negative
    """
    assert not is_number(shape), "the shape must be a list"
    lead = given_sizes(shape)
    assert all(n >= 0 for n in lead), "sizes must not be negative"
    new = lead + p

@op("tensorflow.random.shuffle")
def shuffle(value: Tensor["*s"], seed: object = None, name: object = None) -> Tensor["*s"]:
    """The parts of the first axis in another order.

    >>> shuffle((3, 2))
    (3, 2)
    """

@op("tensorflow.random.categorical", finds="index-rank")
def categorical(logits: Tensor["n classes"], num_samples: Dim, dtype: object = None, seed: object = None, name: object = None) -> Tensor["n num_samples"]:
    """So many classes for each row.

    >>> categorical((2, 3), 4)
    (2, 4)
    >>> categorical((3,), 4)
    error: rank
    """
    assert num_samples >= 0, "[bad-argument] num_samples must not be negative"
