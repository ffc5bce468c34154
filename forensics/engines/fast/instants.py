"""The instants of a batch of records that are Arrow arrays: what `engines.instants` makes of them, by a compiled function."""

from typing import Any

import numpy as np

from forensics.engines.fast import columns
from forensics.engines.fast.arrays import numbers, renumbered, table, values_of, words
from forensics.engines.fast.native import function
from forensics.engines.instants import BEATS, Shown

_NO_BITS = np.zeros(1, np.uint8)
_NUMBERS = ("file_id", "ts_lo", "record_id")


def instants_of(records: Any, shown: Shown) -> Any:
    """Return the rows of `instants` that *records* give, the next ones of a file, and note in *shown* what they show."""
    every = records["statement"].combine_chunks().dictionary.to_pylist()
    times = records["ts_lo"]
    timed = records.filter(times.is_valid()) if times.null_count else records
    level, said, at = (timed[name].combine_chunks() for name in ("level", "statement", "ts_lo"))
    count, before = len(at), shown.last
    beats = sorted(BEATS.intersection(every))
    by_code = np.array([beats.index(name) if name in BEATS else -1 for name in every or ("",)])
    last = np.full(len(beats) + 1, columns.NULL)
    bits = np.frombuffer(said.buffers()[0], np.uint8) if said.null_count else _NO_BITS
    rows, which, found = np.empty(2 * count, np.int64), np.empty(2 * count, np.int64), np.empty(1, np.int64)
    function("instants")(
        values_of(at, np.int64), count, before or 0, int(before is not None), values_of(said.indices, np.int32),
        bits, said.offset if said.null_count else -1, by_code, last, rows, which, found,
    )  # fmt: skip
    rows, which = rows[: found[0]], which[: found[0]]
    levels = (renumbered(level) if timed is not records else level).dictionary.to_pylist()
    shown.statements.update(every)
    shown.levels.update(levels)
    shown.last = at[-1].as_py() if count else before
    made = {name: numbers(values_of(timed[name].combine_chunks(), np.int64)[rows]) for name in _NUMBERS}
    return table("instants", made | {"statement": words(which, beats)}, len(rows))
