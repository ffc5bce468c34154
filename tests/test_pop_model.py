"""The model of a popped batch: an ack is final, the order of reading leaves no mark, doubt is told."""

from dataclasses import replace
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forensics.model import pop_buffer, pop_orderly, pop_rewrites, pop_time
from forensics.model.pop_causes import (
    ACK_IN_FILES,
    ACK_IN_STORE,
    ACK_MATCHED,
    ACK_READ_LATER,
    BROKER_CRASH,
    FAILOVER,
    KNOWN_FAULT,
    LATE_ACK,
    NACK,
    NAMELESS_ACK,
    NEVER_ACKED,
    OFFSET_RESET,
    SCATTERED_ACK,
    STORE_SWITCHED,
    TOPIC_RECREATED,
    UNEXPLAINED,
    Around,
    Cause,
    cause_of,
    scattered,
)
from forensics.model.pop_checkpoint import (
    MEMORY,
    POPPED_AGAIN,
    REVIVED,
    AckFound,
    AckStored,
    AckTaken,
    Checkpoint,
    CkFound,
    Returned,
    forbidden,
    run,
    step,
)
from forensics.model.pop_match import BEFORE_CHECKPOINT, NO_BROKER_NAME, OTHER_QUEUE, OTHER_STORE, Place, mismatches
from forensics.model.pop_rewrites import Attempt, Chain, Ended, Pauses, backs_off, in_turn
from forensics.model.spans import SECOND_US, Instant

POP, REVIVE = 1_000_000, 1_060_000
CK = Checkpoint("b", "T", "G", 0, 10, POP, REVIVE, (10, 11, 12))


def second(ms):
    """Return the second of a log line written at *ms*."""
    lo = ms // 1_000 * SECOND_US
    return Instant(lo, lo + SECOND_US - 1)


def taken(offset, ms, record=1):
    return AckTaken(offset, record, second(ms), MEMORY)


def retried(offset, record=9, ms=REVIVE + 3_000, place=Place("n", 0, 5)):  # noqa: B008 - a frozen value
    return Returned(offset, record, second(ms), REVIVED, "n", place)


def found_at(queue, offset, broker):
    return AckFound(10, 2, second(REVIVE), broker, Place("n", queue, offset))


offsets = st.sampled_from([10, 11, 12, 13])
times = st.integers(POP, REVIVE + 20_000)
places = st.builds(Place, st.sampled_from(["n", "m"]), st.integers(0, 2), st.integers(0, 9))
records = st.integers(1, 50)
events = st.one_of(
    st.builds(taken, offsets, times, records),
    st.builds(lambda o, r, t, b: AckStored(o, r, second(t), "n", b), offsets, records, times, st.sampled_from([None, "b"])),
    st.builds(
        lambda o, r, t, b, p: AckFound(o, r, second(t), b, p), offsets, records, times, st.sampled_from([None, "b"]), places
    ),
    st.builds(lambda r, t, p: CkFound(r, second(t), p), records, times, places),
    st.builds(lambda o, r, t, p: Returned(o, r, second(t), REVIVED, "n", p), offsets, records, times, places),
    st.builds(lambda o, r, t: Returned(o, r, second(t), POPPED_AGAIN, "m"), offsets, records, times),
)


@given(st.lists(events, max_size=12), st.randoms())
def test_the_order_of_reading_changes_nothing(found, chance):
    shuffled = list(found)
    chance.shuffle(shuffled)
    assert run(CK, found) == run(CK, shuffled)


@given(st.lists(events, max_size=12))
def test_stepping_and_running_at_once_end_alike(found):
    ck, told = CK, []
    for event in found:
        ck, new = step(ck, event)
        told += new
    assert (ck, forbidden(ck)) == run(CK, found)
    assert set(forbidden(ck)) <= set(told)


@given(st.lists(events, max_size=8), st.lists(events, max_size=8))
def test_replaying_twice_gives_the_same(first, second_):
    once = run(CK, first + second_)
    assert run(once[0], first + second_) == once


@given(st.lists(events, max_size=12), offsets, st.integers(POP, REVIVE - 2_000))
def test_an_ack_is_final(found, offset, when):
    """Nothing that is read later takes it back, and every return of the message is forbidden."""
    ck, told = run(CK, [taken(offset, when, 0), *found])
    assert ck.in_time(offset) == pop_time.IN_TIME
    again = [r for r in ck.returns if r.offset == offset]
    assert sum(d.name == "acked_message_returned" and d.says.startswith(f"offset {offset}:") for d in told) == len(again)


@given(st.lists(events, max_size=12))
def test_losing_a_line_never_makes_an_ack_better(found):
    whole, _ = run(CK, found)
    rank = {None: 0, pop_time.LATE: 1, pop_time.UNDECIDED: 1, pop_time.IN_TIME: 2}
    for lost in range(len(found)):
        left, _ = run(CK, found[:lost] + found[lost + 1 :])
        assert all(rank[left.in_time(o)] <= rank[whole.in_time(o)] for o in CK.offsets)


@pytest.mark.parametrize(
    ("ms", "answer"),
    [
        (REVIVE - 1_001, pop_time.IN_TIME),
        (REVIVE - 1, pop_time.IN_TIME),
        (REVIVE, pop_time.UNDECIDED),
        (REVIVE + 2_000, pop_time.UNDECIDED),
        (REVIVE + 3_000, pop_time.LATE),
    ],
)
def test_in_time_is_before_the_revive_time_and_two_seconds_after_it_are_undecided(ms, answer):
    assert pop_time.against(second(ms), REVIVE) == answer


@pytest.mark.parametrize(
    ("ack_ms", "line", "answer"),
    [
        (REVIVE + 1_000, ("n", 8), pop_time.LATE),  # the same second, behind in the log
        (REVIVE + 1_000, ("n", 6), pop_time.UNDECIDED),
        (REVIVE + 1_000, ("m", 8), pop_time.UNDECIDED),  # another node's log has no order with it
        (REVIVE + 1_000, None, pop_time.UNDECIDED),
        (REVIVE - 1_000, ("n", 8), pop_time.IN_TIME),  # revive did not wait for it
    ],
)
def test_an_ack_that_stands_behind_the_revival_of_its_message_came_too_late(ack_ms, line, answer):
    ack = replace(taken(10, ack_ms), line=line)
    back = replace(retried(10, ms=REVIVE + 1_000, place=None), line=("n", 7))
    ck, _ = run(CK, [ack, back])
    assert ck.in_time(10) == answer
    assert (cause_of(ck, back, Around()).name == LATE_ACK) == (answer == pop_time.LATE)
    assert run(CK, [ack, replace(back, offset=11)])[0].in_time(10) != pop_time.LATE


def test_an_ack_behind_all_that_came_back_came_too_late_and_one_between_them_may_have_counted():
    ack = replace(taken(10, REVIVE + 1_000), line=("n", 8))
    again = Returned(10, 9, second(REVIVE - 9_000), POPPED_AGAIN, "n", line=("n", 7))
    back = replace(retried(10, record=10), line=("n", 9))
    assert run(CK, [ack, again])[0].in_time(10) == pop_time.LATE
    assert run(CK, [ack, again, back])[0].in_time(10) == pop_time.UNDECIDED


def test_a_line_that_only_shows_an_ack_there_says_nothing_of_lateness():
    assert pop_time.known_by(second(REVIVE + 60_000), REVIVE) == pop_time.UNDECIDED


@pytest.mark.parametrize(("line", "mechanism"), [(("n", 8), ACK_READ_LATER), (("n", 6), ACK_MATCHED), (None, ACK_MATCHED)])
def test_an_ack_that_revive_read_only_after_it_had_judged_is_told_so(line, mechanism):
    back = replace(retried(10), line=("n", 7))
    copy = replace(found_at(0, 6, "b"), at=back.at, line=line)
    ck, _ = run(CK, [taken(10, REVIVE + 1_000), copy, back])
    assert (ck.in_time(10), cause_of(ck, back, Around()).mechanism) == (pop_time.UNDECIDED, mechanism)


@pytest.mark.parametrize(
    ("first", "cause"),
    [
        (found_at(0, 6, None), Cause(KNOWN_FAULT, NAMELESS_ACK)),
        (AckStored(10, 3, second(POP + 10_000), "n", None), Cause(KNOWN_FAULT, NAMELESS_ACK)),
        (AckStored(10, 3, second(POP + 10_000), "n", "b"), Cause(UNEXPLAINED, ACK_READ_LATER)),
    ],
)
def test_an_ack_that_came_once_more_and_too_late_does_not_hide_what_became_of_the_first(first, cause):
    back = replace(retried(10), line=("n", 7))
    again = replace(found_at(0, 9, "b"), record_id=12, at=second(REVIVE + 9_000), line=("n", 8))
    ck, _ = run(CK, [taken(10, POP + 100), replace(first, record_id=5), again, back])
    assert (ck.in_time(10), cause_of(ck, back, Around())) == (pop_time.IN_TIME, cause)


@pytest.mark.parametrize(
    ("joins", "elsewhere", "mechanism"), [(True, False, ACK_READ_LATER), (False, False, NAMELESS_ACK), (True, True, NAMELESS_ACK)]
)
def test_a_nameless_ack_that_was_read_too_late_is_the_known_fault_s_only_where_a_key_holds_the_name(joins, elsewhere, mechanism):
    """5.0.0 to 5.3.0 and 5.3.2 on write such acks too, and join them; on another broker the name is that one's."""
    back = replace(retried(10), line=("n", 7))
    late = replace(found_at(0, 9, None), at=second(REVIVE + 9_000), line=("n", 8))
    ck, _ = run(CK, [taken(10, POP + 100), late, back])
    assert cause_of(ck, back, Around(joins_nameless=joins, handed_over=elsewhere)).mechanism == mechanism


def test_a_nameless_ack_that_was_read_in_time_and_not_joined_is_the_known_fault_s_whatever_the_release():
    early = replace(found_at(0, 9, None), line=("n", 5))
    back = replace(retried(10), line=("n", 7))
    ck, _ = run(CK, [taken(10, POP + 100), early, back])
    assert cause_of(ck, back, Around(joins_nameless=True)).mechanism == NAMELESS_ACK


@pytest.mark.parametrize(("came_ms", "mechanism"), [(4_000, ACK_READ_LATER), (2_000, ACK_MATCHED)])
def test_a_store_tells_an_ack_that_came_after_its_message_was_retried(came_ms, mechanism):
    at = Instant((REVIVE + came_ms) * 1_000, (REVIVE + came_ms) * 1_000 + 999)
    back = replace(retried(10), at=Instant((REVIVE + 3_000) * 1_000, (REVIVE + 3_000) * 1_000 + 999))
    ck, _ = run(CK, [taken(10, POP + 100), replace(found_at(0, 6, "b"), at=at), back])
    assert cause_of(ck, back, Around()).mechanism == mechanism


def test_an_ack_in_a_revive_queue_does_not_reach_a_record_of_the_key_value_store():
    back = retried(10, place=None)
    ck, _ = run(CK, [found_at(0, 6, "b"), back])
    assert cause_of(ck, back, Around()) == Cause(UNEXPLAINED, ACK_IN_FILES, (LATE_ACK,))


@pytest.mark.parametrize(("by_store", "mechanism"), [(True, ACK_IN_STORE), (False, None)])
def test_an_ack_that_the_key_value_store_took_does_not_reach_a_checkpoint_in_files(by_store, mechanism):
    ck, _ = run(CK, [replace(taken(10, POP), by_store=by_store), retried(10)])
    assert cause_of(ck, retried(10), Around()).mechanism == mechanism
    assert (KNOWN_FAULT in cause_of(ck, retried(10), Around()).candidates) != by_store


@pytest.mark.parametrize(("by_store", "expected"), [(True, (FAILOVER, BROKER_CRASH, LATE_ACK)), (False, KNOWN_FAULT)])
def test_a_record_of_the_key_value_store_comes_back_by_no_acks_name(by_store, expected):
    back = replace(retried(10, place=None), by_store=by_store)
    ck, _ = run(CK, [replace(taken(10, REVIVE), by_store=by_store), back])
    told = cause_of(ck, back, Around()).candidates
    assert told == expected or expected in told


def test_an_ack_is_joined_by_its_place_and_its_name():
    ck = Place("n", 3, 10)
    assert mismatches("b", ck, "b", Place("n", 3, 11)) == ()
    assert mismatches("b", ck, None, Place("n", 3, 11)) == (NO_BROKER_NAME,)
    assert mismatches("b", ck, "b", Place("n", 4, 11)) == (OTHER_QUEUE,)
    assert mismatches("b", ck, "b", Place("n", 3, 9)) == (BEFORE_CHECKPOINT,)
    assert mismatches("b", ck, "b", Place("m", 3, 11)) == (OTHER_STORE,)


def caused(*found, around=Around(), way=REVIVED):  # noqa: B008 - a frozen value
    back = retried(10) if way == REVIVED else Returned(10, 9, second(REVIVE), way, "m")
    ck, _ = run(CK, [*found, back])
    return cause_of(ck, back, around)


def test_each_cause_is_named_by_its_own_lines():
    ack = taken(10, POP)
    written = AckStored(10, 3, second(POP + 11_000), "n", None)
    assert caused(ack, written).mechanism == NAMELESS_ACK
    assert caused(ack, written).name == KNOWN_FAULT
    assert caused(ack, found_at(0, 6, None)).name == KNOWN_FAULT
    assert caused(ack, found_at(1, 6, "b")).mechanism == SCATTERED_ACK
    assert caused(ack, found_at(1, 6, None)).name == FAILOVER
    assert caused(ack, found_at(0, 6, "b")).mechanism == ACK_MATCHED
    elsewhere = AckFound(10, 2, second(REVIVE), "b", Place("m", 0, 6))
    assert (caused(ack, elsewhere).name, caused(ack, elsewhere, around=Around(handed_over=True)).name) == (UNEXPLAINED, FAILOVER)
    nameless = [caused(ack, elsewhere, found_at(0, 6, None), around=Around(handed_over=handed)).name for handed in (False, True)]
    assert nameless == [KNOWN_FAULT, FAILOVER], "the broker it was handed to takes the name for its own, in every release since"
    away = [Around(restarted=True, foreign=frozenset({node})) for node in ("m", "x")]
    assert [caused(ack, elsewhere, around=around).name for around in away] == [FAILOVER, BROKER_CRASH]
    assert caused(ack, elsewhere, found_at(0, 6, None), around=away[0]).name == KNOWN_FAULT
    before = [caused(ack, found_at(0, 4, "b"), around=Around(handed_over=handed)).name for handed in (False, True)]
    assert before == [UNEXPLAINED, FAILOVER]
    assert caused(ack, replace(written, broker="b")).name == UNEXPLAINED
    assert caused(ack, around=Around(restarted=True)).name == BROKER_CRASH
    assert caused().name == NEVER_ACKED
    assert caused(around=Around(changed=True)).name == NACK
    assert caused(taken(10, REVIVE + 5_000)).name == LATE_ACK
    assert caused(ack, around=Around(recreated=True)).name == TOPIC_RECREATED


def test_acks_must_come_before_the_pops_own_checkpoint_is_due_however_late_a_rewritten_one_is():
    """From 5.3.1 on each rewrite puts the checkpoint off: by 10 s, by 20 s, and so on."""
    put_off = replace(CK, revive_time=REVIVE + 30_000, rewrites=2)
    assert (put_off.acks_until, CK.acks_until) == (REVIVE, REVIVE)
    for ms, answer in ((REVIVE - 1_001, pop_time.IN_TIME), (REVIVE + 1_000, pop_time.UNDECIDED), (REVIVE + 9_000, pop_time.LATE)):
        assert run(put_off, [taken(10, ms)])[0].in_time(10) == answer
    copy = AckFound(10, 2, second(REVIVE + 9_000), "b", Place("n", 0, 9))
    assert run(put_off, [copy])[0].in_time(10) == pop_time.UNDECIDED
    early = forbidden(run(put_off, [retried(10, ms=REVIVE + 9_000)])[0])
    assert [d.name for d in early] == ["returned_early"]


def test_the_longest_pause_is_that_of_every_further_rewrite():
    assert pop_rewrites.first_due(20_000_000, 19) - pop_rewrites.first_due(20_000_000, 18) == -7_200_000


def test_scattered_acks_are_told_by_the_queues_of_the_node_that_revived():
    """The master, back again, reads copies of its own, and those lie in the checkpoint's queue."""
    acks = [
        AckFound(10, record, second(REVIVE), "b", Place(node, queue, 9)) for record, node, queue in ((2, "m", 0), (3, "n", 4))
    ]
    cks = [CkFound(record, second(REVIVE), Place(node, 0, 5)) for record, node in ((4, "m"), (5, "n"))]
    ck, _ = run(CK, [taken(10, POP + 5), *acks, *cks, retried(10)])
    assert cause_of(ck, ck.returns[0], Around()).mechanism == SCATTERED_ACK
    assert scattered(ck, ck.returns[0]) == ([4], [3, 5])


def test_where_no_line_shows_the_checkpoint_read_the_first_retry_from_it_tells_its_queue():
    ack = AckFound(10, 3, second(REVIVE), "b", Place("n", 4, 9))
    ck, _ = run(CK, [taken(10, POP + 5), ack, retried(11, record=8), retried(10, record=9)])
    assert scattered(ck, next(r for r in ck.returns if r.offset == 10)) == ([4], [3, 8])


def test_a_message_popped_again_needs_a_reason_that_a_line_shows():
    assert caused(way=POPPED_AGAIN, around=Around(replica=True)).name == FAILOVER
    assert caused(way=POPPED_AGAIN, around=Around(reset=True, replica=True)).name == OFFSET_RESET
    assert caused(way=POPPED_AGAIN, around=Around(restarted=True)).name == BROKER_CRASH
    assert caused(way=POPPED_AGAIN, around=Around(restarted=True, switched=True)).name == BROKER_CRASH
    assert caused(way=POPPED_AGAIN, around=Around(switched=True)) == Cause(UNEXPLAINED, STORE_SWITCHED)
    assert caused(way=POPPED_AGAIN, around=Around(set_back=True)) == Cause(OFFSET_RESET)
    assert caused(way=POPPED_AGAIN, around=Around(set_back=True, replica=True)).name == FAILOVER
    assert caused(way=POPPED_AGAIN).candidates


def test_what_a_retry_may_not_be():
    early, foreign = retried(10, ms=REVIVE - 5_000), retried(99)
    twice = (retried(11, record=7), retried(11, record=8))
    _, told = run(CK, [early, foreign, *twice])
    assert sorted(d.name for d in told) == ["foreign_message_returned", "returned_early", "returned_twice"]


def test_the_buffer_has_a_reason_to_let_go():
    assert pop_buffer.why_left(POP + 10_001, POP, REVIVE) == pop_buffer.STAYED
    assert pop_buffer.why_left(REVIVE - 2_999, REVIVE - 9_000, REVIVE) == pop_buffer.NEAR_REVIVE
    assert pop_buffer.why_left(POP + 1, POP, REVIVE) == pop_buffer.STOPPED


def paused(*seconds):
    return reduce(Pauses.and_then, (pause * SECOND_US for pause in seconds), Pauses())


def chained(*seconds, rewritten=True):
    chain, told = Chain(), []
    for number, s in enumerate(seconds):
        chain, said = pop_rewrites.step(chain, Attempt(second(s * 1_000), number, "refused", rewritten))
        told += [said] if said else []
    return chain, told


def test_growing_pauses_are_a_back_off_and_short_ones_are_forbidden():
    chain, told = chained(0, 10, 30, 60, 120)
    assert backs_off(chain.pauses)
    assert told == []
    chain, told = chained(0, 1, 2, 3)
    assert not backs_off(chain.pauses)
    assert len(told) == 3
    assert chain.rewrites == 4


@pytest.mark.parametrize(
    ("pauses_s", "expected"),
    [
        ((1, 1, 17, 60), True),  # 43 s late: it was handed over, and in time again from the fourth read on
        ((1, 25, 30, 60, 120), True),
        ((1, 1, 17), False),  # no pause was whole yet
        ((1, 1, 17, 1), False),
        ((1, 1, 17, 20), False),
        ((1,) * 50 + (20, 60), False),  # a loop without pauses that a gap of the log follows
    ],
)
def test_a_checkpoint_that_comes_late_catches_up_and_backs_off(pauses_s, expected):
    assert backs_off(paused(*pauses_s)) == expected


@given(st.lists(st.integers(1, 3), min_size=4, max_size=20))
def test_a_chain_of_short_pauses_never_backs_off(pauses):
    chain, _ = chained(*[sum(pauses[:n]) for n in range(len(pauses) + 1)])
    assert not backs_off(chain.pauses)


def test_the_longest_pause_may_repeat():
    assert backs_off(paused(7_200, 7_200))
    assert not backs_off(paused(30, 30))


def test_a_read_that_needs_no_retry_ends_the_chain():
    chain, _ = chained(0, rewritten=False)
    assert chain.ended == Ended(second(0), 0, pop_rewrites.DROPPED)
    assert pop_rewrites.step(chain, Attempt(second(9_000), 5, "refused", True))[1]


@pytest.mark.parametrize(
    ("status", "word", "again"),
    [
        ("OFFSET_OVERFLOW_ONE", None, True),
        ("MESSAGE_WAS_REMOVING", None, False),
        ("OFFSET_OVERFLOW_ONE", False, False),
        (None, True, True),
        (None, None, False),
    ],
)
def test_a_failed_read_is_taken_by_the_brokers_word_or_by_its_status(status, word, again):
    assert pop_rewrites.rewritten_after(status, word) is again


@pytest.mark.parametrize(
    ("begun_s", "expected"),
    [
        ((0, 9, 21, 28, 33, 53, 59, 82), [[0, 9, 28, 59], [21, 33, 53, 82]]),
        ((0, 3, 10, 13, 30, 33), [[0, 10, 30], [3, 13, 33]]),
        ((0, 10, 30, 60), []),  # of one
        (tuple(range(0, 60, 5)), []),
        ((0, 5, 10, 15), []),
        (tuple(range(40)), []),
    ],
)
def test_two_checkpoints_of_a_message_that_each_back_off_are_told_apart(begun_s, expected):
    assert [[begun_s[n] for n in own] for own in in_turn(at * SECOND_US for at in begun_s)] == expected


def test_a_record_of_the_key_value_store_may_come_back_once_it_is_visible():
    at_once = [retried(10, ms=REVIVE), retried(10, ms=REVIVE, place=None), retried(10, ms=REVIVE - 1_000, place=None)]
    early = [[d.name for d in run(CK, [event])[1]] for event in at_once]
    assert early == [["returned_early"], [], ["returned_early"]]


def test_an_orderly_ack_of_another_pop_has_no_effect():
    info = pop_orderly.OrderInfo(POP, (10, 11))
    assert pop_orderly.ack(info, 10, POP - 1) == (info, pop_orderly.STALE)
    assert pop_orderly.ack(info, 99, POP) == (info, pop_orderly.ILLEGAL)
    first, said = pop_orderly.ack(info, 10, POP)
    assert (said, pop_orderly.committed(first)) == (pop_orderly.DONE, 11)
    assert pop_orderly.committed(pop_orderly.ack(first, 11, POP)[0]) == 12
