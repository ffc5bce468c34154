"""Tells apart whose acks failed, where the windows of several clients fit the second of a proxy's exceptions.

A consumer that pushes prints each ack that is refused, at ERROR, with the status of the answer (ProcessQueueImpl.ackMessage,
5.0.2 to 5.2.1 of rocketmq-client-java), and a proxy answers INTERNAL_SERVER_ERROR to a request that threw. So each such line of
a client's window is one of the exceptions, and a client that prints them, with a whole log, has no more of them. A consumer that
asks for its messages itself prints none.
"""

import sys
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from forensics.model.spans import SECOND_US
from forensics.replay.events import Events, Row, by, timed
from forensics.replay.timeline import NOTHING, timelines
from forensics.tables.control_plane import OVER

AT_PROXIES = ("proxy", "broker")
"""Kinds of processes that tell of a proxy's clients: where a broker and a proxy are one process, the log is the broker's."""
SLACK_US = SECOND_US
"""Order between files is undecided within a second: the exception's line has whole seconds."""
THREW = "INTERNAL_SERVER_ERROR"
ANSWERED_WITHIN_US = 5 * SECOND_US


class Refusals:
    """The acks that failed by the logs of clients, asked for by client and time."""

    def __init__(self, events: Events) -> None:
        failed = events.rows("grpc_ack_failed")
        self._printing = {row["client_id"] for row in failed}
        self._threw = timelines([row for row in timed(failed) if row["status"] == THREW], "client_id")

    def of_clients(self) -> Iterable[tuple[str, list[Row]]]:
        """Yield the clients whose logs show acks that threw at a proxy, each with them in order."""
        for client_id in sorted(self._threw):
            yield client_id, self.within(client_id, 0, sys.maxsize)

    def within(self, client_id: str, lo: int, hi: int) -> list[Row]:
        """Return in order the acks that threw at a proxy in a span, by a PushConsumer's log; a SimpleConsumer's log shows none.

        An ack that failed otherwise, as all under way do when a proxy dies, met no proxy, or one that knew the client.
        """
        near = self._threw.get(client_id, NOTHING).within((lo, hi + SLACK_US))
        return sorted((row for row in near if lo <= row["ts_lo"]), key=itemgetter("ts_lo", "record_id"))

    def printed_by(self, client_id: str) -> bool:
        """Return whether a client's log has an ack that failed, as that of one that asks for its messages itself never has."""
        return client_id in self._printing


def arrivals_of(events: Events) -> list[Row]:
    """Return the lines by which proxies came to know consumers that speak to them by gRPC."""
    return [row for row in timed(events.rows("consumer_connected", of=AT_PROXIES)) if row["channel_kind"] == "grpc"]


def ends_of(events: Events) -> dict[str, list[Row]]:
    """Return by node the stretches in which its process was gone."""
    return by([life for life in events.states["lives"] if life["state"] in OVER], "node")


def met(refusals: Refusals, client_id: str, lo: int, hi: int) -> Row:
    """Return what met a client in a window: acks that were refused, and exceptions of the proxy, of which none is counted yet."""
    failed = refusals.within(client_id, lo, hi)
    return {
        "failed_acks": len(failed),
        "failed_message_ids": sorted({row["message_id"] for row in failed if row["message_id"]}),
        "failed_ack_record_ids": [row["record_id"] for row in failed],
        "exceptions": 0,
        "exceptions_told": 0,
        "exceptions_shared": 0,
        "exception_record_ids": [],
    }


@dataclass(frozen=True)
class Client:
    """A window, the acks refused in it that its client's log shows, in order, and whether that log is whole over it.

    `prints` is whether the client prints such acks at all, since it did, be it of another window; `doubt_us` is how far its clock
    may be off against the proxy's.
    """

    window: Row
    refused: tuple[Row, ...]
    prints: bool
    whole: bool
    doubt_us: int


def whose(exceptions: Sequence[Row], clients: Mapping[str, Client]) -> dict[str, list[str]]:
    """Return by state_id of a proxy's ack exceptions the windows, by state_id, that each may be of; one where it is told.

    *exceptions* have in `windows` those that fit their seconds. All stays as it is where a client's line has no exception, or an
    exception nobody's window: then something else was refused, or is lost.
    """
    fitting = {row["state_id"]: list(row["windows"]) for row in exceptions}
    owned = _paired(exceptions, clients)
    if owned is None:
        return fitting
    done = {name for name, client in clients.items() if client.prints and client.whole}
    left = {name: [w for w in windows if w not in done] for name, windows in fitting.items() if name not in owned}
    alone = {name: windows for name, windows in fitting.items() if len(windows) == 1}
    if any(not windows for name, windows in left.items() if name not in alone):
        return fitting
    return fitting | left | {name: [window] for name, window in owned.items()} | alone


def _paired(exceptions: Sequence[Row], clients: Mapping[str, Client]) -> dict[str, str] | None:
    """Return the window of each exception that a client's line of a refused ack is of; None where a line has no exception.

    What fits one window alone takes a line of its client, from the first on, or, where that leaves lines without any, from the
    last. Of the others a line takes the last one before it, as a proxy answers at once, or, where one is left without, the first.
    """
    ordered = sorted(exceptions, key=itemgetter("ts_lo", "record_id"))
    shared: dict[str, list[Row]] = {name: [] for name in clients}
    alone: dict[str, list[Row]] = {name: [] for name in clients}
    for row in ordered:
        for window in row["windows"]:
            (shared if len(row["windows"]) > 1 else alone)[window].append(row)
    slacks = {name: SLACK_US + client.doubt_us for name, client in clients.items()}
    for last_first in (False, True):
        owned: dict[str, str] = {}
        lines: list[tuple[Row, str]] = []
        for name, client in clients.items():
            refused = sorted(client.refused, key=itemgetter("ts_lo", "record_id"))
            lines += [(line, name) for line in left_by(alone[name], name, refused, slacks[name], owned, last_first=last_first)]
        lines.sort(key=lambda item: (item[0]["ts_lo"], item[0]["record_id"]))
        for pick in (_last_before, _first):
            if (taken := _taken(lines, shared, slacks, pick)) is not None:
                return owned | taken
    return None


def left_by(
    alone: Sequence[Row], name: str, refused: Sequence[Row], slack_us: int, owned: dict[str, str], *, last_first: bool
) -> list[Row]:
    """Note in *owned* the exceptions that are of one window alone and have a line, and return the client's other lines.

    A line that more exceptions fit takes the first, and so the last lines are left, or *last_first* the last, and the first are.
    """
    step = -1 if last_first else 1
    waiting, left = deque(alone[::step]), []
    for line in refused[::step]:
        while waiting and _is_past(waiting[0], line, slack_us, last_first=last_first):
            waiting.popleft()
        if waiting and _answers(line, waiting[0], slack_us):
            owned[waiting.popleft()["state_id"]] = name
        else:
            left.append(line)
    return left


def _is_past(exception: Row, line: Row, slack_us: int, *, last_first: bool) -> bool:
    """Return whether neither *line* nor one behind it can be the answer, or *last_first* none before it."""
    if last_first:
        return bool(line["ts_hi"] - exception["ts_lo"] < -slack_us)
    return bool(line["ts_lo"] - exception["ts_hi"] > ANSWERED_WITHIN_US + slack_us)


_Pick = Callable[[Row, list[Row], int], int | None]
"""Which of some exceptions a line can be the answer to, by its place."""


def _taken(
    lines: Sequence[tuple[Row, str]], of: Mapping[str, list[Row]], slacks: Mapping[str, int], pick: _Pick
) -> dict[str, str] | None:
    """Return the window of each exception that *pick* takes for a line; None where it finds none for one."""
    owned: dict[str, str] = {}
    free = {name: list(rows) for name, rows in of.items()}
    for line, name in lines:
        while (place := pick(line, free[name], slacks[name])) is not None:
            row = free[name].pop(place)
            if row["state_id"] not in owned:
                owned[row["state_id"]] = name
                break
        else:
            return None
    return owned


def _last_before(line: Row, free: list[Row], slack_us: int) -> int | None:
    """Return the last exception that *line* can be the answer to, of those not behind it if any is."""
    place = bisect_right(free, line["ts_hi"], key=itemgetter("ts_lo"))
    near = (at for at in (place - 1, place) if 0 <= at < len(free))
    return next((at for at in near if _answers(line, free[at], slack_us)), None)


def _first(line: Row, free: list[Row], slack_us: int) -> int | None:
    """Return the first exception that *line* can be the answer to."""
    place = bisect_left(free, line["ts_lo"] - ANSWERED_WITHIN_US - slack_us, key=itemgetter("ts_hi"))
    return place if place < len(free) and _answers(line, free[place], slack_us) else None


def _answers(line: Row, exception: Row, slack_us: int) -> bool:
    """Return whether a client's line of a refused ack can be the answer to a request that threw."""
    after = line["ts_hi"] - exception["ts_lo"]
    return bool(-slack_us <= after and line["ts_lo"] - exception["ts_hi"] <= ANSWERED_WITHIN_US + slack_us)
