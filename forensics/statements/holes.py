"""The types a hole of a statement can have: what text fits, and what value it becomes."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


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
    "int": Hole(r"-?\d+|null", _int),
    "bool": Hole(r"true|false", lambda text: text == "true"),
    "float": Hole(r"-?[\d.]+(?:E-?\d+)?|NaN", float),
    "key": Hole(r"[A-Za-z][\w.]*", _text),
    "route": Hole(r"TopicRouteData \[.*?\]|null", decode_route),
    "counts": Hole(r"[\d:, ]*", decode_counts),
    "list": Hole(r".*?", _list),
    "message": Hole(r"MessageExt \[.*\]", decode_message, MESSAGE_COLUMNS),
    "json": Hole(r"\{.*\}", _json),
}
"""`text` is the shortest run that lets the rest fit; Java prints a missing value as `null`, which becomes None."""
