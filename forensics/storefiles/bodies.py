"""Bodies of checkpoints and acks in bulk: those that are written as brokers write them, as columns.

fastjson writes the fields of a class in the order of their names and without blanks. What is written otherwise is left to
forensics/statements/pop_bodies.py, which takes any JSON; both give the same of what both read.
"""

import polars as pl

from forensics.statements.pop_bodies import LONG_NAMES, MOST_MESSAGES
from forensics.storefiles.commitlog import LATEST_MS

_WHOLE = r"(0|-?[1-9][0-9]{0,17})"
_TIME = r"(0|[1-9][0-9]{0,14})"
_NAME = r'"([^"\\\x00-\x1f]+)"'
_LIST = r"\[((?:(?:0|-?[1-9][0-9]{0,17})(?:,(?:0|-?[1-9][0-9]{0,17}))*)?)\]"


def _shape(*fields: tuple[str, str, bool]) -> str:
    """Return the expression of an object whose *fields*, by name, value and whether they must be there, stand in this order."""
    parts = [f'"{name}":{value},' if must else f'(?:"{name}":{value},)?' for name, value, must in fields]
    return r"^\{" + "".join(parts).removesuffix(",") + r"\}$"


_CK = _shape(
    ("bm", _WHOLE, False), ("bn", _NAME, False), ("c", _NAME, True), ("d", _LIST, False), ("it", _TIME, True),
    ("n", _WHOLE, True), ("pt", _TIME, True), ("q", _WHOLE, True), ("reviveTime", _WHOLE, False), ("ro", _WHOLE, False),
    ("rp", '"([0-9]{1,9})"', False), ("so", _WHOLE, True), ("sp", "(true|false)", False), ("t", _NAME, True),
)  # fmt: skip
_CK_NAMES = ("bm", "broker", "group", "d", "invisible_ms", "n", "pop_time", "queue_id", "due", "ck_revive_offset",
             "re_put_times", "start_offset", "suspended", "topic")  # fmt: skip
_ACK = (
    ("ao", _WHOLE, True), ("aol", _LIST, False), ("bn", _NAME, False), ("c", _NAME, True), ("pt", _TIME, True),
    ("q", _WHOLE, True), ("so", _WHOLE, True), ("t", _NAME, True),
)  # fmt: skip
_LONG = {short: long for long, short in LONG_NAMES.items()}
_ACK_SHAPES = (_shape(*_ACK), _shape(*((_LONG[name], value, must) for name, value, must in _ACK)))
_ACK_NAMES = ("ao", "aol", "ack_broker", "group", "pop_time", "queue_id", "start_offset", "topic")
_NUMBERS = ("bm", "invisible_ms", "n", "pop_time", "queue_id", "due", "ck_revive_offset", "re_put_times", "start_offset", "ao")
COLUMNS: dict[str, pl.DataType | type[pl.DataType]] = {
    "topic": pl.String, "group": pl.String, "queue_id": pl.Int64, "start_offset": pl.Int64, "pop_time": pl.Int64,
    "ck_offsets": pl.List(pl.Int64), "revive_time": pl.Int64, "ck_revive_offset": pl.Int64, "broker": pl.String,
    "re_put_times": pl.Int64, "invisible_ms": pl.Int64, "ack_offsets": pl.List(pl.Int64), "ack_broker": pl.String,
    "suspended": pl.Boolean,
}  # fmt: skip
"""What a body gives: of a checkpoint, or of an ack."""


def usual(texts: pl.Series, *, cks: bool) -> pl.DataFrame:
    """Return the columns of *texts*, bodies of checkpoints or of acks; a null topic where one is not written as usual."""
    return _cks(texts) if cks else _acks(texts)


def _fields(texts: pl.Series, shapes: tuple[str, ...], names: tuple[str, ...]) -> pl.DataFrame:
    """Return what stands in the fields of *names* in the first of the *shapes* that fits, all null where none does."""
    groups = [pl.col("text").str.extract_groups(shape).struct.rename_fields(list(names)) for shape in shapes]
    fitting = [pl.when(group.struct.field(names[-1]).is_not_null()).then(group) for group in groups]
    found = pl.DataFrame([texts.alias("text")]).select(pl.coalesce(fitting).alias("found")).unnest("found")
    return found.with_columns(pl.col(name).cast(pl.Int64) for name in names if name in _NUMBERS)


def _listed(name: str) -> pl.Expr:
    return pl.when(pl.col(name) != "").then(pl.col(name).str.split(",").cast(pl.List(pl.Int64)))


def _cks(texts: pl.Series) -> pl.DataFrame:
    found = _fields(texts, (_CK,), _CK_NAMES)
    start, due = pl.col("start_offset"), pl.col("pop_time") + pl.col("invisible_ms")
    counted = pl.int_ranges(start, start + pl.col("n").clip(0, MOST_MESSAGES))
    columns = found.with_columns(
        pl.coalesce(_listed("d") + start, counted).alias("ck_offsets"),
        due.alias("revive_time"),
        pl.col("suspended").eq("true").alias("suspended"),
        pl.when(due < LATEST_MS).then("topic").alias("topic"),
    )
    return _shaped(columns)


def _acks(texts: pl.Series) -> pl.DataFrame:
    found = _fields(texts, _ACK_SHAPES, _ACK_NAMES)
    several = pl.when(pl.col("aol").is_not_null()).then(pl.col("aol").str.split(",").cast(pl.List(pl.Int64), strict=False))
    listed = pl.when(pl.col("aol") == "").then(pl.lit([], dtype=pl.List(pl.Int64))).otherwise(several)
    return _shaped(found.with_columns(pl.coalesce(listed, pl.concat_list("ao")).alias("ack_offsets")))


def _shaped(found: pl.DataFrame) -> pl.DataFrame:
    return found.select(pl.col(n) if n in found.columns else pl.lit(None, dtype=t).alias(n) for n, t in COLUMNS.items())
