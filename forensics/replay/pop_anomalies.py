"""What goes wrong around the story of a single message: the rows of `pop_anomalies`."""

from collections.abc import Sequence

import polars as pl

from forensics.replay import pop_clashes, pop_orders, pop_refused, pop_standstill, pop_twice
from forensics.replay.events import Events, Rows
from forensics.replay.pop_batches import Batch
from forensics.replay.pop_failed_reads import FailedRead


def replay(
    events: Events, owners: dict[str, str], made: Sequence[Batch], reads: Sequence[FailedRead], late: pl.DataFrame
) -> Rows:
    """Return the rows of `pop_anomalies`, in order of time; *late* are the lines that may hold a time for an offset."""
    rows = [
        *pop_refused.locks(events, owners),
        *pop_refused.not_stored(events, owners),
        *pop_standstill.halted(events, owners),
        *pop_standstill.fallen(events, owners),
        *pop_twice.revived_twice(events, made, owners),
        *pop_clashes.shared_keys(events, made, owners),
        *pop_clashes.times(events, owners, reads, made, late),
        *pop_orders.orders(events, owners),
    ]
    return {"pop_anomalies": sorted(rows, key=lambda r: (r["ts_lo"], r["node"], r["state_id"]))}
