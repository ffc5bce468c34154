"""What goes wrong around the story of a single message: the rows of `pop_anomalies`."""

from collections.abc import Sequence

import polars as pl

from forensics.replay.events import Events, Rows
from forensics.replay.pop import clashes, orders, refused, standstill, twice
from forensics.replay.pop.batches import Batch
from forensics.replay.pop.failed_reads import FailedRead


def replay(
    events: Events, owners: dict[str, str], made: Sequence[Batch], reads: Sequence[FailedRead], late: pl.DataFrame
) -> Rows:
    """Return the rows of `pop_anomalies`, in order of time; *late* are the lines that may hold a time for an offset."""
    rows = [
        *refused.locks(events, owners),
        *refused.not_stored(events, owners),
        *standstill.halted(events, owners),
        *standstill.fallen(events, owners),
        *twice.revived_twice(events, made, owners),
        *clashes.shared_keys(events, made, owners),
        *clashes.times(events, owners, reads, made, late),
        *orders.orders(events, owners),
    ]
    return {"pop_anomalies": sorted(rows, key=lambda r: (r["ts_lo"], r["node"], r["state_id"]))}
