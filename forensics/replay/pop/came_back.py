"""Deliveries of messages that were given up: which of them came after the pop they were given up for."""

import polars as pl

from forensics.replay.events import Events, Row, by, timed
from forensics.replay.pop.around import Surroundings
from forensics.replay.pop.given import Given
from forensics.replay.pop.lines import CK, NAMED, POP_KINDS, pieces


class Later:
    """Deliveries of messages at *offsets*, to find what came back."""

    def __init__(self, events: Events, offsets: set[int | None], around: Surroundings) -> None:
        self._clock, self._around = events.clock, around
        wanted = pl.col("offset").is_in(sorted(offsets - {None}))
        names = ["topic", "queue_id", "offset"]
        own = [*CK, "node", "ts_lo", "seq", "record_id", "pop_time", pl.col("ck_offsets").alias("offset")]
        sources = [s for kind in POP_KINDS for s in pieces(events, kind)] if offsets - {None} else []
        popped = pl.collect_all([s.filter(NAMED).select(own).explode("offset").filter(wanted) for s in sources])
        pops = pl.concat(popped).sort("ts_lo", "node", "seq", "record_id") if popped else pl.DataFrame()
        pops = pops.unique([*CK, "node", "offset"], keep="first", maintain_order=True) if popped else pops
        put = events.frame("message_retried").filter(wanted & (pl.col("put_status") == "PUT_OK")).collect().to_dicts()
        retried = [r | {"queue_id": r["msg_queue_id"], "pop_time": None} for r in timed(put)]
        self._rows = by([*pops.to_dicts(), *retried], *names)

    def of(self, one: Given) -> Row | None:
        """Return the first delivery of the message after the pop it was given up for, by whichever way."""
        rows = self._rows.get((one.topic, one.queue_id, one.offset), []) if one.offset is not None else []
        rows = [r for r in rows if not self._around.apart(one.node, r["node"])]
        fitting = [r for r in rows if r["record_id"] != one.popped and self._is_after(r, one)]
        fitting = [r for r in fitting if one.group in {None, r["group"]} and one.message_broker in {None, r["broker"]}]
        return min(fitting, key=lambda r: (r["ts_lo"], r["record_id"]), default=None)

    def _is_after(self, row: Row, one: Given) -> bool:
        """Return whether a delivery came after the pop: by what their broker stamped, else by the clocks of both nodes."""
        if row["pop_time"] and one.pop_time:
            return bool(row["pop_time"] > one.pop_time)
        stamped_on = self._around.nodes(one.message_broker) if one.pop_time else {one.node}
        since = one.pop_time * 1_000 if one.pop_time else one.at.lo
        return bool(row["ts_lo"] > self._clock.widened((since, since), row["node"], *stamped_on)[1])
