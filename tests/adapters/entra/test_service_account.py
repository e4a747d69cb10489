"""A service account with real MSAL against the simulated tenant's TLS endpoints: a person once, silence ever after."""

import asyncio
import logging
import warnings
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from roomdisplay.adapters.entra import tokens as module
from roomdisplay.adapters.entra.service_account import LONGEST_PAUSE, MARGIN, ServiceAccount
from roomdisplay.adapters.http import BlockingHttp, Network
from roomdisplay.adapters.sealed import KEY_NAME, SealedFile
from roomdisplay.adapters.secrets import GivenSecrets
from roomdisplay.core.failure import Access, AccessLost, Bug, Failure, Transient
from roomdisplay.core.sign_in import Code, Ending
from roomdisplay.ports import Failed, SecretMissing
from roomdisplay.simulator.server import Simulator, running_simulator
from tests.adapters.entra.identity import Directory, refusal

pytestmark = pytest.mark.anyio

SIGNED_OUT = AccessLost(access=Access.SIGN_IN, code="")
Answer = Callable[[], httpx.Response | Exception]


@pytest.fixture(scope="module")
def simulator() -> Iterator[Simulator]:
    with running_simulator("quiet") as started:
        yield started


class Panel:
    """A service account; `restarted` is the same panel's next run. Time passes only while somebody waits."""

    def __init__(self, simulator: Simulator, folder: Path, secrets: GivenSecrets | None = None) -> None:
        self.simulator = simulator
        self.folder = folder
        self.secrets = secrets or GivenSecrets({})
        self.now = 1000.0
        self.slept: list[float] = []
        self.meanwhile: Callable[[], object] = lambda: None
        self.path = folder / "token-cache"
        self.tokens = self.made(simulator.authority_https, BlockingHttp(Network(ca_file=Path(simulator.ca_file))))

    def made(self, authority: str, http: BlockingHttp) -> ServiceAccount:
        return ServiceAccount(
            authority=authority,
            client_id=self.simulator.client_id,
            cache=SealedFile(self.path, self.secrets, bound_to=("aurora", self.simulator.client_id)),
            http=http,
            monotonic=lambda: self.now,
            sleep=self.sleep,
        )

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds
        self.meanwhile()

    def restarted(self) -> "Panel":
        return Panel(self.simulator, self.folder, self.secrets)

    def control(self, route: str, **order: Any) -> None:
        with httpx.Client(trust_env=False) as outside:
            answer = outside.post(f"{self.simulator.control}/{route}", json=order)
        assert answer.status_code < 300, answer.text

    def asked(self) -> list[str]:
        """What the token endpoint was asked for, in order."""
        with httpx.Client(trust_env=False) as outside:
            told = outside.get(f"{self.simulator.control}/requests").json()["requests"]
        return [r["path"].rpartition("/")[2] for r in told if "/oauth2/" in r["path"]]

    async def sign_in(self) -> None:
        code = await self.tokens.fetch()
        self.control("entra", approve=code.user_code)
        assert await self.tokens.outcome() is Ending.APPROVED


@pytest.fixture
async def panel(simulator: Simulator, tmp_path: Path) -> Any:
    simulator.reset("quiet")
    made = Panel(simulator, tmp_path)
    # MSAL's warnings are errors of ours
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield made
    await made.tokens.close()


async def failure(asking: Awaitable[object]) -> Failure:
    with pytest.raises(Failed) as failed:
        await asking
    return failed.value.failure


# ── a person signs in ─────────────────────────────────────────────────────────────────────────────────────────────────


async def test_nobody_is_signed_in_at_first_and_entra_is_not_asked(panel: Panel) -> None:
    for _ in range(3):
        assert await failure(panel.tokens.token()) == SIGNED_OUT
    assert panel.asked() == []


async def test_a_person_approves(panel: Panel) -> None:
    code = await panel.tokens.fetch()
    assert code.address == f"{panel.simulator.authority_https.rpartition('/')[0]}/devicelogin"
    assert (len(code.user_code), code.seconds) == (9, 900)

    def after_a_while() -> None:
        if len(panel.slept) == 3:
            panel.control("entra", approve=code.user_code, account="jonas.weber@contoso.example")

    panel.meanwhile = after_a_while
    panel.control("entra", deviceCodeIntervalSeconds=0)  # the simulator's clock is real; ours is not
    assert await panel.tokens.outcome() is Ending.APPROVED
    assert panel.slept == [5 + MARGIN] * 3
    token = await panel.tokens.token()
    assert token == await panel.tokens.token()
    assert panel.asked() == ["devicecode", "token", "token", "token"]


async def test_asked_to_slow_down_it_does(panel: Panel) -> None:
    """The simulator counts real seconds, in which these questions come much too soon."""
    code = await panel.tokens.fetch()

    def after_a_while() -> None:
        if len(panel.slept) == 4:
            panel.control("entra", approve=code.user_code)

    panel.meanwhile = after_a_while
    assert await panel.tokens.outcome() is Ending.APPROVED
    assert panel.slept == [5 + MARGIN, 5 + MARGIN, 10 + MARGIN, 15 + MARGIN]


async def test_a_person_declines(panel: Panel) -> None:
    code = await panel.tokens.fetch()
    panel.control("entra", deny=code.user_code)
    assert await failure(panel.tokens.outcome()) == AccessLost(access=Access.DECLINED, code="AADSTS70020")
    assert await failure(panel.tokens.token()) == SIGNED_OUT


async def test_nobody_comes(panel: Panel) -> None:
    await panel.tokens.fetch()
    panel.control("entra", deviceCodeIntervalSeconds=0)
    assert await panel.tokens.outcome() is Ending.EXPIRED
    assert sum(panel.slept) < 900 + 10
    assert len(panel.slept) <= 180


async def test_entra_says_that_the_code_is_over(panel: Panel) -> None:
    panel.control("entra", deviceCodeLifetimeSeconds=0)
    await panel.tokens.fetch()
    assert await panel.tokens.outcome() is Ending.EXPIRED


@pytest.mark.parametrize(
    ("number", "access"),
    [
        (53003, Access.CONDITIONAL_ACCESS),
        (50076, Access.MFA),
        (50057, Access.ACCOUNT),
        (65001, Access.CONSENT),
        (7000218, Access.APPLICATION),
    ],
)
async def test_entra_refuses_and_the_next_try_really_asks(panel: Panel, number: int, access: Access) -> None:
    await panel.tokens.fetch()
    panel.control("entra", error=number)
    assert await failure(panel.tokens.outcome()) == AccessLost(access=access, code=f"AADSTS{number}")
    panel.control("entra", error=number)
    assert await failure(panel.tokens.fetch()) == AccessLost(access=access, code=f"AADSTS{number}")
    await panel.sign_in()
    assert await panel.tokens.token()


# ── ever after ────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_after_a_restart_nobody_is_asked(panel: Panel) -> None:
    await panel.sign_in()
    token = await panel.tokens.token()
    again = panel.restarted()
    assert await again.tokens.token() == token
    assert panel.asked() == ["devicecode", "token"]


async def test_a_token_that_ends_is_renewed_silently_and_what_was_learned_is_kept(panel: Panel) -> None:
    panel.control("entra", tokenLifetimeSeconds=200)
    await panel.sign_in()
    kept = panel.path.read_bytes()
    first = await panel.tokens.token()
    assert await panel.tokens.token() != first
    assert panel.path.read_bytes() != kept
    assert await panel.restarted().tokens.token()


async def test_a_rejected_token_is_replaced_and_a_challenge_answered(panel: Panel) -> None:
    await panel.sign_in()
    first = await panel.tokens.token()
    await panel.tokens.rejected(first, None)
    second = await panel.tokens.token()
    await panel.tokens.rejected(first, None)
    assert await panel.tokens.token() == second, "that one was replaced already"
    await panel.tokens.rejected(second, '{"access_token":{"nbf":{"essential":true,"value":"1"}}}')
    assert await panel.tokens.token() not in (first, second)


@pytest.mark.parametrize(
    ("route", "order", "number", "access"),
    [
        ("revoke", {"what": "refreshToken"}, 50173, Access.SIGN_IN),
        ("entra", {"refreshTokenLifetimeSeconds": 0}, 700082, Access.SIGN_IN),
        ("revoke", {"what": "consent"}, 65001, Access.CONSENT),
        ("entra", {"error": 53003}, 53003, Access.CONDITIONAL_ACCESS),
        ("entra", {"error": 50076}, 50076, Access.MFA),
        ("entra", {"error": 50057}, 50057, Access.ACCOUNT),
    ],
)
async def test_a_refresh_that_fails_is_told_held_and_mended_by_a_person(
    panel: Panel, route: str, order: dict[str, Any], number: int, access: Access
) -> None:
    panel.control("entra", tokenLifetimeSeconds=0)
    await panel.sign_in()
    panel.control(route, **order)
    lost = AccessLost(access=access, code=f"AADSTS{number}")
    before = len(panel.asked())
    for _ in range(10):
        assert await failure(panel.tokens.token()) == lost
        panel.now += 1
    assert len(panel.asked()) == before + 1, "Entra is not asked again at once"
    panel.control("restore", what="consent")
    panel.control("entra", tokenLifetimeSeconds=3600, refreshTokenLifetimeSeconds=3600)
    await panel.sign_in()
    assert await panel.tokens.token()


async def test_a_policy_that_changes_back_needs_nobody(panel: Panel) -> None:
    panel.control("entra", tokenLifetimeSeconds=0)
    await panel.sign_in()
    panel.control("entra", error=53003)
    assert isinstance(await failure(panel.tokens.token()), AccessLost)
    panel.now += module.HOLD
    assert await panel.tokens.token()


async def test_an_hour_signed_out_asks_about_once_a_minute(panel: Panel) -> None:
    panel.control("entra", tokenLifetimeSeconds=0)
    await panel.sign_in()
    panel.control("revoke", what="refreshToken")
    before = len(panel.asked())
    for _ in range(240):
        await failure(panel.tokens.token())
        panel.now += 15
    assert len(panel.asked()) - before <= 3600 / 45 + 1


async def test_the_account_that_signed_in_last_is_the_panel(panel: Panel) -> None:
    await panel.sign_in()
    first = await panel.tokens.token()
    code = await panel.tokens.fetch()
    assert await panel.tokens.token() == first, "until then it is the one before"
    panel.control("entra", approve=code.user_code, account="jonas.weber@contoso.example")
    await panel.tokens.outcome()
    second = await panel.tokens.token()
    assert second != first
    assert await panel.restarted().tokens.token() == second


# ── what is kept ──────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_touched_cache_is_a_sign_in(panel: Panel, caplog: pytest.LogCaptureFixture) -> None:
    await panel.sign_in()
    panel.path.write_bytes(panel.path.read_bytes()[:-1] + b"x")
    again = panel.restarted()
    lost = await failure(again.tokens.token())
    assert lost == AccessLost(access=Access.SIGN_IN, code="the kept sign-in cannot be read")
    assert caplog.text.count("Somebody has to sign in again") == 1
    await again.sign_in()
    assert await again.restarted().tokens.token()


class NoKeyring(GivenSecrets):
    """As a machine without one."""

    def kept(self, name: str, fresh: str) -> bytes:
        raise SecretMissing(f"There is no keyring for {name}: install one.")


async def test_without_a_place_to_keep_it_nobody_is_asked_to_sign_in(simulator: Simulator, tmp_path: Path) -> None:
    panel = Panel(simulator, tmp_path, NoKeyring({}))
    lost = AccessLost(access=Access.SECRET_MISSING, code=f"There is no keyring for {KEY_NAME}: install one.")
    assert await failure(panel.tokens.token()) == lost
    assert await failure(panel.tokens.fetch()) == lost
    assert not await asyncio.to_thread(panel.path.exists)


async def test_a_full_disk_costs_nothing_but_the_next_start(panel: Panel, caplog: pytest.LogCaptureFixture) -> None:
    panel.path.with_name("token-cache.new").mkdir()
    await panel.sign_in()
    assert await panel.tokens.token()
    assert "cannot be kept" in caplog.text


async def test_tokens_and_codes_are_never_told(panel: Panel, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    panel.control("entra", tokenLifetimeSeconds=0)
    code = await panel.tokens.fetch()
    panel.control("entra", approve=code.user_code)
    await panel.tokens.outcome()
    token = await panel.tokens.token()
    [(refresh, _)] = list(panel.simulator.call(lambda tenant: tenant.entra.refresh_tokens.items()))[-1:]
    panel.control("revoke", what="refreshToken")
    lost = await failure(panel.tokens.token())
    everything = caplog.text + "".join(repr(one) for one in (panel.tokens, *vars(panel.tokens).values(), lost))
    everything += "".join(str(vars(record)) for record in caplog.records)
    key = panel.secrets.secret(KEY_NAME).decode()
    assert [secret for secret in (token, refresh, key, code.user_code) if secret in everything] == []
    assert "HTTP Request" in caplog.text, "or nothing was logged at all"
    kept = panel.path.read_bytes()
    assert not any(word in kept for word in (token.encode(), refresh.encode(), key.encode(), b"RefreshToken"))


# ── what may come instead of an answer ────────────────────────────────────────────────────────────────────────────────

FLOW = {
    "user_code": "HKQ7RXWPB",
    "device_code": "hush",
    "verification_uri": "https://microsoft.com/devicelogin",
    "expires_in": 900,
    "interval": 5,
    "message": "…",
}


SHORT_LIVED = {
    "token_type": "Bearer",
    "expires_in": 0,
    "access_token": "t",
    "refresh_token": "r",
    "scope": "x",
    "client_info": "eyJ1aWQiOiJ1IiwidXRpZCI6InQifQ",
}


class Scripted(Panel):
    """Against a directory that says what it is told to."""

    def __init__(self, simulator: Simulator, folder: Path, *answers: httpx.Response | Exception) -> None:
        super().__init__(simulator, folder)
        self.directory = Directory(script=list(answers))
        transport = httpx.MockTransport(self.with_codes)
        self.tokens = self.made("https://login.example/contoso.example", BlockingHttp(transport=transport))

    def with_codes(self, request: httpx.Request) -> httpx.Response:
        answer = self.directory(request)
        if request.method == "GET":
            base = str(request.url).partition("/v2.0/")[0]
            metadata = answer.json() | {"device_authorization_endpoint": f"{base}/oauth2/v2.0/devicecode"}
            return httpx.Response(200, json=metadata)
        return answer


@pytest.mark.parametrize(
    "changed",
    [
        {"user_code": None},
        {"user_code": "<b>hello</b>"},
        {"user_code": "x" * 200},
        {"device_code": 5},
        {"verification_uri": "http://microsoft.com/devicelogin"},
        {"verification_uri": "javascript:alert(1)"},
        {"verification_uri": "https://evil\n.example"},
        {"expires_in": "soon"},
        {"interval": None},
        {"interval": True},
    ],
)
async def test_a_code_that_is_none_never_reaches_the_glass(
    simulator: Simulator, tmp_path: Path, changed: dict[str, Any]
) -> None:
    panel = Scripted(simulator, tmp_path, httpx.Response(200, json=FLOW | changed), httpx.Response(200, json=FLOW))
    assert isinstance(await failure(panel.tokens.fetch()), Transient)
    assert await panel.tokens.fetch() == Code(
        user_code="HKQ7RXWPB", address="https://microsoft.com/devicelogin", seconds=900
    )


@pytest.mark.parametrize("interval", [0, -5])
async def test_an_interval_of_nothing_is_no_busy_loop(simulator: Simulator, tmp_path: Path, interval: int) -> None:
    pending = [refusal(70016, "authorization_pending") for _ in range(3)]
    flow = httpx.Response(200, json=FLOW | {"interval": interval, "expires_in": 4})
    panel = Scripted(simulator, tmp_path, flow, *pending)
    await panel.tokens.fetch()
    assert await panel.tokens.outcome() is Ending.EXPIRED
    assert panel.slept == [1 + MARGIN] * 3


async def test_while_nothing_answers_it_asks_less_and_less(simulator: Simulator, tmp_path: Path) -> None:
    down: list[httpx.Response | Exception] = [httpx.ConnectError("down") for _ in range(5)]
    throttled = refusal(90055, "temporarily_unavailable", status=429, retry_after="90")
    done = refusal(70019, "expired_token")
    panel = Scripted(simulator, tmp_path, httpx.Response(200, json=FLOW), *down, throttled, done)
    await panel.tokens.fetch()
    assert await panel.tokens.outcome() is Ending.EXPIRED
    assert [s - MARGIN for s in panel.slept] == [5, 10, 20, 40, LONGEST_PAUSE, LONGEST_PAUSE, 90]


async def test_a_device_code_where_a_token_belongs_is_nothing(simulator: Simulator, tmp_path: Path) -> None:
    code = [httpx.Response(200, json=FLOW) for _ in range(2)]
    panel = Scripted(simulator, tmp_path, *code, refusal(70020, "authorization_declined"))
    await panel.tokens.fetch()
    assert isinstance(await failure(panel.tokens.outcome()), AccessLost)


async def test_claims_a_refresh_cannot_answer_are_asked_of_the_person(simulator: Simulator, tmp_path: Path) -> None:
    wanted = '{"access_token":{"polids":{"essential":true,"values":["5"]}}}'
    needs = httpx.Response(400, json={"error": "interaction_required", "error_codes": [50076], "claims": wanted})
    flow = httpx.Response(200, json=FLOW)
    panel = Scripted(simulator, tmp_path, flow, httpx.Response(200, json=SHORT_LIVED), needs, flow)
    await panel.tokens.fetch()
    await panel.tokens.outcome()
    assert await failure(panel.tokens.token()) == AccessLost(access=Access.MFA, code="AADSTS50076")
    await panel.tokens.fetch()
    assert '"polids"' in panel.directory.form(-1)["claims"]
    assert "polids" not in panel.directory.form(1)["claims"]
    asked_for = set(panel.directory.form(1)["scope"].split())
    assert asked_for == {
        "https://graph.microsoft.com/Calendars.ReadWrite.Shared",
        "offline_access",
        "openid",
        "profile",
    }


async def test_odd_claims_do_no_lasting_harm(simulator: Simulator, tmp_path: Path) -> None:
    needs = httpx.Response(400, json={"error": "interaction_required", "error_codes": [50076], "claims": "not json"})
    flow = httpx.Response(200, json=FLOW)
    panel = Scripted(simulator, tmp_path, flow, httpx.Response(200, json=SHORT_LIVED), needs, flow)
    await panel.tokens.fetch()
    await panel.tokens.outcome()
    await failure(panel.tokens.token())
    assert isinstance(await failure(panel.tokens.fetch()), Bug)
    assert (await panel.tokens.fetch()).user_code == "HKQ7RXWPB"


async def test_whoever_stops_waiting_stops_nothing(panel: Panel) -> None:
    """The sign-in page is put away in the very moment the code is approved: signed in is signed in."""
    code = await panel.tokens.fetch()
    panel.control("entra", approve=code.user_code)
    slept = asyncio.Event()
    panel.meanwhile = slept.set
    waiting = asyncio.create_task(panel.tokens.outcome())
    await slept.wait()
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert await panel.tokens.token()
