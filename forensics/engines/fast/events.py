"""What the programs kept, as columns of events: in bulk where a hole has a bulk way, else by the hole's own decoder."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import polars as pl
import pyarrow as pa

from forensics.engines.fast.arrays import Bytes, Ints, filled, lists, numbers
from forensics.engines.fast.columns import ENDPOINT, LISTS, NOT_EMPTY, NULL, NULLABLE, NUMBERS, OR_EMPTY, PLAIN, TEXTS, TRUTHS
from forensics.engines.fast.compiled_statements import compiled
from forensics.engines.fast.native import function
from forensics.engines.fast.programs import BEGINS, ENDS, Captured
from forensics.engines.possible import TIMES
from forensics.model.spans import LATEST_MS
from forensics.storefiles.events import event_tables
from forensics.tables.table import COUNTS

Mask = npt.NDArray[np.bool_]


class _Way(NamedTuple):
    """How captures become a column: as what, how of a text, and which type the column must have; of lists what makes them."""

    code: int
    how: int
    dtype: Any
    make: Callable[[Bytes, Ints, Ints], Any] | None = None


def _listed(name: str, buf: Bytes, *parts: Ints) -> tuple[Ints, Ints | None]:
    """Return offsets and values of the lists that a compiled function makes of *parts*; None for values where it cannot."""
    count, room = len(parts[0]), np.empty(1, np.int64)
    function("room_for")(*parts[-2:], count, room)
    offsets, values = np.empty(count + 1, np.int64), np.empty(room[0], np.int64)
    function(name)(buf, *parts, count, offsets, values)
    # most of the room is empty, and would stay in memory with the lists
    return offsets, values[: offsets[count]].copy() if offsets[count] >= 0 else None


def _acked(buf: Bytes, low: Ints, high: Ints) -> Any:
    offsets, values = _listed("ack_offsets", buf, low, high)
    return None if values is None else lists(offsets, values)


def _counts(buf: Bytes, low: Ints, high: Ints) -> Any:
    offsets, values = _listed("ack_offsets", buf, low, high)
    if values is None:
        return None
    pairs = [numbers(np.ascontiguousarray(values[first::2])) for first in (0, 1)]
    return lists(offsets // 2, pa.StructArray.from_arrays(pairs, names=["code", "count"]))


_NUMBER, _BOOLEAN = _Way(NUMBERS, 0, pl.Int64), _Way(TRUTHS, 0, pl.Boolean)
_PLAIN, _OR_EMPTY, _NOT_EMPTY, _NULLABLE, _ENDPOINT = (
    _Way(TEXTS, how, pl.String) for how in (PLAIN, OR_EMPTY, NOT_EMPTY, NULLABLE, ENDPOINT)
)
_BY_KIND = {
    "int": _NUMBER, "bool": _BOOLEAN, "address": _ENDPOINT, "counts": _Way(LISTS, 0, COUNTS, _counts),
    **dict.fromkeys(("text", "rest", "word", "key", "tls", "padded"), _NULLABLE),
}  # fmt: skip
_BY_PART = {
    **dict.fromkeys(("topic", "group", "read_status", "put_status"), _PLAIN), "attempt_id": _OR_EMPTY,
    **dict.fromkeys(("broker", "ack_broker"), _OR_EMPTY), "ack": _Way(LISTS, 0, pl.List(pl.Int64), _acked),
    **dict.fromkeys(("ck_stored", "just_offset", "ordered", "remote_put"), _BOOLEAN),
}  # fmt: skip
_BY_SHAPE = {
    **{(kind, part): _NOT_EMPTY for kind in ("ck_body", "ack_body") for part in ("topic", "group", "broker", "ack_broker")},
    ("queue", "broker"): _PLAIN,
}
"""Where a shape's part becomes a value otherwise than others of its name."""
_CHECKPOINTS = {"ck", "ck_wrap", "ck_body"}
_LISTS = (pl.List(pl.Int64), COUNTS)


@dataclass(frozen=True)
class Plan:
    """How the columns of a statement's events are made in bulk: by name the way, and the capture it is made of."""

    columns: dict[str, tuple[_Way, int]]
    ck_offsets: tuple[int, ...] | None
    revive_time: tuple[int, ...] | None
    """The captures whose sum it is, where it is not printed."""
    fixed: tuple[str, ...]

    def joins(self, other: "Plan") -> bool:
        """Return whether one table can be made of both: columns of one name the same way, and lists in both or in none."""
        lists = [{name for name, (way, _) in plan.columns.items() if way.dtype in _LISTS} for plan in (self, other)]
        made = [(plan.ck_offsets is None, plan.revive_time is None) for plan in (self, other)]
        both = self.columns.keys() & other.columns.keys()
        apart = self.columns.keys().isdisjoint(other.fixed) and other.columns.keys().isdisjoint(self.fixed)
        alike = all(self.columns[name][0] is other.columns[name][0] for name in both)
        return apart and alike and lists[0] == lists[1] and made[0] == made[1]


@cache
def plan_of(number: int) -> Plan | None:
    """Return the bulk way of a statement, None where one of its holes has none."""
    statement = compiled().statements[number]
    if not statement.event or not compiled().bulk[number]:
        return None
    types = event_tables()[statement.event].schema
    columns: dict[str, tuple[_Way, int]] = {}
    parts: dict[str, int] = {}
    for at, captured in enumerate(compiled().captures[number]):
        if captured.kind in _CHECKPOINTS:
            parts[captured.part] = at
        if captured.part in {"num", "diff"}:
            continue
        name = "ack_offsets" if captured.part == "ack" else captured.part or captured.hole
        way = _way(captured)
        if way is None or types.get(name) != way.dtype:
            return None
        columns[name] = (way, at)
    offsets = (parts["start_offset"], parts["num"], parts["diff"]) if "diff" in parts else None
    revive_time = (parts["pop_time"], parts["invisible_ms"]) if "pop_time" in parts else None
    return Plan(columns, offsets, revive_time, tuple(statement.fixed))


def _way(captured: Captured) -> _Way | None:
    if captured.part:
        return _BY_SHAPE.get((captured.kind, captured.part)) or _BY_PART.get(captured.part, _NUMBER)
    return _BY_KIND.get(captured.kind)


@dataclass(frozen=True)
class Shape:
    """How the events of some statements are made together: the columns, and the capture that each is of, by statement."""

    ways: dict[str, _Way]
    parts: dict[str, tuple[int, ...]]
    """By what a column is made of, which rows of `captures`: one, or the three or two of a list or a sum."""
    captures: dict[int, Ints]
    spec: Ints
    """By column that is no list, what `fill.filled` is told of it."""

    @property
    def wanted(self) -> int:
        """Return how many captures are wanted."""
        return sum(map(len, self.parts.values()))


def shape_of(plans: dict[int, Plan]) -> Shape:
    """Return how events of statements with these *plans* are made together."""
    ways = {name: way for plan in plans.values() for name, (way, _) in plan.columns.items()}
    of_plan: dict[int, dict[str, tuple[int, ...]]] = {}
    for number, plan in plans.items():
        of_plan[number] = {name: (at,) for name, (_, at) in plan.columns.items()}
        of_plan[number] |= {_CK_OFFSETS: plan.ck_offsets} if plan.ck_offsets else {}
        of_plan[number] |= {_REVIVE_TIME: plan.revive_time} if plan.revive_time else {}
    sizes = {name: len(slots) for parts in of_plan.values() for name, slots in parts.items()}
    begins = dict(zip(sizes, np.cumsum([0, *sizes.values()]).tolist(), strict=False))
    captures = {
        number: np.array([slot for name, size in sizes.items() for slot in parts.get(name, (-1,) * size)], np.int64)
        for number, parts in of_plan.items()
    }
    spec = [(2 * begins[name], way.code, way.how) for name, way in ways.items() if way.make is None]
    parts = {name: tuple(range(begins[name], begins[name] + size)) for name, size in sizes.items()}
    return Shape(ways, parts, captures, np.array(spec, np.int64).reshape(-1, 3))


_CK_OFFSETS, _REVIVE_TIME = "ck_offsets made", "revive_time made"
"""Columns that are made of several captures: their names hold a blank, so that they are no column's."""


@dataclass(frozen=True)
class Bulk:
    """Events of one table that are made together: `kept` holds the two numbers kept for each capture, by event."""

    shape: Shape
    kept: Ints

    def late(self) -> Mask | None:
        """Return which events have a time that no clock can show, None where none has."""
        times = [name for name, way in self.shape.ways.items() if name.endswith(TIMES) and way.dtype == pl.Int64]
        lows = [*(self._of(name)[0][0] for name in times), *([self._revive_time()] if _REVIVE_TIME in self.shape.parts else [])]
        late = [low for low in lows if is_any_beyond(low)]
        return np.any([(np.abs(low) > LATEST_MS) & (low != NULL) for low in late], axis=0) if late else None

    def columns(self, buf: Bytes) -> dict[str, Any] | None:
        """Return the columns of the events, None where one of them holds what only the plain way takes."""
        made = {name: way.make(buf, *self._of(name)[0]) for name, way in self.shape.ways.items() if way.make}
        others = [name for name, way in self.shape.ways.items() if way.make is None]
        made |= zip(others, filled(buf, self.kept, self.shape.spec), strict=True)
        if _CK_OFFSETS in self.shape.parts:
            start, num, diff = self._of(_CK_OFFSETS)
            offsets, values = _listed("ck_offsets", buf, start[0], num[0], *diff)
            made["ck_offsets"] = None if values is None else lists(offsets, values)
        if _REVIVE_TIME in self.shape.parts:
            made["revive_time"] = numbers(self._revive_time())
        return None if any(column is None for column in made.values()) else made

    def _of(self, name: str) -> list[tuple[Ints, Ints]]:
        return [(self.kept[2 * at], self.kept[2 * at + 1]) for at in self.shape.parts[name]]

    def _revive_time(self) -> Ints:
        (popped, _), (invisible, _) = self._of(_REVIVE_TIME)
        total: Ints = popped + invisible
        return total


def is_any_beyond(times: Ints) -> bool:
    """Return whether one of some *times* is further from 1970 than any clock can show."""
    found = np.empty(1, np.int64)
    function("beyond")(times, len(times), LATEST_MS, NULL, found)
    return bool(found[0])


def hole_texts(number: int, buf: Bytes, kept: Ints) -> Iterator[dict[str, str]]:
    """Yield for each of some records the texts of a statement's holes, as its expression would give them."""
    spans: dict[str, list[str]] = {}
    begins: Ints = np.empty(0, np.int64)
    for slot, captured in enumerate(compiled().captures[number]):
        low, high = kept[2 * slot], kept[2 * slot + 1]
        if captured.part == BEGINS:
            begins = low
        else:
            spans[captured.hole] = _texts_of(captured, buf, begins if captured.part == ENDS else low, high)
    for values in zip(*spans.values(), strict=True):
        yield dict(zip(spans, values, strict=True))


def _texts_of(captured: Captured, buf: Bytes, low: Ints, high: Ints) -> list[str]:
    if captured.kind == "int":
        return ["null" if value == NULL else str(value) for value in low.tolist()]
    if captured.kind == "bool":
        return ["true" if value else "false" for value in low.tolist()]
    return [buf[a:b].tobytes().decode() for a, b in zip(low.tolist(), high.tolist(), strict=True)]
