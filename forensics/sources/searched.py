"""What grep, cat, less, head and tail put before lines: file, number or both before each, or the file's name above its own.

grep's context lines (-A, -B, -C) have a dash where chosen ones have a colon, and `--` stands between groups of them.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from forensics.sources.lines import Line

_FILE = r"(?:\./)?(?P<file>[^\s:][^:]{0,400}?\.(?:log|txt|out)(?:\.\d{1,4})?)(?:\.(?:gz|zst|bz2|xz))?[:-]"
_NUMBER = r"\d{1,10}[:-]"
_DAY = r"\d{4}-\d\d-\d\d[ T]"
"""What begins as a number and a dash do, and is neither."""
PREFIXES = {
    "grep -Hn": re.compile(rf"{_FILE}{_NUMBER}(?P<text>.*)", re.DOTALL),
    "grep -H": re.compile(rf"{_FILE}(?P<text>.*)", re.DOTALL),
    "grep -n": re.compile(rf" *(?!{_DAY}){_NUMBER}(?P<text>.*)", re.DOTALL),
    "cat -n": re.compile(r" {0,9}\d{1,10}\t(?P<text>.*)", re.DOTALL),
    "less -N": re.compile(r"(?=[ \d]{7}) {0,6}\d{1,9} (?P<text>.*)", re.DOTALL),
}
"""What stands before a line, by the command that prints it; the one with more goes first."""
_BETWEEN = "--"
_HEADER = re.compile(r"==> (?P<file>.{1,400}) <==")
_BELOW = "\x1d"
"""What stands around the file's name before a line that head or tail printed below it, until it is unwrapped."""
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
    return Chosen(_named(found.groupdict().get("file") or ""), found["text"])


def _named(file: str) -> str:
    """Return the path of *file* as one below what was searched."""
    return _CLASSIC.sub(r".\2.\1", file.removeprefix("./")).strip("/")


def is_header(text: str) -> bool:
    """Return whether head or tail print *text* above the lines of a file, where they print several."""
    return _HEADER.fullmatch(text) is not None


def below(text: str) -> Chosen | None:
    """Return what `lines_below` gave as *text*, None for anything else."""
    found = text.split(_BELOW, 2) if text.startswith(_BELOW) else []
    return Chosen(found[1], found[2]) if len(found) > 2 else None


def lines_below(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines below headers, each with its file; *lines* as they are where no header is the first of them.

    Headers, and the blank lines that stand before them, are added to the size of the lines after them.
    """
    every = iter(lines)
    first = next(every, None)
    if first is None or not is_header(first.text):
        yield from chain([first] if first else [], every)
        return
    file, around = "", first._replace(text="", size=0, rejected=0)
    for line in chain([first], every):
        if header := _HEADER.fullmatch(line.text):
            file = _named(header["file"].replace(_BELOW, ""))
        if header or not line.text:
            around = around.around(line)
            continue
        yield line._replace(text=f"{_BELOW}{file}{_BELOW}{line.text}").around(around)
        around = around._replace(size=0, rejected=0)
    if around.size:
        yield around._replace(text=f"{_BELOW}{file}{_BELOW}")


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
