"""Whose acks failed: exceptions of a proxy that fit the windows of several clients, told apart by the clients' own logs."""

import random
from operator import itemgetter

import pytest

from forensics.model.spans import SECOND_US
from forensics.replay.proxy.acks import ANSWERED_WITHIN_US
from forensics.replay.proxy.answers import Client, paired, whose


def thrown(*, windows, count, second=34):
    span = {"ts_lo": second * SECOND_US, "ts_hi": (second + 1) * SECOND_US - 1}
    return [span | {"state_id": f"{second}/{n}", "record_id": second * 10 + n, "windows": [*windows]} for n in range(count)]


def client(*refused, prints=False, whole=True):
    """Return a client with acks refused at *refused*, in seconds; one that *prints* may have had its refused ones elsewhere."""
    rows = tuple(
        {"ts_lo": int(at * SECOND_US), "ts_hi": int(at * SECOND_US) + 999, "record_id": n} for n, at in enumerate(refused)
    )
    return Client({}, rows, prints or bool(rows), whole, 0)


def counted(told):
    """Return how many exceptions are of each window alone, and of how many it is open whose they are."""
    alone = [windows[0] for windows in told.values() if len(windows) == 1]
    return {name: alone.count(name) for name in sorted(set(alone))}, sum(len(windows) > 1 for windows in told.values())


@pytest.mark.parametrize(
    ("clients", "count", "expected"),
    [
        ({"a": client(34.1, 34.2), "b": client(34.3)}, 3, ({"a": 2, "b": 1}, 0)),
        ({"a": client(34.1, 34.2), "b": client()}, 3, ({"a": 2, "b": 1}, 0)),  # a printed all it had, the third is b's
        ({"a": client(34.1, whole=False), "b": client()}, 2, ({"a": 1}, 1)),  # a may have had both
        ({"a": client(34.1), "b": client(), "c": client()}, 3, ({"a": 1}, 2)),
        ({"a": client(), "b": client()}, 2, ({}, 2)),
        ({"a": client(prints=True), "b": client()}, 2, ({"b": 2}, 0)),  # a would have printed them
        ({"a": client(34.1, 34.2), "b": client(34.3)}, 2, ({}, 2)),  # more lines than exceptions: something else was refused
        ({"a": client(34.1), "b": client(34.3)}, 3, ({}, 3)),  # more exceptions than lines, and no one to have them
        ({"a": client(44.1), "b": client()}, 1, ({}, 1)),  # long after
        ({"a": client(32.1), "b": client()}, 1, ({}, 1)),  # before it threw
        ({"a": client(34.1)}, 3, ({"a": 1}, 0)),  # a client whose lines were lost had the others
        ({"a": client(34.1, whole=False)}, 3, ({"a": 3}, 0)),  # or it was a itself
    ],
)
def test_exceptions_of_one_second_are_told_apart(clients, count, expected):
    assert counted(whose(thrown(windows=clients, count=count), clients)) == expected


def test_what_fits_one_window_stays_with_it_and_takes_its_line():
    clients = {"a": client(34.5, 35.5), "b": client()}
    told = whose([*thrown(windows="ab", count=2), *thrown(windows="a", count=1, second=35)], clients)
    assert counted(told) == ({"a": 2, "b": 1}, 0)
    assert told["35/0"] == ["a"]


def test_an_answer_is_of_the_last_exception_before_it():
    """A consumer that prints nothing had the earlier ones: what comes four seconds later is answered then."""
    clients = {"a": client(38.1, 38.2), "b": client(), "c": client()}
    exceptions = [*thrown(windows="abc", count=2), *thrown(windows="ac", count=2, second=38)]
    told = whose(exceptions, clients)
    assert {row["state_id"]: told[row["state_id"]] for row in exceptions} == {
        "34/0": ["b", "c"],
        "34/1": ["b", "c"],
        "38/0": ["a"],
        "38/1": ["a"],
    }


@pytest.mark.parametrize("own", [range(24, 34), range(35, 45)])
def test_lines_are_left_for_what_others_may_have_had_whichever_came_first(own):
    """One exception a second, each answered at once: those of all seconds but one are of the client's window alone."""
    clients = {"a": client(*(second + 0.5 for second in (*own, 34))), "b": client()}
    exceptions = [*thrown(windows="ab", count=2), *(row for second in own for row in thrown(windows="a", count=1, second=second))]
    assert counted(whose(exceptions, clients)) == ({"a": 11, "b": 1}, 0)


def test_a_line_without_an_exception_leaves_open_what_is_near_that_clients_lines_alone():
    """The broker of an ack was gone, so that the answer at 52 s came of no exception: which of a's lines are alike is open."""
    clients = {"a": client(34.1, 52), "b": client(34.2, 44.1), "c": client()}
    told = whose([*thrown(windows="abc", count=2), *thrown(windows="abc", count=1, second=44)], clients)
    assert told == {"34/0": [*"abc"], "34/1": [*"abc"], "44/0": ["b"]}


def test_an_exception_of_nobody_leaves_open_its_own_stretch_alone():
    clients = {"a": client(34.1), "b": client(44.1)}
    told = whose([*thrown(windows="ab", count=1), *thrown(windows="ab", count=2, second=44)], clients)
    assert told == {"34/0": ["a"], "44/0": [*"ab"], "44/1": [*"ab"]}


def plainly_paired(exceptions, clients):
    """Return what `paired` does where each exception fits several windows, by looking at all that is free for each line."""
    lines = sorted(((line, name) for name, one in clients.items() for line in one.refused), key=lambda item: item[0]["ts_lo"])
    for last in (True, False):
        owned = {}
        for line, name in lines:
            free = [row for row in exceptions if name in row["windows"] and row["state_id"] not in owned]
            fits = [row for row in free if line["ts_lo"] - row["ts_hi"] <= ANSWERED_WITHIN_US + clients[name].slack_us]
            fits = [row for row in fits if line["ts_hi"] - row["ts_lo"] >= -clients[name].slack_us]
            before = [row for row in fits if row["ts_lo"] <= line["ts_hi"]] if last else []
            if not fits:
                break
            owned[(before[-1] if before else fits[0])["state_id"]] = name
        else:
            return owned
    return None


@pytest.mark.parametrize("seed", range(60))
def test_lines_are_paired_as_by_looking_at_all_exceptions(seed):
    chance = random.Random(seed)  # noqa: S311
    names = "abcd"[: chance.randint(2, 4)]
    exceptions = sorted(
        (
            row
            for second in range(34, 34 + chance.randint(1, 12))
            for row in thrown(
                windows=chance.sample(names, chance.randint(2, len(names))), count=chance.randint(0, 3), second=second
            )
        ),
        key=itemgetter("ts_lo", "record_id"),
    )
    clients = {name: client(*sorted(chance.uniform(33, 50) for _ in range(chance.randint(0, 3)))) for name in names}
    assert paired(exceptions, clients) == plainly_paired(exceptions, clients)
