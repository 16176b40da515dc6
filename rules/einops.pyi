"""Rearranging by patterns that name the axes."""

@op("einops.rearrange", finds="pattern-axes")
@overload
def rearrange(tensor: list[Tensor["*s"]], pattern: str, **axes_lengths: Dim) -> Tensor["*new"]:
    whole = insert(s, 0, len(tensor))
    assert pattern_rank("rearrange", pattern, whole, axes_lengths), "the pattern names another number of axes"
    assert pattern_sizes("rearrange", pattern, whole, axes_lengths), "the sizes are not those of the pattern"
    new = pattern_shape("rearrange", pattern, whole, axes_lengths)
@overload
def rearrange(tensor: Tensor["*s"], pattern: str, **axes_lengths: Dim) -> Tensor["*new"]:
    """Axes named on the left, in the order and groups of the right.

    >>> rearrange((2, 12, 3), "b (h w) c -> b c h w", h=3)
    (2, 3, 3, 4)
    >>> rearrange([(2, 3), (2, 3)], "l b d -> b (l d)")
    (2, 6)
    >>> rearrange((2, 3), "b h w -> b (h w)")
    error: axes
    >>> rearrange((2, 12, 3), "b (h w) c -> b c h w", h=5)
    error: sizes
    >>> rearrange((2, 3), "b c -> b d")
    error: side
    """
    assert pattern_rank("rearrange", pattern, s, axes_lengths), "the pattern names another number of axes"
    assert pattern_sizes("rearrange", pattern, s, axes_lengths), "the sizes are not those of the pattern"
    new = pattern_shape("rearrange", pattern, s, axes_lengths)

@op("einops.reduce", finds="pattern-axes")
@overload
def reduce(tensor: list[Tensor["*s"]], pattern: str, reduction: object, **axes_lengths: Dim) -> Tensor["*new"]:
    whole = insert(s, 0, len(tensor))
    assert pattern_rank("reduce", pattern, whole, axes_lengths), "the pattern names another number of axes"
    assert pattern_sizes("reduce", pattern, whole, axes_lengths), "the sizes are not those of the pattern"
    new = pattern_shape("reduce", pattern, whole, axes_lengths)
@overload
def reduce(tensor: Tensor["*s"], pattern: str, reduction: object, **axes_lengths: Dim) -> Tensor["*new"]:
    """Axes that the right side does not name are reduced.

    >>> reduce((2, 4, 6), "b (h k) w -> b h", "mean", k=2)
    (2, 2)
    >>> reduce((2, 4, 6), "b h -> b", "mean")
    error: axes
    >>> reduce((2, 5, 6), "b (h k) w -> b h", "mean", k=2)
    error: sizes
    """
    assert pattern_rank("reduce", pattern, s, axes_lengths), "the pattern names another number of axes"
    assert pattern_sizes("reduce", pattern, s, axes_lengths), "the sizes are not those of the pattern"
    new = pattern_shape("reduce", pattern, s, axes_lengths)

@op("einops.repeat", finds="pattern-axes")
@overload
def repeat(tensor: list[Tensor["*s"]], pattern: str, **axes_lengths: Dim) -> Tensor["*new"]:
    whole = insert(s, 0, len(tensor))
    assert pattern_rank("repeat", pattern, whole, axes_lengths), "the pattern names another number of axes"
    assert pattern_sizes("repeat", pattern, whole, axes_lengths), "the sizes are not those of the pattern"
    new = pattern_shape("repeat", pattern, whole, axes_lengths)
@overload
def repeat(tensor: Tensor["*s"], pattern: str, **axes_lengths: Dim) -> Tensor["*new"]:
    """Axes that only the right side names are new, of the sizes given.

    >>> repeat((2, 3), "n d -> b n d", b=4)
    (4, 2, 3)
    >>> repeat((2, 3), "n d -> (n r) d", r=2)
    (4, 3)
    >>> repeat((2, 3), "n d -> b n d")
    error: size
    >>> repeat((3,), "n d -> b n d", b=4)
    error: axes
    """
    assert pattern_rank("repeat", pattern, s, axes_lengths), "the pattern names another number of axes"
    assert pattern_sizes("repeat", pattern, s, axes_lengths), "the sizes are not those of the pattern"
    new = pattern_shape("repeat", pattern, s, axes_lengths)

@op("einops.layers.torch.Rearrange", finds="pattern-axes")
class Rearrange:
    """`rearrange` as a layer.

    >>> Rearrange("b (h w) c -> b c h w", h=3)((2, 12, 3))
    (2, 3, 3, 4)
    >>> Rearrange("b c -> c b")((2, 3, 4))
    error: axes
    >>> Rearrange("b b c -> c b")
    error: twice
    """

    def __init__(self, pattern: str, **axes_lengths: Dim):
        assert pattern_reads("rearrange", pattern, axes_lengths), "the pattern cannot be read"
    def forward(self, input: Tensor["*s"]) -> Tensor["*new"]:
        assert pattern_rank("rearrange", pattern, s, axes_lengths), "the pattern names another number of axes"
        assert pattern_sizes("rearrange", pattern, s, axes_lengths), "the sizes are not those of the pattern"
        new = pattern_shape("rearrange", pattern, s, axes_lengths)

@op("einops.layers.torch.Reduce", finds="pattern-axes")
class Reduce:
    """`reduce` as a layer.

    >>> Reduce("b c h w -> b c", "mean")((2, 3, 4, 5))
    (2, 3)
    >>> Reduce("b c h w -> b c", "mean")((2, 3))
    error: axes
    """

    def __init__(self, pattern: str, reduction: object, **axes_lengths: Dim):
        assert pattern_reads("reduce", pattern, axes_lengths), "the pattern cannot be read"
    def forward(self, input: Tensor["*s"]) -> Tensor["*new"]:
        assert pattern_rank("reduce", pattern, s, axes_lengths), "the pattern names another number of axes"
        assert pattern_sizes("reduce", pattern, s, axes_lengths), "the sizes are not those of the pattern"
        new = pattern_shape("reduce", pattern, s, axes_lengths)

@op("einops.layers.torch.EinMix", finds="pattern-axes")
class EinMix:
    """`einsum` with a weight of its own, and `rearrange` before and after it.

    >>> EinMix("b (h p) c -> b h d", weight_shape="p c d", p=2, c=3, d=5)((4, 6, 3))
    (4, 3, 5)
    >>> EinMix("t b c -> b t c_out", weight_shape="c c_out", bias_shape="c_out", c=3, c_out=7)((4, 2, 3))
    (2, 4, 7)
    >>> EinMix("b c -> b d", weight_shape="c d", c=3, d=5)((4, 2))
    error: is 2 and 3
    >>> EinMix("b c -> b d", weight_shape="c d", c=3)
    error: size
    """

    weight: Tensor["*own"]

    def __init__(self, pattern: str, weight_shape: str, bias_shape: object = None, **axes_lengths: Dim):
        assert mixes(pattern, weight_shape, bias_shape, axes_lengths), "these make no layer"
        own = mixed_weight(pattern, weight_shape, bias_shape, axes_lengths)
    def forward(self, x: Tensor["*s"]) -> Array["*new"]:
        new = mixed(s, pattern, weight_shape, bias_shape, axes_lengths)

@op("einops.pack", "einops.packing.pack", finds="pattern-axes")
def pack(tensors: list[Tensor], pattern: str) -> tuple[Value["whole"], Value["shapes"]]:
    """The axes that `*` stands for in each joined to one, and all of them along it.

    >>> pack([(2, 3, 5), (2, 7, 3, 5)], "b * c")
    ((2, 24, 5), ((3,), (7, 3)))
    >>> pack([(2, 3, 4), (2, 3, 5)], "b * c")
    error: differ
    >>> pack([(2,), (2, 3)], "b * c")
    error: fewer
    """
    assert packs(tensors, pattern), "the axes around `*` differ"
    whole = packed(tensors, pattern)
    shapes = packed_shapes(tensors, pattern)

@op("einops.unpack", "einops.packing.unpack", finds="pattern-axes")
def unpack(tensor: Tensor["*s"], packed_shapes: object, pattern: str) -> Value["parts"]:
    """The axis at `*` split into tensors of these shapes; one size may be -1.

    >>> unpack((2, 24, 5), [(3,), (7, 3)], "b * c")
    ((2, 3, 5), (2, 7, 3, 5))
    >>> unpack((2, 7), [(), (-1, 2)], "b *")
    ((2,), (2, 3, 2))
    >>> unpack((2, 7), [(3,), (5,)], "b *")
    error: add up
    >>> unpack((2, 7, 5), [(3,), (4,)], "b *")
    error: axes
    """
    assert unpacks(s, packed_shapes, pattern), "the parts do not add up to the axis"
    parts = unpacked(tensor, packed_shapes, pattern)

@op("einops.parse_shape", finds="pattern-axes")
def parse_shape(x: Tensor["*s"], pattern: str) -> Value["found"]:
    """The sizes by name, as a dict.

    >>> parse_shape((2, 3, 4), "b _ w")
    None
    >>> parse_shape((2, 3), "b h w")
    error: axes
    """
    assert names_fit(s, pattern), "a number is not the size of its axis"
    found = named_sizes(s, pattern)

@op("einops.einsum", finds="einsum-sizes")
def einsum(*tensors_and_pattern: Tensor) -> Array["*out"]:
    """Einstein summation with names of any length; the pattern comes last.

    >>> einsum((2, 3), (3, 4), "batch inner, inner outer -> batch outer")
    (2, 4)
    >>> einsum((2, 3), (5, 4), "batch inner, inner outer -> batch outer")
    error: is 3 and 5
    >>> einsum((2, 3), (3, 4), "b i, i o -> b k")
    error: names
    """
    out = named_einsum(tensors_and_pattern)
