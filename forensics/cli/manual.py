"""`rmqf man`: the manual page, made of the commands' own help."""

from typing import Any

import typer

from forensics.cli.shown import show
from forensics.version import VERSION

_EXITS = """\
0 done, and nothing at or above --fail-on; 1 something at or above it, or an expectation not met; 2 wrong usage, no such path, a
bad rule; 3 more inconclusive rules than --max-inconclusive allows; 4 a named input could not be read; 5 a fault of the tool; 6
the machine (disk full, case in use); 130 stopped by the user."""


def man(context: typer.Context) -> None:
    """Print the manual page: rmqf man | man -l -, or rmqf man > rmqf.1."""
    root = context.find_root()
    parts = [f'.TH RMQF 1 "" "rmqf {VERSION}" "RocketMQ forensics"', ".SH NAME", "rmqf \\- " + _escaped(root.command.help or "")]
    parts += [".SH SYNOPSIS", ".B rmqf", "COMMAND [OPTIONS] [ARGUMENTS]", ".SH COMMANDS"]
    for name, command in sorted(_commands(root.command)):
        parts += _section(name, command)
    show("\n".join([*parts, ".SH EXIT STATUS", _escaped(_EXITS)]) + "\n")


def _commands(command: Any, prefix: str = "") -> list[tuple[str, Any]]:
    """Return every command with its full name."""
    inner = getattr(command, "commands", None)
    if inner is None:
        return [(prefix, command)]
    return [found for name, one in inner.items() for found in _commands(one, f"{prefix} {name}".strip())]


def _section(name: str, command: Any) -> list[str]:
    lines = [f".SS {_escaped(name)}", _escaped(" ".join((command.help or "").split()))]
    for parameter in command.params:
        if getattr(parameter, "help", None):
            names = ", ".join(getattr(parameter, "opts", [])) if parameter.param_type_name == "option" else parameter.name.upper()
            lines += [".TP", f".B {_escaped(names)}", _escaped(parameter.help)]
    return lines


def _escaped(text: str) -> str:
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped
