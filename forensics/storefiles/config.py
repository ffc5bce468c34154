"""The config files of a store: JSON by fastjson, which writes a map's integer keys without quotes."""

import json
import re
from typing import Any

from forensics.storefiles.commitlog import Damage

_KEY = re.compile(r'"(?:[^"\\]|\\.)*"|(?P<before>[{,]\s*)(?P<key>-?\d+)(?P<after>\s*:)')


def parse(text: str) -> dict[str, Any]:
    """Return the object a config file holds, its keys all text; Damage where it holds none."""
    quoted = _KEY.sub(lambda m: m[0] if m["key"] is None else f'{m["before"]}"{m["key"]}"{m["after"]}', text)
    try:
        found = json.loads(quoted)
    except (ValueError, RecursionError) as error:
        raise Damage(f"is not JSON: {str(error)[:80]}") from None
    if not isinstance(found, dict):
        raise Damage("is not an object")
    return found


def table(found: dict[str, Any], name: str) -> dict[str, Any]:
    """Return the map under *name*, empty where there is none."""
    value = found.get(name)
    return value if isinstance(value, dict) else {}


def whole(value: object) -> int | None:
    """Return *value* where it is a whole number, else None."""
    return value if type(value) is int else None
