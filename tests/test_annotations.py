"""Written shapes: jaxtyping's annotations, the edit that mends a stale comment."""

from __future__ import annotations

from pathlib import Path

import pytest

from shapelint import check_paths
from shapelint.finding import Finding
from shapelint.source.notation import of_comment

HEAD = """\
import torch
from jaxtyping import Float, Int
from torch import Tensor, nn


"""


def findings(folder: Path, text: str) -> list[Finding]:
    (folder / "written.py").write_text(HEAD + text)
    result = check_paths([folder])
    assert not result.problems
    return list(result.findings)


def mended(folder: Path, line: str) -> str:
    """The line with its fix applied."""
    (found,) = findings(folder, line)
    assert found.name == "stale-shape-comment" and found.fix is not None
    lines = (HEAD + line).splitlines()
    span = found.fix.span
    old = lines[span.line - 1]
    return old[: span.column - 1] + found.fix.text + old[span.end_column - 1 :]


def test_an_annotation_is_a_fact_where_a_function_is_checked_alone(tmp_path: Path) -> None:
    (found,) = findings(
        tmp_path,
        'def f(x: Float[Tensor, "b 2 4"], y: Float[Tensor, "3 5"]):\n    return x @ y\n',
    )
    assert (found.name, found.severity) == ("inner-size", "error")


def test_the_same_name_is_the_same_size(tmp_path: Path) -> None:
    text = 'def f(x: Float[Tensor, "b n"], y: Float[Tensor, "{}"]):\n    return x + y.reshape(x.shape)\n'
    assert not findings(tmp_path, text.format("n b"))
    (found,) = findings(tmp_path, text.format("b n 2"))
    assert found.name == "reshape-elements"


def test_forward_of_a_class_takes_its_annotations(tmp_path: Path) -> None:
    (found,) = findings(
        tmp_path,
        """\
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 2)

    def forward(self, x: Float[torch.Tensor, "*batch 5"]) -> Float[Tensor, "*batch 2"]:
        return self.fc(x)
""",
    )
    assert found.name == "linear-in-features"


CALLED = """\
def f(x: Float[Tensor, "{}"], y: Float[Tensor, "{}"]):
    return x.sum() + y.sum()


f(torch.zeros(2, 3), torch.zeros(2, 4))
"""


@pytest.mark.parametrize(
    ("x", "y"),
    [("b n", "b m"), ("2 3", "_ 4"), ("... 3", "*batch 4"), ("a #c", "a c+1"), (" b c", "#b d")],
)
def test_arguments_that_fit_their_annotations(tmp_path: Path, x: str, y: str) -> None:
    assert not findings(tmp_path, CALLED.format(x, y))


@pytest.mark.parametrize(
    ("x", "y"), [("b n", "b n"), ("b 4", "b m"), ("b n k", "b m"), ("b n", "#n m")]
)
def test_arguments_that_do_not_fit_their_annotations(tmp_path: Path, x: str, y: str) -> None:
    (found,) = findings(tmp_path, CALLED.format(x, y))
    assert (found.name, found.severity) == ("annotated-shape", "warning")
    assert found.span.line == HEAD.count("\n") + 5


def test_a_result_that_is_not_as_annotated(tmp_path: Path) -> None:
    text = 'def f(x: Float[Tensor, "b n"]) -> Float[Tensor, "{}"]:\n    return x.sum(1)\n'
    assert not findings(tmp_path, text.format("b"))
    (found,) = findings(tmp_path, text.format("b n"))
    assert found.name == "annotated-shape"


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("x = torch.zeros(2, 3).mT  # (2, 3)", "(3, 2)"),
        ("x = torch.zeros(2, 3).mT  # [2, 3] # TODO", "[3, 2] # TODO"),
        ("B = 2\nx = torch.zeros(B, 3, 4).sum(2)  # x: (B, T, C)", "x: (B, 3)"),
        ("B = 2\nx = torch.zeros(B, 3, 4)  # B x 3", "B x 3 x 4"),
        ("b = 2\nx = torch.zeros(b, 3, 5)  # b 3 4", "b 3 5"),
        ("T = 3\nx = torch.zeros(2, 4, 3)  # (B, T, C)", "(B, 4, C)"),
        ("x = torch.zeros(2, 3).sum(1)  # (B, C)", "(2,)"),
    ],
)
def test_the_fix_of_a_comment_is_the_right_shape(tmp_path: Path, line: str, right: str) -> None:
    assert mended(tmp_path, line).rpartition("# " + right)[1]


@pytest.mark.parametrize(
    "comment",
    [
        "(B, T, C)", "[B, T, C]", "(N,)", "x: (B, C, H, W)", "shape: (8, 16)", "B x C x H x W", "BxTxC", "B, T, C",
        "b c h w", "(batch, seq_len, dim)", "(B, H*W, C//2)", "(..., C)", "-> (B, T)", "(B, None, ?)", "(b, 3).",
    ],
)  # fmt: skip
def test_comments_that_are_shapes(comment: str) -> None:
    assert of_comment(f"# {comment}") is not None


@pytest.mark.parametrize(
    "comment",
    [
        "", "noqa: E501", "type: ignore", "not a shape", "(optional)", "(x1, y1, x2, y2)", "(mean, std)", "x, y",
        "3x3", "a b", "see b c", "(0, 1)", "[0.5, 0.5]", "(b h) n", "B, T and C", "(B, T) or (B, C)", "(see above, below)",
        "[xmin, ymin, xmax, ymax]", "1, 2, 3", "i.e. b, n", "f(b, n)", "(B, T) -> (T, B)", "(logits, labels)",
    ],
)  # fmt: skip
def test_comments_that_are_none(comment: str) -> None:
    assert of_comment(f"# {comment}") is None
