from .convolution import ConvBlock as Block
from .heads import HEADS, build_head

__all__ = ["HEADS", "Block", "build_head"]
