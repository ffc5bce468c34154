"""Drives model/proxy.py: the windows in which a proxy did not know a client yet, and the exceptions they explain."""

from typing import Any

from forensics.model import proxy as model
from forensics.model.spans import SECOND_US
from forensics.replay.events import Events, Row, Rows, by, state_id, timed

_SLACK_US = SECOND_US
"""Order between files is undecided within a second: the exception's line has whole seconds."""


def replay(events: Events) -> Rows:
    """Return the rows of `proxy_windows`, `proxy_exceptions` and their deviations."""
    exceptions = [_exception(row) for row in timed(events.rows("proxy_internal_error")) if row["kind"] == "proxy"]
    windows = _windows(events)
    for exception in exceptions:
        if exception["activity"] in {model.ACK, model.UNKNOWN}:
            _attribute(exception, windows)
    complete = _complete(events)
    for window in windows:
        window["log_complete"] = complete.get(window["node"], (0, -1))[0] <= window["from_lo"] and (
            window["to_hi"] <= complete.get(window["node"], (0, -1))[1]
        )
        window["from_hi"] = min([window["from_hi"], *window.pop("first_exception", [])])
    return {
        "proxy_windows": windows,
        "proxy_exceptions": exceptions,
        "deviations": [_deviation(e) for e in exceptions if e["activity"] == model.ACK],
    }


def _exception(row: Row) -> Row:
    return {
        "state_id": state_id("exception", row["node"], row["record_id"]),
        "node": row["node"],
        "activity": model.activity(row["exception"] or "", tuple(row["frames"] or ())),
        "windows": [],
        "ts_lo": row["ts_lo"],
        "ts_hi": row["ts_hi"],
        "exception": row["exception"],
        "exception_text": row["exception_text"],
        "record_id": row["record_id"],
    }


def _windows(events: Events) -> list[Row]:
    """Return a window for every arrival of a client at a proxy that comes after a sign of it elsewhere."""
    connected = [row for row in timed(events.rows("consumer_connected", "producer_connected")) if row["kind"] == "proxy"]
    broken = by(timed(events.rows("grpc_stream_broken")), "client_id")
    windows = []
    for client_id, rows in by(connected, "client_id").items():
        arrivals = [row for row in rows if row["channel_kind"] == "grpc"]
        signs = [(arrival, _elsewhere(arrival, rows, broken.get(client_id, []))) for arrival in arrivals]
        windows += [_window(client_id, arrival, sign) for arrival, sign in signs if sign]
    return windows


def _elsewhere(arrival: Row, rows: list[Row], broken: list[Row]) -> tuple[str, Row, str | None] | None:
    """Return the latest sign before *arrival* that the client was served elsewhere: how, its row, and by which proxy."""
    end = _arrived(arrival)[0]
    others = [r for r in rows if r["node"] != arrival["node"] and r["channel_kind"] == "grpc" and _arrived(r)[1] < end]
    source = max(others, key=lambda r: _arrived(r)[0], default=None)
    streams = [r for r in broken if r["ts_lo"] < end]
    heard = [r for r in rows if r["node"] == arrival["node"] and r["channel_kind"] == "remote" and r["ts_lo"] < end]
    for how, signs in (("stream_broken", streams), ("heard_from_other_proxy", heard), ("known_to_other_proxy", others)):
        if signs:
            return how, max(signs, key=lambda r: r["ts_lo"]), source["node"] if source else None
    return None


def _arrived(row: Row) -> tuple[int, int]:
    """Return when the proxy had the client's channel: its own exact time where the line holds one."""
    exact = row["last_update_ms"]
    return (exact * 1000, exact * 1000 + 999) if exact else (row["ts_lo"], row["ts_hi"])


def _window(client_id: str, arrival: Row, sign: tuple[str, Row, str | None]) -> Row:
    how, row, source = sign
    end = _arrived(arrival)
    return {
        "state_id": state_id("window", arrival["node"], client_id, arrival["record_id"]),
        "node": arrival["node"],
        "client_id": client_id,
        "group": arrival["group"],
        "moved_from": source,
        "moved_by": how,
        "from_lo": row["ts_lo"],
        "from_hi": end[1],
        "to_lo": end[0],
        "to_hi": end[1],
        "exceptions": 0,
        "exceptions_shared": 0,
        "log_complete": False,
        "exception_record_ids": [],
        "record_ids": [row["record_id"], arrival["record_id"]],
        "first_exception": [],
    }


def _attribute(exception: Row, windows: list[Row]) -> None:
    """Note on *exception* the windows that can explain it, and on a window the exceptions that only it explains."""
    fitting = [
        w
        for w in windows
        if w["node"] == exception["node"] and w["from_lo"] - _SLACK_US <= exception["ts_hi"] and exception["ts_lo"] <= w["to_hi"]
    ]
    exception["windows"] = [w["state_id"] for w in fitting]
    for window in fitting:
        window["first_exception"].append(exception["ts_hi"])
        if len(fitting) == 1 and exception["activity"] == model.ACK:
            window["exceptions"] += 1
            window["exception_record_ids"].append(exception["record_id"])
        else:
            window["exceptions_shared"] += 1


def _complete(events: Events) -> dict[Any, tuple[int, int]]:
    """Return by proxy the span of its proxy.log; ERROR lines in it are never dropped (logback AsyncAppender)."""
    return {
        row["node"]: (row["from_lo"], row["to_hi"])
        for row in events.states["coverage"]
        if row["kind"] == "proxy" and row["series"] == "proxy.log" and row["from_lo"] is not None
    }


def _deviation(exception: Row) -> Row:
    return {
        "deviation": "ack_of_unknown_client",
        "state_id": exception["state_id"],
        "node": exception["node"],
        "ts_lo": exception["ts_lo"],
        "ts_hi": exception["ts_hi"],
        "record_id": exception["record_id"],
        "says": "an ack met no channel of its client: ReceiptHandleGroupKey.getChannelId under AckMessageActivity",
    }
