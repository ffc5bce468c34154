"""Rows of a frame as dicts, in less memory where there are many."""

from typing import Any

import polars as pl

Row = dict[str, Any]

_FEW = 1_000
"""Rows that take no memory to speak of, however they are held."""
_SHARED_BY = 4
"""Rows that share a text on average, from which on it pays to find those that do."""


def dicts(frame: pl.DataFrame) -> list[Row]:
    """Return the rows of *frame*; where there are many, those of one text share it, which halves what they take."""
    if frame.height <= _FEW:
        return frame.to_dicts()
    names = frame.columns
    columns = [_texts(own) if own.dtype == pl.String else own.to_list() for own in frame.iter_columns()]
    return [dict(zip(names, values, strict=False)) for values in zip(*columns, strict=True)]


def _texts(values: pl.Series) -> list[str | None]:
    different = values.drop_nulls().unique()
    if len(different) * _SHARED_BY > len(values):
        return values.to_list()
    texts: list[str | None] = [*different, None]
    codes = values.cast(pl.Enum(different)).to_physical().cast(pl.UInt32).fill_null(len(different))
    return [texts[code] for code in codes.to_list()]
