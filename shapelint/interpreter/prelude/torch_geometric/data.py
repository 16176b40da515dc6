"""torch_geometric.data: a graph, and many as one. Never imported.

https://pytorch-geometric.readthedocs.io/en/latest/modules/data.html
"""

import torch
from torch.utils.data import Dataset as _Dataset


class Data:
    def __init__(self, x=None, edge_index=None, edge_attr=None, y=None, pos=None, time=None, **given):
        self.x = x
        self.edge_index = edge_index
        self.edge_attr = edge_attr
        self.y = y
        self.pos = pos
        self._count = None
        for name in given:
            setattr(self, name, given[name])

    def __getattr__(self, name):
        return __some__(name)

    def __getitem__(self, name):
        return getattr(self, name)

    def __setitem__(self, name, value):
        setattr(self, name, value)

    def __contains__(self, name):
        return __some__("whether a graph has something")

    @property
    def num_nodes(self):
        if self._count is not None:
            return self._count
        return __size__("nodes") if self.x is None else self.x.shape[0]

    @num_nodes.setter
    def num_nodes(self, count):
        self._count = count

    @property
    def num_edges(self):
        return __size__("edges") if self.edge_index is None else self.edge_index.shape[1]

    @property
    def num_node_features(self):
        if self.x is None:
            return __index__("features")
        return 1 if len(self.x.shape) == 1 else self.x.shape[-1]

    @property
    def num_features(self):
        return self.num_node_features

    @property
    def num_edge_features(self):
        if self.edge_attr is None:
            return 0
        return 1 if len(self.edge_attr.shape) == 1 else self.edge_attr.shape[-1]

    def __cat_dim__(self, key, value, *more):
        return -1 if "index" in key or key == "face" else 0

    def to(self, device, *names, **settings):
        return self

    def cpu(self, *names):
        return self

    def cuda(self, *place, **settings):
        return self

    def contiguous(self, *names):
        return self

    def clone(self):
        return self

    def is_directed(self):
        return __flag__("directed")

    def is_undirected(self):
        return __flag__("undirected")

    def has_isolated_nodes(self):
        return __flag__("isolated nodes")

    def has_self_loops(self):
        return __flag__("self loops")

    def validate(self, *settings):
        return True


class Batch(Data):
    """Graphs beside each other: their nodes one after the other, their edges between those."""

    @classmethod
    def from_data_list(cls, graphs, *names, **settings):
        first, number = graphs[0], len(graphs)
        if not all(__surely__(first.__cat_dim__(name, None) == 0) for name in ("x", "pos", "edge_attr", "y")):
            return __some__("graphs that are joined in their own way")
        nodes, edges = __size__("nodes"), __size__("edges")
        batch = cls()
        if first.x is not None:
            batch.x = torch.empty((nodes, *first.x.shape[1:]), dtype=first.x.dtype)
        if first.pos is not None:
            batch.pos = torch.empty((nodes, *first.pos.shape[1:]), dtype=first.pos.dtype)
        if first.edge_index is not None:
            batch.edge_index = torch.empty((2, edges), dtype=torch.int64)
        if first.edge_attr is not None:
            batch.edge_attr = torch.empty((edges, *first.edge_attr.shape[1:]), dtype=first.edge_attr.dtype)
        if first.y is not None:
            batch.y = _labels(first.y, number)
        batch.batch = torch.empty((nodes,), dtype=torch.int64)
        batch.ptr = torch.empty((number + 1,), dtype=torch.int64)
        batch.num_graphs = number
        batch.batch_size = number
        return batch


def _labels(label, number):
    """Labels are joined along their first axis; one without axes counts for its graph."""
    if not isinstance(label, torch.Tensor):
        if isinstance(label, float):
            return torch.empty((number,))
        return torch.empty((number,), dtype=torch.int64) if type(label) is int else __some__("labels")
    if len(label.shape) == 0:
        return torch.empty((number,), dtype=label.dtype)
    rows = number if __surely__(label.shape[0] == 1) else __size__("labels")
    return torch.empty((rows, *label.shape[1:]), dtype=label.dtype)


class Dataset(_Dataset):
    def __init__(self, root=None, transform=None, *more, **settings):
        __more__(self)
        self.transform = transform

    def __getitem__(self, index):
        return __some__("a graph")


class InMemoryDataset(Dataset):
    pass
