"""Who may do what to which mailbox.

Sources: Microsoft's pages "Role Based Access Control for Applications in Exchange Online" (no role in the token, scope
by mailbox), "Limit mailbox access" (application access policies) and "Get shared or delegated Outlook calendar".
"""

from __future__ import annotations

from roomdisplay.simulator.entra import Principal
from roomdisplay.simulator.errors import GraphError, access_denied, item_not_found
from roomdisplay.simulator.event import Event
from roomdisplay.simulator.exchange import Room
from roomdisplay.simulator.ids import seeded_uuid
from roomdisplay.simulator.mailbox import Mailbox
from roomdisplay.simulator.tenant import Tenant


def find_mailbox(tenant: Tenant, principal: Principal, name: str | None) -> Mailbox:
    """The mailbox a path names, None meaning `/me`; raises the 404s of section "wrong room"."""
    if name is None:
        if principal.user is None:
            raise GraphError(400, "BadRequest", "/me request is only valid with delegated authentication flow.")
        name = principal.user
    exchange = tenant.exchange
    mailbox = exchange.mailbox(name) or _by_object_id(tenant, name)
    if mailbox is None and "@" in name:
        raise GraphError(404, "ErrorInvalidUser", f"The requested user '{name}' is invalid.")
    if mailbox is None:
        raise GraphError(404, "Request_ResourceNotFound", f"Resource '{name}' does not exist in the directory.")
    room = exchange.rooms.get(mailbox.address.casefold())
    match room.policy.mailbox if room else "ok":
        case "missing":
            raise GraphError(404, "ErrorInvalidUser", f"The requested user '{name}' is invalid.")
        case "unlicensed":
            raise GraphError(404, "MailboxNotEnabledForRESTAPI", "REST API is not yet supported for this mailbox.")
        case _:
            return mailbox


def check(tenant: Tenant, principal: Principal, mailbox: Mailbox, *, write: bool) -> None:
    """Raises what Graph says to a principal without the right to read, or to write, this calendar."""
    app = tenant.entra.app
    if not app.permitted:
        raise access_denied()
    own = principal.user is not None and principal.user.casefold() == mailbox.address.casefold()
    if write and tenant.entra.settings.read_only and not own:
        raise access_denied()
    if principal.user is None:
        _check_app(tenant, principal, mailbox)
    else:
        _check_user(tenant, principal, mailbox, write=write)


def check_quota(tenant: Tenant, mailbox: Mailbox) -> None:
    """Raises the 507 of a full mailbox, which still lets its items be read and removed."""
    room = tenant.exchange.rooms.get(mailbox.address.casefold())
    if room is not None and room.policy.mailbox == "quota":
        raise GraphError(507, "ErrorQuotaExceeded", "The mailbox is over its quota; the item cannot be saved.")


def in_scope(tenant: Tenant, principal: Principal, mailbox: Mailbox) -> bool:
    try:
        check(tenant, principal, mailbox, write=False)
    except GraphError:
        return False
    return True


def check_places(tenant: Tenant, principal: Principal) -> None:
    if "Place.Read.All" not in principal.grants or not tenant.entra.settings.places:
        raise GraphError(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.")


def conceals(tenant: Tenant, principal: Principal, event: Event, mailbox: Mailbox) -> bool:
    """Whether a delegate sees only that a private item is there."""
    foreign = principal.user is not None and principal.user.casefold() != mailbox.address.casefold()
    return foreign and event.sensitivity == "private" and not tenant.entra.settings.can_view_private_items


def is_delegated_elsewhere(principal: Principal, mailbox: Mailbox) -> bool:
    return principal.user is not None and principal.user.casefold() != mailbox.address.casefold()


def _check_app(tenant: Tenant, principal: Principal, mailbox: Mailbox) -> None:
    if "Calendars.ReadWrite" in principal.grants:
        if mailbox.address.casefold() in tenant.closed_rooms:
            raise GraphError(
                403,
                "ErrorAccessDenied",
                "Access to OData is disabled: [RAOP] : Blocked by tenant configured AppOnly AccessPolicy settings.",
            )
        return
    room = tenant.exchange.rooms.get(mailbox.address.casefold())
    if tenant.entra.settings.permissions != "rbac" or not _granted(tenant, room):
        raise access_denied()


def _granted(tenant: Tenant, room: Room | None) -> bool:
    return room is not None and room.mailbox.address.casefold() not in tenant.closed_rooms


def _check_user(tenant: Tenant, principal: Principal, mailbox: Mailbox, *, write: bool) -> None:
    assert principal.user is not None
    grants = principal.grants
    if principal.user.casefold() == mailbox.address.casefold():
        if not grants & ({"Calendars.ReadWrite"} if write else {"Calendars.Read", "Calendars.ReadWrite"}):
            raise access_denied()
        return
    if "Calendars.ReadWrite.Shared" not in grants and (write or "Calendars.Read.Shared" not in grants):
        raise access_denied()
    if not _granted(tenant, tenant.exchange.rooms.get(mailbox.address.casefold())):
        raise item_not_found()


def _by_object_id(tenant: Tenant, name: str) -> Mailbox | None:
    exchange = tenant.exchange
    boxes = [*(room.mailbox for room in exchange.rooms.values()), *exchange.people.values()]
    return next((box for box in boxes if seeded_uuid(tenant.seed, f"user:{box.address}") == name.casefold()), None)
