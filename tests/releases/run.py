"""Starts every published release for a moment and asks `rmqf analyze` which release it was: `python tests/releases/run.py`.

Artifacts come by Maven, from whatever registry it is configured for, into a directory that is gone at the end (or is kept
and used again: --work). One release runs at a time: its name server, controller, broker and proxy, as far as they are
published, and a client. Its logs are read under names that tell nothing, and the table says for each process which releases
were found. A release that is not published whole is run with modules of the one before it, as long as those that name the
options of its processes are its own (the table says so); otherwise it cannot be.
Exits with 1 where a release is not among those found for it.
"""

import argparse
import contextlib
import io
import itertools
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tarfile
import tempfile
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import zstandard

from forensics.library import case_of, check_case

HERE = Path(__file__).parent
OLDEST = (4, 8, 0)
NAMESERVER, BROKER, CONTROLLER = "127.0.0.1:29876", 29911, 29860
_OPENED = [
    "--add-opens=java.base/java.nio=ALL-UNNAMED", "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "--add-opens=java.base/java.lang=ALL-UNNAMED", "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
]  # fmt: skip
"""What code written for Java 8 takes from a newer one."""
_LENT = ("auth", "client", "filter", "srvutil", "tiered-store", "tools")
_OWN = ("common", "remoting", "store")
"""Modules that the release before may lend, and those with the options of servers (AuthConfig aside), which must be its own."""
_PATIENCE = 120
"""Seconds that a process may take before its first line."""


@dataclass(frozen=True)
class Kind:
    """One kind of process: its artifact, its main class, its options as a file, and how the file is handed over."""

    name: str
    artifact: str
    main: str
    config: str = ""
    arguments: tuple[str, ...] = ()
    seconds: int = 8


KINDS = (
    Kind("namesrv", "rocketmq-namesrv", "org.apache.rocketmq.namesrv.NamesrvStartup", "listenPort=29876\n", ("-c", "{config}")),
    Kind(
        "controller", "rocketmq-controller", "org.apache.rocketmq.controller.ControllerStartup",
        f"controllerDLegerGroup=g\ncontrollerDLegerPeers=n0-127.0.0.1:{CONTROLLER}\ncontrollerDLegerSelfId=n0\n"
        "controllerStorePath={home}/controller\n", ("-c", "{config}"),
    ),
    Kind(
        "broker", "rocketmq-broker", "org.apache.rocketmq.broker.BrokerStartup",
        f"brokerClusterName=c\nbrokerName=b\nbrokerId=0\nbrokerIP1=127.0.0.1\nlistenPort={BROKER}\nhaListenPort=29912\n"
        f"namesrvAddr={NAMESERVER}\nstorePathRootDir={{home}}/store\nstorePathCommitLog={{home}}/store/commitlog\n"
        "mappedFileSizeCommitLog=16777216\nautoCreateTopicEnable=true\n", ("-c", "{config}"), 12,
    ),
    Kind(
        "proxy", "rocketmq-proxy", "org.apache.rocketmq.proxy.ProxyStartup",
        f'{{"rocketMQClusterName": "c", "namesrvAddr": "{NAMESERVER}", "grpcServerPort": 29981, "remotingListenPort": 29980}}',
        ("-pm", "cluster", "-pc", "{config}"), 15,
    ),
)  # fmt: skip
_MAIN = ("{kind}.log", "{kind}_default.log", "rocketmq_{kind}.log")
"""The logs that hold the start of a process; from 5.1.1 on a controller dumps its options into the second."""
CLIENT = Kind("client", "rocketmq-client", str(HERE / "OneMessage.java"), "", (NAMESERVER,), 30)


class Maven:
    """Versions and class paths, by Maven, in a local repository of its own."""

    def __init__(self, work: Path) -> None:
        self._work = work
        self.repository = work / "repository"

    def versions(self, artifact: str) -> list[str]:
        """Return the published versions of *artifact*: asking for a range makes Maven fetch their list."""
        self._run("dependency:resolve", artifact, "[999,)", work=self._work / f"{artifact}-versions")
        found = self.repository.glob(f"org/apache/rocketmq/{artifact}/maven-metadata-*.xml")
        return sorted({v for path in found for v in re.findall(r"<version>([\d.]+)</version>", path.read_text(encoding="utf-8"))})

    def class_path(self, artifact: str, version: str, lender: str = "") -> str | None:
        """Return the class path of *artifact*, some of it perhaps of the release *lender*; None where Maven cannot resolve it."""
        work = self._work / f"{artifact}-{version}{lender and '-lent'}"
        file = work / "class_path"
        if not file.exists():
            self._run("dependency:build-classpath", artifact, version, f"-Dmdep.outputFile={file}", work=work, lender=lender)
        return file.read_text(encoding="utf-8") if file.exists() else None

    def _run(self, goal: str, artifact: str, version: str, *more: str, work: Path, lender: str = "") -> None:
        work.mkdir(parents=True, exist_ok=True)
        lent = [*((module, lender) for module in _LENT), *((module, version) for module in _OWN)] if lender else []
        managed = "".join(_dependency(f"rocketmq-{module}", release) for module, release in lent)
        (work / "pom.xml").write_text(
            "<project><modelVersion>4.0.0</modelVersion><groupId>run</groupId><artifactId>run</artifactId><version>1</version>"
            f"<dependencyManagement><dependencies>{managed}</dependencies></dependencyManagement>"
            f"<dependencies>{_dependency(artifact, version)}</dependencies></project>",
            encoding="utf-8",
        )
        command = ["mvn", "-q", "-B", f"-Dmaven.repo.local={self.repository}", goal, *more]
        with (work / "maven.log").open("w", encoding="utf-8") as log:
            subprocess.run(command, cwd=work, check=False, stdout=log, stderr=log)


def _dependency(artifact: str, version: str) -> str:
    names = f"<groupId>org.apache.rocketmq</groupId><artifactId>{artifact}</artifactId>"
    return f"<dependency>{names}<version>{version}</version></dependency>"


@contextlib.contextmanager
def started(kind: Kind, class_path: str, home: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run a process with *home* as its home directory; it is stopped in order, and killed where that takes too long."""
    (home / "conf").mkdir(parents=True)
    config = home / "conf" / "options"
    config.write_text(kind.config.replace("{home}", str(home)), encoding="utf-8")
    for server in ("broker", "namesrv", "controller", "proxy"):
        shutil.copy(HERE / "logback.xml", home / "conf" / f"logback_{server}.xml")
    command = [
        "java", *_OPENED, "-Xmx384m", "-XX:MaxDirectMemorySize=256m", f"-Duser.home={home}", f"-Drocketmq.home.dir={home}",
        f"-DmainLog={kind.name}", "-cp", class_path, kind.main,
        *(argument.format(config=config) for argument in kind.arguments),
    ]  # fmt: skip
    env = os.environ | {"ROCKETMQ_HOME": str(home), "HOME": str(home), "RMQ_PROXY_HOME": str(home), "NAMESRV_ADDR": NAMESERVER}
    with (home / "console").open("wb") as console:
        process = subprocess.Popen(command, env=env, cwd=home, stdout=console, stderr=console)
        try:
            yield process
        finally:
            _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def run(paths: dict[str, str], homes: Path) -> None:
    """Run the processes of one release, each started upon those before it; their homes lie in *homes* by kind."""
    with contextlib.ExitStack() as stack:
        for kind in [kind for kind in (*KINDS, CLIENT) if kind.name in paths]:
            process = stack.enter_context(started(kind, paths[kind.name], homes / kind.name))
            _wait(process, kind.seconds, homes / kind.name)


def _wait(process: subprocess.Popen[bytes], seconds: int, home: Path) -> None:
    """Wait until a process logs, which takes a slow machine a while, and then for *seconds*, or until it ends."""
    for _ in range(_PATIENCE):
        if process.poll() is not None or any((home / "logs").rglob("*.log")):
            break
        time.sleep(1)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(seconds)


def logs_of(release: str, homes: Path, target: Path) -> dict[str, str]:
    """Copy what each process of a release logged to *target*, under names that tell nothing; return kind by name."""
    names = {}
    for home in sorted(homes.iterdir()):
        logs = [path for path in sorted((home / "logs").rglob("*.log")) if path.stat().st_size]
        if logs:
            names[f"n{zlib.crc32(f'{release} {home.name}'.encode()):08x}"] = home.name
        for path in logs:
            copy = target / list(names)[-1] / path.relative_to(home)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes().replace(str(home).encode(), b"/home/user"))
    return names


def pack(logs: Path, nodes: dict[str, list[str]], archive: Path) -> None:
    """Write the main logs under *logs* to *archive*, and beside it the release and kind of each node and what is found.

    Processes that the archive has already and that were not run again stay in it.
    """
    listed = archive.with_name("found.json")
    former = json.loads(listed.read_text(encoding="utf-8")) if listed.exists() else {}
    every = {node: [row["release"], row["kind"]] for node, row in former.items()} | nodes
    members = _packed(archive, set(former) - set(nodes)) | _main_logs(logs, nodes)
    with tarfile.open(fileobj=(packed := io.BytesIO()), mode="w") as tar:
        for name, text in sorted(members.items()):
            member = tarfile.TarInfo(name)
            member.size = len(text)
            tar.addfile(member, io.BytesIO(text))
    archive.write_bytes(zstandard.ZstdCompressor(level=19, write_checksum=True).compress(packed.getvalue()))
    table = {}
    for node, (_, releases, _) in found(archive).items():
        table[node] = {"release": every[node][0], "kind": every[node][1], "found": releases}
    lines = [f" {json.dumps(node)}: {json.dumps(row)}" for node, row in sorted(table.items(), key=lambda one: str(one[1]))]
    listed.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def _main_logs(logs: Path, nodes: dict[str, list[str]]) -> dict[str, bytes]:
    """Return the main logs of the processes that were run, by their names in an archive."""
    return {
        path.relative_to(logs / release).as_posix(): path.read_bytes()
        for node, (release, kind) in nodes.items()
        for name in _MAIN
        for path in (logs / release / node).rglob(name.format(kind=kind))
    }


def _packed(archive: Path, nodes: set[str]) -> dict[str, bytes]:
    """Return by name what *archive* has of *nodes*; nothing where there is none yet."""
    if not archive.exists():
        return {}
    with zstandard.open(archive, "rb") as opened, tarfile.open(fileobj=opened, mode="r|") as tar:
        return {m.name: file.read() for m in tar if m.name.split("/")[0] in nodes and (file := tar.extractfile(m))}


def found(logs: Path) -> dict[str, tuple[str, list[str], list[str]]]:
    """Return by node its kind, the releases found for it, and the evidence."""
    with case_of([str(logs)]) as case:
        nodes = check_case(case)["case"]["nodes"]
    return {node["node"]: (node["kind"], node["releases"], node["release_evidence"]) for node in nodes}


def _number(release: str) -> tuple[int, ...]:
    return tuple(int(part) for part in release.split("."))


def main() -> int:
    """Run what was asked for, print the table, return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("releases", nargs="*", help="only these releases")
    parser.add_argument("--work", type=Path, help="keep artifacts and logs here")
    parser.add_argument("--logs", type=Path, help="put the logs here, a directory per process")
    parser.add_argument("--pack", type=Path, help="pack the main logs into this archive, beside others it has")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        work = (options.work or Path(temporary)).resolve()
        logs = (options.logs or work / "logs").resolve()
        nodes, missed = table(Maven(work), options.releases, work, logs)
        if options.pack:
            pack(logs, nodes, options.pack)
    return 1 if missed else 0


def table(maven: Maven, wanted: list[str], work: Path, logs: Path) -> tuple[dict[str, list[str]], int]:
    """Run every wanted release and print what was found; return release and kind by node, and how many were not found."""
    published = {kind: maven.versions(kind.artifact) for kind in (*KINDS, CLIENT)}
    releases = sorted({v for own in published.values() for v in own if _number(v) >= OLDEST}, key=_number)
    nodes: dict[str, list[str]] = {}
    missed = 0
    for before, release in [pair for pair in itertools.pairwise(["", *releases]) if not wanted or pair[1] in wanted]:
        paths = _paths(maven, {kind for kind, own in published.items() if release in own}, release, before)
        if not paths:
            continue
        homes = work / "homes" / release
        shutil.rmtree(homes, ignore_errors=True)
        began = time.monotonic()
        run(paths, homes)
        shutil.rmtree(logs / release, ignore_errors=True)
        kinds = logs_of(release, homes, logs / release)
        nodes |= {node: [release, kind] for node, kind in kinds.items()}
        missed += _print(release, kinds, found(logs / release), time.monotonic() - began)
    return nodes, missed


def _paths(maven: Maven, kinds: set[Kind], release: str, before: str) -> dict[str, str]:
    """Return the class paths of a release by kind, and print where one is not wholly its own or cannot be had."""
    paths = {}
    for kind in sorted(kinds, key=lambda kind: kind.name):
        own = maven.class_path(kind.artifact, release)
        if path := own or maven.class_path(kind.artifact, release, before):
            paths[kind.name] = path
        if not own:
            how = f"runs with modules of {before}" if path else "cannot be run"
            sys.stdout.write(f"{release:7} {kind.name:11} {how}: not all its modules can be resolved\n")
    return paths


def _print(release: str, kinds: dict[str, str], nodes: dict[str, tuple[str, list[str], list[str]]], seconds: float) -> int:
    missed = 0
    for name, kind in sorted(kinds.items()):
        _, releases, evidence = nodes.get(name, (kind, [], []))
        missed += release not in releases
        sign = "ok" if release in releases else "MISSED"
        why = "; ".join(evidence) or "no evidence"
        sys.stdout.write(f"{release:7} {kind:11} {sign:7} {', '.join(releases) or '-'}   ({why})\n")
    sys.stdout.write(f"{release:7} took {seconds:.0f} s\n")
    sys.stdout.flush()
    return missed


if __name__ == "__main__":
    sys.exit(main())
