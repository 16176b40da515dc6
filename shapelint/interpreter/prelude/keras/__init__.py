"""Keras's base classes and models, as the interpreter runs them. Never imported.

A size that a model leaves open (None) is a symbol of its own; what a model gives for other sizes is
found by putting these in (`__graph__`).
"""

import keras


def _keep(layer, kwargs):
    """What the base class takes of a layer's keyword arguments."""
    if "name" in kwargs:
        layer.name = kwargs["name"]
    if "trainable" in kwargs:
        layer.trainable = kwargs["trainable"]
    if "weights" in kwargs:
        layer._initial_weights = kwargs["weights"]
    shape = kwargs.get("input_shape")
    if shape is None and "input_dim" in kwargs:
        length = kwargs.get("input_length")
        shape = (kwargs["input_dim"],) if length is None else (length, kwargs["input_dim"])
    if "batch_input_shape" in kwargs:
        layer._batch_input_shape = kwargs["batch_input_shape"]
    elif shape is not None:
        layer._batch_input_shape = (kwargs.get("batch_size"), *shape)


def Input(
    shape=None, batch_size=None, dtype=None, sparse=None, ragged=None, batch_shape=None, name=None,
    tensor=None, optional=False, **kwargs,
):
    layer = keras.layers.InputLayer(
        shape, batch_size, dtype, sparse, ragged, batch_shape, tensor, optional, name, **kwargs
    )
    return layer.output


class InputSpec:
    def __init__(
        self, dtype=None, shape=None, ndim=None, max_ndim=None, min_ndim=None, axes=None,
        allow_last_axis_squeeze=False, name=None, optional=False,
    ):
        self.shape = shape
        self.ndim = len(shape) if shape is not None else ndim
        self.max_ndim = max_ndim
        self.min_ndim = min_ndim
        self.axes = axes or {}


def _check(spec, tensor):
    """keras/src/layers/input_spec.py, `assert_input_compatibility`."""
    if not isinstance(spec, InputSpec) or not __is_tensor__(tensor):
        return
    rank = len(tensor.shape)
    if spec.ndim is not None:
        if not __require__(rank == spec.ndim, "input-spec", "the layer expects ndim={}, but is given {}", spec.ndim, tensor):
            return
    if spec.min_ndim is not None:
        if not __require__(rank >= spec.min_ndim, "input-spec", "the layer expects min_ndim={}, but is given {}", spec.min_ndim, tensor):
            return
    if spec.max_ndim is not None:
        __require__(rank <= spec.max_ndim, "input-spec", "the layer expects max_ndim={}, but is given {}", spec.max_ndim, tensor)
    for axis, size in spec.axes.items():
        if size is not None:
            __require__(tensor.shape[axis] == size, "input-spec", "the layer expects axis {} to be {}, but is given {}", axis, size, tensor)
    if spec.shape is not None:
        for axis, size in enumerate(spec.shape):
            if size is not None:
                __require__(tensor.shape[axis] == size, "input-spec", "the layer expects {}, but is given {}", spec.shape, tensor)


class Layer:
    name = __some__("name")
    built = False
    input_spec = None
    trainable = True
    stateful = False
    supports_masking = False
    _batch_input_shape = None
    _initial_weights = None

    def __init__(self, *args, **kwargs):
        _keep(self, kwargs)

    def __call__(self, *args, **kwargs):
        args, kwargs = __as_tensor__(args), __as_tensor__(kwargs)
        first = args[0] if args else __some__("input")
        for spec, tensor in _specs(self.input_spec, first):
            _check(spec, tensor)
        if not self.built:
            self._build_for(first, args, kwargs)
            for spec, tensor in _specs(self.input_spec, first):
                _check(spec, tensor)
        takes = __parameters__(self.call)
        if takes is not None and "**" not in "".join(takes):
            for word in ("training", "mask"):
                if word in kwargs and word not in takes:
                    kwargs = {k: v for k, v in kwargs.items() if k != word}
        outputs = self.call(*args, **kwargs)
        if __symbolic__(first) or __state__(self, "_output", None) is None:
            self._input = first
            self._output = outputs
        __record__(self, first, outputs)
        if __symbolic__((args, kwargs)):
            __keep__(self, args, kwargs, outputs)
        return outputs

    def _build_for(self, first, args, kwargs):
        """Run the class's own `build` on the shapes it asks for (keras/src/layers/layer.py)."""
        if __overrides__(self, "build"):
            wanted = __parameters__(self.build)
            named = __parameters__(self.call)
            if len(wanted) == 1:
                self.build(__shapes__(first))
            elif named is None:
                self.build(*[__some__("shape") for _ in wanted])
            else:
                given = dict(zip(named, args))
                given.update(kwargs)
                self.build(**{
                    name: __shapes__(given[name[:-6]])
                    for name in wanted
                    if name.endswith("_shape") and name[:-6] in given
                })
        self.built = True
        if self._initial_weights is not None:
            self.set_weights(self._initial_weights)

    def build(self, *shapes, **named):
        shapes = [*shapes, *named.values()]
        if shapes and shapes[0] is not None:
            __build__(self, [_placeholders(shape) for shape in shapes])
        self.built = True

    def call(self, *args, **kwargs):
        return __some__("result of a layer without call")

    def add_weight(
        self, shape=None, initializer=None, dtype=None, trainable=True, *args, name=None, **kwargs
    ):
        if isinstance(shape, str):
            shape = initializer
        return __weight__(() if shape is None else shape)

    add_variable = add_weight

    def compute_output_shape(self, input_shape, *args, **kwargs):
        return __shapes__(__trial__(self, _placeholders(input_shape)))

    def compute_output_spec(self, *args, **kwargs):
        return __trial__(self, *args, **kwargs)

    def compute_mask(self, inputs, mask=None):
        return __some__("mask")

    def get_config(self):
        return {}

    @classmethod
    def from_config(cls, config):
        return __some__("a layer made from a config")

    @property
    def input(self):
        return __state__(self, "_input", __some__("input"))

    @property
    def output(self):
        return __state__(self, "_output", __some__("output"))

    @property
    def input_shape(self):
        return __shapes__(self.input)

    @property
    def output_shape(self):
        return __shapes__(self.output)

    @property
    def weights(self):
        return __weights__(self)

    @property
    def variables(self):
        return __weights__(self)

    @property
    def trainable_weights(self):
        return __some__("trainable_weights")

    @property
    def trainable_variables(self):
        return __some__("trainable_variables")

    @property
    def non_trainable_weights(self):
        return __some__("non_trainable_weights")

    @property
    def losses(self):
        return __some__("losses")

    @property
    def dtype(self):
        return __some__("dtype")

    @property
    def compute_dtype(self):
        return __some__("dtype")

    def get_weights(self):
        return [__array__(weight) for weight in self.weights]

    def set_weights(self, weights):
        """keras/src/layers/layer.py: as many weights as the layer has, each of the same shape."""
        mine = self.weights
        if not __is_known__(len(mine)) or not isinstance(weights, (list, tuple)):
            return
        if len(mine) != len(weights):
            __fails__("weights-shape", "the layer has {} weights, but is given {}", len(mine), len(weights))
            return
        for old, new in zip(mine, weights):
            if __is_tensor__(old) and __is_tensor__(new):
                _check_weight(old, new)

    def count_params(self):
        return __size__("params")

    def add_loss(self, loss, *args, **kwargs):
        pass

    def add_metric(self, *args, **kwargs):
        pass

    def add_update(self, *args, **kwargs):
        pass

    def stateless_call(self, *args, **kwargs):
        return __some__("stateless_call")

    def reset_states(self, *args, **kwargs):
        pass

    reset_state = reset_states


def _check_weight(old, new):
    if len(old.shape) == len(new.shape) == 2 and __surely__(old.shape[0] == new.shape[1]) and __surely__(old.shape[1] == new.shape[0]):
        __require__(
            old.shape == new.shape, "weights-shape",
            "a weight is {}, but is given {}: a Dense kernel is (in, out), PyTorch's is (out, in); transpose it", old, new,
        )
    else:
        __require__(old.shape == new.shape, "weights-shape", "a weight is {}, but is given {}", old, new)


def _specs(spec, first):
    if isinstance(spec, (list, tuple)) and isinstance(first, (list, tuple)):
        return zip(spec, first)
    return [(spec, first)]


def _placeholders(shape):
    """A tensor for a shape, or the same structure of them."""
    if isinstance(shape, dict):
        return {key: _placeholders(item) for key, item in shape.items()}
    if isinstance(shape, (list, tuple)) and len(shape) > 0 and isinstance(shape[0], (list, tuple)):
        return [_placeholders(item) for item in shape]
    return __tensor__(shape)


class Model(Layer):
    _inputs = None
    _outputs = None
    _loss = None
    _functional = False

    def __init__(self, inputs=None, outputs=None, name=None, trainable=True, **kwargs):
        if inputs is None:
            inputs = kwargs.get("input")
        if outputs is None:
            outputs = kwargs.get("output")
        if name is not None:
            self.name = name
        if inputs is not None and outputs is not None:
            self._inputs = inputs
            self._outputs = outputs
            self._functional = True
            self.built = True
            if __disconnected__(inputs, outputs):
                __fails__(
                    "model-input", "an output is made from an Input that is not among the model's inputs", outputs
                )

    def call(self, inputs, training=None, mask=None, **kwargs):
        if self._functional:
            __rerun__(self._inputs, inputs, self._outputs)
            outputs = __graph__(self._inputs, inputs, self._outputs, self._finding())
            return outputs if __symbolic__(inputs) else _single(outputs)
        return __some__("result of a model without call")

    def _finding(self):
        return __state__(self, "_fitting", "model-input")

    def build(self, input_shape=None):
        if not self._functional and input_shape is not None:
            self(_placeholders(input_shape))

    @property
    def inputs(self):
        return __flat__(self._inputs) if self._functional else __some__("inputs")

    @property
    def outputs(self):
        return __flat__(self._outputs) if self._functional else __some__("outputs")

    @property
    def input(self):
        if self._functional:
            return _single(self._inputs)
        return __state__(self, "_input", __some__("input"))

    @property
    def output(self):
        if self._functional:
            return _single(self._outputs)
        return __state__(self, "_output", __some__("output"))

    @property
    def layers(self):
        if self._functional:
            return __layers__(self._inputs, self._outputs)
        return [value for name, value in __attributes__(self) if isinstance(value, Layer)]

    def get_layer(self, name=None, index=None):
        if index is not None:
            return self.layers[index]
        for layer in self.layers:
            if __surely__(layer.name == name):
                return layer
        return __some__("layer", self)

    @property
    def weights(self):
        return [weight for layer in self.layers for weight in layer.weights]

    def summary(self, *args, **kwargs):
        pass

    def save(self, *args, **kwargs):
        pass

    def save_weights(self, *args, **kwargs):
        pass

    def load_weights(self, *args, **kwargs):
        pass

    def export(self, *args, **kwargs):
        pass

    def to_json(self, **kwargs):
        return ""

    def compile(self, optimizer="rmsprop", loss=None, loss_weights=None, metrics=None, *args, **kwargs):
        self.optimizer = optimizer
        self._loss = loss
        self._metrics = metrics

    def fit(
        self, x=None, y=None, batch_size=None, epochs=1, verbose="auto", callbacks=None,
        validation_split=0.0, validation_data=None, shuffle=True, class_weight=None,
        sample_weight=None, *args, **kwargs,
    ):
        if validation_split != 0:
            batch_size, y = __some__("batch_size"), keras.training.without_surplus(x, y)
        keras.training.step(self, x, y, batch_size)
        if isinstance(validation_data, (tuple, list)) and len(validation_data) > 1:
            keras.training.step(self, validation_data[0], validation_data[1], batch_size)
        elif validation_data is not None:
            keras.training.step(self, validation_data, None, batch_size)
        keras.training.called_back(self, callbacks)
        return __some__("History")

    def train_step(self, data):
        x, y, _ = keras.utils.unpack_x_y_sample_weight(data)
        keras.training.usual(self, x, y)
        return {}

    def test_step(self, data):
        return self.train_step(data)

    def compute_metrics(self, *args, **kwargs):
        return {}

    def evaluate(self, x=None, y=None, batch_size=None, *args, **kwargs):
        keras.training.step(self, x, y, batch_size)
        return __some__("metrics")

    def predict(self, x, batch_size=None, *args, **kwargs):
        return keras.training.predicted(self, x)

    def train_on_batch(self, x, y=None, sample_weight=None, *args, **kwargs):
        keras.training.batch(self, x, y)
        return __some__("metrics")

    def test_on_batch(self, x, y=None, sample_weight=None, *args, **kwargs):
        keras.training.batch(self, x, y)
        return __some__("metrics")

    def predict_on_batch(self, x):
        return keras.training.predicted(self, x)

    def fit_generator(self, generator, steps_per_epoch=None, epochs=1, verbose=1, callbacks=None, validation_data=None, *args, **kwargs):
        return self.fit(generator, validation_data=validation_data)

    def evaluate_generator(self, generator, *args, **kwargs):
        return self.evaluate(generator)

    def predict_generator(self, generator, *args, **kwargs):
        return self.predict(generator)

    def predict_classes(self, x, *args, **kwargs):
        return __array__((x.shape[0],)) if __is_tensor__(x) else __some__("classes")

    def predict_proba(self, x, *args, **kwargs):
        return self.predict(x)

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        return keras.training.loss_of(self, y, y_pred)

    compiled_loss = compute_loss


def _single(value):
    if isinstance(value, (list, tuple)) and len(value) == 1:
        return value[0]
    return value


class Functional(Model):
    pass


class Sequential(Model):
    def __init__(self, layers=None, trainable=True, name=None):
        self._layers = []
        self._inputs = None
        self._outputs = None
        if name is not None:
            self.name = name
        if isinstance(layers, Layer):
            layers = [layers]
        for layer in layers or ():
            self.add(layer)

    def add(self, layer, rebuild=True):
        if __is_tensor__(layer):
            self._start(layer)
            return
        if isinstance(layer, keras.layers.InputLayer):
            self._start(layer.output)
            return
        if not self._layers and self._inputs is None:
            if isinstance(layer, keras.legacy.Merge) and layer._models is not None:
                self._layers.append(layer)
                self._start([model.input for model in layer._models])
                self._outputs = layer.merged
                return
            if __is_known__(layer) and isinstance(layer, Layer):
                if layer._batch_input_shape is not None:
                    self._start(__tensor__(layer._batch_input_shape))
                elif isinstance(layer, Model) and layer._functional:
                    self._start(__tensor__(layer.input_shape))
        self._layers.append(layer)
        if self._functional:
            self._outputs = layer(self._outputs)

    def _start(self, tensor):
        self._inputs = tensor
        self._outputs = tensor
        self._functional = True
        self.built = True

    def pop(self, rebuild=True):
        layer = self._layers.pop()
        if self._functional:
            self._outputs = self._layers[-1].output if self._layers else self._inputs
        return layer

    @property
    def layers(self):
        return list(self._layers)

    def build(self, input_shape=None):
        if not self._functional and isinstance(input_shape, (list, tuple)):
            self._start(__tensor__((None, *input_shape[1:])))
            self._outputs = self._through(self._inputs)

    def call(self, inputs, training=None, mask=None, **kwargs):
        """On symbolic tensors as a functional model; on arrays the layers judge, but for the rank."""
        if not self._functional:
            outputs = self._through(inputs)
            if __is_tensor__(inputs):
                self._start(__tensor__((None, *inputs.shape[1:])))
                self._outputs = outputs
            return outputs
        if __symbolic__(inputs) or not __is_tensor__(inputs) or not __is_tensor__(self._inputs):
            return __graph__(self._inputs, inputs, self._outputs, self._finding())
        inputs = __ranked__(self._inputs, inputs, self._finding())
        if not __agrees__(self._inputs, inputs) and __tried__(self._through, inputs):
            return __fails__(
                self._finding(), "the model's input is {}, but it is given {}", self._inputs, inputs
            )
        return self._through(inputs)

    def _through(self, inputs):
        for layer in self._layers:
            inputs = layer(inputs)
        return inputs


def KerasTensor(shape, dtype="float32", sparse=False, ragged=False, record_history=True, name=None, **kwargs):
    return __tensor__(shape)


def Variable(initializer, shape=None, dtype=None, trainable=True, *args, **kwargs):
    if shape is not None:
        return __tensor__(shape)
    return keras.ops.convert_to_tensor(initializer) if not callable(initializer) else __some__("variable")


class StatelessScope:
    def __init__(self, *args, **kwargs):
        pass

    def __enter__(self):
        return self

    def get_current_value(self, variable):
        return variable

    def add_update(self, update):
        pass


SymbolicScope = StatelessScope


def name_scope(name, **kwargs):
    return __some__("name scope")


def device(name):
    return __some__("device scope")


class Quantizer:
    def __init__(self, *args, **kwargs):
        pass


class DTypePolicy:
    compute_dtype = "float32"
    variable_dtype = "float32"

    def __init__(self, *args, **kwargs):
        pass


def clone_model(model, input_tensors=None, clone_function=None, call_function=None, **kwargs):
    if clone_function is None and call_function is None:
        return model
    return __some__("a model whose layers are made by a function", clone_function, call_function)


def load_model(*args, **kwargs):
    return __some__("a model that is loaded")


model_from_json = load_model
model_from_config = load_model
model_from_yaml = load_model
save_model = load_model


__version__ = "3.15.1"


def version():
    return __version__
