"""The probability that a language model gave to the right token: a 3-D table, a 2-D index."""

import torch

BATCH, TOKENS, STEPS = 3, 6, 4


def _scores_and_labels(steps):
    labels = torch.randint(0, TOKENS, size=[BATCH, steps])
    scores = torch.rand([BATCH, steps, TOKENS]).softmax(dim=2)
    return scores, labels


def index_of_fewer_axes():
    scores, labels = _scores_and_labels(STEPS)
    return torch.gather(scores, dim=2, index=labels)


def one_step_more_than_predicted():
    scores, _ = _scores_and_labels(STEPS - 1)
    _, labels = _scores_and_labels(STEPS)
    return torch.gather(scores, dim=2, index=labels.unsqueeze(dim=2))


def result_of_one_step_more():
    scores, labels = _scores_and_labels(STEPS - 1)
    picked = torch.gather(scores, dim=2, index=labels.unsqueeze(dim=2))
    return picked.view(BATCH, STEPS)


def squeezed_twice():
    scores, labels = _scores_and_labels(STEPS)
    picked = scores.gather(2, labels.unsqueeze(2)).squeeze(2)
    return picked.squeeze(2)


def indexed_by_rows_and_columns():
    scores, labels = _scores_and_labels(STEPS)
    rows = torch.arange(BATCH)
    columns = torch.arange(STEPS)
    return scores[rows, columns, labels]
