"""Graphs with torch_geometric: nodes and whole graphs classified, https://pytorch-geometric.readthedocs.io"""

import torch
import torch.nn.functional as F
from torch import nn
from torch_geometric.data import Batch, Data
from torch_geometric.loader import DataLoader
from torch_geometric.nn import (
    GAT,
    GCN,
    MLP,
    BatchNorm,
    EdgeConv,
    GATConv,
    GCNConv,
    GINConv,
    GraphNorm,
    JumpingKnowledge,
    SAGEConv,
    TopKPooling,
    TransformerConv,
    global_add_pool,
    global_mean_pool,
)
from torch_geometric.utils import to_dense_batch


class Nodes(nn.Module):
    def __init__(self, features, hidden, classes, heads=4):
        super().__init__()
        self.first = GCNConv(features, hidden)
        self.norm = BatchNorm(hidden)
        self.second = GATConv(hidden, hidden, heads=heads, dropout=0.2)
        self.third = GATConv(hidden * heads, classes, heads=2, concat=False)

    def forward(self, data):
        x, edges = data.x, data.edge_index
        x = F.relu(self.norm(self.first(x, edges)))
        x = F.elu(self.second(x, edges))
        x = self.third(x, edges)
        return F.log_softmax(x, dim=1)


class Graphs(nn.Module):
    def __init__(self, features, hidden, classes):
        super().__init__()
        self.convs = nn.ModuleList()
        for i in range(3):
            width = features if i == 0 else hidden
            self.convs.append(
                GINConv(
                    nn.Sequential(nn.Linear(width, hidden), nn.ReLU(), nn.Linear(hidden, hidden))
                )
            )
        self.norms = nn.ModuleList([GraphNorm(hidden) for _ in range(3)])
        self.jump = JumpingKnowledge("cat")
        self.pool = TopKPooling(hidden, ratio=0.5)
        self.head = MLP([3 * hidden + hidden, hidden, classes])

    def forward(self, x, edge_index, batch):
        states = []
        for conv, norm in zip(self.convs, self.norms):
            x = norm(conv(x, edge_index), batch).relu()
            states.append(x)
        whole = global_add_pool(self.jump(states), batch)
        kept, pairs, carried, batch, places, score = self.pool(x, edge_index, batch=batch)
        return self.head(torch.cat([whole, global_mean_pool(kept, batch)], dim=1))


def graph(nodes, edges, features):
    return Data(
        x=torch.randn(nodes, features),
        edge_index=torch.randint(0, nodes, (2, edges)),
        edge_attr=torch.randn(edges, 3),
        y=torch.tensor([1]),
    )


def main():
    data = graph(9, 20, 6)
    width = data.num_node_features
    scores = Nodes(width, 8, 5)(data)
    loss = F.nll_loss(scores, torch.zeros(9, dtype=torch.long))
    loss.backward()
    loader = DataLoader(
        [graph(5, 8, 6), graph(7, 9, 6), graph(4, 5, 6), graph(4, 6, 6)], batch_size=4
    )
    model = Graphs(width, 12, 3)
    for batch in loader:
        out = model(batch.x, batch.edge_index, batch.batch)
        features = batch.x
        labels = batch.y
        carried = batch.edge_attr
        dense, mask = to_dense_batch(batch.x, batch.batch)
    both = Batch.from_data_list([data, graph(3, 4, 6)])
    sampled = SAGEConv(width, 7)(both.x, both.edge_index)
    near = EdgeConv(nn.Linear(2 * width, 10))(data.x, data.edge_index)
    attended, (pairs, weights) = TransformerConv(width, 4, heads=3)(
        data.x, data.edge_index, return_attention_weights=True
    )
    plain = GCN(width, 16, 2, 4)(data.x, data.edge_index)
    wide = GAT(width, 16, 2)(data.x, data.edge_index)
    return out, features, labels, carried, sampled, near, attended, plain, wide


if __name__ == "__main__":
    main()
