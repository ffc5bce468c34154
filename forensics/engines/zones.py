"""The zone that a file's times are printed in, where its layout does not say it: as told, or as other files show it."""

from collections.abc import Sequence
from typing import Any

from forensics.engines.batches import GMT8_S

Row = dict[str, Any]

_HOUR_S = 3600
_WHOLE_HOURS = tuple(hours * _HOUR_S for hours in range(-12, 15))
_BETWEEN = tuple(quarters * _HOUR_S // 4 for quarters in (-38, -14, -10, 14, 18, 22, 23, 26, 35, 38, 42, 51, 55))
"""The zones that are no whole hours ahead, with their summer times: from the Marquesas to the Chatham Islands."""


class Zones:
    """What the files that need no other to know their zone say of those that do; *given* are the user's."""

    def __init__(self, rows: Sequence[Row], given: dict[str, int]) -> None:
        self._given = given
        self._known = {row["node"]: row["zone_offset_s"] for row in rows if row["zone_from"] == "lines"}
        self._spans = [(row["from_lo"], row["to_hi"]) for row in rows if row["from_lo"] is not None]

    def of(self, row: Row) -> tuple[int, str]:
        """Return how far a file's times are ahead of UTC, and how that is known: told, from a sibling, or the overlap.

        The one zone of all siblings is not taken where it lays the file outside the time of all others, and another lays it in.
        Zones between the whole hours are tried where no whole hour lays it in: there are few of them.
        """
        node = row["node"]
        if (own_s := told(row, self._given)) is not None or node in self._given:
            return self._given[node] if own_s is None else own_s, "option"
        if node in self._known:
            return self._known[node], "lines"
        shared = _shared(row["from_lo"], row["to_hi"], self._spans, _WHOLE_HOURS)
        if max(shared.values(), default=1) <= 0:
            shared |= _shared(row["from_lo"], row["to_hi"], self._spans, _BETWEEN)
        overlapping = _best(shared)
        if len(siblings := set(self._known.values())) == 1:
            (sibling,) = siblings
            if overlapping is None or _shared(row["from_lo"], row["to_hi"], self._spans, (sibling,)).get(sibling, 1) > 0:
                return sibling, "sibling"
        return (overlapping, "overlap") if overlapping is not None else (GMT8_S, "assumed")


def told(row: Row, given: dict[str, int]) -> int | None:
    """Return the zone that the user says this log prints, by NODE/LOG, where NODE/* is every log of the node."""
    return next((given[key] for key in (f"{row['node']}/{row['series']}", f"{row['node']}/*") if key in given), None)


def _shared(lo: int | None, hi: int | None, spans: list[tuple[int, int]], offsets: Sequence[int]) -> dict[int, int]:
    """Return by offset, in seconds, how much of the time of the other files a file's span then shares, in microseconds."""
    if lo is None or hi is None or not spans:
        return {}
    from_lo, to_hi = min(s[0] for s in spans), max(s[1] for s in spans)
    return {offset: min(hi - offset * 1_000_000, to_hi) - max(lo - offset * 1_000_000, from_lo) for offset in offsets}


def _best(shared: dict[int, int]) -> int | None:
    """Return the only offset that shares most, None on a tie."""
    best = max(shared.values(), default=0)
    winners = [offset for offset, value in shared.items() if value == best]
    return winners[0] if best > 0 and len(winners) == 1 else None
