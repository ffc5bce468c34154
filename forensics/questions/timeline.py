"""What happened, with or without findings: deaths, roles, restarts, gaps, routes, topics."""

from collections.abc import Callable, Iterator

from forensics.case import Case
from forensics.model.coverage import DROPPED
from forensics.questions.rows import Row, placed, row, states


def timeline(case: Case) -> list[Row]:
    """Return what happened in *case* in order of time, each row with its line."""
    return placed(case, [one for part in _PARTS for one in part(case)])


def _happenings(case: Case) -> Iterator[Row]:
    for one in states(case, "happenings"):
        yield row(one["ts_lo"], one["ts_hi"], one["node"], "happened", one["what"], one["record_ids"])


def _lives(case: Case) -> Iterator[Row]:
    for one in states(case, "lives"):
        what = f"{one['kind']} {one['state']}: {one['says']}"
        yield row(one["from_lo"], one["from_hi"], one["node"], "life", what, one["record_ids"])


def _gaps(case: Case) -> Iterator[Row]:
    for one in states(case, "coverage"):
        for gap in one["gaps"]:
            seconds = (gap["to_hi"] - gap["from_lo"]) / 1e6
            line = "heartbeat" if gap["why"] == DROPPED else "line"
            what = f"no {line} in {one['series']} for {seconds:.0f} s ({gap['why']})"
            yield row(gap["from_lo"], gap["to_hi"], one["node"], "gap", what)


def _roles(case: Case) -> Iterator[Row]:
    for one in states(case, "broker_roles"):
        epoch = f", master epoch {one['master_epoch']}" if one["master_epoch"] is not None else ""
        what = f"{one['broker'] or 'broker'} is {one['role']}{epoch}"
        yield row(one["from_lo"], one["from_hi"], one["node"], "role", what, one["record_ids"])


def _routes(case: Case) -> Iterator[Row]:
    for one in states(case, "routes_held"):
        master = f"master {one['master']}" if one["master"] else "no master"
        what = f"client {one['client_id']} holds a route of {one['topic']} to {one['broker']} with {master}"
        if not one["addresses"]:
            what = f"client {one['client_id']} has dropped {one['broker']}: none of its routes has an address of it any more"
        yield row(one["from_lo"], one["from_hi"], one["node"], "route", what, one["record_ids"])


def _nameservers(case: Case) -> Iterator[Row]:
    for one in states(case, "nameserver_choices"):
        what = f"client {one['client_id']} has chosen name server {one['nameserver']}"
        yield row(one["from_lo"], one["from_hi"], one["node"], "name server", what, one["record_ids"])
    for one in states(case, "nameserver_silences"):
        ended = (one["ended_by"] or "open").replace("_", " ")
        what = (
            f"name server {one['nameserver']} does not answer {one['client_id']}: {one['timeouts']} timeouts, ended by: {ended}"
        )
        yield row(one["from_lo"], one["from_hi"], one["node"], "name server", what, one["record_ids"])


def _windows(case: Case) -> Iterator[Row]:
    for one in states(case, "proxy_windows"):
        came = f" from {one['moved_from']}" if one["moved_from"] else ""
        what = f"client {one['client_id']} of {one['group']} comes{came} and is not known yet; {one['exceptions']} exceptions"
        yield row(one["from_lo"], one["from_hi"], one["node"], "proxy", what, one["record_ids"])


_PARTS: tuple[Callable[[Case], Iterator[Row]], ...] = (_happenings, _lives, _gaps, _roles, _routes, _nameservers, _windows)
