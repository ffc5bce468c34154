"""A message sent back: DefaultMQPushConsumerImpl.sendMessageBack.

States of one attempt: refused by a name server, unanswered by it, not sent on its closed channel, refused by the client for
want of a master, refused by a broker, broker unreachable, other; after each the message goes as a normal message to the group's
retry topic, and where that fails too it is consumed again locally after 5 s (ConsumeMessageConcurrentlyService).

Forbidden: a request CONSUMER_SEND_MSG_BACK (36) at a name server. It gets there when the client resolves the broker's address
to null: NettyRemotingClient.invokeSync takes a null address for "the name server". Name servers of 5.x answer code 3
(DefaultRequestProcessor, remark ` request type 36 not supported`), those of 4.x do not answer, so the call times out.
Where several are under way, the first timeout closes the channel and the others fail unsent.
An answer of a broker carries `BROKER: addr`; one of a name server cannot, since the address was null (MQBrokerException).
"""

import re
from dataclasses import dataclass

NAMESERVER_REFUSED = "nameserver_refused"
NAMESERVER_SILENT = "nameserver_silent"
NAMESERVER_UNREACHABLE = "nameserver_unreachable"
NAMESERVER_NOT_SENT = "nameserver_not_sent"
NO_MASTER = "no_master"
BROKER_REFUSED = "broker_refused"
UNREACHABLE = "unreachable"
OTHER = "other"
AT_NAMESERVER = (NAMESERVER_REFUSED, NAMESERVER_SILENT, NAMESERVER_UNREACHABLE, NAMESERVER_NOT_SENT)

CONSUMER_SEND_MSG_BACK = 36
END_TRANSACTION = 37
BROKERS_ALONE = (10, CONSUMER_SEND_MSG_BACK, END_TRANSACTION, 310)
"""RequestCode of what only brokers serve and clients send to a null address: sends, send-backs, ends of transactions."""

PULL_CONSUMER, APPLICATION, PUSH_CONSUMER = "pull_consumer", "application", "push_consumer"
_CALLERS = (
    ("DefaultMQPullConsumerImpl.", PULL_CONSUMER),
    ("DefaultMQPushConsumer.sendMessageBack", APPLICATION),
    ("ConsumeMessage", PUSH_CONSUMER),
)

_NOT_SUPPORTED = re.compile(r"CODE: 3  DESC: +request type (\d+) not supported")
_ON_CHANNEL = re.compile(r"wait response on the channel <(?:[^>/]*/)?([^>]*)> timeout")
_WAITED = re.compile(r"timeout, (\d+)\(ms\)")
_NO_MASTER = re.compile(r"Broker\[.*\] master node does not exist")
_NO_ADDRESS = re.compile(r"connect to (?:null|\[.*\]|) failed")
_CONNECT = re.compile(r"connect to (\S+) failed")
_SEND = re.compile(r"send request to <(?:[^>/]*/)?([^>]*)> failed")


@dataclass(frozen=True)
class Failure:
    """How an attempt failed: the outcome, the code the answer names, and the address in the error, if any."""

    outcome: str
    request_code: int | None
    address: str | None


def failure(text: str | None, nameservers: frozenset[str]) -> Failure:
    """Return what the error under a failed send-back says; *nameservers* are the addresses the client was given.

    The line is printed only for an error of the send-back request itself, so a timeout on a name server's channel under it
    is that request's: it went there.
    """
    text = text or ""
    if found := _NOT_SUPPORTED.search(text):
        at_broker = "BROKER: " in text
        return Failure(BROKER_REFUSED if at_broker else NAMESERVER_REFUSED, int(found[1]), None)
    if found := _ON_CHANNEL.search(text):
        outcome = NAMESERVER_SILENT if found[1] in nameservers else UNREACHABLE
        return Failure(outcome, CONSUMER_SEND_MSG_BACK, found[1])
    if _NO_MASTER.search(text):
        return Failure(NO_MASTER, None, None)
    if _NO_ADDRESS.search(text):
        return Failure(NAMESERVER_UNREACHABLE, CONSUMER_SEND_MSG_BACK, None)
    if found := _SEND.search(text):
        outcome = NAMESERVER_NOT_SENT if found[1] in nameservers else UNREACHABLE
        return Failure(outcome, CONSUMER_SEND_MSG_BACK, found[1])
    if found := _CONNECT.search(text):
        return Failure(UNREACHABLE, CONSUMER_SEND_MSG_BACK, found[1])
    if "BROKER: " in text and "CODE: " in text:
        return Failure(BROKER_REFUSED, CONSUMER_SEND_MSG_BACK, text.rpartition("BROKER: ")[2].split()[0])
    return Failure(OTHER, None, None)


def waited_us(text: str | None) -> int:
    """Return how long the client had waited when it printed the error: the time that RemotingTimeoutException names, else none.

    So long before, it had looked the broker's address up: NettyRemotingClient.invokeSync waits for what is left of the time it is
    given once it has a channel, and names that, 4.8.0 to 5.3.3.
    """
    found = _WAITED.search(text or "")
    return int(found[1]) * 1_000 if found else 0


def caller(frames: tuple[str, ...]) -> str | None:
    """Return who sent the message back, by the frames of the error: each but the push consumer itself names the broker.

    `DefaultMQPullConsumerImpl` goes by that name in every release up to 5.3.1, `DefaultMQPushConsumerImpl` where the application
    gives it one, and of itself up to 4.9.8 and in 5.3.1.
    """
    for prefix, who in _CALLERS:
        if any(frame.startswith(prefix) for frame in frames):
            return who
    return None


def unsent(text: str | None) -> list[str]:
    """Return the addresses of the channels that an error under a failed send-back could not write to."""
    return _SEND.findall(text or "")


def addresses(text: str | None) -> list[str]:
    """Return the addresses of the channels that an error under a failed send-back names."""
    return [address for pattern in (_ON_CHANNEL, _SEND) for address in pattern.findall(text or "")]
