r"""What the gRPC Go client prints of its own: protobuf messages in their text form, and the client a line is of.

Between the fields of a message stand one or two spaces, which of them chance decides at each build, and a field with its default
value is left out (google.golang.org/protobuf, prototext).
"""

import re
from typing import Any

OF = '\t{{"client_id": "{_:word}"}}'
"""How a line ends that is of one client: client.go, 5.0.0 to 5.1.4 of rocketmq-client-golang."""
OF_ITS = '\t{{"client_id": "{client_id:word}"}}'

_NAME = r'name:"((?:[^"\\]|\\.)*+)"'
_TOPIC = re.compile(r"topic:\{[^{}]*?" + _NAME)
_BROKER = re.compile(r"broker:\{" + _NAME)
_ID = re.compile(r"(?:^|\s)id:(-?\d+)")
_SCHEME = re.compile(r"scheme:(\w+)")
_ADDRESS = re.compile(r'addresses:\{(?:host:"([^"]*)")?\s*(?:port:(\d+))?\}')
_SCHEMES = {"IPv4": "ipv4", "IPv6": "ipv6", "DOMAIN_NAME": "dns"}
_STATUS = re.compile(r"[A-Z][A-Z_]*\Z")


def decode_queue(text: str) -> dict[str, Any]:
    """Return topic, broker and queue id of a printed MessageQueue, empty where it names no topic or no broker."""
    topic, broker = _TOPIC.search(text), _BROKER.search(text)
    if not topic or not broker:
        return {}
    own_id = _ID.search(text, 0, broker.start())
    return {"topic": topic[1], "broker": broker[1], "queue_id": int(own_id[1]) if own_id else 0}


def decode_endpoints(text: str) -> str | None:
    """Return printed Endpoints as the Java client prints them, `ipv4:host:port,host:port`; None where it shows no address."""
    scheme = _SCHEME.search(text)
    addresses = ",".join(f"{host}:{port}" for host, port in _ADDRESS.findall(text))
    return f"{_SCHEMES.get(scheme[1] if scheme else '', 'dns')}:{addresses}" if addresses else None


def decode_status(text: str) -> dict[str, Any]:
    """Return the text of an answer's status, and its code: to acks a proxy answers with the code's name as the text.

    Source: AckMessageActivity.ackMessage, 5.0.0 to 5.3.3. Where the text is another, the code is not printed.
    """
    return {"status": text if _STATUS.match(text) else None, "status_text": text}


_FIELD = r"(?:topic|id|permission|broker|accept_message_types|scheme|addresses):"
SHAPES: dict[str, tuple[Any, ...]] = {
    "go_queue": (rf"{_FIELD}.*?", decode_queue, ("topic", "broker", "queue_id")),
    "go_endpoints": (rf"(?:{_FIELD}.*?)?|<nil>", decode_endpoints),
    "go_status": (r".*?", decode_status, ("status", "status_text")),
}
"""Types of holes, as holes.py has them: the expression, the value made of its text, its columns."""
