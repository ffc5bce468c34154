"""The acks that proxies refused by the logs of their clients, and when proxies came to know these and were gone.

A consumer that pushes prints each ack that is refused, at ERROR, with the status of the answer (ProcessQueueImpl.ackMessage,
5.0.2 to 5.2.1 of rocketmq-client-java), and a proxy answers INTERNAL_SERVER_ERROR to a request that threw. A consumer that asks
for its messages itself prints none.
"""

import sys
from collections.abc import Iterable
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
IN_ORDER = itemgetter("ts_lo", "record_id")
"""The order of time in which exceptions and the lines that may answer them are taken."""


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
        return sorted((row for row in near if lo <= row["ts_lo"]), key=IN_ORDER)

    def printed_by(self, client_id: str) -> bool:
        """Return whether a client's log has an ack that failed, as that of one that asks for its messages itself never has."""
        return client_id in self._printing


def arrivals_of(events: Events) -> list[Row]:
    """Return the lines by which proxies came to know consumers that speak to them by gRPC."""
    return [row for row in timed(events.rows("consumer_connected", of=AT_PROXIES)) if row["channel_kind"] == "grpc"]


def removals_of(events: Events) -> list[Row]:
    """Return the lines by which proxies removed the channels of consumers that speak to them by gRPC."""
    return timed(events.rows("grpc_channel_removed", of=AT_PROXIES))


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
