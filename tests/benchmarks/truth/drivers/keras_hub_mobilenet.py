"""A small MobileNetV3 backbone."""

import torch
from keras_hub.models import MobileNetBackbone

model = MobileNetBackbone(
    stackwise_expansion=[[8, 12], [16, 24]],
    stackwise_num_blocks=[2, 2],
    stackwise_num_filters=[[8, 8], [12, 12]],
    stackwise_kernel_size=[[3, 3], [5, 5]],
    stackwise_num_strides=[[2, 1], [2, 1]],
    stackwise_se_ratio=[[None, None], [0.25, 0.25]],
    stackwise_activation=[["relu", "relu"], ["hard_swish", "hard_swish"]],
    stackwise_padding=[[1, 1], [2, 2]],
    output_num_filters=32,
    depthwise_filters=8,
    depthwise_stride=1,
    depthwise_residual=True,
    last_layer_filter=24,
    squeeze_and_excite=0.5,
    input_num_filters=8,
    image_shape=(64, 64, 3),
)
features = model(torch.randn(1, 64, 64, 3))
