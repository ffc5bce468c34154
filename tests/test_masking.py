"""What must not be shown is not: planted secrets, keys and bodies are in no output, and the rest stays readable."""

import json
import re

import pytest
from conftest import TRACES, analyzed
from hypothesis import given
from hypothesis import strategies as st

from forensics.library import case_of, check_case, unread_shapes
from forensics.report.masking import MAY_HOLD_SECRETS, Masker, masked, secrets_in
from forensics.report.outputs import NAMES, render
from forensics.report.view import View

MASKER = Masker("salt", {"order-4711", "a=b c", "12345"})
PLANTED = "S3cr3tV4lue"

SECRETS = (
    "accessKey={}, x=1", '{{"secretKey":"{}"}}', "AccessKey={}&y", "Signature={}}}", "SecurityToken: {}",
    "authorization: MQv2-HMAC-SHA1 Credential={}/RocketMQ, SignedHeaders=x-mq-date, Signature=AB", "Authorization: Bearer {}",
    "http://user:{}@10.0.0.1:9876/", "tls.server.keyPassword={}", "tlsKeyPassword = {}",
    "password='{}'", "sk={}",
    "session_token={}", "rocketmq.client.accessSecret={}", "-----BEGIN PRIVATE KEY-----\n{}\n",
    "key eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.{}",
    '{{\\"secretKey\\":\\"{}\\"}}',
    "secretKey => {}", "secret key = {}", "the password is {}", "token {} expired", "illegal token '{}'",
    "run.sh --password {} -n x", "<keyPassword>{}</keyPassword>", "Authorization: Digest {}", "Cookie: JSESSIONID={}; a=1",
    "http://user:p@{}@10.0.0.1:9876/", "producer connects to admin:{}@10.0.0.1:9876",
    "No acl config for {}", "AuthenticationException: User:{} is not found.", "username={}, password=x", "sign={}&t=1",
    "AclException: Check signature failed for accessKey={}", "extFields={{AccessKey=x, SecurityToken={}, topic=T}}",
)  # fmt: skip
KEYS = (
    "properties={{KEYS={}, WAIT=true}}",
    "keys={}, tag=a",
    "keys=[{}, b]",
    '"KEYS":"{}"',
    "KEYS\x01{}\x02TAGS\x01x\x02",
    "of order {}.",
    "message M, key {}, born at 2026",
    "Pub\x0117\x01r\x01G\x01T\x01M\x01tag\x01{}\x01host\x02",
    "SubAfter\x01id\x01M\x013\x01true\x01{}\x010\x02",
    "consumed 'x:{}'",
)
BODIES = ("body=[{}], transactionId", "body='{}'}}", 'body="{}"', '{{"body": "{}"}}', "body={}, x")


@pytest.mark.parametrize("text", SECRETS)
def test_a_secret_is_masked(text):
    shown = MASKER.text(text.format(PLANTED))
    assert PLANTED not in shown
    assert "~" in shown


@pytest.mark.parametrize("text", KEYS)
def test_a_message_key_is_masked(text):
    shown = MASKER.text(text.format("order-4711"))
    assert "order-4711" not in shown
    assert MASKER.pseudonym("key", "order-4711") in shown


@pytest.mark.parametrize("text", BODIES)
def test_a_body_is_masked(text):
    shown = MASKER.text(text.format("72, 105"))
    assert "72, 105" not in shown or text == "body={}, x"
    assert "body~" in shown


@pytest.mark.parametrize(
    "text",
    [
        "Either AccessKey or secretKey is blank", "secretKey: null", "UNIQ_KEY=FD00000001", "deleteTopicEnable=true attemptId=4",
        "bodyCRC=613185359, queueOffset=3", "consumerGroup='GID_order', topic='order_pop'", "10.0.0.1:9876", "task=x, risk=2",
        "10.0.0.1:9876@x:10", "token expired", "Basic authentication failed", "offset 12345", "design=new, broken: x",
    ],
)  # fmt: skip
def test_what_an_incident_is_followed_by_stays(text):
    assert MASKER.text(text) == text


def test_a_value_has_one_pseudonym_and_masking_twice_is_masking_once():
    once = MASKER.text("accessKey=abc body=[1, 2] KEYS=order-4711 order-4712, password=abc")
    assert MASKER.text(once) == once
    assert once.count(MASKER.pseudonym("secret", "abc").partition("~")[2]) == 2
    assert MASKER.pseudonym("key", "order-4712") in once


def test_a_key_is_masked_whole_and_no_word_that_begins_like_it():
    assert MASKER.text("x a=b c y") == f"x {MASKER.pseudonym('key', 'a=b c')} y"
    assert MASKER.text("order-4711-b order-47110") == "order-4711-b order-47110"


def test_secrets_are_known_by_what_names_them():
    texts = [text.format(PLANTED) for text in SECRETS]
    assert [text for text in texts if PLANTED not in " ".join(secrets_in([text]))] == []
    assert [text for text in texts if not re.search(MAY_HOLD_SECRETS, text)] == []
    assert PLANTED not in Masker("salt", (), {PLANTED}).text(f"nobody names {PLANTED}: it stands alone")


def test_a_pseudonym_cannot_be_tried_out_without_the_logs():
    assert Masker("a").pseudonym("key", "1") != Masker("b").pseudonym("key", "1")


@given(st.text())
def test_masking_breaks_on_nothing(text):
    MASKER.text(text)


@given(st.text(alphabet="abcXYZ019", min_size=6))
def test_no_secret_gets_through_its_name(value):
    assert value not in MASKER.text(f"accessKey={value}, secretKey='{value}'").replace("accessKey", "").replace("secretKey", "")


@pytest.mark.parametrize("name", NAMES)
def test_no_output_shows_a_planted_secret(name):
    doc = analyzed("S-5.3.1-s1")
    planted = json.loads(json.dumps(doc))
    finding = planted["findings"][0]
    for number, quote in enumerate(finding["evidence"]):
        quote["text"] += " " + SECRETS[number % len(SECRETS)].format(PLANTED) + " KEYS=order-4711, body=[83, 51]"
    finding["explanation"] += f" password={PLANTED} of order-4711"
    finding["messages"][0]["key"] = "order-4711"
    shown = render(masked(planted, Masker("salt", {"order-4711"})), name, View(full=True))
    assert [value for value in (PLANTED, "order-4711", "83, 51") if value in shown] == []


def test_unread_lines_are_masked(tmp_path):
    node = tmp_path / "ns" / "logs"
    node.mkdir(parents=True)
    known = "2026-01-01 08:00:00 INFO main - The Name Server boot success. serializeType=JSON\n"
    (node / "namesrv.log").write_text(f"{known}2026-01-01 08:00:01 INFO main - nobody says accessKey={PLANTED}\n")
    with case_of([str(tmp_path)]) as case:
        (masked_shape,), (raw,) = unread_shapes(case), unread_shapes(case, raw=True)
    assert PLANTED in json.dumps(raw)
    assert PLANTED not in json.dumps(masked_shape)


def test_keys_are_masked_unless_asked_for():
    with case_of([str(TRACES / "S-5.3.1-s1" / "input.tar.zst")]) as case:
        masked_doc, raw = check_case(case), check_case(case, raw=True)
    assert "pay-1" in json.dumps(raw["findings"])
    assert raw["options"]["raw"] is True
    assert "pay-1" not in json.dumps(masked_doc["findings"])
    unmasked = [f | {"messages": [], "evidence": []} for f in raw["findings"]]
    assert unmasked == [f | {"messages": [], "evidence": []} for f in masked_doc["findings"]]
