"""The zone of a log whose layout and lines do not say it."""

import pytest

from forensics.engines.zones import Zones

HOUR_US = 3_600_000_000


def file(node, zone_from=None, zone_s=0, from_h=100.0, to_h=100.1):
    """Return a row of `files` whose times, as printed or moved, span some hours."""
    return {
        "node": node, "series": "rocketmq_client.log", "zone_from": zone_from, "zone_offset_s": zone_s,
        "from_lo": int(from_h * HOUR_US), "to_hi": int(to_h * HOUR_US),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("printed_h", "zone"),
    [
        pytest.param(109.0, (9 * 3600, "sibling"), id="in the zone of the siblings"),
        pytest.param(100.0, (0, "overlap"), id="outside of the time of all others in that zone"),
        pytest.param(105.5, (5 * 3600 + 1800, "overlap"), id="inside of it in a zone between the whole hours alone"),
        pytest.param(150.0, (9 * 3600, "sibling"), id="outside of it in every zone"),
    ],
)
def test_the_zone_of_siblings_is_taken_unless_it_lays_a_log_outside_of_the_case(printed_h, zone):
    known = [file("ns", "layout", 8 * 3600, 99.9, 100.2), file("shop", "lines", 9 * 3600), file("till", "lines", 9 * 3600)]
    assert Zones(known, {}).of(file("lone", from_h=printed_h, to_h=printed_h + 0.1)) == zone


def test_a_siblings_zone_between_the_whole_hours_that_lays_a_log_outside_of_the_case_is_not_taken():
    known = [file("ns", "layout", 8 * 3600, 99.9, 100.2), file("shop", "lines", 5 * 3600 + 1800)]
    assert Zones(known, {}).of(file("lone", from_h=96.0, to_h=96.1)) == (-4 * 3600, "overlap")
