"""What shapelint itself is, in one word: what it finds follows from that, too."""

from __future__ import annotations

import sys
from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
ENGINES = ("libcst", "yaml", "z3")
"""What answers depend on, by the names that are imported."""


@cache
def own_stamp() -> str:
    """This shapelint, in one word: its own code and rules, what it stands on, and the Python that runs it."""
    rules = PACKAGE / "_rules"
    places = (PACKAGE, *(() if rules.is_dir() else (PACKAGE.parent / "rules",)))
    said = (sys.version, *map(_version, ENGINES), contents(places, "*.py", "*.pyi"))
    return blake2b(repr(said).encode(), digest_size=20).hexdigest()


def _version(package: str) -> str:
    """What is installed of a package: the names of the folders that say it, as nothing is to be imported."""
    found = find_spec(package)
    if found is None or found.origin is None:
        return ""
    home = Path(found.origin).parent
    return f"{home} {sorted(p.name for p in home.parent.glob(f'*{package}*.dist-info'))}"


def contents(places: tuple[Path, ...], *patterns: str) -> str:
    """The contents of files, and of those in folders with such names, in one word."""
    found = blake2b(digest_size=20)
    for place in places:
        inside = (path for pattern in patterns for path in place.rglob(pattern))
        for path in sorted(inside) if place.is_dir() else (place,):
            try:
                content = path.read_bytes()
            except OSError:
                continue
            found.update(f"{path.relative_to(place)}\0{len(content)}\0".encode() + content)
    return found.hexdigest()
