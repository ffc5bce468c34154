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
from forensics.engines.fast.arrays import Ints, interned, ints, numbers, renumbered, table, texts, values_of, word, words
from forensics.engines.fast.groups import Group, groups_of
from forensics.engines.fast.piece import LAYOUTS, Scanned
from forensics.engines.fast.programs import compiled
from forensics.engines.rows import Rows
from forensics.engines.survey import Surveyed
from forensics.layouts.layout import Layout, Zone
from forensics.layouts.records import joined
from forensics.parts import WORDS, as_arrow, in_words
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
    for name, rows in plain.pieces() if plain.records else ():
        made.setdefault(name, []).append(in_words(as_arrow(rows)))
    return [(name, _in_order(tables)) for name, tables in sorted(made.items(), key=lambda item: item[0] != "records")]


def _left(scanned: Scanned) -> Mask:
    """Return which records the plain way takes: what the kernel left, and what tells its process's clock."""
    statement, layout = scanned.column(columns.STATEMENT), scanned.column(columns.LAYOUT)
    always, in_zone = _telling()
    left: Mask = always[statement]
    if np.isin(_CLASSIC, layout).any():
        left |= in_zone[statement] & np.isin(layout, _CLASSIC)
    return left


@cache
def _telling() -> tuple[Mask, Mask]:
    """Return by statement which tell their process's clock and are not made in bulk, or are left anyway; and which others do."""
    always, in_zone = np.zeros((2, len(compiled().names) + 2), np.bool_)
    for number, (statement, made) in enumerate(zip(compiled().statements, compiled().bulk, strict=True)):
        (in_zone if made else always)[number] = statement.clock is not None
    always[columns.LEFT] = True
    return always, in_zone


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
        offset = scanned.offset + int(scanned.column(columns.BEGIN)[row])
        for record in joined(lines_within(scanned.bytes_of(row), int(first_lines[row]), offset), layouts):
            plain.add(record)
    numbers[done:] = plain.number + np.arange(len(left) - done)
    return numbers[~left]


def _in_order(tables: list[Any]) -> Any:
    if len(tables) == 1:
        return tables[0]
    together = pa.concat_tables(tables).combine_chunks()
    order = np.argsort(values_of(together["record_id"].combine_chunks(), np.int64), kind="stable")
    ordered = together.take(numbers(order))
    for number, column in enumerate(ordered.columns):
        if pa.types.is_dictionary(column.type):
            ordered = ordered.set_column(number, ordered.field(number), renumbered(column.combine_chunks()))
    return ordered


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
        values = self.scanned.column(column)
        return values if len(values) == len(self.rows) else values[self.rows]

    @cached_property
    def numeric(self) -> dict[str, Ints]:
        """Return the columns of numbers that records and events share, by name; `layout` is not one of theirs."""
        lines, layout = self.scanned.column(columns.LINES), self.of(columns.LAYOUT)
        firsts = self.scanned.first_line + np.cumsum(lines) - lines
        low = self.of(columns.PRINTED) - _MOVED[layout]
        return {
            "record_id": (self.file_id << 32) + self.numbers,
            "line": firsts if len(firsts) == len(self.rows) else firsts[self.rows],
            "byte_offset": self.scanned.offset + self.of(columns.BEGIN),
            "ts_lo": low,
            "ts_hi": low + (_RESOLUTION - 1)[layout],
            "seq": (self.surveyed.series_order << 32) + self.numbers,
        }

    @cached_property
    def codes(self) -> Ints:
        """Return what an event picks of the head by its place: the numbers, and the thread, pid, level and statement."""
        picked = (columns.PID, columns.LEVEL, columns.STATEMENT)
        together: Ints = np.stack([*self.numeric.values(), self.threads[0], *(self.of(column) for column in picked)])
        return together

    @cached_property
    def places(self) -> Ints:
        """Return where each of what was scanned is among the records; those that are none of them have a place of no meaning."""
        places = np.empty(self.scanned.columns.shape[1], np.int64)
        places[self.rows] = np.arange(len(self.rows))
        return places

    @cached_property
    def threads(self) -> tuple[Ints, list[str]]:
        """Return the threads by number, and their names."""
        return interned(self.scanned.buffer, self.of(columns.THREAD), self.of(columns.THREAD_END))

    def head(self, places: Ints) -> dict[str, Any]:
        """Return the columns that records and events share, of the events at *places*."""
        count = len(places)
        *numeric, thread, pid, level, statement = self.codes.take(places, axis=1)
        made = {name: numbers(values) for name, values in zip(self.numeric, numeric, strict=True)}
        made |= self._constant(count)
        made |= {"thread": words(thread, self.threads[1]), "pid": ints(pid, -1)}
        made |= {"level": words(level, _LEVELS), "statement": words(statement, compiled().names)}
        return made

    def _constant(self, count: int) -> dict[str, Any]:
        told = {"node": self.surveyed.node, "kind": self.surveyed.kind, "source": "log", "series": self.surveyed.place.series}
        return {"file_id": numbers(np.full(count, self.file_id)), **{name: word(value, count) for name, value in told.items()}}

    def records(self) -> Any:
        """Return the rows of `records`."""
        begins, stops, buf = self.of(columns.BEGIN), self.of(columns.STOP), self.scanned.buffer
        ended = buf[stops - 1] == ord("\n") if len(stops) else stops
        loggers = interned(buf, self.of(columns.LOGGER), self.of(columns.LOGGER_END))
        made = {name: numbers(values) for name, values in self.numeric.items()} | self._constant(len(begins))
        made |= {
            "level": words(self.of(columns.LEVEL), _LEVELS),
            "statement": words(self.of(columns.STATEMENT), compiled().names),
            "thread": words(*self.threads),
            "logger": words(*loggers),
            "lines": numbers(self.of(columns.LINES)),
            "text": texts(buf, begins, stops - ended),
        }
        return table("records", made, len(begins))

    def events(self, group: Group) -> Any:
        """Return the rows of the events of a group."""
        own = {name: made.dictionary_encode() if name in WORDS else made for name, made in group.columns.items()}
        return table(group.kind, self.head(self.places[group.rows]) | own, len(group.rows))

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
        tally.process_zone |= bool(by_layout[_CLASSIC].any())
        if len(lines):
            tally.span(int(self.numeric["ts_lo"].min()), int(self.numeric["ts_hi"].max()))
