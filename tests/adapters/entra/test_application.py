"""Signing in with real MSAL against a scripted directory: how often it asks, and when again, what it never tells."""

import asyncio
import base64
import contextlib
import json
import logging
import threading
import time
from collections.abc import Awaitable, Callable

import httpx
import jwt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roomdisplay.adapters.entra import CLOUDS, CertificatePem, CertificatePfx, Credential, EnterpriseApplication, Secret
from roomdisplay.adapters.entra import tokens as module
from roomdisplay.adapters.http import BlockingHttp
from roomdisplay.adapters.secrets import GivenSecrets
from roomdisplay.core.failure import Access, AccessLost, Bug, Failure, Transient
from roomdisplay.ports import Failed
from tests.adapters.entra.identity import ENDS, Directory, certificate, pem, pfx, refusal, rsa_key

pytestmark = pytest.mark.anyio

AUTHORITY = "https://login.example/contoso.example"
SECRET = "Zo8Q~hush-hush"


class Panel:
    """An application with everything it stands on; `now` is its monotonic clock."""

    def __init__(
        self,
        directory: Directory,
        *,
        credential: Credential | None = None,
        authority: str = AUTHORITY,
        scope: str = "https://graph.microsoft.com/.default",
    ) -> None:
        self.now = 1000.0
        self.directory = directory
        self.secrets = GivenSecrets({"secret": SECRET})
        self.http = BlockingHttp(transport=httpx.MockTransport(directory))
        self.tokens = EnterpriseApplication(
            authority=authority,
            client_id="9fb0f7c1-0000-4000-8000-000000000000",
            credential=credential or Secret(name="secret"),
            secrets=self.secrets,
            scope=scope,
            http=self.http,
            monotonic=lambda: self.now,
        )


async def failure(asking: Awaitable[object]) -> Failure:
    with pytest.raises(Failed) as failed:
        await asking
    return failed.value.failure


async def test_a_token_costs_two_requests_and_then_none() -> None:
    panel = Panel(Directory())
    assert await panel.tokens.token() == "token-1"
    assert await panel.tokens.token() == "token-1"
    assert panel.directory.methods == "GET POST"
    assert str(panel.directory.requests[0].url) == f"{AUTHORITY}/v2.0/.well-known/openid-configuration"
    form = panel.directory.form(1)
    assert form["grant_type"] == "client_credentials"
    assert form["scope"] == "https://graph.microsoft.com/.default"
    assert form["client_secret"] == SECRET
    await panel.tokens.close()


async def test_nothing_blocks_the_loop_and_one_thread_does_it_all() -> None:
    threads: set[str] = set()
    directory = Directory()

    def slow(request: httpx.Request) -> httpx.Response:
        threads.add(threading.current_thread().name)
        time.sleep(0.1)
        return directory(request)

    panel = Panel(directory)
    panel.http = BlockingHttp(transport=httpx.MockTransport(slow))
    panel.tokens = EnterpriseApplication(
        authority=AUTHORITY, client_id="c", credential=Secret(name="secret"), secrets=panel.secrets, http=panel.http
    )
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            await asyncio.sleep(0.01)
            ticks += 1

    ticking = asyncio.create_task(tick())
    tokens = await asyncio.gather(*(panel.tokens.token() for _ in range(5)))
    ticking.cancel()
    assert set(tokens) == {"token-1"}
    assert directory.methods == "GET POST"
    assert threads == {"entra"}
    assert ticks > 5
    await panel.tokens.close()


async def test_a_token_about_to_end_is_renewed() -> None:
    panel = Panel(Directory(seconds=200))
    assert await panel.tokens.token() == "token-1"
    assert await panel.tokens.token() == "token-2"
    assert panel.directory.methods == "GET POST POST"


async def test_offline_is_transient_and_asks_once() -> None:
    gone = httpx.ConnectError("no route")
    panel = Panel(Directory(metadata=[gone, gone]))
    for count in (1, 2):
        assert isinstance(await failure(panel.tokens.token()), Transient)
        assert len(panel.directory.requests) == count
    assert await panel.tokens.token() == "token-1"
    assert panel.directory.methods == "GET GET GET POST"


@pytest.mark.parametrize(
    ("answer", "seconds"),
    [
        (lambda: refusal(90055, "temporarily_unavailable", status=429, retry_after="40"), 40.0),
        (lambda: refusal(90033, "temporarily_unavailable", status=503), None),
        (lambda: httpx.Response(500, content=b"<html>"), None),
        (lambda: httpx.Response(502), None),
        (lambda: httpx.Response(200, content=b'{"access_token":"eyJhbGciOi'), None),
        (lambda: httpx.Response(200, content=b"<html>Guest network</html>"), None),
        (lambda: httpx.Response(200, content=b"[]"), None),
        (lambda: httpx.Response(200, content=b"{}"), None),
        (lambda: httpx.Response(200, json={"access_token": 5}), None),
        (lambda: httpx.Response(302, headers={"Location": "https://portal.example/"}), None),
        (lambda: httpx.Response(403, content=b"<html>Blocked</html>"), None),
        (lambda: httpx.Response(403, json={"blocked": True}), None),
        (lambda: refusal(90006, "server_error"), None),
        (lambda: httpx.ReadTimeout("slow"), None),
    ],
)
async def test_what_passes_is_really_tried_again(
    answer: Callable[[], httpx.Response | Exception], seconds: float | None
) -> None:
    """MSAL by itself would repeat some of these without asking, and take others for something else."""
    panel = Panel(Directory(script=[answer()]))
    found = await failure(panel.tokens.token())
    assert isinstance(found, Transient), found
    assert found.retry_after == seconds
    assert await panel.tokens.token() == "token-1"
    assert panel.directory.methods == "GET POST POST", "the metadata is kept, and each attempt asks once"


@pytest.mark.parametrize("status", [301, 403, 404, 407, 500, 503])
async def test_metadata_that_does_not_come_from_entra(status: int) -> None:
    page = httpx.Response(status, content=b"<html>")
    panel = Panel(Directory(metadata=[page]))
    assert isinstance(await failure(panel.tokens.token()), Transient)
    assert await panel.tokens.token() == "token-1"


@pytest.mark.parametrize("body", [{}, {"token_endpoint": "http://x.example/"}, {"token_endpoint": 5}, []])
async def test_metadata_without_endpoints(body: object) -> None:
    panel = Panel(Directory(metadata=[httpx.Response(200, json=body)]))
    assert isinstance(await failure(panel.tokens.token()), Transient)
    assert await panel.tokens.token() == "token-1"


@pytest.mark.parametrize(
    ("number", "error", "access"),
    [(90002, "invalid_tenant", Access.TENANT), (90038, "invalid_request", Access.CLOUD)],
)
async def test_a_wrong_tenant_is_told_by_the_metadata(number: int, error: str, access: Access) -> None:
    panel = Panel(Directory(metadata=[refusal(number, error)]))
    assert await failure(panel.tokens.token()) == AccessLost(access=access, code=f"AADSTS{number}")
    assert panel.directory.methods == "GET"


# ── a credential that is refused ──────────────────────────────────────────────────────────────────────────────────────


async def test_a_refused_secret_is_not_shown_again_at_once() -> None:
    panel = Panel(Directory(accepts=lambda form: form["client_secret"] == "new"))
    lost = AccessLost(access=Access.SECRET, code="AADSTS7000215")
    for _ in range(20):
        assert await failure(panel.tokens.token()) == lost
        panel.now += 1
    assert panel.directory.methods == "GET POST"


async def test_a_mended_secret_is_used_at_once_and_without_a_restart() -> None:
    panel = Panel(Directory(accepts=lambda form: form["client_secret"] == "new"))
    await failure(panel.tokens.token())
    panel.secrets.give("secret", "new")
    assert await panel.tokens.token() == "token-1"
    assert panel.directory.methods == "GET POST POST"


async def test_what_is_mended_in_entra_is_noticed_within_the_minute() -> None:
    panel = Panel(Directory(script=[refusal(700016, "unauthorized_client")]))
    found = await failure(panel.tokens.token())
    assert found == AccessLost(access=Access.APPLICATION, code="AADSTS700016")
    panel.now += module.HOLD - 1
    assert await failure(panel.tokens.token()) == found
    panel.now += 1
    assert await panel.tokens.token() == "token-1"


async def test_trying_again_by_hand_really_asks() -> None:
    panel = Panel(Directory(script=[refusal(65001, "invalid_grant") for _ in range(2)]))
    for methods in ("GET POST", "GET POST POST"):
        assert isinstance(await failure(panel.tokens.token()), AccessLost)
        assert panel.directory.methods == methods
        panel.tokens.try_again()
    assert await panel.tokens.token() == "token-1"


async def test_an_hour_of_refusals_asks_about_once_a_minute() -> None:
    panel = Panel(Directory(accepts=lambda _: False))
    times: list[float] = []
    while panel.now < 1000 + 3600:
        before = len(panel.directory.requests)
        await failure(panel.tokens.token())
        times += [panel.now] * (len(panel.directory.requests) - before)
        panel.now += 15.0
    assert max(sum(start <= t < start + 60 for t in times) for start in times) <= 3
    assert len(times) <= 3600 / 45 + 2


async def test_a_missing_secret_asks_nobody() -> None:
    panel = Panel(Directory(), credential=Secret(name="other"))
    found = await failure(panel.tokens.token())
    assert isinstance(found, AccessLost)
    assert (found.access, panel.directory.methods) == (Access.SECRET_MISSING, "")
    panel.secrets.give("other", SECRET)
    assert await panel.tokens.token() == "token-1"


# ── what Graph says of the token ──────────────────────────────────────────────────────────────────────────────────────


async def test_a_rejected_token_is_replaced() -> None:
    panel = Panel(Directory())
    await panel.tokens.rejected(await panel.tokens.token(), None)
    assert await panel.tokens.token() == "token-2"
    await panel.tokens.rejected("token-1", None)
    assert await panel.tokens.token() == "token-2", "that one was replaced already"
    assert panel.directory.methods == "GET POST POST"


async def test_a_challenge_is_answered_once() -> None:
    panel = Panel(Directory())
    await panel.tokens.rejected(await panel.tokens.token(), '{"access_token":{"nbf":{"essential":true,"value":"1"}}}')
    assert await panel.tokens.token() == "token-2"
    assert await panel.tokens.token() == "token-2"
    await panel.tokens.rejected("token-2", None)
    await panel.tokens.token()
    capability = {"xms_cc": {"values": ["CP1"]}}
    asked = [json.loads(panel.directory.form(n)["claims"])["access_token"] for n in (1, 2, 3)]
    assert asked == [capability, {"nbf": {"essential": True, "value": "1"}, **capability}, capability]


@pytest.mark.parametrize("claims", ['{"access_token":5}', '{"access_token":{"xms_cc":[]}}', "{}", "not json", "[]"])
async def test_an_odd_challenge_does_no_lasting_harm(claims: str) -> None:
    panel = Panel(Directory())
    await panel.tokens.rejected(await panel.tokens.token(), claims)
    with contextlib.suppress(Failed):
        await panel.tokens.token()
    assert (await panel.tokens.token()).startswith("token-")


async def test_while_entra_is_down_a_token_that_still_works_is_used() -> None:
    down = [httpx.ConnectError("down") for _ in range(3)]
    panel = Panel(Directory(script=[], seconds=250))
    assert await panel.tokens.token() == "token-1"
    panel.directory.script += down
    panel.now += 180
    assert await panel.tokens.token() == "token-1"
    panel.now += 20
    assert isinstance(await failure(panel.tokens.token()), Transient)
    await panel.tokens.rejected("token-1", None)
    assert isinstance(await failure(panel.tokens.token()), Transient)


# ── certificates ──────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("kind", ["pem", "pfx"])
async def test_a_certificate_signs_what_microsoft_asks_for(kind: str) -> None:
    key, own = rsa_key(), certificate(rsa_key())
    credential = CertificatePem(name="c", passphrase="p") if kind == "pem" else CertificatePfx(name="c", passphrase="p")
    panel = Panel(Directory(), credential=credential)
    panel.secrets.give("c", pem(key, own, passphrase=b"open") if kind == "pem" else pfx(key, own, b"open"))
    panel.secrets.give("p", "open")
    assert await panel.tokens.token() == "token-1"
    assertion = panel.directory.form(1)["client_assertion"]
    assert "client_secret" not in panel.directory.form(1)
    header = jwt.get_unverified_header(assertion)
    assert header["alg"] == "PS256"
    assert "x5t#S256" in header
    claims = jwt.decode(assertion, key.public_key(), ["PS256"], audience=f"{AUTHORITY}/oauth2/v2.0/token")
    assert claims["iss"] == claims["sub"] == "9fb0f7c1-0000-4000-8000-000000000000"
    assert await panel.tokens.certificate_ends() == ENDS


async def test_a_refused_certificate_is_read_again() -> None:
    panel = Panel(
        Directory(script=[refusal(700027, "invalid_client", status=401)]), credential=CertificatePem(name="c")
    )
    panel.secrets.give("c", pem(rsa_key(), certificate(rsa_key())))
    assert await failure(panel.tokens.token()) == AccessLost(access=Access.CERTIFICATE, code="AADSTS700027")
    panel.secrets.give("c", pem(rsa_key(1), certificate(rsa_key(1))))
    assert await panel.tokens.token() == "token-1"
    signed = panel.directory.form(2)["client_assertion"]
    jwt.decode(signed, rsa_key(1).public_key(), ["PS256"], audience=f"{AUTHORITY}/oauth2/v2.0/token")


async def test_a_renewed_certificate_is_used_once_its_end_was_asked_for() -> None:
    panel = Panel(Directory(seconds=200), credential=CertificatePem(name="c"))
    panel.secrets.give("c", pem(rsa_key(), certificate(rsa_key())))
    await panel.tokens.token()
    panel.secrets.give("c", pem(rsa_key(1), certificate(rsa_key(1))))
    assert await panel.tokens.certificate_ends() == ENDS
    await panel.tokens.token()
    signed = panel.directory.form(2)["client_assertion"]
    jwt.decode(signed, rsa_key(1).public_key(), ["PS256"], audience=f"{AUTHORITY}/oauth2/v2.0/token")
    assert await Panel(Directory()).tokens.certificate_ends() is None


# ── everything else ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", list(CLOUDS))
async def test_clouds(name: str) -> None:
    cloud = CLOUDS[name]
    panel = Panel(Directory(), authority=cloud.authority("contoso.example"), scope=cloud.scope)
    await panel.tokens.token()
    hosts = {r.url.host for r in panel.directory.requests}
    assert hosts == {httpx.URL(cloud.login).host}, "nobody else is asked, whatever cloud it is"
    assert panel.directory.form(1)["scope"] == f"{cloud.graph}/.default"
    assert cloud.base_url == f"{cloud.graph}/v1.0"


async def test_an_authority_msal_does_not_take_is_a_bug() -> None:
    assert isinstance(await failure(Panel(Directory(), authority="http://127.0.0.1/x").tokens.token()), Bug)


async def test_a_caller_waits_only_so_long_and_the_next_one_joins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0.05)
    go_on = threading.Event()
    directory = Directory()

    def stuck(request: httpx.Request) -> httpx.Response:
        go_on.wait(5)
        return directory(request)

    tokens = EnterpriseApplication(
        authority=AUTHORITY,
        client_id="c",
        credential=Secret(name="s"),
        secrets=GivenSecrets({"s": "x"}),
        http=BlockingHttp(transport=httpx.MockTransport(stuck)),
    )
    for _ in range(3):
        assert isinstance(await failure(tokens.token()), Transient)
    go_on.set()
    monkeypatch.setattr(module, "PATIENCE", 5.0)
    assert await tokens.token() == "token-1"
    assert directory.methods == "GET POST"
    await tokens.close()


async def test_after_closing_the_thread_ends() -> None:
    panel = Panel(Directory())
    await panel.tokens.token()
    [thread] = [t for t in threading.enumerate() if t.name == "entra"][-1:]
    await panel.tokens.close()
    await asyncio.to_thread(thread.join, 5)
    assert not thread.is_alive()


PARTS = st.none() | st.booleans() | st.integers() | st.text(max_size=10) | st.lists(st.integers(), max_size=2)
ANSWERS = st.dictionaries(
    st.sampled_from(
        ["access_token", "expires_in", "token_type", "scope", "error", "error_description", "error_codes",
         "refresh_in", "client_info", "id_token", "suberror", "claims"]
    ),
    PARTS,
)  # fmt: skip


@given(status=st.sampled_from([200, 201, 400, 401, 403, 429, 500]), answer=ANSWERS)
@settings(max_examples=60, deadline=None)
def test_any_answer_to_a_token_request(status: int, answer: dict[str, object]) -> None:
    async def ask() -> None:
        panel = Panel(Directory(script=[httpx.Response(status, json=answer)]))
        with contextlib.suppress(Failed):
            assert isinstance(await panel.tokens.token(), str)
        panel.now += 60
        assert isinstance(await panel.tokens.token(), str)
        await panel.tokens.close()

    asyncio.run(ask())


async def test_secrets_and_tokens_are_never_told(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    key = rsa_key()
    truncated = httpx.Response(200, content=b'{"token_type":"Bearer","access_token":"token-1","expires')
    panel = Panel(Directory(script=[truncated, refusal(7000215, "invalid_client", status=401)]))
    told: list[object] = [panel.tokens, panel.secrets, panel.http]
    for _ in range(3):
        try:
            await panel.tokens.token()
        except Failed as failed:
            told += [failed, failed.__cause__, failed.failure]
        panel.now += 60
    panel.tokens.try_again()
    token = await panel.tokens.token()
    assert token == "token-1"
    told += [panel.tokens, *vars(panel.tokens).values()]

    sealed = Panel(Directory(script=[refusal(700027, "invalid_client", status=401)]), credential=PASSED)
    sealed.secrets.give("c", pem(key, certificate(key), passphrase=b"hush"))
    sealed.secrets.give("p", "hush")
    await failure(sealed.tokens.token())
    told += [sealed.tokens, *vars(sealed.tokens).values()]
    assertion = sealed.directory.form(1)["client_assertion"]

    everything = caplog.text + "".join(repr(one) + str(one) for one in told)
    everything += "".join(str(vars(record)) for record in caplog.records)
    planted = [SECRET, "hush", token, assertion, base64.b64encode(SECRET.encode()).decode(), "PRIVATE KEY"]
    assert [secret for secret in planted if secret in everything] == []
    assert "HTTP Request" in caplog.text, "or nothing was logged at all"


PASSED = CertificatePem(name="c", passphrase="p")
