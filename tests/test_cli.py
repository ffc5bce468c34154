"""The command line as a user meets it: what it prints, where, and its exit codes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from conftest import NAMES, TRACES, analyzed, kept

from forensics.case import new_case
from forensics.directories import is_case, is_unfinished, lacks_manifest
from forensics.errors import BadCase, BadUsage
from forensics.findings.gate import Gate, gated
from forensics.library import case_of, check_case, ingest_logs, open_case
from forensics.report.document import json_schema
from forensics.report.outputs import render
from forensics.report.plain import answer
from forensics.report.selection import Selection
from forensics.report.view import View
from forensics.tables import FILES, VERSION

TRACE = str(TRACES / "S-5.3.1-s1" / "input.tar.zst")


def rmqf(*arguments, **more):
    command = [str(Path(sys.executable).parent / "rmqf"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=300, check=False, **more)


def test_alone_it_says_what_to_type():
    shown = rmqf()
    assert "analyze" in shown.stdout + shown.stderr
    assert "Traceback" not in shown.stderr


def test_a_time_of_which_nothing_is_known_is_told_with_the_times_that_are():
    shown = rmqf("state", TRACE, "--at", "2020-01-01")
    assert (shown.returncode, shown.stdout) == (
        0,
        "No line of the case tells how things stood then: it goes from 2026-11-21T11:38:30.000Z to 2026-11-21T11:41:43.999Z.\n",
    )


def test_the_screen_gives_the_answer_first():
    shown = rmqf("analyze", TRACE)
    assert shown.returncode == 0
    assert shown.stdout.splitlines()[0].startswith("1 failure proven")
    assert "apache/rocketmq#8963" in shown.stdout
    assert shown.stderr == ""


@pytest.mark.parametrize("name", [pytest.param(n, marks=pytest.mark.xdist_group(n)) for n in NAMES])
def test_the_document_holds_its_schema(name):
    jsonschema.validate(analyzed(name), json_schema(), jsonschema.Draft202012Validator)


@pytest.mark.parametrize("name", ["S-5.3.1-s1", "P-5.3.1-poplog"])
def test_the_schema_describes_every_field_of_a_document(name, tmp_path):
    (tmp_path / "trace.toml").write_text('[[must_show]]\nkind = "lost_message"\n', encoding="utf-8")
    doc = gated(analyzed(name), Gate(expect=tmp_path / "trace.toml"))
    jsonschema.validate(doc, json_schema(), jsonschema.Draft202012Validator)
    assert doc["expectations"]
    assert list(undescribed(doc, json_schema(), "")) == []


def undescribed(value, schema, place):
    """Yield the fields of *value* that *schema* does not name where it names any."""
    if "$ref" in schema:
        schema = json_schema()["$defs"][schema["$ref"].rpartition("/")[2]]
    if isinstance(value, list):
        for part in value:
            yield from undescribed(part, schema.get("items", {}), f"{place}[]")
    elif isinstance(value, dict) and "properties" in schema:
        for name, part in value.items():
            if name in schema["properties"]:
                yield from undescribed(part, schema["properties"][name], f"{place}.{name}")
            else:
                yield f"{place}.{name}"


def test_the_same_input_gives_the_same_bytes():
    first, second = (rmqf("analyze", TRACE, "--format", "json", env={**os.environ, "PYTHONHASHSEED": seed}) for seed in "12")
    assert json.loads(first.stdout)["findings"]
    assert first.stdout == second.stdout


def test_a_case_gives_what_its_logs_give(tmp_path):
    made = rmqf("ingest", TRACE, "--case", tmp_path / "case")
    assert made.returncode == 0
    assert "understood + " in made.stdout
    assert rmqf("analyze", tmp_path / "case", "--format", "json").stdout == rmqf("analyze", TRACE, "--format", "json").stdout


@pytest.mark.parametrize(
    ("option", "left"),
    [
        (("--node", "consumer"), 1), (("--node", "admin"), 0), (("--topic", "Nothing"), 0), (("--client", "C297"), 1),
        (("--since", "2030-01-01"), 0), (("--until", "2026-11-21T19:39:50+08:00"), 0), (("--since", "2026-11-21T11:39:00"), 1),
    ],
)  # fmt: skip
def test_findings_are_narrowed(option, left):
    shown = json.loads(rmqf("analyze", TRACE, "--format", "json", *option).stdout)
    jsonschema.validate(shown, json_schema(), jsonschema.Draft202012Validator)
    assert (len(shown["findings"]), shown["left_out"]) == (left, 1 - left)
    assert shown["rules"]


def test_every_answer_says_what_it_was_narrowed_to():
    narrowed = check_case(kept("S-5.3.1-s1"), selection=Selection(node=("consumer", "ns0"), topic="Nothing"))
    said = (
        "Narrowed to node consumer or ns0, topic Nothing: 1 finding left out. No line of the case holds Nothing: is it spelt so?"
    )
    assert said in render(narrowed, "text", View(width=200))
    first, last = answer(narrowed)
    assert (first.split(".")[0], last) == ("None of the known failures was found of what was asked for", said)
    assert "topic Nothing: 1 finding left out" in render(narrowed, "markdown", View())
    spelt = check_case(kept("S-5.3.1-s1"), selection=Selection(topic="TBW102", group="CG_pay"))
    assert (spelt["findings"], spelt["not_named"]) == ([], [])
    assert answer(spelt)[-1].endswith("1 finding left out.")
    assert answer(check_case(kept("S-5.3.1-s1"), selection=Selection(topic="PayEvents")))[-1] == (
        "Narrowed to topic PayEvents: 0 findings left out."
    )


@pytest.mark.parametrize(
    ("asked", "not_named"),
    [
        ({"topic": "PayEvent"}, ["PayEvent"]), ({"group": "CG_pa"}, ["CG_pa"]), ({"topic": "ayEvents"}, ["ayEvents"]),
        ({"topic": "TBW102", "client": "C29752"}, []), ({"topic": "TBW102", "client": "C2976"}, ["C2976"]),
    ],
)  # fmt: skip
def test_a_name_cut_short_is_not_taken_for_the_name_and_a_part_of_a_client_id_is(asked, not_named):
    assert check_case(kept("S-5.3.1-s1"), selection=Selection(**asked))["not_named"] == not_named


@pytest.mark.parametrize("asked", [{"since": "2030-01-01T00:00:00.000Z"}, {"until": "2020-01-01T00:00:00.000Z"}])
def test_a_time_of_which_no_line_tells_is_not_taken_for_a_healthy_one(asked):
    told = answer(check_case(kept("S-5.3.1-s1"), selection=Selection(**asked)))[-1]
    assert told.endswith("is of that time: they go from 2026-11-21T11:38:30.000Z to 2026-11-21T11:41:43.999Z.")


def test_a_case_is_not_read_as_logs(tmp_path):
    with pytest.raises(BadUsage, match="is a case, and no logs"):
        ingest_logs([str(kept("S-5.3.1-s1").directory)], tmp_path / "case")
    assert not (tmp_path / "case").exists()


@pytest.mark.parametrize(
    ("arguments", "usage"),
    [
        (("explain", TRACE, "1"), "rmqf explain FINDING CASE"), (("why-not", TRACE, "lost_message"), "rmqf why-not RULE CASE"),
        (("story", "PayEvents/0/0", TRACE), "rmqf story CASE MESSAGE"), (("sql", "SELECT 1", TRACE), "rmqf sql CASE QUERY"),
    ],
)  # fmt: skip
def test_arguments_in_the_wrong_order_are_told_with_the_right_one(arguments, usage):
    shown = rmqf(*arguments)
    assert (shown.returncode, shown.stdout) == (2, "")
    assert "stand in the wrong order" in shown.stderr
    assert usage in shown.stderr


def test_a_node_is_named_by_its_path():
    shown = json.loads(rmqf("analyze", TRACE, "--format", "json", "--node", "shop=input.tar.zst!/consumer").stdout)
    assert [f["subject"]["client_node"] for f in shown["findings"]] == ["shop"]


def test_the_threshold_makes_the_exit_code():
    assert rmqf("analyze", TRACE, "--fail-on", "error").returncode == 1
    assert rmqf("analyze", TRACES / "S-5.3.1-healthy" / "input.tar.zst", "--fail-on", "note").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("analyze",), 2, "argument 'inputs' (rmqf analyze --help"),
        (("analyze", TRACE, "--max-inconclusive", "few"), 2, "'--max-inconclusive'"),
        (("analyze", TRACE, "--fromat", "json"), 2, "--format"),
        (("rules", "lnit"), 2, "lint"),
        (("explain", "lost_messag"), 2, "did you mean lost_message"),
        (("explain", "0123456789abcdef"), 2, "needs the case"),
        (("explain", "1"), 2, "1: is no rule (a finding's number or id needs the case"),
        (("explain", "nothing at all"), 2, "rmqf rules list"),
        (("analyze", "no/such/place"), 2, "there is no such file or directory"),
        (("analyze", TRACE, "--since", "yesterday"), 2, "--since yesterday: is not a time"),
        (("analyze", TRACE, "--since", "0001-01-01T00:00:00+08:00"), 2, "--since 0001-01-01T00:00:00+08:00: is not a time"),
        (("handle", "0 99999999999999999999 60000 3 0 broker-a 1 7"), 2, "is no time"),
        (("handle", "0 1700000000123 999999999999999999 3 0 broker-a 1 7"), 2, "is no time"),
        (("gate", "no/such/place", "--suppressions", "none.toml"), 2, "none.toml: there is no such file"),
        (("gate", "no/such/place", "--baseline", TRACES), 2, "sample_traces: cannot be read: Is a directory"),
        (("analyze", "no/such/place", "--html", "no/such/page.html"), 2, "no/such/page.html: lies in no directory that exists"),
        (("replay", TRACE), 4, "input.tar.zst: is not a case (make one with: rmqf ingest DIR --case CASE)"),
        (("replay", "no/such/place"), 2, "there is no such directory (make a case with"),
        (("analyze", TRACE, "--since", "2026-11-22", "--until", "2026-11-21"), 2, "is after --until"),
        (("gate", TRACE, "--node", "nobody"), 2, "--node nobody: names no node of the input (its nodes are admin, broker-a-0"),
        (("analyze", TRACE, "--tz", "x=mars"), 2, "is not a zone"),
        (("analyze", TRACE, "--tz", "ns0/brokr.log=UTC"), 2, "--tz ns0/brokr.log: names no node or log of the input (its nodes"),
        (("analyze", TRACE, "--node", "shop=consumer"), 2, "names no path of the input (its paths are like input.tar.zst!/"),
        (("analyze", TRACE, "--fail-on", "never"), 2, "never"),
        (("analyze", "a" * 300), 2, "there is no such file or directory"),
        (("analyze", __file__), 4, "no log could be read: test_cli.py: "),
        (("ingest", TRACE, "--case", TRACES), 2, "is neither empty nor a case"),
        (("ingest", TRACE, "--case", __file__), 2, "is neither empty nor a case"),
    ],
)
def test_wrong_use_is_told_in_one_sentence(arguments, code, sentence):
    shown = rmqf(*arguments)
    assert shown.returncode == code
    assert sentence in shown.stderr
    assert shown.stderr.count("\n") == 1
    assert shown.stdout == ""


def test_a_case_is_not_read_in_another_way(tmp_path):
    rmqf("ingest", TRACE, "--case", tmp_path / "case")
    assert "is a case: it holds what was read of stores, and none itself" in rmqf("store", tmp_path / "case").stderr
    shown = rmqf("analyze", tmp_path / "case", "--tz", "ns0=UTC", "--node", "shop=input.tar.zst!/consumer")
    assert shown.returncode == 2
    assert "--node NAME=PATH, --tz: " in shown.stderr
    assert "is a case, in which that is settled" in shown.stderr


def test_an_input_without_logs_leaves_no_case_behind(tmp_path):
    (tmp_path / "mine").mkdir()
    for name, stays in (("case", False), ("mine", True)):
        shown = rmqf("ingest", __file__, "--case", tmp_path / name)
        assert (shown.returncode, "no log could be read" in shown.stderr) == (4, True)
        assert (tmp_path / name).exists() == stays
    assert list((tmp_path / "mine").iterdir()) == []


def test_a_case_of_other_inputs_is_kept_unless_it_is_to_be_replaced(tmp_path):
    for name in ("one.log", "two.log"):
        (tmp_path / name).write_text(f"2026-01-01 08:00:00 INFO main - {name}\n", encoding="utf-8")
    one, two = (tmp_path / name for name in ("one.log", "two.log"))
    ingest_logs([str(one)], tmp_path / "case")
    manifest = (tmp_path / "case" / "manifest.json").read_bytes()
    shown = rmqf("ingest", two, "--case", tmp_path / "case")
    assert (shown.returncode, shown.stdout) == (2, "")
    assert "is a case of one.log, which would be lost (choose another directory for the case, or say --replace)" in shown.stderr
    assert (tmp_path / "case" / "manifest.json").read_bytes() == manifest
    assert ingest_logs([str(one), str(two)], tmp_path / "case").facts["inputs"] == ["one.log", "two.log"]
    assert rmqf("ingest", two, "--case", tmp_path / "case", "--replace").returncode == 0
    assert open_case(tmp_path / "case").facts["inputs"] == ["two.log"]


@pytest.mark.parametrize("version", [VERSION, VERSION - 1])
def test_a_case_of_other_logs_of_the_same_name_is_kept_unless_it_is_to_be_replaced(tmp_path, version):
    day = "2026-01-0{day} 08:00:00 INFO main - The broker[broker-a, 10.0.0.1:10911] boot success. serializeType=JSON\n"
    logs = [tmp_path / incident / "logs" / "broker.log" for incident in ("one", "two")]
    for number, log in enumerate(logs, 1):
        log.parent.mkdir(parents=True)
        log.write_text(day.format(day=number), encoding="utf-8")
    one, two = (str(log.parent) for log in logs)
    ingest_logs([one], tmp_path / "case")
    manifest = tmp_path / "case" / "manifest.json"
    manifest.write_text(manifest.read_text().replace(f'"version": {VERSION}', f'"version": {version}'))
    before = {path: path.read_bytes() for path in (tmp_path / "case").rglob("*") if path.is_file()}
    with pytest.raises(BadUsage, match="is a case of other logs of that name, which would be lost"):
        ingest_logs([two], tmp_path / "case")
    assert {path: path.read_bytes() for path in (tmp_path / "case").rglob("*") if path.is_file()} == before
    with logs[0].open("a", encoding="utf-8") as grown:
        grown.write(day.format(day=3))
    assert ingest_logs([one], tmp_path / "case").read(FILES)["records"].sum() == 2
    assert ingest_logs([two], tmp_path / "case", replace_other=True).read(FILES)["records"].sum() == 1


def test_a_case_is_made_anew_where_what_it_says_of_its_files_is_damaged(tmp_path):
    log = tmp_path / "broker.log"
    log.write_text("2026-01-01 08:00:00 INFO main - a line\n", encoding="utf-8")
    ingest_logs([str(log)], tmp_path / "case")
    (part,) = (tmp_path / "case" / "files").iterdir()
    part.write_bytes(b"?")
    assert ingest_logs([str(log)], tmp_path / "case").read(FILES)["records"].sum() == 1
    open_case(tmp_path / "case")


def test_what_somebody_put_beside_the_tables_of_a_case_stays(tmp_path):
    (tmp_path / "namesrv.log").write_text(
        "2026-01-01 08:00:00 INFO main - The Name Server boot success. serializeType=JSON\n" * 3
    )
    case = tmp_path / "x.case"
    assert rmqf("ingest", tmp_path / "namesrv.log", "--case", case).returncode == 0
    (case / "report.html").write_text("mine")
    (case / "manifest.json.tmp").write_text("left by a run that was killed")
    assert rmqf("replay", case).returncode == 0
    assert (case / "report.html").read_text() == "mine"
    assert not (case / "manifest.json.tmp").exists()


def test_a_case_that_is_being_made_is_no_input_of_logs(tmp_path):
    new_case(tmp_path / "case").write("files", 0, FILES.frame([]))
    with pytest.raises(BadCase, match="is a case that was not finished"), case_of([str(tmp_path / "case")]):
        pass


def test_what_may_not_be_looked_into_is_told_as_that(tmp_path, monkeypatch):
    def refused(path, *_how, **_more):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("os.stat", refused)
    assert not is_case(tmp_path)
    assert not is_unfinished(tmp_path)
    assert not lacks_manifest(tmp_path)


def test_a_damaged_case_is_told(tmp_path):
    rmqf("ingest", TRACE, "--case", tmp_path / "case")
    part = next((tmp_path / "case" / "records").glob("*.parquet"))
    part.write_bytes(part.read_bytes()[:-1] + b"?")
    shown = rmqf("analyze", tmp_path / "case")
    assert (shown.returncode, shown.stdout) == (4, "")
    assert part.name in shown.stderr


def test_a_case_of_another_version_is_told(tmp_path):
    rmqf("ingest", TRACE, "--case", tmp_path / "case")
    manifest = tmp_path / "case" / "manifest.json"
    manifest.write_text(manifest.read_text().replace(f'"version": {VERSION}', '"version": 999'))
    shown = rmqf("analyze", tmp_path / "case")
    assert shown.returncode == 4
    assert "is a case of version 999" in shown.stderr


def test_a_damaged_file_costs_nothing_that_was_good(tmp_path):
    node = tmp_path / "ns" / "logs"
    node.mkdir(parents=True)
    (node / "namesrv.log").write_text("2026-01-01 08:00:00 INFO main - The Name Server boot success. serializeType=JSON\n")
    (tmp_path / "torn.tar.gz").write_bytes(b"\x1f\x8b\x08\x00broken")
    shown = rmqf("analyze", tmp_path / "ns", tmp_path / "torn.tar.gz", "--format", "json")
    assert shown.returncode == 4
    files = {f["path"]: f["status"] for f in json.loads(shown.stdout)["case"]["files"]}
    assert files == {"ns/logs/namesrv.log": "read", "torn.tar.gz": "unreadable"}


def test_logs_come_from_standard_input():
    line = "2026-01-01 08:00:00 INFO main - The Name Server boot success. serializeType=JSON, address 0.0.0.0:9876\n"
    shown = rmqf("analyze", "-", "--format", "json", input=line)
    assert json.loads(shown.stdout)["case"]["lines"] == {"read": 1, "understood": 1, "unread": 0}
