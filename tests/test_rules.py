"""Every rule's page is its test: its examples, as tables of states, give the findings written below them."""

import threading
from pathlib import Path
from types import SimpleNamespace

import duckdb
import pytest
from conftest import analyzed

from forensics.errors import BadRule, NoSuchInput
from forensics.findings.bounded import bounded
from forensics.findings.examples import HEADINGS, failures, lint
from forensics.findings.query import Tables
from forensics.findings.rules import Fault, load_rules, rules_directory
from forensics.findings.verdicts import Ground, rule_on
from forensics.model.releases import within
from forensics.replay import strangers
from forensics.report import rule_page
from forensics.tables import STATES

RULES, BAD = load_rules(rules_directory())


def test_every_rule_loads():
    assert BAD == []
    assert RULES


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_examples_on_the_page_hold(rule):
    assert [str(error) for error in failures(rule)] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_page_explains_and_has_both_kinds_of_example(rule):
    assert [str(error) for error in lint(rule)] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_page_as_it_is_printed_says_all_that_a_page_must(rule):
    """What it finds, why it hurts, what must be logged, false alarms, releases, and what to do; then its examples."""
    shown = rule_page.render(rule)
    headings = [line.removeprefix("## ") for line in shown.splitlines() if line.startswith("## ")]
    assert [name for name in (*HEADINGS, "Remedy", "Logs it reads") if headings.count(name) != 1] == []
    assert [remedy for remedy in (rule.remedy, rule.remedy_otherwise) if remedy not in shown] == []
    assert [need.how for need in rule.needs if need.how not in shown] == []
    assert len(headings) >= len(HEADINGS) + 4


PAGE = """+++
kind = "x"
severity = "error"
scope = ["broker"]
remedy = "r"

[[needs]]
kind = "broker"
source = "broker.log"
level = "INFO"
how = "h"
+++
# A title

## One example

```csv nodes
node,kind
a,broker
```

```csv findings
strength,occurrences
proven,1
```
"""
QUERY = """SELECT {'node': node} AS subject, 'proven' AS strength, 1 AS occurrences, 0 AS from_us, 0 AS to_us, 'e' AS explanation,
[{'from_us': 0, 'to_us': 0, 'node': node, 'what': 'w', 'record_ids': [1], 'says': 's'}] AS steps
FROM nodes
"""


def write(directory, page=PAGE, query=QUERY):
    (directory / "mine").mkdir(exist_ok=True)
    (directory / "mine" / "x.md").write_text(page, encoding="utf-8")
    (directory / "mine" / "x.sql").write_text(query, encoding="utf-8")
    return load_rules(directory)


def test_a_users_rule_is_tested_by_the_same_code(tmp_path):
    (rule,), _ = write(tmp_path)
    assert failures(rule) == []
    (rule,), _ = write(tmp_path, PAGE.replace("proven,1", "proven,2"))
    assert [str(error).split(": ")[0] for error in failures(rule)] == ["mine/x.md:15"]


@pytest.mark.parametrize(
    ("change", "place", "says"),
    [
        (('severity = "error"', 'severity = "bad"'), "mine/x.md:3", "has severity 'bad'"),
        (('scope = ["broker"]', 'scope = "broker"'), "mine/x.md:4", "scope is not a list"),
        (('scope = ["broker"]', 'scope = ["brokers"]'), "mine/x.md:4", "has scope 'brokers' (one of broker, namesrv, "),
        (('level = "INFO"', 'level = "INFOS"'), "mine/x.md:10", "has level 'INFOS' (one of TRACE, "),
        (('kind = "broker"', 'kind = "brokers"'), "mine/x.md:8", "has kind 'brokers' (one of broker, "),
        (('kind = "x"\n', ""), "mine/x.md:1", "its facts lack 'kind'"),
        (('remedy = "r"', "remedy = r"), "mine/x.md:5", "cannot be read"),
        (("[[needs]]\n", "needs = [1]\n[x]\n"), "mine/x.md:7", "needs is not a list of tables"),
        (("+++\nkind", "kind"), "mine/x.md:1", "does not begin with its facts"),
    ],
)
def test_a_bad_page_is_told_with_its_line(change, place, says, tmp_path):
    _, (error,) = write(tmp_path, PAGE.replace(*change, 1))
    assert str(error).startswith(f"{place}: ")
    assert says in str(error)


@pytest.mark.parametrize(
    ("change", "place", "says"),
    [
        (("FROM nodes", "FROM nodez"), "mine/x.sql:3", "does not run"),
        (("'w'", "NULL"), "mine/x.sql", "returns the step"),
        (("[1]", "[]::BIGINT[]"), "mine/x.sql", "a finding without proof"),
        (("'proven'", "'surely'"), "mine/x.sql:1", "returns strength 'surely' (one of proven, sign, hint)"),
        (("1 AS occurrences", "'1' AS occurrences"), "mine/x.sql", "returns occurrences '1'"),
        (("1 AS occurrences", "1 AS often"), "mine/x.sql", "its query lacks the columns occurrences and has the columns often,"),
    ],
)
def test_a_bad_query_is_told_with_its_place(change, place, says, tmp_path):
    (rule,), _ = write(tmp_path, query=QUERY.replace(*change))
    (error,) = failures(rule)
    assert str(error).startswith(f"{place}: ")
    assert says in str(error)
    assert str(lint(rule)[-1]) == str(error)


def test_an_option_of_a_broker_may_be_a_scope(tmp_path):
    rules, bad = write(tmp_path, PAGE.replace('["broker"]', '["enablePopLog=true"]'))
    assert (rules[0].scope, bad) == (("enablePopLog=true",), [])


def test_an_example_of_no_table_is_told_with_its_line(tmp_path):
    (rule,), _ = write(tmp_path, PAGE.replace("```csv nodes", "```csv knots"))
    assert [str(error)[:30] for error in failures(rule)] == ["mine/x.md:15: gives the table "]
    (rule,), _ = write(tmp_path, PAGE.replace("node,kind", "node,sort"))
    assert "which it has not" in str(failures(rule)[0])


def test_a_page_that_lacks_something_is_told(tmp_path):
    (rule,), _ = write(tmp_path)
    told = [error.what for error in lint(rule)]
    assert "has no section 'Known false alarms'" in told
    assert any("has no near miss" in what for what in told)


def test_a_query_that_does_not_end_is_stopped(tmp_path, monkeypatch):
    monkeypatch.setattr("forensics.findings.bounded.LONGEST_S", 0.2)
    endless = "WITH RECURSIVE r AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM r) SELECT count(*) FROM r"
    (rule,), _ = write(tmp_path, query=endless)
    assert "does not end within" in str(failures(rule)[0])


def test_what_would_stop_a_query_is_gone_with_it():
    """It holds the connection, which DuckDB tells on the screen as leaked where the process ends first."""
    connection = duckdb.connect()
    for _ in range(50):
        with bounded(connection):
            connection.execute("SELECT 1")
        assert [thread for thread in threading.enumerate() if isinstance(thread, threading.Timer)] == []


def test_a_directory_without_rules_is_told(tmp_path):
    with pytest.raises(NoSuchInput, match="holds no rule"):
        load_rules(tmp_path)
    with pytest.raises(NoSuchInput, match=r"pop: is a family of rules \(name the directory above\)"):
        load_rules(rules_directory() / "pop")


def test_bad_rules_are_told_together_and_hide_no_good_one(tmp_path):
    family = tmp_path / "mine"
    family.mkdir()
    good = RULES[0].path
    (family / "good.md").write_text(good.read_text(encoding="utf-8"), encoding="utf-8")
    (family / "good.sql").write_text(good.with_suffix(".sql").read_text(encoding="utf-8"), encoding="utf-8")
    (family / "no_query.md").write_text(good.read_text(encoding="utf-8"), encoding="utf-8")
    (family / "no_facts.md").write_text("# nothing\n", encoding="utf-8")
    (family / "no_facts.sql").write_text("SELECT 1", encoding="utf-8")
    rules, bad = load_rules(tmp_path)
    assert [rule.id for rule in rules] == ["mine/good"]
    assert sorted(str(error).split(":")[0] for error in bad) == ["mine/no_facts.md", "mine/no_query.md"]


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM read_csv('/etc/passwd')",
        "COPY nodes TO '/tmp/out.csv'",
        "INSTALL httpfs",
        "SET enable_external_access = true",
    ],
)
def test_a_query_reaches_neither_files_nor_settings(query, tmp_path):
    good = RULES[0]
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "x.md").write_text(good.path.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "mine" / "x.sql").write_text(query, encoding="utf-8")
    rules, _ = load_rules(tmp_path)
    tables = Tables({name: table.frame([]) for name, table in STATES.items()})
    with pytest.raises(BadRule, match=r"mine/x\.sql"):
        tables.candidates(rules[0])
    tables.close()


_MIDNIGHT_US = 1_795_305_600_000_000
_OVERNIGHT = """SELECT {'node': 'b'} AS subject, '%s' AS strength, 1 AS occurrences, %d AS from_us, %d AS to_us,
    'from ' || clock(from_us) || ' to ' || clock(to_us) AS explanation, [{'from_us': from_us, 'to_us': to_us, 'node': 'b',
    'what': 'until ' || clock(to_us), 'record_ids': [1], 'says': 'since ' || clock(from_us)}] AS steps"""


def test_a_span_without_length_is_told_as_an_instant():
    tables = Tables({})
    query = _OVERNIGHT.replace("'from ' || clock(from_us) || ' to '", "'between ' || clock(from_us) || ' and '")
    for until, said in ((_MIDNIGHT_US, "at 00:00:00.000Z"), (_MIDNIGHT_US + 1_000, "between 00:00:00.000Z and 00:00:00.001Z")):
        assert tables.rows("mine/x", query % ("proven", _MIDNIGHT_US, until))[0]["explanation"] == said
    tables.close()


@pytest.mark.parametrize(
    ("strength", "says"),
    [
        ("proven", "from 23:59:59.500Z to 2026-11-22T00:00:01.000Z"),
        ("hint", "from 2026-11-21T23:59:59.500Z to 2026-11-22T00:00:01.000Z"),
    ],
)
def test_a_sentence_names_the_day_that_its_finding_does_not_begin_on(strength, says):
    tables = Tables({})
    query = _OVERNIGHT % (strength, _MIDNIGHT_US - 500_000, _MIDNIGHT_US + 1_000_000)
    found = tables.rows("mine/x", query)[0]
    tables.close()
    assert found["explanation"] == says
    if strength == "proven":
        assert (found["steps"][0]["what"], found["steps"][0]["says"]) == ("until 2026-11-22T00:00:01.000Z", "since 23:59:59.500Z")


def test_a_fault_is_in_the_releases_between_its_ends():
    fault = Fault("x#1", ("4.8.0 - 4.9.8", "5.3.1"), "5.3.2")
    assert [r for r in ("4.7.1", "4.8.0", "4.9.8", "5.0.0", "5.3.1", "5.3.2") if fault.fits(r)] == ["4.8.0", "4.9.8", "5.3.1"]


@pytest.mark.parametrize(("name", "upgrade"), [("N-5.3.1-wait", True), ("N-5.3.3-kill", False)])
def test_no_upgrade_is_advised_to_a_release_without_the_fault(name, upgrade):
    near = [f for f in analyzed(name)["findings"] if f["rule"] == "proxy/ack_before_client_known"]
    assert {f["remedy"].startswith("Upgrade") for f in near} == {upgrade}


def test_rules_lie_where_the_code_looks():
    assert rules_directory() == Path(__file__).parent.parent / "rules"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_that_nothing_clears_says_so_on_its_page_and_is_never_clear(rule):
    """And the other way round: what the page names as clearing it, the facts in front let clear it."""
    says = rule.page.split("## What clears it\n", 1)[1].split("\n## ", 1)[0].strip()
    assert says
    assert bool(rule.never_clear) == says.startswith("Nothing"), says


def test_silence_of_a_release_that_prints_nothing_clears_nothing():
    rule = next(rule for rule in RULES if rule.id == "pop/orderly_ack_ignored")
    assert clear_over(rule, ["5.1.0"]) == "clear"
    assert clear_over(rule, ["5.0.0", "5.1.0"]) == clear_over(rule, []) == "not_seen"


def test_a_fault_that_no_release_mends_is_known_to_be_in_the_newest_that_has_every_artifact():
    """Of 5.5.1 only some processes are published."""
    open_ended = [(rule.id, fault.affected[-1]) for rule in RULES for fault in rule.faults if not fault.fixed_in]
    assert open_ended
    assert [(rule, span) for rule, span in open_ended if not within("5.5.0", span)] == []


@pytest.mark.parametrize("releases", [["5.4.0"], ["5.5.0", "5.5.1"], ["5.3.3", "5.4.0"]])
def test_orderly_acks_without_effect_are_told_by_the_newest_brokers_too(releases):
    """QueueLevelConsumerManager.commitAndNext prints in 5.4.0 to 5.5.1 what ConsumerOrderInfoManager printed before."""
    rule = next(rule for rule in RULES if rule.id == "pop/orderly_ack_ignored")
    assert clear_over(rule, releases) == "clear"


@pytest.mark.parametrize(
    ("speak", "says"), [(1, "up to 5.3.0 it is given up without a line"), (2, "the line that says so is INFO")]
)
def test_why_silence_clears_nothing_is_told_of_what_the_brokers_are(speak, says):
    rule = next(rule for rule in RULES if rule.id == "pop/lost_message")
    nodes = [{"node": name, "kind": "broker", "address": None, "releases": []} for name in ("a-0", "b-0")]
    logs = [{"node": n["node"], "kind": "broker", "series": "pop.log", "levels": ["INFO"]} | WHOLE for n in nodes]
    shown = [(node, name) for name in ("pop_consumption", "enablePopLog=true") for node in ("a-0", "b-0")]
    shown += [(node, rule.never_clear_where[0]) for node in ("a-0", "b-0")[:speak]]
    features = [{"node": node, "feature": name, "shown": True, "record_ids": [1]} for node, name in shown]
    ruling = rule_on(rule, [], Ground(nodes, [], logs, features))
    assert (ruling.verdict, says in ruling.reason) == ("not_seen", True)


def test_signs_are_laid_to_a_missing_source_only_where_one_is_missing():
    (told,) = [rule for rule in analyzed("C-5.3.0-noslaveread-poplog")["rules"] if rule["rule"] == "pop/lost_message"]
    assert (told["verdict"], told["reason"], told["missing"]) == ("suspected", "16 findings with signs that are no proof", [])
    node = {"node": "b-0", "kind": "broker", "address": "10.0.0.1:10911", "releases": ["5.3.1"]}
    log = {"node": "b-0", "kind": "broker", "series": "broker.log", "levels": ["INFO"]} | WHOLE
    rule = next(rule for rule in RULES if rule.id == "pop/lost_message")
    ruling = rule_on(rule, ["sign"], Ground([node], [], [log], []))
    assert (ruling.reason, bool(ruling.missing)) == ("1 finding with signs, a source is missing", True)


def test_a_log_set_to_a_higher_level_is_no_source_of_what_is_below():
    """Its silence is not that of a log that shows nothing."""
    rule = next(rule for rule in RULES if rule.id == "pop/revive_offset_fell")
    node = {"node": "b-0", "kind": "broker", "address": "10.0.0.1:10911", "releases": ["5.3.1"]}
    log = {"node": "b-0", "kind": "broker", "series": "pop.log", "levels": ["WARN", "ERROR"]} | WHOLE
    features = [{"node": "b-0", "feature": "pop_consumption", "shown": True}]
    ruling = rule_on(rule, [], Ground([node], [], [log], features))
    assert ruling.verdict == "inconclusive"
    assert ["has no line of INFO or below" in row["how"] for row in ruling.missing] == [True]
    assert rule_on(rule, [], Ground([node], [], [log | {"levels": ["INFO"]}], features)).verdict == "not_seen"


@pytest.mark.parametrize(("proofs", "verdict"), [([7], "inconclusive"), ([], "not_seen")])
def test_what_one_broker_shows_says_nothing_of_another_that_was_popped_from_too(proofs, verdict):
    rule = next(rule for rule in RULES if rule.id == "pop/acked_message_redelivered")
    nodes = [{"node": name, "kind": "broker", "address": None, "releases": ["5.3.1"]} for name in ("a-0", "b-0")]
    logs = [{"node": n["node"], "kind": "broker", "series": "pop.log", "levels": ["INFO"]} | WHOLE for n in nodes]
    features = [
        {"node": "a-0", "feature": "pop_consumption", "shown": True, "record_ids": [1]},
        {"node": "b-0", "feature": "pop_consumption", "shown": True, "record_ids": proofs},
        {"node": "a-0", "feature": "enablePopLog=true", "shown": True, "record_ids": [1]},
    ]
    ruling = rule_on(rule, [], Ground(nodes, [], logs, features))
    assert ruling.verdict == verdict
    assert ruling.reason.endswith(" of b-0") == bool(proofs)


WHOLE = {
    "begins_at_start": True, "ends_at_stop": True, "crashed": False, "missing_parts": [], "loses_info": False, "gaps": [],
    "from_lo": 0, "to_hi": 9, "lines": 9,
}  # fmt: skip


@pytest.mark.parametrize(
    ("series", "protocols", "is_one"),
    [
        ("rocketmq_client.log", ["grpc"], False),  # Python's has the remoting client's name
        ("rocketmq_client_nodejs.log", ["grpc"], False),
        ("rocketmq_client.log", ["grpc", "remoting"], True),
        ("rocketmq_client.log", ["remoting"], True),
    ],
)
def test_the_log_of_a_grpc_client_in_another_language_is_no_remoting_clients(series, protocols, is_one):
    rule = next(rule for rule in RULES if rule.id == "nameserver/silent_nameserver_kept")
    nodes = [{"node": "c", "kind": "client", "address": None, "releases": ["5.3.1"]}]
    clients = [{"client_id": f"c@{name}", "node": "c", "protocol": name, "groups": []} for name in protocols]
    log = {"node": "c", "kind": "client", "series": series, "levels": ["INFO", "WARN", "ERROR"]} | WHOLE
    ruling = rule_on(rule, [], Ground(nodes, clients, [log]))
    assert (ruling.verdict != "inconclusive") == is_one
    assert {row["node"] for row in ruling.missing} <= {None}


@pytest.mark.parametrize("layout", ["client_go_remoting", "client_cpp", "client_rust", "client_go", "client_csharp"])
def test_the_log_of_a_client_that_prints_other_lines_than_remoting_clients_in_java_is_no_source(layout):
    files = [{"node": "c", "kind": "client", "layout": layout, "records": 9}]
    features = strangers.replay(SimpleNamespace(files=files))["features"]
    rule = next(rule for rule in RULES if rule.id == "nameserver/silent_nameserver_kept")
    nodes = [{"node": "c", "kind": "client", "address": None, "releases": []}]
    clients = [{"client_id": "192.0.2.1@7", "node": None, "protocol": "remoting", "groups": []}]
    log = {"node": "c", "kind": "client", "series": "app.log", "levels": ["INFO", "WARN"]} | WHOLE
    assert rule_on(rule, [], Ground(nodes, clients, [log], features)).verdict == "inconclusive"
    assert rule_on(rule, [], Ground(nodes, clients, [log])).verdict != "inconclusive"


@pytest.mark.parametrize("layout", ["client_cpp", "client_go"])
def test_a_grpc_client_in_another_language_is_one_where_no_line_names_it(layout):
    files = [{"node": "c", "kind": "client", "layout": layout, "records": 9}]
    features = strangers.replay(SimpleNamespace(files=files))["features"]
    rule = next(rule for rule in RULES if rule.id == "proxy/ack_before_client_known")
    nodes = [{"node": "c", "kind": "client", "address": None, "releases": []}]
    log = {"node": "c", "kind": "client", "series": "app.log", "levels": ["WARN"]} | WHOLE
    assert rule_on(rule, [], Ground(nodes, [], [log], features)).verdict == "inconclusive"
    assert rule_on(rule, [], Ground(nodes, [], [log])).verdict == "not_applicable"


def test_a_node_with_a_java_client_beside_is_none_of_other_lines():
    files = [{"node": "c", "kind": "client", "layout": name, "records": 9} for name in ("client_go_remoting", "client")]
    assert strangers.replay(SimpleNamespace(files=files)) == {"features": []}


@pytest.mark.parametrize(
    ("releases", "asked"),
    [([["4.9.5"]], []), ([["4.9.5"], ["5.4.0"]], ["ns1"]), ([["5.0.0", "5.1.0"]], ["ns0"]), ([[]], ["ns0"]), ([], [None])],
)
def test_nobody_is_asked_for_a_log_that_the_release_does_not_have(releases, asked):
    rule = next(rule for rule in RULES if rule.id == "routing/request_to_nameserver")
    servers = [{"node": f"ns{at}", "kind": "namesrv", "address": None, "releases": own} for at, own in enumerate(releases)]
    client = {"node": "c", "kind": "client", "address": None, "releases": []}
    log = {"node": "c", "kind": "client", "series": "rocketmq_client.log", "levels": ["ERROR"]} | WHOLE
    missing = rule_on(rule, ["sign"], Ground([*servers, client], [], [log])).missing
    assert [row["node"] for row in missing if row["source"] == "namesrv_traffic.log"] == asked


def clear_over(rule, releases):
    """Return the verdict over one broker of these releases whose logs are whole, and a name server that knows no other."""
    nodes = [{"node": "b-0", "kind": "broker", "address": "10.0.0.1:10911", "releases": releases}]
    whole = WHOLE | {"levels": ["INFO"]}
    logs = [{"node": "b-0", "kind": "broker", "series": "broker.log"}, {"node": "ns", "kind": "namesrv", "series": "namesrv.log"}]
    features = [{"node": "b-0", "feature": "pop_consumption", "shown": True}]
    registered = [{"address": "10.0.0.1:10911", "from_lo": 0, "to_hi": None}]
    return rule_on(rule, [], Ground(nodes, [], [log | whole for log in logs], features, registered)).verdict
