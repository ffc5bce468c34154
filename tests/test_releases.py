"""The releases of a process are found from what it prints, and never claimed where nothing tells."""

import pytest
from conftest import NAMES, analyzed, expected

from forensics.model import releases
from forensics.model.releases import Fit, by_options, narrowed, spanned

MIXED = ("R-", "N-5.2.0", "E-")
"""Traces whose servers are of several releases, or have left a store only, which names none."""
PURE = [name for name in NAMES if expected(name)["release"] != "mixed" and not name.startswith(MIXED)]
SERVERS = {"broker", "proxy"}


@pytest.mark.parametrize("name", [pytest.param(n, marks=pytest.mark.xdist_group(n)) for n in PURE])
def test_the_true_release_of_every_server_is_among_those_found(name):
    release = expected(name)["release"]
    servers = [node for node in analyzed(name)["case"]["nodes"] if node["kind"] in SERVERS]
    assert servers
    for node in servers:
        assert release in node["releases"]
        assert node["release_evidence"]


@pytest.mark.parametrize("name", [pytest.param(n, marks=pytest.mark.xdist_group(n)) for n in PURE])
def test_clients_are_of_the_release_they_print(name):
    release = expected(name)["release"]
    printed = [node["releases"] for node in analyzed(name)["case"]["nodes"] if node["kind"] == "client" and node["releases"]]
    assert all(own in ([release], ["5.0.7"]) for own in printed)


def test_a_span_holds_the_releases_between_its_ends():
    assert spanned("4.9.7 - 5.0.0, 5.3.3") == {"4.9.7", "4.9.8", "5.0.0", "5.3.3"}


def test_a_few_options_tell_nothing():
    assert by_options("broker", frozenset({"brokerName", "enablePopLog"}), complete=False) == Fit((), ())


def options_of(kind, release):
    facts = releases._facts()["options"][kind]
    return frozenset(option for option, text in facts.items() if release in spanned(text))


@pytest.mark.parametrize("release", releases.releases())
def test_all_options_of_a_release_fit_it(release):
    fit = by_options("namesrv", options_of("namesrv", release), complete=True)
    assert release in fit.releases
    assert all(options_of("namesrv", other) == options_of("namesrv", release) for other in fit.releases)


def test_lost_lines_widen_what_fits_and_never_exclude_the_truth():
    printed = sorted(options_of("broker", "5.1.4"))
    whole = set(by_options("broker", frozenset(printed), complete=False).releases)
    half = set(by_options("broker", frozenset(printed[::2]), complete=False).releases)
    assert "5.1.4" in whole <= half


def test_what_contradicts_is_left_out():
    fit = Fit(("5.3.1", "5.3.2"), ("options",))
    assert narrowed("broker", fit, [(frozenset({"4.8.0"}), "odd"), (frozenset({"5.3.2", "5.3.3"}), "text")]) == Fit(
        ("5.3.2",), ("options", "text")
    )
    assert narrowed("broker", Fit((), ()), []) == Fit((), ())
