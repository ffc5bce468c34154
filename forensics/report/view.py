"""How much of a document an output for people shows, and how wide."""

from dataclasses import dataclass


@dataclass(frozen=True)
class View:
    """Columns, whether every line of evidence is quoted, whether only the answer is wanted, whether colours may be used."""

    width: int = 110
    full: bool = False
    quiet: bool = False
    colour: bool = False
