"""What was copied out of logs and lies beside them in another form counts once.

An excerpt in a ticket, what grep chose, a log as a collector wrapped it, as an editor saved it or as a terminal showed it shares
no run of bytes with the log. It is left out where each of its lines stands in others, of one log or of many.
"""

import os
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import BinaryIO, NamedTuple, cast

from forensics.engines.engine import HERE, Engine, Task
from forensics.engines.look import JITTER_US
from forensics.engines.printed import window_of
from forensics.engines.same_bytes import PIECE
from forensics.engines.survey import Surveyed
from forensics.engines.two_nodes import is_of_counters
from forensics.layouts.records import begin
from forensics.sources.archives import DAMAGE
from forensics.sources.careful import Careful, Within
from forensics.sources.lines import Line, split_lines
from forensics.sources.place import kind_of_name
from forensics.sources.wrappers import lines_of_stream, unwrapped

_MOST_CHARS = 128 << 20
"""Characters of a copy: a larger one is not compared."""
_MOST_SEARCHES = 4_096
"""How often logs are searched for a line of a copy, all copies together."""
_MOST_SEARCHED = 2 << 30
"""Bytes that are read for that, all copies together: of a log that is compressed a search reads all, and each may be a copy."""
_MOST_LOOKS = 1 << 18
"""How many series of logs are asked by their times for one that can hold a line."""
_MOST_HOLDERS = 32
"""Logs that the lines of one copy are taken from at most, as a timeline of many nodes is."""
_FORMS, _SAYINGS = 4, 32
"""How many lines without milliseconds must differ by more than numbers, or by more than their time, to be no other node's."""
_FINE = re.compile(r"\d\d:\d\d:\d\d[.,]\d{3}")
_TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?")
_NUMBER = re.compile(r"\d+")
_UNCHANGED = re.compile(r"[^\"\\<>&\t\x1b\u00a0]+")
"""What of a line no wrapping writes in another way."""
_BETWEEN = "--"
"""What grep puts between groups of lines."""
Key = tuple[str, str]


def without_copies(surveyed: Sequence[Surveyed], engine: Engine = HERE) -> list[Surveyed]:
    """Return *surveyed*, where those are duplicates whose lines all stand in others; what cannot be read whole is none."""
    logs = [one for one in surveyed if _is_readable(one)]
    if len(logs) < 2 or not any(map(_may_be_copied, logs)):
        return list(surveyed)
    task = Task(logs, logs[0].source.path, tuple(place for one in logs for place in one.source.places))
    (found,) = engine.each(copies_among, [task])
    return [replace(one, status="duplicate", problems=(found[one.key],)) if one.key in found else one for one in surveyed]


def copies_among(logs: Sequence[Surveyed]) -> dict[Key, str]:
    """Return the copies among *logs* by their keys, with what is told of each."""
    others = _Others(logs, _MOST_SEARCHED)
    for copy in sorted(filter(_may_be_copied, logs), key=_rank, reverse=True):
        with suppress(*DAMAGE):
            if holders := _holders_of(copy, others):
                others.left_out[copy.key] = f"its lines stand in {_listed(holders)}"
    return others.left_out


def _is_readable(one: Surveyed) -> bool:
    look = one.look
    return one.status == "read" and one.store is None and look is not None and not look.problems and bool(look.layouts)


def _may_be_copied(one: Surveyed) -> bool:
    """Return whether a file has another name or another form than a process gives its log, and tells of more than counters."""
    look = one.look
    if look is None or is_of_counters(one):
        return False
    formed = look.wrapping is not None or look.newest_first or look.recoded or look.first_line != look.first_line.rstrip()
    return formed or one.place.copied or kind_of_name(one.place.stem) is None


def _rank(one: Surveyed) -> tuple[bool, bool, bool, Key]:
    """Return what sorts those first that are kept of files with the same lines."""
    look = one.look
    return kind_of_name(one.place.stem) is None, look is None or look.wrapping is not None, one.place.copied, one.key


def _listed(holders: Sequence[Surveyed]) -> str:
    paths = sorted({holder.source.path for holder in holders})
    return " and ".join(paths) if len(paths) < 4 else f"{', '.join(paths[:3])} and {len(paths) - 3} more"


class _Head(NamedTuple):
    """The first line of a record, and when it was printed, as its log prints that."""

    text: str
    us: int


@dataclass
class _Others:
    """The logs that can hold lines of a copy, by their series, the earliest first; those that are left out hold none.

    `bytes` are left to be read of them in search of lines.
    """

    logs: Sequence[Surveyed]
    bytes: int
    left_out: dict[Key, str] = field(default_factory=dict)
    searches: int = _MOST_SEARCHES
    looks: int = _MOST_LOOKS
    _searched: dict[tuple[str, str], bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        series: Mapping[tuple[str, str, str], list[Surveyed]] = defaultdict(list)
        for one in sorted(self.logs, key=lambda one: (one.first_us or 0, one.key)):
            series[one.node, one.place.series, (one.look.stream if one.look else None) or ""].append(one)
        self._series: Mapping[str, Mapping[str, list[list[Surveyed]]]] = defaultdict(lambda: defaultdict(list))
        for (node, *_), files in sorted(series.items()):
            for layout in {name for one in files for name in _layouts_of(one)}:
                self._series[layout][node].append(files)

    def holder_of(self, head: _Head, copy: Surveyed) -> Surveyed | None:
        """Return a log that holds *head* and is not *copy*, None where none is found."""
        for one in self._possible(head, copy):
            if self.searches <= 0 or self.bytes <= 0:
                return None
            if self._holds(one, head):
                return one
        return None

    def _holds(self, one: Surveyed, head: _Head) -> bool:
        searched = one.source.path, head.text
        if searched not in self._searched:
            self.searches -= 1
            self._searched[searched] = False
            with suppress(*DAMAGE):
                self._searched[searched] = any(self._holding(one, head))
        return self._searched[searched]

    def _holding(self, one: Surveyed, head: _Head) -> Iterator[bool]:
        """Yield of each piece of a file whether it seems to hold *head*: the longest part of it that no wrapping changes."""
        wanted = max(_UNCHANGED.findall(head.text), key=len, default="").strip().encode()
        rest = b""
        with _opened(one, head.us, head.us) as stream:
            while wanted and self.bytes > 0 and (piece := stream.read(PIECE)):
                self.bytes -= len(piece)
                data = rest + piece
                yield wanted in data
                rest = data[-len(wanted) :]

    def _possible(self, head: _Head, copy: Surveyed) -> Iterator[Surveyed]:
        """Yield of each series with a layout of *copy*'s what can tell of the time of *head*, its own node's first."""
        for layout in sorted(_layouts_of(copy)):
            nodes = self._series[layout]
            others = (files for node, found in nodes.items() if node != copy.node for files in found)
            for files in chain(nodes.get(copy.node, ()), others):
                self.looks -= 1
                if self.looks < 0:
                    return
                begun = bisect_right(files, head.us + JITTER_US, key=lambda one: one.first_us or 0)
                yield from (
                    one for one in files[max(0, begun - 2) : begun][::-1] if one.key != copy.key and one.key not in self.left_out
                )


def _layouts_of(one: Surveyed) -> set[str]:
    return {layout.name for layout in one.look.layouts} if one.look else set()


def _opened(one: Surveyed, from_us: int, to_us: int) -> BinaryIO:
    """Return the bytes of a file that may print times between these two."""
    stream = one.source.open()
    plain = one.look is not None and one.look.wrapping is None and not one.look.newest_first
    if not plain or not stream.seekable():
        return stream
    begin, end = window_of(stream, from_us - JITTER_US, to_us + JITTER_US)
    stream.seek(begin, os.SEEK_SET)
    return cast(BinaryIO, Within(stream, (0, end - begin)))


class _Wanted:
    """The lines of a copy that were not found yet: what stands before its first head and below its last one is not asked for."""

    def __init__(self, copy: Surveyed) -> None:
        self.missing: dict[int, None] = {}
        self.last: _Head | None = None
        self.from_us = self.to_us = 0
        self._fine, self._forms, self._sayings = False, set[str](), set[str]()
        below: list[int] = []
        for text, us in _lines_of(copy):
            if us is None:
                below += [hash(text)] if self.last and text not in {"", _BETWEEN} else []
                continue
            if self.last:
                self.missing.update(dict.fromkeys([hash(self.last.text), *below]))
            self.from_us, self.to_us = min(self.from_us or us, us), max(self.to_us, us)
            self.last, below = _Head(text, us), []
            self._note(text)

    def _note(self, text: str) -> None:
        self._fine = self._fine or _FINE.search(text) is not None
        if len(self._sayings) < _SAYINGS:
            said = _TIME.sub("", text)
            self._sayings.add(said)
            self._forms.add(_NUMBER.sub("", said))

    @property
    def says_enough(self) -> bool:
        """Return whether no other node prints all that by chance."""
        return self._fine or len(self._forms) >= _FORMS or len(self._sayings) >= _SAYINGS

    def take(self, holder: Surveyed) -> bool:
        """Take what *holder* says off what is missing; return whether that is something. The last line may be cut there."""
        before = len(self.missing), self.last
        for text in _texts_of(holder, self.from_us, self.to_us):
            self.missing.pop(hash(text), None)
            if self.last and text.startswith(self.last.text):
                self.last = None
            if not self.missing and not self.last:
                break
        return before != (len(self.missing), self.last)


def _holders_of(copy: Surveyed, others: _Others) -> list[Surveyed]:
    """Return the logs in which all lines of *copy* stand, none where one stands in no other."""
    first = next((_Head(text, us) for text, us in _lines_of(copy) if us is not None), None)
    holder = others.holder_of(first, copy) if first else None
    if holder is None:
        return []
    wanted, holders = _Wanted(copy), list[Surveyed]()
    while holder and len(holders) < _MOST_HOLDERS and wanted.take(holder):
        holders.append(holder)
        head = _first_missing(copy, wanted)
        if head is None:
            own = any(one.node == copy.node for one in holders)
            return holders if not wanted.missing and (own or wanted.says_enough) else []
        holder = others.holder_of(head, copy)
    return []


def _first_missing(copy: Surveyed, wanted: _Wanted) -> _Head | None:
    if not wanted.missing:
        return wanted.last
    return next((_Head(text, us) for text, us in _lines_of(copy) if us is not None and hash(text) in wanted.missing), wanted.last)


def _lines_of(copy: Surveyed) -> Iterator[tuple[str, int | None]]:
    """Yield the lines of a copy, without the blanks around them, each with its time where it begins a record that prints one.

    OSError where there are more than are compared.
    """
    layouts = copy.look.layouts if copy.look else ()
    left = _MOST_CHARS
    with copy.source.open() as stream:
        careful = Careful(stream)
        for line in _own_lines(copy, careful):
            left -= len(line.text)
            if left < 0 or careful.damage:
                raise OSError(careful.damage or "more than is compared")
            record = begin(line, layouts)
            yield line.text.strip(), record.printed_us if record else None


def _texts_of(holder: Surveyed, from_us: int, to_us: int) -> Iterator[str]:
    with _opened(holder, from_us, to_us) as stream:
        for line in _own_lines(holder, Careful(stream)):
            yield line.text.strip()


def _own_lines(one: Surveyed, careful: Careful) -> Iterator[Line]:
    """Yield the lines of a file, or of its stream, unwrapped."""
    lines = split_lines(cast(BinaryIO, careful))
    look = one.look
    if look is None or look.wrapping is None or look.stream is None:
        return unwrapped(lines, look.wrapping if look else None)
    return lines_of_stream(lines, look.wrapping, look.stream)
