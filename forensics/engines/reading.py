"""One file to tables: lines joined to records, records understood by statements, times made absolute."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, BinaryIO, cast

import polars as pl

from forensics import statements
from forensics.engines.look import Look
from forensics.engines.possible import possible
from forensics.engines.survey import Surveyed
from forensics.layouts.layout import Zone
from forensics.layouts.records import Record, Trace, joined, split_trace
from forensics.sources.archives import DAMAGE
from forensics.sources.careful import Careful
from forensics.sources.lines import Line, split_lines
from forensics.sources.wrappers import streams_of, unwrapped
from forensics.statements.matching import Found
from forensics.statements.template import Statement
from forensics.storefiles.events import event_tables
from forensics.tables import RECORDS

GMT8_S = 8 * 3600
_QUARTER_S = 900
_NO_RECORDS = pl.DataFrame(schema=RECORDS.schema)


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

    def unshifted(self) -> "FileTables":
        """Return the tables with times as they were printed, waiting for a zone."""
        printed = self.shifted(-self.row["zone_offset_s"], "layout")
        return replace(printed, row=printed.row | {"zone_offset_s": GMT8_S}, needs_zone=True)


class _Columns:
    """Rows of one file, gathered column by column."""

    def __init__(self, surveyed: Surveyed, file_id: int) -> None:
        self.surveyed, self.file_id = surveyed, file_id
        self.records: list[tuple[Any, ...]] = []
        self.events: dict[str, list[dict[str, Any]]] = {}
        self.layouts: Counter[str] = Counter()
        self.offsets: Counter[int] = Counter()
        self.process_zone = False
        self.totals = dict.fromkeys(("lines", "unread_lines", "records", "unread_records", "rejected_bytes", "kept_bytes"), 0)

    def add(self, record: Record) -> None:
        """Take one record: a row of `records`, and a row of its event where its statement has one.

        Where all its lines together are nothing known, the first may be: what stands below it, torn off another line or
        forged, is then unread, and does not take the event with it.
        """
        message, trace = split_trace(record.message, record.tail)
        hit = statements.matcher().match(message, record.thread)
        stray = 0 if hit or not record.tail else len(record.tail)
        if stray:
            hit = statements.matcher().match(record.message, record.thread)
        values = _values(*hit) if hit else None
        name = statements.names()[id(hit[0])] if hit and values is not None else None
        head = self._head(record, name)
        self._count(record, stray if name else 0, understood=name is not None)
        if hit and values is not None:
            statement = hit[0]
            self._note_clock(record, values.get(statement.clock) if statement.clock else None)
            thrown = _thrown(trace) if statement.throws and trace else {}
            if statement.event:
                self.events.setdefault(statement.event, []).append({**head, **values, **thrown})

    def event_frames(self) -> dict[str, pl.DataFrame]:
        """Return the events by kind; one whose values no RocketMQ can have printed is none, and its record is unread."""
        tables, frames = event_tables(), {}
        for kind, rows in self.events.items():
            frame, impossible = possible(tables[kind], rows)
            for row in impossible:
                self._unread(row["record_id"] - (self.file_id << 32))
            if frame.height:
                frames[kind] = frame
        return frames

    def _unread(self, number: int) -> None:
        *before, _, text = self.records[number]
        self.records[number] = (*before, None, text)
        self.totals["unread_records"] += 1
        self.totals["unread_lines"] += before[4]

    def _head(self, record: Record, name: str | None) -> dict[str, Any]:
        number = len(self.records)
        lo = _utc_us(record)
        hi = None if lo is None else lo + record.resolution_us - 1
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

    def _count(self, record: Record, stray: int, *, understood: bool) -> None:
        lines = 1 + len(record.tail)
        unread, rejected = 0 if understood else 1, record.rejected
        self.layouts[record.layout.name if record.layout else "none"] += 1
        for name, count in zip(
            self.totals, (lines, lines * unread + stray, 1, unread, rejected, record.size - rejected), strict=True
        ):
            self.totals[name] += count
        if record.layout and record.layout.zone is Zone.PROCESS and record.printed_us is not None and record.zone_s is None:
            self.process_zone = True

    def _note_clock(self, record: Record, now_ms: int | None) -> None:
        """Note how far the printed time is ahead of the process's clock, to the quarter hour that zones have."""
        if now_ms and record.printed_us is not None and record.layout and record.layout.zone is Zone.PROCESS:
            ahead = (record.printed_us - now_ms * 1000) / 1e6
            self.offsets[round(ahead / _QUARTER_S) * _QUARTER_S] += 1


def _values(statement: Statement, found: Found) -> dict[str, Any] | None:
    """Return the values of a statement's holes, None where they cannot be what RocketMQ printed."""
    if not (statement.event or statement.clock):
        return {}
    try:
        return statement.values(found)
    except (ValueError, OverflowError, RecursionError):
        return None


def _utc_us(record: Record) -> int | None:
    """Return the record's time, moved out of the zone that it prints or its layout names; as printed where neither tells."""
    if record.printed_us is None or record.layout is None:
        return None
    gmt8 = GMT8_S if record.layout.zone is Zone.GMT8 else 0
    return record.printed_us - (gmt8 if record.zone_s is None else record.zone_s) * 1_000_000


def _thrown(trace: Trace) -> dict[str, Any]:
    return {
        "exception": trace.exception,
        "exception_text": trace.text,
        "frames": list(trace.frames),
        "causes": list(trace.causes),
    }


def read_streams(streams: Sequence[Surveyed], first_id: int) -> Iterator[FileTables]:
    """Yield the tables of the streams of one file, which are all of it; ids go on from *first_id*.

    What a damaged file holds before the damage is kept, and the damage told.
    """
    first = streams[0]
    if first.look is None or not any(one.status == "read" for one in streams):
        yield from (_tables(_Columns(one, first_id + n), _stored_size(one), None, ()) for n, one in enumerate(streams))
        return
    try:
        with first.source.open() as opened:
            careful = Careful(opened)
            yield from _streams(streams, first_id, first.look, careful)
    except DAMAGE as error:
        gone = replace(first, status="unreadable", problems=(*first.problems, f"cannot be read: {error}"))
        yield _tables(_Columns(gone, first_id), 0, None, ())


def _streams(streams: Sequence[Surveyed], first_id: int, look: Look, careful: Careful) -> Iterator[FileTables]:
    lines: Iterable[Line] = split_lines(cast(BinaryIO, careful))
    if look.stream is None or look.wrapping is None:
        lines = unwrapped(lines, look.wrapping)
        columns = _gathered(streams[0], first_id, sorted(lines, key=_backward) if look.newest_first else lines)
        yield _tables(columns, careful.size, careful.digest, (careful.damage,) if careful.damage else ())
        return
    by_stream = streams_of(lines, look.wrapping)
    for number, one in enumerate(streams):
        own = by_stream.get((one.look or look).stream or "", [])
        ordered = sorted(own, key=_backward) if one.look and one.look.newest_first else own
        digest = hashlib.sha256(f"{careful.digest} {one.key[1]}".encode()).hexdigest()
        damage = (careful.damage,) if careful.damage else ()
        yield _tables(_gathered(one, first_id + number, ordered), sum(line.size for line in own), digest, damage)


def _gathered(surveyed: Surveyed, file_id: int, lines: Iterable[Line]) -> _Columns:
    columns = _Columns(surveyed, file_id)
    if surveyed.look:
        for record in joined(lines, surveyed.look.layouts):
            columns.add(record)
    return columns


def _backward(line: Line) -> int:
    """Return the order of a file that lies newest first; the lines of one entry stay in their order."""
    return -line.number


def _stored_size(surveyed: Surveyed) -> int:
    """Return the bytes of a file that is not read, as it lies there."""
    return surveyed.source.where.stat().st_size if surveyed.source.where else 0


def _tables(columns: _Columns, size: int, digest: str | None, damage: Sequence[str]) -> FileTables:
    s = columns.surveyed
    events = columns.event_frames()
    records = pl.DataFrame(columns.records, schema=RECORDS.schema, orient="row") if columns.records else _NO_RECORDS
    row = {
        "file_id": columns.file_id, "path": s.source.path, "node": s.node, "kind": s.kind, "series": s.place.series,
        "series_order": s.series_order, "layout": _main_layout(columns.layouts), "status": s.status,
        "problems": [*s.problems, *damage],
        "stream": s.key[1] or None, "wrapping": s.look.wrapping.name if s.look and s.look.wrapping else None,
        "bytes": size, "from_lo": records["ts_lo"].min(), "to_hi": records["ts_hi"].max(), "zone_offset_s": GMT8_S,
        "zone_from": "layout", "content_hash": digest, **columns.totals,
    }  # fmt: skip
    tables_ = FileTables(row, records, events, needs_zone=columns.process_zone)
    if columns.process_zone and len(columns.offsets) > 0:
        return tables_.shifted(columns.offsets.most_common(1)[0][0], "lines")
    return tables_


def _main_layout(layouts: Counter[str]) -> str | None:
    return layouts.most_common(1)[0][0] if layouts else None
