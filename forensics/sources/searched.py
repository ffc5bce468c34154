"""What grep and its like put before the lines they choose: file, number or both, and `--` between groups of lines.

Context lines of -A, -B and -C have a dash where chosen ones have a colon.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from forensics.sources.lines import Line

_FILE = r"(?:\./)?(?P<file>[^\s:][^:]{0,400}?\.(?:log|txt|out)(?:\.\d{1,4})?)(?:\.(?:gz|zst|bz2|xz))?[:-]"
_NUMBER = r"\d{1,10}[:-]"
PREFIXES = {
    "grep -Hn": re.compile(rf"{_FILE}{_NUMBER}(?P<text>.*)", re.DOTALL),
    "grep -H": re.compile(rf"{_FILE}(?P<text>.*)", re.DOTALL),
    "grep -n": re.compile(rf" *{_NUMBER}(?P<text>.*)", re.DOTALL),
    "cat -n": re.compile(r" {0,9}\d{1,10}\t(?P<text>.*)", re.DOTALL),
}
"""What stands before a line, by the command that prints it; the one with more goes first."""
_BETWEEN = "--"
_CLASSIC = re.compile(r"\.(log|txt|out)\.(\d{1,4})$")


class Chosen(NamedTuple):
    """A line that was chosen: the file it was found in, as far as it is told, and its text."""

    file: str
    text: str


def chosen(text: str, prefix: re.Pattern[str]) -> Chosen | None:
    """Return what *text* holds behind *prefix*, None where it does not begin so."""
    found = prefix.fullmatch(text)
    if found is None:
        return None
    return Chosen(_CLASSIC.sub(r".\2.\1", found.groupdict().get("file") or "").strip("/"), found["text"])


def lines_chosen(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield *lines* without those that stand between groups, which are added to the size of the ones before."""
    waiting: Line | None = None
    for line in lines:
        if waiting and line.text == _BETWEEN:
            waiting = waiting.around(line)
            continue
        if waiting:
            yield waiting
        waiting = line
    if waiting:
        yield waiting
