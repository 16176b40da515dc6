"""Embedded nodes of a series of graphs, (B, N, E), for an LSTM that reads one series a node: (N, B, E)."""

import numpy as np
from keras import layers, ops

EMBED_SIZE = 8


class NodeMemory:
    def __init__(self):
        self.lstm = layers.LSTM(EMBED_SIZE * EMBED_SIZE)

    def __call__(self, embed_mat):
        lstm_input = ops.transpose(embed_mat, (1, 0, 2))
        return self.lstm(lstm_input)


def states_of_the_nodes():
    return NodeMemory()(np.zeros((5, 12, EMBED_SIZE), "float32"))


def a_graph_after_the_other():
    memory = layers.LSTM(EMBED_SIZE * EMBED_SIZE)
    states = [memory(graph[None]) for graph in np.zeros((5, 12, EMBED_SIZE), "float32")]
    return ops.concatenate(states)


if __name__ == "__main__":
    for program in (states_of_the_nodes, a_graph_after_the_other):
        print(program.__name__, tuple(program().shape))
