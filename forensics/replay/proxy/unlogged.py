"""Windows at proxies that the case has no lines of: from the break of a client's stream to the settings the next proxy sends.

A client that prints no settings, as Python's, is known where its heartbeat is taken: a proxy refuses that of a client whose
settings it has not (ClientActivity.heartbeat, 5.0.0 to 5.3.3).

A client's log names all addresses it was given, not the one it is connected to. Where the case has logs of proxies, these tell of
the client's arrival; the next proxy is another one where they tell of none, unless one that the client had been at went on and
had not dropped its channel: that one knows it still.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import polars as pl

from forensics.replay.events import Events, Row, by, state_id, timed
from forensics.replay.proxy.acks import SLACK_US, Refusals, arrivals_of, ends_of, met, removals_of
from forensics.replay.proxy.arrivals import Before, Ends, logged
from forensics.replay.proxy.breaks import BEAT, BROKEN, SETTINGS, outages
from forensics.replay.timeline import NOTHING, Timeline, timelines

_PRODUCER = "ProducerImpl"
"""A client starts in a thread that has its class's name (guava's service); other lines do not tell a producer."""


def unlogged(events: Events, windows: Sequence[Row], refusals: Refusals) -> list[Row]:
    """Return the windows that only clients' logs show; *windows* are those that proxies' logs show."""
    told = by(windows, "client_id")
    arrived = by(arrivals_of(events), "client_id")
    removed = by(removals_of(events), "client_id")
    ended = {node: Ends(lives) for node, lives in ends_of(events).items()}
    producers, found = _producers(events), []
    for client_id, rows in _streams(events).items():
        if client_id in producers:
            continue
        shown = timelines([_span(window) for window in told.get(client_id, [])], "node")
        proxies = _Proxies.of(arrived.get(client_id, []), removed.get(client_id, []), ended)
        for broken, known in pairwise(outages(rows)):
            if broken["event"] == BROKEN != known["event"] and not _seen(events, broken, known, shown):
                found += [_window(refusals, client_id, broken, known)] if _elsewhere(events, broken, known, proxies) else []
    return found


def _streams(events: Events) -> dict[str, list[Row]]:
    """Return by client, in order, the breaks of its streams, and the lines that tell of a proxy that knows it."""
    told = by(timed(events.rows(BROKEN, SETTINGS)), "client_id")
    silent = {client_id for client_id, rows in told.items() if all(row["event"] == BROKEN for row in rows)}
    if not silent:
        return told
    beating = [row for row in timed(events.rows(BROKEN, BEAT)) if row["client_id"] in silent]
    return told | by(beating, "client_id")


@dataclass(frozen=True)
class _Proxies:
    """What proxies' logs tell of one client: its arrivals, by node and the `last` of them, and when a proxy knew it no more.

    That is where the proxy's process `ended`, or where it `dropped` the client's channel.
    """

    arrived: Mapping[str, Timeline]
    last: Before
    ended: Mapping[str, Ends]
    dropped: Mapping[str, Timeline]

    @classmethod
    def of(cls, arrived: Sequence[Row], removed: Sequence[Row], ended: Mapping[str, Ends]) -> "_Proxies":
        """Return what rows of one client tell."""
        return cls(timelines(arrived, "node"), Before(arrived, logged), ended, timelines(removed, "node"))

    def lost(self, node: str, first: int, last: int) -> bool:
        """Return whether the proxy on *node* stopped to know the client from *first* to *last*."""
        if node in self.ended and self.ended[node].ended(first, last) is not None:
            return True
        return any(first <= row["ts_lo"] for row in self.dropped.get(node, NOTHING).within((first, last)))


def _span(window: Row) -> Row:
    return {"node": window["node"], "ts_lo": window["from_lo"], "ts_hi": window["to_hi"]}


def _producers(events: Events) -> set[str]:
    """Return the clients that ack nothing, by their own lines and those of proxies."""
    started = events.rows("grpc_client_starting", "grpc_client_started")
    told = [events.frame(kind).select("client_id") for kind in ("grpc_producer", "producer_connected") if events.has(kind)]
    named = set(pl.concat(told).unique().collect()["client_id"]) if told else set()
    return named | {row["client_id"] for row in started if (row["thread"] or "").startswith(_PRODUCER)}


def _seen(events: Events, broken: Row, known: Row, lines: Mapping[str, Timeline]) -> bool:
    """Return whether any of *lines*, of proxies by node, may lie in the time from *broken* to *known* of the client's."""
    between = broken["ts_lo"] - SLACK_US, known["ts_hi"] + SLACK_US
    return any(own.within(events.clock.widened(between, node, broken["node"])) for node, own in lines.items())


def _elsewhere(events: Events, broken: Row, known: Row, proxies: _Proxies) -> bool:
    """Return whether the proxy that sent the settings is none whose log tells that it knew the client."""
    if _seen(events, broken, known, proxies.arrived):
        return False
    last = (proxies.last.last(broken["ts_hi"] + 1, [node]) for node in proxies.last.nodes)
    return all(proxies.lost(row["node"], row["ts_lo"], known["ts_hi"] + SLACK_US) for row in last if row)


def _window(refusals: Refusals, client_id: str, broken: Row, known: Row) -> Row:
    return {
        "state_id": state_id("window", broken["node"], client_id, broken["record_id"]),
        "node": None,
        "client_id": client_id,
        "group": None,
        "moved_from": None,
        "moved_by": "stream_broken",
        "from_lo": broken["ts_lo"],
        "from_hi": known["ts_hi"],
        "to_lo": known["ts_lo"],
        "to_hi": known["ts_hi"],
        "client_node": broken["node"],
        **met(refusals, client_id, broken["ts_lo"], known["ts_hi"]),
        "log_complete": False,
        "record_ids": [broken["record_id"], known["record_id"]],
    }
