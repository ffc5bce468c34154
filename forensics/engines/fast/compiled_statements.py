"""All statements compiled: their programs as the arrays that the kernel works with, with a tree of their beginnings."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from forensics import statements
from forensics.engines.fast import stored
from forensics.engines.fast.made_once import made_once
from forensics.engines.fast.programs import Captured, Program, is_bulk, program_of
from forensics.engines.fast.tree import PREFIX, SHORTEST, WIDTH, characters_of, tree
from forensics.statements.template import Statement


class Programs(NamedTuple):
    """All programs as arrays: the kernel's view of `statements`, which gets them as pointers."""

    steps: npt.NDArray[np.int32]
    """Per step: code, where its literal begins, the literal's length, flags."""
    begins: npt.NDArray[np.int32]
    """Per statement, where its steps begin; one more at the end."""
    literals: npt.NDArray[np.uint8]
    children: npt.NDArray[np.uint16]
    """The tree: per node and character, the next node; 0 for none."""
    run_begins: npt.NDArray[np.int32]
    run_lengths: npt.NDArray[np.int32]
    """Per node of the tree, the literal text that leads to it behind its first character."""
    candidates: npt.NDArray[np.int32]
    candidate_begins: npt.NDArray[np.int32]
    """Per node of the tree, the statements that begin so; one more at the end."""
    ranks: npt.NDArray[np.int32]
    """Per statement, its place in the order in which statements are tried."""
    by_run: npt.NDArray[np.int32]
    """The statements that begin with a hole, in their order."""
    by_run_count: int
    needs: npt.NDArray[np.uint64]
    """The characters of their literal text, a bit each, those below 64 and the others: a message without one is none of them."""


@dataclass(frozen=True)
class Compiled:
    """The statements by number, their programs, and those as arrays."""

    statements: tuple[Statement, ...]
    names: tuple[str, ...]
    captures: tuple[tuple[Captured, ...], ...]
    """By statement, what its program keeps."""
    bulk: tuple[bool, ...]
    """Whether a statement's events are made in bulk."""
    arrays: Programs

    def plain(self) -> dict[str, Any]:
        """Return it as values that can be stored."""
        arrays = [one if isinstance(one, int) else (one.dtype.str, one.shape, one.tobytes()) for one in self.arrays]
        captures = [[tuple(one) for one in captures] for captures in self.captures]
        return {"names": list(self.names), "captures": captures, "bulk": list(self.bulk), "arrays": arrays}


@made_once
def compiled() -> Compiled:
    """Return all statements compiled: as they were stored at set-up, else made now."""
    kept = stored.load()
    return restored(kept) if kept else compile_all()


def restored(kept: dict[str, Any]) -> Compiled:
    """Return what `plain` was made of."""
    named = statements.statements()
    captures = tuple(tuple(Captured(*one) for one in captures) for captures in kept["captures"])
    arrays: list[Any] = [one if isinstance(one, int) else np.frombuffer(one[2], one[0]).reshape(one[1]) for one in kept["arrays"]]
    values = tuple(named[name] for name in kept["names"])
    return Compiled(values, tuple(kept["names"]), captures, tuple(kept["bulk"]), Programs(*arrays))


def compile_all() -> Compiled:
    """Compile all statements."""
    named = sorted(statements.statements().items(), key=lambda item: -item[1].literal_chars)
    programs = [program_of(statement) for _, statement in named]
    values = tuple(statement for _, statement in named)
    bulk = tuple(is_bulk(statement) for statement in values)
    captures = tuple(tuple(program.captures) for program in programs)
    return Compiled(values, tuple(name for name, _ in named), captures, bulk, _arrays(values, programs))


def _arrays(values: Sequence[Statement], programs: Sequence[Program]) -> Programs:
    literals = bytearray()
    steps, begins = [], [0]
    for program in programs:
        for code, literal, flags in program.steps:
            written = literal.encode()
            steps.append((code, len(literals), len(written), flags))
            literals += written
        begins.append(len(steps))
    nodes = tree(values)
    children = np.zeros((len(nodes), WIDTH), np.uint16)
    for number, node in enumerate(nodes):
        children[number, list(node.children)] = list(node.children.values())
    runs = np.cumsum([len(literals), *(len(node.run) for node in nodes)])
    literals += b"".join(node.run for node in nodes)
    flat = [number for node in nodes for number in node.own]
    ends = np.cumsum([0, *(len(node.own) for node in nodes)])
    order = sorted(range(len(values)), key=lambda number: (-len(values[number].prefix[:PREFIX]), number))
    by_run = [number for number, value in enumerate(values) if len(value.prefix) < SHORTEST]
    return Programs(
        np.array(steps, np.int32), np.array(begins, np.int32), np.frombuffer(bytes(literals) or b"\0", np.uint8), children,
        runs[:-1].astype(np.int32), np.diff(runs).astype(np.int32), np.array(flat, np.int32), ends.astype(np.int32),
        np.argsort(order).astype(np.int32), np.array(by_run, np.int32), len(by_run),
        np.array([characters_of(values[number]) for number in by_run], np.uint64),
    )  # fmt: skip
