"""torch_geometric.nn: layers over the nodes of a graph, and what they make of their features. Never imported.

https://pytorch-geometric.readthedocs.io/en/latest/modules/nn.html
"""

import torch
from torch import nn


def _check_edges(edges):
    """Edges are pairs of nodes: a row of sources over a row of targets. (A sparse matrix may stand for them.)"""
    if __surely__(edges.dtype == torch.int64):
        __require__(edges.shape[0] == 2, "bad-argument", "edge_index must be (2, edges), but is {}", edges)


def _linear(inputs, outputs):
    """None where the width of what comes in is not told: it is -1, or one of each side."""
    return nn.Linear(inputs, outputs, bias=False) if isinstance(inputs, int) and not __surely__(inputs == -1) else None


def _of_targets(x):
    """What is known of the nodes that edges lead to."""
    return x[1] if isinstance(x, tuple) else x


class _Layer(nn.Module):
    def reset_parameters(self):
        return None


class MessagePassing(_Layer):
    def __init__(self, *args, **kwargs):
        super().__init__()
        __more__(self)

    def propagate(self, edge_index, size=None, **given):
        return __some__("what the neighbours send")


class _Conv(MessagePassing):
    """Each node's features become `width` others."""

    def __init__(self, in_channels, out_channels, width):
        super().__init__()
        self.in_channels = in_channels
        self.out_channels = out_channels
        self._width = width
        self.lin = _linear(in_channels, width)

    def forward(self, x, edge_index, *more, **given):
        _check_edges(edge_index)
        nodes = _of_targets(x)
        if self.lin is not None:
            return self.lin(nodes)
        return torch.empty((*nodes.shape[:-1], self._width))


class _Plain(_Conv):
    def __init__(self, in_channels, out_channels, *more, **settings):
        super().__init__(in_channels, out_channels, out_channels)


class GCNConv(_Plain):
    pass


class GraphConv(_Plain):
    pass


class SAGEConv(_Plain):
    pass


class ChebConv(_Plain):
    pass


class TAGConv(_Plain):
    pass


class SGConv(_Plain):
    pass


class LEConv(_Plain):
    pass


class ARMAConv(_Plain):
    pass


class ClusterGCNConv(_Plain):
    pass


class ResGatedGraphConv(_Plain):
    pass


class RGCNConv(_Plain):
    """Nodes may be given by their numbers: their features are learnt then."""

    def forward(self, x, edge_index, edge_type=None):
        numbers = x is None or isinstance(x, torch.Tensor) and not x.is_floating_point()
        return __some__("features") if numbers else super().forward(x, edge_index)


class NNConv(_Plain):
    pass


class _Heads(_Conv):
    """Heads beside each other, or their mean."""

    def __init__(self, in_channels, out_channels, heads=1, concat=True, *more, **settings):
        super().__init__(in_channels, out_channels, heads * out_channels)
        self.heads = heads
        self.concat = concat

    def forward(self, x, edge_index, edge_attr=None, *more, return_attention_weights=None, **given):
        out = super().forward(x, edge_index)
        if not self.concat:
            out = torch.empty(out.shape[0], self.out_channels)
        if return_attention_weights is None:
            return out
        return out, (edge_index, __some__("attention"))


class GATConv(_Heads):
    pass


class GATv2Conv(_Heads):
    pass


class TransformerConv(_Heads):
    pass


class GINConv(MessagePassing):
    """How Powerful are Graph Neural Networks?, https://arxiv.org/abs/1810.00826, equation 4.1."""

    def __init__(self, nn, eps=0.0, train_eps=False, **settings):
        super().__init__()
        self.nn = nn

    def forward(self, x, edge_index, *more, **given):
        _check_edges(edge_index)
        return self.nn(_of_targets(x))


class EdgeConv(MessagePassing):
    """Dynamic Graph CNN, https://arxiv.org/abs/1801.07829: a node's features beside the difference to its neighbour's."""

    def __init__(self, nn, aggr="max", **settings):
        super().__init__()
        self.nn = nn

    def forward(self, x, edge_index):
        _check_edges(edge_index)
        nodes = _of_targets(x)
        sent = self.nn(torch.empty(__size__("edges"), 2 * nodes.shape[-1]))
        return torch.empty(nodes.shape[0], sent.shape[-1])


class APPNP(MessagePassing):
    def __init__(self, K, alpha, *more, **settings):
        super().__init__()

    def forward(self, x, edge_index, *more, **given):
        _check_edges(edge_index)
        return torch.empty_like(x)


class Linear(_Layer):
    def __init__(self, in_channels, out_channels, bias=True, weight_initializer=None, bias_initializer=None):
        super().__init__()
        self.in_channels = in_channels
        self.out_channels = out_channels
        self._lin = _linear(in_channels, out_channels)

    def forward(self, x):
        return torch.empty((*x.shape[:-1], self.out_channels)) if self._lin is None else self._lin(x)


class BatchNorm(_Layer):
    def __init__(self, in_channels, *more, **settings):
        super().__init__()
        self.module = nn.BatchNorm1d(in_channels)

    def forward(self, x):
        return self.module(x)


class _Scaled(_Layer):
    def __init__(self, in_channels, *more, **settings):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(in_channels))

    def forward(self, x, batch=None, batch_size=None):
        return x * self.weight


class GraphNorm(_Scaled):
    pass


class LayerNorm(_Scaled):
    pass


class PairNorm(nn.Module):
    def __init__(self, *scale, **settings):
        super().__init__()

    def forward(self, x, batch=None, batch_size=None):
        return torch.empty_like(x)


class JumpingKnowledge(_Layer):
    """Representation Learning on Graphs with Jumping Knowledge Networks, https://arxiv.org/abs/1806.03536."""

    def __init__(self, mode, channels=None, num_layers=None):
        super().__init__()
        self.mode = mode

    def forward(self, xs):
        if self.mode == "cat":
            return torch.cat(xs, dim=-1)
        if self.mode == "max":
            return torch.stack(xs, dim=-1).max(dim=-1)[0]
        return __some__("features of all layers")


class _Network(nn.Module):
    """Layers of one kind after each other."""

    def __init__(self, in_channels, hidden_channels, num_layers, out_channels=None, dropout=0.0, *more, jk=None, **settings):
        super().__init__()
        __more__(self)
        self.in_channels = in_channels
        self.hidden_channels = hidden_channels
        self.num_layers = num_layers
        self._told = jk is None
        self._first = _linear(in_channels, hidden_channels)
        self.out_channels = hidden_channels if out_channels is None else out_channels

    def forward(self, x, edge_index, *more, **given):
        _check_edges(edge_index)
        if self._first is not None:
            self._first(x)
        return torch.empty(x.shape[0], self.out_channels) if self._told else __some__("features")


class GCN(_Network):
    pass


class GAT(_Network):
    pass


class GIN(_Network):
    pass


class GraphSAGE(_Network):
    pass


class MLP(nn.Module):
    def __init__(self, channel_list=None, *, in_channels=None, hidden_channels=None, out_channels=None, num_layers=None, **settings):
        super().__init__()
        __more__(self)
        if isinstance(channel_list, (list, tuple)):
            in_channels, hidden_channels, out_channels = channel_list[0], channel_list[1], channel_list[-1]
        self.in_channels = in_channels
        self.out_channels = out_channels
        self._first = _linear(in_channels, hidden_channels)

    def forward(self, x, *more, return_emb=None, **given):
        if self._first is not None:
            self._first(x)
        out = torch.empty((*x.shape[:-1], self.out_channels))
        return (out, __some__("embedding")) if isinstance(return_emb, bool) and return_emb else out


def _pooled(x, batch, size=None):
    """One row of features for each graph: nodes are along the axis before the last, or the only one."""
    shape = x.shape
    axis = 0 if len(shape) == 1 else len(shape) - 2
    before, after = shape[:axis], shape[axis + 1 :]
    if batch is None:
        return torch.empty((*before, *((1,) if len(shape) <= 2 else ()), *after))
    if not __surely__(batch.shape[0] == 1):  # all of one graph
        __require__(
            shape[axis] == batch.shape[0], "bad-argument", "batch must name the graph of each node of {}, but is {}", x, batch
        )
    return torch.empty((*before, __size__("graphs") if size is None else size, *after))


global_mean_pool = global_add_pool = global_max_pool = _pooled


class _Pooling(_Layer):
    """The nodes that score best, and the edges between them."""

    def __init__(self, in_channels, *more, **settings):
        super().__init__()
        self._scored = _linear(in_channels, 1)

    def forward(self, x, edge_index, edge_attr=None, batch=None, attn=None):
        if self._scored is not None and attn is None:
            self._scored(x)
        kept = __size__("nodes")
        edges = torch.empty((2, __size__("edges")), dtype=torch.int64)
        attributes = None if edge_attr is None else __some__("edge_attr")
        places = torch.empty((kept,), dtype=torch.int64)
        return torch.empty(kept, x.shape[-1]), edges, attributes, places, places, torch.empty(kept)


class TopKPooling(_Pooling):
    pass


class SAGPooling(_Pooling):
    pass
