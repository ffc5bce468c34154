"""How things stood at one instant: which processes lived, which roles, routes and choices held, which messages were out."""

from collections.abc import Callable, Iterable
from typing import Any

import polars as pl

from forensics.case import Case
from forensics.questions.rows import Row, placed, row, states
from forensics.storefiles.events import event_tables, held_events
from forensics.tables.control_plane import OVER


def state_at(case: Case, at: int) -> list[Row]:
    """Return what held in *case* at *at* (microseconds, UTC): certainly, or perhaps where the record leaves it open."""
    rows, ends = [], _ends(case)
    for name, (label, says) in _SAYS.items():
        for one in states(case, name):
            held = _holds(one, at)
            if held and name in _IN_MEMORY:
                held = _outlived(one, held, at, ends)
            if held:
                open_ = "" if held == "certain" else " (perhaps: the record leaves open whether already or still)"
                rows.append(row(one["from_lo"], one["to_hi"], one["node"], label, f"{says(one)}{open_}", one["record_ids"]))
    return placed(case, rows + _checkpoints(case, at))


def _holds(span: Row, at: int) -> str | None:
    """Return `certain`, `perhaps`, or None where it had certainly not begun or had certainly ended."""
    if at < span["from_lo"] or (span["to_hi"] is not None and at > span["to_hi"]):
        return None
    begun = at >= (span["from_hi"] if span["from_hi"] is not None else span["from_lo"])
    lasts = span["to_lo"] is None or at <= span["to_lo"]
    return "certain" if begun and lasts else "perhaps"


_IN_MEMORY = frozenset(
    {"broker_roles", "brokers_registered", "routes_held", "nameserver_choices", "nameserver_silences", "proxy_windows"}
)
"""What goes with the process of its node; a process that is started again has states of its own."""


def _ends(case: Case) -> dict[str, list[Row]]:
    """Return by node the ends of its processes, in order of time."""
    over = [one for one in states(case, "lives") if one["state"] in OVER]
    ends: dict[str, list[Row]] = {}
    for one in sorted(over, key=lambda one: int(one["from_lo"])):
        ends.setdefault(one["node"], []).append(one)
    return ends


def _outlived(state: Row, held: str, at: int, ends: dict[str, list[Row]]) -> str | None:
    """Return how a state is *held* whose process may have ended before *at*.

    One that went without a word did so between its last line and the start of the next, if there is one.
    """
    end = next((one for one in ends.get(state["node"], ()) if one["from_lo"] >= state["from_lo"]), None)
    if end is None or at <= end["from_lo"]:
        return held
    surely = end["from_lo"] if end["state"] == "stopped" else end["to_lo"]
    return None if surely is not None and at > surely else "perhaps"


_BATCH = ("topic", "group", "queue_id", "start_offset")
_POPS = ("ck_buffered", "ck_stored", "ck_popped")
_ACKS = ("ack_buffered", "ack_stored")


def _checkpoints(case: Case, at: int) -> list[Row]:
    """Return the popped messages that were out then, by node, group and queue: popped, not due yet, and not acked by then."""
    pops, acks = _popped(case, at), _acked(case, at)
    left = pops.explode("ck_offsets").join(acks, left_on=[*_BATCH, "ck_offsets"], right_on=[*_BATCH, "ack_offsets"], how="left")
    of = ["node", "topic", "group", "queue_id"]
    acked = left.group_by(of, maintain_order=True).agg(
        pl.col("ts_lo").min(),
        (pl.col("revive_time").max() * 1000).alias("to"),
        pl.col("record_id").unique(),
        pl.len().alias("messages"),
        pl.col("acked").count(),
    )
    return [_out(one) for one in acked.iter_rows(named=True) if one["acked"] < one["messages"]]


def _out(one: Row) -> Row:
    more = f"; {one['acked']} more, popped and not due either, are acked by then" if one["acked"] else ""
    left = one["messages"] - one["acked"]
    out = f"{left} message{'' if left == 1 else 's'} of {one['topic']} queue {one['queue_id']} {'is' if left == 1 else 'are'} out"
    what = f"{out} with {one['group']}{more}"
    return row(one["ts_lo"], one["to"], one["node"], "checkpoint", what, sorted(one["record_id"]))


def _popped(case: Case, at: int) -> pl.DataFrame:
    """Return the batches popped by *at* and due after it, by the line that shows it first; one that a store shows too, once."""
    names = [*_BATCH, "revive_time", "ck_offsets", "node", "record_id", "ts_lo"]
    frames = [
        scan.filter((pl.col("ts_lo") <= at) & (pl.col("revive_time") * 1000 >= at)).select(names) for scan in _scans(case, _POPS)
    ]
    empty = pl.LazyFrame(schema={name: event_tables()["ck_stored"].schema[name] for name in names})
    return pl.concat([empty, *frames]).sort("ts_lo", "record_id").unique([*_BATCH, "revive_time"], keep="first").collect()


def _acked(case: Case, at: int) -> pl.DataFrame:
    """Return each acked message whose ack some line shows by *at*."""
    names = [*_BATCH, "ack_offsets"]
    frames = [scan.filter(pl.col("ts_lo") <= at).select(names) for scan in _scans(case, _ACKS)]
    empty = pl.LazyFrame(schema={name: event_tables()["ack_stored"].schema[name] for name in names})
    return pl.concat([empty, *frames]).explode("ack_offsets").unique().with_columns(acked=pl.lit(True)).collect()


def _scans(case: Case, events: Iterable[str]) -> list[pl.LazyFrame]:
    return [case.scan(table) for table in map(held_events, events) if case.has(table.name)]


def _route(state: Row) -> str:
    if not state["addresses"]:
        return f"{state['client_id']} has dropped {state['broker']}"
    return f"{state['client_id']} routes {state['topic']} to {state['broker']} at {state['master'] or 'no master'}"


_SAYS: dict[str, tuple[str, Callable[[dict[str, Any]], str]]] = {
    "lives": ("life", lambda s: f"{s['kind']} {s['state']}: {s['says']}"),
    "broker_roles": ("role", lambda s: f"{s['broker'] or 'broker'} is {s['role']}"),
    "brokers_registered": (
        "registration",
        lambda s: f"broker {s['broker'] or ''} {s['address']} is registered".replace("  ", " "),
    ),
    "routes_held": ("route", _route),
    "nameserver_choices": ("name server", lambda s: f"{s['client_id']} uses name server {s['nameserver']}"),
    "nameserver_silences": ("name server", lambda s: f"name server {s['nameserver']} does not answer {s['client_id']}"),
    "proxy_windows": ("proxy", lambda s: f"the proxy does not know {s['client_id']} of {s['group']} yet"),
    "rewrite_chains": ("revive", lambda s: f"revive cannot read {s['topic']} queue {s['queue_id']} offset {s['offset']}"),
}
"""By state table what a row of it is called, as the timeline calls it too, and what it says."""
