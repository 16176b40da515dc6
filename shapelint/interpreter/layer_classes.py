"""What the layers of torch and of Keras derive from, besides `Module` and `Layer`.

From torch 2.13 and Keras 3; `tests/test_torch_names.py` holds them against the installed ones.
"""

from __future__ import annotations

from functools import cache

TORCH = {
    "_AdaptiveAvgPoolNd": "AdaptiveAvgPool1d AdaptiveAvgPool2d AdaptiveAvgPool3d",
    "_AdaptiveMaxPoolNd": "AdaptiveMaxPool1d AdaptiveMaxPool2d AdaptiveMaxPool3d",
    "_AvgPoolNd": "AvgPool1d AvgPool2d AvgPool3d",
    "_LPPoolNd": "LPPool1d LPPool2d LPPool3d",
    "_MaxPoolNd": "MaxPool1d MaxPool2d MaxPool3d",
    "_MaxUnpoolNd": "MaxUnpool1d MaxUnpool2d MaxUnpool3d",
    "_NormBase": "_BatchNorm _InstanceNorm _LazyNormBase",
    "_BatchNorm": """
        BatchNorm1d BatchNorm2d BatchNorm3d SyncBatchNorm LazyBatchNorm1d LazyBatchNorm2d LazyBatchNorm3d
    """,
    "_InstanceNorm": """
        InstanceNorm1d InstanceNorm2d InstanceNorm3d LazyInstanceNorm1d LazyInstanceNorm2d LazyInstanceNorm3d
    """,
    "_LazyNormBase": """
        LazyBatchNorm1d LazyBatchNorm2d LazyBatchNorm3d LazyInstanceNorm1d LazyInstanceNorm2d LazyInstanceNorm3d
    """,
    "_CircularPadNd": "CircularPad1d CircularPad2d CircularPad3d",
    "_ConstantPadNd": "ConstantPad1d ConstantPad2d ConstantPad3d",
    "_ReflectionPadNd": "ReflectionPad1d ReflectionPad2d ReflectionPad3d",
    "_ReplicationPadNd": "ReplicationPad1d ReplicationPad2d ReplicationPad3d",
    "ConstantPad1d": "ZeroPad1d", "ConstantPad2d": "ZeroPad2d", "ConstantPad3d": "ZeroPad3d",
    "_ConvNd": "Conv1d Conv2d Conv3d _ConvTransposeNd",
    "_ConvTransposeNd": "ConvTranspose1d ConvTranspose2d ConvTranspose3d",
    "_LazyConvXdMixin": """
        LazyConv1d LazyConv2d LazyConv3d LazyConvTranspose1d LazyConvTranspose2d LazyConvTranspose3d
    """,
    "Conv1d": "LazyConv1d", "Conv2d": "LazyConv2d", "Conv3d": "LazyConv3d",
    "ConvTranspose1d": "LazyConvTranspose1d", "ConvTranspose2d": "LazyConvTranspose2d",
    "ConvTranspose3d": "LazyConvTranspose3d",
    "LazyModuleMixin": "LazyLinear _LazyConvXdMixin _LazyNormBase",
    "Linear": "LazyLinear NonDynamicallyQuantizableLinear",
    "Hardtanh": "ReLU6",
    "_DropoutNd": "Dropout Dropout1d Dropout2d Dropout3d AlphaDropout FeatureAlphaDropout",
    "RNNBase": "RNN LSTM GRU",
    "RNNCellBase": "RNNCell LSTMCell GRUCell",
    "Upsample": "UpsamplingBilinear2d UpsamplingNearest2d",
    "_Loss": """
        BCEWithLogitsLoss CTCLoss CosineEmbeddingLoss GaussianNLLLoss HingeEmbeddingLoss HuberLoss KLDivLoss L1Loss
        MSELoss MarginRankingLoss MultiLabelMarginLoss PoissonNLLLoss SmoothL1Loss SoftMarginLoss TripletMarginLoss
        TripletMarginWithDistanceLoss _WeightedLoss
    """,
    "_WeightedLoss": """
        BCELoss CrossEntropyLoss LinearCrossEntropyLoss MultiLabelSoftMarginLoss MultiMarginLoss NLLLoss
    """,
    "NLLLoss": "NLLLoss2d",
}  # fmt: skip
KERAS = {
    "Attention": "AdditiveAttention", "Embedding": "ReversibleEmbedding",
    "RNN": "SimpleRNN GRU LSTM ConvLSTM1D ConvLSTM2D ConvLSTM3D",
    "Dropout": "SpatialDropout1D SpatialDropout2D SpatialDropout3D",
    **{
        name: name.replace("Conv", "Convolution")
        for name in (
            "Conv1D", "Conv2D", "Conv3D", "SeparableConv1D", "SeparableConv2D", "Conv1DTranspose",
            "Conv2DTranspose", "Conv3DTranspose",
        )
    },
    **{
        f"{long}{i}D": f"{short}{i}D"
        for i in (1, 2, 3)
        for long, short in (
            ("MaxPooling", "MaxPool"), ("AveragePooling", "AvgPool"), ("GlobalMaxPooling", "GlobalMaxPool"),
            ("GlobalAveragePooling", "GlobalAvgPool"),
        )
    },
}  # fmt: skip
"""By what they derive from, or are another name of."""


INNER = frozenset(TORCH)
"""What layers of torch derive from."""


@cache
def ancestors(name: str) -> frozenset[str]:
    """What a layer of torch derives from, itself among it."""
    return _above(TORCH, name)


def _above(table: dict[str, str], name: str) -> frozenset[str]:
    parents = (parent for parent, children in table.items() if name in children.split())
    return frozenset({name}.union(*(_above(table, parent) for parent in parents)))


@cache
def may_be_keras(name: str, other: str) -> bool:
    """Whether a layer of Keras may be of another's class: it derives from it, or has its name too."""
    return bool(_above(KERAS, name) & _above(KERAS, other))
