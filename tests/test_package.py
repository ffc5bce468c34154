"""The wheel and the sdist work from an empty environment: code, rules, schema and a sample trace are inside."""

import os
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

from forensics.version import VERSION

ROOT = Path(__file__).parent.parent


def build(kind, directory, source=ROOT):
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(directory)]
    subprocess.run(command, cwd=source, check=True, capture_output=True, timeout=300)
    (made,) = directory.glob("*.whl" if kind == "wheel" else "*.tar.gz")
    return made


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    return build("wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def empty(wheel, tmp_path_factory):
    """Give an environment with the wheel alone; what it needs is lent by ours, so that no index is asked."""
    home = tmp_path_factory.mktemp("empty") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(home)], check=True, timeout=120)
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-deps", "--no-index", "--quiet", str(wheel)]
    subprocess.run(install, check=True, timeout=300)
    (packages,) = home.glob("**/site-packages")
    (packages / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return python


def run(python, *arguments):
    command = [str(python.with_name("rmqf")), *arguments]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(command, cwd=python.parent, capture_output=True, text=True, timeout=300, check=False, env=environment)


def test_the_installed_command_is_the_wheels(empty):
    where = subprocess.run(
        [empty, "-I", "-c", "import forensics; print(forensics.__file__)"], capture_output=True, text=True, check=True
    )
    assert Path(where.stdout.strip()).is_relative_to(empty.parent.parent)
    assert run(empty, "--version").stdout == f"rmqf {VERSION}\n"


def test_it_analyzes_the_trace_that_comes_with_it(empty):
    shown = run(empty, "demo")
    assert shown.stdout.startswith("1 failure proven"), shown.stderr
    assert "pop/lost_message" in shown.stdout


def test_its_rules_are_inside(empty):
    tested = run(empty, "rules", "test")
    assert (tested.returncode, tested.stderr) == (0, "")


def test_the_version_stands_in_one_place(wheel):
    assert wheel.name == f"rocketmq_forensics-{VERSION}-py3-none-any.whl"
    assert "version" not in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert f"## {VERSION}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_sdist_makes_the_same_wheel(wheel, tmp_path):
    with tarfile.open(build("sdist", tmp_path / "sdist")) as archive:
        archive.extractall(tmp_path / "source", filter="data")
    (source,) = (tmp_path / "source").iterdir()
    again = build("wheel", tmp_path / "again", source)
    assert names(again) == names(wheel)
    assert any(name.endswith("LICENSE") for name in names(wheel))


def names(wheel):
    return sorted(zipfile.ZipFile(wheel).namelist())
