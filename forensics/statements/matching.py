"""From a message to the statement that printed it."""

import re
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

import polars as pl

from forensics.statements.template import Statement

_PREFIX = 24
"""Literal characters of a statement's beginning that are looked up at once; shorter beginnings by their own length."""
_LEAST = 3
LONG = 1024
"""Characters above which a message is matched in time linear in its length: one record in a thousand."""
_SLOW_S = 0.02
"""After a single match that took so long, its statement is matched in linear time for good. Both ways find the same."""

Found = re.Match[str] | dict[str, str]


@dataclass(frozen=True)
class Matcher:
    """Statements arranged for lookup: by their literal beginning, or by a literal run where they begin with a hole."""

    by_prefix: dict[str, tuple[tuple[int, dict[str, tuple[Statement, ...]]], ...]]
    """By their first three characters: for each length of a beginning, longest first, the beginnings with their statements."""
    by_run: tuple[tuple[str, Statement], ...]
    """With their longest literal runs, which most messages do not hold."""
    slow: set[int] = field(default_factory=set, compare=False)

    def match(self, message: str, thread: str | None) -> tuple[Statement, Found] | None:
        """Return the statement with the most literal text that fits *message*, with its match; None if none does."""
        if begun := self.begun(message, thread):
            return begun
        for run, statement in self.by_run:
            if run in message and (hit := self._fits(statement, message, thread)):
                return statement, hit
        return None

    def begun(self, message: str, thread: str | None) -> tuple[Statement, Found] | None:
        """Return the same of the statements that begin with text of their own: they fit from where the message begins alone."""
        for length, starts in self.by_prefix.get(message[:_LEAST], ()):
            for statement in starts.get(message[:length], ()):
                if hit := self._fits(statement, message, thread):
                    return statement, hit
        return None

    def _fits(self, statement: Statement, message: str, thread: str | None) -> Found | None:
        if statement.longest_literal not in message:  # far cheaper than compiling its expression, and trying it
            return None
        if statement.thread and not (thread and re.match(statement.thread, thread)):
            return None
        if len(message) > LONG or id(statement) in self.slow:
            return linear_match(statement, message)
        begun = time.perf_counter()
        hit = statement.pattern.match(message)
        if time.perf_counter() - begun > _SLOW_S and _cpu_s(statement, message) > _SLOW_S:
            self.slow.add(id(statement))
        return hit


def _cpu_s(statement: Statement, message: str) -> float:
    """Return what matching once more takes of the processor: on a busy machine what was waited for is no sign of a bad match."""
    begun = time.thread_time()
    statement.pattern.match(message)
    return time.thread_time() - begun


def matcher_of(statements: Sequence[Statement]) -> Matcher:
    """Return the lookup for *statements*; longer beginnings and heavier templates are tried first."""
    by_prefix: dict[str, dict[int, dict[str, list[Statement]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    by_run = []
    for statement in sorted(statements, key=lambda s: -s.literal_chars):
        start = statement.prefix[:_PREFIX]
        if len(start) >= _LEAST:
            by_prefix[start[:_LEAST]][len(start)][start].append(statement)
        else:
            by_run.append((statement.longest_literal, statement))
    return Matcher({first: _by_length(starts) for first, starts in by_prefix.items()}, tuple(by_run))


def _by_length(starts: dict[int, dict[str, list[Statement]]]) -> tuple[tuple[int, dict[str, tuple[Statement, ...]]], ...]:
    return tuple((length, {k: tuple(v) for k, v in starts[length].items()}) for length in sorted(starts, reverse=True))


def linear_match(statement: Statement, message: str) -> dict[str, str] | None:
    """Return the holes' texts where *statement* fits *message*, in linear time: for text made to make others try forever."""
    whole = f"(?s)^(?P<whole_>{statement.pattern.pattern.removesuffix('Z')}z)"
    row = pl.Series([message]).str.extract_groups(whole).struct.unnest().to_dicts()[0]
    return None if row["whole_"] is None else row
