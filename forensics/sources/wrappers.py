"""What collectors wrap lines in, undone: containers, kubectl, compose, journald, syslog, JSON lines, CSV, grep, copies.

A line once unwrapped keeps number, offset and size of the line it came from, so that evidence points into the file as it
lies there. A wrapping that names where its lines come from splits a file into streams, each with a path of its own.
"""

import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from forensics.sources import answers, csv_exports, json_lines, narrow, searched
from forensics.sources.disguised import is_coloured, is_unbroken, margin_of, plain, unescaped, unshown, without
from forensics.sources.lines import LONGEST_LINE, Line
from forensics.sources.undated import dated

MOST_STREAMS = 256
"""Streams of one file: what tells more apart tells no processes."""


class Piece(NamedTuple):
    """What one wrapped line holds of a line: its stream's path, its text, and whether the line ends with it."""

    stream: str
    text: str
    ended: bool = True


@dataclass(frozen=True)
class Wrapping:
    """One way of wrapping: `pieces` returns what a line holds, None for a line not wrapped so; `join` comes before it.

    Of the lines of a first look *share* must be wrapped alike, and one at least. An application's own layout can look like one
    that is not `sure`: what it names may be a thread or a trace. Processes hand it to each other: its functions have names.
    """

    name: str
    pieces: Callable[[str], list[Piece] | None]
    join: Callable[[Iterable[Line]], Iterator[Line]] = iter
    share: float = 0.8
    sure: bool = True


_TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)"
_NAME = r"[A-Za-z0-9][\w.-]{0,252}"
_CRI = re.compile(rf"(?P<time>{_TIME}) std(?:out|err) (?P<flag>[FP]) ?(?P<text>.*)", re.DOTALL)
_PREFIXES = (
    (
        "kubectl logs",
        re.compile(rf"\[pod/(?P<stream>{_NAME})(?:/[\w.-]+)?\](?: (?:(?P<time>{_TIME}) )?(?P<text>.*))?", re.DOTALL),
    ),
    ("kubectl logs --timestamps", re.compile(rf"(?P<time>{_TIME}) (?P<text>.*)", re.DOTALL)),
    ("compose logs", re.compile(rf"(?P<stream>{_NAME}) +\|(?: (?:(?P<time>{_TIME}) )?(?P<text>.*))?", re.DOTALL)),
    (
        "syslog",
        re.compile(
            rf"(?:<\d+>\d? ?)?(?:(?:\d{{4}} )?[A-Z][a-z]{{2}} [ \d]\d \d\d:\d\d:\d\d(?:\.\d{{1,9}})?|{_TIME}|\d{{10}}\.\d{{6}}"
            rf"|[A-Z][a-z]{{2}} \d{{4}}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{{6}})? [A-Z+-][A-Z\d:]{{1,5}}) (?P<stream>{_NAME}) "
            r"[\w./@-]{1,64}(?:\[\d+\])?: (?P<text>.*)",
            re.DOTALL,
        ),
    ),
    (
        "logcli",
        re.compile(
            rf'(?P<time>{_TIME}) +\{{(?:[^{{}}]*?\b(?:pod|host|hostname|instance|container)="(?P<stream>{_NAME})")?[^{{}}]*\}} '
            r"(?P<text>.*)",
            re.DOTALL,
        ),
    ),
    ("stern", re.compile(rf"(?P<stream>{_NAME}) [a-z0-9][a-z0-9-]{{0,62}} (?P<text>.*)", re.DOTALL)),
)

_NAMED = re.compile(rf"\[(?P<stream>{_NAME})(?:[/ ][\w.-]+)?\](?: (?:{_TIME} )?(?P<text>.*))?", re.DOTALL)

_OF_HOST = re.compile(rf"(?P<stream>{_NAME}): (?P<text>.*)", re.DOTALL)

_TAILED = re.compile(rf"(?P<time>{_TIME}) (?:\S{{0,400}}/)?(?P<stream>{_NAME}) (?P<text>.*)", re.DOTALL)


def _cri(text: str) -> list[Piece] | None:
    found = _CRI.fullmatch(text)
    return [Piece("", dated(plain(found["text"]), found["time"]), found["flag"] == "F")] if found else None


def _prefixed(pattern: re.Pattern[str], text: str) -> list[Piece] | None:
    found = pattern.fullmatch(plain(text))
    if not found:
        return None
    said = found.groupdict()
    return [Piece(said.get("stream") or "", dated(said["text"] or "", said.get("time") or ""))]


def _searched(pattern: re.Pattern[str], text: str) -> list[Piece] | None:
    found = searched.chosen(plain(text), pattern)
    return [Piece(found.file, found.text)] if found else None


def _headed(text: str) -> list[Piece] | None:
    found = searched.below(text)
    return [Piece(found.file, found.text)] if found else None


def _disguised(is_so: Callable[[str], bool], text: str) -> list[Piece] | None:
    return [Piece("", plain(text))] if is_so(text) else None


def _undone(undo: Callable[[str], str | None], text: str) -> list[Piece] | None:
    inside = undo(text)
    return None if inside is None else [Piece("", inside)]


def _as_it_is(text: str) -> list[Piece] | None:
    return [Piece("", text)]


def _json(text: str) -> list[Piece] | None:
    said = json_lines.said(text)
    if said is None:
        return None
    *before, last = said.text.split("\n") if said.ended else [said.text]
    return [*(Piece(said.stream, piece) for piece in before), Piece(said.stream, plain(last), said.ended)]


def _string(text: str) -> list[Piece] | None:
    inside = json_lines.string(text)
    return None if inside is None else [Piece("", piece) for piece in inside.split("\n")]


def _tagged(text: str) -> list[Piece] | None:
    _, _, tagged = text.partition("\t")
    return _json(tagged.partition("\t")[2])


def _answered(text: str) -> list[Piece] | None:
    if not text.startswith(answers.ENTRY):
        return None
    entry = text.removeprefix(answers.ENTRY)
    return _json(entry) or _string(entry)


def _exported(text: str) -> list[Piece] | None:
    entry = json_lines.exported(text)
    return None if entry is None else [Piece(entry.stream, piece) for piece in entry.text.split("\n")]


WRAPPINGS: tuple[Wrapping, ...] = (
    Wrapping("head or tail", _headed, searched.lines_below),
    Wrapping("CRI", _cri),
    Wrapping("an interface's answer", _answered, answers.entries),
    Wrapping("JSON lines", _json),
    Wrapping("fluentd", _tagged),
    Wrapping("JSON objects", _json, json_lines.objects),
    Wrapping("CSV", _answered, csv_exports.rows),
    Wrapping("JSON strings", _string),
    Wrapping("journald export", _exported, json_lines.entries),
    *(Wrapping(name, partial(_prefixed, pattern)) for name, pattern in _PREFIXES),
    Wrapping("kubetail", partial(_prefixed, _NAMED), sure=False),
    Wrapping("aws logs tail", partial(_prefixed, _TAILED), sure=False),
    Wrapping("pdsh", partial(_prefixed, _OF_HOST), sure=False),
    *(Wrapping(name, partial(_searched, pattern), searched.lines_chosen) for name, pattern in searched.PREFIXES.items()),
    # heads are so, or levels alone; the lines of a stack trace are not
    Wrapping("colours", partial(_disguised, is_coloured), share=0),
    Wrapping("blanks that do not break", partial(_disguised, is_unbroken), share=0),
    Wrapping("cat -A", partial(_undone, unshown), share=1),
)
HTML = Wrapping("HTML", partial(_undone, unescaped), share=0)
"""What only all of a file's beginning tells: see `disguised.is_escaped`."""


def wrappings_of(lines: Sequence[Line]) -> Iterator[Wrapping]:
    """Yield the wrappings that *lines* have, more particular ones first."""
    return (wrapping for wrapping in WRAPPINGS if _fits(wrapping, lines))


def margin_around(lines: Sequence[Line]) -> Wrapping | None:
    """Return the wrapping of *lines* that is a margin before each, None where they have none."""
    margin = margin_of([line.text for line in lines])
    wrapping = Wrapping("a margin", partial(_undone, partial(without, margin))) if margin else None
    return wrapping if wrapping and _fits(wrapping, lines) else None


def width_around(lines: Sequence[Line]) -> Wrapping | None:
    """Return the wrapping of *lines* that a terminal's width cut, None where it cut none."""
    width = narrow.width_of([line.text for line in lines])
    return Wrapping(narrow.NAME, _as_it_is, partial(narrow.joined_at, width)) if width else None


def _fits(wrapping: Wrapping, lines: Sequence[Line]) -> bool:
    """Return whether enough of *lines* are wrapped so; no more are tried than it takes to tell."""
    shown = [line.text for line in wrapping.join(lines) if line.text.strip()]
    needed = max(1, math.ceil(wrapping.share * len(shown)))
    for left, text in zip(range(len(shown), 0, -1), shown, strict=True):
        if needed > left:
            return False
        needed -= wrapping.pieces(text) is not None
        if not needed:
            return True
    return False


def nested(outer: Wrapping, inner: Wrapping, lines: Sequence[Line]) -> Wrapping:
    """Return the wrapping that is *inner* inside *outer*, which wraps *lines*.

    One that names streams never splits a line; of one that does not, lines are put together before what is in them is undone.
    """
    name, sure = f"{outer.name}, {inner.name}", outer.sure and inner.sure
    if not any(piece.stream for line in outer.join(lines) for piece in outer.pieces(line.text) or ()):
        return Wrapping(name, inner.pieces, partial(_joined_within, outer, inner), sure=sure)
    return Wrapping(name, partial(_pieces_within, outer, inner), outer.join, sure=sure)


def _joined_within(outer: Wrapping, inner: Wrapping, lines: Iterable[Line]) -> Iterator[Line]:
    return inner.join(unwrapped(lines, outer))


def _pieces_within(outer: Wrapping, inner: Wrapping, text: str) -> list[Piece] | None:
    found = outer.pieces(text)
    return None if found is None else [part for piece in found for part in _within(piece, inner)]


def _within(piece: Piece, inner: Wrapping) -> list[Piece]:
    parts = inner.pieces(piece.text)
    return [piece] if parts is None else [part._replace(stream=piece.stream or part.stream) for part in parts]


def unwrapped(lines: Iterable[Line], wrapping: Wrapping | None) -> Iterator[Line]:
    """Yield the lines inside *lines*; a line not wrapped stays as it is. The sum of `size` stays what it was."""
    return iter(lines) if wrapping is None else _unwrapped(wrapping.join(lines), wrapping)


def _unwrapped(lines: Iterable[Line], wrapping: Wrapping) -> Iterator[Line]:
    waiting: Line | None = None
    for line in lines:
        size, rejected = line.size, line.rejected
        for piece in wrapping.pieces(line.text) or [Piece("", line.text.removeprefix(answers.ENTRY))]:
            part = Line(line.number, line.offset, size, _clean(piece.text), rejected)
            waiting = _joined(waiting, part) if waiting else part
            size = rejected = 0
            if piece.ended:
                yield waiting
                waiting = None
    if waiting:
        yield waiting


def _joined(first: Line, second: Line) -> Line:
    text = first.text + second.text
    cut = max(0, len(text) - LONGEST_LINE)
    return first._replace(
        size=first.size + second.size, text=text[:LONGEST_LINE], rejected=first.rejected + second.rejected + cut
    )


def _clean(text: str) -> str:
    """Return *text* without the halves of characters that JSON can escape and no file can hold."""
    return text.removesuffix("\r") if text.isascii() else text.removesuffix("\r").encode("utf-8", "replace").decode()


def streams_of(lines: Iterable[Line], wrapping: Wrapping, most_lines: int | None = None) -> dict[str, list[Line]]:
    """Return the lines of each stream, the first *most_lines* of them; all as one where there are more than can be meant."""
    found: dict[str, list[Line]] = {}
    for line in wrapping.join(lines):
        pieces = wrapping.pieces(line.text)
        own = found.setdefault(pieces[0].stream if pieces else "", [])
        if most_lines is None or len(own) < most_lines:
            own.append(line)
        if len(found) > MOST_STREAMS:
            return {}
    return {stream: list(_unwrapped(own, wrapping)) for stream, own in found.items()}


def lines_of_stream(lines: Iterable[Line], wrapping: Wrapping, stream: str) -> Iterator[Line]:
    """Yield the lines of one *stream* inside *lines*."""
    own = (line for line in wrapping.join(lines) if (pieces := wrapping.pieces(line.text)) and pieces[0].stream == stream)
    return _unwrapped(own, wrapping)
