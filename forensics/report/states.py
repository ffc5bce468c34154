"""Rows of the state tables as pictures look them up: by table, and by the columns a mark is drawn for."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

Row = dict[str, Any]


class States:
    """Tables of rows, with an index for each way they have been looked up."""

    def __init__(self, tables: Mapping[str, list[Row]]) -> None:
        self._tables = tables
        self._indexes: dict[tuple[str, tuple[str, ...]], dict[tuple[Any, ...], list[Row]]] = {}

    def __getitem__(self, table: str) -> list[Row]:
        """Return the rows of *table*, none where the case has no such table."""
        return self._tables.get(table, [])

    def of(self, table: str, **wanted: Any) -> list[Row]:
        """Return the rows of *table* whose columns have the values *wanted*."""
        names = tuple(wanted)
        index = self._indexes.get((table, names))
        if index is None:
            index = defaultdict(list)
            for row in self[table]:
                index[tuple(row[name] for name in names)].append(row)
            self._indexes[table, names] = index
        return index.get(tuple(wanted.values()), [])

    def like(self, table: str, subject: Row, names: tuple[str, ...]) -> list[Row]:
        """Return the rows of *table* that agree with *subject* in those of *names* it has; none where it has none of them."""
        known = {name: subject[name] for name in names if name in subject}
        return self.of(table, **known) if known else []
