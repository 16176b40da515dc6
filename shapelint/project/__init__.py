"""Settings and files to findings."""

from shapelint.project.check import CheckResult, Problem, check_paths
from shapelint.project.config import Config, ConfigError, config_for
from shapelint.project.environment import EnvironmentNotFound

__all__ = [
    "CheckResult",
    "Config",
    "ConfigError",
    "EnvironmentNotFound",
    "Problem",
    "check_paths",
    "config_for",
]
