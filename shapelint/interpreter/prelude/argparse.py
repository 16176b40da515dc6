"""`argparse`: what a program holds after parsing its command line. Never imported.

An option has its default, as a parameter has; what follows from the default alone is not certain.
"""

from types import SimpleNamespace


class ArgumentParser:
    def __init__(self, *args, parents=(), **options):
        self._values = {}
        for parent in parents:
            self._values.update(parent._values)

    def add_argument(self, *names, **options):
        action = options.get("action", "store")
        if action in ("help", "version"):
            return
        name = options.get("dest")
        if name is None:
            long = [n for n in names if n.startswith("--")]
            name = (long or names)[0].lstrip("-").replace("-", "_")
        self._values[name] = _value(name, names, action, options)

    def add_argument_group(self, *args, **options):
        return self

    def add_mutually_exclusive_group(self, **options):
        return self

    def add_subparsers(self, dest=None, **options):
        if dest is not None:
            self._values[dest] = __some__(dest)
        return self

    def add_parser(self, *args, **options):
        return self

    def set_defaults(self, **values):
        for name in values:
            self._values[name] = (values[name], False, None)

    def parse_args(self, args=None, namespace=None):
        if args is None:
            values = {name: _given(name, *self._values[name]) for name in self._values}
        elif len(args) == 0:
            values = {name: self._values[name][0] for name in self._values}
        else:
            values = {name: __some__(name) for name in self._values}
        return SimpleNamespace(**values)

    def parse_known_args(self, args=None, namespace=None):
        return self.parse_args(args), []


def _value(name, names, action, options):
    """The default, whether the command line must give a value, and what makes one of a word."""
    if action in ("store_true", "store_false"):
        return options.get("default", action == "store_false"), False, None
    kind = options.get("type")
    default = options.get("default")
    if isinstance(default, str) and kind is not None:
        default = kind(default)
    needed = options.get("required", False) or not names[0].startswith("-")
    return default, needed and default is None, kind if "nargs" not in options else None


def _given(name, default, needed, kind):
    if needed:
        return __size__(name) if kind is int else __some__(name)
    return __default__(name, default)
