"""What the logs of running clusters hold: how often each statement is logged, measured over the sample traces.

Run: python tests/benchmarks/proportions.py. Writes proportions.json beside it: for each kind of process and log its share of
all bytes, and for each statement its share of the log's records and the mean lines of such a record, stack trace included.
What is logged within half a minute after a log's beginning or ten seconds before its end belongs to starts and stops, and is
left out, as are console output and stores.
"""

import json
from pathlib import Path

import polars as pl

from forensics.case import Case
from forensics.library import case_of
from forensics.tables import FILES, RECORDS

HERE = Path(__file__).parent
TRACES = HERE.parent.parent / "sample_traces"
_STARTING_US, _STOPPING_US = 30_000_000, 10_000_000
_ASIDE = ["console.log", "stdout.txt", "store"]
_RARE = 0.002
"""A statement with a smaller share of its log than this is left out."""
_KEYS = ["kind", "series", "statement"]


def counted(case: Case) -> pl.DataFrame:
    """Return for each kind, log and statement the records, lines and bytes of the running cluster in *case*."""
    files = case.scan(FILES).filter(~pl.col("series").is_in(_ASIDE)).select("file_id", "kind", "series", "from_lo", "to_hi")
    steady = (pl.col("ts_lo") > pl.col("from_lo") + _STARTING_US) & (pl.col("ts_hi") < pl.col("to_hi") - _STOPPING_US)
    records = case.scan(RECORDS).join(files, on="file_id").filter(steady & pl.col("statement").is_not_null())
    size = pl.col("text").str.len_bytes().sum().alias("bytes")
    return records.group_by(_KEYS).agg(pl.len().alias("records"), pl.col("lines").sum(), size).collect()


def proportions(counts: pl.DataFrame) -> dict[str, dict[str, object]]:
    """Return the shares of each `kind/series`, and in it of each statement as (share of records, mean lines)."""
    total = int(counts["bytes"].sum())
    found: dict[str, dict[str, object]] = {}
    for (kind, series), own in sorted(counts.group_by("kind", "series")):
        records = int(own["records"].sum())
        rows = own.group_by("statement").agg(pl.col("records", "lines").sum()).sort("records", "statement", descending=True)
        often = rows.filter(pl.col("records") >= records * _RARE).to_dicts()
        shares = {r["statement"]: [round(r["records"] / records, 4), round(r["lines"] / r["records"], 1)] for r in often}
        found[f"{kind}/{series}"] = {"bytes": round(int(own["bytes"].sum()) / total, 5), "statements": shares}
    return found


def main() -> None:
    """Measure every sample trace and write the shares."""
    counts = []
    for trace in sorted(TRACES.glob("*/input.tar.zst")):
        with case_of([str(trace)]) as case:
            counts.append(counted(case))
    text = json.dumps(proportions(pl.concat(counts)), indent=1, sort_keys=True)
    (HERE / "proportions.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
