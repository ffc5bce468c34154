"""One message given up, and what makes two tellings of it one, or one of them doubtful."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from forensics.model.spans import Instant
from forensics.replay.pop.batches import Batch
from forensics.replay.pop.marred import Marred


@dataclass(frozen=True)
class Given:
    """One message given up: which, when, why, and by which records.

    `popped_lo` is when the line of its pop was printed, where that is what `popped` names. `acks_known` is whether lines or a
    store of where it was popped would show its ack: those that replicas hand over to other brokers part from their checkpoints.
    """

    node: str
    at: Instant
    topic: str
    group: str | None
    queue_id: int | None
    offset: int | None
    pop_time: int | None
    message_broker: str | None
    why: str
    reason: str
    proven: bool
    failures: tuple[int, ...]
    judged: tuple[int, ...] = ()
    popped: int | None = None
    popped_lo: int | None = None
    messages: int = 1
    acks_known: bool = True


def joined(read: Iterator[Given], judged: Iterator[Given]) -> Iterator[Given]:
    """Yield both, but once what a line tells without its queue and a judged checkpoint with it."""
    named: dict[tuple[str, str, int | None], list[Given]] = {}
    for one in judged:
        named.setdefault((one.node, one.topic, one.offset), []).append(one)
    for one in read:
        fitting = named.get((one.node, one.topic, one.offset), []) if one.queue_id is None else []
        if fitting:
            own = fitting.pop(0)
            yield replace(own, reason=one.reason, proven=own.proven or one.proven, failures=(*own.failures, *one.failures))
        else:
            yield one
    yield from (one for own in named.values() for one in own)


def unacked(given: Iterable[Given], made: Sequence[Batch]) -> list[Given]:
    """Return *given* without the messages whose ack a line shows: it was only not where their checkpoint was judged."""
    acked = {
        (*(batch.key[n] for n in ("topic", "group", "queue_id", "pop_time")), offset)
        for batch in made
        for offset in batch.state.offsets
        if batch.key["pop_time"] is not None and batch.state.in_time(offset) is not None
    }
    return [one for one in given if (one.topic, one.group, one.queue_id, one.pop_time, one.offset) not in acked]


def unless_held_back(one: Given, marred: Marred) -> Given:
    """Return *one*, unproven where an ack of it may be nowhere in the case, or was not handed over with its checkpoint."""
    one = replace(one, proven=one.proven and one.acks_known)
    held = marred.acks_held_back(one.message_broker, one.at, one.node) if one.why == "remote_read_failed" else []
    return replace(one, proven=False, failures=(*one.failures, *held)) if held else one
