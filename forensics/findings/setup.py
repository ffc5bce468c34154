"""Sets the checking up: `python -m forensics.findings.setup` keeps what can be said of our own rules without a case."""

from forensics.findings.emptiness import conditions
from forensics.findings.rules import load_rules, rules_directory
from forensics.findings.stored import store


def store_conditions() -> None:
    """Keep under which condition each of our rules finds nothing."""
    store(conditions(rule.query for rule in load_rules(rules_directory())[0]))


if __name__ == "__main__":
    store_conditions()
