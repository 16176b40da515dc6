"""`pathlib`, as far as programs name files with it. Never imported."""

import os.path


class Path:
    def __init__(self, *parts):
        self._text = os.path.join(*[str(part) for part in parts]) if parts else "."

    def __str__(self):
        return self._text

    def __fspath__(self):
        return self._text

    def __truediv__(self, other):
        return Path(self._text, other)

    def joinpath(self, *others):
        return Path(self._text, *others)

    @property
    def parent(self):
        return Path(os.path.dirname(self._text) or ".")

    @property
    def parents(self):
        return __some__("parents")

    @property
    def name(self):
        return os.path.basename(self._text)

    @property
    def stem(self):
        return os.path.splitext(self.name)[0]

    @property
    def suffix(self):
        return os.path.splitext(self.name)[1]

    def with_suffix(self, suffix):
        return Path(os.path.splitext(self._text)[0] + suffix)

    def with_name(self, name):
        return Path(os.path.dirname(self._text), name)

    def resolve(self, strict=False):
        return self

    def absolute(self):
        return self

    def expanduser(self):
        return self

    def as_posix(self):
        return self._text

    def open(self, mode="r", *args, **options):
        return open(self._text, mode, *args, **options)

    def read_text(self, *args, **options):
        return open(self._text).read()

    def write_text(self, *args, **options):
        open(self._text, "w")
        return __size__("characters")

    def exists(self):
        return __flag__("exists")

    def is_file(self):
        return __flag__("is a file")

    def is_dir(self):
        return __flag__("is a folder")

    def mkdir(self, *args, **options):
        return None

    def glob(self, pattern):
        return __some__("files")

    def rglob(self, pattern):
        return __some__("files")

    def iterdir(self):
        return __some__("files")


PurePath = Path
PosixPath = Path
