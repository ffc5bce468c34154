"""A file that repeats stretches of itself, as parts of a log do that overlap and were joined: each stretch is read once.

Nothing is looked for in a file whose times go on. Where they step back a part begins, and of the parts is asked what is asked of
files that overlap. A clock that was set back makes parts as well, and what a log prints all the time alike it then prints again:
what says too little is no repetition.
"""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple, Union, cast

import polars as pl

from forensics.engines.batches import Row, row_of
from forensics.engines.look import JITTER_US
from forensics.engines.overlaps import overlaps_of
from forensics.engines.survey import Surveyed
from forensics.sources.careful import Careful
from forensics.sources.find import Source
from forensics.sources.lines import Line, split_lines
from forensics.sources.stretches import Stretch
from forensics.sources.wrappers import Wrapping

if TYPE_CHECKING:
    import pyarrow as pa

_MOST_PARTS = 32
"""A file of more parts was not joined by anybody: several processes write it, or it lies newest first."""
_LEAST_SAYINGS, _MANY_SAYINGS = 8, 32
"""How many lines of a repetition must differ by more than their time: more than half of them, or many."""
_TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?")
_TOLD = "repeats stretches of itself, which count once"
UNNUMBERED = -1
"""The number of a row of `files` that waits for its own."""


class _Start(NamedTuple):
    """Where a part begins: its first line, its first byte, its first time as the tables have it, and that line."""

    line: int
    offset: int
    us: int
    text: str


@dataclass
class Steps:
    """Where the times of a file step back, told of its tables as they are read."""

    starts: list[_Start] = field(default_factory=list)
    _last: int | None = None
    _records: Any = None

    def add(self, name: str, rows: Union[pl.DataFrame, "pa.Table"]) -> None:
        """Take the next rows of a table; those of `instants` follow those of the records they tell of."""
        if name == "records":
            self._records = rows
        elif name == "instants" and len(rows):
            times = pl.Series(rows["ts_lo"])
            if self._last is None:
                self.starts.append(self._start(times[0], pl.Series(rows["record_id"])[0]))
            if times[0] < (self._last or times[0]) or not times.is_sorted():
                self._look(pl.DataFrame(rows.select(["ts_lo", "record_id"])))
            self._last, self._records = times[-1], None

    def _look(self, told: pl.DataFrame) -> None:
        back = told.filter(pl.col("ts_lo") < pl.col("ts_lo").shift(1, fill_value=self._last) - JITTER_US)
        room = _MOST_PARTS + 1 - len(self.starts)
        self.starts += [self._start(us, record_id) for us, record_id in back.head(room).iter_rows()]

    def _start(self, us: int, record_id: int) -> _Start:
        columns = ["record_id", "line", "byte_offset", "text"]
        first, *_ = pl.DataFrame(self._records.select(columns).slice(0, 1)).row(0)
        _, line, offset, text = pl.DataFrame(self._records.select(columns).slice(record_id - first, 1)).row(0)
        return _Start(line, offset, us, text.partition("\n")[0])


class Repetition(NamedTuple):
    """A stretch of a file that is not to be read, and where it stands as well."""

    stretch: Stretch
    told: str


def repetitions_of(one: Surveyed, steps: Steps) -> list[Repetition]:
    """Return what a file says again, in order; nothing of one whose lines do not lie as they were printed."""
    look = one.look
    if not 1 < len(steps.starts) <= _MOST_PARTS or look is None or look.newest_first or not _lies_by_line(look.wrapping):
        return []
    parts = dict(_parts(one, steps.starts))
    found = overlaps_of([part for part, _ in parts.values()], least=1)
    told = [Repetition(parts[path][1], why) for path, why in found.left_out.items()]
    told += [
        Repetition(_end_of(*parts[path], begin), why)
        for path, (begin, _, why) in found.ends.items()
        if path not in found.left_out
    ]
    return sorted(each for each in told if _says_enough(one, each.stretch))


def _lies_by_line(wrapping: Wrapping | None) -> bool:
    return wrapping is None or wrapping.join is iter


def _parts(one: Surveyed, starts: Sequence[_Start]) -> Iterator[tuple[str, tuple[Surveyed, Stretch]]]:
    """Yield the parts of a file as files of their own, by how they are told of."""
    begun = [starts[0]._replace(line=1, offset=0), *starts[1:]]
    end_line = deque(_lines(one.source), maxlen=1).pop()
    ended = [*((start.offset, start.line - 1) for start in starts[1:]), (end_line.offset + end_line.size, end_line.number)]
    for start, (end, last) in zip(begun, ended, strict=True):
        part = Stretch(start.offset, end, start.line, last)
        look = replace(one.look, first_line=start.text) if one.look else None
        yield part.lines, (replace(one, source=_source(one, part, part.lines), first_us=start.us, look=look), part)


def _source(one: Surveyed, part: Stretch, path: str) -> Source:
    base = one.source.span[0] if one.source.span else 0
    return replace(one.source, path=path, span=(base + part.begin, base + part.end))


def _end_of(part: Surveyed, place: Stretch, begin: int) -> Stretch:
    """Return the end of a part from its byte *begin* on."""
    before = sum(1 for line in _lines(part.source) if line.offset < begin)
    return place._replace(begin=place.begin + begin, first=place.first + before)


def _says_enough(one: Surveyed, stretch: Stretch) -> bool:
    """Return whether a stretch says so much that no clock set back makes a log print it again by chance."""
    least = min(_MANY_SAYINGS, max(_LEAST_SAYINGS, (stretch.last - stretch.first + 1) // 2 + 1))
    sayings: set[str] = set()
    for line in _lines(_source(one, stretch, "")):
        sayings.add(_TIME.sub("", line.text))
        if len(sayings) >= least:
            return True
    return False


def _lines(source: Source) -> Iterator[Line]:
    with source.open() as stream:
        yield from split_lines(cast(BinaryIO, Careful(stream)))


def without(one: Surveyed, found: Sequence[Repetition]) -> Surveyed:
    """Return a file without what it says again."""
    return replace(one, repeated=tuple(each.stretch for each in found), problems=(*one.problems, _TOLD))


def rows_of(one: Surveyed, found: Sequence[Repetition]) -> Iterator[Row]:
    """Yield what a file says again as rows of `files`, without a number yet."""
    for stretch, told in found:
        source = replace(one.source, path=f"{one.source.path} ({stretch.lines})")
        own = replace(one, source=source, status="duplicate", problems=(told,))
        yield row_of(own, UNNUMBERED) | {"bytes": stretch.end - stretch.begin}
