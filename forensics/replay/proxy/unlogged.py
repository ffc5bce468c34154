"""Windows at proxies that the case has no lines of: from the break of a client's stream to the settings the next proxy sends.

A client's log names all addresses it was given, not the one it is connected to. Where the case has logs of proxies, these tell of
the client's arrival; the next proxy is another one where they tell of none, unless one that the client had been at went on and
had not dropped its channel: that one knows it still.
"""

from collections.abc import Sequence
from itertools import pairwise

from forensics.replay.events import Events, Row, by, state_id, timed
from forensics.replay.proxy.acks import AT_PROXIES, SLACK_US, ends_of, met
from forensics.replay.proxy.breaks import BROKEN, SETTINGS, outages

_KINDS = (BROKEN, SETTINGS)
_PRODUCER = "ProducerImpl"
"""A client starts in a thread that has its class's name (guava's service); the lines do not tell a producer otherwise."""


def unlogged(events: Events, windows: Sequence[Row]) -> list[Row]:
    """Return the windows that only clients' logs show; *windows* are those that proxies' logs show."""
    told = by(windows, "client_id")
    arrived = by([r for r in timed(events.rows("consumer_connected", of=AT_PROXIES)) if r["channel_kind"] == "grpc"], "client_id")
    ended, removed = ends_of(events), timed(events.rows("grpc_channel_removed", of=AT_PROXIES))
    producers, found = _producers(events), []
    for client_id, rows in by(timed(events.rows(*_KINDS)), "client_id").items():
        if client_id in producers:
            continue
        dropped = by([row for row in removed if row["client_id"] == client_id], "node")
        lost = {node: _lost(ended.get(node, ()), dropped.get(node, ())) for node in {*ended, *dropped}}
        for broken, known in pairwise(outages(rows)):
            if (broken["event"], known["event"]) == _KINDS and not _seen(events, broken, known, told.get(client_id, [])):
                own = arrived.get(client_id, [])
                found += [_window(events, client_id, broken, known)] if _elsewhere(events, broken, known, own, lost) else []
    return found


def _lost(ended: Sequence[Row], dropped: Sequence[Row]) -> list[int]:
    """Return when a proxy stopped to know a client: its process ended, or it *dropped* the channel."""
    return [life["from_lo"] for life in ended] + [row["ts_lo"] for row in dropped]


def _producers(events: Events) -> set[str]:
    """Return the clients that ack nothing."""
    started = events.rows("grpc_client_starting", "grpc_client_started")
    return {row["client_id"] for row in started if (row["thread"] or "").startswith(_PRODUCER)}


def _seen(events: Events, broken: Row, known: Row, windows: Sequence[Row]) -> bool:
    """Return whether a proxy's log shows the window from *broken* to *known*."""
    return any(_meets(events, broken, known, w["node"], (w["from_lo"], w["to_hi"])) for w in windows)


def _elsewhere(events: Events, broken: Row, known: Row, arrived: Sequence[Row], lost: dict[str, list[int]]) -> bool:
    """Return whether the proxy that sent the settings is none whose log tells that it knew the client."""
    if any(_meets(events, broken, known, row["node"], (row["ts_lo"], row["ts_hi"])) for row in arrived):
        return False
    before = [row for row in arrived if row["ts_lo"] <= broken["ts_hi"]]
    return all(any(row["ts_lo"] <= at <= known["ts_hi"] + SLACK_US for at in lost.get(row["node"], ())) for row in before)


def _meets(events: Events, broken: Row, known: Row, node: str, span: tuple[int, int]) -> bool:
    """Return whether *span* of a proxy's lines may lie in the time from *broken* to *known* of the client's."""
    lo, hi = events.clock.widened(span, node, broken["node"])
    return bool(lo <= known["ts_hi"] + SLACK_US and broken["ts_lo"] - SLACK_US <= hi)


def _window(events: Events, client_id: str, broken: Row, known: Row) -> Row:
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
        **met(events, client_id, broken["ts_lo"], known["ts_hi"]),
        "log_complete": False,
        "record_ids": [broken["record_id"], known["record_id"]],
    }
