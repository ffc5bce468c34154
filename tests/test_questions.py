"""The questions of an investigation, asked of real cases."""

import json

import pytest
from conftest import TRACES
from storemaker import Made

from forensics.errors import BadUsage
from forensics.library import case_of, check_case, sql, state_at, story, timeline
from forensics.questions.handle import Handle, handle_of
from forensics.report import answers, handle_words, proof
from forensics.tables import STATES

SENT_BACK = "FD000000000000000000000000000002094E4E0E2F2A697F55480002"


@pytest.fixture(scope="module")
def sent():
    with case_of([str(TRACES / "S-5.3.1-s1" / "input.tar.zst")]) as case:
        yield case


@pytest.fixture(scope="module")
def popped():
    with case_of([str(TRACES / "P-5.3.1-poplog" / "input.tar.zst")]) as case:
        yield case


def said(rows):
    return [f"{row['node']}: {row['what']}" for row in rows]


def test_the_timeline_holds_deaths_roles_and_routes_in_order_each_with_its_line(sent):
    rows = timeline(sent)
    times = [row["ts_lo"] for row in rows if row["ts_lo"] is not None]
    assert times == sorted(times)
    assert {"happened", "life", "role", "route", "name server"} <= {row["kind"] for row in rows}
    assert [row for row in rows if row["record_ids"] and not row["path"]] == []
    assert any("no master" in what for what in said(rows))


def test_a_timeline_needs_no_finding(popped):
    assert "broker-a-0: broker-a is master" in said(timeline(popped))


def test_what_an_answer_calls_its_rows_is_no_name_of_a_table(sent, popped):
    shown = [*state_at(sent, 1_795_261_190_000_000), *story(sent, "PayEvents/0/0"), *state_at(popped, 1_795_261_890_000_000)]
    assert {row["kind"] for row in shown} >= {"life", "registration", "route", "send-back", "log", "checkpoint"}
    assert {row["kind"] for row in shown}.isdisjoint(STATES)


def test_the_state_is_what_held_then(sent):
    before = said(state_at(sent, 1_795_261_170_000_000))
    later = said(state_at(sent, 1_795_261_190_000_000))
    held = "consumer: 192.0.2.2@C2975272255687 routes PayEvents to broker-a at {}"
    assert held.format("127.0.0.1:30911") in before
    assert held.format("no master") in later
    assert held.format("127.0.0.1:30911") not in later


def test_messages_that_are_out_are_part_of_the_state(popped):
    out = [what for what in said(state_at(popped, 1_795_261_890_000_000)) if "are out with" in what]
    assert any("messages of order_pop" in what for what in out)


def test_batches_that_just_end_acked_are_out_until_they_are(popped):
    """Most are: trade_events is acked within a second, and its checkpoints are no suspects."""
    (what,) = [what for what in said(state_at(popped, 1_795_261_908_000_000)) if "trade_events queue 0" in what]
    assert what == (
        "broker-a-0: 5 messages of trade_events queue 0 are out with GID_trade; "
        "333 more, popped and not due either, are acked by then"
    )
    assert not any("messages of trade_events" in what for what in said(state_at(popped, 1_795_261_999_000_000)))


def test_a_storys_steps_lead_from_the_pop_to_the_delivery_again(popped):
    rows = story(popped, "order_pop/1/3")
    steps = [row["what"] for row in rows]
    assert steps[0] == "popped by GID_order: its checkpoint is in the broker's buffer"
    assert "stored in order_pop queue 1 at offset 3" in steps
    assert "stored in %RETRY%GID_order_order_pop queue 0 at offset 4" in steps
    assert "its ack is taken (in time)" in steps
    assert "delivered again (revived, known fault)" in steps
    assert all(row["path"] for row in rows)


def test_a_story_holds_no_line_of_another_message(popped):
    acks = [row["text"] for row in story(popped, "order_pop/1/3") if "AckMsg{ackOffset=" in row["text"]]
    assert acks
    own = ("AckMsg{ackOffset=3,", "AckMsg{ackOffset=4,")  # in its queue, and in the retry topic
    assert [text for text in acks if not any(part in text for part in own)] == []


def test_a_message_is_found_by_its_id_and_by_a_handle(sent, popped):
    assert "cannot be sent back: nameserver refused" in [row["what"] for row in story(sent, SENT_BACK)]
    by_handle = story(popped, "0 1795261886969 20000 2 0 broker-a 1 3")
    assert {row["what"] for row in by_handle} >= {"its ack is taken (in time)"}


def test_a_message_has_one_life_by_place_id_or_key(popped):
    by_place = said(story(popped, "order_pop/1/3"))
    assert said(story(popped, "%RETRY%GID_order_order_pop/0/4")) == by_place
    query = """SELECT message_id, key FROM event_message_stored WHERE topic = 'order_pop' AND queue_id = 1 AND "offset" = 3"""
    (stored,) = sql(popped, query, raw=True)
    assert set(said(story(popped, stored["message_id"]))) == set(by_place)
    assert said(story(popped, stored["key"])) == by_place
    assert set(said(story(popped, stored["message_id"].lower()))) == set(by_place)


def test_a_story_by_handle_holds_the_lines_that_print_it(tmp_path):
    handle = "7 1700000000123 60000 3 0 broker-a 1 9"
    home = tmp_path / "consumer" / "logs"
    home.mkdir(parents=True)
    line = "2026-01-01 08:00:01,123 WARN RocketmqClient - nobody knows this sentence about {} \n"
    other = handle.replace("a 1 9", "a 1 8")
    (home / "rocketmq_client.log").write_text(line.format(handle) + line.format(other), encoding="utf-8")
    with case_of([str(tmp_path)]) as case:
        (row,) = story(case, handle)
    assert row["line"] == 1


def test_a_clients_trace_is_part_of_the_story(tmp_path):
    sent_by = [
        "Pub",
        "1700000000000",
        "r",
        "PG",
        "T",
        "ID" + "0" * 30,
        "tag",
        "order-1",
        "1.2.3.4:10911",
        "4",
        "12",
        "0",
        "x",
        "true",
    ]
    done_by = ["SubAfter", "q", "ID" + "0" * 30, "33", "true", "order-1", "0", "1700000009000", "CG"]
    body = "\x02".join(["\x01".join(sent_by), "\x01".join(done_by)]) + "\x02"
    Made(tmp_path / "broker-a-0" / "store").put("RMQ_SYS_TRACE_TOPIC", 0, body.encode(), 1_700_000_010_000)
    with case_of([str(tmp_path)]) as case:
        steps = [(row["ts_lo"], row["what"]) for row in story(case, "order-1", raw=True)]
    assert steps == [
        (1_700_000_000_000_000, "by the client's own trace: sent by PG, with success"),
        (1_700_000_009_000_000, "by the client's own trace: consumed by CG, with success"),
    ]


def test_what_names_no_message_is_told(sent):
    with pytest.raises(BadUsage, match="names no message"):
        story(sent, "hello")
    assert story(sent, "PayEvents/99/99") == []


def test_a_storys_keys_are_masked(sent):
    assert "pay-2" not in json.dumps(story(sent, SENT_BACK))
    assert "pay-2" in json.dumps(story(sent, SENT_BACK, raw=True))


def test_a_handle_is_told_in_plain_words():
    handle = handle_of("5 1700000000123 60000 3 1 broker-a 1 7 1234")
    assert handle == Handle(5, 1700000000123, 60000, 3, 1, "broker-a", 1, 7, 1234)
    shown = handle_words.render(handle)
    for part in (
        "offset 7 of queue 1",
        "its retry topic",
        "2023-11-14T22:13:20.123Z",
        "2023-11-14T22:14:20.123Z",
        "revive queue 3",
    ):
        assert part in shown
    assert "orderly" in handle_words.render(handle_of("0 1 2 999 0 b 1 7"))


@pytest.mark.parametrize("text", ["", "1 2 3", "a b c d e f g h", "0 1 2 3 0 b x 7"])
def test_what_is_no_handle_is_told(text):
    with pytest.raises(BadUsage, match="is not a receipt handle"):
        handle_of(text)


def test_the_tables_can_be_asked(popped):
    (row,) = sql(popped, "SELECT count(*) AS n FROM redeliveries WHERE cause = 'known_fault'")
    assert row["n"] == 69
    assert sql(popped, "SELECT text FROM records LIMIT 1")
    assert sql(popped, "SELECT count(*) AS n FROM event_message_retried")[0]["n"] > 0


@pytest.mark.parametrize(
    "query",
    [
        "COPY redeliveries TO '/tmp/x.csv'", "SELECT * FROM read_csv('/etc/passwd')", "SELECT 1; SELECT 2", "DROP TABLE records",
        "SELECT * FROM '/etc/passwd'", "SET enable_external_access = true", "ATTACH 'x.db'", "INSTALL httpfs", "SELECT FROM",
        "EXPLAIN ANALYZE COPY records TO '/tmp/x.csv'", "CREATE TABLE x AS SELECT 1",
    ],
)  # fmt: skip
def test_a_query_only_reads(popped, query):
    with pytest.raises(BadUsage, match=r"^the query"):
        sql(popped, query)


def test_secrets_in_answers_are_masked(sent):
    (row,) = sql(sent, "SELECT key FROM send_backs LIMIT 1")
    assert row["key"].startswith("key~")


def test_a_column_is_lost_to_none_of_the_same_name(sent):
    (row,) = sql(sent, "SELECT 1 AS node, 2 AS node, 3 AS node_1, 4 AS node")
    assert row == {"node": 1, "node_1": 2, "node_1_1": 3, "node_2": 4}


def test_whatever_a_query_gives_has_a_form_in_json(sent):
    query = (
        "SELECT TIMESTAMP '2026-01-01' AS at, [DATE '2026-01-01'] AS days, MAP {DATE '2026-01-01': 1.5::DECIMAL(3, 2)} AS map, "
        "INTERVAL 1 DAY AS lasts, 'nan'::DOUBLE AS none, uuid() IS NULL AS is_null, 1.5 AS half"
    )
    assert json.loads(answers.plain(sql(sent, query), "json")) == [
        {
            "at": "2026-01-01T00:00:00", "days": ["2026-01-01"], "map": {"2026-01-01": "1.50"}, "lasts": "1 day, 0:00:00",
            "none": None, "is_null": False, "half": "1.5",
        }
    ]  # fmt: skip


def test_secrets_are_masked_in_bytes_too(sent):
    (row,) = sql(sent, "SELECT ['accessKey=AKIA0123456789ABCDEF'::BLOB] AS held")
    assert row["held"][0].startswith("accessKey=secret~")


def test_an_answer_is_the_same_rows_in_every_form(sent):
    rows = timeline(sent)
    assert len(json.loads(answers.render(rows, "json", 100))) == len(rows)
    assert answers.render(rows, "text", 100).count(rows[0]["path"] + ":1\n") >= 1
    with pytest.raises(BadUsage):
        answers.render(rows, "yaml", 100)


def test_of_a_row_the_last_column_is_whole_and_what_is_cut_is_marked():
    long = "x" * 100
    head, line, count = answers.plain([{"first": long, "last": long}], "text").splitlines()
    assert line.split() == ["x" * 59 + "…", long]
    assert (head.split(), count) == (["first", "last"], "(1 row)")


def test_a_proof_is_walked_step_by_step_with_every_line(popped):
    doc = check_case(popped)
    finding = doc["findings"][0]
    shown = proof.render(proof.finding_of(doc, finding["id"][:8]))
    for number, step in enumerate(finding["steps"], 1):
        assert f"Step {number} of {len(finding['steps'])}" in shown
        assert step["what"] in shown
    assert [quote["line"] for quote in finding["evidence"] if f"{quote['path']}:{quote['line']} shows" not in shown] == []
    with pytest.raises(BadUsage, match="is not the number or id of one finding"):
        proof.finding_of(doc, "nothing")


def test_a_finding_is_named_as_the_screen_numbers_it_too():
    doc = {"findings": [{"id": f"{number:016x}"} for number in range(300)]}
    assert proof.finding_of(doc, "300") == doc["findings"][299]
    assert proof.finding_of(doc, "0000000000000001") == doc["findings"][1]
    with pytest.raises(BadUsage, match=r"the findings are 0{16}(, \w{16}){7} and 292 more"):
        proof.finding_of(doc, "301")


def test_why_a_rule_found_nothing_names_what_was_missing(popped):
    doc = check_case(popped)
    ruling = next(rule for rule in doc["rules"] if rule["rule"] == "pop/lost_message")
    shown = proof.why_not(doc, "pop/lost_message")
    assert ruling["reason"] in shown
    assert [row["how"] for row in ruling["missing"] if row["how"] not in shown] == []
    assert sorted(shown.splitlines()) == sorted(set(shown.splitlines()))
    assert "It found" in proof.why_not(doc, "pop/acked_message_redelivered")
