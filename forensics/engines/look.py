"""A first look at one file: how its lines are wrapped, which layouts they have, and whose they are."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import BinaryIO, cast

from forensics import statements
from forensics.engines.guessed import guessed
from forensics.layouts import COMMON, OWN, client, configuration, rocksdb
from forensics.layouts.inferred import DATE
from forensics.layouts.languages import RUST, language_of
from forensics.layouts.layout import Layout
from forensics.layouts.records import PEEK_LINES, Record, begin, joined, layouts_of
from forensics.sources import csv_exports, narrow
from forensics.sources.archives import DAMAGE, packing_of, unread
from forensics.sources.careful import Careful
from forensics.sources.disguised import is_base64, is_escaped, is_shown, plain
from forensics.sources.find import Source
from forensics.sources.gathered import is_bare
from forensics.sources.lines import UTF_8, Line, encoding_of, lines_from, peeked, split_lines
from forensics.sources.searched import is_header
from forensics.sources.wrappers import HTML, Wrapping, margin_around, nested, streams_of, unwrapped, width_around, wrappings_of

_BEGINNING = 1 << 20
"""Bytes that tell whether a file was escaped."""
_PEEK_CHARS = 4 << 20
"""Characters of the lines that are looked at first."""
_DEEPEST = 3
"""How many wrappings can lie in one another."""
_CONTROLLER = "controller_"
"""How the families of statements begin that a controller prints, a process of its own or one within a name server."""
_KIND_LINES = 5_000
"""How far a file is read for the kind of its process where the first lines do not tell."""
_DATE_CHARS = 40
"""Where the date of a head stands: before the end of so many characters."""
JITTER_US = 1_000_000
"""How far the times of a log's lines step back where several threads write it."""
_FALLING, _MORE_FALLS = 3, 4
"""So many times one below the other, and nothing else, show that a log lies newest first; or so many falls to each rise."""
_TURNED_BYTES = 64 << 20
"""How large a log is that is turned over: all of it is in memory then."""
_TOO_LARGE = "lies newest first, and is too large to be turned over: turn it over first, with tac for one"
_SCAN_LINES = 50_000
_SCAN_CHARS = 16 << 20
"""How far a file is searched for a head after a beginning without any: the rest of a long stack trace, a banner."""


@dataclass(frozen=True)
class Look:
    """What a first look at a file tells; `status` is read, empty, unknown, foreign or unreadable.

    A file whose wrapping names where lines come from gives one look per `stream`; `newest_first` is how exports of log
    stores like to lie. `first_us` is its earliest time as it is printed, in microseconds since the epoch as if that were UTC;
    `kind` is that of the process, as its statements tell it; a file is `recoded` that is not in UTF-8.
    """

    status: str
    problems: tuple[str, ...] = ()
    layouts: tuple[Layout, ...] = ()
    wrapping: Wrapping | None = None
    stream: str | None = None
    newest_first: bool = False
    first_us: int | None = None
    kind: str | None = None
    first_line: str = ""
    recoded: bool = False


def look_at(source: Source, given: Sequence[Layout]) -> list[Look]:
    """Return what *source* looks like, once for each stream in it; *given* layouts are the user's and go first."""
    problems = (source.problem,) if source.problem else ()
    if source.where is None:
        return [Look("unreadable", problems)]
    try:
        with source.open() as stream:
            careful = Careful(stream)
            beginning = careful.read(_BEGINNING)
            lines = list(peeked(lines_from(beginning, cast(BinaryIO, careful), 1, 0), PEEK_LINES, _PEEK_CHARS))
            seen_whole = sum(line.size for line in lines) == careful.size
    except DAMAGE as error:
        return [Look("unreadable", (*problems, unread(error)))]
    if not lines:
        return [Look("unreadable", (*problems, careful.damage)) if careful.damage else Look("empty", problems)]
    named = is_bare(source.path)
    own = _readable(lines, given)
    escaped = is_escaped(beginning)
    headed = is_header(lines[0].text) or csv_exports.is_header(lines[0].text)
    marked = headed or all(is_shown(line.text) for line in lines) or width_around(lines) is not None
    stand_bare = own and not escaped and not marked and not _are_disguised(lines, given)
    looks = [] if stand_bare else _wrapped(source, lines, given, escaped)
    if own and not looks:
        looks = [_named(lines, own) if named else _look(lines, None, None, given, own)]
    looks = looks or [_packed(source, lines) or _last_resort(source, lines, given, seen_whole)]
    looks = [look if named or look.kind else _told_further(source, look, given) for look in looks]
    recoded = encoding_of(beginning).name != UTF_8.name
    looks = [replace(look, problems=(*problems, *look.problems), recoded=recoded) for look in looks]
    return [_as_it_lies(look) if look.newest_first and source.size > _TURNED_BYTES else look for look in looks]


def _as_it_lies(look: Look) -> Look:
    return replace(look, newest_first=False, problems=(*look.problems, _TOO_LARGE))


def _readable(lines: Sequence[Line], given: Sequence[Layout]) -> list[Layout]:
    """Return the layouts of RocketMQ's own, or the user's, that *lines* have as they stand."""
    return layouts_of(lines, (*given, *OWN))


def _are_disguised(lines: Sequence[Line], given: Sequence[Layout]) -> bool:
    """Return whether heads among *lines* have colours or other blanks, if only some: the others can be read as they stand."""
    disguised = [line for line in lines if plain(line.text) != line.text]
    return any(_readable([line._replace(text=plain(line.text))], given) and not _readable([line], given) for line in disguised)


def _named(lines: Sequence[Line], layouts: Sequence[Layout]) -> Look:
    """Return the look at the *lines* of a file that is named as one kind's alone are, without a kind: the name goes first."""
    first = next((record.printed_us for record in joined(lines, layouts) if record.printed_us is not None), None)
    begun = (begin(line, layouts) for line in reversed(lines))
    last = next((record.printed_us for record in begun if record and record.printed_us is not None), None)
    if first is not None and last is not None and last < first - JITTER_US:
        times = [record.printed_us for record in joined(lines, layouts) if record.printed_us is not None]
        if _is_backward(times, None):
            return Look("read", (), tuple(layouts), newest_first=True, first_us=last, first_line=lines[0].text)
    return Look("read", (), tuple(layouts), first_us=first, first_line=lines[0].text)


def _is_backward(times: Sequence[int], wrapping: Wrapping | None) -> bool:
    """Return whether lines with these *times* lie newest first, as exports do; of a log as it lies there more must show it.

    The times of several threads step by each other a little, and a clock that is set falls once.
    """
    steps = [below - above for above, below in pairwise(times) if above != below]
    rises = [step for step in steps if step > 0]
    falls = len(steps) - len(rises)
    if rises:
        return falls >= _MORE_FALLS * len(rises) and max(rises) <= JITTER_US and times[-1] < times[0] - JITTER_US
    return falls > 0 and (wrapping is not None or (falls >= _FALLING - 1 and times[-1] < times[0] - JITTER_US))


def _look(
    lines: Sequence[Line], wrapping: Wrapping | None, stream: str | None, given: Sequence[Layout], own: Sequence[Layout] = ()
) -> Look:
    """Return the look at *lines*, with the kind of process their statements tell; their *own* layouts are found if not known."""
    layouts = own or _readable(lines, given) or _applications(lines)
    if not layouts:
        return Look("unknown", ("no layout fits its lines",), (), wrapping, stream)
    records = list(joined(lines, layouts))
    times = [record.printed_us for record in records if record.printed_us is not None]
    backward = _is_backward(times, wrapping)
    first = (times[-1] if backward else times[0]) if times else None
    return Look("read", (), tuple(layouts), wrapping, stream, backward, first, _kind_of(records, layouts), lines[0].text)


def _applications(lines: Sequence[Line]) -> list[Layout]:
    """Return the layouts of an application's log: common ones where they leave nothing to explain, else those its lines show."""
    common = layouts_of(lines, COMMON)
    all_begun = common and all(begin(line, common) for line in lines if DATE.search(line.text, 0, _DATE_CHARS))
    return common if all_begun and _hits(joined(lines, common)) else [*guessed(lines), *common]


def _hits(records: Iterable[Record]) -> list[str]:
    """Return the names of the statements that printed *records*, where one is known."""
    matcher, names = statements.matcher(), statements.names()
    return [names[id(hit[0])] for record in records if (hit := matcher.match(record.message, record.thread))]


def _kind_of(records: Sequence[Record], layouts: Sequence[Layout]) -> str | None:
    """Return the process kind whose statements the records most often are, None where none tells.

    What shares its file with an application is the client in it. A layout of remoting clients and gRPC clients is theirs alone.
    A name server with a controller in it prints statements of its own too.
    """
    hits = _hits(records)
    kinds = statements.kind_of_family()
    votes = Counter(["client"] if hits and layouts[0] not in OWN else [])
    votes.update(kind for name in hits if (kind := kinds.get(name.partition(".")[0])))
    if votes:
        return votes.most_common(1)[0][0]
    if any(name.startswith(_CONTROLLER) for name in hits):
        return "controller"
    return "client" if layouts[0] is client.MODERN or (hits and layouts[0] in client.LAYOUTS) else None


def _told_further(source: Source, look: Look, given: Sequence[Layout]) -> Look:
    """Return the look at more of *source* where *look* tells no kind: a server's console begins with hundreds of lines of any."""
    if look.status != "read" or look.stream is not None or look.problems:
        return look
    with source.open() as opened:
        further = peeked(split_lines(cast(BinaryIO, Careful(opened))), _KIND_LINES, _PEEK_CHARS)
        more = _look(list(unwrapped(further, look.wrapping)), look.wrapping, None, given)
        return more if more.status == "read" else look


def _wrapped(source: Source, lines: Sequence[Line], given: Sequence[Layout], escaped: bool) -> list[Look]:
    """Return the looks inside the wrapping of *lines*, none where they have none that holds a known layout.

    One that holds a layout of RocketMQ's own goes first: what is left of another one may look like an application's.
    """
    every = list(_unescaped(lines, given) if escaped else _wrappings(lines, _DEEPEST))
    own = {wrapping.name for wrapping in every if _readable(list(unwrapped(lines, wrapping)), given)}
    for wrapping in sorted(every, key=lambda wrapping: (wrapping.name not in own, not wrapping.name.endswith(narrow.NAME))):
        inside = _look(list(unwrapped(lines, wrapping)), wrapping, None, given)
        if inside.status != "read" or _is_json_itself(lines, inside):
            continue
        if wrapping.sure or _prints_threads_as_rocketmq(inside.layouts[0]):
            return _by_stream(source, wrapping, given) or [inside]
    return []


def _is_json_itself(lines: Sequence[Line], inside: Look) -> bool:
    """Return whether a wrapping of *lines* is how the Rust client writes: what its layout fits inside is torn lines."""
    return inside.layouts[0] is RUST and bool(layouts_of(lines, (RUST,)))


def _prints_threads_as_rocketmq(layout: Layout) -> bool:
    return layout in OWN and "thread" in layout.head.groupindex


def _wrappings(lines: Sequence[Line], depth: int) -> Iterator[Wrapping]:
    """Yield the wrappings that *lines* have, then those with another inside: a node's agent wraps what an application wrapped."""
    found = [*wrappings_of(lines), *filter(None, (margin_around(lines), width_around(lines)))]
    yield from found
    for outer in found if depth > 1 else ():
        for inner in _wrappings(list(unwrapped(lines, outer)), depth - 1):
            if inner.name != outer.name:
                yield nested(outer, inner, lines)


def _unescaped(lines: Sequence[Line], given: Sequence[Layout]) -> Iterator[Wrapping]:
    """Yield the wrappings of *lines* that are escaped as HTML: in what wraps them, where they are not readable as they stand."""
    if _readable(lines, given):
        yield HTML
    yield from (nested(outer, HTML, lines) for outer in _wrappings(lines, _DEEPEST))
    yield HTML


def _by_stream(source: Source, wrapping: Wrapping, given: Sequence[Layout]) -> list[Look]:
    """Return a look for each stream of *source*, none where its lines do not say where they come from."""
    with source.open() as opened:
        lines = split_lines(cast(BinaryIO, Careful(opened)))
        peeked = streams_of(lines, wrapping, PEEK_LINES)
    if set(peeked) <= {""}:
        return []
    return [_look(peeked[stream], wrapping, stream, given) for stream in sorted(peeked)]


def _packed(source: Source, lines: Sequence[Line]) -> Look | None:
    """Return the look at a file that is packed in a way not read, None for any other."""
    if is_base64([line.text for line in lines]):
        return Look("unreadable", ("is in base64, which is not read: decode it first, with base64 -d for one",))
    packing = packing_of(source.where) if source.where else None
    return Look("unreadable", (f"is packed with {packing}, which is not read: unpack it first",)) if packing else None


def _last_resort(source: Source, lines: Sequence[Line], given: Sequence[Layout], seen_whole: bool) -> Look:
    """Return the look at a file that neither RocketMQ nor a collector wrote: an application's, another language's, or none's.

    Where *lines* are all of the file, looking further shows nothing that they do not show.
    """
    if rocksdb.is_written_by_it([line.text for line in lines]):
        return Look("foreign", (rocksdb.SAYS,))
    look = _look(lines, None, None, given)
    if look.status == "read" and (look.kind or (not seen_whole and _speaks_of_rocketmq(source, look))):
        return replace(look, kind=look.kind or "client")
    if language := language_of(source.path, lines):
        return Look("foreign", (language.says(lines),))
    if look.status == "read":
        return Look("unknown", ("an application's log, and none of its first lines is RocketMQ's",))
    if seen_whole and configuration.is_one([line.text for line in lines]):
        return Look("foreign", (configuration.SAYS,))
    return look if seen_whole or lines[0].rejected or "\0" in lines[0].text else _looked_further(source, given)


def _speaks_of_rocketmq(source: Source, look: Look) -> bool:
    """Return whether an application's log has a line of RocketMQ further on."""
    with source.open() as opened:
        further = peeked(split_lines(cast(BinaryIO, Careful(opened))), _SCAN_LINES, _SCAN_CHARS)
        return any(statements.matcher().match(r.message, r.thread) for r in joined(further, look.layouts))


def _looked_further(source: Source, given: Sequence[Layout]) -> Look:
    with source.open() as opened:
        further = peeked(split_lines(cast(BinaryIO, Careful(opened))), _SCAN_LINES, _SCAN_CHARS)
        marking = (line for line in further if layouts_of([line], (*given, *OWN)))
        head = next(marking, None)
        if head:
            return _look([head, *peeked(further, PEEK_LINES, _PEEK_CHARS)], None, None, given)
    with source.open() as opened:
        lines = list(peeked(split_lines(cast(BinaryIO, Careful(opened))), _KIND_LINES, _PEEK_CHARS))
    found = guessed(lines)
    return _look(lines if found else [], None, None, given, found)
