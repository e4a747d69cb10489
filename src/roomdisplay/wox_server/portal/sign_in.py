"""Signing in and out: by password, by a one-time link, with Microsoft."""

import math

from starlette.responses import Response

from roomdisplay.wox_server import badges, people, rooms
from roomdisplay.wox_server.portal import passwords
from roomdisplay.wox_server.portal.entra import Identity, SignInRefused, SignInUnreachable
from roomdisplay.wox_server.portal.texts import text
from roomdisplay.wox_server.portal.visit import (
    BY_ACCOUNT,
    BY_ADDRESS,
    Needs,
    NotFound,
    Page,
    Stopped,
    Visit,
    log,
    target,
)

DONE = "/sign-in/entra/done"
WRONG = text("The address or the password is not right. Check both, or ask your administrator for a sign-in link.")


def _form(visit: Visit, status: int = 200, error: str | None = None) -> Response:
    on = target(visit.asked("on", 2000) or visit.typed("on", 2000) or "/")
    with visit.database.reading() as connection:
        is_new = people.is_new(connection)
    return visit.page(
        "sign_in.html", status, error=error, on=on, is_new=is_new, with_microsoft=visit.portal.entra is not None
    )


def sign_in(visit: Visit) -> Response:
    return visit.go(target(visit.asked("on", 2000) or "/")) if visit.session else _form(visit)


def sign_in_by_password(visit: Visit) -> Response:
    email, password = visit.typed("email", 320), visit.form.get("password", "")
    _check(visit.wait(BY_ADDRESS, visit.address))
    _check(visit.spend(BY_ACCOUNT, email.lower()))
    with visit.database.reading() as connection:
        known = people.password_hash(connection, email)
    if not passwords.is_right(password, known[1] if known else None) or known is None:
        visit.spend(BY_ADDRESS, visit.address)
        return _form(visit, 401, visit.say(WRONG))
    visit.restore(BY_ACCOUNT, email.lower())
    person_id, hashed = known
    if passwords.is_dated(hashed):
        renewed = passwords.hashed(password)
        with visit.database.writing() as writing:
            people.renew_hash(writing, person_id, renewed)
    return _signed_in(visit, person_id, target(visit.typed("on", 2000)))


def sign_out(visit: Visit) -> Response:
    token = visit.request.cookies.get(visit.cookie_name("session"), "")
    with visit.database.writing() as writing:
        people.close_session(writing, token)
    response = visit.go("/sign-in")
    visit.cookie(response, "session", "")
    return response


# ── one-time links ────────────────────────────────────────────────────────────────────────────────────────────────────


def _link_of(visit: Visit) -> people.Link:
    with visit.database.reading() as connection:
        found = people.link(connection, visit.request.path_params["token"], visit.now)
    if found is None:
        raise Stopped(
            404, text("This link is not good any more: it works once, for a day. Ask whoever sent it for a new one.")
        )
    return found


def welcome(visit: Visit, status: int = 200, error: str | None = None) -> Response:
    """Where somebody with a link chooses a password; the very first one also says who they are."""
    link = _link_of(visit)
    with visit.database.reading() as connection:
        names_space = link.account is None and not rooms.spaces(connection)
    return visit.page(
        "welcome.html",
        status,
        error=error,
        link=link,
        names_space=names_space,
        shortest=passwords.SHORTEST,
        typed=visit.form,
    )


def choose_password(visit: Visit) -> Response:
    _check(visit.spend(BY_ADDRESS, visit.address))
    link = _link_of(visit)
    email = link.account.email if link.account else visit.typed("email", 320).lower()
    name = link.account.name if link.account else visit.typed("name")
    password = visit.form.get("password", "")
    if "@" not in email or not name:
        return welcome(visit, 422, visit.say(text("Give your name and your e-mail address.")))
    if (fault := passwords.fault(password, email)) is not None:
        return welcome(visit, 422, visit.say(fault))
    if password != visit.form.get("again", ""):
        return welcome(visit, 422, visit.say(text("The two passwords differ. Type the same one twice.")))
    hashed = passwords.hashed(password)
    with visit.database.writing() as writing:
        used = people.use_link(writing, visit.request.path_params["token"], visit.now)
        if used is None:
            raise NotFound
        account = used.account or people.make_administrator(writing, email=email, name=name)
        people.set_password(writing, account.id, hashed)
        if not rooms.spaces(writing.connection):
            rooms.add_space(writing, visit.typed("space") or "WOX")
    return _signed_in(visit, account.id, "/")


# ── Microsoft ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def begin_with_microsoft(visit: Visit) -> Response:
    """Whoever is signed in links their account; everybody else signs in."""
    entra = visit.portal.entra
    if entra is None:
        raise NotFound
    _check(visit.spend(BY_ADDRESS, visit.address))
    try:
        state = entra.begin(visit.origin + DONE)
    except SignInUnreachable as unreachable:
        return _microsoft_is_away(visit, unreachable)
    person_id = visit.session.account.id if visit.session else None
    flow = people.Flow(state=state, target=target(visit.typed("on", 2000)), person_id=person_id)
    with visit.database.writing() as writing:
        token = people.keep_flow(writing, flow, visit.now)
    response = visit.go(state["auth_uri"])
    visit.cookie(response, "flow", token, people.FLOW)
    return response


def back_from_microsoft(visit: Visit) -> Response:
    entra = visit.portal.entra
    if entra is None:
        raise NotFound
    with visit.database.writing() as writing:
        flow = people.take_flow(writing, visit.request.cookies.get(visit.cookie_name("flow"), ""), visit.now)
    try:
        if flow is None:
            raise SignInRefused(text("That sign-in cannot be used (any more). Begin again."))
        identity = entra.finish(flow.state, visit.request.query_params)
        if flow.person_id is not None:
            return _linked(visit, flow.person_id, identity)
        person_id = _person_of(visit, identity)
    except SignInUnreachable as unreachable:
        response = _microsoft_is_away(visit, unreachable)
    except SignInRefused as refused:
        response = _form(visit, 403, visit.say(str(refused)))
    else:
        response = _signed_in(visit, person_id, flow.target)
    visit.cookie(response, "flow", "")
    return response


def _person_of(visit: Visit, identity: Identity) -> int:
    """Known by tenant and object id; whoever comes for the first time becomes an employee."""
    with visit.database.writing() as writing:
        account = people.by_identity(writing.connection, identity.tenant_id, identity.object_id)
        if account is None:
            try:
                account = people.add(writing, email=identity.email, name=identity.name)
            except people.AddressTaken as taken:
                # an address can be given to somebody else, so it alone proves nothing
                raise SignInRefused(
                    text("Your address has a local account here. Sign in with its password and link it to Microsoft.")
                ) from taken
            people.link_identity(writing, account.id, identity.tenant_id, identity.object_id)
    if account.is_disabled:
        raise SignInRefused(text("Your account is switched off here. Ask your administrator."))
    return account.id


def _linked(visit: Visit, person_id: int, identity: Identity) -> Response:
    if visit.session is None or visit.session.account.id != person_id:
        raise SignInRefused(text("That sign-in cannot be used (any more). Begin again."))
    with visit.database.writing() as writing:
        other = people.by_identity(writing.connection, identity.tenant_id, identity.object_id)
        if other is not None and other.id != person_id:
            raise SignInRefused(text("That Microsoft account belongs to another person here already."))
        people.link_identity(writing, person_id, identity.tenant_id, identity.object_id)
    response = visit.go("/account")
    visit.cookie(response, "flow", "")
    return response


def _microsoft_is_away(visit: Visit, unreachable: SignInUnreachable) -> Response:
    log.warning("people cannot sign in with Microsoft: %s", unreachable.failure)
    return _form(visit, 503, visit.say(text("Microsoft’s sign-in does not answer. Try again in a minute.")))


def account(visit: Visit) -> Response:
    return _account_page(visit)


def _account_page(visit: Visit, status: int = 200, error: str | None = None, done: str | None = None) -> Response:
    with_microsoft = visit.portal.entra is not None
    return visit.page("account.html", status, with_microsoft=with_microsoft, error=error, done=done)


def choose_pin(visit: Visit) -> Response:
    """What somebody types at a panel to be recognised; empty: no longer."""
    _check(visit.spend(BY_ACCOUNT, f"pin of {visit.account.id}"))
    pin = visit.form.get("pin", "").strip()
    try:
        with visit.database.writing() as writing:
            badges.set_pin(writing, visit.account.id, pin or None)
    except badges.Unacceptable as unacceptable:
        return _account_page(visit, 422, str(unacceptable))
    said = text("Panels know you by this PIN now.") if pin else text("You have no PIN any more.")
    return _account_page(visit, done=visit.say(said))


def _signed_in(visit: Visit, person_id: int, on: str) -> Response:
    """Always with a new session: one that was there before is not taken over."""
    with visit.database.writing() as writing:
        people.close_session(writing, visit.request.cookies.get(visit.cookie_name("session"), ""))
        token = people.open_session(writing, person_id, visit.now)
    response = visit.go(on)
    visit.cookie(response, "session", token, people.SESSION)
    visit.cookie(response, "visitor", "")
    return response


def _check(wait: float) -> None:
    """Raises Stopped where there is something to wait for."""
    if wait:
        seconds = str(math.ceil(wait))
        raise Stopped(429, text("Too many tries. Wait some minutes, then try again."), **{"Retry-After": seconds})


PAGES = (
    Page(path="/sign-in", handler=sign_in, needs=Needs.NOTHING),
    Page(path="/sign-in", handler=sign_in_by_password, needs=Needs.NOTHING, method="POST"),
    Page(path="/sign-out", handler=sign_out, needs=Needs.ACCOUNT, method="POST"),
    Page(path="/welcome/{token:str}", handler=welcome, needs=Needs.NOTHING),
    Page(path="/welcome/{token:str}", handler=choose_password, needs=Needs.NOTHING, method="POST"),
    Page(path="/sign-in/entra", handler=begin_with_microsoft, needs=Needs.NOTHING, method="POST"),
    Page(path=DONE, handler=back_from_microsoft, needs=Needs.NOTHING),
    Page(path="/account", handler=account, needs=Needs.ACCOUNT),
    Page(path="/account/pin", handler=choose_pin, needs=Needs.ACCOUNT, method="POST"),
)
