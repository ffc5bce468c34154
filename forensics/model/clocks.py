"""How far the clocks of a case are apart, from what two nodes saw of one thing.

A clock's offset is what it shows ahead of the clock of a reference node. Where A happened on one node before B on another, the
later line cannot show less than the earlier one by more than the clocks are apart: offset(B's) - offset(A's) is at most B's
time - A's time. Such bounds, one way and the other, give an interval for every clock that they connect: the shortest paths
over them (a system of difference constraints). Bounds that contradict each other show a clock that was set, or that runs
faster or slower; or, where nothing of the kind fits all of them, that a process woke too late for an answer to be one.

Times and offsets in microseconds.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from forensics.model.clock_offsets import NOTABLE_US, Offset, Point, Stretch, stretches

_CANDIDATES = 20
"""So many nodes are tried as the reference."""


@dataclass(frozen=True)
class Edge:
    """`before` happened on one node, `after` on another, and not earlier.

    `bound` is the latest reading of the one less the earliest of the other: offset(after's) - offset(before's) is at most it.
    `sure`: the order holds however late a process came to do its part; otherwise only while none was frozen.
    """

    before: str
    after: str
    bound: int
    before_at: int
    after_at: int
    sure: bool
    record_ids: tuple[int, int]


@dataclass(frozen=True)
class Clock:
    """What is known of one node's clock against a reference: its stretches in order, none where nothing is; and what shows it.

    `unlike`: it may agree with the reference, but not together with another clock that may as well.
    """

    node: str
    reference: str | None = None
    stretches: tuple[Stretch, ...] = ()
    contradicts: bool = False
    unlike: bool = False
    record_ids: tuple[int, ...] = ()


class Ends(NamedTuple):
    """A node's times, as they are read, are ahead of the reference's by at least `lo`, at most `hi`; None: nothing bounds it."""

    reference: str
    lo: int | None
    hi: int | None


def fit(edges: Sequence[Edge], nodes: Sequence[str], set_back: Collection[str] = ()) -> dict[str, Clock]:
    """Return the clock of each of *nodes*, which stand in order: the first are believed before the last.

    Nodes that nothing connects have references of their own. The clocks of *set_back* are known not to have one offset.
    """
    kept, odd = _consistent(edges, nodes, set_back)
    clocks = {node: Clock(node) for node in nodes}
    base: dict[str, tuple[str, Offset]] = {}
    for together in _connected(kept, [node for node in nodes if node not in odd]):
        reference = _reference(kept, [node for node in together if node not in set_back] or together)
        base |= {node: (reference, offset) for node, offset in _offsets(kept, reference).items()}
    unlike = _unlike(kept, {node: offset for node, (_, offset) in base.items()})
    clocks |= {node: replace(_plain(node, *found, kept), unlike=node in unlike) for node, found in base.items()}
    for node in odd:
        clocks[node] = _changing(node, [edge for edge in edges if node in (edge.before, edge.after)], base)
    return clocks


def _connected(edges: Sequence[Edge], nodes: Sequence[str]) -> list[list[str]]:
    """Return the groups of two nodes or more that edges connect, each in the order of *nodes*."""
    group = {node: node for node in nodes}
    for edge in edges:
        one, other = group[edge.before], group[edge.after]
        group |= {node: one for node, own in group.items() if own == other} if one != other else {}
    groups = [[node for node in nodes if group[node] == own] for own in dict.fromkeys(group.values())]
    return [own for own in groups if len(own) > 1]


def _unlike(edges: Iterable[Edge], offsets: Mapping[str, Offset]) -> set[str]:
    """Return the nodes whose clocks are left as they are, though an edge shows that not all of these can be right."""
    off = {node: offset.correction for node, offset in offsets.items()}
    broken = (e for e in edges if {e.before, e.after} <= off.keys() and off[e.after] - off[e.before] > e.bound + NOTABLE_US)
    return {
        node for edge in broken for node in (edge.before, edge.after) if not offsets[node].agrees and not offsets[node].notable
    }


def _plain(node: str, reference: str, offset: Offset, edges: Sequence[Edge]) -> Clock:
    own = [edge for edge in edges if node in (edge.before, edge.after)]
    return Clock(node, reference, (Stretch(None, None, offset),), record_ids=_proof(own, node))


def _proof(edges: Sequence[Edge], node: str) -> tuple[int, ...]:
    """Return the records of the two edges that bound the node's clock most, one from each side."""
    ways = ([edge for edge in edges if edge.before == node], [edge for edge in edges if edge.after == node])
    best = [min(way, key=lambda edge: (edge.bound, edge.record_ids)) for way in ways if way]
    return tuple(sorted({record for edge in best for record in edge.record_ids}))


def _consistent(edges: Sequence[Edge], nodes: Sequence[str], set_back: Collection[str]) -> tuple[list[Edge], list[str]]:
    """Return the edges of the clocks that fit each other by one offset each, and the nodes whose clocks do not."""
    left, odd = list(edges), []
    while cycle := _contradiction(left, nodes):
        blamed = max(cycle, key=lambda node: (node in set_back, _fits_without(left, node, nodes), nodes.index(node)))
        odd.append(blamed)
        left = [edge for edge in left if blamed not in (edge.before, edge.after)]
    return left, odd


def _fits_without(edges: Sequence[Edge], node: str, nodes: Sequence[str]) -> bool:
    return not _contradiction([edge for edge in edges if node not in (edge.before, edge.after)], nodes)


def _tightest(edges: Iterable[Edge]) -> dict[tuple[str, str], int]:
    best: dict[tuple[str, str], int] = {}
    for edge in edges:
        key = edge.before, edge.after
        best[key] = min(edge.bound, best.get(key, edge.bound))
    return best


def _contradiction(edges: Sequence[Edge], nodes: Sequence[str]) -> list[str]:
    """Return the nodes of a cycle of bounds that no offsets satisfy, none where there is no such cycle."""
    if not edges:
        return []
    bounds = sorted(_tightest(edges).items())
    distance, came = dict.fromkeys(nodes, 0), dict.fromkeys(nodes, "")
    last = ""
    for _ in nodes:
        last = ""
        for (before, after), bound in bounds:
            if distance[before] + bound < distance[after]:
                distance[after], came[after], last = distance[before] + bound, before, after
        if not last:
            return []
    for _ in nodes:
        last = came[last]
    cycle, node = [last], came[last]
    while node != last:
        cycle.append(node)
        node = came[node]
    return cycle


def _reference(edges: Sequence[Edge], nodes: Sequence[str]) -> str:
    """Return the node that most clocks are known to agree with, else that fewest are known not to; the first of several.

    Against a node to which all clocks are bounded loosely, or on one side alone, nothing shows which of them is off.
    """

    def agreeing(node: str) -> tuple[int, int]:
        offsets = _offsets(edges, node).values()
        return sum(offset.agrees for offset in offsets), sum(not offset.notable for offset in offsets)

    return max(nodes[:_CANDIDATES], key=agreeing)


def _offsets(edges: Sequence[Edge], reference: str) -> dict[str, Offset]:
    """Return the interval of every clock that edges connect to the *reference*."""
    bounds = _tightest(edges)
    at_most = _shortest(bounds, reference)
    at_least = _shortest({(after, before): bound for (before, after), bound in bounds.items()}, reference)
    return {
        node: Offset(None if node not in at_least else -at_least[node], at_most.get(node))
        for node in sorted({*at_most, *at_least})
    }


def _shortest(bounds: dict[tuple[str, str], int], start: str) -> dict[str, int]:
    """Return the length of the shortest path from *start* to each node; the graph has no cycle below zero."""
    distance = {start: 0}
    changed = True
    while changed:
        changed = False
        for (before, after), bound in bounds.items():
            if before in distance and distance[before] + bound < distance.get(after, distance[before] + bound + 1):
                distance[after] = distance[before] + bound
                changed = True
    return distance


def _changing(node: str, edges: Sequence[Edge], base: dict[str, tuple[str, Offset]]) -> Clock:
    """Return the clock of a node that no one offset fits: set once, or drifting; else by its sure bounds; else unknown."""
    proof = _proof(edges, node)
    others = [base[other][0] for edge in edges for other in (edge.before, edge.after) if other in base]
    reference = others[0] if others else None
    for some in (edges, [edge for edge in edges if edge.sure]):
        points = _points(node, some, {other: offset for other, (own, offset) in base.items() if own == reference})
        if found := stretches(points):
            return Clock(node, reference, found, contradicts=some is not edges, record_ids=proof)
    return Clock(node, reference, (), contradicts=True, record_ids=proof)


def _points(node: str, edges: Iterable[Edge], base: dict[str, Offset]) -> list[Point]:
    points = []
    for edge in edges:
        other = base.get(edge.before if edge.after == node else edge.after)
        if edge.after == node and other and other.hi is not None:
            points.append(Point(edge.after_at, edge.bound + other.hi, lower=False))
        elif edge.before == node and other and other.lo is not None:
            points.append(Point(edge.before_at, other.lo - edge.bound, lower=True))
    return sorted(points)


def corrections(clock: Clock, end: int) -> tuple[tuple[int, int], ...]:
    """Return what to take off the clock's times, as corners of a line (time by the clock, correction); none where nothing is.

    Before the first corner and after the last it stays as there. Between two stretches nobody knows when the clock was changed:
    the line leads from one to the other, so that no two lines of a node change places.
    """
    corners: list[tuple[int, int]] = []
    for stretch in clock.stretches:
        value = stretch.offset.correction
        if stretch.drift and stretch.start is not None:
            middle = ((stretch.offset.lo or 0) + (stretch.offset.hi or 0)) // 2
            corners += [(stretch.start, middle), (end, middle + round(stretch.drift * (end - stretch.start)))]
        else:
            corners += [(at, value) for at in (stretch.start, stretch.end) if at is not None] or [(0, value)]
    return tuple(corners) if any(value for _, value in corners) else ()


def ends(clock: Clock, *, moved: bool) -> Ends | None:
    """Return what bounds a clock's times, which were *moved* by its correction or not; None where it changes, or is unknown."""
    if clock.reference is None or len(clock.stretches) != 1 or clock.stretches[0].drift:
        return None
    offset = clock.stretches[0].offset
    by = offset.correction if moved else 0
    return Ends(clock.reference, *(None if end is None else end - by for end in offset))


def doubt(clock: Clock) -> int | None:
    """Return how far the clock's corrected times may be off against other nodes; None where nothing bounds that."""
    if clock.contradicts and not clock.stretches:
        return None
    doubts = [stretch.offset.reach if clock.unlike else stretch.offset.doubt for stretch in clock.stretches]
    known = [one for one in doubts if one is not None]
    return None if len(known) < len(doubts) else max(known, default=0)
