"""What replay writes about the clocks of the nodes."""

import polars as pl

from forensics.tables.table import IDS, TIME, Column, Table

CLOCKS = Table(
    "clocks",
    "one stretch in which a node's clock was ahead of the reference by one interval, or its lines ahead of its own clock",
    (
        Column("node", pl.String, "the node"),
        Column("reference", pl.String, "the node it is compared with, null for lines compared with the node's own clock"),
        Column("from_us", TIME, "when the stretch begins by the node's own clock, null for the beginning of the case"),
        Column("to_us", TIME, "when it ends by the node's own clock, null for the end of the case"),
        Column("ahead_lo_us", pl.Int64, "microseconds the clock is ahead at least, null where nothing bounds it"),
        Column("ahead_hi_us", pl.Int64, "microseconds the clock is ahead at most, null where nothing bounds it"),
        Column("drift_ppm", pl.Float64, "microseconds it gains in a second; 0 where it does not drift"),
        Column("moved_us", pl.Int64, "microseconds that were taken off the times of its lines"),
        Column("notable", pl.Boolean, "whether it cannot be a clock that is kept as others are"),
        Column("says", pl.String, "the same in words"),
        Column("record_ids", IDS, "the records that bound it"),
    ),
)
