"""Embedded nodes of a series of graphs, (B, N, E), for an LSTM that reads one series a node: (N, B, E)."""

import numpy as np
from keras import layers, ops

EMBED_SIZE = 8


class NodeMemory:
    def __init__(self):
        self.lstm = layers.LSTM(EMBED_SIZE * EMBED_SIZE)

    def __call__(self, embed_mat):
        in_shape = ops.shape(embed_mat)
        # the sizes are right, but every sequence is now a mixture of nodes
        lstm_input = ops.reshape(embed_mat, [in_shape[1], in_shape[0], EMBED_SIZE])
        return self.lstm(lstm_input)


def states_of_the_nodes():
    return NodeMemory()(np.zeros((5, 12, EMBED_SIZE), "float32"))


def a_graph_after_the_other():
    memory = layers.LSTM(EMBED_SIZE * EMBED_SIZE)
    states = [memory(graph) for graph in np.zeros((5, 12, EMBED_SIZE), "float32")]
    return ops.stack(states)
