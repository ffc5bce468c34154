"""A client's chosen name server: NettyRemotingClient.

States: no server chosen; chosen and answering; chosen and silent (a request to it timed out). Events: a server chosen, a request
timed out, the channel lost otherwise than by a timeout, an answer, the client's end. Failover happens only when the chosen
server's channel is gone: there is no health state, and the idle handler counts writes, so nothing else ends a silence.

Forbidden: to ask a server again that has not answered, while no other has been chosen. It comes in two ways. 4.8.0 and 4.9.0 have
clientCloseSocketIfTimeout false and keep the channel; later releases do so where the option is set to false. 5.0.0 to 5.2.0 close
the channel, but their scan of all name servers (every 3 s, scanAvailableNameSrv) connects to the silent one anew, whose kernel
accepts, and the next request finds that channel. The others close the channel and choose the next server. Who closes its channel
and was given that one server alone does nothing else than the others: there is none to leave it for.
"""

from dataclasses import dataclass, replace

from forensics.model.spans import SECOND_US, Instant, Span
from forensics.model.trail import Trail

POLL_US = 30 * SECOND_US
"""pollNameServerInterval, 30 s by default in every release: within it a client asks its server again."""
_SENT_BEFORE_US = 100_000
"""Lines of one client stand some milliseconds out of order; polls are 30 s apart."""
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
    """A request to the chosen name server was not answered in `allowed_us`; `closed` if the client closed its channel then.

    `done`: it did so, and with that all it can do: it was given no other server, or its release chooses anew then, and the line
    may be lost. `nameserver` is the server the error names, whatever was chosen by the lines that are there; None where names of
    several hosts were given, and the error has an address that may be any one's.
    """

    at: Instant
    record_id: int
    channel_id: str | None
    allowed_us: int
    closed: bool
    done: bool = False
    nameserver: str | None = None


@dataclass(frozen=True)
class Lost:
    """The channel is gone, and not by the client's own doing: the other side closed it."""

    at: Instant
    record_id: int


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
    """A run of timeouts at one chosen server without an answer.

    `asked_again` counts the requests that were sent after an earlier one had timed out: those sent before tell nothing of
    what the client made of it. `closed` counts the timeouts after which it closed the channel. `channel_ids` has the channel of
    each timeout that names one.
    """

    nameserver: str | None
    span: Span
    last: Instant
    timeouts: Trail[int]
    channel_ids: Trail[str]
    last_answer: Answered | None
    chosen_record_id: int | None
    ended_by: str | None = None
    end_record_id: int | None = None
    asked_again: int = 0
    closed: int = 0


@dataclass(frozen=True)
class Client:
    """A client's choice: the server, since when, its last answer, and the silence it is in."""

    chosen: Chosen | None = None
    last_answer: Answered | None = None
    silence: Silence | None = None


def step(client: Client, event: Event, poll_us: int | None = None) -> tuple[Client, Silence | None]:
    """Advance a client by one event; return the silence that the event ended, if it did.

    A client polls every `poll_us` and prints nothing where a route is unchanged. So where a poll prints no timeout (WARN lines
    are not dropped), the server has answered, unseen: its line would stand a poll after the last, or later by half of one where
    the process itself stalls. Of a client that does not tell its interval, two polls of the usual one are waited for.
    """
    silence = client.silence
    unseen = poll_us + poll_us // 2 if poll_us else 2 * POLL_US + ALLOWED_US
    if silence and event.at.lo - silence.last.hi > unseen:
        quiet = replace(silence, span=Span(silence.span.start, Instant(silence.last.lo, silence.last.hi + (poll_us or POLL_US))))
        ended = replace(quiet, ended_by="answered_unseen")
        after, _ = _advance(replace(client, silence=None), event)
        return after, ended
    return _advance(client, event)


def _advance(client: Client, event: Event) -> tuple[Client, Silence | None]:
    match event:
        case Chosen():
            same = client.silence is not None and client.silence.nameserver == event.nameserver
            return Client(event), _end(client, event.at, event.record_id, "connected_again" if same else "left")
        case TimedOut() if client.silence and event.nameserver not in {None, client.silence.nameserver}:
            unseen = Client()
            return replace(unseen, silence=_longer(unseen, event)), _end(client, event.at, event.record_id, "left")
        case TimedOut():
            return replace(client, silence=_longer(client, event)), None
        case Lost():
            return replace(client, silence=None), _end(client, event.at, event.record_id, "channel_lost")
        case Answered():
            return Client(client.chosen, event), _end(client, event.at, event.record_id, "answered")
        case Stopped():
            return Client(), _end(client, event.at, event.record_id, "client_stopped" if event.logged else "log_ends")


def _longer(client: Client, event: TimedOut) -> Silence:
    silence = client.silence or _new_silence(client, event)
    again = client.silence is not None and not event.done and event.at.lo - event.allowed_us >= silence.last.hi - _SENT_BEFORE_US
    return replace(
        silence,
        last=event.at,
        timeouts=silence.timeouts.and_then(event.record_id),
        channel_ids=silence.channel_ids.and_then(event.channel_id) if event.channel_id else silence.channel_ids,
        asked_again=silence.asked_again + again,
        closed=silence.closed + event.closed,
    )


def _new_silence(client: Client, event: TimedOut) -> Silence:
    chosen = client.chosen
    if chosen and event.nameserver not in {None, chosen.nameserver}:
        return _new_silence(Client(), event)
    return Silence(
        nameserver=chosen.nameserver if chosen else event.nameserver,
        span=Span(_began(client.last_answer, event), None),
        last=event.at,
        timeouts=Trail(),
        channel_ids=Trail(),
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
