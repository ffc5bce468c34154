"""Arrow columns in the types that every part of a case is written with, from numpy's arrays."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl
import pyarrow as pa

from forensics.engines.fast import columns
from forensics.engines.fast.native import function
from forensics.parts import as_arrow
from forensics.storefiles.events import event_tables
from forensics.tables import RECORDS

Ints = npt.NDArray[np.int64]
Bytes = npt.NDArray[np.uint8]


@cache
def schema_of(name: str) -> Any:
    """Return the Arrow schema of the table *name* of a case: `records`, or an event's kind."""
    columns = RECORDS.schema if name == "records" else event_tables()[name].schema
    return as_arrow(pl.DataFrame(schema=columns)).schema


def texts(buf: Bytes, begins: Ints, ends: Ints, how: int = columns.PLAIN) -> Any:
    """Return the texts between *begins* and *ends*, null where the begin is negative."""
    count = len(begins)
    offsets, bits = np.empty(count + 2, np.int64), np.empty(count // 8 + 1, np.uint8)
    function("measure")(buf, begins, ends, count, how, offsets, bits)
    size, nulls = offsets[count:].tolist()
    data = np.empty(size, np.uint8)
    function("copy")(buf, ends, count, offsets, data)
    mask = pa.py_buffer(bits) if nulls else None
    return pa.LargeStringArray.from_buffers(count, pa.py_buffer(offsets), pa.py_buffer(data), mask, nulls)


def words(codes: Ints, pool: Sequence[str]) -> Any:
    """Return the words of *pool* by *codes* as a dictionary in the order of their first appearance; a negative code is null."""
    nowhere, count = len(pool), len(codes)
    if count and (codes == codes[0]).all():
        return word(pool[codes[0]] if codes[0] >= 0 else None, count)
    missing = codes < 0
    codes = np.where(missing, nowhere, codes)
    first = np.full(nowhere + 1, count, np.int64)
    first[codes[::-1]] = np.arange(count - 1, -1, -1)
    first[nowhere] = count
    used = np.flatnonzero(first < count)
    order = used[np.argsort(first[used])]
    places = np.zeros(nowhere + 1, np.int32)
    places[order] = np.arange(len(order))
    indices = pa.array(places[codes], mask=missing if missing.any() else None)
    return pa.DictionaryArray.from_arrays(indices, pa.array([pool[code] for code in order.tolist()], pa.large_string()))


def word(value: str | None, count: int) -> Any:
    """Return *value* as often as *count*, as a dictionary of one word."""
    indices = pa.array(np.zeros(count, np.int32)) if value is not None else pa.nulls(count, pa.int32())
    return pa.DictionaryArray.from_arrays(indices, pa.array([] if value is None or not count else [value], pa.large_string()))


def same(value: Any, dtype: Any, count: int) -> Any:
    """Return *value* as often as *count*."""
    return pa.nulls(count, dtype) if value is None else pa.repeat(pa.scalar(value, dtype), count)


def ints(values: Ints, null: int) -> Any:
    """Return *values* with those that equal *null* as nulls."""
    missing = values == null
    return pa.array(values, pa.int64(), mask=missing if missing.any() else None)


def lists(offsets: Ints, values: Ints) -> Any:
    """Return lists of numbers."""
    return pa.LargeListArray.from_arrays(pa.array(offsets, pa.int64()), pa.array(values, pa.int64()))
