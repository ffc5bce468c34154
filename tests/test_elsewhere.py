"""What is concluded rests on no name and no date: the same logs with others lead to the same verdicts and findings."""

import pytest
from elsewhere import differing


@pytest.mark.parametrize("name", ["F-5.1.0-keys", "K-5.0.0-latestop", "N-5.3.1-wait", "S-5.3.1-s1"])
def test_other_names_at_another_time_are_concluded_alike(name):
    assert differing(name, name) == []
