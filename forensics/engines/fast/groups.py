"""The events of a batch, statement by statement: their own columns, made in bulk where all of their holes can be."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from forensics.engines.fast import columns, gather
from forensics.engines.fast.arrays import Ints, schema_of
from forensics.engines.fast.events import bulk_columns, hole_texts, late, plan_of
from forensics.engines.fast.piece import Scanned
from forensics.engines.fast.programs import compiled
from forensics.engines.possible import possible
from forensics.engines.rows import thrown_columns
from forensics.layouts.records import split_trace
from forensics.parts import as_arrow
from forensics.storefiles.events import event_tables
from forensics.tables import Table

_UNDECODABLE = (ValueError, OverflowError, RecursionError)
Row = dict[str, Any]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Group:
    """Events of one statement: which of the scanned rows they are, and the columns that are their own."""

    kind: str
    rows: Ints
    columns: Row


def groups_of(scanned: Scanned, left: Mask) -> list[Group]:
    """Return the events of the records that are not *left*, and add to *left* what cannot be read without doubt."""
    statement = np.where(left, columns.LEFT, scanned.column(columns.STATEMENT))
    order = np.argsort(statement, kind="stable")
    numbers, begins = np.unique(statement[order], return_index=True)
    found = []
    for number, rows in zip(numbers.tolist(), np.split(order, begins[1:]), strict=True):
        kind = compiled().statements[number].event if number >= 0 else None
        if kind and (group := _group(scanned, number, kind, rows, left)):
            found.append(group)
    return found


def _group(scanned: Scanned, number: int, kind: str, rows: Ints, left: Mask) -> Group | None:
    make = _in_bulk if plan_of(number) else _one_by_one
    columns, odd = make(scanned, number, rows)
    if odd.any():
        left[rows[odd]] = True
        rows = rows[~odd]
        columns, _ = make(scanned, number, rows) if len(rows) else ({}, odd)
    return Group(kind, rows, columns) if len(rows) else None


def _kept(scanned: Scanned, rows: Ints, slot: int) -> tuple[Ints, Ints]:
    low, high = np.empty(len(rows), np.int64), np.empty(len(rows), np.int64)
    gather.kept(scanned.keep, np.ascontiguousarray(scanned.rows[rows, columns.KEPT]), 2 * slot, low, high)
    return low, high


def _in_bulk(scanned: Scanned, number: int, rows: Ints) -> tuple[Row, Mask]:
    """Return the columns of the events, and which of them are none that RocketMQ can have printed."""
    plan, statement = plan_of(number), compiled().statements[number]
    nothing = np.zeros(len(rows), np.bool_)
    if plan is None:
        return {}, ~nothing
    odd = late(plan, lambda slot: _kept(scanned, rows, slot), nothing)
    if odd.any():
        return {}, odd
    columns = bulk_columns(number, plan, scanned.buffer, lambda slot: _kept(scanned, rows, slot), len(rows))
    if columns is None:
        return {}, ~nothing
    if statement.throws:
        thrown, schema = [_thrown(scanned, row) for row in rows.tolist()], schema_of(statement.event or "")
        columns |= {name: pa.array([one.get(name) for one in thrown], schema.field(name).type) for name in _THROWN}
    return columns, nothing


_THROWN = ("exception", "exception_text", "frames", "causes")


def _one_by_one(scanned: Scanned, number: int, rows: Ints) -> tuple[Row, Mask]:
    """Return the same, each row made by the statement itself."""
    statement = compiled().statements[number]
    table = _own_table(number)
    made, odd = [], np.zeros(len(rows), np.bool_)
    for at, found in enumerate(_texts(scanned, number, rows)):
        try:
            values = statement.values(found)
        except _UNDECODABLE:
            odd[at] = True
            continue
        made.append(values | (_thrown(scanned, int(rows[at])) if statement.throws else {}))
    frame, refused = possible(table, made)
    if refused:
        gone = {id(one) for one in refused}
        odd[np.flatnonzero(~odd)[[id(one) in gone for one in made]]] = True
    columns = as_arrow(frame)
    return {name: columns[name].combine_chunks() for name in columns.column_names}, odd


@cache
def _own_table(number: int) -> Table:
    """Return the table of a statement's event with no columns but the statement's own."""
    statement = compiled().statements[number]
    table = event_tables()[statement.event or ""]
    own = statement.columns | (set(_THROWN) if statement.throws else set())
    return Table(table.name, table.row, tuple(column for column in table.columns if column.name in own))


def _texts(scanned: Scanned, number: int, rows: Ints) -> Iterator[dict[str, str]]:
    return hole_texts(number, scanned.buffer, lambda slot: _kept(scanned, rows, slot))


def _thrown(scanned: Scanned, row: int) -> Row:
    begin = int(scanned.rows[row, columns.TRACE])
    return _thrown_of(scanned.buffer[begin : scanned.rows[row, columns.STOP]].tobytes()) if begin >= 0 else {}


@lru_cache(maxsize=1 << 10)
def _thrown_of(trace: bytes) -> Row:
    """Return the columns of a stack trace; the same are printed again and again."""
    lines = trace.decode("ascii").removesuffix("\n").split("\n")
    found = split_trace("", lines)[1]
    return thrown_columns(found) if found else {}
