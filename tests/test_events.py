"""Events are read as the same rows however many there are."""

import polars as pl
import pytest

from forensics.replay.dicts import dicts


@pytest.mark.parametrize("different", [1, 254, 255, 256, 257, 400, 2_500])
def test_many_rows_that_share_their_texts_are_what_few_rows_are(different):
    count = 2_500
    rows = {
        "text": [None if n % 7 == 0 else f"text {n % different}" for n in range(count)],
        "none": pl.Series([None] * count, dtype=pl.String),
        "number": [None if n % 5 == 0 else n for n in range(count)],
        "list": [[n, None] if n % 3 else None for n in range(count)],
        "structs": [[{"code": n, "name": f"text {n % 3}"}] for n in range(count)],
    }
    frame = pl.DataFrame(rows)
    assert dicts(frame) == frame.to_dicts()
