"""Sizes that others read."""

WIDTH = 12


def pair(size):
    return size if isinstance(size, tuple) else (size, size)
