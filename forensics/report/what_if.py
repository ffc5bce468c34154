"""What another release would have changed, in sentences."""

import textwrap
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from forensics.questions.what_if import OUTCOMES
from forensics.report.lines import counted
from forensics.report.scrub import one_line, scrubbed

Row = dict[str, Any]

_INDENT = " " * 10


def render(rows: list[Row], release: str, width: int) -> str:
    """Return the outcomes for *release*: a sentence that counts them, and each with its reason."""
    number = {what: sum(row["what"] == what for row in rows) for what in OUTCOMES}
    of = counted(len(rows) - number["brings"], "finding")
    told = f"it would end {number['ends']} of {of}, keep {number['stays']}, and leave {number['open']} open"
    brought = f"; it has {counted(number['brings'], 'fault')} that no release known in the case has" if number["brings"] else ""
    head = f"Were every process of {release}, {told}{brought}."
    blocks = [line for what in OUTCOMES for alike in _alike(rows, what) for line in _lines(alike, width)]
    return scrubbed("\n".join([*textwrap.wrap(head, width), "", *blocks]).rstrip() + "\n")


def _alike(rows: list[Row], what: str) -> Iterable[list[Row]]:
    """Return the rows of an outcome, those together that differ in nothing but their finding."""
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        if row["what"] == what:
            groups.setdefault((row["rule"], row["kind"], row["why"], row["follows"]), []).append(row)
    return groups.values()


def _lines(alike: list[Row], width: int) -> list[str]:
    first = alike[0]
    name = (
        f"{_numbers([row['finding'] for row in alike])} {first['kind']}"
        if first["finding"]
        else f"{first['kind']} ({first['rule']})"
    )
    text = one_line(f"{first['what']:6}  {name}: {first['why']}." + (f" {first['follows']}" if first["follows"] else ""))
    return textwrap.wrap(text, width, initial_indent="  ", subsequent_indent=_INDENT, break_long_words=False)


def _numbers(places: list[int]) -> str:
    """Return *places*, which are in order, with those that follow each other as one: `1, 3 to 6`."""
    runs = [[place for _, place in run] for _, run in groupby(enumerate(places), key=lambda pair: pair[1] - pair[0])]
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs)
