"""The POP lines of a case as frames: every line that names a checkpoint, the pops, the copies of acks, who owns what."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

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
KV_KINDS = ("kv_popped", "kv_acked", "kv_changed", "kv_revived")
_LOGGED_POPS = ("ck_buffered", "ck_just_offset", "kv_popped")
POP_KINDS = (*_LOGGED_POPS, "ck_popped")
"""Lines that a pop prints, one of them for each checkpoint or record; or what a store shows of it."""
_IN_ORDER = ["node", "topic", "group"]
DETAIL_KINDS = (*CK_KINDS, "ack_found", "pop_requested", "pop_offset_committed", "invisible_changed")
"""Lines of which most are printed with enablePopLog alone."""
TRIED_AGAIN = ("ck_not_stored", "ck_stuck")
"""Kinds that a broker prints of one checkpoint every few milliseconds for as long as it lasts: the first line says it all."""
_ALWAYS = {"ck_refused", "ck_not_stored", "ck_stuck", "ck_skipped", "ack_not_stored"}
"""Kinds of these that default logging prints too."""

COLUMNS: dict[str, pl.DataType | type[pl.DataType]] = {
    "event": pl.String, "node": pl.String, "ts_lo": pl.Int64, "ts_hi": pl.Int64, "seq": pl.Int64, "record_id": pl.Int64,
    "broker": pl.String, "topic": pl.String, "group": pl.String, "queue_id": pl.Int64, "start_offset": pl.Int64,
    "revive_time": pl.Int64, "ck_offsets": pl.List(pl.Int64), "ck_revive_offset": pl.Int64, "re_put_times": pl.Int64,
    "revive_queue_id": pl.Int64, "pop_time": pl.Int64, "invisible_ms": pl.Int64, "ack_offsets": pl.List(pl.Int64),
    "ack_broker": pl.String, "revive_offset": pl.Int64, "offset": pl.Int64, "put_status": pl.String, "remote_put": pl.Boolean,
    "stored_queue_offset": pl.Int64, "store_ms": pl.Int64, "now_ms": pl.Int64, "reason": pl.String, "acked_bits": pl.Int64,
    "msg_queue_id": pl.Int64,
}  # fmt: skip
_NULLS = {name: pl.lit(None, dtype=dtype).alias(name) for name, dtype in COLUMNS.items()}
NAMED = pl.col("revive_time").is_not_null()
"""Whether a line names a checkpoint."""
UNNAMED = ~NAMED & pl.col("pop_time").is_not_null()
"""Whether a line names an ack without its checkpoint."""
_TRY = ["node", *CK, "put_status", "reason"]
_COPY = ["node", "event", "revive_queue_id", "revive_offset", *POP, "revive_time"]
_WAIT = {"group": pl.String, "invisible_ms": pl.Int64}
_OWNER = {"node": pl.String, "broker": pl.String}


@dataclass(frozen=True)
class Lines:
    """The frames the parts of POP's replay share, of all checkpoints or of some queues' suspects.

    `cks`: lines that name a checkpoint, but its repeated copies, with the hash of what names it as `ck`; `acks`: lines that name
    an ack without one, repeated copies left out; `pops`: the pop of each batch, one row each; `waits`: invisible times asked for,
    by group; `owners`: brokerName by node; `clashes`: what the checkpoints in the way of others have as `ck`, where those can be
    of other queues than these.
    """

    cks: pl.DataFrame
    acks: pl.DataFrame
    pops: pl.DataFrame
    waits: pl.DataFrame
    owners: dict[str, str]
    clashes: pl.Series | None = None

    @cached_property
    def names(self) -> pl.DataFrame:
        """Return by `ck` what names each checkpoint, and the number of its queue as `queue`."""
        names = self.cks.select("ck", *CK).unique("ck", keep="first", maintain_order=True)
        return names.with_columns(hashed(QUEUE).alias("queue"))

    def ck_of(self, keys: pl.DataFrame) -> pl.DataFrame:
        """Return *keys*, which name checkpoints, with their numbers."""
        return keys.join(self.names.select("ck", *CK), on=CK, how="inner", nulls_equal=True, maintain_order="left")

    def of(self, keys: pl.DataFrame) -> pl.Expr:
        """Return whether a line is of one of the checkpoints that *keys* name."""
        return pl.col("ck").is_in(self.ck_of(keys)["ck"].implode())


def read(events: Events, owners: dict[str, str] | None = None) -> Lines:
    """Return all POP lines of *events*."""
    found = collected(sources(events))
    acks = pl.concat([found.filter(UNNAMED), collected(pieces(events, "ack_found"))])
    return lines_of(found.filter(NAMED), acks, waits_of(events), owners_of(events) if owners is None else owners)


def lines_of(cks: pl.DataFrame, acks: pl.DataFrame, waits: pl.DataFrame, owners: dict[str, str]) -> Lines:
    """Return these lines without what was read again, and with the pops among them."""
    tries = pl.col("event").is_in(TRIED_AGAIN)
    once = first_copies(cks).filter(~tries | pl.struct("event", *_TRY).is_first_distinct())
    own = once.with_columns(hashed(CK).alias("ck"))
    pops = own.filter(pl.col("event").is_in(POP_KINDS)).unique(["ck", "node"], keep="first", maintain_order=True)
    return Lines(own, first_copies(acks), pops, waits, owners)


def sources(events: Events) -> Iterator[pl.LazyFrame]:
    """Yield the lines that may name a checkpoint, in pieces."""
    return (piece for kind in (*CK_KINDS, *KV_KINDS) for piece in pieces(events, kind))


def collected(lines: Iterable[pl.LazyFrame]) -> pl.DataFrame:
    """Return *lines*, all of them in the columns that POP lines share, as one frame."""
    return pl.concat([pl.DataFrame(schema=COLUMNS), *pl.collect_all(list(lines))])


def hashed(names: Iterable[str]) -> pl.Expr:
    """Return a hash of the columns *names* that differs by their order."""
    hashes = (pl.col(name).hash(seed=number) * (2 * number + 1) for number, name in enumerate(names, 1))
    return pl.sum_horizontal(*hashes)


def waits_of(events: Events) -> pl.DataFrame:
    """Return the invisible times that groups asked for."""
    asked = [piece.select("group", "invisible_ms").drop_nulls().unique().collect() for piece in events.pieces("pop_requested")]
    return pl.concat([pl.DataFrame(schema=_WAIT), *asked]).unique()


def pieces(events: Events, kind: str) -> Iterator[pl.LazyFrame]:
    """Yield the events of one kind in the columns that all POP lines share, in pieces.

    Of what is tried again only the first line of each result stays, as far as a piece reaches.
    """
    if kind in KV_KINDS:
        frame = _records(events, kind) if events.has(kind) else None
        yield from () if frame is None else (shaped(frame, kind),)
        return
    lines = (shaped(piece, kind) for piece in events.pieces(kind))
    if kind in TRIED_AGAIN:
        lines = (tries.sort("ts_lo", maintain_order=True).unique(_TRY, keep="first", maintain_order=True) for tries in lines)
    yield from lines


def shaped(frame: pl.LazyFrame, kind: str) -> pl.LazyFrame:
    """Return the timed rows of *frame* as lines of *kind*, in the columns that all POP lines share."""
    timed = frame.with_columns(pl.lit(kind).alias("event")).filter(pl.col("ts_lo").is_not_null())
    names = set(timed.collect_schema().names())
    return timed.select(pl.col(name) if name in names else _NULLS[name] for name in COLUMNS)


def _records(events: Events, kind: str) -> pl.LazyFrame:
    """Return the lines of the key value store: each of its records is a checkpoint of one message.

    An orderly pop prints the same line and makes no record: what such a group pops again it has not acked (orders.py).
    """
    owners = _started(events)
    orderly = events.frame("orderly_acked").select(_IN_ORDER).unique()
    broker = pl.col("node").replace_strict(owners, default=None, return_dtype=pl.String).alias("broker")
    due = (pl.col("pop_time") + pl.col("invisible_ms")).alias("revive_time")
    frame = events.frame(kind)
    if kind == "kv_popped":
        frame = frame.join(orderly, on=_IN_ORDER, how="anti").explode("offsets").rename({"offsets": "offset"})
    one = pl.concat_list("offset")
    extra = {"kv_acked": [one.alias("ack_offsets")], "kv_changed": [one.alias("ack_offsets")], "kv_revived": [_put_ok()]}
    own = [broker, due, pl.col("offset").alias("start_offset"), one.alias("ck_offsets")]
    return frame.with_columns(*own, *extra.get(kind, []))


def _put_ok() -> pl.Expr:
    return pl.lit("PUT_OK").alias("put_status")


def first_copies(frame: pl.DataFrame) -> pl.DataFrame:
    """Return *frame* without what a revive cycle read again: each copy's first line stays."""
    copies = frame.select("record_id", *_COPY).with_row_index("row").filter(pl.col("revive_offset").is_not_null())
    several = copies.filter(copies.select(_COPY).is_duplicated()).sort("record_id")
    again = several.filter(~pl.struct(_COPY).is_first_distinct())["row"]
    once = frame.filter(~pl.int_range(pl.len(), dtype=pl.UInt32).is_in(again.implode())) if len(again) else frame
    return once.sort("ts_lo", "node", "seq", "record_id", "event")


def owners_of(events: Events) -> dict[str, str]:
    """Return brokerName by node: as its start prints it, else as its own pops name it, else as its store tells.

    Several brokers of one user share one pop.log (brokerLogDir is not applied to it): such a node is nobody's.
    """
    of_pops = [source.filter(NAMED) for kind in _LOGGED_POPS for source in pieces(events, kind)]
    popped = [source.select("node", "broker").unique() for source in of_pops]
    pops = pl.concat([pl.DataFrame(schema=_OWNER), *pl.collect_all(popped)]).unique()
    named = dict(pops.group_by("node").agg("broker").iter_rows())
    owners = {node: names[0] for node, names in named.items() if len(names) == 1 and names[0]} | _started(events)
    shared = {node for node, names in named.items() if len(names) > 1}
    shared |= {
        node for node, rows in by(events.rows("process_started"), "node").items() if len({r["broker"] for r in rows} - {None}) > 1
    }
    return events.owners | {node: name for node, name in owners.items() if node not in shared}


def _started(events: Events) -> dict[str, str]:
    return {row["node"]: row["broker"] for row in events.rows("process_started") if row["broker"]}


def pop_times(lines: Lines) -> pl.DataFrame:
    """Return by `ck` the pop times of each checkpoint that lines tell, in column `pop_times`, sorted.

    A line with both tells it. Without one, an ack of a batch from the same offset does, whose pop time and some invisible
    time that the group asked for give the checkpoint's revive time.
    """
    told = _by_checkpoint(lines.cks.filter(pl.col("pop_time").is_not_null()))
    open_ = lines.names.join(told, on="ck", how="anti")
    fitting = open_.join(lines.acks.select(POP).unique(), on=POP[:-1], how="inner").with_columns(
        (pl.col("revive_time") - pl.col("pop_time")).alias("invisible_ms")
    )
    return pl.concat([told, _by_checkpoint(fitting.join(lines.waits, on=["group", "invisible_ms"], how="semi"))])


def _by_checkpoint(lines: pl.DataFrame) -> pl.DataFrame:
    """Return by `ck` the different pop times of *lines*, and the longest invisible time."""
    times = lines.select("ck", "pop_time").unique().sort("ck", "pop_time").group_by("ck", maintain_order=True).agg("pop_time")
    longest = lines.group_by("ck").agg(pl.col("invisible_ms").max())
    return times.rename({"pop_time": "pop_times"}).join(longest, on="ck", how="left", maintain_order="left")


def is_detail(kind: str) -> bool:
    """Return whether only enablePopLog gives lines of this kind."""
    return kind in DETAIL_KINDS and kind not in _ALWAYS
