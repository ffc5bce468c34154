"""The page in a real browser: `make test-browser`. It must be quiet, ask for nothing, obey the keyboard, and fit a phone."""

import time

import pytest
from browser import MISSING, browser, chromium
from conftest import TRACES
from hostile import SPITEFUL

from forensics.library import case_of, check_case, page_of
from forensics.report import html
from forensics.report.charts import Chart, Mark, lane, track
from forensics.report.page_data import Excerpts

SHOWN = ("S-5.3.1-s1", "P-5.3.1-poplog", "H-5.3.3-sigstop-closefalse", "N-5.3.1-kill", "C-5.3.0-loop-poplog", "S-5.3.1-healthy")
TAB, ENTER, ESCAPE, LEFT, UP, RIGHT, DOWN = "\ue004", "\ue007", "\ue00c", "\ue012", "\ue013", "\ue014", "\ue015"
EVIL = ("<img src=x onerror=document.title='owned'>", "</script><script>document.title='owned'</script>", *SPITEFUL)


@pytest.fixture(scope="session")
def window():
    if chromium() is None:
        pytest.fail(MISSING, pytrace=False)
    with browser() as opened:
        yield opened


@pytest.fixture(scope="session")
def pages(tmp_path_factory):
    """Give the page of a sample trace, written once."""
    directory, written = tmp_path_factory.mktemp("pages"), {}

    def of(name):
        if name not in written:
            with case_of([str(TRACES / name / "input.tar.zst")]) as case:
                written[name] = directory / f"{name}.html"
                written[name].write_text(page_of(case, check_case(case)), encoding="utf-8")
        return written[name]

    return of


@pytest.fixture
def shown(window, pages):
    """Give a window that shows a trace at a width."""

    def show(name, width=1280, scheme="light"):
        window.size(width)
        window.scheme(scheme)
        window.open(pages(name))
        return window

    return show


def settled(window):
    """Scroll through the page, so that every picture is drawn."""
    for top in range(0, window.run("return document.documentElement.scrollHeight"), 600):
        window.run("scrollTo(0, arguments[0])", top)
        time.sleep(0.05)


@pytest.mark.parametrize("name", SHOWN)
def test_the_page_is_quiet_and_asks_for_nothing(shown, pages, name):
    window = shown(name)
    settled(window)
    assert window.messages() == []
    assert window.requests() == [pages(name).resolve().as_uri()]
    pictures = window.run("return [...document.querySelectorAll('.chart')].map(one => one.querySelectorAll('.mark').length)")
    assert min(pictures) > 0


_CUT = """return [...document.querySelectorAll('.chart text')].filter(text => {
  const own = text.getBoundingClientRect(), picture = text.closest('svg').getBoundingClientRect();
  return own.left < picture.left - 1 || own.right > picture.right + 1;
}).map(text => text.textContent)"""
"""The texts that reach beyond their picture."""


@pytest.mark.parametrize("width", [1280, 768, 390, 320])
@pytest.mark.parametrize("name", SHOWN[:4])
def test_nothing_is_wider_than_the_screen(shown, name, width):
    window = shown(name, width)
    settled(window)
    assert window.run("return document.documentElement.scrollWidth") <= width
    assert window.run(_CUT) == []


def test_what_logs_say_is_text(window, tmp_path):
    marks = [Mark(number * 1_000_000, number * 1_000_000 + 900_000, "route", text, (number,)) for number, text in enumerate(EVIL)]
    rows = [{"record_id": number, "path": text, "line": 1, "byte_offset": 0, "text": text} for number, text in enumerate(EVIL)]
    chart = Chart("t", 0, len(EVIL) * 1_000_000, (lane(EVIL[0], "broker", [track(EVIL[1], marks)]),))
    finding = evil_finding()
    page = tmp_path / "evil.html"
    page.write_text(html.render(evil_document(finding), chart, [chart], Excerpts(rows, set())), encoding="utf-8")
    window.size(1280)
    window.open(page)
    settled(window)
    for number in range(len(EVIL)):
        window.run(
            "document.querySelectorAll('.mark')[arguments[0]].dispatchEvent(new MouseEvent('click', {bubbles: true}))", number
        )
        assert window.run("return document.querySelector('#lines .own') !== null")
    assert window.run("return document.title") != "owned"
    assert window.run("return document.querySelectorAll('img, iframe, #lines script, main script').length") == 0
    assert EVIL[0] in window.run("return document.querySelector('.finding').textContent")
    assert window.messages() == []


def evil_finding():
    cause = {"class": "unexplained", "issue": None, "affected": [], "fixed_in": None, "candidates": list(EVIL)}
    quote = {"node": EVIL[0], "source": "log", "path": EVIL[0], "line": 1, "byte_offset": 0, "text": EVIL[1], "says": EVIL[0]}
    step = {"from": None, "to": None, "node": EVIL[0], "what": EVIL[0], "evidence": [0]}
    return {
        "id": "0" * 16, "rule": "pop/x", "kind": "k", "verdict": "violated", "severity": "error", "occurrences": 1,
        "status": {"state": "new", "reason": None, "expires": None}, "from": None, "to": None, "subject": {"topic": EVIL[0]},
        "cause": cause, "explanation": " ".join(EVIL), "remedy": EVIL[1], "missing": [{"how": EVIL[0]}], "related": [],
        "messages": [{"key": EVIL[0], "message_id": EVIL[1], "topic": EVIL[0], "queue_id": 0, "offset": 0}],
        "steps": [step], "evidence": [quote],
    }  # fmt: skip


def evil_document(finding):
    rule = {"rule": EVIL[0], "kind": "k", "title": EVIL[1], "verdict": "inconclusive", "reason": EVIL[0], "covered": []}
    file = {"path": EVIL[0], "status": "unreadable", "problems": [EVIL[1]]}
    stretch = {"against": EVIL[1], "from": None, "to": None, "ahead_lo_us": 0, "ahead_hi_us": 1, "drift_ppm": None, "moved_us": 0}
    clock = {"says": [EVIL[0]], "stretches": [stretch]}
    node = {"node": EVIL[0], "kind": "broker", "name": EVIL[1], "releases": [EVIL[0]], "coverage": [], "clock": clock}
    return {
        "tool": {"name": "t", "version": "0"}, "findings": [finding], "rules": [rule | {"missing": [{"how": EVIL[1]}]}],
        "bad_rules": [EVIL[0]],
        "case": {
            "inputs": [EVIL[1]], "from": None, "to": None, "nodes": [node], "files": [file],
            "lines": {"read": 1, "understood": 1, "unread": 0},
        },
    }  # fmt: skip


def test_the_keyboard_reaches_marks_and_their_lines(shown):
    window = shown("S-5.3.1-s1")
    window.run("document.querySelector('.chart .tools button:last-of-type').focus()")
    window.press(TAB)
    assert "mark" in window.run("return document.activeElement.getAttribute('class')")
    seen = set()
    for key in (DOWN, DOWN, RIGHT, DOWN, DOWN, LEFT, UP):
        window.press(key)
        seen.add(window.run("return document.activeElement.getAttribute('aria-label')"))
    assert len(seen) >= 5
    window.press(ENTER)
    assert window.run("return !document.getElementById('lines').hidden && document.activeElement.id === 'lines'")
    window.press(ESCAPE)
    assert window.run("return document.getElementById('lines').hidden")
    assert "mark" in window.run("return document.activeElement.getAttribute('class')")


def test_the_keyboard_zooms(shown):
    window = shown("S-5.3.1-s1")
    window.run("document.querySelector('.chart .mark[tabindex=\"0\"]').focus()")
    whole = ticks(window)
    window.press("+")
    window.press("+")
    assert ticks(window) != whole
    window.press("0")
    assert ticks(window) == whole


def test_a_drag_of_the_mouse_zooms_in(shown):
    window = shown("S-5.3.1-s1")
    whole = ticks(window)
    top = int(window.run("return document.querySelector('.chart svg').getBoundingClientRect().top")) + 40
    window.drag((600, top), (700, top + 10))
    assert ticks(window) != whole


def ticks(window):
    return window.run(
        "return [...document.querySelectorAll('.chart')[0].querySelectorAll('text.soft')].slice(0, 3).map(t => t.textContent)"
    )


def test_every_mark_with_lines_shows_them_among_neighbours(shown):
    window = shown("S-5.3.1-s1")
    around = window.run(
        """return [...document.querySelectorAll('.chart')[0].querySelectorAll('.mark')].map(mark => {
          mark.dispatchEvent(new MouseEvent('click', {bubbles: true}));
          return [document.querySelectorAll('#lines li').length, document.querySelectorAll('#lines .own').length];
        })"""
    )
    assert sum(own > 0 and lines > own for lines, own in around) > len(around) * 0.7


def test_the_place_of_a_step_opens_its_line(shown):
    window = shown("P-5.3.1-poplog")
    window.run("document.querySelector('.place').click()")
    quoted = window.run("return document.querySelector('.steps pre').textContent").split(" […]")[0]
    assert window.run("return document.querySelector('#lines .own span').textContent").startswith(quoted[:80])


def test_filters_hide_the_marks_and_tracks_of_others(shown):
    window = shown("H-mixed-clients")
    whole = marks(window)
    topics = window.run("return [...document.querySelector('[name=topic]').options].map(one => one.value).filter(Boolean)")
    assert len(topics) > 1
    choose(window, "topic", topics[0])
    left = marks(window)
    assert 0 < len(left) < len(whole)
    assert set(left) <= set(whole)
    choose(window, "topic", "")
    assert marks(window) == whole


def marks(window):
    return window.run("return [...document.querySelectorAll('.chart')[0].querySelectorAll('.mark')].map(m => m.ariaLabel)")


def test_filters_hide_findings(shown):
    window = shown("C-5.3.0-loop-poplog")
    assert window.run("return [...document.querySelector('[name=severity]').options].map(one => one.value)") == ["", "error"]
    choose(window, "node", "namesrv")
    assert window.run("return [...document.querySelectorAll('.finding')].every(one => one.hidden)")
    choose(window, "node", "")
    assert window.run("return [...document.querySelectorAll('.finding')].every(one => !one.hidden)")


def choose(window, name, value):
    window.run(
        """const one = document.querySelector(`[name=${arguments[0]}]`);
        one.value = arguments[1];
        one.dispatchEvent(new Event('change', {bubbles: true}))""",
        name,
        value,
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(shown, scheme):
    window = shown("S-5.3.1-s1", scheme=scheme)
    for part in ("body", ".quiet", ".finding p", "a, .place", "time"):
        fore, ground = window.run(
            """const one = document.querySelector(arguments[0]);
            let under = one; while (getComputedStyle(under).backgroundColor === 'rgba(0, 0, 0, 0)') under = under.parentElement;
            return [getComputedStyle(one).color, getComputedStyle(under).backgroundColor]""",
            part,
        )
        assert contrast(fore, ground) >= 4.5, part


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_text_on_a_mark_stands_out_from_it_and_no_other_mark_lies_on_it(shown, scheme):
    for name in ("C-5.3.0-loop-poplog", "C-5.3.3-healthy-poplog", "N-5.3.1-kill", "S-5.3.1-s1"):
        window = shown(name, scheme=scheme)
        settled(window)
        labels = window.run(_LABELS)
        assert len(labels) > 5
        assert [told for told, fore, ground, _ in labels if contrast(fore, ground) < 4.5] == []
        assert [told for told, _, _, covered in labels if covered] == []


_LABELS = """const boxes = [...document.querySelectorAll('.mark circle, .mark path')].map(one => one.getBoundingClientRect());
return [...document.querySelectorAll('.mark rect + text.in')].filter(text => text.textContent).flatMap(text => {
  const ground = text.previousElementSibling, own = text.getBoundingClientRect(), fill = getComputedStyle(ground).fill;
  if (!fill.startsWith('rgb') || own.left > ground.getBoundingClientRect().right) return [];
  const lies = box => box.left < own.right && own.left < box.right && box.top < own.bottom && own.top < box.bottom;
  return [[text.textContent, getComputedStyle(text).fill, fill, boxes.some(lies)]];
});"""
"""Each text that stands in a mark: its colour, its ground's, and whether a point lies on it."""


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", SHOWN[:4])
def test_a_text_ends_with_its_mark_and_a_count_stands_clear_of_lines(shown, name, width):
    window = shown(name, width)
    settled(window)
    over = window.run("""
        const box = node => node.getBoundingClientRect(), found = [];
        for (const text of document.querySelectorAll("svg g.mark > text.in")) {
          const bar = box(text.parentNode.querySelector("rect.shape")), own = box(text);
          if (own.left < bar.right && own.right > bar.right + 1) found.push(text.textContent);
        }
        for (const svg of document.querySelectorAll("svg")) {
          const lines = [...svg.querySelectorAll("line.vague")].map(box);
          for (const text of svg.querySelectorAll("text.in")) {
            const own = box(text);
            if (!/^×/.test(text.textContent)) continue;
            if (lines.some(line => line.left < own.right && line.right > own.left && line.top > own.top && line.top < own.bottom))
              found.push(text.textContent);
          }
        }
        return found""")
    assert over == []


def contrast(fore, ground):
    """Return the contrast ratio of WCAG 2 of two colours."""
    lights = sorted(luminance(colour) for colour in (fore, ground))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def luminance(colour):
    parts = [int(part) / 255 for part in colour.partition("(")[2].rstrip(")").split(",")[:3]]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_on_paper_every_picture_is_drawn_and_every_proof_is_open(shown):
    window = shown("P-5.3.1-poplog")
    window.run("window.dispatchEvent(new Event('beforeprint'))")
    window.media("print")
    drawn = window.run("return [...document.querySelectorAll('.chart')].every(one => one.querySelector('.mark'))")
    opened = window.run("return [...document.querySelectorAll('details')].every(one => one.open)")
    hidden = window.run("return getComputedStyle(document.getElementById('filters')).display")
    window.media("screen")
    assert (drawn, opened, hidden) == (True, True, "none")
