"""An ack that lies in the revive queue behind a checkpoint due later was late, where the timer had nothing left before."""

import pytest

from forensics import case as storage
from forensics.model import pop_timer
from forensics.model.pop_causes import LATE_ACK, UNEXPLAINED
from forensics.model.pop_checkpoint import MEMORY, REQUEST, REVIVED, AckFound, AckTaken, Checkpoint, Returned, run
from forensics.model.pop_match import Place
from forensics.model.pop_time import IN_TIME, LATE, UNDECIDED
from forensics.model.spans import SECOND_US, Instant
from forensics.replay.events import Events
from forensics.replay.pop.around import Surroundings
from forensics.replay.pop.batch_rows import rows
from forensics.replay.pop.batches import Batch
from forensics.replay.pop.behind import place_late_acks
from forensics.storefiles.events import event_tables
from forensics.tables import FILES

POPPED_S, DUE_S, BACK_S, LATER_S = 1_000_000_000, 1_000_000_030, 1_000_000_033, 1_000_000_050
OWNERS = {"n": "b", "m": "c"}
HEAD = {"node": "n", "series": "pop.log", "kind": "broker", "seq": 1, "source": "log", "line": 1}
IDLE = dict.fromkeys(("seconds_behind", "enqueuing", "dequeuing", "delivering"), 0)


def second(at):
    return Instant(at * SECOND_US, (at + 1) * SECOND_US - 1)


def at(when):
    return {"ts_lo": second(when).lo, "ts_hi": second(when).hi}


def ck(record, offset, due_s, **of):
    """Return the line of a checkpoint that revive read at *offset* of its queue."""
    name = {"broker": "b", "topic": "T", "group": "G", "queue_id": 1, "start_offset": offset, "pop_time": (due_s - 30) * 1_000}
    place = {"revive_queue_id": 0, "revive_offset": offset, "revive_time": due_s * 1_000}
    return HEAD | at(LATER_S) | {"record_id": record, "ck_offsets": [offset]} | name | place | of


def timer(record, when, stored, **of):
    """Return what the timer prints at *when*: the last message it had read was stored at *stored*."""
    texts = {"timer_now": clock(when), "read_until": clock(stored)}
    return HEAD | at(when) | {"series": "store.log", "record_id": record} | IDLE | texts | of


def clock(when):
    """Return the text of an instant of 2001-09-09 in a zone of its own."""
    past = when - 1_000_000_000 + 2 * 3_600
    return f"09-09 {past // 3_600:02}:{past // 60 % 60:02}:{past % 60:02}"


def batch(*places, node="n", judged=5):
    """Return a batch of one message, revived from offset *judged* of queue 0, whose ack was read at these places after it."""
    empty = Checkpoint("b", "T", "G", 0, 10, POPPED_S * 1_000, DUE_S * 1_000, (10,))
    found = [AckFound(10, 20 + n, second(LATER_S), "b", Place(node, *place)) for n, place in enumerate(places)]
    state, _ = run(empty, [*found, Returned(10, 30, second(BACK_S), REVIVED, node, Place(node, 0, judged))])
    line = (
        HEAD | at(DUE_S) | {"event": "ck_found", "record_id": 1, "re_put_times": None, "revive_queue_id": 0, "revive_offset": 5}
    )
    key = {"broker": "b", "topic": "T", "group": "G", "queue_id": 0, "start_offset": 10, "revive_time": DUE_S * 1_000}
    return Batch(key | {"pop_time": POPPED_S * 1_000, "alone": True}, [line], [], state)


def told(path, made, cks=(), timers=()):
    """Return the rows of the model over *made*, and the state of its ack."""
    case = storage.new_case(path / "case")
    case.write("events/ck_found", 0, event_tables()["ck_found"].frame(list(cks)))
    case.write("events/timer_progress", 0, event_tables()["timer_progress"].frame(list(timers)))
    case.write("files", 0, FILES.frame([]))
    events = Events(case)
    place_late_acks([made], events, OWNERS)
    tables = rows([made], Surroundings(events, OWNERS), OWNERS)
    return tables["redeliveries"][0], tables["acks"][0]


LATER = ck(40, 7, LATER_S)
SHOWN = timer(50, DUE_S + 5, DUE_S + 4)


def test_an_ack_behind_a_checkpoint_due_later_was_late_once_the_timer_had_nothing_left(tmp_path):
    again, ack = told(tmp_path, batch((0, 9)), [LATER], [SHOWN])
    assert (again["in_time"], again["cause"], again["around_record_ids"]) == (LATE, LATE_ACK, [40, 50])
    assert (ack["came_lo"], ack["behind_record_id"], ack["timer_record_id"]) == ((LATER_S - 1) * SECOND_US, 40, 50)


@pytest.mark.parametrize(
    "timers",
    [
        [],
        [timer(50, DUE_S - 1, DUE_S - 1)],  # acks in time could still come
        [timer(50, LATER_S - 1, DUE_S + 4)],  # the ack may have been there
        [timer(50, DUE_S + 5, DUE_S)],  # what it had read last may have been stored before the revive time
        [timer(50, DUE_S + 5, DUE_S + 4, enqueuing=3)],
        [timer(50, DUE_S + 5, DUE_S + 4, seconds_behind=2)],
        [timer(50, DUE_S + 5, DUE_S + 4, delivering=1)],
        [timer(50, DUE_S + 5, DUE_S + 4, node="m")],
        [timer(50, DUE_S + 5, DUE_S + 4, read_until="never")],
    ],
)
def test_without_such_a_line_of_the_timer_it_stays_undecided_and_the_order_is_told(tmp_path, timers):
    again, ack = told(tmp_path, batch((0, 9)), [LATER], timers)
    assert (again["in_time"], again["cause"]) == (UNDECIDED, UNEXPLAINED)
    assert (ack["came_lo"], ack["timer_record_id"]) == ((LATER_S - 1) * SECOND_US, None)


@pytest.mark.parametrize(
    ("made", "later"),
    [
        (batch((0, 9)), ck(40, 11, LATER_S)),  # behind the ack
        (batch((0, 9)), ck(40, 4, LATER_S)),  # before the checkpoint that was judged: a copy of before the timer began anew
        (batch((0, 9)), ck(40, 7, LATER_S, revive_queue_id=1)),
        (batch((0, 9)), ck(40, 7, LATER_S, node="m")),
        (batch((0, 9)), ck(40, 7, LATER_S, re_put_times=1)),  # put again, which goes by no order of revive times
        (batch((0, 9)), ck(40, 7, DUE_S + 3)),  # due three seconds later: the ack may be of the two that are undecided
        (batch((0, 9), (1, 3)), LATER),  # another copy lies elsewhere
        (batch((0, 9), (0, 6)), LATER),
        (batch((0, 9), node="m"), ck(40, 7, LATER_S, node="m")),  # another broker's revive queue: another timer's order
    ],
)
def test_no_other_order_tells_anything(tmp_path, made, later):
    again, ack = told(tmp_path, made, [later], [SHOWN, SHOWN | {"node": "m", "record_id": 51}])
    assert (again["in_time"], ack["came_lo"]) == (UNDECIDED, None)


def test_the_checkpoint_read_last_before_the_ack_tells_when_it_came(tmp_path):
    _, ack = told(tmp_path, batch((0, 9)), [LATER, ck(41, 8, LATER_S + 2)], [SHOWN])
    assert (ack["came_lo"], ack["behind_record_id"]) == ((LATER_S + 1) * SECOND_US, 41)


def test_an_ack_seen_before_the_revive_time_was_in_time_wherever_it_lies(tmp_path):
    made = batch((0, 9))
    made.ck, _ = run(made.state, [AckFound(10, 22, second(DUE_S - 2), "b", Place("n", 0, 9))])
    again, _ = told(tmp_path, made, [LATER], [SHOWN])
    assert again["in_time"] == IN_TIME


def test_an_ack_that_came_twice_is_told_by_when_it_came_first(tmp_path):
    made = batch((0, 9))
    twice = [AckTaken(10, 11, second(LATER_S), REQUEST), AckTaken(10, 12, second(POPPED_S + 1), MEMORY)]
    made.ck, _ = run(made.state, twice)
    again, ack = told(tmp_path, made)
    assert (again["in_time"], ack["how"], ack["taken_record_ids"]) == (IN_TIME, MEMORY, [12, 11])
    assert Instant(ack["taken_lo"], ack["taken_hi"]) == second(POPPED_S + 1)


def test_the_timers_texts_have_no_year_and_a_zone_of_their_own():
    line = second(DUE_S)
    assert pop_timer.read_until(line, "02-29 00:00:01", "02-28 23:59:58") == line.lo - 4 * SECOND_US
    assert pop_timer.read_until(line, "02-29 00:00:01", "02-29 00:00:02") == line.lo - SECOND_US
    assert pop_timer.read_until(line, "01-01 00:00:01", "12-31 23:59:58") is None
