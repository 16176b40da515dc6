"""Installed packages whose source is followed: those that need a framework. Read, never imported."""

from __future__ import annotations

import re
from copy import copy
from functools import cached_property
from pathlib import Path

FRAMEWORK = {"torch", "keras", "tensorflow", "tensorflow-cpu", "tf-keras", "einops"}
REQUIRES = re.compile(r"^Requires-Dist:\s*([A-Za-z0-9._-]+)", re.MULTILINE)

IMPORTS = re.compile(r"^(?:import|from)\s+(?:torch|keras|tensorflow)\b", re.MULTILINE)


class Installed:
    """The packages in the folders that an environment installs into."""

    def __init__(self, folders: tuple[Path, ...] = ()) -> None:
        self.folders = tuple(folder.absolute() for folder in folders)
        self._listing = _Listing(self.folders)
        self._own: tuple[str, Path] | None = None
        """The package of them that is the project, and the folder that it stands in."""

    def but_for(self, package: str, folder: Path) -> Installed:
        """The same, where one of the packages is the project that is looked at."""
        others = copy(self)
        others._own = package, folder
        return others

    def holds(self, path: str) -> bool:
        """Whether a file belongs to an installed package, not to the project."""
        for folder in self.folders:
            inside = path.removeprefix(f"{folder}/")
            if inside != path and not self._is_own(inside.partition("/")[0].removesuffix(".py")):
                return True
        return False

    def folder_of(self, package: str) -> Path | None:
        """The folder that a followed package stands in; None for what is not followed, or is the project."""
        return None if self._is_own(package) else self._listing.followed.get(package)

    def root_of(self, package: str) -> Path | None:
        """Where a package is looked up, be it followed or the project."""
        if self._own is not None and self._is_own(package):
            return self._own[1]
        return self.folder_of(package)

    def _is_own(self, package: str) -> bool:
        return self._own is not None and package == self._own[0]

    def sources(self) -> tuple[Path, ...]:
        """The folders that are installed as they are, for development."""
        found = []
        for folder in self.folders:
            for pth in sorted(folder.glob("*.pth")):
                lines = pth.read_text(encoding="utf-8", errors="replace").splitlines()
                found += [
                    Path(line) for line in lines if line[:1] in ("/", "\\") or line[1:3] == ":\\"
                ]
        return tuple(path for path in found if path.is_dir())

    def has(self, package: str) -> bool:
        """Whether a package or module of that name can be imported from one of the folders."""
        return any(
            (folder / package).is_dir() or any(folder.glob(f"{package}.*"))
            for folder in self.folders
        )

    def version(self, distribution: str) -> str | None:
        """The version of an installed distribution; None if there is none of that name."""
        return self._listing.versions.get(_normal(distribution))


class _Listing:
    """What is installed in folders, by what the distributions say of themselves."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self.folders = folders

    @cached_property
    def versions(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for folder in self.folders:
            for info in folder.glob("*.dist-info"):
                name, _, version = info.name.removesuffix(".dist-info").partition("-")
                found.setdefault(_normal(name), version)
        return found

    @cached_property
    def followed(self) -> dict[str, Path]:
        """Top-level names of the packages that need a framework, themselves or by what they need."""
        needs: dict[str, set[str]] = {}
        homes: dict[str, tuple[Path, Path]] = {}
        for folder in self.folders:
            for info in folder.glob("*.dist-info"):
                name = _normal(info.name.partition("-")[0])
                if name not in homes:
                    homes[name] = folder, info
                    needs[name] = {_normal(n) for n in REQUIRES.findall(_text(info / "METADATA"))}
        following = {name for name, needed in needs.items() if needed & FRAMEWORK}
        following |= {n for n, needed in needs.items() if not needed and _imports_one(*homes[n])}
        while more := {n for n, needed in needs.items() if needed & following} - following:
            following |= more
        found: dict[str, Path] = {}
        for name in following - FRAMEWORK:
            folder, info = homes[name]
            for top in _top_level(info):
                found.setdefault(top, folder)
        return found


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").split("\n\n", 1)[0]
    except OSError:
        return ""


def _imports_one(folder: Path, info: Path) -> bool:
    """Whether a distribution that does not say what it needs imports a framework at once."""
    tops = (folder / top / "__init__.py" for top in _top_level(info))
    return any(IMPORTS.search(_whole(path)) for path in tops)


def _whole(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _top_level(info: Path) -> set[str]:
    """The names that a distribution installs to be imported."""
    try:
        record = (info / "RECORD").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return set()
    names = set()
    for line in record.splitlines():
        first, _, rest = line.partition(",")[0].strip('"').partition("/")
        if rest.endswith(".py") and first.isidentifier():
            names.add(first)
        elif not rest and first.endswith(".py"):
            names.add(first.removesuffix(".py"))
    return names
