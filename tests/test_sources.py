"""From paths to lines: nothing is lost on the way, and every file finds its node and its place in its series."""

import base64
import bz2
import gzip
import io
import lzma
import tarfile
import tempfile
import zipfile
import zlib

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from forensics.engines.survey import survey
from forensics.errors import MachineError, NoLogs, NoSuchInput
from forensics.library import case_of, ingest_logs
from forensics.replay.coverage import missing_parts
from forensics.sources import lines
from forensics.sources.archives import Spool, open_plain
from forensics.sources.find import Source, find_sources, roots_of
from forensics.sources.lines import LONGEST_LINE, split_lines
from forensics.sources.place import node_names, place_of
from forensics.sources.stream import Pieces
from forensics.tables import FILES

LINE = (
    "2026-01-01 08:00:{:02} INFO main - new broker registered, BrokerIdentityInfo [clusterName=c, brokerAddr=b:1] HAService: x\n"
)


@given(st.binary())
def test_every_byte_is_in_one_line(data):
    found = list(split_lines(io.BytesIO(data)))
    assert sum(line.size for line in found) == len(data)
    assert [line.offset for line in found] == [sum(line.size for line in found[:n]) for n in range(len(found))]
    assert [line.number for line in found] == list(range(1, len(found) + 1))


class Counted(bytes):
    """Bytes that count how many of them were copied."""

    copied = 0

    def __getitem__(self, span):
        cut = Counted(super().__getitem__(span))
        Counted.copied += len(cut)
        return cut


class OnePiece(Pieces):
    """A stream of one large piece, as a block of zeros of a store in an archive is one."""

    piece = bytes(1 << 16)

    def _next(self):
        piece, self.piece = Counted(self.piece), b""
        return piece


@pytest.mark.parametrize("size", [1, 1000, 1 << 20])
def test_a_piece_read_in_small_parts_is_copied_once(size):
    Counted.copied, stream = 0, OnePiece(io.BytesIO())
    found = b"".join(iter(lambda: stream.read(size), b""))
    assert (found, Counted.copied) == (OnePiece.piece, len(found))


@pytest.mark.parametrize("before", [0, 10, 1 << 16])
def test_what_is_left_of_a_piece_is_read_with_the_rest(before):
    stream = OnePiece(io.BytesIO())
    assert (len(stream.read(before)), len(stream.read()), stream.read(10)) == (before, (1 << 16) - before, b"")


@given(st.lists(st.text(alphabet=st.characters(exclude_characters="\n\r", exclude_categories=["Cs"]))))
def test_text_comes_back_as_it_was_but_zeros_before_it(texts):
    data = "".join(text + "\n" for text in texts).encode()
    found = list(split_lines(io.BytesIO(data)))
    assert [line.text for line in found] == [text.lstrip("\0") for text in texts]
    assert [line.rejected for line in found] == [len(text) - len(text.lstrip("\0")) for text in texts]


def test_a_bad_byte_spoils_one_line_and_is_counted():
    found = list(split_lines(io.BytesIO(b"good\nb\xff\xfed\ngood\n")))
    assert [line.text for line in found] == ["good", "b��d", "good"]
    assert [line.rejected for line in found] == [0, 2, 0]


def test_a_line_beyond_all_bounds_keeps_its_beginning_and_counts_the_rest(monkeypatch):
    monkeypatch.setattr(lines, "LONGEST_LINE", 8)
    found = list(split_lines(io.BytesIO(b"0123456789\nshort\n")))
    assert [(line.text, line.size, line.rejected) for line in found] == [("01234567", 11, 2), ("short", 6, 0)]


def test_windows_line_ends_are_not_part_of_the_text():
    assert [line.text for line in split_lines(io.BytesIO(b"a\r\nb\r\n"))] == ["a", "b"]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_lines_may_end_with_a_carriage_return_alone(mark, tmp_path):
    data = f"{mark}{''.join(LINE.format(n) for n in range(3))}".replace("\n", "\r").encode()
    (tmp_path / "namesrv.log").write_bytes(data)
    (row,) = ingest_logs([str(tmp_path)], tmp_path.parent / f"{tmp_path.name}.case").read(FILES).to_dicts()
    assert (row["records"], row["lines"], row["kept_bytes"] + row["rejected_bytes"]) == (3, 3, len(data))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_the_mark_of_a_file_says_how_its_characters_are_written(encoding, monkeypatch):
    monkeypatch.setattr(lines, "_CHUNK", 7)
    texts = ["\u0a00 first", "second \U0001f600", ""]
    data = ("\ufeff" + "\n".join(texts)).encode(encoding)
    found = list(split_lines(io.BytesIO(data)))
    assert [line.text for line in found] == texts[:2]
    assert (sum(line.size for line in found), [line.rejected for line in found]) == (len(data), [0, 0])


def pzstd(data):
    """Return *data* as pzstd packs it: before each frame stands one that is skipped, and tells its length."""
    frames = [zstandard.ZstdCompressor().compress(part) for part in (data[:3], data[3:])]
    return b"".join(b"\x50\x2a\x4d\x18\4\0\0\0" + len(frame).to_bytes(4, "little") + frame for frame in frames)


def padded_gz(data):
    """Return *data* in two members with zeros behind each."""
    return b"".join(gzip.compress(part) + bytes(512) for part in (data[:3], data[3:]))


def twice(data):
    """Return *data* as a browser keeps what a server compressed for it that was compressed."""
    return gzip.compress(zstd(data))


def zstd(data):
    return zstandard.ZstdCompressor().compress(data)


def padded_xz(data):
    """Return *data* in two streams with the padding that xz allows."""
    return b"".join(lzma.compress(part) + bytes(4) for part in (data[:3], data[3:]))


def alone(data):
    """Return *data* as lzma writes it."""
    return lzma.compress(data, lzma.FORMAT_ALONE)


@pytest.mark.parametrize(
    "pack",
    [gzip.compress, bz2.compress, zstd, pzstd, padded_gz, padded_xz, alone, zlib.compress, twice, bytes],
    ids=["gz", "bz2", "zst", "pzstd", "padded gz", "padded xz", "lzma", "zlib", "zst in gz", "plain"],
)
def test_compression_is_known_by_content_not_by_name(pack, tmp_path):
    file = tmp_path / "broker.log"
    file.write_bytes(pack(b"a line\n"))
    with open_plain(file) as stream:
        assert stream.read() == b"a line\n"


@pytest.mark.parametrize(
    ("path", "directory", "series", "index", "kind"),
    [
        ("broker-a-0/logs/rocketmqlogs/pop.log", "broker-a-0", "pop.log", 0, "broker"),
        ("broker-a-0/logs/rocketmqlogs/otherdays/pop.3.log", "broker-a-0", "pop.log", 3, "broker"),
        ("host7/rocketmqlogs/otherdays/broker.12.log.gz", "host7", "broker.log", 12, "broker"),
        ("edge/logs/rocketmqlogs/brokerLogDir_IS_UNDEFINED/broker.log", "edge", "broker.log", 0, "broker"),
        ("edge/logs/otherdays/brokerLogDir_IS_UNDEFINED/pop.2.log", "edge", "pop.log", 2, "broker"),
        ("app/logs/rocketmq-client.000012.log", "app", "rocketmq-client.log", 12, "client"),
        ("app/logs/worker-123456.log", "app", "worker-123456.log", 0, None),
        ("flat/broker.1.log.gz.gz", "flat", "broker.log", 1, "broker"),
        ("c/rocketmq_client.log.2", "c", "rocketmq_client.log", 2, "client"),
        ("c/logs/other_days/rocketmq_client-4.log.gz", "c", "rocketmq_client.log", 4, "client"),
        ("c/logs/rocketmq/rocketmq-client.log", "c", "rocketmq-client.log", 0, "client"),
        ("bundle.tar.gz!/ns/logs/namesrv_traffic.log", "ns", "namesrv_traffic.log", 0, "namesrv"),
        ("flat/pop(1).log", "flat", "pop.log", 0, "broker"),
        ("flat/broker (2).log", "flat", "broker.log", 0, "broker"),
        ("flat/broker - Copy.log", "flat", "broker.log", 0, "broker"),
        ("flat/Copy of broker_default.log.gz", "flat", "broker_default.log", 0, "broker"),
        ("flat/pop.log.part", "flat", "pop.log", 0, "broker"),
        ("flat/namesrv_tail.log.txt", "flat", "namesrv.log", 0, "namesrv"),
        ("flat/rocketmq_client.log-20260101.gz", "flat", "rocketmq_client.log", 0, "client"),
        ("flat/broker.2026-01-01.7.log", "flat", "broker.log", 0, "broker"),
        ("flat/shop_tail.log", "flat", "shop_tail.log", 0, None),
        ("p/proxy_watermark.log", "p", "proxy_watermark.log", 0, "proxy"),
        ("n/controller.log", "n", "controller.log", 0, "controller"),
        ("b/otherdays/lite.2.log", "b", "lite.log", 2, "broker"),
        ("n/something.txt", "n", "something.txt", 0, None),
    ],
)
def test_the_place_of_a_file_is_read_from_its_path(path, directory, series, index, kind):
    place = place_of(path)
    assert (place.directory, place.series, place.index, place.kind) == (directory, series, index, kind)


def test_nodes_are_named_by_what_tells_them_apart():
    assert node_names({"incident/prod/a", "incident/prod/b"}) == {"incident/prod/a": "a", "incident/prod/b": "b"}
    assert node_names({"x/a", "y/a"}) == {"x/a": "x/a", "y/a": "y/a"}
    assert node_names({"only/node"}) == {"only/node": "node"}


def surveyed(root, names=None):
    with Spool() as spool:
        return survey(find_sources([str(root)], spool), names or {}, "root")


def write(path, second):
    path.parent.mkdir(parents=True, exist_ok=True)
    data = LINE.format(second).encode()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)


@pytest.mark.parametrize("zeros", [1, 5_000, (1 << 20) + 7])
def test_a_line_behind_the_zeros_that_a_crash_left_is_whole(zeros):
    data = b"a\n" + bytes(zeros) + b"b\r\nc\n" + bytes(zeros)
    found = [(line.text, line.rejected) for line in split_lines(io.BytesIO(data))]
    assert [text for text, _ in found] == ["a", "b", "c", ""]
    cut_off = 1 if zeros > LONGEST_LINE else 0  # what is not kept of a last line may be its line end
    assert [rejected for _, rejected in found] == [0, zeros, 0, zeros - cut_off]


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("logs.7z", b"7z\xbc\xaf\x27\x1c" + bytes(range(256)), "is packed with 7z, which is not read: unpack it first"),
        ("broker.log.lz4", b"\x04\x22\x4d\x18" + bytes(range(256)), "is packed with lz4, which is not read: unpack it first"),
        ("b.txt", base64.encodebytes(bytes(range(256))), "is in base64, which is not read: decode it first"),
        ("b.tar.gz.ab", b"x", "is a piece of an archive: join all its pieces in their order"),
        ("b.zip.001", b"x", "is a piece of an archive: join all its pieces in their order"),
        ("b.z01", b"x", "is a piece of an archive: join all its pieces in their order"),
        ("b.zip", b"PK\x03\x04" + b"x" * 99, "its end, which lists what it holds, is missing: fetch it whole"),
    ],
)
def test_what_cannot_be_unpacked_is_told_with_its_cure(name, data, told, tmp_path):
    (tmp_path / name).write_bytes(data)
    (one,) = surveyed(tmp_path)
    assert one.status == "unreadable"
    assert told in one.problems[0]


def test_an_archive_is_known_by_its_first_bytes_and_its_members_by_slashes_of_any_system(tmp_path):
    with zipfile.ZipFile(tmp_path / "bundle.tar.gz", "w") as archive:
        for host, second in (("b-0", 1), ("b-1", 2)):
            info = zipfile.ZipInfo("x")
            info.filename = f"{host}\\logs\\broker.log"
            archive.writestr(info, LINE.format(second))
    (tmp_path / "client.jar").write_bytes((tmp_path / "bundle.tar.gz").read_bytes())
    found = {s.source.path: (s.node, s.place.series) for s in surveyed(tmp_path) if s.status == "read"}
    assert found == {f"bundle.tar.gz!/{host}/logs/broker.log": (host, "broker.log") for host in ("b-0", "b-1")}


def test_a_bundle_of_bundles_is_read_to_the_store_of_a_host(tmp_path):
    packed = LINE.format(1).encode()
    for name in ("broker.log", "logs.tar", "host.tar", "site.tar"):
        whole = io.BytesIO()
        with tarfile.open(fileobj=whole, mode="w") as tar:
            info = tarfile.TarInfo(name)
            info.size = len(packed)
            tar.addfile(info, io.BytesIO(packed))
        packed = whole.getvalue()
    (tmp_path / "all.tar").write_bytes(packed)
    (one,) = surveyed(tmp_path)
    assert (one.status, one.source.path) == ("read", "all.tar!/site.tar!/host.tar!/logs.tar!/broker.log")


def tar_of(name):
    """Return a tar of one log."""
    whole, data = io.BytesIO(), LINE.format(1).encode()
    with tarfile.open(fileobj=whole, mode="w") as tar:
        info = tarfile.TarInfo(name)
        info.size = len(data)
        tar.addfile(info, io.BytesIO(data))
    return whole.getvalue()


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_archives_that_were_put_together_are_read_to_the_last(pack, tmp_path):
    (tmp_path / "all.tar").write_bytes(b"".join(pack(tar_of(f"{host}/logs/broker.log")) for host in ("b-0", "b-1", "b-2")))
    assert [(one.status, one.node) for one in surveyed(tmp_path)] == [("read", host) for host in ("b-0", "b-1", "b-2")]


@pytest.mark.parametrize("end", [b"what is no archive" * 100, b"\0" * 100 + b"x" * 412 + tar_of("b-1/logs/broker.log")])
def test_what_lies_behind_an_archive_and_is_none_is_told(end, tmp_path):
    (tmp_path / "all.tar").write_bytes(tar_of("b-0/logs/broker.log") + end)
    told, read = surveyed(tmp_path)
    assert (read.status, read.node) == ("read", "b-0")
    assert "no archive, and not read" in told.problems[0]


def test_a_member_whose_header_is_damaged_does_not_end_its_archive_unsaid(tmp_path):
    first, second = (tar_of(f"{host}/logs/broker.log").rstrip(b"\0") for host in ("b-0", "b-1"))
    first += bytes(-len(first) % tarfile.BLOCKSIZE)
    (tmp_path / "all.tar").write_bytes(first + b"x" + second[1:] + bytes(10_240))
    told, read = surveyed(tmp_path)
    assert (read.status, read.node) == ("read", "b-0")
    assert "those behind it are not read" in told.problems[0]


def zipped(path, names):
    """Write logs of these *names*, which begin at different times, into an archive."""
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, LINE.format(10 + len(list(path.parent.iterdir()))))


@pytest.mark.parametrize(
    ("names", "nodes"),
    [
        (("ns-0", "ns-1"), {"ns-0", "ns-1"}),
        (("logs-20260101", "logs-20260102"), {"root"}),
        (("logs.2026-01-01", "logs.2026-01-02"), {"root"}),
    ],
)
def test_an_archive_for_each_host_is_a_node_and_one_for_each_day_is_not(names, nodes, tmp_path):
    for name in names:
        zipped(tmp_path / f"{name}.zip", ["logs/namesrv.log", "logs/namesrv_traffic.log"])
    assert {s.node for s in surveyed(tmp_path)} == nodes


def test_what_else_lies_in_the_archive_of_a_host_is_of_its_node(tmp_path):
    for name in ("b-0", "b-1"):
        zipped(tmp_path / f"{name}.zip", ["logs/broker.log", f"store/commitlog/{0:020}"])
    found = {(s.source.path.partition(".")[0], s.node) for s in surveyed(tmp_path)}
    assert found == {("b-0", "b-0"), ("b-1", "b-1")}


@pytest.mark.parametrize("named", ["logs", "logs/namesrv.log"])
def test_inputs_of_the_same_name_are_told_apart_by_what_they_lie_in(named, tmp_path):
    for host, second in (("a", 1), ("b", 2)):
        write(tmp_path / host / "logs" / "namesrv.log", second)
    with Spool() as spool:
        sources = find_sources([str(tmp_path / host / named) for host in "ab"], spool)
    assert [source.path for source in sources] == ["a/logs/namesrv.log", "b/logs/namesrv.log"]


def test_rotated_files_follow_each_other_oldest_first(tmp_path):
    logs = tmp_path / "ns" / "logs"
    for name, second in (("namesrv.log", 40), ("otherdays/namesrv.1.log.gz", 30), ("otherdays/namesrv.2.log.gz", 20)):
        write(logs / name, second)
    ordered = sorted(surveyed(tmp_path), key=lambda s: s.series_order)
    assert [s.place.index for s in ordered] == [2, 1, 0]


def test_where_times_do_not_tell_the_higher_index_is_older(tmp_path):
    logs = tmp_path / "ns" / "logs"
    for name in ("namesrv.log", "otherdays/namesrv.1.log", "otherdays/namesrv.2.log"):
        write(logs / name, 30)
    ordered = sorted(surveyed(tmp_path), key=lambda s: s.series_order)
    assert [s.place.index for s in ordered] == [2, 1, 0]


def test_one_directory_with_several_processes_gives_several_nodes(tmp_path):
    write(tmp_path / "host" / "namesrv.log", 1)
    write(tmp_path / "host" / "broker.log", 1)
    assert {(s.node, s.kind) for s in surveyed(tmp_path)} == {("host:namesrv", "namesrv"), ("host:broker", "broker")}


def test_the_brokers_logs_of_a_proxy_are_the_proxys(tmp_path):
    write(tmp_path / "p" / "proxy.log", 1)
    write(tmp_path / "p" / "broker.log", 1)
    assert {(s.node, s.kind) for s in surveyed(tmp_path)} == {("p", "proxy")}


def test_a_name_the_user_gives_wins(tmp_path):
    write(tmp_path / "x" / "namesrv.log", 1)
    write(tmp_path / "x2" / "namesrv.log", 1)
    assert [s.node for s in surveyed(tmp_path, {"x": "ns-1"})] == ["ns-1", "x2"]


def test_the_kind_of_an_unnamed_file_is_read_from_its_lines(tmp_path):
    write(tmp_path / "ns" / "what.log", 1)
    assert [(s.kind, s.status) for s in surveyed(tmp_path)] == [("namesrv", "read")]


def test_a_directory_for_members_is_there_while_there_are_some(tmp_path, monkeypatch):
    """A run of plain logs that is killed leaves nothing behind."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with Spool() as spool:
        assert (spool.places, list(tmp_path.iterdir())) == ((), [])
        where, _ = spool.keep(io.BytesIO(b"a member"))
        assert (where.read_bytes(), where.parent) == (b"a member", *spool.places)
    assert list(tmp_path.iterdir()) == []


def test_a_directory_that_cannot_be_made_is_no_damage_of_the_archive(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    with Spool() as spool, pytest.raises(MachineError, match="another place in TMPDIR"):
        spool.keep(io.BytesIO(b"a member"))


def test_archives_are_read_without_unpacking_by_their_names(tmp_path):
    data = LINE.format(1).encode()
    with tarfile.open(tmp_path / "a.tar.gz", "w:gz") as tar:
        for name in ("../../evil/namesrv.log", "ns/namesrv.log"):
            info = tarfile.TarInfo(name)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as zipped:
        zipped.writestr("ns2/namesrv.log", data)
    found = surveyed(tmp_path)
    assert [s.source.path for s in found] == [
        "a.tar.gz!/../../evil/namesrv.log",
        "a.tar.gz!/ns/namesrv.log",
        "b.zip!/ns2/namesrv.log",
    ]
    assert {s.status for s in found} == {"read"}
    assert not (tmp_path.parent / "evil").exists()


def test_a_store_of_many_queues_with_few_entries_each_is_no_bomb(tmp_path):
    queue = b"\1" * 200 + bytes(1_000_000)
    with tarfile.open(tmp_path / "store.tar.gz", "w:gz") as archive:
        for number in range(60):
            member = tarfile.TarInfo(f"consumequeue/orders/{number}/00000000000000000000")
            member.size = len(queue)
            archive.addfile(member, io.BytesIO(queue))
    with Spool() as spool:
        found = find_sources([str(tmp_path / "store.tar.gz")], spool)
    assert len(found) == 60
    assert [source.problem for source in found if source.problem] == []


def test_what_cannot_be_read_is_listed_and_stops_nothing(tmp_path):
    write(tmp_path / "ns" / "namesrv.log", 1)
    (tmp_path / "ns" / "empty.log").touch()
    (tmp_path / "ns" / "photo.jpg").write_bytes(b"\x89PNG\x00\x01" * 50)
    (tmp_path / "ns" / "torn.tar.gz").write_bytes(gzip.compress(b"x" * 10_000)[:40])
    (tmp_path / "ns" / "dangling").symlink_to(tmp_path / "nowhere")
    found = {s.source.path: s.status for s in surveyed(tmp_path)}
    assert found == {
        "ns/namesrv.log": "read",
        "ns/empty.log": "empty",
        "ns/photo.jpg": "unknown",
        "ns/torn.tar.gz": "unreadable",
        "ns/dangling": "unreadable",
    }


@pytest.mark.parametrize("opened", [1, 2, 3, 4])
@pytest.mark.parametrize("text", [LINE.format(1) * 3, "unknown\n" * 9, f"> {LINE.format(1)}" * 3])
def test_a_log_that_is_rotated_away_while_logs_are_read_is_told_and_costs_no_other(opened, text, tmp_path, monkeypatch):
    (tmp_path / "logs").mkdir()
    (tmp_path / "logs" / "broker.log").write_text("".join(map(LINE.format, range(9))))
    (tmp_path / "logs" / "x.txt").write_text(text)
    times, real = [], Source.open

    def rotated(source):
        times.append(source.path)
        if times.count("x.txt") == opened:
            (tmp_path / "logs" / "x.txt").unlink(missing_ok=True)
        return real(source)

    monkeypatch.setattr(Source, "open", rotated)
    files = {row["path"]: row for row in ingest_logs([str(tmp_path / "logs")], tmp_path / "case").read(FILES).to_dicts()}
    assert (files["broker.log"]["status"], files["broker.log"]["records"]) == ("read", 9)
    if times.count("x.txt") >= opened:
        told = files["x.txt"]["problems"]
        assert told == ["cannot be read: No such file or directory"] or files["x.txt"]["status"] == "read"


@pytest.mark.parametrize("mode", ["w", "w:gz"])
def test_an_archive_is_read_from_standard_input_too(mode, tmp_path, monkeypatch):
    write(tmp_path / "logs" / "ns" / "namesrv.log", 1)
    with tarfile.open(tmp_path / "logs.tar", mode) as archive:
        archive.add(tmp_path / "logs", ".")
    with (tmp_path / "logs.tar").open("rb") as piped:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(piped))
        (found,) = surveyed("-")
    assert (found.source.path, found.node, found.status) == ("stdin!/ns/namesrv.log", "ns", "read")


def test_a_name_that_ends_a_line_is_told_on_one(tmp_path):
    write(tmp_path / "ns\n2. ERROR" / "namesrv\r.log", 1)
    (found,) = surveyed(tmp_path)
    assert (found.source.path, found.node, found.status) == (r"ns\n2. ERROR/namesrv\r.log", r"ns\n2. ERROR", "read")


def test_an_input_of_nothing_but_links_or_nothing_at_all_is_told_once_and_with_what_to_do(tmp_path):
    (tmp_path / "logs").mkdir()
    with pytest.raises(NoLogs, match="no file lies there"), case_of([str(tmp_path / "logs")]):
        pass
    for number in range(3):
        (tmp_path / "logs" / f"node{number}").symlink_to(tmp_path)
    with pytest.raises(NoLogs, match="node0 and 2 more: is a link") as told, case_of([str(tmp_path / "logs")]):
        pass
    assert str(told.value).count("link") == 1


def test_a_path_that_is_not_there_is_an_error_with_a_cure(tmp_path):
    with Spool() as spool, pytest.raises(NoSuchInput, match="there is no such file or directory"):
        find_sources([str(tmp_path / "nothing")], spool)


def test_a_path_below_a_closed_directory_is_not_told_to_be_missing(monkeypatch):
    def refused(path, *_how, **_more):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("os.lstat", refused)
    with pytest.raises(NoSuchInput, match=r"closed/logs: may not be looked for: permission denied \(check the rights"):
        roots_of(["closed/logs"])


def test_a_path_that_is_not_there_leaves_no_case_behind(tmp_path):
    with pytest.raises(NoSuchInput):
        ingest_logs([str(tmp_path / "nowhere")], tmp_path / "case")
    assert list(tmp_path.iterdir()) == []


def test_globs_are_expanded(tmp_path):
    write(tmp_path / "a" / "namesrv.log", 1)
    write(tmp_path / "b" / "namesrv.log", 1)
    with Spool() as spool:
        found = find_sources([str(tmp_path / "*" / "namesrv.log")], spool)
    assert len(found) == 2


def test_a_part_that_lacks_between_rotated_files_is_told():
    names = ["n/broker.log", "n/otherdays/broker.1.log.gz", "n/otherdays/broker.4.log.gz"]
    assert missing_parts(names) == [2, 3]
    assert missing_parts(names[:2]) == missing_parts(["n/pop.log"]) == []
