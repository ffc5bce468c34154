"""Tells apart the client instances of one process: each has a remoting client, and with it a chosen name server, of its own.

A process has several where its producers and consumers have instance names of their own, talk to several clusters or send
traces. They print to one log, and no line of a request names its instance. What tells them apart is the choice: the first one
of an instance has no old server, each later one names the server before and counts namesrvIndex on by one
(NettyRemotingClient.getAndCreateNameserverChannel, 4.8.0 to 5.3.3). Up to 5.2.0 one call tries server after server until it
is connected to one, and names in each line the server that it began with. A request that waited for a server is of an
instance that had chosen it. Of several that had, each polls at times of its own, one interval apart: the one is taken that polled
at such a time before, or began to when it chose its first server, else the one whose last poll is the longest ago; whose another
request is, its channel's id tells from the second on (5.3.1 and later), and nothing else: each is given one, and one of them all
others, until the polls show of each that it asked again: so as few are told to as can be. Which of them it was is a guess then.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from forensics.model.nameserver import ALLOWED_US, POLL_US
from forensics.model.spans import SECOND_US
from forensics.replay.events import Row
from forensics.replay.nameserver.lists import may_be

_OF_ALL = {"channel_inactive", "channel_closed", "late_answer"}
"""Lines that name the server's address, which the model compares."""
_ANSWERS = {"route_put", "route_absent"}
_MOMENT_US = 2 * SECOND_US
"""How long a line may wait in its logger's buffer."""
_SAME_TIME_US = SECOND_US
"""How far apart two polls of one instance may be from a multiple of their interval: a busy process is late."""


class Wait(NamedTuple):
    """A request without an answer: its server as the error has it, its record, its channel, whether a scheduled poll sent it."""

    nameserver: str
    request: int
    channel_id: str | None
    poll: bool


Waits = Mapping[int, Wait]
"""By record of a timeout or a failed lookup: what it waited for."""


@dataclass
class Instance:
    """One client instance, with the lines that are or may be its own; `guessed` are requests that may be another's as well.

    `left` is the server that its last choice names as the old one.
    """

    client_id: str | None = None
    nameserver: str | None = None
    left: str | None = None
    index: int | None = None
    waited: int = 0
    polled: int = 0
    polled_at: int | None = None
    channels: set[str] = field(default_factory=set)
    over: bool = False
    rows: list[Row] = field(default_factory=list)
    guessed: set[int] = field(default_factory=set)


def in_time(rows: Sequence[Row]) -> list[Row]:
    """Return the lines of a process in the order of their times; one that was set back by more than a moment goes on from there.

    Up to 5.0.0 each of a client's loggers has a buffer of its own, so that the choice of an instance may stand above its start.
    """
    stretch, latest, placed = 0, 0, []
    for row in rows:
        if row["ts_lo"] < latest - _MOMENT_US:
            stretch, latest = stretch + 1, 0
        latest = max(latest, row["ts_lo"])
        placed.append((stretch, row["ts_lo"], row))
    return [row for *_, row in sorted(placed, key=itemgetter(0, 1))]


def told_apart(rows: Sequence[Row], waits: Waits, poll_us: int = POLL_US) -> list[Instance]:
    """Return the instances of a process by their first choice; *rows* are its lines in order, the starts of instances too."""
    process = _Process(poll_us, waits, {row["client_id"]: row["seq"] for row in rows if row["event"] == "client_stopped"})
    for row in rows:
        process.take(row)
    return process.instances


def wraps(choices: Sequence[Row]) -> bool:
    """Return whether *choices* of one server have numbers that follow each other: namesrvIndex counts on, modulo the list."""
    numbers = {row["nameserver_index"] for row in choices} - {None}
    return any(number + 1 in numbers for number in numbers)


class _Process:
    """The instances so far, and those that have been made and have not chosen yet."""

    def __init__(self, poll_us: int, waits: Waits, stops: Mapping[str | None, int]) -> None:
        self._poll_us = poll_us
        self.instances: list[Instance] = []
        self._open: list[Instance] = []
        self._waits = waits
        self._stops = stops
        self._made: list[str] = []
        self._mixed = False
        self._asked: dict[int, Instance] = {}

    def take(self, row: Row) -> None:
        for instance in self._own(row):
            instance.rows.append(row)

    def _close(self, over: Sequence[Instance]) -> None:
        """Note instances whose lines have ended."""
        for instance in over:
            instance.over = True
        self._open = [instance for instance in self.instances if not instance.over]

    def _own(self, row: Row) -> Sequence[Instance]:
        event = row["event"]
        if event == "client_instance":
            return self._begin(row)
        if event == "nameserver_chosen":
            return [self._choose(row)]
        if event == "client_stopped":
            return self._stop(row)
        if event in _ANSWERS and len(self._open) > 1 and len({instance.nameserver for instance in self._open}) > 1:
            return []
        if row["record_id"] in self._waits and event not in _OF_ALL:
            return self._wait(self._waits[row["record_id"]], row["ts_lo"])
        return self._open

    def _begin(self, row: Row) -> Sequence[Instance]:
        """Note an instance that was made. The first of a process, in a log that had others, is of a process started again.

        Those that stop later are of a process that goes on beside it: before 5.1 no line says of which process it is.
        """
        if row["instance_index"] == 0:
            self._close([one for one in self.instances if self._stops.get(one.client_id, -1) < row["seq"]])
            self._made = [made for made in self._made if self._stops.get(made, -1) > row["seq"]]
            self._mixed = False
        self._made.append(row["client_id"])
        return ()

    def _choose(self, row: Row) -> Instance:
        chosen = self._of_choice(row)
        chosen.nameserver, chosen.left, chosen.index = row["new_nameserver"], row["old_nameserver"], row["nameserver_index"]
        chosen.waited, chosen.polled, chosen.channels = 0, 0, set()
        return chosen

    def _of_choice(self, row: Row) -> Instance:
        """Return the instance that made a choice: 5.3.1 forgets a chosen server that is listed no more, and names no old one."""
        old = row["old_nameserver"]
        if old is None and self._made:
            return self._new(row)
        for instance in self._open:
            if (
                instance.index is not None
                and instance.index + 1 == row["nameserver_index"]
                and old in {None, instance.nameserver, instance.left}
            ):
                return instance
        number = row["nameserver_index"]
        later = [one for one in self._open if one.index is None or number is None or one.index < number]
        fitting = [one for one in later if old and one.nameserver == old]
        if fitting:
            return max(fitting, key=lambda instance: instance.waited)
        return later[0] if len(later) == len(self._open) == 1 and old else self._new(row)

    def _new(self, first: Row) -> Instance:
        """Begin an instance with its *first* choice; its id is known where it was the only one made and without a choice.

        It chooses as it starts, and polls from then on: a poll fails so much later than it is sent.
        """
        known = len(self._made) == 1 and not self._mixed
        client_id = self._made.pop(0) if self._made else None
        self._mixed = bool(self._made) and not known
        self.instances.append(Instance(client_id if known else None, polled_at=first["ts_lo"] + ALLOWED_US))
        self._open.append(self.instances[-1])
        return self.instances[-1]

    def _stop(self, row: Row) -> Sequence[Instance]:
        named = [instance for instance in self._open if instance.client_id == row["client_id"]]
        nameless = [instance for instance in self._open if instance.client_id is None]
        stopped = named or (nameless if len(nameless) == 1 else [])
        self._close(stopped)
        return stopped

    def _wait(self, wait: Wait, at: int) -> Sequence[Instance]:
        if wait.request not in self._asked:
            fitting = [one for one in self._open if one.nameserver and may_be(one.nameserver, wait.nameserver)]
            if not fitting:
                return ()
            asking = _asking(wait, at, fitting, self._poll_us)
            asking.waited, asking.polled = asking.waited + 1, asking.polled + wait.poll
            asking.polled_at = at if wait.poll else asking.polled_at
            if wait.channel_id:
                asking.channels.add(wait.channel_id)
            if len(fitting) > 1 and not wait.poll:
                asking.guessed.add(wait.request)
            self._asked[wait.request] = asking
        return [self._asked[wait.request]]


def _asking(wait: Wait, at: int, fitting: Sequence[Instance], poll_us: int) -> Instance:
    """Return which of the instances *fitting* a request that failed *at* a time is told of."""
    own = [instance for instance in fitting if wait.channel_id in instance.channels]
    among = own or [instance for instance in fitting if wait.channel_id is None or not instance.channels] or fitting
    if wait.poll:
        return min(among, key=lambda instance: (*_off_beat(instance.polled_at, at, poll_us), instance.polled, instance.waited))
    if all(instance.polled > 1 for instance in among):
        return min(among, key=lambda instance: instance.waited)
    return max(among, key=lambda instance: (not instance.waited, instance.waited))


def _off_beat(last: int | None, at: int, poll_us: int) -> tuple[bool, bool, int]:
    """Return how ill a poll that failed *at* a time fits one whose *last* did: too soon, at another beat, how long ago."""
    if last is None:
        return False, True, 0
    return at - last < poll_us // 2, _apart(last, at, poll_us) > _SAME_TIME_US, last


_STEADY = 2
"""So many polls in a row, each an interval after the last, are no chance."""


def beat_us(rows: Sequence[Row], waits: Waits) -> int | None:
    """Return the usual interval where the polls of an instance failed at it again and again, None where they show none."""
    polled = {wait.request: row["ts_lo"] for row in rows if (wait := waits.get(row["record_id"])) and wait.poll}
    apart = [later - earlier for earlier, later in pairwise(sorted(polled.values()))]
    return POLL_US if sum(abs(own - POLL_US) <= _SAME_TIME_US for own in apart) >= _STEADY else None


def _apart(one: int, other: int, poll_us: int) -> int:
    """Return how far apart two polls are from a multiple of their interval."""
    half = poll_us // 2
    return abs((other - one + half) % poll_us - half)


def told_by_polls(rows: Sequence[Row], waits: Waits, poll_us: int) -> list[Instance]:
    """Return the instances that the requests of a process show where no line tells how many it has.

    Each polls every *poll_us*: polls at other times in it are of others. A call is an instance's own by its channel's id alone.
    """
    polls: list[tuple[int, Instance]] = []
    asked: dict[int, Instance] = {}
    for row in rows:
        wait = waits.get(row["record_id"])
        if wait and wait.request not in asked and (one := _of_a_time(wait, row, polls, poll_us)):
            asked[wait.request] = one
    found = [instance for _, instance in polls] or [Instance()]
    for instance in found:
        instance.rows = [row for row in rows if _may_be_of(instance, row, waits, asked)]
    return found


def _of_a_time(wait: Wait, row: Row, polls: list[tuple[int, Instance]], poll_us: int) -> Instance | None:
    """Return the instance that sent a request, with when it first polled among *polls*; None for a call that may be anybody's."""
    if wait.poll:
        own = next((one for at, one in polls if _apart(at, row["ts_lo"], poll_us) <= _SAME_TIME_US), None)
    else:
        own = next((one for _, one in polls if wait.channel_id in one.channels), None)
    if own is None and wait.poll:
        own = Instance()
        polls.append((row["ts_lo"], own))
    if own and wait.channel_id:
        own.channels.add(wait.channel_id)
    return own


def _may_be_of(instance: Instance, row: Row, waits: Waits, asked: Mapping[int, Instance]) -> bool:
    """Return whether a line is or may be an instance's; a timeout is, where its request is its own."""
    wait = waits.get(row["record_id"])
    return wait is None or row["event"] != "request_timeout" or asked.get(wait.request) is instance
