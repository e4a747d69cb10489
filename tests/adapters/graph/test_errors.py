"""Every status and code of Graph the panel knows of, and what is done about it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roomdisplay.adapters.graph.errors import Call, code_of, failure
from roomdisplay.core.failure import Access, AccessLost, Bug, Failure, Refusal, Rejected, Transient

READ, CREATE, CHANGE = Call.READ, Call.CREATE, Call.CHANGE


def lost(access: Access, code: str) -> AccessLost:
    return AccessLost(access=access, code=code)


@pytest.mark.parametrize(
    ("status", "code", "access"),
    [
        (401, "InvalidAuthenticationToken", Access.SIGN_IN),
        (401, "", Access.SIGN_IN),
        (403, "ErrorAccessDenied", Access.PERMISSION),
        (403, "DelegatedCalendarAccessDenied", Access.PERMISSION),
        (403, "Authorization_RequestDenied", Access.PERMISSION),
        (403, "AccessDenied", Access.PERMISSION),
        (403, "SomethingNew", Access.PERMISSION),
        (404, "MailboxNotEnabledForRESTAPI", Access.MAILBOX),
        (404, "ErrorInvalidUser", Access.ROOM),
        (404, "Request_ResourceNotFound", Access.ROOM),
        (404, "ResourceNotFound", Access.ROOM),
        (404, "MailboxNotFound", Access.ROOM),
    ],
)
@pytest.mark.parametrize("call", list(Call))
def test_access_is_lost_whatever_was_asked(status: int, code: str, access: Access, call: Call) -> None:
    assert failure(status, code, None, call) == lost(access, code or str(status))
    assert failure(status, code.upper(), None, call) == lost(access, code.upper() or str(status))


def test_an_item_not_found_is_gone_or_not_shared() -> None:
    assert failure(404, "ErrorItemNotFound", None, CHANGE) == Rejected(
        refusal=Refusal.GONE, reason="HTTP 404 ErrorItemNotFound"
    )
    assert failure(404, "ErrorItemNotFound", None, READ) == lost(Access.PERMISSION, "ErrorItemNotFound")
    assert failure(404, "ErrorItemNotFound", None, CREATE) == lost(Access.PERMISSION, "ErrorItemNotFound")
    assert failure(404, "SomethingNew", None, READ) == lost(Access.ROOM, "SomethingNew")


BAD_REQUESTS = [
    "ErrorInvalidIdMalformed",
    "ErrorInvalidRequest",
    "ErrorInvalidParameter",
    "ErrorPropertyValidationFailure",
    "ErrorInvalidProperty",
    "RequestBodyRead",
    "BadRequest",
    "TimeZoneNotSupportedException",
    "ErrorOccurrenceCrossingBoundary",
    "ErrorTimeIntervalTooBig",
    "SomethingNew",
]


@pytest.mark.parametrize("code", BAD_REQUESTS)
def test_bad_requests(code: str) -> None:
    assert isinstance(failure(400, code, None, READ), Bug)
    for call in (CREATE, CHANGE):
        assert failure(400, code, None, call) == Rejected(refusal=Refusal.INVALID, reason=f"HTTP 400 {code}")


@pytest.mark.parametrize(
    ("status", "code", "refusal"),
    [
        (400, "ErrorDuplicateTransactionId", Refusal.DUPLICATE),
        (409, "ErrorDuplicateTransactionId", Refusal.DUPLICATE),
        (409, "errorduplicatetransactionid", Refusal.DUPLICATE),
        (409, "ErrorIrresolvableConflict", Refusal.CHANGED),
        (412, "ErrorIrresolvableConflict", Refusal.CHANGED),
        (412, "resourceModified", Refusal.CHANGED),
        (412, "", Refusal.CHANGED),
        (409, "SomethingNew", Refusal.CHANGED),
        (507, "ErrorQuotaExceeded", Refusal.FULL),
        (507, "quotaLimitReached", Refusal.FULL),
        (507, "", Refusal.FULL),
        (500, "ErrorQuotaExceeded", Refusal.FULL),
    ],
)
def test_writes_are_refused_and_reads_try_again(status: int, code: str, refusal: Refusal) -> None:
    for call in (CREATE, CHANGE):
        found = failure(status, code, None, call)
        assert isinstance(found, Rejected)
        assert found.refusal is refusal
    assert isinstance(failure(status, code, None, READ), Transient)


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (410, "SyncStateNotFound"),
        (410, "syncStateNotFound"),
        (410, "resyncRequired"),
        (429, "ApplicationThrottled"),
        (429, "TooManyRequests"),
        (429, "activityLimitReached"),
        (429, "ErrorTooManyRequests"),
        (429, "ErrorAccessDenied"),
        (500, "ErrorInternalServerError"),
        (500, "ErrorInternalServerTransientError"),
        (500, "generalException"),
        (502, ""),
        (503, "serviceNotAvailable"),
        (503, "ErrorServerBusy"),
        (504, "UnknownError"),
        (504, "GatewayTimeout"),
        (503, "ErrorMailboxStoreUnavailable"),
        (503, "MailboxInfoStale"),
        (504, ""),
        (408, "RequestTimeout"),
    ],
)
@pytest.mark.parametrize("call", list(Call))
def test_what_passes(status: int, code: str, call: Call) -> None:
    assert failure(status, code, 17.0, call) == Transient(reason=f"HTTP {status} {code}".rstrip(), retry_after=17.0)


@pytest.mark.parametrize(
    ("status", "code"), [(501, "NotImplemented"), (405, "ErrorNotSupported"), (405, "SomethingNew")]
)
@pytest.mark.parametrize("call", list(Call))
def test_what_graph_cannot_do_is_a_bug(status: int, code: str, call: Call) -> None:
    assert isinstance(failure(status, code, None, call), Bug)


@pytest.mark.parametrize("status", [302, 307, 400, 403, 404, 407, 409, 410, 418, 451])
@pytest.mark.parametrize("call", list(Call))
def test_an_answer_that_is_not_graphs_ends_nothing(status: int, call: Call) -> None:
    assert isinstance(failure(status, "", None, call), Transient)


@given(st.integers(100, 999), st.text(max_size=20), st.none() | st.floats(0, 900), st.sampled_from(Call))
def test_every_answer_means_something(status: int, code: str, retry_after: float | None, call: Call) -> None:
    found: Failure = failure(status, code, retry_after, call)
    assert not (call is READ and isinstance(found, Rejected))


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (json.dumps({"error": {"code": "ErrorAccessDenied", "message": "no"}}).encode(), "ErrorAccessDenied"),
        (b'{"error":{"code":"X","innererror":{"code":"Y"}}}', "X"),
        (b'{"error":{"code":5}}', ""),
        (b'{"error":{"code":"new\\nline"}}', ""),
        (b'{"error":"invalid_client"}', ""),
        (b'{"error":null}', ""),
        (b"[]", ""),
        (b"<html>403</html>", ""),
        (b"", ""),
        (b"\xff", ""),
        (b"[" * 100_000, ""),
    ],
)
def test_codes(body: bytes, code: str) -> None:
    assert code_of(body) == code
