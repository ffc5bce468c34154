"""Every output: a module with its NAME and `render`, one line here. A module is loaded when its output is asked for."""

import importlib
from collections.abc import Iterable
from types import ModuleType
from typing import Any

from forensics.errors import BadUsage
from forensics.report.view import View

OUTPUTS = {
    "text": "text",
    "json": "document",
    "jsonl": "jsonl",
    "sarif": "sarif",
    "junit": "junit",
    "github": "github",
    "gitlab": "gitlab",
    "markdown": "markdown",
    "csv": "csv_findings",
    "csv-messages": "csv_messages",
    "csv-redeliveries": "csv_redeliveries",
    "perfetto": "perfetto",
    "timesketch": "timesketch",
}
"""The module of each output by its NAME, as `--format` takes it."""
NAMES = tuple(OUTPUTS)


def output_named(name: str) -> ModuleType:
    """Return the module of the output *name*; BadUsage where there is none."""
    if name not in OUTPUTS:
        raise BadUsage(f"--format {name}", "is not an output", f"one of {', '.join(NAMES)}")
    return importlib.import_module(f"forensics.report.{OUTPUTS[name]}")


def pieces(doc: dict[str, Any], name: str, view: View) -> Iterable[str]:
    """Return *doc* as the output *name* shows it, in the pieces in which it is made."""
    output = output_named(name)
    made: Iterable[str] = output.pieces(doc, view) if hasattr(output, "pieces") else (output.render(doc, view),)
    return made


def render(doc: dict[str, Any], name: str, view: View) -> str:
    """Return *doc* as the output *name* shows it."""
    shown: str = output_named(name).render(doc, view)
    return shown
