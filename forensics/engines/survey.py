"""A first look at every file: its layouts, its process kind, its node, and its place in its rotated series."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, takewhile
from pathlib import PurePosixPath

from forensics.engines.engine import HERE, Engine, Task
from forensics.engines.look import Look, look_at
from forensics.layouts import OWN, UNDATED, console
from forensics.layouts.layout import Layout
from forensics.sources.archives import unread
from forensics.sources.find import Source
from forensics.sources.gathered import Gathered, Named, gathered, names_no_broker, whose_store
from forensics.sources.place import Place, apart, node_names, place_of
from forensics.sources.stores import StoreFiles, split_stores
from forensics.sources.stretches import Stretch

_OF_A_STORE = {"store.log", "stats.log", "pop.log"}
"""What a proxy has lines in only where it runs a broker in its own process (ProxyStartup, proxyMode LOCAL, 5.0.0 on)."""


@dataclass(frozen=True)
class Surveyed:
    """One file, or one stream of one, after the first look, or one store; `status`, `problems` and `first_us` are its look's.

    `series_order` is its place among the files that its log was rotated to, the oldest first.
    Of its lines those that are `repeated` are not read. A file that is its node's `own` counts beside one of the same bytes.
    """

    source: Source
    place: Place
    status: str
    problems: tuple[str, ...]
    first_us: int | None
    kind: str | None
    node: str = ""
    series_order: int = 0
    store: StoreFiles | None = None
    look: Look | None = None
    repeated: tuple[Stretch, ...] = ()
    own: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """Return what tells it from every other: its file and its stream in it."""
        return self.source.path, (self.look.stream if self.look else None) or ""


def survey(
    sources: Sequence[Source], named: dict[str, str], root_name: str, layouts: Sequence[Layout] = (), engine: Engine = HERE
) -> list[Surveyed]:
    """Return *sources* with node, kind and order; *named* maps path prefixes to node names the user gave, *layouts* too."""
    stores, files = split_stores(sources)
    looks = engine.each(partial(_looked, layouts=layouts), [Task(source, source.path, source.places) for source in files])
    looked = [*chain.from_iterable(looks), *(_look_at_store(store) for store in stores)]
    return _ordered(_placed(looked, named, root_name))


def _look_at_store(store: StoreFiles) -> Surveyed:
    """Return a store as one thing of the node it lies under: who copies it copies it whole."""
    place = replace(place_of(f"{store.root}/store"), series="store", stem="store", kind="broker")
    source = Source(store.root or "store", None)
    return Surveyed(source, place, "read", (), None, "broker", store=store)


def _looked(source: Source, layouts: Sequence[Layout]) -> list[Surveyed]:
    try:
        looks = look_at(source, layouts)
    except OSError as error:  # it was rotated away between two looks
        looks = [Look("unreadable", (unread(error),))]
    return [_placed_by_name(source, look) for look in looks]


def _placed_by_name(source: Source, look: Look) -> Surveyed:
    place = place_of(source.path)
    if look.stream:
        own = f"{look.stream}/{place.series}" if place.kind and not _is_file(look.stream) else _as_file(look.stream)
        place = replace(place_of("/".join(filter(None, (place.directory, own)))), archives=place.archives)
    kind = place.kind if look.status in {"unreadable", "empty"} else place.kind or look.kind
    return Surveyed(source, place, look.status, look.problems, look.first_us, kind, look=look)


def _as_file(stream: str) -> str:
    """Return the path a stream would have as a file: its node, and the log if it names one."""
    return stream if _is_file(stream) else f"{stream}/console.log"


def _is_file(stream: str) -> bool:
    return stream.endswith((".log", ".txt", ".out"))


def _placed(looked: list[Surveyed], named: dict[str, str], root_name: str) -> list[Surveyed]:
    directories = apart(s.place for s in looked if s.status in {"read", "empty"} and not s.store)
    looked = [_moved(s, directories) for s in looked] if directories else looked
    looked = _with_stores(_by_names(looked))
    logs = {s.place.directory for s in looked if s.status in {"read", "empty"}} or {s.place.directory for s in looked}
    names = node_names(logs)
    kinds: dict[str, set[str]] = defaultdict(set)
    for s in looked:
        if s.kind and s.status == "read":
            kinds[s.place.directory].add(s.kind)
    with_store = {s.place.directory for s in looked if s.status == "read" and s.place.series in _OF_A_STORE}
    return [_with_node(s, names, kinds[s.place.directory], named, root_name, with_store) for s in looked]


def _moved(s: Surveyed, directories: dict[tuple[str, tuple[str, ...]], str]) -> Surveyed:
    """Return *s* in the directory of its own that the archive it lies in has, or one around that."""
    around = (s.place.archives[:depth] for depth in range(len(s.place.archives), 0, -1))
    own = next((key for key in ((s.place.directory, archives) for archives in around) if key in directories), None)
    return replace(s, place=replace(s.place, directory=directories[own])) if own else s


def _by_names(looked: list[Surveyed]) -> list[Surveyed]:
    """Return *looked* with a directory for each node whose logs lie in one with other nodes', told by their names."""
    together: dict[str, list[Gathered]] = defaultdict(list)
    for s in looked:
        if s.look and not s.look.stream and not s.store:
            layout = s.look.layouts[0] if s.look.layouts else None
            of_rocketmq = s.status == "read" and layout in OWN
            file = Gathered(s.source.path, of_rocketmq, layout in console.LAYOUTS, s.look.kind is not None)
            together[s.place.directory].append(file)
    nodes: dict[str, Named] = {}
    for files in together.values():
        nodes.update(gathered(files))
    return [_of_node(s, nodes[s.source.path]) if s.source.path in nodes else s for s in looked]


def _of_node(s: Surveyed, named: Named) -> Surveyed:
    directory = "/".join(filter(None, (s.place.directory, named.node)))
    place = replace(place_of(named.log), directory=directory, archives=s.place.archives)
    return replace(s, place=place, kind=s.kind or place.kind)


def _with_stores(looked: list[Surveyed]) -> list[Surveyed]:
    """Return *looked* with the stores that lie apart from their brokers' logs in these' directories.

    Names tell, or that there is one store alone, named after no broker, and one broker alone that it can be of.
    """
    stored = {s.place.directory for s in looked if s.store}
    logged = {s.place.directory for s in looked if s.status == "read" and not s.store and s.kind == "broker"}
    without = logged - stored
    return [_at_home(s, without, alone=len(stored - logged) == 1) if _is_apart(s, logged) else s for s in looked]


def _is_apart(s: Surveyed, logged: set[str]) -> bool:
    return s.store is not None and s.place.directory not in logged


def _at_home(s: Surveyed, without: set[str], *, alone: bool) -> Surveyed:
    """Return a store in the directory of its broker, which is one of those *without* a store; it may be the one that is left."""
    home = whose_store((*s.place.archives, PurePosixPath(s.place.directory).name), without)
    left = next(iter(without)) if alone and len(without) == 1 else None
    if home is None and left is not None and names_no_broker((*s.place.archives, *_own_parts(s.place.directory, left))):
        home = left
    if home is not None:
        return replace(s, place=replace(s.place, directory=home))
    return replace(s, problems=(*s.problems, _HOMELESS)) if without else s


def _own_parts(directory: str, other: str) -> tuple[str, ...]:
    """Return the parts of *directory* below what it shares with the *other*."""
    parts = PurePosixPath(directory).parts
    shared = takewhile(lambda pair: pair[0] == pair[1], zip(parts, PurePosixPath(other).parts, strict=False))
    return parts[len(list(shared)) :]


def _with_node(
    s: Surveyed, names: dict[str, str], kinds: set[str], named: dict[str, str], root_name: str, with_store: set[str]
) -> Surveyed:
    kind = s.kind
    if "proxy" in kinds:
        kinds = kinds - {"broker"}
        kind = "proxy" if kind == "broker" and not s.store and s.place.directory not in with_store else kind
    if kind is None and len(kinds) == 1:
        kind = next(iter(kinds))
    given = next((node for prefix, node in named.items() if is_under(s.source.path, prefix)), None)
    name = given or names.get(s.place.directory, s.place.directory)
    if name == "input":
        name = root_name
    if len(kinds) > 1 and kind and not given:
        name = f"{name}:{kind}"
    return replace(s, kind=kind, node=name, problems=(*s.problems, *_lacking(s, kind)))


def _lacking(s: Surveyed, kind: str | None) -> tuple[str, ...]:
    """Return what keeps the lines of *s*, of a process of *kind*, from telling more."""
    if kind is not None or s.status != "read":
        return ()
    undated = s.look and s.look.layouts and s.look.layouts[0] in UNDATED
    return (_NO_DATES,) if undated else (_NOBODYS,)


def is_under(path: str, prefix: str) -> bool:
    """Return whether *path*, as evidence quotes it, is *prefix* or lies under it: in the directory, or in the archive."""
    return path == prefix or path.startswith((f"{prefix}/", f"{prefix}!/"))


_NO_DATES = (
    "its lines have a clock and no date, so that nothing orders them: take them with the time they were printed at, as by "
    "kubectl logs --timestamps or docker logs -t"
)
_HOMELESS = (
    "it counts as the store of a broker without logs: if it is of one whose logs are here, put it beside these, or give both one "
    "name with --node"
)
_NOBODYS = "neither its name nor its first lines tell which process wrote it: name it as RocketMQ does, broker.log for one"


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
        ranked = sorted(files, key=lambda s: (s.first_us is None, s.first_us or 0, -s.place.index, s.key))
        orders.update({s.key: order for order, s in enumerate(ranked)})
    return [replace(s, series_order=orders[s.key]) for s in placed]
