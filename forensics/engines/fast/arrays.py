"""Arrow columns in the types that every part of a case is written with, made of buffers: pyarrow's own ways ask for pandas."""

import threading
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl
import pyarrow as pa

from forensics.engines.fast import columns
from forensics.engines.fast.native import function
from forensics.parts import WORDS
from forensics.storefiles.events import event_tables
from forensics.tables import INSTANTS, RECORDS

Ints = npt.NDArray[np.int64]
Bytes = npt.NDArray[np.uint8]
DataType = pl.DataType | type[pl.DataType]
_NUMBER, _TEXT, _TRUTH = pa.int64(), pa.large_string(), pa.bool_()
_DICTIONARY = pa.dictionary(pa.int32(), _TEXT)
_ARROW = {
    pl.Int64: _NUMBER, pl.Int32: pa.int32(), pl.Int16: pa.int16(), pl.UInt32: pa.uint32(), pl.UInt8: pa.uint8(),
    pl.Float64: pa.float64(), pl.Boolean: _TRUTH, pl.String: _TEXT,
}  # fmt: skip
_OF_ALL = {table.name: table for table in (RECORDS, INSTANTS)}
_THREAD = threading.local()
_SHARED = 1 << 15
"""Rows of the columns that hold one value, which are parts of one array."""
_ZEROS = pa.py_buffer(bytes(4 * _SHARED))
_FEW = 64
"""Words of a dictionary that is worth keeping for the next batch."""


@cache
def schema_of(name: str) -> Any:
    """Return the Arrow schema of the table *name* of a case as it is written: `records`, `instants`, or an event's kind."""
    columns = (_OF_ALL.get(name) or event_tables()[name]).schema
    return pa.schema([(column, _DICTIONARY if column in WORDS else arrow_of(dtype)) for column, dtype in columns.items()])


def arrow_of(dtype: Any) -> Any:
    """Return the Arrow type that polars gives out for one of its own."""
    if isinstance(dtype, pl.List):
        return pa.large_list(arrow_of(dtype.inner))
    if isinstance(dtype, pl.Struct):
        return pa.struct([(field.name, arrow_of(field.dtype)) for field in dtype.fields])
    return _ARROW[dtype]


@cache
def types_of(name: str) -> dict[str, Any]:
    """Return the type of each column of the table *name* as it is written, in the table's order."""
    return {field.name: field.type for field in schema_of(name)}


def table(name: str, made: dict[str, Any], count: int) -> Any:
    """Return *count* rows of the table *name*, null in the columns that were not *made*."""
    arrays = [made[column] if column in made else nulls(dtype, count) for column, dtype in types_of(name).items()]
    return pa.Table.from_arrays(arrays, schema=schema_of(name))


def texts(buf: Bytes, begins: Ints, ends: Ints, how: int = columns.PLAIN) -> Any:
    """Return the texts between *begins* and *ends*, null where the begin is negative."""
    count = len(begins)
    offsets, bits = np.empty(count + 2, np.int64), np.empty(count // 8 + 1, np.uint8)
    function("measure")(buf, begins, ends, count, how, offsets, bits)
    size, missing = offsets[count:].tolist()
    data = np.empty(size, np.uint8)
    function("copy")(buf, ends, count, offsets, data)
    mask = pa.py_buffer(bits) if missing else None
    return pa.LargeStringArray.from_buffers(count, pa.py_buffer(offsets), pa.py_buffer(data), mask, missing)


def interned(buf: Bytes, begins: Ints, ends: Ints) -> tuple[Ints, list[str]]:
    """Return the texts between *begins* and *ends* as numbers of a pool, and the pool; -1 where the begin is negative."""
    count = len(begins)
    codes, firsts, found = np.empty(count, np.int64), np.empty(count, np.int64), np.zeros(1, np.int64)
    slots = np.full(1 << (2 * count).bit_length(), -1, np.int64)
    function("intern")(buf, begins, ends, count, slots, len(slots) - 1, codes, firsts, found)
    firsts = firsts[: found[0]]
    pool = [buf[begin:end].tobytes().decode() for begin, end in zip(begins[firsts].tolist(), ends[firsts].tolist(), strict=True)]
    return codes, pool


def words(codes: Ints, pool: Sequence[str]) -> Any:
    """Return the words of *pool* by *codes* as a dictionary in the order of their first appearance; a negative code is null."""
    count = len(codes)
    order, found = np.empty(min(len(pool), count), np.int64), np.empty(2, np.int64)
    indices, bits = np.empty(count, np.int32), np.empty(count // 8 + 1, np.uint8)
    function("words_of")(codes, count, places(len(pool)), order, indices, bits, found)
    return worded(pool, order, indices, bits, found)


def worded(pool: Sequence[str], order: Ints, indices: npt.NDArray[np.int32], bits: Bytes, found: Ints) -> Any:
    """Return as a dictionary what a compiled function made of codes of a *pool*."""
    distinct, missing = found.tolist()
    used = tuple(pool[code] for code in order[:distinct].tolist())
    mask = pa.py_buffer(bits) if missing else None
    dictionary = _kept_dictionary(used) if distinct <= _FEW else _dictionary(used)
    return pa.DictionaryArray.from_buffers(_DICTIONARY, len(indices), [mask, pa.py_buffer(indices)], dictionary, missing)


def places(size: int) -> npt.NDArray[np.int32]:
    """Return a thread's own table of so many places at least, all of them -1 as they always are between two uses."""
    if len(getattr(_THREAD, "places", ())) < size:
        _THREAD.places = np.full(max(size, 1 << 12), -1, np.int32)
    places: npt.NDArray[np.int32] = _THREAD.places
    return places


def _dictionary(used: tuple[str, ...]) -> Any:
    encoded = [one.encode() for one in used]
    offsets = np.cumsum([0, *map(len, encoded)], dtype=np.int64)
    return pa.LargeStringArray.from_buffers(len(used), pa.py_buffer(offsets), pa.py_buffer(b"".join(encoded)))


_kept_dictionary = lru_cache(maxsize=1 << 12)(_dictionary)


def renumbered(column: Any) -> Any:
    """Return a dictionary's column with its words in the order of their first appearance, and no others."""
    codes = values_of(column.indices, np.int32).astype(np.int64)
    if column.null_count:
        bits = np.unpackbits(np.frombuffer(column.buffers()[0], np.uint8), bitorder="little")
        codes[bits[column.offset : column.offset + len(column)] == 0] = -1
    return words(codes, column.dictionary.to_pylist())


def values_of(column: Any, dtype: type[np.generic]) -> npt.NDArray[Any]:
    """Return the numbers of an array, any where it is null."""
    return np.frombuffer(column.buffers()[1], dtype)[column.offset : column.offset + len(column)]


def word(value: str | None, count: int) -> Any:
    """Return *value* as often as *count*, as a dictionary of one word."""
    if value is None:
        return nulls(_DICTIONARY, count)
    if 0 < count <= _SHARED:
        return _word(value).slice(0, count)
    dictionary = _kept_dictionary((value,) if count else ())
    return pa.DictionaryArray.from_buffers(_DICTIONARY, count, [None, pa.py_buffer(bytes(4 * count))], dictionary, 0)


@lru_cache(maxsize=1 << 10)
def _word(value: str) -> Any:
    return pa.DictionaryArray.from_buffers(_DICTIONARY, _SHARED, [None, _ZEROS], _kept_dictionary((value,)), 0)


def nulls(dtype: Any, count: int) -> Any:
    """Return as many nulls as *count*."""
    return _nulls(dtype).slice(0, count) if count <= _SHARED else pa.nulls(count, dtype)


@cache
def _nulls(dtype: Any) -> Any:
    return pa.nulls(_SHARED, dtype)


def repeated(one: Any, count: int) -> Any:
    """Return the only value of the array *one* as often as *count*."""
    return pa.repeat(one[0], count)


def listed(values: Sequence[Any], dtype: DataType) -> Any:
    """Return *values* of Python as an array."""
    return pl.Series(values, dtype=dtype).to_arrow(compat_level=pl.CompatLevel.oldest())


def chosen(values: Sequence[Any], dtype: DataType, codes: Ints) -> Any:
    """Return those of *values* that *codes* say, null where a code is negative."""
    return listed(values, dtype).take(ints(codes, -1))


def numbers(values: Ints) -> Any:
    """Return *values*, none of which is null."""
    return pa.Array.from_buffers(_NUMBER, len(values), [None, pa.py_buffer(values)], 0)


def ints(values: Ints, null: int) -> Any:
    """Return *values* with those that equal *null* as nulls."""
    count = len(values)
    bits, found = np.empty(count // 8 + 1, np.uint8), np.empty(1, np.int64)
    function("marked")(values, count, null, 0, bits, found)
    return marked_ints(values, bits, int(found[0]))


def marked_ints(values: Ints, bits: Bytes, missing: int) -> Any:
    """Return *values* but for as many as are *missing*, which *bits* tell."""
    mask = pa.py_buffer(bits) if missing else None
    return pa.Array.from_buffers(_NUMBER, len(values), [mask, pa.py_buffer(values)], missing)


def filled(buf: Bytes, values: Ints, spec: Ints) -> list[Any]:
    """Return columns of numbers, truths and texts, each made of two rows of *values* as a row of *spec* says.

    They share nothing with *values*, which are many more numbers than they hold and would stay in memory with them.
    """
    made, count = len(spec), values.shape[1]
    offsets, bits = np.empty((made, count + 1), np.int64), np.empty((made, 2, count // 8 + 1), np.uint8)
    found = np.empty((made, 2), np.int64)
    function("filled")(buf, values, count, spec, made, offsets, bits, found)
    data = np.empty(int(found[:, 1].sum()), np.uint8)
    function("copied")(buf, values, count, spec, made, offsets, data)
    texts, at, filled = pa.py_buffer(data), 0, []
    for number, ((row, code, _), (missing, size)) in enumerate(zip(spec.tolist(), found.tolist(), strict=True)):
        mask = pa.py_buffer(bits[number, 0]) if missing else None
        if code == columns.NUMBERS:
            filled.append(pa.Array.from_buffers(_NUMBER, count, [mask, pa.py_buffer(values[row].copy())], missing))
        elif code == columns.TRUTHS:
            filled.append(pa.Array.from_buffers(_TRUTH, count, [mask, pa.py_buffer(bits[number, 1])], missing))
        else:
            parts = [mask, pa.py_buffer(offsets[number]), texts.slice(at, size)]
            filled.append(pa.Array.from_buffers(_TEXT, count, parts, missing))
        at += size
    return filled


def lists(offsets: Ints, values: Any) -> Any:
    """Return lists of numbers, or of what an Arrow array holds."""
    held = values if isinstance(values, pa.Array) else numbers(values)
    dtype = pa.large_list(held.type)
    return pa.Array.from_buffers(dtype, len(offsets) - 1, [None, pa.py_buffer(offsets)], 0, children=[held])
