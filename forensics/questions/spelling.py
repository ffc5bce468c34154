"""Names that no line holds: asked for, they give nothing, and that must not pass for health."""

from collections.abc import Sequence

import polars as pl

from forensics.case import Case
from forensics.tables import RECORDS

_PIECE_ROWS = 1 << 20
"""How many records are searched at once."""


def not_named(case: Case, names: Sequence[str]) -> list[str]:
    """Return those of *names* that stand in no record of *case*, in their order."""
    left = list(dict.fromkeys(names))
    for piece in case.pieces(RECORDS, _PIECE_ROWS):
        if not left:
            break
        holds = [pl.col("text").str.contains(name, literal=True).any().alias(str(at)) for at, name in enumerate(left)]
        (found,) = piece.select(holds).collect().rows()
        left = [name for name, held in zip(left, found, strict=True) if not held]
    return left
