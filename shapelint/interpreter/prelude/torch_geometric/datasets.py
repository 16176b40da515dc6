"""torch_geometric.datasets: the sizes of the graphs that are used most. Never imported.

https://pytorch-geometric.readthedocs.io/en/latest/cheatsheet/data_cheatsheet.html
"""

import torch
from torch_geometric.data import Data, InMemoryDataset

_CITED = {"cora": (2708, 10556, 1433, 7), "citeseer": (3327, 9104, 3703, 6), "pubmed": (19717, 88648, 500, 3)}
_COUNTED = {"MUTAG": (188, 7, 2), "ENZYMES": (600, 3, 6), "PROTEINS": (1113, 3, 2)}


class _One(InMemoryDataset):
    """One graph, whose nodes are labelled."""

    def _tell(self, nodes, edges, features, classes, transform):
        self.num_classes = classes
        self.num_features = self.num_node_features = features
        masks = {
            name: torch.empty((nodes,), dtype=torch.bool) for name in ("train_mask", "val_mask", "test_mask")
        }
        self._graph = Data(
            x=torch.empty(nodes, features),
            edge_index=torch.empty((2, edges), dtype=torch.int64),
            y=torch.empty((nodes,), dtype=torch.int64),
            **masks,
        )
        self._transform = transform

    def __getitem__(self, index):
        if self._graph is None:
            return __some__("a graph")
        return self._graph if self._transform is None else self._transform(self._graph)

    def __len__(self):
        return 1

    @property
    def data(self):
        return self._graph


class Planetoid(_One):
    def __init__(self, root, name, split="public", num_train_per_class=20, num_val=500, num_test=1000, transform=None, *more, **settings):
        super().__init__(root, transform)
        self._graph = None
        if isinstance(name, str) and name.lower() in _CITED:
            self._tell(*_CITED[name.lower()], transform)


class KarateClub(_One):
    def __init__(self, transform=None):
        super().__init__(None, transform)
        self._tell(34, 156, 34, 4, transform)


class TUDataset(InMemoryDataset):
    """Many graphs, each labelled."""

    def __init__(self, root, name, transform=None, pre_transform=None, pre_filter=None, *more, use_node_attr=False, **settings):
        super().__init__(root, transform)
        self._features = None
        if isinstance(name, str) and name in _COUNTED and pre_transform is None and pre_filter is None and not use_node_attr:
            self._count, self._features, self.num_classes = _COUNTED[name]
            self.num_features = self.num_node_features = self._features

    def __len__(self):
        return __size__("graphs") if self._features is None else self._count

    def shuffle(self, *settings):
        return self

    def __getitem__(self, index):
        if self._features is None or not isinstance(index, int):
            return __some__("graphs") if self._features is None else self
        graph = Data(
            x=torch.empty(__size__("nodes"), self._features),
            edge_index=torch.empty((2, __size__("edges")), dtype=torch.int64),
            y=torch.empty((1,), dtype=torch.int64),
        )
        return graph if self.transform is None else self.transform(graph)
