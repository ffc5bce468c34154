"""Where output goes: a file, written in one step, or the screen, as wide and as colourful as it is."""

import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from forensics.errors import MachineError
from forensics.report.view import View
from forensics.report.writing import in_pieces, write_text

_WIDTH = 110
"""Columns where nothing says how wide the screen is."""


def view_of(full: bool, quiet: bool, output: Path | None, fail_on: str | None) -> View:
    """Return how to show a document: colours only on a terminal that wants them (https://no-color.org)."""
    colour = (
        output is None
        and sys.stdout is not None
        and sys.stdout.isatty()
        and not os.environ.get("NO_COLOR")
        and os.environ.get("TERM") != "dumb"
    )
    return View(width(), full, quiet, colour, fail_on or View.fail_on)


def width() -> int:
    """Return the columns of the screen."""
    return shutil.get_terminal_size((_WIDTH, 40)).columns


def show(text: str | Iterable[str], output: Path | None = None) -> None:
    """Write *text*, whole or in pieces, to *output*, or to standard output; a reader that has seen enough is no error.

    MachineError where standard output cannot be written.
    """
    if output is not None:
        write_text(output, text)
        return
    if sys.stdout is None:
        raise MachineError("standard output", "is closed", "write to a file with --output")
    try:
        for piece in in_pieces(text):
            sys.stdout.buffer.write(piece.encode("utf-8", "backslashreplace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _forget_the_rest()
    except OSError as error:
        _forget_the_rest()
        raise MachineError("standard output", f"cannot be written: {error.strerror}") from None


def _forget_the_rest() -> None:
    """Let what is not written yet go nowhere, or it is tried again at the end of the process."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
