"""A log statement as a value: the text as RocketMQ prints it, with named, typed holes."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from forensics.statements import holes
from forensics.statements.compiled import made_of

_RELEASES = re.compile(r"(DEBUG )?(\d\.\d+\.\d+)(?: to (\d\.\d+\.\d+))?")
_HOLE = re.compile(r"\{\{|\}\}|\{(\w*)(?::(\w+))?\}")


@dataclass(frozen=True)
class Statement:
    """One statement of RocketMQ's source.

    `template` is the text with `{name:type}` holes (types: holes.py; `{_}` is a hole nobody asks for; literal braces are
    doubled). `event` names the table its holes go to, None for a line that is understood and not needed.
    `logged_by` is class and method, with the releases whose text it is. `seen` points to a real line:
    `trace:path:line`; None means that no capture shows it. `throws` adds the columns of the stack trace below it.
    `thread` limits it to threads whose name fits; `clock` names the hole that holds the process's clock at the time of
    logging, in epoch milliseconds; `fixed` are columns with the same value in every row.
    """

    template: str
    logged_by: str
    event: str | None = None
    seen: str | None = None
    throws: bool = False
    thread: str | None = None
    clock: str | None = None
    fixed: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Return the expression that fits a whole message of this statement."""
        return made_of(self.pattern_code) if self.pattern_code else re.compile(self.source, re.DOTALL)

    @property
    def source(self) -> str:
        """Return that expression as text."""
        return "".join(_piece(text, name, kind) for text, name, kind in self.pieces) + r"\s*\Z"

    @cached_property
    def pattern_code(self) -> memoryview | None:
        """Return what set-up made of `source`, None where it has not told this statement of it (stored.py)."""
        return None

    @cached_property
    def prefix(self) -> str:
        """Return the literal text before the first hole."""
        return next(self._pieces_literal(), "")

    @cached_property
    def longest_literal(self) -> str:
        """Return the longest literal run, by which a statement that begins with a hole is found."""
        return max(self._pieces_literal(), key=len, default="")

    @cached_property
    def literal_chars(self) -> int:
        """Return how many literal characters the template has: its weight as a proof of what the line is."""
        return sum(len(piece.replace(" ", "")) for piece in self._pieces_literal())

    @cached_property
    def _named(self) -> tuple[tuple[str, holes.Hole], ...]:
        return tuple((name, holes.HOLES[kind]) for _, name, kind in self.pieces if name and name != "_")

    @cached_property
    def columns(self) -> frozenset[str]:
        """Return the columns its rows may have beside the head."""
        named = {column for name, hole in self._named for column in (hole.columns or (name,))}
        return frozenset(named | set(self.fixed))

    @cached_property
    def releases(self) -> tuple[tuple[str, str], ...]:
        """Return the spans of RocketMQ releases with this text that `logged_by` names, none of clients that have their own."""
        if " of rocketmq-client" in self.logged_by:
            return ()
        return tuple((low, high or low) for _, low, high in _RELEASES.findall(self.logged_by))

    @cached_property
    def above_debug(self) -> tuple[tuple[str, str], ...]:
        """Return those of `releases` that print it at INFO or above, as shipped: before the others stands DEBUG."""
        spans = zip(_RELEASES.findall(self.logged_by), self.releases, strict=False)
        return tuple(span for (debug, _, _), span in spans if not debug)

    def values(self, found: re.Match[str] | dict[str, str]) -> dict[str, Any]:
        """Return the row that a match of `pattern`, or the texts of its holes by name, give."""
        row = dict(self.fixed)
        for name, hole in self._named:
            value = hole.decode(found[name])
            row.update(value if hole.columns else {name: value})
        return row

    @cached_property
    def pieces(self) -> tuple[tuple[str, str, str], ...]:
        """Return (literal, hole name, hole type) triples; the last has no hole."""
        pieces: list[tuple[str, str, str]] = []
        literal, at = "", 0
        for token in _HOLE.finditer(self.template):
            literal += self.template[at : token.start()]
            at = token.end()
            if token[0] in {"{{", "}}"}:
                literal += token[0][0]
            else:
                pieces.append((literal, token[1] or "_", token[2] or "text"))
                literal = ""
        return (*pieces, (literal + self.template[at:], "", ""))

    def _pieces_literal(self) -> Any:
        return (literal for literal, _, _ in self.pieces)


def _piece(literal: str, name: str, kind: str) -> str:
    if not name:
        return re.escape(literal)
    body = holes.HOLES[kind].pattern
    return re.escape(literal) + (f"(?:{body})" if name == "_" else f"(?P<{name}>{body})")
