"""One batch of a file: what the kernel found as Arrow tables, and among them the rows of the records it left to the plain way."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from forensics.engines.batches import GMT8_S, Piece, Tally
from forensics.engines.fast import columns
from forensics.engines.fast.arrays import (
    Ints,
    interned,
    marked_ints,
    numbers,
    places,
    renumbered,
    table,
    texts,
    values_of,
    word,
    worded,
    words,
)
from forensics.engines.fast.compiled_statements import compiled
from forensics.engines.fast.given import LEVELS, Shape
from forensics.engines.fast.groups import Group, groups_of
from forensics.engines.fast.instants import instants_of
from forensics.engines.fast.native import function
from forensics.engines.fast.piece import Scanned
from forensics.engines.rows import Rows
from forensics.engines.survey import Surveyed
from forensics.layouts.layout import Layout, Zone
from forensics.layouts.records import joined
from forensics.parts import WORDS, as_arrow, in_words
from forensics.sources.lines import lines_within

Mask = npt.NDArray[np.bool_]


def pieces_of(surveyed: Surveyed, file_id: int, scanned: Scanned, tally: Tally) -> list[Piece]:
    """Return the pieces of a batch, and count it in *tally*."""
    left = _left(scanned)
    groups = groups_of(scanned, left)
    plain = Rows(surveyed, file_id, tally)
    layouts = surveyed.look.layouts if surveyed.look else ()
    numbers = _numbered(scanned, left, plain, layouts)
    bulk = Bulk(surveyed, file_id, scanned, left, numbers)
    bulk.count(tally)
    made: dict[str, list[Any]] = {"records": [bulk.records()]}
    for group in groups:
        made.setdefault(f"events/{group.kind}", []).append(bulk.events(group))
    if plain.records:
        rows, events = plain.tables()
        for name, frame in (("records", rows), *events):
            made.setdefault(name, []).append(in_words(as_arrow(frame)))
    records, *others = [(name, _in_order(tables)) for name, tables in sorted(made.items(), key=lambda item: item[0] != "records")]
    return [records, ("instants", instants_of(records[1], tally.shown)), *others]


def _left(scanned: Scanned) -> Mask:
    """Return which records the plain way takes: what the kernel left, and what tells its process's clock."""
    statement, layout = scanned.column(columns.STATEMENT), scanned.column(columns.LAYOUT)
    always, in_zone = _telling()
    left: Mask = always[statement]
    in_own_zone = [number for number, shape in enumerate(scanned.shapes) if shape.layout.zone is Zone.PROCESS]
    if np.isin(in_own_zone, layout).any():
        left |= in_zone[statement] & np.isin(layout, in_own_zone)
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
        offset = scanned.offset + scanned.begin_of(row)
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


def _moved_us(shape: Shape) -> int:
    """Return what times of a *shape* are ahead of UTC, as far as that shows."""
    zone_s = (GMT8_S if shape.layout.zone is Zone.GMT8 else 0) if shape.zone_s is None else shape.zone_s
    return zone_s * 1_000_000


_NUMERIC = ("record_id", "line", "byte_offset", "ts_lo", "ts_hi", "seq")
"""The columns of numbers that records and events share, as `fill.numbered` gives them; then come the pid and the words."""
_OFFSETS, _THREADS = 2, 7
_WORDS = 3
_COUNTED = ("lines", "unread_lines", "unread_records", "kept_bytes")
_BYTES = 3


@dataclass(frozen=True)
class Bulk:
    """The records of a batch that are made in bulk: those that are not `left`, and the number in the file of each."""

    surveyed: Surveyed
    file_id: int
    scanned: Scanned
    left: Mask
    numbers: Ints

    @cached_property
    def rows(self) -> Ints:
        """Return which of what was scanned they are."""
        return np.flatnonzero(~self.left)

    def of(self, column: int) -> Ints:
        """Return one of the kernel's columns."""
        values = self.scanned.column(column)
        return values if len(values) == len(self.numbers) else values[self.rows]

    @cached_property
    def told(self) -> tuple[Ints, Ints, Ints]:
        """Return what events pick of the head by the places of records, those places by scanned row, and what was counted.

        A row that is none of the records has a place of no meaning.
        """
        count, scanned = len(self.numbers), self.scanned
        codes, places = np.empty((len(_NUMERIC) + 1 + _WORDS, count), np.int64), np.empty(len(self.left), np.int64)
        bases = [self.file_id << 32, scanned.first_line, scanned.offset, self.surveyed.series_order << 32]
        shapes = scanned.shapes
        moved, lasting = np.array([_moved_us(shape) for shape in shapes]), np.array([shape.resolution_us - 1 for shape in shapes])
        counted = np.zeros(6 + len(shapes), np.int64)
        table = scanned.column(0)
        function("numbered")(
            table, scanned.room, len(self.left), self.left, self.numbers, np.array(bases, np.int64), moved, lasting,
            codes, count, places, counted,
        )  # fmt: skip
        if scanned.further is not None:
            codes[_OFFSETS] += scanned.further[self.rows]
            counted[_BYTES] += np.diff(scanned.further)[self.rows].sum()
        codes[_THREADS] = self.threads[0]
        return codes, places, counted

    @cached_property
    def pools(self) -> dict[str, Sequence[str]]:
        """Return by column the words that the last of the codes are numbers of."""
        return {"thread": self.threads[1], "level": LEVELS, "statement": compiled().names}

    @cached_property
    def threads(self) -> tuple[Ints, list[str]]:
        """Return the threads by number, and their names."""
        return interned(self.scanned.buffer, self.of(columns.THREAD), self.of(columns.THREAD_END))

    def head(self, rows: Ints) -> dict[str, Any]:
        """Return the columns that records and events share, of the events of some of the scanned *rows*."""
        count, (codes, where, _) = len(rows), self.told
        picked = len(codes) - _WORDS
        taken, bits = np.empty((len(codes), count), np.int64), np.empty((1 + _WORDS, count // 8 + 1), np.uint8)
        order, indices = np.empty((_WORDS, count), np.int64), np.empty((_WORDS, count), np.int32)
        found, scratch = np.empty(1 + 2 * _WORDS, np.int64), places(max(map(len, self.pools.values())))
        function("heads")(
            codes, codes.shape[1], picked, _WORDS, where, rows, count, scratch, taken, order, indices, bits, found
        )  # fmt: skip
        made = {name: numbers(values) for name, values in zip(_NUMERIC, taken, strict=False)}
        made["pid"] = marked_ints(taken[picked - 1], bits[0], int(found[0]))
        for at, (name, pool) in enumerate(self.pools.items()):
            made[name] = worded(pool, order[at], indices[at], bits[1 + at], found[1 + 2 * at : 3 + 2 * at])
        return made | self._constant(count)

    def _constant(self, count: int) -> dict[str, Any]:
        told = {"node": self.surveyed.node, "kind": self.surveyed.kind, "source": "log", "series": self.surveyed.place.series}
        return {"file_id": numbers(np.full(count, self.file_id)), **{name: word(value, count) for name, value in told.items()}}

    def records(self) -> Any:
        """Return the rows of `records`."""
        begins, stops, buf = self.of(columns.BEGIN), self.of(columns.STOP), self.scanned.buffer
        ended = buf[stops - 1] == ord("\n") if len(stops) else stops
        loggers = interned(buf, self.of(columns.LOGGER), self.of(columns.LOGGER_END))
        made = {name: numbers(values) for name, values in zip(_NUMERIC, self.told[0], strict=False)} | self._constant(len(begins))
        made |= {
            "level": words(self.of(columns.LEVEL), LEVELS),
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
        return table(group.kind, self.head(group.rows) | own, len(group.rows))

    def count(self, tally: Tally) -> None:
        """Count the records."""
        *sums, low, high = self.told[2][:6].tolist()
        by_layout = self.told[2][6:].tolist()
        for name, count in zip(_COUNTED, sums, strict=True):
            tally.counts[name] += count
        tally.counts["records"] += len(self.numbers)
        for shape, count in zip(self.scanned.shapes, by_layout, strict=True):
            if count:
                tally.layouts[shape.layout.name] += count
                tally.process_zone |= shape.layout.zone is Zone.PROCESS and shape.zone_s is None
        if len(self.numbers):
            tally.span(low, high)
