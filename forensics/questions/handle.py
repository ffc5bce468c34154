"""A receipt handle in plain words: the blank-separated fields that a POP consumer gives back with its ack."""

from dataclasses import dataclass

from forensics.errors import BadUsage
from forensics.model.spans import LATEST_MS

_FIELDS = 8
"""Fields of a handle, but for the offset in the commit log, which not all have."""


@dataclass(frozen=True)
class Handle:
    """The fields of a receipt handle; `commit_log_offset` is None where a broker made it, not a proxy."""

    start_offset: int
    pop_time: int
    invisible_ms: int
    revive_queue_id: int
    topic_type: int
    broker: str
    queue_id: int
    offset: int
    commit_log_offset: int | None


def handle_of(text: str) -> Handle:
    """Return the receipt handle *text* decoded; BadUsage says what is not as it must be."""
    parts = text.strip().split(" ")
    if len(parts) < _FIELDS:
        raise BadUsage(text, "is not a receipt handle", f"one has {_FIELDS} fields or more with a blank between, in quotes")
    try:
        start, popped, invisible, revive, kind = (int(part) for part in parts[:5])
        queue, offset = int(parts[6]), int(parts[7])
        commit_log = int(parts[8]) if len(parts) > _FIELDS else None
    except ValueError as error:
        raise BadUsage(text, f"is not a receipt handle: {error}") from None
    if not 0 <= popped <= popped + invisible <= LATEST_MS:
        raise BadUsage(text, f"is not a receipt handle: popped at {popped} for {invisible} ms is no time")
    return Handle(start, popped, invisible, revive, kind, parts[5], queue, offset, None if commit_log == -1 else commit_log)
