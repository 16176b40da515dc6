"""What a program asks of the packages around it: is one installed, and in which version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapelint.interpreter.frames import Diverges
from shapelint.interpreter.registry import Args, Kwargs, builtin
from shapelint.interpreter.values import Opaque, Value

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter


@builtin("importlib.util.find_spec")
def find_spec(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """Where a module would come from; None where the environment has none of that name."""
    name = m.resolve(args[0])
    if not isinstance(name, str) or "." in name:
        return m.unknown("where a module comes from")
    found = m.program.has_package(name)
    if found is None:
        return m.unknown(f"whether {name} is installed")
    return Opaque("importlib.machinery.ModuleSpec", f"where {name} comes from") if found else None


@builtin("__import__")
def import_(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """The package that a module is of; with a list of names it would be the module itself."""
    name = m.resolve(args[0])
    if not isinstance(name, str) or len(args) > 1 or kwargs:
        return m.unknown("a module by an unknown name")
    m.program.module(m, name)
    return m.program.module(m, name.split(".")[0])


@builtin("importlib.metadata.version", "importlib_metadata.version")
def version(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """The version of an installed distribution; it raises where there is none."""
    name = m.resolve(args[0])
    if not isinstance(name, str) or not m.program.installed.folders:
        return m.opaque("str", "the version of a package")
    found = m.program.installed.version(name)
    if found is None:
        raise Diverges("PackageNotFoundError")
    return found


@builtin("os.environ.get", "os.getenv")
def setting(m: Interpreter, args: Args, kwargs: Kwargs) -> Value:
    """A variable of the environment: an input of the program, of which nothing is known. What an
    installed package reads is its own switches: it is run as if none were set."""
    if not m.program.installed.holds(m.here.path):
        return m.unknown("a variable of the environment")
    return args[1] if len(args) > 1 else kwargs.get("default")
