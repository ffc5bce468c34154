"""What each log covers: from when to when, which levels, with which holes; every argument from absence rests on it."""

from itertools import pairwise

import polars as pl

from forensics.model.spans import SECOND_US
from forensics.replay.events import Events, Row, Rows, by
from forensics.sources.place import place_of

STARTS = (
    "client_started",
    "client_instance",
    "grpc_client_started",
    "process_started",
    "proxy_started",
    "nameserver_boot",
    "option_dumped",
)
STOPS = ("client_stopped", "grpc_client_stopped", "process_stopped", "proxy_stopped")

_LOSSLESS = {"namesrv": {"namesrv.log"}, "controller": {"controller.log", "dledger.log", "jraft.log"}}
"""Logs whose appender never drops INFO: discardingThreshold 0 (rmq.namesrv.logback.xml, rmq.controller.logback.xml)."""
STORE = "store"
"""The series of a store's files: it is no log, and nothing rotates out of it or is dropped."""
_LEAST_SILENCE_US = 30 * SECOND_US
_RHYTHMS = 3


def replay(events: Events) -> Rows:
    """Return the rows of `coverage`."""
    files = [f for f in events.files if f["status"] in {"read", "empty"} and f["kind"]]
    facts = _facts(events)
    started, stopped = _nodes_with(events, STARTS), _nodes_with(events, STOPS)
    return {"coverage": [_row(own, facts, started, stopped) for _, own in sorted(by(files, "node", "kind", "series").items())]}


def silences(times: list[int]) -> list[tuple[int, int]]:
    """Return the gaps between sorted *times* that are far beyond the rhythm of the rest, in microseconds."""
    gaps = [(after - before, before, after) for before, after in pairwise(times)]
    usual = sorted(gap for gap, _, _ in gaps)
    if len(usual) < 10:
        return []
    bound = max(_LEAST_SILENCE_US, _RHYTHMS * usual[int(len(usual) * 0.98)])
    return [(before, after) for gap, before, after in gaps if gap > bound]


def missing_parts(paths: list[str]) -> list[int]:
    """Return the rotation indexes that lack between the live file and the oldest one there: what is older has rotated away."""
    there = {place_of(path).index for path in paths}
    return [index for index in range(1, max(there, default=0)) if index not in there]


def _facts(events: Events) -> dict[int, Row]:
    """Return by file its levels and the distinct instants of its records."""
    frame = (
        events.records()
        .filter(pl.col("ts_lo").is_not_null())
        .group_by("file_id")
        .agg(pl.col("level").drop_nulls().unique().sort().alias("levels"), pl.col("ts_lo").unique().sort().alias("times"))
        .collect()
    )
    return {row["file_id"]: row for row in frame.to_dicts()}


def _nodes_with(events: Events, kinds: tuple[str, ...]) -> set[tuple[str, int]]:
    return {(row["node"], row["file_id"]) for row in events.rows(*kinds)}


def _has_first(files: list[Row]) -> bool:
    """Return whether a store's commit log still has its first file."""
    return any(f["path"].endswith(f"commitlog/{0:020d}") for f in files)


def _row(files: list[Row], facts: dict[int, Row], started: set[tuple[str, int]], stopped: set[tuple[str, int]]) -> Row:
    ordered = sorted(files, key=lambda f: f["series_order"])
    own = [facts[f["file_id"]] for f in ordered if f["file_id"] in facts]
    times = sorted({t for fact in own for t in fact["times"]})
    first, last = ordered[0], ordered[-1]
    store = first["series"] == STORE
    return {
        "node": first["node"],
        "kind": first["kind"],
        "series": first["series"],
        "from_lo": min((f["from_lo"] for f in ordered if f["from_lo"] is not None), default=None),
        "to_hi": max((f["to_hi"] for f in ordered if f["to_hi"] is not None), default=None),
        "levels": sorted({level for fact in own for level in fact["levels"]}),
        "begins_at_start": _has_first(ordered) if store else (first["node"], first["file_id"]) in started,
        "ends_at_stop": (last["node"], last["file_id"]) in stopped,
        "missing_parts": missing_parts([file["path"] for file in ordered]),
        "loses_info": not store and first["series"] not in _LOSSLESS.get(first["kind"], set()),
        "gaps": [] if store else [{"from_lo": lo, "to_hi": hi} for lo, hi in silences(times)],
        "lines": sum(f["records" if store else "lines"] for f in ordered),
    }
