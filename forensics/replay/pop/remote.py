"""What shows that reads of another broker's messages failed, and what the other broker answered."""

from collections.abc import Iterator
from functools import cached_property
from itertools import islice

from forensics.model.pop_releases import PULL_REQUEST
from forensics.model.spans import SECOND_US, Instant
from forensics.replay.events import Events, Row, by, timed
from forensics.replay.pop.around import Surroundings
from forensics.replay.pop.cycles import Cycles
from forensics.replay.pop.passed_over import PassedOver
from forensics.replay.timeline import NOTHING, Timeline, timelines


class Remote:
    """What shows that reads of another broker's messages failed."""

    def __init__(self, events: Events, owners: dict[str, str], around: Surroundings) -> None:
        self._owners, self._around = owners, around
        self._failed = timed(events.rows("remote_read_failed"))
        self._failures = timelines(self._failed, "node")
        self._cycles = Cycles(events)
        self._events = events
        self.passed_over = PassedOver(events)

    @cached_property
    def _answers(self) -> dict[str, Timeline]:
        """Return by node the seconds in which it refused something."""
        return timelines([r for r in timed(self._events.rows("responses_counted")) if _refusals(r)], "node")

    @cached_property
    def _pulls(self) -> set[tuple[str, int]]:
        """Return the nodes that counted pulls, each with when."""
        return {(r["node"], r["ts_lo"]) for r in timed(self._events.counted("requests_counted", [PULL_REQUEST]))}

    def owner(self, node: str) -> str | None:
        """Return the broker that *node* is one of."""
        return self._owners.get(node)

    def judged(self, copy: Row) -> Row | None:
        """Return the end of the cycle that judged a copy of a checkpoint."""
        return self._cycles.judged(copy["node"], copy["revive_queue_id"], copy["revive_offset"])

    def unnamed(self, told: set[int]) -> Iterator[list[Row]]:
        """Yield by node and topic the failed reads of revive that name no message, but those in *told*.

        Up to 5.3.0 the line names no broker, and the message is given up; later lines name it, and it is tried again.
        """
        rows = [r for r in self._failed if r["record_id"] not in told and r["topic"] and not r.get("broker")]
        yield from by([r for r in rows if "PopReviveService_" in (r["thread"] or "")], "node", "topic").values()

    def address_missing(self, node: str, queue: int | None, topic: str, within: Instant) -> list[Row]:
        """Return the lines by which revive found no address, or no answer, for a message of *topic*."""
        own = [
            r
            for r in self._failures.get(node, NOTHING).within(within)
            if within.lo <= r["ts_lo"] <= within.hi and r["topic"] in {None, topic}
        ]
        return [r for r in own if queue is None or (r["thread"] or "").endswith(f"PopReviveService_{queue}")]

    def refused(self, broker: str | None, count: int, within: Instant, by_node: str) -> list[Row]:
        """Return the seconds in which the nodes of *broker* counted pulls and refused at least *count*.

        Those whose clock may be off against that of *by_node*, which gives the time, show nothing.
        """
        own = [n for n, name in self._owners.items() if name == broker and not self._around.apart(by_node, n)]
        mine = sorted(n for n in own if self._events.clock.doubt(n, by_node) == 0)
        window = Instant(within.lo, within.hi + 2 * SECOND_US)
        near = (row for node in mine for row in self._answers.get(node, NOTHING).within(window))
        fitting = (row for row in near if window.lo <= row["ts_lo"] <= window.hi and _refusals(row) >= count)
        return list(islice((row for row in fitting if (row["node"], row["ts_lo"]) in self._pulls), 1))


_POLLING_CODES = {0, 209, 210}
"""SUCCESS, POLLING_FULL and POLLING_TIMEOUT: answers that refuse nothing."""


def _refusals(row: Row) -> int:
    return sum(c["count"] for c in row["counts"] if c["code"] not in _POLLING_CODES)
