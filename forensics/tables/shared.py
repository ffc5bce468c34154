"""Columns that many state tables share."""

import polars as pl

from forensics.tables.table import IDS, TIME, Column

SPAN = (
    Column("from_lo", TIME, "earliest instant at which it began"),
    Column("from_hi", TIME, "latest instant at which it began"),
    Column("to_lo", TIME, "earliest instant at which it ended, null while open"),
    Column("to_hi", TIME, "latest instant at which it ended, null while open"),
)
INSTANT = (
    Column("ts_lo", TIME, "earliest instant"),
    Column("ts_hi", TIME, "latest instant"),
)
STATE = (
    Column("state_id", pl.String, "name of the row: part, node and record, the same on every run"),
    Column("node", pl.String, "the node it is a state of"),
)
DOUBT = Column(
    "doubt", pl.String, "what is not known of two nodes' clocks, so that the order of their lines is no proof; null where it is"
)
PROOF = (Column("record_ids", IDS, "the records that prove it"),)
