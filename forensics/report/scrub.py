"""No byte of a log reaches a terminal, a viewer or a spreadsheet as anything but a character: controls are shown, not sent."""

import json
import re
from typing import Any

_UNSEEN = "\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff"
"""Beyond ASCII's controls: DEL and C1, which terminals obey too, marks that turn the direction of text, lone surrogates."""
_CONTROL = re.compile(f"[\x00-\x08\x0b-\x1f{_UNSEEN}]")
_IN_JSON = re.compile(f"[{_UNSEEN}]")


def scrubbed(text: str) -> str:
    r"""Return *text* with every control character but newline and tab written out, as `\x1b`."""
    return _CONTROL.sub(_written, text)


def one_line(text: str) -> str:
    """Return *text* scrubbed and on one line."""
    return scrubbed(text.replace("\r\n", "\n")).replace("\n", " ⏎ ").replace("\t", " ")


def json_text(value: Any, indent: int | None = None) -> str:
    """Return *value* as JSON in which no control character stands unescaped; a sequence of any kind is a list."""
    text = json.dumps(value, indent=indent, ensure_ascii=False, default=list)
    return _IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _written(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
