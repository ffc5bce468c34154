"""What the document says of each node's clock, and what of that a reader must know."""

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


def offset(node: Row) -> str:
    """Return in few words how far a node's clock is ahead of another one: an interval for each of its stretches."""
    told = [
        "others are compared with it" if own["against"] == node["node"] else f"{_interval(own)} against {own['against']}"
        for own in node["clock"].get("stretches", [])
    ]
    return "; ".join(told) or "not known"


def _interval(own: Row) -> str:
    lo, hi = (own[name] and own[name] / 1e6 for name in ("ahead_lo_us", "ahead_hi_us"))
    if lo is None or hi is None:
        return f"at least {lo:+.1f} s" if hi is None else f"at most {hi:+.1f} s"
    return f"{lo:+.1f} to {hi:+.1f} s{', gaining' if own['drift_ppm'] else ''}"


def notable(nodes: Sequence[Row]) -> list[str]:
    """Return the sentences about clocks of the document's *nodes* that a reader must know."""
    said = [(node["node"], text) for node in nodes for text in node["clock"].get("says", [])]
    return [f"{node}: {text}" for node, text in dict.fromkeys(said)]


_SERVERS_ZONE_S = 8 * 3600
_KNOWN_BY = {
    "lines": "as its own lines tell", "sibling": "as the other clients'", "overlap": "so its lines fall among the other nodes'",
    "option": "as you said", "assumed": "assumed, for nothing tells: --tz NODE=ZONE says it",
}  # fmt: skip


def clocks_told(case: Row) -> list[str]:
    """Return whose clock is off, and which nodes print times of a zone that the servers' logs do not have, or may not have."""
    own = {(f["node"], f["zone_offset_s"], f["zone_from"]) for f in case["files"] if f.get("zone_from") in _KNOWN_BY}
    return [f"Clock of {said}." for said in notable(case["nodes"])] + [
        f"Times of {node} are read as UTC{offset / 3600:+.4g}, {abs(_SERVERS_ZONE_S - offset) / 3600:.4g} h from the servers' "
        f"({_KNOWN_BY[how]})."
        for node, offset, how in sorted(own)
        if offset != _SERVERS_ZONE_S or how == "assumed"
    ]
