"""What a notebook shows of a document: findings and texts with displays of their own."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, overload

import polars as pl

from forensics.errors import ExitCode
from forensics.findings.gate import baseline_of
from forensics.report import cards
from forensics.report.lines import counted, counts, times

Row = dict[str, Any]


class Finding(dict[str, Any]):
    """A finding as the document has it, which shows its sentence and its proof in a notebook."""

    def __repr__(self) -> str:
        return f"<{self['verdict']} {self['kind']}{times(self)} ({self['severity']}, id {self['id']})>"

    def _repr_html_(self) -> str:
        return cards.finding_card(self)


class Findings(Sequence[Finding]):
    """The findings of a case in order of time."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = [Finding(row) for row in rows]

    @overload
    def __getitem__(self, at: int) -> Finding: ...
    @overload
    def __getitem__(self, at: slice) -> "Findings": ...
    def __getitem__(self, at: int | slice) -> "Finding | Findings":
        return Findings(self._rows[at]) if isinstance(at, slice) else self._rows[at]

    def __len__(self) -> int:
        return len(self._rows)

    def of(self, kind: str) -> "Findings":
        """Return the findings of one kind."""
        return Findings([row for row in self._rows if row["kind"] == kind])

    def frame(self) -> pl.DataFrame:
        """Return a row per finding: what, how sure, how often, from when to when, of what, and the known fault."""
        plain = ("id", "kind", "rule", "verdict", "severity", "occurrences")
        rows = [
            {name: row[name] for name in plain}
            | {"from": row["from"], "to": row["to"], "issue": row["cause"]["issue"], "explanation": row["explanation"]}
            | {name: row["subject"].get(name) for name in ("broker", "topic", "group", "queue_id")}
            for row in self._rows
        ]
        times = [pl.col(name).str.to_datetime(time_zone="UTC", time_unit="us", strict=False) for name in ("from", "to")]
        return pl.DataFrame(rows, infer_schema_length=None).with_columns(times) if rows else pl.DataFrame()

    def __repr__(self) -> str:
        return f"<{counted(len(self), 'finding')}>"

    def _repr_html_(self) -> str:
        return cards.findings_table(self._rows)


class Prose(str):
    """A text that a notebook shows as it is, line by line."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


@dataclass(frozen=True)
class Gated:
    """What a gate says of a case: the document with each finding's state, the exit code of `rmqf gate`, and why it is not 0."""

    document: Row
    exit_code: ExitCode
    reason: str = ""

    @property
    def passed(self) -> bool:
        """Return whether a CI job would go on."""
        return self.exit_code == ExitCode.DONE

    @property
    def findings(self) -> Findings:
        """Return every finding with its state, those that count first."""
        return Findings(sorted(self.document["findings"], key=lambda finding: not counts(finding)))

    @property
    def baseline(self) -> str:
        """Return the baseline in which everything found is known, as `--write-baseline` writes it."""
        return baseline_of(self.document)

    def __repr__(self) -> str:
        found = counted(len(self.document["findings"]), "finding")
        return f"<gate passed, {found}>" if self.passed else f"<gate failed, exit code {int(self.exit_code)}: {self.reason}>"
