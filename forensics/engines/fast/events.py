"""What the programs kept, as columns of events: in bulk where a hole has a bulk way, else by the hole's own decoder."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import polars as pl
import pyarrow as pa

from forensics.engines.fast import gather
from forensics.engines.fast.arrays import Bytes, Ints, ints, lists, same, schema_of, texts
from forensics.engines.fast.characters import NULL
from forensics.engines.fast.programs import BEGINS, ENDS, Captured, compiled
from forensics.engines.possible import LATEST_MS, TIMES
from forensics.storefiles.events import event_tables
from forensics.tables.table import COUNTS

Mask = npt.NDArray[np.bool_]
Kept = Callable[[int], tuple[Ints, Ints]]
"""Gives the two numbers that one capture kept, for each of some records."""


class _Way(NamedTuple):
    """How a capture becomes a column, and which type the column must have."""

    make: Callable[[Bytes, Ints, Ints], Any]
    dtype: Any


def _number(_buf: Bytes, low: Ints, _high: Ints) -> Any:
    return ints(low, NULL)


def _boolean(_buf: Bytes, low: Ints, _high: Ints) -> Any:
    return pa.array(low == 1, mask=low == NULL)


def _text(how: int) -> _Way:
    return _Way(lambda buf, low, high: texts(buf, low, high, how), pl.String)


def _acked(buf: Bytes, low: Ints, high: Ints) -> Any:
    offsets, values = np.empty(len(low) + 1, np.int64), np.empty(gather.room_for(low, high), np.int64)
    count = gather.ack_offsets(buf, low, high, offsets, values)
    return None if count < 0 else lists(offsets, values[:count])


def _counts(buf: Bytes, low: Ints, high: Ints) -> Any:
    offsets, values = np.empty(len(low) + 1, np.int64), np.empty(gather.room_for(low, high), np.int64)
    count = gather.ack_offsets(buf, low, high, offsets, values)
    pairs = pa.StructArray.from_arrays([pa.array(values[:count:2]), pa.array(values[1:count:2])], names=["code", "count"])
    return pa.LargeListArray.from_arrays(pa.array(offsets // 2), pairs)


_NUMBER, _BOOLEAN = _Way(_number, pl.Int64), _Way(_boolean, pl.Boolean)
_PLAIN, _OR_EMPTY, _NOT_EMPTY = _text(gather.PLAIN), _text(gather.OR_EMPTY), _text(gather.NOT_EMPTY)
_BY_KIND = {
    "int": _NUMBER, "bool": _BOOLEAN, "address": _text(gather.ENDPOINT), "counts": _Way(_counts, COUNTS),
    **dict.fromkeys(("text", "rest", "word", "key", "tls", "padded"), _text(gather.NULLABLE)),
}  # fmt: skip
_BY_PART = {
    **dict.fromkeys(("topic", "group", "read_status", "put_status"), _PLAIN), "attempt_id": _OR_EMPTY,
    **dict.fromkeys(("broker", "ack_broker"), _OR_EMPTY), "ack": _Way(_acked, pl.List(pl.Int64)),
    **dict.fromkeys(("ck_stored", "just_offset", "ordered", "remote_put"), _BOOLEAN),
}  # fmt: skip
_BY_SHAPE = {
    **{(kind, part): _NOT_EMPTY for kind in ("ck_body", "ack_body") for part in ("topic", "group", "broker", "ack_broker")},
    ("queue", "broker"): _PLAIN,
}
"""Where a shape's part becomes a value otherwise than others of its name."""
_CHECKPOINTS = {"ck", "ck_wrap", "ck_body"}
_OFFSETS = ("start_offset", "num", "diff")
"""The parts of a checkpoint that make its `ck_offsets`."""


@dataclass(frozen=True)
class Plan:
    """How the columns of a statement's events are made in bulk: by name, of the captures with these numbers."""

    columns: tuple[tuple[str, _Way, int], ...]
    ck_offsets: tuple[int, int, int] | None
    revive_time: tuple[int, int] | None
    """The captures whose sum it is, where it is not printed."""


@cache
def plan_of(number: int) -> Plan | None:
    """Return the bulk way of a statement, None where one of its holes has none."""
    statement, program = compiled().statements[number], compiled().programs[number]
    if not statement.event or not compiled().bulk[number]:
        return None
    types = event_tables()[statement.event].schema
    columns: list[tuple[str, _Way, int]] = []
    parts: dict[str, int] = {}
    for at, captured in enumerate(program.captures):
        if captured.kind in _CHECKPOINTS:
            parts[captured.part] = at
        if captured.part in {"num", "diff"}:
            continue
        name = "ack_offsets" if captured.part == "ack" else captured.part or captured.hole
        way = _way(captured)
        if way is None or types.get(name) != way.dtype:
            return None
        columns.append((name, way, at))
    offsets = (parts["start_offset"], parts["num"], parts["diff"]) if "diff" in parts else None
    revive_time = (parts["pop_time"], parts["invisible_ms"]) if "pop_time" in parts else None
    return Plan(tuple(columns), offsets, revive_time)


def _way(captured: Captured) -> _Way | None:
    if captured.part:
        return _BY_SHAPE.get((captured.kind, captured.part)) or _BY_PART.get(captured.part, _NUMBER)
    return _BY_KIND.get(captured.kind)


def late(plan: Plan, kept: Kept, none: Mask) -> Mask:
    """Return which events have a time that no clock can show."""
    odd = none.copy()
    for name, way, slot in plan.columns:
        if name.endswith(TIMES) and way.dtype == pl.Int64:
            low = kept(slot)[0]
            odd |= (np.abs(low) > LATEST_MS) & (low != NULL)
    if plan.revive_time:
        odd |= np.abs(_sum(plan.revive_time, kept)) > LATEST_MS
    return odd


def _sum(slots: tuple[int, int], kept: Kept) -> Ints:
    total: Ints = kept(slots[0])[0] + kept(slots[1])[0]
    return total


def bulk_columns(number: int, plan: Plan, buf: Bytes, kept: Kept, count: int) -> dict[str, Any] | None:
    """Return the columns of *count* events of a statement, None where one of them holds what only the plain way takes."""
    statement = compiled().statements[number]
    schema = schema_of(statement.event or "")
    made = {name: same(value, schema.field(name).type, count) for name, value in statement.fixed.items()}
    for name, way, slot in plan.columns:
        made[name] = way.make(buf, *kept(slot))
    if plan.ck_offsets:
        made["ck_offsets"] = _offsets(buf, *(kept(slot) for slot in plan.ck_offsets))
    if plan.revive_time:
        made["revive_time"] = pa.array(_sum(plan.revive_time, kept))
    return None if any(column is None for column in made.values()) else made


def _offsets(buf: Bytes, start: tuple[Ints, Ints], num: tuple[Ints, Ints], diff: tuple[Ints, Ints]) -> Any:
    offsets, values = np.empty(len(start[0]) + 1, np.int64), np.empty(gather.room_for(*diff), np.int64)
    count = gather.ck_offsets(buf, start[0], num[0], *diff, offsets, values)
    return None if count < 0 else lists(offsets, values[:count])


def hole_texts(number: int, buf: Bytes, kept: Kept) -> Iterator[dict[str, str]]:
    """Yield for each of some records the texts of a statement's holes, as its expression would give them."""
    spans: dict[str, list[str]] = {}
    begins: Ints = np.empty(0, np.int64)
    for slot, captured in enumerate(compiled().programs[number].captures):
        low, high = kept(slot)
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
    return [buf[a:b].tobytes().decode("ascii") for a, b in zip(low.tolist(), high.tolist(), strict=True)]
