"""Where a first glance at a large input looks: in all logs, at the time at which their warnings crowd."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import accumulate
from statistics import median

from forensics.engines.survey import Surveyed
from forensics.sources.archives import DAMAGE

_GLANCE_BYTES = 32 << 20
"""How much a glance reads of all logs together, about."""
_LEAST_S = 60
"""A message popped and not acked comes again within so many seconds by default."""
_PIECE = 256 << 10
_SAMPLED = 64 << 10
"""How much of a piece is searched for warnings."""
_WARNING = (b" WARN", b" ERROR")
_STAMP = re.compile(rb"(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)")


@dataclass(frozen=True)
class _Piece:
    """A piece of a log: its bytes, its first time (s, absolute as far as the first look knows), its warnings beyond the usual."""

    begin: int
    end: int
    at_s: int
    warnings: float


def glanced(surveyed: Sequence[Surveyed]) -> list[Surveyed]:
    """Return the logs of *surveyed* that write at the time of the most unusual warnings, with what they write then alone."""
    logs = [one for one in surveyed if one.store is None and one.source.where and one.first_us is not None]
    pieces = [list(_pieces(one)) for one in logs]
    begin, end = _window([piece for own in pieces for piece in own])
    return [part for one, own in zip(logs, pieces, strict=True) if (part := _within(one, own, begin, end))]


def _pieces(one: Surveyed) -> Iterator[_Piece]:
    """Yield the pieces of a log with their warnings above the median piece's."""
    found = list(_counted(one))
    usual = median(piece.warnings for piece in found) if found else 0
    return (replace(piece, warnings=max(0, piece.warnings - usual)) for piece in found)


def _counted(one: Surveyed) -> Iterator[_Piece]:
    """Yield the pieces of a log with their warnings, up to where it is damaged."""
    begin, first, at = (one.source.span or (0, 0))[0], None, (one.first_us or 0) // 1_000_000
    try:
        with one.source.open() as opened:
            while data := opened.read(_PIECE):
                stamp = _STAMP.search(data)
                if stamp:
                    printed = _seconds(stamp)
                    first = printed if first is None else first
                    at = (one.first_us or 0) // 1_000_000 + printed - first
                yield _Piece(begin, begin + len(data), at, sum(data.count(level, 0, _SAMPLED) for level in _WARNING))
                begin += len(data)
    except DAMAGE:
        return


def _seconds(stamp: re.Match[bytes]) -> int:
    try:
        return int(datetime(*(int(part) for part in stamp.groups()), tzinfo=UTC).timestamp())  # type: ignore[arg-type, misc]
    except ValueError:
        return 0


def _window(pieces: Sequence[_Piece]) -> tuple[int, int]:
    """Return from when to when (s) a glance looks: as long as its bytes last, with the most unusual warnings in it."""
    ordered = sorted(pieces, key=lambda piece: piece.at_s)
    times = [piece.at_s for piece in ordered]
    sums = [0.0, *accumulate(piece.warnings for piece in ordered)]
    size = sum(piece.end - piece.begin for piece in pieces)
    length = max(_LEAST_S, (times[-1] - times[0]) * _GLANCE_BYTES // max(1, size)) if times else 0
    begins = [at - length // 2 for at in times] or [0]
    worst = max(begins, key=lambda begin: sums[bisect_left(times, begin + length)] - sums[bisect_left(times, begin)])
    return worst, worst + length


def _within(one: Surveyed, pieces: Sequence[_Piece], begin: int, end: int) -> Surveyed | None:
    """Return the log with what it writes from *begin* to *end* alone; None where that is nothing."""
    nexts = [*(piece.at_s for piece in pieces[1:]), None]
    own = [piece for piece, after in zip(pieces, nexts, strict=True) if piece.at_s <= end and (after is None or after >= begin)]
    return replace(one, source=replace(one.source, span=(own[0].begin, own[-1].end))) if own else None
