"""A client's chosen name server and the channel to it: NettyRemotingClient.

States: no server chosen; chosen and answering; chosen and silent (one or more requests timed out and the client kept the
channel). Events: a server chosen, a request timed out, a channel closed because of a timeout, a channel lost, an answer, the
client's end. Failover happens only when the channel is gone: there is no health state, and the idle handler counts writes,
so a silent server is kept as long as the client keeps asking it.

Forbidden: a second request on the channel of a request that timed out. From 4.9.1 on `invokeSync` closes the channel after a
timeout when clientCloseSocketIfTimeout is true, the default (from 5.1.4 only where enough of the budget was left); 4.8.0 and
4.9.0 have it false, and never leave.
"""

from dataclasses import dataclass, replace

from forensics.model.spans import SECOND_US, Instant, Span

POLL_US = 30 * SECOND_US
"""pollNameServerInterval, 30 s by default in every release: within it a client asks its server again."""
ALLOWED_US = 3 * SECOND_US
"""Timeout of a request to a name server: a literal in 4.8.0, later mqClientApiTimeout."""


@dataclass(frozen=True)
class Chosen:
    """The client chose a name server."""

    at: Instant
    record_id: int
    nameserver: str


@dataclass(frozen=True)
class TimedOut:
    """A request to the chosen name server was not answered in time; `waited` for an application's call or a poll."""

    at: Instant
    record_id: int
    channel_id: str | None
    allowed_us: int


@dataclass(frozen=True)
class Lost:
    """The channel is gone: closed by the client because of a timeout, closed otherwise, or found inactive."""

    at: Instant
    record_id: int
    because_of_timeout: bool


@dataclass(frozen=True)
class Answered:
    """A line that only an answer of the chosen name server makes the client print."""

    at: Instant
    record_id: int


@dataclass(frozen=True)
class Stopped:
    """The client shut down, or (`logged` false) its log ends here."""

    at: Instant
    record_id: int
    logged: bool = True


Event = Chosen | TimedOut | Lost | Answered | Stopped


@dataclass(frozen=True)
class Silence:
    """A run of timeouts without an answer, on a channel that the client kept."""

    nameserver: str | None
    span: Span
    last: Instant
    timeouts: tuple[int, ...]
    channel_id: str | None
    last_answer: Answered | None
    chosen_record_id: int | None
    ended_by: str | None = None
    end_record_id: int | None = None
    kept: int = 0


@dataclass(frozen=True)
class Client:
    """A client's choice: the server, since when, its last answer, and the silence it is in."""

    chosen: Chosen | None = None
    last_answer: Answered | None = None
    silence: Silence | None = None


def step(client: Client, event: Event) -> tuple[Client, Silence | None]:
    """Advance a client by one event; return the silence that the event ended, if it did.

    A client polls every 30 s and prints nothing where a route is unchanged. So where no further timeout is printed for two
    polls (WARN lines are not dropped), the server has answered in between, unseen.
    """
    silence = client.silence
    if silence and event.at.lo - silence.last.hi > 2 * POLL_US + ALLOWED_US:
        quiet = replace(silence, span=Span(silence.span.start, Instant(silence.last.lo, silence.last.hi + POLL_US)))
        ended = replace(quiet, ended_by="answered_unseen")
        after, _ = _advance(replace(client, silence=None), event)
        return after, ended
    return _advance(client, event)


def _advance(client: Client, event: Event) -> tuple[Client, Silence | None]:
    match event:
        case Chosen():
            return Client(event), _end(client, event.at, event.record_id, "left")
        case TimedOut():
            return replace(client, silence=_longer(client, event)), None
        case Lost(because_of_timeout=True):
            return replace(client, silence=None), _end(client, event.at, event.record_id, "closed_after_timeout")
        case Lost():
            return replace(client, silence=None), _end(client, event.at, event.record_id, "channel_lost")
        case Answered():
            return replace(client, silence=None, last_answer=event), _end(client, event.at, event.record_id, "answered")
        case Stopped():
            return Client(), _end(client, event.at, event.record_id, "client_stopped" if event.logged else "log_ends")


def _longer(client: Client, event: TimedOut) -> Silence:
    silence = client.silence
    if silence and (None in (silence.channel_id, event.channel_id) or silence.channel_id == event.channel_id):
        return replace(silence, last=event.at, timeouts=(*silence.timeouts, event.record_id), kept=silence.kept + 1)
    chosen = client.chosen
    return Silence(
        nameserver=chosen.nameserver if chosen else None,
        span=Span(_began(client.last_answer, event), None),
        last=event.at,
        timeouts=(event.record_id,),
        channel_id=event.channel_id,
        last_answer=client.last_answer,
        chosen_record_id=chosen.record_id if chosen else None,
    )


def _began(last_answer: Answered | None, event: TimedOut) -> Instant:
    """Return when the server fell silent: after its last answer, which is at most a poll before the request that failed."""
    asked = event.at.lo - event.allowed_us
    earliest = asked - POLL_US
    if last_answer:
        earliest = max(earliest, last_answer.at.lo)
    return Instant(min(earliest, asked), event.at.hi)


def _end(client: Client, at: Instant, record_id: int, how: str) -> Silence | None:
    silence = client.silence
    if silence is None:
        return None
    return replace(silence, span=Span(silence.span.start, at), ended_by=how, end_record_id=record_id)
