"""Drives model/proxy.py: the windows in which a proxy did not know a client yet, and the exceptions they explain."""

from forensics.model import proxy as model
from forensics.replay.events import Events, Row, Rows, at, by, deviation, state_id, timed
from forensics.replay.proxy.acks import ANSWERED_WITHIN_US, AT_PROXIES, SLACK_US, met, removals_of
from forensics.replay.proxy.answers import Client, whose
from forensics.replay.proxy.arrivals import Before, logged
from forensics.replay.proxy.breaks import BROKEN, HEALED, SETTINGS, breaks_of
from forensics.replay.proxy.outside import Outside, anothers
from forensics.replay.proxy.refused import refusals
from forensics.replay.proxy.signs import Case, Seen, Sign, arrived_at, began, elsewhere, or_refused_before
from forensics.replay.proxy.unending import UNENDING, unending
from forensics.replay.proxy.unlogged import unlogged
from forensics.replay.timeline import NOTHING, Between, timelines

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
    case = Case(events, exceptions)
    windows = _windows(events, case)
    windows += unlogged(events, windows, case.refusals)
    windows += unending(events, windows, case.threw, case.refusals)
    spans = timelines([_exposed(window) for window in windows], "node")
    for exception in exceptions:
        if exception["activity"] in model.NOT_KNOWN | {model.UNKNOWN}:
            near = spans.get(exception["node"], NOTHING).within((exception["ts_lo"], exception["ts_hi"]))
            exception["windows"] = [span["state_id"] for span in near]
    _attribute(events, exceptions, windows, case)
    return {
        "proxy_windows": windows,
        "proxy_exceptions": exceptions,
        "proxy_refusals": refusals(events, exceptions, windows),
        "deviations": [_deviation(e) for e in exceptions if e["activity"] in model.NULL_CHANNEL],
    }


def _exception(row: Row) -> Row:
    return {
        "state_id": state_id("exception", row["node"], row["record_id"]),
        "node": row["node"],
        "activity": model.activity(row["exception"] or "", row["exception_text"] or "", tuple(row["frames"] or ())),
        "windows": [],
        "ts_lo": row["ts_lo"],
        "ts_hi": row["ts_hi"],
        "exception": row["exception"],
        "exception_text": row["exception_text"],
        "record_id": row["record_id"],
    }


def _exposed(window: Row) -> Row:
    """Return when an exception at the proxy can be of *window*."""
    return {
        "state_id": window["state_id"],
        "node": window["node"],
        "ts_lo": window["from_lo"] - SLACK_US,
        "ts_hi": window["to_hi"],
    }


def _windows(events: Events, case: Case) -> list[Row]:
    """Return a window for each arrival of a consumer at a proxy that comes after a sign of it elsewhere."""
    arrived = timed(events.rows("consumer_connected", of=AT_PROXIES))  # producers ack nothing
    connected = [row | {"stamp_us": _stamp(events, row)} for row in arrived]
    streams = by(timed(events.rows(BROKEN, SETTINGS)), "client_id")
    broken = {client_id: breaks_of(rows) for client_id, rows in streams.items()}
    removed = by(removals_of(events), "client_id")
    windows = []
    for client_id, rows in by(connected, "client_id").items():
        arrivals = [row for row in rows if row["channel_kind"] == "grpc"]
        heard = [row for row in rows if row["channel_kind"] == "remote"]
        breaks = broken.get(client_id, [])
        lasting = [row for row in breaks if row[HEALED] is None]
        told = (heard, breaks, lasting, removed.get(client_id, []))
        seen = Seen(Before(arrivals, arrived_at), *(Before(one, logged) for one in told))
        for arrival in arrivals:
            sign = elsewhere(arrival, seen, case)
            if sign:
                how, row, source = or_refused_before(case, arrival, sign, seen)
                begin = max([row["earliest" if "earliest" in row else "ts_lo"], *began(arrival, case)])
                windows.append(_window(case, arrival, (how, row | {"earliest": begin}, source)))
    return windows


def _stamp(events: Events, row: Row) -> int | None:
    """Return the time at which the proxy made the client's channel, on the clock of the lines."""
    return row["last_update_ms"] and events.clock.stamp(row["node"], row["last_update_ms"] * 1_000)


def _window(case: Case, arrival: Row, sign: Sign) -> Row:
    (how, row, source), client_id = sign, arrival["client_id"]
    begin, end = row["earliest"], arrived_at(arrival)
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
        "client_node": case.homes.get(client_id),
        **met(case.refusals, client_id, begin, end[1]),
        "log_complete": case.coverage.covers(arrival["node"], _EXCEPTIONS, "ERROR", begin, end[1]),
        "record_ids": [row["record_id"], arrival["record_id"]],
    }


def _attribute(events: Events, exceptions: list[Row], windows: list[Row], case: Case) -> None:
    """Note on each window the ack exceptions that are of it alone, and those that may be of others as well."""
    acks = [e for e in exceptions if e["activity"] == model.ACK and e["windows"]]
    of_node, named = by(windows, "node"), {window["state_id"]: window for window in windows}
    outside = Outside.of(events, windows, case.refusals) if acks else Outside((), {}, {})
    for node, thrown in by(acks, "node").items():
        clients = {w["state_id"]: _client(w, case, _span_of(thrown)) for w in of_node.get(node, ())}
        told = whose(thrown, clients)
        open_ = anothers(node, told, thrown, clients, outside, case)
        for exception in thrown:
            fitted = len(exception["windows"])
            exception["windows"] = told[exception["state_id"]]
            own = [named[window] for window in exception["windows"]]
            _count(exception, own, fitted, alone=len(own) == 1 and exception["state_id"] not in open_)
    for exception in exceptions:
        if exception["activity"] == model.UNKNOWN:
            for window in exception["windows"]:
                named[window]["exceptions_shared"] += 1


def _span_of(thrown: list[Row]) -> Between:
    return min(e["ts_lo"] for e in thrown), max(e["ts_hi"] for e in thrown) + ANSWERED_WITHIN_US


def _client(window: Row, case: Case, thrown: Between) -> Client:
    """Return the client of a window; its log is asked for whole where its proxy threw, with time to answer."""
    own, client_id = window["client_node"], window["client_id"]
    doubt = case.clock.doubt(own, window["node"]) if own else None
    threw = case.refusals.within(client_id, window["from_lo"], window["to_hi"]) if doubt is not None else []
    begin, end = max(window["from_lo"], thrown[0]), min(window["to_hi"], thrown[1])
    whole = case.coverage.covers(own, _REFUSALS, "ERROR", begin, end)
    by_lines = window["moved_by"] in UNENDING
    return Client(window, tuple(threw), case.refusals.printed_by(client_id), whole, doubt or 0, by_lines)


def _count(exception: Row, windows: list[Row], fitted: int, *, alone: bool) -> None:
    """Count an ack's exception at *windows*, which it may be of, or is where it is *alone*; *fitted* windows fit its second."""
    for window in windows:
        window["exceptions" if alone else "exceptions_shared"] += 1
        if alone:
            window["exceptions_told"] += fitted > 1
            window["from_hi"] = min(window["from_hi"], exception["ts_hi"])
            window["from_lo"] = min(window["from_lo"], window["from_hi"])
            window["exception_record_ids"].append(exception["record_id"])


def _deviation(exception: Row) -> Row:
    activity = exception["activity"]
    says = f"{_REQUESTS[activity]} met no channel of its client: ReceiptHandleGroupKey.getChannelId threw"
    return deviation(f"{activity}_of_unknown_client", exception, at(exception), exception["record_id"], says)
