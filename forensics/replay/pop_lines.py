"""The POP lines of a case as frames: every line that names a checkpoint, the pops, the copies of acks, who owns what."""

from dataclasses import dataclass

import polars as pl

from forensics.replay.events import Events, by

CK = ["broker", "topic", "group", "queue_id", "start_offset", "revive_time"]
"""What names a checkpoint in lines that print it; they print no pop time."""
POP = ["topic", "group", "queue_id", "start_offset", "pop_time"]
"""What names a popped batch in acks."""
QUEUE = ["broker", "topic", "group", "queue_id"]

CK_KINDS = (
    "ck_buffered", "ck_just_offset", "ck_refused", "ck_stored", "ck_not_stored", "ck_left_buffer", "ck_stuck", "ck_found",
    "ck_skipped", "ack_buffered", "ack_not_buffered", "ack_stored", "ack_not_stored", "message_retried", "ck_popped",
)  # fmt: skip
POP_KINDS = ("ck_buffered", "ck_just_offset", "kv_popped", "ck_popped")
"""Lines that a pop prints, one of them for each checkpoint or record; or what a store shows of it."""
_IN_ORDER = ["node", "topic", "group"]
DETAIL_KINDS = (*CK_KINDS, "ack_found", "pop_requested", "pop_offset_committed", "invisible_changed")
"""Lines of which most are printed with enablePopLog alone."""
_ALWAYS = {"ck_refused", "ck_not_stored", "ck_stuck", "ck_skipped", "ack_not_stored"}
"""Kinds of these that default logging prints too."""

_COLUMNS: dict[str, pl.DataType | type[pl.DataType]] = {
    "event": pl.String, "node": pl.String, "ts_lo": pl.Int64, "ts_hi": pl.Int64, "seq": pl.Int64, "record_id": pl.Int64,
    "broker": pl.String, "topic": pl.String, "group": pl.String, "queue_id": pl.Int64, "start_offset": pl.Int64,
    "revive_time": pl.Int64, "ck_offsets": pl.List(pl.Int64), "ck_revive_offset": pl.Int64, "re_put_times": pl.Int64,
    "revive_queue_id": pl.Int64, "pop_time": pl.Int64, "invisible_ms": pl.Int64, "ack_offsets": pl.List(pl.Int64),
    "ack_broker": pl.String, "revive_offset": pl.Int64, "offset": pl.Int64, "put_status": pl.String, "remote_put": pl.Boolean,
    "stored_queue_offset": pl.Int64, "store_ms": pl.Int64, "now_ms": pl.Int64, "reason": pl.String, "acked_bits": pl.Int64,
    "msg_queue_id": pl.Int64,
}  # fmt: skip


@dataclass(frozen=True)
class Lines:
    """The frames the parts of POP's replay share.

    `cks`: lines that name a checkpoint, but its repeated copies; `acks`: lines that name an ack without one, repeated copies
    left out; `pops`: the pop of each batch, one row each; `waits`: invisible times asked for, by group; `owners`: brokerName
    by node.
    """

    cks: pl.DataFrame
    acks: pl.DataFrame
    pops: pl.DataFrame
    waits: pl.DataFrame
    owners: dict[str, str]


def read(events: Events) -> Lines:
    """Return the POP lines of *events*."""
    found = pl.concat([of_kind(events, kind) for kind in CK_KINDS])
    found = pl.concat([found, *_records(events, _started(events))])
    cks = _first_copies(found.filter(pl.col("revive_time").is_not_null()))
    named = found.filter(pl.col("revive_time").is_null() & pl.col("pop_time").is_not_null())
    acks = _first_copies(pl.concat([named, of_kind(events, "ack_found")]))
    pops = cks.filter(pl.col("event").is_in(POP_KINDS)).unique([*CK, "node"], keep="first", maintain_order=True)
    waits = events.frame("pop_requested").select("group", "invisible_ms").drop_nulls().unique().collect()
    return Lines(cks, acks, pops, waits, _owners(events, pops))


def of_kind(events: Events, kind: str) -> pl.DataFrame:
    """Return the events of one kind in the columns that all POP lines share."""
    if not events.has(kind):
        return pl.DataFrame(schema=_COLUMNS)
    return shaped(events.frame(kind), kind)


def shaped(frame: pl.LazyFrame, kind: str) -> pl.DataFrame:
    """Return the timed rows of *frame* as lines of *kind*, in the columns that all POP lines share."""
    timed = frame.with_columns(pl.lit(kind).alias("event")).filter(pl.col("ts_lo").is_not_null())
    names = timed.collect_schema().names()
    wanted = [pl.col(n) if n in names else pl.lit(None, dtype=t).alias(n) for n, t in _COLUMNS.items()]
    return timed.select(wanted).sort("record_id").collect()


def _records(events: Events, owners: dict[str, str]) -> list[pl.DataFrame]:
    """Return the lines of the key value store: each of its records is a checkpoint of one message.

    An orderly pop prints the same line and makes no record: what such a group pops again it has not acked (pop_orders.py).
    """
    orderly = events.frame("orderly_acked").select(_IN_ORDER).unique()
    broker = pl.col("node").replace_strict(owners, default=None, return_dtype=pl.String).alias("broker")
    due = (pl.col("pop_time") + pl.col("invisible_ms")).alias("revive_time")
    popped = events.frame("kv_popped").join(orderly, on=_IN_ORDER, how="anti").explode("offsets").rename({"offsets": "offset"})
    frames = {"kv_popped": popped} | {kind: events.frame(kind) for kind in ("kv_acked", "kv_changed", "kv_revived")}
    one = pl.concat_list("offset")
    extra = {"kv_acked": [one.alias("ack_offsets")], "kv_changed": [one.alias("ack_offsets")], "kv_revived": [_put_ok()]}
    own = [broker, due, pl.col("offset").alias("start_offset"), one.alias("ck_offsets")]
    return [shaped(frame.with_columns(*own, *extra.get(kind, [])), kind) for kind, frame in frames.items()]


def _put_ok() -> pl.Expr:
    return pl.lit("PUT_OK").alias("put_status")


def _first_copies(frame: pl.DataFrame) -> pl.DataFrame:
    """Return *frame* without what a revive cycle read again: each copy's first line stays."""
    copies = frame.filter(pl.col("revive_offset").is_not_null())
    once = copies.unique(["node", "event", "revive_queue_id", "revive_offset", *POP, "revive_time"], keep="first")
    return pl.concat([frame.filter(pl.col("revive_offset").is_null()), once]).sort("ts_lo", "node", "seq")


def _owners(events: Events, pops: pl.DataFrame) -> dict[str, str]:
    """Return brokerName by node: as its start prints it, else as its own pops name it, else as its store tells.

    Several brokers of one user share one pop.log (brokerLogDir is not applied to it): such a node is nobody's.
    """
    pops = pops.filter(pl.col("event") != "ck_popped")
    named = {row["node"]: row["names"] for row in pops.group_by("node").agg(pl.col("broker").unique().alias("names")).to_dicts()}
    owners = {node: names[0] for node, names in named.items() if len(names) == 1 and names[0]} | _started(events)
    shared = {node for node, names in named.items() if len(names) > 1}
    shared |= {
        node for node, rows in by(events.rows("process_started"), "node").items() if len({r["broker"] for r in rows} - {None}) > 1
    }
    return events.owners | {node: name for node, name in owners.items() if node not in shared}


def _started(events: Events) -> dict[str, str]:
    return {row["node"]: row["broker"] for row in events.rows("process_started") if row["broker"]}


def pop_times(lines: Lines) -> pl.DataFrame:
    """Return the pop times of each checkpoint that lines tell, in column `pop_times`.

    A line with both tells it. Without one, an ack of a batch from the same offset does, whose pop time and some invisible
    time that the group asked for give the checkpoint's revive time.
    """
    known = lines.cks.filter(pl.col("pop_time").is_not_null())
    told = known.group_by(CK).agg(pl.col("pop_time").unique().sort().alias("pop_times"), pl.col("invisible_ms").max())
    open_ = lines.cks.select(CK).unique().join(told, on=CK, how="anti", nulls_equal=True)
    fitting = open_.join(lines.acks.select(POP).unique(), on=POP[:-1], how="inner").with_columns(
        (pl.col("revive_time") - pl.col("pop_time")).alias("invisible_ms")
    )
    derived = fitting.join(lines.waits, on=["group", "invisible_ms"], how="semi")
    guessed = derived.group_by(CK).agg(pl.col("pop_time").unique().sort().alias("pop_times"), pl.col("invisible_ms").max())
    return pl.concat([told, guessed.select(told.columns)])


def is_detail(kind: str) -> bool:
    """Return whether only enablePopLog gives lines of this kind."""
    return kind in DETAIL_KINDS and kind not in _ALWAYS
