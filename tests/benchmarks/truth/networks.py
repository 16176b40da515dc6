"""The networks of the preludes for torchvision and timm against the real ones: `python -m tests.benchmarks.truth.networks`.

All are built without any memory. Those of torchvision must have weights of the same names and shapes, and give the same
shape; those of timm as many features, and a classifier of that name over them, and take pictures of that size alone.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import click

from shapelint.interpreter.preludes import PRELUDES
from tests.benchmarks.truth.models import ENVIRON, environment

OF_TORCHVISION = """
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

OF_TIMM = """
import importlib.util
import sys

import timm
import torch

spec = importlib.util.spec_from_file_location("prelude", sys.argv[1])
prelude = importlib.util.module_from_spec(spec)
spec.loader.exec_module(prelude)


def takes(network, size):
    try:
        network(torch.zeros(1, 3, size, size))
    except (AssertionError, RuntimeError):
        return False
    return True


with torch.device("meta"):
    for name, (features, head, size) in prelude._TOLD.items():
        network = timm.create_model(name, num_classes=7).eval()
        own = 224 if size is None else size
        fits = (
            network.num_features == features
            and network.get_submodule(head).weight.shape == (7, features)
            and timm.create_model(name, num_classes=0).eval()(torch.zeros(1, 3, own, own)).shape == (1, features)
            and takes(network, own + 32) == (size is None)
        )
        print(name, "agrees" if fits else "DIFFERS")
"""


@click.command()
@click.option("--python", type=click.Path(path_type=Path), help="An environment with torchvision.")
def main(python: Path | None) -> None:
    """Compare all that both have."""
    interpreter = str(environment(python).python)
    failed = False
    for program, module in ((OF_TORCHVISION, "torchvision.models"), (OF_TIMM, "timm")):
        command = [interpreter, "-c", program, str(PRELUDES[module])]
        failed |= subprocess.run(command, env=ENVIRON).returncode != 0
    raise SystemExit(failed)


if __name__ == "__main__":
    main()
