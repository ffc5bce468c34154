"""Every notebook runs from its first cell to its last, is kept without outputs, and one is kept rendered as it runs."""

import base64
import json
import tempfile
from pathlib import Path

import plotly.graph_objects as go
import polars as pl
import pytest
from browser import browser, chromium
from notebook_runs import NAMES, RENDERED, ROOT, load, outputs, run

_PICTURE = (1100, 60)
"""Width of a kept picture, and the room below its figure."""


@pytest.fixture(autouse=True)
def plain_polars():
    with pl.Config():
        yield


@pytest.mark.parametrize("name", NAMES)
def test_the_notebook_is_kept_without_outputs(name):
    assert [cell for cell in load(name)["cells"] if cell.get("outputs") or cell.get("execution_count")] == []


@pytest.mark.parametrize("name", [name for name in NAMES if name != "tour"])
def test_the_notebook_runs(name):
    shown = [value for _, value, _ in run(name) if value is not None]
    assert any(isinstance(value, pl.DataFrame) and value.height for value in shown)
    assert any(isinstance(value, go.Figure) for value in shown)
    assert [value for value in shown if isinstance(value, list) and value] == []  # what is listed is errors


def test_the_rendered_copy_is_the_tour_as_it_runs(request):
    ran = run("tour")
    if request.config.getoption("--rewrite"):
        rewrite(ran)
    kept = [cell for cell in load(RENDERED)["cells"] if cell["cell_type"] == "code"]
    assert [cell["source"] for cell in kept] == [cell["source"] for cell, _, _ in ran]
    for number, (cell, (_, value, _)) in enumerate(zip(kept, ran, strict=True), 1):
        pictures = [output["data"].get("image/png") for output in cell["outputs"]]
        assert cell["outputs"] == outputs(value, number, pictures[0] if pictures else None)


def rewrite(ran):
    """Write the rendered copy: the tour with what its cells show."""
    notebook = load("tour")
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    for number, (cell, (_, value, _)) in enumerate(zip(code, ran, strict=True), 1):
        cell["execution_count"] = number
        cell["outputs"] = outputs(value, number, picture(value) if isinstance(value, go.Figure) else None)
    text = json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"
    (ROOT / f"{RENDERED}.ipynb").write_text(text, encoding="utf-8")


def picture(figure):
    """Return a figure as a PNG in base64, drawn by a browser."""
    assert chromium(), "a browser draws the pictures of the rendered copy"
    with tempfile.TemporaryDirectory() as directory, browser() as window:
        page = Path(directory) / "figure.html"
        figure.write_html(page, include_plotlyjs=True, config={"displayModeBar": False})
        window.size(_PICTURE[0], figure.layout.height + _PICTURE[1])
        window.open(page)
        window.run("return document.fonts.ready.then(() => true)")
        return base64.b64encode(window.screenshot()).decode()


def test_the_notebooks_are_listed_in_the_readme():
    readme = (ROOT.parent / "README.md").read_text(encoding="utf-8")
    assert [name for name in (*NAMES, RENDERED) if f"notebooks/{name}.ipynb" not in readme] == []
