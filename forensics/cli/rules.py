"""`rmqf rules list|lint|test`: a user's own rules, two files each and no code."""

from pathlib import Path
from typing import Annotated

import typer

from forensics.cli.commands import Group, add_command
from forensics.cli.shown import show
from forensics.errors import ExitCode

_WHAT = "List, check and test rules: the built-in ones, or those of a directory."
app = typer.Typer(name="rules", cls=Group, help=_WHAT, short_help=_WHAT, rich_markup_mode=None)

Directory = Annotated[
    Path | None, typer.Argument(help="A directory of rules, FAMILY/NAME.md and .sql; the built-in ones if not given.")
]


@app.callback(invoke_without_command=True)
def alone(context: typer.Context) -> None:
    """Show what there is to ask."""
    if context.invoked_subcommand is None:
        show(context.get_help() + "\n")


def list_them(directory: Directory = None) -> int:
    """List the rules with severity and title."""
    from forensics.findings.rules import load_rules, rules_directory
    from forensics.report import rule_page

    rules, bad = load_rules(directory or rules_directory())
    show(rule_page.listed(rules, bad))
    return ExitCode.USAGE if bad else ExitCode.DONE


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


add_command(app, "list", list_them)
add_command(app, "lint", lint)
add_command(app, "test", run_examples)
