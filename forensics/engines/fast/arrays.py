"""Arrow columns in the types that every part of a case is written with, from numpy's arrays."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl
import pyarrow as pa

from forensics.engines.fast import gather
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


def texts(buf: Bytes, begins: Ints, ends: Ints, how: int = gather.PLAIN) -> Any:
    """Return the texts between *begins* and *ends*, null where the begin is negative."""
    offsets, valid = np.empty(len(begins) + 1, np.int64), np.empty(len(begins), np.bool_)
    data = gather.texts(buf, begins, ends, how, offsets, valid)
    mask = None if valid.all() else _bits(valid)
    return pa.LargeStringArray.from_buffers(len(begins), pa.py_buffer(offsets), pa.py_buffer(data), mask)


def _bits(valid: npt.NDArray[np.bool_]) -> Any:
    return pa.py_buffer(np.packbits(valid, bitorder="little"))


def words(codes: Ints, pool: Sequence[str | None]) -> Any:
    """Return the words of *pool* by *codes*; a negative code is null."""
    return pa.array(pool, pa.large_string()).take(pa.array(codes, mask=codes < 0))


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
