"""One line a finding."""

from shapelint.project import CheckResult
from shapelint.report import visible

FOR_TERMINALS = True


def render(result: CheckResult, verbose: bool = False) -> str:
    lines = [f"{p.place}: cannot check: {p.message}" for p in result.problems]
    lines += [
        f"{f.place}: {f.severity}: [{f.name}] {f.message}"
        + (f" ({f.verdict.kind})" if f.verdict is not None else "")
        for f in result.findings
    ]
    return "\n".join(map(visible, lines))
