"""What lies in two files counts once: copies, files that lie inside another, and an end that is another's beginning.

Bundles overlap where a log was collected twice while it grew, or its tail was.
"""

import re
from codecs import BOM_UTF8
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import pairwise
from typing import BinaryIO

from blake3 import blake3

from forensics.engines.engine import HERE, Engine, Task
from forensics.engines.printed import Span, spans_of
from forensics.engines.same_bytes import PIECE, bytes_of, pieces_of, read, shared, skip
from forensics.engines.survey import Surveyed
from forensics.engines.two_nodes import two_nodes
from forensics.sources.archives import DAMAGE
from forensics.sources.place import kind_of_name

_BEGINNING = 1 << 16
"""Bytes in which a file is searched for the line that it is known by."""
LEAST_SHARED = 2_048
"""Bytes that an overlap of two files must have where it does not begin both: fewer are two nodes that did the same at once."""
SAME = _COPY, _WITHIN, _BEGINNING_OF = "the same lines as ", "lies in ", "the beginning of "
"""How a file is told of that lies in another one, whose path follows."""
_FEW = 4
"""So many lines are looked for one by one, which is faster than looking at every line."""
_MANY = 64
"""Of so many lines it is worth knowing which can be in a file at all, before it is looked through."""
_MOST_HITS = 16
"""How often a line of one file is looked at in another."""
_CLOCK = re.compile(rb"\d\d:\d\d:\d\d")
_DIGIT = re.compile(rb"\d")


@dataclass(frozen=True)
class Overlaps:
    """By path: why a file is left out; from where to where its bytes lie in another too, with the reason.

    An overlap has `least` bytes where it does not begin both files.
    """

    least: int
    left_out: dict[str, str] = field(default_factory=dict)
    ends: dict[str, tuple[int, int, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class _Known:
    """A file, and the line it is known by in others: the bytes `before` it may begin with half a line, as `tail -c` cuts one."""

    one: Surveyed
    first_us: int
    before: bytes
    line: bytes

    @property
    def path(self) -> str:
        return self.one.source.path


def once(surveyed: Sequence[Surveyed], engine: Engine = HERE) -> list[Surveyed]:
    """Return *surveyed* such that no byte is read of two files: copies are duplicates, and so is an end that begins another.

    What cannot be read whole is compared with none. Of the same bytes that two processes printed both count.
    """
    groups = [group for group in _alike(surveyed).values() if len(group) > 1]
    tasks = [Task(group, group[0].source.path, tuple(p for one in group for p in one.source.places)) for group in groups]
    found = Overlaps(LEAST_SHARED)
    for of_group in engine.each(partial(overlaps_of, least=LEAST_SHARED), tasks):
        found.left_out.update(of_group.left_out)
        found.ends.update(of_group.ends)
    own = two_nodes(surveyed, _copies(found))
    for path in own:
        del found.left_out[path]
    return [part for one in surveyed for part in _parts(replace(one, own=one.source.path in own), found)]


def _copies(found: Overlaps) -> dict[str, str]:
    """Return the path of each file that is left out for one with the same bytes, with that of the other, which is read whole."""
    copies = {path: told.removeprefix(_COPY) for path, told in found.left_out.items() if told.startswith(_COPY)}
    return {path: first for path, first in copies.items() if first not in found.left_out and first not in found.ends}


def _parts(one: Surveyed, found: Overlaps) -> Iterator[Surveyed]:
    path = one.source.path
    if path in found.left_out:
        yield replace(one, status="duplicate", problems=(found.left_out[path],))
    elif path in found.ends:
        begin, end, told = found.ends[path]
        yield replace(one, source=replace(one.source, span=(0, begin)))
        rest = replace(one.source, path=f"{path} (its last {end - begin} bytes)", span=(begin, end))
        yield replace(one, source=rest, status="duplicate", problems=(told,))
    else:
        yield one


def _alike(surveyed: Sequence[Surveyed]) -> Mapping[str, list[Surveyed]]:
    """Return the files that can be of one log: by its name where RocketMQ gives it, else all others together.

    One under another name that begins as one of RocketMQ's does may be its copy, and so may one whose name holds that of another:
    pop_tail.log lies beside the pop.log that it was taken from.
    """
    looks = [
        (one, one.look)
        for one in surveyed
        if one.status == "read" and one.look and not one.look.stream and not one.look.newest_first and not one.look.problems
    ]
    begun = {look.first_line: one.place.stem for one, look in looks if _is_named(one)}
    named = sorted(set(begun.values()), key=lambda stem: (-len(stem), stem))
    alike: dict[str, list[Surveyed]] = defaultdict(list)
    for one, look in looks:
        held = next((stem for stem in named if stem in one.place.stem), "")
        alike[one.place.stem if _is_named(one) else begun.get(look.first_line, held)].append(one)
    return alike


def _is_named(one: Surveyed) -> bool:
    """Return whether a file has a name that RocketMQ gives."""
    return kind_of_name(one.place.stem) is not None


def overlaps_of(group: Sequence[Surveyed], least: int) -> Overlaps:
    """Return what lies in two of a *group* of files that may be of one log, of *least* bytes where it does not begin both."""
    found = Overlaps(least)
    files = sorted(_known(_distinct(group, found)), key=lambda file: (file.first_us, file.path))
    lines: dict[bytes, list[_Known]] = defaultdict(list)
    for file in files:
        lines[file.line].append(file)
    begun = Counter(file.first_us for file in files)
    following = dict(pairwise(sorted(begun)))
    for file in files:
        at_once = begun[file.first_us] > 1
        with suppress(*DAMAGE):
            for span in spans_of(file.one, file.first_us, at_once, following.get(file.first_us)):
                _look_through(file, span, lines, found)
    return found


def _distinct(group: Sequence[Surveyed], found: Overlaps) -> Iterator[Surveyed]:
    """Yield one of each that have the same lines, one with RocketMQ's name first; those that begin with one line are hashed."""
    alike = Counter(one.look.first_line for one in group if one.look)
    first: dict[str, str] = {}
    for one in sorted(group, key=lambda one: (not _is_named(one), one.place.copied, one.source.path)):
        digest = _digest(one) if one.look and alike[one.look.first_line] > 1 else None
        if digest in first:
            found.left_out[one.source.path] = f"{_COPY}{first[digest]}"
            continue
        if digest:
            first[digest] = one.source.path
        yield one


def _digest(one: Surveyed) -> str | None:
    """Return the hash of a file's bytes but for its mark and how its lines end, None where it cannot be read whole."""
    digest, held = blake3(), b""
    try:
        with one.source.open() as stream:
            mark = BOM_UTF8
            while piece := stream.read(PIECE):
                data, mark = held + piece.removeprefix(mark), b""
                held = b"\r" if data.endswith(b"\r") else b""
                digest.update(data.removesuffix(b"\r").replace(b"\r\n", b"\n") if b"\r" in data else data)
    except DAMAGE:
        return None
    digest.update(held)
    return digest.hexdigest()


def _known(group: Iterable[Surveyed]) -> Iterator[_Known]:
    """Yield each file with its first line that prints a time and is not its first, or the first that there is."""
    for one in group:
        try:
            with one.source.open() as stream:
                beginning = read(stream, _BEGINNING)
        except DAMAGE:
            continue
        lines = beginning.split(b"\n")[:-1]
        if not lines or b"\0" in beginning:
            continue
        number = next((n for n, line in enumerate(lines) if n and _CLOCK.search(line)), 0)
        before = b"".join(line + b"\n" for line in lines[:number])
        yield _Known(one, one.first_us or 0, before, lines[number])


def _may_lie_in(other: _Known, file: _Known) -> bool:
    return other is not file and other.first_us >= file.first_us


def _look_through(file: _Known, span: Span, lines: Mapping[bytes, Sequence[_Known]], found: Overlaps) -> None:
    """Search a *span* of *file* for the *lines* that others are known by, and compare from there."""
    hits: Counter[str] = Counter()
    possible: Collection[bytes] = lines
    if len(lines) <= _MANY:
        possible = {line for line, known in lines.items() if any(_may_lie_in(one, file) for one in known)}
    with file.one.source.open() as stream:
        for at, line in _lines_of(stream, span, possible):
            for other in (one for one in lines[line] if _may_lie_in(one, file)):
                hits[other.path] += 1
                named = {file.path, other.path}
                if hits[other.path] > _MOST_HITS or named & found.left_out.keys():
                    continue
                _compare(file, other, at, found)


def _lines_of(stream: BinaryIO, span: Span, wanted: Collection[bytes]) -> Iterator[tuple[int, bytes]]:
    """Yield offset and bytes of the lines of *stream* that are *wanted* and end in a *span* of it."""
    offset, rest = span[0], b""
    skip(stream, offset)
    while offset + len(rest) < span[1] and (piece := stream.read(PIECE)):
        data = rest + piece
        if len(wanted) > _FEW or any(line in data for line in wanted):
            at = offset
            for line in data.split(b"\n")[:-1]:
                if line in wanted:
                    yield at, line
                at += len(line) + 1
        rest = data[data.rfind(b"\n") + 1 :]
        rest = rest if len(rest) < PIECE else b""
        offset += len(data) - len(rest)
    if rest in wanted:  # cut right before its end
        yield offset, rest


def _compare(file: _Known, other: _Known, at: int, found: Overlaps) -> None:
    """Note what *file* shares with the beginning of *other*, whose line stands in it at *at*."""
    half = other.before.find(b"\n") + 1 if _may_be_half(other) else 0
    for skipped in (0, half) if half else (0,):
        begin = at - len(other.before) + skipped
        if begin < 0 or (not skipped and begin and bytes_of(file.one.source, begin - 1, begin) != b"\n"):
            continue
        same, other_ends, end = shared(file.one.source, begin, other.one.source, skipped)
        if same:
            _note(file, other, (begin, end), other_ends, found)
            return


def _may_be_half(file: _Known) -> bool:
    """Return whether *file* begins otherwise than its dated line does: the line of a record that begins it is whole."""
    clock = _CLOCK.search(file.line)
    end = clock.end() if clock else 0
    return not end or _DIGIT.sub(b"0", file.before[:end]) != _DIGIT.sub(b"0", file.line[:end])


def _note(file: _Known, other: _Known, span: Span, other_ends: bool, found: Overlaps) -> None:
    begin, end = span
    if begin and (end - begin < found.least or (_were_rotated(file, other) and not _tells_two_times(file, span))):
        return
    if other_ends:
        found.left_out[other.path] = f"{_WITHIN if begin else _BEGINNING_OF}{file.path}"
    elif not begin:
        found.left_out[file.path] = f"{_BEGINNING_OF}{other.path}"
    elif file.path not in found.ends or begin < found.ends[file.path][0]:
        found.ends[file.path] = (begin, end, f"{_BEGINNING_OF}{other.path}")


def _were_rotated(file: _Known, other: _Known) -> bool:
    """Return whether two files are one node's log before and after a rotation, by their names."""
    one, two = file.one.place, other.one.place
    of_one_log = (one.directory, one.series) == (two.directory, two.series) and not (one.copied or two.copied)
    return of_one_log and one.index != two.index


def _tells_two_times(file: _Known, span: Span) -> bool:
    """Return whether a *span* of a log prints more than one time: records of one second can be printed again after a rotation."""
    times: set[bytes] = set()
    for piece in pieces_of(file.one.source, *span):
        times.update(_CLOCK.findall(piece))
        if len(times) > 1:
            return True
    return False
