"""Which releases a process can be of, from what it prints: its options at start, and the texts of its statements.

Facts: `option_releases.json` has for each process kind every option that `MixAll.printObjectProperties` prints at start
(BrokerConfig, BrokerIdentity, MessageStoreConfig, AuthConfig, NettyServerConfig, NettyClientConfig; NamesrvConfig and
ControllerConfig, each with NettyServerConfig) or that the proxy dumps as JSON (ProxyConfig), with the releases whose class has
it: read from the classes of every tag from 4.8.0 to 5.3.3, and of the published artifacts from there on. Of the releases under
`unread` not every class is published: what they lack is known only where the releases around them lack it too. A server prints
no release; a path or a name is never one. A process with options that no known release has is of none of them.
"""

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

_OPTION = re.compile(r"[a-z][A-Za-z0-9]{3,}")
READ_TO = "5.3.3"
"""The last release whose texts of statements were read: what it prints, later ones may print too."""
_FIRST = {"proxy": "5.0.0", "controller": "5.0.0"}
"""The first release with processes of a kind that was not always there."""
_FEWEST = 8
"""Options that must be printed before they tell anything: a few of them stand in other lines too."""


@dataclass(frozen=True)
class Fit:
    """The releases that fit, oldest first, and in words what excludes the others; none where nothing tells."""

    releases: tuple[str, ...]
    evidence: tuple[str, ...]


@cache
def releases() -> tuple[str, ...]:
    """Return every release the facts know, oldest first."""
    return tuple(_facts()["releases"])


@cache
def _facts() -> dict[str, Any]:
    text = resources.files(__package__).joinpath("option_releases.json").read_text(encoding="utf-8")
    facts: dict[str, Any] = json.loads(text)
    return facts


@cache
def number(release: str) -> tuple[int, ...]:
    """Return a release as numbers that compare as releases do."""
    return tuple(int(part) for part in release.split(".") if part.isdigit())


def texts_in(low: str, high: str) -> frozenset[str]:
    """Return the releases that print a text read from *low* to *high*; what the last tag prints, later ones print too."""
    return spanned(f"{low} - {releases()[-1] if high == READ_TO else high}")


def within(release: str, span: str) -> bool:
    """Return whether *release* lies in `5.1.0 - 5.3.1`, both ends included, or is the single one named."""
    low, _, high = span.partition(" - ")
    return number(low) <= number(release) <= number(high or low)


@cache
def spanned(text: str) -> frozenset[str]:
    """Return the known releases in `5.1.0 - 5.3.1, 5.3.3`."""
    return frozenset(r for r in releases() if any(within(r, span) for span in text.split(", ")))


@cache
def _having(kind: str, option: str) -> frozenset[str] | None:
    text = _facts()["options"].get(kind, {}).get(option)
    return spanned(text) if text else None


def by_options(kind: str, printed: frozenset[str], *, complete: bool) -> Fit:
    """Return the releases whose options at start are those *printed*.

    Where the log may have lost lines (not *complete*), a release fits that has all that were printed; what is not printed
    proves nothing then. Where it lost none, its options are exactly those.
    """
    known = {option: having for option in printed if (having := _having(kind, option))}
    if len(known) < _FEWEST:
        return Fit((), ())
    if new := _new(kind, printed):
        span = f"{releases()[0]} to {releases()[-1]}"
        return Fit((), (f"of none from {span}: none has the option {' or '.join(new[:3])} that it prints at start",))
    fitting = frozenset.intersection(*known.values())
    if complete:
        fitting = frozenset(r for r in fitting if _options_of(kind, r) <= printed)
    return Fit(_ordered(fitting), _why(known, fitting, complete=complete))


def _new(kind: str, printed: frozenset[str]) -> list[str]:
    """Return the options *printed* that no known release of any kind has; what is torn off a known one is none of them."""
    every = {option for own in _facts()["options"].values() for option in own}
    strange = sorted(option for option in printed - every if _OPTION.fullmatch(option))
    return [option for option in strange if not any(option in one for one in _facts()["options"][kind])]


@cache
def _options_of(kind: str, release: str) -> frozenset[str]:
    """Return the options that a release surely has."""
    around = frozenset(_around(release)) if release in _facts()["unread"] else frozenset({release})
    return frozenset(option for option, text in _facts()["options"][kind].items() if around <= spanned(text))


def _around(release: str) -> list[str]:
    """Return the releases before and after one of which not everything was read, and itself."""
    place = releases().index(release)
    return list(releases()[place - 1 : place + 2])


def _why(known: dict[str, frozenset[str]], fitting: frozenset[str], *, complete: bool) -> tuple[str, ...]:
    """Return the options that exclude most of the other releases, in words."""
    telling = sorted(known, key=lambda option: (len(known[option]), option))[:2]
    how = "exactly the options of it are printed at start" if complete else f"{len(known)} of its options are printed at start"
    return (how, *(f"option {option} is in {_span(known[option])} only" for option in telling if fitting))


def _span(some: frozenset[str]) -> str:
    ordered = _ordered(some)
    return ordered[0] if len(ordered) == 1 else f"{ordered[0]} to {ordered[-1]}"


def _ordered(some: frozenset[str]) -> tuple[str, ...]:
    return tuple(r for r in releases() if r in some)


def narrowed(kind: str, fit: Fit, others: list[tuple[frozenset[str], str]]) -> Fit:
    """Return *fit* narrowed by *others*, each a set of releases with its evidence; one that contradicts it is left out."""
    if fit.evidence and not fit.releases:
        return fit
    left = frozenset(fit.releases) or _with(kind)
    said = list(fit.evidence)
    for some, evidence in sorted(others, key=lambda other: (len(other[0]), other[1])):
        if some & left and not left <= some:
            left &= some
            said.append(evidence)
    return Fit(_ordered(left) if said else (), tuple(said))


def or_older(fit: Fit) -> Fit:
    """Return *fit*; where the first release that is known fits, with the words that those before it may."""
    first = releases()[0]
    return Fit(fit.releases, (*fit.evidence, f"or of one before {first}: those are not known")) if first in fit.releases else fit


def _with(kind: str) -> frozenset[str]:
    """Return the releases that have a process of *kind*."""
    return frozenset(release for release in releases() if number(release) >= number(_FIRST.get(kind, "")))


def are_apart(fits: list[Fit]) -> bool:
    """Return whether the starts of one node were of different releases: each has some that fit, and no release fits all."""
    fitting = [frozenset(fit.releases) for fit in fits]
    return len(fitting) > 1 and all(fitting) and not frozenset.intersection(*fitting)


def narrowed_each(kind: str, fits: list[Fit], others: list[tuple[frozenset[str], str]]) -> list[Fit]:
    """Return *fits* of starts that are apart, narrowed by *others*: one that several starts may have printed narrows none."""
    left = list(fits)
    for other in sorted(others, key=lambda other: (len(other[0]), other[1])):
        able = [at for at, fit in enumerate(left) if not other[0].isdisjoint(fit.releases)]
        if len(able) == 1:
            left[able[0]] = narrowed(kind, left[able[0]], [other])
    return left


def several(fits: list[Fit]) -> Fit:
    """Return what the starts of one node show together: a node may have been started in several releases."""
    some = frozenset(release for fit in fits for release in fit.releases)
    return Fit(_ordered(some), tuple(dict.fromkeys(evidence for fit in fits for evidence in fit.evidence)))


def given(fit: Fit, release: str) -> Fit:
    """Return the release that the user says, with what the process itself shows against it."""
    contradicted = fit.evidence and release not in fit.releases
    shown = ", ".join(fit.releases) or "none that is known"
    against = (f"what it prints is of {shown}: {'; '.join(fit.evidence)}",) if contradicted else ()
    return Fit((release,), ("given", *against))
