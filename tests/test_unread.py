"""What is not understood is listed so that a missing statement is a minute's work, and what is unproven is said."""

import pytest
from conftest import kept

from forensics import statements
from forensics.cli import main
from forensics.library import unread_shapes
from forensics.report.statement_list import render as listed
from forensics.report.unread import shape_of

ALIKE = (
    ("a broker 127.0.0.1:10911 was lost", "a broker 10.0.0.7:30911 was lost"),
    ("the queue 3 of 17 waits 1200ms", "the queue 0 of 4 waits 7ms"),
    ("message AC1100017F0018B4AAC2000000000000 is odd", "message 0A00000A00002A9F0000000000000F00 is odd"),
    ("client 10.0.0.7@2422@0@xxujmq64 has gone", "client 10.0.0.8@17@1@yyujmq64 has gone"),
    ("topic='orders' was cleared", "topic='payments' was cleared"),
    ("at 2026-01-01 08:00:00 it began", "at 2025-12-31 23:59:59 it began"),
)
APART = (
    ("the broker was lost", "the broker was found"),
    ("queue 3 waits", "queue 3 runs"),
)


@pytest.fixture
def unread(monkeypatch, capsys):
    """Return what gives what the command tells of a directory."""

    def told_of(directory):
        monkeypatch.setattr("sys.argv", ["rmqf", "unread", str(directory)])
        with pytest.raises(SystemExit) as ended:
            main()
        assert ended.value.code == 0
        return capsys.readouterr().out

    return told_of


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_records_that_differ_in_numbers_ids_and_addresses_have_one_shape(one, other):
    assert shape_of(one) == shape_of(other) != one


@pytest.mark.parametrize(("one", "other"), APART)
def test_records_that_differ_in_words_have_two(one, other):
    assert shape_of(one) != shape_of(other)


def test_unread_counts_by_shape_and_shows_the_first_of_each(tmp_path, unread):
    said = [f"the moon {n} is at 10.0.0.{n}:9876" for n in range(7)] + ["the sun is up"]
    lines = [f"2026-01-01 08:00:0{n} INFO main - {text}" for n, text in enumerate(said)]
    good = "2026-01-01 08:00:09 INFO main - The Name Server boot success. serializeType=JSON"
    (tmp_path / "namesrv.log").write_text("\n".join([*lines, good]) + "\n")
    told = unread(tmp_path)
    assert told.startswith("8 unread records of 2 shapes\n")
    assert told.index("the moon * is at") < told.index("the sun is up")
    assert "       7  " in told
    assert "namesrv.log:1\n" in told
    assert "namesrv.log:8\n" in told
    assert "boot success" not in told


@pytest.mark.parametrize(
    "head", ["2026-01-01 08:00:0{} INFO main - ", "2026-01-01 08:00:0{}.562  INFO 17 --- [main] RocketmqRemoting : "]
)
def test_lines_below_a_record_that_is_understood_without_them_are_told(head, tmp_path, unread):
    route = "Looking for a resource file of name [META-INF/service/org.apache.rocketmq.store.ha.HAService] ..."
    lines = [head.format(n) + route for n in range(9)]
    (tmp_path / "broker.log").write_text("\n".join([*lines[:4], "half of a line", "and more", *lines[4:]]) + "\n")
    told = unread(tmp_path)
    assert told.startswith("unread lines of 1 shapes below 1 records that are understood\n")
    assert "broker.log:5\n" in told
    assert "| half of a line\n          | and more" in told


def test_statements_without_a_real_line_are_listed_as_unproven():
    every = statements.statements()
    unproven = {name for name, one in every.items() if one.seen is None}
    told = listed(every, "", unproven=True)
    assert told.startswith(f"{len(unproven)} statements, {len(unproven)} of them unproven")
    assert {line.split("  ")[1].split(":")[0] for line in told.split("\n") if line.startswith("unproven  ")} == unproven
    assert "unproven" not in listed({name: one for name, one in every.items() if one.seen}, "", unproven=False).split("\n", 1)[1]


def test_records_of_a_store_are_not_unread():
    assert unread_shapes(kept("E-5.3.3-stores")) == []
