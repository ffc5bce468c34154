"""How things stood at one instant: which processes lived, which roles, routes and choices held, which messages were out."""

from collections.abc import Callable
from typing import Any

from forensics.case import Case
from forensics.questions.rows import Row, placed, row, states


def state_at(case: Case, at: int) -> list[Row]:
    """Return what held in *case* at *at* (microseconds, UTC): certainly, or perhaps where the record leaves it open."""
    rows = []
    for name, says in _SAYS.items():
        for one in states(case, name):
            held = _holds(one, at)
            if held:
                open_ = "" if held == "certain" else " (perhaps: the record leaves open whether already or still)"
                rows.append(row(one["from_lo"], one["to_hi"], one["node"], name, f"{says(one)}{open_}", one["record_ids"]))
    return placed(case, rows + _checkpoints(case, at))


def _holds(span: Row, at: int) -> str | None:
    """Return `certain`, `perhaps`, or None where it had certainly not begun or had certainly ended."""
    if at < span["from_lo"] or (span["to_hi"] is not None and at > span["to_hi"]):
        return None
    begun = at >= (span["from_hi"] if span["from_hi"] is not None else span["from_lo"])
    lasts = span["to_lo"] is None or at <= span["to_lo"]
    return "certain" if begun and lasts else "perhaps"


def _checkpoints(case: Case, at: int) -> list[Row]:
    """Return the popped batches that were out then: popped, and not due yet. Those that just ended acked are counted only."""
    rows = []
    for one in states(case, "checkpoints"):
        if one["popped_lo"] is None or not one["popped_lo"] <= at <= one["revive_time"] * 1000:
            continue
        what = (
            f"{len(one['offsets'])} messages of {one['topic']} queue {one['queue_id']} from offset {one['start_offset']} are out "
            f"with {one['group']}"
        )
        rows.append(row(one["popped_lo"], one["revive_time"] * 1000, one["node"], "checkpoints", what, [one["popped_record_id"]]))
    return rows


_SAYS: dict[str, Callable[[dict[str, Any]], str]] = {
    "lives": lambda s: f"{s['kind']} {s['state']}: {s['says']}",
    "broker_roles": lambda s: f"{s['broker'] or 'broker'} is {s['role']}",
    "brokers_registered": lambda s: f"broker {s['broker'] or ''} {s['address']} is registered".replace("  ", " "),
    "routes_held": lambda s: f"{s['client_id']} routes {s['topic']} to {s['broker']} at {s['master'] or 'no master'}",
    "nameserver_choices": lambda s: f"{s['client_id']} uses name server {s['nameserver']}",
    "nameserver_silences": lambda s: f"name server {s['nameserver']} does not answer {s['client_id']}",
    "proxy_windows": lambda s: f"the proxy does not know {s['client_id']} of {s['group']} yet",
    "rewrite_chains": lambda s: f"revive cannot read {s['topic']} queue {s['queue_id']} offset {s['offset']}",
}
