"""Sample traces as they would be of another cluster at another time: other names, other days. `make elsewhere` tries all.

Nothing that is concluded may rest on how a topic, group, broker or cluster is called, or on the date.
"""

import argparse
import gzip
import io
import random
import re
import sys
import tarfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import polars as pl
import zstandard
from conftest import NAMES, TRACES, kept

from forensics.case import Case
from forensics.library import check_case, ingest_logs
from forensics.storefiles.events import event_tables

STORES = (".tar.zst", ".tar", ".zip")
"""Packed stores are left out: their records have lengths, so no name in them can be exchanged."""
_OWN = re.compile(
    r"[A-Z]\w*_TOPIC|\w*TRANS_\w+|(?:SELF_TEST|TOOLS|FILTERSRV|CLIENT_INNER|DEFAULT|CID_(?:ONS|RMQ)|rmq_sys|Inner|schedule)"
    r".*|\w*DefaultHeartBeatSyncerTopic|BenchmarkTest|OFFSET_MOVED_EVENT|SCHEDULE_TOPIC_XXXX|TBW102"
)
"""Topics and groups that RocketMQ has of its own (TopicValidator and MixAll, 5.3.3)."""
_PLAIN = re.compile(r"[A-Za-z0-9_-]+")
_WORDS = ("orders", "0", "billing-v2", "a_b_c", "X" * 60, "null", "queueId", "topic", "DefaultTopic")
_SHAPES = ("{}_x", "a-{}", "%{}%", "rmq_{}", "7{}", "CID_{}", "GID_{}_r", "{}|pay")
_DATE = re.compile(rb"(?<!\d)20\d\d-\d\d-\d\d \d\d:\d\d:\d\d")
_ISO = re.compile(rb"(?<!\d)20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d")
_TIGHT = re.compile(rb"(?<!\d)20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d)(?:[01]\d|2[0-3])[0-5]\d[0-5]\d(?=(?:\d{3})?(?!\d))")
_EPOCH = re.compile(rb"(?<!\d)(179\d{7})(?=(?:\d{3})?(?!\d))")
_TOLD = ("rule", "verdict", "severity", "occurrences", "cause")


def names_of(case: Case, rng: random.Random) -> dict[str, str]:
    """Return another name for each topic, group, broker and cluster that is of the users' choosing."""
    found: dict[str, set[str]] = {"topic": set(), "group": set(), "cluster": set()}
    for kind, table in event_tables().items():
        of_kind = replace(table, name=f"events/{kind}")
        for column in found.keys() & table.schema.keys():
            found[column] |= set(case.scan(of_kind).select(pl.col(column).drop_nulls().unique()).collect()[column])
    chosen = {name for names in found.values() for name in names if _PLAIN.fullmatch(name) and not _OWN.fullmatch(name)}
    single = {name for name in chosen if not any(f"{one}_{other}" == name for one in chosen for other in chosen)}
    return {name: _another(rng) for name in sorted(single, key=lambda name: (-len(name), name))}


def _another(rng: random.Random) -> str:
    return rng.choice(_SHAPES).format(rng.choice(_WORDS) + str(rng.randrange(1000, 10_000)))


def change_of(case: Case, seed: str) -> Callable[[bytes], bytes]:
    """Return what makes another cluster's log of a log of *case*, at most ten months away."""
    rng = random.Random(seed)  # noqa: S311
    names = {old.encode(): new.encode() for old, new in names_of(case, rng).items()}
    named = re.compile(rb"(?<![A-Za-z0-9])(?:%s)(?![A-Za-z0-9])" % b"|".join(map(re.escape, names)))
    later = timedelta(seconds=rng.randrange(-300 * 86_400, 0))

    def printed(form: str) -> Callable[[re.Match[bytes]], bytes]:
        return lambda found: (datetime.strptime(found[0].decode(), form).replace(tzinfo=UTC) + later).strftime(form).encode()

    def changed(text: bytes) -> bytes:
        text = named.sub(lambda found: names[found[0]], text)
        text = _DATE.sub(printed("%Y-%m-%d %H:%M:%S"), text)
        text = _ISO.sub(printed("%Y-%m-%dT%H:%M:%S"), text)
        text = _TIGHT.sub(printed("%Y%m%d%H%M%S"), text)
        return _EPOCH.sub(lambda found: b"%d" % (int(found[1]) + later.total_seconds()), text)

    return changed


def logs_of(name: str) -> Iterator[tuple[str, bytes]]:
    """Return path and content of each log of a sample trace, packed stores left out."""
    packed = io.BytesIO((TRACES / name / "input.tar.zst").read_bytes())
    with tarfile.open(fileobj=io.BytesIO(zstandard.ZstdDecompressor().stream_reader(packed).read())) as archive:
        for member in archive:
            content = archive.extractfile(member)
            if content and not member.name.endswith(STORES):
                yield member.name, content.read()


def concluded(name: str, home: Path, change: Callable[[bytes], bytes] = bytes) -> tuple[dict[str, str], Counter[Any]]:
    """Return the verdict of each rule on the logs of a trace, changed, and how often each kind of finding is told."""
    for path, content in logs_of(name):
        (home / "logs" / path).parent.mkdir(parents=True, exist_ok=True)
        (home / "logs" / path).write_bytes(_gzipped(content, change) if path.endswith(".gz") else change(content))
    document = check_case(ingest_logs([str(home / "logs")], home / "case"))
    findings = Counter(tuple(str(found[part]) for part in _TOLD) for found in document["findings"])
    return {rule["rule"]: rule["verdict"] for rule in document["rules"]}, findings


def _gzipped(content: bytes, change: Callable[[bytes], bytes]) -> bytes:
    return gzip.compress(change(gzip.decompress(content)))


def differing(name: str, seed: str) -> list[str]:
    """Return what is concluded otherwise of a trace with other names at another time."""
    with TemporaryDirectory() as here, TemporaryDirectory() as there:
        verdicts, findings = concluded(name, Path(here))
        others, told = concluded(name, Path(there), change_of(kept(name), seed))
    ruled = [f"{rule}: {verdict}, elsewhere {others[rule]}" for rule, verdict in verdicts.items() if others[rule] != verdict]
    alone = {"here": findings - told, "elsewhere": told - findings}
    return ruled + [f"{place} alone: {found}" for place, counted in alone.items() for found in counted]


def main() -> int:
    """Compare each trace with what it would be elsewhere, so many times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("traces", nargs="*", metavar="TRACE")
    parser.add_argument("--times", type=int, default=1, help="of each trace")
    wanted = parser.parse_args()
    failed = 0
    for name in wanted.traces or [name for name in NAMES if any(logs_of(name))]:
        for number in range(wanted.times):
            found = differing(name, f"{name}/{number}")
            failed += bool(found)
            print(f"{name}/{number}:", "; ".join(found) or "concluded alike", flush=True)  # noqa: T201
    return min(1, failed)


if __name__ == "__main__":
    sys.exit(main())
