"""The input as it lies there, and a quoted line or stored message in it: read without any code of the analyzer."""

import io
import json
import re
import struct
import tarfile
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import zstandard

GMT8_MS = 8 * 3600 * 1000
_MASK = re.compile(r"(?:secret|password|body|key)~[0-9a-f]{8}")
_TIME = re.compile(r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)(?:[.,](\d{3}))?")
_CHECKPOINT = re.compile(
    r"PopCheckPoint \[topic=(?P<t>.*?), cid=(?P<c>.*?), queueId=(?P<q>-?\d+), startOffset=(?P<so>\d+), bitMap=-?\d+, num=\d+, "
    r"reviveTime=(?P<reviveTime>\d+), reviveOffset=-?\d+, diff=\[(?P<d>[\d, ]*)\], brokerName=(?P<bn>[^,\]]*)"
)
_ACK = re.compile(
    r"AckMsg\{ackOffset(?:List)?=\[?(?P<ao>[\d, ]+?)\]?, startOffset=(?P<so>\d+), consumerGroup='(?P<c>.*?)', "
    r"topic='(?P<t>.*?)', queueId=(?P<q>-?\d+), popTime=(?P<pt>\d+)(?:, brokerName=(?P<bn>[^,}]*))?"
)
_MAGIC, _MAGIC_V2 = 0xDAA320A7, 0xDAA320AB
_RAW = re.compile(r"raw : (\{.*\})")


@cache
def members(archive: Path) -> dict[str, bytes]:
    """Return the files of a packed trace by their path in it, those of packed stores in it too."""
    found = {}
    for name, data in _untarred(archive.read_bytes()):
        found[f"{archive.name}!/{name}"] = data
        if name.endswith(".tar.zst"):
            found |= {f"{archive.name}!/{name}!/{inner}": content for inner, content in _untarred(data)}
    return found


def _untarred(packed: bytes) -> list[tuple[str, bytes]]:
    with zstandard.ZstdDecompressor().stream_reader(packed) as plain, tarfile.open(fileobj=plain, mode="r|") as tar:
        return [(one.name.removeprefix("./"), tar.extractfile(one).read()) for one in tar if one.isfile()]


@dataclass(frozen=True)
class Quote:
    """A line or stored message as a finding quotes it, and as it lies in the input; times in epoch ms, GMT+8 read as such."""

    node: str
    path: str
    offset: int
    text: str
    says: str
    lies_there: bool
    stored: dict[str, Any] | None

    @property
    def ms(self) -> int:
        """Return when it was printed or stored; a printed second begins then."""
        if self.stored:
            return int(self.stored["store_ms"])
        second, fraction = _TIME.match(self.text).groups()
        printed = datetime.strptime(second, "%Y-%m-%d %H:%M:%S").replace(tzinfo=UTC)
        return int(printed.timestamp()) * 1000 + int(fraction or 0) - GMT8_MS

    @property
    def until_ms(self) -> int:
        """Return the last moment at which it can have been printed."""
        return self.ms if self.stored or _TIME.match(self.text)[2] else self.ms + 999

    def body(self) -> dict[str, Any] | None:
        """Return the checkpoint or ack in it by RocketMQ's short names; `d` and `ao` are lists of absolute offsets."""
        if self.stored:
            return self.stored["body"] and _unified(self.stored["body"])
        if raw := _RAW.search(self.text):
            return _unified(json.loads(raw[1]))
        if found := _ACK.search(self.text) or _CHECKPOINT.search(self.text):
            parts: dict[str, Any] = found.groupdict()
            numbers = {name: int(parts[name]) for name in ("q", "so", "pt", "reviveTime") if parts.get(name)}
            lists = {name: [int(n) for n in parts[name].split(", ") if n] for name in ("d", "ao") if parts.get(name) is not None}
            return _unified(parts | numbers | lists)
        return None


def _unified(body: dict[str, Any]) -> dict[str, Any]:
    """Return *body* with absolute offsets in `d`, a list in `ao`, and no broker where it names none."""
    own = dict(body)
    if "d" in own:
        own["d"] = [own["so"] + step for step in own["d"]]
    if "ao" in own or "aol" in own:
        offsets = own.get("aol", own.get("ao"))
        own["ao"] = offsets if isinstance(offsets, list) else [offsets]
    own["bn"] = None if own.get("bn") in {None, "null", ""} else own["bn"]
    return own


def quotes_of(finding: dict[str, Any], files: dict[str, bytes]) -> list[Quote]:
    """Return the evidence of *finding*, each held against the bytes that it says it is."""
    return [_quote(one, files.get(one["path"], b"")) for one in finding["evidence"]]


def _quote(one: dict[str, Any], data: bytes) -> Quote:
    if one["source"] == "store":
        stored = _message(data, one["byte_offset"])
        return Quote(one["node"], one["path"], one["byte_offset"], one["text"], one["says"], stored is not None, stored)
    return Quote(one["node"], one["path"], one["byte_offset"], one["text"], one["says"], _lies(one, data), None)


def _lies(one: dict[str, Any], data: bytes) -> bool:
    """Return whether *data* has the quoted text at its place and line, whatever stands for what is masked."""
    pieces = [re.escape(piece).replace("\\\n", "\\r?\\n") for piece in _MASK.split(one["text"])]
    there = data[one["byte_offset"] : one["byte_offset"] + 2 * len(one["text"].encode()) + 4096].decode(errors="replace")
    return bool(re.match("(?s:.*?)".join(pieces), there)) and data.count(b"\n", 0, one["byte_offset"]) + 1 == one["line"]


def _message(data: bytes, at: int) -> dict[str, Any] | None:
    """Return the stored message that begins at *at* of a commit log, None where none does (MessageDecoder, 4.8.0 to 5.3.3)."""
    if len(data) < at + 100:
        return None
    _, magic, _, queue_id, _, queue_offset, _, flags, born_ms = struct.unpack_from(">IIIiiqqiq", data, at)
    if magic not in {_MAGIC, _MAGIC_V2}:
        return None
    born_host, store_host = (20 if flags & 16 else 8), (20 if flags & 32 else 8)
    stream = io.BytesIO(data)
    stream.seek(at + 48 + born_host)
    (store_ms,) = struct.unpack(">q", stream.read(8))
    stream.seek(store_host, io.SEEK_CUR)
    retried, _, size = struct.unpack(">iqi", stream.read(16))
    body = stream.read(size)
    topic = stream.read(int.from_bytes(stream.read(2 if magic == _MAGIC_V2 else 1), "big")).decode()
    properties = stream.read(int.from_bytes(stream.read(2), "big")).decode(errors="replace")
    pairs = dict(pair.split("\1", 1) for pair in properties.split("\2") if "\1" in pair)
    try:
        parsed = json.loads(body)
    except ValueError:
        parsed = None
    return {
        "topic": topic, "queue_id": queue_id, "queue_offset": queue_offset, "store_ms": store_ms, "born_ms": born_ms,
        "retried": retried, "properties": pairs, "body": parsed if isinstance(parsed, dict) else None,
    }  # fmt: skip
