"""Runs a notebook's cells as Jupyter would, without Jupyter: the last expression of a cell is what it shows."""

import ast
import contextlib
import io
import json
from pathlib import Path
from typing import Any

import plotly.graph_objects as go

ROOT = Path(__file__).parent.parent / "notebooks"
RENDERED = "tour_rendered"
"""The one notebook that is kept with its outputs: those of `tour`."""
NAMES = sorted(path.stem for path in ROOT.glob("*.ipynb") if path.stem != RENDERED)

Cell = dict[str, Any]


def load(name: str) -> dict[str, Any]:
    """Return a notebook as it lies on disk."""
    return json.loads((ROOT / f"{name}.ipynb").read_text(encoding="utf-8"))


def run(name: str) -> list[tuple[Cell, Any, str]]:
    """Return each cell of code with what its last expression gives and what it prints; the notebook's folder is the place."""
    space: dict[str, Any] = {"__name__": "__main__"}
    shown = []
    with contextlib.chdir(ROOT):
        for number, cell in enumerate(load(name)["cells"]):
            if cell["cell_type"] == "code":
                with contextlib.redirect_stdout(io.StringIO()) as printed:
                    value = _value("".join(cell["source"]), f"{name}[{number}]", space)
                shown.append((cell, value, printed.getvalue()))
    return shown


def _value(source: str, place: str, space: dict[str, Any]) -> Any:
    tree = ast.parse(source, place)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) and not source.rstrip().endswith(";") else None
    exec(compile(tree, place, "exec"), space)  # noqa: S102 - our own notebook
    return eval(compile(ast.Expression(last.value), place, "eval"), space) if last else None  # noqa: S307 - our own notebook


def outputs(value: Any, number: int, picture: str | None) -> list[Cell]:
    """Return what Jupyter would keep of a cell's value; a figure is kept as a *picture* (PNG, base64), as its script is large."""
    if value is None:
        return []
    data: dict[str, Any] = {"text/plain": _text(value)}
    if picture:
        data["image/png"] = picture
    elif hasattr(value, "_repr_html_") and not isinstance(value, go.Figure):
        data["text/html"] = value._repr_html_().splitlines(keepends=True)
    return [{"output_type": "execute_result", "execution_count": number, "metadata": {}, "data": data}]


def _text(value: Any) -> list[str]:
    return [f"<figure: {value.layout.title.text}>"] if isinstance(value, go.Figure) else repr(value).splitlines(keepends=True)
