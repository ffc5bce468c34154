"""What set-up reads off the templates, kept beside the compiled code, so that no run takes them apart again.

Its name tells the templates, the code and the Python it was made by; where there is none, a run takes the templates apart itself.
"""

import hashlib
from collections.abc import Sequence
from itertools import accumulate, pairwise
from pathlib import Path

from forensics import prepared
from forensics.statements.compiled import MADE_FOR, code_of
from forensics.statements.template import Statement

_CODE = ("template.py", "holes.py", "compiled.py", "stored.py")


def place(statements: Sequence[Statement]) -> Path:
    """Return where what is kept of *statements* lies or will lie."""
    code = hashlib.sha256(MADE_FOR.encode())
    for name in _CODE:
        code.update(Path(__file__).with_name(name).read_bytes())
    code.update("\0".join(statement.template for statement in statements).encode())
    return prepared.place_of(__file__, "templates", code.hexdigest())


def store(statements: Sequence[Statement]) -> None:
    """Keep what can be said of *statements*, and remove what was kept before."""
    codes = [code_of(statement.source) for statement in statements]
    looks = [(statement.prefix, statement.longest_literal, statement.literal_chars) for statement in statements]
    ends = list(accumulate(map(len, codes), initial=0))
    prepared.store(place(statements), {"looks": looks, "ends": ends, "codes": b"".join(codes)})


def tell(statements: Sequence[Statement]) -> None:
    """Give *statements* what `store` kept of them, nothing where it was never called for them and this code."""
    kept = prepared.load(place(statements))
    if kept is None:
        return
    codes = memoryview(kept["codes"])
    for statement, (prefix, literal, chars), (begin, end) in zip(statements, kept["looks"], pairwise(kept["ends"]), strict=True):
        vars(statement).update(prefix=prefix, longest_literal=literal, literal_chars=chars, pattern_code=codes[begin:end])
