"""Suspects whose story is plain, in bulk: checkpoints judged once, whose returned messages nobody acked in time.

They are most of the suspects of an incident: a consumer that died or was slow. What the model says of them is known from how
often which line is there, and their rows are made by columns. Whatever is not plain goes through the model one by one; a test
holds that both give the same rows.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from forensics.model.pop_buffer import NEAR_REVIVE, STAYED, STOPPED
from forensics.model.pop_causes import CLIENT_GONE, LATE_ACK, NACK, NEVER_ACKED, TOPIC_RECREATED
from forensics.model.pop_checkpoint import MEMORY, REQUEST, REVIVED
from forensics.model.pop_releases import ACK_GRACE_MS, EARLIEST_RETRY_MS, LEAVE_BEFORE_MS, STAY_MS
from forensics.model.pop_time import IN_TIME, LATE, UNDECIDED
from forensics.replay.pop_around import Surroundings
from forensics.replay.pop_between import between, id_lists, with_changed
from forensics.replay.pop_clashes import clashing
from forensics.replay.pop_failed_reads import FailedRead, names_a_time
from forensics.replay.pop_lines import CK, POP, QUEUE, Lines, pop_times
from forensics.tables import STATES

FEWEST = 100
"""Suspects below which the model is faster one by one."""
_ONCE = ("ck_buffered", "ck_just_offset", "ck_stored", "ck_left_buffer", "ck_found")
_PLAIN = (*_ONCE, "ack_buffered", "ack_stored", "message_retried")
_POPPED = ("ck_buffered", "ck_just_offset")
_ACKS = ("ack_not_buffered", "ack_found")
_TAKEN = {"ack_buffered": MEMORY, "ack_not_buffered": REQUEST}
_OF = [*CK, "pop_time"]


@dataclass(frozen=True)
class Bulk:
    """The rows of plain suspects by state table, and the keys of all others."""

    tables: dict[str, pl.DataFrame]
    others: pl.DataFrame


def pays(keys: pl.DataFrame, late: pl.DataFrame, reads: Sequence[FailedRead]) -> bool:
    """Return whether to look for plain suspects: there are many, and none holds a time for an offset, of which all must tell.

    *late* are the lines that may hold one.
    """
    return keys.height >= FEWEST and not late.height and not any(names_a_time(read) for read in reads)


def none(keys: pl.DataFrame) -> Bulk:
    """Return that no suspect of *keys* is plain."""
    return Bulk({name: STATES[name].empty for name in ("checkpoints", "acks", "redeliveries")}, keys)


def plain(lines: Lines, keys: pl.DataFrame, around: Surroundings) -> Bulk:
    """Return the rows of those suspects of *keys* whose story is plain."""
    known = _known(lines, keys)
    told = known.select("n", "ck", "pop_time", "invisible_ms")
    own = lines.cks.drop("pop_time", "invisible_ms").join(told, on="ck", how="inner", maintain_order="left")
    acks = lines.acks.join(known.select("n", *POP), on=POP, how="inner", maintain_order="left")
    facts = _facts(own, lines.owners)
    acked = pl.concat([_acked(own.filter(pl.col("ack_offsets").is_not_null())), _acked(acks)])
    returned = own.filter(pl.col("event") == "message_retried").drop("pop_time")
    answers = _ack_rows(facts.with_columns(_name().alias("ck_state_id")), acked)
    apart = [_odd(facts), _shared(lines, lines.ck_of(keys), known), _acked_and_returned(answers, returned)]
    apart += [acks.filter(~pl.col("event").is_in(_ACKS)).select("n"), known.join(clashing(lines), on=CK, how="semi").select("n")]
    good = with_changed(facts.join(pl.concat(apart).unique(), on="n", how="anti"), around)
    done = known.join(good, on="n", how="semi")
    return Bulk(_tables(good, returned, answers, around), keys.join(done, on=CK, how="anti", nulls_equal=True))


def _known(lines: Lines, keys: pl.DataFrame) -> pl.DataFrame:
    """Return those of *keys* whose pop time is known, each with its number `n` here."""
    once = pop_times(lines).filter(pl.col("pop_times").list.len() == 1)
    known = lines.ck_of(keys).join(once, on="ck", how="inner", maintain_order="left")
    return known.with_columns(pl.col("pop_times").list.first().alias("pop_time")).drop("pop_times").with_row_index("n")


def _facts(own: pl.DataFrame, owners: dict[str, str]) -> pl.DataFrame:
    """Return one row for each key: what its lines show, and how often."""
    event, owner = pl.col("event"), pl.col("node").replace_strict(owners, default=None, return_dtype=pl.String)
    back = event == "message_retried"
    per = own.with_columns(owner.alias("owner"))
    return per.group_by("n", maintain_order=True).agg(
        *(pl.col(name).first() for name in _OF),
        *((event == kind).sum().alias(f"n_{kind}") for kind in _ONCE),
        event.is_in(_PLAIN).all().alias("plain"),
        pl.col("owner").eq_missing(pl.col("broker")).all().alias("at_home"),
        pl.col("re_put_times").is_null().all().alias("first_life"),
        (~pl.col("remote_put").fill_null(value=False)).all().alias("local"),
        (pl.col("put_status").filter(back) == "PUT_OK").all().alias("put"),
        pl.col("node").n_unique().alias("nodes"),
        pl.col("node").first(),
        pl.col("owner").first(),
        pl.col("ck_offsets").filter(pl.col("ck_offsets").list.len() > 0).first().alias("offsets"),
        pl.col("offset").filter(back).sort().alias("returned"),
        pl.col("ts_hi").filter(back).min().alias("first_back"),
        pl.col("ts_hi").filter(back).max().alias("last_back"),
        *_firsts("popped", event.is_in(_POPPED), "record_id", "ts_lo"),
        *_firsts("left", event == "ck_stored", "record_id", "ts_lo", "store_ms"),
        *_firsts("found", event == "ck_found", "record_id", "ts_lo", "revive_queue_id", "revive_offset"),
        *_firsts("back", back, "record_id", "ts_lo", "revive_queue_id", "ck_revive_offset"),
    )


def _firsts(prefix: str, which: pl.Expr, *names: str) -> list[pl.Expr]:
    return [pl.col(name).filter(which).first().alias(f"{prefix}_{name}") for name in names]


def _odd(facts: pl.DataFrame) -> pl.DataFrame:
    """Return the keys whose lines are not those of one judgement of one checkpoint by its own broker."""
    once = pl.all_horizontal(pl.col(f"n_{kind}") <= 1 for kind in _ONCE)
    one_pop = pl.col("n_ck_buffered") + pl.col("n_ck_just_offset") <= 1
    held = pl.col("returned").list.set_difference("offsets").list.len() == 0
    each_once = (pl.col("returned").list.n_unique() == pl.col("returned").list.len()) & (pl.col("returned").list.len() > 0)
    due = pl.col("first_back") >= (pl.col("revive_time") + EARLIEST_RETRY_MS) * 1_000
    same = pl.col("at_home") & (pl.col("nodes") == 1) & pl.col("owner").is_not_null() & (pl.col("pop_time") > 0)
    good = once & one_pop & held & each_once & due & same & pl.all_horizontal("plain", "first_life", "local", "put")
    return facts.filter(~good.fill_null(value=False)).select("n")


def _shared(lines: Lines, keys: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """Return the keys that share a message, or their pop, with another suspect."""
    held = lines.cks.select("ck", "ck_offsets").join(keys, on="ck", how="semi").explode("ck_offsets").unique()
    messages = held.join(lines.names.select("ck", "queue"), on="ck", how="left")
    sharing = messages.filter(messages.select("queue", "ck_offsets").is_duplicated())
    same_pop = known.filter(known.select(*QUEUE, "pop_time").is_duplicated()).select("n")
    return pl.concat([known.join(sharing, on="ck", how="semi").select("n"), same_pop])


def _acked(rows: pl.DataFrame) -> pl.DataFrame:
    """Return one row for each offset that a line shows acked."""
    wanted = ["n", "event", "record_id", "ts_lo", "ts_hi", "now_ms", "node", "ack_broker", "revive_queue_id", "revive_offset"]
    return rows.select(*wanted, "ack_offsets").explode("ack_offsets").rename({"ack_offsets": "offset"}).drop_nulls("offset")


def _acked_and_returned(acks: pl.DataFrame, returned: pl.DataFrame) -> pl.DataFrame:
    """Return the keys of which a message came back whose ack was not late beyond doubt."""
    return returned.join(acks.filter(pl.col("in_time") != LATE), on=["n", "offset"], how="semi").select("n")


def _tables(good: pl.DataFrame, returned: pl.DataFrame, answers: pl.DataFrame, around: Surroundings) -> dict[str, pl.DataFrame]:
    named = good.with_columns(_name().alias("ck_state_id"))
    acks = answers.join(good, on="n", how="semi", maintain_order="left")
    return {
        "checkpoints": _shaped("checkpoints", _checkpoint_rows(named, acks)),
        "acks": _shaped("acks", acks),
        "redeliveries": _shaped("redeliveries", _return_rows(named, returned, acks, around)),
    }


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
    now = pl.when(pl.col("left_store_ms") > 0).then("left_store_ms").otherwise(pl.col("left_ts_lo") // 1_000)
    why = (
        pl.when(now - pl.col("pop_time") > STAY_MS).then(pl.lit(STAYED))
        .when(pl.col("revive_time") - now < LEAVE_BEFORE_MS).then(pl.lit(NEAR_REVIVE))
        .otherwise(pl.lit(STOPPED))
    )  # fmt: skip
    buffered = pl.col("n_ck_buffered") > 0
    made = (pl.col("n_ck_buffered") + pl.col("n_ck_just_offset") + pl.col("n_ck_stored") + pl.col("n_ck_left_buffer")) > 0
    unchanged = pl.when(made).then(pl.lit("pop")).otherwise(pl.lit("unknown"))
    origin = pl.when("changed").then(pl.lit("change_invisible")).otherwise(unchanged)
    judged = pl.col("found_record_id").is_not_null()

    def by_copy(copy: str, retry: str) -> pl.Expr:
        return pl.when(judged).then(copy).otherwise(retry)

    judged_record = by_copy("found_record_id", "back_record_id")
    rows = named.join(in_time, on="n", how="left").with_columns(
        pl.col("ck_state_id").alias("state_id"),
        origin.alias("origin"),
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


def _ack_rows(named: pl.DataFrame, told: pl.DataFrame) -> pl.DataFrame:
    """Return the rows of `acks`: of each offset the lines that show it taken, written and found."""
    taken, wrote, found = (pl.col("event").is_in(list(kinds)) for kinds in (_TAKEN, ("ack_stored",), ("ack_found",)))
    exact = taken & (pl.col("now_ms").fill_null(0) != 0)
    own = told.join(named.select("n", "ck_state_id", *_OF), on="n", how="inner").with_columns(
        pl.when(exact).then(pl.col("now_ms") * 1_000).otherwise("ts_lo").alias("lo"),
        pl.when(exact).then(pl.col("now_ms") * 1_000 + 999).otherwise("ts_hi").alias("hi"),
    )
    per = own.sort("n", "offset", "record_id").group_by("n", "offset", maintain_order=True)
    rows = per.agg(
        *(pl.col(name).first() for name in ("ck_state_id", *_OF)),
        _answer(taken).alias("in_time"),
        pl.col("event").filter(taken).first().replace_strict(_TAKEN, default=None, return_dtype=pl.String).alias("how"),
        *_firsts("taken", taken, "lo"),
        pl.col("hi").filter(taken).last().alias("taken_hi"),
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
    facts = named.select("n", "ck_state_id", "pop_time", "owner", "popped_record_id", "changed", began)
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
