"""What happened to the processes, a fault or not: the rows that are shown, and one sentence where nothing was found."""

from typing import Any

Row = dict[str, Any]

MOST = 40
_MOST_NAMES = 4
_STOPS = (
    (": it had ended and was started again", "ended and {was} started again"),
    (": frozen, or its logs were lost", "wrote nothing for a while and then went on"),
    ("its logs just end", "stopped writing before the end"),
)
"""Part of what a happening says (replay/lives.py), and what it comes to."""


def shown(doc: Row) -> tuple[list[Row], int]:
    """Return the first rows and the last, and how many between them are left out; those are after the first half of `MOST`."""
    rows = doc["case"].get("happened", [])
    if len(rows) <= MOST:
        return rows, 0
    return [*rows[: MOST // 2], *rows[-MOST // 2 :]], len(rows) - MOST


def stops(doc: Row) -> str:
    """Return which processes ended, died or were silent, as a sentence; nothing where none did."""
    parts = []
    for said, meaning in _STOPS:
        nodes = sorted({row["node"] for row in doc["case"].get("happened", []) if said in row["what"]})
        if nodes:
            parts.append(f"{_names(nodes)} {meaning.format(was='was' if len(nodes) == 1 else 'were')}")
    return f" What did happen: {'; '.join(parts)}." if parts else ""


def _names(nodes: list[str]) -> str:
    if len(nodes) > _MOST_NAMES:
        return f"{len(nodes)} processes"
    return " and ".join(filter(None, [", ".join(nodes[:-1]), nodes[-1]]))
