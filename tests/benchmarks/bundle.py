"""Makes an incident bundle of any size: logs of two brokers, a proxy, a name server and a client, as an operator copies them.

Run: python tests/benchmarks/bundle.py DIR MEGABYTES [SEED]. The lines are made from the statement templates, in the proportions
that proportions.py measured in the sample traces; one key in five is a suspect, and a quarter of the way through known faults
happen. pop.log rotates every 128 MB; of what is rotated every fourth part is gzipped and every fourth packed with zstd.
The same size and seed give the same bytes.

One period of each log is made line by line; all others are that one with its numbers and times moved on.
"""

import gzip
import json
import random
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from operator import itemgetter
from pathlib import Path

import zstandard
from bundle_lines import MARKS, MS, OFFSET, REVIVE, STAMP, WROTE, example, trace
from bundle_lives import PER_QUEUE, PER_REVIVE_QUEUE, PERIOD_MS, Broker, Line

from forensics.statements import statements

BEGIN_MS = 1_772_294_400_000
_GMT8 = timedelta(hours=8)
_STEPS = {MS: PERIOD_MS, OFFSET: PER_QUEUE, REVIVE: PER_REVIVE_QUEUE, WROTE: 4_000_000}
_ROTATED_BYTES = 128 << 20
_MARK = re.compile(b"[\\x01-\\x05]")
_NODES = {"broker": "broker-a-0", "proxy": "proxy-0", "namesrv": "namesrv-0", "client": "client-0", "controller": "controller-0"}
_PROPORTIONS = json.loads((Path(__file__).parent / "proportions.json").read_text(encoding="utf-8"))


class Period:
    """One period of one log: literal pieces, and between each two of them a text that moves on with the periods."""

    def __init__(self, lines: Iterable[Line]) -> None:
        literals, moving = _laid(lines)
        self._pieces = [piece for literal in literals for piece in (literal, b"")]
        self._unique = sorted(set(moving))
        places = {one: place for place, one in enumerate(self._unique)}
        self._chosen = itemgetter(*(places[one] for one in moving))
        self.size = len(self.moved(0))

    def moved(self, number: int) -> bytes:
        """Return the bytes of the period *number* periods later."""
        stamps = _stamps(number)
        by = {mark: number * step for mark, step in _STEPS.items()}
        texts = [stamps[value] if mark == STAMP else b"%d" % (value + by[mark]) for mark, value in self._unique]
        self._pieces[1:-1:2] = self._chosen(texts)
        return b"".join(self._pieces)


def _stamps(number: int) -> list[bytes]:
    """Return the printed seconds of a period."""
    begin = datetime.fromtimestamp(BEGIN_MS / 1_000, UTC) + _GMT8 + timedelta(milliseconds=number * PERIOD_MS)
    return [f"{begin + timedelta(seconds=s):%Y-%m-%d %H:%M:%S}".encode() for s in range(PERIOD_MS // 1_000)]


def _laid(lines: Iterable[Line]) -> tuple[list[bytes], list[tuple[str, int]]]:
    """Return the lines in order of time: the literal pieces, and between them mark and value of each text that moves."""
    pieces, moving, literal = [], [], []
    for at, line in sorted(lines, key=lambda pair: pair[0] % PERIOD_MS):
        raw, after = line.encode(), 0
        for found in _MARK.finditer(raw):
            mark = chr(raw[found.start()])
            literal.append(raw[after : found.start()])
            pieces.append(b"".join(literal))
            literal = []
            after = found.end() + MARKS[mark]
            digits = raw[found.end() : after]
            value = at % PERIOD_MS // 1_000 if mark == STAMP else int(digits) - at // PERIOD_MS * _STEPS[mark]
            moving.append((mark, value))
        literal.append(raw[after:])
    return [*pieces, b"".join(literal)], moving


@dataclass(frozen=True)
class Series:
    """One log of one node: its ordinary period and, for pop.log, the one of the incident."""

    path: str
    period: Period
    incident: Period | None = None


def series(seed: int) -> list[Series]:
    """Return every log of the bundle."""
    made = []
    for name in ("broker-a", "broker-b"):
        broker = Broker(name, BEGIN_MS, seed)
        lines = list(broker.period())
        made.append(Series(f"{name}-0/logs/rocketmqlogs/pop.log", Period(lines), Period([*lines, *broker.incident()])))
    unit = sum(one.period.size for one in made) / _PROPORTIONS["broker/pop.log"]["bytes"]
    for name, facts in _PROPORTIONS.items():
        kind, log = name.split("/")
        if log != "pop.log" and unit * facts["bytes"] > 1_000:
            lines = _background(kind, log, facts["statements"], round(unit * facts["bytes"]), seed)
            made.append(Series(f"{_NODES[kind]}/logs/rocketmqlogs/{log}", Period(lines)))
    return made


def _background(kind: str, log: str, shares: dict[str, tuple[float, float]], size: int, seed: int) -> Iterator[Line]:
    """Yield *size* bytes of records in their true proportions, spread over a period."""
    chosen = random.Random(f"{seed} {kind} {log}")  # noqa: S311 - a benchmark's data
    known = {name: share for name, share in shares.items() if name in statements()}
    records, total = [], 0
    while total < size:
        name = chosen.choices(list(known), [share for share, _ in known.values()])[0]
        message = example(statements()[name], chosen)
        if message is None:
            del known[name]
            continue
        below = round(known[name][1]) - 1 - message.count("\n")
        records.append(_head(kind, log) + message + "\n" + (trace(below) if below > 0 else ""))
        total += len(records[-1])
    for number, record in enumerate(records):
        yield number * PERIOD_MS // len(records), record


def _head(kind: str, log: str) -> str:
    if kind == "client":
        return f"{STAMP}{'0' * 19}.250 INFO  [4711] [main] [RocketmqClient#?:?] - "
    time = f"{STAMP}{'0' * 19}"
    if log == "proxy_watermark.log":
        return f"{time} "
    return time + {"watermark.log": " - ", "stats.log": " INFO - "}.get(log, " INFO main - ")


class Rotated:
    """A log that is written and rotated as logback does: the newest has no number, 1 is the one before."""

    def __init__(self, path: Path) -> None:
        self.path, self.size, self.parts = path, 0, 0
        path.parent.mkdir(parents=True, exist_ok=True)
        self.out = path.open("wb")

    def write(self, data: bytes) -> None:
        """Write *data*; where the file is full, begin the next."""
        if self.size > _ROTATED_BYTES:
            self._rotate()
        self.out.write(data)
        self.size += len(data)

    def _rotate(self) -> None:
        self.out.close()
        self.parts += 1
        self.path.rename(self._part(self.parts))
        self.out, self.size = self.path.open("wb"), 0

    def _part(self, number: int) -> Path:
        folder = self.path.parent / "otherdays"
        folder.mkdir(exist_ok=True)
        return folder / f"{self.path.stem}.part{number}.log"

    def close(self) -> None:
        """End the log: name the parts as logback does, and pack half of them."""
        self.out.close()
        for number in range(1, self.parts + 1):
            part = self._part(number)
            named = part.with_name(f"{self.path.stem}.{self.parts + 1 - number}.log")
            part.rename(named)
            if number % 4 == 1:
                _packed(named, ".gz", gzip.compress(named.read_bytes(), 1, mtime=0))
            elif number % 4 == 3:
                _packed(named, ".zst", zstandard.ZstdCompressor(1).compress(named.read_bytes()))


def _packed(path: Path, suffix: str, data: bytes) -> None:
    path.with_name(path.name + suffix).write_bytes(data)
    path.unlink()


def write_bundle(root: Path, megabytes: float, seed: int = 1) -> int:
    """Write a bundle of at least *megabytes* (10^6 bytes of text) to *root*; return the bytes of text."""
    logs = series(seed)
    per_period = sum(one.period.size for one in logs)
    periods = max(1, round(megabytes * 1_000_000 / per_period))
    open_ = [(one, Rotated(root / one.path)) for one in logs]
    total = 0
    for number in range(periods):
        for one, log in open_:
            period = one.incident if one.incident and number == periods // 4 else one.period
            data = period.moved(number)
            log.write(data)
            total += len(data)
    for _, log in open_:
        log.close()
    return total


if __name__ == "__main__":
    size = write_bundle(Path(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    print(f"{size / 1e6:.1f} MB of text")  # noqa: T201
