"""A message that revive cannot read, and its checkpoint put again: PopReviveService.rePutCK and EscapeBridge.getMessage.

States: due; read in vain and rewritten (a new checkpoint of this one message, with the same pop time, in the same revive
queue); ended: read, given up, or cut off by the broker's stop or the log's end.

How a failed read is taken differs by release. 5.0.0 gives every one up. 5.1.0 to 5.3.0 give up after some results of a local
read and after every failed read of another broker (the message is lost, #8460), and rewrite after any other at once, for ever
(#8479); 5.1.0 to 5.1.4 lose the broker's name in the rewritten checkpoint (#7412). From 5.3.1 on what is rewritten backs off
over 17 steps, then goes on at the last, unless skipWhenCKRePutReachMaxTimes gives it up; the key value store of 5.3.2 on backs
off likewise and gives up after 16 attempts.

Forbidden: rewriting without a growing pause.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from forensics.model.pop_releases import REWRITE_AFTER_S, SECOND_MS, TAKEN_FOR_GONE
from forensics.model.spans import SECOND_US, Instant

READ, DROPPED, BROKER_STOPPED, LOG_ENDS, NOT_SEEN_AGAIN = "read", "dropped", "broker_stopped", "log_ends", "not_seen_again"

_LEAST_PAUSE_US = 8 * SECOND_US
"""The first pause is 10 s of invisible time; whole seconds and the rhythm of revive's cycles take up to two of it."""
_LATE_BY_US = 5 * SECOND_US
"""What the one attempt may be later than the next by: whole seconds, the rhythm of revive's cycles, a read that times out."""
_EARLY_BY_US = -4 * SECOND_US
"""What it may come earlier by: the attempt before was late itself."""
_MOST_CHECKPOINTS = 3
"""Of more checkpoints in turn the attempts would lie as close as those of one that is put again at once."""
_FEWEST_TRIES = 2
_TOP_PAUSE_US = REWRITE_AFTER_S[-1] * SECOND_US


def first_due(revive_time: int, rewrites: int | None) -> int:
    """Return when the checkpoint of the pop was due of which this one is left after *rewrites*; in epoch milliseconds.

    Each rewrite from 5.3.1 on puts it off, and counts; what acks a message must come before the first (PopReviveService.rePutCK).
    """
    pauses = (REWRITE_AFTER_S[min(number, len(REWRITE_AFTER_S) - 1)] for number in range(rewrites or 0))
    return revive_time - sum(pauses) * SECOND_MS


@dataclass(frozen=True)
class Attempt:
    """One read of the message that gave nothing: the reason in the broker's words, and whether it calls for another."""

    at: Instant
    record_id: int
    reason: str
    rewritten: bool


@dataclass(frozen=True)
class Ended:
    """What ended the chain, and the record that shows it."""

    at: Instant
    record_id: int | None
    how: str


@dataclass(frozen=True)
class Pauses:
    """The pauses between attempts, by the earliest instants of both, in microseconds: there can be very many.

    `short` are those at the beginning, before the first that is none; `kept` is whether all behind that one last as long as a
    checkpoint pauses that was rewritten so often, None where there are none.
    """

    count: int = 0
    first: int = 0
    last: int = 0
    shortest: int = 0
    longest: int = 0
    short: int = 0
    kept: bool | None = None

    def and_then(self, pause: int) -> "Pauses":
        """Return these and one more."""
        only_short = self.short == self.count
        short = self.short + 1 if only_short and pause < _LEAST_PAUSE_US else self.short
        kept = None if only_short else self.kept is not False and pause >= _pause_us(self.count) - _LATE_BY_US
        first, shortest = (self.first, min(self.shortest, pause)) if self.count else (pause, pause)
        return Pauses(self.count + 1, first, pause, shortest, max(self.longest, pause), short, kept)

    @property
    def catch_up(self) -> bool:
        """Return whether a chain that began late has no short pause but until it is in time again, and then keeps its pauses.

        A rewritten checkpoint is due by the revive time of the pop and all pauses so far, not by the read: one that was handed
        over long after its time is read again at once until it is no longer late.
        """
        return self.short > 0 and self.kept is True


@dataclass(frozen=True)
class Chain:
    """The attempts at one message: how many, how many were rewritten, the last of them; and how they ended."""

    attempts: int = 0
    rewrites: int = 0
    last: Attempt | None = None
    pauses: Pauses = Pauses()
    ended: Ended | None = None


def step(chain: Chain, event: Attempt | Ended) -> tuple[Chain, str | None]:
    """Return the chain after *event*, and what is forbidden about it: rewriting without a pause, or after its end."""
    if chain.ended:
        return chain, "no attempt after a message was given up" if isinstance(event, Attempt) else None
    if isinstance(event, Ended):
        return replace(chain, ended=event), None
    pause = event.at.lo - chain.last.at.lo if chain.last else None
    pauses = chain.pauses if pause is None else chain.pauses.and_then(pause)
    ended = None if event.rewritten else Ended(event.at, event.record_id, DROPPED)
    after = Chain(chain.attempts + 1, chain.rewrites + event.rewritten, event, pauses, ended)
    return after, "no rewriting without a growing pause" if pause is not None and pause < _LEAST_PAUSE_US else None


def backs_off(pauses: Pauses) -> bool:
    """Return whether the pauses are those of a chain that backs off: none short, and growing until the longest."""
    if not pauses.count or pauses.shortest < _LEAST_PAUSE_US:
        return pauses.catch_up
    return pauses.count == 1 or pauses.last > pauses.first or pauses.shortest >= _TOP_PAUSE_US - _LEAST_PAUSE_US


def in_turn(begun: Iterable[int]) -> list[list[int]]:
    """Return the attempts at one message by checkpoint, by their place in *begun*; none where they may be of one alone.

    A message that was popped by two groups, or popped or changed anew, has several checkpoints, each of which backs off. Each is
    told by three attempts or more, of which every one but the first comes when it was due; *begun* is in microseconds, in order.
    """
    chains: list[list[int]] = []
    last: list[int] = []
    for number, at in enumerate(begun):
        late = ((at - before - _pause_us(len(chains[n]) - 1), n) for n, before in enumerate(last))
        fitting = [(abs(by), n) for by, n in late if _EARLY_BY_US <= by <= _LATE_BY_US]
        if fitting:
            _, nearest = min(fitting)
            chains[nearest].append(number)
            last[nearest] = at
        elif len(chains) == _MOST_CHECKPOINTS:
            return []
        else:
            chains.append([number])
            last.append(at)
    return chains if len(chains) > 1 and all(len(own) > _FEWEST_TRIES for own in chains) else []


def _pause_us(number: int) -> int:
    return REWRITE_AFTER_S[min(number, len(REWRITE_AFTER_S) - 1)] * SECOND_US


def due_again_us(chain: Chain) -> int | None:
    """Return when a chain that backs off is tried again after its last attempt, in microseconds."""
    if not chain.last or not chain.last.rewritten:
        return None
    done = min(chain.attempts, len(REWRITE_AFTER_S)) - 1
    return chain.last.at.hi + REWRITE_AFTER_S[done] * SECOND_US


def rewritten_after(read_status: str | None, needs_retry: bool | None) -> bool:
    """Return whether a failed read makes revive put the checkpoint again: by its own word, or by the read's status."""
    if needs_retry is not None:
        return needs_retry
    return read_status is not None and read_status not in TAKEN_FOR_GONE
