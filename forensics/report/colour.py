"""Colours for a terminal, laid over text that has none: the answer stands out, the rest stays plain."""

import re

_BOLD, _RED, _YELLOW, _GREEN, _DIM, _END = "\x1b[1m", "\x1b[31m", "\x1b[33m", "\x1b[32m", "\x1b[2m", "\x1b[0m"
_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\A[^\n]+"), _BOLD),
    (re.compile(r"^  \d+\. ERROR\b|^\d+\. VIOLATED\b|^Expected, and not so", re.MULTILINE), _RED),
    (re.compile(r"^  \d+\. WARNING\b|^\d+\. SUSPECTED\b|^  (?:inconclusive|bad rule)\b", re.MULTILINE), _YELLOW),
    (re.compile(r"^  clear\b", re.MULTILINE), _GREEN),
    (re.compile(r"^ {7,9}[^ \n].*$", re.MULTILINE), _DIM),
)
"""What is painted how. Dim are the lines that a step quotes: what is wrapped elsewhere begins further to the right."""


def painted(text: str) -> str:
    """Return *text*, already scrubbed, with the escapes of a terminal's colours."""
    for pattern, code in _RULES:
        text = pattern.sub(lambda found, code=code: f"{code}{found[0]}{_END}", text)  # type: ignore[misc]
    return text
