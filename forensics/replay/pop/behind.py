"""Acks that came to the revive queue too late, told by their order there: no line shows when a broker takes an ack at once.

The checkpoint that was read last before the ack came no sooner than a second before its own revive time (pop_timer.py). Acks of
several copies, or of another queue than the checkpoint judged, are left open: there is no one order between them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from forensics.model import pop_timer
from forensics.model.pop_checkpoint import AckBehind, Event, run
from forensics.model.pop_match import Place
from forensics.model.pop_time import UNDECIDED
from forensics.model.pop_timer import Progress
from forensics.model.spans import Instant
from forensics.replay.events import Events, Row, at, timed
from forensics.replay.pop.batches import Batch
from forensics.replay.timeline import NOTHING, Timeline, timelines

_QUEUE = ["node", "revive_queue_id"]
_WAITING = ("seconds_behind", "enqueuing", "dequeuing", "delivering")
_ASKED = {"number": pl.UInt32, "node": pl.String, "revive_queue_id": pl.Int64, "judged": pl.Int64, "revive_offset": pl.Int64}
_BEFORE = ("before", "due", "record_id")


@dataclass(frozen=True)
class _Open:
    """The ack of *offset* of a batch, of which only the place in the revive queue is known; `judged` is its checkpoint's."""

    batch: Batch
    offset: int
    judged: Place
    ack: Place


def place_late_acks(made: Sequence[Batch], events: Events, owners: Mapping[str, str]) -> None:
    """Run the model again over those of *made* whose acks lie behind a checkpoint due later."""
    asked = [one for batch in made for one in _open(batch, owners) if one.judged.node not in events.setbacks.nodes]
    if not asked:
        return
    progress = timelines(timed(events.rows("timer_progress")), "node")
    told: dict[int, list[Event]] = {}
    for number, due, record_id in _before(asked, events):
        one = asked[number]
        behind = _behind(one, due, record_id, progress.get(one.ack.node, NOTHING))
        if behind:
            told.setdefault(id(one.batch), []).append(behind)
    for batch in made:
        if id(batch) in told:
            batch.ck, batch.deviations = run(batch.state, told[id(batch)])


def _open(batch: Batch, owners: Mapping[str, str]) -> Iterator[_Open]:
    ck = batch.state
    for returned in ck.returns:
        judged = returned.place
        if judged is None or owners.get(judged.node) != ck.broker or ck.in_time(returned.offset) != UNDECIDED:
            continue
        copies = {a.place for a in ck.found if a.offset == returned.offset}
        if len(copies) == 1 and all(
            (c.node, c.queue) == (judged.node, judged.queue) and c.offset > judged.offset for c in copies
        ):
            yield _Open(batch, returned.offset, judged, copies.pop())


def _before(asked: Sequence[_Open], events: Events) -> list[tuple[int, int, int]]:
    """Return by number the revive time and the record of the checkpoint read last before each ack, and behind its own."""
    places = [(n, one.ack.node, one.ack.queue, one.judged.offset, one.ack.offset) for n, one in enumerate(asked)]
    acks = pl.DataFrame(places, schema=_ASKED, orient="row").sort("revive_offset")
    found = [acks.clear().select("number", *(pl.lit(None, dtype=pl.Int64).alias(name) for name in _BEFORE))]
    fresh = pl.col("re_put_times").is_null() & pl.col("revive_offset").is_not_null()
    for piece in events.pieces("ck_found"):
        own = piece.filter(fresh).select(*_QUEUE, "revive_offset", pl.col("revive_offset").alias("before"), _DUE, "record_id")
        cks = own.collect().sort("revive_offset", "record_id")
        near = acks.join_asof(
            cks, on="revive_offset", by=_QUEUE, strategy="backward", allow_exact_matches=False, check_sortedness=False
        )
        found.append(near.filter(pl.col("before") > pl.col("judged")).select("number", *_BEFORE))
    last = pl.concat(found).sort("number", "before", "record_id").unique("number", keep="last", maintain_order=True)
    return list(last.select("number", "due", "record_id").iter_rows())


_DUE = pl.col("revive_time").alias("due")


def _behind(one: _Open, due: int, record_id: int, progress: Timeline) -> AckBehind | None:
    came, until = pop_timer.earliest_ms(due), one.batch.state.acks_until
    if not pop_timer.comes_too_late(until, came):
        return None
    between = map(_progress, progress.within((until * 1_000, came * 1_000)))
    shown = next((p.record_id for p in between if pop_timer.proves(p, until, came)), None)
    return AckBehind(one.offset, record_id, Instant(came * 1_000, came * 1_000), shown)


def _progress(row: Row) -> Progress:
    """Return what a line of the timer says; one whose times cannot be read proves nothing."""
    until = pop_timer.read_until(at(row), row["timer_now"] or "", row["read_until"] or "")
    return Progress(row["record_id"], at(row), until or 0, sum(row[name] or 0 for name in _WAITING))
