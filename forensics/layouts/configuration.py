"""Configurations that lie beside the logs of an incident: what tells them from logs, of which they have no line."""

import json
import re
from collections.abc import Sequence

SAYS = "a configuration, no log: what a process ran with is read from its log, which tells it at the start"
_OPTION = re.compile(r"\s*([A-Za-z_][\w.\-\[\]]*)\s*[=:](?!.*\s\w+=)")
"""A name and a value; what has several pairs in a line is a log."""
_SAID = re.compile(r"\s*(?:[\w.$]*(?:Error|Exception)|error|warn(?:ing)?|info|fatal|usage)\s*:", re.IGNORECASE)
"""How a script or a virtual machine begins what it says."""
_COMMENTS = ("#", "!", ";")
_LOGBACK = re.compile(r"\s*<configuration\b")


def is_one(texts: Sequence[str]) -> bool:
    """Return whether *texts*, all lines of a file, are properties, a JSON object of values, or a configuration of logback."""
    shown = [text for text in texts if text.strip() and not text.lstrip().startswith(_COMMENTS)]
    return bool(shown) and (_are_properties(shown) or _is_object(texts) or any(map(_LOGBACK.match, shown)))


def _are_properties(texts: Sequence[str]) -> bool:
    """Return whether each line sets an option, none of which is set twice."""
    names = [found[1] for text in texts if (found := _OPTION.match(text)) and not _SAID.match(text)]
    return len(names) == len(texts) == len(set(names))


def _is_object(texts: Sequence[str]) -> bool:
    try:
        found = json.loads("\n".join(texts))
    except ValueError:
        return False
    return isinstance(found, dict) and not any(isinstance(value, dict | list) for value in found.values())
