"""Whoever changes a table raises the version of cases: one that was made before is then refused with a sentence, not misread."""

import hashlib
import json

from forensics import tables
from forensics.storefiles.events import event_tables

_SHAPES = {13: "e18f5a2252164667"}
"""What the columns of all tables are by version, as one hash."""


def shapes() -> str:
    """Return a hash over the names and types of all columns that a case holds."""
    every = {table.name: table for table in (tables.FILES, tables.RECORDS, tables.INSTANTS)}
    every |= {f"events/{name}": table for name, table in event_tables().items()}
    every |= {f"states/{name}": table for name, table in tables.STATES.items()}
    columns = {name: {column: str(kind) for column, kind in table.schema.items()} for name, table in every.items()}
    return hashlib.sha256(json.dumps(columns, sort_keys=True).encode()).hexdigest()[:16]


def test_a_table_that_changes_changes_the_version_of_cases():
    assert _SHAPES[tables.VERSION] == shapes(), "raise tables.VERSION, and note the hash of the new columns here"
