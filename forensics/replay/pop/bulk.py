"""Suspects whose story is plain, in bulk: checkpoints judged once, whose returned messages nobody acked in time.

They are most of the suspects of an incident: a consumer that died or was slow. What the model says of them is known from how
often which line is there, and their rows are made by columns. Whatever is not plain goes through the model one by one; a test
holds that both give the same rows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import polars as pl

from forensics.model.pop_releases import EARLIEST_RETRY_MS
from forensics.model.pop_time import LATE
from forensics.replay.events import Events
from forensics.replay.pop.around import Surroundings
from forensics.replay.pop.between import with_changed
from forensics.replay.pop.bulk_rows import answers_of, tables_of
from forensics.replay.pop.failed_reads import FailedRead, names_a_time
from forensics.replay.pop.lines import POP, hashed
from forensics.replay.pop.sieve import RETRIED
from forensics.replay.pop.stories import ONCE, POP_TIME, Story

FEWEST = 100
"""Retries below which the model is faster one by one."""
_AT = ("record_id", "ts_lo")
_OF_KIND = {
    "ck_buffered": ("buffered", _AT),
    "ck_just_offset": ("just_offset", _AT),
    "ck_stored": ("left", (*_AT, "ts_hi", "store_ms")),
    "ck_left_buffer": ("done", ("record_id",)),
    "ck_found": ("found", (*_AT, "revive_queue_id", "revive_offset")),
}
"""What is asked of the only line of a kind, and how that is called."""
_OWN_ACKS = ("ack_buffered", "ack_stored")
_OTHER_ACKS = ("ack_not_buffered", "ack_found")
_PLACE = ["revive_queue_id", "revive_offset"]


@dataclass(frozen=True)
class Bulk:
    """The rows of plain suspects by state table, and the hashed names of those that are `left`."""

    tables: dict[str, pl.DataFrame]
    left: pl.Series


def pays(events: Events, late: pl.DataFrame, reads: Sequence[FailedRead]) -> bool:
    """Return whether to look for plain suspects: there are many, and none holds a time for an offset, of which all must tell.

    *late* are the lines that may hold one. Where a clock was set back, every story is looked at one by one.
    """
    told = events.setbacks.nodes or late.height or any(names_a_time(read) for read in reads)
    return not told and events.count(RETRIED) >= FEWEST


def plain(story: Story, places: pl.DataFrame, around: Surroundings) -> Bulk:
    """Return the rows of the plain checkpoints of *story*; *places* are those of their lines, as names.py tells them."""
    facts = _facts(story).join(places, on="place", how="left")
    apart = pl.concat([story.odd.to_frame(), story.apart.to_frame(), *_apart(story, facts), _of_one_pop(facts)]).unique()
    once = facts.filter(_is_once()).join(apart, on="name", how="anti")
    known = once.sort("rank", "queue_id", "start_offset", "revive_time", nulls_last=True).with_row_index("n")
    acks = _acks(story, known)
    returned = story.lines[RETRIED].select("name", "record_id", "ts_lo", "ts_hi", "offset", "stored_queue_offset")
    returned = returned.join(known.select("name", "n"), on="name")
    answers = answers_of(known, acks)
    back = returned.join(answers.filter(pl.col("in_time") != LATE), on=["n", "offset"], how="semi")
    strange = acks.filter(~pl.col("event").is_in((*_OWN_ACKS, *_OTHER_ACKS)))
    not_plain = pl.concat([back.select("n"), strange.select("n")])
    good = with_changed(known.join(not_plain, on="n", how="anti", maintain_order="left"), around)
    done = pl.concat([story.odd, good["name"]]).implode()
    return Bulk(tables_of(good, returned, answers, around), facts.filter(~pl.col("name").is_in(done))["name"])


def _facts(story: Story) -> pl.DataFrame:
    """Return one row for each checkpoint: what its retries show, when it was popped, and the only lines of other kinds."""
    lines = story.lines[RETRIED].sort("ts_lo", "seq", "record_id")
    facts = lines.group_by("name", maintain_order=True).agg(
        *(pl.col(name).first() for name in ("place", "queue_id", "start_offset", "revive_time")),
        pl.col("ck_offsets").first().alias("offsets"),
        pl.col("offset").sort().alias("returned"),
        pl.col("ts_hi").min().alias("first_back"),
        (pl.col("put_status") == "PUT_OK").all().alias("put"),
        *(pl.col(name).first().alias(f"back_{name}") for name in (*_AT, "revive_queue_id", "ck_revive_offset")),
    )
    times = pl.concat([story.lines[kind].select("name", "pop_time").drop_nulls() for kind in sorted(POP_TIME)])
    span = times.group_by("name").agg(pl.col("pop_time").min(), pl.col("pop_time").max().alias("last_pop_time"))
    facts = facts.join(span, on="name", how="left")
    for kind, (prefix, names) in _OF_KIND.items():
        own = _lines(story, kind).select("name", *(pl.col(name).alias(f"{prefix}_{name}") for name in names))
        facts = facts.join(own.unique("name"), on="name", how="left")
    popped = (pl.coalesce(f"buffered_{name}", f"just_offset_{name}").alias(f"popped_{name}") for name in _AT)
    return facts.with_columns(*popped)


def _lines(story: Story, kind: str) -> pl.DataFrame:
    """Return the lines of *kind*, copies that revive read again left out: the first line of each stays."""
    lines = story.lines[kind]
    if kind != "ck_found" or not lines["name"].is_duplicated().any():
        return lines
    placed = pl.col("revive_offset").is_not_null()
    copies = lines.filter(placed).sort("record_id").unique(["name", "place", "pop_time", *_PLACE], keep="first")
    return pl.concat([copies, lines.filter(~placed)])


def _apart(story: Story, facts: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """Yield the names of the checkpoints of which a line is odd or of another place, or of which a kind has several lines."""
    home = facts.select("name", pl.col("place").alias("home"))
    for kind, lines in story.lines.items():
        away = lines.select("name", "place", "odd").join(home, on="name")
        yield away.filter(pl.col("odd") | (pl.col("place") != pl.col("home"))).select("name")
        if kind in ONCE:
            yield _lines(story, kind).select("name").filter(pl.col("name").is_duplicated())


def _of_one_pop(facts: pl.DataFrame) -> pl.DataFrame:
    """Return the names of the checkpoints that share their pop with another one."""
    same = facts.select("rank", "queue_id", "pop_time").is_duplicated()
    return facts.filter(same & pl.col("pop_time").is_not_null()).select("name")


def _is_once() -> pl.Expr:
    """Return whether the lines of a checkpoint are those of one judgement of one pop by its own broker."""
    one_pop = pl.col("buffered_record_id").is_null() | pl.col("just_offset_record_id").is_null()
    known = (pl.col("pop_time") > 0) & (pl.col("pop_time") == pl.col("last_pop_time"))
    returned, offsets = pl.col("returned").list, pl.col("offsets").list
    held = (offsets.len() > 0) & (returned.set_difference("offsets").list.len() == 0)
    each_once = returned.n_unique() == returned.len()
    due = pl.col("first_back") >= (pl.col("revive_time") + EARLIEST_RETRY_MS) * 1_000
    at_home = pl.col("owner").is_not_null() & (pl.col("owner") == pl.col("broker"))
    return pl.all_horizontal(one_pop, known, held, each_once, due, at_home, "put").fill_null(value=False)


def _acks(story: Story, known: pl.DataFrame) -> pl.DataFrame:
    """Return one row for each offset that a line of a *known* checkpoint shows acked."""
    own = [story.lines[kind].with_columns(pl.lit(kind).alias("event")) for kind in _OWN_ACKS]
    named = [lines.join(known.select("name", "n"), on="name") for lines in own]
    of = known.select("n", hashed(POP).alias("popped"), pl.col("node").alias("home"), pl.col("broker").alias("own"))
    other = story.acks.sort("record_id").join(of, on="popped", maintain_order="left")
    foreign = (pl.col("ack_broker") != pl.col("own")) & (pl.col("node") != pl.col("home"))
    other = other.filter(~foreign.fill_null(value=False)).drop("home", "own")
    placed = pl.col("revive_offset").is_not_null()
    copies = other.filter(placed).unique(["n", "event", "node", *_PLACE], keep="first")
    rows = pl.concat([*named, copies, other.filter(~placed)], how="diagonal")
    return (
        rows.drop("name", "place", "odd", "popped").explode("ack_offsets").rename({"ack_offsets": "offset"}).drop_nulls("offset")
    )
