"""Keras's core layers."""

@op("keras.layers.Dense", finds="linear-in-features", legacy={"output_dim": "units", "nb_output": "units", "init": "kernel_initializer", "W_regularizer": "kernel_regularizer", "b_regularizer": "bias_regularizer", "W_constraint": "kernel_constraint", "b_constraint": "bias_constraint", "bias": "use_bias"})
class Dense:
    """Multiply the last axis by a kernel of shape (features, units); the first call fixes the features.

    >>> Dense(8)((2, 3, 4))
    (2, 3, 8)
    >>> Dense(8)((4,))
    error: rank
    """

    width: Late
    kernel: Tensor["width units"]
    bias: Tensor["units"] if use_bias else None

    def __init__(
        self, units: Dim, activation=None, use_bias: bool = True, kernel_initializer="glorot_uniform",
        bias_initializer="zeros", kernel_regularizer=None, bias_regularizer=None,
        activity_regularizer=None, kernel_constraint=None, bias_constraint=None, lora_rank=None,
        lora_alpha=None, quantization_config=None,
    ):
        assert units > 0, "units must be positive"

    def call(self, inputs: Tensor["n *batch width"]) -> Tensor["n *batch units"]: ...
