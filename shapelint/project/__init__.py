"""Settings and files to findings."""

from shapelint.project.check import CheckResult, Problem, check_paths, verify_again
from shapelint.project.config import Config, ConfigError, config_for
from shapelint.project.environment import EnvironmentNotFound
from shapelint.project.verification import CannotVerify, Verification, Verified

__all__ = [
    "CannotVerify",
    "CheckResult",
    "Config",
    "ConfigError",
    "EnvironmentNotFound",
    "Problem",
    "Verification",
    "Verified",
    "check_paths",
    "config_for",
    "verify_again",
]
