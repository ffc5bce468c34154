"""The releases of a process are found from what it prints, and never claimed where nothing tells."""

import functools
import json
import shutil
import tarfile

import pytest
import zstandard
from conftest import NAMES, ROOT, TRACES, analyzed, expected, kept
from releases.run import pack

from forensics.cli.options import reading_of
from forensics.engines.local import Reading
from forensics.errors import BadUsage, ExitCode
from forensics.library import case_of, check_case, ingest_logs
from forensics.model import releases
from forensics.model.releases import Fit, by_options, narrowed, spanned
from forensics.replay import nodes
from forensics.replay.events import Events

MIXED = ("R-", "N-5.2.0", "E-")
"""Traces whose servers are of several releases, or have left a store only, which names none."""
PURE = [name for name in NAMES if expected(name)["release"] != "mixed" and not name.startswith(MIXED)]
SERVERS = {"broker", "proxy"}


def true_release(name: str, kind: str) -> str:
    """Return the release that the nodes of a kind ran in a trace; `release` is that of the nodes it was made for."""
    return expected(name).get("others", {}).get(kind, expected(name)["release"])


@pytest.mark.parametrize("name", [pytest.param(n, marks=pytest.mark.xdist_group(n)) for n in PURE])
def test_the_true_release_of_every_server_is_among_those_found(name):
    servers = [node for node in analyzed(name)["case"]["nodes"] if node["kind"] in SERVERS]
    assert servers
    for node in servers:
        assert true_release(name, node["kind"]) in node["releases"]
        assert node["release_evidence"]


@pytest.mark.parametrize("name", [pytest.param(n, marks=pytest.mark.xdist_group(n)) for n in PURE])
def test_no_text_that_a_server_prints_excludes_its_release(name):
    """The options it printed may be lost: then nothing else tells that a text is of other releases, too."""
    kinds = {node["node"]: node["kind"] for node in analyzed(name)["case"]["nodes"] if node["kind"] in SERVERS}
    assert _wrong(Events(kept(name)), {node: true_release(name, kind) for node, kind in kinds.items()}) == []


def _wrong(events, ran):
    """Return the nodes and statements whose releases are without the one that *ran*."""
    said, low = nodes.statements_of(events), nodes.debugging_of(events)
    told = [(node, why, some) for node in ran for some, why in nodes.texts(said.get(node, []), debug=node in low)]
    return [(node, why) for node, why, some in told if ran[node] not in some]


@pytest.mark.parametrize("name", [pytest.param(n, marks=pytest.mark.xdist_group(n)) for n in PURE])
def test_clients_are_of_the_release_they_print(name):
    release = true_release(name, "client")
    printed = [node["releases"] for node in analyzed(name)["case"]["nodes"] if node["kind"] == "client" and node["releases"]]
    assert all(own in ([release], ["5.0.7"]) for own in printed)


def test_a_span_holds_the_releases_between_its_ends():
    assert spanned("4.9.7 - 5.0.0, 5.3.3") == {"4.9.7", "4.9.8", "5.0.0", "5.3.3"}


def test_a_few_options_tell_nothing():
    assert by_options("broker", frozenset({"brokerName", "enablePopLog"}), complete=False) == Fit((), ())


def options_of(kind, release):
    facts = releases._facts()["options"][kind]
    return frozenset(option for option, text in facts.items() if release in spanned(text))


@pytest.mark.parametrize("release", releases.releases())
def test_all_options_of_a_release_fit_it(release):
    fit = by_options("namesrv", options_of("namesrv", release), complete=True)
    assert release in fit.releases
    assert all(options_of("namesrv", other) == options_of("namesrv", release) for other in fit.releases)


def test_lost_lines_widen_what_fits_and_never_exclude_the_truth():
    printed = sorted(options_of("broker", "5.1.4"))
    whole = set(by_options("broker", frozenset(printed), complete=False).releases)
    half = set(by_options("broker", frozenset(printed[::2]), complete=False).releases)
    assert "5.1.4" in whole <= half


def test_what_contradicts_is_left_out():
    fit = Fit(("5.3.1", "5.3.2"), ("options",))
    assert narrowed("broker", fit, [(frozenset({"4.8.0"}), "odd"), (frozenset({"5.3.2", "5.3.3"}), "text")]) == Fit(
        ("5.3.2",), ("options", "text")
    )
    assert narrowed("broker", Fit((), ()), []) == Fit((), ())


RUNS = json.loads((ROOT / "tests" / "releases" / "found.json").read_text(encoding="utf-8"))
"""Each process that tests/releases/run.py started: its release, its kind, and what was found of its log."""


@functools.cache
def of_runs():
    """Return the releases found for each process whose log the archive of runs has."""
    return {node["node"]: node["releases"] for node in _checked_runs()[0]["case"]["nodes"]}


@functools.cache
def _checked_runs():
    """Return the findings document of the archive of runs, and what its servers print that others than theirs do."""
    servers = {node: row["release"] for node, row in RUNS.items() if row["kind"] != "client"}
    with case_of([str(ROOT / "tests" / "releases" / "logs.tar.zst")]) as case:
        return check_case(case), _wrong(Events(case), servers)


def test_no_text_of_a_run_excludes_the_release_that_was_started():
    assert _checked_runs()[1] == []


def test_a_text_printed_at_debug_tells_of_later_releases_only_where_debug_is_on():
    (usual,) = [some for some, _ in nodes.texts(["proxy_handles.SCAN_RENEWAL_DONE_COST"], debug=False)]
    (low,) = [some for some, _ in nodes.texts(["proxy_handles.SCAN_RENEWAL_DONE_COST"], debug=True)]
    assert (usual, low) == ({"5.0.0", "5.1.0"}, spanned("5.0.0 - 9.9.9"))


def test_queues_of_a_proxy_stand_behind_tabs_up_to_5_2_0_and_from_5_5_0_on_and_in_columns_between():
    told = [some for some, _ in nodes.texts(["watermark.PROXY_SIZE_TABBED", "watermark.PROXY_SIZE"], debug=False)]
    assert told == [releases.spanned("5.0.0 - 5.2.0, 5.5.0 - 5.5.1"), releases.spanned("5.3.0 - 5.4.0")]


def test_every_release_that_was_started_is_found():
    missed = {node: row for node, row in RUNS.items() if row["release"] not in of_runs()[node]}
    assert missed == {}
    assert len({row["release"] for row in RUNS.values()}) > 15


def test_what_is_found_is_no_more_than_the_evidence_leaves_open():
    assert of_runs() == {node: row["found"] for node, row in RUNS.items()}


def test_no_name_and_no_path_tells_a_release(tmp_path):
    """Logs that lie under the name of another release are found to be what they were."""
    with (
        zstandard.open(ROOT / "tests" / "releases" / "logs.tar.zst", "rb") as opened,
        tarfile.open(fileobj=opened, mode="r|") as tar,
    ):
        tar.extractall(tmp_path / "rocketmq-all-4.6.1-bin-release", filter="data")
    names = {node: f"broker-9.9.{number}" for number, node in enumerate(sorted(RUNS)[:5])}
    kept = tmp_path / "rocketmq-all-4.6.1-bin-release"
    for path in kept.iterdir():
        if path.name in names:
            path.rename(kept / names[path.name])
        else:
            shutil.rmtree(path)
    with case_of([str(tmp_path)]) as case:
        found = {node["node"]: node["releases"] for node in check_case(case)["case"]["nodes"]}
    assert found == {name: RUNS[node]["found"] for node, name in names.items()}


NEW_CLIENT = (
    "2026-01-01 10:00:00,000 INFO RocketmqClient - Created a new client Instance, InstanceIndex:0, ClientID:192.0.2.2@8841#42, "
    "ClientConfig:ClientConfig [namesrvAddr=127.0.0.1:29876, clientIP=192.0.2.2], ClientVersion:"
)


def test_what_is_run_again_is_packed_in_place_of_its_former_self_and_others_stay(tmp_path):
    archive = tmp_path / "logs.tar.zst"
    runs = [{"n1": ("5.1.4", "V5_1_4"), "n2": ("5.3.0", "V5_3_0")}, {"n2": ("5.3.2", "V5_3_2"), "n3": ("5.5.0", "V5_5_0")}]
    for number, run in enumerate(runs):
        for node, (release, version) in run.items():
            log = tmp_path / str(number) / release / node / "logs" / "rocketmqlogs" / "rocketmq_client.log"
            log.parent.mkdir(parents=True)
            log.write_text(f"{NEW_CLIENT}{version}, SerializerType:JSON\n", encoding="utf-8")
        pack(tmp_path / str(number), {node: [release, "client"] for node, (release, _) in run.items()}, archive)
    assert json.loads((tmp_path / "found.json").read_text(encoding="utf-8")) == {
        node: {"release": release, "kind": "client", "found": [release]}
        for node, release in {"n1": "5.1.4", "n2": "5.3.2", "n3": "5.5.0"}.items()
    }


def test_a_process_with_options_of_no_known_release_is_of_none():
    fit = by_options("broker", options_of("broker", "5.5.0") | {"orbitalCacheEnable"}, complete=False)
    assert fit.releases == ()
    assert "orbitalCacheEnable" in fit.evidence[0]
    assert narrowed("broker", fit, [(frozenset({"5.5.0"}), "text")]) == fit


def test_a_server_that_fits_the_first_release_known_may_be_of_one_before():
    assert releases.or_older(Fit(("4.8.0", "4.9.0"), ("text",))).evidence == (
        "text",
        "or of one before 4.8.0: those are not known",
    )
    assert releases.or_older(Fit(("4.9.0",), ("text",))).evidence == ("text",)


def test_an_option_torn_off_a_known_one_is_not_a_new_one():
    fit = by_options("broker", options_of("broker", "5.5.0") | {"autoCreateTopicEna"}, complete=False)
    assert "5.5.0" in fit.releases


def test_a_text_that_the_last_tag_read_still_prints_may_be_of_any_later_release():
    assert "5.5.0" in releases.texts_in("5.1.0", releases.READ_TO)
    assert releases.texts_in("5.1.0", "5.1.2") == {"5.1.0", "5.1.1", "5.1.2"}


def test_only_releases_that_have_such_a_process_can_be_found():
    assert narrowed("controller", Fit((), ()), [(spanned("4.8.0 - 5.1.0"), "text")]).releases == ("5.0.0", "5.1.0")


def test_a_node_started_in_two_releases_is_of_both(tmp_path):
    log = tmp_path / "broker-a" / "logs" / "broker.log"
    log.parent.mkdir(parents=True)
    starts = [("09:00:00", options_of("broker", "4.8.0")), ("10:00:00", options_of("broker", "5.3.1"))]
    lines = [f"2026-01-01 {at} INFO main - {option}=1" for at, some in starts for option in sorted(some)]
    log.write_text("\n".join([*lines, ""]), encoding="utf-8")
    with case_of([str(tmp_path)]) as case:
        (node,) = check_case(case)["case"]["nodes"]
    assert {"4.8.0", "5.3.1"} <= set(node["releases"])
    assert "5.0.0" not in node["releases"]


def test_a_given_release_counts_and_what_contradicts_it_is_said():
    trace = str(TRACES / "S-5.3.1-s1" / "input.tar.zst")
    with case_of([trace], Reading(releases={"consumer": "4.9.8", "producer": "5.3.1"})) as case:
        nodes = {node["node"]: node for node in check_case(case)["case"]["nodes"]}
    assert nodes["consumer"]["releases"] == ["4.9.8"]
    assert nodes["consumer"]["release_evidence"] == ["given", "what it prints is of 5.3.1: ClientVersion:V5_3_1"]
    assert nodes["producer"]["release_evidence"] == ["given"]


@pytest.mark.parametrize("given", ["consumer", "consumer=5.x", "=5.3.1"])
def test_a_release_that_is_none_is_refused_with_its_text(given):
    with pytest.raises(BadUsage, match="--release"):
        reading_of(None, None, None, [given])


def test_a_release_of_no_node_is_refused_with_the_nodes_there_are(tmp_path):
    trace = str(TRACES / "S-5.3.1-s1" / "input.tar.zst")
    with pytest.raises(BadUsage, match=r"--release nobody=5\.3\.1: names no node .*broker-a-0") as refused:
        ingest_logs([trace], tmp_path / "case", Reading(releases={"nobody": "5.3.1"}))
    assert refused.value.exit_code == ExitCode.USAGE


@pytest.mark.parametrize(("kind", "older", "newer"), [("proxy", "5.2.0", "5.3.3"), ("namesrv", "5.1.3", "5.5.0")])
def test_a_node_that_was_upgraded_is_of_both_releases(kind, older, newer):
    """A text of the older one narrows the older one alone; what both may have printed narrows neither."""
    starts = [options_of(kind, older), options_of(kind, newer)]
    said = [(spanned(f"{older} - {older}"), "what the older one prints"), (spanned("5.0.0 - 5.5.1"), "what both print")]
    alone = [set(nodes._of_server(kind, [start], ()).releases) for start in starts]
    assert alone[0].isdisjoint(alone[1])
    assert older in alone[0]
    assert set(nodes._of_server(kind, starts, said).releases) == {older} | alone[1]
