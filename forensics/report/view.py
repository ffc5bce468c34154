"""How much of a document an output for people shows, and how wide."""

from dataclasses import dataclass


@dataclass(frozen=True)
class View:
    """Columns, whether every line of evidence is quoted, whether only the answer is wanted, whether colours may be used.

    A finding of the severity *fail_on* or above fails a build: where none was asked for, of the severity that `gate` asks for.
    """

    width: int = 110
    full: bool = False
    quiet: bool = False
    colour: bool = False
    fail_on: str = "error"
