"""A package whose __init__ imports a module of its own by the package name."""

from parts import sizes

WIDTH = sizes.WIDTH
