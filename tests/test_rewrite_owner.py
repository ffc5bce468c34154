"""What a message's broker was when revive could not read it: by its own lives and roles."""

from types import SimpleNamespace

import pytest

from forensics.model.spans import SECOND_US, Instant
from forensics.replay.pop.rewrites import _owner_then

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
    case = SimpleNamespace(owners={"a-0": "a", "b-0": "b"}, lives={"a-0": lives}, roles={"a-0": roles}, around=together)
    read = SimpleNamespace(at=Instant(at_s * SECOND_US, at_s * SECOND_US), node="b-0", message_broker="a")
    assert _owner_then(read, case) == was
