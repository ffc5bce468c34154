"""The types a hole of a statement can have: what text fits, and what value it becomes."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from forensics.statements import go_bodies, pop_bodies


@dataclass(frozen=True)
class Hole:
    """One hole type: the expression its text fits, and the value made of it.

    A hole with `columns` gives a row of those instead of one value under its own name.
    """

    pattern: str
    decode: Callable[[str], Any]
    columns: tuple[str, ...] = ()


def _text(text: str) -> str | None:
    return None if text == "null" else text


def _int(text: str) -> int | None:
    return None if text == "null" else int(text)


_BROKER = re.compile(r"BrokerData \[brokerName=(.*?), brokerAddrs=\{(.*?)\}(?:, enableActingMaster=(\w+))?\]")


def decode_route(text: str) -> list[dict[str, Any]]:
    """Return the brokers of a printed TopicRouteData, one row per address: broker, broker_id, address.

    Source: TopicRouteData.toString and BrokerData.toString, 4.8.0 to 5.3.3 (5.0 added enableActingMaster).
    """
    rows = []
    for broker, addresses, _ in _BROKER.findall(text):
        for pair in filter(None, addresses.split(", ")):
            broker_id, _, address = pair.partition("=")
            rows.append({"broker": broker, "broker_id": int(broker_id), "address": address})
    return rows


def decode_counts(text: str) -> list[dict[str, int]]:
    """Return `{105:8, 36:8}` of a traffic log as rows of code and count."""
    pairs = [pair.split(":") for pair in text.split(", ") if pair]
    return [{"code": int(code), "count": int(count)} for code, count in pairs]


_MESSAGE = re.compile(
    r"(?:brokerName=(?P<broker>[^,]*), )?queueId=(?P<queue_id>\d+), storeSize=\d+, queueOffset=(?P<offset>\d+), sysFlag=\d+, "
    r"bornTimestamp=(?P<born_ms>\d+), bornHost=/?[^,]*, storeTimestamp=(?P<store_ms>\d+), storeHost=/?(?P<store_host>[^,]*), "
    r"msgId=(?P<offset_message_id>[^,]*), commitLogOffset=(?P<commit_log_offset>\d+), bodyCRC=-?\d+, "
    r"reconsumeTimes=(?P<reconsume_times>\d+), preparedTransactionOffset=\d+, toString\(\)=Message\{topic='(?P<topic>[^']*)', "
    r"flag=-?\d+, properties=\{(?P<properties>.*?)\}, body=",
    re.DOTALL,
)
_NUMBERS = {"queue_id", "offset", "born_ms", "store_ms", "commit_log_offset", "reconsume_times"}


def decode_message(text: str) -> dict[str, Any]:
    """Return the columns of a printed MessageExt, empty where it has another shape; the body is never kept.

    Source: MessageExt.toString and Message.toString, 4.8.0 to 5.3.3. A client prints its queue's offset message id as
    msgId; what users know as the message id is the property UNIQ_KEY.
    """
    found = _MESSAGE.search(text)
    if not found:
        return {}
    parts = found.groupdict()
    properties = parts.pop("properties")
    row: dict[str, Any] = {name: int(value) if name in _NUMBERS else value for name, value in parts.items()}
    row["message_id"] = _property(properties, "UNIQ_KEY") or row["offset_message_id"]
    row["key"] = _property(properties, "KEYS")
    return row


def _property(properties: str, name: str) -> str | None:
    found = re.search(rf"(?:^|, ){name}=(.*?)(?:, [A-Za-z_]\w*=|$)", properties, re.DOTALL)
    return found[1] if found else None


MESSAGE_COLUMNS = (
    "broker", "queue_id", "offset", "born_ms", "store_ms", "store_host", "offset_message_id",
    "commit_log_offset", "reconsume_times", "topic", "message_id", "key",
)  # fmt: skip


_NETTY = re.compile(r"\[id: 0x(?P<channel_id>\w+)(?:, L:(?P<local>.*?))?(?: [-!] R:(?P<remote>.*?))?\]")
_GRPC = re.compile(r"GrpcClientChannel\{.*?remoteAddress=(?P<remote>.*?), localAddress=(?P<local>.*?)\}")
_REMOTE = re.compile(r"RemoteChannel\{channelId=.*?@(?P<remote>.*?)@(?P<local>.*?)@\w+\}?,.*?remoteProxyIp=(?P<proxy>[^,}]*)")
_REMOTING = re.compile(r"RemotingChannel\{.*?remoteAddress=(?P<remote>.*?), localAddress=(?P<local>.*?),")
_CHANNELS = (("grpc", _GRPC), ("remote", _REMOTE), ("remoting_proxy", _REMOTING), ("remoting", _NETTY))
_CLIENT = re.compile(r"clientId=(?P<client_id>[^,}]*), language=\w+, version=(?P<code>-?\d+), lastUpdateTimestamp=(?P<ms>\d+)\]$")

CLIENT_COLUMNS = (
    "client_id", "client_version_code", "last_update_ms", "channel_kind", "channel_id", "address", "local_address",
    "remote_proxy",
)  # fmt: skip


def decode_client(text: str) -> dict[str, Any]:
    """Return the columns of a printed ClientChannelInfo; `channel_kind` tells which of its shapes the channel has.

    `remoting` is a netty channel, `grpc` a gRPC client of this proxy, `remoting_proxy` a remoting client of this proxy,
    `remote` a client that another proxy told of. Source: ClientChannelInfo.toString, GrpcClientChannel.toString,
    RemotingChannel.toString, RemoteChannel.toString, 4.8.0 to 5.3.3.
    """
    row: dict[str, Any] = {}
    if found := _CLIENT.search(text):
        row = {"client_id": found["client_id"], "client_version_code": int(found["code"]), "last_update_ms": int(found["ms"])}
    for kind, shape in _CHANNELS:
        if channel := shape.search(text):
            parts = channel.groupdict()
            row |= {"channel_kind": kind, "channel_id": parts.get("channel_id"), "remote_proxy": parts.get("proxy")}
            row |= {"address": _endpoint(parts["remote"]), "local_address": _endpoint(parts["local"])}
            break
    return row


def _endpoint(text: str | None) -> str | None:
    """Return `ip:port` of an address as Java prints it, `host/ip:port` or `/ip:port`."""
    return text.rpartition("/")[2] if text else None


_QUEUE = re.compile(r"MessageQueue \[topic=(.*?), brokerName=(.*?), queueId=(-?\d+)\]")


def decode_queue(text: str) -> dict[str, Any]:
    """Return topic, broker and queue id of a printed MessageQueue, empty for null."""
    found = _QUEUE.match(text)
    return {"topic": found[1], "broker": found[2], "queue_id": int(found[3])} if found else {}


def decode_grpc_queue(text: str) -> dict[str, Any]:
    """Return topic, broker and queue id of `broker.topic.queueId`, as the gRPC Java client prints a queue."""
    broker, topic, queue_id = text.rsplit(".", 2)
    return {"topic": topic, "broker": broker, "queue_id": int(queue_id)}


_TOPIC_CONFIG = re.compile(r"TopicConfig \[topicName=(.*?), readQueueNums=(\d+), writeQueueNums=(\d+), perm=([^,]*)")
_PERMISSIONS = {"R": 4, "W": 2, "X": 1}


def decode_topic_config(text: str) -> dict[str, Any]:
    """Return topic, numbers of queues and permission bits of a printed TopicConfig, empty for null."""
    found = _TOPIC_CONFIG.match(text)
    if not found:
        return {}
    perm = sum(bit for letter, bit in _PERMISSIONS.items() if letter in found[4])
    return {"topic": found[1], "read_queues": int(found[2]), "write_queues": int(found[3]), "perm": perm}


_GROUP_CONFIG = re.compile(r"SubscriptionGroupConfig ?[\[{]groupName='?([^,']*)'?,")


def decode_group_config(text: str) -> dict[str, Any]:
    """Return the group of a printed SubscriptionGroupConfig, empty for null.

    Source: SubscriptionGroupConfig.toString, 4.8.0 to 5.3.3; 5.0.0 and 5.1.0 print the name in quotes.
    """
    found = _GROUP_CONFIG.match(text)
    return {"group": found[1]} if found else {}


_PULL = re.compile(r"PullRequest \[consumerGroup=(.*?), messageQueue=(MessageQueue \[.*?\]), nextOffset=(-?\d+)\]")


def decode_pull(text: str) -> dict[str, Any]:
    """Return group, queue and next offset of a printed PullRequest."""
    found = _PULL.match(text)
    return {"group": found[1], "offset": int(found[3]), **decode_queue(found[2])} if found else {}


_RECEIPT = re.compile(
    r"MessageReceiptHandle\{group=(?P<group>.*?), topic=(?P<topic>.*?), queueId=(?P<queue_id>-?\d+), "
    r"messageId=(?P<message_id>.*?), queueOffset=(?P<offset>-?\d+), "
)


def decode_receipt(text: str) -> dict[str, Any]:
    """Return group, queue, offset and message id of a printed MessageReceiptHandle, empty for null."""
    found = _RECEIPT.match(text)
    return {k: int(v) if k in _NUMBERS else v for k, v in found.groupdict().items()} if found else {}


def _list(text: str) -> list[str]:
    return [part for part in text.split(", ") if part]


def _json(text: str) -> str | None:
    try:
        return json.dumps(json.loads(text), sort_keys=True)
    except ValueError:
        return None


HOLES: dict[str, Hole] = {
    "text": Hole(r".*?", _text),
    "rest": Hole(r".*", _text),
    "word": Hole(r"\S*?", _text),
    "address": Hole(r"\S*?", lambda text: _endpoint(_text(text))),
    "int": Hole(r"-?\d+|null", _int),
    "bool": Hole(r"true|false", lambda text: text == "true"),
    "float": Hole(r"-?[\d.]+(?:E-?\d+)?|NaN", float),
    "key": Hole(r"[A-Za-z][\w.]*", _text),
    "tls": Hole(r"tls(?:\.\w+)+", _text),
    "path": Hole(r"(?:/|[A-Za-z]:\\).*?", _text),
    "frame": Hole(r"(?:[\w.@-]+/)?[\w.$<>]+\([^()]*\)(?: ~?\[.*?\])?", _text),
    "padded": Hole(r"\S+[ \t]+", _text),
    "throwable": Hole(r"(?:[\w$]+\.)+[\w$]+", _text),
    "route": Hole(r"TopicRouteData \[.*?\]|null", decode_route),
    "counts": Hole(r"[\d:, ]*", decode_counts),
    "list": Hole(r".*?", _list),
    "message": Hole(r"MessageExt \[.*\]", decode_message, MESSAGE_COLUMNS),
    "client": Hole(r"ClientChannelInfo \[channel=.*?, lastUpdateTimestamp=\d+\]", decode_client, CLIENT_COLUMNS),
    "queue": Hole(r"MessageQueue \[.*?\]|null", decode_queue, ("topic", "broker", "queue_id")),
    "grpc_queue": Hole(r"\S+\.[^\s.]+\.-?\d+", decode_grpc_queue, ("topic", "broker", "queue_id")),
    "topic_config": Hole(r"TopicConfig \[.*\]|null", decode_topic_config, ("topic", "read_queues", "write_queues", "perm")),
    "group_config": Hole(r"SubscriptionGroupConfig ?[\[{].*[\]}]|null", decode_group_config, ("group",)),
    "pull": Hole(r"PullRequest \[.*?\], nextOffset=-?\d+\]", decode_pull, ("group", "topic", "broker", "queue_id", "offset")),
    "receipt": Hole(r"MessageReceiptHandle\{.*\}|null", decode_receipt, ("group", "topic", "queue_id", "offset", "message_id")),
    "json": Hole(r"\{.*\}", _json),
    **{name: Hole(*shape) for name, shape in (pop_bodies.SHAPES | go_bodies.SHAPES).items()},
}
"""`text` is the shortest run that lets the rest fit; Java prints a missing value as `null`, which becomes None."""
