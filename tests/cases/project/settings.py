"""Sizes that the other files share."""

from dataclasses import dataclass, field

WIDTHS = [8, 16]


@dataclass
class Settings:
    channels: int = 3
    widths: list = field(default_factory=lambda: list(WIDTHS))
    classes: int = 5

    @property
    def last(self):
        return self.widths[-1]
