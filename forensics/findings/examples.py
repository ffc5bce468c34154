"""A rule's page is its test: its examples, as tables of states, must give the findings written below them."""

import csv
import io
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from forensics.errors import BadRule
from forensics.findings.confined import ConfinedTables, Confinement
from forensics.findings.query import Tables
from forensics.findings.rules import Rule, rules_directory
from forensics.tables import STATES

HEADINGS = ("What it finds", "Why it hurts", "What must be logged", "Known false alarms", "What clears it", "Releases")
"""What every page says, beside its examples; the remedy is one of its facts."""
_BLOCK = re.compile(r"```csv (\w+)$")
_SECTION = re.compile(r"^## (.*)$", re.MULTILINE)

Row = dict[str, Any]
TablesOf = Callable[[Mapping[str, pl.DataFrame]], Tables | ConfinedTables]
"""How tables are made queries can be put to: in this process, or for a stranger's in another."""
Check = Callable[[Rule, TablesOf], list[BadRule]]


@dataclass(frozen=True)
class Example:
    """One example of a page: the tables it gives, and the findings it expects, by the columns it names."""

    title: str
    place: str
    given: dict[str, pl.DataFrame]
    expected: tuple[dict[str, str], ...]


def examples(rule: Rule) -> list[Example]:
    """Return the examples on the page of *rule*; BadRule names the line of one that cannot be read."""
    whole = rule.path.read_text(encoding="utf-8")
    heads = [*_SECTION.finditer(whole)]
    ends = [*(head.start() for head in heads), len(whole)][1:]
    found = []
    for head, end in zip(heads, ends, strict=True):
        texts = _blocks(whole[head.end() : end])
        if "findings" in texts:
            found.append(_example(head[1], f"{rule.id}.md:{whole.count(chr(10), 0, head.start()) + 1}", texts))
    return found


def _blocks(section: str) -> dict[str, str]:
    """Return the fenced tables of a section by name."""
    texts: dict[str, list[str]] = {}
    inside: list[str] | None = None
    for line in section.split("\n"):
        if inside is not None and line.startswith("```"):
            inside = None
        elif inside is not None:
            inside.append(line)
        elif opened := _BLOCK.match(line):
            inside = texts[opened[1]] = []
    return {name: "\n".join([*lines, ""]) for name, lines in texts.items()}


def _example(title: str, place: str, texts: dict[str, str]) -> Example:
    expected = tuple(_rows(texts.pop("findings"), place))
    return Example(title, place, {name: _frame(name, text, place) for name, text in texts.items()}, expected)


def failures(rule: Rule, tables_of: TablesOf = Tables) -> list[BadRule]:
    """Return one error for each example of *rule* that does not give the findings it says."""
    try:
        return [error for example in examples(rule) if (error := _failure(rule, example, tables_of))]
    except BadRule as error:
        return [error]


def _found(rule: Rule, given: Mapping[str, pl.DataFrame], tables_of: TablesOf) -> list[Row]:
    """Return what the query of *rule* finds in the tables *given*, all others being empty."""
    tables = tables_of({name: given[name] if name in given else table.frame([]) for name, table in STATES.items()})
    try:
        return tables.candidates(rule)
    finally:
        tables.close()


def _failure(rule: Rule, example: Example, tables_of: TablesOf) -> BadRule | None:
    found = _found(rule, example.given, tables_of)
    names = list(example.expected[0]) if example.expected else []
    shown = sorted(({name: _shown(row, name) for name in names} for row in found), key=str)
    if len(found) == len(example.expected) and shown == sorted(example.expected, key=str):
        return None
    told = shown if names else [row["explanation"] for row in found]
    said = f"it is to give {list(example.expected) or 'nothing'}, and gives {told or 'nothing'}"
    return BadRule(example.place, f"{example.title!r} does not hold: {said}")


def over_all(check: Check, rules: Sequence[Rule], directory: Path) -> list[BadRule]:
    """Return what *check*, `lint` or `failures`, says of each of the *rules* in *directory*; a stranger's run confined."""
    if directory == rules_directory():
        return [error for rule in rules for error in check(rule, Tables)]
    with Confinement() as process:
        return [error for rule in rules for error in check(rule, process.tables)]


def lint(rule: Rule, tables_of: TablesOf = Tables) -> list[BadRule]:
    """Return what the page of *rule* lacks, and its query: if it does not run, or what it finds cannot be a finding."""
    place = f"{rule.id}.md"
    headings = _SECTION.findall(rule.page)
    faults = [BadRule(place, f"has no section {name!r}") for name in HEADINGS if name not in headings]
    faults += [] if rule.remedy.strip() else [BadRule(place, "has no remedy", 'say what to do: remedy = "..."')]
    try:
        if _found(rule, {}, tables_of):
            faults.append(BadRule(f"{rule.id}.sql", "finds something where there is nothing"))
        shown = examples(rule)
        for example in shown:
            _found(rule, example.given, tables_of)
    except BadRule as error:
        return [*faults, error]
    outcomes = [example.expected for example in shown]
    near_misses = [rows for rows in outcomes if not rows or any(row.get("severity") == "warning" for row in rows)]
    if not any(outcomes):
        faults.append(BadRule(place, "has no example that fires"))
    if not near_misses:
        faults.append(BadRule(place, "has no near miss: an example that does not fire, or only warns"))
    return faults


def _frame(name: str, text: str, place: str) -> pl.DataFrame:
    """Return an example's rows as the state table they stand for; lists are written with spaces between."""
    if name not in STATES:
        raise BadRule(place, f"gives the table {name!r}, which there is not", "rmqf tables lists the tables")
    table = STATES[name]
    rows = _rows(text, place)
    unknown = sorted({column for row in rows for column in row if column not in table.schema})
    if unknown:
        raise BadRule(place, f"gives {name} the column {unknown[0]!r}, which it has not", f"rmqf tables {name} lists its columns")
    try:
        return table.frame([{column: _value(value, table.schema[column]) for column, value in row.items()} for row in rows])
    except (KeyError, ValueError, TypeError, OverflowError, pl.exceptions.PolarsError) as error:
        raise BadRule(place, f"gives {name} a value that is none of its column's: {error}") from None


def _rows(text: str, place: str) -> list[dict[str, str]]:
    """Return the rows of a table in CSV; a cell beyond its columns stands under a column `...`, one that lacks is empty."""
    try:
        rows = list(csv.DictReader(io.StringIO(text), restkey="...", restval=""))
    except csv.Error as error:
        raise BadRule(place, f"has a table that cannot be read: {error}") from None
    return [{name: cell if isinstance(cell, str) else " ".join(cell) for name, cell in row.items()} for row in rows]


def _value(text: str, dtype: Any) -> Any:
    if isinstance(dtype, pl.List):
        return [_value(part, dtype.inner) for part in text.split()]
    if text == "":
        return None
    if dtype == pl.Boolean:
        return {"true": True, "false": False}[text]
    return int(text) if dtype == pl.Int64 else text


def _shown(row: Row, name: str) -> str:
    value = row[name] if name in row else row["subject"].get(name)
    return "" if value is None else str(value)
