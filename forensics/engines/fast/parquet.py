"""Tables as Parquet files, their pages made by a compiled function: what `parts.ArrowFile` writes, in a fraction of its time.

Only what parts of a case consist of: numbers, truths, texts, texts in words, and lists of numbers or texts. A row group has one
page of values a column. The file's own notes are Thrift's compact protocol, by the fields of parquet-format's `parquet.thrift`.
"""

import struct
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa

from forensics.engines.fast.native import function
from forensics.engines.fast.stored_columns import (
    DELTA,
    IN_POOL,
    NUMBER,
    NUMBERS,
    OF_COLUMN,
    OF_PAGES,
    PLAIN,
    TEXT,
    TEXTS,
    TRUTH,
    WORD,
)
from forensics.parts import ArrowFile, TableFile

_TEXT = pa.large_string()
_KINDS = {
    pa.int64(): NUMBER, pa.bool_(): TRUTH, _TEXT: TEXT, pa.dictionary(pa.int32(), _TEXT): WORD,
    pa.large_list(pa.int64()): NUMBERS, pa.large_list(_TEXT): TEXTS,
}  # fmt: skip
_MAGIC = b"PAR1"
_RLE = 3
_UNCOMPRESSED, _LZ4_RAW = 0, 7
_WORTH_BYTES = 256
"""From how many bytes on a column's pages are compressed."""
_LZ4 = pa.Codec("lz4_raw")
_I32, _I64, _BINARY, _LIST, _STRUCT = 5, 6, 8, 9, 12
_END = b"\0"


def opened(path: Path, schema: Any) -> TableFile:
    """Begin a Parquet file of tables of a *schema*: of pages made here, where all of its columns can be."""
    return PagesFile(path, schema) if all(field.type in _KINDS for field in schema) else ArrowFile(path, schema)


class PagesFile:
    """Writes one Parquet file of tables of a *schema*, each a row group."""

    def __init__(self, path: Path, schema: Any) -> None:
        self._path, self._schema = path, schema
        self._waiting: list[Any] = []
        self._at = path.write_bytes(_MAGIC)
        self._groups: list[bytes] = []
        self._rows = self._whole = 0

    def write(self, table: Any) -> None:
        """Write rows, of which there are some, and whose columns are of one piece each."""
        self._whole = 0
        columns = [column.chunk(0) for column in table.columns]
        kinds = [_KINDS[field.type] for field in self._schema]
        out, pages = _encoded(columns, kinds, table.num_rows)
        chunks = [
            self._chunk(out, _Pages(*told), kind, name, pool)
            for told, kind, name, pool in zip(pages, kinds, self._schema.names, map(_pool_rows, columns), strict=True)
        ]
        self._rows += table.num_rows
        self._flush()
        self._groups.append(_list(1, _STRUCT, chunks) + _number(_I64, 1, self._whole) + _number(_I64, 1, table.num_rows) + _END)

    def close(self) -> None:
        """Write the file's end."""
        own = _number(_I32, 1, 2) + _list(1, _STRUCT, _elements(self._schema)) + _number(_I64, 1, self._rows)
        orders = _list(3, _STRUCT, [_field(_STRUCT, 1) + _END + _END] * len(self._schema))
        notes = own + _list(1, _STRUCT, self._groups) + orders + _END
        self._waiting += [notes, struct.pack("<I", len(notes)), _MAGIC]
        self._flush()

    def _flush(self) -> None:
        """Write what waits; between two row groups no file is open, so that none is left so where reading is given up."""
        with self._path.open("ab") as file:
            file.writelines(self._waiting)
        self._waiting = []

    def _chunk(self, out: Any, pages: "_Pages", kind: int, name: str, pool_rows: int) -> bytes:
        """Write the pages of a column, and return what the file's end says of them."""
        in_pool = pages.encoding == IN_POOL
        codec = _LZ4_RAW if pages.end - pages.pool_begin >= _WORTH_BYTES else _UNCOMPRESSED
        begin, whole = self._at, 0
        if in_pool:
            whole += self._page(out[pages.pool_begin : pages.begin], codec, 2, 7, pool_rows, PLAIN)
        values_at = self._at
        whole += self._page(out[pages.begin : pages.end], codec, 0, 5, pages.levels, pages.encoding)
        self._whole += whole
        return b"".join(
            (
                _number(_I64, 2, begin), _field(_STRUCT, 1), _described(kind, name, pages.encoding), _number(_I32, 1, codec),
                _number(_I64, 1, pages.levels), _number(_I64, 1, whole), _number(_I64, 1, self._at - begin),
                _number(_I64, 2, values_at), _number(_I64, 2, begin) if in_pool else b"",
                _field(_STRUCT, 1 if in_pool else 3) + _spread(kind, pages), _END, _END,
            )
        )  # fmt: skip

    def _page(self, body: Any, codec: int, kind: int, field: int, count: int, encoding: int) -> int:
        """Write a page; return how long it is, were it not compressed."""
        written = body if codec == _UNCOMPRESSED else _LZ4.compress(body)
        levels = _number(_I32, 1, _RLE) * 2 if kind == 0 else b""
        head = b"".join(
            (
                _number(_I32, 1, kind), _number(_I32, 1, len(body)), _number(_I32, 1, len(written)), _field(_STRUCT, field - 3),
                _number(_I32, 1, count), _number(_I32, 1, encoding), levels, _END, _END,
            )
        )  # fmt: skip
        self._waiting += [head, written]
        self._at += len(head) + len(written)
        return len(head) + len(body)


class _Pages(NamedTuple):
    """Where in what was encoded the pages of a column are, and what is told of them: see `stored_columns.OF_PAGES`."""

    pool_begin: int
    begin: int
    end: int
    levels: int
    valued: int
    encoding: int
    lowest: int
    highest: int


def _encoded(columns: list[Any], kinds: list[int], rows: int) -> tuple[Any, list[list[int]]]:
    """Return the pages of all *columns*, one behind the other, and what is told of each."""
    told, most, longest = [], 0, rows
    for column, kind in zip(columns, kinds, strict=True):
        numbers, items, size = _told(column, kind, rows)
        told.append(numbers)
        longest = max(longest, rows + items)
        most += 12 * (rows + items) + size + 1024
    spec, out = np.array(told, np.int64), np.empty(most, np.uint8)
    scratch, pages = np.empty(2 * longest + 1, np.int64), np.empty((len(told), OF_PAGES), np.int64)
    function("encoded")(spec, len(told), out, scratch, pages)
    return out.data, pages.tolist()


def _told(column: Any, kind: int, rows: int) -> tuple[list[int], int, int]:
    """Return what the encoder is told of a column, how many items its lists have, and how long its texts are at most."""
    buffers, there = column.buffers(), rows - column.null_count
    numbers = [kind, rows, there, column.offset, _address(buffers[0]) if there < rows else 0, _address(buffers[1])]
    items = size = 0
    if kind == TEXT:
        numbers.append(_address(buffers[2]))
        size = buffers[2].size if buffers[2] else 0
    elif kind == WORD:
        pool = column.dictionary
        _, offsets, data = pool.buffers()
        size = (data.size if data else 0) + 4 * len(pool)
        numbers += [0, pool.offset, len(pool), _address(offsets), _address(data)]
    elif kind in {NUMBERS, TEXTS}:
        held = column.values
        parts = held.buffers()
        items, size = len(held), parts[2].size if kind == TEXTS and parts[2] else 0
        numbers += [0] * 5 + [items, held.offset, *map(_address, parts)]
    return numbers + [0] * (OF_COLUMN - len(numbers)), items, size


def _address(buffer: Any) -> int:
    """Return where a buffer lies, 0 for none."""
    return int(buffer.address) if buffer else 0


def _pool_rows(column: Any) -> int:
    return len(column.dictionary) if isinstance(column, pa.DictionaryArray) else 0


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


@cache
def _field(kind: int, further: int) -> bytes:
    """Return the head of a field of a struct, whose number is so much further than the one before."""
    return bytes([further << 4 | kind])


@lru_cache(maxsize=1 << 12)
def _number(kind: int, further: int, value: int) -> bytes:
    """Return a field that holds a number, which here is never below 0; most are those of the column before, or small."""
    return _field(kind, further) + _varint(value << 1)


def _list(further: int, kind: int, items: Iterable[bytes]) -> bytes:
    """Return a field that holds a list."""
    held = list(items)
    size = bytes([len(held) << 4 | kind]) if len(held) < 15 else bytes([0xF0 | kind]) + _varint(len(held))
    return _field(_LIST, further) + size + b"".join(held)


def _binary(further: int, value: bytes) -> bytes:
    """Return a field that holds bytes."""
    return _field(_BINARY, further) + _varint(len(value)) + value


_INT64, _BYTE_ARRAY, _BOOLEAN = 2, 6, 0
_STORED = {NUMBER: _INT64, TRUTH: _BOOLEAN, TEXT: _BYTE_ARRAY, WORD: _BYTE_ARRAY, NUMBERS: _INT64, TEXTS: _BYTE_ARRAY}
_WAYS = {PLAIN: (PLAIN, _RLE), DELTA: (DELTA, _RLE), IN_POOL: (PLAIN, _RLE, IN_POOL)}


@cache
def _described(kind: int, name: str, encoding: int) -> bytes:
    """Return the beginning of what the file's end says of a column: its type, the encodings and its path."""
    path = [name, "list", "element"] if kind in {NUMBERS, TEXTS} else [name]
    named = [_varint(len(one.encode())) + one.encode() for one in path]
    return (
        _number(_I32, 1, _STORED[kind])
        + _list(1, _I32, [_varint(way << 1) for way in _WAYS[encoding]])
        + _list(1, _BINARY, named)
    )


def _spread(kind: int, pages: _Pages) -> bytes:
    """Return what the file's end says of a column's values: how many are null, and of numbers the greatest and the least."""
    nulls = _number(_I64, 3, pages.levels - pages.valued)
    if kind != NUMBER or not pages.valued:
        return nulls + _END
    return nulls + _binary(2, struct.pack("<q", pages.highest)) + _binary(1, struct.pack("<q", pages.lowest)) + _END


@cache
def _elements(schema: Any) -> list[bytes]:
    """Return the schema as the file's end says it: a tree, written from its root on."""
    found = [_binary(4, b"schema") + _number(_I32, 1, len(schema)) + _END]
    for field in schema:
        kind, name = _KINDS[field.type], field.name.encode()
        if kind in {NUMBERS, TEXTS}:
            found += [_element(None, 1, name, 1, 3, 3), _element(None, 2, b"list", 1, None, None)]
            name = b"element"
        is_text = _STORED[kind] == _BYTE_ARRAY
        found.append(_element(_STORED[kind], 1, name, None, 0 if is_text else None, 1 if is_text else None))
    return found


def _element(
    stored: int | None, repeated: int, name: bytes, children: int | None, converted: int | None, logical: int | None
) -> bytes:
    """Return one element of the schema, by its fields; what is None is left out."""
    own = b"" if stored is None else _number(_I32, 1, stored)
    own += _number(_I32, 2 if own else 3, repeated) if stored is not None else _number(_I32, 3, repeated)
    own += _binary(1, name)
    own += b"" if children is None else _number(_I32, 1, children)
    if converted is not None and logical is not None:
        own += _number(_I32, 1 if children is not None else 2, converted)
        own += _field(_STRUCT, 4) + _field(_STRUCT, logical) + _END + _END
    return own + _END
