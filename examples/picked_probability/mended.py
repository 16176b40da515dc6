"""The probability that a language model gave to the right token: a 3-D table, a 3-D index."""

import torch

BATCH, TOKENS, STEPS = 3, 6, 4


def _scores_and_labels(steps):
    labels = torch.randint(0, TOKENS, size=[BATCH, steps])
    scores = torch.rand([BATCH, steps, TOKENS]).softmax(dim=2)
    return scores, labels


def index_of_as_many_axes():
    scores, labels = _scores_and_labels(STEPS)
    picked = torch.gather(scores, dim=2, index=labels.unsqueeze(dim=2))
    return picked.squeeze(dim=2)


def as_many_steps_as_predicted():
    scores, _ = _scores_and_labels(STEPS - 1)
    _, labels = _scores_and_labels(STEPS)
    return torch.gather(scores, dim=2, index=labels[:, 1:].unsqueeze(dim=2))


def result_of_as_many_steps():
    scores, labels = _scores_and_labels(STEPS - 1)
    picked = torch.gather(scores, dim=2, index=labels.unsqueeze(dim=2))
    return picked.view(BATCH, STEPS - 1)


def squeezed_once():
    scores, labels = _scores_and_labels(STEPS)
    picked = scores.gather(2, labels.unsqueeze(2)).squeeze(2)
    return picked


def several_right_tokens():
    scores, _ = _scores_and_labels(STEPS)
    labels = torch.randint(0, TOKENS, size=[BATCH, STEPS, 2])
    return torch.gather(scores, dim=2, index=labels)


def indexed_by_rows_and_columns():
    scores, labels = _scores_and_labels(STEPS)
    rows = torch.arange(BATCH).unsqueeze(1)
    columns = torch.arange(STEPS)
    return scores[rows, columns, labels]


if __name__ == "__main__":
    for program in (
        index_of_as_many_axes,
        as_many_steps_as_predicted,
        result_of_as_many_steps,
        squeezed_once,
        several_right_tokens,
        indexed_by_rows_and_columns,
    ):
        print(program.__name__, tuple(program().shape))
