"""The processes of the case: what they call themselves, where they listen, which releases fit what they print."""

import json
from collections.abc import Iterable, Iterator

import polars as pl

from forensics import statements
from forensics.model import releases
from forensics.model.appenders import may_drop_info
from forensics.model.spans import SECOND_US
from forensics.replay.clients import release_of
from forensics.replay.events import Events, Row, Rows, by

_CLIENTS = {"client", "tools"}
_REMOTING_LOG = "rocketmq_client.log"
_LAYOUT, _LAID_OUT = "client", ("5.1.0", releases.READ_TO)
_LAYOUT_SAYS = "its log is laid out as rmq.client.logback.xml does it, from 5.1.0 on"
_WITHIN = "enableControllerInNamesrv"
_APART_US = 10 * SECOND_US
"""Options are dumped within moments: what comes later than this is another start."""


def replay(events: Events) -> Rows:
    """Return the rows of `nodes`."""
    files = [file for file in events.files if file["status"] == "read" and file["kind"]]
    instances, dumps = by(events.rows("client_instance"), "node"), options_dumped(events)
    grpc, configs = by(events.rows("grpc_client_version"), "node"), by(events.rows("proxy_config"), "node")
    seen, debugging, told = statements_of(events), debugging_of(events), events.case.facts.get("releases", {})
    booted = by([row for row in events.rows("process_started") if row["kind"] == "broker" and row.get("broker")], "node")
    rows = []
    for (node, kind), own in sorted(by(files, "node", "kind").items()):
        named = _of_boot(booted.get(node, [])) | {name: row["value"] for name, row in events.options.get(node, {}).items()}
        if kind in _CLIENTS:
            fit = _of_client(instances.get(node, []), grpc.get(node, []), own)
        else:
            said = texts(seen.get(node, []), debug=node in debugging)
            fit = _of_server(kind, _starts(kind, dumps.get((node, kind), []), configs.get(node, [])), said)
        if node in told:
            fit = releases.given(fit, told[node])
        rows.append(
            {
                "node": node,
                "kind": kind,
                "name": named.get("brokerName") if kind == "broker" else _client_name(kind, instances.get(node, [])),
                "address": _address(kind, named),
                "releases": list(fit.releases),
                "release_evidence": list(fit.evidence),
                "from_lo": min((f["from_lo"] for f in own if f["from_lo"] is not None), default=None),
                "to_hi": max((f["to_hi"] for f in own if f["to_hi"] is not None), default=None),
            }
        )
    return {"nodes": sorted([*rows, *_within_nameservers(events, rows)], key=lambda row: (row["node"], row["kind"]))}


def _within_nameservers(events: Events, rows: list[Row]) -> list[Row]:
    """Return the controllers that name servers run in their own process, whose lines are in namesrv.log.

    NamesrvStartup with enableControllerInNamesrv, 5.0.0 on; no option of the controller itself is printed there.
    """
    told = {node for node, options in events.options.items() if options.get(_WITHIN, {}).get("value") == "true"}
    told |= {row["node"] for row in events.rows("process_started") if row["kind"] == "namesrv" and row["task"] == "controller"}
    return [row | {"kind": "controller", "address": None} for row in rows if row["kind"] == "namesrv" and row["node"] in told]


def _of_boot(booted: list[Row]) -> dict[str, str | None]:
    """Return the name of a broker as its boot line tells it: since 5.3.0 the options that it prints lack it."""
    names = {row["broker"] for row in booted}
    return {"brokerName": next(iter(names))} if len(names) == 1 else {}


def statements_of(events: Events) -> dict[str, list[str]]:
    """Return by node the names of the statements it printed."""
    said = events.told.statements.select("node", "statement").unique().sort("node", "statement")
    return dict(said.group_by("node", maintain_order=True).agg("statement").iter_rows())


def options_dumped(events: Events) -> dict[tuple[str, str], list[frozenset[str]]]:
    """Return by node and kind the different sets of options that starts of a process dumped, oldest first."""
    bursts = [_bursts(piece) for piece in events.pieces("option_dumped")]
    if not bursts:
        return {}
    reach = pl.col("to_us").cum_max().shift().over("node", "kind")
    begins = (pl.col("from_us") - reach > _APART_US).fill_null(value=False).cum_sum().over("node", "kind").alias("start")
    ordered = pl.concat(bursts).sort("node", "kind", "from_us").with_columns(begins)
    sets = ordered.group_by("node", "kind", "start").agg(pl.col("option").explode().unique().sort()).sort("node", "kind", "start")
    rows = sets.unique(["node", "kind", "option"], keep="first", maintain_order=True).to_dicts()
    return {process: [frozenset(row["option"]) for row in own] for process, own in by(rows, "node", "kind").items()}


def _bursts(piece: pl.LazyFrame) -> pl.DataFrame:
    """Return of lines beside each other, of one process and within moments: whose, from when to when, which options."""
    words = pl.col("node", "kind", "option").cast(pl.Categorical)
    lines = piece.select(words, pl.col("ts_lo").fill_null(0)).collect()
    same = [pl.col(name).to_physical() == pl.col(name).to_physical().shift() for name in ("node", "kind")]
    goes_on = pl.all_horizontal(*same, pl.col("ts_lo").diff().abs() <= _APART_US).fill_null(value=False)
    own = lines.group_by((~goes_on).cum_sum().alias("burst"), maintain_order=True)
    spans = pl.col("ts_lo").min().alias("from_us"), pl.col("ts_lo").max().alias("to_us")
    return own.agg(pl.col("node", "kind").first(), *spans, pl.col("option").unique()).drop("burst")


def debugging_of(events: Events) -> set[str]:
    """Return the nodes of which a log has lines below INFO, which as shipped none has."""
    low = events.told.levels.filter(pl.col("level").is_in(["DEBUG", "TRACE"]))["file_id"].to_list()
    return {file["node"] for file in events.files if file["file_id"] in low}


def _starts(kind: str, dumps: list[frozenset[str]], configs: list[Row]) -> list[frozenset[str]]:
    """Return the options that each start of a process printed, oldest first."""
    if kind == "proxy":
        return [frozenset(json.loads(row["config"])) for row in configs if row["config"]]
    return dumps or [frozenset()]


def _of_server(kind: str, starts: list[frozenset[str]], said: Iterable[tuple[frozenset[str], str]]) -> releases.Fit:
    complete, said = kind == "proxy" or not may_drop_info(kind, f"{kind}.log"), list(said)
    each = [releases.by_options(kind, start, complete=complete) for start in starts]
    if releases.are_apart(each):
        return releases.or_older(releases.several(releases.narrowed_each(kind, each, said)))
    whole = releases.by_options(kind, frozenset().union(*starts), complete=complete)
    if whole.evidence and not whole.releases:
        together = releases.several(each)
        whole = together if together.releases else whole
    return releases.or_older(releases.narrowed(kind, whole, said))


def texts(seen: Iterable[str], *, debug: bool) -> Iterator[tuple[frozenset[str], str]]:
    """Yield the releases that have the text of each statement, with the statement as evidence; also at DEBUG where it is on."""
    known = statements.statements()
    for name in seen:
        spans = known[name].releases if debug else known[name].above_debug
        if spans:
            some = frozenset().union(*(releases.texts_in(low, high) for low, high in spans))
            yield some, f"prints what {known[name].logged_by} prints"


def _of_client(instances: list[Row], grpc: list[Row], files: list[Row]) -> releases.Fit:
    """Return the releases that clients print themselves, or those that the layout of their log begins with."""
    remoting = {release_of(row["client_version"]): f"ClientVersion:{row['client_version']}" for row in instances}
    java = {row["client_version"]: f"clientVersion={row['client_version']}" for row in grpc}
    said = {release: how for release, how in {**remoting, **java}.items() if release}
    laid_out = {file["layout"] for file in files if file["series"] == _REMOTING_LOG}
    if not said and laid_out == {_LAYOUT}:
        return releases.narrowed("client", releases.Fit((), ()), [(releases.texts_in(*_LAID_OUT), _LAYOUT_SAYS)])
    return releases.Fit(tuple(sorted(said)), tuple(said[release] for release in sorted(said)))


def _client_name(kind: str, instances: list[Row]) -> str | None:
    ids = {row["client_id"] for row in instances}
    return next(iter(ids)) if kind in _CLIENTS and len(ids) == 1 else None


def _address(kind: str, named: dict[str, str | None]) -> str | None:
    """Return ip:port as options dumped at start tell it (BrokerConfig.brokerIP1, NettyServerConfig.listenPort)."""
    port, host = named.get("listenPort"), named.get("brokerIP1") if kind == "broker" else named.get("bindAddress")
    return f"{host}:{port}" if host and port else None
