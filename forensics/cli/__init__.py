"""The command line: one module per command, each thin. Nothing is loaded before an interrupt can be told of."""

import sys

_STOPPED = 130
"""As `ExitCode.STOPPED`."""


def main() -> None:
    """Run the command line and exit with its documented code."""
    try:
        from forensics.cli.running import run
    except KeyboardInterrupt:
        if sys.stderr is not None:
            sys.stderr.write("rmqf: stopped by the user: nothing is left behind\n")
        sys.exit(_STOPPED)
    sys.exit(run())
