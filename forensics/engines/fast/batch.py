"""One batch of a file: what the kernel found as Arrow tables, and among them the rows of the records it left to the plain way."""

from collections import Counter
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from forensics.engines.batches import GMT8_S, Piece, Tally
from forensics.engines.fast import columns
from forensics.engines.fast.arrays import Ints, ints, same, schema_of, texts, words
from forensics.engines.fast.groups import Group, groups_of
from forensics.engines.fast.piece import LAYOUTS, Scanned
from forensics.engines.fast.programs import compiled
from forensics.engines.rows import Rows
from forensics.engines.survey import Surveyed
from forensics.layouts.layout import Layout, Zone
from forensics.layouts.records import joined
from forensics.parts import as_arrow
from forensics.sources.lines import lines_within

_LEVELS = ("TRACE", "DEBUG", "INFO", "WARN", "ERROR")
_RESOLUTION = np.array([layout.resolution_us for layout in LAYOUTS])
_MOVED = np.array([GMT8_S * 1_000_000 if layout.zone is Zone.GMT8 else 0 for layout in LAYOUTS])
_CLASSIC = [number for number, layout in enumerate(LAYOUTS) if layout.zone is Zone.PROCESS]
Mask = npt.NDArray[np.bool_]


def pieces_of(surveyed: Surveyed, file_id: int, scanned: Scanned, tally: Tally) -> list[Piece]:
    """Return the pieces of a batch, and count it in *tally*."""
    left = _left(scanned)
    groups = groups_of(scanned, left)
    plain = Rows(surveyed, file_id, tally)
    layouts = surveyed.look.layouts if surveyed.look else ()
    numbers = _numbered(scanned, left, plain, layouts)
    bulk = Bulk(surveyed, file_id, scanned, np.flatnonzero(~left), numbers)
    bulk.count(tally)
    made: dict[str, list[Any]] = {"records": [bulk.records()]}
    for group in groups:
        made.setdefault(f"events/{group.kind}", []).append(bulk.events(group))
    for name, rows in plain.pieces():
        made.setdefault(name, []).append(as_arrow(rows))
    return [(name, _in_order(tables)) for name, tables in sorted(made.items(), key=lambda item: item[0] != "records")]


def _left(scanned: Scanned) -> Mask:
    """Return which records the plain way takes: what the kernel left, and what tells its process's clock."""
    statement = scanned.column(columns.STATEMENT)
    left: Mask = statement == columns.LEFT
    in_zone = np.isin(scanned.column(columns.LAYOUT), _CLASSIC)
    return left | (np.isin(statement, _telling(bulk=True)) & in_zone) | np.isin(statement, _telling(bulk=False))


@cache
def _telling(bulk: bool) -> Ints:
    """Return the statements that tell their process's clock, those that are made in bulk or the others."""
    every = zip(compiled().statements, compiled().bulk, strict=True)
    told = [statement.clock is not None and made == bulk for statement, made in every]
    return np.flatnonzero(told)


def _numbered(scanned: Scanned, left: Mask, plain: Rows, layouts: tuple[Layout, ...]) -> Ints:
    """Give the records that were left to *plain*; return the number in the file of each of the others."""
    lines = scanned.column(columns.LINES)
    first_lines = scanned.first_line + np.cumsum(lines) - lines
    numbers = np.empty(len(left), np.int64)
    done = 0
    for row in np.flatnonzero(left).tolist():
        numbers[done:row] = plain.number + np.arange(row - done)
        plain.number += row - done
        done = row + 1
        offset = scanned.offset + int(scanned.rows[row, columns.BEGIN])
        for record in joined(lines_within(scanned.bytes_of(row), int(first_lines[row]), offset), layouts):
            plain.add(record)
    numbers[done:] = plain.number + np.arange(len(left) - done)
    return numbers[~left]


def _in_order(tables: list[Any]) -> Any:
    if len(tables) == 1:
        return tables[0]
    together = pa.concat_tables(tables).combine_chunks()
    return together.take(pa.array(np.argsort(together["record_id"].to_numpy(), kind="stable")))


@dataclass(frozen=True)
class Bulk:
    """The records of a batch that are made in bulk: `rows` of what was scanned, and the number in the file of each."""

    surveyed: Surveyed
    file_id: int
    scanned: Scanned
    rows: Ints
    numbers: Ints

    def of(self, column: int) -> Ints:
        """Return one of the kernel's columns."""
        return np.ascontiguousarray(self.scanned.rows[self.rows, column])

    @cached_property
    def head(self) -> dict[str, Any]:
        """Return the columns that records and events share."""
        count, layout, buf = len(self.rows), self.of(columns.LAYOUT), self.scanned.buffer
        lines = self.scanned.column(columns.LINES)
        low = self.of(columns.PRINTED) - _MOVED[layout]
        word = pa.large_string()
        return {
            "record_id": pa.array((self.file_id << 32) + self.numbers),
            "node": same(self.surveyed.node, word, count),
            "kind": same(self.surveyed.kind, word, count),
            "file_id": same(self.file_id, pa.int64(), count),
            "line": pa.array((self.scanned.first_line + np.cumsum(lines) - lines)[self.rows]),
            "byte_offset": pa.array(self.scanned.offset + self.of(columns.BEGIN)),
            "ts_lo": pa.array(low),
            "ts_hi": pa.array(low + _RESOLUTION[layout] - 1),
            "seq": pa.array((self.surveyed.series_order << 32) + self.numbers),
            "source": same("log", word, count),
            "series": same(self.surveyed.place.series, word, count),
            "thread": texts(buf, self.of(columns.THREAD), self.of(columns.THREAD_END)),
            "pid": ints(self.of(columns.PID), -1),
            "level": words(self.of(columns.LEVEL), _LEVELS),
            "statement": words(self.of(columns.STATEMENT), compiled().names),
        }

    def records(self) -> Any:
        """Return the rows of `records`."""
        begins, stops, buf = self.of(columns.BEGIN), self.of(columns.STOP), self.scanned.buffer
        ended = buf[stops - 1] == ord("\n") if len(stops) else stops
        own = {
            "lines": pa.array(self.of(columns.LINES)),
            "logger": texts(buf, self.of(columns.LOGGER), self.of(columns.LOGGER_END)),
            "text": texts(buf, begins, stops - ended),
        }
        schema = schema_of("records")
        return pa.Table.from_arrays([own.get(name, self.head.get(name)) for name in schema.names], schema=schema)

    def events(self, group: Group) -> Any:
        """Return the rows of the events that the records of one statement are."""
        schema, count = schema_of(group.kind), len(group.rows)
        places = pa.array(np.searchsorted(self.rows, group.rows))
        columns = [
            group.columns[field.name] if field.name in group.columns
            else self.head[field.name].take(places) if field.name in self.head
            else same(None, field.type, count)
            for field in schema
        ]  # fmt: skip
        return pa.Table.from_arrays(columns, schema=schema)

    def count(self, tally: Tally) -> None:
        """Count the records."""
        lines, layout = self.of(columns.LINES), self.of(columns.LAYOUT)
        unread = self.of(columns.STATEMENT) == columns.UNREAD
        counts = {
            "lines": lines.sum(), "unread_lines": lines[unread].sum(), "records": len(lines), "unread_records": unread.sum(),
            "kept_bytes": (self.of(columns.STOP) - self.of(columns.BEGIN)).sum(),
        }  # fmt: skip
        for name, count in counts.items():
            tally.counts[name] += int(count)
        by_layout = np.bincount(layout, minlength=len(LAYOUTS))
        tally.layouts += Counter({LAYOUTS[number].name: int(by_layout[number]) for number in np.flatnonzero(by_layout)})
        tally.process_zone |= bool(np.isin(layout, _CLASSIC).any())
        if len(lines):
            tally.span(self.head["ts_lo"].to_numpy().min().item(), self.head["ts_hi"].to_numpy().max().item())
