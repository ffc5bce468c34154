"""Answers of log stores' interfaces, one JSON document each: laid out as a line for each entry, byte for byte as long as it was.

Elasticsearch's `_search` and Kibana's exports have entries in `hits.hits`, Loki's `query_range` in the `values` of each stream of
`data.result`, CloudWatch's in `events` or `results`, Datadog's in `data`, a file of OpenTelemetry's collector in the `logRecords`
of each resource; `gcloud logging read --format json` and `jq -s` give a list, of lines as strings too. The offset of an entry is
its place in the file; its line is its number.
"""

import json
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, BinaryIO

from forensics.sources.json_lines import parsed
from forensics.sources.lines import Line
from forensics.sources.stream import Pieces

SNIFFED = 1 << 12
"""Bytes of a file's beginning that tell whether it is an answer."""
_LISTS = (b"hits", b"values", b"events", b"logs", b"entries", b"items", b"data", b"results", b"logRecords")
_LABELS = (b"stream", b"resource")
_RESOURCES = re.compile(rb"\s*\{\s*\"resourceLogs\"\s*:")
_ANSWER = re.compile(
    rb"\s*(?:\[\s*(?:\{\s*)?\"|\{\s*\"(?:took|_scroll_id|pit_id|hits|timed_out|events|logs|entries|items)\"\s*:"
    rb"|\{\s*\"(?:data|results)\"\s*:\s*\[\s*[\[{]"
    rb"|\{\s*\"(?:status|data)\"\s*:[^\n]{0,200}?\"resultType\"\s*:|\{\s*\"(?:status|data)\"\s*:[\s\S]{0,200}?\"result(?:Type)?\"\s*:)"
)
_LABELLED = ('stream"', 'resource"')
ENTRY = "\x1e"
"""What an entry is marked with until it is unwrapped: the control character that separates records."""
_TOKEN = re.compile(rb'"(?:[^"\\]|\\.)*+"|[\[\]{},\n"]', re.DOTALL)
_OPEN, _CLOSE, _LIST, _QUOTE, _END, _SPACE = b"[{", b"]}", ord("["), ord('"'), ord("\n"), ord(" ")
_READ = 1 << 20
"""Bytes that are read at a time."""
_LONGEST_TEXT = 4 << 20
"""Bytes that wait for the end of their entry; more of them are given on as they stand."""
_LONGEST_AROUND = 100
"""Characters of a line around entries: a longer one is half an entry."""


def is_answer(beginning: bytes) -> bool:
    """Return whether a file that begins so is such an answer and not lines of JSON."""
    if _RESOURCES.match(beginning):
        return True
    return _ANSWER.match(beginning) is not None and not _is_lines(beginning)


def _is_lines(beginning: bytes) -> bool:
    """Return whether the first line is an object whole and the second begins another."""
    first, end, second = beginning.partition(b"\n")
    return bool(end) and first.rstrip().endswith(b"}") and second.startswith(b"{")


class Answer(Pieces):
    """Reads *stream*, which holds an answer, as lines: entries, `stream"` with the labels of those below, and what is around."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__(stream)
        self._laid_out = _laid_out(stream)

    def _next(self) -> bytes:
        return next(self._laid_out, b"")


def _laid_out(stream: BinaryIO) -> Iterator[bytes]:
    layout, rest = _Layout(), b""
    while data := stream.read(_READ):
        done, rest = layout.step(rest + data)
        if done:
            yield done
        if len(rest) > _LONGEST_TEXT:
            yield rest
            rest = b""
    if rest:
        yield rest


class _Layout:
    """How deep in a document one is: in which list of entries, in which object of labels."""

    def __init__(self) -> None:
        self._depth, self._entries, self._labels = 0, 0, 0
        self._after_labels = False

    def step(self, data: bytes) -> tuple[bytes, bytes]:
        """Return *data* laid out as far as it can be, and its rest, which needs what follows."""
        out, key, key_at = bytearray(data), b"", None
        for token in _TOKEN.finditer(data):
            at, first = token.start(), data[token.start()]
            if first == _QUOTE:
                if token.end() - at == 1:
                    cut = at if key_at is None else key_at
                    return bytes(out[:cut]), data[cut:]
                key, key_at = token[0][1:-1], at
                continue
            self._structure(out, at, first, key, key_at)
            key, key_at = b"", None
        return (bytes(out), b"") if key_at is None else (bytes(out[:key_at]), data[key_at:])

    def _structure(self, out: bytearray, at: int, token: int, key: bytes, key_at: int | None) -> None:
        if token in _OPEN:
            self._depth += 1
            self._open(out, at, token, key, key_at)
        elif token in _CLOSE:
            self._close(out, at)
            self._depth = max(0, self._depth - 1)
        elif token == _END:
            out[at] = _SPACE if self._entries or self._labels else _END
        elif self._after_labels or (self._entries and self._depth == self._entries):
            out[at] = _END
            self._after_labels = False

    def _open(self, out: bytearray, at: int, token: int, key: bytes, key_at: int | None) -> None:
        if self._entries or self._labels:
            return
        if token == _LIST and (self._depth == 1 or key in _LISTS):
            self._entries = self._depth
            out[at] = _END
        elif key in _LABELS and key_at is not None:
            self._labels = self._depth
            out[key_at] = _END

    def _close(self, out: bytearray, at: int) -> None:
        if self._depth == self._entries:
            self._entries = 0
            out[at] = _END
        elif self._depth == self._labels:
            self._labels, self._after_labels = 0, True


def entries(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the entries of an answer as lines of JSON behind `ENTRY`, those of Loki with their labels; other *lines* as they are.

    What stands around entries is added to their size.
    """
    every = iter(lines)
    first = next(every, None)
    if first is None:
        return
    start = first.text.strip()
    if start and (start[0] not in "{[" or not _is_around(start)):
        yield from chain([first], every)
        return
    labels: Any = {}
    waiting = first._replace(text="")
    for line in every:
        text = line.text.strip()
        if _is_around(text):
            labels = parsed(text.partition(":")[2]) if text.startswith(_LABELLED) else labels
            waiting = waiting.around(line)
        elif not waiting.text:
            waiting = line._replace(text=ENTRY + _entry(text, labels)).around(waiting)
        else:
            yield waiting
            waiting = line._replace(text=ENTRY + _entry(text, labels))
    yield waiting


def _is_around(text: str) -> bool:
    """Return whether a line is no entry; half a one, where an answer was cut off, is one that cannot be read."""
    torn = text.startswith("{") and len(text) > _LONGEST_AROUND and '"hits"' not in text
    return text.startswith(_LABELLED) or not (torn or isinstance(parsed(text), dict | list | str))


def _entry(text: str, labels: Any) -> str:
    """Return an entry as JSON that a collector could have written: of Loki's pairs of time and line, the line with its labels.

    CloudWatch Insights gives an entry as a list of fields, OpenTelemetry its attributes and those of its resource so.
    """
    entry = parsed(text)
    if isinstance(entry, dict) and isinstance(labels, dict) and "attributes" in labels:
        own = {"resource": _fields(labels["attributes"]), "attributes": _fields(entry.get("attributes"))}
        return json.dumps(entry | own)
    if isinstance(entry, list) and len(entry) > 1 and isinstance(entry[1], str):
        return json.dumps({"labels": labels, "line": entry[1]})
    if isinstance(entry, list) and entry and all(isinstance(one, dict) and {"field", "value"} <= one.keys() for one in entry):
        return json.dumps({str(one["field"]): one["value"] for one in entry})
    return text


def _fields(attributes: Any) -> dict[str, str]:
    """Return OpenTelemetry's list of attributes as the fields that hold text."""
    every = [one for one in attributes if isinstance(one, dict)] if isinstance(attributes, list) else []
    texts = ((str(one.get("key")), one["value"].get("stringValue")) for one in every if isinstance(one.get("value"), dict))
    return {key: text for key, text in texts if isinstance(text, str)}
