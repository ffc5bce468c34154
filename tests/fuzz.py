"""Fuzzing, for as long as one likes: `make fuzz`, or `python tests/fuzz.py --seconds 3600 [TARGET...]`.

Guided by coverage through atheris where it is installed (`pip install atheris`; one target, then), and by itself otherwise: an
input that reaches a line of ours no other has reached is kept and changed further. What a target raises that it must not is
written to `tests/corpus/TARGET`, where `make test` runs it ever after.
"""

import argparse
import bz2
import contextlib
import gzip
import hashlib
import importlib.util
import io
import json
import lzma
import random
import re
import sys
import tarfile
import tempfile
import time
import traceback
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import zstandard

ROOT = Path(__file__).parent
CORPUS = ROOT / "corpus"
sys.path.insert(0, str(ROOT.parent))

from forensics import statements  # noqa: E402 - the path above comes first, for a run from anywhere
from forensics.engines.possible import possible  # noqa: E402
from forensics.errors import BadRule, BadUsage  # noqa: E402
from forensics.findings.rules import load_rules  # noqa: E402
from forensics.layouts import LAYOUTS  # noqa: E402
from forensics.layouts.pattern import layout_of  # noqa: E402
from forensics.layouts.records import join_records, split_trace  # noqa: E402
from forensics.report import outputs  # noqa: E402
from forensics.report.unread import shape_of  # noqa: E402
from forensics.report.view import View  # noqa: E402
from forensics.sources.archives import Spool, is_archive, members  # noqa: E402
from forensics.sources.careful import Careful  # noqa: E402
from forensics.sources.lines import split_lines  # noqa: E402
from forensics.sources.unpacked import unpacked  # noqa: E402
from forensics.sources.wrappers import WRAPPINGS, unwrapped  # noqa: E402
from forensics.statements.holes import HOLES  # noqa: E402
from forensics.statements.matching import linear_match  # noqa: E402

Target = Callable[[bytes], None]
CK = (
    b"PopCheckPoint [topic=T, cid=G, queueId=3, startOffset=1, bitMap=0, num=2, reviveTime=1, reviveOffset=7, diff=[0, 1], "
    b"brokerName=b]"
)
PRINTED = (
    b"MessageExt [brokerName=b, queueId=1, storeSize=1, queueOffset=2, sysFlag=0, bornTimestamp=1, bornHost=/1:1, "
    b"storeTimestamp=1, storeHost=/1:1, msgId=A, commitLogOffset=1, bodyCRC=1, reconsumeTimes=0, preparedTransactionOffset=0, "
    b"toString()=Message{topic='T', flag=0, properties=%s, body=[], transactionId='null'}]",
    CK,
    b"CkWrap{rq=1, rqo=2, ck=" + CK + b", bits=1, sBits=0, nbo=4, cks=true, jo=false}",
    b"AckMsg{ackOffset=1, startOffset=0, consumerGroup='G', topic='T', queueId=2, popTime=3, brokerName=b}",
    b"1 2 3 4 0 b 6 7",
    b'{"so":5,"pt":10,"it":5,"n":3,"d":[1],"t":"T","rp":"1"}',
    b'{"ao":-1,"aol":[7,9],"c":"G","pt":1,"q":6,"so":0}',
    b"TopicRouteData [orderTopicConf=null, brokerDatas=[BrokerData [brokerName=b, brokerAddrs={0=1:1}]]]", b"105:8, 36:8",
    b"ClientChannelInfo [channel=[id: 0x1a, L:/1:1 - R:/2:2], clientId=c, language=JAVA, version=1, lastUpdateTimestamp=2]",
    b"PutMessageResult [putMessageStatus=PUT_OK, appendMessageResult=AppendMessageResult{status=PUT_OK, wroteOffset=1, "
    b"wroteBytes=2, msgId='A', storeTimestamp=1, logicsOffset=2, pagecacheRT=0, msgNum=1}, remotePut=false]",
)  # fmt: skip
_TRIED: dict[str, re.Pattern[str]] = {}
_LONGEST_HOLE = 1_000
_KEPT_BYTES = 2_000
DECODING = (ValueError, OverflowError, RecursionError)
"""What a decoder may raise: the record is then unread."""


def splitter(data: bytes) -> None:
    """Every byte is in one line, however the file is written."""
    lines = list(split_lines(io.BytesIO(data)))
    assert sum(line.size for line in lines) == len(data)
    assert all(0 <= line.rejected <= line.size for line in lines)


def wrappers(data: bytes) -> None:
    """Every byte is in one line inside any wrapping, and every text can be kept."""
    lines = list(split_lines(io.BytesIO(data)))
    for wrapping in WRAPPINGS:
        inside = list(unwrapped(lines, wrapping))
        assert sum(line.size for line in inside) == len(data)
        assert all(line.text.encode() is not None for line in inside)


def layouts(data: bytes) -> None:
    """Every line is in one record, and what is found in it can be counted with."""
    lines = list(split_lines(io.BytesIO(data)))
    found, records = join_records(lines, LAYOUTS)
    taken = list(records)
    assert not found or sum(record.size for record in taken) == len(data)
    for record in taken:
        split_trace(record.message, record.tail)
        shape_of(record.message)


def matching(data: bytes) -> None:
    """Check that a statement that fits gives a row or refuses to, and that both ways of matching find the same."""
    message = data.decode("utf-8", "replace")
    hit = statements.matcher().match(message, "main")
    if hit is None:
        return
    other = linear_match(hit[0], message)
    assert other is not None
    for name, value in (hit[1].groupdict() if hasattr(hit[1], "groupdict") else hit[1]).items():
        assert other[name] == value
    try:
        row = hit[0].values(hit[1])
    except DECODING:
        return
    if hit[0].event:
        possible(statements.event_tables()[hit[0].event], [row])


def decoders(data: bytes) -> None:
    """Decode handles, bodies and all other holes, or see them refused."""
    text = data.decode("utf-8", "replace")
    for name, hole in HOLES.items():
        if name not in _TRIED:
            _TRIED[name] = re.compile(hole.pattern, re.DOTALL)
        if _TRIED[name].fullmatch(text[:_LONGEST_HOLE]):
            with contextlib.suppress(*DECODING):
                hole.decode(text[:_LONGEST_HOLE])


def compressed(data: bytes) -> None:
    """See what is compressed end, in its budget, whatever it holds."""
    careful = Careful(unpacked(io.BytesIO(data), len(data)))  # type: ignore[arg-type]
    while careful.read(1 << 20):
        pass


def archive(data: bytes) -> None:
    """See an archive give members and problems, and no file outside the spool."""
    with tempfile.TemporaryDirectory() as directory, Spool() as spool:
        for name in ("a.tar", "a.zip", "a.tar.gz"):
            where = Path(directory) / name
            where.write_bytes(data)
            is_archive("plain", where)
            list(members(where, name, spool))
            where.unlink()
        assert not list(Path(directory).iterdir())


def rules(data: bytes) -> None:
    """Load a rule, or be told that it is bad."""
    with tempfile.TemporaryDirectory() as directory:
        page = Path(directory) / "x" / "y.md"
        page.parent.mkdir()
        page.write_bytes(data)
        page.with_suffix(".sql").write_bytes(data)
        loaded, bad = load_rules(Path(directory))
        assert len(loaded) + len(bad) == 1
        assert all(isinstance(error, BadRule) for error in bad)


def patterns(data: bytes) -> None:
    """Read a layout's pattern, or be told that it is bad."""
    try:
        layout = layout_of(data.decode("utf-8", "replace")[:200])
    except BadUsage:
        return
    layout.head.match("2026-01-01 08:00:00.123 [main] INFO  a.b.C - x" * 5)


def reports(data: bytes) -> None:
    """Show any document in any output, and no control byte of it."""
    text = data.decode("utf-8", "surrogateescape")
    case = {
        "from": None, "to": None, "nodes": [], "inputs": [text], "happened": [{"from": None, "node": text, "what": text}],
        "files": [{"path": text, "node": text, "status": "unknown", "problems": [text], "layout": None}],
        "lines": {"read": 0, "understood": 0, "unread": 0}, "bytes": {"read": 0, "kept": 0, "rejected": 0, "set_aside": 0},
    }  # fmt: skip
    asked = {"rule": text, "kind": "k", "title": text, "verdict": "inconclusive", "reason": text, "missing": [{"how": text}]}
    doc = {
        "schema": "rocketmq-forensics/1", "tool": {"name": "rocketmq-forensics", "version": "0"}, "case": case, "findings": [],
        "rules": [asked | {"covered": []}], "bad_rules": [text], "options": {}, "redeliveries": [],
    }  # fmt: skip
    for name in ("text", "markdown", "csv", "junit", "sarif"):
        shown = outputs.render(doc, name, View())
        assert not set(map(ord, shown)) & {*range(9), 11, 12, *range(14, 32), 127, 0x9B}, name
        shown.encode()


TARGETS: dict[str, Target] = {
    target.__name__: target
    for target in (splitter, wrappers, layouts, matching, decoders, compressed, archive, rules, patterns, reports)
}


def tar_of(*members: tuple[str, bytes]) -> bytes:
    """Return a tar of these members."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    return out.getvalue()


def zip_of(*members: tuple[str, bytes]) -> bytes:
    """Return a zip of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members:
            packed.writestr(name, data)
    return out.getvalue()


def seeds(name: str) -> list[bytes]:
    """Return what the fuzzing of a target begins with: its corpus, and real lines."""
    kept = [path.read_bytes() for path in sorted((CORPUS / name).glob("*")) if path.is_file()]
    lines = [sample.encode() for layout in LAYOUTS for sample in layout.samples]
    if name == "matching":
        lines = [s.template.replace("{{", "{").replace("}}", "}").encode() for s in list(statements.statements().values())[::9]]
    if name == "decoders":
        lines = [PRINTED[0] % b"{a=1}", *PRINTED[1:]]
    if name in {"compressed", "archive"}:
        plain = tar_of(("ns/namesrv.log", lines[0]), ("ns/inner.tar", tar_of(("a", b"b")))) if name == "archive" else lines[0]
        packed = [gzip.compress(plain), bz2.compress(plain), lzma.compress(plain), zstandard.ZstdCompressor().compress(plain)]
        lines = [plain, *packed, zip_of(("ns/namesrv.log", lines[0]))]
    if name == "rules":
        lines = [page.read_bytes() for page in (ROOT.parent / "rules").glob("*/*.md")]
    return [*kept, *lines, json.dumps({"log": lines[0].decode("utf-8", "replace")}).encode(), b""]


def changed(chance: random.Random, data: bytes, others: list[bytes]) -> bytes:
    """Return *data* with a few changes of the kinds that find most."""
    out = bytearray(data)
    for _ in range(chance.randrange(1, 5)):
        at, end = sorted((chance.randrange(len(out) + 1), chance.randrange(len(out) + 1)))
        way = chance.randrange(6)
        if way == 0 and out:
            out[at % len(out)] ^= 1 << chance.randrange(8)
        elif way == 1:
            del out[at : min(end, at + 40)]
        elif way == 2:
            other = chance.choice(others)
            begin = chance.randrange(len(other) + 1)
            out[at:at] = other[begin : begin + chance.randrange(1, 80)]
        elif way == 3:
            out[at:at] = out[at : at + 30] * chance.randrange(1, 30)
        elif way == 4:
            out[at:at] = chance.choice(
                (b"\n", b"\0", b"\xff", b"\r\n", b"\xef\xbb\xbf", b"9" * 30, b"-", b"{", b"]", b"\xed\xa0\x80", b", ")
            )
        else:
            out[at:end] = b""
    return bytes(out[: 1 << 14])


class Reached:
    """The lines of ours that a call reaches, as a trace function sees them."""

    def __init__(self) -> None:
        self.lines: set[tuple[str, int]] = set()
        self.new = False

    def __call__(self, frame: FrameType, _event: str, _value: Any) -> Any:
        return self._line if "forensics" in frame.f_code.co_filename else None

    def _line(self, frame: FrameType, event: str, _value: Any) -> Any:
        place = (frame.f_code.co_filename, frame.f_lineno)
        if event == "line" and place not in self.lines:
            self.lines.add(place)
            self.new = True
        return self._line


def fuzz(name: str, seconds: float, seed: int, keeping: bool) -> int:
    """Change inputs of one target until *seconds* are over; return how many finds were written to the corpus.

    Where *keeping*, small inputs that reached what none had reached are written there too.
    """
    target, chance, pool = TARGETS[name], random.Random(seed), seeds(name)  # noqa: S311 - chance is what is wanted
    given = len(pool)
    reached, finds, runs, ends = Reached(), set(), 0, time.monotonic() + seconds
    while time.monotonic() < ends:
        data = pool[runs] if runs < len(pool) else changed(chance, chance.choice(pool), pool)
        runs += 1
        reached.new = False
        sys.settrace(reached)
        try:
            target(data)
        except Exception:  # noqa: BLE001 - whatever it is, it is a find
            sys.settrace(None)
            last = traceback.extract_tb(sys.exc_info()[2])[-1]
            if (last.filename, last.lineno) not in finds:
                finds.add((last.filename, last.lineno))
                keep(name, data)
                traceback.print_exc()
        finally:
            sys.settrace(None)
        if reached.new:
            pool.append(data)
            if keeping and runs > given and len(data) <= _KEPT_BYTES:
                keep(name, data)
    print(f"{name}: {runs} runs, {len(pool)} inputs, {len(reached.lines)} lines of ours, {len(finds)} finds", flush=True)  # noqa: T201
    return len(finds)


def keep(name: str, data: bytes) -> None:
    """Write an input to the corpus of its target."""
    (CORPUS / name).mkdir(parents=True, exist_ok=True)
    (CORPUS / name / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)


def main() -> int:
    """Fuzz the targets that are named, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=float, default=300, help="for all targets together")
    parser.add_argument("--keep", action="store_true", help="write inputs that reach something new to the corpus")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    wanted = parser.parse_args()
    names = wanted.targets or list(TARGETS)
    if len(names) == 1 and importlib.util.find_spec("atheris"):
        import atheris  # type: ignore[import-not-found]

        atheris.instrument_all()
        atheris.Setup([sys.argv[0], str(CORPUS / names[0]), f"-max_total_time={int(wanted.seconds)}"], TARGETS[names[0]])
        atheris.Fuzz()
    return min(1, sum(fuzz(name, wanted.seconds / len(names), wanted.seed, wanted.keep) for name in names))


if __name__ == "__main__":
    sys.exit(main())
