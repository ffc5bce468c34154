"""Fuzzes one target in a process of its own: `python tests/fuzz_one.py TARGET SECONDS SEED`, which `tests/fuzz.py` calls.

Our modules are imported under atheris's eyes where it is there; its library then guides by the branches they take.
"""

import contextlib
import importlib.util
import random
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
_ATHERIS = importlib.util.find_spec("atheris") is not None
if _ATHERIS:
    import atheris

with atheris.instrument_imports(include=["forensics"]) if _ATHERIS else contextlib.nullcontext():
    from fuzz_kept import Reached, keep, worked_on
    from fuzz_seeds import CORPUS, LONGEST_INPUT, changed, seeds
    from fuzz_targets import TARGETS

_SLOW_S, _ENDLESS_S, _MOST_MIB = 5, 60, 2048
_NEVER_S = 1_000_000
"""libFuzzer calls slow what waited for a busy machine; `noting` counts the processor's time."""


def noting(name: str) -> Callable[[bytes], None]:
    """Return the target such that what it raises is kept, once for each place it is raised at, and goes no further."""
    found: set[tuple[str, int | None]] = set()

    def run(data: bytes) -> None:
        begun = time.thread_time()
        try:
            TARGETS[name](data)
            assert time.thread_time() - begun < _SLOW_S, "this takes too long"
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a find
            last = traceback.extract_tb(error.__traceback__)[-1]
            if (last.filename, last.lineno) not in found:
                found.add((last.filename, last.lineno))
                keep(name, data)
                traceback.print_exc()

    return run


def guided(name: str, seconds: int, seed: int) -> None:
    """Fuzz under libFuzzer; it ends the process. What takes too long or too much it writes to the corpus itself."""
    pool = seeds(name)
    for data in pool:
        worked_on(name, data)

    def mutated(data: bytes, longest: int, chance: int) -> bytes:
        if chance % 2:
            return bytes(atheris.Mutate(data, longest))
        return changed(random.Random(chance), data, pool)[:longest]  # noqa: S311 - chance is what is wanted

    options = {
        "max_total_time": seconds, "max_len": LONGEST_INPUT, "seed": seed % (1 << 31) or 1, "timeout": _ENDLESS_S,
        "report_slow_units": _NEVER_S, "rss_limit_mb": _MOST_MIB, "artifact_prefix": f"{CORPUS / name}/", "print_final_stats": 1,
        "verbosity": 0,
    }  # fmt: skip
    (CORPUS / name).mkdir(parents=True, exist_ok=True)
    arguments = [f"-{option}={value}" for option, value in options.items()]
    atheris.Setup([sys.argv[0], *arguments, str(worked_on(name, b"").parent)], noting(name), custom_mutator=mutated)
    atheris.Fuzz()


def unguided(name: str, seconds: int, seed: int) -> None:
    """Fuzz without a library: an input that reaches a line of ours no other has reached is kept and changed further."""
    run, chance, pool, reached = noting(name), random.Random(seed), seeds(name), Reached()  # noqa: S311 - as above
    runs, ends = 0, time.monotonic() + seconds
    while time.monotonic() < ends:
        data = pool[runs] if runs < len(pool) else changed(chance, chance.choice(pool), pool)
        runs += 1
        if reached.new_by(run, data):
            worked_on(name, data)
            pool.append(data)
    print(f"{runs} runs, {len(pool)} inputs, {len(reached.lines)} lines of ours", flush=True)  # noqa: T201


if __name__ == "__main__":
    (guided if _ATHERIS else unguided)(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
