"""What the experiment is made of."""

from dataclasses import dataclass, field


@dataclass
class Config:
    image: int = 32
    channels: int = 3
    widths: list[int] = field(default_factory=lambda: [16, 32, 64])
    classes: int = 10
    dropout: float = 0.1
    pooled: bool = False
