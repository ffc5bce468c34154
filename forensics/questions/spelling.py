"""Names that no line holds: asked for, they give nothing, and that must not pass for health."""

from collections.abc import Sequence

import polars as pl

from forensics.case import Case
from forensics.tables import RECORDS

_PIECE_ROWS = 1 << 20
"""How many records are searched at once."""


def not_named(case: Case, names: Sequence[str], parts: Sequence[str] = ()) -> list[str]:
    """Return those of *names*, which are whole, and of *parts* of names that stand in no record of *case*, in their order."""
    left = dict.fromkeys(names, True) | dict.fromkeys(parts, False)
    for piece in case.pieces(RECORDS, _PIECE_ROWS):
        if not left:
            break
        holds = [_holds(name, whole).any().alias(str(at)) for at, (name, whole) in enumerate(left.items())]
        (found,) = piece.select(holds).collect().rows()
        left = {name: whole for (name, whole), held in zip(left.items(), found, strict=True) if not held}
    return list(left)


def _holds(name: str, whole: bool) -> pl.Expr:
    """Return whether a record holds *name*; a *whole* one has no letter or digit beside it, by which it would be another name.

    Other characters join names into one: `%RETRY%group_topic`, `group+topic`, `broker-topic`.
    """
    if not whole:
        return pl.col("text").str.contains(name, literal=True)
    return pl.col("text").str.contains(rf"(?:^|[^0-9A-Za-z]){pl.escape_regex(name)}(?:[^0-9A-Za-z]|$)")
