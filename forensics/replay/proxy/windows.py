"""Drives model/proxy.py: the windows in which a proxy did not know a client yet, and the exceptions they explain."""

from forensics.model import proxy as model
from forensics.model.coverage import Coverage
from forensics.model.spans import SECOND_US
from forensics.replay.coverage import coverage_of
from forensics.replay.events import Events, Row, Rows, at, by, deviation, state_id, timed
from forensics.replay.proxy.acks import AT_PROXIES, SLACK_US, Client, ends_of, met, prints_refusals, refused_acks, whose
from forensics.replay.proxy.breaks import BROKEN, SETTINGS, outages
from forensics.replay.proxy.unlogged import unlogged

_LATE_US = 30 * SECOND_US
"""A consumer that shuts down waits for messages in work, and acks them after it has said that it ends."""
_EXCEPTIONS = "proxy.log"
_REFUSALS = "rocketmq-client.log"

_REQUESTS = {
    model.ACK: "an ack",
    model.CHANGE_INVISIBLE: "a change of the invisible time",
    model.FORWARD_TO_DLQ: "a forward to the dead letter queue",
    model.RECEIVE_HANDLE: "a receive with messages",
}


def replay(events: Events) -> Rows:
    """Return the rows of `proxy_windows`, `proxy_exceptions`, `proxy_refusals` and their deviations."""
    exceptions = [_exception(row) for row in timed(events.rows("proxy_internal_error")) if row["kind"] == "proxy"]
    windows = _windows(events)
    windows += unlogged(events, windows)
    for exception in exceptions:
        if exception["activity"] in model.NULL_CHANNEL | {model.UNKNOWN}:
            exception["windows"] = [w["state_id"] for w in windows if w["node"] == exception["node"] and _inside(exception, w)]
    _attribute(events, exceptions, windows)
    return {
        "proxy_windows": windows,
        "proxy_exceptions": exceptions,
        "proxy_refusals": _refusals(events, exceptions, windows),
        "deviations": [_deviation(e) for e in exceptions if e["activity"] in model.NULL_CHANNEL],
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
    """Return a window for each arrival of a consumer at a proxy that comes after a sign of it elsewhere."""
    arrived = timed(events.rows("consumer_connected", of=AT_PROXIES))  # producers ack nothing
    connected = [row | {"stamp_us": _stamp(events, row)} for row in arrived]
    streams = by(timed(events.rows(BROKEN, SETTINGS)), "client_id")
    broken = {client_id: [row for row in outages(rows) if row["event"] == BROKEN] for client_id, rows in streams.items()}
    gone = ends_of(events)
    coverage = coverage_of(events)
    windows = []
    for client_id, rows in by(connected, "client_id").items():
        arrivals = [row for row in rows if row["channel_kind"] == "grpc"]
        for arrival in arrivals:
            sign = _elsewhere(arrival, rows, _told(events, arrival, broken.get(client_id, [])), gone)
            if sign:
                how, row, source = _or_refused_before(events, arrival, sign, rows, gone)
                begin = max([row["earliest" if "earliest" in row else "ts_lo"], *_began(arrival, gone)])
                windows.append(_window(events, client_id, arrival, (how, row | {"earliest": begin}, source), coverage))
    return windows


def _stamp(events: Events, row: Row) -> int | None:
    """Return the time at which the proxy made the client's channel, on the clock of the lines."""
    return row["last_update_ms"] and events.clock.stamp(row["node"], row["last_update_ms"] * 1_000)


def _told(events: Events, arrival: Row, broken: list[Row]) -> list[Row]:
    """Return the broken streams, each with the earliest its client's clock allows; none where a clock is off without bound."""
    doubts = [(row, events.clock.doubt(row["node"], arrival["node"])) for row in broken]
    return [row | {"earliest": row["ts_lo"] - doubt} for row, doubt in doubts if doubt is not None]


Sign = tuple[str, Row, str | None]


def _elsewhere(arrival: Row, rows: list[Row], broken: list[Row], gone: dict[str, list[Row]]) -> Sign | None:
    """Return the best sign before *arrival* that the client had been served elsewhere: how, its row, by which proxy.

    A client's broken stream, then the end of the proxy it was at, or of this one's process before, show that it moved; that
    another proxy told of it shows only that it was there too, as a client of several proxies is in good order.
    """
    end = _arrived(arrival)[0]
    others = [r for r in rows if r["node"] != arrival["node"] and r["channel_kind"] == "grpc" and _arrived(r)[1] < end]
    source = max(others, key=lambda r: _arrived(r)[0], default=None)
    node = source["node"] if source else None
    streams = [r for r in broken if r["ts_lo"] < end]
    if streams:
        return "stream_broken", max(streams, key=lambda r: r["ts_lo"]), node
    since = _arrived(source)[0] - SLACK_US if source else None
    if source and since and any(since <= life["from_lo"] <= end + SLACK_US for life in gone.get(source["node"], [])):
        return "proxy_gone", source, node
    heard = [r for r in rows if r["node"] == arrival["node"] and r["channel_kind"] == "remote" and r["ts_lo"] < end]
    if heard:
        return "heard_from_other_proxy", max(heard, key=lambda r: r["ts_lo"]), node
    return _at_its_process_before(arrival, rows, gone)


def _at_its_process_before(arrival: Row, rows: list[Row], gone: dict[str, list[Row]]) -> Sign | None:
    """Return the sign that the client had been at this very proxy, whose process ended meanwhile: the new one knows nobody."""
    node, end = arrival["node"], _arrived(arrival)[0]
    before = [r for r in rows if r["node"] == node and r["channel_kind"] == "grpc" and _arrived(r)[1] < end]
    last = max(before, key=lambda r: _arrived(r)[0], default=None)
    ends = [life["from_lo"] for life in gone.get(node, []) if last and _arrived(last)[1] <= life["from_lo"] < end]
    return ("proxy_gone", last | {"earliest": max([*ends, *_began(arrival, gone)])}, None) if last and ends else None


def _began(arrival: Row, gone: dict[str, list[Row]]) -> list[int]:
    """Return when processes of the proxy began that followed another one, up to *arrival*: none before could refuse an ack."""
    at = _arrived(arrival)[0]
    return [life["to_lo"] for life in gone.get(arrival["node"], []) if life["to_lo"] is not None and life["to_lo"] <= at]


def _or_refused_before(events: Events, arrival: Row, sign: Sign, rows: list[Row], gone: dict[str, list[Row]]) -> Sign:
    """Return *sign*, or that the client was at this proxy's process before, where it acked its handles of then before *sign*.

    A handle is acked at the proxy it was got from, also by a client that is at another one meanwhile.
    """
    before, doubt = _at_its_process_before(arrival, rows, gone), events.clock.doubt(sign[1]["node"], arrival["node"])
    if not before or doubt is None:
        return sign
    how, row, source = before
    acks = refused_acks(events, arrival["client_id"], row["earliest"], sign[1]["ts_lo"])
    first = min((ack["ts_lo"] for ack in acks), default=None)
    return (how, row | {"earliest": first - doubt}, source) if first is not None and first < sign[1]["ts_lo"] else sign


def _arrived(row: Row) -> tuple[int, int]:
    """Return when the proxy had the client's channel: its own exact time where the line holds one."""
    exact = row["stamp_us"]
    return (exact, exact + 999) if exact else (row["ts_lo"], row["ts_hi"])


def _window(events: Events, client_id: str, arrival: Row, sign: Sign, coverage: Coverage) -> Row:
    how, row, source = sign
    begin, end = row["earliest"], _arrived(arrival)
    own = next((c["node"] for c in events.states["clients"] if c["client_id"] == client_id), None)
    return {
        "state_id": state_id("window", arrival["node"], client_id, arrival["record_id"]),
        "node": arrival["node"],
        "client_id": client_id,
        "group": arrival["group"],
        "moved_from": source,
        "moved_by": how,
        "from_lo": begin,
        "from_hi": end[1],
        "to_lo": end[0],
        "to_hi": end[1],
        "client_node": own,
        **met(events, client_id, begin, end[1]),
        "log_complete": coverage.covers(arrival["node"], _EXCEPTIONS, "ERROR", begin, end[1]),
        "record_ids": [row["record_id"], arrival["record_id"]],
    }


def _attribute(events: Events, exceptions: list[Row], windows: list[Row]) -> None:
    """Note on each window the ack exceptions that are of it alone, and those that may be of others as well."""
    acks = [e for e in exceptions if e["activity"] == model.ACK and e["windows"]]
    coverage = coverage_of(events)
    for node, thrown in by(acks, "node").items():
        clients = {w["state_id"]: _client(events, w, coverage) for w in windows if w["node"] == node}
        told = whose(thrown, clients)
        for exception in thrown:
            fitted = len(exception["windows"])
            exception["windows"] = told[exception["state_id"]]
            _count(exception, windows, fitted)
    for exception in exceptions:
        if exception["activity"] == model.UNKNOWN:
            for window in windows:
                window["exceptions_shared"] += window["state_id"] in exception["windows"]


def _client(events: Events, window: Row, coverage: Coverage) -> Client:
    own, client_id = window["client_node"], window["client_id"]
    doubt = events.clock.doubt(own, window["node"]) if own else None
    threw = refused_acks(events, client_id, window["from_lo"], window["to_hi"]) if doubt is not None else []
    whole = coverage.covers(own, _REFUSALS, "ERROR", window["from_lo"], window["to_hi"])
    return Client(window, tuple(threw), prints_refusals(events, client_id), whole, doubt or 0)


def _count(exception: Row, windows: list[Row], fitted: int) -> None:
    """Count an ack's exception at the windows it may be of; *fitted* windows fit its second."""
    alone = len(exception["windows"]) == 1
    for window in windows:
        if window["state_id"] not in exception["windows"]:
            continue
        window["exceptions" if alone else "exceptions_shared"] += 1
        if alone:
            window["exceptions_told"] += fitted > 1
            window["from_hi"] = min(window["from_hi"], exception["ts_hi"])
            window["from_lo"] = min(window["from_lo"], window["from_hi"])
            window["exception_record_ids"].append(exception["record_id"])


def _refusals(events: Events, exceptions: list[Row], windows: list[Row]) -> list[Row]:
    """Return the exceptions of unknown clients that no window counts as its own, one row for each proxy and kind of request."""
    counted = {record_id for window in windows for record_id in window["exception_record_ids"]}
    clients = {window["state_id"]: window["client_id"] for window in windows}
    left = [e for e in exceptions if e["activity"] in model.NULL_CHANNEL and e["record_id"] not in counted]
    gone = by(timed(events.rows("grpc_channel_removed", of=AT_PROXIES)), "node") if left else {}
    return [
        {
            "state_id": state_id("refusals", node, activity),
            "node": node,
            "activity": activity,
            "exceptions": len(thrown),
            "ts_lo": min(e["ts_lo"] for e in thrown),
            "ts_hi": max(e["ts_hi"] for e in thrown),
            "client_ids": sorted({clients[window] for e in thrown for window in e["windows"]}),
            "ended_ids": sorted({r["client_id"] for e in thrown for r in gone.get(node, []) if _just_ended(r, e)}),
            "record_ids": sorted(e["record_id"] for e in thrown),
        }
        for (node, activity), thrown in by(left, "node", "activity").items()
    ]


def _just_ended(removed: Row, exception: Row) -> bool:
    """Return whether a client had ended its session at the proxy by the time of *exception*, and shortly before it."""
    return bool(removed["client_id"]) and -SLACK_US <= exception["ts_hi"] - removed["ts_lo"] <= _LATE_US


def _inside(exception: Row, window: Row) -> bool:
    begins, ends = window["from_lo"] - SLACK_US, window["to_hi"]
    return bool(begins <= exception["ts_hi"] and exception["ts_lo"] <= ends)


def _deviation(exception: Row) -> Row:
    activity = exception["activity"]
    says = f"{_REQUESTS[activity]} met no channel of its client: ReceiptHandleGroupKey.getChannelId threw"
    return deviation(f"{activity}_of_unknown_client", exception, at(exception), exception["record_id"], says)
