"""The layouts of an application's log, found where its lines hold what RocketMQ prints: all before that is the head."""

import re
from collections.abc import Iterable
from itertools import islice

from forensics import statements
from forensics.layouts.inferred import DATE, patterns_of
from forensics.layouts.layout import Layout
from forensics.layouts.pattern import layout_of
from forensics.sources.lines import Line

_LONGEST_HEAD = 400
"""Characters of a head at most."""
_BEGINNING = re.compile(r"(?<=[\s\]|:,)>}=;-])(?=\w|\[)")
"""Where a message can begin."""
_QUOTED = re.compile("[\"'`]")
"""What stands before a line that a program's text or a document quotes, and in no head of a log."""
_LONGEST = 20_000
"""Characters of a line that is looked at: there are shorter ones in any log."""
_LITERAL = 12
"""Characters of its own that a statement has at least, to tell where a message begins."""
_ENOUGH = 50
"""Heads that are looked at to tell how they are printed."""


def guessed(lines: Iterable[Line]) -> list[Layout]:
    """Return the layouts by which the statements of RocketMQ among *lines* were printed, none where there are none."""
    heads = (head for line in lines if (head := _head(line.text)))
    return [layout_of(pattern) for pattern in patterns_of(list(islice(heads, _ENOUGH)))]


def _head(text: str) -> str | None:
    """Return what stands before the message of a line that a statement printed, None for any other line."""
    dated = DATE.search(text, 0, _LONGEST_HEAD) if len(text) <= _LONGEST else None
    if not dated:
        return None
    begin = (found.start() for found in _BEGINNING.finditer(text, dated.end(), _LONGEST_HEAD))
    head = next((text[:at] for at in begin if _is_message(text[at:])), "")
    return head if head and not _QUOTED.search(head) else None


def _is_message(text: str) -> bool:
    hit = statements.matcher().begun(text, None)
    return hit is not None and hit[0].literal_chars >= _LITERAL
