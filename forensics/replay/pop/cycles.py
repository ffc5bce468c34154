"""The cycles of revive: a broker prints one for each revive queue every second or so, and its slaves that they made none."""

import polars as pl

from forensics.replay.events import Events, Row

_NAMES = ("node", "revive_queue_id", "old_offset", "new_offset", "ts_lo", "ts_hi", "record_id")
_QUEUE = ("node", "revive_queue_id")


def cycles(events: Events) -> pl.DataFrame:
    """Return the cycles whose line has a time, in the order of their files: few columns, for there are very many."""
    told = events.frame("revive_cycle").filter(pl.col("ts_lo").is_not_null())
    return told.sort("node", "series", "seq", maintain_order=True).select(_NAMES).collect()


class Cycles:
    """The cycles of a case, asked for by what they judged."""

    def __init__(self, events: Events) -> None:
        self._of = cycles(events).partition_by(_QUEUE, as_dict=True, maintain_order=True)
        self._reached = {queue: own["new_offset"].cum_max() for queue, own in self._of.items()}

    def reaching(self, node: str, queue: int | None, offset: int) -> Row | None:
        """Return the first cycle of a queue that came to *offset* or beyond."""
        first = self._first(node, queue, offset)
        return None if first is None else self._of[node, queue].row(first, named=True)

    def judged(self, node: str, queue: int | None, offset: int) -> Row | None:
        """Return the first cycle of a queue that judged the copy at *offset*; revive can have gone back, and come to it again."""
        first = self._first(node, queue, offset)
        if first is None:
            return None
        cycle = self._of[node, queue].row(first, named=True)
        if cycle["old_offset"] < offset:
            return cycle
        held = (pl.col("old_offset") < offset) & (pl.col("new_offset") >= offset)
        found = self._of[node, queue].slice(first).lazy().filter(held).head(1).collect()
        return found.row(0, named=True) if found.height else None

    def _first(self, node: str, queue: int | None, offset: int) -> int | None:
        """Return the place of the first cycle of a queue that came to *offset* or beyond, None where none did."""
        reached = self._reached.get((node, queue))
        first = 0 if reached is None else reached.search_sorted(offset, side="left")
        return first if reached is not None and first < len(reached) else None
