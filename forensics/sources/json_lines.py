"""JSON lines as log collectors write them: Docker, Elasticsearch, Loki, journald, Fluent Bit, SLS, and JSON encoders of slf4j."""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, NamedTuple

from forensics.sources.lines import Line
from forensics.sources.undated import dated

_TEXTS = (
    "line", "log", "message", "MESSAGE", "msg", "event.original", "event.message", "body", "textPayload", "@message",
    "content", "_raw", "body.stringValue", "full_message", "short_message", "__CONTENT__",
)  # fmt: skip
_HOSTS = (
    "kubernetes.pod.name", "kubernetes.pod_name", "labels.pod", "pod", "k8s.pod.name", "resource.k8s.pod.name",
    "resource.host.name", "labels.instance", "container.name", "labels.container", "container_name", "_HOSTNAME", "host.name",
    "hostname",
    "agent.hostname", "host", "__tag__:__hostname__", "@logStream", "__source__", "__SOURCE__",
)  # fmt: skip
_FILES = (
    "log.file.path", "attributes.log.file.path", "attributes.log.file.name", "labels.filename", "filename", "file", "path",
    "source", "__tag__:__path__", "__FILENAME__",
)  # fmt: skip
_INNER = ("_source", "fields", "result", "attributes")
"""Where entries of Elasticsearch, Splunk and Datadog have what was logged."""
_LEVELS = ("level", "log.level", "severity", "levelname")
_LOGGERS = ("logger_name", "logger", "log.logger", "loggerName")
_THREADS = ("thread_name", "thread", "process.thread.name", "threadName")
_TIMES = ("@timestamp", "timestamp", "time")
_MICROSECONDS = ("_SOURCE_REALTIME_TIMESTAMP", "__REALTIME_TIMESTAMP")
_DIGITS = 16
"""Microseconds since the epoch have no more, for some centuries."""
_TRACES = ("stack_trace", "error.stack_trace", "exception", "thrown.extendedStackTrace")
NAMES = (*_TEXTS, *_HOSTS, *_FILES, *_LEVELS, *_LOGGERS, *_THREADS, *_TIMES, *_MICROSECONDS, *_TRACES, "labels")
"""The fields of entries that are looked at."""
_ISO = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)[.,]?(\d*)(Z|[+-]\d\d:?\d\d)?")
_LONGEST_ENTRY = 4 << 20
"""Characters of an entry on several lines; where it has no end by then, its end was lost."""
_NAMED_TEXT = re.compile(rf'MESSAGE|\s+"(?:{"|".join(map(re.escape, _TEXTS))})"\s*:')
_FIELD = re.compile(r"[A-Z_][A-Z0-9_]*(=|$)")


class Said(NamedTuple):
    """What an entry says, where it says it comes from, and whether its last line ends with it."""

    stream: str
    text: str
    ended: bool


def holds_text(names: Iterable[str]) -> bool:
    """Return whether one of the fields *names* is one that holds what was logged."""
    return not set(names).isdisjoint(_TEXTS)


def said(text: str) -> Said | None:
    """Return what one JSON line says, None where it is none that a collector writes."""
    if not text.startswith("{"):
        return None
    entry = parsed(text)
    return _said(entry) if isinstance(entry, dict) else None


def string(text: str) -> str | None:
    """Return the lines that *text* holds as a string of JSON, as jq gives them; None where it holds none."""
    entry = parsed(text) if text.startswith('"') else None
    return entry.rstrip("\n") if isinstance(entry, str) else None


def parsed(text: str) -> Any:
    """Return what *text* holds as JSON, None where it is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _said(entry: dict[str, Any]) -> Said | None:
    if entry.keys() - {"attrs"} == {"log", "stream", "time"} and isinstance(entry["log"], str):
        return Said("", dated(entry["log"].removesuffix("\n"), str(entry["time"])), entry["log"].endswith("\n"))
    entry = _inside(entry)
    message = next((value for value in (_at(entry, name) for name in _TEXTS) if _is_text(value)), None)
    if message is None:
        return None
    text = message if isinstance(message, str) else bytes(message).decode("utf-8", "replace")
    return Said(_stream(entry), _as_printed(entry, text.rstrip("\n")), True)


def _inside(entry: dict[str, Any]) -> dict[str, Any]:
    """Return the entry that a store's own one holds; Elasticsearch's `fields` are lists of one value each."""
    inner = next((entry[name] for name in _INNER if isinstance(entry.get(name), dict)), None)
    if inner is None or holds_text(entry):
        return entry
    return {name: value[0] if isinstance(value, list) and len(value) == 1 else value for name, value in inner.items()}


def _is_text(value: Any) -> bool:
    return isinstance(value, str) or (isinstance(value, list) and all(type(v) is int and 0 <= v < 256 for v in value))


def _at(entry: dict[str, Any], name: str) -> Any:
    """Return the value under a dotted *name*, whether the entry has it flat or nested."""
    if name in entry or "." not in name:
        return entry.get(name)
    first, _, rest = name.partition(".")
    inner = entry.get(first)
    return _at(inner, rest) if isinstance(inner, dict) else None


def _first(entry: dict[str, Any], names: tuple[str, ...]) -> str:
    return next((value for value in (_at(entry, name) for name in names) if isinstance(value, str) and value), "")


def _stream(entry: dict[str, Any]) -> str:
    """Return `host/file` as far as the entry names them; never a way out of the input, as slashes of the host go."""
    host = _first(entry, _HOSTS).replace("/", "_").strip(".")
    file = _first(entry, _FILES).replace("\\", "/").rsplit("/", 1)[-1]
    file = file if file.endswith((".log", ".txt", ".out")) else ""
    return "/".join(part for part in (host, file) if part)


def _as_printed(entry: dict[str, Any], message: str) -> str:
    """Return a structured entry as slf4j prints one, with its trace; *message* itself where it is a printed line already."""
    level, logger = _first(entry, _LEVELS).upper(), _first(entry, _LOGGERS)
    taken = _first(entry, _TIMES)
    time = _ISO.match(taken)
    if not (level and logger and time):
        return dated(message, taken or _since_epoch(_first(entry, _MICROSECONDS)))
    day, clock, fraction, zone = time.groups()
    thread, trace = _first(entry, _THREADS) or "-", _first(_with_lines(entry), _TRACES)
    head = f"{day}T{clock}.{(fraction or '0')[:6]}{zone or ''} {level} [{thread}] {logger} - {message}"
    return f"{head}\n{trace.rstrip()}" if trace else head


def _with_lines(entry: dict[str, Any]) -> dict[str, Any]:
    """Return an entry with its traces as text: encoders can be told to write them as a list of lines."""
    traces = ((name, _at(entry, name)) for name in _TRACES)
    return entry | {name: "\n".join(map(str, trace)) for name, trace in traces if isinstance(trace, list)}


def _since_epoch(microseconds: str) -> str:
    """Return the instant that journald gives, in ISO 8601; nothing where it gives none."""
    known = microseconds.isdecimal() and len(microseconds) <= _DIGITS
    return datetime.fromtimestamp(int(microseconds) / 1e6, UTC).isoformat() if known else ""


def entries(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the entries of a journald export as one line each: their fields stand on lines of their own up to a blank one."""
    gathered: list[Line] = []
    kept = 0
    for line in lines:
        gathered.append(line)
        kept += len(line.text)
        if not line.text or kept > _LONGEST_ENTRY:
            yield _entry(gathered)
            gathered, kept = [], 0
    if gathered:
        yield _entry(gathered)


def objects(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield objects that lie on several lines, as `journalctl -o json-pretty` and jq print them, as one line each."""
    gathered: list[Line] = []
    kept = 0
    for line in lines:
        if not gathered and line.text != "{":
            yield line
            continue
        gathered.append(line)
        kept += len(line.text)
        if line.text == "}":
            yield _entry(gathered)
        elif kept > _LONGEST_ENTRY:
            yield from gathered
        else:
            continue
        gathered, kept = [], 0
    if gathered:
        yield _entry(gathered)


def _entry(gathered: list[Line]) -> Line:
    text = "\n".join(line.text for line in gathered)
    told = next((line for line in gathered if _NAMED_TEXT.match(line.text)), gathered[0])
    size, rejected = sum(line.size for line in gathered), sum(line.rejected for line in gathered)
    return Line(told.number, told.offset, size, text, rejected)


def exported(text: str) -> Said | None:
    """Return what one entry of a journald export says; a message of several lines stands under its length in eight bytes."""
    if "\n_" not in f"\n{text}" or "MESSAGE" not in text:
        return None
    fields: dict[str, list[str]] = {}
    name = None
    for line in text.split("\n"):
        if found := _FIELD.match(line):
            name = line[: found.end()].rstrip("=")
            fields[name] = [line[found.end() :]] if found[1] else []
        elif name and line:
            fields[name].append(line if fields[name] else line[8:])
    message = fields.get("MESSAGE")
    if message is None:
        return None
    taken = next(("".join(fields[name]) for name in _MICROSECONDS if name in fields), "")
    return Said("".join(fields.get("_HOSTNAME", [])), dated("\n".join(message), _since_epoch(taken)), True)
