"""A query that is said to return nothing returns nothing: told by hand, and for every rule with each of its tables emptied."""

import duckdb
import pytest

from forensics.findings import setup, stored
from forensics.findings.emptiness import _parser, condition_of, returns_nothing
from forensics.findings.examples import examples
from forensics.findings.query import Tables
from forensics.findings.rules import load_rules, rules_directory
from forensics.tables import STATES

RULES = load_rules(rules_directory())[0]
NOTHING = (
    "SELECT a FROM e",
    "SELECT a, count(*) FROM e GROUP BY a",
    "SELECT e.a FROM e JOIN f ON TRUE",
    "SELECT e.a FROM f JOIN e ON TRUE",
    "SELECT e.a FROM e LEFT JOIN f ON TRUE",
    "SELECT e.a FROM e, unnest([1, 2]) AS u(n)",
    "SELECT a FROM e UNION ALL SELECT a FROM E WHERE a > 1",
    "SELECT a FROM e EXCEPT SELECT a FROM f",
    "WITH c AS (SELECT a FROM e) SELECT a FROM c",
    "SELECT a FROM (SELECT a FROM e) s QUALIFY row_number() OVER () = 1",
    "SELECT (SELECT 1) AS one FROM e",
)
SOMETHING = (
    "SELECT count(*) FROM e",
    "SELECT max(a) IS NULL FROM e",
    "SELECT 1",
    "SELECT f.a FROM f LEFT JOIN e ON TRUE",
    "SELECT f.a FROM e RIGHT JOIN f ON TRUE",
    "SELECT f.a FROM e FULL JOIN f ON TRUE",
    "SELECT a FROM e UNION SELECT a FROM f",
    "SELECT a FROM f EXCEPT SELECT a FROM e",
    "WITH e AS (SELECT 1 AS a) SELECT a FROM e",
    "WITH c AS (SELECT count(*) AS a FROM e) SELECT a FROM c",
    "SELECT f.a FROM f WHERE NOT EXISTS (SELECT 1 FROM e)",
    "SELECT f.a FROM f ANTI JOIN e USING (a)",
    "SELECT count(*) FROM e GROUP BY ROLLUP (a)",
    "SELECT a FROM (VALUES (1)) v(a)",
    "SELECT (SELECT count(*) FROM e) AS n FROM f",
)


@pytest.mark.parametrize("query", [*NOTHING, *SOMETHING])
def test_what_is_said_to_return_nothing_does(query):
    connection = duckdb.connect()
    connection.execute("CREATE TABLE e (a INT); CREATE TABLE f AS SELECT 1 AS a")
    assert returns_nothing(query, {"e"}) == (query in NOTHING)
    assert bool(connection.execute(query).fetchall()) == (query in SOMETHING)


def test_queries_are_parsed_without_a_bar_on_the_output_however_busy_the_machine_is():
    assert _parser().execute("SELECT current_setting('enable_progress_bar')").fetchone() == (False,)


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_no_rule_loses_a_finding_by_what_it_is_not_asked(rule):
    fires = next(example for example in examples(rule) if example.expected)
    empty = {name: table.empty for name, table in STATES.items()}
    assert returns_nothing(rule.query, empty)
    assert not returns_nothing(rule.query, empty.keys() - fires.given.keys())
    for name in fires.given:
        given = empty | fires.given | {name: empty[name]}
        if returns_nothing(rule.query, [table for table, frame in given.items() if not frame.height]):
            tables = Tables(given)
            assert not tables.candidates(rule)
            tables.close()


def test_what_set_up_keeps_of_our_rules_is_what_their_queries_say(tmp_path, monkeypatch):
    monkeypatch.setattr(stored, "place", lambda: tmp_path / "made" / "conditions-0.bin")
    stored.load.cache_clear()
    assert stored.load() == {}
    setup.store_conditions()
    kept = stored.load()
    assert kept == {rule.query: condition_of(rule.query) for rule in RULES}
    monkeypatch.setattr("forensics.findings.emptiness.condition_of", None)
    assert all(returns_nothing(rule.query, STATES) for rule in RULES)
    (tmp_path / "made" / "conditions-0.bin").write_bytes(b"torn")
    stored.load.cache_clear()
    assert stored.load() == {}
    stored.load.cache_clear()
