"""What fuzzing begins with, and how an input is changed into another."""

import bz2
import gzip
import io
import json
import lzma
import random
import tarfile
import tempfile
import zipfile
import zlib
from pathlib import Path

import zstandard
from hostile import SPITEFUL
from storemaker import pop_store

from forensics import statements
from forensics.layouts import LAYOUTS

ROOT = Path(__file__).parent
CORPUS = ROOT / "corpus"
LONGEST_INPUT = 1 << 14
CK = (
    b"PopCheckPoint [topic=T, cid=G, queueId=3, startOffset=1, bitMap=0, num=2, reviveTime=1, reviveOffset=7, diff=[0, 1], "
    b"brokerName=b]"
)
PRINTED = (
    b"MessageExt [brokerName=b, queueId=1, storeSize=1, queueOffset=2, sysFlag=0, bornTimestamp=1, bornHost=/1:1, "
    b"storeTimestamp=1, storeHost=/1:1, msgId=A, commitLogOffset=1, bodyCRC=1, reconsumeTimes=0, preparedTransactionOffset=0, "
    b"toString()=Message{topic='T', flag=0, properties=%s, body=[], transactionId='null'}]",
    CK,
    b"CkWrap{rq=1, rqo=2, ck=" + CK + b", bits=1, sBits=0, nbo=4, cks=true, jo=false}",
    b"AckMsg{ackOffset=1, startOffset=0, consumerGroup='G', topic='T', queueId=2, popTime=3, brokerName=b}",
    b"1 2 3 4 0 b 6 7",
    b'{"so":5,"pt":10,"it":5,"n":3,"d":[1],"t":"T","rp":"1"}',
    b'{"ao":-1,"aol":[7,9],"c":"G","pt":1,"q":6,"so":0}',
    b"TopicRouteData [orderTopicConf=null, brokerDatas=[BrokerData [brokerName=b, brokerAddrs={0=1:1}]]]", b"105:8, 36:8",
    b"ClientChannelInfo [channel=[id: 0x1a, L:/1:1 - R:/2:2], clientId=c, language=JAVA, version=1, lastUpdateTimestamp=2]",
    b"PutMessageResult [putMessageStatus=PUT_OK, appendMessageResult=AppendMessageResult{status=PUT_OK, wroteOffset=1, "
    b"wroteBytes=2, msgId='A', storeTimestamp=1, logicsOffset=2, pagecacheRT=0, msgNum=1}, remotePut=false]",
)  # fmt: skip


def tar_of(*members: tuple[str, bytes]) -> bytes:
    """Return a tar of these members."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    return out.getvalue()


def zip_of(*members: tuple[str, bytes]) -> bytes:
    """Return a zip of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members:
            packed.writestr(name, data)
    return out.getvalue()


def seeds(name: str) -> list[bytes]:
    """Return what the fuzzing of a target begins with: its corpus, and real lines."""
    kept = [path.read_bytes() for path in sorted((CORPUS / name).glob("*")) if path.is_file() and "-" not in path.name]
    lines = [sample.encode() for layout in LAYOUTS for sample in layout.samples]
    if name == "matching":
        lines = [s.template.replace("{{", "{").replace("}}", "}").encode() for s in list(statements.statements().values())[::9]]
    if name == "decoders":
        lines = [PRINTED[0] % b"{a=1}", *PRINTED[1:]]
    if name in {"compressed", "archive"}:
        plain = tar_of(("ns/namesrv.log", lines[0]), ("ns/inner.tar", tar_of(("a", b"b")))) if name == "archive" else lines[0]
        packed = [gzip.compress(plain), bz2.compress(plain), lzma.compress(plain), zstandard.ZstdCompressor().compress(plain)]
        lines = [plain, *packed, zip_of(("ns/namesrv.log", lines[0]))]
    if name in {"reports", "page"}:
        lines = [text.encode("utf-8", "replace") for text in SPITEFUL]
    if name == "wrappers":
        lines.append(b'"host","labels","message"\n"a","{""pod"":""b""}","' + lines[0] + b'\n\tat a.B.c(B.java:1)"\n')
    if name == "rules":
        lines = [page.read_bytes() for page in (ROOT.parent / "rules").glob("*/*.md")]
    if name in {"stores", "configs", "traces"}:
        lines = _stored(name)
    return [*kept, *lines, json.dumps({"log": lines[0].decode("utf-8", "replace")}).encode(), b""]


def _stored(name: str) -> list[bytes]:
    """Return what a store holds: its revive queue and commit log, a config file, or the bodies of traces."""
    if name == "configs":
        return [b'{"offsetTable":{"T@G":{0:7,1:-1}},"dataVersion":{"counter":1}}', b'{"table":{"T@G":{2:{"o":[10,1,2],"cm":5}}}}']
    if name == "traces":
        sent = (
            b"\x01".join([b"Pub", b"17", b"r", b"G", b"T", b"ID", b"", b"k", b"1:2", b"5", b"3", b"0", b"OFF", b"true"]) + b"\x02"
        )
        return [sent, zlib.compress(sent), zstandard.ZstdCompressor().compress(sent)]
    with tempfile.TemporaryDirectory() as directory:
        made = pop_store(Path(directory))
        log = (made.root / "commitlog" / f"{0:020d}").read_bytes()[: made.at]
        queue = (made.root / "consumequeue" / "rmq_sys_REVIVE_LOG_C" / "3" / f"{0:020d}").read_bytes()[:40]
    return [b"\2" + queue + log, b"\0" + log]


def changed(chance: random.Random, data: bytes, others: list[bytes]) -> bytes:
    """Return *data* with a few changes of the kinds that find most."""
    out = bytearray(data)
    for _ in range(chance.randrange(1, 5)):
        at, end = sorted((chance.randrange(len(out) + 1), chance.randrange(len(out) + 1)))
        way = chance.randrange(6)
        if way == 0 and out:
            out[at % len(out)] ^= 1 << chance.randrange(8)
        elif way == 1:
            del out[at : min(end, at + 40)]
        elif way == 2:
            other = chance.choice(others)
            begin = chance.randrange(len(other) + 1)
            out[at:at] = other[begin : begin + chance.randrange(1, 80)]
        elif way == 3:
            out[at:at] = out[at : at + 30] * chance.randrange(1, 30)
        elif way == 4:
            out[at:at] = chance.choice(
                (b"\n", b"\0", b"\xff", b"\r\n", b"\xef\xbb\xbf", b"9" * 30, b"-", b"{", b"]", b"\xed\xa0\x80", b", ")
            )
        else:
            out[at:end] = b""
    return bytes(out[:LONGEST_INPUT])
