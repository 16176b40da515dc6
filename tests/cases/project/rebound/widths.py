"""A global that a function binds to something else."""

WIDTH = 3


def use(width):
    global WIDTH
    WIDTH = width
