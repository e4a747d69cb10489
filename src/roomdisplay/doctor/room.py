"""What a room's own meetings tell of how its mailbox is set up; and what an administrator told, where they did."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from roomdisplay.core.meeting import Meeting, ShowAs
from roomdisplay.doctor.evidence import Office365
from roomdisplay.doctor.exchange import Processing
from roomdisplay.doctor.finding import Command, Finding, PowerShell, unknown, warning, well
from roomdisplay.doctor.remedies import quoted, set_processing, show_processing

NEWEST = 5
"""Meetings that are looked at: settings change, and what was booked before a change says nothing of it."""
_LOOK = "Ask Exchange, and give what it says to the doctor: roomdisplay doctor --exchange FILE."


def invited(meetings: Iterable[Meeting]) -> list[Meeting]:
    """The newest meetings somebody invited the room to, newest first; one of each series."""
    by_series: dict[str, Meeting] = {}
    for meeting in meetings:
        if not meeting.is_organizer and meeting.has_attendees and not meeting.is_cancelled:
            by_series.setdefault(meeting.series_master_id or meeting.id, meeting)
    dated = [(m.created_at, m) for m in by_series.values() if m.created_at is not None]
    return [m for _, m in sorted(dated, key=lambda pair: (pair[0], pair[1].id), reverse=True)]


def subject(meetings: Iterable[Meeting], told: Processing, link: Office365) -> Finding:
    """Exchange's default takes the subject away and may put the organizer's name in its place."""
    id, title, room = "subject", "Subjects of meetings", link.room.address
    mend = "Let the room keep them; meetings booked before stay as they are."
    commands = (set_processing(room, "-DeleteSubject $false", "-AddOrganizerToSubject $false"),)
    if told.delete_subject is not None and told.add_organizer is not None:
        if told.delete_subject or told.add_organizer:
            switches = [
                name
                for name, on in (("DeleteSubject", told.delete_subject), ("AddOrganizerToSubject", told.add_organizer))
                if on
            ]
            return warning(id, title, f"Exchange says: {' and '.join(switches)}.", mend=mend, commands=commands)
        return well(id, title, "Exchange says that they are kept.")
    seen = [m for m in invited(meetings) if not m.is_private][:NEWEST]
    if not seen:
        return _unseen(id, title, "No meeting is there to tell by.", room)
    stripped = [m for m in seen if _is_stripped(m)]
    if len(stripped) < len(seen):
        return well(id, title, f"{len(seen) - len(stripped)} of the {len(seen)} newest meetings have one of their own.")
    evidence = f"Of the {len(seen)} newest meetings none has a subject of its own, but its organizer's name or nothing."
    if not link.shows_subjects:
        return well(id, title, evidence, "The panel is set not to show them anyway.")
    return warning(id, title, evidence, mend=mend, commands=commands)


def _is_stripped(meeting: Meeting) -> bool:
    """DeleteSubject leaves nothing, AddOrganizerToSubject puts the name before what is left (Microsoft,
    "Set-CalendarProcessing")."""
    shown, organizer = (meeting.subject or "").casefold(), (meeting.organizer or "").casefold()
    return not shown or (bool(organizer) and shown.startswith(organizer))


def private_flag(meetings: Iterable[Meeting], told: Processing, link: Office365) -> Finding:
    id, title, room = "private", "Private meetings", link.room.address
    if told.remove_private is not None:
        if told.remove_private:
            return warning(
                id,
                title,
                "Exchange takes the private flag away, so the panel shows what was meant to be private.",
                mend="Let the room keep it.",
                commands=(set_processing(room, "-RemovePrivateProperty $false"),),
            )
        return well(id, title, "Exchange says that the private flag is kept.")
    kept = sum(m.is_private for m in invited(meetings))
    if kept:
        return well(id, title, f"{kept} private {'meeting is' if kept == 1 else 'meetings are'} there, and masked.")
    return _unseen(id, title, "No private meeting is there: none was booked, or the flag is taken away.", room)


def auto_accept(meetings: Iterable[Meeting], told: Processing, link: Office365) -> Finding:
    id, title, room = "auto-accept", "Room accepts by itself", link.room.address
    mend = "Let the room accept what fits."
    commands = (set_processing(room, "-AutomateProcessing AutoAccept"),)
    if told.automate is not None:
        if told.automate.casefold() == "autoaccept":
            return well(id, title, "Exchange says AutoAccept.")
        return warning(id, title, f"Exchange says {told.automate}.", mend=mend, commands=commands)
    seen = invited(meetings)[:NEWEST]
    if not seen:
        return _unseen(id, title, "No meeting is there to tell by.", room)
    waiting = [m for m in seen if m.show_as is ShowAs.TENTATIVE]
    if len(waiting) < len(seen):
        return well(id, title, f"{len(seen) - len(waiting)} of the {len(seen)} newest meetings were accepted.")
    return warning(
        id,
        title,
        f"All of the {len(seen)} newest meetings are tentative: nobody accepts them, or a delegate has to.",
        mend=mend,
        commands=commands,
    )


def auto_release(told: Processing, link: Office365) -> Finding:
    """Two that release meetings race: one tells the organizer what the other has just undone."""
    id, title, room = "auto-release", "Release by Exchange", link.room.address
    if told.auto_release is False:
        return well(id, title, "Exchange releases nothing by itself.")
    if not link.releases:
        if told.auto_release:
            return warning(
                id,
                title,
                "Exchange releases meetings nobody checks in to in Teams or Places; the panel takes no check-ins.",
                mend="Let the panel do it (check_in.enabled in config.yaml), or tell people where to check in.",
                commands=(set_processing(room, "-EnableAutoRelease $false"),),
            )
        return well(id, title, "The panel takes no check-ins, so the two cannot race.")
    if told.auto_release:
        return warning(
            id,
            title,
            "Exchange releases meetings too: it takes rooms away from people who checked in at the door.",
            mend="Leave that to the panel.",
            commands=(set_processing(room, "-EnableAutoRelease $false"),),
        )
    return _unseen(id, title, "Office 365 does not tell a panel; together with the panel's own it would race.", room)


def time_zone(name: str | None, now: datetime, link: Office365) -> Finding:
    """`name`: of the mailbox's working hours' zone; None: one of its own making."""
    id, title, room = "time-zone", "Time zone of the mailbox", link.room
    windows = link.windows_zone(room.zone.key) or room.zone.key
    commands: tuple[Command, ...] = (
        PowerShell(
            line=f"Set-MailboxCalendarConfiguration {quoted(room.address)} -WorkingHoursTimeZone {_text(windows)}"
        ),
        PowerShell(line=f"Set-MailboxRegionalConfiguration {quoted(room.address)} -TimeZone {_text(windows)}"),
    )
    mend = "Give the mailbox the room's zone, or correct room.time_zone in config.yaml."
    if name is None:
        return warning(
            id,
            title,
            f"The mailbox has a zone of its own making; the panel's is {room.zone.key}.",
            mend=mend,
            commands=commands,
        )
    candidates = [zone for key in (*link.zone_names(name), name) if (zone := _zone(key)) is not None]
    if not candidates:
        return unknown(
            id, title, f"The mailbox says {name}, which this machine does not know.", mend=mend, commands=commands
        )
    if any(_agree(zone, room.zone, now) for zone in candidates):
        return well(id, title, f"The mailbox says {name}, which is {room.zone.key}.")
    return warning(id, title, f"The mailbox says {name}, the panel {room.zone.key}.", mend=mend, commands=commands)


def _zone(key: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(key)
    except (ValueError, OSError, KeyError):
        return None


def _agree(one: ZoneInfo, other: ZoneInfo, now: datetime) -> bool:
    """The same wall clock through the coming year."""
    moments = [now + timedelta(days=7 * week) for week in range(53)]
    return all(one.utcoffset(m.astimezone(one)) == other.utcoffset(m.astimezone(other)) for m in moments)


def _text(text: str) -> str:
    return '"' + text.replace("`", "``").replace('"', '`"').replace("$", "`$") + '"'


def _unseen(id: str, title: str, why: str, room: str) -> Finding:
    return unknown(id, title, why, mend=_LOOK, commands=(show_processing(room),))
