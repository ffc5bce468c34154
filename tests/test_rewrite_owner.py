"""What a message's broker was when revive could not read it: by its own lives and roles."""

from types import SimpleNamespace

import pytest

from forensics.model.pop_rewrites import READ, Chain, Ended, Pauses
from forensics.model.spans import SECOND_US, Instant
from forensics.replay.pop.rewrites import _backs_off, _ends, _owner_then
from forensics.replay.timeline import Stretches

LIVES = [("up", 0, 100), ("down", 100, 200), ("up", 200, 240), ("silent", 240, 280), ("up", 280, 400)]
ROLES = [("master", 5, 205), ("master", 205, None)]
"""In seconds: killed at 100, started anew at 200, master again at 205, frozen from 240 on for a while."""


def stretch(name, value, since, until):
    return {name: value, "from_lo": since * SECOND_US, "to_lo": None if until is None else until * SECOND_US}


@pytest.mark.parametrize(
    ("at_s", "was"),
    [(50, "a-0 up as master"), (150, "a-0 down"), (202, "a-0 up"), (210, "a-0 up as master"), (300, "a-0 up as master")],
)
def test_a_process_that_was_just_started_has_no_role_yet(at_s, was):
    lives, roles = ([stretch(name, *one) for one in rows] for name, rows in (("state", LIVES), ("role", ROLES)))
    together = SimpleNamespace(apart=lambda *_: False)
    told = {"lives": {"a-0": Stretches(lives)}, "roles": {"a-0": Stretches(roles)}, "ends": {"a-0": _ends(lives)}}
    case = SimpleNamespace(owners={"a-0": "a", "b-0": "b"}, around=together, **told)
    read = SimpleNamespace(at=Instant(at_s * SECOND_US, at_s * SECOND_US), node="b-0", message_broker="a")
    assert _owner_then(read, case) == was


@pytest.mark.parametrize(("counted", "expected"), [(4, True), (None, False), (2, False)])
def test_a_checkpoint_that_was_long_due_when_it_came_backs_off_where_it_counts_its_rewrites(counted, expected):
    """It is put again at once until it is not due any more; up to 5.3.0 it counts none, and goes on so."""
    reads = [
        SimpleNamespace(at=Instant(n * SECOND_US, n * SECOND_US), node="n", topic="T", queue_id=0, offset=5) for n in range(4)
    ]
    pauses = Pauses()
    for _ in range(3):
        pauses = pauses.and_then(SECOND_US)
    chain = Chain(4, 4, None, pauses, Ended(Instant(40 * SECOND_US, 40 * SECOND_US), 9, READ))
    case = SimpleNamespace(retried={("n", "T", 0, 5): [{"record_id": 9, "re_put_times": counted}]})
    assert _backs_off(reads, chain, case) == expected
