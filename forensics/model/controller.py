"""The leader of a JRaft controller and the brokers it must notice: RaftBrokerHeartBeatManager, 5.2.0 on.

Brokers send heartbeats each second. Every 5 s (scanNotActiveBrokerInterval) the leader looks for
one that has been silent for its timeout, so that another master is elected; a broker whose connection closes is noticed at once,
without that, by the controller that leads: where none does, as when the leader dies with the master, only the search finds it.
A leader that has just started leaves the search out until jRaftScanWaitTimeoutMs, 1 s, after the first heartbeat.

Forbidden: to leave the search out later. From 5.2.0 to 5.3.3 the comparison is the wrong way round, so the leader leaves out
every search but those of that first second.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from forensics.model.spans import SECOND_US, Instant, Span
from forensics.model.trail import Trail

TIMEOUT_US = 10 * SECOND_US
"""The usual controllerHeartBeatTimeoutMills, which brokers send with each heartbeat from 5.1.0 on."""
WAIT_US = 30 * SECOND_US
"""Far beyond jRaftScanWaitTimeoutMs: a search left out that long after the first heartbeat is not the wait."""

_LEADS_US = 12 * SECOND_US
"""A leader of these releases says every 5 s that it leaves its search out: who has not said so for two of them does not lead."""

Broker = tuple[str, int]
"""brokerName and the id the controller gave it."""


@dataclass(frozen=True)
class Beat:
    """A heartbeat of a broker came."""

    at: Instant
    record_id: int
    broker: Broker


@dataclass(frozen=True)
class Skipped:
    """The leader left out a search for silent brokers, for want of any heartbeat as it says."""

    at: Instant
    record_id: int


@dataclass(frozen=True)
class Closed:
    """The connection of a broker closed."""

    at: Instant
    record_id: int
    broker: Broker


@dataclass(frozen=True)
class Ended:
    """The controller was started anew, or its log ends."""

    at: Instant
    record_id: int


Event = Beat | Skipped | Closed | Ended


@dataclass(frozen=True)
class Silence:
    """A broker's silence beyond its timeout, with its connection open, while searches were left out.

    It was `heard` last before the span, or at its start.
    """

    broker: Broker
    timeout_us: int
    heard: Instant
    span: Span
    ended_by: str
    skipped: int
    record_ids: tuple[int, int]


@dataclass(frozen=True)
class Leader:
    """What a controller has seen since its start: the first heartbeat, the last of each broker, the searches left out since.

    `timeouts` are those of brokers, by brokerName, that are known not to have the usual one. In its `pauses` it printed nothing
    itself: it was frozen, or its lines are lost, and who was silent then it cannot tell.
    """

    timeouts: Mapping[str, int] = field(default_factory=dict)
    pauses: tuple[Span, ...] = ()
    first: Beat | None = None
    last: Mapping[Broker, Beat] = field(default_factory=dict)
    skipped: Trail[Skipped] = field(default_factory=Trail)
    silences: tuple[Silence, ...] = ()

    @property
    def wrongly_skipped(self) -> Sequence[Skipped]:
        """Return the searches left out although heartbeats had come, where some were left out long after the first."""
        late = self.first is not None and self.skipped and self.skipped[-1].at.lo - self.first.at.hi >= WAIT_US
        return self.skipped if late else ()


def step(leader: Leader, event: Event) -> Leader:
    """Return the controller after *event*."""
    match event:
        case Beat(broker=broker):
            after = _heard(leader, broker, event, "heartbeat")
            return replace(after, first=after.first or event, last={**after.last, broker: event})
        case Closed() if not _leads(leader, event):
            return leader
        case Closed(broker=broker):
            after = _heard(leader, broker, event, "channel_closed")
            return replace(after, last={known: beat for known, beat in after.last.items() if known != broker})
        case Skipped():
            return replace(leader, skipped=leader.skipped.and_then(event)) if leader.first else leader
        case Ended():
            for broker in leader.last:
                leader = _heard(leader, broker, event, "log_ends")
            return replace(leader, last={})


def _leads(leader: Leader, event: Closed) -> bool:
    return bool(leader.skipped) and event.at.lo - leader.skipped[-1].at.hi <= _LEADS_US


def _heard(leader: Leader, broker: Broker, event: Beat | Closed | Ended, how: str) -> Leader:
    """Return the controller with the silence of *broker* that *event* ends, if it was one."""
    last = leader.last.get(broker)
    timeout = leader.timeouts.get(broker[0], TIMEOUT_US)
    if last is None or event.at.lo - last.at.hi <= timeout:
        return leader
    since = max((end for start, end in leader.pauses if end and last.at <= start and end <= event.at), default=last.at)
    if event.at.lo - since.hi <= timeout:
        return leader
    due = takewhile(lambda one: one.at.lo >= since.hi + timeout, reversed(leader.skipped))
    skipped = sum(one.at.lo <= event.at.hi for one in due)
    silence = Silence(broker, timeout, last.at, Span(since, event.at), how, skipped, (last.record_id, event.record_id))
    return replace(leader, silences=(*leader.silences, silence)) if skipped else leader
