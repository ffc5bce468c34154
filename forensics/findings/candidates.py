"""What a stranger's query returns, held to what a finding is made of; our own rules are held to it by their tests."""

from typing import Any

from forensics.errors import BadRule
from forensics.findings.severities import SEVERITIES
from forensics.model.spans import LATEST_MS

CAUSES = (
    "known_fault", "failover", "topic_recreated", "offset_reset", "broker_crash", "late_ack", "never_acked", "nack",
    "client_gone", "unexplained",
)  # fmt: skip
"""Every class of a cause, as the findings document names them."""
_LAST_RECORD = (1 << 63) - 1
"""Record ids are integers of 64 bits with a sign."""
_MESSAGE = {"key": str | None, "message_id": str | None, "topic": str | None, "queue_id": int | None, "offset": int | None}
_MISSING = {"node": str | None, "source": str, "option": str | None, "how": str}
_TEXTS = ("issue", "release_node", "remedy")

Row = dict[str, Any]


def checked(row: Row, place: str) -> Row:
    """Return the candidate *row*, whose columns have their types; BadRule says of which the values are not what they must be."""
    steps = row["steps"]
    for name, is_meant, must in (
        ("from_us or to_us", _are_times(row, steps), "they are microseconds since 1970, UTC"),
        ("record_ids", all(_is_record(one) for step in steps for one in step["record_ids"]), "they are numbers of records"),
        ("severity", row.get("severity") in (None, *SEVERITIES), f"one of {', '.join(SEVERITIES)}"),
        ("cause", row.get("cause") in (None, *CAUSES), f"one of {', '.join(CAUSES)}"),
        ("messages", _are_structs(row.get("messages"), _MESSAGE), f"structs of {', '.join(_MESSAGE)}"),
        ("missing", _are_structs(row.get("missing"), _MISSING), f"structs of {', '.join(_MISSING)}"),
        ("candidates", all(isinstance(one, str) for one in _listed(row.get("candidates"))), "they are texts"),
        (" or ".join(_TEXTS), all(isinstance(row.get(text), str | None) for text in _TEXTS), "they are texts"),
    ):
        if not is_meant:
            raise BadRule(place, f"its query returns {name} of another form", must)
    return row


def _are_times(row: Row, steps: list[Row]) -> bool:
    times = [one[name] for one in (row, *steps) for name in ("from_us", "to_us")]
    return all(time is None or 0 <= time // 1_000 <= LATEST_MS for time in times)


def _is_record(value: object) -> bool:
    return isinstance(value, int) and 0 <= value <= _LAST_RECORD


def _are_structs(value: object, names: dict[str, Any]) -> bool:
    return all(
        isinstance(one, dict) and names.keys() <= one.keys() and all(isinstance(one[n], kind) for n, kind in names.items())
        for one in _listed(value)
    )


def _listed(value: object) -> list[Any]:
    """Return what a list holds, nothing where there is none, and what is no list as the one thing that does not fit."""
    if value is None:
        return []
    return value if isinstance(value, list) else [None]
