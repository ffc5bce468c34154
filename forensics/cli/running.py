"""A command carried out: errors become sentences and exit codes here, once."""

import gc
import os
import signal
import sys
import traceback
from typing import Any

from forensics import memory
from forensics.errors import ExitCode, ForensicsError, Stopped

_OBJECTS = 200_000
"""How many objects are made between two searches for cycles of them: loading makes many objects and no such cycle."""


def run() -> int:
    """Return the documented exit code of the command line, which is carried out."""
    try:
        memory.share_heap()
        gc.set_threshold(_OBJECTS)
        if sys.stderr is None:  # it was closed: what is told there goes nowhere, and not to the answer
            sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - as long as the process
        _end_in_order()
        return _carried_out()
    except KeyboardInterrupt as interrupt:
        return _stopped(interrupt)


def _carried_out() -> int:
    """Return the exit code of the command that was asked for, whose errors are told."""
    from typer.exceptions import Abort, Exit, TyperException

    from forensics.cli.app import app

    try:
        code = app(standalone_mode=False) or ExitCode.DONE
        return _stopped(KeyboardInterrupt()) if code == ExitCode.STOPPED else int(code)  # typer makes no more of one
    except ForensicsError as error:
        return _told(str(error), error.exit_code)
    except Exit as error:
        return int(error.exit_code)
    except Abort:
        return _told("stopped by the user", ExitCode.USAGE)
    except TyperException as error:
        return _told(_misused(error), ExitCode.USAGE)
    except Exception:  # noqa: BLE001 - what is not one of ours is a fault of the tool, and is shown whole
        traceback.print_exc()
        return _told("this is a fault of the tool; please report the lines above", ExitCode.TOOL_FAULT)


def _stopped(interrupt: KeyboardInterrupt) -> int:
    stopped = Stopped(interrupt)
    return _told(str(stopped), stopped.exit_code)


def _end_in_order() -> None:
    """Remove what is temporary, logs of the incident among it, where a job is cancelled or a session lost, as at an interrupt."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has not both
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, _ended)


def _ended(number: int, _frame: object) -> None:
    sys.exit(_SIGNALLED + number)


_SIGNALLED = 128
"""What shells add to the number of a signal that ended a command."""


def _misused(error: Any) -> str:
    """Return what is wrong with the command line, and which help shows what is right."""
    context = getattr(error, "ctx", None)
    command = " ".join(["rmqf", *context.command_path.split()[1:]]) if context else "rmqf"
    said = error.format_message().replace("Value error, ", "").rstrip(".")
    return f"{said} ({command} --help shows what it takes)"


def _told(sentence: str, code: int) -> int:
    from forensics.report.scrub import one_line

    print(f"rmqf: {one_line(sentence)}", file=sys.stderr)  # noqa: T201 - the screen is this module's job
    return code
