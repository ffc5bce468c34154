"""A rule is two files: a page that explains it, with its facts in front, and a query over the state tables."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import forensics
from forensics.errors import BadRule

_FENCE = "+++"
SEVERITIES = ("note", "warning", "error")


@dataclass(frozen=True)
class Need:
    """A log the rule reads from: which process kind's, from which level on, behind which option, and how to get it.

    An `alternative` source decides as well as the others that decide: where a node has one of them, it lacks none. One that
    `replaces_all` decides as well as all the others together, and they together as well as it.
    """

    kind: str
    source: str
    level: str
    how: str
    option: str | None = None
    decides: bool = True
    alternative: bool = False
    replaces_all: bool = False


@dataclass(frozen=True)
class Fault:
    """A known fault that the mechanism can be: the releases it is in, as RocketMQ numbers them.

    Where not `by_release`, only the mechanism's own lines name it (the query's column `issue`), never the release alone.
    """

    issue: str
    affected: tuple[str, ...]
    fixed_in: str | None
    by_release: bool = True

    def fits(self, release: str) -> bool:
        """Return whether *release* lies in one of the affected ranges, `5.1.0 - 5.3.1` or a single one."""
        return self.by_release and any(_in_range(release, text) for text in self.affected)


@dataclass(frozen=True)
class Rule:
    """One rule, read from `rules/<family>/<name>.md` and `.sql`; its id is the path.

    `faults` are the known faults that its mechanism can be, `otherwise` what else it can be, in words: named by the release
    where it is known, else candidates. `severity_otherwise` is the severity of a finding that is no known fault.
    """

    id: str
    path: Path
    title: str
    kind: str
    severity: str
    scope: tuple[str, ...]
    remedy: str
    needs: tuple[Need, ...]
    faults: tuple[Fault, ...]
    otherwise: tuple[str, ...]
    severity_otherwise: str
    never_clear: str | None
    page: str
    query: str
    extra: dict[str, Any] = field(default_factory=dict)


def rules_directory() -> Path:
    """Return where the rules lie: in the installed package, or beside it in a checkout."""
    inside = Path(forensics.__file__).parent / "rules"
    return inside if inside.is_dir() else inside.parent.parent / "rules"


def load_rules(directory: Path) -> tuple[list[Rule], list[BadRule]]:
    """Return every rule under *directory* sorted by id, and every error of a bad one: none hides the others."""
    rules, errors = [], []
    for page in sorted(directory.glob("*/*.md")):
        try:
            rules.append(_load(page, directory))
        except BadRule as error:
            errors.append(error)
    return rules, errors


def _load(page: Path, directory: Path) -> Rule:
    place = page.relative_to(directory).as_posix()
    text = page.read_text(encoding="utf-8")
    query = page.with_suffix(".sql")
    if not query.is_file():
        raise BadRule(place, "has no query beside it", f"write {query.name}")
    parts = text.split(f"{_FENCE}\n", 2)
    if len(parts) != 3 or parts[0]:
        raise BadRule(f"{place}:1", "does not begin with its facts", f"put them between two lines {_FENCE}")
    try:
        facts = tomllib.loads(parts[1])
        return _rule(place.removesuffix(".md"), page, facts, parts[2], query.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise BadRule(place, f"its facts cannot be read: {error}") from None
    except KeyError as error:
        raise BadRule(place, f"its facts lack {error}") from None


def _rule(rule_id: str, page: Path, facts: dict[str, Any], text: str, query: str) -> Rule:
    if facts["severity"] not in SEVERITIES:
        raise BadRule(f"{rule_id}.md", f"has severity {facts['severity']!r}", f"one of {', '.join(SEVERITIES)}")
    title = next((line.removeprefix("# ") for line in text.splitlines() if line.startswith("# ")), rule_id)
    faults = [
        Fault(f["issue"], tuple(f["affected"]), f.get("fixed_in"), f.get("by_release", True)) for f in facts.get("faults", [])
    ]
    needs = [_need(facts) for facts in facts["needs"]]
    return Rule(
        rule_id, page, title, facts["kind"], facts["severity"], tuple(facts["scope"]), facts["remedy"], tuple(needs),
        tuple(faults), tuple(facts.get("otherwise", ())), facts.get("severity_otherwise", facts["severity"]),
        facts.get("never_clear"), text, query, facts,
    )  # fmt: skip


def _need(facts: dict[str, Any]) -> Need:
    own = (facts["kind"], facts["source"], facts["level"], facts["how"])
    return Need(
        *own, facts.get("option"), facts.get("decides", True), facts.get("alternative", False), facts.get("replaces_all", False)
    )


def _in_range(release: str, text: str) -> bool:
    low, _, high = text.partition(" - ")
    return _number(low) <= _number(release) <= _number(high or low)


def _number(release: str) -> tuple[int, ...]:
    return tuple(int(part) for part in release.split(".") if part.isdigit())
