"""The page is one file that loads nothing, keeps to its size, shows every finding, and lets no log speak as markup."""

import base64
import hashlib
import json
import re
from html.parser import HTMLParser

import pytest
from conftest import TRACES, analyzed
from hostile import SPITEFUL, documents
from hypothesis import HealthCheck, given, settings

from forensics.library import case_of, check_case, page_of
from forensics.report import html
from forensics.report.charts import Chart, Lane, Mark, lane, point, thinned, track
from forensics.report.page_data import Excerpts
from forensics.report.plain import answer

TAGS_OF_OURS = frozenset(
    [
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "a",
        "svg",
        "defs",
        "pattern",
        "rect",
        "path",
        "header",
        "h1",
        "h2",
        "h3",
        "p",
        "main",
        "section",
        "form",
        "label",
        "select",
        "option",
        "div",
        "span",
        "noscript",
        "article",
        "b",
        "code",
        "details",
        "summary",
        "ol",
        "ul",
        "li",
        "time",
        "button",
        "pre",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "br",
        "footer",
        "aside",
        "script",
    ]
)


class Elements(HTMLParser):
    """Collects elements with their attributes, and the text of the scripts."""

    def __init__(self):
        super().__init__()
        self.found, self.scripts = [], []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data):
        if self.cdata_elem:
            self.scripts.append((self.found[-1], data))


def elements(page):
    parser = Elements()
    parser.feed(page)
    return parser


def chart(*marks):
    return Chart("t", 0, 10_000_000, (lane("n", "broker", [track("life", marks)]),))


def page(doc, marks=(), rows=()):
    charts = [chart(*marks) for _ in doc["findings"]]
    return html.render(doc, chart(*marks), charts, Excerpts(rows, set()))


@pytest.fixture(scope="module")
def misrouted():
    with case_of([str(TRACES / "S-5.3.1-s1" / "input.tar.zst")]) as case:
        doc = check_case(case)
        return page_of(case, doc)


def test_only_the_files_own_script_and_style_may_run(misrouted):
    found = elements(misrouted)
    policy = next(a["content"] for tag, a in found.found if tag == "meta" and "http-equiv" in a)
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    for (tag, attributes), text in found.scripts:
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert attributes.get("type") == "application/json" or f"{tag}-src 'sha256-{digest}'" in policy


def test_nothing_is_loaded_and_nothing_leads_away(misrouted):
    for tag, attributes in elements(misrouted).found:
        assert tag in TAGS_OF_OURS
        assert not {"src", "srcset", "style", "onclick", "onerror", "onload"} & set(attributes)
        assert attributes.get("href", "#").startswith("#")
    assert "url(" not in misrouted.replace("url(#hatch)", "")


def test_the_answer_comes_first_and_names_the_cure(misrouted):
    first = misrouted[misrouted.index("<h1>") : misrouted.index("<section")]
    assert "could not hand back 8 messages" in first
    assert "release 5.3.2 mends it" in first


def test_the_same_case_gives_the_same_bytes(misrouted):
    with case_of([str(TRACES / "S-5.3.1-s1" / "input.tar.zst")]) as case:
        assert page_of(case, check_case(case)) == misrouted


def test_message_keys_are_masked_in_lines_too(misrouted):
    assert not re.search(r"\bpay-\d", misrouted)


def test_every_mark_leads_to_its_lines_but_a_finding_which_leads_to_its_proof(misrouted):
    data = json.loads(next(text for (_, a), text in elements(misrouted).scripts if a.get("type") == "application/json"))
    lanes = [lane for one in data["charts"] for lane in one["lanes"]]
    marks = [mark for _, _, tracks, _ in lanes for _, own, _ in tracks for mark in own] + [
        m for *_, unseen in lanes for m in unseen
    ]
    led = [mark for mark in marks if mark[4:5] and mark[4]]
    assert {data["looks"][mark[2]] for mark in marks if mark not in led} == {"error"}
    assert all(data["lines"][index][3] for mark in led for index in mark[4])


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_whatever_logs_hold_stays_text(doc):
    shown = page(doc, [Mark(1, 2, "up", text) for text in SPITEFUL], [line(number, text) for number, text in enumerate(SPITEFUL)])
    shown.encode("utf-8")
    for tag, attributes in elements(shown).found:
        assert tag in TAGS_OF_OURS
        assert not any(name.startswith("on") or name == "src" for name in attributes)
    assert shown.count("<script") == shown.count("</script>") == 2
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e\u2028]", shown)


def line(number, text):
    return {"record_id": number, "path": text, "line": 1, "byte_offset": 0, "text": text}


@pytest.mark.parametrize("count", [1, 40, 1_500, 3_000])
def test_the_page_keeps_to_its_size(count):
    doc = analyzed("S-5.3.1-s1")
    grown = doc["findings"][0] | {"explanation": "x" * 20_000, "steps": doc["findings"][0]["steps"] * 30}
    many = doc | {"findings": [grown | {"id": f"{number:016x}"} for number in range(count)]}
    marks = [point(number, "failed", "a mark with a text of usual length, as most have", [number]) for number in range(3_000)]
    rows = [line(number, "y" * 700) for number in range(12_000)]
    assert len(page(many, marks, rows).encode()) <= html.LARGEST + html.PER_FINDING * count


def test_marks_that_are_not_drawn_are_counted():
    many = Chart("t", 0, 9, (Lane("n", "broker", (track("life", [Mark(n, None, "up", "") for n in range(1_000)]),)),))
    assert thinned(many, 100).lanes[0].tracks[0].label.endswith("of 1000 drawn)")
    assert len(thinned(many, 100).lanes[0].tracks[0].marks) <= 100


@pytest.mark.parametrize(
    ("name", "says", "never"),
    [
        ("N-5.3.3-kill", "A client that changes its proxy passes through such a window", "change of the master"),
        ("C-5.3.0-loop-poplog", "Their topic had been deleted after they were handed out", "not proven"),
        ("C-5.3.3-dead-poplog", "The broker that holds them could not be read meanwhile", "change of the master"),
        ("C-5.3.0-noslaveread-poplog", "a failed read was taken for a message that is gone", "dropped them"),
    ],
)
def test_the_answer_tells_the_true_story(name, says, never):
    told = " ".join(line for line in answer(analyzed(name)) if says in line)
    assert told
    assert never not in told


def test_a_kind_without_a_sentence_is_told_by_the_title_of_its_rule():
    doc = analyzed("S-5.3.1-s1")
    strange = doc["findings"][0] | {"kind": "never_heard_of"}
    (told,) = answer(doc | {"findings": [strange]})
    assert told.startswith("A request that belongs to a broker goes to a name server: found 8 times. This is a known fault")


def with_cause(finding, **cause):
    blank = {"class": "unexplained", "issue": None, "fixed_in": None, "candidates": []}
    return finding | {"cause": finding["cause"] | blank | cause}


def test_a_cause_that_is_not_proven_is_told_by_what_it_can_be():
    doc = analyzed("S-5.3.1-s1")
    (one,) = doc["findings"]
    open_ = with_cause(one, candidates=["a copied configuration", "an early start"])
    (told,) = answer(doc | {"findings": [open_]})
    assert told.endswith("What caused it is not proven. It can be this: a copied configuration; or an early start.")
    (told,) = answer(doc | {"findings": [open_, with_cause(one, candidates=["another"])]})
    assert told.endswith("What caused it is not proven.")


def test_a_known_fault_is_told_without_an_issue_and_beside_other_causes():
    doc = analyzed("S-5.3.1-s1")
    (one,) = doc["findings"]
    (told,) = answer(doc | {"findings": [with_cause(one, **{"class": "known_fault", "fixed_in": "5.1.4"})]})
    assert told.endswith("This is a fault that release 5.1.4 mends.")
    (told,) = answer(doc | {"findings": [one, with_cause(one, **{"class": "failover"})]})
    assert told.endswith("Some of it is a known fault (apache/rocketmq#8963); release 5.3.2 mends it.")
    unmended = one | {"cause": one["cause"] | {"fixed_in": None}}
    (told,) = answer(doc | {"findings": [one, unmended]})
    assert told.endswith("which cannot take them.")


def test_a_step_stands_at_the_time_of_its_line():
    """The deletion of a topic comes before the loop that it makes."""
    (step,) = [s for s in analyzed("C-5.3.0-loop-poplog")["findings"][0]["steps"] if s["what"] == "the topic had been deleted"]
    assert step["from"] < analyzed("C-5.3.0-loop-poplog")["findings"][0]["from"]


def test_a_case_without_findings_says_what_stays_open():
    with case_of([str(TRACES / "S-5.3.1-healthy" / "input.tar.zst")]) as case:
        doc = check_case(case)
        shown = page_of(case, doc)
    assert doc["findings"] == []
    assert answer(doc)[0].startswith("None of the known failures was found")
    assert "No known failure was found" in shown


def test_what_would_decide_is_told_once_with_all_nodes_that_lack_it():
    shown = page(analyzed("C-5.3.0-dead-default"))
    (row,) = [line for line in shown.splitlines() if "<code>pop/acked_message_redelivered</code>" in line]
    assert row.count("would decide: ") == 2
    assert "would decide: pop.log of broker-a-0, broker-a-1, broker-b-0, broker-b-1 lacks the detail" in row
    assert "would decide: store of broker-a-0, broker-a-1, broker-b-0, broker-b-1 is not in the case" in row


def test_of_findings_that_say_the_same_the_first_three_show_their_proof_at_once():
    doc = analyzed("C-5.3.3-noslaveread-default")
    shown = page(doc)
    proofs = "><summary>The proof, step by step</summary>"
    assert (shown.count(f"<details open{proofs}"), shown.count(f"<details{proofs}")) == (3, len(doc["findings"]) - 3)


def test_a_narrowed_page_does_not_call_the_case_healthy():
    doc = analyzed("S-5.3.1-s1") | {"findings": [], "options": {"topic": "T"}, "left_out": 1}
    shown = page(doc)
    assert "<h1>No known failure of what was asked for</h1>" in shown
    assert "Narrowed to topic T: 1 finding left out." in shown
    assert "None of the known failures was found in these logs" not in shown


def test_a_near_miss_is_not_counted():
    shown = page(analyzed("N-5.3.1-wait"))
    assert "1. npe risk window, a near miss: client consumer" in shown


def test_where_nothing_is_found_the_page_says_what_happened_to_the_processes():
    doc = analyzed("H-5.3.3-sigstop")
    (told,) = answer(doc)
    silent = "ns1 and producer wrote nothing for a while and then went on (frozen, quiet, or lines are lost)"
    assert told.endswith(f"What did happen: {silent}.")
    shown = page(doc)
    says = {row["node"]: row["what"] for row in doc["case"]["happened"] if row["what"].startswith("no line of any log")}
    assert says["ns1"] == "no line of any log for 140 s, then it went on: frozen, or its logs were lost"
    assert says["producer"].endswith("nothing to say, frozen, or its logs were lost")
    assert "no line of any log for 140 s" in shown
    assert "<details open><summary>Starts" in shown


@pytest.mark.parametrize(
    ("trace", "told"),
    [
        ("S-5.3.1-noperm", "consumer was refused by a broker when handing messages back."),
        ("S-5.3.3-s1", "consumer could not hand messages back, for no main broker was known."),
    ],
)
def test_where_nothing_is_found_messages_that_could_not_be_handed_back_are_told(trace, told):
    assert answer(analyzed(trace))[0].endswith(told)


def test_what_happened_is_cut_in_its_middle():
    doc = analyzed("H-5.3.3-sigstop")
    rows = [{"from": None, "node": "n", "what": f"event {number} of many"} for number in range(90)]
    shown = page(doc | {"case": doc["case"] | {"happened": rows}})
    places = [shown.index(text) for text in ("event 19 of", "50 more", "event 70 of")]
    assert places == sorted(places)
    assert "event 20 of" not in shown


def test_every_way_a_process_can_end_is_told():
    doc = analyzed("S-5.3.1-healthy")
    said = {
        "a": "no line for 50 s, then its start: it had ended and was started again",
        "b": "its logs just end, 9 s before the last line of the case",
    }
    rows = [{"from": None, "node": node, "what": what} for node, what in said.items()]
    told = answer(doc | {"case": doc["case"] | {"happened": rows}})[0]
    assert told.endswith("What did happen: a ended and was started again; b stopped writing before the end.")


def test_questions_left_open_stand_first():
    shown = page(analyzed("C-5.3.0-dead-default"))
    assert shown.index('class="verdict inconclusive"') < shown.index('class="verdict not_applicable"')
