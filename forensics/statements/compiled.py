"""Expressions as the code that Python's own compiler of them gives, and its matcher takes as it is.

Compiling those that a small case needs takes as long as reading a good part of it.
"""

import marshal
import re
import sys
from array import array
from importlib import import_module
from typing import Any

_sre: Any = import_module("_sre")  # names of Python's own that no stub tells
MADE_FOR = f"{sys.version} {_sre.MAGIC} {_sre.CODESIZE}"
"""What the code of an expression is for: it is of no use to another Python."""
_WORD = "I"


def code_of(source: str) -> bytes:
    """Return the code of an expression with all that its pattern says of itself, as plain values."""
    parsed = import_module("re._parser").parse(source, re.DOTALL)
    words = array(_WORD, import_module("re._compiler")._code(parsed, re.DOTALL))
    state = parsed.state
    return marshal.dumps((source, int(re.DOTALL | state.flags), words.tobytes(), state.groups - 1, dict(state.groupdict)))


def made_of(code: memoryview) -> re.Pattern[str]:
    """Return the pattern that `code_of` was given, as `re.compile` would."""
    source, flags, data, groups, by_name = marshal.loads(code)  # noqa: S302 - of what set-up keeps, and trusted like it
    words = array(_WORD)
    words.frombytes(data)
    names: list[Any] = [None] * (groups + 1)
    for name, number in by_name.items():
        names[number] = name
    pattern: re.Pattern[str] = _sre.compile(source, flags, words.tolist(), groups, by_name, tuple(names))
    return pattern
