"""Every table between the steps: its columns with type, unit and meaning. The only contract from reading to rules.

Units: `*_lo` and `*_hi` are the earliest and latest instant a record allows, UTC, microseconds since the epoch; `*_ms` is
milliseconds, of epoch where the meaning says so. Names are RocketMQ's, in snake_case.
"""

from forensics.tables.clocks import CLOCKS
from forensics.tables.control_plane import CONTROL_PLANE
from forensics.tables.faults import FAULTS
from forensics.tables.pop import POP
from forensics.tables.proxies import PROXIES
from forensics.tables.reading import FILES, INSTANTS, RECORDS, event_table
from forensics.tables.table import Column, Table

VERSION = 13
"""The version of these tables; a case of another version is not read."""

STATES: dict[str, Table] = {table.name: table for table in (CLOCKS, *CONTROL_PLANE, *PROXIES, *FAULTS, *POP)}
"""What replay writes and rules read, by name."""

__all__ = ["FILES", "INSTANTS", "RECORDS", "STATES", "VERSION", "Column", "Table", "event_table"]
