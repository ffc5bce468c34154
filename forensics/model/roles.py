"""The role of a broker: BrokerController, DLedgerRoleChangeHandler and ReplicasManager.

States: master, slave, acting (a slave with the smallest id of its group, which runs the master's special services: POP revive,
timer, transaction check). Events: a role begun or taken, with the masterEpoch where a controller gives it; the special services
switched on or off. Every start of a broker switches them too, on the thread `main`: a master's on, a slave's off.

Forbidden: to become master with a smaller epoch than an earlier one of the broker (ReplicasManager.changeToMaster ignores it,
AutoSwitchHAService refuses it with `newMasterEpoch … < lastEpoch`; a master that is started anew takes up the epoch it had); two
brokers of one set that are master with the same epoch, since a controller's election raises it by one
(ReplicasInfoManager.electMaster, 5.0.0 to 5.3.3).
"""

from dataclasses import dataclass, replace

from forensics.model.spans import Instant, Span

MASTER, SLAVE, ACTING = "master", "slave", "acting"


@dataclass(frozen=True)
class Taken:
    """The broker began to take a role, or has taken it."""

    at: Instant
    record_id: int
    role: str
    epoch: int | None


@dataclass(frozen=True)
class Switched:
    """The special services of a master were switched; `at_start` if by the start of the process."""

    at: Instant
    record_id: int
    enabled: bool
    at_start: bool


@dataclass(frozen=True)
class Held:
    """A role over a span; `epoch_before` is the greatest epoch the broker had before it."""

    role: str
    epoch: int | None
    epoch_before: int | None
    span: Span
    record_ids: tuple[int, ...]

    @property
    def epoch_falls_back(self) -> bool:
        """Return whether the broker became master with a smaller epoch than it had before; a restart takes up the same one."""
        return self.role == MASTER and self.epoch is not None and self.epoch_before is not None and self.epoch < self.epoch_before


@dataclass(frozen=True)
class Broker:
    """A broker's role now, the roles before, and the greatest epoch it has printed."""

    now: Held | None = None
    before: tuple[Held, ...] = ()
    greatest: int | None = None


def step(broker: Broker, event: Taken | Switched) -> Broker:
    """Return the broker after *event*; the lines that begin and end one change of role are one change."""
    role, epoch = _role(broker, event)
    now = broker.now
    if now and now.role == role and epoch in {None, now.epoch}:
        return replace(broker, now=replace(now, record_ids=(*now.record_ids, event.record_id)))
    ended = (replace(now, span=Span(now.span.start, event.at)),) if now else ()
    held = Held(role, epoch, broker.greatest, Span(event.at, None), (event.record_id,))
    greatest = max((e for e in (broker.greatest, epoch) if e is not None), default=None)
    return Broker(held, broker.before + ended, greatest)


def _role(broker: Broker, event: Taken | Switched) -> tuple[str, int | None]:
    match event:
        case Taken():
            return event.role, event.epoch
        case Switched(at_start=True):
            return (MASTER if event.enabled else SLAVE), None
        case Switched(enabled=True):
            return (MASTER if broker.now and broker.now.role == MASTER else ACTING), None
        case Switched():
            return SLAVE, None
