"""Connections as the processes log them: netty channels that became active and ended, and attempts that came to nothing."""

from collections import defaultdict
from typing import Any

import polars as pl

from forensics.case import Case
from forensics.storefiles.events import held_events

Row = dict[str, Any]

_MOST = 4_000
"""Events of one kind that are looked at: a picture of more shows nothing."""


def connections(case: Case) -> list[Row]:
    """Return what each node was connected to: node, address, from_lo, to_lo, record_ids; `to_lo` is null while open."""
    opened: dict[tuple[str, str, str], Row] = {}
    out = []
    for row in _events(case, "channel_active", "channel_inactive"):
        name = (row["node"], row["address"], row["channel_id"])
        if row["event"] == "channel_active":
            opened[name] = {
                "node": row["node"], "address": row["address"], "from_lo": row["ts_lo"], "to_lo": None,
                "record_ids": [row["record_id"]],
            }  # fmt: skip
            out.append(opened[name])
        elif name in opened:
            own = opened.pop(name)
            own["to_lo"], own["record_ids"] = row["ts_lo"], [*own["record_ids"], row["record_id"]]
    return out


def attempts(case: Case) -> list[Row]:
    """Return the attempts to connect that no channel followed before the next attempt at the same address."""
    waiting: dict[tuple[str, str], Row] = {}
    failed: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in _events(case, "channel_connect", "channel_active"):
        name = (row["node"], row["address"])
        before = waiting.pop(name, None)
        if row["event"] == "channel_connect":
            if before:
                failed[name].append(before)
            waiting[name] = row
    for name, row in waiting.items():
        failed[name].append(row)
    return [row for name in sorted(failed) for row in failed[name]]


def _events(case: Case, *kinds: str) -> list[Row]:
    frames = [_frame(case, kind).with_columns(pl.lit(kind).alias("event")) for kind in kinds]
    rows = pl.concat([frame.collect() for frame in frames], how="diagonal")
    return rows.filter(pl.col("ts_lo").is_not_null() & pl.col("address").is_not_null()).sort("node", "ts_lo", "seq").to_dicts()


def _frame(case: Case, kind: str) -> pl.LazyFrame:
    table = held_events(kind)
    wanted = [name for name in ("record_id", "node", "ts_lo", "seq", "address", "channel_id") if name in table.schema]
    return case.scan(table).select(wanted).sort("ts_lo").head(_MOST)
