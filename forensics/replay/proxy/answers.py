"""Tells apart whose acks failed, where the windows of several clients fit the second of a proxy's exceptions.

Each ack that threw by a client's log (see acks.py) is the answer to one of the exceptions, and a client that prints them, with a
whole log, has no more of them.
"""

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby
from operator import add, itemgetter

from forensics.replay.events import Row
from forensics.replay.proxy.acks import ANSWERED_WITHIN_US, IN_ORDER, SLACK_US


@dataclass(frozen=True)
class Client:
    """A window, the acks refused in it that its client's log shows, in order, and whether that log is whole over it.

    `prints` is whether the client prints such acks at all, since it did, be it of another window; `doubt_us` is how far its clock
    may be off against the proxy's. Where the window is known `by_lines`, nothing else shows that an exception is the client's.
    """

    window: Row
    refused: tuple[Row, ...]
    prints: bool
    whole: bool
    doubt_us: int
    by_lines: bool = False

    @property
    def slack_us(self) -> int:
        """Return within which time the order of its lines and the proxy's is undecided."""
        return SLACK_US + self.doubt_us


Clients = Mapping[str, Client]
"""By the state_id of their windows."""


def whose(exceptions: Sequence[Row], clients: Clients) -> dict[str, list[str]]:
    """Return by state_id of a proxy's ack exceptions the windows, by state_id, that each may be of; one where it is told.

    None is left where it fits one window alone, whose client prints what it was refused and has no line of it.

    *exceptions* have in `windows` those that fit their seconds. They are told stretch by stretch: where a client's line has no
    exception, or an exception nobody's window, something else was refused, or is lost, and all of that stretch stays as it is. So
    do the other stretches with lines of a client that has such a line.
    """
    stretches, doubtful = _stretches(exceptions, clients)
    pairs = [paired(thrown, near) for thrown, near in stretches]
    for (_, near), owned in zip(stretches, pairs, strict=True):
        if owned is None:
            doubtful |= {name for name, client in near.items() if client.refused}
    told: dict[str, list[str]] = {}
    for (thrown, near), owned in zip(stretches, pairs, strict=True):
        unsure = doubtful & near.keys()
        if owned is None or any(near[name].refused for name in unsure):
            told |= _fitting(thrown)
        else:
            told |= _told(thrown, near, owned, unsure)
    return told


def _fitting(thrown: Iterable[Row]) -> dict[str, list[str]]:
    return {row["state_id"]: list(row["windows"]) for row in thrown}


def _told(thrown: Sequence[Row], clients: Clients, owned: Mapping[str, str], unsure: set[str]) -> dict[str, list[str]]:
    """Return the windows of exceptions of which some are *owned*: the others are of no client that prints its own in a whole log.

    Those that are *unsure* may have lines of them elsewhere.
    """
    fitting = _fitting(thrown)
    done = {name for name, client in clients.items() if client.prints and client.whole} - unsure
    left = {name: [w for w in windows if w not in done] for name, windows in fitting.items() if name not in owned}
    left |= {name: [] for name, windows in left.items() if len(windows) == 1 and clients[windows[0]].by_lines}
    if any(not windows for name, windows in left.items() if len(fitting[name]) > 1):
        return fitting
    return left | {name: [window] for name, window in owned.items()}


def _stretches(exceptions: Sequence[Row], clients: Clients) -> tuple[list[tuple[list[Row], dict[str, Client]]], set[str]]:
    """Return the exceptions in stretches that no line reaches across, each with the clients they may be of and their lines there.

    With them come the clients that have a line which no exception can be.
    """
    ordered = sorted(exceptions, key=IN_ORDER)
    own: dict[str, list[Row]] = {name: [] for name in clients}
    for row in ordered:
        for window in row["windows"]:
            own[window].append(row)
    lines = [(name, line) for name, client in clients.items() for line in client.refused]
    astray = {name for name, line in lines if not _near(line, own[name], clients[name])}
    reached = [(name, line, _near(line, ordered, clients[name])) for name, line in lines]
    numbers = _numbers(len(ordered), [near for _, _, near in reached if near])
    refused: dict[tuple[int, str], list[Row]] = {}
    for name, line, near in reached:
        if near:
            refused.setdefault((numbers[near[0]], name), []).append(line)
    stretches: list[tuple[list[Row], dict[str, Client]]] = []
    for number, places in groupby(range(len(ordered)), numbers.__getitem__):
        thrown = [ordered[place] for place in places]
        names = {window: None for row in thrown for window in row["windows"]}
        there = {name: replace(clients[name], refused=tuple(refused.get((number, name), ()))) for name in names}
        stretches.append((thrown, there))
    return stretches, astray


def _near(line: Row, exceptions: Sequence[Row], client: Client) -> range:
    """Return the places of the exceptions that a client's line can be the answer to."""
    first = bisect_left(exceptions, line["ts_lo"] - ANSWERED_WITHIN_US - client.slack_us, key=itemgetter("ts_hi"))
    return range(first, bisect_right(exceptions, line["ts_hi"] + client.slack_us, key=itemgetter("ts_lo")))


def _numbers(count: int, linked: Iterable[range]) -> list[int]:
    """Return the number of the stretch that each of *count* places is of: one for all that a range in *linked* holds."""
    depth = [0] * (count + 1)
    for places in linked:
        depth[places[0]] += 1
        depth[places[-1]] -= 1
    within = list(accumulate(depth))
    return list(accumulate((place > 0 and not within[place - 1] for place in range(count)), add))


def paired(exceptions: Sequence[Row], clients: Clients) -> dict[str, str] | None:
    """Return the window of each exception that a client's line of a refused ack is of; None where a line has no exception.

    What fits one window alone takes a line of its client, from the first on, or, where that leaves lines without any, from the
    last. Of the others a line takes the last one before it, as a proxy answers at once, or, where one is left without, the first.
    """
    shared: dict[str, list[Row]] = {name: [] for name in clients}
    alone: dict[str, list[Row]] = {name: [] for name in clients}
    for row in sorted(exceptions, key=IN_ORDER):
        for window in row["windows"]:
            (shared if len(row["windows"]) > 1 else alone)[window].append(row)
    slacks = {name: client.slack_us for name, client in clients.items()}
    for last_first in (False, True):
        owned: dict[str, str] = {}
        lines: list[tuple[Row, str]] = []
        for name, client in clients.items():
            refused = sorted(client.refused, key=IN_ORDER)
            lines += [(line, name) for line in left_by(alone[name], name, refused, slacks[name], owned, last_first=last_first)]
        lines.sort(key=lambda item: IN_ORDER(item[0]))
        for pick in (_last_before, _first):
            if (taken := _taken(lines, shared, slacks, pick)) is not None:
                return owned | taken
    return None


def left_by(
    alone: Sequence[Row], name: str, refused: Sequence[Row], slack_us: int, owned: dict[str, str], *, last_first: bool
) -> list[Row]:
    """Note in *owned* the exceptions that are of one window alone and have a line, and return the client's other lines.

    A line that more exceptions fit takes the first, and so the last lines are left, or *last_first* the last, and the first are.
    """
    step = -1 if last_first else 1
    waiting, left = deque(alone[::step]), []
    for line in refused[::step]:
        while waiting and _is_past(waiting[0], line, slack_us, last_first=last_first):
            waiting.popleft()
        if waiting and _answers(line, waiting[0], slack_us):
            owned[waiting.popleft()["state_id"]] = name
        else:
            left.append(line)
    return left


def _is_past(exception: Row, line: Row, slack_us: int, *, last_first: bool) -> bool:
    """Return whether neither *line* nor one behind it can be the answer, or *last_first* none before it."""
    if last_first:
        return bool(line["ts_hi"] - exception["ts_lo"] < -slack_us)
    return bool(line["ts_lo"] - exception["ts_hi"] > ANSWERED_WITHIN_US + slack_us)


class _Free:
    """Exceptions in order, asked for the nearest that no line has taken: those that are taken are passed over together."""

    def __init__(self, rows: Sequence[Row], owned: Mapping[str, str]) -> None:
        self.rows, self._owned = rows, owned
        self._leaps = {1: list(range(1, len(rows) + 1)), -1: list(range(-1, len(rows) - 1))}

    def nearest(self, place: int, step: int) -> Row | None:
        """Return the first from *place* on, or with a *step* of -1 back from it."""
        leaps, passed = self._leaps[step], []
        while 0 <= place < len(self.rows) and self.rows[place]["state_id"] in self._owned:
            passed.append(place)
            place = leaps[place]
        for taken in passed:
            leaps[taken] = place
        return self.rows[place] if 0 <= place < len(self.rows) else None


_Pick = Callable[[Row, _Free, int], Row | None]
"""Which of some exceptions a line can be the answer to."""


def _taken(
    lines: Sequence[tuple[Row, str]], of: Mapping[str, list[Row]], slacks: Mapping[str, int], pick: _Pick
) -> dict[str, str] | None:
    """Return the window of each exception that *pick* takes for a line; None where it finds none for one."""
    owned: dict[str, str] = {}
    free = {name: _Free(of[name], owned) for name in {name for _, name in lines}}
    for line, name in lines:
        row = pick(line, free[name], slacks[name])
        if row is None:
            return None
        owned[row["state_id"]] = name
    return owned


def _last_before(line: Row, free: _Free, slack_us: int) -> Row | None:
    """Return the last exception that *line* can be the answer to, of those not behind it if any is."""
    place = bisect_right(free.rows, line["ts_hi"], key=itemgetter("ts_lo"))
    near = (free.nearest(place - 1, -1), free.nearest(place, 1))
    return next((row for row in near if row and _answers(line, row, slack_us)), None)


def _first(line: Row, free: _Free, slack_us: int) -> Row | None:
    """Return the first exception that *line* can be the answer to."""
    place = bisect_left(free.rows, line["ts_lo"] - ANSWERED_WITHIN_US - slack_us, key=itemgetter("ts_hi"))
    row = free.nearest(place, 1)
    return row if row and _answers(line, row, slack_us) else None


def _answers(line: Row, exception: Row, slack_us: int) -> bool:
    """Return whether a client's line of a refused ack can be the answer to a request that threw."""
    after = line["ts_hi"] - exception["ts_lo"]
    return bool(-slack_us <= after and line["ts_lo"] - exception["ts_hi"] <= ANSWERED_WITHIN_US + slack_us)
