"""What one file gives while it is read: rows of its tables in batches, and in the end its row of `files`."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Union

import polars as pl

from forensics.engines.instants import Shown
from forensics.engines.survey import Surveyed

if TYPE_CHECKING:
    import pyarrow as pa

GMT8_S = 8 * 3600
BATCH_BYTES = 4 << 20
"""How much of a file is one batch: a batch ends before the first head behind the next multiple of it."""
HEADLESS_BYTES = 2 * BATCH_BYTES
"""Where a batch ends at the latest, in a file that goes on without any head."""
Row = dict[str, Any]
Piece = tuple[str, Union[pl.DataFrame, "pa.Table"]]
"""Some rows of a table, by the table's name in the case."""
COUNTS = ("lines", "unread_lines", "records", "unread_records", "rejected_bytes", "kept_bytes")


@dataclass
class FileTables:
    """What one file holds: `pieces`, to be used up once and in order, and then its row of `files`.

    Where `needs_zone`, the times of records in the process's own zone are still as printed and wait for `shifted`; where
    only the whole file told its zone, `move_us` is by how much all of its times are to be moved back.
    """

    row: Row
    pieces: Iterable[Piece] = ()
    needs_zone: bool = False
    move_us: int = 0

    def shifted(self, offset_s: int, how: str) -> None:
        """Set the zone, *offset_s* ahead of UTC and known by *how*, that all times are to be moved from."""
        self.move_us = offset_s * 1_000_000
        self.row |= {"zone_offset_s": offset_s, "zone_from": how}
        self.row |= {name: self.row[name] - self.move_us for name in ("from_lo", "to_hi") if self.row[name] is not None}
        self.needs_zone = False

    def told(self, offset_s: int) -> None:
        """Set the zone that a user says the log prints, whatever its layout or its lines say."""
        further_us = (offset_s - self.row["zone_offset_s"]) * 1_000_000
        self.move_us += further_us
        self.row |= {"zone_offset_s": offset_s, "zone_from": "option"}
        self.row |= {name: self.row[name] - further_us for name in ("from_lo", "to_hi") if self.row[name] is not None}


def moved_by(us: int) -> Callable[[pl.DataFrame], pl.DataFrame] | None:
    """Return what moves the times of a piece back by so many microseconds, None where they stand."""
    return (lambda frame: frame.with_columns(times_of(frame) - us)) if us else None


def times_of(frame: pl.DataFrame) -> pl.Expr:
    """Return the columns of times of a piece."""
    return pl.col([name for name in ("ts_lo", "ts_hi") if name in frame.columns])


@dataclass
class Tally:
    """What is counted of a file over its batches."""

    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(COUNTS, 0))
    layouts: Counter[str] = field(default_factory=Counter)
    offsets: Counter[int] = field(default_factory=Counter)
    """Votes of its own lines for how far its printed times are ahead of UTC, in seconds."""
    shown: Shown = field(default_factory=Shown)
    process_zone: bool = False
    from_lo: int | None = None
    to_hi: int | None = None

    def span(self, lo: int | None, hi: int | None) -> None:
        """Note the earliest and the latest instant of a batch."""
        if lo is not None and hi is not None:
            self.from_lo = lo if self.from_lo is None else min(lo, self.from_lo)
            self.to_hi = hi if self.to_hi is None else max(hi, self.to_hi)

    @property
    def main_layout(self) -> str | None:
        """Return the layout that most records have, None where there are none."""
        return max(self.layouts, key=lambda name: (self.layouts[name], name)) if self.layouts else None

    @property
    def ahead_s(self) -> int | None:
        """Return how far most of its lines say the printed times are ahead of UTC, None where none says it."""
        return max(self.offsets, key=lambda s: (self.offsets[s], -abs(s))) if self.offsets else None


def row_of(surveyed: Surveyed, file_id: int) -> Row:
    """Return what is known of a file before it is read, as its row of `files`."""
    look = surveyed.look
    return {
        "file_id": file_id, "path": surveyed.source.path, "node": surveyed.node, "kind": surveyed.kind,
        "series": surveyed.place.series, "series_order": surveyed.series_order, "layout": None, "status": surveyed.status,
        "problems": list(surveyed.problems), "stream": surveyed.key[1] or None,
        "wrapping": look.wrapping.name if look and look.wrapping else None, "bytes": 0, "from_lo": None, "to_hi": None,
        "zone_offset_s": GMT8_S, "zone_from": "layout", "content_hash": None,
        **Shown().said, **dict.fromkeys(COUNTS, 0),
    }  # fmt: skip


def finish(tables: FileTables, tally: Tally, size: int, digest: str | None, damage: Sequence[str]) -> None:
    """Complete the row of a file that has been read: *size* bytes with the hash *digest*."""
    tables.row["problems"] += damage
    tables.row |= {"layout": tally.main_layout, "bytes": size, "content_hash": digest, **tally.counts}
    tables.row |= {"from_lo": tally.from_lo, "to_hi": tally.to_hi} | tally.shown.said
    if tally.process_zone and tally.ahead_s is not None:
        tables.shifted(tally.ahead_s, "lines")
    else:
        tables.needs_zone = tally.process_zone


def nonempty(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the *pieces* that have rows."""
    return ((name, rows) for name, rows in pieces if len(rows))
