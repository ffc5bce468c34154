"""What must hold of verdicts whatever is in the logs: proof carries them, loss weakens them, nothing read decides nothing."""

import functools
import random

import polars as pl
import pytest
from conftest import TRACES

from forensics.case import Case, new_case
from forensics.findings.check import check_case
from forensics.findings.rules import rules_directory
from forensics.library import ingest_logs
from forensics.replay import replay_case
from forensics.tables import FILES, RECORDS

PROVEN = ("S-5.3.1-s1", "H-4.8.0-sigstop", "H-5.3.3-sigstop-closefalse", "N-5.3.1-kill")
LOSSES_PER_TRACE = 20
_RANK = {"violated": 2, "suspected": 1}


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """Give the case of a trace, ingested once per module."""

    @functools.cache
    def case(name: str) -> Case:
        return ingest_logs([str(TRACES / name / "input.tar.zst")], tmp_path_factory.mktemp(name) / "case")

    return case


def without(case: Case, directory, lost: pl.Expr) -> Case:
    """Return a case with the records for which *lost* holds taken away, replayed anew."""
    gone = set(case.scan(RECORDS).filter(lost).select("record_id").collect()["record_id"])
    left = new_case(directory)
    for name in case.names():
        if name.startswith("states/"):
            continue
        frame = pl.concat([pl.read_parquet(part) for part in sorted((case.directory / name).glob("*.parquet"))])
        left.write(name, 0, spans(frame, case, gone) if name == "files" else frame.filter(~pl.col("record_id").is_in(gone)))
    left.note(**case.facts)
    replay_case(left)
    return left


def spans(files: pl.DataFrame, case: Case, gone: set[int]) -> pl.DataFrame:
    """Return the files as they would be read without the lost records: shorter, or not there."""
    found = (
        case.scan(RECORDS)
        .filter(~pl.col("record_id").is_in(gone))
        .group_by("file_id")
        .agg(pl.col("ts_lo").min().alias("lo"), pl.col("ts_hi").max().alias("hi"), pl.col("lines").sum().alias("left"))
        .collect()
    )
    joined = files.join(found, on="file_id", how="left")
    shorter = joined.with_columns(
        pl.col("lo").alias("from_lo"), pl.col("hi").alias("to_hi"), pl.col("left").fill_null(0).alias("lines")
    )
    return shorter.filter(pl.col("left").is_not_null() | (pl.col("status") != "read")).select(FILES.schema.keys())


def findings(case: Case):
    return list(check_case(case, rules_directory()).findings)


def verdicts(case: Case):
    return {rule.id: ruling.verdict for rule, ruling in check_case(case, rules_directory()).rulings}


def says(finding):
    """Return all that a finding claims, evidence aside."""
    steps = [(step["what"], step["from_us"], step["to_us"], len(step["record_ids"])) for step in finding["steps"]]
    return (finding["explanation"], steps, len(finding["messages"]))


def weaker(before, after) -> bool:
    """Return whether *after* claims less than *before*: gone, a lower verdict, a smaller count, a name lost, a step lost."""
    if after is None or _RANK[after["verdict"]] < _RANK[before["verdict"]]:
        return True
    if after["occurrences"] > before["occurrences"] or set(after["subject"]) - set(before["subject"]):
        return False
    return (
        after["occurrences"] < before["occurrences"]
        or set(after["subject"]) < set(before["subject"])
        or after["cause"]["class"] != before["cause"]["class"]
        or says(after) != says(before)
    )


@pytest.mark.parametrize("name", [pytest.param(n, marks=pytest.mark.xdist_group(n)) for n in PROVEN])
def test_taking_any_line_of_the_proof_away_weakens_the_finding(name, kept, tmp_path):
    """Or another line says the same and takes its place, as when two lines of one millisecond show a channel's end."""
    case = kept(name)
    places = {
        (r["file_id"], r["line"]): r["record_id"]
        for r in case.scan(RECORDS).select("record_id", "file_id", "line").collect().to_dicts()
    }
    files = {row["path"]: row["file_id"] for row in case.read(FILES).to_dicts()}
    for finding in findings(case):
        for quote in finding["evidence"]:
            record_id = places[files[quote["path"]], quote["line"]]
            left = without(case, tmp_path / f"{finding['id']}-{record_id}", pl.col("record_id") == record_id)
            same = [f for f in findings(left) if f["rule"] == finding["rule"] and node_of(f) in {node_of(finding), None}]
            closest = max(same, key=lambda f: f["occurrences"], default=None)
            replaced = closest and lines_of(closest) - lines_of(finding)
            assert replaced or weaker(finding, closest), f"{quote['path']}:{quote['line']} carries nothing of {finding['kind']}"


def lines_of(finding):
    return {(quote["path"], quote["line"]) for quote in finding["evidence"]}


def node_of(finding):
    return finding["subject"].get("client_node") or finding["subject"].get("proxy_node")


@pytest.mark.parametrize("name", [pytest.param(n, marks=pytest.mark.xdist_group(n)) for n in PROVEN])
def test_losing_evidence_never_clears_a_violation(name, kept, tmp_path):
    case = kept(name)
    violated = {rule for rule, verdict in verdicts(case).items() if verdict == "violated"}
    assert violated
    for number in range(LOSSES_PER_TRACE):
        lost, what = loss(case, random.Random(f"{name}/{number}"))  # noqa: S311 - repeatable, not secret
        left = verdicts(without(case, tmp_path / str(number), lost))
        assert {rule: left[rule] for rule in violated if left[rule] in {"clear", "not_applicable"}} == {}, what


def loss(case: Case, chance: random.Random):
    """Return a loss as it happens in life: a node, a file, a head, a tail, a burst of INFO, all below a level."""
    files = [row for row in case.read(FILES).to_dicts() if row["status"] == "read" and row["from_lo"] is not None]
    file = chance.choice(files)
    cut = chance.randint(file["from_lo"], file["to_hi"])
    burst = (pl.col("ts_lo") >= cut) & (pl.col("ts_lo") < cut + chance.randint(1, 60) * 1_000_000)
    own = pl.col("file_id") == file["file_id"]
    losses = {
        f"node {file['node']}": pl.col("node") == file["node"],
        f"file {file['path']}": own,
        f"head of {file['path']}": own & (pl.col("ts_lo") < cut),
        f"tail of {file['path']}": own & (pl.col("ts_lo") >= cut),
        f"burst of INFO in {file['path']}": own & burst & (pl.col("level") == "INFO"),
        "everything below WARN": pl.col("level").is_in(["INFO", "DEBUG"]),
        "everything below ERROR": pl.col("level").is_in(["INFO", "DEBUG", "WARN"]),
    }
    what = chance.choice(sorted(losses))
    return losses[what], what


def test_an_empty_replay_makes_every_rule_inconclusive(tmp_path):
    case = new_case(tmp_path)
    assert set(verdicts(case).values()) == {"inconclusive"}


def test_records_of_others_change_no_finding(kept, tmp_path):
    case = kept("S-5.3.1-s1")
    without_others = without(case, tmp_path / "less", pl.col("node").is_in(["admin", "producer"]))
    assert [f["id"] for f in findings(case)] == [f["id"] for f in findings(without_others)]
