"""What lies in two files counts once, however bundles overlap; what only looks alike is kept."""

import gzip
import sys
from itertools import accumulate, pairwise

import pytest
from conftest import tables_read
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from forensics.engines import overlaps, printed, two_nodes
from forensics.engines.survey import survey
from forensics.library import check_case, coverage, ingest_logs
from forensics.report.outputs import render
from forensics.report.view import View
from forensics.sources.archives import Spool
from forensics.sources.find import find_sources

LINES = [
    f"2026-01-01 08:{n // 60:02}:{n % 60:02} INFO RemotingExecutorThread_{n} - new broker registered, BrokerIdentityInfo "
    f"[clusterName=c, brokerAddr=b:{n}] HAService: x\n"
    for n in range(300)
]
LOG = "".join(LINES).encode()


def ingested(root):
    """Return the rows of `files` by path and the understood texts of what lies under *root*."""
    files, records = tables_read(root)
    return {row["path"]: row for row in files.to_dicts()}, records.filter(records["statement"].is_not_null())["text"].to_list()


def put(root, name, data):
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)


@pytest.mark.parametrize("end", ["namesrv.log", "namesrv.log.gz"])
def test_the_end_of_a_log_that_begins_the_next_is_counted_there(end, tmp_path):
    root = tmp_path / "logs"
    put(root, f"monday/{end}", LOG[:20_000])
    put(root, f"tuesday/{end}", LOG[12_345:])
    files, texts = ingested(root)
    assert sorted(texts) == [line.rstrip() for line in LINES]
    (cut,) = [row for row in files.values() if row["status"] == "duplicate"]
    assert cut["path"].startswith(f"monday/{end} (its last ")
    assert cut["problems"] == [f"the beginning of tuesday/{end}"]
    assert cut["bytes"] + files[f"monday/{end}"]["bytes"] == 20_000


def test_an_exception_thrown_again_and_again_across_a_rotation_counts_each_time(tmp_path):
    stack = "java.lang.NullPointerException\n" + "".join(f"\tat org.apache.rocketmq.Some{n:04}(Some.java:1)\n" for n in range(70))
    threw = [f"2026-01-01 08:00:0{n // 3} ERROR GrpcThread-{n % 2} - internal server error\n{stack}" for n in range(6)]
    root = tmp_path / "logs"
    put(root, "proxy-0/logs/rocketmqlogs/otherdays/proxy.1.log", "".join(threw[:4]).encode())
    put(root, "proxy-0/logs/rocketmqlogs/proxy.log", "".join(threw[4:]).encode())
    files, texts = ingested(root)
    assert {row["status"] for row in files.values()} == {"read"}
    assert len(texts) == len(threw)


@pytest.mark.parametrize("after", [1, 2, 5])
def test_records_of_one_second_that_are_the_same_before_and_after_a_rotation_all_count(after, tmp_path):
    stack = "java.lang.NullPointerException\n" + "".join(f"\tat org.apache.rocketmq.Some{n:04}(Some.java:1)\n" for n in range(70))
    threw = f"2026-01-01 08:00:01 ERROR GrpcThread-0 - internal server error\n{stack}"
    root = tmp_path / "logs"
    put(root, "proxy-0/proxy.1.log", ("2026-01-01 08:00:00 INFO main - a line\n" + 3 * threw).encode())
    put(root, "proxy-0/proxy.log", (after * threw).encode())
    files, texts = ingested(root)
    assert {row["status"] for row in files.values()} == {"read"}
    assert len(texts) == 3 + after


def test_of_a_log_and_its_copy_the_one_with_rocketmqs_name_is_read(tmp_path):
    root = tmp_path / "logs"
    for name in ("bak_namesrv.log", "namesrv-copy.log", "namesrv.log"):
        put(root, name, LOG)
    files, texts = ingested(root)
    assert len(texts) == len(LINES)
    assert [path for path, row in files.items() if row["status"] == "read"] == ["namesrv.log"]


@pytest.mark.parametrize("size", [3, 5, 1 << 18])
def test_a_copy_with_other_line_ends_or_a_mark_counts_once(size, tmp_path, monkeypatch):
    monkeypatch.setattr(overlaps, "PIECE", size)
    root = tmp_path / "logs"
    put(root, "ns/namesrv.log", LOG)
    put(root, "windows/namesrv.log", b"\xef\xbb\xbf" + LOG.replace(b"\n", b"\r\n"))
    put(root, "zipped/namesrv.log.gz", LOG.replace(b"\n", b"\r\n"))
    files, texts = ingested(root)
    assert sorted(texts) == [line.rstrip() for line in LINES]
    assert [row["status"] for row in files.values()] == ["read", "duplicate", "duplicate"]


def test_a_part_of_a_log_lies_in_it(tmp_path):
    root = tmp_path / "logs"
    put(root, "a/namesrv.log", LOG)
    put(root, "b/namesrv.log", LOG[9_999:-7_000])
    put(root, "c/namesrv.log", LOG[-5_000:])
    files, texts = ingested(root)
    assert texts == [line.rstrip() for line in LINES]
    assert files["b/namesrv.log"]["problems"] == files["c/namesrv.log"]["problems"] == ["lies in a/namesrv.log"]


@pytest.mark.parametrize("end", [300, 200])
@pytest.mark.parametrize("name", ["namesrv-tail.log", "namesrv_tail.log", "namesrv (1).log", "namesrv.log.part"])
def test_a_tail_kept_beside_its_log_under_a_name_made_of_the_logs_counts_once(tmp_path, name, end):
    root = tmp_path / "logs"
    put(root, "namesrv.log", "".join(LINES[100:]).encode())
    put(root, name, "".join(LINES[150 if end == 300 else 0 : end]).encode())
    _, texts = ingested(root)
    assert sorted(texts) == sorted({line.rstrip() for line in LINES[100 if end == 300 else 0 :]})


@pytest.mark.parametrize(
    ("log", "begin", "alike"), [("namesrv.log", 12_345, True), ("namesrv.log", 18_000, False), ("watermark.log", 12_345, False)]
)
def test_bundles_of_one_process_under_two_names_are_told(log, begin, alike, tmp_path):
    """Lines that begin one log and end another are of one process; few of them, or what idle brokers log, two print at once."""
    root = tmp_path / "logs"
    put(root, f"first/{log}", LOG[:20_000])
    put(root, f"second/{log}", LOG[begin + LOG[begin:].index(b"\n") + 1 :])
    case = ingest_logs([str(root)], tmp_path / "case")
    told = [doubt["says"] for row in coverage(case) for doubt in row["doubts"] if doubt["why"] == "twin"]
    assert [" too: one process under two names" in says for says in told] == [True, True] * alike
    shown = " ".join(render(check_case(case), "text", View()).split())
    assert ("first and second are one process under two names: the same lines lie in namesrv.log of both." in shown) == alike


WATERMARK = "".join(f"2026-01-01 08:00:{n:02} - [WATERMARK] Send Queue Size: 0 SlowTimeMills: 0\n" for n in range(60)).encode()


@pytest.mark.parametrize(
    ("other", "twice"),
    [
        (LOG.replace(b"c, ", b"d, "), True),  # of the same time other lines
        (LOG[5_000:], False),  # its end
        (b"".join(line for line in LOG.splitlines(keepends=True) if b"8 INFO" in line), False),  # some of its lines
        (LOG.replace(b"08:", b"09:"), False),  # of another time
        (None, False),
    ],
)
def test_what_two_processes_print_alike_counts_twice_where_their_own_logs_show_that_they_are_two(other, twice, tmp_path):
    root = tmp_path / "logs"
    for node, log in (("a", LOG), ("b", other), ("c", other)):
        put(root, f"{node}/watermark.log", WATERMARK)
        if log:
            put(root, f"{node}/broker.log", log)
    files, _ = ingested(root)
    read = [path for path, row in files.items() if row["status"] == "read" and "watermark" in path]
    assert read == ["a/watermark.log", "b/watermark.log"][: 1 + twice]
    assert {files[path]["records"] for path in read} == {60}


def test_rotated_logs_are_looked_at_once_to_tell_two_nodes_apart_however_many_files_are_copies(tmp_path, monkeypatch):
    root, looked = tmp_path / "logs", []
    for node, own in (("a", b"c, "), ("b", b"d, ")):
        for number in range(6):
            data = LOG.replace(b"08:", b"%02d:" % (8 + number)).replace(b"c, ", own)
            put(root, f"{node}/broker.log.{6 - number}", data)
            put(root, f"{node}/watermark.log.{6 - number}", WATERMARK.replace(b"08:", b"%02d:" % (8 + number)))
    monkeypatch.setattr(two_nodes, "_beginning_of", lambda one, look=two_nodes._beginning_of: looked.append(one) or look(one))
    files, _ = ingested(root)
    assert [row["status"] for row in files.values()] == ["read"] * 24
    assert len(looked) == 11 + 6  # each but the first for its times, and again where another one tells of these


def test_a_log_of_another_kind_that_lies_at_two_nodes_was_copied(tmp_path):
    root = tmp_path / "logs"
    pop = LOG.replace(b"INFO RemotingExecutorThread", b"INFO PopReviveService")
    for node, own in (("a", b"c, "), ("b", b"d, ")):
        put(root, f"{node}/broker.log", LOG.replace(b"c, ", own))
        put(root, f"{node}/pop.log", pop)
    files, _ = ingested(root)
    assert sorted(row["status"] for path, row in files.items() if path.endswith("pop.log")) == ["duplicate", "read"]


def test_logs_of_two_nodes_that_say_the_same_for_a_while_are_two(tmp_path):
    root = tmp_path / "logs"
    put(root, "a/namesrv.log", LOG[:20_000])
    put(root, "b/namesrv.log", LOG[:10_000] + LOG[10_000:].replace(b"c, ", b"d, "))
    put(root, "c/namesrv.log", "".join(LINES[-2:]).encode() + LOG.replace(b"08:", b"09:"))
    put(root, "d/namesrv.log", LOG[-700:])
    files, texts = ingested(root)
    assert {row["status"] for row in files.values()} == {"read"}
    assert len(texts) > 2 * len(LINES)


def test_rotated_files_do_not_overlap_and_are_not_even_compared(tmp_path, monkeypatch):
    compared = []
    monkeypatch.setattr(overlaps, "_look_through", lambda file, _span, _lines, _found: compared.append(file.path))
    for number, (begin, end) in enumerate(pairwise((0, 100, 200, 300))):
        put(tmp_path / "logs", f"ns/namesrv.{3 - number}.log", "".join(LINES[begin:end]).encode())
    _, texts = ingested(tmp_path / "logs")
    assert sorted(texts) == [line.rstrip() for line in LINES]
    assert len(compared) == 2, "a second stands in the end of one and in the beginning of the next"


def test_of_a_large_file_only_what_may_overlap_is_searched(tmp_path, monkeypatch):
    searched = []
    real = overlaps._lines_of
    monkeypatch.setattr(overlaps, "_lines_of", lambda stream, span, wanted: searched.append(span) or real(stream, span, wanted))
    monkeypatch.setattr(printed, "_APART", 2_000)
    monkeypatch.setattr(printed, "_LOOKED_AT", 500)
    put(tmp_path / "logs", "monday/namesrv.log", LOG[:30_000])
    put(tmp_path / "logs", "tuesday/namesrv.log", LOG[27_000:])
    _, texts = ingested(tmp_path / "logs")
    assert sorted(texts) == [line.rstrip() for line in LINES]
    ((begin, end),) = searched
    assert (24_000 < begin < 27_000, end) == (True, 30_000)


@pytest.mark.parametrize("told", ["2020-01-01T00:00:00", "2030-01-01T00:00:00", "9999-99-99T99:99:99"])
def test_times_within_messages_do_not_tell_where_a_log_may_overlap(told, tmp_path, monkeypatch):
    monkeypatch.setattr(printed, "_APART", 700)
    monkeypatch.setattr(printed, "_LOOKED_AT", 500)
    lines = [line.replace("HAService: x", f"HAService: {told}") for line in LINES]
    for name, (begin, end) in {"monday": (0, 250), "tuesday": (100, 300)}.items():
        put(tmp_path / "logs", f"{name}/namesrv.log", "".join(lines[begin:end]).encode())
    _, texts = ingested(tmp_path / "logs")
    assert sorted(texts) == [line.rstrip() for line in lines]


def test_files_of_which_no_beginning_is_known_are_searched_whole(tmp_path):
    put(tmp_path, "namesrv.log", LOG)
    (one,) = survey(find_sources([str(tmp_path)], Spool()), {}, "n")
    assert printed.spans_of(one, 0, at_once=True, later_us=None) == [(0, sys.maxsize)]
    assert printed.spans_of(one, one.first_us, at_once=True, later_us=None) == [(0, len(LOG))]
    assert printed.spans_of(one, one.first_us, at_once=False, later_us=None) == []
    hour_us = 3_600_000_000
    assert printed.spans_of(one, one.first_us, at_once=False, later_us=one.first_us + hour_us) == []


STARTS = [0, *accumulate(len(line) for line in LINES)]
PIECES = st.tuples(st.integers(0, len(LOG) - 1_000), st.integers(1_000, len(LOG))).map(lambda cut: (cut[0], sum(cut)))


def is_found(begin, until):
    """Return whether the beginning of a piece is found in another, which ends at *until*.

    A whole line there may be half of one, so that the piece is known by the next: both must lie in the other.
    """
    number = STARTS.index(begin) if begin in STARTS else None
    return number is None or not STARTS[number + 1] - 1 <= until < STARTS[number + 2] - 1


@given(pieces=st.lists(PIECES, min_size=2, max_size=5))
@example(pieces=[(118, 3222), (3078, 4078)])
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_line_counts_once_however_a_log_was_cut(pieces, tmp_path_factory, monkeypatch):
    assume(all(is_found(begin, until) for begin, _ in pieces for first, until in pieces if first < begin < until))
    monkeypatch.setattr(overlaps, "LEAST_SHARED", 1)
    monkeypatch.setattr(printed, "_APART", 1_500)
    monkeypatch.setattr(printed, "_LOOKED_AT", 400)
    root = tmp_path_factory.mktemp("cut") / "logs"
    for number, (begin, end) in enumerate(pieces):
        put(root, f"{number}/namesrv.log", LOG[begin:end])
    held = [
        line.rstrip()
        for line, (start, follower) in zip(LINES, pairwise(STARTS), strict=True)
        if any(begin <= start and follower - 1 <= end for begin, end in pieces)
    ]
    _, texts = ingested(root)
    firsts = [text.split("\n")[0] for text in texts]
    assert sorted(text for text in firsts if text + "\n" in LINES) == held
