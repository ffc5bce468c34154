"""A file that says a stretch of itself again has it read once; what a log honestly prints twice is kept."""

import pytest
from test_overlaps import LINES, ingested, put

from forensics.case import new_case
from forensics.engines import local, repeats
from forensics.tables import RECORDS

JOINED = {
    "parts that overlap": (LINES[:200] + LINES[120:], "lines 121 to 200", "the beginning of lines 201 to 380"),
    "parts that overlap, the later one first": (LINES[120:] + LINES[:200], "lines 301 to 380", "the beginning of lines 1 to 180"),
    "a log twice": (LINES + LINES, "lines 301 to 600", "the same lines as lines 1 to 300"),
    "a log and its tail": (LINES + LINES[200:], "lines 301 to 400", "lies in lines 1 to 300"),
    "a log before it grew and after": (LINES[:150] + LINES, "lines 1 to 150", "the beginning of lines 151 to 450"),
}


@pytest.mark.parametrize("how", JOINED)
@pytest.mark.parametrize("fast", [False, True])
def test_what_a_file_says_again_is_read_once_and_told(how, fast, tmp_path, monkeypatch):
    lines, where, why = JOINED[how]
    monkeypatch.setattr(local, "_WORTH_BYTES", 0 if fast else 1 << 40)
    put(tmp_path / "logs", "namesrv.log", "".join(lines).encode())
    files, texts = ingested(tmp_path / "logs")
    assert sorted(texts) == sorted({line.rstrip() for line in lines})
    assert files["namesrv.log"]["problems"] == ["repeats stretches of itself, which count once"]
    again = files[f"namesrv.log ({where})"]
    assert (again["status"], again["problems"]) == ("duplicate", [why])
    assert again["bytes"] + files["namesrv.log"]["bytes"] == len("".join(lines))


def test_lines_behind_a_repetition_keep_their_places_whichever_way_they_are_read(tmp_path, monkeypatch):
    """Over several batches, of which the repetition begins in one and ends in another."""
    long = [line.replace("HAService: x", f"HAService: {'x' * 20_000}") for line in LINES]
    data = "".join(long[:260] + long[100:]).encode()
    put(tmp_path / "logs", "namesrv.log", data)
    shown = []
    for fast in (False, True):
        monkeypatch.setattr(local, "_WORTH_BYTES", 0 if fast else 1 << 40)
        case = new_case(tmp_path / f"case{fast}")
        local.ingest([str(tmp_path / "logs")], case, local.Reading(), lambda _path, _size: None)
        shown.append(case.read(RECORDS).sort("record_id"))
    assert shown[0].equals(shown[1])
    lines = data.split(b"\n")
    assert shown[0]["line"].to_list() == [*range(1, 101), *range(261, 461)]
    for line, offset in shown[0].select("line", "byte_offset").iter_rows():
        assert data[offset:].startswith(lines[line - 1][:150])


@pytest.mark.parametrize("name", ["namesrv.log.gz", "console.txt"])
def test_a_compressed_or_wrapped_file_is_no_different(name, tmp_path):
    lines = LINES if name.endswith(".gz") else [f"2026-01-01T00:00:00.123456Z stdout F {line}" for line in LINES]
    put(tmp_path / "logs", name, "".join(lines + lines).encode())
    files, texts = ingested(tmp_path / "logs")
    assert sorted(texts) == [line.rstrip() for line in LINES]
    assert f"{name} (lines 301 to 600)" in files


def test_a_file_that_is_gone_when_it_is_read_again_keeps_what_was_read_and_says_so(tmp_path, monkeypatch):
    put(tmp_path / "logs", "namesrv.log", "".join(LINES + LINES).encode())
    read = repeats.Steps.add

    def read_and_gone(steps, name, rows):
        read(steps, name, rows)
        (tmp_path / "logs" / "namesrv.log").unlink(missing_ok=True)

    monkeypatch.setattr(repeats.Steps, "add", read_and_gone)
    files, texts = ingested(tmp_path / "logs")
    assert len(texts) == 2 * len(LINES)
    (told,) = files["namesrv.log"]["problems"]
    assert told.startswith("may repeat stretches of itself: it could not be read again")


def at(second, text):
    return f"2026-01-01 08:{second // 60:02}:{second % 60:02} {text}\n"


QUEUES = ("Send", "Pull", "Query", "Lite Pull", "Transaction", "ClientManager", "Heartbeat", "Ack", "Admin")
WATERMARKS = [at(n, f"- [WATERMARK] {queue} Queue Size: 0 SlowTimeMills: 0") for n in range(120) for queue in QUEUES]
OTHERS = [line.replace("BrokerIdentityInfo ", "BrokerIdentityInfo  ") for line in LINES]
HONEST = {
    "a clock set back in a log that always says the same": ("watermark.log", WATERMARKS + WATERMARKS[-60 * len(QUEUES) :]),
    "a clock set back": ("namesrv.log", LINES + OTHERS[100:]),
    "a clock set back after a line or two": ("namesrv.log", [*LINES, *LINES[294:300], *OTHERS[294:]]),
    "the same lines each second": ("watermark.log", WATERMARKS),
}  # fmt: skip


@pytest.mark.parametrize("how", HONEST)
def test_what_a_log_honestly_prints_again_is_kept(how, tmp_path):
    name, lines = HONEST[how]
    put(tmp_path, name, "".join(lines).encode())
    files, _ = ingested(tmp_path)
    assert [(row["status"], row["lines"], row["problems"]) for row in files.values()] == [("read", len(lines), [])]
