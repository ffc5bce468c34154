"""Lines joined to records: stack traces, dumps and second lines belong to the line that began them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice, pairwise

from forensics.layouts.layout import Layout, level_of, printed_time
from forensics.sources.lines import Line

PEEK_LINES = 400
"""Lines of a file that are looked at to tell its layouts."""
LONGEST_RECORD = 1 << 20
"""Characters of one record; what follows is kept as a record of its own, which no head begins."""


@dataclass(slots=True)
class Record:
    """One record: where it begins, how many lines and bytes it takes, and the parts its layout names.

    `printed_us` is the printed time read as if it were UTC; None where the record prints none. `zone_s` is the zone printed
    with it. `layout` is None for lines that stand before the first head of a file (a record cut off by rotation or by
    loss), and for what goes on beyond the longest record.
    """

    layout: Layout | None
    line: int
    offset: int
    size: int
    rejected: int
    printed_us: int | None
    level: str | None
    thread: str | None
    logger: str | None
    pid: int | None
    message: str
    first: str
    resolution_us: int = 0
    zone_s: int | None = None
    tail: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return every line of the record as it stands in the file."""
        return "\n".join([self.first, *self.tail])


def layouts_of(lines: Sequence[Line], layouts: Sequence[Layout]) -> list[Layout]:
    """Return the layouts that some of *lines* mark, most often marked first; empty for an unknown file."""
    hits = {layout.name: 0 for layout in layouts}
    for line in lines:
        for layout in layouts:
            if layout.marks(line.text):
                hits[layout.name] += 1
                break
    found = [layout for layout in layouts if hits[layout.name]]
    return sorted(found, key=lambda layout: (layout.marker is not None, -hits[layout.name]))


def join_records(lines: Iterable[Line], layouts: Sequence[Layout]) -> tuple[list[Layout], Iterator[Record]]:
    """Return the layouts of the file whose *lines* these are, and its records; no layout means an unknown file."""
    lines = iter(lines)
    first = list(islice(lines, PEEK_LINES))
    found = layouts_of(first, layouts)
    return found, joined(chain(first, lines), found) if found else iter(())


def joined(lines: Iterable[Line], layouts: Sequence[Layout]) -> Iterator[Record]:
    """Yield the records that *lines* of these *layouts* make: every line is in one of them."""
    record: Record | None = None
    any_begins = any(layout.marker is not None for layout in layouts)
    room = 0
    for line in lines:
        begun = begin(line, layouts)
        if begun and record and any_begins and _throws(record, begun):
            begun = None
        room -= len(line.text)
        if begun is None and record is not None and room >= 0:
            record.tail.append(line.text)
            record.size += line.size
            record.rejected += line.rejected
            continue
        if record is not None:
            yield record
        room = LONGEST_RECORD - len(line.text)
        record = begun or Record(
            None, line.number, line.offset, line.size, line.rejected, None, None, None, None, None, line.text, line.text
        )
    if record is not None:
        yield record


def _throws(record: Record, below: Record) -> bool:
    """Return whether what would begin *below*, by a layout of which any line is a head, is what was thrown in *record*.

    A container's output is what a process prints to its console and what it logs there, with the stack traces of that: one for
    each line at most, so that a second one was printed to the console.
    """
    is_logged = record.layout is not None and record.layout.marker is None
    if not is_logged or below.layout is None or below.layout.marker is None or not _THROWABLE.match(below.first):
        return False
    return not any(_THROWABLE.match(line) for line in record.tail)


def begin(line: Line, layouts: Sequence[Layout]) -> Record | None:
    """Return the record that *line* begins, None where it continues the one before."""
    for layout in layouts:
        found = layout.head.match(line.text)
        if not found:
            continue
        parts = found.groupdict()
        time = printed_time(parts["time"]) if "time" in parts else None
        if time is None and "time" in parts:
            continue
        us, resolution_us, zone_s = time or (None, 0, None)
        level = level_of(parts["level"]) if parts.get("level") else None
        return Record(
            layout, line.number, line.offset, line.size, line.rejected, us,
            level, parts.get("thread"), parts.get("logger"), int(parts["pid"]) if parts.get("pid") else None,
            parts["message"], line.text, layout.resolution_us or resolution_us, zone_s,
        )  # fmt: skip
    return None


_THROWABLE = re.compile(
    r"((?:[\w$]{1,200}\.){1,20}+(?=[\w$]{0,200}(?:Exception|Error|Throwable|Timeout|Interrupt))[\w$]{1,200}+)(?:: ?(.*)|\s*+)$"
)
_FRAME = re.compile(r"\s{1,20}+at (?:[\w.@-]{1,200}/)?((?:[\w$]{1,200}\.){0,30})([\w$]{1,200})\.([\w$<>]{1,200})\(")
_NET = re.compile(r" ---> |   (?:at \S|--- End of )")
"""Lines under a .NET exception, whose first line stands behind the message: its inner exceptions, frames and ends of these."""
_CAUSE = "Caused by: "


def lies_backward(lines: Iterable[Line]) -> bool:
    """Return whether the frames of stack traces lie above what was thrown, as where a log was turned over line by line."""
    votes = 0
    for above, below in pairwise(line.text for line in lines):
        votes += bool(_FRAME.match(above) and _THROWABLE.match(below)) - bool(_THROWABLE.match(above) and _FRAME.match(below))
    return votes > 0


@dataclass(frozen=True)
class Trace:
    """A stack trace taken apart: class and text of the throwable, its frames as `Class.method`, its causes' lines."""

    exception: str
    text: str
    frames: tuple[str, ...]
    causes: tuple[str, ...]


def split_trace(message: str, tail: Sequence[str]) -> tuple[str, Trace | None]:
    """Return the whole message of a record (its second lines with it) and the trace under it, if there is one."""
    start = next(
        (i for i, line in enumerate(tail) if _THROWABLE.match(line) or _FRAME.match(line) or _NET.match(line)), len(tail)
    )
    whole = "\n".join([message, *tail[:start]]).rstrip() if start else message
    return whole, _trace(tail[start:]) if start < len(tail) else None


def _trace(lines: Sequence[str]) -> Trace:
    head = _THROWABLE.match(lines[0])
    end = next((i for i, line in enumerate(lines) if i and (_FRAME.match(line) or line.startswith(_CAUSE))), len(lines))
    text = "\n".join([(head[2] or "") if head else "", *lines[1:end]]).strip()
    frames = tuple(f"{m[2]}.{m[3]}" for line in lines if (m := _FRAME.match(line)))
    causes = tuple(line.removeprefix(_CAUSE) for line in lines if line.startswith(_CAUSE))
    return Trace(head[1] if head else "", text, frames, causes)
