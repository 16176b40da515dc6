"""torch_geometric.utils: what becomes of edges and batches. Never imported.

https://pytorch-geometric.readthedocs.io/en/latest/modules/utils.html
"""

import torch


def degree(index, num_nodes=None, dtype=None):
    return torch.empty((__size__("nodes") if num_nodes is None else num_nodes,))


def to_dense_batch(x, batch=None, *more, **settings):
    graphs, most = __size__("graphs"), __size__("nodes")
    return torch.empty((graphs, most, *x.shape[1:])), torch.empty((graphs, most), dtype=torch.bool)


def _edges(edge_index, edge_attr=None, *more, **settings):
    return torch.empty((2, __size__("edges")), dtype=torch.int64), None if edge_attr is None else __some__("edge_attr")


add_self_loops = remove_self_loops = add_remaining_self_loops = _edges


def to_undirected(edge_index, edge_attr=None, *more, **settings):
    if edge_attr is not None:
        return __some__("edges and what they carry")
    return torch.empty((2, __size__("edges")), dtype=torch.int64)
