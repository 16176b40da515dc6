"""One line a finding."""

from shapelint.project import CheckResult
from shapelint.report import causes, summary


def render(result: CheckResult, verbose: bool = False) -> str:
    lines = [f"{p.file}:{p.line}:{p.column}: cannot check: {p.message}" for p in result.problems]
    lines += [
        f"{f.file}:{f.span.line}:{f.span.column}: {f.severity}: [{f.name}] {f.message}"
        for f in result.findings
    ]
    lines.append(summary(result))
    if verbose:
        lines += [*result.notes, "most frequent causes of unknowns:", *causes(result)]
    return "\n".join(lines)
