"""Lines that a running process prints every few seconds whatever happens: by them a log tells when it was not written.

Facts: the scheduled tasks of each process, 4.8.0 to 5.3.3. What a configuration can slow down is judged by the rhythm seen.
"""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from forensics.model.releases import number
from forensics.model.spans import SECOND_US

_RHYTHMS = 3
"""A beat may come late, by a long collection of garbage or a slow disk; three in a row do not."""
_LEAST_SILENCE_US = 10 * SECOND_US
"""However fast a heartbeat comes, its log counts as silent after no less."""
_LEAST_UNTOLD_US = 30 * SECOND_US
"""The same of a log without a heartbeat, which its own lines alone tell the rhythm of."""
_FEWEST_GAPS = 10
"""From how many gaps between lines on a rhythm is known."""
_MOST_OF_ALL = 0.98
"""The share of all gaps that is usual: the longest may be silences themselves."""

Span = tuple[int, int]


@dataclass(frozen=True)
class Heartbeat:
    """A periodic line: by which statement, how often, and whether the process prints it in every role and under every load.

    `since` is the release from which every process of the kind does, however it is configured; None where that is not so.
    """

    statement: str
    every_us: int
    logged_by: str
    always: bool
    since: str | None

    def is_taken_out(self, span_us: int, releases: Collection[str]) -> bool:
        """Return whether a log of INFO without this line, *span_us* long and of one of *releases*, is not as printed."""
        printed = self.since is not None and bool(releases) and all(number(one) >= number(self.since) for one in releases)
        return printed and span_us > _FEWEST_GAPS * self.every_us


def _beat(statement: str, seconds: int, logged_by: str, *, always: bool = False, since: str | None = None) -> Heartbeat:
    return Heartbeat(statement, seconds * SECOND_US, logged_by, always, since)


HEARTBEATS: dict[tuple[str, str], tuple[Heartbeat, ...]] = {
    ("broker", "watermark.log"): (
        _beat("watermark.BROKER", 1, "BrokerController.printWaterMark, while no other scheduled task hangs"),
    ),
    ("broker", "broker.log"): (
        _beat("broker_registration.OK", 30, "BrokerOuterAPI.registerBrokerAll, while its name servers answer"),
        _beat("broker_registration.OK_OLD", 30, "BrokerOuterAPI.registerBrokerAll, while its name servers answer"),
    ),
    ("broker", "pop.log"): (
        _beat("pop_buffer.SCANNED", 1, "PopBufferMergeService.scan, of a broker that serves as master"),
        _beat("pop_buffer.CLEARED", 5, "PopBufferMergeService.run, of a slave"),
        _beat("pop_long_polling.SIZES", 2, "PopLongPollingService.run, while requests wait"),
    ),
    ("broker", "store.log"): (
        _beat("store_counters.PERF_COUNTER", 10, "PerfCounter.Ticks.run"),
        _beat("store_timer.TIMER_PROGRESS_CHECK_COMMIT", 10, "TimerMessageStore.TimerFlushService.run"),
    ),
    ("broker", "coldctr.log"): (_beat("broker_pull.CHECK_COLD_DATA_PULL", 20, "ColdDataPullRequestHoldService.run"),),
    ("broker", "transaction.log"): (
        _beat("broker_transactions.BEGIN_CHECK_PREPARE_MESSAGE", 30, "TransactionalMessageCheckService.onWaitEnd, of a master"),
    ),
    ("namesrv", "namesrv.log"): (
        _beat("server_life.SCAN_FOR_BROKERS", 5, "RouteInfoManager.scanNotActiveBroker", always=True, since="5.0.0"),
    ),
    ("namesrv", "namesrv_default.log"): (_beat("watermark.NAME_SERVER", 1, "NamesrvController.printWaterMark", always=True),),
    ("controller", "controller.log"): (
        _beat("server_life.SCAN_FOR_BROKERS", 5, "DefaultBrokerHeartbeatManager.scanNotActiveBroker", always=True),
    ),
    ("proxy", "proxy_watermark.log"): (
        _beat("watermark.PROXY_SIZE", 3, "ThreadPoolMonitor.logThreadPoolStatus", always=True),
        _beat("watermark.PROXY_SIZE_TABBED", 3, "ThreadPoolMonitor.logThreadPoolStatus", always=True),
    ),
    ("client", "rocketmq-client.log"): (_beat("grpc_client.HEARTBEAT_OK", 10, "ClientImpl.doHeartbeat"),),
    ("client", "rocketmq_client.log"): (
        _beat("client_life.PERSISTED", 5, "RemoteBrokerOffsetStore.persistAll, of a consumer that owns queues"),
        _beat("python_client.HEARTBEAT_OK", 10, "Client.heartbeat_callback of the Python client"),
    ),
}
"""By process kind and log its heartbeats."""


def rhythm(beat: Heartbeat, times: Sequence[int]) -> int | None:
    """Return the microseconds between two beats as the sorted *times* show them, None where there are too few to tell."""
    gaps = sorted(after - before for before, after in pairwise(times))
    return max(beat.every_us, gaps[len(gaps) // 2]) if len(gaps) >= _FEWEST_GAPS else None


def longest_silence(every_us: int) -> int:
    """Return how long a log whose heartbeat comes *every_us* can be silent while its process runs and is not held up."""
    return max(_LEAST_SILENCE_US, _RHYTHMS * every_us)


def usual_silence(times: Sequence[int]) -> int | None:
    """Return how long a log without a heartbeat is silent at most, by the rhythm of nearly all its lines; None if too few."""
    gaps = sorted(after - before for before, after in pairwise(times))
    if len(gaps) < _FEWEST_GAPS:
        return None
    return max(_LEAST_UNTOLD_US, _RHYTHMS * gaps[int(len(gaps) * _MOST_OF_ALL)])


def silences(times: Sequence[int], longest: int | None) -> list[Span]:
    """Return the gaps between sorted *times* that are longer than *longest*; none where it is not known."""
    return [(before, after) for before, after in pairwise(times) if longest is not None and after - before > longest]


def was_due(beats: Sequence[int], every_us: int, gap: Span) -> bool:
    """Return whether the heartbeat with these sorted *beats* went on right until *gap*, and lacks in it."""
    longest = longest_silence(every_us)
    until = bisect_right(beats, gap[0])
    beating = until > 0 and gap[0] - beats[until - 1] <= longest
    return beating and gap[1] - gap[0] > longest
