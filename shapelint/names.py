"""The table of finding names."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NameInfo:
    """What a finding name stands for; `bad` fails under the framework, `good` runs."""

    family: str
    summary: str
    explanation: str
    bad: str
    good: str


NAMES: dict[str, NameInfo] = {
    "concat-sizes": NameInfo("joining", "Tensors to join differ outside the joined axis.",
        "Every axis but the one that is joined must have the same size in all tensors.",
        "torch.cat([torch.zeros(2, 3), torch.zeros(2, 4)], dim=0)",
        "torch.cat([torch.zeros(2, 3), torch.zeros(2, 4)], dim=1)"),
    "stack-shapes": NameInfo("joining", "Tensors to stack have different shapes.",
        "`stack` makes a new axis, so all tensors must have exactly the same shape.",
        "torch.stack([torch.zeros(2), torch.zeros(3)])",
        "torch.stack([torch.zeros(3), torch.zeros(3)])"),
    "gather-index": NameInfo("picking", "An index tensor does not fit the tensor it picks from.",
        "`gather` and `scatter` need an index with as many axes as the input, no larger outside `dim`.",
        "torch.zeros(2, 3).gather(1, torch.zeros(2, dtype=torch.int64))",
        "torch.zeros(2, 3).gather(1, torch.zeros(2, 1, dtype=torch.int64))"),
    "index-range": NameInfo("picking", "An index or axis is out of range.",
        "Axes run from -rank to rank - 1, indices from -size to size - 1.",
        "torch.zeros(2, 3).sum(dim=2)",
        "torch.zeros(2, 3).sum(dim=1)"),
    "index-rank": NameInfo("picking", "More indices than axes.",
        "A tensor takes at most as many indices as it has axes.",
        "torch.zeros(2, 3)[0, 0, 0]",
        "torch.zeros(2, 3)[0, 0]"),
    "scalar-value": NameInfo("picking", "A number is asked of a tensor that holds several, or none.",
        "`item`, `float` and `int` take a tensor of one element: reduce it, or pick one.",
        "torch.zeros(3).item()",
        "torch.zeros(3).sum().item()"),
    "reshape-elements": NameInfo("rearranging", "The new shape holds another number of elements.",
        "`view` and `reshape` keep every element: the products of the sizes must be equal.",
        "torch.zeros(2, 3).view(4, 2)",
        "torch.zeros(2, 3).view(3, 2)"),
    "expand-sizes": NameInfo("rearranging", "A shape does not expand to the one asked for.",
        "Only axes of size 1 expand, and new axes appear at the left only.",
        "torch.zeros(2, 3).expand(2, 4)",
        "torch.zeros(2, 1).expand(2, 4)"),
    "squeeze-axis": NameInfo("rearranging", "An axis that is squeezed has not size 1.",
        "NumPy removes a named axis only if it has one element; PyTorch lets any other be.",
        "torch.zeros(2, 3).numpy().squeeze(0)",
        "torch.zeros(1, 3).numpy().squeeze(0)"),
    "view-layout": NameInfo("rearranging", "`view` would have to copy.",
        "After `permute`, `transpose` or `expand` axes that lie apart in memory cannot be joined by `view`.",
        "torch.zeros(2, 3, 4).transpose(1, 2).view(2, 12)",
        "torch.zeros(2, 3, 4).transpose(1, 2).reshape(2, 12)"),
    "permute-axes": NameInfo("rearranging", "The axes of a permutation do not match the tensor.",
        "Every axis must be named exactly once.",
        "torch.zeros(2, 3).permute(0, 2, 1)",
        "torch.zeros(2, 3).permute(1, 0)"),
    "pattern-axes": NameInfo("rearranging", "An einops pattern does not fit the tensor.",
        "The left side names every axis once; what is in parentheses must divide the axis.",
        "einops.rearrange(torch.zeros(2, 12), 'b h w -> b (h w)')",
        "einops.rearrange(torch.zeros(2, 12), 'b (h w) -> b h w', h=3)"),
    "split-sizes": NameInfo("rearranging", "The parts do not add up to the axis.",
        "A list of sizes given to `split` must sum to the size of the axis.",
        "torch.zeros(5).split([2, 2])",
        "torch.zeros(5).split([2, 3])"),
    "unpack-count": NameInfo("rearranging", "A shape is unpacked into a wrong number of names.",
        "A tensor of rank n has n sizes.",
        "b, c, h, w = torch.zeros(2, 3).shape",
        "b, c = torch.zeros(2, 3).shape"),
    "assert-shape": NameInfo("rearranging", "What the program itself demands of a shape does not hold.",
        "The program says which shapes it takes, and stops. Said of an `assert`, and of a condition under which it does "
        "nothing but raise, that asks for a `shape`, a `size`, the number of axes or whether a size is divisible, "
        "where no input fulfils it.",
        "assert torch.zeros(2, 3).shape == (3, 2)",
        "assert torch.zeros(2, 3).shape == (2, 3)"),
    "linear-in-features": NameInfo("multiplying", "The last axis is not the layer's in_features.",
        "`Linear(in_features, out_features)` multiplies the last axis, which must be in_features long.",
        "torch.nn.Linear(4, 2)(torch.zeros(3, 5))",
        "torch.nn.Linear(5, 2)(torch.zeros(3, 5))"),
    "inner-size": NameInfo("multiplying", "The inner sizes of a matrix product differ.",
        "The last axis of the left factor meets the last but one of the right.",
        "torch.zeros(2, 3) @ torch.zeros(4, 5)",
        "torch.zeros(2, 3) @ torch.zeros(3, 5)"),
    "square-matrix": NameInfo("multiplying", "A matrix has to be square.",
        "Only a square matrix has an inverse, a determinant, eigenvalues.",
        "torch.linalg.inv(torch.zeros(2, 3))",
        "torch.linalg.inv(torch.eye(3))"),
    "einsum-sizes": NameInfo("multiplying", "An einsum equation does not fit its operands.",
        "A letter stands for one size wherever it occurs, and every axis needs a letter.",
        "torch.einsum('ij,jk->ik', torch.zeros(2, 3), torch.zeros(4, 5))",
        "torch.einsum('ij,jk->ik', torch.zeros(2, 3), torch.zeros(3, 5))"),
    "heads-divide": NameInfo("multiplying", "The width is not divisible by the number of heads.",
        "Each head gets embed_dim / num_heads features.",
        "torch.nn.MultiheadAttention(10, 3)",
        "torch.nn.MultiheadAttention(12, 3)"),
    "attention-sizes": NameInfo("multiplying", "Query, key and value do not fit each other.",
        "Query and key share their width; key and value share their length.",
        "torch.nn.functional.scaled_dot_product_attention(torch.zeros(1, 2, 8), torch.zeros(1, 3, 6), torch.zeros(1, 3, 6))",
        "torch.nn.functional.scaled_dot_product_attention(torch.zeros(1, 2, 8), torch.zeros(1, 3, 8), torch.zeros(1, 3, 8))"),
    "rnn-input": NameInfo("multiplying", "The input or state of a recurrent layer does not fit.",
        "The last axis of the input is input_size; states are (layers, batch, hidden_size).",
        "torch.nn.LSTM(10, 20)(torch.zeros(5, 3, 11))",
        "torch.nn.LSTM(10, 20)(torch.zeros(5, 3, 10))"),
    "conv-channels": NameInfo("convolving", "The channels are not those of the convolution.",
        "A convolution takes (batch, in_channels, ...); channels stand before the spatial axes.",
        "torch.nn.Conv2d(3, 8, 3)(torch.zeros(1, 1, 8, 8))",
        "torch.nn.Conv2d(1, 8, 3)(torch.zeros(1, 1, 8, 8))"),
    "kernel-size": NameInfo("convolving", "The kernel is larger than the padded input.",
        "Each output size must be at least one.",
        "torch.nn.Conv2d(1, 8, 9)(torch.zeros(1, 1, 8, 8))",
        "torch.nn.Conv2d(1, 8, 7)(torch.zeros(1, 1, 8, 8))"),
    "norm-features": NameInfo("convolving", "The features are not those of the normalisation.",
        "BatchNorm counts channels on axis 1, LayerNorm the last axes.",
        "torch.nn.BatchNorm2d(3)(torch.zeros(2, 4, 8, 8))",
        "torch.nn.BatchNorm2d(4)(torch.zeros(2, 4, 8, 8))"),
    "embedding-index": NameInfo("convolving", "The input of an embedding does not fit.",
        "A bag of embeddings takes a matrix of indices, or a vector of them with offsets.",
        "torch.nn.EmbeddingBag(10, 4)(torch.zeros(2, 3, 4, dtype=torch.int64))",
        "torch.nn.EmbeddingBag(10, 4)(torch.zeros(2, 3, dtype=torch.int64))"),
    "pad-sizes": NameInfo("convolving", "A padding does not fit the tensor.",
        "Paddings come in pairs, from the last axis on; reflection must be smaller than the axis.",
        "torch.nn.functional.pad(torch.zeros(2), (1, 1, 1, 1))",
        "torch.nn.functional.pad(torch.zeros(2, 2), (1, 1, 1, 1))"),
    "broadcast-sizes": NameInfo("elementwise", "Two shapes do not broadcast.",
        "Aligned at the right, sizes must be equal or one of them 1.",
        "torch.zeros(2, 3) + torch.zeros(4)",
        "torch.zeros(2, 3) + torch.zeros(3)"),
    "assign-shape": NameInfo("elementwise", "A value does not fit the place it is assigned to.",
        "The value must broadcast to the shape of the indexed place.",
        "torch.zeros(2, 3)[0] = torch.zeros(2)",
        "torch.zeros(2, 3)[0] = torch.zeros(3)"),
    "mask-shape": NameInfo("elementwise", "A mask does not fit the tensor.",
        "A boolean mask must have the sizes of the axes it masks.",
        "torch.zeros(2, 3)[torch.zeros(3, dtype=torch.bool)]",
        "torch.zeros(2, 3)[torch.zeros(2, dtype=torch.bool)]"),
    "tensor-dtype": NameInfo("elementwise", "A tensor has a dtype that the operation does not take.",
        "Indices are integers (int64 or int32), masks are boolean, layers with weights take floating point.",
        "torch.zeros(2, 3).gather(1, torch.zeros(2, 1))",
        "torch.zeros(2, 3).gather(1, torch.zeros(2, 1).long())"),
    "mixed-dtypes": NameInfo("elementwise", "Tensors of different dtypes meet where no conversion is made.",
        "A matrix product converts nothing: both factors must be of one dtype.",
        "torch.zeros(2, 3) @ torch.zeros(3, 4, dtype=torch.int64)",
        "torch.zeros(2, 3) @ torch.zeros(3, 4, dtype=torch.int64).float()"),
    "loss-target": NameInfo("training", "A target does not fit its prediction.",
        "Class losses take (batch, classes) and (batch,); elementwise losses equal shapes.",
        "torch.nn.CrossEntropyLoss()(torch.zeros(4, 10), torch.zeros(5, dtype=torch.int64))",
        "torch.nn.CrossEntropyLoss()(torch.zeros(4, 10), torch.zeros(4, dtype=torch.int64))"),
    "scalar-loss": NameInfo("training", "`backward` of a tensor that is no single number.",
        "Without a `gradient` to weigh its elements by, only a tensor of one element has gradients: "
        "take its mean or sum.",
        "torch.ones(3, requires_grad=True).square().backward()",
        "torch.ones(3, requires_grad=True).square().sum().backward()"),
    "model-input": NameInfo("training", "A model is called with a tensor of another shape than its input.",
        "`Input` fixes all axes but the batch and those that are None; a model that was called once keeps "
        "the shape of that call.",
        "import keras\nmodel = keras.Sequential([keras.Input((784,)), keras.layers.Dense(10)])\n"
        "model(torch.zeros(8, 28, 28))",
        "import keras\nmodel = keras.Sequential([keras.Input((784,)), keras.layers.Dense(10)])\n"
        "model(torch.zeros(8, 784))"),
    "fit-data": NameInfo("training", "Data do not fit the model they are given to.",
        "`fit`, `evaluate` and `predict` take arrays of as many samples each, shaped as the model's inputs.",
        "import keras, numpy\nmodel = keras.Sequential([keras.Input((784,)), keras.layers.Dense(10)])\n"
        "model.predict(numpy.zeros((8, 28, 28)))",
        "import keras, numpy\nmodel = keras.Sequential([keras.Input((784,)), keras.layers.Dense(10)])\n"
        "model.predict(numpy.zeros((8, 784)))"),
    "input-spec": NameInfo("training", "The input of a layer is not what its `input_spec` says.",
        "A layer may say which rank and which sizes it takes.",
        "import keras\nlayer = keras.layers.Layer()\nlayer.input_spec = keras.InputSpec(ndim=3)\n"
        "layer(torch.zeros(2, 3))",
        "import keras\nlayer = keras.layers.Identity()\nlayer.input_spec = keras.InputSpec(ndim=3)\n"
        "layer(torch.zeros(2, 3, 4))"),
    "reshape-as-transpose": NameInfo("silent", "A reshape to the tensor's own sizes in another order.",
        "`reshape` keeps the order of the elements, so that rows are torn apart; `transpose` or `permute` moves axes. "
        "Said where the result goes into a layer or a product.",
        "x = torch.zeros(2, 3, 4)\nnn.LSTM(4, 5)(x.reshape(x.shape[1], x.shape[0], x.shape[2]))",
        "x = torch.zeros(2, 3, 4)\nnn.LSTM(4, 5)(x.transpose(0, 1))"),
    "stale-shape-comment": NameInfo("silent", "A comment beside a line says another shape than the line gives.",
        "A comment that is a shape, as `# (B, T, C)` or `# x: (8, 16)`, tells the reader what a tensor is: its rank, its "
        "sizes, and one size for a name within a function. Said where no run of the line agrees.",
        "x = torch.zeros(2, 3).mT  # (2, 3)",
        "x = torch.zeros(2, 3).mT  # (3, 2)"),
    "annotated-shape": NameInfo("silent", "A tensor has not the shape of its annotation.",
        'jaxtyping\'s annotations, as `Float[Tensor, "b c"]`, name the axes: a name is one size within a call. '
        "They are taken as given where a function is checked on its own, and checked where it is called.",
        """def rows(x: "Float[torch.Tensor, 'n 4']"):
    return x.sum(0)
rows(torch.zeros(2, 3))""",
        """def rows(x: "Float[torch.Tensor, 'n 3']"):
    return x.sum(0)
rows(torch.zeros(2, 3))"""),
    "unused-ignore": NameInfo("silent", "A comment that suppresses nothing.",
        "`# shapelint: ignore[NAME]` hides findings on its line. Said where nothing is found that it hides, where it "
        "names what is no finding, or where a comment to shapelint reads as none.",
        "x = torch.zeros(2, 3)  # shapelint: ignore[inner-size]",
        "x = torch.zeros(2, 3)  # a comment to people"),
    "weights-shape": NameInfo("training", "A parameter put into a layer does not fit its others.",
        "PyTorch keeps a linear layer's weight as (out_features, in_features), Keras a Dense kernel as (in, out).",
        """layer = torch.nn.Linear(3, 4)
layer.weight = torch.nn.Parameter(torch.zeros(3, 4))
layer(torch.zeros(2, 3))""",
        """layer = torch.nn.Linear(3, 4)
layer.weight = torch.nn.Parameter(torch.zeros(4, 3))
layer(torch.zeros(2, 3))"""),
    "missing-argument": NameInfo("constructing", "A size is None.",
        "The layer needs this size. Where it is None by default, or only on some branch, nothing is said.",
        "torch.nn.Linear(None, 4)",
        "torch.nn.Linear(3, 4)"),
    "bad-argument": NameInfo("constructing", "An argument that the layer or function cannot take.",
        "Sizes are single integers unless the documentation says otherwise.",
        "torch.nn.Linear(10, (10, 4))",
        "torch.nn.Linear(10, 40)"),
}  # fmt: skip
SILENT = frozenset(name for name, info in NAMES.items() if info.family == "silent")
"""Findings of what runs, but surely not as meant: warnings."""
