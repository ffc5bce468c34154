"""Why a message was delivered again: the mechanism its checkpoint, its acks and its surroundings show, and what causes that.

A cause is named only by the lines of its mechanism; where they are missing it is `unexplained`, with the candidates.
"""

from dataclasses import dataclass

from forensics.model.pop_checkpoint import REVIVED, AckFound, Checkpoint, CkFound, Returned, stands_after
from forensics.model.pop_match import BEFORE_CHECKPOINT, NO_BROKER_NAME, OTHER_QUEUE, OTHER_STORE, mismatches
from forensics.model.pop_time import LATE, UNDECIDED

KNOWN_FAULT, FAILOVER, TOPIC_RECREATED, OFFSET_RESET = "known_fault", "failover", "topic_recreated", "offset_reset"
BROKER_CRASH, LATE_ACK, NEVER_ACKED, NACK, UNEXPLAINED = "broker_crash", "late_ack", "never_acked", "nack", "unexplained"
CLIENT_GONE = "client_gone"

NAMELESS_ACK = "nameless_ack"
"""The buffer wrote the ack without the broker's name, and revive did not find the checkpoint by it.

A batch ack has none in any release (PopBufferMergeService.putBatchAckToStore, 5.1.2 to 5.3.3). On its own broker revive puts that
broker's name in its place from 5.3.2 on (PopReviveService.consumeReviveMessage); on the one to which a replica handed checkpoint
and ack over it puts the wrong one.
"""
SCATTERED_ACK = "scattered_ack"
"""The ack lies in another revive queue than its checkpoint: a slave's timer handed them to the broker that revives."""
REPLICA_POPPED = "replica_popped"
"""Another replica of the broker popped the queue from an older offset."""
SLAVE_POPPED = "slave_popped"
"""A slave that does not act as master popped the queue: clients whose master is gone ask it, and it serves them,
but puts no checkpoint and no ack into its store, and forgets what it has in memory every 5 s, for the last time just after it has
become master (PopMessageProcessor.rejectRequest, PopBufferMergeService.run, 5.0.0 to 5.3.3)."""
RESTART_POPPED = "restart_popped"
"""The broker was started again, and its buffer with the acks and the offset was gone."""
ACK_NOT_STORED = "ack_not_stored"
ACK_BEFORE_CHECKPOINT = "ack_before_checkpoint"
"""In their revive queue the checkpoint, or the one put again for it, lies behind the ack: in a failover both are handed over in
any order, and late, so that revive can judge the checkpoint before the ack is there. A timer that is behind does so on one
broker: what is due when it comes goes on at once, past what waits in the wheel (HookUtils.handleScheduleMessage,
TimerMessageStore.TimerEnqueuePutService, 5.0.0 to 5.3.3). No broker's name would have made revive join such an ack."""
ACK_ELSEWHERE = "ack_elsewhere"
"""The ack lies in the store of another broker than the one that revived the checkpoint: in a failover either may be handed over,
the checkpoint by a replica that acts as master, the ack by one that took it while no master was there (EscapeBridge)."""
ACK_IN_FILES = "ack_in_files"
"""The ack was put into a revive queue, while the record was in the key value store, which revives it itself."""
ACK_IN_STORE = "ack_in_store"
"""The ack went to the key value store, while the checkpoint was in files, which are revived by themselves."""
STORE_SWITCHED = "store_switched"
"""POP had been kept in one store, and was in the other then (popConsumerKVServiceEnable changed): each pops from the offset that
is committed, and what the other one holds in memory is not (PopBufferMergeService, PopConsumerCache)."""
WRONG_BROKER_NAME = "wrong_broker_name"
ACK_MATCHED = "ack_matched"
ACK_READ_LATER = "ack_read_later"
"""Revive read the ack only after it had judged the checkpoint: the ack was late, or the timer was with it."""


@dataclass(frozen=True)
class Around:
    """What other lines say of a return: each is a fact of the record, never a guess.

    `changed`: the checkpoint was made by a change of the invisible time, and `client_gone`: a proxy made it for a client that
    had left. `reset`, `recreated`, `restarted`: offset reset, topic deleted, broker started between the pop and the return.
    `replica`: the return is of another replica than the pop. `ack_failed`: an ack of the checkpoint could not be put.
    `handed_over`: a node of another broker than the checkpoint's revived it, where only a slave that acts as master puts one.
    `switched`: one of both pops was of the key value store, and the other one of files. `set_back`: a client committed an
    offset between them that is no greater than the message's. `slave`: the return is of a slave that does not act as
    master, or the node popped it first when it was one.
    `joins_nameless`: the release of the node that revived joins acks that its own buffer wrote without a name: any but 5.3.1.
    `foreign`: the nodes of other brokers than the checkpoint's, where only a replica of its own puts acks of it.
    """

    changed: bool = False
    client_gone: bool = False
    reset: bool = False
    recreated: bool = False
    restarted: bool = False
    replica: bool = False
    ack_failed: bool = False
    handed_over: bool = False
    switched: bool = False
    set_back: bool = False
    slave: bool = False
    joins_nameless: bool = False
    foreign: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Cause:
    """The class of the finding, the mechanism that proves it, and what else it may be where nothing proves it."""

    name: str
    mechanism: str | None = None
    candidates: tuple[str, ...] = ()


def cause_of(ck: Checkpoint, returned: Returned, around: Around) -> Cause:
    """Return why *returned* came again."""
    if around.recreated:
        return Cause(TOPIC_RECREATED)
    if returned.way != REVIVED:
        return _popped_again(around)
    answer = ck.in_time(returned.offset)
    if answer is None:
        return unacked(around)
    if answer == LATE:
        return Cause(LATE_ACK)
    return _revived_though_acked(ck, returned, around)


def unacked(around: Around) -> Cause:
    """Return why a message came again that nobody acked under its handle."""
    return Cause(CLIENT_GONE if around.client_gone else NACK if around.changed else NEVER_ACKED)


def _popped_again(around: Around) -> Cause:
    if around.reset:
        return Cause(OFFSET_RESET)
    if around.replica:
        return Cause(FAILOVER, SLAVE_POPPED if around.slave else REPLICA_POPPED)
    if around.restarted:
        return Cause(BROKER_CRASH, STORE_SWITCHED if around.switched else RESTART_POPPED)
    if around.slave:
        return Cause(FAILOVER, SLAVE_POPPED)
    if around.switched:
        return Cause(UNEXPLAINED, STORE_SWITCHED)
    if around.set_back:
        return Cause(OFFSET_RESET)
    return Cause(UNEXPLAINED, None, (OFFSET_RESET, TOPIC_RECREATED, BROKER_CRASH, FAILOVER))


_BY_MECHANISM = {NAMELESS_ACK: KNOWN_FAULT, SCATTERED_ACK: FAILOVER, ACK_ELSEWHERE: FAILOVER}
_AS_SHOWN = (*_BY_MECHANISM, ACK_BEFORE_CHECKPOINT, ACK_READ_LATER, ACK_IN_FILES, ACK_IN_STORE)
"""What can be nothing else than what it is called, but for the lateness of an ack of which no line tells when it came."""


def _revived_though_acked(ck: Checkpoint, returned: Returned, around: Around) -> Cause:
    mechanism = _mechanism(ck, returned, around)
    if mechanism in {ACK_BEFORE_CHECKPOINT, NAMELESS_ACK} and around.handed_over:
        return Cause(FAILOVER, mechanism)
    if mechanism:
        named = _BY_MECHANISM.get(mechanism, UNEXPLAINED)
        open_ = (LATE_ACK,) if named == UNEXPLAINED and ck.in_time(returned.offset) == UNDECIDED else ()
        return Cause(named, mechanism, open_ if mechanism in _AS_SHOWN else (KNOWN_FAULT,))
    if around.ack_failed:
        return Cause(UNEXPLAINED, ACK_NOT_STORED)
    if around.restarted:
        return Cause(BROKER_CRASH, RESTART_POPPED)
    late = (LATE_ACK,) if ck.in_time(returned.offset) == UNDECIDED else ()
    # The key value store has no acks to be joined: what is acked is deleted there (PopConsumerService.ackAsync, 5.3.2 on).
    return Cause(UNEXPLAINED, None, (*(() if returned.by_store else (KNOWN_FAULT,)), FAILOVER, BROKER_CRASH, *late))


def _mechanism(ck: Checkpoint, returned: Returned, around: Around) -> str | None:
    """Return what kept revive from joining the ack: read off its copies, or off how the buffer wrote it."""
    copies = [a for a in ck.found if a.offset == returned.offset]
    if copies and not returned.place:
        return ACK_IN_FILES
    if returned.place and any(a.by_store for a in ck.taken if a.offset == returned.offset):
        return ACK_IN_STORE
    if returned.place and copies:
        reasons = [(a, mismatches(ck.broker, returned.place, a.broker, a.place)) for a in copies]
        return _of_copies(ck, returned, around, [(a, _but_lateness(a, reason, returned, around)) for a, reason in reasons])
    return NAMELESS_ACK if _written_nameless(ck, returned) else None


def _but_lateness(ack: AckFound, reason: tuple[str, ...], returned: Returned, around: Around) -> tuple[str, ...]:
    """Return what kept revive from joining *ack*, but for a lacking name where it was read too late anyway.

    That a release joins such acks excuses none that was read in time: what was not joined is the fault, whoever has it.
    """
    late = around.joins_nameless and not around.handed_over and stands_after(ack, returned)
    return tuple(one for one in reason if one != NO_BROKER_NAME) if late else reason


def _of_copies(ck: Checkpoint, returned: Returned, around: Around, reasons: list[tuple[AckFound, tuple[str, ...]]]) -> str | None:
    """Return what kept revive from joining the ack, by each of its copies with the *reasons* that it alone gives.

    One that came once more, too late, hides nothing of the first: in 5.3.1 a name of its own makes it fit.
    """
    fitting = [a for a, reason in reasons if not reason]
    if fitting and all(stands_after(a, returned) for a in fitting):
        nameless = _written_nameless(ck, returned) and all(a.broker for a, _ in reasons)
        reasons = [(a, reason) for a, reason in reasons if reason and not stands_after(a, returned)]
        if not reasons:
            return NAMELESS_ACK if nameless else ACK_READ_LATER
    here = [reason for _, reason in reasons if OTHER_STORE not in reason]
    away = around.handed_over or all(a.place.node in around.foreign for a, _ in reasons)
    return ACK_ELSEWHERE if not here and away else _of_reasons(here)


def _written_nameless(ck: Checkpoint, returned: Returned) -> bool:
    """Return whether the node that revived wrote the ack, and never with the broker's name."""
    written = [a for a in ck.written if a.offset == returned.offset and a.node == returned.node]
    return bool(written) and all(a.broker is None for a in written)


def scattered(ck: Checkpoint, returned: Returned) -> tuple[list[int], list[int]]:
    """Return in which revive queues the node that revived read copies of the ack, and the records of them and of the checkpoint.

    Other nodes may have read copies of the same in other queues: revive looks at its own. Where no line shows that it read the
    checkpoint, the first retry from it tells in which queue that lies.
    """
    acks = [a for a in ck.found if a.offset == returned.offset and returned.place and a.place.node == returned.place.node]
    cks = [e.record_id for e in ck.events if isinstance(e, CkFound) and e.place == returned.place]
    cks += [again.record_id for again in ck.returns if again.place == returned.place]
    return sorted({a.place.queue for a in acks}), sorted({*cks[:1], *(a.record_id for a in acks)})


def _of_reasons(reasons: list[tuple[str, ...]]) -> str | None:
    if not reasons:
        return None
    if any(not r for r in reasons):
        return ACK_MATCHED
    if any(r == (NO_BROKER_NAME,) for r in reasons):
        return NAMELESS_ACK
    if any(OTHER_QUEUE in r for r in reasons):
        return SCATTERED_ACK
    return ACK_BEFORE_CHECKPOINT if any(BEFORE_CHECKPOINT in r for r in reasons) else WRONG_BROKER_NAME
