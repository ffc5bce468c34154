"""The rows of suspects whose story is plain, made by columns: what batch_rows.py makes of one, of all of them at once."""

import polars as pl

from forensics.model.pop_buffer import NEAR_REVIVE, STAYED, STOPPED
from forensics.model.pop_causes import CLIENT_GONE, LATE_ACK, NACK, NEVER_ACKED, TOPIC_RECREATED
from forensics.model.pop_checkpoint import MEMORY, REQUEST, REVIVED
from forensics.model.pop_releases import ACK_GRACE_MS, LEAVE_BEFORE_MS, STAY_MS
from forensics.model.pop_time import IN_TIME, LATE, UNDECIDED
from forensics.replay.pop.around import Surroundings
from forensics.replay.pop.between import between, id_lists
from forensics.replay.pop.lines import CK
from forensics.tables import STATES

_TAKEN = {"ack_buffered": MEMORY, "ack_not_buffered": REQUEST}
_OF = [*CK, "pop_time"]


def tables_of(good: pl.DataFrame, returned: pl.DataFrame, answers: pl.DataFrame, around: Surroundings) -> dict[str, pl.DataFrame]:
    """Return the rows of the *good* checkpoints by state table: of what *returned* of theirs, and of *answers* on their acks."""
    named = good.with_columns(_name().alias("ck_state_id"))
    acks = answers.join(good.select("n"), on="n", how="semi", maintain_order="left")
    names = named.select("n", "ck_state_id", *_OF)
    return {
        "checkpoints": _shaped("checkpoints", _checkpoint_rows(named, acks)),
        "acks": _shaped("acks", acks.join(names, on="n", how="left", maintain_order="left")),
        "redeliveries": _shaped("redeliveries", _return_rows(named, returned, acks, around)),
    }


def _firsts(prefix: str, which: pl.Expr, *names: str) -> list[pl.Expr]:
    return [pl.col(name).filter(which).first().alias(f"{prefix}_{name}") for name in names]


def _name() -> pl.Expr:
    """Return the name of a checkpoint's state row, as `Batch.id` gives it."""
    return pl.concat_str([pl.lit("checkpoint"), *(_text(name) for name in _OF)], separator="/")


def _text(name: str) -> pl.Expr:
    return pl.col(name).cast(pl.String).fill_null("None")


def _shaped(name: str, rows: pl.DataFrame) -> pl.DataFrame:
    schema = STATES[name].schema
    return rows.select(pl.col(n).cast(t) if n in rows.columns else pl.lit(None, dtype=t).alias(n) for n, t in schema.items())


def _checkpoint_rows(named: pl.DataFrame, acks: pl.DataFrame) -> pl.DataFrame:
    in_time = acks.filter(pl.col("in_time") == IN_TIME).group_by("n").agg(pl.col("offset").sort().alias("acked"))
    now = pl.when(pl.col("left_store_ms") > 0).then("left_store_ms").otherwise(pl.col("left_ts_hi") // 1_000)
    why = (
        pl.when(now - pl.col("pop_time") > STAY_MS).then(pl.lit(STAYED))
        .when(pl.col("revive_time") - now < LEAVE_BEFORE_MS).then(pl.lit(NEAR_REVIVE))
        .otherwise(pl.lit(STOPPED))
    )  # fmt: skip
    buffered = pl.col("buffered_record_id").is_not_null()
    made = pl.any_horizontal(pl.col(f"{line}_record_id").is_not_null() for line in ("popped", "left", "done"))
    unchanged = pl.when(made).then(pl.lit("pop")).otherwise(pl.lit("unknown"))
    origin = pl.when("changed").then(pl.lit("change_invisible")).otherwise(unchanged)
    judged = pl.col("found_record_id").is_not_null()

    def by_copy(copy: str, retry: str) -> pl.Expr:
        return pl.when(judged).then(copy).otherwise(retry)

    judged_record = by_copy("found_record_id", "back_record_id")
    rows = named.join(in_time, on="n", how="left", maintain_order="left").with_columns(
        pl.col("ck_state_id").alias("state_id"),
        origin.alias("origin"),
        pl.col("revive_time").alias("acks_until"),
        buffered.alias("buffered"),
        pl.col("popped_ts_lo").alias("popped_lo"),
        pl.col("left_ts_lo").alias("left_lo"),
        pl.when(buffered & pl.col("left_record_id").is_not_null()).then(why).alias("left_because"),
        pl.col("node").alias("judged_node"),
        pl.col("owner").alias("judged_broker"),
        by_copy("found_revive_queue_id", "back_revive_queue_id").alias("judged_queue"),
        by_copy("found_revive_offset", "back_ck_revive_offset").alias("judged_offset"),
        judged_record.alias("judged_record_id"),
        by_copy("found_ts_lo", "back_ts_lo").alias("judged_lo"),
        pl.col("acked").fill_null([]),
    )
    proof = id_lists(rows, ("popped_record_id", "left_record_id", "judged_record_id"))
    return rows.with_columns(proof.alias("record_ids"))


def answers_of(known: pl.DataFrame, acks: pl.DataFrame) -> pl.DataFrame:
    """Return by `n` and `offset` what *acks* of *known* checkpoints show: each taken, written, found, and whether in time."""
    taken, wrote, found = (pl.col("event").is_in(list(kinds)) for kinds in (_TAKEN, ("ack_stored",), ("ack_found",)))
    exact = taken & (pl.col("now_ms").fill_null(0) != 0)
    own = acks.join(known.select("n", "revive_time"), on="n").with_columns(
        pl.when(exact).then(pl.col("now_ms") * 1_000).otherwise("ts_lo").alias("lo"),
        pl.when(exact).then(pl.col("now_ms") * 1_000 + 999).otherwise("ts_hi").alias("hi"),
    )
    per = own.sort("n", "offset", "lo", "hi", "record_id").group_by("n", "offset", maintain_order=True)
    rows = per.agg(
        _answer(taken).alias("in_time"),
        pl.col("event").filter(taken).first().replace_strict(_TAKEN, default=None, return_dtype=pl.String).alias("how"),
        *_firsts("taken", taken, "lo", "hi"),
        pl.col("record_id").filter(taken).alias("taken_record_ids"),
        *_firsts("written", wrote, "ack_broker", "lo", "record_id"),
    )
    copies = own.filter(found).sort("n", "offset", "lo", "hi", "record_id").group_by("n", "offset", maintain_order=True)
    seen = copies.agg(*_firsts("found", found, "node", "ack_broker", "revive_queue_id", "revive_offset", "lo", "record_id"))
    shown = {"written_ack_broker": "written_broker", "found_ack_broker": "found_broker"}
    shown |= {"found_revive_queue_id": "found_queue", "found_revive_offset": "found_offset"}
    return rows.join(seen, on=["n", "offset"], how="left", maintain_order="left").rename(shown)


def _answer(taken: pl.Expr) -> pl.Expr:
    """Return whether an ack was in time, as `Checkpoint.in_time` says it: one proof that it was is enough."""
    late = pl.col("lo") > (pl.col("revive_time") + ACK_GRACE_MS) * 1_000
    early = pl.col("hi") < pl.col("revive_time") * 1_000
    only_late = taken.any() & late.filter(taken).all()
    return pl.when(early.any()).then(pl.lit(IN_TIME)).when(only_late).then(pl.lit(LATE)).otherwise(pl.lit(UNDECIDED))


def _return_rows(named: pl.DataFrame, returned: pl.DataFrame, acks: pl.DataFrame, around: Surroundings) -> pl.DataFrame:
    began = pl.coalesce("popped_ts_lo", pl.col("pop_time") * 1_000).alias("began")
    facts = named.select("n", "ck_state_id", *_OF, "node", "owner", "popped_record_id", "changed", began)
    own = returned.sort("n", "record_id").join(facts, on="n", how="inner", maintain_order="left")
    own = own.join(acks.select("n", "offset", "in_time"), on=["n", "offset"], how="left", maintain_order="left")
    own = between(own.with_columns(pl.col("ts_hi").alias("ended")), around)
    name = pl.concat_str([pl.lit("redelivery"), "ck_state_id", _text("offset"), _text("record_id")], separator="/")
    return own.with_columns(
        name.alias("state_id"),
        pl.lit(REVIVED).alias("way"),
        _cause().alias("cause"),
        pl.lit([], dtype=pl.List(pl.String)).alias("candidates"),
        pl.when(pl.col("popped_record_id").is_not_null()).then("node").alias("popped_node"),
        pl.col("owner").alias("judged_broker"),
        pl.col("stored_queue_offset").alias("retry_offset"),
        pl.lit(value=False).alias("ambiguous"),
    )


def _cause() -> pl.Expr:
    """Return why a message came again, as `cause_of` says it of one that nobody acked in time."""
    unacked = pl.col("in_time").is_null()
    return (
        pl.when(pl.col("gone").is_not_null()).then(pl.lit(TOPIC_RECREATED))
        .when(unacked & pl.col("left").is_not_null()).then(pl.lit(CLIENT_GONE))
        .when(unacked & pl.col("changed")).then(pl.lit(NACK))
        .when(unacked).then(pl.lit(NEVER_ACKED))
        .otherwise(pl.lit(LATE_ACK))
    )  # fmt: skip
