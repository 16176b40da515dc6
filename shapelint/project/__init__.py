"""Settings and files to findings."""

from shapelint.project.check import CheckResult, Problem, check_paths

__all__ = ["CheckResult", "Problem", "check_paths"]
