"""`rmqf rules list|lint|test`: a user's own rules, two files each and no code."""

from pathlib import Path
from typing import Annotated

import typer

from forensics.cli.shown import show
from forensics.errors import ExitCode

_WHAT = "List, check and test rules: the built-in ones, or those of a directory."
app = typer.Typer(name="rules", help=_WHAT, short_help=_WHAT, no_args_is_help=True)

Directory = Annotated[
    Path | None, typer.Argument(help="A directory of rules, FAMILY/NAME.md and .sql; the built-in ones if not given.")
]


@app.command("list")
def list_them(directory: Directory = None) -> int:
    """List the rules with severity and title."""
    from forensics.findings.rules import load_rules, rules_directory
    from forensics.report import rule_page

    rules, bad = load_rules(directory or rules_directory())
    show(rule_page.listed(rules, bad))
    return ExitCode.USAGE if bad else ExitCode.DONE


@app.command("lint")
def lint(directory: Directory = None) -> int:
    """Check that every page says what a page must, and that every query runs."""
    from forensics.findings import examples
    from forensics.findings.rules import load_rules, rules_directory
    from forensics.report import rule_page

    directory = directory or rules_directory()
    rules, bad = load_rules(directory)
    errors = bad + examples.over_all(examples.lint, rules, directory)
    show(rule_page.told(rules, errors, "are as rules must be"))
    return ExitCode.USAGE if errors else ExitCode.DONE


@app.command("test")
def run_examples(directory: Directory = None) -> int:
    """Run the examples on every page: each must give the findings written below it."""
    from forensics.findings import examples
    from forensics.findings.rules import load_rules, rules_directory
    from forensics.report import rule_page

    directory = directory or rules_directory()
    rules, bad = load_rules(directory)
    errors = bad + examples.over_all(examples.failures, rules, directory)
    show(rule_page.told(rules, errors, "hold their examples"))
    return ExitCode.USAGE if errors else ExitCode.DONE
