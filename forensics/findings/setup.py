"""Sets small cases up: `python -m forensics.findings.setup` keeps what can be said without a case of our rules and statements."""

import subprocess
import sys

from forensics.findings.emptiness import conditions
from forensics.findings.rules import load_rules, rules_directory
from forensics.findings.stored import store
from forensics.statements import statements
from forensics.statements import stored as templates


def store_conditions() -> None:
    """Keep under which condition each of our rules finds nothing."""
    store(conditions(rule.query for rule in load_rules(rules_directory())[0]))


def store_templates() -> None:
    """Keep what our statements look for in a line."""
    templates.store(list(statements().values()))


def store_methods() -> None:
    """Keep the methods of the classes that reading and judging a case load."""
    subprocess.run([sys.executable, "-m", "forensics.classes", "forensics.library"], check=True)


def set_up() -> None:
    """Keep all of it."""
    store_conditions()
    store_templates()
    store_methods()


if __name__ == "__main__":
    set_up()
