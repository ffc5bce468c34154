"""Which queries can return no row because tables they read are empty: most rules of a case are about what it does not have.

Planning a query costs more than running it over tables of this size. What is said here is read off the query's own tree, as
DuckDB parses it, and holds for any contents of the other tables; where it cannot be said, the query runs.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from forensics.findings import stored
from forensics.findings.bounded import bounded

if TYPE_CHECKING:
    import duckdb

Tree = Mapping[str, Any]
Condition = bool | str | tuple[str, Sequence[Any]]
"""What must be empty: a table by its name, or `all` or `any` with the conditions it is said of; or whether it is so anyway."""
_BOTH = {"INNER", "SEMI"}
_LEFT = {"LEFT", "ANTI"}


def returns_nothing(query: str, empty: Collection[str]) -> bool:
    """Return whether *query* returns no row for certain where the tables *empty* have none."""
    return _holds(_condition(query), frozenset(empty))


def conditions(queries: Iterable[str]) -> dict[str, Condition]:
    """Return for each of *queries* under which condition it returns no row."""
    return {query: condition_of(query) for query in queries}


@cache
def condition_of(query: str) -> Condition:
    """Return which tables must be empty so that *query* returns no row for certain."""
    tree = _tree(query)
    return tree is not None and _no_row(tree, {})


def _condition(query: str) -> Condition:
    """Return the same, as set-up keeps it of our own rules."""
    kept: Mapping[str, Condition] = stored.load()
    return kept[query] if query in kept else condition_of(query)


def _holds(condition: Condition, empty: frozenset[str]) -> bool:
    if isinstance(condition, bool | str):
        return condition if isinstance(condition, bool) else condition in empty
    said, parts = condition
    return (all if said == "all" else any)(_holds(part, empty) for part in parts)


def _said(how: str, parts: Sequence[Condition]) -> Condition:
    """Return the condition that `all` or `any` of *parts* hold."""
    decides = how == "any"
    open_parts = [part for part in parts if not isinstance(part, bool)]
    if any(part is decides for part in parts):
        return decides
    if len(open_parts) < 2:
        return open_parts[0] if open_parts else not decides
    return (how, open_parts)


def _tree(query: str) -> Tree | None:
    """Return the tree of the one statement of *query*; None where it is no such."""
    with bounded(_parser()) as parser:
        (text,) = parser.execute("SELECT json_serialize_sql(?::VARCHAR)", [query]).fetchone() or ("{}",)
    statements = json.loads(text).get("statements", [])
    return statements[0]["node"] if len(statements) == 1 else None


@cache
def _parser() -> "duckdb.DuckDBPyConnection":
    import duckdb  # takes a while to load, and what set-up kept needs none

    parser = duckdb.connect(":memory:", config={"threads": 1})
    parser.execute("SET enable_progress_bar = false")  # it would stand on standard output, before the document
    return parser


@cache
def _aggregates() -> frozenset[str]:
    rows = _parser().execute("SELECT function_name FROM duckdb_functions() WHERE function_type = 'aggregate'").fetchall()
    return frozenset(name for (name,) in rows) | {"count_star"}


def _no_row(node: Tree, named: Mapping[str, Condition]) -> Condition:
    """Return when a query's *node* gives no row; *named* says it of each common table expression."""
    for entry in (node.get("cte_map") or {}).get("map", ()):
        named = {**named, entry["key"].lower(): _no_row(_query_of(entry["value"]), named)}
    if node["type"] == "SELECT_NODE":
        return (_grouped(node) or not _aggregating(node)) and _no_source(node["from_table"], named)
    if node["type"] == "SET_OPERATION_NODE":
        parts = [_no_row(part, named) for part in _parts(node)]
        return parts[0] if node["setop_type"] == "EXCEPT" else bool(parts) and _said("all", parts)
    return False


def _query_of(expression: Tree) -> Tree:
    node: Tree = expression.get("query_node") or expression["query"]["node"]
    return node


def _parts(node: Tree) -> list[Tree]:
    parts: list[Tree] = node.get("children") or [node["left"], node["right"]]
    return parts


def _grouped(node: Tree) -> bool:
    """Return whether rows come of groups alone: without any, or with a total beside them, no rows still give one."""
    return bool(node["group_expressions"]) and bool(node["group_sets"]) and all(node["group_sets"])


def _aggregating(node: Tree) -> bool:
    asked = [node["select_list"], node["having"], node["qualify"]]
    return node["aggregate_handling"] != "STANDARD_HANDLING" or any(name in _aggregates() for name in _functions(asked))


def _functions(part: Any) -> Iterator[str]:
    """Yield the name of every function in *part*, in its subqueries too."""
    if isinstance(part, dict):
        if part.get("class") == "FUNCTION":
            yield str(part["function_name"]).lower()
        part = list(part.values())
    if isinstance(part, list):
        for own in part:
            yield from _functions(own)


def _no_source(source: Tree | None, named: Mapping[str, Condition]) -> Condition:
    """Return when what a query selects from gives no row."""
    match source:
        case {"type": "BASE_TABLE", "table_name": str(name), "schema_name": "", "catalog_name": ""}:
            return named.get(name.lower(), name.lower())
        case {"type": "SUBQUERY", "subquery": {"node": node}}:
            return _no_row(node, named)
        case {"type": "JOIN", "join_type": kind, "ref_type": ref, "left": left, "right": right} if ref != "POSITIONAL":
            none = _no_source(left, named), _no_source(right, named)
            return _said("any", none) if kind in _BOTH else none[0] if kind in _LEFT else _said("all", none)
    return False
