"""Windows that never end: of a client that sends acks to a proxy which does not come to know it.

A client that does not renew its stream, as that of Go does after a connection that failed while it tried to (5.1.4), is refused
every ack until it ends. The proxy has no line of it but the exceptions; the client's own log shows each ack that was refused.
An ack whose broker is gone is answered alike, without an exception: each line needs one that is no other client's.
"""

import sys
from collections.abc import Mapping, Sequence

from forensics.model.spans import Instant
from forensics.replay.coverage import coverage_of
from forensics.replay.events import Events, Row, by, state_id, timed
from forensics.replay.proxy.acks import ANSWERED_WITHIN_US, IN_ORDER, SLACK_US, Refusals, arrivals_of, ends_of, met, removals_of
from forensics.replay.proxy.answers import left_by
from forensics.replay.proxy.arrivals import Ends
from forensics.replay.proxy.breaks import BROKEN
from forensics.replay.timeline import Stretches, Timeline

NEVER_KNOWN, NOT_AGAIN = UNENDING = "never_known", "never_known_again"
"""How such a window is told to have begun: nothing shows that the client arrived, or came back once its channel was removed."""


def unending(events: Events, windows: Sequence[Row], threw: Mapping[str, Timeline], refusals: Refusals) -> list[Row]:
    """Return a window for each client with refused acks outside of *windows*, all of which one proxy threw that it was not at.

    Where several proxies threw at those times it is the one that had removed the client's channel: an ack goes where its message
    came from. A client that no line shows at the proxy may have been refused by one whose log is not there: it is told where
    the proxy threw no more than clients' lines show.
    """
    told, homes = by(windows, "client_id"), {client["client_id"]: client["node"] for client in events.states["clients"]}
    arrived = by(arrivals_of(events), "node", "client_id") if threw else {}
    removed = by(removals_of(events), "node", "client_id") if threw else {}
    broken = by(timed(events.rows(BROKEN)), "client_id") if threw else {}
    ended = {node: Ends(lives) for node, lives in ends_of(events).items()}
    refused: dict[str, list[list[Row]]] = {}
    for client_id, lines in refusals.of_clients() if threw else ():
        of_windows = Stretches(told.get(client_id, ()), end="to_hi")
        left = [line for line in lines if homes.get(client_id) and not _told(line, of_windows)]
        at = [node for node in threw if left and _answered(events, left, threw[node], node)]
        was = [node for node in at if (node, client_id) in removed] if len(at) > 1 else at
        for node in was if len(was) == 1 else ():
            own = arrived.get((node, client_id), ()), removed.get((node, client_id), ())
            if not _known(left, *own, ended.get(node, Ends())):
                refused.setdefault(node, []).append(left)
    found = []
    for node, of_clients in refused.items():
        others = _refused_in(windows, node, refusals)
        having = _with_their_own(events, of_clients, others, threw[node], node)
        answers = Timeline(line for lines in (*having, others) for line in lines)
        sure = [lines for lines in having if (node, lines[0]["client_id"]) in arrived or _are_all(lines, answers, threw[node])]
        found += [
            _window(events, node, left, _before(left[0], broken, removed, node), refusals, ended.get(node, Ends()))
            for left in sure
        ]
    return found


def _are_all(lines: Sequence[Row], answers: Timeline, threw: Timeline) -> bool:
    """Return whether a proxy threw no more, while *lines* were printed, than the *answers* of clients to it."""
    first, last = lines[0]["ts_lo"], lines[-1]["ts_hi"]
    thrown = [row for row in threw.within((first, last)) if first <= row["ts_lo"] and row["ts_hi"] <= last]
    near = answers.within((first, last + SLACK_US))
    return len(thrown) <= len([line for line in near if first <= line["ts_lo"] and line["ts_hi"] <= last + SLACK_US])


def _told(line: Row, windows: Stretches) -> bool:
    """Return whether a refused ack may be of one of its client's windows: its line stands behind the answer."""
    answered_since = line["ts_lo"] - ANSWERED_WITHIN_US - SLACK_US
    return windows.at(Instant(answered_since, line["ts_lo"] + SLACK_US)) is not None


def _answered(events: Events, lines: Sequence[Row], threw: Timeline, node: str) -> bool:
    """Return whether a proxy threw an exception that each of *lines* can be the answer to."""
    doubt = events.clock.doubt(lines[0]["node"], node)
    slack = SLACK_US + (doubt or 0)
    spans = {(line["ts_lo"] - slack, line["ts_hi"] + slack) for line in lines}
    return doubt is not None and all(threw.within(span) for span in spans)


def _refused_in(windows: Sequence[Row], node: str, refusals: Refusals) -> list[Row]:
    """Return the acks refused in the windows at a proxy by the logs of their clients, each once."""
    near = (window for window in windows if window["node"] == node and window["client_node"])
    own = (line for w in near for line in refusals.within(w["client_id"], w["from_lo"], w["to_hi"]))
    return list({line["record_id"]: line for line in own}.values())


def _with_their_own(
    events: Events, of_clients: Sequence[list[Row]], others: Sequence[Row], threw: Timeline, node: str
) -> list[list[Row]]:
    """Return those lines, by client, of which each can be the answer to an exception of its own, beside those of *others*.

    All clients are looked at together first, for they can be many; where one lacks an exception, one by one.
    """
    every = [line for lines in of_clients for line in lines]
    if _have_their_own(events, every, others, threw, node):
        return list(of_clients)
    found: list[list[Row]] = []
    for lines in of_clients:
        if _have_their_own(events, lines, [*others, *(line for own in found for line in own)], threw, node):
            found.append(lines)
    return found


def _have_their_own(events: Events, lines: Sequence[Row], others: Sequence[Row], threw: Timeline, node: str) -> bool:
    """Return whether each of *lines* can be the answer to an exception of its own, beside those that *others* are answers to."""
    doubts = [events.clock.doubt(source, node) for source in {line["node"] for line in (*lines, *others)}]
    slack = SLACK_US + max(doubt or 0 for doubt in doubts)
    thrown = sorted(threw.within((0, sys.maxsize)), key=IN_ORDER)
    lacking, without = (
        left_by(thrown, node, sorted(own, key=IN_ORDER), slack, {}, last_first=False) for own in ((*lines, *others), others)
    )
    return len(lacking) == len(without)


def _known(lines: Sequence[Row], arrivals: Sequence[Row], removals: Sequence[Row], ended: Ends) -> bool:
    """Return whether the client had arrived at the proxy's process, and was not dropped, or did while its acks were refused."""
    gone = [row["ts_lo"] for row in removals if row["ts_lo"] <= lines[0]["ts_hi"]]
    began = max([*ended.began(lines[0]["ts_lo"]), *gone], default=0)
    return any(began <= row["ts_hi"] and row["ts_lo"] <= lines[-1]["ts_hi"] + SLACK_US for row in arrivals)


def _before(first: Row, broken: Mapping[str, list[Row]], removed: Mapping[tuple[str, str], list[Row]], node: str) -> Row:
    """Return what is told last before a client's *first* refused ack: its broken stream, or its channel's end; else that ack."""
    told = [*broken.get(first["client_id"], ()), *removed.get((node, first["client_id"]), ())]
    return max((row for row in told if row["ts_lo"] <= first["ts_lo"]), key=IN_ORDER, default=first)


def _window(events: Events, node: str, lines: Sequence[Row], lost: Row, refusals: Refusals, process: Ends) -> Row:
    first, last = lines[0], lines[-1]
    begin = max([lost["ts_lo"], *process.began(first["ts_lo"])])
    return {
        "state_id": state_id("window", node, first["client_id"], first["record_id"]),
        "node": node,
        "client_id": first["client_id"],
        "group": None,
        "moved_from": None,
        "moved_by": NOT_AGAIN if lost["node"] == node else NEVER_KNOWN,
        "from_lo": begin,
        "from_hi": first["ts_hi"],
        "to_lo": last["ts_lo"],
        "to_hi": last["ts_hi"],
        "client_node": first["node"],
        **met(refusals, first["client_id"], begin, last["ts_hi"]),
        "log_complete": coverage_of(events).covers(node, "proxy.log", "ERROR", begin, last["ts_hi"]),
        "record_ids": [lost["record_id"], last["record_id"]],
    }
