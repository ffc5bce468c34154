"""From a message to the statement that printed it."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from forensics.statements.template import Statement

_PREFIX = 24
"""Literal characters of a statement's beginning that are looked up at once; shorter beginnings by their own length."""


@dataclass(frozen=True)
class Matcher:
    """Statements arranged for lookup: by their literal beginning, or by a literal run where they begin with a hole."""

    by_prefix: dict[int, dict[str, tuple[Statement, ...]]]
    by_run: tuple[Statement, ...]

    def match(self, message: str, thread: str | None) -> tuple[Statement, re.Match[str]] | None:
        """Return the statement with the most literal text that fits *message*, with its match; None if none does."""
        for length, starts in self.by_prefix.items():
            for statement in starts.get(message[:length], ()):
                if hit := _fits(statement, message, thread):
                    return statement, hit
        for statement in self.by_run:
            if statement.longest_literal in message and (hit := _fits(statement, message, thread)):
                return statement, hit
        return None


def matcher_of(statements: Sequence[Statement]) -> Matcher:
    """Return the lookup for *statements*; longer beginnings and heavier templates are tried first."""
    by_prefix: dict[int, dict[str, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    by_run = []
    for statement in sorted(statements, key=lambda s: -s.literal_chars):
        if len(statement.prefix) >= 3:
            start = statement.prefix[:_PREFIX]
            by_prefix[len(start)][start].append(statement)
        else:
            by_run.append(statement)
    ordered = {length: {k: tuple(v) for k, v in by_prefix[length].items()} for length in sorted(by_prefix, reverse=True)}
    return Matcher(ordered, tuple(by_run))


def _fits(statement: Statement, message: str, thread: str | None) -> re.Match[str] | None:
    if statement.thread and not (thread and re.match(statement.thread, thread)):
        return None
    return statement.pattern.match(message)
