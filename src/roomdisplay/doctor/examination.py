"""The order of the checks: what rests on something broken is not looked at, and says so."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from roomdisplay.core.failure import OF_ONE_MAILBOX, Access, AccessLost, Bug, Failure, Refusal, Rejected, Transient
from roomdisplay.core.interval import Interval
from roomdisplay.core.machine import Read
from roomdisplay.core.room import Room
from roomdisplay.doctor import appointment, machine, room, servers
from roomdisplay.doctor.evidence import Office365, RoomCalendar
from roomdisplay.doctor.exchange import Processing
from roomdisplay.doctor.finding import Finding, Verdict, broken, unknown, warning, well
from roomdisplay.doctor.remedies import MEANING, Remedy, grant, of_access, set_processing, show_size, withdraw
from roomdisplay.ports import Failed

BEFORE, AHEAD = timedelta(days=14), timedelta(days=60)
"""The meetings that are looked at for what they tell of the room."""
NEVER = timedelta(days=20 * 365)
"""So far ahead that a stranger's calendar is empty: whether it opens is all that is looked at."""
TITLES = {
    "entra": "Sign-in server",
    "graph": "Microsoft Graph server",
    "entra-clock": "Clock of the sign-in server",
    "graph-clock": "Clock of Microsoft Graph",
    "token": "Sign-in",
    "certificate": "Certificate",
    "mailbox": "Room mailbox",
    "read": "Right to read",
    "write": "Right to book",
    "rooms": "Rooms near by",
    "outsider": "Nothing but rooms in reach",
    "time-zone": "Time zone of the mailbox",
    "subject": "Subjects of meetings",
    "private": "Private meetings",
    "auto-accept": "Room accepts by itself",
    "auto-release": "Release by Exchange",
}


class Wishes(Struct, frozen=True, kw_only=True):
    """What somebody asked the doctor to do, or told it."""

    now: datetime
    id: str
    """Fresh for each run."""
    write: bool = False
    """Make an appointment and take it away again."""
    outsider: str = ""
    """The address of a mailbox that is no room, and should be out of reach."""
    told: Processing = Processing()


async def examine(link: Office365, wishes: Wishes) -> AsyncIterator[Finding]:
    """Looks at the link, step by step; each finding as it comes. Never raises Failed."""
    entra = await link.servers.reach(link.sign_in_url)
    graph = await link.servers.reach(link.graph_url)
    for id, seen in (("entra", entra), ("graph", graph)):
        yield servers.reachable(id, TITLES[id], seen)
        if seen.stopped_at is None:
            yield servers.clock(f"{id}-clock", TITLES[f"{id}-clock"], seen)
        else:
            yield _not_checked(f"{id}-clock", "the server was not reached")
    if link.certificate_ends is not None:
        yield await _certificate(link, wishes)
    why = "the sign-in server was not reached" if entra.stopped_at is not None else ""
    if not why:
        token = await _token(link)
        yield token
        why = "there is no access token" if token.verdict is not Verdict.WELL else ""
    else:
        yield _not_checked("token", why)
    if not why and graph.stopped_at is not None:
        why = "Microsoft Graph was not reached"
    if why:
        for id in ("mailbox", "read", "write", "time-zone", "rooms", "outsider"):
            yield _not_checked(id, why)
        for finding in _told_only(link, wishes):
            yield finding
        return
    async for finding in _rooms(link, wishes):
        yield finding


async def _rooms(link: Office365, wishes: Wishes) -> AsyncIterator[Finding]:
    calendar = link.calendars(link.room)
    window = Interval(wishes.now - BEFORE, wishes.now + AHEAD)
    read: Read | None = None
    try:
        read = await calendar.read(window, detailed=True)
    except Failed as failed:
        yield _mailbox(failed.failure, link)
        yield _failed("read", failed.failure, link)
    else:
        yield well("mailbox", TITLES["mailbox"], f"{link.room.address} has a calendar.")
        yield _readable(read)
    if read is None:
        for id in ("write", "time-zone"):
            yield _not_checked(id, "the calendar cannot be read")
    else:
        yield await _writing(calendar, link, wishes)
        try:
            yield room.time_zone(await calendar.time_zone(), wishes.now, link)
        except Failed as failed:
            yield _failed("time-zone", failed.failure, link)
    yield await _nearby(link, wishes)
    yield await _outsider(link, wishes)
    if read is None:
        for finding in _told_only(link, wishes):
            yield finding
        return
    yield room.subject(read.meetings, wishes.told, link)
    yield room.private_flag(read.meetings, wishes.told, link)
    yield room.auto_accept(read.meetings, wishes.told, link)
    yield room.auto_release(wishes.told, link)


def _told_only(link: Office365, wishes: Wishes) -> tuple[Finding, ...]:
    """Where no meeting can be seen there is still what an administrator told."""
    return (
        room.subject((), wishes.told, link),
        room.private_flag((), wishes.told, link),
        room.auto_accept((), wishes.told, link),
        room.auto_release(wishes.told, link),
    )


async def _certificate(link: Office365, wishes: Wishes) -> Finding:
    assert link.certificate_ends is not None
    try:
        return machine.certificate(await link.certificate_ends(), wishes.now)
    except Failed as failed:
        return _failed("certificate", failed.failure, link)


async def _token(link: Office365) -> Finding:
    try:
        await link.tokens.token()
    except Failed as failed:
        return _failed("token", failed.failure, link)
    return well("token", TITLES["token"], f"Entra gave the panel an access token ({link.kind.value}).")


def _mailbox(failure: Failure, link: Office365) -> Finding:
    id = "mailbox"
    match failure:
        case AccessLost(access=Access.ROOM | Access.MAILBOX):
            return _failed(id, failure, link)
        case _:
            return _not_checked(id, "the calendar cannot be read")


def _readable(read: Read) -> Finding:
    count = len(read.meetings)
    told = f"{count} {'meeting' if count == 1 else 'meetings'} in the last 14 and the next 60 days."
    if read.skipped:
        return warning(
            "read",
            TITLES["read"],
            told,
            f"{read.skipped} more could not be understood and are left out.",
            mend="Look for meetings of odd times in the room's calendar, and report this to the project.",
        )
    return well("read", TITLES["read"], told)


async def _writing(calendar: RoomCalendar, link: Office365, wishes: Wishes) -> Finding:
    id, title = "write", TITLES["write"]
    try:
        if not wishes.write:
            count = await appointment.left_behind(calendar, wishes.now)
            left = f" {count} of an earlier run still there: this takes them away." if count else ""
            return unknown(
                id,
                title,
                f"Nothing was written.{left}",
                mend="Let the doctor make an appointment far ahead and take it away again: roomdisplay doctor --write.",
            )
        proof = await appointment.prove(calendar, id=wishes.id, now=wishes.now)
    except Failed as failed:
        if isinstance(failed.failure, AccessLost) and failed.failure.access is Access.PERMISSION:
            remedy = grant(link, link.room.address, writing=True)
            told = f"Reading works, writing is denied ({failed.failure.code})."
            return broken(id, title, told, mend=remedy.say, commands=remedy.commands)
        return _failed(id, failed.failure, link)
    swept = (f"{proof.leftovers} left by an earlier run were taken away.",) if proof.leftovers else ()
    if not (proof.found and proof.removed):
        how = "is not in the calendar as it was written" if not proof.found else "is still there after it was deleted"
        return broken(
            id,
            title,
            f"The doctor's appointment {how}.",
            *swept,
            mend="Look for what else changes this calendar: a rule, an add-in, a retention policy.",
        )
    if not proof.kept_subject:
        return warning(
            id,
            title,
            "An appointment was made and taken away, but its subject was changed on the way.",
            *swept,
            mend="Let the room keep subjects.",
            commands=(set_processing(link.room.address, "-DeleteSubject $false", "-AddOrganizerToSubject $false"),),
        )
    return well(id, title, "An appointment was made far ahead, read again and taken away.", *swept)


async def _nearby(link: Office365, wishes: Wishes) -> Finding:
    id, title = "rooms", TITLES["rooms"]
    if not link.nearby:
        return unknown(id, title, "The configuration names none (nearby).")
    closed: list[tuple[Room, Failure]] = []
    window = Interval(wishes.now, wishes.now + timedelta(hours=1))
    for other in link.nearby:
        try:
            await link.calendars(other).read(window, detailed=False)
        except Failed as failed:
            closed.append((other, failed.failure))
    if not closed:
        return well(id, title, f"All {len(link.nearby)} can be read: {', '.join(r.name for r in link.nearby)}.")
    told = [f"{other.name} <{other.address}>: {_said(failure)}" for other, failure in closed]
    remedy = next(
        (grant(link, r.address) for r, f in closed if _is_permission(f)),
        Remedy(say="Compare the addresses under nearby in config.yaml with the rooms' mailboxes."),
    )
    return warning(id, title, *told, mend=remedy.say, commands=remedy.commands)


def _is_permission(failure: Failure) -> bool:
    return isinstance(failure, AccessLost) and failure.access is Access.PERMISSION


async def _outsider(link: Office365, wishes: Wishes) -> Finding:
    """Least privilege: whoever can open a wall should not find the company's calendars behind it."""
    id, title, address = "outsider", TITLES["outsider"], wishes.outsider
    if not address:
        return unknown(
            id,
            title,
            "Nobody named a mailbox that should be out of reach.",
            mend="Name one, your own: roomdisplay doctor --outsider ADDRESS. Its meetings are not looked at.",
        )
    far = wishes.now + NEVER
    stranger = replace(link.room, address=address, name=address)
    try:
        await link.calendars(stranger).read(Interval(far, far + timedelta(minutes=1)), detailed=False)
    except Failed as failed:
        match failed.failure:
            case AccessLost(access=Access.PERMISSION, code=code):
                return well(id, title, f"{address} is out of reach ({code}).")
            case AccessLost(access=access) if access in OF_ONE_MAILBOX:
                return unknown(
                    id, title, f"{address} is no mailbox, so it tells nothing.", mend="Name a person's mailbox."
                )
            case other:
                return _failed(id, other, link)
    remedy = withdraw(link, address)
    return warning(
        id,
        title,
        f"The panel can open the calendar of {address}: whoever steals the panel reads people's calendars.",
        mend=remedy.say,
        commands=remedy.commands,
    )


def _failed(id: str, failure: Failure, link: Office365) -> Finding:
    """A check that came to an end with a failure: of what it looks at, or on the way there."""
    title = TITLES[id]
    match failure:
        case AccessLost(access=access, code=code):
            remedy = of_access(access, link, code=code)
            told = MEANING[access] if access is Access.SECRET_MISSING or not code else f"{MEANING[access]} ({code})"
            return broken(id, title, told, mend=remedy.say, commands=remedy.commands)
        case Rejected(refusal=Refusal.FULL):
            return broken(
                id,
                title,
                "The room's mailbox is full.",
                mend="Empty it, or raise its quota.",
                commands=(show_size(link.room.address),),
            )
        case Transient() | Rejected() | Bug():
            return warning(
                id,
                title,
                _said(failure),
                mend="Wait a few minutes and ask the doctor again; status.cloud.microsoft tells of Microsoft's own "
                "trouble.",
            )
        case _:
            assert_never(failure)


def _said(failure: Failure) -> str:
    match failure:
        case AccessLost(access=access, code=code):
            return f"{MEANING[access]} ({code})" if code else MEANING[access]
        case Transient(reason=reason):
            return f"No answer just now: {reason}."
        case Rejected(reason=reason) | Bug(reason=reason):
            return f"Office 365 refuses the request: {reason}."
        case _:
            assert_never(failure)


def _not_checked(id: str, why: str) -> Finding:
    return unknown(id, TITLES[id], f"Not looked at, because {why}.")
