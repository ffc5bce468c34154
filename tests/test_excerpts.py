"""What was copied out of logs in another form counts once; what merely looks alike is kept."""

import json

import pytest
from conftest import tables_read

from forensics.engines import excerpts, printed

CLIENT = [
    line
    for n in range(60)
    for line in (
        f"2026-11-21 19:39:{n:02}.562 INFO  [2422] [main] [RocketmqRemoting#?:?] - new name server is chosen. OLD: null , NEW: "
        f"127.0.0.1:298{n:02}. namesrvIndex = 601",
        f"java.lang.IllegalStateException: {n}",
        "\tat a.b.C.m(C.java:1)",
    )
]
SERVER = [
    f"2026-11-21 19:39:{n:02} INFO RemotingExecutorThread_{n} - new broker registered, BrokerIdentityInfo "
    f"[clusterName=c, brokerAddr=b:{n}] HAService: x"
    for n in range(40)
]
LOG = "consumer/logs/rocketmqlogs/rocketmq_client.log"
ISO = "2026-11-21T11:39:10.562123456Z"


def put(root, name, lines, encoding="utf-8"):
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_bytes("".join(f"{line}\n" for line in lines).encode(encoding))


def ingested(root):
    """Return the rows of `files` by path and stream, and the texts of what was read under *root*."""
    files, records = tables_read(root)
    return {(row["path"], row["stream"] or ""): row for row in files.to_dicts()}, records["text"].to_list()


def screen(lines, width):
    return [line[at : at + width] for line in lines for at in range(0, len(line), width)]


COPIES = {
    "a ticket's document": [f"    {line}" for line in CLIENT],
    "a mail with words around": ["Hello,", "", *(f"> {line}" for line in CLIENT[30:90]), "", "Regards"],
    "an excerpt that is torn at its ends": [CLIENT[0][30:], *CLIENT[30:90], CLIENT[90][:130]],
    "what grep chose": [line for line in CLIENT if "server" in line and "298" in line],
    "what grep chose with numbers and others around": [f"{n}:{line}" for n, line in enumerate(CLIENT) if n % 3 == 0],
    "an editor's blanks": [f"{line}  " for line in CLIENT],
    "a collector's": [f"{ISO} {line}" for line in CLIENT],
    "docker's": [json.dumps({"log": f"{line}\n", "stream": "stdout", "time": ISO}) for line in CLIENT],
    "a pod's": [f"[pod/shop-0/app] {line}" for line in CLIENT],
    "an export, newest first": ["@timestamp,message", *(f'1,"{line}"' for line in CLIENT[-3::-3])],
    "a screen's": screen(CLIENT, 100),
}


@pytest.mark.parametrize("how", COPIES)
def test_a_copy_in_another_form_counts_once_and_is_told(how, tmp_path):
    root = tmp_path / "logs"
    put(root, LOG, CLIENT)
    put(root, "ticket/seen.txt", COPIES[how])
    files, texts = ingested(root)
    assert sorted(texts) == sorted("\n".join(CLIENT[n : n + 3]) for n in range(0, len(CLIENT), 3))
    (copy,) = [row for row in files.values() if row["path"] == "ticket/seen.txt"]
    assert (copy["status"], copy["problems"]) == ("duplicate", [f"its lines stand in {LOG}"])


@pytest.mark.parametrize("first", [0, 90, 150, 177])
def test_of_a_large_log_only_what_may_hold_a_copy_is_searched(first, tmp_path, monkeypatch):
    monkeypatch.setattr(printed, "_APART", 256)
    root = tmp_path / "logs"
    put(root, LOG, CLIENT)
    put(root, "ticket/seen.txt", [f"  {line}" for line in CLIENT[first : first + 9]])
    spans = []
    monkeypatch.setattr(excerpts, "window_of", lambda *asked: spans.append(printed.window_of(*asked)) or spans[-1])
    _, texts = ingested(root)
    assert len(texts) == 60
    assert max(end - begin for begin, end in spans) < (root / LOG).stat().st_size // 2


def test_a_copy_under_the_logs_own_name_in_another_encoding_counts_once(tmp_path):
    root = tmp_path / "logs"
    put(root, LOG, CLIENT)
    put(root, "windows/rocketmq_client.log", CLIENT, "utf-16")
    files, texts = ingested(root)
    assert len(texts) == 60
    assert files["windows/rocketmq_client.log", ""]["status"] == "duplicate"


def test_a_timeline_of_several_logs_that_were_rotated_counts_once(tmp_path):
    root = tmp_path / "logs"
    put(root, "consumer/rocketmq_client.1.log", CLIENT[:90])
    put(root, "consumer/rocketmq_client.log", CLIENT[90:])
    put(root, "ns/namesrv.log", SERVER)
    put(root, "timeline.txt", sorted([*CLIENT[::3], *SERVER]))
    files, texts = ingested(root)
    assert len(texts) == 100
    told = "consumer/rocketmq_client.1.log and consumer/rocketmq_client.log and ns/namesrv.log"
    assert files["timeline.txt", ""]["problems"] == [f"its lines stand in {told}"]


def test_of_copies_without_their_log_one_is_read(tmp_path):
    root = tmp_path / "logs"
    put(root, "a/cri.txt", [f"{ISO} stdout F {line}" for line in CLIENT])
    put(root, "b/kubectl.txt", [f"{ISO} {line}" for line in CLIENT])
    put(root, "c/excerpt.txt", CLIENT[30:90])
    files, texts = ingested(root)
    assert len(texts) == 60
    assert [row["status"] for row in files.values()] == ["read", "duplicate", "duplicate"]


@pytest.mark.parametrize("other", ["read", "duplicate"])
def test_of_a_file_of_several_pods_those_are_read_that_no_log_holds(other, tmp_path):
    root = tmp_path / "logs"
    put(root, LOG, CLIENT)
    put(root, "k/all.txt", [f"[pod/shop-0/app] {line}" for line in CLIENT] + [f"[pod/ns-0/app] {line}" for line in SERVER])
    if other == "duplicate":
        put(root, "ns/namesrv.log", SERVER)
    files, texts = ingested(root)
    assert len(texts) == 100
    assert (files["k/all.txt", "shop-0"]["status"], files["k/all.txt", "ns-0"]["status"]) == ("duplicate", other)


OTHERS = {
    "one line more": [*CLIENT, CLIENT[0].replace("null", "none")],
    "another trace": [line.replace("State", "Argument") for line in CLIENT],
    "too large": CLIENT,
}


@pytest.mark.parametrize("how", OTHERS)
def test_what_says_more_than_a_log_is_read(how, tmp_path, monkeypatch):
    if how == "too large":
        monkeypatch.setattr(excerpts, "_MOST_CHARS", 1_000)
    root = tmp_path / "logs"
    put(root, LOG, CLIENT)
    put(root, "ticket/seen.txt", [f"  {line}" for line in OTHERS[how]])
    files, texts = ingested(root)
    assert {row["status"] for row in files.values()} == {"read"}
    assert len(texts) == 60 + (len(OTHERS[how]) + 2) // 3


@pytest.mark.parametrize("where", ["ns-1/seen.txt", "ns-0/seen.txt"])
def test_what_idle_nodes_print_alike_counts_for_both(where, tmp_path):
    said = [f"2026-11-21 19:39:{n:02} INFO brokerOutApi_thread_1 - register broker[0]to name server b:9876 OK" for n in (0, 30)]
    root = tmp_path / "logs"
    put(root, "ns-0/broker.log", [*said, *(f"2026-11-21 19:40:00 INFO main - x{n}" for n in range(9))])
    put(root, where, [f"  {line}" for line in said])
    files, _ = ingested(root)
    assert files[where, ""]["status"] == ("duplicate" if where.startswith("ns-0") else "read")


def test_where_every_log_may_be_anothers_copy_no_more_is_searched_than_a_few_of_them(tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(excerpts, "_MOST_SEARCHED", 1_000)
    monkeypatch.setattr(excerpts, "_opened", lambda one, *_: opened.append(one.source.path) or one.source.open())
    root = tmp_path / "logs"
    for node in range(9):
        put(root, f"shop-{node}/app.log", [line.replace("[2422]", f"[{node}]") for line in CLIENT])
    files, _ = ingested(root)
    assert {row["status"] for row in files.values()} == {"read"}
    assert len(opened) == 1


def test_a_log_that_is_gone_when_it_is_compared_leaves_its_copy(tmp_path, monkeypatch):
    root = tmp_path / "logs"
    put(root, LOG, CLIENT)
    put(root, "ticket/seen.txt", [f"  {line}" for line in CLIENT])

    def gone(*_):
        raise OSError("gone")

    monkeypatch.setattr(excerpts, "_opened", gone)
    files, _ = ingested(root)
    assert {row["status"] for row in files.values()} == {"read"}
