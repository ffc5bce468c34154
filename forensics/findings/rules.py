"""A rule is two files: a page that explains it, with its facts in front, and a query over the state tables."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import forensics
from forensics.errors import BadRule, BadUsage, NoSuchInput
from forensics.findings.severities import SEVERITIES
from forensics.model.releases import within

_FENCE = "+++"
_LINE = re.compile(r"at line (\d+)")
LEVELS = ("TRACE", "DEBUG", "INFO", "WARN", "ERROR")
KINDS = ("broker", "namesrv", "controller", "proxy", "client", "tools")
"""Kinds of processes, as the table `nodes` has them."""
SCOPES = (*KINDS, "grpc_client", "pop_consumption", "controller_mode", "jraft_controller")
"""What a case must have for a rule to be asked: a process of a kind, or what the table `features` says is used."""


@dataclass(frozen=True)
class Need:
    """A log the rule reads from: which process kind's, from which level on, behind which option, and how to get it.

    An `alternative` source decides as well as the others that decide: where a node has one of them, it lacks none. One that
    `replaces_all` decides as well as all the others together, and they together as well as it. Where `releases` names some, as
    RocketMQ numbers them, only a process of them prints what the rule reads, and its silence says something; no other is asked
    for a source that only helps.
    """

    kind: str
    source: str
    level: str
    how: str
    option: str | None = None
    decides: bool = True
    alternative: bool = False
    replaces_all: bool = False
    releases: str | None = None


@dataclass(frozen=True)
class Fault:
    """A known fault that the mechanism can be: the releases it is in, as RocketMQ numbers them.

    `issue` is its number upstream, None where it has none.
    Where not `by_release`, only the mechanism's own lines name it (the query's column `issue`), never the release alone.
    """

    issue: str | None
    affected: tuple[str, ...]
    fixed_in: str | None
    by_release: bool = True

    def fits(self, release: str) -> bool:
        """Return whether *release* lies in one of the affected ranges, `5.1.0 - 5.3.1` or a single one."""
        return self.by_release and any(within(release, text) for text in self.affected)


@dataclass(frozen=True)
class Rule:
    """One rule, read from `rules/<family>/<name>.md` and `.sql`; its id is the path.

    `faults` are the known faults that its mechanism can be, `otherwise` what else it can be, in words: named by the release
    where it is known, else candidates. `severity_otherwise` is the severity of a finding that is no known fault,
    `remedy_otherwise` what helps in a release that has none of them. `never_clear` is why the rule's silence clears nothing;
    `never_clear_where` names a feature, and why it does not where every process that was asked shows this.
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
    remedy_otherwise: str
    never_clear: str | None
    never_clear_where: tuple[str, str] | None
    page: str
    query: str


def rules_directory() -> Path:
    """Return where the rules lie: in the installed package, or beside it in a checkout."""
    inside = Path(forensics.__file__).parent / "rules"
    return inside if inside.is_dir() else inside.parent.parent / "rules"


def rule_ids(directory: Path) -> list[str]:
    """Return the ids of the rules under *directory*, sorted, good or bad ones."""
    return sorted({path.relative_to(directory).with_suffix("").as_posix() for path in directory.glob("*/*.sql")})


def load_rules(directory: Path) -> tuple[list[Rule], list[BadRule]]:
    """Return every rule under *directory* sorted by id, and every error of a bad one: none hides the others."""
    pages = sorted({path.with_suffix(".md") for path in [*directory.glob("*/*.md"), *directory.glob("*/*.sql")]})
    if not pages:
        family = any(directory.glob("*.sql"))
        cure = "name the directory above" if family else "a rule is two files, FAMILY/NAME.md and FAMILY/NAME.sql"
        raise NoSuchInput(str(directory), "is a family of rules" if family else "holds no rule", cure)
    rules, errors = [], []
    for page in pages:
        try:
            rules.append(_load(page, page.relative_to(directory).as_posix()))
        except BadRule as error:
            errors.append(error)
    return rules, errors


def rule_named(name: str, rules: Sequence[Rule]) -> Rule:
    """Return the rule whose id, last part of the id, or kind is *name*; BadUsage names those that are nearest where none is."""
    fitting = [rule for rule in rules if name in _names(rule)]
    if len(fitting) > 1:
        raise BadUsage(name, "is not one rule", f"it is {' or '.join(rule.id for rule in fitting)}")
    if fitting:
        return fitting[0]
    if _FINDING.fullmatch(name):
        raise BadUsage(name, "is no rule", "a finding's number or id needs the case or logs it was found in after it")
    from difflib import get_close_matches  # only what went wrong needs it

    near = get_close_matches(name, [own for rule in rules for own in sorted(_names(rule))])
    raise BadUsage(name, "is no rule", f"did you mean {', '.join(near)}?" if near else "rmqf rules list names them")


def _names(rule: Rule) -> set[str]:
    return {rule.id, rule.id.rpartition("/")[2], rule.kind}


_FINDING = re.compile(r"[0-9a-f]{16}|[0-9]{1,6}")


def _load(page: Path, place: str) -> Rule:
    query = page.with_suffix(".sql")
    sql_place = place.removesuffix(".md") + ".sql"
    if not page.is_file():
        raise BadRule(sql_place, "has no page beside it", f"write {page.name}")
    if not query.is_file():
        raise BadRule(place, "has no query beside it", f"write {query.name}")
    text, sql = _text(page, place), _text(query, sql_place)
    parts = text.split(f"{_FENCE}\n", 2)
    if len(parts) != 3 or parts[0]:
        raise BadRule(f"{place}:1", "does not begin with its facts", f"put them between two lines {_FENCE}")
    try:
        facts = tomllib.loads(f"\n{parts[1]}")  # the fence is a line too: the error names the page's
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        line = _LINE.search(str(error))
        raise BadRule(f"{place}:{line[1] if line else 1}", f"its facts cannot be read: {error}") from None
    _check_facts(facts, text, place)
    return _rule(place.removesuffix(".md"), page, facts, parts[2], sql)


def _text(path: Path, place: str) -> str:
    try:
        with path.open("rb") as stream:
            data = stream.read(_LONGEST_TEXT + 1)
        text = data.decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadRule(place, f"cannot be read: {error}") from None
    if len(data) > _LONGEST_TEXT:
        raise BadRule(place, f"has more than {_LONGEST_TEXT} bytes: no page and no query is so long")
    return text.replace("\r\n", "\n")


_LONGEST_TEXT = 1 << 20
"""Bytes of a page or a query."""
_IN_WORDS: dict[type, str] = {str: "text", list: "list", dict: "table"}
_FACTS: dict[str, type] = {"kind": str, "severity": str, "scope": list, "remedy": str, "needs": list}
_OPTIONAL_FACTS: dict[str, type] = {
    "severity_otherwise": str, "remedy_otherwise": str, "otherwise": list, "faults": list, "never_clear": str,
    "never_clear_where": dict,
}  # fmt: skip
_NEED: dict[str, type] = {"kind": str, "source": str, "level": str, "how": str}
_FAULT: dict[str, type] = {"affected": list}


def _check_facts(facts: dict[str, Any], text: str, place: str) -> None:
    """Raise BadRule with the line of the first fact that is not there, or not what it must be."""
    _check(facts, _FACTS, text, place)
    _check({**facts}, {name: kind for name, kind in _OPTIONAL_FACTS.items() if name in facts}, text, place)
    if "never_clear_where" in facts:
        _check(facts["never_clear_where"], {"feature": str, "says": str}, text, place)
    for name, wanted in (("needs", _NEED), ("faults", _FAULT)):
        for entry in facts.get(name, []):
            if not isinstance(entry, dict):
                raise BadRule(f"{place}:{_line_of(name, text)}", f"{name} is not a list of tables", f"write [[{name}]]")
            _check(entry, wanted, text, place)
    _check_words(facts, text, place)


def _check_words(facts: dict[str, Any], text: str, place: str) -> None:
    """Raise BadRule with the line of the first word that is none of those which a fact can be."""
    said: list[tuple[str, Any, tuple[str, ...]]] = [
        (name, facts[name], SEVERITIES) for name in ("severity", "severity_otherwise") if name in facts
    ]
    said += [("scope", one, SCOPES) for one in facts["scope"] if not _is_option(one)]
    said += [(name, need[name], words) for need in facts["needs"] for name, words in (("kind", KINDS), ("level", LEVELS))]
    for name, word, words in said:
        if word not in words:
            raise BadRule(f"{place}:{_line_of(name, text, word)}", f"has {name} {word!r}", f"one of {', '.join(words)}")


def _is_option(word: object) -> bool:
    """Return whether *word* is an option as a broker prints it, `enablePopLog=true`: it is in scope where one has it so."""
    return isinstance(word, str) and "=" in word


def _check(facts: dict[str, Any], wanted: dict[str, type], text: str, place: str) -> None:
    for name, kind in wanted.items():
        if name not in facts:
            raise BadRule(f"{place}:1", f"its facts lack {name!r}")
        if not isinstance(facts[name], kind):
            raise BadRule(f"{place}:{_line_of(name, text)}", f"{name} is not a {_IN_WORDS[kind]}")


def _line_of(name: str, text: str, word: object = None) -> int:
    """Return the line of the fact *name* in the page, the one with *word* of several; 1 where it stands in no line of its own."""
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.split("=")[0].strip(" []") == name]
    return next((number for number, line in lines if isinstance(word, str) and word in line), lines[0][0] if lines else 1)


def _rule(rule_id: str, page: Path, facts: dict[str, Any], text: str, query: str) -> Rule:
    title = next((line.removeprefix("# ") for line in text.splitlines() if line.startswith("# ")), rule_id)
    faults = [
        Fault(f.get("issue"), tuple(f["affected"]), f.get("fixed_in"), f.get("by_release", True)) for f in facts.get("faults", [])
    ]
    needs = [_need(facts) for facts in facts["needs"]]
    return Rule(
        rule_id, page, title, facts["kind"], facts["severity"], tuple(facts["scope"]), facts["remedy"], tuple(needs),
        tuple(faults), tuple(facts.get("otherwise", ())), facts.get("severity_otherwise", facts["severity"]),
        facts.get("remedy_otherwise", facts["remedy"]), facts.get("never_clear"), _where(facts), text, query,
    )  # fmt: skip


def _where(facts: dict[str, Any]) -> tuple[str, str] | None:
    where = facts.get("never_clear_where")
    return (where["feature"], where["says"]) if where else None


def _need(facts: dict[str, Any]) -> Need:
    own = (facts["kind"], facts["source"], facts["level"], facts["how"])
    return Need(
        *own,
        facts.get("option"),
        facts.get("decides", True),
        facts.get("alternative", False),
        facts.get("replaces_all", False),
        facts.get("releases"),
    )
