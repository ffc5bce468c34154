"""Loses evidence of the sample traces again and again, and prints each loss after which a verdict says more than before."""

import argparse
import sys

from conftest import NAMES, kept
from losses import THINNED, Evidence, ground, lost_of, may_overreach, overreaching, replayed, verdicts

from forensics.findings.rules import load_rules, rules_directory

THINNED_OF = 3
"""Of so many losses one takes lines from between others."""
REPLAYED = 10
"""Of so many losses one is replayed and checked as a whole, for a violation that was none; of the others what can be clear."""


def run(names: list[str], losses: int, first: int) -> int:
    """Lose *losses* times, as often of each trace; return how often a verdict overreached."""
    rules, _ = load_rules(rules_directory())
    failed, done = 0, 0
    for place, name in enumerate(names):
        evidence = Evidence(kept(name))
        before = verdicts(replayed(evidence.whole()), rules)
        for number in range(first, first + losses // len(names) + (place < losses % len(names))):
            seed = f"{name}/{number}" + ("" if number % THINNED_OF else f"/{THINNED}")
            what, left = lost_of(evidence, seed)
            asked = may_overreach(rules, before, ground(left)) if number % REPLAYED else rules
            wrong = overreaching(before, verdicts(replayed(left), asked)) if asked else {}
            done += 1
            if wrong:
                failed += 1
                print(f"{seed}: {wrong}, {_were(before, wrong)} before, after the loss of {'; '.join(what)}", flush=True)  # noqa: T201
        print(f"{name}: {done} losses so far, {failed} overreach", flush=True)  # noqa: T201
    return failed


def _were(before: dict[str, str], wrong: dict[str, str]) -> str:
    return ", ".join(sorted({before[rule] for rule in wrong}))


def main() -> int:
    """Lose evidence of the traces that are named, or of all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("traces", nargs="*", metavar="TRACE")
    parser.add_argument("--losses", type=int, default=10_000, help="in all")
    parser.add_argument("--first", type=int, default=0, help="number of the first seed, which is TRACE/NUMBER")
    wanted = parser.parse_args()
    return min(1, run(wanted.traces or NAMES, wanted.losses, wanted.first))


if __name__ == "__main__":
    sys.exit(main())
