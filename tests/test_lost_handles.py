"""What a refused change of the invisible time leaves behind: requests without a handle, which prove nothing by themselves."""

import pytest

from forensics.library import case_of, check_case

PROXY = "org.apache.rocketmq.proxy"
NULL_CHANNEL = (
    "java.lang.NullPointerException",
    f"{PROXY}.common.ReceiptHandleGroupKey.getChannelId(ReceiptHandleGroupKey.java:36)",
    f"{PROXY}.common.ReceiptHandleGroupKey.hashCode(ReceiptHandleGroupKey.java:61)",
    f"{PROXY}.grpc.v2.consumer.ChangeInvisibleDurationActivity.changeInvisibleDuration(ChangeInvisibleDurationActivity.java:54)",
)
DECODED = (
    "org.apache.rocketmq.common.consumer.ReceiptHandle.decode(ReceiptHandle.java:56)",
    f"{PROXY}.grpc.v2.consumer.AckMessageActivity.processAckMessage(AckMessageActivity.java:145)",
)
NO_HANDLE = "java.lang.IllegalArgumentException: Parse failed, dataList size 1", *DECODED
CUT_HANDLE = "java.lang.IllegalArgumentException: Parse failed, dataList size 7", *DECODED


def thrown(second, error):
    head = f"2026-01-01 12:00:{second:02} ERROR GrpcConsumerThreadPool-0 - internal server error"
    return "\n\tat ".join((f"{head}\n{error[0]}", *error[1:])) + "\n"


@pytest.fixture
def steps(tmp_path):
    """Give a function from the exceptions of a proxy to what the findings of refused changes show, step by step."""

    def run(*errors):
        (tmp_path / "proxy.log").write_text("".join(thrown(*error) for error in errors), encoding="utf-8")
        with case_of([str(tmp_path)]) as case:
            found = [f for f in check_case(case)["findings"] if f["kind"] == "npe_change_invisible"]
        return [(f["occurrences"], [step["what"] for step in f["steps"]], "without a handle" in f["explanation"]) for f in found]

    return run


def test_requests_without_a_handle_are_told_of_the_refusal_before_them(steps):
    one = "1 exception of changes of the invisible time"
    assert steps((1, NO_HANDLE), (2, NULL_CHANNEL), (3, NO_HANDLE), (4, NO_HANDLE)) == [
        (1, [one, "2 requests without a handle"], True)
    ]
    assert steps((1, NO_HANDLE), (2, NULL_CHANNEL), (3, CUT_HANDLE)) == [(1, [one], False)]


def test_a_request_without_a_handle_alone_is_no_finding(steps):
    assert steps((1, NO_HANDLE)) == []


@pytest.mark.parametrize(("refused", "told"), [(1, "Its message comes again"), (2, "Their messages come again")])
def test_refused_changes_are_told_in_their_number(tmp_path, refused, told):
    (tmp_path / "proxy.log").write_text("".join(thrown(second, NULL_CHANNEL) for second in range(refused)), encoding="utf-8")
    with case_of([str(tmp_path)]) as case:
        (finding,) = (f for f in check_case(case)["findings"] if f["kind"] == "npe_change_invisible")
    assert told in finding["explanation"]
