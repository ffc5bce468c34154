"""Many messages of a commit log at once, as columns: what is laid out as usual is decoded in bulk, the rest one by one.

The layout is that of commitlog.py. In bulk go messages of the first magic with IPv4 addresses; every other one, damaged ones
among them, takes the plain way, which says what is wrong with it.
"""

import zlib
from collections.abc import Callable, Iterable, Iterator
from ipaddress import IPv4Address

import polars as pl

from forensics.storefiles.commitlog import LATEST_MS, MAGIC, Damage, Message
from forensics.storefiles.queues import Entry, Queue
from forensics.storefiles.store import Store

_PROPERTIES = {
    "tag": "TAGS", "message_id": "UNIQ_KEY", "key": "KEYS", "first_popped": "1ST_POP_TIME", "real_topic": "REAL_TOPIC",
    "real_queue": "REAL_QID", "delivered_at": "TIMER_DELIVER_MS", "dequeued_at": "TIMER_DEQUEUE_MS",
}  # fmt: skip
"""Properties that are kept, by the column that holds them as text."""
MESSAGES: dict[str, pl.DataType | type[pl.DataType]] = {
    "file": pl.Int64, "position": pl.Int64, "stored_topic": pl.String, "stored_queue": pl.Int64,
    "stored_queue_offset": pl.Int64, "sys_flag": pl.Int64, "born_ms": pl.Int64, "born_host": pl.String, "store_ms": pl.Int64,
    "store_host": pl.String, "reconsume_times": pl.Int64, **dict.fromkeys(_PROPERTIES, pl.String), "body": pl.Binary,
}  # fmt: skip
"""A message's columns: the commit log file by its first offset and the place in it, the queue and the place there, properties
as text, and the body where it was asked for."""
_FIXED = 91
"""Bytes of a message without body, topic and properties, its addresses of version 4."""
_BODY = 88
"""Where in a message its body begins, by bytes, with addresses of version 4."""
_AT_ONCE = 1 << 15
"""Rows that are worked on at once."""
Spoilt = Callable[[str, Damage], None]
"""What is told of a message that cannot be read: its place, in words, and why."""


def entries_of(queues: Iterable[Queue], tags: frozenset[int] | None = None, first: int = 0) -> Iterator[pl.DataFrame]:
    """Yield the entries of *queues* from offset *first* on, `named`, many at once."""
    return together(named(part, queue) for queue in queues for part in queue.columns(tags, first))


def together(parts: Iterable[pl.DataFrame]) -> Iterator[pl.DataFrame]:
    """Yield the rows of *parts*, as many small ones at once as are good to work on."""
    waiting: list[pl.DataFrame] = []
    for part in parts:
        waiting.append(part)
        if sum(one.height for one in waiting) >= _AT_ONCE:
            yield pl.concat(waiting)
            waiting = []
    if waiting:
        yield pl.concat(waiting)


def named(entries: pl.DataFrame, queue: Queue) -> pl.DataFrame:
    """Return *entries* of a queue with its `topic` and `queue_id`."""
    return entries.with_columns(pl.lit(queue.topic).alias("topic"), pl.lit(queue.queue_id, dtype=pl.Int64).alias("queue_id"))


def messages(store: Store, entries: pl.DataFrame, spoilt: Spoilt, *, body: bool) -> pl.DataFrame:
    """Return the messages that *entries* of any queues (`named`) point to, in order; *spoilt* is told what cannot be read."""
    entries = entries.with_row_index("number")
    files, raw = store.log.raws(entries["physical"].to_list(), entries["size"].to_list())
    read = _usual(entries.with_columns(pl.Series("file", files, pl.Int64), pl.Series("raw", raw, pl.Binary)), body=body)
    left = entries.join(read, on="number", how="anti").rows()
    if not left:
        return read.select(*MESSAGES)
    rows = []
    for number, *entry, topic, queue_id in left:
        try:
            rows.append({"number": number} | _row(store.message(store.queues[topic, queue_id], Entry(*entry), body=body)))
        except Damage as damage:
            spoilt(in_words(topic, queue_id, entry[0]), damage)
    more = pl.DataFrame(rows, schema={"number": read.schema["number"], **MESSAGES})
    return pl.concat([read.select(more.columns), more]).sort("number").select(*MESSAGES)


def in_words(topic: str, queue_id: int, offset: int) -> str:
    """Return a message's place in its queue, in words."""
    return f"{topic} queue {queue_id} offset {offset}"


def _row(m: Message) -> dict[str, object]:
    """Return the columns of a message that was read by itself."""
    properties = {name: m.properties.get(named) for name, named in _PROPERTIES.items()}
    return properties | {
        "file": m.file, "position": m.position, "stored_topic": m.topic, "stored_queue": m.queue_id,
        "stored_queue_offset": m.queue_offset, "sys_flag": m.sys_flag, "born_ms": m.born_ms, "born_host": m.born_host,
        "store_ms": m.store_ms, "store_host": m.store_host, "reconsume_times": m.reconsume_times, "body": m.body,
    }  # fmt: skip


def _number(at: int | pl.Expr, dtype: type[pl.DataType], width: int) -> pl.Expr:
    return pl.col("raw").bin.slice(at, width).bin.reinterpret(dtype=dtype, endianness="big").cast(pl.Int64)


def _usual(frame: pl.DataFrame, *, body: bool) -> pl.DataFrame:
    """Return those messages of *frame* that are laid out as usual and undamaged, each with its number there."""
    heads = frame.with_columns(
        _number(0, pl.Int32, 4).alias("own_size"), _number(4, pl.UInt32, 4).alias("magic"), _number(8, pl.Int32, 4).alias("crc"),
        _number(12, pl.Int32, 4).alias("stored_queue"), _number(20, pl.Int64, 8).alias("stored_queue_offset"),
        _number(28, pl.Int64, 8).alias("own_physical"), _number(36, pl.Int32, 4).alias("sys_flag"),
        _number(40, pl.Int64, 8).alias("born_ms"), _number(48, pl.Int64, 8).alias("born_host"),
        _number(56, pl.Int64, 8).alias("store_ms"), _number(64, pl.Int64, 8).alias("store_host"),
        _number(72, pl.Int32, 4).alias("reconsume_times"), _number(84, pl.Int32, 4).alias("body_length"),
    ).filter(
        pl.col("own_size") == pl.col("size"),
        pl.col("raw").bin.size() == pl.col("size"),
        pl.col("magic") == MAGIC,
        pl.col("own_physical") == pl.col("physical"),
        pl.col("sys_flag") & 0x30 == 0,
        pl.col("body_length").is_between(0, pl.col("size") - _FIXED),
        pl.col("stored_queue") == pl.col("queue_id"),
        pl.col("stored_queue_offset") == pl.col("offset"),
        pl.col("reconsume_times") >= 0,
        *(pl.col(name).is_between(0, LATEST_MS - 1) for name in ("born_ms", "store_ms")),
    )  # fmt: skip
    parted = _parted(heads)
    texts = strings(parted["properties"])
    properties = [texts.str.extract(f"(?:^|\x02){name}\x01([^\x02]*)").alias(own) for own, name in _PROPERTIES.items()]
    hosts = [_hosts(parted[name]) for name in ("born_host", "store_host")]
    content = parted["body"] if body else pl.Series("body", [None], pl.Binary).new_from_index(0, parted.height)
    whole = parted.with_columns(pl.col("topic").alias("stored_topic"), *properties, *hosts, content).filter(texts.is_not_null())
    whole = whole.filter(_sums(whole["body"]) == whole["crc"]) if body else whole
    return whole.with_columns(position=pl.col("physical") - pl.col("file")).select("number", *MESSAGES)


def _parted(heads: pl.DataFrame) -> pl.DataFrame:
    """Return the messages of *heads* of their queue's topic whose parts add up, with their properties and bodies."""
    topic_at, text_at = pl.col("body_length") + _BODY, pl.col("body_length") + pl.col("topic_length") + _BODY + 1
    raw = pl.col("raw")
    return (
        heads.with_columns(_number(topic_at, pl.UInt8, 1).alias("topic_length"))
        .with_columns(_number(text_at, pl.Int16, 2).alias("text_length"))
        .filter(
            raw.bin.slice(topic_at + 1, pl.col("topic_length")) == pl.col("topic").cast(pl.Binary),
            pl.col("text_length") >= 0,
            text_at + 2 + pl.col("text_length") == pl.col("size"),
        )
        .with_columns(
            raw.bin.slice(text_at + 2, pl.col("text_length")).alias("properties"),
            raw.bin.slice(_BODY, pl.col("body_length")).alias("body"),
        )
        .drop("raw")
    )


def strings(values: pl.Series) -> pl.Series:
    """Return bytes as text, null where they are none."""
    try:
        return values.cast(pl.String)
    except pl.exceptions.ComputeError:
        return pl.Series(values.name, [_string(value) for value in values], pl.String)


def _string(value: bytes) -> str | None:
    try:
        return value.decode()
    except UnicodeDecodeError:
        return None


def _hosts(raw: pl.Series) -> pl.Series:
    """Return addresses with their ports as text; there are few of them."""
    named = {
        value: f"{IPv4Address(value >> 32 & 0xFFFFFFFF)}:{((value + (1 << 31)) & 0xFFFFFFFF) - (1 << 31)}"
        for value in raw.unique()
    }
    return raw.replace_strict(named, return_dtype=pl.String) if named else raw.cast(pl.String)


def _sums(bodies: pl.Series) -> pl.Series:
    return pl.Series([zlib.crc32(body) & 0x7FFFFFFF for body in bodies], dtype=pl.Int64)
