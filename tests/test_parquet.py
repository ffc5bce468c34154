"""Files whose pages a compiled function made are read back, by everything that reads a case, as what they were made of."""

import random
import tempfile
from pathlib import Path

import duckdb
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forensics.engines.fast import setup
from forensics.engines.fast.parquet import PagesFile, opened
from forensics.parts import ArrowFile

_TEXT = pa.large_string()
TYPES = {
    "number": pa.int64(), "truth": pa.bool_(), "text": _TEXT, "word": pa.dictionary(pa.int32(), _TEXT),
    "numbers": pa.large_list(pa.int64()), "texts": pa.large_list(_TEXT),
}  # fmt: skip
NUMBERS = st.one_of(
    st.integers(-(2**63), 2**63 - 1), st.integers(-3, 300), st.just(7), st.sampled_from([-(2**63), 2**63 - 1, 0]), st.none()
)
TEXTS = st.one_of(st.text(max_size=9), st.sampled_from(["INFO", "WARN", "", "é" * 90]), st.none())
VALUES = {
    "number": NUMBERS, "truth": st.one_of(st.booleans(), st.none()), "text": TEXTS, "word": TEXTS,
    "numbers": st.one_of(st.lists(NUMBERS, max_size=5), st.none()), "texts": st.one_of(st.lists(TEXTS, max_size=5), st.none()),
}  # fmt: skip
SCHEMA = pa.schema(list(TYPES.items()))
PLAIN = pa.schema([(name, _TEXT if name == "word" else dtype) for name, dtype in TYPES.items()])


@pytest.fixture(scope="module", autouse=True)
def compiled():
    if not setup.is_ready():
        setup.compile_all()


def table_of(rows):
    """Return *rows* as a table of all types, as a part of a case has them."""
    return pa.Table.from_pylist(rows, schema=PLAIN).set_column(
        3, SCHEMA.field("word"), pa.chunked_array([pa.array([row["word"] for row in rows], _TEXT).dictionary_encode()])
    )


def written(path, tables, kind=PagesFile):
    file = kind(path, SCHEMA)
    for table in tables:
        file.write(table.combine_chunks())
    file.close()
    return path


def same(path, rows):
    assert pq.read_table(path).to_pylist() == rows
    assert pl.read_parquet(path).to_dicts() == rows
    assert duckdb.sql(f"SELECT * FROM read_parquet('{path}')").fetchall() == [tuple(map(row.get, TYPES)) for row in rows]  # noqa: S608


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.fixed_dictionaries(VALUES), min_size=1, max_size=40), min_size=1, max_size=3))
def test_what_is_written_is_read_back(groups):
    with tempfile.TemporaryDirectory() as home:
        path = written(Path(home) / "own.parquet", map(table_of, groups))
        same(path, [row for group in groups for row in group])


def many(chance, count):
    """Return rows as logs give them: runs and single values, sorted and not, some columns without any value."""
    of = {
        "number": chance.choice(
            [lambda i: i, lambda _: 5, lambda _: chance.getrandbits(40), lambda _: None, lambda i: i if i % 9 else None]
        ),
        "truth": chance.choice([lambda i: i % 3 == 0, lambda _: None]),
        "text": chance.choice([lambda i: "x" * (i % 50), lambda i: f"é{i}", lambda _: None]),
        "word": chance.choice(
            [lambda _: "INFO", lambda _: None, lambda _: f"w{chance.randrange(300)}", lambda i: f"w{i // 40 % 5}"]
        ),
        "numbers": chance.choice([lambda i: list(range(i, i + i % 4)), lambda _: None, lambda _: [], lambda i: [i, None]]),
        "texts": chance.choice([lambda i: ["a", None, "b" * (i % 7)], lambda _: None, lambda i: [f"{i}"] * (i % 3)]),
    }
    return [{name: make(i) for name, make in of.items()} for i in range(count)]


@pytest.mark.parametrize("seed", range(6))
def test_long_columns_are_read_back(seed, tmp_path):
    rows = many(random.Random(seed), 3000)  # noqa: S311
    same(written(tmp_path / "own.parquet", [table_of(rows[:2111]), table_of(rows[2111:])]), rows)


def test_parts_of_longer_arrays_are_written_alone(tmp_path):
    rows = many(random.Random(7), 500)  # noqa: S311
    table = table_of(rows).combine_chunks()
    file = PagesFile(tmp_path / "own.parquet", SCHEMA)
    file.write(table.slice(123, 77))
    file.close()
    same(tmp_path / "own.parquet", rows[123:200])


def test_what_a_null_list_holds_is_not_written(tmp_path):
    offsets, mask = pa.array([0, 2, 4], pa.int64()), pa.py_buffer(bytes([0b10]))
    lists = pa.Array.from_buffers(TYPES["numbers"], 2, [mask, offsets.buffers()[1]], 1, children=[pa.array([1, 2, 3, 4])])
    file = PagesFile(tmp_path / "own.parquet", pa.schema([("numbers", TYPES["numbers"])]))
    file.write(pa.table({"numbers": lists}))
    file.close()
    assert pq.read_table(tmp_path / "own.parquet").to_pylist() == [{"numbers": None}, {"numbers": [3, 4]}]


def test_a_file_says_of_itself_what_pyarrow_says(tmp_path):
    tables = [table_of(many(random.Random(seed), 700)) for seed in (1, 2)]  # noqa: S311
    own, other = (pq.ParquetFile(written(tmp_path / kind.__name__, tables, kind)) for kind in (PagesFile, ArrowFile))
    with own, other:
        assert own.schema_arrow == other.schema_arrow
        assert own.metadata.num_rows == other.metadata.num_rows
        for group in range(2):
            said = [file.metadata.row_group(group).column(0) for file in (own, other)]
            assert len({(one.num_values, one.statistics.min, one.statistics.max, one.statistics.null_count) for one in said}) == 1


def test_tables_with_other_columns_are_written_by_pyarrow(tmp_path):
    assert isinstance(opened(tmp_path / "own", SCHEMA), PagesFile)
    file = opened(tmp_path / "other", pa.schema([("counts", pa.large_list(pa.struct([("code", pa.int64())])))]))
    file.close()
    assert isinstance(file, ArrowFile)
