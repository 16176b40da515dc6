"""Settings and files to findings."""

from shapelint.project.baseline import Baseline, BaselineError
from shapelint.project.check import CheckResult, Problem, check_paths, check_source, verify_again
from shapelint.project.config import Config, ConfigError, Options, config_for
from shapelint.project.environment import EnvironmentNotFound
from shapelint.project.executors import CannotRun
from shapelint.project.fixing import Fixed, fixed
from shapelint.project.suppress import add_ignores
from shapelint.project.verification import CannotVerify, Verification, Verified

__all__ = [
    "Baseline",
    "BaselineError",
    "CannotRun",
    "CannotVerify",
    "CheckResult",
    "Config",
    "ConfigError",
    "EnvironmentNotFound",
    "Fixed",
    "Options",
    "Problem",
    "Verification",
    "Verified",
    "add_ignores",
    "check_paths",
    "check_source",
    "config_for",
    "fixed",
    "verify_again",
]
