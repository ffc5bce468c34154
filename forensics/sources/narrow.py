"""Lines that a terminal's width cut, as who copies them off a screen gets them: put together again.

A line as long as the screen is wide goes on in the next one, unless that begins with a date. Blanks at the end are often lost.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from forensics.sources.lines import Line

NAME = "a terminal's width"
_LEAST_WIDTH, _WIDEST = 40, 1_000
_LEAST_CUT = 3
"""So many different lines of one length, none longer, that go on below, some with a date: no log looks so by chance."""
_LOST_BLANKS = 2
_LONGEST = 1 << 16
"""Characters that are put together at most."""
_SHARE = 10
"""One in so many lines with a date is cut at least, and one in so many that are cut has a date."""
_DATED = re.compile(r"\[?\d{4}[-/]\d\d[-/]\d\d[ T]")
_BEGINS = re.compile(
    rf'{_DATED.pattern}|\d\d:\d\d:\d\d[.,]|\s{{1,20}}at |\t|\{{"|$'
    r"|(?:Caused by: )?(?:[\w$]{1,200}\.){1,20}+[\w$]{0,200}(?:Exception|Error|Throwable)(?:: |$)"
)
"""What a line of its own begins with; one of nothing too."""


def width_of(texts: Sequence[str]) -> int | None:
    """Return how wide the screen was that *texts* were copied from, None where no line is cut."""
    width = max(map(len, texts), default=0)
    if not _LEAST_WIDTH <= width <= _WIDEST:
        return None
    dated = sum(_DATED.match(text) is not None for text in texts)
    full = [(text, below) for text, below in pairwise(texts) if len(text) == width]
    cut = {text for text, below in full if not _BEGINS.match(below)}
    # What exceptions say, tables and certificates are of one length too, below the lines that begin with a date.
    heads = sum(_DATED.match(text) is not None for text in cut)
    enough = 0 < dated <= _SHARE * len(cut) and _LEAST_CUT <= len(cut) <= _SHARE * heads
    return width if enough and 5 * len(cut) >= 4 * len({text for text, _ in full}) else None


def joined_at(width: int, lines: Iterable[Line]) -> Iterator[Line]:
    """Yield *lines* of which those are put together that a screen of that *width* cut."""
    waiting: Line | None = None
    last = 0
    for line in lines:
        if waiting and _goes_on(last, width, line.text) and len(waiting.text) < _LONGEST:
            blanks = " " * (width - last)
            waiting = waiting.around(line)._replace(text=f"{waiting.text}{blanks}{line.text}")
        else:
            if waiting:
                yield waiting
            waiting = line
        last = len(line.text)
    if waiting:
        yield waiting


def _goes_on(length: int, width: int, below: str) -> bool:
    return width - _LOST_BLANKS <= length <= width and not _BEGINS.match(below)
