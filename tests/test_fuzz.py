"""What fuzzing ever found stays found: the corpus is run again, and a few seconds of chance with it."""

import pytest
from fuzz_seeds import CORPUS, changed, seeds
from fuzz_targets import TARGETS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

KEPT = [(path.parent.name, path) for path in sorted(CORPUS.glob("*/*"))]


@pytest.mark.parametrize(("name", "path"), KEPT, ids=[f"{name}/{path.name}" for name, path in KEPT])
def test_a_find_is_mended(name, path):
    TARGETS[name](path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
@given(chance=st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_changed_input_breaks_nothing(name, chance):
    pool = seeds(name)
    TARGETS[name](changed(chance, chance.choice(pool), pool))
