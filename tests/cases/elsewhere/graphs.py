"""Graphs with torch_geometric: layers over nodes, batches of graphs, data sets."""

import torch
import torch.nn.functional as F
from torch import nn
from torch_geometric.data import Data
from torch_geometric.datasets import Planetoid, TUDataset
from torch_geometric.loader import DataLoader
from torch_geometric.nn import (
    GATConv,
    GCNConv,
    GINConv,
    MessagePassing,
    RGCNConv,
    SAGEConv,
    global_mean_pool,
)
from torch_geometric.transforms import NormalizeFeatures


class Cited(nn.Module):
    def __init__(self, dataset, hidden=16):
        super().__init__()
        self.first = GCNConv(dataset.num_node_features, hidden)
        self.second = GCNConv(hidden, dataset.num_classes)

    def forward(self, x, edge_index):
        x = F.relu(self.first(x, edge_index))
        return self.second(F.dropout(x, training=self.training), edge_index)


def classified_nodes():
    dataset = Planetoid("data", "Cora", transform=NormalizeFeatures())
    data = dataset[0].to("cpu")
    out = Cited(dataset)(data.x, data.edge_index)  # shape: (2708, 7)
    loss = F.cross_entropy(out[data.train_mask], data.y[data.train_mask])
    loss.backward()
    return GCNConv(1432, 16)(data.x, data.edge_index)  # error: [linear-in-features] "1433" "1432"


class Attention(nn.Module):
    def __init__(self, features, hidden, classes):
        super().__init__()
        self.first = GATConv(features, hidden, heads=8)
        self.second = GATConv(hidden, classes)

    def forward(self, x, edge_index):
        x = F.elu(self.first(x, edge_index))
        return self.second(x, edge_index)  # error: [linear-in-features] "64" "8"


def heads_beside_each_other():
    edges = torch.zeros(2, 20, dtype=torch.int64)
    return Attention(10, 8, 3)(torch.zeros(7, 10), edges)


class Molecules(nn.Module):
    def __init__(self, features=6, hidden=12, classes=2):
        super().__init__()
        self.conv = GINConv(nn.Sequential(nn.Linear(features, hidden), nn.ReLU()))
        self.more = SAGEConv(hidden, hidden)
        self.head = nn.Linear(hidden, classes)

    def forward(self, data):
        x = self.more(self.conv(data.x, data.edge_index), data.edge_index)
        return self.head(global_mean_pool(x, data.batch))


def graphs_in_batches():
    graphs = [
        Data(
            x=torch.zeros(n, 6),
            edge_index=torch.zeros(2, 9, dtype=torch.int64),
            y=torch.tensor([1]),
        )
        for n in (4, 5, 6, 7)
    ]
    model = Molecules()
    for batch in DataLoader(graphs, batch_size=4):
        out = model(batch)
        labels = batch.y  # shape: (4,)
        loss = F.cross_entropy(out, labels)
        loss.backward()
        narrow = GINConv(nn.Linear(5, 12))
        narrow(batch.x, batch.edge_index)  # error: [linear-in-features] "6" "5"


def edges_in_columns():
    edges = torch.tensor([[0, 1], [1, 2], [2, 0]])
    return GCNConv(4, 4)(torch.zeros(3, 4), edges)  # error: [bad-argument] "(3, 2)"


class Own(MessagePassing):
    def __init__(self, inputs, outputs):
        super().__init__(aggr="add")
        self.lin = nn.Linear(inputs, outputs)

    def forward(self, x, edge_index):
        return self.propagate(edge_index, x=self.lin(x))  # error: [linear-in-features] "4" "5"

    def message(self, x_j):
        return x_j


def what_is_not_told(edge_index, adjacency):
    x = Own(4, 8)(torch.zeros(3, 4), edge_index)
    return GCNConv(8, 2)(x, adjacency), Own(5, 8)(torch.zeros(3, 4), edge_index)


def pooled_otherwise():
    x = torch.zeros(7, 5)
    whole = global_mean_pool(x, torch.zeros(1, dtype=torch.int64))  # all nodes of one graph
    weights = global_mean_pool(torch.zeros(7), torch.zeros(7, dtype=torch.int64))
    several = global_mean_pool(torch.zeros(4, 7, 5), torch.zeros(7, dtype=torch.int64))
    return nn.Linear(5, 2)(several), nn.Linear(5, 2)(whole), weights + torch.zeros(1)


def graph_by_its_count():
    data = Data(edge_index=torch.zeros(2, 3, dtype=torch.int64), num_nodes=5)
    data.x = torch.zeros(data.num_nodes, 4)
    return nn.Linear(3, 2)(data.x) + torch.zeros(5, 2)  # error: [linear-in-features]


def bonds_of_molecules():
    dataset = TUDataset("data", "MUTAG")
    graph = dataset[0]
    widths = 11 if graph.edge_attr is not None else 7
    return nn.Linear(widths, 2)(torch.zeros(3, 11))


def some_of_the_graphs():
    dataset = TUDataset("data", "MUTAG")
    return torch.zeros(len(dataset[:100])) + torch.zeros(100)


class Widened:
    def __call__(self, data):
        data.x = torch.zeros(data.x.shape[0], data.x.shape[1] + 2)
        return data


def features_after_a_transform():
    dataset = Planetoid("data", "Cora", transform=Widened())
    return GCNConv(dataset.num_features, 16)(dataset[0].x, dataset[0].edge_index)


def nodes_by_their_numbers():
    edges, kinds = torch.zeros(2, 6, dtype=torch.int64), torch.zeros(6, dtype=torch.int64)
    return RGCNConv(9, 4, num_relations=2)(torch.arange(9), edges, kinds)


def kind_of_layer():
    conv = GCNConv(3, 4)
    width = 4 if isinstance(conv, MessagePassing) else 5
    return nn.Linear(width, 2)(torch.zeros(2, 4))


class Twice(SAGEConv):
    def forward(self, x, edge_index):
        return self.lin_l(x) + self.lin_r(x)


def layers_within_a_layer():
    return Twice(3, 4)(torch.zeros(5, 3), torch.zeros(2, 6, dtype=torch.int64))


class Stacked(Data):
    def __cat_dim__(self, key, value, *more):
        return None


def joined_otherwise():
    graphs = [Stacked(x=torch.zeros(1, 8, 8)) for _ in range(4)]
    for batch in DataLoader(graphs, batch_size=4):
        nn.Conv2d(1, 2, 3)(batch.x)


def labels_that_are_numbers():
    graphs = [Data(x=torch.zeros(2, 4), y=3) for _ in range(4)]
    for batch in DataLoader(graphs, batch_size=4):
        F.cross_entropy(torch.zeros(4, 5), batch.y)
        F.cross_entropy(torch.zeros(3, 5), batch.y)  # error: [loss-target]
