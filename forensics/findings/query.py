"""Runs a rule's query over the state tables: in memory, with no way to files, network or other settings."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import polars as pl

from forensics.errors import BadRule, MachineError
from forensics.findings.bounded import LONGEST_S, bounded
from forensics.findings.emptiness import returns_nothing
from forensics.findings.rules import Rule
from forensics.findings.spill import SpillPlace
from forensics.findings.times import told

REQUIRED = ("subject", "strength", "occurrences", "from_us", "to_us", "explanation", "steps")
"""Columns every query returns. `strength` is `proven`, `sign` or `hint`; `steps` holds structs
(from_us, to_us, node, what, record_ids, says); `subject` a struct with the names of the finding's kind. A hint is no finding:
its explanation stands in the rule's reason where nothing better decides."""
OPTIONAL = ("severity", "cause", "issue", "release_node", "messages", "candidates", "remedy", "missing")
"""`issue` names the fault where the mechanism's lines prove which one it is, whatever the release."""

MACROS = """
CREATE MACRO clock(us) AS
    strftime(make_timestamp(us), '%Y-%m-%dT%H:%M:%S.') || lpad(CAST((us // 1000) % 1000 AS VARCHAR), 3, '0') || 'Z';
CREATE MACRO seconds(us) AS printf('%.1f s', us / 1000000.0);
CREATE MACRO either(n, one, several) AS CASE WHEN n = 1 THEN one ELSE several END;
CREATE MACRO plural(n, word) AS n || ' ' || word || either(n, '', 's');
CREATE MACRO were(n) AS either(n, 'was', 'were');
CREATE MACRO offsets_of(offsets) AS CASE
    WHEN len(offsets) = 1 THEN 'offset ' || offsets[1]
    WHEN len(offsets) > 2 AND offsets[-1] - offsets[1] + 1 = len(offsets) THEN 'offsets ' || offsets[1] || ' to ' || offsets[-1]
    ELSE 'offsets ' || array_to_string(offsets[:-2], ', ') || ' and ' || offsets[-1] END;
CREATE MACRO messages_at(topic, queue_id, offsets) AS list_transform(
    offsets, lambda o: {'key': NULL, 'message_id': NULL, 'topic': topic, 'queue_id': queue_id, 'offset': o});
CREATE MACRO fitting_windows(client_ids) AS CASE
    WHEN len(coalesce(client_ids, [])) = 0 THEN 'the logs show none that came to it then'
    ELSE either(len(client_ids), 'the window of ' || client_ids[1] || ' fits the time',
        'the windows of ' || array_to_string(client_ids, ', ') || ' fit the time') END;
"""

STRENGTHS = ("proven", "sign", "hint")
_LINE = re.compile(r"^LINE (\d+):", re.MULTILINE)
_STEP = {"from_us": int, "to_us": int | None, "node": str | None, "what": str, "record_ids": list, "says": str}
_TYPES = {"subject": dict, "strength": str, "occurrences": int, "from_us": int, "to_us": int, "explanation": str, "steps": list}


def _candidate(row: dict[str, Any], place: str) -> dict[str, Any]:
    """Return *row* if it is what a candidate must be; BadRule says what is not."""
    wrong = [name for name, kind in _TYPES.items() if not isinstance(row[name], kind)]
    if wrong:
        raise BadRule(place, f"its query returns {wrong[0]} {row[wrong[0]]!r}", f"it must be of type {_TYPES[wrong[0]].__name__}")
    for step in row["steps"]:
        if not isinstance(step, dict) or not all(isinstance(step.get(name), kind) for name, kind in _STEP.items()):
            raise BadRule(place, f"its query returns the step {step!r}", f"a step is a struct of {', '.join(_STEP)}")
    if row["strength"] != "hint" and not any(step["record_ids"] for step in row["steps"]):
        raise BadRule(place, "its query returns a finding without proof", "give its steps record_ids")
    return row


def _check_strengths(strengths: Collection[str], query: str, place: str) -> None:
    """Raise BadRule where one of the *strengths* that *query* returned is none, with the line that writes it."""
    for strength in sorted(set(strengths) - set(STRENGTHS)):
        written = [number for number, line in enumerate(query.splitlines(), 1) if f"'{strength}'" in line]
        at = f"{place}:{written[0]}" if written else place
        raise BadRule(at, f"its query returns strength {strength!r}", f"one of {', '.join(STRENGTHS)}")


class _Stream:
    """A frame as what every reader of Arrow takes, so that pyarrow need not be loaded, which costs as much as a small case."""

    def __init__(self, frame: pl.DataFrame) -> None:
        self._frame = frame

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """Return the frame as a stream of the Arrow C interface."""
        return self._frame.__arrow_c_stream__(requested_schema)


def _listed(paths: Iterable[Path]) -> str:
    """Return *paths* as a list in SQL."""
    return "[" + ", ".join("'" + str(path).replace("'", "''") + "'" for path in paths) + "]"


class Tables:
    """The state tables of a case, open for queries: *frames*, and those that are read from Parquet *files* query by query.

    A query that needs more memory than *most_bytes* may go on in temporary files, if it *spills*.
    """

    def __init__(
        self,
        frames: Mapping[str, pl.DataFrame],
        most_bytes: int = 512 << 20,
        files: Mapping[str, Sequence[Path]] | None = None,
        *,
        spills: bool = True,
    ) -> None:
        import duckdb

        self._most_mib = most_bytes >> 20
        self._connection = duckdb.connect(":memory:", config={"threads": 1, "memory_limit": f"{self._most_mib}MiB"})
        self._connection.execute("SET timezone = 'UTC'; SET enable_progress_bar = false")
        self._spill = SpillPlace() if spills else None
        if self._spill:
            self._spill.give_to(self._connection)
        else:
            self._connection.execute("SET temp_directory = ''")
        for name, frame in frames.items():
            self._connection.register(name, _Stream(frame))
        for name, paths in (files or {}).items():
            self._connection.execute(f'CREATE VIEW "{name}" AS SELECT * FROM read_parquet({_listed(paths)})')  # noqa: S608 - our names
        self._connection.execute(f"SET allowed_paths = {_listed(path for paths in (files or {}).values() for path in paths)}")
        self._connection.execute(MACROS)
        self._connection.execute("SET enable_external_access = false; SET lock_configuration = true")

    def candidates(self, rule: Rule) -> list[dict[str, Any]]:
        """Return the rows of the rule's query; BadRule names file and line where it does not run, or returns no candidates."""
        return self.rows(rule.id, rule.query)

    def rows(self, rule_id: str, query: str) -> list[dict[str, Any]]:
        """Return the same for a rule's id and its query."""
        import duckdb

        place = f"{rule_id}.sql"
        try:
            with bounded(self._connection):
                result = self._connection.execute(query)
                names, rows = [column[0] for column in result.description or []], result.fetchall()
        except duckdb.InterruptException:
            raise BadRule(place, f"its query does not end within {LONGEST_S} s") from None
        except duckdb.OutOfMemoryException:
            raise MachineError(place, f"its query needs more than {self._most_mib} MiB", "allow more with --memory") from None
        except duckdb.Error as error:
            line = _LINE.search(str(error))
            at = f"{place}:{line[1]}" if line else place
            raise BadRule(at, f"its query does not run: {str(error).splitlines()[0]}") from None
        missing = [name for name in REQUIRED if name not in names]
        unknown = [name for name in names if name not in REQUIRED + OPTIONAL]
        if missing or unknown:
            lacks = [f"lacks the columns {', '.join(missing)}"] if missing else []
            has = [f"has the columns {', '.join(unknown)}, which a finding has not"] if unknown else []
            raise BadRule(place, f"its query {' and '.join([*lacks, *has])}", f"a query returns {', '.join(REQUIRED)}")
        found = [dict(zip(names, row, strict=True)) for row in rows]
        _check_strengths({str(row["strength"]) for row in found if isinstance(row["strength"], str)}, query, place)
        return [told(_candidate(row, place)) for row in found]

    def close(self) -> None:
        """Forget the tables."""
        self._connection.close()
        if self._spill:
            self._spill.close()


class OwnTables:
    """The same for our own rules, whose queries are known to run: what can return nothing is not planned.

    *empty* are the tables without rows; the others are *opened* for the first query that may return something, and DuckDB is
    loaded with them: in many a case no rule has anything to look at.
    """

    def __init__(self, empty: Collection[str], opened: Callable[[], Tables]) -> None:
        self._empty, self._opened = frozenset(empty), opened
        self._tables: Tables | None = None

    def candidates(self, rule: Rule) -> list[dict[str, Any]]:
        """Return the rows of the rule's query; BadRule names file and line where it does not run, or returns no candidates."""
        if returns_nothing(rule.query, self._empty):
            return []
        self._tables = self._tables or self._opened()
        return self._tables.candidates(rule)

    def close(self) -> None:
        """Forget the tables."""
        if self._tables:
            self._tables.close()
