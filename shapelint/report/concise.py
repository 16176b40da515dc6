"""One line a finding."""

from shapelint.project import CheckResult
from shapelint.report import bug_report, causes, summary


def render(result: CheckResult, verbose: bool = False) -> str:
    lines = [f"{p.file}:{p.line}:{p.column}: cannot check: {p.message}" for p in result.problems]
    lines += [
        f"{f.file}:{f.span.line}:{f.span.column}: {f.severity}: [{f.name}] {f.message}"
        + (f" ({f.verdict.kind})" if f.verdict is not None else "")
        for f in result.findings
    ]
    lines.append(summary(result))
    if verbose:
        lines += [bug_report(f, result) for f in result.refuted]
        lines += [*result.notes, "most frequent causes of unknowns:", *causes(result)]
    return "\n".join(lines)
