"""The instants of a batch of records that are Arrow arrays: what `engines.instants` makes of them, without a look at each."""

from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl

from forensics.engines.fast.arrays import Ints, numbers, table, values_of, words
from forensics.engines.instants import BEATS, READ, Shown
from forensics.parts import as_arrow, in_words


def instants_of(records: Any, shown: Shown) -> Any:
    """Return the rows of `instants` that *records* give, the next ones of a file, and note in *shown* what they show."""
    times, said = (records[name].combine_chunks() for name in ("ts_lo", "statement"))
    if times.null_count or not len(times):
        plain = pl.DataFrame(pl.from_arrow(records.select(READ)))
        return in_words(as_arrow(shown.by(plain.with_columns(pl.col("statement", "level").cast(pl.String)))))
    at, pool = values_of(times, np.int64), said.dictionary.to_pylist()
    beats = sorted(BEATS.intersection(pool))
    firsts = _changes(at, shown.last)
    rows = [firsts, *(own[_changes(at[own])] for own in (_lines(said, pool.index(beat)) for beat in beats))]
    codes = np.repeat(np.arange(-1, len(beats)), [len(own) for own in rows])
    shown.note(pool, records["level"].combine_chunks().dictionary.to_pylist(), int(at[-1]))
    which = np.concatenate(rows)
    made = {
        "file_id": numbers(values_of(records["file_id"].combine_chunks(), np.int64)[which]),
        "statement": words(codes, beats),
        "ts_lo": numbers(at[which]),
        "record_id": numbers(values_of(records["record_id"].combine_chunks(), np.int64)[which]),
    }
    return table("instants", made, len(which))


def _changes(at: Ints, before: int | None = None) -> npt.NDArray[np.intp]:
    """Return where times differ from the one before; *before* is that of the first, None where there is none."""
    changes = np.flatnonzero(at[1:] != at[:-1]) + 1
    return changes if len(at) and before == at[0] else np.concatenate([np.zeros(min(1, len(at)), np.intp), changes])


def _lines(said: Any, code: int) -> npt.NDArray[np.intp]:
    """Return which records a statement understands."""
    own = values_of(said.indices, np.int32) == code
    if said.null_count:
        own &= np.asarray(said.is_valid())
    return np.flatnonzero(own)
