"""Drives model/nameserver.py: which name server each client chose, and the silences it sat through."""

import re
from dataclasses import replace
from typing import NamedTuple

from forensics.model import nameserver as model
from forensics.model.releases import within
from forensics.model.spans import Span
from forensics.replay.clients import are_several, client_of, made_by
from forensics.replay.events import CLIENT_KINDS, Events, Row, Rows, apart_us, at, by, deviation, state_id, timed
from forensics.replay.nameserver.instances import Instance, Wait, Waits, beat_us, in_time, told_apart, told_by_polls, wraps
from forensics.replay.nameserver.lists import TIMED_OUT, Lists, lists_of, meant, waited_at
from forensics.replay.timeline import Timeline

_LINES = {
    "nameserver_chosen": ("new_nameserver", "old_nameserver", "nameserver_index"),
    "request_timeout": ("channel_id",),
    "closed_on_timeout": ("address",),
    "channel_inactive": ("address",),
    "channel_closed": ("address",),
    "route_put": (),
    "route_absent": (),
    "route_lookup_failed": ("exception_text",),
    "route_poll_failed": (),
    "late_answer": ("address",),
    "client_stopped": ("client_id",),
    "route_changed": ("topic",),
    "client_instance": ("client_id", "instance_index", "config"),
    "client_idle": ("address",),
}
"""The lines that tell of a client's name servers, each with what of it does."""
_POLLS = re.compile(r"pollNameServerInterval=(\d+)")
_OF_A_PEER = {"channel_inactive", "channel_closed", "late_answer"}
"""Lines that are of the chosen name server where they name its address, or that of the silent one if no line shows a choice."""
_SCANS = "5.0.0 - 5.2.0"
"""NettyRemotingClient.scanAvailableNameSrv of these runs in clients, not in brokers alone."""
_SHUTDOWN_US = 5_000_000
"""MQClientInstance.shutdown closes its channels, joins its threads, and then prints that it is down."""
_SEVERAL = 2
_SAME_CALL_US = 500_000
"""The lines of one timed out call stand within milliseconds of each other; some layouts print them out of order."""
_CLOSING_US = 5_000_000
"""Netty's own thread closes the channel and says so: on a busy host, some time after the line of the caller."""


class _Process(NamedTuple):
    """What all clients of a process share: every address they were given, what they held when, and how often they poll.

    `chooses_anew`: their release chooses another server whenever it closes the channel to one. `alone`: an instance's choices
    show that it has one server only, where the line of its list is lost.
    """

    given: frozenset[str]
    lists: Lists
    poll_us: int | None
    chooses_anew: bool
    alone: bool = False


def replay(events: Events) -> Rows:
    """Return the rows of `nameserver_choices`, `nameserver_silences` and their deviations."""
    rows = timed(events.lean(_LINES, CLIENT_KINDS))
    lists, held = nameserver_lists(events), lists_of(events)
    out: Rows = {"nameserver_choices": [], "nameserver_silences": [], "deviations": []}
    for (node, pid), logged in by(rows, "node", "pid").items():
        own = in_time(logged)
        lists_held, anew = held.get((node, pid), Lists()), _chooses_anew(events, node)
        process = _Process(lists.get(node, frozenset()), lists_held, _poll_us(own), anew)
        waits = _waits(own, Timeline(own))
        instances = told_apart(own, waits, process.poll_us or model.POLL_US)
        made, several = made_by(events, own[-1]), are_several(events, own[-1])
        if len(instances) < _SEVERAL:
            instances = [Instance(None if several else client_of(events, own[0]), rows=own)]
        elif made > sum(row["event"] == "client_instance" for row in own):
            instances = [replace(one, client_id=None) for one in instances]
        for one in instances:
            out["nameserver_choices"] += _choices(one)
        if made != len(instances):
            client_id = client_of(events, own[0]) if made < _SEVERAL else None
            instances = [replace(one, client_id=client_id) for one in told_by_polls(own, waits, process.poll_us or model.POLL_US)]
        for one in instances:
            poll_us = process.poll_us or beat_us(one.rows, waits)
            _client(one, Timeline(one.rows), process._replace(poll_us=poll_us), out)
    return out


def _chooses_anew(events: Events, node: str) -> bool:
    """Return whether the release of a client is known, and is none whose scan of all servers connects to a silent one again."""
    fitting = next((n["releases"] or [] for n in events.states["nodes"] if n["node"] == node and n["kind"] == "client"), [])
    return bool(fitting) and not any(within(release, _SCANS) for release in fitting)


def _poll_us(rows: list[Row]) -> int | None:
    """Return how often the clients of a process poll their name server, as their start tells; the longest of several."""
    told = [_POLLS.search(row["config"] or "") for row in rows if row["event"] == "client_instance"]
    return max((int(found[1]) for found in told if found), default=0) * 1_000 or None


def _waits(rows: list[Row], timeline: Timeline) -> Waits:
    """Return which server each timeout and each failed lookup waited for; those of one request are joined."""
    waits = {}
    for row in rows:
        call = _call(row, _near(row, timeline)) if row["event"] == "request_timeout" else None
        if call:
            poll = _of_a_poll(call[0], _near(call[0], timeline))
            wait = Wait(call[1][1], row["record_id"], row["channel_id"], poll)
            waits[row["record_id"]] = waits[call[0]["record_id"]] = wait
    for row in rows:
        if row["event"] == "route_lookup_failed" and row["record_id"] not in waits and (printed := waited_at(row)):
            waits[row["record_id"]] = Wait(printed, row["record_id"], None, _of_a_poll(row, _near(row, timeline)))
    return waits


def nameserver_lists(events: Events) -> dict[str, frozenset[str]]:
    """Return by node every name server address its client was given."""
    rows = events.rows("nameserver_addresses")
    return {node: frozenset(a for row in own for a in row["nameservers"]) for node, own in by(rows, "node").items()}


def _client(instance: Instance, timeline: Timeline, process: _Process, out: Rows) -> None:
    rows, client_id = instance.rows, instance.client_id
    choices = [row for row in rows if row["event"] == "nameserver_chosen"]
    chosen = {row["new_nameserver"] for row in choices}
    known = process._replace(given=process.given | chosen, alone=not process.lists.seqs and len(chosen) == 1 and wraps(choices))
    client, silences = model.Client(), []
    for row in rows:
        if event := _event(row, timeline, known, client):
            client, ended = model.step(client, event, process.poll_us)
            silences += [ended] if ended else []
    final = max(rows, key=lambda row: row["ts_hi"])
    silences += [
        s for s in [model.step(client, model.Stopped(at(final), final["record_id"], logged=False), process.poll_us)[1]] if s
    ]
    told = {row["record_id"]: row for row in rows if row["event"] == "request_timeout"}
    for silence in silences:
        timeouts = [told[record_id] for record_id in silence.timeouts]
        state = _silence(silence, timeouts, timeline, client_id if _is_its_own(silence, instance) else None)
        out["nameserver_silences"].append(state)
        out["deviations"] += _deviations(silence, state, timeouts)


def _is_its_own(silence: model.Silence, instance: Instance) -> bool:
    """Return whether the requests that are surely the instance's show that it asked again, where it did."""
    return not silence.asked_again or len(set(silence.timeouts) - instance.guessed) > 1


def _near(row: Row, timeline: Timeline) -> list[Row]:
    """Return the lines of the same call as *row*, and of a way down that follows it."""
    return timeline.within((row["ts_lo"] - _SAME_CALL_US, row["ts_hi"] + max(_SAME_CALL_US, _SHUTDOWN_US)))


def _event(row: Row, timeline: Timeline, process: _Process, client: model.Client) -> model.Event | None:
    """Return what a row means for the chosen name server, None where it is about another peer; *timeline* has those near it."""
    known = client.silence or client.chosen
    chosen = known.nameserver if known else None
    event, record_id = row["event"], row["record_id"]
    if event in _OF_A_PEER and row["address"] != chosen and meant(row["address"], process.given) != [chosen]:
        return None
    match event:
        case "nameserver_chosen":
            return model.Chosen(at(row), record_id, row["new_nameserver"])
        case "request_timeout" if peer := _peer(row, rows := _near(row, timeline)):
            servers, closed = meant(peer, process.given) or [peer.rpartition("/")[2]], _closed(row, rows)
            unlisted = process.given.isdisjoint(servers)
            done = closed and (process.chooses_anew or process.alone or process.lists.lone(row) or unlisted)
            server = servers[0] if len(servers) == 1 else None
            return model.TimedOut(at(row), record_id, row["channel_id"], _allowed_us(row, rows), closed, done, server)
        case "channel_inactive" | "channel_closed" if not _own_doing(row, timeline):
            return model.Lost(at(row), record_id)
        case "route_put" | "route_absent" | "late_answer":
            return model.Answered(at(row), record_id)
        case "client_stopped":
            return model.Stopped(at(row), record_id)
    return None


def _call(row: Row, rows: list[Row]) -> tuple[Row, re.Match[str]] | None:
    """Return the failed lookup that belongs to a timeout line: the one nearest in time that names a channel."""
    near = [
        (apart_us(r, row), abs(r["seq"] - row["seq"]), r, found)
        for r in rows
        if r["event"] == "route_lookup_failed" and (found := TIMED_OUT.search(r["exception_text"] or ""))
    ]
    apart, _, lookup, found = min(near, key=lambda item: item[:2], default=(None, None, None, None))
    return (lookup, found) if lookup and found and apart is not None and apart <= _SAME_CALL_US else None


def _peer(row: Row, rows: list[Row]) -> str | None:
    """Return the server that a route lookup waited for in vain, as its error prints it; None for any other request.

    Only name servers are asked for routes. Where the client was given names of hosts, the error has the address of one.

    The timeout's own line prints null for a name server up to 5.1.3, and does not tell a lookup from a send-back that went
    astray, which a healthy server of 4.x leaves unanswered too.
    """
    call = _call(row, rows)
    return call[1][1] if call else None


def _allowed_us(row: Row, rows: list[Row]) -> int:
    call = _call(row, rows)
    return int(call[1][2]) * 1000 if call else model.ALLOWED_US


def _own_doing(row: Row, timeline: Timeline) -> bool:
    """Return whether the client itself closed the channel: because of a timeout, on its way down, or as idle.

    The chosen server's channel is written to at each poll, so that an idle one is a second channel to it: another instance's of
    the process, or one of the scan of all servers (5.0.0 to 5.2.0). Up to 5.1.0 the line of a timeout has no server's address.
    """
    before = timeline.within((row["ts_lo"] - _CLOSING_US, row["ts_hi"] + _SAME_CALL_US))
    own = (r for r in before if r["event"] == "client_idle" and r["address"] == row["address"])
    timed_out = (r for r in before if r["event"] == "closed_on_timeout" and r["address"] in {None, "null", row["address"]})
    stops = (r["ts_lo"] - row["ts_lo"] for r in _near(row, timeline) if r["event"] == "client_stopped")
    return any(own) or any(timed_out) or any(0 <= after <= _SHUTDOWN_US for after in stops)


def _closed(row: Row, rows: list[Row]) -> bool:
    """Return whether the client closed its channel because of a timeout at the time of *row*."""
    return any(r["event"] == "closed_on_timeout" and apart_us(r, row) <= _SAME_CALL_US for r in rows)


def _choices(instance: Instance) -> list[Row]:
    """Return the servers that an instance chose, each until the next choice or until the client is down."""
    chosen = [row for row in instance.rows if row["event"] == "nameserver_chosen"]
    stops = (r for r in instance.rows if r["event"] == "client_stopped" and chosen and r["seq"] > chosen[-1]["seq"])
    stop = next((row for row in stops if row["client_id"] == instance.client_id), None)
    after: list[Row | None] = [*chosen[1:], stop][: len(chosen)]
    return [
        {
            "state_id": state_id("choice", row["node"], row["record_id"]),
            "node": row["node"],
            "client_id": instance.client_id,
            "nameserver": row["new_nameserver"],
            **Span(at(row), at(following) if following else None).columns(),
            "record_ids": [row["record_id"], *([following["record_id"]] if following else [])],
        }
        for row, following in zip(chosen, after, strict=True)
    ]


def _silence(silence: model.Silence, timeouts: list[Row], own: Timeline, client_id: str | None) -> Row:
    span = silence.span
    waited = [r for r in _lookups(own, silence) if not _of_a_poll(r, _near(r, own))]
    naming = [call[0] for call in (_call(row, _near(row, own)) for row in timeouts) if call]
    proof = [silence.chosen_record_id, *silence.timeouts, *(r["record_id"] for r in naming), silence.end_record_id]
    end = span.end or span.start
    soon = own.within((end.lo, end.lo + 2 * model.POLL_US))
    after = [r["topic"] for r in soon if r["event"] == "route_changed" and r["ts_lo"] >= end.lo]
    return {
        "state_id": state_id("silence", timeouts[0]["node"], silence.timeouts[0]),
        "node": timeouts[0]["node"],
        "client_id": client_id,
        "nameserver": silence.nameserver,
        "timeouts": len(silence.timeouts),
        "asked_again": silence.asked_again,
        "closed": silence.closed,
        "channel_ids": list(dict.fromkeys(silence.channel_ids)),
        "chosen_record_id": silence.chosen_record_id,
        "end_record_id": silence.end_record_id,
        "lookups_failed": len(waited),
        "last_answer_lo": silence.last_answer.at.lo if silence.last_answer else None,
        "ended_by": silence.ended_by,
        "topics_after": sorted(set(after)),
        **span.columns(),
        "timeout_record_ids": sorted({*silence.timeouts, *(r["record_id"] for r in naming)}),
        "lookup_record_ids": sorted(r["record_id"] for r in waited),
        "record_ids": sorted({record_id for record_id in proof if record_id is not None}),
    }


def _lookups(own: Timeline, silence: model.Silence) -> list[Row]:
    """Return the route lookups that timed out in the silence."""
    lo, hi = silence.span.start.lo, (silence.span.end or silence.span.start).hi
    failed = [r for r in own.within((lo, hi)) if r["event"] == "route_lookup_failed" and lo <= r["ts_lo"] and r["ts_hi"] <= hi]
    return [r for r in failed if TIMED_OUT.search(r["exception_text"] or "")]


def _of_a_poll(lookup: Row, rows: list[Row]) -> bool:
    """Return whether the scheduled poll made a lookup: it then fails as a task too; an application's call does not."""
    return any(r["event"] == "route_poll_failed" and apart_us(r, lookup) <= _SAME_CALL_US for r in rows)


def _deviations(silence: model.Silence, state: Row, timeouts: list[Row]) -> list[Row]:
    """Return one deviation for each request to a server that had already let one time out."""
    says = f"asked {silence.nameserver} again, which had not answered before, and no other had been chosen"
    return [
        deviation("silent_nameserver_asked_again", state, at(row), row["record_id"], says)
        for row in timeouts[1 : 1 + silence.asked_again]
    ]
