"""Times in the sentences of a finding: a day is told where it is not the one on which it begins, a span where it has a length."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

from forensics.model.spans import LATEST_MS

_DAY = re.compile(r"(\d{4}-\d\d-\d\d)T(?=\d\d:\d\d:\d\d\.\d{3}Z)")
_NO_SPAN = re.compile(r"\bbetween (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) and \1")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MS = 1_000

Row = dict[str, Any]


def told(row: Row) -> Row:
    """Return the candidate *row*, its times as `11:39:25.000Z` on the day on which it begins, else as `2026-01-02T11:39:25.000Z`.

    A hint stands where no day is told: the first time in it keeps its own.
    """
    text = _NO_SPAN.sub(r"at \1", row["explanation"])
    if row["strength"] == "hint":
        first = _DAY.search(text)
        return row | {"explanation": text[: first.end()] + _without(text[first.end() :], first[1]) if first else text}
    day = _day_of(row["from_us"])
    steps = [step | {name: _without(step[name], day) for name in ("what", "says")} for step in row["steps"]]
    return row | {"explanation": _without(text, day), "steps": steps}


def _without(text: str, day: str) -> str:
    return _DAY.sub(lambda found: "" if found[1] == day else found[0], text)


def _day_of(us: int) -> str:
    return (_EPOCH + timedelta(microseconds=min(max(us, 0), LATEST_MS * _MS))).date().isoformat()
