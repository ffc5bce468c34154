"""Brokers as each name server knew them: registered, and how they left its table.

Mirrors RouteInfoManager and, from 5.0 on, BatchUnregistrationService.
"""

from forensics.model.spans import SECOND_US, Span
from forensics.replay.events import Events, Row, Rows, at, by, state_id, timed
from forensics.replay.timeline import Timeline

_CAUSES = ("broker_expired", "broker_channel_destroyed")
_CAUSE_WITHIN_US = 2 * SECOND_US
"""The unregistration is a task submitted when the channel is found dead; both lines stand within seconds of each other."""


def replay(events: Events) -> Rows:
    """Return the rows of `brokers_registered`."""
    names = {node["address"]: node["name"] for node in events.states["nodes"] if node["kind"] == "broker" and node["address"]}
    rows = timed(events.rows("broker_registered", "broker_unregistered", *_CAUSES))
    ends = by([life for life in events.states["lives"] if life["state"] in {"down", "stopped"} and life["to_lo"]], "node")
    out = []
    for node, own in by([row for row in rows if row["kind"] == "namesrv"], "node").items():
        causes = Timeline(row for row in own if row["event"] in _CAUSES)
        changing = [row for row in own if row["event"] not in _CAUSES or (row["event"] == _CAUSES[1] and row["address"])]
        for address, changes in by(changing, "address").items():
            out += [_ended(row, ends.get(node, [])) for row in _stretches(node, address, names.get(address), changes, causes)]
    return {"brokers_registered": sorted(out, key=lambda row: (row["node"], row["from_lo"], row["state_id"]))}


def _stretches(node: str, address: str, broker: str | None, changes: list[Row], causes: Timeline) -> list[Row]:
    out: list[Row] = []
    for row in changes:
        if row["event"] == "broker_registered":
            out.append(_row(node, address, broker, row))
        elif out and out[-1]["to_lo"] is None:
            cause = _cause(row, address, causes)
            out[-1] |= Span(at(out[-1] | {"ts_lo": out[-1]["from_lo"], "ts_hi": out[-1]["from_hi"]}), at(row)).columns()
            out[-1]["ended_by"] = _how(cause)
            out[-1]["record_ids"] = sorted({*out[-1]["record_ids"], row["record_id"], *([cause["record_id"]] if cause else [])})
    return out


def _ended(row: Row, ends: list[Row]) -> Row:
    """Return an open stretch as ended with the process that held the table in memory, where another one followed it."""
    over = next((life for life in ends if life["from_lo"] >= row["from_lo"]), None) if row["to_lo"] is None else None
    if over is None:
        return row
    return row | {"to_lo": over["from_lo"], "to_hi": over["to_hi"], "ended_by": "nameserver_ended"}


def _row(node: str, address: str, broker: str | None, row: Row) -> Row:
    return {
        "state_id": state_id("registered", node, address, row["record_id"]),
        "node": node,
        "broker": broker,
        "address": address,
        **Span(at(row), None).columns(),
        "ended_by": "open",
        "record_ids": [row["record_id"]],
    }


def _cause(row: Row, address: str, causes: Timeline) -> Row | None:
    about = causes.within((row["ts_lo"] - _CAUSE_WITHIN_US, row["ts_lo"] + _CAUSE_WITHIN_US))
    near = [c for c in about if abs(c["ts_lo"] - row["ts_lo"]) <= _CAUSE_WITHIN_US and c.get("address") in {address, None}]
    return min(near, key=lambda c: (c["event"] != "broker_expired", abs(c["ts_lo"] - row["ts_lo"])), default=None)


def _how(cause: Row | None) -> str:
    if cause is None:
        return "unregistered"
    return "expired" if cause["event"] == "broker_expired" else "channel_closed"
