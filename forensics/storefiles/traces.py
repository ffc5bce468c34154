"""Message trace records: what clients say themselves of sends and consumption, message by message.

They are the bodies of messages of RMQ_SYS_TRACE_TOPIC: contexts that end with 2, fields between 1 (TraceDataEncoder, 4.8.0 to
5.3.3). Batches of more than 4 KB are compressed: the client's default is zlib.
"""

import zlib
from typing import Any

import zstandard

from forensics.storefiles.commitlog import LATEST_MS, Damage, Message
from forensics.storefiles.words import clock

Row = dict[str, Any]
_LONGEST = 16 << 20
"""Bytes that a body may have when it is unpacked."""
_COMPRESSED, _KIND_SHIFT, _KIND_MASK = 0x1, 8, 0x7
_LZ4, _ZSTD = 1, 2
SENT, CONSUMING, CONSUMED = "sent", "consuming", "consumed"
_SHAPES = {
    "Pub": (SENT, 12, {"at": 1, "group": 3, "topic": 4, "message_id": 5, "key": 7, "store_host": 8, "cost_ms": 10}),
    "SubBefore": (CONSUMING, 8, {"at": 1, "group": 3, "message_id": 5, "attempt": 6, "key": 7}),
    "SubAfter": (CONSUMED, 7, {"at": 7, "group": 8, "message_id": 2, "cost_ms": 3, "key": 5}),
}
"""By the type a record begins with: what it says, how many fields it has at least, and which field is what."""
_NUMBERS = {"at", "cost_ms", "attempt"}


def traced(message: Message) -> list[Row]:
    """Return what a trace message says: one row a message that a client sent, began to consume, or has consumed."""
    text = _plain(message).decode(errors="replace")
    return [row for row in (_record(part.split("\x01")) for part in text.split("\x02") if part) if row]


def _record(fields: list[str]) -> Row | None:
    what, least, places = _SHAPES.get(fields[0].strip(), ("", 0, {}))
    if not what or len(fields) < least:
        return None
    row: Row = {name: _value(name, fields[at]) if at < len(fields) else None for name, at in places.items()}
    return row | {"what": what, "success": _success(what, fields)}


def _value(name: str, text: str) -> Any:
    if name not in _NUMBERS:
        return text if text not in {"", "null"} else None
    number = int(text) if text.isdecimal() and len(text) < 16 else None
    return number if number is None or number < LATEST_MS else None


def _success(what: str, fields: list[str]) -> bool | None:
    """Return whether the send, or the consumption, succeeded by the client's word."""
    if what == CONSUMED:
        return fields[4] == "true"
    said = [f for f in fields[12:] if f in {"true", "false"}]
    return said[0] == "true" if what == SENT and said else None


def _plain(message: Message) -> bytes:
    body = message.body or b""
    if not message.sys_flag & _COMPRESSED:
        return body
    kind = message.sys_flag >> _KIND_SHIFT & _KIND_MASK
    if kind == _LZ4:
        raise Damage("is compressed with LZ4: not read")
    try:
        if kind == _ZSTD:
            return _unpacked(body)
        return zlib.decompressobj().decompress(body, _LONGEST)
    except (zlib.error, zstandard.ZstdError):
        raise Damage("its compressed body is damaged") from None


def _unpacked(body: bytes) -> bytes:
    """Return what a zstd frame holds; Damage where it says that it is longer than a trace can be: so much would be reserved."""
    if zstandard.frame_content_size(body) > _LONGEST:
        raise Damage(f"its compressed body would be longer than {_LONGEST} bytes")
    return zstandard.ZstdDecompressor().decompress(body, max_output_size=_LONGEST)


def in_words(row: Row) -> str:
    """Return one row in words, as evidence quotes it."""
    named = [f"{name} {row[name]}" for name in ("topic", "group", "key") if row.get(name)]
    result = {True: ["with success"], False: ["without success"], None: []}[row["success"]]
    return ", ".join([f"a client's trace: {row['what']} {row['message_id']} at {clock(row['at'])}", *named, *result])
