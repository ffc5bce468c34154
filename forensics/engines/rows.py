"""Records to rows, one by one: the plain way, which every other way must equal."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import Any, cast

import polars as pl

from forensics import statements
from forensics.engines.batches import BATCH_BYTES, GMT8_S, HEADLESS_BYTES, Piece, Tally
from forensics.engines.possible import holds_torn_name, possible
from forensics.engines.survey import Surveyed
from forensics.layouts.layout import Zone
from forensics.layouts.records import Record, Trace, split_trace
from forensics.statements.matching import Found
from forensics.statements.template import Statement
from forensics.storefiles.events import event_tables
from forensics.tables import RECORDS

_QUARTER_S = 900
"""Zones are whole quarters of an hour apart."""


class Rows:
    """The rows of some consecutive records of one file; what is counted goes to the file's *tally*."""

    def __init__(self, surveyed: Surveyed, file_id: int, tally: Tally) -> None:
        self.surveyed, self.file_id, self.tally = surveyed, file_id, tally
        self.number = tally.counts["records"]
        self.records: list[tuple[Any, ...]] = []
        self.events: dict[str, list[dict[str, Any]]] = {}

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
        if values and not stray and "\n" in message and holds_torn_name(values):
            values = None
        name = statements.names()[id(hit[0])] if hit and values is not None else None
        head = self._head(record, name)
        self._count(record, stray if name else 0, understood=name is not None)
        if hit and values is not None:
            statement = hit[0]
            self._note_clock(record, values.get(statement.clock) if statement.clock else None)
            thrown = thrown_columns(trace) if statement.throws and trace else {}
            if statement.event:
                self.events.setdefault(statement.event, []).append({**head, **values, **thrown})

    def pieces(self) -> Iterator[Piece]:
        """Yield the records, their instants, and the events by kind."""
        records, events = self.tables()
        yield "records", records
        yield "instants", self.tally.shown.by(self.records)
        yield from events

    def tables(self) -> tuple[pl.DataFrame, list[Piece]]:
        """Return the records, and the events by kind.

        An event whose values no RocketMQ can have printed is none, and its record is unread.
        """
        frames, impossible = self.event_frames()
        for record_id in impossible:
            self._unread(record_id)
        records = self.record_frame()
        self.tally.span(cast(int | None, records["ts_lo"].min()), cast(int | None, records["ts_hi"].max()))
        return records, [(f"events/{kind}", frame) for kind, frame in sorted(frames.items())]

    def event_frames(self) -> tuple[dict[str, pl.DataFrame], list[int]]:
        """Return the events by kind, and the records that would be events but for what they hold."""
        tables, frames = event_tables(), {}
        unread: list[int] = []
        for kind, rows in self.events.items():
            frames[kind], impossible = possible(tables[kind], rows)
            unread += [row["record_id"] for row in impossible]
        return frames, unread

    def record_frame(self) -> pl.DataFrame:
        """Return the rows of `records`."""
        return pl.DataFrame(self.records, schema=RECORDS.schema, orient="row") if self.records else RECORDS.frame([])

    def _unread(self, record_id: int) -> None:
        number = bisect_left(self.records, record_id, key=itemgetter(0))
        *before, _, text = self.records[number]
        self.records[number] = (*before, None, text)
        self.tally.counts["unread_records"] += 1
        self.tally.counts["unread_lines"] += before[4]

    def _head(self, record: Record, name: str | None) -> dict[str, Any]:
        number, self.number = self.number, self.number + 1
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
        self.tally.layouts[record.layout.name if record.layout else "none"] += 1
        counts = (lines, lines * unread + stray, 1, unread, rejected, record.size - rejected)
        for name, count in zip(self.tally.counts, counts, strict=True):
            self.tally.counts[name] += count
        if record.layout and record.layout.zone is Zone.PROCESS and record.printed_us is not None and record.zone_s is None:
            self.tally.process_zone = True

    def _note_clock(self, record: Record, now_ms: int | None) -> None:
        """Note how far the printed time is ahead of the process's clock, to the quarter hour that zones have."""
        if now_ms and record.printed_us is not None and record.layout and record.layout.zone is Zone.PROCESS:
            ahead = (record.printed_us - now_ms * 1000) / 1e6
            self.tally.offsets[round(ahead / _QUARTER_S) * _QUARTER_S] += 1


def batches(surveyed: Surveyed, file_id: int, tally: Tally, records: Iterable[Record], start: int = 0) -> Iterator[Rows]:
    """Yield the *records*, the first of which begins after *start* bytes of the file, in batches."""
    rows, begun, size = Rows(surveyed, file_id, tally), start, start
    for record in records:
        beyond = size // BATCH_BYTES > begun // BATCH_BYTES and record.layout is not None
        if rows.records and (beyond or size - begun >= HEADLESS_BYTES):
            yield rows
            rows, begun = Rows(surveyed, file_id, tally), size
        rows.add(record)
        size += record.size
    if rows.records:
        yield rows


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


def thrown_columns(trace: Trace) -> dict[str, Any]:
    """Return the columns of the stack trace under a line."""
    return {
        "exception": trace.exception,
        "exception_text": trace.text,
        "frames": list(trace.frames),
        "causes": list(trace.causes),
    }
