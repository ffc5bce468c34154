"""What a message says: one module per class family of RocketMQ, each statement a value."""

import importlib
import pkgutil
from functools import cache

from forensics.statements import stored
from forensics.statements.matching import Matcher, matcher_of
from forensics.statements.template import Statement
from forensics.tables import Table, event_table

_NOT_FAMILIES = {"compiled", "holes", "matching", "stored", "template"}


@cache
def statements() -> dict[str, Statement]:
    """Return every statement by its name, `module.CONSTANT`."""
    families = sorted(m.name for m in pkgutil.iter_modules(__path__) if m.name not in _NOT_FAMILIES)
    named = {}
    for family in families:
        module = importlib.import_module(f"{__name__}.{family}")
        for constant, value in vars(module).items():
            if isinstance(value, Statement):
                named[f"{family}.{constant}"] = value
    return named


@cache
def names() -> dict[int, str]:
    """Return the name of each statement by the identity of its value."""
    return {id(statement): name for name, statement in statements().items()}


@cache
def kind_of_family() -> dict[str, str]:
    """Return the process kind that alone logs a family's statements, for families that declare a `KIND`."""
    modules = {name.partition(".")[0] for name in statements()}
    kinds = {m: getattr(importlib.import_module(f"{__name__}.{m}"), "KIND", None) for m in modules}
    return {family: kind for family, kind in kinds.items() if kind}


@cache
def matcher() -> Matcher:
    """Return the lookup over all statements."""
    every = list(statements().values())
    stored.tell(every)
    return matcher_of(every)


@cache
def event_tables() -> dict[str, Table]:
    """Return the table of every event that some statement fills."""
    columns: dict[str, set[str]] = {}
    throws: set[str] = set()
    for statement in statements().values():
        if statement.event:
            columns.setdefault(statement.event, set()).update(statement.columns)
            if statement.throws:
                throws.add(statement.event)
    return {event: event_table(event, columns[event], event in throws) for event in sorted(columns)}
