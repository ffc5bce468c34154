"""Runs a rule's query over the state tables: in memory, with no way to files, network or other settings."""

from collections.abc import Mapping
from typing import Any

import duckdb
import polars as pl

from forensics.errors import BadRule
from forensics.findings.rules import Rule

REQUIRED = ("subject", "strength", "occurrences", "from_us", "to_us", "explanation", "steps")
"""Columns every query returns. `strength` is `proven`, `sign` or `hint`; `steps` holds structs
(from_us, to_us, node, what, record_ids, says); `subject` a struct with the names of the finding's kind. A hint is no finding:
its explanation stands in the rule's reason where nothing better decides."""
OPTIONAL = ("severity", "cause", "issue", "release_node", "messages", "candidates", "remedy", "missing", "related_states")
"""`issue` names the fault where the mechanism's lines prove which one it is, whatever the release."""

_MACROS = """
CREATE MACRO clock(us) AS strftime(make_timestamp(us), '%H:%M:%S.') || lpad(CAST((us // 1000) % 1000 AS VARCHAR), 3, '0') || 'Z';
CREATE MACRO seconds(us) AS printf('%.1f s', us / 1000000.0);
CREATE MACRO plural(n, word) AS n || ' ' || word || CASE WHEN n = 1 THEN '' ELSE 's' END;
"""


class Tables:
    """The state tables of a case, open for queries; closed with the block."""

    def __init__(self, frames: Mapping[str, pl.DataFrame]) -> None:
        self._connection = duckdb.connect(":memory:", config={"threads": 2, "memory_limit": "512MB"})
        self._connection.execute("SET timezone = 'UTC'")
        for name, frame in frames.items():
            self._connection.register(f"_{name}", frame.to_arrow())
            self._connection.execute(f'CREATE TABLE "{name}" AS SELECT * FROM "_{name}"')  # noqa: S608 - names are ours
        self._connection.execute(_MACROS)
        self._connection.execute("SET enable_external_access = false; SET lock_configuration = true")

    def candidates(self, rule: Rule) -> list[dict[str, Any]]:
        """Return the rows of the rule's query; BadRule names its file where it does not run or lacks a column."""
        place = f"{rule.id}.sql"
        try:
            result = self._connection.execute(rule.query)
        except duckdb.Error as error:
            raise BadRule(place, f"its query does not run: {str(error).splitlines()[0]}") from None
        names = [column[0] for column in result.description or []]
        missing = [name for name in REQUIRED if name not in names]
        unknown = [name for name in names if name not in REQUIRED + OPTIONAL]
        if missing or unknown:
            raise BadRule(place, f"lacks the columns {missing} and has the unknown columns {unknown}")
        return [dict(zip(names, row, strict=True)) for row in result.fetchall()]

    def close(self) -> None:
        """Forget the tables."""
        self._connection.close()
