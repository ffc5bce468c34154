"""Functions as commands, whose values are taken as they are where that is all there is to it.

typer loads a library that validates for any value, which takes longer than most commands; texts and paths need no more than their
type, and what was not given needs nothing.
"""

import os
from collections.abc import Callable, Sequence
from inspect import cleandoc
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from forensics.errors import Stopped


def add_command(app: typer.Typer, name: str, function: Callable[..., Any], **settings: Any) -> None:
    """Add a command to *app* whose whole sentence stands in the list of all of them."""
    app.command(name, cls=Command, short_help=cleandoc(function.__doc__ or ""), **settings)(function)


class Command(TyperCommand):
    """A command that asks typer for few of its values."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the parameters, --help among them."""
        return _as_given(super().get_params(ctx))


class Group(TyperGroup):
    """The same of what stands before the command's name."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the parameters, --help among them."""
        return _as_given(super().get_params(ctx))

    def invoke(self, ctx: Any) -> Any:
        """Run the command; Stopped where it is interrupted, of which typer would keep no more than the exit code."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as interrupt:
            raise Stopped(interrupt) from None


def _as_given(parameters: Sequence[Any]) -> list[Any]:
    """Return *parameters*, which ask typer for a value's meaning only where there is one to find; earlier ones ask nobody."""
    for parameter in parameters:
        if hasattr(parameter, "get_runtime_param") and not isinstance(parameter.get_runtime_param, _AsGiven):
            parameter.get_runtime_param = _AsGiven(parameter)
    return list(parameters)


class _AsGiven:
    """What makes a parameter's value of its text, in the place of what typer makes it with."""

    def __init__(self, parameter: Any) -> None:
        self._typers = parameter.get_runtime_param
        self._wanted = parameter.type_descriptor.annotation

    def __call__(self) -> "_AsGiven":
        return self

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return what the command is called with for *value*, None where it was not given."""
        many = param.multiple or param.nargs == -1
        if value is None:
            return () if many else None
        if many and self._wanted == list[str] and all(isinstance(one, str) for one in value):
            return list(value)
        if not many and self._wanted in (str, Path) and isinstance(value, str) and _may_be_read(value, self._wanted):
            return self._wanted(value)
        if not many and isinstance(self._wanted, type) and isinstance(value, self._wanted):
            return value
        return self._typers().coerce(value, param=param, ctx=ctx)


def _may_be_read(value: str, wanted: type) -> bool:
    """Return whether *value*, if it is a path of something, is of what may be read: typer says so where it may not."""
    return wanted is not Path or not Path(value).exists() or os.access(value, os.R_OK)
