"""What was read of a store, as rows of events: the same kinds that the logs give, and some that only a store has."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import polars as pl

from forensics.storefiles.commitlog import Message
from forensics.storefiles.events import ACK, CK, PUT
from forensics.storefiles.pop import PopStore, in_revive_queue, number, put
from forensics.storefiles.traces import in_words
from forensics.storefiles.words import clock, of_message, of_pop

Row = dict[str, Any]
_NEW = [name for name in PUT if name != "store_ms"]
_LARGEST = 1 << 16
"""So many records of a file are put into words at a time."""
_COMMON: dict[str, pl.DataType | type[pl.DataType]] = {"number": pl.Int64, "position": pl.Int64, "store_ms": pl.Int64}


@dataclass(frozen=True)
class Piece:
    """Records of a store that follow one another in a commit log file, and the events they are, by kind.

    `records` has `number` (from 0 in the file), `position`, `store_ms` and `text`; the events name their record by `number`.
    """

    records: pl.DataFrame
    events: dict[str, pl.DataFrame]


def pieces(found: PopStore, file: int) -> Iterator[Piece]:
    """Yield what was read of one file of a commit log, in its order."""
    parts = _parts(found, file)
    index = pl.concat([part.select("position", pl.lit(rank).alias("rank")) for rank, part in enumerate(parts)])
    index = index.sort("position", "rank", maintain_order=True).with_row_index("number").cast({"number": pl.Int64})
    numbered = [part.with_columns(index.filter(pl.col("rank") == rank)["number"]) for rank, part in enumerate(parts)]
    for first in range(0, index.height, _LARGEST):
        inside = pl.col("number").is_between(first, first + _LARGEST - 1)
        yield _piece(*(part.filter(inside) for part in numbered))


def _parts(found: PopStore, file: int) -> tuple[pl.DataFrame, ...]:
    """Return the POP records, the business messages and the rest of one file, each by position."""
    here = pl.col("file") == file
    messages = pl.concat([found.retries.filter(here), found.originals.filter(here)]).unique("position", keep="first")
    own = [_of_other(other) for other in _others(found) if other[0].file == file]
    others = pl.DataFrame(own, schema={"position": pl.Int64, "store_ms": pl.Int64, "text": pl.String, "happened": pl.String})
    return found.records.filter(here).sort("position"), messages.sort("position"), others.sort("position")


_Other = tuple[Message, list[Row] | int]
"""A client's trace with what it says, or the log's last message with how many were damaged."""


def _others(found: PopStore) -> list[_Other]:
    last: list[_Other] = [(found.last, sum(found.damage.values()))] if found.last else []
    return [*found.traces, *last]


def _of_other(other: _Other) -> Row:
    """Return the text of a trace or of the last message, and as JSON the rows of the events it is, by kind."""
    m, rows = other
    common = {"position": m.position, "store_ms": m.store_ms}
    if not isinstance(rows, int):
        traced = {"message_traced": [_traced_columns(row) for row in rows]}
        return common | {"text": "; ".join(map(in_words, rows)), "happened": json.dumps(traced)}
    end = {"log_ended": [{"store_ms": m.store_ms, "commit_log_offset": m.physical, "failures": rows}]}
    at = f"stored at {clock(m.store_ms)} by {m.store_host} as {m.topic} queue {m.queue_id} offset {m.queue_offset}"
    text = f"the last message of the store; {at}, commit log offset {m.physical}"
    return common | {"text": text, "happened": json.dumps(end)}


def _piece(pops: pl.DataFrame, messages: pl.DataFrame, others: pl.DataFrame) -> Piece:
    own = [*_COMMON, "text"]
    texts = (pops.with_columns(text=of_pop()), messages.with_columns(text=of_message()), others)
    events = {kind: frame for kind, frame in _events(pops, messages) if frame.height}
    rows: dict[str, list[Row]] = {}
    for other in others.to_dicts():
        for kind, made in json.loads(other["happened"]).items():
            rows.setdefault(kind, []).extend({name: other[name] for name in _COMMON} | columns for columns in made)
    more = {kind: pl.DataFrame(own_rows, infer_schema_length=None) for kind, own_rows in rows.items()}
    return Piece(pl.concat([text.select(own) for text in texts]).sort("number"), events | more)


def _events(pops: pl.DataFrame, messages: pl.DataFrame) -> Iterator[tuple[str, pl.DataFrame]]:
    """Yield the events that checkpoints, acks and business messages are, by kind."""
    columns = pops.with_columns(
        pl.when(in_revive_queue()).then("stored_queue").otherwise(number("real_queue")).alias("revive_queue_id"),
        pl.when(in_revive_queue()).then("stored_queue_offset").alias("revive_offset"),
        (pl.col("file") + pl.col("position")).alias("commit_log_offset"),
        number("delivered_at").alias("deliver_ms"),
        pl.lit("PUT_OK").alias("put_status"),
    )
    for noun, which, names in (("ck", pl.col("tag") == "ck", CK), ("ack", pl.col("tag") != "ck", ACK)):
        own = columns.filter(which)
        yield f"{noun}_stored", own.filter(put()).select(*_COMMON, *names, *_NEW)
        again = {"ck_revive_offset": pl.col("revive_offset")} if noun == "ck" else {}
        found = own.filter(in_revive_queue()).with_columns(**again)
        only_found = ("revive_offset", *(("suspended",) if noun == "ck" else ()))
        yield f"{noun}_found", found.select(*_COMMON, *names, *_NEW, *only_found)
    yield (
        "message_stored",
        messages.select(
            *_COMMON, "message_id", "key", "reconsume_times", "born_ms", "store_host",
            topic="stored_topic", queue_id="stored_queue", offset="stored_queue_offset", first_pop_time=number("first_popped"),
            commit_log_offset=pl.col("file") + pl.col("position"),
        ),
    )  # fmt: skip


def _traced_columns(row: Row) -> Row:
    return {name: value for name, value in row.items() if name != "at"} | {"now_ms": row["at"]}
