"""Findings to evidence: the flagged code is cut out, run in a sandbox by the user's Python, and its end held
against the prediction."""

from shapelint.verify.devices import DeviceNotFound
from shapelint.verify.outcome import Limits, WorkerError
from shapelint.verify.session import Case, Session, kept

__all__ = ["Case", "DeviceNotFound", "Limits", "Session", "WorkerError", "kept"]
