"""Models of real packages are followed from a script's first line to the shape of what they give.

The scripts are those of the truth benchmark, which runs them too; `(2, 7)` and the like are what they gave.
"""

from pathlib import Path

import pytest

from shapelint import check_paths
from tests.benchmarks.packages import CACHE, fetched
from tests.benchmarks.truth.models import DRIVERS

PACKAGES = ("timm==1.0.31", "vit-pytorch==1.26.11", "monai==1.6.1")
GIVEN = {
    "timm_beit": ("logits", "(2, 9)"),
    "timm_convnext": ("c5", "(1, 64, 3, 3)"),
    "timm_densenet": ("similarity", "(3, 3)"),
    "timm_maxxvit": ("y", "(1, 10)"),
    "timm_mobilenetv3": ("scores", "(8, 10)"),
    "timm_resnet": ("logits", "(4, 3)"),
    "timm_swin_transformer": ("out", "(2, 7)"),
    "timm_vision_transformer": ("embedding", "(2, 64)"),
    "vit_pytorch_vit": ("preds", "(1, 10)"),
    "monai_swin_unetr": ("masks", "(2, 2, 64, 64)"),
    "monai_unet": ("labels", "(1, 1, 32, 32, 32)"),
}
"""By script: a name that it binds, and the shape of that."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an environment that has the packages."""
    folder = tmp_path_factory.mktemp("project")
    installed = folder / ".venv" / "lib" / "python3.11" / "site-packages"
    installed.mkdir(parents=True)
    (folder / ".venv" / "pyvenv.cfg").touch()
    for requirement in PACKAGES:
        for package in fetched(requirement, CACHE).iterdir():
            (installed / package.name).symlink_to(package)
    return folder


@pytest.mark.parametrize("driver", GIVEN)
def test_what_a_model_gives_is_known(driver: str, project: Path) -> None:
    name, shape = GIVEN[driver]
    script = project / f"{driver}.py"
    script.write_text(f"{(DRIVERS / script.name).read_text()}\n{name}.view(97)\n")
    (finding,) = check_paths([script]).findings
    assert (finding.name, finding.severity) == ("reshape-elements", "error")
    assert f"old={shape}" in finding.message
