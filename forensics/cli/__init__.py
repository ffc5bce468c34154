"""The command line: one module per command, each thin; errors become sentences and exit codes here, once."""

import sys
import traceback

from forensics.errors import ExitCode, ForensicsError


def main() -> None:
    """Run the command line and exit with its documented code."""
    from forensics.cli.app import app

    try:
        sys.exit(app(standalone_mode=False) or 0)
    except ForensicsError as error:
        print(f"rmqf: {error}", file=sys.stderr)  # noqa: T201 - the screen is this module's job
        sys.exit(error.exit_code)
    except Exception as error:  # noqa: BLE001 - what is not ours is a fault of the tool, and says so
        sys.exit(_unexpected(error))


def _unexpected(error: Exception) -> int:
    """Return the exit code of an error that is not ours: the command line's own ones are wrong usage, others our fault."""
    import click

    if isinstance(error, click.exceptions.Exit):
        return error.exit_code
    if isinstance(error, click.ClickException):
        error.show()
        return ExitCode.USAGE
    if isinstance(error, click.Abort):
        return ExitCode.USAGE
    traceback.print_exception(error)
    print("rmqf: this is a fault of the tool; please report the lines above", file=sys.stderr)  # noqa: T201
    return ExitCode.TOOL_FAULT
