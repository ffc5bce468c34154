"""Logs of several nodes in one directory: their names tell whose they are, and the findings are those of a directory for each."""

import tarfile
from collections import Counter
from pathlib import PurePosixPath

import pytest
import zstandard
from conftest import TRACES, analyzed

from forensics.library import case_of, check_case
from forensics.sources.gathered import Gathered, gathered, whose_store

SERVER, CONSOLE, OTHER = (True, False), (True, True), (False, False)


def nodes_of(names, printed=SERVER, told=True):
    return {path: tuple(named) for path, named in gathered([Gathered(name, *printed, told) for name in names]).items()}


@pytest.mark.parametrize(
    ("names", "nodes"),
    [
        (["h1_broker.log", "h1_pop.1.log.gz", "h2_broker.log"], {"h1": ["broker.log", "pop.1.log.gz"], "h2": ["broker.log"]}),
        (
            ["10.0.0.1-proxy_watermark.log", "10.0.0.2-proxy.log"],
            {"10.0.0.1": ["proxy_watermark.log"], "10.0.0.2": ["proxy.log"]},
        ),
        (["broker-h1.log", "store-h1.log", "broker-h2.log"], {"h1": ["broker.log", "store.log"], "broker-h2": ["broker-h2.log"]}),
        (["pop.log.host1", "pop.log_host2.gz"], {"host1": ["pop.log"], "host2": ["pop.log.gz"]}),
        (
            ["broker-a.log", "broker-a.log.1", "proxy-a.log"],
            {"broker-a": ["broker-a.log", "broker-a.log.1"], "proxy-a": ["proxy-a.log"]},
        ),
        (["broker-0.log", "broker-1.log"], {"broker-0": ["broker-0.log"], "broker-1": ["broker-1.log"]}),
        (["mq-broker-0.log", "mq-broker-1.log"], {"mq-broker-0": ["mq-broker-0.log"], "mq-broker-1": ["mq-broker-1.log"]}),
        (["10.0.3.17.log", "10.0.3.18.log"], {"10.0.3.17": ["10.0.3.17.log"], "10.0.3.18": ["10.0.3.18.log"]}),
        (["broker.log", "store.log", "h2_broker.log", "h2_store.log"], {"h2": ["broker.log", "store.log"]}),
        (["h1_broker.log", "h1_store.log"], {"h1": ["broker.log", "store.log"]}),
        (["h1_pop.log", "h1_console.log", "h2_pop.log"], {"h1": ["pop.log", "console.log"], "h2": ["pop.log"]}),
        (["mq-broker-a-0_broker.log", "mq-broker-a-0_pop.log"], {"mq-broker-a-0": ["broker.log", "pop.log"]}),
        (
            ["20261121-h1-broker.log", "20261122-h1-broker.log", "h2-broker-20261121.log"],
            {"h1": ["broker.log", "broker.log"], "h2": ["broker-20261121.log"]},
        ),
        (
            ["20261121193959-20261121200000-h1_broker.log", f"{'7' * 99}x_broker.log"],
            {"h1": ["broker.log"], f"{'7' * 99}x": ["broker.log"]},
        ),
        (["broker_h1_2026-11-21.log", "pop.log.h1.2026-11-22"], {"h1": ["broker.log", "pop.log"]}),
        (["broker.h1.log", "pop.1.log.gz.h1", "pop.h1.2.log"], {"h1": ["broker.log", "pop.1.log.gz", "pop.log"]}),
        (["a-2026-11-21.0.log", "a.log.2026-11-22", "b.log"], {"a": ["a-2026-11-21.0.log", "a.log.2026-11-22"], "b": ["b.log"]}),
    ],
)
def test_what_stands_around_rocketmqs_names_is_the_node(names, nodes):
    found: dict[str, list[str]] = {}
    for node, log in nodes_of(names).values():
        found.setdefault(node, []).append(log)
    assert found == nodes


@pytest.mark.parametrize(
    "names",
    [
        ["broker.log", "broker.1.log.gz", "broker (1).log", "pop.log.part"],
        ["broker.log", "old_broker.log", "2026-11-21_broker.log", "before-broker.log", "broker-tail.log"],
        ["before-broker.log", "after-broker.log"],
        ["broker.log.aa", "broker.log.ab"],
        ["broker-2026-11-21.log", "broker-2026-11-22.log"],
        ["broker-before-restart.log", "broker-after-restart.log"],
        ["part1.log", "part2.log"],
        ["stdout.txt", "stderr.txt", "nohup.out"],
        ["broker.log", "console.log", "my-notes.log"],
        ["node-broker.log"],
        ["all-that-there-is.log"],
    ],
)
def test_what_tells_when_a_log_was_taken_or_is_one_nodes_alone_names_none(names):
    assert nodes_of(names) == {}


def test_beside_several_nodes_a_log_that_tells_no_process_is_another_ones():
    told, untold = [Gathered(f"{name}.log", *SERVER, True) for name in ("broker-a", "ns0")], Gathered("ctl0.log", *SERVER, False)
    assert {named.node for named in gathered([*told, untold]).values()} == {"broker-a", "ns0", "ctl0"}
    assert gathered([told[0], untold]) == {}


def test_logs_of_an_application_are_no_nodes():
    assert nodes_of(["order-store.log", "payment-store.log"], SERVER, told=False) == {}
    assert nodes_of(["orders.log", "payments.log"], OTHER) == {}


def test_the_consoles_of_a_broker_and_a_proxy_are_two_nodes_whatever_their_names_share():
    names = ["mq-broker.log", "mq-proxy.log"]
    assert {node for node, _ in nodes_of(names, CONSOLE).values()} == {"mq-broker", "mq-proxy"}
    assert {node for node, _ in nodes_of(names, SERVER).values()} == {"mq"}


def unpack(name, home, move):
    """Write the files of a trace to *home*, each where *move* says, which gets its path; those of which it says nothing not."""
    with zstandard.open(TRACES / name / "input.tar.zst", "rb") as packed, tarfile.open(fileobj=packed, mode="r|") as archive:
        for entry in archive:
            if entry.isfile() and (place := move(PurePosixPath(entry.name))):
                (home / place).parent.mkdir(parents=True, exist_ok=True)
                (home / place).write_bytes(archive.extractfile(entry).read())


def told(findings):
    return Counter(
        (one["rule"], one["verdict"], one["occurrences"], str(one["subject"]), one["cause"]["class"]) for one in findings
    )


@pytest.mark.parametrize("name", ["N-5.3.1-kill", "C-5.3.0-loop-default", "S-5.3.1-s2"])
def test_nodes_in_one_directory_are_found_what_they_are_found_in_their_own(name, tmp_path):
    home = tmp_path / "flat"
    home.mkdir()
    unpack(name, home, lambda path: f"{path.parts[0]}_{path.name}")
    with case_of([str(home)]) as case:
        assert told(check_case(case)["findings"]) == told(analyzed(name)["findings"])


@pytest.mark.parametrize(
    ("names", "directories", "home"),
    [
        (["stores", "h1"], ["logs/h1", "logs/h2"], "logs/h1"),
        (["h1_store", ""], ["h1", "h2"], "h1"),
        (["broker-a-0_store", ""], ["broker-a", "broker-a-0"], "broker-a-0"),
        (["broker-a-1-store-20261121"], ["broker-a", "broker-b"], None),
        (["store"], ["h1", "h2"], None),
        (["h1"], ["old/h1", "new/h1"], None),
    ],
)
def test_the_name_of_a_store_that_lies_apart_is_its_brokers(names, directories, home):
    assert whose_store(names, directories) == home


def in_another_tree(path):
    return f"stores/dump/{path.name}" if "store.tar" in path.name else f"logs/{path}"


def test_the_only_store_is_the_only_brokers(tmp_path):
    unpack("P-5.3.3-poplog", tmp_path, in_another_tree)
    with case_of([str(tmp_path)]) as case:
        assert told(check_case(case)["findings"]) == told(analyzed("P-5.3.3-poplog")["findings"])


@pytest.mark.parametrize("place", ["broker-b-0/store.tar.zst", "stores/broker-b-0/dump/store.tar.zst"])
def test_the_store_of_a_broker_without_logs_is_not_that_of_the_one_that_has_some(place, tmp_path):
    def kept(path):
        if path.parts[0] == "broker-b-0":
            return place if path.name == "store.tar.zst" else None
        return path if path.parts[0] in {"broker-a-0", "client", "namesrv"} else None

    unpack("C-5.3.0-loop-default", tmp_path, kept)
    with case_of([str(tmp_path)]) as case:
        doc = check_case(case)
    assert {one["subject"]["broker"] for one in doc["findings"]} == {"broker-b"}
    assert len([node for node in doc["case"]["nodes"] if node["kind"] == "broker"]) == 2


def test_a_store_of_which_none_knows_whose_it_is_is_told_and_brings_nothing_back_twice(tmp_path):
    unpack("P-5.3.3-poplog", tmp_path, in_another_tree)
    unpack("P-5.3.2-poplog", tmp_path, lambda path: f"logs/another/{path.name}" if path.name == "broker.log" else None)
    with case_of([str(tmp_path)]) as case:
        doc = check_case(case)
    assert "pop/revived_twice" not in {one["rule"] for one in doc["findings"]}
    assert [one["path"] for one in doc["case"]["files"] if "--node" in str(one["problems"])] == [
        "stores/dump/store.tar.zst!/consumequeue"
    ]


@pytest.mark.parametrize("name", ["broker_{}.log", "{}.log", "{}-20261121.log"])
def test_logs_of_brokers_alone_are_told_apart_by_what_makes_them_several(name, tmp_path):
    def among(path):
        return name.format(path.parts[0]) if path.name == "broker.log" else None

    unpack("S-5.3.1-healthy", tmp_path, among)
    with case_of([str(tmp_path)]) as case:
        nodes = {node["node"].removeprefix("broker_") for node in check_case(case)["case"]["nodes"]}
    assert nodes == {"broker-a-0", "broker-a-1"}


def test_a_log_for_each_node_is_enough_where_it_is_the_one_that_tells_whatever_its_name(tmp_path):
    one = {"broker.log", "namesrv.log", "controller.log"}
    unpack("K-5.3.1-frozenmaster", tmp_path, lambda path: f"{path.parts[0]}.log" if path.name in one else None)
    with case_of([str(tmp_path)]) as case:
        found = check_case(case)["findings"]
    assert told(found) == told(analyzed("K-5.3.1-frozenmaster")["findings"]) != Counter()
