"""Statements by how they begin: a tree whose branches are characters, and numbers where a hole takes one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from forensics.statements.template import Statement

A_NUMBER = 1
"""Stands in the tree for a number."""
WIDTH = 128
"""Symbols of the tree: characters of ASCII, of which none is a control character but tab and line feed."""
_NUMERIC = frozenset(b"-0123456789")
PREFIX, SHORTEST = 24, 3
"""How much of a beginning decides what is tried first, and how much a beginning needs to be one, as in `matching`."""
_DEEPEST = 48


@dataclass
class Node:
    """A place in the tree: the text that leads there behind its first symbol, what follows by symbol, and whose end it is."""

    run: bytes
    children: dict[int, int]
    own: list[int]


def tree(values: Sequence[Statement]) -> list[Node]:
    """Return the tree of the beginnings of statements; the first node is its root, and 0 a child that is none."""
    nodes, own = _by_symbol(values)
    for node, following in enumerate(nodes):
        if A_NUMBER in following and not _NUMERIC.isdisjoint(following):
            own[node] += _below(nodes, own, following.pop(A_NUMBER))
    found, waiting = [Node(b"", {}, own[0])], [(0, nodes[0])]
    while waiting:
        number, following = waiting.pop()
        for symbol, first in sorted(following.items()):
            run, child = bytearray(), first
            while not own[child] and len(nodes[child]) == 1 and A_NUMBER not in nodes[child]:
                [(further, child)] = nodes[child].items()
                run.append(further)
            found[number].children[symbol] = len(found)
            waiting.append((len(found), nodes[child]))
            found.append(Node(bytes(run), {}, own[child]))
    return found


def _by_symbol(values: Sequence[Statement]) -> tuple[list[dict[int, int]], list[list[int]]]:
    """Return for each node its children by symbol, and the statements whose beginning ends there."""
    nodes: list[dict[int, int]] = [{}]
    own: list[list[int]] = [[]]
    for number, symbols in _beginnings(values):
        node = 0
        for symbol in symbols:
            if symbol not in nodes[node]:
                nodes[node][symbol] = len(nodes)
                nodes.append({})
                own.append([])
            node = nodes[node][symbol]
        own[node].append(number)
    return nodes, own


def _below(nodes: list[dict[int, int]], own: list[list[int]], node: int) -> list[int]:
    """Return all statements that begin at a node or below it."""
    return [*own[node], *(number for child in nodes[node].values() for number in _below(nodes, own, child))]


def _beginnings(values: Sequence[Statement]) -> Iterator[tuple[int, list[int]]]:
    """Yield the statements that begin with literal text, by their numbers, with their beginnings.

    A beginning goes on behind a number, so that the many statements with the same first words are told apart at once.
    """
    for number, value in enumerate(values):
        symbols: list[int] = []
        if len(value.prefix) < SHORTEST:
            continue
        for (literal, _, kind), (following, _, _) in pairwise(value.pieces):
            symbols += literal.encode()
            if kind != "int" or not following or following[0].isdigit():
                break
            symbols.append(A_NUMBER)
        else:
            symbols += value.pieces[-1][0].encode()
        yield number, list(takewhile(lambda symbol: symbol < WIDTH, symbols[:_DEEPEST]))


def characters_of(statement: Statement) -> tuple[int, int]:
    """Return the characters of a statement's literal text as bits."""
    found = {ord(character) for literal, _, _ in statement.pieces for character in literal}
    return sum(1 << code for code in found if code < 64), sum(1 << (code - 64) for code in found if 64 <= code < 128)
