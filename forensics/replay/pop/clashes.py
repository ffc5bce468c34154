"""Checkpoints that are in each other's way in revive's map, and checkpoints that hold a time for an offset."""

from collections.abc import Iterator, Mapping, Sequence

import polars as pl

from forensics.model.pop_checkpoint import REVIVED
from forensics.model.pop_keys import FIRST_TIME_MS, hidden_by_key, is_time, merge_key
from forensics.replay.events import Events, Row, state_id, timed
from forensics.replay.pop.batches import Batch
from forensics.replay.pop.cycles import Cycles
from forensics.replay.pop.failed_reads import FailedRead, names_a_time
from forensics.replay.pop.lines import CK, CK_KINDS, KV_KINDS, NAMED, Lines, collected, first_copies, pieces
from forensics.replay.timeline import NOTHING, Timeline, timelines

_FOUND = ["node", "revive_queue_id", "topic", "group", "queue_id", "start_offset", "pop_time", "broker"]


def clashing(lines: Lines) -> pl.DataFrame:
    """Return the keys of the checkpoints that share a revive queue and the text of their merge key with another one."""
    if lines.clashes is not None:
        return lines.names.filter(pl.col("ck").is_in(lines.clashes.implode())).select(CK)
    found = lines.cks.filter((pl.col("event") == "ck_found") & pl.col("pop_time").is_not_null()).unique(_FOUND)
    text = pl.concat_str(["topic", "group", "queue_id", "start_offset", "pop_time"])
    own = found.with_columns(text.alias("merge_key"))
    shared = own.group_by("node", "revive_queue_id", "merge_key").agg(pl.struct("queue_id", "start_offset").n_unique().alias("n"))
    return own.join(shared.filter(pl.col("n") > 1), on=["node", "revive_queue_id", "merge_key"], how="semi").select(CK)


def shared_keys(events: Events, made: Sequence[Batch], owners: dict[str, str]) -> Iterator[Row]:
    """Yield the checkpoints whose place another one took in revive's map, and whose unacked messages nobody then looked at."""
    cycles = Cycles(events)
    copies = [(batch, row) for batch in made for row in [batch.first("ck_found")] if row and batch.key["pop_time"] is not None]
    groups: dict[tuple[str, int, str], list[tuple[Batch, Row]]] = {}
    for batch, row in copies:
        k = batch.key
        text = merge_key(k["topic"], k["group"], k["queue_id"], k["start_offset"], k["pop_time"], k["broker"])
        groups.setdefault((row["node"], row["revive_queue_id"], text), []).append((batch, row))
    for (node, queue, _), own in groups.items():
        places = [(row["revive_offset"], index) for index, (_, row) in enumerate(own)]
        if len({(b.key["queue_id"], b.key["start_offset"]) for b, _ in own}) < 2:
            continue
        other, taken = own[max(places)[1]]
        for index in sorted(hidden_by_key(places)):
            batch, row = own[index]
            open_ = _nobody_looked_at(batch)
            judged = cycles.reaching(node, queue, taken["revive_offset"])
            if open_:
                yield _shared(batch, row, other, taken, open_, judged, owners)


def _nobody_looked_at(batch: Batch) -> list[int]:
    """Return the offsets of the batch that nobody acked and revive did not write to the retry topic."""
    back = {r.offset for r in batch.state.returns if r.way == REVIVED}
    return [o for o in batch.state.offsets if batch.state.in_time(o) is None and o not in back]


def _shared(
    batch: Batch, row: Row, other: Batch, taken: Row, offsets: list[int], judged: Row | None, owners: dict[str, str]
) -> Row:
    key = batch.key
    return {
        "state_id": state_id("shared", batch.id),
        "node": row["node"],
        "anomaly": "checkpoint_key_shared",
        "broker": owners.get(row["node"]),
        "message_broker": key["broker"],
        **{n: key[n] for n in ("topic", "group", "queue_id", "start_offset", "pop_time")},
        "offsets": offsets,
        "revive_queue_id": row["revive_queue_id"],
        "other_queue_id": other.key["queue_id"],
        "other_start_offset": other.key["start_offset"],
        "old_value": row["revive_offset"],
        "new_value": taken["revive_offset"],
        "count": len(offsets),
        "proven": judged is not None,
        "ts_lo": row["ts_lo"],
        "ts_hi": judged["ts_hi"] if judged else taken["ts_hi"],
        "record_ids": [row["record_id"], taken["record_id"], *([judged["record_id"]] if judged else [])],
    }


def holding_times(events: Events) -> pl.DataFrame:
    """Return the lines of the checkpoints that hold what may be a time for an offset."""
    late = NAMED & (pl.col("start_offset") >= FIRST_TIME_MS)
    return first_copies(collected(source.filter(late) for kind in (*CK_KINDS, *KV_KINDS) for source in pieces(events, kind)))


def times(
    events: Events, owners: dict[str, str], reads: Sequence[FailedRead], made: Sequence[Batch], late: pl.DataFrame
) -> Iterator[Row]:
    """Yield the checkpoints put again with a time for an offset, one row for each, by its copies and the reads of it.

    *late* are the lines that may hold one.
    """
    found: dict[tuple[str, str, int | None, int], list[Row]] = {}
    for row in late.to_dicts():
        if is_time(row["start_offset"], row["pop_time"], row["ts_hi"] // 1_000):
            found.setdefault((row["node"], row["topic"], row["queue_id"], row["start_offset"]), []).append(row)
    for read in reads:
        if names_a_time(read):
            own = {
                "record_id": read.record_id, "ts_lo": read.at.lo, "ts_hi": read.at.hi, "group": read.group,
                "pop_time": read.pop_time, "broker": read.message_broker, "revive_queue_id": read.revive_queue_id,
            }  # fmt: skip
            found.setdefault((read.node, read.topic, read.queue_id, read.offset), []).append(own)
    evicted = timelines(timed(events.rows("revive_evicted")), "node") if found else {}
    of_pops = _of_pops(made) if found else {}
    for (node, topic, queue_id, offset), rows in found.items():
        ordered = sorted(rows, key=lambda r: r["record_id"])
        yield _time(node, topic, queue_id, offset, ordered, evicted.get(node, NOTHING), of_pops, owners)


_Pop = tuple[object, ...]


def _of_pops(made: Sequence[Batch]) -> dict[_Pop, list[Batch]]:
    """Return by topic, queue, group and pop time the batches that hold offsets, and no time for one."""
    found: dict[_Pop, list[Batch]] = {}
    for batch in made:
        k = batch.key
        if k["start_offset"] < FIRST_TIME_MS and k["pop_time"] is not None:
            found.setdefault((k["topic"], k["queue_id"], k["group"], k["pop_time"]), []).append(batch)
    return found


def _time(
    node: str, topic: str, queue_id: int | None, offset: int, rows: list[Row], evicted: Timeline,
    of_pops: Mapping[_Pop, list[Batch]], owners: dict[str, str],
) -> Row:  # fmt: skip
    tells = {n: next((r for r in rows if r[n] is not None), None) for n in ("group", "pop_time", "broker", "revive_queue_id")}
    told = {name: row[name] if row else None for name, row in tells.items()}
    shown = [row for row in rows if row in tells.values()] or rows[:1]
    own = of_pops.get((topic, queue_id, told["group"], told["pop_time"]), [])
    back = {r.offset for b in own for r in b.state.returns}
    real = max(own, key=lambda b: len(b.state.offsets), default=None)
    ran_out = evicted.within((offset * 1_000, rows[0]["ts_hi"]))
    return {
        "state_id": state_id("time", node, topic, queue_id, offset),
        "node": node,
        "anomaly": "offset_is_a_time",
        "broker": owners.get(node),
        "message_broker": told["broker"],
        "topic": topic,
        "group": told["group"],
        "queue_id": queue_id,
        "start_offset": real.key["start_offset"] if real else None,
        "pop_time": told["pop_time"],
        "offsets": [o for o in _nobody_looked_at(real) if o not in back] if real else [],
        "revive_queue_id": told["revive_queue_id"],
        "new_value": offset,
        "count": len({r["record_id"] for r in rows}),
        "proven": True,
        "ts_lo": min(offset * 1_000, rows[0]["ts_lo"]),
        "ts_hi": shown[-1]["ts_hi"],
        "record_ids": sorted({r["record_id"] for r in shown}),
        "around_record_ids": [r["record_id"] for r in ran_out[-1:]],
    }
