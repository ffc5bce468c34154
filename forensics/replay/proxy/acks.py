"""Tells apart whose acks failed, where the windows of several clients fit the second of a proxy's exceptions.

A consumer that pushes prints each ack that is refused, at ERROR, with the status of the answer (ProcessQueueImpl.ackMessage,
5.0.2 to 5.2.1 of rocketmq-client-java), and a proxy answers INTERNAL_SERVER_ERROR to a request that threw. So each such line of
a client's window is one of the exceptions, and a client that prints them, with a whole log, has no more of them. A consumer that
asks for its messages itself prints none.
"""

from collections.abc import Mapping, Sequence
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
_ANSWERED_WITHIN_US = 5 * SECOND_US


class Refusals:
    """The acks that failed by the logs of clients, asked for by client and time."""

    def __init__(self, events: Events) -> None:
        failed = events.rows("grpc_ack_failed")
        self._printing = {row["client_id"] for row in failed}
        self._threw = timelines([row for row in timed(failed) if row["status"] == THREW], "client_id")

    def within(self, client_id: str, lo: int, hi: int) -> list[Row]:
        """Return in order the acks that threw at a proxy in a span, by a PushConsumer's log; a SimpleConsumer's log shows none.

        An ack that failed otherwise, as all under way do when a proxy dies, met no proxy, or one that knew the client.
        """
        near = self._threw.get(client_id, NOTHING).within((lo, hi + SLACK_US))
        return sorted((row for row in near if lo <= row["ts_lo"]), key=itemgetter("ts_lo", "record_id"))

    def printed_by(self, client_id: str) -> bool:
        """Return whether a client's log has an ack that failed, as that of one that asks for its messages itself never has."""
        return client_id in self._printing


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
    """Return the window of each exception that a client's line of a refused ack is of; None where a line has no exception."""
    free = sorted(exceptions, key=lambda row: (len(row["windows"]) > 1, row["ts_lo"], row["record_id"]))
    lines = sorted(
        ((line, name) for name, client in clients.items() for line in client.refused),
        key=lambda item: (item[0]["ts_lo"], item[0]["record_id"]),
    )
    of: dict[str, list[Row]] = {}
    for row in free:
        for window in row["windows"]:
            of.setdefault(window, []).append(row)
    owned: dict[str, str] = {}
    for line, name in lines:
        slack = SLACK_US + clients[name].doubt_us
        fitting = (row for row in of.get(name, ()) if row["state_id"] not in owned and _answers(line, row, slack))
        first = next(fitting, None)
        if first is None:
            return None
        owned[first["state_id"]] = name
    return owned


def _answers(line: Row, exception: Row, slack_us: int) -> bool:
    """Return whether a client's line of a refused ack can be the answer to a request that threw."""
    after = line["ts_hi"] - exception["ts_lo"]
    return bool(-slack_us <= after and line["ts_lo"] - exception["ts_hi"] <= _ANSWERED_WITHIN_US + slack_us)
