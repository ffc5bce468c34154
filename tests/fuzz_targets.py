"""What is fuzzed: each target takes bytes, and raises where something of ours does what it must not."""

import contextlib
import io
import re
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import polars as pl
from fuzz_reports import page, reports
from readings import read

from forensics import statements
from forensics.engines.possible import possible
from forensics.errors import BadRule, BadUsage
from forensics.findings.examples import examples
from forensics.findings.rules import load_rules
from forensics.layouts import LAYOUTS
from forensics.layouts.languages import language_of
from forensics.layouts.pattern import layout_of
from forensics.layouts.records import join_records, split_trace
from forensics.report import store_text
from forensics.report.unread import shape_of
from forensics.sources.answers import Answer
from forensics.sources.archives import Spool, is_archive, members
from forensics.sources.careful import Careful
from forensics.sources.lines import split_lines
from forensics.sources.unpacked import unpacked
from forensics.sources.wrappers import WRAPPINGS, unwrapped, wrappings_of
from forensics.statements.holes import HOLES
from forensics.statements.matching import linear_match
from forensics.storefiles import pop
from forensics.storefiles.commitlog import Damage, Message
from forensics.storefiles.config import parse
from forensics.storefiles.pieces import pieces
from forensics.storefiles.store import REVIVE_PREFIX, Store
from forensics.storefiles.summary import listing, summary
from forensics.storefiles.traces import in_words, traced

Target = Callable[[bytes], None]
_TRIED: dict[str, re.Pattern[str]] = {}
_LONGEST_HOLE = 1_000
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
    laid = Answer(io.BytesIO(data)).read()
    assert len(laid) == len(data)
    list(wrappings_of(list(split_lines(io.BytesIO(laid)))[:400]))
    language_of("rocketmq/node/python.log", lines[:400])
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
        for rule in loaded:
            with contextlib.suppress(BadRule):
                examples(rule)


def patterns(data: bytes) -> None:
    """Read a layout's pattern, or be told that it is bad."""
    try:
        layout = layout_of(data.decode("utf-8", "replace")[:200])
    except BadUsage:
        return
    layout.head.match("2026-01-01 08:00:00.123 [main] INFO  a.b.C - x" * 5)


def reading(data: bytes) -> None:
    """Read a file whole: every byte and line of it is counted once, and every event is a record understood."""
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory) / "node" / "what.log"
        path.parent.mkdir()
        path.write_bytes(data)
        found = [tables for tables in read(Path(directory)) if tables.row["status"] == "read"]
    for tables in found:
        row = tables.row
        assert row["kept_bytes"] + row["rejected_bytes"] == row["bytes"]
        assert row["records"] == tables.records.height
        assert tables.records["statement"].null_count() == row["unread_records"] <= row["unread_lines"] <= row["lines"]
        understood = set(tables.records.filter(pl.col("statement").is_not_null())["record_id"])
        assert all(set(frame["record_id"]) <= understood for frame in tables.events.values())


def stores(data: bytes) -> None:
    """Read a store and tell what is in it: as many entries of a queue as the first byte says, and the commit log behind them."""
    entries = 20 * data[0] if data else 0
    with tempfile.TemporaryDirectory() as directory:
        root = Path(directory)
        parts = {f"consumequeue/{REVIVE_PREFIX}C/3/{0:020d}": data[1 : 1 + entries], f"commitlog/{0:020d}": data[1 + entries :]}
        files = {inner: root / str(number) for number, (inner, content) in enumerate(parts.items()) if content}
        for inner, path in files.items():
            path.write_bytes(parts[inner])
        with Store(files) as store:
            found = pop.read(store)
            pop.read_originals(store, found, pop.wanted([found]))
            assert all(piece.records["text"].null_count() == 0 for piece in pieces(found, 0))
            store_text.render("store", summary(store), 120)
            for topic, queue in store.queues:
                assert all(listing(store, topic, queue, 0, 20))


def configs(data: bytes) -> None:
    """Read a config file as JSON with integer keys, or be told that it is none."""
    with contextlib.suppress(Damage):
        parse(data.decode(errors="replace"))


def traces(data: bytes) -> None:
    """Read the body of a message trace, packed in each way, and word what it says."""
    message = Message(0, 0, 0, 0, 0, 0, 0, "", 0, "", 0, "", {}, data)
    for flags in (0, 1, 0x101, 0x201, 0x301):
        with contextlib.suppress(Damage):
            assert all(in_words(row) for row in traced(replace(message, sys_flag=flags)))


TARGETS: dict[str, Target] = {
    target.__name__: target
    for target in (
        splitter,
        wrappers,
        layouts,
        matching,
        decoders,
        compressed,
        archive,
        rules,
        patterns,
        reading,
        reports,
        page,
        stores,
        configs,
        traces,
    )
}
