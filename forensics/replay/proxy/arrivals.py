"""Where a client was seen before it arrived at a proxy, asked for arrival by arrival, however often it moved."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter

from forensics.replay.events import Row
from forensics.replay.timeline import Between


class Before:
    """Rows of several nodes, each over a span of time, of which the last that was over before an instant is asked for."""

    def __init__(self, rows: Sequence[Row], span: Callable[[Row], Between]) -> None:
        self._of: dict[str, list[tuple[int, int, int, Row]]] = {}
        for place, row in enumerate(rows):
            begin, over = span(row)
            self._of.setdefault(row["node"], []).append((begin, -place, over, row))
        for own in self._of.values():
            own.sort(key=itemgetter(0, 1))

    @property
    def nodes(self) -> Iterable[str]:
        """Return the nodes that have any."""
        return self._of.keys()

    def last(self, end: int, nodes: Iterable[str]) -> Row | None:
        """Return the one of *nodes* that began last of those over before *end*; of several, the first that was given."""
        found = [one for node in nodes if (one := self._last(end, node))]
        return max(found, key=itemgetter(0, 1))[-1] if found else None

    def _last(self, end: int, node: str) -> tuple[int, int, int, Row] | None:
        own = self._of.get(node, [])
        earlier = range(bisect_left(own, end, key=itemgetter(0)) - 1, -1, -1)
        return next((own[place] for place in earlier if own[place][2] < end), None)


def logged(row: Row) -> Between:
    """Return when a row was logged at the earliest."""
    return row["ts_lo"], row["ts_lo"]


class Ends:
    """When the processes of a node ended, and when those that followed began: of the stretches in which it had none."""

    def __init__(self, gone: Iterable[Row] = ()) -> None:
        lives = list(gone)
        self._ended = sorted(life["from_lo"] for life in lives)
        self._began = sorted(life["to_lo"] for life in lives if life["to_lo"] is not None)

    def ended(self, first: int, last: int) -> int | None:
        """Return when a process last ended from *first* to *last*, both included."""
        found = self._ended[bisect_left(self._ended, first) : bisect_right(self._ended, last)]
        return found[-1] if found else None

    def began(self, until: int) -> list[int]:
        """Return when the last process began that followed another one, up to *until*; none where none did."""
        return self._began[: bisect_right(self._began, until)][-1:]
