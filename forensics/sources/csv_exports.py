"""What log stores export as CSV: a header that names the columns, then a row for each entry, of several lines where a field is.

Kibana, Grafana, Datadog, CloudWatch Insights and SLS name their columns much as their JSON names its fields.
"""

import csv
import json
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, NamedTuple

from forensics.sources import json_lines
from forensics.sources.answers import ENTRY
from forensics.sources.lines import Line

_DELIMITERS = ",;\t"
_LONGEST_ROW = 4 << 20
_NAMES = {name.lower(): name for name in json_lines.NAMES}
"""The fields that are looked for, by how a header may spell them."""
csv.field_size_limit(_LONGEST_ROW)  # a stack trace can be longer than the module's own limit, which ends in an error


class _Header(NamedTuple):
    delimiter: str
    names: list[str]


def rows(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the rows of an export as lines of JSON behind `ENTRY`; *lines* as they are where no header is the first of them.

    A row that has not as many fields as the header stays as it is. The header's bytes are counted with the first row.
    """
    every = iter(lines)
    first = next(every, None)
    header = _header(first.text) if first else None
    if first is None or header is None:
        yield from chain([first] if first else [], every)
        return
    around = first
    for own in _gathered(every):
        for row in _row(own, header):
            yield row.around(around)
            around = around._replace(size=0, rejected=0)
    if around.size:
        yield around


def is_header(text: str) -> bool:
    """Return whether *text* names the columns of an export."""
    return _header(text) is not None


def _header(text: str) -> _Header | None:
    for delimiter in _DELIMITERS:
        names = [_NAMES.get(cell.strip().lower(), cell) for cell in _cells(text, delimiter) or ()]
        if len(names) == len(set(names)) and json_lines.holds_text(names):
            return _Header(delimiter, names)
    return None


def _gathered(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Yield the lines of each row: it ends with a line that leaves no quote open."""
    own: list[Line] = []
    quotes = kept = 0
    for line in lines:
        own.append(line)
        quotes += line.text.count('"')
        kept += len(line.text)
        if quotes % 2 == 0 or kept > _LONGEST_ROW:
            yield own
            own, quotes, kept = [], 0, 0
    if own:
        yield own


def _row(own: list[Line], header: _Header) -> list[Line]:
    cells = _cells("\n".join(line.text for line in own), header.delimiter)
    if cells is None or len(cells) != len(header.names):
        return own
    entry = {name: _value(name, cell) for name, cell in zip(header.names, cells, strict=True)}
    size, rejected = sum(line.size for line in own), sum(line.rejected for line in own)
    return [own[0]._replace(size=size, rejected=rejected, text=ENTRY + json.dumps(entry))]


def _value(name: str, cell: str) -> Any:
    """Return what a *cell* holds: the labels that Grafana writes are an object of JSON."""
    labels = json_lines.parsed(cell) if name == "labels" and cell.startswith("{") else None
    return cell if labels is None else labels


def _cells(text: str, delimiter: str) -> list[str] | None:
    try:
        return next(csv.reader([text], delimiter=delimiter, strict=True), None)
    except csv.Error:
        return None
