"""torch_geometric.datasets: the sizes of the graphs that are used most. Never imported.

https://pytorch-geometric.readthedocs.io/en/latest/cheatsheet/data_cheatsheet.html
"""

import torch
from torch_geometric.data import Data, InMemoryDataset

_CITED = {"cora": (2708, 10556, 1433, 7), "citeseer": (3327, 9104, 3703, 6), "pubmed": (19717, 88648, 500, 3)}
_COUNTED = {"MUTAG": (7, 2), "ENZYMES": (3, 6), "PROTEINS": (3, 2)}


class _Graphs(InMemoryDataset):
    """Graphs whose features are those that a transform leaves."""

    @property
    def num_node_features(self):
        return self[0].num_node_features

    @property
    def num_features(self):
        return self.num_node_features


class _One(_Graphs):
    """One graph, whose nodes are labelled."""

    _sizes = None

    def _tell(self, nodes, edges, features, classes):
        self.num_classes = classes
        self._sizes = nodes, edges, features

    @property
    def data(self):
        if self._sizes is None:
            return __some__("a graph")
        nodes, edges, features = self._sizes
        masks = {
            name: torch.empty((nodes,), dtype=torch.bool) for name in ("train_mask", "val_mask", "test_mask")
        }
        return Data(
            x=torch.empty(nodes, features),
            edge_index=torch.empty((2, edges), dtype=torch.int64),
            y=torch.empty((nodes,), dtype=torch.int64),
            **masks,
        )

    def __getitem__(self, index):
        return self.data if self.transform is None else self.transform(self.data)

    def __len__(self):
        return 1


class Planetoid(_One):
    def __init__(self, root, name, split="public", num_train_per_class=20, num_val=500, num_test=1000, transform=None, *more, **settings):
        super().__init__(root, transform)
        if isinstance(name, str) and name.lower() in _CITED:
            self._tell(*_CITED[name.lower()])


class KarateClub(_One):
    def __init__(self, transform=None):
        super().__init__(None, transform)
        self._tell(34, 156, 34, 4)


class TUDataset(_Graphs):
    """Many graphs, each labelled."""

    def __init__(self, root, name, transform=None, pre_transform=None, pre_filter=None, *more, use_node_attr=False, **settings):
        super().__init__(root, transform)
        self._features = None
        if isinstance(name, str) and name in _COUNTED and pre_transform is None and pre_filter is None and not use_node_attr:
            self._features, self.num_classes = _COUNTED[name]

    def __len__(self):
        return __size__("graphs")

    def shuffle(self, *settings):
        return self

    def __getitem__(self, index):
        if self._features is None:
            return __some__("graphs")
        if not isinstance(index, int):
            return self
        graph = Data(
            x=torch.empty(__size__("nodes"), self._features),
            edge_index=torch.empty((2, __size__("edges")), dtype=torch.int64),
            edge_attr=__some__("edge_attr"),
            y=torch.empty((1,), dtype=torch.int64),
        )
        return graph if self.transform is None else self.transform(graph)
