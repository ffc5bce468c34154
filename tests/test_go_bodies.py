"""What the gRPC Go client prints in protobuf's text form is read whatever spaces stand in it and whatever fields are left out."""

import pytest

from forensics import statements
from forensics.statements import go_bodies

BROKER = 'broker:{name:"broker-a" id:3 endpoints:{scheme:IPv4 addresses:{host:"192.0.2.1" port:8081}}}'


@pytest.mark.parametrize(
    ("text", "queue"),
    [
        ('topic:{name:"T"}  id:-1  permission:READ_WRITE  ' + BROKER, ("T", "broker-a", -1)),
        ('topic:{resource_namespace:"N" name:"T"} id:7 ' + BROKER, ("T", "broker-a", 7)),
        ('topic:{name:"T"} permission:READ ' + BROKER, ("T", "broker-a", 0)),
    ],
)
def test_a_queue_has_its_own_id_and_not_its_brokers(text, queue):
    assert go_bodies.decode_queue(text) == dict(zip(("topic", "broker", "queue_id"), queue, strict=True))


def test_a_queue_without_a_broker_is_none():
    assert go_bodies.decode_queue('topic:{name:"T"} id:7') == {}


@pytest.mark.parametrize(
    ("text", "endpoints"),
    [
        (
            'scheme:IPv4  addresses:{host:"192.0.2.1"  port:1}  addresses:{host:"192.0.2.2"  port:2}',
            "ipv4:192.0.2.1:1,192.0.2.2:2",
        ),
        ('scheme:DOMAIN_NAME addresses:{host:"proxy.example" port:80}', "dns:proxy.example:80"),
        ("<nil>", None),
    ],
)
def test_endpoints_are_as_the_java_client_prints_them(text, endpoints):
    assert go_bodies.decode_endpoints(text) == endpoints


@pytest.mark.parametrize(
    ("text", "status"), [("INTERNAL_SERVER_ERROR", "INTERNAL_SERVER_ERROR"), ("ack message result is empty", None)]
)
def test_an_acks_status_is_told_by_a_text_that_is_a_codes_name(text, status):
    queue = 'topic:{name:"T"} id:1 ' + BROKER
    line = (
        "Failed to ack message, would attempt to re-ack later,  clientId=h@1@0@a, consumerGroup=G, messageId=M, attempt=2, "
        f'mq={queue}, endpoints=scheme:IPv4, requestId=[], status message=[{text}]\t{{"client_id": "h@1@0@a"}}'
    )
    statement, found = statements.matcher().match(line, "")
    row = statement.values(found)
    assert (statement.event, row["status"], row["status_text"], row["message_id"]) == ("grpc_ack_failed", status, text, "M")
    assert (row["client_id"], row["attempt"], row["queue_id"]) == ("h@1@0@a", 2, 1)
