"""How fast logs of applications are read, in which a client of RocketMQ writes one line in a hundred, beside our plain reader.

Run: python tests/benchmarks/applications.py [MEGABYTES] [REPEATS]. One line in two hundred throws. One application logs in
English, one line in fifty not of ASCII alone, the other in Chinese. Both ways read the same log in turns, in processes of their
own; CPU is user and system, start included.
"""

import random
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from ingest import Way, line_of, measured, own, text_of

_SERVICES = ("CartService", "OrderController", "StockClient", "PriceCache")
_OWN = "closeChannel: close the connection to remote address[10.0.0.{host}:10911] result: true"
_THROWN = "java.lang.IllegalStateException: no stock" + "".join(
    f"\n\tat com.shop.stock.Stock{depth}.take(Stock{depth}.java:{depth})" for depth in range(12)
)


def made(log: Path, megabytes: int, said: Callable[[int, random.Random], str]) -> None:
    """Write so many megabytes of a Spring Boot application's log, whose own lines are what is *said*."""
    chance, size, number = random.Random(1), 0, 0  # noqa: S311 - no secret
    with log.open("wb") as out:
        while size < megabytes * 1_000_000:
            size += out.write(f"{_head(number)}{_message(number, said(number, chance))}\n".encode())
            number += 1


def _head(number: int) -> str:
    millis = number * 7
    clock = f"{millis // 3_600_000 % 24:02d}:{millis // 60_000 % 60:02d}:{millis // 1000 % 60:02d}.{millis % 1000:03d}"
    logger = "RocketmqRemoting" if number % 100 == 0 else f"com.shop.{_SERVICES[number % len(_SERVICES)]}"
    day = 1 + millis // 86_400_000 % 28
    return f"2026-11-{day:02d} {clock}  INFO 17 --- [nio-8080-exec-{number % 20}] {logger:40} : "


def _message(number: int, said: str) -> str:
    if number % 100 == 0:
        return _OWN.format(host=number // 100 % 200)
    return f"{said} and failed\n{_THROWN}" if number % 200 == 1 else said


def english(number: int, chance: random.Random) -> str:
    """Return what is said in English, but for a name now and then."""
    said = f"order {chance.randrange(10**9)} of customer {chance.randrange(10**6)} took {chance.randrange(900)} ms"
    return f"{said} für Zürich" if number % 50 == 2 else said


def chinese(_number: int, chance: random.Random) -> str:
    """Return the same in Chinese."""
    return f"订单 {chance.randrange(10**9)} 已支付，客户 {chance.randrange(10**6)}，耗时 {chance.randrange(900)} 毫秒"


def main(megabytes: int, repeats: int) -> None:
    """Measure both ways on a log of so many megabytes in each language, and print them."""
    for said in (english, chinese):
        with tempfile.TemporaryDirectory() as home:
            logs = Path(home) / "logs"
            logs.mkdir()
            made(logs / "app.log", megabytes, said)
            whole = text_of(logs)
            ways = {f"rmqf, {name}": Way(own(name, logs), whole) for name in ("compiled", "plain")}
            runs = [{name: measured(way.command) for name, way in ways.items()} for _ in range(repeats)]
        plain = [whole / run["rmqf, plain"].cpu for run in runs]
        sys.stdout.write(f"{whole:.0f} MB of text in {said.__name__}, {repeats} runs each; MB per second of CPU\n")
        for name, way in ways.items():
            sys.stdout.write(line_of(name, way, [run[name] for run in runs], plain))


if __name__ == "__main__":
    given = [int(text) for text in sys.argv[1:]]
    main(*(given + [64, 3][len(given) :]))
