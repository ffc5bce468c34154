"""What happened to the processes, a fault or not: the rows that are shown, and one sentence where nothing was found."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from forensics.report.lines import counted

Row = dict[str, Any]

MOST = 40
"""Happenings that are told where not all are asked for."""
_MOST_NAMES = 4
"""Nodes that are told by name."""
_NOTABLE = (
    (": it had ended and was started again", "ended and {was} started again"),
    ("frozen, or its logs were lost", "wrote nothing for a while and then went on (frozen, quiet, or lines are lost)"),
    ("its logs just end", "stopped writing before the end"),
    ("refuses by itself to send back", "could not hand messages back, for no main broker was known"),
    ("is refused by a broker when it sends back", "{was} refused by a broker when handing messages back"),
    ("cannot reach the broker it sends back", "could not reach the broker to hand messages back"),
)
"""Part of what a happening says (replay/lives.py and happenings.py), and what it comes to."""


def shown(doc: Row, full: bool = False) -> tuple[list[Row], list[Row]]:
    """Return the first rows and the last, all of them where *full*, and those between that are left out.

    They are left out after the first half of `MOST`.
    """
    rows = doc["case"].get("happened", [])
    if full or len(rows) <= MOST:
        return rows, []
    return [*rows[: MOST // 2], *rows[-MOST // 2 :]], rows[MOST // 2 : -MOST // 2]


def left_out(rows: list[Row], at: Callable[[str], str]) -> str:
    """Return what is left out, which of *rows*, in words that hold their times as *at* prints them."""
    nodes = Counter(row["node"] for row in rows)
    of = " and ".join([f"{count} of {node}" for node, count in nodes.most_common(_MOST_NAMES - 1)])
    others = f" and others of {counted(len(nodes) - _MOST_NAMES + 1, 'node')}" if len(nodes) >= _MOST_NAMES else ""
    return f"{len(rows)} more are left out here, from {at(rows[0]['from'])} to {at(rows[-1]['from'])}: {of}{others}"


def notable(doc: Row) -> str:
    """Return which processes ended, were silent or could not hand messages back, as a sentence; nothing where none did."""
    parts = []
    for said, meaning in _NOTABLE:
        nodes = sorted({row["node"] for row in doc["case"].get("happened", []) if said in row["what"]})
        if nodes:
            parts.append(f"{_names(nodes)} {meaning.format(was='was' if len(nodes) == 1 else 'were')}")
    return f"What did happen: {'; '.join(parts)}." if parts else ""


def _names(nodes: list[str]) -> str:
    if len(nodes) > _MOST_NAMES:
        return f"{len(nodes)} processes"
    return " and ".join(filter(None, [", ".join(nodes[:-1]), nodes[-1]]))
