"""All functions that rule bodies may call, by name: one family a module."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from shapelint.rulebook.algebra import ALGEBRA
from shapelint.rulebook.array_axes import AXES
from shapelint.rulebook.array_parts import PARTS
from shapelint.rulebook.builtins import BUILTINS
from shapelint.rulebook.einsum import EINSUM
from shapelint.rulebook.graph_products import GRAPH_PRODUCTS
from shapelint.rulebook.graph_shapes import GRAPH_SHAPES
from shapelint.rulebook.graph_windows import GRAPH_WINDOWS
from shapelint.rulebook.keras_layers import KERAS_LAYERS
from shapelint.rulebook.keras_parts import KERAS_PARTS
from shapelint.rulebook.layout import LAYOUTS
from shapelint.rulebook.losses import LOSSES
from shapelint.rulebook.merging import MERGING
from shapelint.rulebook.packing import PACKING
from shapelint.rulebook.patterns import PATTERNS
from shapelint.rulebook.ranges import RANGES
from shapelint.rulebook.reordering import REORDERING
from shapelint.rulebook.shape_tensors import SHAPE_TENSORS
from shapelint.rulebook.slicing import SLICING
from shapelint.rulebook.spatial import SPATIAL
from shapelint.rulebook.spectral import SPECTRAL
from shapelint.rulebook.windows import WINDOWS

FAMILIES: tuple[dict[str, Callable[..., Any]], ...] = (
    BUILTINS, REORDERING, SPATIAL, SLICING, PATTERNS, PACKING, LAYOUTS, SPECTRAL, AXES, PARTS, ALGEBRA, EINSUM, LOSSES, WINDOWS,
    GRAPH_PRODUCTS, GRAPH_SHAPES, GRAPH_WINDOWS, SHAPE_TENSORS, KERAS_PARTS, KERAS_LAYERS, MERGING, RANGES,
)  # fmt: skip
FUNCTIONS = {name: function for family in FAMILIES for name, function in family.items()}
assert len(FUNCTIONS) == sum(map(len, FAMILIES)), "two families have a function of the same name"
