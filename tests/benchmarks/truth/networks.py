"""The networks of the prelude for torchvision.models against the real ones: `python -m tests.benchmarks.truth.networks`.

Both are built without any memory; their weights must have the same names and shapes, and give the same shape.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import click

from shapelint.interpreter.preludes import PRELUDES
from tests.benchmarks.truth.models import ENVIRON, environment

PROGRAM = """
import importlib.util
import sys

import torch
from torchvision import models

spec = importlib.util.spec_from_file_location("prelude", sys.argv[1])
prelude = importlib.util.module_from_spec(spec)
spec.loader.exec_module(prelude)
listed = [name for name in models.list_models(module=models) if hasattr(prelude, name)]
with torch.device("meta"):
    for name in listed:
        pair = [builder() for builder in (getattr(models, name), getattr(prelude, name))]
        given = [
            (
                {key: tuple(value.shape) for key, value in net.state_dict().items()},
                tuple(net(torch.zeros(2, 3, 224, 224)).shape),
                [child for child, _ in net.named_children()],
            )
            for net in pair
        ]
        print(name, "agrees" if given[0] == given[1] else "DIFFERS")
print(len(listed), "networks of", len(models.list_models(module=models)))
"""


@click.command()
@click.option("--python", type=click.Path(path_type=Path), help="An environment with torchvision.")
def main(python: Path | None) -> None:
    """Compare all that both have."""
    command = [str(environment(python).python), "-c", PROGRAM, str(PRELUDES["torchvision.models"])]
    raise SystemExit(subprocess.run(command, env=ENVIRON).returncode)


if __name__ == "__main__":
    main()
