"""What a record of a store says, in words: the text that evidence quotes."""

from datetime import UTC, datetime
from typing import Any

from forensics.storefiles.commitlog import Message

_LONGEST_BODY = 2_000


def of_pop(message: Message, columns: dict[str, Any], kind: str) -> str:
    """Return the text of a checkpoint or an ack: what it is of, when the broker made it, where and when stored, and its body.

    Made: the record's bornTimestamp, which a timer that delivers it later keeps (PopMessageProcessor.buildCkMsg,
    AckMessageProcessor.appendAck, 5.0.0 to 5.3.3).
    """
    body = (message.body or b"").decode(errors="replace")[:_LONGEST_BODY]
    return f"{_head(kind, columns)}; made at {clock(message.born_ms)}, {where(message)}; body {body}"


def _head(kind: str, columns: dict[str, Any]) -> str:
    named = f"{columns['topic']} queue {columns['queue_id']}, group {columns['group']}, popped at {clock(columns['pop_time'])}"
    if kind == "ck":
        again = f", put again {columns['re_put_times']} times" if columns.get("re_put_times") else ""
        due = f"due at {clock(columns['revive_time'])}, broker {columns['broker']}{again}"
        return f"checkpoint of offsets {_offsets(columns['ck_offsets'])} of {named}, {due}"
    name = columns["ack_broker"] or "not named"
    noun = "batch ack" if kind == "bAck" else "ack"
    return f"{noun} of offset {_offsets(columns['ack_offsets'])} of {named}, broker {name}"


def of_message(message: Message) -> str:
    """Return the text of a business message: ids, times and places, never its body."""
    p = message.properties
    parts = [f"message {p.get('UNIQ_KEY') or '(no id)'}"]
    parts += [f"key {p['KEYS']}"] if p.get("KEYS") else []
    parts += [f"born at {clock(message.born_ms)}"]
    parts += [f"retried {message.reconsume_times} times before"] if message.reconsume_times else []
    parts += [f"first popped at {clock(int(p['1ST_POP_TIME']))}"] if p.get("1ST_POP_TIME", "").isdecimal() else []
    return f"{', '.join(parts)}; {where(message)}; body not read"


def where(message: Message) -> str:
    """Return where and when a message was stored, and by whom."""
    place = f"{message.topic} queue {message.queue_id} offset {message.queue_offset}"
    return f"stored at {clock(message.store_ms)} by {message.store_host} as {place}, commit log offset {message.physical}"


def clock(ms: int | None) -> str:
    """Return epoch milliseconds as UTC; as the number where no calendar has them."""
    if ms is None:
        return "a time not known"
    try:
        return datetime.fromtimestamp(ms / 1000, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    except (OverflowError, ValueError, OSError):
        return f"{ms} ms"


def _offsets(offsets: list[int]) -> str:
    return ", ".join(str(o) for o in offsets)
