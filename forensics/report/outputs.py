"""Every output: a module with its NAME and `render`, one line here."""

from types import ModuleType
from typing import Any

from forensics.errors import BadUsage
from forensics.report import (
    csv_findings,
    csv_messages,
    csv_redeliveries,
    document,
    github,
    gitlab,
    jsonl,
    junit,
    markdown,
    perfetto,
    sarif,
    text,
    timesketch,
)
from forensics.report.view import View

OUTPUTS: tuple[ModuleType, ...] = (
    text,
    document,
    jsonl,
    sarif,
    junit,
    github,
    gitlab,
    markdown,
    csv_findings,
    csv_messages,
    csv_redeliveries,
    perfetto,
    timesketch,
)
NAMES = tuple(module.NAME for module in OUTPUTS)
"""The names of the outputs, as `--format` takes them."""


def output_named(name: str) -> ModuleType:
    """Return the module of the output *name*; BadUsage where there is none."""
    for module in OUTPUTS:
        if name == module.NAME:
            return module
    raise BadUsage(f"--format {name}", "is not an output", f"one of {', '.join(NAMES)}")


def render(doc: dict[str, Any], name: str, view: View) -> str:
    """Return *doc* as the output *name* shows it."""
    shown: str = output_named(name).render(doc, view)
    return shown
