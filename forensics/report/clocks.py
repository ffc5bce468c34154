"""What the document says of each node's clock."""

from collections.abc import Sequence
from typing import Any

from forensics.report.times import iso

Row = dict[str, Any]


def clock_of(rows: Sequence[Row]) -> Row:
    """Return a node's `clock`: empty where nothing is known of it, else its stretches, and in words what is notable."""
    known = [row for row in rows if row["ahead_lo_us"] is not None or row["ahead_hi_us"] is not None or row["notable"]]
    if not known:
        return {}
    return {"says": [row["says"] for row in known if row["notable"]], "stretches": [_stretch(row) for row in known]}


def _stretch(row: Row) -> Row:
    return {
        "against": row["reference"] or "the node's own clock",
        "from": iso(row["from_us"]),
        "to": iso(row["to_us"]),
        **{name: row[name] for name in ("ahead_lo_us", "ahead_hi_us", "drift_ppm", "moved_us")},
    }


def notable(nodes: Sequence[Row]) -> list[str]:
    """Return the sentences about clocks of the document's *nodes* that a reader must know."""
    said = [(node["node"], text) for node in nodes for text in node["clock"].get("says", [])]
    return [f"{node}: {text}" for node, text in dict.fromkeys(said)]
