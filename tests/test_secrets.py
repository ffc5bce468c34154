"""A case full of planted secrets, asked by every command and by every method of a notebook: none shows one, unless it is raw."""

import io
import json
import re
import sys
import tarfile

import pytest
import zstandard
from conftest import TRACES

import forensics
from forensics.cli import main
from forensics.report.outputs import NAMES

SECRET = "Hunter2Hunter2"  # noqa: S105 - planted
KEY = re.compile(r"\bpay-\d+\b")
PLANTED = (
    f" accessKey={SECRET}, signature='{SECRET}', securityToken: {SECRET}; Authorization: Bearer {SECRET} by http://user:{SECRET}@1.2.3.4/"
    f' {{"secretKey":"{SECRET}"}} {{\\"password\\":\\"{SECRET}\\"}} and the password is {SECRET}'
)
AT, MESSAGE = "2026-11-21T11:39:59.700", "FD000000000000000000000000000002094E4E0E2F2A697F55480002"
SENT_BACK = "FROM records JOIN event_send_back_failed USING (record_id)"
COMMANDS = (
    *(("analyze", "{case}", "--all", "--format", name) for name in NAMES),
    ("gate", "{case}", "--write-baseline", "{out}", "--html", "{page}"),
    ("diff", "{case}", "{case}"),
    ("diff", "{case}", "{case}", "--json"),
    ("explain", "misrouted_request"),
    ("explain", "{finding}", "{case}"),
    ("why-not", "routing/request_to_nameserver", "{case}"),
    *((command, "{case}", *more) for command in ("timeline", "coverage") for more in ((), ("--format", "json"))),
    ("timeline", "{case}", "--lines"),
    ("state", "{case}", "--at", AT, "--lines"),
    *(("story", "{case}", name, "--lines") for name in (MESSAGE, "PayEvents/0/0")),
    ("story", "{case}", MESSAGE, "--format", "csv"),
    ("sql", "{case}", f"SELECT text, exception_text {SENT_BACK}"),
    ("sql", "{case}", f"SELECT string_split(text, 'accessKey=')[2] AS x, key AS y {SENT_BACK}"),
    ("unread", "{case}"),
    ("rules", "list"),
    ("tables",),
    ("man",),
)  # fmt: skip


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    """Give the case of a trace whose exceptions and unread lines hold secrets."""
    home = tmp_path_factory.mktemp("planted")
    packed = (TRACES / "S-5.3.1-s1" / "input.tar.zst").read_bytes()
    raw = zstandard.ZstdDecompressor().stream_reader(packed).read()
    with tarfile.open(fileobj=io.BytesIO(raw)) as archive:
        archive.extractall(home / "logs", filter="data")
    (log,) = home.glob("logs/consumer/**/rocketmq_client.log")
    lines = [f"{line}{PLANTED}" if "MQBrokerException: CODE" in line else line for line in log.read_text("utf-8").splitlines()]
    lines.append(f"2026-11-21 19:41:00,000 WARN  [1] [main] [a.b.C#?:?] - nobody knows this line of pay-2{PLANTED}")
    log.write_text("\n".join(lines) + "\n", encoding="utf-8")
    forensics.ingest_logs([str(home / "logs")], home / "case")
    return home / "case"


@pytest.fixture(scope="module")
def opened(case):
    return forensics.open_case(case)


def shown(monkeypatch, capsys, *arguments):
    monkeypatch.setattr(sys, "argv", ["rmqf", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code in {0, 1}
    told = capsys.readouterr()
    return told.out + told.err


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_command_shows_a_secret(case, opened, monkeypatch, capsys, tmp_path, command):
    places = {"case": case, "out": tmp_path / "out", "page": tmp_path / "page.html", "finding": opened.findings[0]["id"]}
    told = shown(monkeypatch, capsys, *(part.format(**places) for part in command))
    told += "".join(place.read_text(encoding="utf-8") for place in (places["out"], places["page"]) if place.exists())
    assert told
    assert SECRET not in told
    assert KEY.findall(told) == []


def test_raw_shows_them(case, monkeypatch, capsys):
    told = shown(monkeypatch, capsys, "analyze", str(case), "--raw", "--all")
    assert SECRET in told
    assert KEY.findall(told)


def test_every_planted_form_is_in_what_is_quoted(opened):
    """The test above would pass on outputs that quote nothing."""
    lines = [line for quote in opened.findings[0]["evidence"] for line in quote["text"].splitlines()]
    (quoted,) = {line.partition(" accessKey=")[2] for line in lines if " accessKey=" in line}
    assert quoted.count("secret~") == 7
    assert len(set(re.findall(r"secret~\w+", quoted))) == 1
    assert "password~" in quoted


def test_no_answer_of_a_notebook_shows_a_secret(opened):
    told = opened._repr_html_() + opened.findings._repr_html_() + opened.findings[0]._repr_html_() + repr(opened.findings)
    told += "".join(json.dumps(frame.to_dicts(), default=str) for frame in frames(opened))
    told += (
        opened.timeline().to_json()
        + opened.figure(0).to_json()
        + opened.explain(0)
        + repr(opened.gate())
        + opened.gate().baseline
    )
    assert SECRET not in told
    assert KEY.findall(told) == []


def frames(case):
    """Return everything that a case gives as a frame."""
    given = (
        case.happened(),
        case.state_at(AT),
        case.story(MESSAGE),
        case.coverage(),
        case.unread(),
        case.redeliveries,
        case.files,
        case.nodes,
    )
    events = [case.events(kind) for kind in case.kinds]
    return [*given, *events, case.states("send_backs"), case.sql("SELECT text FROM records"), case.findings.frame()]
