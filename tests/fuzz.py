"""Fuzzing, for as long as one likes: `make fuzz`, or `python tests/fuzz.py --seconds 3600 [TARGET...]`.

Guided by coverage: by atheris, which the dev extra brings to Linux on x86-64 (elsewhere it must be built: `pip install
atheris`), and where it is not there by the lines of ours that an input reaches. Every target has a process of its own. What one
raises that it must not, or takes too long over, is written to `tests/corpus/TARGET`, where `make test` runs it ever after.
"""

import argparse
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from fuzz_kept import distilled
from fuzz_seeds import CORPUS, ROOT, seeds
from fuzz_targets import TARGETS

_MOST_ENDS = 20


def fuzz(name: str, seconds: float, seed: int) -> set[Path]:
    """Change inputs of one target until *seconds* are over, in as many processes as it ends; return what was found."""
    before, ends, given = kept(name), time.monotonic() + seconds, seconds
    for number in range(_MOST_ENDS):
        command = [sys.executable, str(ROOT / "fuzz_one.py"), name, str(max(1, int(given))), str(seed + number)]
        subprocess.run(command, check=False)
        given = ends - time.monotonic()
        if given < 1:
            break
    return kept(name) - before


def kept(name: str) -> set[Path]:
    """Return what the corpus of a target holds."""
    return set((CORPUS / name).glob("*"))


def main() -> int:
    """Fuzz the targets that are named, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=float, default=300, help="for all targets together")
    parser.add_argument("--keep", action="store_true", help="write the smallest inputs that reach something new to the corpus")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    wanted = parser.parse_args()
    names = wanted.targets or list(TARGETS)
    finds: set[Path] = set()
    for name in names:
        print(f"{name}:", flush=True)  # noqa: T201
        found = fuzz(name, wanted.seconds / len(names), wanted.seed)
        finds |= found
        told = [str(path) for path in sorted(found)] or ["nothing found"]
        if wanted.keep and not found:
            told.append(f"{len(distilled(TARGETS[name], seeds(name), name))} inputs kept")
        print(f"{name}: {', '.join(told)}", flush=True)  # noqa: T201
    return min(1, len(finds))


if __name__ == "__main__":
    sys.exit(main())
