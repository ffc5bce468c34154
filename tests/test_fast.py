"""The compiled way of reading gives the tables that the plain way gives: on traces, on damaged lines, on forged holes."""

import random
import subprocess
import sys
import threading
import time
import tracemalloc
from collections import defaultdict

import numpy as np
import polars as pl
import pyarrow as pa
import pytest
from conftest import NAMES, TRACES, kept
from hypothesis import given, settings
from hypothesis import strategies as st

from forensics.case import new_case
from forensics.engines import batches, local, rows
from forensics.engines.fast import arrays, compiled_statements, events, groups, piece, reader, setup, stored
from forensics.engines.fast.columns import (
    ENDPOINT,
    NOT_EMPTY,
    NULL,
    NULLABLE,
    NUMBERS,
    OR_EMPTY,
    PLAIN,
    TEXTS,
    TRUTHS,
)
from forensics.engines.fast.made_once import made_once
from forensics.engines.possible import LATEST_MS
from forensics.engines.reading import read_streams
from forensics.engines.survey import survey
from forensics.parts import as_arrow, in_words
from forensics.sources.archives import Spool
from forensics.sources.find import find_sources
from forensics.statements import statements
from forensics.storefiles.events import event_tables
from forensics.tables import RECORDS

HEADS = (
    "2026-11-21 19:39:10 INFO main - ",
    "2026-11-21 19:39:10 WARN PopReviveService_3 - ",
    "2026-11-21 19:39:11 INFO - ",
    "2026-11-21 19:39:11 - ",
    "2026-11-21 19:39:10.562 INFO  [2422] [main] [RocketmqRemoting#?:?] - ",
    "2026-11-21 11:36:26,623 WARN RocketmqRemoting - ",
    "2026-11-21 19:33:07 ",
)
SHAPES = {
    "ck": "PopCheckPoint [topic=T, cid=G, queueId=3, startOffset=7, bitMap=0, num=2, reviveTime=1795260254356, reviveOffset=0, "
    "diff=[0, 1], brokerName=broker-a, rePutTimes=1]",
    "ack": "AckMsg{ackOffset=1, startOffset=0, consumerGroup='G', topic='T', queueId=3, popTime=1795260194356, brokerName=b}",
    "put_result": "PutMessageResult [putMessageStatus=PUT_OK, appendMessageResult=AppendMessageResult{status=PUT_OK, "
    "wroteOffset=6, wroteBytes=4, msgId='null', storeTimestamp=1795260157864, logicsOffset=0, pagecacheRT=0, msgNum=1}, "
    "remotePut=false]",
    "ck_body": '{"bm":0,"bn":"b","c":"G","d":[0,1],"it":20000,"n":2,"pt":1795260199330,"q":6,"reviveTime":1795260219330,"ro":0,'
    '"so":3,"t":"T"}',
    "ack_body": '{"ao":0,"bn":"b","c":"G","pt":1795260156057,"q":3,"so":0,"t":"T"}',
    "command": "RemotingCommand [code=200050, language=JAVA, version=473, opaque=8, flag(B)=0, remark=null, "
    "extFields={pollTime=500, invisibleTime=60000, queueId=-1, topic=T, exp=*, consumerGroup=G, order=false}, "
    "serializeTypeCurrentRPC=JSON]",
    "found": "GetMessageResult [status=OFFSET_TOO_SMALL, nextBeginOffset=1, minOffset=1, maxOffset=5, bufferTotalSize=0]",
    "queue": "MessageQueue [topic=T, brokerName=b, queueId=0]",
    "counts": "105:8, 36:8",
    "client": "ClientChannelInfo [channel=[id: 0x1, L:/1:2 - R:/3:4], clientId=c@1, language=JAVA, version=1, "
    "lastUpdateTimestamp=1795260157864]",
}
SHAPES["ck_wrap"] = f"CkWrap{{rq=4, rqo=-1, ck={SHAPES['ck']}, bits=2, sBits=0, nbo=2, cks=false, jo=true}}"
FRAMES = (
    "java.lang.NullPointerException: null",
    "java.lang.InterruptedException \t",
    "\tat org.apache.rocketmq.proxy.Some$Inner.method(Some.java:7)",
    "\tat java.base/java.lang.Thread.run(Thread.java:833)",
    "Caused by: java.io.IOException: Broken pipe",
    "\t... 12 common frames omitted",
    " ---> System.IO.IOException: Broken pipe",
    "   --- End of inner exception stack trace ---",
    "org.apache.rocketmq.remoting.exception.RemotingTimeoutException",
    "second line of a message",
    "",
)
TORN = st.sampled_from(
    ["", " ", "null", "-", "0", "7", "99999999999999999999", "{", "}", "[", "]", ", ", "=", "é", "\r", "\0", "\t"]
)


@pytest.fixture(scope="module", autouse=True)
def compiled():
    if not setup.is_ready():
        setup.compile_all()


def tables(path, by_kernel):
    """Return what reading makes of a file: its row, and the rows of each table, batch by batch."""
    with Spool() as spool:
        found = survey(find_sources([str(path)], spool), {}, "n")
        (read,) = read_streams(found, 0, by_kernel)
        pieces = defaultdict(list)
        for name, piece_ in read.pieces:
            pieces[name].append(pl.DataFrame(pl.from_arrow(piece_)) if isinstance(piece_, pa.Table) else piece_)
    return (
        read.row,
        read.needs_zone,
        read.move_us,
        {name: [one.to_dict(as_series=False) for one in own] for name, own in pieces.items()},
    )


def same(path):
    plain, compiled_ = tables(path, False), tables(path, True)
    assert compiled_ == plain
    return plain


ENDS = {"feeds": (b"\n",), "returns": (b"\r\n",), "mixed": (b"\n", b"\n", b"\r\n", b"\r\r\n")}
"""What ends the lines of a file."""


def ended(lines, ends):
    """Return *lines* as bytes, the last one without an end, each of the others with one of *ends*."""
    chance = random.Random(len(lines))  # noqa: S311 - no secret
    return lines[0].encode() + b"".join(chance.choice(ENDS[ends]) + line.encode() for line in lines[1:])


@pytest.mark.parametrize("name", NAMES[::6])
def test_a_trace_gives_the_same_case_byte_by_byte(name, tmp_path, monkeypatch):
    monkeypatch.setattr(local, "_WORTH_BYTES", 0)
    contents = []
    for way in (True, False):
        monkeypatch.setattr(setup, "is_ready", lambda way=way: way)
        case = new_case(tmp_path / str(way))
        local.ingest([str(TRACES / name / "input.tar.zst")], case, local.Reading(), lambda *_: None)
        case.commit()
        parts = case.directory.rglob("*.parquet")
        contents.append({path.relative_to(case.directory).as_posix(): path.read_bytes() for path in parts})
    assert contents[0] == contents[1]


def filled(chance, statement):
    """Return a message of *statement*: what stands in its holes is plain, or made to mislead."""
    literals = [literal for literal, _, _ in statement.pieces if literal]
    message = ""
    for literal, _, kind in statement.pieces:
        words = [
            SHAPES.get(kind, "7"),
            "7",
            "-12",
            "null",
            "",
            "word",
            "two words",
            "true",
            chance.choice(literals or [""]),
            "a=b, c",
            "]",
        ]
        message += literal + (chance.choice(words[:2] * 6 + words) if kind else "")
    return message


@pytest.mark.parametrize(("seed", "ends"), [(0, "feeds"), (1, "feeds"), (2, "feeds"), (3, "returns"), (4, "mixed")])
def test_every_statement_is_found_and_taken_apart_alike(seed, ends, tmp_path):
    chance = random.Random(seed)  # noqa: S311 - no secret
    lines = [f"{HEADS[0]}start"]
    for statement in statements().values():
        lines.append(chance.choice(HEADS[:5]) + filled(chance, statement))
        lines += chance.sample(FRAMES, chance.choice((0, 0, 0, 1, 3)))
    log = tmp_path / "broker.log"
    log.write_bytes(ended(lines, ends))
    row, *_, pieces = same(log)
    understood = sum(name is not None for one in pieces["records"] for name in one["statement"])
    assert understood > len(statements()) // 2
    assert row["records"] >= len(statements())


APPLICATION_HEADS = {
    "spring_boot": "{at} {level:>5} 17 --- [{thread:>15.15}] {logger:40} : ",
    "slf4j_thread_level": "{at} [{thread}] {level:5} {logger} - ",
    "slf4j_level_time": "{level:5} {at} [{thread}] {logger}: ",
    "slf4j_level_logger": "{at} {level} {logger}(12) - ",
    "pattern": "{at}|{level}|{thread}|{logger}:95|",
}
APPLICATION_TIMES = (
    "2026-11-21 19:39:10.562",
    "2026-11-21 19:39:10,7",
    "2026-11-21T19:39:11.562+08:00",
    "2026/11/21 19:39:11",
    "2026-02-30 19:39:11",
)


@pytest.mark.parametrize(("shape", "ends"), [*((shape, "feeds") for shape in APPLICATION_HEADS), ("pattern", "mixed")])
def test_logs_of_applications_are_read_alike(shape, ends, tmp_path, monkeypatch):
    chance = random.Random(shape)  # noqa: S311 - no secret
    asked = []
    monkeypatch.setattr(piece, "given", lambda *of, given=piece.given: asked.append(of) or given(*of))

    def head(at, level="INFO", thread="main", logger="RocketmqRemoting"):
        return APPLICATION_HEADS[shape].format(at=at, level=level, thread=thread, logger=logger)

    chosen = head(APPLICATION_TIMES[0]) + "new name server is chosen. OLD: null , NEW: 10.0.0.1:9876. namesrvIndex = "
    lines = [f"{chosen}{n}" for n in range(400)]
    for statement in chance.sample(list(statements().values()), 1_500):
        level, thread = chance.choice(("INFO", "WARN", "ERROR", "FATAL")), chance.choice(("main", "a b", "t\u00e9", ""))
        at = chance.choice(APPLICATION_TIMES[:1] * 9 + APPLICATION_TIMES)
        lines.append(head(at, level, thread) + filled(chance, statement) + chance.choice(("", "", "", " ", "\r", " \u4e2d")))
        lines += chance.sample(FRAMES, chance.choice((0, 0, 0, 1, 3)))
    log = tmp_path / "app.log"
    log.write_bytes(ended(lines, ends))
    row, *_, pieces = same(log)
    assert asked
    assert row["records"] > 1_000
    assert sum(name is not None for one in pieces["records"] for name in one["statement"]) > 800


@settings(max_examples=60, deadline=None, derandomize=True)
@given(data=st.data())
def test_damaged_lines_are_read_alike(data, tmp_path_factory):
    texts = kept("S-5.3.1-s1").scan(RECORDS).filter(pl.col("statement").is_not_null()).collect()
    known = texts.unique("statement", keep="first", maintain_order=True)["text"].to_list()
    lines = [HEADS[0] + "start"]
    for chosen in data.draw(st.lists(st.sampled_from(known), min_size=1, max_size=20)):
        text = chosen
        for _ in range(data.draw(st.integers(0, 3))):
            at, length = data.draw(st.integers(0, len(text))), data.draw(st.integers(0, 9))
            text = text[:at] + data.draw(TORN) + text[at + length :]
        lines.append(text)
    log = tmp_path_factory.mktemp("torn") / "broker.log"
    end = data.draw(st.sampled_from(["", "\n", "\n\n", "\udcff\n", "\r", "\n\r"]))
    text = "\n".join(lines) + end
    text = text.replace("\n", data.draw(st.sampled_from(["\n", "\n", "\r\n"])))
    log.write_bytes(text.encode(errors="surrogateescape"))
    same(log)


def test_checkpoints_are_read_alike_whatever_fields_a_release_gives_them(tmp_path):
    ck, body = SHAPES["ck_wrap"].partition(", rePutTimes=1"), SHAPES["ck_body"].partition(',"t":')
    ends = (
        "",
        ", rePutTimes=2",
        ", rePutTimes=null, suspend=false",
        ", rePutTimes=3, suspend=true",
        ", rePutTimes=4, suspend=8, of=a",
    )
    more = ("", ',"sp":false', ',"sp":true', ',"sp":7', ',"sq":null')
    lines = [f"{HEADS[1]}[PopBuffer]add ck, {ck[0]}{end}{ck[2]}" for end in ends]
    lines += [f"{HEADS[1]}reviveQueueId=3,find ck, offset:7, raw : {body[0]}{one}{body[1]}{body[2]}" for one in more]
    log = tmp_path / "pop.log"
    log.write_text("\n".join([HEADS[0] + "start", *lines]), encoding="utf-8", newline="")
    *_, pieces = same(log)
    assert sum(name is not None for one in pieces["records"] for name in one["statement"]) == len(lines)


@pytest.mark.parametrize("ends", ["feeds", "returns"])
def test_records_are_read_compiled_however_their_lines_end(ends, tmp_path, monkeypatch):
    plainly = []
    monkeypatch.setattr(rows.Rows, "add", lambda self, record, add=rows.Rows.add: plainly.append(record) or add(self, record))
    boot = f"{HEADS[0]}The broker[broker-a, 10.0.0.1:10911] boot success. serializeType=JSON"
    log = tmp_path / "broker.log"
    log.write_bytes(ended([*(boot, f"{boot}!", *FRAMES[:3]) * 100, f"{boot}\rtorn"], ends))
    tables(log, True)
    assert len(plainly) == 2, "the torn one, which may begin a record, and the one before it"


def test_what_waits_to_be_written_keeps_nothing_else_in_memory(tmp_path):
    log = tmp_path / "pop.log"
    lines = (f"reviveQueueId=3,find ck, offset:7, raw : {SHAPES['ck_body']}", f"[PopBuffer]add ck, {SHAPES['ck_wrap']}")
    begun = "".join(f"{HEADS[1]}{line}\n" for line in lines)
    log.write_text(f"{HEADS[0]}start\n" + begun * 4_000, encoding="utf-8", newline="")
    with Spool() as spool:
        (read,) = read_streams(survey(find_sources([str(log)], spool), {}, "n"), 0, True)
        reader.load()
        tracemalloc.start()
        try:
            waiting = [piece_ for name, piece_ in read.pieces if name.startswith("events/")]
            held, _ = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert sum(piece_.num_rows for piece_ in waiting) == 8_000
    assert held < 2 * sum(piece_.nbytes for piece_ in waiting)


@pytest.mark.parametrize(("size", "ends"), [(200, "feeds"), (1_000, "feeds"), (1_000, "mixed"), (5_000, "returns")])
def test_batches_end_at_the_same_records(size, ends, tmp_path, monkeypatch):
    for module in (batches, rows, reader):
        monkeypatch.setattr(module, "BATCH_BYTES", size)
        monkeypatch.setattr(module, "HEADLESS_BYTES", 4 * size)
    chance = random.Random(size)  # noqa: S311 - no secret
    lines = ["torn", *FRAMES]
    for statement in chance.sample(list(statements().values()), 200):
        lines.append(chance.choice(HEADS[:4]) + filled(chance, statement))
        lines += chance.choices(FRAMES, k=chance.choice((0, 0, 1, 5, 60)))
    log = tmp_path / "broker.log"
    log.write_bytes(ended(lines, ends))
    *_, pieces = same(log)
    assert len(pieces["records"]) > 3


def test_a_name_that_a_terminal_cut_is_no_name(tmp_path):
    retried = "async send msg by retry 1 times. topic=Topic, brokerAddr=10.0.0.1:10911, brokerName=broker"
    reset = "invoke reset offset operation from broker. brokerAddr=10.0.0.1:10911, topic=Topic, group=Group, timestamp=1"
    whole = [f"{HEADS[4]}{text}" for text in (retried, reset)]
    cut = [f"{line[:width]}\n{line[width:]}" for line in whole for width in range(len(HEADS[4]), len(line))]
    log = tmp_path / "rocketmq_client.log"
    log.write_text("\n".join([*whole, *cut, *whole]), encoding="utf-8", newline="")
    *_, pieces = same(log)
    events = [own for name, every in pieces.items() if name.startswith("events/") for own in every]
    names = {one for own in events for column in ("address", "topic", "group", "broker") for one in own.get(column, []) if one}
    assert {"10.0.0.1:10911", "Topic", "Group", "broker"} >= names >= {"10.0.0.1:10911", "Topic"}


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-21 19:39:10 INFO a - b - c\n2026-02-30 19:39:10 INFO main - no such day\n2026-11-21 19:39:60 INFO main - x\n",
        "2026-11-21 19:39:10 INFO - stats\n2026-11-21 19:39:10 INFO  - - two\n2026-11-21 19:39:10 INFO a  - b\n",
        "2026-11-21 19:39:10 INFO main - a\n\n\n\n2026-11-21 19:39:10 INFO main - b  \n\t\n",
        "2026-11-21 19:39:10.562 INFO  [2422] [a] [b] [c#?:?] - x\n2026-11-21 19:39:10.562 INFO  [1] [m] [l#m:9] - y\n",
        "\ufeff2026-11-21 19:39:10 INFO main - with a mark\n",
        "\0" * 700 + "2026-11-21 19:39:10 INFO main - behind zeros\n2026-11-21 19:39:11 INFO main - y\0z\n" + "\0" * 900,
    ],
)
def test_odd_heads_are_read_alike(text, tmp_path):
    log = tmp_path / "broker.log"
    log.write_text(HEADS[0] + "x\n" + HEADS[4] + "x\n" + text if text[0] != "\ufeff" else text * 3, encoding="utf-8", newline="")
    same(log)


def test_what_set_up_stores_is_what_a_run_would_make(tmp_path, monkeypatch):
    monkeypatch.setattr(stored, "place", lambda: tmp_path / "made" / "programs.bin")
    assert stored.load() is None
    setup.store_programs()
    made, kept = compiled_statements.compile_all(), compiled_statements.restored(stored.load())
    assert (kept.names, kept.statements, kept.captures, kept.bulk) == (made.names, made.statements, made.captures, made.bulk)
    for one, other in zip(kept.arrays, made.arrays, strict=True):
        assert np.array_equal(one, other)
        assert isinstance(one, int) or one.dtype == other.dtype
    assert stored.load()["firsts"] == groups.all_firsts()


@pytest.mark.parametrize("damaged", [b"", b"{", b"i\0\0\0\0"])
def test_what_was_stored_and_is_damaged_is_made_again(damaged, tmp_path, monkeypatch):
    monkeypatch.setattr(stored, "place", lambda: tmp_path / "programs.bin")
    stored.place().write_bytes(damaged)
    assert stored.load() is None


def test_columns_have_the_types_that_polars_gives():
    for table in (RECORDS, *event_tables().values()):
        plain = in_words(as_arrow(table.frame([])))
        assert arrays.schema_of(table.name.removeprefix("events/")) == plain.schema


def test_words_are_numbered_as_they_first_appear():
    codes, pool = np.array([3, -1, 0, 3, 1]), ["a", "b", "c", "d"]
    column = arrays.words(codes, pool)
    assert column.to_pylist() == ["d", None, "a", "d", "b"]
    assert column.dictionary.to_pylist() == ["d", "a", "b"]
    assert arrays.renumbered(column.slice(1, 3)).dictionary.to_pylist() == ["a", "d"]
    text = np.frombuffer(b"one two one  two", np.uint8)
    begins, ends = np.array([0, 4, 8, -1, 12, 13]), np.array([3, 7, 11, -1, 12, 16])
    codes, pool = arrays.interned(text, begins, ends)
    assert (codes.tolist(), pool) == ([0, 1, 0, -1, 2, 1], ["one", "two", ""])


@pytest.mark.parametrize("count", [0, 1, 7, 8, 9, 64, 75])
def test_numbers_and_truths_are_null_where_nothing_was_kept(count):
    given = [[NULL, 1, 0, -1, LATEST_MS][i % 5] for i in range(count)]
    values = np.array(given, np.int64)
    spec = np.array([[0, NUMBERS, 0], [0, TRUTHS, 0]], np.int64)
    columns = arrays.filled(np.empty(0, np.uint8), np.stack([values, values]), spec)
    made = [*columns, arrays.ints(values, NULL)]
    for column in made:
        column.validate(full=True)
        assert column.null_count == given.count(NULL)
    assert made[0].to_pylist() == [None if value == NULL else value for value in given]
    assert made[1].to_pylist() == [None if value == NULL else value == 1 for value in given]
    assert made[2].equals(made[0])


def test_columns_that_are_made_together_are_those_made_alone():
    text = np.frombuffer(b"one null /two  three", np.uint8)
    begins, ends = np.array([0, 4, 9, 14, NULL, 15]), np.array([3, 8, 13, 14, 0, 20])
    ways = (PLAIN, NULLABLE, ENDPOINT, OR_EMPTY, NOT_EMPTY)
    spec = np.array([[2, TEXTS, PLAIN], [0, NUMBERS, 0], *([0, TEXTS, how] for how in ways)], np.int64)
    other, number, *made = arrays.filled(text, np.stack([begins, ends, begins, begins]), spec)
    assert other.to_pylist() == ["", "", "", "", None, ""]
    assert number.to_pylist() == [0, 4, 9, 14, None, 15]
    for how, column in zip(ways, made, strict=True):
        column.validate(full=True)
        assert column.equals(arrays.texts(text, begins, ends, how))
    assert made[1].to_pylist() == ["one", None, "/two", "", None, "three"]
    assert made[2].to_pylist() == ["one", None, "two", None, None, "three"]


def test_only_times_that_no_clock_shows_are_beyond():
    times = [0, NULL, LATEST_MS, -LATEST_MS]
    assert not events.is_any_beyond(np.array(times, np.int64))
    for odd in (LATEST_MS + 1, -LATEST_MS - 1, 1 << 62, NULL + 1):
        assert events.is_any_beyond(np.array([*times, odd, 0], np.int64))


def test_reading_loads_no_compiler():
    script = (
        "import sys; from forensics.engines.fast import piece, reader\n"
        "from forensics.layouts import server\n"
        "piece.scan(b'2026-11-21 19:39:10 INFO main - a\\n', 34, 0, 1, (server.MAIN,))\n"
        "print('numba' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


def test_reading_loads_no_pandas(tmp_path):
    listed = "name server address updated. NEW : [a:1, b:2] , OLD: [a:1]"
    text = f"{HEADS[0]}start\n{HEADS[1]}{FRAMES[0]}\n{FRAMES[1]}\n{HEADS[0]}{listed}\n"
    (tmp_path / "broker.log").write_text(text * 10, encoding="utf-8")
    script = (
        "import sys; from pathlib import Path; from forensics.case import new_case; from forensics.engines import local\n"
        "local._WORTH_BYTES = 0; place = Path(sys.argv[1]); case = new_case(place / 'case')\n"
        "local.ingest([str(place / 'broker.log')], case, local.Reading(), lambda *_: None); case.commit()\n"
        "print([name in sys.modules for name in ('numba', 'forensics.engines.fast.batch', 'pandas')])"
    )
    ran = subprocess.run([sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[False, True, False]"


def test_what_threads_share_is_made_by_one_of_them():
    made = []

    def make():
        time.sleep(0.05)
        made.append(1)
        return object()

    shared, got = made_once(make), []
    threads = [threading.Thread(target=lambda: got.append(shared())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 1
    assert len({id(one) for one in got}) == 1
