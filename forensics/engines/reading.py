"""One file to tables: lines joined to records, records understood by statements, times made absolute."""

import hashlib
from collections import Counter
from dataclasses import dataclass
from typing import Any, BinaryIO

import polars as pl

from forensics import statements
from forensics.engines.survey import Surveyed
from forensics.layouts import LAYOUTS
from forensics.layouts.layout import Zone
from forensics.layouts.records import Record, Trace, join_records, split_trace
from forensics.sources.archives import DAMAGE
from forensics.sources.lines import split_lines
from forensics.storefiles.events import event_tables
from forensics.tables import RECORDS

GMT8_S = 8 * 3600
_QUARTER_S = 900


@dataclass(frozen=True)
class FileTables:
    """What one file holds: its row of `files`, its records, its events by kind.

    Where `needs_zone`, the times of records in the process's own zone are still as printed and wait for `shifted`.
    """

    row: dict[str, Any]
    records: pl.DataFrame
    events: dict[str, pl.DataFrame]
    needs_zone: bool

    def shifted(self, offset_s: int, how: str) -> "FileTables":
        """Return the tables with times moved from a zone *offset_s* ahead of UTC, known by *how*."""
        by = offset_s * 1_000_000
        move = [pl.col("ts_lo") - by, pl.col("ts_hi") - by]
        row = self.row | {"zone_offset_s": offset_s, "zone_from": how}
        row |= {name: row[name] - by for name in ("from_lo", "to_hi") if row[name] is not None}
        events = {kind: frame.with_columns(move) for kind, frame in self.events.items()}
        return FileTables(row, self.records.with_columns(move), events, needs_zone=False)


class _Counting:
    """A stream that hashes and counts what is read through it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self.size, self._hash = stream, 0, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        chunk = self._stream.read(size)
        self.size += len(chunk)
        self._hash.update(chunk)
        return chunk

    @property
    def digest(self) -> str:
        return self._hash.hexdigest()


class _Columns:
    """Rows of one file, gathered column by column."""

    def __init__(self, surveyed: Surveyed, file_id: int) -> None:
        self.surveyed, self.file_id = surveyed, file_id
        self.records: list[tuple[Any, ...]] = []
        self.events: dict[str, list[dict[str, Any]]] = {}
        self.layouts: Counter[str] = Counter()
        self.offsets: Counter[int] = Counter()
        self.process_zone = False
        self.totals = dict.fromkeys(("lines", "unread_lines", "records", "unread_records", "rejected_bytes"), 0)

    def add(self, record: Record) -> None:
        """Take one record: a row of `records`, and a row of its event where its statement has one."""
        message, trace = split_trace(record.message, record.tail)
        hit = statements.matcher().match(message, record.thread)
        name = statements.names()[id(hit[0])] if hit else None
        head = self._head(record, name)
        self._count(record, understood=hit is not None)
        if hit and (hit[0].event or hit[0].clock):
            statement, found = hit
            values = statement.values(found)
            self._note_clock(record, values.get(statement.clock) if statement.clock else None)
            thrown = _thrown(trace) if statement.throws and trace else {}
            if statement.event:
                self.events.setdefault(statement.event, []).append({**head, **values, **thrown})

    def _head(self, record: Record, name: str | None) -> dict[str, Any]:
        number = len(self.records)
        resolution = record.layout.resolution_us if record.layout else 0
        lo = None if record.printed_us is None else record.printed_us
        if lo is not None and record.layout and record.layout.zone is Zone.GMT8:
            lo -= GMT8_S * 1_000_000
        hi = None if lo is None else lo + resolution - 1
        record_id = (self.file_id << 32) + number
        seq = (self.surveyed.series_order << 32) + number
        node, place = self.surveyed.node, self.surveyed.place
        self.records.append(
            (record_id, node, self.file_id, record.line, 1 + len(record.tail), record.offset, lo, hi, seq,
             record.level, record.thread, record.logger, name, record.text)
        )  # fmt: skip
        return {
            "record_id": record_id, "node": node, "kind": self.surveyed.kind, "file_id": self.file_id, "line": record.line,
            "byte_offset": record.offset, "ts_lo": lo, "ts_hi": hi, "seq": seq, "source": "log", "series": place.series,
            "thread": record.thread, "pid": record.pid, "level": record.level, "statement": name,
        }  # fmt: skip

    def _count(self, record: Record, *, understood: bool) -> None:
        lines = 1 + len(record.tail)
        unread = 0 if understood else 1
        self.layouts[record.layout.name if record.layout else "none"] += 1
        for name, count in zip(self.totals, (lines, lines * unread, 1, unread, record.rejected), strict=True):
            self.totals[name] += count
        if record.layout and record.layout.zone is Zone.PROCESS and record.printed_us is not None:
            self.process_zone = True

    def _note_clock(self, record: Record, now_ms: int | None) -> None:
        """Note how far the printed time is ahead of the process's clock, to the quarter hour that zones have."""
        if now_ms and record.printed_us is not None and record.layout and record.layout.zone is Zone.PROCESS:
            ahead = (record.printed_us - now_ms * 1000) / 1e6
            self.offsets[round(ahead / _QUARTER_S) * _QUARTER_S] += 1


def _thrown(trace: Trace) -> dict[str, Any]:
    return {
        "exception": trace.exception,
        "exception_text": trace.text,
        "frames": list(trace.frames),
        "causes": list(trace.causes),
    }


def read_file(surveyed: Surveyed, file_id: int) -> FileTables:
    """Return the tables of one file; what a damaged file holds before the damage is kept, and the damage told."""
    columns = _Columns(surveyed, file_id)
    problems = list(surveyed.problems)
    size, digest = 0, None
    if surveyed.status == "read":
        with surveyed.source.open() as stream:
            counting = _Counting(stream)
            try:
                for record in join_records(split_lines(counting), LAYOUTS)[1]:  # type: ignore[arg-type]
                    columns.add(record)
            except DAMAGE as error:
                problems.append(f"damaged after {counting.size} bytes: {error}")
            size, digest = counting.size, counting.digest
    return _tables(columns, size, digest, problems)


def _tables(columns: _Columns, size: int, digest: str | None, problems: list[str]) -> FileTables:
    s = columns.surveyed
    records = pl.DataFrame(columns.records, schema=RECORDS.schema, orient="row")
    tables = event_tables()
    events = {kind: tables[kind].frame(rows) for kind, rows in columns.events.items()}
    row = {
        "file_id": columns.file_id, "path": s.source.path, "node": s.node, "kind": s.kind, "series": s.place.series,
        "series_order": s.series_order, "layout": _main_layout(columns.layouts), "status": s.status, "problems": problems,
        "bytes": size, "from_lo": records["ts_lo"].min(), "to_hi": records["ts_hi"].max(), "zone_offset_s": GMT8_S,
        "zone_from": "layout", "content_hash": digest, **columns.totals,
    }  # fmt: skip
    tables_ = FileTables(row, records, events, needs_zone=columns.process_zone)
    if columns.process_zone and len(columns.offsets) > 0:
        return tables_.shifted(columns.offsets.most_common(1)[0][0], "lines")
    return tables_


def _main_layout(layouts: Counter[str]) -> str | None:
    return layouts.most_common(1)[0][0] if layouts else None
