"""Entra over HTTP: discovery, the token endpoint, and the pages where a person signs in or enters a device code."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route, Router

from roomdisplay.simulator.entra import STRANGER
from roomdisplay.simulator.entra_errors import EntraError
from roomdisplay.simulator.ids import seeded_uuid
from roomdisplay.simulator.tenant import Tenant

_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>
<style>body{{font:18px/1.5 sans-serif;max-width:28rem;margin:3rem auto;padding:0 1rem}}
input,select,button{{font:inherit;padding:.5rem .7rem;margin:.3rem .3rem .3rem 0}}</style>
<h1>{title}</h1>{content}</html>"""


class SignIn:
    """The routes below the authority, and `/devicelogin`."""

    def __init__(self, tenant: Tenant) -> None:
        self.tenant = tenant
        self.router = Router(
            routes=[
                Route("/common/discovery/instance", self.instance),
                Route("/devicelogin", self.page, methods=["GET"]),
                Route("/devicelogin", self.submit, methods=["POST"]),
                Route("/{tenant}/v2.0/.well-known/openid-configuration", self.discovery),
                Route("/{tenant}/discovery/v2.0/keys", self.keys),
                Route("/{tenant}/oauth2/v2.0/authorize", self.authorize, methods=["GET", "POST"]),
                Route("/{tenant}/oauth2/v2.0/token", self.token, methods=["POST"]),
                Route("/{tenant}/oauth2/v2.0/devicecode", self.device_code, methods=["POST"]),
            ]
        )

    async def instance(self, request: Request) -> Response:
        origin = origin_of(request)
        host = origin.partition("://")[2]
        authority = f"{origin}/{self.tenant.entra.tenant_id}"
        return JSONResponse(
            {
                "tenant_discovery_endpoint": f"{authority}/v2.0/.well-known/openid-configuration",
                "api-version": "1.1",
                "metadata": [{"preferred_network": host, "preferred_cache": host, "aliases": [host]}],
            }
        )

    async def discovery(self, request: Request) -> Response:
        name = request.path_params["tenant"]
        if not self.tenant.entra.known_tenant(name):
            return self._refuse(request, EntraError(90002, text=f"The tenant '{name}' was not found."))
        return JSONResponse(self.tenant.entra.openid_configuration(origin_of(request), name))

    async def keys(self, request: Request) -> Response:
        return JSONResponse(self.tenant.entra.keys())

    async def token(self, request: Request) -> Response:
        try:
            answer = self.tenant.entra.token(
                await _form(request),
                tenant=request.path_params["tenant"],
                origin=origin_of(request),
                replayed_assertions=self.tenant.behaviour.replayed_assertions,
            )
        except EntraError as refusal:
            return self._refuse(request, refusal)
        return JSONResponse(answer, headers={"Cache-Control": "no-store"})

    async def authorize(self, request: Request) -> Response:
        """The page of a person whose browser an application has sent here, and what they answer."""
        entra = self.tenant.entra
        try:
            asked = entra.authorize(request.query_params, tenant=request.path_params["tenant"])
        except EntraError as refusal:
            return _page("Sorry, but we’re having trouble signing you in", _sentence(refusal), refusal.meaning.status)
        try:
            entra.authorizations.check(request.query_params)
        except EntraError as refusal:
            return RedirectResponse(asked.refusal(refusal, refusal.meaning.error), 302)
        form: Mapping[str, str] = await _form(request) if request.method == "POST" else {}
        if form.get("decision") == "cancel":
            return RedirectResponse(asked.refusal(EntraError(65004), "access_denied"), 302)
        if "account" in form:
            try:
                return RedirectResponse(entra.authorized(asked, form["account"].casefold()), 302)
            except EntraError as refusal:
                return _page("Sorry, but we’re having trouble signing you in", _sentence(refusal), 400)
        accounts = "".join(
            f'<p><button name="account" value="{escape(address)}">{escape(name)}<br>{escape(address)}</button></p>'
            for address, name in [*entra.users.items(), (STRANGER, "Somebody of another organization")]
        )
        cancel = '<p><button name="decision" value="cancel">Cancel</button></p>'
        return _page("Pick an account", f'<form method="post">{accounts}{cancel}</form>')

    async def device_code(self, request: Request) -> Response:
        try:
            answer = self.tenant.entra.start_device_flow(
                await _form(request), tenant=request.path_params["tenant"], origin=origin_of(request)
            )
        except EntraError as refusal:
            return self._refuse(request, refusal)
        return JSONResponse(answer)

    async def page(self, request: Request) -> Response:
        typed = escape(request.query_params.get("code", ""))
        form = (
            '<form method="post"><label>Code shown on the device<br>'
            f'<input name="code" value="{typed}" autocomplete="off" autofocus required></label>'
            "<br><button>Next</button></form>"
        )
        return _page("Sign in to a device", form)

    async def submit(self, request: Request) -> Response:
        form = await _form(request)
        entra = self.tenant.entra
        code = entra.pending(form.get("code", ""))
        if code is None:
            return _page(
                "That code did not work",
                '<p>Check the code on the device and <a href="/devicelogin">try again</a>.</p>',
                400,
            )
        decision, account = form.get("decision"), form.get("account", "").casefold()
        if decision == "deny":
            entra.decide(code, None)
            return _page("Declined", "<p>The device was not signed in. You can close this page.</p>")
        if decision == "approve" and account in entra.users:
            entra.decide(code, account)
            return _page("Signed in", "<p>The device is signed in. You can close this page.</p>")
        options = "".join(
            f'<option value="{escape(address)}">{escape(name)} ({escape(address)})</option>'
            for address, name in entra.users.items()
        )
        asked = "".join(f"<li>{escape(term)}</li>" for term in code.scope.split())
        return _page(
            "Is this your device?",
            f"<p>Room displays asks for:</p><ul>{asked}</ul>"
            f'<form method="post"><input type="hidden" name="code" value="{escape(code.user_code)}">'
            f'<label>Account<br><select name="account">{options}</select></label><br>'
            '<button name="decision" value="approve">Approve</button>'
            '<button name="decision" value="deny">Deny</button></form>',
        )

    def _refuse(self, request: Request, refusal: EntraError) -> Response:
        correlation = request.headers.get("client-request-id") or seeded_uuid(self.tenant.seed, "correlation")
        body = refusal.body(
            at=self.tenant.clock.real(),
            trace_id=seeded_uuid(self.tenant.seed, f"trace:{self.tenant.ledger.count}"),
            correlation_id=correlation,
            authority=origin_of(request),
        )
        headers = {"Retry-After": str(refusal.retry_after)} if refusal.retry_after is not None else None
        return JSONResponse(body, refusal.meaning.status, headers=headers)


def origin_of(request: Request) -> str:
    """Scheme and authority as the caller addressed them."""
    return f"{request.url.scheme}://{request.headers.get('host', request.url.netloc)}"


def _sentence(refusal: EntraError) -> str:
    return f"<p>AADSTS{refusal.code}: {escape(str(refusal))}</p>"


async def _form(request: Request) -> Mapping[str, str]:
    return dict(parse_qsl((await request.body()).decode("utf-8", "replace"), keep_blank_values=True))


def _page(title: str, content: str, status: int = 200) -> Response:
    return HTMLResponse(_PAGE.format(title=escape(title), content=content), status)
