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
    """

    def __init__(self, pattern: str, **axes_lengths: Dim): ...
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

    def __init__(self, pattern: str, reduction: object, **axes_lengths: Dim): ...
    def forward(self, input: Tensor["*s"]) -> Tensor["*new"]:
        assert pattern_rank("reduce", pattern, s, axes_lengths), "the pattern names another number of axes"
        assert pattern_sizes("reduce", pattern, s, axes_lengths), "the sizes are not those of the pattern"
        new = pattern_shape("reduce", pattern, s, axes_lengths)
