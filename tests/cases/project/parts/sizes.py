"""Sizes that others read."""

WIDTH = 12
