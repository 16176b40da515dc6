"""Findings of a check, verified: each gets a verdict, what is refuted is withdrawn."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from shapelint.finding import Finding, Span, Verdict
from shapelint.project.config import Config
from shapelint.project.environment import interpreter_of

if TYPE_CHECKING:
    from shapelint.interpreter import Witness
    from shapelint.verify import Case, Session

Key = tuple[str, str, Span]


class CannotVerify(Exception):
    """No interpreter with a framework, or not the device that was asked for."""


@dataclass(frozen=True, slots=True)
class Verification:
    """How to verify: on which device, and where to keep the snippets."""

    device: str = "auto"
    snippets: Path | None = None
    seconds: float = 10.0
    """For each run of a snippet."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What verified, and for how long: `seconds` has the time of every finding."""

    python: str
    frameworks: Mapping[str, str]
    device: str
    not_enforced: tuple[str, ...]
    warm_up: float
    seconds: tuple[float, ...]


def verify_all(
    findings: tuple[Finding, ...],
    ways: Mapping[Key, Witness],
    config: Config,
    python: Path | None,
    settings: Verification,
) -> tuple[tuple[Finding, ...], tuple[Finding, ...], Verified | None]:
    """The findings with their verdicts, those that are refuted, and what ran them. Raises CannotVerify,
    EnvironmentNotFound."""
    if not findings:
        return (), (), None
    from shapelint.verify import Case, DeviceNotFound, Limits, Session, WorkerError

    absolute = {
        (name, os.path.abspath(file), span): way for (name, file, span), way in ways.items()
    }
    cases = []
    for finding in findings:
        file = os.path.abspath(finding.file)
        cases.append(
            Case(replace(finding, file=file), absolute.get((finding.name, file, finding.span)))
        )
    interpreter = interpreter_of(python, Path(os.path.commonpath([c.finding.file for c in cases])))
    began = time.perf_counter()
    limits = Limits(seconds=settings.seconds)
    try:
        session = Session(
            interpreter,
            cases,
            config.packages,
            config.roots,
            settings.device,
            limits,
            settings.snippets,
        )
    except (WorkerError, DeviceNotFound) as error:
        raise CannotVerify(f"cannot verify with {interpreter}: {error}") from None
    with session:
        if not session.worker.frameworks:
            missing = ", ".join(session.worker.missing) or "framework"
            raise CannotVerify(
                f"cannot verify: {interpreter} has no {missing}; name an interpreter that has one: "
                "--python PATH"
            )
        warm_up = time.perf_counter() - began
        verdicts, seconds = _verdicts(session, cases)
        worker = session.worker
        ran = Verified(
            str(interpreter),
            worker.frameworks,
            worker.device,
            worker.not_enforced,
            warm_up,
            seconds,
        )
    judged = [replace(f, verdict=v) for f, v in zip(findings, verdicts, strict=True)]
    kept = tuple(f for f in judged if f.verdict is None or f.verdict.kind != "refuted")
    return kept, tuple(f for f in judged if f not in kept), ran


def _verdicts(session: Session, cases: list[Case]) -> tuple[list[Verdict], tuple[float, ...]]:
    verdicts, seconds = [], []
    for case in cases:
        began = time.perf_counter()
        verdicts.append(session.verdict(case))
        seconds.append(time.perf_counter() - began)
    return verdicts, tuple(seconds)
