"""Drives model/proxy.py: the windows in which a proxy did not know a client yet, and the exceptions they explain."""

from dataclasses import dataclass

from forensics.model import proxy as model
from forensics.replay.coverage import coverage_of
from forensics.replay.events import Events, Row, Rows, at, by, deviation, state_id, timed
from forensics.replay.proxy.acks import AT_PROXIES, SLACK_US, Client, Refusals, ends_of, met, whose
from forensics.replay.proxy.arrivals import Before, Ends, logged
from forensics.replay.proxy.breaks import BROKEN, SETTINGS, outages
from forensics.replay.proxy.refused import refusals
from forensics.replay.proxy.unending import unending
from forensics.replay.proxy.unlogged import unlogged
from forensics.replay.timeline import NOTHING, timelines

_EXCEPTIONS = "proxy.log"
_REFUSALS = "rocketmq-client.log"

_REQUESTS = {
    model.ACK: "an ack",
    model.CHANGE_INVISIBLE: "a change of the invisible time",
    model.FORWARD_TO_DLQ: "a forward to the dead letter queue",
    model.RECEIVE_HANDLE: "a receive with messages",
}


_NO_ENDS = Ends()


class _Case:
    """What the windows of one case are read against: acks that threw, ends of processes, coverage, and where clients log."""

    def __init__(self, events: Events, exceptions: list[Row]) -> None:
        self.clock = events.clock
        self.threw = timelines([e for e in exceptions if e["activity"] in {model.ACK, model.UNKNOWN}], "node")
        self.refusals = Refusals(events)
        self.gone = {node: Ends(lives) for node, lives in ends_of(events).items()}
        self.coverage = coverage_of(events)
        self.homes: dict[str, str | None] = {client["client_id"]: client["node"] for client in events.states["clients"]}


def replay(events: Events) -> Rows:
    """Return the rows of `proxy_windows`, `proxy_exceptions`, `proxy_refusals` and their deviations."""
    exceptions = [_exception(row) for row in timed(events.rows("proxy_internal_error")) if row["kind"] == "proxy"]
    case = _Case(events, exceptions)
    windows = _windows(events, case)
    windows += unlogged(events, windows, case.refusals)
    windows += unending(events, windows, case.threw, case.refusals)
    spans = timelines([_exposed(window) for window in windows], "node")
    for exception in exceptions:
        if exception["activity"] in model.NULL_CHANNEL | {model.UNKNOWN}:
            near = spans.get(exception["node"], NOTHING).within((exception["ts_lo"], exception["ts_hi"]))
            exception["windows"] = [span["state_id"] for span in near]
    _attribute(exceptions, windows, case)
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
        "activity": model.activity(row["exception"] or "", tuple(row["frames"] or ())),
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


def _windows(events: Events, case: _Case) -> list[Row]:
    """Return a window for each arrival of a consumer at a proxy that comes after a sign of it elsewhere."""
    arrived = timed(events.rows("consumer_connected", of=AT_PROXIES))  # producers ack nothing
    connected = [row | {"stamp_us": _stamp(events, row)} for row in arrived]
    streams = by(timed(events.rows(BROKEN, SETTINGS)), "client_id")
    broken = {client_id: [row for row in outages(rows) if row["event"] == BROKEN] for client_id, rows in streams.items()}
    windows = []
    for client_id, rows in by(connected, "client_id").items():
        arrivals = [row for row in rows if row["channel_kind"] == "grpc"]
        heard = [row for row in rows if row["channel_kind"] == "remote"]
        seen = _Seen(Before(arrivals, _arrived), Before(heard, logged), Before(broken.get(client_id, []), logged))
        for arrival in arrivals:
            sign = _elsewhere(arrival, seen, case)
            if sign:
                how, row, source = _or_refused_before(case, arrival, sign, seen)
                begin = max([row["earliest" if "earliest" in row else "ts_lo"], *_began(arrival, case)])
                windows.append(_window(case, arrival, (how, row | {"earliest": begin}, source)))
    return windows


def _stamp(events: Events, row: Row) -> int | None:
    """Return the time at which the proxy made the client's channel, on the clock of the lines."""
    return row["last_update_ms"] and events.clock.stamp(row["node"], row["last_update_ms"] * 1_000)


@dataclass(frozen=True)
class _Seen:
    """A client's arrivals `at` proxies, the lines by which one `heard` of it from another, and the streams that it lost."""

    at: Before
    heard: Before
    broken: Before


def _broken(case: _Case, arrival: Row, seen: _Seen) -> Row | None:
    """Return the last broken stream, with the earliest its client's clock allows; none where a clock is off without bound."""
    doubts = {node: case.clock.doubt(node, arrival["node"]) for node in seen.broken.nodes}
    row = seen.broken.last(_arrived(arrival)[0], [node for node, doubt in doubts.items() if doubt is not None])
    return row and row | {"earliest": row["ts_lo"] - (doubts[row["node"]] or 0)}


Sign = tuple[str, Row, str | None]


def _elsewhere(arrival: Row, seen: _Seen, case: _Case) -> Sign | None:
    """Return the best sign before *arrival* that the client had been served elsewhere: how, its row, by which proxy.

    A client's broken stream, then the end of the proxy it was at, or of this one's process before, show that it moved; that
    another proxy told of it shows only that it was there too, as a client of several proxies is in good order.
    """
    end = _arrived(arrival)[0]
    source = seen.at.last(end, [node for node in seen.at.nodes if node != arrival["node"]])
    node = source["node"] if source else None
    stream = _broken(case, arrival, seen)
    if stream:
        last = seen.at.last(end, seen.at.nodes)
        return "stream_broken", stream, node if last is source else None
    if source and _ends(case, source["node"]).ended(_arrived(source)[0] - SLACK_US, end + SLACK_US) is not None:
        return "proxy_gone", source, node
    heard = seen.heard.last(end, [arrival["node"]])
    if heard:
        return "heard_from_other_proxy", heard, node
    return _at_its_process_before(arrival, seen, case)


def _at_its_process_before(arrival: Row, seen: _Seen, case: _Case) -> Sign | None:
    """Return the sign that the client had been at this very proxy, whose process ended meanwhile: the new one knows nobody."""
    node, end = arrival["node"], _arrived(arrival)[0]
    last = seen.at.last(end, [node])
    ended = _ends(case, node).ended(_arrived(last)[1], end - 1) if last else None
    if last is None or ended is None:
        return None
    return "proxy_gone", last | {"earliest": max([ended, *_began(arrival, case)])}, None


def _ends(case: _Case, node: str) -> Ends:
    return case.gone.get(node, _NO_ENDS)


def _began(arrival: Row, case: _Case) -> list[int]:
    """Return when the proxy's process began, if it followed another one: no exception before it can be one of its acks."""
    return _ends(case, arrival["node"]).began(_arrived(arrival)[0])


def _or_refused_before(case: _Case, arrival: Row, sign: Sign, seen: _Seen) -> Sign:
    """Return *sign*, or that the client was at this proxy's process before, where it acked its handles of then before *sign*.

    A handle is acked at the proxy it was got from, also by a client that is at another one meanwhile. An ack whose broker is gone
    is answered as one that threw is, and no exception of it is logged.
    """
    before, doubt = _at_its_process_before(arrival, seen, case), case.clock.doubt(sign[1]["node"], arrival["node"])
    if not before or doubt is None:
        return sign
    how, row, source = before
    acks = case.refusals.within(arrival["client_id"], row["earliest"], sign[1]["ts_lo"])
    threw = case.threw.get(arrival["node"], NOTHING)
    first = min(
        (ack["ts_lo"] for ack in acks if threw.within((ack["ts_lo"] - SLACK_US - doubt, ack["ts_hi"] + doubt))), default=None
    )
    return (how, row | {"earliest": first - doubt}, source) if first is not None and first < sign[1]["ts_lo"] else sign


def _arrived(row: Row) -> tuple[int, int]:
    """Return when the proxy had the client's channel: its own exact time where the line holds one."""
    exact = row["stamp_us"]
    return (exact, exact + 999) if exact else (row["ts_lo"], row["ts_hi"])


def _window(case: _Case, arrival: Row, sign: Sign) -> Row:
    (how, row, source), client_id = sign, arrival["client_id"]
    begin, end = row["earliest"], _arrived(arrival)
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


def _attribute(exceptions: list[Row], windows: list[Row], case: _Case) -> None:
    """Note on each window the ack exceptions that are of it alone, and those that may be of others as well."""
    acks = [e for e in exceptions if e["activity"] == model.ACK and e["windows"]]
    of_node, named = by(windows, "node"), {window["state_id"]: window for window in windows}
    for node, thrown in by(acks, "node").items():
        clients = {w["state_id"]: _client(w, case) for w in of_node.get(node, ())}
        told = whose(thrown, clients)
        for exception in thrown:
            fitted = len(exception["windows"])
            exception["windows"] = told[exception["state_id"]]
            _count(exception, [named[window] for window in exception["windows"]], fitted)
    for exception in exceptions:
        if exception["activity"] == model.UNKNOWN:
            for window in exception["windows"]:
                named[window]["exceptions_shared"] += 1


def _client(window: Row, case: _Case) -> Client:
    own, client_id = window["client_node"], window["client_id"]
    doubt = case.clock.doubt(own, window["node"]) if own else None
    threw = case.refusals.within(client_id, window["from_lo"], window["to_hi"]) if doubt is not None else []
    whole = case.coverage.covers(own, _REFUSALS, "ERROR", window["from_lo"], window["to_hi"])
    return Client(window, tuple(threw), case.refusals.printed_by(client_id), whole, doubt or 0)


def _count(exception: Row, windows: list[Row], fitted: int) -> None:
    """Count an ack's exception at *windows*, which it may be of; *fitted* windows fit its second."""
    alone = len(windows) == 1
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
