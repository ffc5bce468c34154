"""The zone that a file's times are printed in, where its layout does not say it: as told, or as other files show it."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from forensics.engines.batches import GMT8_S

Row = dict[str, Any]


class Zones:
    """What the files that need no other to know their zone say of those that do; *given* are the user's."""

    def __init__(self, rows: Sequence[Row], given: dict[str, int]) -> None:
        self._given = given
        self._known = {row["node"]: row["zone_offset_s"] for row in rows if row["zone_from"] == "lines"}
        self._spans = [(row["from_lo"], row["to_hi"]) for row in rows if row["from_lo"] is not None]

    def of(self, row: Row) -> tuple[int, str]:
        """Return how far a file's times are ahead of UTC, and how that is known: told, from a sibling, or the overlap."""
        node = row["node"]
        if (own_s := told(row, self._given)) is not None or node in self._given:
            return self._given[node] if own_s is None else own_s, "option"
        if node in self._known:
            return self._known[node], "lines"
        if len(votes := Counter(self._known.values())) == 1:
            return next(iter(votes)), "sibling"
        overlapping = _best_overlap(row["from_lo"], row["to_hi"], self._spans)
        return (overlapping, "overlap") if overlapping is not None else (GMT8_S, "assumed")


def told(row: Row, given: dict[str, int]) -> int | None:
    """Return the zone that the user says this log prints, by NODE/LOG, where NODE/* is every log of the node."""
    return next((given[key] for key in (f"{row['node']}/{row['series']}", f"{row['node']}/*") if key in given), None)


def _best_overlap(lo: int | None, hi: int | None, spans: list[tuple[int, int]]) -> int | None:
    """Return the only whole-hour offset that lays the file's span over the other files' spans best, None on a tie."""
    if lo is None or hi is None or not spans:
        return None
    from_lo, to_hi = min(s[0] for s in spans), max(s[1] for s in spans)
    shared = {}
    for hours in range(-12, 15):
        by = hours * 3_600_000_000
        shared[hours * 3600] = min(hi - by, to_hi) - max(lo - by, from_lo)
    best = max(shared.values())
    winners = [offset for offset, value in shared.items() if value == best]
    return winners[0] if best > 0 and len(winners) == 1 else None
