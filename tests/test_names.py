"""What things are called decides nothing: topics, groups, brokers, hosts and folders of other names give the same verdicts."""

import re
import tarfile
from pathlib import Path

import pytest
import zstandard
from conftest import TRACES, analyzed

from forensics.library import case_of, check_case

_NAMED = {"topic": "{0}-a_b|c", "group": "{0}-a_b|c_a", "broker": "b_{0}%"}
"""Other names, of signs that RocketMQ joins names with: %RETRY%GROUP_TOPIC can be taken apart in more than one place."""
_OWN = re.compile(r"%\w+%|rmq_sys_|SCHEDULE_|TBW102")


def other_names(name: str) -> dict[str, str]:
    """Return another name for each topic, group and broker that the findings of a trace are of."""
    subjects = [finding["subject"] for finding in analyzed(name)["findings"]]
    seen = {(part, text) for one in subjects for part in _NAMED if (text := one.get(part)) and not _OWN.match(text)}
    return {text: _NAMED[part].format(number) for number, (part, text) in enumerate(sorted(seen))}


def write_renamed(name: str, home: Path, names: dict[str, str]) -> None:
    """Write the logs of a trace to *home*, each node's under another folder, on another host and under other names."""
    longest_first = sorted(names, key=len, reverse=True)
    told = re.compile("|".join(rf"(?<![A-Za-z0-9-]){re.escape(one)}(?![A-Za-z0-9])" for one in longest_first))
    folders: dict[str, str] = {}
    with zstandard.open(TRACES / name / "input.tar.zst", "rb") as packed, tarfile.open(fileobj=packed, mode="r|") as archive:
        for entry in archive:
            node, _, below = entry.name.removeprefix("./").partition("/")
            if not entry.isfile():
                continue
            text = archive.extractfile(entry).read().decode("latin-1")
            path = home / folders.setdefault(node, f"host{len(folders)}.example") / below
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(told.sub(lambda found: names[found[0]], text).replace("127.0.0.1", "10.7.2.9").encode("latin-1"))


def judged(doc) -> tuple[dict[str, str], list[tuple[object, ...]]]:
    """Return what a document says but for names: the verdicts, and of each finding its interval and how much it is of."""
    parts = ("rule", "verdict", "from", "to", "occurrences")
    told = [(*(one[part] for part in parts), len(one["messages"])) for one in doc["findings"]]
    return {rule["rule"]: rule["verdict"] for rule in doc["rules"]}, sorted(told)


@pytest.mark.parametrize("name", ["C-5.2.0-loop-default", "F-5.1.4-reput", "N-5.3.1-kill", "S-5.3.1-s1"])
def test_other_names_change_no_verdict(name, tmp_path):
    names = other_names(name)
    assert names
    write_renamed(name, tmp_path, names)
    with case_of([str(tmp_path)]) as case:
        doc = check_case(case)
    assert not any(old in str(one["subject"]) for old in names for one in doc["findings"])
    assert judged(doc) == judged(analyzed(name))
