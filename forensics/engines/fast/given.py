"""Heads of layouts that the kernel does not know, found by their expressions and given to it: those of applications, mostly."""

from array import array
from collections.abc import Sequence
from functools import lru_cache
from itertools import repeat
from typing import NamedTuple

import numpy as np

from forensics.engines.fast import columns
from forensics.engines.fast.arrays import Bytes, Ints
from forensics.layouts import client, server
from forensics.layouts.layout import Layout, Printed, level_of, printed_time

LAYOUTS: tuple[Layout, ...] = (
    server.MAIN, server.STATS, server.WATERMARK, server.PROXY_WATERMARK, client.MODERN, client.CLASSIC,
    client.CLASSIC_SECONDS,
)  # fmt: skip
"""The layouts that the kernel knows, by their numbers in it."""
LEVELS = ("TRACE", "DEBUG", "INFO", "WARN", "ERROR")
"""Levels by their numbers in the kernel."""
_PARTS = ("time", "thread", "logger", "message", "level", "pid")


class Shape(NamedTuple):
    """How a head's time is printed: by which layout, how long it lasts, and the zone printed with it."""

    layout: Layout
    resolution_us: int
    zone_s: int | None


KNOWN = tuple(Shape(layout, layout.resolution_us, None) for layout in LAYOUTS)
"""Of the layouts that the kernel knows: they print no zone."""


class Given(NamedTuple):
    """The heads of a piece, a row of the kernel's columns for each, and the shapes that their numbers of a layout mean."""

    heads: Ints
    shapes: tuple[Shape, ...]


class _Parts(NamedTuple):
    """A layout, which groups of its expression are what, the last one those it has not, and the numbers of its shapes."""

    layout: Layout
    time: int
    thread: int
    logger: int
    message: int
    level: int
    pid: int
    shapes: dict[tuple[int, int | None], int]


def can_be_given(layouts: Sequence[Layout]) -> bool:
    """Return whether heads of *layouts* can be given: each of them prints a time."""
    return all("time" in layout.head.groupindex for layout in layouts)


def given(buffer: Bytes, layouts: Sequence[Layout]) -> Given:
    """Return the heads in a piece of a file, by the first of its *layouts* that fits a line.

    A line that is no UTF-8 is not looked at: the kernel is unsure of it in any case. One whose head has a part that the kernel
    has no number for is given without a layout, which leaves it to the plain way.
    """
    heads, shapes, at = array("q"), list(KNOWN), 0
    parts = [_parts(layout) for layout in layouts]
    for raw in buffer.tobytes().decode("latin-1").split("\n"):
        line = raw if raw.isascii() else _beyond_ascii(raw)
        for layout in parts:
            if head := _head(line, at, layout, shapes):
                heads.extend(head)
                break
        at += len(raw) + 1
    return Given(np.array(heads, np.int64), tuple(shapes))


def _beyond_ascii(raw: str) -> str:
    """Return what a line says whose bytes stand in *raw* as characters, nothing where they are no UTF-8."""
    try:
        return raw.encode("latin-1").decode()
    except UnicodeDecodeError:
        return ""


def _parts(layout: Layout) -> _Parts:
    time, thread, logger, message, level, pid = (layout.head.groupindex.get(name, -1) for name in _PARTS)
    return _Parts(layout, time, thread, logger, message, level, pid, {})


def _head(line: str, at: int, parts: _Parts, shapes: list[Shape]) -> tuple[int, ...] | None:
    """Return the kernel's columns of the head of a *line* that begins *at* a place, None where it is none of this layout."""
    found = parts.layout.head.match(line)
    if not found or not (time := printed_time(found[parts.time])):
        return None
    spans = (*found.regs, (-1, -1))
    level = _level(line[slice(*spans[parts.level])]) if spans[parts.level] != (-1, -1) else -1
    pid, pid_end = spans[parts.pid]
    begin, end = spans[parts.message]
    number = -1 if level is None or end != len(line) else _number(time, parts, shapes)
    if not line.isascii() and not line[:begin].isascii():
        spans = tuple(map(_in_bytes, repeat(line), spans))
    (thread, thread_end), (logger, logger_end), (message, _) = spans[parts.thread], spans[parts.logger], spans[parts.message]
    return (
        at, 0, time.us, number, level or 0, thread if thread < 0 else thread + at, thread_end + at,
        logger if logger < 0 else logger + at, logger_end + at, int(line[pid:pid_end]) if pid < pid_end else -1, at + message,
        -1, -1, columns.UNREAD, -1,
    )  # fmt: skip


def _in_bytes(line: str, span: tuple[int, int]) -> tuple[int, int]:
    """Return between which bytes of a *line* in UTF-8 the characters of a *span* stand; a negative one is none."""
    begin, end = (len(line[:at].encode()) if at >= 0 else at for at in span)
    return begin, end


def _number(time: Printed, parts: _Parts, shapes: list[Shape]) -> int:
    """Return the number of a time's shape in *shapes*, where it is put if it is new."""
    _, resolution_us, zone_s = time
    if (resolution_us, zone_s) not in parts.shapes:
        parts.shapes[resolution_us, zone_s] = len(shapes)
        shapes.append(Shape(parts.layout, parts.layout.resolution_us or resolution_us, zone_s))
    return parts.shapes[resolution_us, zone_s]


@lru_cache(maxsize=64)
def _level(printed: str) -> int | None:
    level = level_of(printed)
    return LEVELS.index(level) if level in LEVELS else None
