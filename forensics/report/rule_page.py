"""What a rule says of itself: its page, with the facts before it in words."""

from collections.abc import Sequence

from forensics.errors import BadRule
from forensics.findings.rules import Rule
from forensics.report.scrub import scrubbed


def render(rule: Rule) -> str:
    """Return the page of *rule* with its remedy and what it needs, as it is published."""
    needs = "\n".join(
        f"- {need.kind}: {need.source} at {need.level}{f' with {need.option}' if need.option else ''}"
        f"{'' if need.decides else ' (helps, does not decide)'}: {need.how}"
        for need in rule.needs
    )
    faults = "\n".join(f"- {f.issue}: {', '.join(f.affected)}; fixed in {f.fixed_in or 'none yet'}" for f in rule.faults)
    known = f"## Known faults it can be\n\n{faults}\n\n" if faults else ""
    facts = f"rule {rule.id}, kind {rule.kind}, severity {rule.severity}\n\n"
    page = rule.page.strip().removeprefix(f"# {rule.title}").strip()
    other = f"In a release without the fault: {rule.remedy_otherwise}\n\n" if rule.remedy_otherwise != rule.remedy else ""
    return scrubbed(
        f"# {rule.title}\n\n{facts}## Remedy\n\n{rule.remedy}\n\n{other}{known}## Logs it reads\n\n{needs}\n\n{page}\n"
    )


def listed(rules: Sequence[Rule], bad: Sequence[BadRule]) -> str:
    """Return one line for each rule, and one for each that is bad."""
    width = max((len(rule.id) for rule in rules), default=0)
    lines = [f"{rule.id:{width}}  {rule.severity:7}  {rule.title}" for rule in rules]
    return scrubbed("\n".join([*lines, *(f"bad: {error}" for error in bad)]) + "\n")


def told(rules: Sequence[Rule], errors: Sequence[BadRule], verb: str) -> str:
    """Return the errors, and of how many rules how many have none."""
    bad = len({error.place.split(":")[0].rpartition(".")[0] for error in errors})
    good = len({rule.id for rule in rules} - {error.place.split(":")[0].rpartition(".")[0] for error in errors})
    return scrubbed("".join(f"{error}\n" for error in errors) + f"{good} of {good + bad} rules {verb}\n")
