"""What names a checkpoint on its way through revive, and which numbers cannot be what they are called.

PopReviveService.consumeReviveMessage keeps the checkpoints of one scan in a map, under a key made of topic, group, queue id,
start offset and pop time (5.0.0 to 5.3.0), and of the broker's name too (5.3.1 to 5.3.3), put together without separators: two
checkpoints of one pop request can have the same text (queue 1 from offset 23, queue 12 from offset 3). The later takes the
earlier one's place, and nobody looks at the earlier one again.

PopReviveService.mergeAndRevive (5.1.0 to 5.3.3) puts the oldest checkpoint in flight again when it has waited for 30 s, with the
time at which it began to be read where the offset of a message belongs.
"""

from collections.abc import Iterable

FIRST_TIME_MS = 1_000_000_000_000
"""September 2001. A queue of so many messages would fill twenty terabytes with its index alone."""


def merge_key(topic: str, group: str, queue_id: int, start_offset: int, pop_time: int, broker: str | None) -> str:
    """Return the text by which revive tells checkpoints apart; the broker's name is part of it from 5.3.1 on."""
    return f"{topic}{group}{queue_id}{start_offset}{pop_time}{broker or ''}"


def is_time(offset: int, since_ms: int | None, until_ms: int) -> bool:
    """Return whether *offset* is no offset but an instant between *since_ms* and *until_ms*, in epoch milliseconds."""
    return offset >= FIRST_TIME_MS and (since_ms or until_ms - 86_400_000) <= offset <= until_ms


def hidden_by_key(places: Iterable[tuple[int, int]]) -> set[int]:
    """Return which checkpoints of one key others took the place of: all but the last in the revive queue.

    *places* are (revive offset, index).
    """
    ordered = sorted(places)
    return {index for _, index in ordered[:-1]}


def whole_queue_id(queue_id: int) -> int:
    """Return the smallest queue id that *queue_id* can stand for: PopCheckPoint of 5.0.0 keeps it in a byte (#6012)."""
    return queue_id % 256


def in_a_byte(queue_id: int) -> int:
    """Return what a byte keeps of *queue_id*, as Java casts it."""
    return (queue_id + 128) % 256 - 128
