"""The events of a batch, statement by statement: their own columns, made in bulk where all of their holes can be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from forensics.engines.fast import columns, stored
from forensics.engines.fast.arrays import Ints, chosen, interned, listed, numbers, repeated
from forensics.engines.fast.compiled_statements import compiled
from forensics.engines.fast.events import Bulk, Shape, hole_texts, plan_of, shape_of
from forensics.engines.fast.made_once import made_once
from forensics.engines.fast.native import function
from forensics.engines.fast.piece import Scanned
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
    """Events of one kind, made together: which of the scanned rows they are, and the columns that are their own."""

    kind: str
    rows: Ints
    columns: Row


def groups_of(scanned: Scanned, left: Mask) -> list[Group]:
    """Return the events of the records that are not *left*, and add to *left* what cannot be read without doubt."""
    statement = np.where(left, columns.LEFT, scanned.column(columns.STATEMENT)).astype(np.int16)  # it sorts these in linear time
    order = np.argsort(statement, kind="stable")
    distinct, begins = np.unique(statement[order], return_index=True)
    together: dict[int, dict[int, Ints]] = {}
    for number, rows in zip(distinct.tolist(), np.split(order, begins[1:]), strict=True):
        if number >= 0 and compiled().statements[number].event:
            together.setdefault(firsts()[number], {})[number] = rows
    found = [_group(scanned, own, left) for own in together.values()]
    return [group for group in found if len(group.rows)]


@made_once
def firsts() -> Sequence[int]:
    """Return by statement the first of those whose events are made together with its own."""
    kept = stored.load()
    return kept["firsts"] if kept else all_firsts()


def all_firsts() -> list[int]:
    """Find out what `firsts` gives."""
    return [_first_of(number) for number in range(len(compiled().names))]


@cache
def _first_of(number: int) -> int:
    """Return the first statement of those whose events are made together with those of a statement."""
    plan, kind = plan_of(number), compiled().statements[number].event
    if plan is None:
        return number
    for other, statement in enumerate(compiled().statements[:number]):
        if statement.event == kind and _first_of(other) == other and (first := plan_of(other)) and first.joins(plan):
            members = [
                plan_of(one)
                for one in range(other, number)
                if compiled().statements[one].event == kind and _first_of(one) == other
            ]
            if all(member and member.joins(plan) for member in members):
                return other
    return number


def _group(scanned: Scanned, own: dict[int, Ints], left: Mask) -> Group:
    """Return the events of statements that are made together, given the rows of each."""
    first = next(iter(own))
    make = _in_bulk if plan_of(first) else _one_by_one
    columns, odd = make(scanned, own)
    if odd is not None and odd.any():
        left[_rows_of(own)[odd]] = True
        own = {number: rows for number, given in own.items() if len(rows := given[~left[given]])}
        columns, _ = make(scanned, own) if own else ({}, None)
    return Group(compiled().statements[first].event or "", _rows_of(own), columns)


def _rows_of(own: dict[int, Ints]) -> Ints:
    """Return the rows of all statements, in their order in the file."""
    together = list(own.values())
    return together[0] if len(together) == 1 else np.sort(np.concatenate([*together, np.empty(0, np.int64)]))


@cache
def _shape_of(numbers: tuple[int, ...]) -> Shape:
    return shape_of({number: plan for number in numbers if (plan := plan_of(number))})


def _kept(scanned: Scanned, own: dict[int, Ints], places: dict[int, Ints], captures: dict[int, Ints]) -> Ints:
    """Return the two numbers that were kept for each of the *captures* of a statement, for the rows of all statements."""
    wanted, count = len(next(iter(captures.values()))), sum(map(len, own.values()))
    values = np.empty((2 * wanted, count), np.int64)
    for number, rows in own.items():
        function("kept")(
            scanned.keep, scanned.column(columns.KEPT), rows, len(rows), captures[number], wanted, places[number], values, count
        )
    return values


def _in_bulk(scanned: Scanned, own: dict[int, Ints]) -> tuple[Row, Mask | None]:
    """Return the columns of the events, and which of them are none that RocketMQ can have printed."""
    rows = _rows_of(own)
    places = {number: np.searchsorted(rows, given) if len(own) > 1 else np.arange(len(rows)) for number, given in own.items()}
    shape = _shape_of(tuple(own))
    bulk = Bulk(shape, _kept(scanned, own, places, shape.captures))
    if (odd := bulk.late()) is not None:
        return {}, odd
    made = bulk.columns(scanned.buffer)
    if made is None:
        return {}, np.ones(len(rows), np.bool_)
    return made | _fixed(own, places, len(rows)) | _all_thrown(scanned, own, rows), None


def _fixed(own: dict[int, Ints], places: dict[int, Ints], count: int) -> Row:
    """Return the columns whose values a statement fixes."""
    pools = _pools_of(tuple(own))
    if not pools or len(own) == 1:
        return {name: repeated(pool, count) for name, pool in pools.items()}
    codes = np.zeros(count, np.int64)
    for code, number in enumerate(own):
        codes[places[number]] = code
    given = numbers(codes)
    return {name: pool.take(given) for name, pool in pools.items()}


@cache
def _pools_of(numbers: tuple[int, ...]) -> dict[str, Any]:
    """Return by column what each of some statements fixes."""
    statements = [compiled().statements[number] for number in numbers]
    types = event_tables()[statements[0].event or ""].schema
    names = {name: None for statement in statements for name in statement.fixed}
    return {name: listed([statement.fixed.get(name) for statement in statements], types[name]) for name in names}


def _all_thrown(scanned: Scanned, own: dict[int, Ints], rows: Ints) -> Row:
    """Return the columns of the stack traces below the events, each made once; of statements that have none they are null."""
    throwing = [given for number, given in own.items() if compiled().statements[number].throws]
    if not throwing:
        return {}
    begins = scanned.column(columns.TRACE)[rows]
    if len(throwing) < len(own):
        begins = np.where(np.isin(rows, np.concatenate(throwing)), begins, -1)
    if not (begins >= 0).any():
        return {}
    codes, traces = interned(scanned.buffer, begins, scanned.column(columns.STOP)[rows])
    thrown = [_thrown_of(trace) for trace in traces]
    types = event_tables()[compiled().statements[next(iter(own))].event or ""].schema
    return {name: chosen([one.get(name) for one in thrown], types[name], codes) for name in _THROWN}


_THROWN = ("exception", "exception_text", "frames", "causes")


def _one_by_one(scanned: Scanned, own: dict[int, Ints]) -> tuple[Row, Mask | None]:
    """Return the same of one statement, each row made by the statement itself."""
    [(number, rows)] = own.items()
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
    captures = {number: np.arange(len(compiled().captures[number]))}
    return hole_texts(number, scanned.buffer, _kept(scanned, {number: rows}, {number: np.arange(len(rows))}, captures))


def _thrown(scanned: Scanned, row: int) -> Row:
    begin = int(scanned.column(columns.TRACE)[row])
    return _thrown_of(scanned.buffer[begin : scanned.column(columns.STOP)[row]].tobytes().decode()) if begin >= 0 else {}


@lru_cache(maxsize=1 << 10)
def _thrown_of(trace: str) -> Row:
    """Return the columns of a stack trace; the same are printed again and again."""
    lines = trace.removesuffix("\n").split("\n")
    found = split_trace("", lines)[1]
    return thrown_columns(found) if found else {}
