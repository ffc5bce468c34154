"""The terminal: what is typed, what is shown, on a narrow one, without colours, into a pipe."""

import os
import pty
import re
import subprocess
import sys
from itertools import takewhile
from pathlib import Path

import pytest
from conftest import TRACES, analyzed
from typer.main import get_command

from forensics.cli.app import app
from forensics.cli.progress import line, progress_bar, size_of
from forensics.errors import ExitCode
from forensics.report.colour import painted
from forensics.report.lines import bytes_told, message_place, processes, release_span, releases_told
from forensics.report.plain import answer
from forensics.report.text import headline, render
from forensics.report.view import View
from forensics.report.writing import write_text
from forensics.tables import STATES

RMQF = str(Path(sys.executable).parent / "rmqf")
TRACE = str(TRACES / "S-5.3.1-s1" / "input.tar.zst")
COMMANDS = sorted(get_command(app).commands)


def rmqf(*arguments, **environment):
    return subprocess.run(
        [RMQF, *map(str, arguments)], capture_output=True, text=True, timeout=300, check=False, env={**os.environ, **environment}
    )


def test_alone_it_says_what_to_type():
    shown = rmqf()
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "rmqf analyze DIR" in shown.stdout


def test_a_group_of_commands_alone_says_what_it_has():
    shown = rmqf("rules", COLUMNS="80")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "Check that every page says what a page must, and that every query\n        runs." in shown.stdout


def test_the_manual_page_has_every_command_of_the_help():
    manual, usage = rmqf("man").stdout, rmqf("--help", COLUMNS="200").stdout
    for command in COMMANDS:
        assert command in usage
        assert f".SS {command.replace('-', chr(92) + '-')}" in manual
    exits = manual.partition("EXIT STATUS")[2].split()
    assert [code for code in ExitCode if str(int(code)) not in exits] == []


def test_completion_is_offered():
    assert "--install-completion" in rmqf("--help", COLUMNS="200").stdout


def test_every_state_table_and_column_is_documented():
    listed = rmqf("tables").stdout
    for name, table in STATES.items():
        assert f"  {name} " in listed
        assert all(column.meaning for column in table.columns)
    shown = rmqf("tables", "redeliveries").stdout
    assert [column.name for column in STATES["redeliveries"].columns if column.meaning not in shown] == []


def test_a_file_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    target = tmp_path / "report.json"
    target.write_text("before", encoding="utf-8")
    monkeypatch.setattr("os.fsync", lambda _handle: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(Exception, match="No space left"):
        write_text(target, "after")
    assert target.read_text(encoding="utf-8") == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["report.json"]


def test_output_goes_to_the_file_that_is_named(tmp_path):
    made = rmqf("gate", TRACE, "--format", "sarif", "-o", tmp_path / "out.sarif")
    assert (made.returncode, made.stdout) == (1, "")
    assert '"2.1.0"' in (tmp_path / "out.sarif").read_text(encoding="utf-8")


def test_an_output_that_there_is_not_is_told_before_anything_is_read():
    shown = rmqf("analyze", "no/such/place", "--format", "xml")
    assert (shown.returncode, shown.stdout) == (2, "")
    assert "one of text, json" in shown.stderr


def on_terminal(*arguments, **environment):
    """Return what rmqf writes to a terminal."""
    parent, child = pty.openpty()
    process = subprocess.Popen([RMQF, *arguments], stdout=child, stderr=subprocess.PIPE, env={**os.environ, **environment})
    os.close(child)
    shown = b""
    try:
        while part := os.read(parent, 65536):
            shown += part
    except OSError:  # the terminal is gone when the process is
        pass
    process.communicate(timeout=300)
    return shown.decode()


@pytest.mark.skipif(os.name != "posix", reason="needs a terminal of its own")
def test_colours_are_for_terminals_that_want_them():
    assert "\x1b[1m" in on_terminal("analyze", TRACE, "--quiet", TERM="xterm", NO_COLOR="")
    assert "\x1b" not in on_terminal("analyze", TRACE, "--quiet", TERM="xterm", NO_COLOR="1")
    assert "\x1b" not in rmqf("analyze", TRACE, "--quiet", TERM="xterm").stdout


def test_colours_change_no_word():
    plain = render(analyzed("S-5.3.1-s1"), View())
    assert re.sub(r"\x1b\[\d+m", "", painted(plain)) == plain


def test_only_what_is_quoted_is_dim():
    shown = painted(render(analyzed("S-5.3.1-s1"), View(width=60)))
    dim = re.findall(r"^\x1b\[2m(.*)\x1b\[0m$", shown, re.MULTILINE)
    assert dim
    assert [line for line in dim if not re.match(r" {7}(\S+:\d+( |$)|and \d+ more)| {9}\S", line)] == []


def test_what_is_cut_off_a_line_is_not_told_to_be_no_text_alone():
    size = {"read": 9, "kept": 9, "rejected": 0, "set_aside": 0}
    assert bytes_told(size) == "9 kept + 0 not text + 0 in files not read"
    assert "5 not text, or beyond the first 1 MiB of a line + 0" in bytes_told(size | {"rejected": 5})


@pytest.mark.parametrize("width", [60, 80, 110])
def test_no_line_but_what_is_quoted_is_wider_than_the_screen(width):
    doc = alike(9) | {"bad_rules": []}
    (file, *others) = doc["case"]["files"]
    odd = file | {"status": "unreadable", "problems": ["is a link to a directory and not followed: name it as an input"] * 2}
    shown = render(doc | {"case": doc["case"] | {"files": [odd, *others]}}, View(width=width)).splitlines()
    wide = [line for line in shown if len(line) > width and len(line.split()) > 1]
    assert [line for line in wide if not re.match(r" {9}(\d{4}-|org\.apache)", line)] == []
    assert "[apache/rocketmq#8963, fixed in 5.3.2]" in " ".join(shown)


def test_the_quiet_answer_is_the_first_lines_of_the_whole_one():
    doc = analyzed("S-5.3.1-s1")
    whole, quiet = render(doc, View(width=140)), render(doc, View(width=140, quiet=True))
    assert whole.startswith(quiet.rstrip("\n"))
    assert "\n\n" not in quiet
    assert len([line for line in quiet.splitlines() if "misrouted_request" in line]) == len(doc["findings"])


@pytest.mark.parametrize("name", ["S-5.3.1-s1", "C-5.3.0-noslaveread-poplog"])
def test_the_screen_says_in_plain_words_what_the_page_says_before_it_lists_findings(name):
    doc = analyzed(name)
    lines = render(doc, View(width=100, quiet=True)).splitlines()
    said = " ".join(takewhile(lambda line: not line.startswith("  1. "), lines))
    assert [sentence for sentence in answer(doc) if sentence not in said] == []


def test_what_happened_too_often_to_be_told_is_summed_up_with_the_way_to_all_of_it():
    doc = analyzed("S-5.3.1-s1")
    names = [f"broker-{n % 5}" for n in range(50)]
    rows = [{"from": f"2026-11-21T11:39:{n:02}.000Z", "node": name, "what": f"happening {n:02}"} for n, name in enumerate(names)]
    crowded = doc | {"case": doc["case"] | {"happened": rows}}
    shown = " ".join(render(crowded, View(width=70)).split())
    assert (
        "[…] 10 more are left out here, from 11:39:20.000Z to 11:39:29.000Z: 2 of broker-0 and 2 of broker-1 and 2 of broker-2 "
        "and others of 2 nodes (--all lists them, and so does rmqf timeline)" in shown
    )
    whole = render(crowded, View(full=True))
    assert all(row["what"] in whole for row in rows)


def alike(count):
    """Return a document with *count* findings that differ in their ids and messages alone, and one of another rule."""
    doc = analyzed("S-5.3.1-s1")
    (finding,) = doc["findings"]
    copies = [finding | {"id": f"{number:016x}", "messages": finding["messages"][:1]} for number in range(count)]
    return doc | {"findings": [*copies, finding | {"rule": "routing/another", "id": "f" * 16}]}


def test_findings_that_say_the_same_are_told_three_times_and_then_listed():
    doc = alike(9)
    shown = render(doc, View(width=140))
    assert [shown.count(f"id {one['id']}") for one in doc["findings"]] == [1] * 10
    assert shown.count("   Remedy: ") == 4
    folded = [line for line in shown.splitlines() if line.startswith("  4. to 9. ")]
    assert [line.startswith("  4. to 9. ERROR misrouted_request: 6 more like these on consumer, ") for line in folded] == [True]
    assert re.search(r"^10\. VIOLATED", shown, re.MULTILINE)


@pytest.mark.parametrize("count", [1, 4])
def test_a_few_findings_are_each_told(count):
    assert render(alike(count), View()).count("   Remedy: ") == count + 1


def test_all_findings_are_told_where_all_is_asked_for():
    assert render(alike(9), View(full=True)).count("   Remedy: ") == 10


def test_processes_are_counted_in_words():
    kinds = ("namesrv", "proxy", "broker", "proxy", "broker", "tools")
    assert processes([{"kind": kind} for kind in kinds]) == "2 brokers, 1 name server, 2 proxies, 1 tool"
    assert processes([]) == "no node"


def test_times_have_their_days_where_the_case_has_more_than_one():
    doc = analyzed("S-5.3.1-s1")
    shown = render(doc | {"case": doc["case"] | {"from": "2026-11-19T23:00:00.000Z"}}, View(width=160))
    assert "2026-11-19 23:00:00.000Z to 2026-11-21 11:41:43.999Z" in shown
    assert "2026-11-21 11:39:59.697Z to 11:39:59.745Z [apache" in shown
    assert "  2026-11-21 11:38:52.000Z  ns0 " in shown
    assert "   - 2026-11-21 11:39:40.718Z consumer:" in shown


def test_a_finding_of_a_rule_of_ones_own_is_told_with_its_node():
    finding = analyzed("S-5.3.1-s1")["findings"][0] | {"subject": {"node": "ns0"}}
    assert " x8 ns0  " in headline(1, finding)


@pytest.mark.parametrize(
    ("subject", "told"),
    [
        ({"topic": "T", "queue_id": 0, "start_offset": 4, "offsets": [4, 5]}, " b T/0/4  "),
        ({"topic": "T", "queue_id": 0, "offset": 0}, " b T/0/0  "),
        ({"topic": "T", "offset": 7}, " b T  "),
        ({"topic": None, "queue_id": 0}, " b  "),
    ],
)
def test_a_headline_names_its_message_as_a_story_takes_it(subject, told):
    finding = analyzed("S-5.3.1-s1")["findings"][0] | {"subject": {"broker": "b"} | subject}
    assert told in headline(1, finding)


@pytest.mark.parametrize(
    ("fitting", "told"),
    [([], ""), (["5.3.1"], "5.3.1"), (["5.2.0", "5.3.0", "5.3.1", "5.3.3"], "5.2.0 to 5.3.1, 5.3.3"), (["6.6.6"], "6.6.6")],
)
def test_releases_next_to_each_other_are_told_as_a_span(fitting, told):
    assert release_span(fitting) == told


def test_the_screen_says_which_release_each_node_is_of_as_far_as_its_lines_show():
    nodes = [{"node": "b", "releases": ["5.3.1"]}, {"node": "c", "releases": []}, {"node": "a", "releases": ["5.3.1"]}]
    assert releases_told(nodes) == "Releases: 5.3.1 (b, a); not shown (c)."
    assert releases_told(nodes[1:2]) == ""
    assert releases_told([*nodes[:1], *nodes[:1]]) == "Releases: 5.3.1 (b)."


def test_progress_says_rate_and_rest():
    assert line("a\x1b.log", 50_000_000, 10, 150_000_000) == "read 50.0 MB, 5.0 MB/s, 20 s left  a\\x1b.log"
    assert line("b", 5_000_000, 1, None) == "read 5.0 MB, 5.0 MB/s  b"


def test_the_rest_is_said_only_where_it_is_known(tmp_path):
    (tmp_path / "a.log").write_text("x" * 10, encoding="utf-8")
    assert size_of([str(tmp_path)]) == 10
    (tmp_path / "b.log.gz").write_bytes(b"")
    assert size_of([str(tmp_path)]) is None
    assert size_of(["-"]) is None


@pytest.mark.parametrize(
    ("topic", "queue_id", "offset", "shown"), [("T", 0, 7, "T/0/7"), ("T", None, None, "T"), (None, None, None, "")]
)
def test_a_message_is_named_by_what_is_known_of_it(topic, queue_id, offset, shown):
    assert message_place({"topic": topic, "queue_id": queue_id, "offset": offset}) == shown


def test_the_screen_names_no_message_by_what_is_not_known():
    assert "None/" not in render(analyzed("N-5.3.1-push"), View(full=True))


@pytest.mark.parametrize("command", [[], ["analyze"], ["rules", "lint"]])
def test_help_is_asked_for_in_short_too(command):
    assert rmqf(*command, "-h").stdout == rmqf(*command, "--help").stdout != ""


@pytest.mark.parametrize(
    ("typed", "code", "told"),
    [
        ("analyze no/such/place 2>&-", 2, ""),
        ("analyze - <&-", 2, "rmqf: -: standard input is closed (pipe logs into it, or name their files)\n"),
    ],
)
def test_what_the_shell_has_closed_is_no_fault_of_the_tool(typed, code, told):
    shown = subprocess.run(["/bin/sh", "-c", f"{RMQF} {typed}"], capture_output=True, text=True, check=False)
    assert (shown.returncode, shown.stdout, shown.stderr) == (code, "", told)


def test_output_goes_to_a_pipe_by_its_name():
    reads, writes = os.pipe()
    write_text(Path(f"/dev/fd/{writes}"), "the answer")
    assert os.read(reads, 100) == b"the answer"


def test_an_error_stands_on_a_line_of_its_own(monkeypatch, capsys):
    def stopped():
        with progress_bar() as progress:
            progress("broker.log", 1_000_000)
            raise KeyboardInterrupt

    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert capsys.readouterr().err.endswith("broker.log\r\033[K")


@pytest.mark.parametrize("name", ["ns0", "rocketmq-namesrv-0.mq"])
def test_what_happened_stands_in_columns_however_long_the_names_of_nodes_are(name):
    doc = analyzed("S-5.3.1-s1")
    renamed = [row | {"node": name} if row["node"] == "ns0" else row for row in doc["case"]["happened"]]
    shown = render(doc | {"case": doc["case"] | {"happened": renamed}}, View())
    rows = takewhile(str.strip, shown.partition("What happened (UTC)\n")[2].splitlines())
    told = [line for line in rows if re.match(r"  \d\d:", line)]
    assert any(f"  {name} " in line for line in told)
    assert len({re.match(r"  \S+  \S+ +", line).end() for line in told}) == 1
