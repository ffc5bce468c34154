"""Options that several commands share, and how they are read."""

import os
import re
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from forensics.errors import BadUsage
from forensics.report.outputs import NAMES

if TYPE_CHECKING:
    from forensics.engines.local import Reading


class FailOn(StrEnum):
    """The lowest severity that makes the command exit with 1."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


Inputs = Annotated[
    list[str], typer.Argument(help="Logs: files, directories, globs, archives, - for standard input; or one case.")
]
Logs = Annotated[list[str], typer.Argument(help="Logs: files, directories, globs, archives, - for standard input.")]
Nodes = Annotated[
    list[str] | None,
    typer.Option(
        "--node",
        metavar="NAME",
        help="NAME: only what this node took part in. NAME=PATH: what lies under PATH of the input is NAME.",
    ),
]
Naming = Annotated[
    list[str] | None,
    typer.Option("--node", metavar="NAME=PATH", help="NAME=PATH: what lies under PATH of the input is the node NAME."),
]
Zones = Annotated[
    list[str] | None,
    typer.Option(
        "--tz",
        metavar="NODE=ZONE",
        help="NODE=+08:00: the zone of a node whose log prints its own. NODE/broker.log=UTC, NODE/*=UTC: of a log whose "
        "configuration was changed from RocketMQ's GMT+8.",
    ),
]
Releases = Annotated[
    list[str] | None, typer.Option("--release", help="What a node is, whatever its lines show: NODE=5.3.1.", metavar="NODE=X.Y.Z")
]
Patterns = Annotated[
    list[str] | None,
    typer.Option(
        "--pattern",
        metavar="LAYOUT",
        help="Layout of an application's log as its logback or log4j names it: '%d %-5p [%t] %c - %m%n'.",
    ),
]
EngineName = Annotated[
    str,
    typer.Option(
        "--engine",
        metavar="MASTER",
        help="Where to run: local, or a Spark master (spark://HOST:7077, yarn, k8s://…), whose workers see logs and case.",
    ),
]
Memory = Annotated[
    str | None,
    typer.Option("--memory", metavar="SIZE", help="The most memory to take: 512M, 2G. A run that needs more is ended."),
]
Rules = Annotated[Path | None, typer.Option("--rules", metavar="DIR", help="A directory of rules instead of the built-in ones.")]
Format = Annotated[
    str,
    typer.Option("--format", "-f", metavar="NAME", help=f"One of {', '.join(NAMES)}.", autocompletion=lambda: list(NAMES)),
]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file, whole or not at all.")]
All = Annotated[bool, typer.Option("--all", help="Quote every line of evidence, list every message.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="The answer alone.")]
Raw = Annotated[bool, typer.Option("--raw", help="Show secrets, message keys and bodies as they are logged.")]

Html = Annotated[Path | None, typer.Option(metavar="FILE", help="Write the report with its pictures here too: one HTML file.")]
Since = Annotated[str | None, typer.Option(metavar="TIME", help="Only what ended after this UTC time.")]
Until = Annotated[str | None, typer.Option(metavar="TIME", help="Only what began before this UTC time.")]
Topic = Annotated[str | None, typer.Option(metavar="TOPIC", help="Only this topic.")]
Group = Annotated[str | None, typer.Option(metavar="GROUP", help="Only this group.")]
Client = Annotated[str | None, typer.Option(metavar="TEXT", help="Only clients whose id contains this.")]
Threshold = Annotated[FailOn | None, typer.Option(help="Exit with 1 at a finding of this severity or above.")]
MaxInconclusive = Annotated[int | None, typer.Option(metavar="N", min=0, help="Exit with 3 at more undecidable rules than this.")]
Baseline = Annotated[Path | None, typer.Option(metavar="FILE", help="Findings in this file are known and do not count.")]
WriteBaseline = Annotated[Path | None, typer.Option(metavar="FILE", help="Write what is found here as the new baseline.")]
Suppressions = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Findings to live with, each with a reason and a last day (TOML).")
]
Today = Annotated[
    str | None, typer.Option(metavar="DATE", help="The day that last days are compared with; the case's end if not given.")
]
Expect = Annotated[
    Path | None, typer.Option(metavar="FILE", help="What the trace must show and must not (TOML); exit with 1 if not so.")
]

_SIZE = re.compile(r"(\d{1,6})([MG])(?:I?B)?")
_RELEASE = re.compile(r"\d+\.\d+\.\d+")
_ZONE = re.compile(r"(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d\d))?$")


def in_order(case: str, other: str, usage: str) -> None:
    """Raise BadUsage with *usage* where *case* is no path and *other*, which may be none, is one: they were turned round."""
    if os.path.exists(other) and not os.path.exists(case):  # noqa: PTH110 - that of Path raises where it is a long query
        raise BadUsage(f"{other} {case}", "stand in the wrong order", f"rmqf {usage}")


def reading_of(
    nodes: list[str] | None, zones: list[str] | None, patterns: list[str] | None = None, releases: list[str] | None = None
) -> "Reading":
    """Return how to read the input; BadUsage names the option that cannot be meant."""
    from forensics.engines.local import Reading
    from forensics.layouts.pattern import layout_of

    named = dict(_pair("--node", text) for text in nodes or [])
    return Reading(
        {path.rstrip("/"): name for name, path in named.items()},
        {node: _offset_s(zone) for node, zone in (_pair("--tz", text) for text in zones or [])},
        tuple(layout_of(pattern) for pattern in patterns or []),
        {node: _release(release) for node, release in (_pair("--release", text) for text in releases or [])},
    )


def memory_of(text: str | None) -> int | None:
    """Return the bytes that *text* names, None for no limit; BadUsage for what is no size, or too small."""
    if text is None:
        return None
    from forensics import memory

    found = _SIZE.fullmatch(text.upper())
    if not found:
        raise BadUsage(f"--memory {text}", "is not a size", "write it like 512M or 2G")
    size = int(found[1]) * memory.MIB * (1024 if found[2] == "G" else 1)
    if size < memory.LEAST:
        raise BadUsage(f"--memory {text}", f"is less than any case takes: {memory.LEAST // memory.MIB}M")
    return size


def _pair(option: str, text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not (name and equals and value):
        raise BadUsage(f"{option} {text}", "is not NAME=VALUE")
    return name, value


def _release(text: str) -> str:
    if not _RELEASE.fullmatch(text):
        raise BadUsage(f"--release {text}", "is not a release", "write it like 5.3.1")
    return text


def _offset_s(zone: str) -> int:
    if zone.upper() in {"UTC", "GMT", "Z"}:
        return 0
    found = _ZONE.match(zone.upper())
    if not found:
        raise BadUsage(f"--tz {zone}", "is not a zone", "write it like +08:00 or UTC-5")
    seconds = int(found[2]) * 3600 + int(found[3] or 0) * 60
    return seconds if found[1] == "+" else -seconds
