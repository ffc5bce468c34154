"""Each node's clock against the others: found first of all, so that every later part reads times that stand on one clock.

A node whose lines are in another zone than its process is put right by the times that it stamps itself. A node whose clock is off
against the others is put right by what both sides saw of one thing; but not a broker, whose messages carry its clock, nor a clock
that was set back, which shows some times twice: what compares these with another node allows for their doubt instead.
"""

from collections.abc import Iterable, Iterator, Mapping

import polars as pl

from forensics.model import clocks as model
from forensics.model.clock_offsets import Offset, Stretch
from forensics.model.clocks import Clock
from forensics.model.setbacks import Setback
from forensics.model.spans import SECOND_US
from forensics.replay.clock_edges import edges
from forensics.replay.events import Events, Row, Rows, by
from forensics.replay.moves import Corners, Moves, Turned
from forensics.replay.seasons import turned_of
from forensics.replay.setbacks import falls_of, setbacks_of

_STAMPED = {
    "consumer_connected": "last_update_ms",
    "producer_connected": "last_update_ms",
    "message_retried": "store_ms",
    "invisible_changed": "store_ms",
    "ck_stored": "store_ms",
    "ack_stored": "store_ms",
}
"""Lines that are printed within moments of a time that the process itself takes, and hold."""
_LAG_US = SECOND_US // 2
"""How much later than that time such a line is printed at most, beside what its whole seconds hide."""
_STEADY_US = 5 * SECOND_US
"""Lines in another zone are all as far ahead; where the most usual is not near the least, the clock was set between the two."""
_ORDER = ("broker", "namesrv", "controller", "proxy", "client", "tools")
"""Whose clock is believed first where two differ: messages carry the brokers'."""


def replay(events: Events) -> Rows:
    """Return the rows of `clocks`, and have every later part read times on one clock."""
    kinds = _kinds(events)
    own = {node: offset for node, offset in _own(events).items() if node in kinds}
    zones: dict[str, Corners] = {node: ((0, found.correction),) for node, (found, _) in own.items() if found.correction}
    events.use(Moves((zones,)))
    falls = falls_of(events)
    turned = turned_of(events, falls)
    events.use(Moves((zones,), turned=turned))
    summer_ended = {part.file_id for part in turned}
    events.setbacks = setbacks_of(events, [step for step in falls if step.file_id not in summer_ended])
    believed = sorted(kinds, key=lambda node: (node in events.setbacks.nodes, _ORDER.index(kinds[node]), node))
    known = [edge for edge in edges(events) if edge.before in kinds and edge.after in kinds]
    fitted = model.fit(known, believed, events.setbacks.nodes)
    clocks = {node: clock for node, clock in fitted.items() if node not in events.setbacks.nodes}
    last = max((f["to_hi"] for f in events.files if f["to_hi"] is not None), default=0)
    moved = {node: corners for node, clock in clocks.items() if (corners := model.corrections(clock, last))}
    lines = {node: corners for node, corners in moved.items() if kinds[node] != "broker"}
    doubts = {**dict.fromkeys(events.setbacks.nodes), **{node: model.doubt(clock) for node, clock in clocks.items()}}
    kept = {node: _least_and_most(corners) for node, corners in moved.items() if node not in lines}
    ends = {node: found for node, clock in clocks.items() if (found := model.ends(clock, moved=node in lines))}
    doubted = {node: doubt for node, doubt in doubts.items() if doubt != 0}
    events.use(Moves((zones, lines), lines, doubted, kept, turned, ends))
    rows = [_own_row(node, *found) for node, found in sorted(own.items()) if found[0].notable]
    paths = {file["file_id"]: file["path"] for file in events.files}
    rows += [_turned(part, events.files) for part in turned]
    rows += [_set_back(node, events.setbacks.steps, paths) for node in sorted(events.setbacks.nodes)]
    return {"clocks": [*rows, *(row for node in sorted(clocks) for row in _rows(clocks[node], node in lines))]}


def _least_and_most(corners: Corners) -> tuple[int, int]:
    """Return the least and the most that *corners* take off."""
    return min(value for _, value in corners), max(value for _, value in corners)


def _kinds(events: Events) -> dict[str, str]:
    """Return the kind of each node: of one with several, that which is believed first."""
    files = [file for file in events.files if file["status"] == "read" and file["kind"] in _ORDER]
    return {node: min((f["kind"] for f in own), key=_ORDER.index) for node, own in by(files, "node").items()}


def _own(events: Events) -> dict[str, tuple[Offset, int]]:
    """Return by node how far its lines are ahead of the times it stamps itself, and the record that shows it best."""
    seen = [pl.DataFrame(schema=_AHEAD)]
    for kind in _STAMPED:
        seen += [_seen(piece).collect() for piece in _ahead(events, kind)]
    counted = _seen(pl.concat(seen).lazy()).sort("node", "ahead", "record_id").collect()
    best = counted.group_by("node", maintain_order=True).agg(pl.col("ahead", "record_id").first(), _usual())
    steady = best.filter(pl.col("usual") - pl.col("ahead") <= _STEADY_US).select("node", "ahead", "record_id")
    return {node: (Offset(ahead - SECOND_US - _LAG_US, ahead), record) for node, ahead, record in steady.iter_rows()}


_AHEAD = {"node": pl.String, "ahead": pl.Int64, "record_id": pl.Int64, "lines": pl.Int64}


def _seen(lines: pl.LazyFrame) -> pl.LazyFrame:
    """Return how many of *lines* of a node are as far ahead, and the first of them: there are few such distances."""
    return lines.group_by("node", "ahead").agg(pl.col("record_id").min(), pl.col("lines").sum())


def _usual() -> pl.Expr:
    """Return the median of the distances, which are sorted, of all lines."""
    upto, half = pl.col("lines").cum_sum(), pl.col("lines").sum() / 2
    return ((pl.col("ahead").filter(upto >= half).first() + pl.col("ahead").filter(upto > half).first()) / 2).alias("usual")


def _ahead(events: Events, kind: str) -> Iterator[pl.LazyFrame]:
    """Yield how far each line of *kind* is ahead of the time it holds: node, microseconds, record."""
    for frame in events.pieces(kind):
        own = frame.filter((pl.col("source") == "log") & pl.col("ts_hi").is_not_null())
        columns = own.collect_schema().names()
        if "remote_put" in columns:
            own = own.filter(pl.col("remote_put").ne_missing(other=True))
        if "channel_kind" in columns:
            own = own.filter(pl.col("channel_kind").ne_missing("remote"))
        ahead = (pl.col("ts_hi") - pl.col(_STAMPED[kind]) * 1_000).alias("ahead")
        yield own.filter(pl.col(_STAMPED[kind]) > 0).select("node", ahead, "record_id", pl.lit(1, pl.Int64).alias("lines"))


def _own_row(node: str, found: Offset, record_id: int) -> Row:
    says = f"its lines are {_spoken(found)} the times it stamps itself, as if printed in another zone; they are put right"
    return _row(node, None, Stretch(None, None, found), found.correction, says, [record_id])


def _turned(part: Turned, files: Iterable[Row]) -> Row:
    """Return what is known of a log whose zone went from summer to standard time."""
    file = next(file for file in files if file["file_id"] == part.file_id)
    side, record_id = ("before", part.end) if part.by_us > 0 else ("after", part.first)
    says = f"its zone's summer time ended while {file['path']} was written: the times {side} that are put right by an hour"
    return _row(file["node"], None, Stretch(None, None, Offset(None, None)), 0, says, [record_id]) | {"notable": True}


def _set_back(node: str, steps: Iterable[Setback], paths: Mapping[int, str]) -> Row:
    """Return what is known of a clock that was set back, by the file that shows it set furthest."""
    step = max((one for one in steps if one.node == node), key=lambda one: (one.shown - one.then, -one.record_id))
    least = step.shown - step.then
    says = (
        f"times fall by {least / SECOND_US:.1f} s in {paths[step.file_id]}: its clock was set back, or parts of that file were "
        "joined in another order and are better given apart; what it tells before and after is of no known order"
    )
    return _row(node, None, Stretch(step.then, None, Offset(None, -least)), 0, says, [step.record_id])


def _rows(clock: Clock, moved: bool) -> Iterable[Row]:
    if not clock.stretches:
        says = "what shows it contradicts itself" if clock.contradicts else "nothing in the case shows it"
        yield _row(clock.node, clock.reference, Stretch(None, None, Offset(None, None)), 0, says, clock.record_ids)
    for stretch in clock.stretches:
        says = _says(clock, stretch, moved)
        row = _row(clock.node, clock.reference, stretch, stretch.offset.correction if moved else 0, says, clock.record_ids)
        yield row | {"notable": row["notable"] or clock.unlike}


def _says(clock: Clock, stretch: Stretch, moved: bool) -> str:
    reference = clock.reference
    if clock.node == reference:
        return "the clock that the others are compared with"
    if stretch.drift:
        gains = "gains" if stretch.drift > 0 else "loses"
        return f"it {gains} {abs(stretch.drift) * 1e6:.0f} microseconds a second against {reference}; its times are put right"
    if clock.unlike:
        return f"its clock may be {_between(stretch.offset)} {reference}: not all that may agree with that agree with each other"
    if stretch.offset.agrees:
        return f"agrees with {reference}"
    if not stretch.offset.notable:
        return f"its clock is {_between(stretch.offset)} {reference}: nothing shows more"
    done = "its times are put right" if moved else "its times are kept, because its messages carry them"
    if moved and stretch.offset.zone:
        return f"its lines are {_spoken(stretch.offset)} those of {reference}, as if printed in another zone; {done}"
    changed = "; it was changed once" if len(clock.stretches) > 1 else ""
    return f"its clock is {_spoken(stretch.offset)} {reference}{changed}; {done}"


def _spoken(offset: Offset) -> str:
    """Return an offset in words: `3600.0 to 3601.0 s ahead of`."""
    ahead = offset.lo is not None and offset.lo > 0
    ends = sorted(abs(value) for value in offset if value is not None)
    size = " to ".join(f"{value / SECOND_US:.1f}" for value in dict.fromkeys(ends))
    return f"{'at least ' if len(ends) == 1 and None in offset else ''}{size} s {'ahead of' if ahead else 'behind'}"


def _between(offset: Offset) -> str:
    """Return a wide offset in words: `10.0 s behind to 60.0 s ahead of`."""
    if (offset.lo or 0) > 0 or (offset.hi or 0) < 0:
        return _spoken(offset)
    behind, ahead = (None if end is None else f"{abs(end) / SECOND_US:.1f} s" for end in offset)
    return f"{behind or 'any time'} behind to {ahead or 'any time'} ahead of"


def _row(node: str, reference: str | None, stretch: Stretch, moved: int, says: str, records: Iterable[int]) -> Row:
    return {
        "node": node,
        "reference": reference,
        "from_us": stretch.start,
        "to_us": stretch.end,
        "ahead_lo_us": stretch.offset.lo,
        "ahead_hi_us": stretch.offset.hi,
        "drift_ppm": stretch.drift * 1e6,
        "moved_us": moved,
        "notable": stretch.offset.notable or bool(stretch.drift),
        "says": says,
        "record_ids": sorted(records),
    }
