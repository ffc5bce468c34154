"""Every error raised on purpose: what is wrong, at which place, and what to do about it."""

from enum import IntEnum


class ExitCode(IntEnum):
    """The exit codes of every command; of several, `worst` picks the one that counts."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    TOO_INCONCLUSIVE = 3
    UNREADABLE = 4
    TOOL_FAULT = 5
    MACHINE = 6
    STOPPED = 130


_BY_WEIGHT = (
    ExitCode.STOPPED,
    ExitCode.TOOL_FAULT,
    ExitCode.MACHINE,
    ExitCode.USAGE,
    ExitCode.UNREADABLE,
    ExitCode.FINDINGS,
    ExitCode.TOO_INCONCLUSIVE,
    ExitCode.DONE,
)


def worst(codes: list[ExitCode]) -> ExitCode:
    """Return the code that outweighs the others: 130 > 5 > 6 > 2 > 4 > 1 > 3 > 0."""
    return min([*codes, ExitCode.DONE], key=_BY_WEIGHT.index)


class ForensicsError(Exception):
    """An error of the input, the user or the machine: never of the tool itself."""

    exit_code = ExitCode.USAGE

    def __init__(self, place: str, what: str, cure: str = "") -> None:
        super().__init__(place, what, cure)
        self.place, self.what, self.cure = place, what, cure

    def __str__(self) -> str:
        sentence = f"{self.place}: {self.what}" if self.place else self.what
        return f"{sentence} ({self.cure})" if self.cure else sentence


class BadUsage(ForensicsError):
    """An option or argument that cannot be meant."""


class NoSuchInput(ForensicsError):
    """A path or glob that names nothing."""


class NoLogs(ForensicsError):
    """An input that was read and holds no line of any known log."""

    exit_code = ExitCode.UNREADABLE


class BadCase(ForensicsError):
    """A case directory of another version, damaged, or not a case."""

    exit_code = ExitCode.UNREADABLE


class BadRule(ForensicsError):
    """A rule whose page or query does not hold what a rule must hold."""


class Stopped(ForensicsError):
    """The user interrupted the command. What it says is left behind stands in the notes of the interrupt."""

    exit_code = ExitCode.STOPPED

    def __init__(self, interrupt: KeyboardInterrupt) -> None:
        left = "; ".join(getattr(interrupt, "__notes__", ["nothing is left behind"]))
        super().__init__("", f"stopped by the user: {left}")


class MachineError(ForensicsError):
    """The machine does not let us: disk full, case locked by another process."""

    exit_code = ExitCode.MACHINE
