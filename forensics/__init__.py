"""Finds out, from the logs that are left, what went wrong in an Apache RocketMQ cluster.

The names below are the library; they load when first used, so that importing the package costs nothing.
"""

TYPE_CHECKING = False  # as typing has it, which takes longer to load than this
if TYPE_CHECKING:
    from typing import Any

__all__ = [
    "Gate",
    "Selection",
    "case_of",
    "check_case",
    "compare",
    "ingest_logs",
    "open_case",
    "replay_case",
    "sql",
    "state_at",
    "story",
    "timeline",
    "write_report",
]

_HOME = dict.fromkeys(__all__, "forensics.library") | {"open_case": "forensics.notebook"}


def __getattr__(name: str) -> "Any":
    import importlib

    if name not in _HOME:
        raise AttributeError(f"module 'forensics' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOME[name]), name)
