"""Each layout knows its own sample lines, and none that comes before it takes them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from forensics.layouts import LAYOUTS
from forensics.layouts.inferred import patterns_of
from forensics.layouts.layout import Zone, printed_time, printed_us
from forensics.layouts.pattern import layout_of
from forensics.layouts.records import begin, join_records, layouts_of, split_trace
from forensics.sources.lines import Line

SAMPLES = [(layout, sample) for layout in LAYOUTS for sample in layout.samples]


def lines_of(*texts: str) -> list[Line]:
    """Return *texts* as the lines of a file."""
    return [Line(number, 0, len(text) + 1, text, 0) for number, text in enumerate(texts, 1)]


def test_layouts_have_names_of_their_own_and_samples():
    assert len({layout.name for layout in LAYOUTS}) == len(LAYOUTS)
    assert all(layout.samples for layout in LAYOUTS)


@pytest.mark.parametrize(("layout", "sample"), SAMPLES, ids=lambda value: getattr(value, "name", None))
def test_a_layout_fits_its_sample_and_no_earlier_one_does(layout, sample):
    assert layout.head.match(sample)
    assert layout.marks(sample)
    assert [other.name for other in LAYOUTS[: LAYOUTS.index(layout)] if other.marks(sample)] == []


@pytest.mark.parametrize(("layout", "sample"), SAMPLES, ids=lambda value: getattr(value, "name", None))
def test_a_sample_makes_one_record_of_its_layout(layout, sample):
    found, records = join_records(lines_of(sample), LAYOUTS)
    (record,) = records
    assert found == [layout]
    assert record.layout is layout
    assert record.message in sample
    assert (record.printed_us is None) == ("time" not in layout.head.groupindex)


@pytest.mark.parametrize(("layout", "sample"), SAMPLES, ids=lambda value: getattr(value, "name", None))
def test_a_second_line_belongs_to_the_record_that_began_it(layout, sample):
    _, records = join_records(lines_of(sample, "\tat org.apache.rocketmq.Some.method(Some.java:1)", sample), LAYOUTS)
    first, second = records
    assert first.tail == ["\tat org.apache.rocketmq.Some.method(Some.java:1)"]
    assert second.tail == []


def test_servers_print_gmt8_whole_seconds_and_clients_milliseconds():
    by_name = {layout.name: layout for layout in LAYOUTS}
    assert (by_name["server"].zone, by_name["server"].resolution_us) == (Zone.GMT8, 1_000_000)
    assert (by_name["client"].zone, by_name["client"].resolution_us) == (Zone.GMT8, 1_000)
    assert (by_name["client_classic"].zone, by_name["client_classic"].resolution_us) == (Zone.PROCESS, 1_000)


def message_of(*texts: str) -> str:
    """Return the message of the one record of lines, its trace taken off."""
    (record,) = join_records(lines_of(*texts), LAYOUTS)[1]
    return split_trace(record.message, record.tail)[0]


CPP_HEADS = {
    "from 5.0.2 on": "2026-08-01 10:00:00.123 [--I--] [  27412] ",
    "before": "[2022/08/01-10:00:00.123 +08:00] [rocketmq_logger] [---I---] [thread 27412] ",
}


@pytest.mark.parametrize(
    "source", [" source/client/ClientImpl.cpp:9", " C:\\src\\ClientImpl.cpp:9", " /b/include/Context.h:70", ""]
)
@pytest.mark.parametrize("release", CPP_HEADS)
def test_a_cpp_clients_message_is_read_without_the_place_in_its_source(release, source):
    assert message_of(f"{CPP_HEADS[release]}Failed to open file: a.cpp now{source}") == "Failed to open file: a.cpp now"


def test_a_cpp_client_before_5_0_2_prints_its_zone():
    line = "[2022/08/01-10:00:00.123 +08:00] [rocketmq_logger] [---W---] [thread 27412] Client manager shutdown a/b.cpp:168"
    (record,) = join_records(lines_of(line), LAYOUTS)[1]
    assert (record.zone_s, record.level, record.thread) == (8 * 3600, "WARN", "27412")
    assert record.printed_us == printed_us("2022-08-01 10:00:00.123")


def test_a_csharp_clients_message_is_read_without_the_exception_behind_it():
    head = "2026-08-01 10:00:00.1234 ERROR [7412] [9] [Org.Apache.Rocketmq.Client.Heartbeat:412] "
    said = "Failed to send heartbeat, endpoints=127.0.0.1:8081"
    thrown = [
        'System.AggregateException: One or more errors occurred. (Status(StatusCode="Unavailable", Detail=""))',
        " ---> System.Net.Sockets.SocketException (111): Connection refused",
        "   at Grpc.Net.Client.Internal.Stream`2.MoveNextCore(CancellationToken token)",
        "   --- End of inner exception stack trace ---",
        "   at Org.Apache.Rocketmq.Client.Heartbeat() in /src/Client.cs:line 412",
    ]
    assert message_of(f"{head}{said} {thrown[0]}", *thrown[1:]) == said
    assert message_of(f"{head}{said}, exception=System.Exception: x") == f"{said}, exception=System.Exception: x"
    assert message_of(f"{head}{said}: org.apache.rocketmq.SomeException: x") == f"{said}: org.apache.rocketmq.SomeException: x"


@pytest.mark.parametrize(("printed", "level"), [("WARNING", "WARN"), ("CRITICAL", "FATAL"), ("INFO", "INFO"), ("info", "INFO")])
def test_a_level_has_the_name_that_javas_loggers_give_it(printed, level):
    (record,) = join_records(lines_of(f"2026-08-01 10:00:00,123 [{printed}] tea is ready"), LAYOUTS)[1]
    assert record.level == level


def test_a_date_that_is_none_begins_no_record():
    assert printed_us("2026-13-41 25:61:61") is None
    _, records = join_records(lines_of("2026-11-21 19:38:52 INFO main - a", "2026-13-41 25:61:61 INFO main - b"), LAYOUTS)
    (record,) = records
    assert record.tail == ["2026-13-41 25:61:61 INFO main - b"]


def test_lines_without_a_clock_tell_no_layout():
    assert layouts_of(lines_of("just a line", "and another"), LAYOUTS) == []


def test_console_lines_among_timed_ones_do_not_end_a_record():
    found, records = join_records(lines_of("2026-11-21 19:38:52 INFO main - jstack start", "Thread-1  TID: 1", "x"), LAYOUTS)
    assert [layout.name for layout in found] == ["server"]
    assert [len(record.tail) for record in records] == [2]


def test_what_a_logged_line_threw_is_its_own_among_the_lines_of_a_console():
    logged = "2026-11-23 20:04:51 ERROR GrpcConsumerThreadPool-0 - internal server error"
    thrown = ("java.lang.NullPointerException: no channel", "\tat org.apache.rocketmq.proxy.Some.get(Some.java:34)")
    printed = ("Mon Nov 23 12:03:57 UTC 2026 rocketmq-proxy startup successfully", "java.lang.IllegalStateException: printed")
    _, records = join_records(lines_of(*printed, logged, *thrown, logged, *thrown), LAYOUTS)
    assert [(record.first, record.tail) for record in records] == [
        *((line, []) for line in printed),
        (logged, list(thrown)),
        (logged, list(thrown)),
    ]


def test_a_logged_line_threw_one_exception_and_a_second_one_below_it_was_printed_to_the_console():
    logged = "2026-11-23 20:04:51 ERROR GrpcConsumerThreadPool-0 - internal server error"
    thrown = ("java.lang.NullPointerException: no channel", "\tat org.apache.rocketmq.proxy.Some.get(Some.java:34)")
    startup = "Mon Nov 23 12:03:57 UTC 2026 rocketmq-proxy startup successfully"
    _, records = join_records(lines_of(startup, logged, *thrown, *thrown), LAYOUTS)
    assert [(record.first, record.tail) for record in records] == [
        (startup, []),
        (logged, list(thrown)),
        (thrown[0], [thrown[1]]),
    ]


def test_the_lines_before_the_first_head_are_kept_as_a_record_without_layout():
    cut = "\tat org.apache.rocketmq.Some.method(Some.java:1)"
    _, records = join_records(lines_of(cut, "\t... 3 more", "2026-11-21 19:38:52 INFO main - a"), LAYOUTS)
    first, second = records
    assert (first.layout, first.tail) == (None, ["\t... 3 more"])
    assert second.message == "a"


def test_a_message_of_two_lines_is_whole_and_its_trace_apart():
    message, trace = split_trace(
        "internal server error",
        ["second line", "java.lang.NullPointerException: x", "\tat a.B.c(B.java:1)", "Caused by: a.C: y", "\t... 1 more"],
    )
    assert message == "internal server error\nsecond line"
    assert (trace.exception, trace.text, trace.frames, trace.causes) == (
        "java.lang.NullPointerException",
        "x",
        ("B.c",),
        ("a.C: y",),
    )


PARTS = [
    "[",
    "]",
    "(",
    ")",
    "{",
    "}",
    "<",
    ">",
    "|",
    " ",
    "  ",
    "-",
    ":",
    ",",
    "%",
    "\\",
    "\t",
    "INFO",
    "ERROR",
    "main",
    "o.a.r.C",
    "7",
    "é",
]
PRINTED = ["2026-11-21 19:39:10", "2026/11/21 19:39:10.562", "2026-11-21T19:39:10,562+08:00", "2026.11.21 19:39:10.562123 Z"]


@example([], ["(", "\t", "o.a.r.C", ")"], PRINTED[0])
@given(st.lists(st.sampled_from(PARTS), max_size=12), st.lists(st.sampled_from(PARTS), max_size=12), st.sampled_from(PRINTED))
def test_the_pattern_that_is_read_off_a_head_begins_lines_with_it(before, after, time):
    head = "".join([*before, " ", time, " ", *after, " "])
    (pattern,) = patterns_of([head])
    begun = begin(*lines_of(f"{head}a message"), [layout_of(pattern)])
    assert begun
    assert begun.message.endswith("a message")
    assert begun.printed_us == printed_time(time).us
