"""Where in a file some times may be printed, so that not all of it is searched for the lines of these times."""

import os
import re
import sys
from bisect import bisect_left
from collections.abc import Callable, Iterable
from typing import BinaryIO

from forensics.engines.survey import Surveyed
from forensics.layouts.layout import printed_us

Span = tuple[int, int]
"""From which byte of a file to which."""
_ANYWHERE = (0, sys.maxsize)
_LOOKED_AT = 1 << 16
"""How much is read for the times that are printed there, ..."""
_APART = 1 << 18
"""... and how far apart."""
_GLANCED_AT = 1 << 12
"""How much is read where a time is looked for by halves."""
_SECOND_US = 1_000_000
_TIME = re.compile(rb"\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d")


def spans_of(one: Surveyed, first_us: int, at_once: bool, later_us: int | None) -> list[Span]:
    """Return where a file may print the time *first_us*, which it begins with, if *at_once*, and *later_us* or a later time.

    That is anywhere, but for what lies there plainly and begins at a known time (not 0): there it is its beginning, and its end
    from where it is as late. What is printed between times that fall is not found; a time that a message holds is one of many
    there, and misleads only where it is alone.
    """
    if not at_once and later_us is None:
        return []
    if one.source.where is None or one.look is None or one.look.wrapping or not first_us:
        return [_ANYWHERE]
    with one.source.open() as stream:
        if not stream.seekable():
            return [_ANYWHERE]
        size = stream.seek(0, os.SEEK_END)
        until = _until(stream, size, first_us) if at_once else 0
        begin = size if later_us is None else _from(stream, size, later_us)
        if begin < until:
            return [(0, size)]
        return [(begin, end) for begin, end in ((0, until), (begin, size)) if begin < end]


def window_of(stream: BinaryIO, from_us: int, to_us: int) -> Span:
    """Return where *stream*, whose times do not fall, may print times between these two; all of it where it is small."""
    size = stream.seek(0, os.SEEK_END)
    begin = _block_after(stream, size, from_us, untold=True)
    end = _block_after(stream, size, to_us, untold=False)
    return max(0, begin - 1) * _APART, min(size, (end + 1) * _APART)


def _block_after(stream: BinaryIO, size: int, us: int, *, untold: bool) -> int:
    """Return the first block of *stream* that begins later than that; one that prints no time is later where *untold*."""

    def is_after(block: int) -> bool:
        printed = _printed_us(stream, block * _APART, min, _GLANCED_AT)
        return untold if printed is None else printed > us

    return bisect_left(range(1 + size // _APART), True, key=is_after)


def _until(stream: BinaryIO, size: int, us: int) -> int:
    """Return by where *stream* prints later times alone than that."""
    later = (at for at in range(_APART, size, _APART) if (_printed_us(stream, at, min) or 0) > us + _SECOND_US)
    return next(later, size)


def _from(stream: BinaryIO, size: int, us: int) -> int:
    """Return from where on *stream* prints no earlier time than that."""
    last_us = _printed_us(stream, max(0, size - _LOOKED_AT), max)
    if last_us is not None and us > last_us + _SECOND_US:
        return size
    earlier = (at for at in range(size - _LOOKED_AT, 0, -_APART) if us > (_printed_us(stream, at, max) or us) + _SECOND_US)
    return next(earlier, 0)


def _printed_us(stream: BinaryIO, at: int, which: Callable[[Iterable[bytes]], bytes], size: int = 0) -> int | None:
    """Return the earliest or the latest time printed in *size* bytes of *stream* from *at* on, None where there is none."""
    stream.seek(at)
    times = {text.replace(b"T", b" ") for text in _TIME.findall(stream.read(size or _LOOKED_AT))}
    return printed_us(which(times).decode()) if times else None
