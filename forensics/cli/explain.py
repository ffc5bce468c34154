"""`rmqf explain`, `rmqf why-not`, `rmqf tables`: rules and findings that explain themselves."""

from typing import Annotated

import typer

from forensics.cli.options import Raw, Rules, in_order
from forensics.cli.progress import progress_bar
from forensics.cli.shown import show

_About = Annotated[list[str] | None, typer.Argument(help="The case or logs that the finding was found in.")]


def explain(
    what: Annotated[str, typer.Argument(help="A rule, as `rmqf rules list` names it, or a finding's number or id.")],
    inputs: _About = None,
    raw: Raw = False,
    rules: Rules = None,
) -> None:
    """Print the page of a rule, or, with the case it was found in, walk the proof of a finding step by step."""
    if not inputs:
        from forensics.findings.rules import load_rules, rule_named, rules_directory
        from forensics.report import rule_page

        show(rule_page.render(rule_named(what, load_rules(rules or rules_directory())[0])))
        return
    in_order(inputs[0], what, "explain RULE, or rmqf explain FINDING CASE")
    from forensics.library import case_of, check_case
    from forensics.report import proof

    with progress_bar() as progress, case_of(inputs, None, progress) as case:
        show(proof.render(proof.finding_of(check_case(case, rules, raw=raw), what)))


def why_not(
    rule: Annotated[str, typer.Argument(help="A rule, as `rmqf rules list` names it.")],
    inputs: Annotated[list[str], typer.Argument(help="A case, or logs.")],
    raw: Raw = False,
    rules: Rules = None,
) -> None:
    """Say why a rule found nothing in a case: what it looked at, and what was missing."""
    from forensics.findings.rules import load_rules, rule_named, rules_directory
    from forensics.library import case_of, check_case
    from forensics.report import proof

    in_order(inputs[0], rule, "why-not RULE CASE")
    asked = rule_named(rule, load_rules(rules or rules_directory())[0])
    with progress_bar() as progress, case_of(inputs, None, progress) as case:
        show(proof.why_not(check_case(case, rules, raw=raw), asked.id))


def tables(name: Annotated[str | None, typer.Argument(help="A table, to see its columns.")] = None) -> None:
    """List the tables that rules and `rmqf sql` may use, or the columns of one."""
    from forensics.report import tables_page

    groups = tables_page.groups()
    show(tables_page.described(name, groups) if name else tables_page.listed(groups))
