"""The tables that a rule may use, as documentation: made of their definitions, so that it cannot be out of date."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from forensics.errors import BadUsage
from forensics.storefiles.events import event_tables
from forensics.tables import FILES, INSTANTS, RECORDS, STATES, Table


def groups() -> dict[str, list[Table]]:
    """Return the tables of a case: what rules read, what reading writes, and the events."""
    events = [replace(table, name=f"event_{name}") for name, table in event_tables().items()]
    return {
        "states, which rules read": list(STATES.values()),
        "reading": [FILES, RECORDS, INSTANTS],
        "events, one table each": events,
    }


def listed(groups: Mapping[str, Sequence[Table]]) -> str:
    """Return the names of the tables by group, with what a row is."""
    width = max(len(table.name) for tables in groups.values() for table in tables)
    parts = []
    for group, tables in groups.items():
        parts.append(group)
        parts += [f"  {table.name:{width}}  {table.row}" for table in tables]
    return "\n".join(parts) + "\n"


def described(name: str, groups: Mapping[str, Sequence[Table]]) -> str:
    """Return the columns of the table *name* with type and meaning; BadUsage where there is no such table."""
    tables = {table.name: table for tables in groups.values() for table in tables}
    if name not in tables:
        raise BadUsage(name, "is not a table", "rmqf tables lists the tables")
    table = tables[name]
    width = max(len(column.name) for column in table.columns)
    kinds = [str(column.dtype() if isinstance(column.dtype, type) else column.dtype) for column in table.columns]
    wide = min(28, max(map(len, kinds)))
    rows = [
        f"  {column.name:{width}}  {kind:{wide}}  {column.meaning}" for column, kind in zip(table.columns, kinds, strict=True)
    ]
    return f"{table.name}: {table.row}\n" + "\n".join(rows) + "\n"
