"""What shows that a client which comes to a proxy was served elsewhere before, or that the proxy had stopped to know it."""

from dataclasses import dataclass

from forensics.model import proxy as model
from forensics.replay.coverage import coverage_of
from forensics.replay.events import Events, Row, timed
from forensics.replay.proxy.acks import SLACK_US, Refusals, ends_of
from forensics.replay.proxy.arrivals import Before, Ends
from forensics.replay.proxy.breaks import HEALED
from forensics.replay.timeline import NOTHING, timelines

_NO_ENDS = Ends()


class Case:
    """What the windows of one case are read against: acks that threw, ends of processes, coverage, and where clients log."""

    def __init__(self, events: Events, exceptions: list[Row]) -> None:
        self.clock = events.clock
        self.threw = timelines([e for e in exceptions if e["activity"] in {model.ACK, model.UNKNOWN}], "node")
        self.refusals = Refusals(events)
        lives = {node: [*own] for node, own in ends_of(events).items()}
        for row in timed(events.rows("proxy_stopping")):  # it takes no request from then on, and may end half a minute later
            lives.setdefault(row["node"], []).append({"from_lo": row["ts_lo"], "to_lo": None})
        self.gone = {node: Ends(own) for node, own in lives.items()}
        self.coverage = coverage_of(events)
        self.homes: dict[str, str | None] = {client["client_id"]: client["node"] for client in events.states["clients"]}


@dataclass(frozen=True)
class Seen:
    """A client's arrivals `at` proxies and what they `heard` of it from others, its `broken` streams and `removed` channels.

    Of the broken streams those are `lasting` whose session never had settings again.
    """

    at: Before
    heard: Before
    broken: Before
    lasting: Before
    removed: Before


def _broken(case: Case, arrival: Row, seen: Seen) -> Row | None:
    """Return the last broken stream, with the earliest its client's clock allows; none where a clock is off without bound.

    It shows no move where its session had been renewed before the client arrived.
    """
    doubts = {node: case.clock.doubt(node, arrival["node"]) for node in seen.broken.nodes}
    known, end = [node for node, doubt in doubts.items() if doubt is not None], arrived_at(arrival)[0]
    row = seen.broken.last(end, known)
    if row and row[HEALED] is not None and row[HEALED] + SLACK_US + (doubts[row["node"]] or 0) < end:
        row = seen.lasting.last(end, known)
    return row and row | {"earliest": row["ts_lo"] - (doubts[row["node"]] or 0)}


Sign = tuple[str, Row, str | None]


def elsewhere(arrival: Row, seen: Seen, case: Case) -> Sign | None:
    """Return the best sign before *arrival* that the client had been served elsewhere: how, its row, by which proxy.

    That this proxy had removed its channel comes first. A client's broken stream, then the end of the proxy it was at, or of this
    one's process before, show that it moved; that another proxy told of it shows only that it was there too, as a client of
    several proxies is in good order.
    """
    end = arrived_at(arrival)[0]
    source = seen.at.last(end, [node for node in seen.at.nodes if node != arrival["node"]])
    node = source["node"] if source else None
    if dropped := _dropped(arrival, seen, case):
        return dropped
    stream = _broken(case, arrival, seen)
    if stream and not _came_since(arrival, stream, seen, case):
        last = seen.at.last(end, seen.at.nodes)
        return "stream_broken", stream, node if last is source else None
    if source and _ends(case, source["node"]).ended(arrived_at(source)[0] - SLACK_US, end + SLACK_US) is not None:
        return "proxy_gone", source, node
    heard = seen.heard.last(end, [arrival["node"]])
    if heard:
        return "heard_from_other_proxy", heard, node
    return _at_its_process_before(arrival, seen, case)


def _came_since(arrival: Row, stream: Row, seen: Seen, case: Case) -> bool:
    """Return whether the client had come to this proxy's process already since that *stream* broke."""
    last = seen.at.last(arrived_at(arrival)[0], [arrival["node"]])
    return last is not None and stream["ts_hi"] < arrived_at(last)[0] and not _at_its_process_before(arrival, seen, case)


def _at_its_process_before(arrival: Row, seen: Seen, case: Case) -> Sign | None:
    """Return the sign that the client had been at this very proxy, whose process ended meanwhile: the new one knows nobody."""
    node, end = arrival["node"], arrived_at(arrival)[0]
    last = seen.at.last(end, [node])
    ended = _ends(case, node).ended(arrived_at(last)[1], end - 1) if last else None
    if last is None or ended is None:
        return None
    return "proxy_gone", last | {"earliest": max([ended, *began(arrival, case)])}, None


def _dropped(arrival: Row, seen: Seen, case: Case) -> Sign | None:
    """Return the sign that this very proxy had removed the client's channel while the client's stream to it stood.

    A proxy does so 120 s after the last that it heard of a client, as of one that was frozen or cut off (ConsumerManager.
    scanNotActiveChannel). It also does so of a client that moved to another proxy: that one sends nothing here meanwhile.
    """
    node, end, own = arrival["node"], arrived_at(arrival)[0], case.homes.get(arrival["client_id"])
    last, removed = seen.at.last(end, [node]), seen.removed.last(end, [node])
    if last is None or removed is None or own is None or removed["ts_lo"] <= last["ts_lo"]:
        return None
    if _ends(case, node).ended(removed["ts_lo"], end - 1) is not None:
        return None
    since, until = last["ts_lo"], removed["ts_hi"]
    away = [seen.at.last(end, [other for other in seen.at.nodes if other != node]), seen.heard.last(end, [node])]
    doubt = case.clock.doubt(own, node)
    broken = seen.broken.last(until + (doubt or 0), seen.broken.nodes)
    if doubt is None or any(row and row["ts_hi"] >= since for row in (*away, broken)):
        return None
    return "channel_removed", removed, None


def _ends(case: Case, node: str) -> Ends:
    return case.gone.get(node, _NO_ENDS)


def began(arrival: Row, case: Case) -> list[int]:
    """Return when the proxy's process began, if it followed another one: no exception before it can be one of its acks."""
    return _ends(case, arrival["node"]).began(arrived_at(arrival)[0])


def or_refused_before(case: Case, arrival: Row, sign: Sign, seen: Seen) -> Sign:
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


def arrived_at(row: Row) -> tuple[int, int]:
    """Return when the proxy had the client's channel: its own exact time where the line holds one."""
    exact = row["stamp_us"]
    return (exact, exact + 999) if exact else (row["ts_lo"], row["ts_hi"])
