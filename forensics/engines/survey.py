"""A first look at every file: its layouts, its process kind, its node, and its place in its rotated series."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from forensics import statements
from forensics.layouts import LAYOUTS
from forensics.layouts.records import PEEK_LINES, Record, join_records
from forensics.sources.archives import DAMAGE
from forensics.sources.find import Source
from forensics.sources.lines import split_lines
from forensics.sources.place import Place, node_names, place_of
from forensics.sources.stores import StoreFiles, split_stores

KINDS = ("broker", "namesrv", "controller", "proxy", "client", "tools")


@dataclass(frozen=True)
class Surveyed:
    """One file after the first look, or one store; `status` is read, empty, unknown or unreadable."""

    source: Source
    place: Place
    status: str
    problems: tuple[str, ...]
    first_us: int | None
    kind: str | None
    node: str = ""
    series_order: int = 0
    store: StoreFiles | None = None


def survey(sources: Sequence[Source], named: dict[str, str], root_name: str) -> list[Surveyed]:
    """Return *sources* with node, kind and order; *named* maps path prefixes to node names the user gave."""
    stores, files = split_stores(sources)
    looked = [_look(source) for source in files] + [_look_at_store(store) for store in stores]
    return _ordered(_placed(looked, named, root_name))


def _look_at_store(store: StoreFiles) -> Surveyed:
    """Return a store as one thing of the node it lies under: who copies it copies it whole."""
    directory = place_of(f"{store.root}/store").directory
    source = Source(store.root or "store", None)
    return Surveyed(source, Place(directory, "store", "store", 0, "broker"), "read", (), None, "broker", store=store)


def _look(source: Source) -> Surveyed:
    place = place_of(source.path)
    if source.problem:
        return Surveyed(source, place, "unreadable", (source.problem,), None, place.kind)
    try:
        with source.open() as stream:
            lines = list(islice(split_lines(stream), PEEK_LINES))
    except DAMAGE as error:
        return Surveyed(source, place, "unreadable", (f"cannot be read: {error}",), None, place.kind)
    if not lines:
        return Surveyed(source, place, "empty", (), None, place.kind)
    layouts, records = join_records(lines, LAYOUTS)
    if not layouts:
        return Surveyed(source, place, "unknown", ("no layout fits its lines",), None, place.kind)
    joined = list(records)
    first = next((r.printed_us for r in joined if r.printed_us is not None), None)
    return Surveyed(source, place, "read", (), first, place.kind or _kind_by_content(joined))


def _kind_by_content(records: Sequence[Record]) -> str | None:
    """Return the process kind whose statements the records most often are, None where none tells."""
    votes: Counter[str] = Counter()
    kinds, names, matcher = statements.kind_of_family(), statements.names(), statements.matcher()
    for record in records:
        if hit := matcher.match(record.message, record.thread):
            kind = kinds.get(names[id(hit[0])].partition(".")[0])
            votes.update([kind] if kind else [])
    return votes.most_common(1)[0][0] if votes else None


def _placed(looked: list[Surveyed], named: dict[str, str], root_name: str) -> list[Surveyed]:
    logs = {s.place.directory for s in looked if s.status in {"read", "empty"}} or {s.place.directory for s in looked}
    names = node_names(logs)
    kinds: dict[str, set[str]] = defaultdict(set)
    for s in looked:
        if s.kind and s.status == "read":
            kinds[s.place.directory].add(s.kind)
    return [_with_node(s, names, kinds[s.place.directory], named, root_name) for s in looked]


def _with_node(s: Surveyed, names: dict[str, str], kinds: set[str], named: dict[str, str], root_name: str) -> Surveyed:
    kind = s.kind
    if "proxy" in kinds:
        kinds = kinds - {"broker"}
        kind = "proxy" if kind == "broker" and not s.store else kind
    if kind is None and len(kinds) == 1:
        kind = next(iter(kinds))
    given = next((node for prefix, node in named.items() if s.source.path.startswith(prefix)), None)
    name = given or names.get(s.place.directory, s.place.directory)
    if name == "input":
        name = root_name
    if len(kinds) > 1 and kind and not given:
        name = f"{name}:{kind}"
    return replace(s, kind=kind, node=name)


def _ordered(placed: list[Surveyed]) -> list[Surveyed]:
    """Give each file its place in its series: by first time, then by rotation index, of which 1 is the newest.

    Source: logback's FixedWindowRollingPolicy renames N to N+1 and the live file to 1 (the shipped logback files,
    4.8.0 to 5.3.3), and so does log4j's in the client up to 5.0.
    """
    series: dict[tuple[str, str], list[Surveyed]] = defaultdict(list)
    for s in placed:
        series[s.node, s.place.series].append(s)
    orders = {}
    for files in series.values():
        ranked = sorted(files, key=lambda s: (s.first_us is None, s.first_us or 0, -s.place.index, s.source.path))
        orders.update({s.source.path: order for order, s in enumerate(ranked)})
    return [replace(s, series_order=orders[s.source.path]) for s in placed]
