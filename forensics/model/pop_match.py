"""Whether revive finds the checkpoint of an ack: PopReviveService.consumeReviveMessage.

A revive queue is read from its committed offset on. A checkpoint is put into a map under a key of topic, group, queue id,
start offset and pop time (5.0.0 to 5.3.0), and of the broker's name too (5.3.1 to 5.3.3). An ack marks its message only if
its own key is in the map by then: the checkpoint lies in the same revive queue, before it, and (from 5.3.1 on) names the
same broker. An ack that finds none is passed over without a line.

Whoever writes the ack decides which broker it names: the request's handle; nobody, where the buffer wrote it (up to 5.3.1,
and the buffer's batch acks in every release). From 5.3.2 on a reader takes its own name for a missing one.
"""

from dataclasses import dataclass

NO_BROKER_NAME = "no_broker_name"
OTHER_BROKER_NAME = "other_broker_name"
OTHER_QUEUE = "other_queue"
BEFORE_CHECKPOINT = "before_checkpoint"
OTHER_STORE = "other_store"


@dataclass(frozen=True, order=True)
class Place:
    """Where a copy of a checkpoint or an ack lies: the node that read it, the revive queue, the offset in it."""

    node: str
    queue: int
    offset: int


def mismatches(ck_broker: str | None, ck: Place, ack_broker: str | None, ack: Place) -> tuple[str, ...]:
    """Return every reason why revive, reading *ck*, does not join *ack* to it; empty where it must join them.

    A missing broker name is a reason only where names are part of the key; that is for the caller to prove by what became
    of the message.
    """
    reasons = []
    if ck.node != ack.node:
        return (OTHER_STORE,)
    if ck.queue != ack.queue:
        reasons.append(OTHER_QUEUE)
    elif ack.offset < ck.offset:
        reasons.append(BEFORE_CHECKPOINT)
    if ack_broker is None:
        reasons.append(NO_BROKER_NAME)
    elif ack_broker != ck_broker:
        reasons.append(OTHER_BROKER_NAME)
    return tuple(reasons)
