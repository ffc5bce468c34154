"""Whatever collectors and applications make of RocketMQ's lines, the lines come out, and point into the file as it lies there."""

import html
import io
import json
import pickle
import struct
import time

import polars as pl
import pytest
from readings import read

from forensics.engines import look
from forensics.engines.local import Reading, ingest
from forensics.engines.reading import read_streams
from forensics.engines.survey import survey
from forensics.errors import BadUsage
from forensics.layouts import configuration, rocksdb
from forensics.layouts.languages import LANGUAGES
from forensics.layouts.pattern import layout_of
from forensics.layouts.records import Trace, split_trace
from forensics.library import coverage, ingest_logs
from forensics.sources import answers
from forensics.sources.archives import Spool
from forensics.sources.find import find_sources
from forensics.sources.undated import dated
from forensics.tables import FILES

CHOSEN = "new name server is chosen. OLD: null , NEW: 127.0.0.1:29876. namesrvIndex = 601"
LINES = [f"2026-11-21 19:39:1{n}.562 INFO  [2422] [main] [RocketmqRemoting#?:?] - {CHOSEN}" for n in range(3)]
ISO = "2026-11-21T11:39:10.562123456Z"


def wrapped(directory, lines, name="c.log"):
    data = lines if isinstance(lines, bytes) else "".join(line + "\n" for line in lines).encode()
    (directory / name).write_bytes(data)
    return data


def docker(text):
    return json.dumps({"log": text, "stream": "stdout", "time": ISO})


WRAPPED = {
    "CRI": [f"{ISO} stdout F {line}" for line in LINES],
    "CRI in parts": [part for line in LINES for part in (f"{ISO} stdout P {line[:40]}", f"{ISO} stdout F {line[40:]}")],
    "kubectl logs --timestamps": [f"{ISO} {line}" for line in LINES],
    "kubectl logs --prefix": [f"[pod/shop-0/app] {line}" for line in LINES],
    "kubetail": [f"[shop-0] {line}" for line in LINES],
    "compose logs": [f"shop-1  | {line}" for line in LINES],
    "docker json-file": [docker(line + "\n") for line in LINES],
    "docker json-file in parts": [part for line in LINES for part in (docker(line[:50]), docker(line[50:] + "\n"))],
    "syslog": [f"Nov 21 11:39:10 shop java[2422]: {line}" for line in LINES],
    "journalctl -o short-precise": [f"Nov 21 11:39:10.562123 shop java[2422]: {line}" for line in LINES],
    "journalctl -o short-unix": [f"1795261150.562123 shop java[2422]: {line}" for line in LINES],
    "journalctl -o short-full": [f"Sat 2026-11-21 19:39:10 CST shop java[2422]: {line}" for line in LINES],
    "journald json": [json.dumps({"MESSAGE": line, "_HOSTNAME": "shop", "_PID": "1"}) for line in LINES],
    "journald bytes": [json.dumps({"MESSAGE": list(line.encode()), "_HOSTNAME": "shop"}) for line in LINES],
    "Elasticsearch": [json.dumps({"_index": "x", "_source": {"message": line, "host": {"name": "shop"}, "log": {"file": {
        "path": "/home/app/logs/rocketmqlogs/rocketmq_client.log"}}}}) for line in LINES],
    "Loki": [json.dumps({"labels": {"pod": "shop"}, "line": line, "timestamp": ISO}) for line in LINES],
    "Fluent Bit": [json.dumps({"log": line, "kubernetes": {"pod_name": "shop"}}) for line in LINES],
    "OpenTelemetry": [json.dumps({"body": {"stringValue": line}, "attributes": {"a": 1}}) for line in LINES],
    "GELF": [json.dumps({"host": "shop", "short_message": line[:40], "full_message": line}) for line in LINES],
    "CLS": [json.dumps({"__CONTENT__": line, "__SOURCE__": "10.0.0.1"}) for line in LINES],
    "strings of jq": [json.dumps(line) for line in LINES],
    "a string of several lines": [json.dumps("\n".join(LINES))],
    "pdsh": [f"shop: {line}" for line in LINES],
    "fluentd": [f"{ISO}\tapp.log\t" + json.dumps({"log": line, "stream": "stdout"}) for line in LINES],
    "CSV of Kibana": ["@timestamp,host.name,message", *(f'"Nov 21, 2026 @ 11:39:10.562",shop,"{line}"' for line in LINES)],
    "CSV of Grafana": ["Time,Line,labels", *(f'1,"{line}","{{""pod"": ""shop""}}"' for line in LINES)],
    "CSV of SLS": ["__source__\t__tag__:__path__\tcontent", *(f"10.0.0.1\t/logs/rocketmq_client.log\t{line}" for line in LINES)],
    "CSV of semicolons": ["Date;Host;Message", *(f"1;shop;{line}" for line in LINES)],
    "grep -n": [f"{n}:{line}" for n, line in enumerate(LINES, 97)],
    "grep -H": [f"logs/rocketmq_client.log:{line}" for line in LINES],
    "grep -rn": [f"./shop-0/logs/rocketmq_client.log.1:{n}:{line}" for n, line in enumerate(LINES)],
    "zgrep -Hn": [f"rocketmq_client.1.log.gz:{n}:{line}" for n, line in enumerate(LINES)],
    "cat -n": [f"{n:6}\t{line}" for n, line in enumerate(LINES)],
    "aws logs tail": [f"{ISO} ecs/shop/7c1f {line}" for line in LINES],
    "logcli": [f'{ISO} {{container="app", pod="shop-0"}} {line}' for line in LINES],
    "logcli without a pod": [f"{ISO} {{}} {line}" for line in LINES],
    "stern --timestamps": [f"\x1b[36mshop-0\x1b[0m \x1b[95mapp\x1b[0m {ISO} {line}" for line in LINES],
    "journalctl -o short-iso": [f"2026-11-21T11:39:10+0000 shop java[2422]: {line}" for line in LINES],
    "Splunk": [json.dumps({"preview": False, "result": {"_raw": line, "host": "shop"}}) for line in LINES],
    "CSV of Splunk": ["_time,host,source,_raw", *(f'1,shop,/x/rocketmq_client.log,"{line}"' for line in LINES)],
    "less -N": [f"{n:7} {line}" for n, line in enumerate(LINES, 99_998)],
    "cat -A": [f"{line}$" for line in LINES],
    "cat -A of Windows' line ends": [f"{line}^M$" for line in LINES],
    "a list": [f"- {line}" for line in LINES],
    "a page of breaks": [f"{line}<br>" for line in LINES],
    "a mail": [f"> {line}" for line in LINES],
    "a mail quoted twice": [f">> {line}" for line in LINES],
    "a document": [f"    {line}" for line in LINES],
    "a document by tabs": [f"\t{line}" for line in LINES],
    "a screen": [line[at : at + 90] for line in LINES for at in (0, 90)],
    "a quoted screen": [f"> {line[at : at + 70]}" for line in LINES for at in (0, 70, 140)],
    "a quoted compose log": [f"> shop-1  | {line}" for line in LINES],
    "a web page": [line.replace(" ", "\u00a0") for line in LINES],
    "a web page's second blanks": [line.replace("  ", " \u00a0") for line in LINES],
    "colours": [f"\x1b[32m{line}\x1b[0m" for line in LINES],
    "colours of levels": [line.replace("INFO", "\x1b[34mINFO\x1b[0;39m") for line in LINES],
    "colours of one level": [LINES[0], LINES[1].replace("INFO", "\x1b[1;31mINFO\x1b[m"), LINES[2]],
}  # fmt: skip


@pytest.mark.parametrize("how", WRAPPED)
def test_a_wrapped_line_is_the_line_that_was_logged(how, tmp_path):
    data = wrapped(tmp_path, WRAPPED[how])
    (tables,) = read(tmp_path)
    assert tables.records["text"].to_list() == LINES
    assert tables.events["nameserver_chosen" if "nameserver_chosen" in tables.events else next(iter(tables.events))].height == 3
    for line, offset in tables.records.select("line", "byte_offset").iter_rows():
        assert data[offset:].startswith(data.split(b"\n")[line - 1])
    row = tables.row
    assert (row["bytes"], row["kept_bytes"], row["rejected_bytes"], row["unread_records"]) == (len(data), len(data), 0, 0)


def test_blanks_that_a_screen_lost_at_its_edge_are_put_back(tmp_path):
    lines = [LINES[0].replace("main", "x" * n) for n in range(1, 9)]
    parts = [line[at : at + 90] for line in lines for at in (0, 90)]
    assert any(part.endswith(" ") for part in parts[::2])
    wrapped(tmp_path, [part.rstrip() for part in parts])
    (tables,) = read(tmp_path)
    assert tables.records["text"].to_list() == lines


OF_ONE_LENGTH = {
    "an exception below": [(line, "io.netty.channel.StacklessClosedChannelException: null") for line in LINES],
    "a trace below": [(line, "    at a.b.C.m(C.java:1)") for line in LINES],
    "JSON below": [(line, '{"a": 1}') for line in LINES],
    "an exception of several lines below": [
        (
            line,
            f"org.apache.rocketmq.client.exception.MQClientException: {n} {'x' * 200}",
            "For more information, please visit it",
        )
        for n, line in enumerate(LINES)
    ],
    "a certificate below": [(line, *(letter * 200 for letter in "ABCD"), "E==") for line in LINES],
    "a dump below, seldom": [(line, "xyz" if n < 3 else "2026-11-21 short") for n, line in enumerate(LINES * 20)],
}


@pytest.mark.parametrize("how", OF_ONE_LENGTH)
def test_lines_of_one_length_were_cut_by_no_screen(how, tmp_path):
    wrapped(tmp_path, [line for both in OF_ONE_LENGTH[how] for line in both])
    (tables,) = read(tmp_path)
    assert tables.row["wrapping"] is None
    assert tables.row["lines"] == sum(map(len, OF_ONE_LENGTH[how]))


@pytest.mark.parametrize("how", WRAPPED)
def test_how_a_log_is_wrapped_can_be_handed_to_the_process_that_reads_it(how, tmp_path):
    wrapped(tmp_path, WRAPPED[how])
    with Spool() as spool:
        surveyed = survey(find_sources([str(tmp_path)], spool), {}, "root")
    (tables,) = read_streams(pickle.loads(pickle.dumps(surveyed)), 0)  # noqa: S301 - our own bytes
    records = pl.concat(pl.DataFrame(rows) for name, rows in tables.pieces if name == "records")
    assert records["text"].to_list() == LINES


@pytest.mark.parametrize("end", ["", "  ", "\t", "\r\r"])
def test_blanks_at_the_ends_of_lines_are_no_part_of_what_they_say(end, tmp_path):
    head, thrown = "2026-11-21 19:39:10", "java.lang.InterruptedException"
    lines = [f"{head} INFO main - enablePopLog=true", f"{head} INFO main - tls.mode = permissive", thrown, "\tat a.B.c(B.java:1)"]
    (tmp_path / "broker.log").write_bytes("".join(f"{line}{end}\n" for line in lines).encode())
    (tables,) = read(tmp_path)
    values = dict(tables.events["option_dumped"].select("option", "value").rows())
    assert values == {"enablePopLog": "true", "tls.mode": "permissive"}
    assert split_trace(lines[1], [line + end for line in lines[2:]])[1] == Trace(thrown, "", ("B.c",), ())


@pytest.mark.parametrize(
    "before", ["", "> ", "\t", "shop-1  | ", "* ", f"shop-0 app {ISO} ", f"{ISO} shop java[7]: ", "      1 "]
)
def test_a_log_that_was_copied_line_by_line_keeps_its_traces_and_blank_lines(before, tmp_path):
    bare = before if "T" in before or "1 " in before else before.rstrip()
    failed = [LINES[1].replace("INFO ", "ERROR"), "", *TRACE]
    wrapped(tmp_path, [f"{before}{line}" if line else bare for line in (LINES[0], *failed, LINES[2])])
    (tables,) = read(tmp_path)
    assert tables.records["text"].to_list() == [LINES[0], "\n".join(failed), LINES[2]]


def test_lines_that_are_escaped_as_html_are_read_as_they_were(tmp_path):
    said = [line.replace(CHOSEN, f"{CHOSEN} <init> 'a' & \"b\"") for line in LINES]
    for name, escaped in (("plain.log", html.escape), ("kept.log", lambda line: html.escape(line, quote=False))):
        wrapped(tmp_path, [escaped(line) for line in (*LINES * 200, *said)], name)
    wrapped(tmp_path, [f"shop-1  | {html.escape(line)}" for line in said], "wrapped.log")
    kept, plain, inside = read(tmp_path)
    assert [tables.records["text"].to_list()[-3:] for tables in (kept, plain, inside)] == [said] * 3
    assert all(tables.row["kept_bytes"] == tables.row["bytes"] for tables in (kept, plain, inside))


@pytest.mark.parametrize("bare", ["<init>", '"T"'])
def test_escapes_that_a_log_holds_itself_stay(bare, tmp_path):
    said = [f"{LINES[0]} &gt; &amp;", f"{LINES[1]} {bare}", f"{LINES[2]} &quot;"]
    wrapped(tmp_path, said)
    (tables,) = read(tmp_path)
    assert tables.records["text"].to_list() == said


TRACE = ["java.lang.IllegalStateException: x", *(f"\tat a.b.C.m{n}(C.java:{n})" for n in range(60))]


@pytest.mark.parametrize("before", [[], [LINES[0]] * 60])
def test_one_coloured_record_of_a_log_is_read_however_long_its_trace_or_the_log_is(before, tmp_path):
    wrapped(tmp_path, [*before, LINES[1].replace("INFO ", "\x1b[31mERROR\x1b[0m"), *TRACE])
    (tables,) = read(tmp_path)
    assert tables.row["status"] == "read"
    assert tables.records["level"].to_list() == ["INFO"] * len(before) + ["ERROR"]
    assert tables.records["text"][-1].split("\n")[1:] == TRACE


@pytest.mark.parametrize("file", ["", "shop-0/logs/rocketmq_client.log"])
def test_what_grep_shows_around_lines_is_read_as_its_file_and_told_to_lack_others(file, tmp_path):
    """With `grep -C`: context behind dashes, and `--` between groups."""
    chosen, context = (f"{file}:", f"{file}-") if file else ("", "")
    shown = [f"{chosen}7:{LINES[0]}", f"{context}8-{TRACE[0]}", "--", f"{chosen}99:{LINES[1]}", "--", f"{chosen}120:{LINES[2]}"]
    data = wrapped(tmp_path, shown, "found.txt")
    case = ingest_logs([str(tmp_path)], tmp_path.parent / f"{tmp_path.name}.case")
    (row,) = case.read(FILES).to_dicts()
    assert (row["lines"], row["kept_bytes"], row["kind"]) == (4, len(data), "client")
    assert (row["node"], row["series"]) == (("shop-0", "rocketmq_client.log") if file else (tmp_path.name, "found.txt"))
    (covered,) = coverage(case)
    assert [gap["why"] for gap in covered["gaps"]] == ["filtered"]


def test_what_grep_shows_of_a_console_has_no_times_and_stops_nothing(tmp_path):
    wrapped(tmp_path, ["1:create topic to 127.0.0.1:30911 success.", "3:create topic to 127.0.0.1:30921 success."], "console.log")
    wrapped(
        tmp_path, ["2026-11-21 19:38:40 INFO main - name server address updated. NEW : [a:1] , OLD: null"], "tools_default.log"
    )
    case = ingest_logs([str(tmp_path)], tmp_path.parent / f"{tmp_path.name}.case")
    assert [row["gaps"] for row in coverage(case)] == [[], []]


def test_what_tail_shows_of_several_files_is_a_log_of_each(tmp_path):
    booted = "2026-11-21 19:38:40 INFO main - The Name Server boot success. serializeType=JSON, address 127.0.0.1:29876"
    shown = ["==> /data/shop-0/logs/rocketmq_client.log <==", *LINES, "", "==> /data/ns-0/logs/namesrv.log <==", booted, *TRACE]
    data = wrapped(tmp_path, shown, "tail.txt")
    found = {tables.row["node"]: tables for tables in read(tmp_path)}
    assert {node: (t.row["series"], t.row["kind"]) for node, t in found.items()} == {
        "shop-0": ("rocketmq_client.log", "client"), "ns-0": ("namesrv.log", "namesrv"),
    }  # fmt: skip
    assert found["shop-0"].records["text"].to_list() == LINES
    assert found["ns-0"].records["text"].to_list() == ["\n".join([booted, *TRACE])]
    assert sum(tables.row["kept_bytes"] for tables in found.values()) == len(data)


PRINTED = [[LINES[0]], [LINES[1].replace("INFO ", "ERROR"), *TRACE], [LINES[2]], [LINES[2].replace("19:39:12", "19:39:15")]]


@pytest.mark.parametrize("by", ["record", "line"])
@pytest.mark.parametrize("name", ["rocketmq_client.log", "export.txt"])
def test_a_log_that_lies_newest_first_is_turned_over(name, by, tmp_path):
    lines = [line for record in reversed(PRINTED) for line in (record if by == "record" else reversed(record))]
    data = wrapped(tmp_path, lines, name)
    (tables,) = read(tmp_path)
    assert tables.records["text"].to_list() == ["\n".join(record) for record in PRINTED]
    assert tables.records["ts_lo"].is_sorted()
    assert tables.row["kept_bytes"] == len(data)
    begun = [data.split(b"\n").index(record[0].encode()) + 1 for record in PRINTED]
    assert begun == tables.records["line"].to_list() or by == "line"


@pytest.mark.parametrize("order", [[0, 1, 2, 3], [1, 0, 2, 3], [2, 1], [3, 2, 0, 1]])
def test_a_log_whose_times_fall_now_and_then_lies_as_it_was_printed(order, tmp_path):
    wrapped(tmp_path, [line for number in order for line in PRINTED[number]], "rocketmq_client.log")
    (tables,) = read(tmp_path)
    assert tables.records["text"].to_list() == ["\n".join(PRINTED[number]) for number in order]


@pytest.mark.parametrize("name", ["rocketmq_client.log", "export.csv"])
def test_a_log_of_several_threads_that_lies_newest_first_is_turned_over_though_its_times_step_by_each_other(name, tmp_path):
    clocks = [f"19:39:{second:02d}.562" for second in range(9)] + ["19:39:10.100", "19:39:09.900", "19:39:10.000", "19:39:11.000"]
    printed = [LINES[0].replace("19:39:10.562", clock) for clock in clocks]
    shown = [f'"{line}"' for line in reversed(printed)] if name == "export.csv" else list(reversed(printed))
    wrapped(tmp_path, ["Line", *shown] if name == "export.csv" else shown, name)
    (tables,) = read(tmp_path)
    assert tables.records["text"].to_list() == printed


def test_a_log_whose_clock_was_set_back_lies_as_it_was_printed(tmp_path):
    printed = [LINES[0].replace("19:39:10.562", f"19:{minute}:10.{millis}") for minute in (39, 20) for millis in range(100, 200)]
    wrapped(tmp_path, printed, "rocketmq_client.log")
    (tables,) = read(tmp_path)
    assert tables.records["text"].to_list() == printed


def test_a_log_that_is_too_large_to_be_turned_over_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(look, "_TURNED_BYTES", 100)
    wrapped(tmp_path, [record[0] for record in reversed(PRINTED)], "rocketmq_client.log")
    (tables,) = read(tmp_path)
    assert tables.row["problems"] == [
        "lies newest first, and is too large to be turned over: turn it over first, with tac for one"
    ]


def test_what_wraps_the_lines_of_a_log_takes_nothing_from_its_name(tmp_path):
    wrapped(tmp_path, WRAPPED["compose logs"], "rocketmq_client.log")
    (tables,) = read(tmp_path)
    assert (tables.row["series"], tables.row["kind"]) == ("rocketmq_client.log", "client")


def test_a_log_under_another_name_is_of_the_process_that_its_lines_tell(tmp_path):
    """A container's log begins with a console's lines, which any server prints; a client's layout is its alone."""
    status = "19:38:34,471 |-INFO in org.apache.rocketmq.logging.ch.qos.logback.classic.LoggerContext[default] - This is 1.3.5"
    booted = "2026-11-21 19:38:40 INFO main - The Name Server boot success. serializeType=JSON, address 127.0.0.1:29876"
    for name, lines in (("a", [*[status] * 500, *[booted] * 50]), ("b", LINES)):
        (tmp_path / name).mkdir()
        wrapped(tmp_path / name, lines, "all.log")
    found = {tables.row["path"]: (tables.row["kind"], tables.row["unread_records"]) for tables in read(tmp_path)}
    assert found == {"a/all.log": ("namesrv", 0), "b/all.log": ("client", 0)}


def test_a_log_of_a_process_that_nothing_tells_is_listed_with_what_would_tell(tmp_path):
    wrapped(tmp_path, ["2026-11-21 19:38:40 INFO main - listenPort=10911"] * 9, "all.log")
    (tables,) = read(tmp_path)
    assert (tables.row["status"], tables.row["kind"]) == ("read", None)
    assert tables.row["problems"][0].endswith("name it as RocketMQ does, broker.log for one")


HITS = [{"_index": "i", "_id": str(n), "_source": {"message": line}} for n, line in enumerate(LINES)]
FOUND = {"took": 5, "timed_out": False, "hits": {"total": {"value": 3}, "hits": HITS}, "aggregations": {"a": [1, {"b": "]"}]}}
STREAMS = [{"stream": {"pod": f"shop-{pod}"}, "values": [[str(n), line] for n, line in enumerate(LINES)]} for pod in (0, 1)]
LOKI = {"status": "success", "data": {"resultType": "streams", "result": STREAMS, "stats": {"summary": {"x": 1}}}}
ANSWERS = {
    "Elasticsearch": FOUND,
    "a list of hits": HITS,
    "CloudWatch": {"events": [{"timestamp": 1, "message": line} for line in LINES]},
    "CloudWatch Insights": {"results": [[{"field": "@message", "value": line}] for line in LINES], "status": "Complete"},
    "Datadog": {"data": [{"id": "x", "attributes": {"host": "shop", "message": line}} for line in LINES]},
    "Elasticsearch's fields": {"took": 5, "hits": {"hits": [{"_id": "x", "fields": {"message": [line]}} for line in LINES]}},
    "gcloud": [{"insertId": "x", "textPayload": line} for line in LINES],
    "a list of lines": LINES,
    "lines in an object": {"logs": LINES},
    "OpenTelemetry": {"resourceLogs": [{"scopeLogs": [{"logRecords": [{"body": {"stringValue": line}} for line in LINES]}]}]},
    "Loki of one pod": LOKI | {"data": {"resultType": "streams", "result": STREAMS[:1]}},
}  # fmt: skip


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("how", ANSWERS)
def test_the_answer_of_an_interface_is_read_entry_by_entry(how, indent, tmp_path):
    data = wrapped(tmp_path, json.dumps(ANSWERS[how], indent=indent).encode(), "answer.json")
    (tables,) = read(tmp_path)
    assert tables.records["text"].to_list() == LINES
    assert tables.row["unread_records"] == 0
    assert tables.row["kept_bytes"] + tables.row["rejected_bytes"] == tables.row["bytes"] == len(data)
    for offset, line in zip(tables.records["byte_offset"], LINES, strict=True):
        assert line[:40].encode() in data[offset : offset + 300]


def test_what_a_collector_of_opentelemetry_wrote_is_a_log_of_each_host(tmp_path):
    def batch(host, line):
        resource = {"attributes": [{"key": "host.name", "value": {"stringValue": host}}]}
        attributes = [{"key": "log.file.name", "value": {"stringValue": "rocketmq_client.log"}}, {"key": "n", "value": {}}]
        record = {"timeUnixNano": "1", "body": {"stringValue": line}, "attributes": attributes}
        return json.dumps({"resourceLogs": [{"resource": resource, "scopeLogs": [{"scope": {}, "logRecords": [record]}]}]})

    wrapped(tmp_path, [batch(host, line) for line in LINES for host in ("shop-0", "shop-1")], "otel.json")
    logs = read(tmp_path)
    assert [tables.row["stream"] for tables in logs] == [f"shop-{n}/rocketmq_client.log" for n in (0, 1)]
    assert [tables.records["text"].to_list() for tables in logs] == [LINES] * 2


def test_an_answer_that_was_cut_off_keeps_what_is_whole_and_counts_the_half(tmp_path):
    data = wrapped(tmp_path, json.dumps({"took": 5, "hits": {"hits": HITS * 4}}).encode()[:-50], "answer.json")
    (tables,) = read(tmp_path)
    assert tables.row["lines"] == 12
    assert tables.records["text"][10].startswith(LINES[1])
    assert tables.records["text"].str.contains("_index").any(), "the half entry stands there as it is"
    assert tables.row["kept_bytes"] + tables.row["rejected_bytes"] == len(data)


def test_an_answer_of_several_pods_is_several_nodes(tmp_path):
    data = wrapped(tmp_path, json.dumps(LOKI).encode(), "answer.json")
    found = {tables.row["node"]: tables for tables in read(tmp_path)}
    assert sorted(found) == ["shop-0", "shop-1"]
    assert all(tables.records["text"].to_list() == LINES for tables in found.values())
    assert sum(tables.row["bytes"] for tables in found.values()) == len(data)


@pytest.mark.parametrize("read_at_once", [1, 7, 64, 1 << 20])
def test_an_answer_is_laid_out_byte_for_byte_however_it_is_read(read_at_once, monkeypatch):
    monkeypatch.setattr(answers, "_READ", read_at_once)
    for document in ANSWERS.values():
        data = json.dumps(document, indent=1).encode()
        laid = answers.Answer(io.BytesIO(data)).read()
        assert len(laid) == len(data)
        assert all(a == b or bytes([b]) in b"\n " for a, b in zip(data, laid, strict=True))
        assert sum(line.strip().startswith((b"{", b"[", b'"')) for line in laid.split(b"\n")) >= 3 or b"resultType" in data


NESTED = {
    "CRI around JSON": [f"{ISO} stdout F {json.dumps({'message': line})}" for line in LINES],
    "Docker around Spring Boot": [
        docker(f"2026-11-21 19:39:1{n}.562  INFO 2422 --- [main] RocketmqRemoting : {CHOSEN}\n") for n in range(3)
    ],
    "kubectl's prefix around JSON": [f"[pod/shop-0/app] {json.dumps({'message': line})}" for line in LINES],
    "CSV around CRI": ['"message","host"', *(f'"{ISO} stdout F {line}","shop"' for line in LINES)],
    "JSON lines around CRI": [json.dumps({"log": f"{ISO} stdout F {line}"}) for line in LINES],
    "syslog around Docker": [f"Nov 21 11:39:10 shop docker[1]: {docker(line + chr(10))}" for line in LINES],
}  # fmt: skip


@pytest.mark.parametrize("how", NESTED)
def test_a_wrapping_in_a_wrapping_is_undone_too(how, tmp_path):
    data = wrapped(tmp_path, NESTED[how])
    (tables,) = read(tmp_path)
    assert (tables.row["status"], tables.row["records"], tables.row["unread_records"]) == ("read", 3, 0)
    assert tables.row["kept_bytes"] + tables.row["rejected_bytes"] == len(data)
    assert tables.records["line"].to_list() == ([2, 3, 4] if how.startswith("CSV") else [1, 2, 3])


def test_rows_of_an_export_keep_their_quotes_and_lines_and_what_is_no_row_is_counted(tmp_path):
    """Newest first, as log stores export; the row that a full disk cut off is there as it stands."""
    trace = LINES[1] + '\njava.lang.IllegalStateException: "x", y\n\tat a.B.c(B.java:1)'
    shown = [LINES[2], LINES[2], trace.replace('"', '""'), LINES[0]]
    data = wrapped(tmp_path, ["message,id", *(f'"{text}",7' for text in shown), '"2026-11-21 19:3'])
    (tables,) = read(tmp_path)
    assert tables.records["text"].to_list()[1:] == [LINES[0], trace, LINES[2], LINES[2]]
    assert tables.records["line"].to_list() == [8, 7, 4, 3, 2]
    assert (tables.row["unread_lines"], tables.row["kept_bytes"]) == (1, len(data))


def test_rows_that_need_no_quotes_are_rows_of_an_export_too(tmp_path):
    bare = LINES[0].partition(CHOSEN)[0] + "no comma stands here"
    wrapped(tmp_path, ["message", *(f'"{line}"' for line in LINES), bare])
    (tables,) = read(tmp_path)
    assert tables.records["text"].to_list() == [*LINES, bare]


def test_a_journald_export_is_read_entry_by_entry(tmp_path):
    trace = f"{LINES[1]}\njava.lang.IllegalStateException: x\n\tat a.B.c(B.java:1)".encode()
    entries = [b"__CURSOR=s=1\n_HOSTNAME=shop\nMESSAGE=" + LINES[0].encode() + b"\n\n",
               b"_HOSTNAME=shop\nMESSAGE\n" + struct.pack("<Q", len(trace)) + trace + b"\n__CURSOR=s=2\n\n"]  # fmt: skip
    wrapped(tmp_path, b"".join(entries), "export.journal")
    (tables,) = read(tmp_path)
    assert tables.records["text"].to_list() == [LINES[0], trace.decode()]
    assert tables.records["line"].to_list() == [3, 6]
    assert tables.row["kept_bytes"] + tables.row["rejected_bytes"] == sum(map(len, entries))


@pytest.mark.parametrize("indent", ["\t", 2])
def test_json_that_is_laid_out_is_read_object_by_object(indent, tmp_path):
    """`journalctl -o json-pretty` and jq; what was cut off names no host, and is there as it stands."""
    entries = [{"__CURSOR": "x", "_HOSTNAME": "shop", "MESSAGE": line, "_PID": "1"} for line in (*LINES, *LINES[2:])]
    torn = '{\n\t"__CURSOR" : "y",\n'
    shown = [json.dumps(entry, indent=indent) for entry in entries]
    wrapped(tmp_path, "\n".join([*shown, torn]).encode(), "journal.txt")
    found = {tables.row["node"]: tables for tables in read(tmp_path)}
    assert found.pop("shop").records.select("line", "text").rows() == list(zip([4, 10, 16, 22], [*LINES, LINES[2]], strict=True))
    (left,) = found.values()
    assert (left.row["unread_lines"], left.row["kept_bytes"]) == (1, len(torn))


def test_a_file_of_several_pods_is_several_nodes(tmp_path):
    wrapped(tmp_path, [f"[pod/shop-{n}/app] {line}" for line in LINES for n in (0, 1)])
    found = {tables.row["node"]: tables for tables in read(tmp_path)}
    assert sorted(found) == ["shop-0", "shop-1"]
    assert found["shop-1"].records["line"].to_list() == [2, 4, 6]
    assert sum(tables.row["bytes"] for tables in found.values()) == (tmp_path / "c.log").stat().st_size


def test_an_export_that_lies_newest_first_is_turned(tmp_path):
    trace = LINES[1] + "\njava.lang.IllegalStateException: x\n\tat a.B.c(B.java:1)"
    wrapped(tmp_path, [json.dumps({"message": text}) for text in (LINES[2], trace, LINES[0])])
    (tables,) = read(tmp_path)
    assert tables.records["text"].to_list() == [LINES[0], trace, LINES[2]]
    assert tables.records["line"].to_list() == [3, 2, 1]


def test_a_structured_entry_is_read_with_its_own_time(tmp_path):
    entry = {
        "@timestamp": "2026-11-21T11:39:10.562Z",
        "level": "INFO",
        "thread_name": "main",
        "logger_name": "RocketmqRemoting",
        "message": CHOSEN,
    }
    wrapped(tmp_path, [json.dumps(entry)] * 3)
    (tables,) = read(tmp_path)
    assert tables.row["unread_records"] == 0
    assert not tables.needs_zone
    assert tables.records["ts_lo"][0] == 1_795_261_150_562_000


@pytest.mark.parametrize("shape", [str.splitlines, str])
def test_the_trace_of_a_structured_entry_is_below_its_line_however_the_encoder_writes_it(shape, tmp_path):
    trace = "java.lang.IllegalStateException: x\n\tat a.b.C.m(C.java:1)"
    head = {"@timestamp": "2026-11-21T11:39:10.562Z", "log.level": "WARN", "log.logger": "R", "message": CHOSEN}
    wrapped(tmp_path, [json.dumps(head | {"error.stack_trace": shape(trace)})])
    (tables,) = read(tmp_path)
    assert tables.records["text"][0].partition("\n")[2] == trace


APPLICATIONS = {
    "Spring Boot 2": "2026-11-21 19:39:10.562  INFO 2422 --- [           main] RocketmqRemoting                         : ",
    "Spring Boot 3": "2026-11-21T19:39:10.562+08:00  INFO 2422 --- [shop] [           main] RocketmqRemoting : ",
    "Spring Boot without a date": "19:39:10.562  INFO 2422 --- [           main] RocketmqRemoting                         : ",
    "thread before level": "2026-11-21 19:39:10.562 [main] INFO  RocketmqRemoting - ",
    "level before thread": "2026-11-21 19:39:10,562 INFO  [main] RocketmqRemoting - ",
    "all in brackets": "[2026-11-21 19:39:10.562] [INFO ] [main] [RocketmqRemoting] - ",
    "level first": "INFO  2026-11-21 19:39:10,562 [main] RocketmqRemoting: ",
    "no thread": "2026/11/21 19:39:10.562 INFO RocketmqRemoting: ",
    "with its source line": "2026-11-21 19:39:10.562 [main] INFO  o.a.r.NettyRemotingClient:312 - ",
    "no logger": "[2026-11-21 19:39:10.562]  INFO ",
    "commas": "2026-11-21 19:39:10,562 INFO  RocketmqRemoting , ",
    "bars": "2026-11-21 19:39:10.562|INFO|main|RocketmqRemoting:95|",
    "thread first": "[http-nio-80-exec-1] 2026-11-21 19:39:10,562 WARN RocketmqRemoting(635) - ",
    "a trace first": "[1031178795459018753] 2026-11-21 19:39:10,562 INFO  [RocketmqRemoting    ] [Source of Shop] - ",
    "no level": "{2026/11/21 19:39:10} (50% of main) ",
}


@pytest.mark.parametrize("how", APPLICATIONS)
def test_the_lines_of_an_application_are_found_by_trying(how, tmp_path):
    wrapped(tmp_path, [APPLICATIONS[how] + CHOSEN, "\tat a.B.c(B.java:1)", APPLICATIONS[how] + CHOSEN])
    (tables,) = read(tmp_path)
    assert (tables.row["status"], tables.row["records"], tables.row["unread_records"]) == ("read", 2, 0)
    assert (tables.row["kind"], tables.row["stream"]) == ("client", None)


UNDATED = "19:39:10.562 [main] INFO  RocketmqRemoting - " + CHOSEN
TAKEN = "2026-11-21T11:39:10.987Z"
DATED = {
    "CRI": f"{TAKEN} stdout F {UNDATED}",
    "kubectl logs --timestamps": f"{TAKEN} {UNDATED}",
    "compose logs -t": f"shop-1  | {TAKEN} {UNDATED}",
    "in another zone": f"2026-11-21T20:39:10.9+09:00 {UNDATED}",
    "Spring Boot": f"{TAKEN} stdout F 19:39:10.562  INFO 2422 --- [           main] RocketmqRemoting : {CHOSEN}",
    "docker json-file": json.dumps({"log": UNDATED + "\n", "stream": "stdout", "time": TAKEN}),
    "Fluent Bit": json.dumps({"log": UNDATED, "@timestamp": TAKEN}),
    "journald json": json.dumps({"MESSAGE": UNDATED, "__REALTIME_TIMESTAMP": "1795261150987000"}),
    "journald export": f"__REALTIME_TIMESTAMP=1795261150987000\n_PID=1\nMESSAGE={UNDATED}\n",
}


@pytest.mark.parametrize("how", DATED)
def test_a_clock_without_a_date_has_that_of_its_wrapping(how, tmp_path):
    """A line is taken up moments after it was printed: the clock tells to the millisecond when that was, in whatever zone."""
    wrapped(tmp_path, [DATED[how]] * 2)
    (tables,) = read(tmp_path)
    assert (tables.row["kind"], tables.row["records"], tables.row["unread_records"]) == ("client", 2, 0)
    assert tables.records["ts_lo"].to_list() == [1_795_261_150_562_000] * 2
    assert not tables.needs_zone


def test_what_logback_says_of_itself_on_a_console_is_that_however_it_is_wrapped(tmp_path):
    status = "19:38:34,471 |-INFO in org.apache.rocketmq.logging.ch.qos.logback.classic.LoggerContext[default] - This is 1.3.5"
    booted = "The Name Server boot success. serializeType=JSON, address 0.0.0.0:9876"
    entries = [f"__REALTIME_TIMESTAMP=1795261150987000\n_PID=1\nMESSAGE={line}\n" for line in [*[status] * 200, booted]]
    wrapped(tmp_path, entries, "stdout.txt")
    (tables,) = read(tmp_path)
    assert (tables.row["kind"], tables.row["layout"], tables.row["unread_records"]) == ("namesrv", "logback_status", 0)


@pytest.mark.parametrize(
    ("clock", "instant", "printed"),
    [
        ("23:59:59.900", "2026-11-22T00:00:00.1Z", "2026-11-21T23:59:59.900Z"),
        ("05:45:00.000", "2026-11-22T00:00:00.123456789Z", "2026-11-22T00:00:00.000Z"),
        ("12:00:00.000", "2026-11-22T00:07:00Z", "2026-11-22T00:07:00.000Z"),
        ("12:00:00.000", "2026-11-22T00:00:00", None),
        ("12:00:00.000", "0001-01-01T00:00:00Z", None),
        ("12:00:00.000", "yesterday", None),
    ],
)
def test_the_date_of_a_clock_is_the_one_it_fits(clock, instant, printed):
    assert dated(f"{clock} x", instant) == (f"{printed} {clock} x" if printed else f"{clock} x")


def test_a_layout_that_is_found_tells_logger_and_thread_apart(tmp_path):
    threads = ("main", "Source of Shop", "")
    heads = [f"2026-11-21 19:39:10,562 INFO  [RocketmqRemoting    ] [{thread}]" for thread in threads]
    wrapped(tmp_path, [f"{head} - {CHOSEN}" for head in (*heads, heads[0].replace("INFO ", "ERROR"))])
    (tables,) = read(tmp_path)
    assert tables.records.select("logger", "thread").rows() == [("RocketmqRemoting", thread) for thread in (*threads, "main")]
    assert tables.row["layout"] == "pattern %d{yyyy-MM-dd HH:mm:ss,SSS} %p [%c] [%t] - %m"


@pytest.mark.parametrize(
    "head", [" {:5}|main|RocketmqRemoting|", " {:5} RocketmqRemoting , ", " {} RocketmqRemoting , ", "|{:>5}|"]
)
def test_a_level_begins_a_record_however_the_levels_before_it_were_padded(head, tmp_path):
    levels = [*["INFO"] * 450, "ERROR", "WARN", "DEBUG"]
    wrapped(tmp_path, [f"2026/11/21 19:39:10{head.format(level)}{CHOSEN}" for level in levels])
    (tables,) = read(tmp_path)
    assert tables.records["level"].to_list() == levels


def test_the_layout_of_an_application_is_found_where_rocketmq_speaks_late(tmp_path):
    """And whatever else the application prints."""
    shop = ["2026-11-21 19:39:10.562|INFO|main|com.shop.Cart:7|an order came", "a second line"]
    wrapped(tmp_path, [*shop * 300, APPLICATIONS["bars"] + CHOSEN, *shop])
    (tables,) = read(tmp_path)
    assert (tables.row["status"], tables.row["records"], tables.row["lines"]) == ("read", 302, 603)
    assert tables.events["nameserver_chosen"].height == 1


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        ("%d{yyyy-MM-dd HH:mm:ss.SSS} [%thread] %-5level %logger{36} - %msg%n", "2026-11-21 19:39:10.562 [main] INFO  a.b.C - "),
        ("%d %-5p [%t] %c - %m%n", "2026-11-21 19:39:10,562 INFO  [main] a.b.C - "),
        ("%X{trace}|%d{yyyy/MM/dd HH:mm:ss}|%p|%c|%m%n", "abc|2026/11/21 19:39:10|INFO|a.b.C|"),
        (
            "%clr(%d{yyyy-MM-dd HH:mm:ss.SSS}){faint} %highlight(%-5level) %logger{0} : %msg%n%ex",
            "2026-11-21 19:39:10.562 INFO  C : ",
        ),
        ("<%p> {%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX}} %m", "<INFO> {2026-11-21T19:39:10.562+08:00} "),
        ("%d{yyyy-MM-dd HH:mm:ss,GMT+8} ~ %m%n", "2026-11-21 19:39:10 ~ "),
    ],
)
def test_a_pattern_of_the_applications_configuration_is_a_layout(pattern, line, tmp_path):
    wrapped(tmp_path, [line + CHOSEN] * 2)
    (tables,) = read(tmp_path, (layout_of(pattern),))
    assert (tables.row["records"], tables.row["unread_records"]) == (2, 0)


@pytest.mark.parametrize(
    "pattern", ["%d %X{a} %X{b} %X{c} %X{d} %t %c %M %L - %m", "%d [%X{a}] [%X{b}] [%t] [%c] [%M] %m ##", "%X%X%X%X%X|%d|%m"]
)
def test_no_line_makes_a_pattern_match_for_long(pattern):
    head = layout_of(pattern).head
    begun = time.thread_time()
    for filling in ("a ", "[x] ", " ", "] [", "| ", "2026-01-01 08:00:00,123 "):
        head.match("2026-01-01 08:00:00,123 " + filling * 5_000)
        head.match(filling * 5_000)
    assert time.thread_time() - begun < 1


@pytest.mark.parametrize("pattern", ["%m%n", "%d", "%d %m %m", "%d{dd MMM HH:mm} %m", "%d{EEE} %m%n", ""])
def test_a_pattern_that_cannot_be_read_is_told(pattern):
    with pytest.raises(BadUsage):
        layout_of(pattern)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.name)
def test_a_log_as_a_client_of_another_language_writes_it_is_named_where_no_line_is_known(language, tmp_path):
    sample = language.layouts[0].samples[0]
    record = language.layouts[0].head.match(sample)
    (tmp_path / "rocketmq_python").mkdir()
    wrapped(tmp_path / "rocketmq_python", [sample[: record.start("message")] + "tea is ready"] * 5, "rocketmq_client.log")
    (tables,) = read(tmp_path)
    assert tables.row["status"] == "foreign"
    assert f"client for {language.name} writes it" in tables.row["problems"][0]


@pytest.mark.parametrize("name", ["broker-a-0/logs/home_store_rocksdbstore_LOG.old.1795479372405447", "broker-a-0/logs/LOG"])
def test_rocksdbs_own_log_is_named(name, tmp_path):
    at = "2026/11/24-00:16:12.413825 140360638527168"
    lines = [f"{at} RocksDB version: 8.4.4", f"{at}                         Options.error_if_exists: 0", *["  index_type: 0"] * 2]
    (tmp_path / name).parent.mkdir(parents=True)
    wrapped(tmp_path, [*lines, "", f"{at} [db/db_impl/db_impl_open.cc:1] DB pointer 0x7fa8"], name)
    (tables,) = read(tmp_path)
    assert (tables.row["status"], tables.row["problems"]) == ("foreign", [rocksdb.SAYS])


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("broker.conf", ["# of the master", "brokerName = broker-a", "namesrvAddr=192.0.2.1:9876;192.0.2.2:9876", ""]),
        ("rmq-proxy.json", ["{", ' "rocketMQClusterName": "DefaultCluster",', ' "grpcServerPort": 8081', "}"]),
        ("logback_broker.xml", ['<?xml version="1.0"?>', "<configuration>", "</configuration>"]),
    ],
)
def test_a_configuration_is_named(name, lines, tmp_path):
    wrapped(tmp_path, lines, name)
    (tables,) = read(tmp_path)
    assert (tables.row["status"], tables.row["problems"]) == ("foreign", [configuration.SAYS])


@pytest.mark.parametrize(
    "lines",
    [
        ["level=info msg=started", "level=info msg=stopped"],
        ["at=10:00:00", "at=10:00:01"],
        ['{"rows": [{"at": "10:00:00", "said": "started"}]}'],
        ["brokerName=broker-a", "a line of something else"],
        ["ERROR: Please set the JAVA_HOME variable in your environment, We need java(x64)! !!"],
        ["java.lang.OutOfMemoryError: Java heap space"],
    ],
)
def test_a_log_of_a_layout_that_is_not_known_is_no_configuration(lines, tmp_path):
    wrapped(tmp_path, lines, "a.conf")
    (tables,) = read(tmp_path)
    assert tables.row["status"] == "unknown"


def test_a_rust_clients_log_is_read_in_json_and_on_a_terminal_it_lacks_the_year(tmp_path):
    said = "start simple consumer success, client_id: h@7@0@abc"
    json_line = {"msg": said, "level": "INFO", "ts": "2026-08-01T02:00:00.123456789Z", "component": "simple_consumer"}
    wrapped(tmp_path, [json.dumps(json_line, separators=(",", ":"))] * 2, "rocketmq_client.log")
    wrapped(
        tmp_path, [f"Aug 01 10:00:00.123 INFO[src/simple_consumer.rs:99:9] {said}, component: simple_consumer"] * 2, "out.log"
    )
    tables = {one.row["path"]: one for one in read(tmp_path)}
    assert (tables["rocketmq_client.log"].row["status"], tables["out.log"].row["status"]) == ("read", "foreign")
    assert tables["rocketmq_client.log"].records["statement"].to_list() == ["rust_client.SIMPLE_CONSUMER_STARTED"] * 2
    assert "no year" in tables["out.log"].row["problems"][0]
    assert "LoggingFormat::Json" in tables["out.log"].row["problems"][0]


def test_a_go_clients_output_on_a_terminal_counts_seconds_and_says_so(tmp_path):
    """What logrus prints where its output is a terminal, in its colours: `tty: true` of a container is one."""
    said = f"{'update offset to broker success':<44}"
    bare = [f'INFO[{second:04d}] {said} consumerGroup=G offset=3 MessageQueue="MessageQueue [topic=T]"' for second in (7, 1670)]
    wrapped(tmp_path, bare, "out.log")
    wrapped(tmp_path, [f"\x1b[36mINFO\x1b[0m[0030] {said} \x1b[36moffset\x1b[0m=3"] * 2, "coloured.log")
    for tables in read(tmp_path):
        assert tables.row["status"] == "foreign"
        assert "count from the start of its process" in tables.row["problems"][0]


def test_a_rust_clients_log_that_others_of_its_process_wrote_into_is_read_as_it_stands(tmp_path):
    """Each client of a process opens logs/rocketmq_client.log anew and writes from its own place on: log.rs, 5.0.0."""
    heard = '{"msg":"update route for topic=T","level":"INFO","ts":"2026-08-01T02:00:00.1Z","component":"client"}'
    sent = '{"msg":"start session success","level":"DEBG","ts":"2026-08-01T02:00:01.1Z","component":"client"}'
    wrapped(tmp_path, [*([heard, sent] * 9), heard + heard[40:], "\0" * 15 + sent], "rocketmq_client.log")
    (tables,) = read(tmp_path)
    assert (tables.row["layout"], tables.row["lines"], tables.row["unread_lines"]) == ("client_rust", 20, 0)
    assert tables.records["statement"].to_list() == ["rust_client.ROUTE_UPDATED", "rust_client.SESSION_STARTED"] * 10


def test_overlapping_bundles_count_once(tmp_path):
    for name, lines in (("early", LINES[:2]), ("late", LINES), ("again", LINES)):
        (tmp_path / name).mkdir()
        wrapped(tmp_path / name, lines, "rocketmq_client.log")
    rows = {row["path"].split("/")[0]: row for row in ingested(tmp_path)}
    assert {name: row["status"] for name, row in rows.items()} == {"again": "read", "early": "duplicate", "late": "duplicate"}
    assert rows["early"]["problems"] == ["the beginning of again/rocketmq_client.log"]
    assert sum(row["records"] for row in rows.values()) == 3


def test_a_log_of_an_application_alone_is_not_taken_for_rocketmqs(tmp_path):
    line = "2026-11-21 19:39:10.562 [main] INFO  com.shop.Cart - an order came"
    wrapped(tmp_path, [line] * 500, "shop.log")
    wrapped(tmp_path, [*[line] * 500, APPLICATIONS["thread before level"] + CHOSEN], "cart.log")
    assert {t.row["path"]: t.row["status"] for t in read(tmp_path)} == {"shop.log": "unknown", "cart.log": "read"}


def test_a_client_eight_hours_off_is_moved_onto_the_servers(tmp_path):
    server = "2026-11-21 19:{:02}:00 INFO main - The Name Server boot success. serializeType=JSON"
    client = f"2026-11-21 11:{{:02}}:10,562 INFO RocketmqRemoting - {CHOSEN}"
    for name, line in (("ns/namesrv.log", server), ("shop/rocketmq_client.log", client)):
        (tmp_path / name).parent.mkdir()
        wrapped(tmp_path, [line.format(minute) for minute in range(60)], name)
    zones = {row["node"]: (row["zone_offset_s"], row["zone_from"]) for row in ingested(tmp_path)}
    assert zones == {"ns": (8 * 3600, "layout"), "shop": (0, "overlap")}


def ingested(directory, reading=None):
    """Return the rows of `files` of what is in *directory*."""
    from forensics.case import new_case

    case = new_case(directory.parent / f"{directory.name}.{len(list(directory.parent.iterdir()))}.case")
    ingest([str(directory)], case, reading or Reading(), lambda _path, _size: None)
    return case.read(FILES).to_dicts()


def test_a_server_log_whose_configuration_was_changed_has_the_zone_the_user_says(tmp_path):
    (tmp_path / "ns").mkdir()
    wrapped(
        tmp_path / "ns", ["2026-11-21 11:39:10 INFO main - The Name Server boot success. serializeType=JSON"] * 3, "namesrv.log"
    )
    (as_shipped,) = ingested(tmp_path)
    assert as_shipped["zone_from"] == "layout"
    for told in ("ns/namesrv.log", "ns/*"):
        (row,) = ingested(tmp_path, Reading(zones={told: 0}))
        assert row["from_lo"] - as_shipped["from_lo"] == 8 * 3_600_000_000
        assert (row["zone_offset_s"], row["zone_from"]) == (0, "option")
    case = tmp_path.parent / "again"
    ingest_logs([str(tmp_path)], case, Reading(zones={"ns/*": 0}))
    (row,) = ingest_logs([str(tmp_path)], case).read(FILES).to_dicts()
    assert row == as_shipped
    (row,) = ingested(tmp_path, Reading(zones={"ns": 0}))
    assert row == as_shipped, "a zone of the node is for logs that print the process's own"
