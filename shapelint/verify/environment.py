"""The user's Python as it is found: what it is, where it reads from, and the environment it gets."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from shapelint.verify.outcome import WorkerError

OLDEST = (3, 8)

# Without PYTHON* variables, and in an empty folder: only what the environment itself installs runs.
_PROBE = """\
import json, os, site, sys
print(json.dumps({
    "executable": sys.executable,
    "version": sys.version_info[:3],
    "prefixes": [sys.prefix, sys.exec_prefix, sys.base_prefix, sys.base_exec_prefix],
    "path": [entry for entry in sys.path if entry],
    "user_base": site.getuserbase() if site.ENABLE_USER_SITE else None,
}))
"""

_PASSED_ON = frozenset(
    [
        "PATH",
        "LANG",
        "LANGUAGE",
        "TZ",
        "LD_LIBRARY_PATH",
        "DYLD_LIBRARY_PATH",
        "CONDA_PREFIX",
        "VIRTUAL_ENV",
        "KERAS_BACKEND",
        "NVIDIA_VISIBLE_DEVICES",
        "ROCR_VISIBLE_DEVICES",
        "HIP_VISIBLE_DEVICES",
        "HSA_OVERRIDE_GFX_VERSION",
        "SYSTEMROOT",
        "SYSTEMDRIVE",
        "WINDIR",
        "COMSPEC",
        "PATHEXT",
        "NUMBER_OF_PROCESSORS",
        "PROCESSOR_ARCHITECTURE",
    ]
)
_PASSED_ON_PREFIXES = ("LC_", "CUDA_", "OPENBLAS_", "MKL_", "KMP_")
_SECRET = ("TOKEN", "SECRET", "PASSWORD", "KEY", "CREDENTIAL")


@dataclass(frozen=True, slots=True)
class PythonFound:
    executable: str
    version: str
    prefixes: tuple[str, ...]
    path: tuple[str, ...]
    user_base: str | None


def probe(python: Path, seconds: float) -> PythonFound:
    """Ask an interpreter about itself. Its site-packages' `.pth` lines run, as at every start of it."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    with tempfile.TemporaryDirectory(prefix="shapelint-") as empty:
        try:
            done = subprocess.run(
                [os.path.abspath(python), "-c", _PROBE],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=seconds,
                cwd=empty,
                env=environment,
            )
        except subprocess.TimeoutExpired as error:
            raise WorkerError(f"{python}: no answer within {seconds:g} s") from error
        except OSError as error:
            raise WorkerError(f"{python}: {error.strerror or error}") from error
    try:
        told = json.loads(done.stdout.decode("utf-8", "replace").strip().rpartition("\n")[2])
        found = PythonFound(
            told["executable"],
            ".".join(map(str, told["version"])),
            tuple(dict.fromkeys(told["prefixes"])),
            tuple(dict.fromkeys(told["path"])),
            told["user_base"],
        )
    except (ValueError, KeyError, TypeError) as error:
        words = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2][:200]
        raise WorkerError(f"{python}: no Python interpreter{words and f' ({words})'}") from error
    if tuple(told["version"]) < OLDEST:
        oldest = ".".join(map(str, OLDEST))
        raise WorkerError(f"{python}: Python {found.version}; at least {oldest} is needed")
    if not found.executable:
        raise WorkerError(f"{python}: this Python does not know its own executable")
    return found


def scrubbed(
    found: PythonFound, scratch: str, given: Mapping[str, str], asked: Mapping[str, str]
) -> dict[str, str]:
    """What the user's Python sees of the environment `given`: what it needs to start and to find its
    libraries, no secret and no home but the scratch folder; then what was `asked` for."""
    home = os.path.join(scratch, "home")
    tmp = os.path.join(home, "tmp")
    kept = {name: value for name, value in given.items() if _may_pass(name)}
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "TORCH_HOME", "KERAS_HOME"):
        kept[name] = home
    for name in ("HF_HOME", "MPLCONFIGDIR", "TORCHINDUCTOR_CACHE_DIR", "TRITON_CACHE_DIR"):
        kept[name] = home
    for name in ("CACHE", "CONFIG", "DATA", "STATE"):
        kept[f"XDG_{name}_HOME"] = home
    for name in ("TMPDIR", "TEMP", "TMP"):
        kept[name] = tmp
    for name in ("OMP", "MKL", "OPENBLAS", "NUMEXPR", "VECLIB_MAXIMUM"):
        kept[f"{name}_NUM_THREADS"] = "1"
    kept.update(
        USER="shapelint",
        LOGNAME="shapelint",
        PYTHONDONTWRITEBYTECODE="1",
        PYTHONHASHSEED="0",
        PYTHONUTF8="1",
        TF_CPP_MIN_LOG_LEVEL="3",
        PYTORCH_NVML_BASED_CUDA_CHECK="1",
        OBJC_DISABLE_INITIALIZE_FORK_SAFETY="YES",
        HF_HUB_OFFLINE="1",
    )
    if found.user_base is None:
        kept["PYTHONNOUSERSITE"] = "1"
    else:
        kept["PYTHONUSERBASE"] = found.user_base
    return {**kept, **asked}


def module_search_path(found: PythonFound, given: Mapping[str, str]) -> list[str]:
    """What the interpreter finds by itself, and after that what the user's PYTHONPATH adds: clusters
    install torch that way."""
    added = [
        entry for entry in given.get("PYTHONPATH", "").split(os.pathsep) if os.path.isabs(entry)
    ]
    return list(dict.fromkeys([*found.path, *added]))


def _may_pass(name: str) -> bool:
    if any(word in name.upper() for word in _SECRET):
        return False
    return name in _PASSED_ON or name.startswith(_PASSED_ON_PREFIXES)
