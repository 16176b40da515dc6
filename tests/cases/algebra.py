"""Linear algebra, contractions, diagonals."""

import torch


def least_squares(features, targets):
    gram = features.T @ features
    inverse = torch.linalg.inv(gram + torch.eye(features.shape[1]))
    return inverse @ features.T @ targets


def run_least_squares():
    weights = least_squares(torch.randn(20, 4), torch.randn(20, 2))  # shape: (4, 2)
    return weights


def inverse_of_features():
    return torch.linalg.inv(torch.randn(20, 4))  # error: [square-matrix] "4" "20"


def determinant_of_a_vector():
    return torch.det(torch.randn(3))  # error: [square-matrix] "(3,)"


def solve_batch():
    a = torch.randn(5, 3, 3)
    x = torch.linalg.solve(a, torch.randn(5, 3, 2))  # shape: (5, 3, 2)
    y = torch.linalg.solve(a, torch.randn(5, 3))  # shape: (5, 3)
    return x, y, torch.linalg.solve(a, torch.randn(4, 2))  # error: [inner-size]


def singular_values():
    u, s, vh = torch.linalg.svd(torch.randn(6, 4), full_matrices=False)
    low = u @ torch.diag(s) @ vh  # shape: (6, 4)
    values, vectors = torch.linalg.eigh(low.T @ low)
    same = vectors @ values  # shape: (4,)
    q = torch.linalg.qr(torch.randn(7, 3)).Q  # shape: (7, 3)
    return same, vectors @ q  # error: [inner-size]


class Whitening(torch.nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.dim = dim
        self.register_buffer("mean", torch.zeros(dim))

    def forward(self, x):
        centred = (x - self.mean).T
        factor = torch.linalg.cholesky(torch.cov(centred) + torch.eye(self.dim))
        return torch.linalg.solve_triangular(factor, centred, upper=False).T


def whiten():
    y = Whitening(4)(torch.randn(16, 4))  # shape: (16, 4)
    return y


def contractions():
    q, k = torch.randn(2, 8, 5, 16), torch.randn(2, 8, 7, 16)
    a = torch.einsum("bhqd,bhkd->bhqk", q, k)  # shape: (2, 8, 5, 7)
    b = torch.einsum("...qd, ...kd -> ...qk", [q, k])  # shape: (2, 8, 5, 7)
    c = torch.einsum(q, [0, 1, 2, 3], k, [0, 1, 4, 3], [0, 1, 2, 4])  # shape: (2, 8, 5, 7)
    d = torch.tensordot(q, k, dims=([1, 3], [1, 3]))  # shape: (2, 5, 2, 7)
    e = torch.cdist(q, k)  # shape: (2, 8, 5, 7)
    return a, b, c, d, e, torch.tensordot(q, k, dims=1)  # error: [inner-size] "16 against 2"


def contract_too_few_axes():
    q, k = torch.randn(2, 8, 5, 16), torch.randn(2, 7, 16)
    return torch.einsum("bqd,bkd->bqk", q, k)  # error: [einsum-sizes] "(2, 8, 5, 16)"


def contract_sublist():
    q, k = torch.randn(5, 16), torch.randn(7, 15)
    return torch.einsum(q, [0, 1], k, [2, 1], [0, 2])  # error: [einsum-sizes] "16 and 15"


def diagonals(scores):
    n = scores.shape[-1]
    diagonal = torch.diagonal(scores, dim1=-2, dim2=-1)
    return torch.diag_embed(diagonal), torch.tril_indices(n, n)


def run_diagonals():
    matrices, places = diagonals(torch.randn(2, 5, 5))
    again = matrices + 1  # shape: (2, 5, 5)
    there = places + 0  # shape: (2, 15)
    return again, there, torch.diagonal(torch.randn(5))  # error: [index-range]


def chain():
    last = torch.randn(4)
    y = torch.linalg.multi_dot([torch.randn(2, 3), torch.randn(3, 4), last])  # shape: (2,)
    return y, torch.linalg.multi_dot([torch.randn(2, 3), torch.randn(4, 3)])  # error: [inner-size]
