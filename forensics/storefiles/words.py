"""What a record of a store says, in words: the text that evidence quotes."""

from datetime import UTC, datetime, timedelta

import polars as pl

_LONGEST_BODY = 2_000
"""Characters of a body that are quoted."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_YEAR_10000_MS = 253_402_300_800_000
"""The first time that is of no calendar here, in milliseconds since the epoch."""


def of_pop() -> pl.Expr:
    """Return the text of a checkpoint or an ack: what it is of, when the broker made it, where and when stored, and its body.

    Made: the record's bornTimestamp, which a timer that delivers it later keeps (PopMessageProcessor.buildCkMsg,
    AckMessageProcessor.appendAck, 5.0.0 to 5.3.3).
    """
    named = pl.format(
        "{} queue {}, group {}, popped at {}", "topic", _or_none("queue_id"), "group", time_in_words(pl.col("pop_time"))
    )
    times = pl.col("re_put_times")
    again = pl.when(times > 0).then(pl.format(", put again {} times", times)).otherwise(pl.lit(""))
    due = pl.format("due at {}, broker {}{}", time_in_words(pl.col("revive_time")), _named("broker"), again)
    ck = pl.format("checkpoint of offsets {} of {}, {}", _offsets("ck_offsets"), named, due)
    noun = pl.when(pl.col("tag") == "bAck").then(pl.lit("batch ack")).otherwise(pl.lit("ack"))
    ack = pl.format("{} of offset {} of {}, broker {}", noun, _offsets("ack_offsets"), named, _named("ack_broker"))
    head = pl.when(pl.col("tag") == "ck").then(ck).otherwise(ack)
    body = pl.col("body").cast(pl.String).str.slice(0, _LONGEST_BODY)
    return pl.format("{}; made at {}, {}; body {}", head, time_in_words(pl.col("born_ms")), where(), body)


def _named(name: str) -> pl.Expr:
    return pl.col(name).fill_null("not named")


def _or_none(name: str) -> pl.Expr:
    return pl.col(name).cast(pl.String).fill_null("not known")


def _offsets(name: str) -> pl.Expr:
    return pl.col(name).cast(pl.List(pl.String)).list.join(", ").fill_null("")


def of_message() -> pl.Expr:
    """Return the text of a business message: ids, times and places, never its body."""
    popped = pl.when(pl.col("first_popped").str.contains("^[0-9]{1,18}$")).then(pl.col("first_popped")).cast(pl.Int64)
    parts = (
        pl.when(pl.col("message_id") != "").then(pl.format("message {}", "message_id")).otherwise(pl.lit("message (no id)")),
        pl.when(pl.col("key") != "").then(pl.format("key {}", "key")),
        pl.format("born at {}", time_in_words(pl.col("born_ms"))),
        pl.when(pl.col("reconsume_times") == 1)
        .then(pl.lit("retried once before"))
        .when(pl.col("reconsume_times") > 1)
        .then(pl.format("retried {} times before", "reconsume_times")),
        pl.when(popped.is_not_null()).then(pl.format("first popped at {}", time_in_words(popped))),
    )
    return pl.format("{}; {}; body not read", pl.concat_str(parts, separator=", ", ignore_nulls=True), where())


def where() -> pl.Expr:
    """Return where and when a message was stored, and by whom."""
    place = pl.format("{} queue {} offset {}", "stored_topic", "stored_queue", "stored_queue_offset")
    physical = pl.col("file") + pl.col("position")
    stored = time_in_words(pl.col("store_ms"))
    return pl.format("stored at {} by {} as {}, commit log offset {}", stored, "store_host", place, physical)


def time_in_words(ms: pl.Expr) -> pl.Expr:
    """Return epoch milliseconds as `clock` does."""
    known = pl.from_epoch(ms.clip(0, _YEAR_10000_MS), "ms").dt.strftime("%Y-%m-%dT%H:%M:%S%.3fZ")
    inside = pl.when(ms.is_between(0, _YEAR_10000_MS - 1)).then(known).otherwise(pl.format("{} ms", ms))
    return inside.fill_null("a time not known")


def clock(ms: int | None) -> str:
    """Return epoch milliseconds as UTC; as the number where no calendar has them."""
    if ms is None:
        return "a time not known"
    try:
        return (_EPOCH + timedelta(milliseconds=ms)).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    except OverflowError:
        return f"{ms} ms"
