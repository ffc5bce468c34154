"""What the rules of POP say of one thing they say in the singular, and of several in the plural."""

import re

import polars as pl
import pytest
from conftest import analyzed

from forensics.findings.examples import examples
from forensics.findings.query import Tables
from forensics.findings.rules import load_rules, rules_directory
from forensics.tables import STATES

RULES = {rule.id: rule for rule in load_rules(rules_directory())[0] if rule.id.startswith("pop/")}
_WRONG = re.compile(r"\b1 (\w+s|of them)\b|\boffsets \d+(?!\d|,| to| and)|\b1 \(offset")


def told(rule):
    """Return the explanations that *rule* gives over the examples of its page."""
    return [text for example in examples(rule) for text in explained(rule, example.given)]


def explained(rule, given):
    tables = Tables({name: given.get(name, table.frame([])) for name, table in STATES.items()})
    try:
        return [row["explanation"] for row in tables.candidates(rule)]
    finally:
        tables.close()


@pytest.mark.parametrize("name", sorted(RULES))
def test_no_page_counts_one_thing_in_the_plural(name):
    assert [text for text in told(RULES[name]) if _WRONG.search(text)] == []


def test_the_line_that_shows_the_revive_queue_of_a_checkpoint_is_the_first_of_its_step():
    (finding,) = analyzed("C-5.3.3-healthy-poplog")["findings"]
    (step,) = (step for step in finding["steps"] if "lies in revive queue" in step["what"])
    assert "find ck" in finding["evidence"][step["evidence"][0]]["text"]
    assert len(step["evidence"]) > 2


COUNTED = {"node": "b-0", "topic": "T", "group": "G", "popped": 16, "acked": 7, "ts_lo": 0, "ts_hi": 1, "record_ids": [1]}


@pytest.mark.parametrize(("retried", "says"), [(9, "all of them can be of messages that were never"), (11, "up to 2 can be")])
def test_counts_of_retries_tell_how_many_can_be_of_acked_messages(retried, says):
    counts = STATES["pop_counts"].frame([COUNTED | {"retried": retried}])
    (text,) = explained(RULES["pop/acked_message_redelivered"], {"pop_counts": counts})
    assert says in text


ANOMALY = {
    "node": "b-0", "message_broker": "b", "broker": "b", "topic": "T", "group": "G", "queue_id": 0, "pop_time": 1_000,
    "old_value": 5, "new_value": 9, "start_offset": 3, "proven": True, "cause": "unexplained", "ts_lo": 0, "ts_hi": 1,
    "record_ids": [1], "around_record_ids": [], "state_id": "x", "revive_queue_id": 2,
}  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "anomaly", "reason", "one", "several"),
    [
        (
            "pop/revived_twice", "revived_twice", "other_broker",
            ("wrote 1 message (offset 3) to", "1 copy too many in all", "revived it, "),
            ("wrote 3 messages (offsets 3, 4 and 9) to", "3 copies too many in all", "revived them, "),
        ),
        (
            "pop/orderly_ack_ignored", "orderly_ack_ignored", "popped_again",
            ("acked 1 message of T (offset 3) under", "which gave it out again"),
            ("acked 3 messages of T (offsets 3, 4 and 9) under", "which gave them out again"),
        ),
    ],
)  # fmt: skip
def test_one_message_and_several_are_told_apart(rule, anomaly, reason, one, several):
    for offsets, words in (([3], one), ([3, 4, 9], several)):
        row = ANOMALY | {"anomaly": anomaly, "reason": reason, "offsets": offsets, "count": len(offsets)}
        (text,) = explained(RULES[rule], {"pop_anomalies": STATES["pop_anomalies"].frame([row])})
        assert [word for word in words if word not in text] == [], text
        assert not _WRONG.search(text), text


CK = {
    "state_id": "ck/1", "node": "b-0", "broker": "b", "topic": "T", "group": "G", "queue_id": 0, "start_offset": 10,
    "pop_time": 1_000, "revive_time": 21_000, "record_ids": [],
}  # fmt: skip
_LINES = {
    "ts_lo": 24_000_000,
    "ts_hi": 24_999_999,
    "way": "revived",
    "ambiguous": False,
    "candidates": [],
    "around_record_ids": [],
}


@pytest.mark.parametrize(
    ("offsets", "words"),
    [
        (
            [10],
            (
                "gave 1 message of",
                "it comes back, unless",
                "The ack of offset 10 was there",
                "It came to the revive queue behind a checkpoint",
                "it was late, or",
                "although its ack lies",
            ),
        ),
        (
            [10, 11, 12],
            (
                "gave 3 messages of",
                "they come back, unless",
                "The acks of 3 messages (offsets 10 to 12) were there",
                "They came to the revive queue behind a checkpoint",
                "they were late, or",
                "although their acks lie",
            ),
        ),
    ],
)
def test_acks_of_one_message_and_of_several_are_told_apart(offsets, words):
    found = {"found_lo": 27_000_000, "came_lo": 25_000_000, "behind_record_id": 3, "taken_record_ids": []}
    text = undecided(offsets, found)
    assert [word for word in words if word not in text] == [], text
    assert not _WRONG.search(text), text


def test_an_ack_taken_a_moment_after_the_revive_time_is_told_so():
    text = undecided([10], {"how": "request", "taken_lo": 22_000_000, "taken_hi": 22_999_999, "taken_record_ids": [2]})
    assert "took the ack of offset 10 between 00:00:22.000Z and 00:00:22.999Z, up to 2.0 s after that" in text


@pytest.mark.parametrize(
    ("mechanism", "words"),
    [
        ("ack_read_later", "and revive had its ack only after that"),
        ("restart_popped", ": the broker had been started again in between, and no line shows that it had kept the ack"),
        ("ack_in_store", ": its ack went to the key value store, while the checkpoint was in files"),
        ("ack_in_files", "from its key value store: the ack came to a revive queue, where that store does not look"),
    ],
)
def test_what_kept_revive_from_an_ack_is_told(mechanism, words):
    text = undecided([10], {"found_lo": 27_000_000, "taken_record_ids": []}, mechanism)
    assert words in text
    assert not _WRONG.search(text), text


TAKEN = {"taken_lo": 2_000_000, "taken_hi": 2_999_999}


@pytest.mark.parametrize(
    ("revived_by", "told"),
    [
        (8, [(7, "why its offset was older"), (8, "what lies between the ack and the return")]),
        (7, [(7, "why its offset was older")]),
    ],
)
def test_what_lies_before_each_way_back_is_told_with_that_way(revived_by, told):
    """A replica pops again what its master held in memory, and the master, started again, revives it."""
    named = {name: value for name, value in CK.items() if name not in {"state_id", "record_ids", "node"}} | {"offset": 10}
    again = named | _LINES | {"ck_state_id": "ck/1", "in_time": "in_time"}
    popped = {
        "node": "b-1",
        "way": "popped_again",
        "cause": "failover",
        "around_record_ids": [7],
        "state_id": "a/1",
        "record_id": 5,
    }
    revived = {"node": "b-0", "cause": "broker_crash", "around_record_ids": [revived_by], "state_id": "a/2", "record_id": 6}
    acks = [named | {"ck_state_id": "ck/1", "in_time": "in_time", "how": "memory", "taken_record_ids": [2]} | TAKEN]
    given = {
        "checkpoints": [CK | {"offsets": [10], "acked": []}],
        "acks": acks,
        "redeliveries": [again | popped, again | revived],
    }
    tables = Tables({name: table.frame(given.get(name, [])) for name, table in STATES.items()})
    try:
        (row,) = tables.candidates(RULES["pop/acked_message_redelivered"])
    finally:
        tables.close()
    steps = [step for step in row["steps"] if step["what"] == "what had happened to the broker"]
    assert [(*step["record_ids"], step["says"]) for step in steps] == told


def undecided(offsets, shown, mechanism="ack_matched"):
    """Return what is said of acks of which no line proves that they were in time."""
    named = {name: value for name, value in CK.items() if name not in {"state_id", "record_ids", "node"}}
    ack = named | {"ck_state_id": "ck/1", "in_time": "undecided", "found_node": "b-0", "found_queue": 3} | shown
    again = (
        named
        | _LINES
        | {"node": "b-0", "ck_state_id": "ck/1", "in_time": "undecided", "cause": "unexplained", "mechanism": mechanism}
    )
    given = {
        "checkpoints": [CK | {"offsets": offsets, "acked": []}],
        "acks": [ack | {"offset": o, "found_offset": o, "found_record_id": o} for o in offsets],
        "redeliveries": [again | {"offset": o, "record_id": o, "state_id": f"again/{o}"} for o in offsets],
    }
    frames = {name: STATES[name].frame(rows) for name, rows in given.items()}
    (text,) = explained(RULES["pop/acked_message_redelivered"], frames)
    return text


@pytest.mark.parametrize(
    ("left_lo", "because", "says"),
    [
        (11_005_000, "stayed", "(it had stayed 10 s)"),
        (20_000_000, "stayed", "(it had stayed 20 s)"),  # of a whole second; popCkStayBufferTime=20000
        (18_002_000, "near_revive", "(3 s before its revive time)"),
        (16_004_000, "near_revive", "(5 s before its revive time)"),  # popCkStayBufferTimeOut=5000
        (8_004_000, "stopped", "(7 s after the pop and 13 s before its revive time, sooner than by default: "),
    ],
)
def test_how_long_a_checkpoint_stayed_in_the_buffer_is_told_by_its_times(left_lo, because, says):
    rule = RULES["pop/acked_message_redelivered"]
    given = next(
        example.given for example in examples(rule) if example.given["checkpoints"]["left_because"].to_list() == ["stayed"]
    )
    left = given["checkpoints"].with_columns(left_lo=pl.lit(left_lo), left_because=pl.lit(because))
    (text,) = explained(rule, {**given, "checkpoints": left})
    assert says in text
