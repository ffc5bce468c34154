"""Anybody's questions to the tables of a case: read only, no way to files, network or settings, bounded in time and memory."""

from itertools import count
from typing import Any

import duckdb

from forensics.case import Case
from forensics.errors import BadUsage
from forensics.findings.bounded import bounded
from forensics.findings.query import MACROS
from forensics.findings.spill import SpillPlace
from forensics.storefiles.events import event_tables, held_events
from forensics.tables import FILES, INSTANTS, RECORDS, STATES, Table

Row = dict[str, Any]


def ask(case: Case, query: str) -> list[Row]:
    """Return the rows that *case* gives to one SELECT; BadUsage where it is another statement or does not run."""
    with SpillPlace() as place, duckdb.connect(":memory:", config={"threads": 2, "memory_limit": "1GB"}) as connection:
        place.give_to(connection)
        connection.execute("SET timezone = 'UTC'; SET enable_progress_bar = false")
        connection.execute(MACROS)
        for name, table in tables_of(case).items():
            connection.register(name, case.scan(table))
        connection.execute(
            "SET python_enable_replacements = false; SET enable_external_access = false; SET lock_configuration = true"
        )
        return _answer(connection, query)


def tables_of(case: Case) -> dict[str, Table]:
    """Return the tables that a query may name: files, records, instants, states, and the events that *case* has."""
    own = {table.name: table for table in (FILES, RECORDS, INSTANTS)}
    events = {name: held_events(name) for name in event_tables()}
    states = {name: Table(f"states/{name}", table.row, table.columns) for name, table in STATES.items()}
    return own | states | {f"event_{name}": table for name, table in events.items() if case.has(table.name)}


def _answer(connection: duckdb.DuckDBPyConnection, query: str) -> list[Row]:
    try:
        asked = connection.extract_statements(query)
        if len(asked) != 1 or asked[0].type not in {duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN}:
            raise BadUsage("the query", "is not one SELECT", "the tables of a case are read only")
        with bounded(connection):
            answer = connection.execute(asked[0])
            names = _distinct([column[0] for column in answer.description or []])
            return [dict(zip(names, map(_text, row), strict=True)) for row in answer.fetchall()]
    except duckdb.InterruptException:
        raise BadUsage("the query", "took too long and was stopped", "narrow it") from None
    except duckdb.OutOfMemoryException:
        raise BadUsage("the query", "needs more memory than a query may take", "narrow it, or ask in parts") from None
    except duckdb.Error as error:
        raise BadUsage("the query", f"does not run: {str(error).splitlines()[0]}", "rmqf tables lists the tables") from None


def _distinct(names: list[str]) -> list[str]:
    """Return *names* each once: of several columns of one name, as a join gives them, the later ones are numbered."""
    found: list[str] = []
    for name in names:
        free = (own for n in count() if (own := f"{name}_{n}" if n else name) not in found)
        found.append(next(free))
    return found


def _text(value: Any) -> Any:
    """Return *value* with bytes, and names in maps, as text, in which secrets are masked as in any other."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "backslashreplace")
    if isinstance(value, dict):
        return {str(_text(name)): _text(held) for name, held in value.items()}
    return [_text(held) for held in value] if isinstance(value, list | tuple) else value
