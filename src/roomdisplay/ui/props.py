"""What the panel shows, derived from the machine's state: plain frozen values, no Qt, no words, no wall clock.

Every instant in here is an aware datetime in the room's zone. Who reads a `Subject` may show it: private meetings and
whatever the policy hides have lost it already, and what is left is one bounded line of plain text.
"""

import unicodedata
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, Protocol, assert_never
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from roomdisplay.core import booker, later, nearby, offers, outbox, room_state
from roomdisplay.core.bookable import bookable, kept_clear
from roomdisplay.core.failure import Access, AccessLost, Bug, Rejected, Transient
from roomdisplay.core.freshness import Freshness, Live, Never, Offline, Stale, is_trusted
from roomdisplay.core.interval import MINUTE, Interval, day_of, days, floor_minute
from roomdisplay.core.later import Slot
from roomdisplay.core.machine import State
from roomdisplay.core.meeting import Meeting
from roomdisplay.core.outbox import Reason, Stage
from roomdisplay.core.policy import Identity, Policy, Unchecked
from roomdisplay.core.reports import Report
from roomdisplay.core.room import Room
from roomdisplay.core.schedule import Schedule
from roomdisplay.core.screen import Screen, brightness

LONGEST_TEXT = 120
"""Characters of a subject or a name that reach the screen."""
LONGEST_PROSE = 500
"""Characters of a message or a notice."""
MOST_MARKS = 3
"""Combining marks in a row that are kept: more is vandalism, not spelling."""


class Kind(StrEnum):
    """The state of the room in one word."""

    FREE = "free"
    FREE_SOON = "freeSoon"
    BUSY = "busy"
    ENDING_SOON = "endingSoon"
    HELD = "held"
    CHECK_IN = "checkIn"
    CLOSED = "closed"
    OUT_OF_SERVICE = "outOfService"
    UNKNOWN = "unknown"


class FreshnessKind(StrEnum):
    LIVE = "live"
    STALE = "stale"
    OFFLINE = "offline"
    NEVER = "never"


class Nearness(StrEnum):
    """How soon a room near by can be had, in one word."""

    NOW = "now"
    LATER = "later"
    TAKEN = "taken"
    """Not today or tomorrow."""
    UNKNOWN = "unknown"
    CLOSED = "closed"
    """This panel may not book there, as somebody has found out just now."""


class Trouble(StrEnum):
    """Why the last request failed, where nobody has to mend anything in Office 365."""

    NETWORK = "network"
    FAULT = "fault"


class MeetingProps(Struct, frozen=True, kw_only=True):
    id: str
    start: datetime
    end: datetime
    subject: str | None
    """None where it is private or hidden; empty where the meeting has none."""
    organizer: str | None
    private: bool
    all_day: bool
    own: bool
    held: bool
    """Made here, and not yet confirmed by Office 365."""
    occupies: bool
    booking_id: str | None = None

    def covers(self, instant: datetime) -> bool:
        return self.start <= instant < self.end


class BookProps(Struct, frozen=True, kw_only=True):
    """A walk-up that may start now. `interval` is what to ask for, in UTC."""

    interval: Interval
    start: datetime
    end: datetime
    until_next: bool
    preferred: bool
    """The likeliest of those there are."""

    @property
    def length(self) -> timedelta:
        return self.interval.duration


class ExtendProps(Struct, frozen=True, kw_only=True):
    """A later end for the meeting under way. `until` is what to ask for, in UTC."""

    until: datetime
    end: datetime
    by: timedelta
    until_next: bool
    behind: Interval | None = None
    """The booking to make instead (UTC), where the meeting is not the room's own to make longer."""


class ManageProps(Struct, frozen=True, kw_only=True):
    """The meeting that people at the door may have come for, and what can be done about it."""

    key: str
    """Its `Meeting.key`."""
    start: datetime
    end: datetime
    extensions: tuple[ExtendProps, ...] = ()
    may_end: bool = False
    may_cancel: bool = False
    may_release: bool = False
    may_check_in: bool = False


class CheckInProps(Struct, frozen=True, kw_only=True):
    """What somebody has to check in to."""

    meeting: MeetingProps
    opened: datetime
    release_at: datetime | None
    """When the room is released if nobody does; None while that is not decided (no connection, just started)."""


class PlaceProps(Struct, frozen=True, kw_only=True):
    """Which room it is, for somebody who has to walk there."""

    address: str
    name: str
    detail: str


class AboutProps(Struct, frozen=True, kw_only=True):
    """What the room has to offer, for somebody who wonders whether it will do."""

    capacity: int | None
    equipment: tuple[str, ...]
    place: str
    photo: str
    """The file; empty: there is none."""


class NearbyRoomProps(Struct, frozen=True, kw_only=True):
    place: PlaceProps
    nearness: Nearness
    start: datetime | None
    """When it is free: of NOW and LATER; None with the rest."""
    until: datetime | None
    """When the next meeting starts there; None where none is known."""
    offers: tuple[BookProps, ...]
    age: timedelta | None
    """Of what is known; None where nothing was told."""


class NearbyProps(Struct, frozen=True, kw_only=True):
    """The rooms near by, the best first."""

    rooms: tuple[NearbyRoomProps, ...]
    as_of: datetime | None
    """When the oldest of the answers was asked for, to the second; None before the first."""
    failing: bool
    """Office 365 did not answer when last asked."""


class EntryProps(Struct, frozen=True, kw_only=True):
    """A request of a person, until some minutes after it was settled."""

    id: str
    booking_id: str
    operation: str
    """book, extend, end, cancel, release, autoRelease or checkIn."""
    stage: Stage
    reason: Reason | None
    start: datetime
    end: datetime
    made_at: datetime
    failed: bool
    """Its last try did not get through."""
    elsewhere: PlaceProps | None = None
    """The room near by that it is about; None: this one."""
    undo: str = ""
    """The operation that takes it back: cancel, book or extend; empty: none can."""

    @property
    def ahead(self) -> bool:
        """It is about a time that was still to come."""
        return self.start > self.made_at

    @property
    def settled(self) -> bool:
        return self.stage in outbox.FINAL

    @property
    def decided(self) -> bool:
        """Nothing is promised any more: it is settled, or lost and being taken back."""
        return self.settled or self.stage is Stage.WITHDRAW


class FreshnessProps(Struct, frozen=True, kw_only=True):
    kind: FreshnessKind
    as_of: datetime | None
    """When the schedule was read, to the second; None without one."""
    age: timedelta | None
    trusted: bool


class ProblemProps(Struct, frozen=True, kw_only=True):
    """Something an administrator has to mend. `code` is what Microsoft called it."""

    access: Access
    code: str
    writing_only: bool = False
    """The calendar can be read; a booking was refused for want of the right to write."""
    service_account: bool = False
    """The panel is linked by an account that a person signs in."""


class SignInProps(Struct, frozen=True, kw_only=True):
    """Somebody is being asked to sign the service account in. Code and address are empty while they are fetched."""

    code: str = ""
    address: str = ""
    expires_at: datetime | None = None
    left: timedelta = timedelta()


class DayProps(Struct, frozen=True, kw_only=True):
    """One calendar day of the room, midnight to midnight: 23, 24 or 25 hours."""

    date: date
    start: datetime
    end: datetime
    meetings: tuple[MeetingProps, ...]
    """Those that touch the day, by start; all-day ones included."""
    free: tuple[tuple[datetime, datetime], ...]
    """What may still be booked, clipped to the day. Empty where the schedule is not known."""
    slots: tuple[Slot, ...] = ()
    """Those of them that somebody can book here and now; times in UTC."""


class BookerProps(Struct, frozen=True, kw_only=True):
    """What whoever books has to say of themselves."""

    identity: Identity = Identity.NONE
    may_ask: bool = False
    """There is somebody to say whose PIN or badge it is."""
    may_be_nameless: bool = False
    """Where nobody can, it is booked without a name."""
    pause: timedelta = timedelta()
    """Until the next PIN or badge counts."""
    inquiry: str | None = None
    """The entry to be, while it is asked who books; None: nothing is asked."""
    stage: booker.Stage | None = None


class PanelProps(Struct, frozen=True, kw_only=True):
    now: datetime
    zone: ZoneInfo
    room_name: str
    room_detail: str
    room_address: str
    kind: Kind
    last_known: Kind | None
    """While unknown: what the old schedule would say."""
    until: datetime | None
    """When the state ends: the next start while free, the end of the unbroken run of meetings while not."""
    current: MeetingProps | None
    following: MeetingProps | None
    offers: tuple[BookProps, ...]
    manage: ManageProps | None
    check_in: CheckInProps | None
    undoable: str | None
    """The entry of a release without check-in that can still be taken back."""
    freshness: FreshnessProps
    outbox: tuple[EntryProps, ...]
    problem: ProblemProps | None
    trouble: Trouble | None
    certificate_ends: date | None
    """While an administrator has to renew it."""
    today: DayProps
    tomorrow: DayProps
    next_free: tuple[datetime, datetime | None] | None
    """The first slot that holds half an hour, or the shortest booking; open-ended where nothing follows it."""
    finds_rooms: bool
    """There are rooms near by, and Office 365 may be asked about them."""
    nearby: NearbyProps | None
    """None while nobody wants to know."""
    sign_in: SignInProps | None = None
    emergency: str = ""
    """A message that comes before everything else; empty: none."""
    out_of_service: str = ""
    """Why the room takes no bookings; empty: it does."""
    leaving: int | None = None
    """Bookings still to be sent by a panel that is about to be unpaired; None: it stays."""
    kept_clear: timedelta | None = None
    """Between two bookings, where that is why none can be made now."""
    notice: str = ""
    """What whoever books has to know."""
    about: AboutProps | None = None
    """None: nothing is known but what its page says anyway."""
    page: str = ""
    """Where the room's page on the Portal is; empty: nowhere."""
    screen: Screen = Screen.LIT
    dimmed_brightness: float = 1.0
    """Of a lit screen's light."""
    booker: BookerProps = BookerProps()
    reports: tuple[Report, ...] | None = None
    """What people have reported to be wrong in the room; None: there is nobody to report it to."""
    may_sign_in: bool = False
    """There is no access, and signing in may bring it back; nobody is being asked to yet."""

    @property
    def meetings(self) -> tuple[MeetingProps, ...]:
        known = {m.id for m in self.today.meetings}
        return self.today.meetings + tuple(m for m in self.tomorrow.meetings if m.id not in known)

    def entry(self, id: str | None) -> EntryProps | None:
        return next((e for e in self.outbox if e.id == id), None)

    def report(self, id: str | None) -> Report | None:
        return next((r for r in self.reports or () if r.id == id), None)

    def neighbour(self, address: str) -> NearbyRoomProps | None:
        rooms = self.nearby.rooms if self.nearby is not None else ()
        return next((room for room in rooms if room.place.address == address), None)

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The free times of today and tomorrow that can be booked from here."""
        return self.today.slots + self.tomorrow.slots

    def local(self, instant: datetime) -> datetime:
        """In the room's zone."""
        return instant.astimezone(self.zone)

    @property
    def occupied(self) -> bool:
        """Somebody is in the room, as far as is known."""
        kind = self.last_known or self.kind
        return kind in (Kind.BUSY, Kind.ENDING_SOON, Kind.HELD) or (kind is Kind.CHECK_IN and self.current is not None)


def look_alike(some: PanelProps, other: PanelProps) -> bool:
    """Nothing on screen tells them apart: it is the same minute, no meeting has begun or ended in between, and all is
    the same but how old it is to the second."""
    if floor_minute(some.now) != floor_minute(other.now):
        return False
    earlier, later = sorted((some.now, other.now))
    if any(earlier < moment <= later for meeting in some.meetings for moment in (meeting.start, meeting.end)):
        return False
    return replace(some, now=other.now, freshness=_said(some.freshness)) == replace(
        other, freshness=_said(other.freshness)
    )


def _said(fresh: FreshnessProps) -> FreshnessProps:
    """Its age to the minute; of what is live only that it is known."""
    if fresh.as_of is None:
        return fresh
    if fresh.kind is FreshnessKind.LIVE:
        return replace(fresh, age=None, as_of=None)
    return replace(fresh, age=None, as_of=floor_minute(fresh.as_of))


def derive_props(state: State) -> PanelProps:
    """All that is on screen at `state.now`, except what a person has opened."""
    zone = state.room.zone
    now = state.now.wall
    schedule = state.promised
    fresh = state.freshness
    known = state.room_state
    awaited = room_state.awaited(known)
    problem = _problem(state)
    pending = frozenset(e.booking_id for e in state.entries if not e.is_final)

    def shown(meeting: Meeting | None) -> MeetingProps | None:
        return None if meeting is None else _meeting(meeting, state, zone, pending)

    current = schedule.current(now) if schedule else None
    kind, last_known, until = _word(known)
    return PanelProps(
        now=now.astimezone(zone),
        zone=zone,
        room_name=one_line(state.room.name),
        room_detail=one_line(state.room.detail),
        room_address=state.room.address,
        kind=kind,
        last_known=last_known,
        until=_local(until, zone),
        current=shown(current),
        following=shown(schedule.following(now) if schedule else None),
        offers=() if awaited is not None else _book_offers(state, schedule, problem),
        manage=_manage(state, schedule, awaited or current, problem, may_check_in=awaited is not None),
        check_in=None if (asked := shown(awaited)) is None else _check_in(state, asked, zone),
        undoable=None if (undoable := state.undoable) is None else undoable[0].id,
        freshness=_freshness(fresh, state),
        outbox=tuple(_entry(e, state, zone) for e in state.outcomes),
        problem=problem,
        trouble=_trouble(state),
        certificate_ends=day_of(ending, zone) if (ending := state.certificate_ending) else None,
        today=_day(0, state, schedule, shown, problem),
        tomorrow=_day(1, state, schedule, shown, problem),
        next_free=_next_free(state, schedule),
        finds_rooms=bool(state.nearby) and state.access_lost is None and not state.is_leaving,
        nearby=_nearby(state) if state.survey.watched else None,
        sign_in=_sign_in(state, zone),
        emergency=one_line(state.emergency or "", LONGEST_PROSE),
        out_of_service="" if state.is_leaving else one_line(state.policy.out_of_service, LONGEST_PROSE),
        leaving=len(state.owed) if state.is_leaving else None,
        kept_clear=_kept_clear(state, schedule),
        notice=one_line(state.policy.notice, LONGEST_PROSE),
        about=_about(state),
        page=state.policy.page,
        booker=_booker(state),
        reports=state.reports.all if state.wox is not None and state.started else None,
        screen=state.screen,
        dimmed_brightness=brightness(Screen.DIMMED, state.policy),
        may_sign_in=state.access_lost is not None and state.sign_in is not None and not state.sign_in.on_screen,
    )


def _booker(state: State) -> BookerProps:
    asked = state.inquiry
    return BookerProps(
        identity=state.policy.identity,
        may_ask=state.wox is not None,
        may_be_nameless=state.policy.identity_offline is Unchecked.ALLOW,
        pause=timedelta(seconds=state.tries.wait(state.now.mono)),
        inquiry=None if asked is None else asked.id,
        stage=None if asked is None else asked.stage,
    )


def _word(known: room_state.RoomState) -> tuple[Kind, Kind | None, datetime | None]:
    match known:
        case room_state.Free(until=until):
            return Kind.FREE, None, until
        case room_state.FreeSoon(until=until):
            return Kind.FREE_SOON, None, until
        case room_state.Busy(until=until):
            return Kind.BUSY, None, until
        case room_state.EndingSoon(until=until):
            return Kind.ENDING_SOON, None, until
        case room_state.Held(until=until):
            return Kind.HELD, None, until
        case room_state.CheckInPending(until=until):
            return Kind.CHECK_IN, None, until
        case room_state.Closed(until=until):
            return Kind.CLOSED, None, until
        case room_state.OutOfService():
            return Kind.OUT_OF_SERVICE, None, None
        case room_state.Unknown(last_known=last_known):
            if last_known is None:
                return Kind.UNKNOWN, None, None
            kind, _, until = _word(last_known)
            return Kind.UNKNOWN, kind, until
        case _:
            assert_never(known)


def _local(instant: datetime | None, zone: ZoneInfo) -> Any:
    return None if instant is None else instant.astimezone(zone)


def _meeting(meeting: Meeting, state: State, zone: ZoneInfo, pending: frozenset[str]) -> MeetingProps:
    private = meeting.is_private
    subject = meeting.subject if state.policy.show_subject and not private else None
    # of a booking made on a panel the room itself is the organizer, which tells nobody anything
    named = state.policy.show_organizer and not private and not meeting.is_organizer
    organizer = meeting.organizer if named else None
    return MeetingProps(
        id=meeting.id,
        start=meeting.interval.start.astimezone(zone),
        end=meeting.interval.end.astimezone(zone),
        subject=None if subject is None else one_line(subject),
        organizer=None if organizer is None else one_line(organizer) or None,
        private=private,
        all_day=meeting.is_all_day,
        own=meeting.is_own,
        held=meeting.is_held or meeting.booking_id in pending,
        occupies=meeting.occupies,
        booking_id=meeting.booking_id,
    )


def _may_promise(state: State, problem: ProblemProps | None) -> bool:
    """Would what is asked for now stick, or at least be held honestly?"""
    age = state.age
    if state.emergency is not None:
        return False
    return state.started and problem is None and age is not None and age <= state.policy.hold_for


def _book_offers(state: State, schedule: Schedule | None, problem: ProblemProps | None) -> tuple[BookProps, ...]:
    return () if schedule is None or not _may_promise(state, problem) else _offers_in(schedule, state, state.policy)


def _offers_in(schedule: Schedule, state: State, policy: Policy) -> tuple[BookProps, ...]:
    zone = state.room.zone
    made = offers.book_offers(state.now.wall, schedule, policy)
    usual = policy.durations[1:2] or policy.durations
    fitting = [o for o in made if usual and o.interval.duration <= usual[0]] or list(made[:1])
    return tuple(
        BookProps(
            interval=offer.interval,
            start=offer.interval.start.astimezone(zone),
            end=offer.interval.end.astimezone(zone),
            until_next=offer.until_next,
            preferred=offer is fitting[-1],
        )
        for offer in made
    )


def _kept_clear(state: State, schedule: Schedule | None) -> timedelta | None:
    policy, now = state.policy, state.now.wall
    if schedule is None or not policy.distance or schedule.current(now) is not None:
        return None
    near = kept_clear((m.interval for m in schedule.occupying), policy)
    return policy.distance if any(i.contains(now) for i in near) else None


def _check_in(state: State, meeting: MeetingProps, zone: ZoneInfo) -> CheckInProps:
    asking = state.asking
    return CheckInProps(
        meeting=meeting,
        opened=meeting.start - state.policy.check_in_opens,
        release_at=None if asking is None else asking.release_at(state.policy).astimezone(zone),
    )


def _manage(
    state: State,
    schedule: Schedule | None,
    meeting: Meeting | None,
    problem: ProblemProps | None,
    *,
    may_check_in: bool,
) -> ManageProps | None:
    if schedule is None or meeting is None or not _may_promise(state, problem):
        return None
    if not (meeting.is_own or meeting.is_attended):
        return None
    now, zone = state.now.wall, state.room.zone
    return ManageProps(
        key=meeting.key,
        start=meeting.interval.start.astimezone(zone),
        end=meeting.interval.end.astimezone(zone),
        extensions=_extensions(now, meeting, schedule, state),
        may_end=offers.may_end(now, meeting),
        may_cancel=offers.may_cancel(now, meeting),
        may_release=offers.may_release(now, meeting),
        may_check_in=may_check_in,
    )


def _extensions(now: datetime, meeting: Meeting, schedule: Schedule, state: State) -> tuple[ExtendProps, ...]:
    zone, policy = state.room.zone, state.policy
    longer = tuple(
        ExtendProps(until=o.end, end=o.end.astimezone(zone), by=o.by, until_next=o.until_next)
        for o in offers.extend_offers(now, meeting, schedule, policy)
    )
    behind = tuple(
        ExtendProps(
            until=o.interval.end,
            end=o.interval.end.astimezone(zone),
            by=o.interval.duration,
            until_next=o.until_next,
            behind=o.interval,
        )
        for o in offers.extension_offers(now, meeting, schedule, policy)
    )
    return longer + behind


_OPERATIONS: dict[type[outbox.Operation], str] = {
    outbox.Book: "book",
    outbox.Extend: "extend",
    outbox.Move: "move",
    outbox.End: "end",
    outbox.Cancel: "cancel",
    outbox.Release: "release",
    outbox.CheckIn: "checkIn",
}


def _entry(entry: outbox.Entry, state: State, zone: ZoneInfo) -> EntryProps:
    operation = "autoRelease" if entry.is_unasked else _OPERATIONS[type(entry.operation)]
    return EntryProps(
        id=entry.id,
        booking_id=entry.booking_id,
        operation=operation,
        stage=entry.stage,
        # before an entry is settled its reason is only a fear
        reason=entry.reason if entry.is_final or entry.stage is Stage.WITHDRAW else None,
        start=entry.interval.start.astimezone(zone),
        end=entry.interval.end.astimezone(zone),
        made_at=entry.made_at.astimezone(zone),
        failed=entry.attempts > 0,
        elsewhere=None if entry.room is None else _place(state.room_of(entry)),
        undo="" if (undoing := state.undoing(entry.id)) is None else _OPERATIONS[type(undoing[0])],
    )


def _about(state: State) -> AboutProps | None:
    room = state.room
    if room.capacity is None and not (room.equipment or room.place or state.photo):
        return None
    return AboutProps(
        capacity=room.capacity,
        equipment=tuple(line for word in room.equipment if (line := one_line(word))),
        place=one_line(room.place),
        photo=state.photo,
    )


def _place(room: Room) -> PlaceProps:
    return PlaceProps(address=room.address, name=one_line(room.name), detail=one_line(room.detail))


def _nearby(state: State) -> NearbyProps:
    now, zone, policy = state.now.wall, state.room.zone, state.policy.elsewhere
    schedules = {room.address: state.promised_in(room) for room in state.nearby}
    closed = {e.room for e in state.entries if e.is_final and e.reason is Reason.NOT_ALLOWED}
    outlooks = {
        # a room that cannot be had is no better than one that is not known
        address: nearby.NotKnown() if address in closed else nearby.outlook(now, schedule, policy)
        for address, schedule in schedules.items()
    }
    asked_at = {told.availability.address: told.at for told in state.survey.told}
    places = {room.address: _place(room) for room in state.nearby}

    def shown(address: str) -> NearbyRoomProps:
        nearness, start, until = _nearness(outlooks[address])
        schedule = schedules[address]
        may_book = nearness is Nearness.NOW and state.started and state.emergency is None
        return NearbyRoomProps(
            place=places[address],
            nearness=Nearness.CLOSED if address in closed else nearness,
            start=now.astimezone(zone) if nearness is Nearness.NOW else _local(start, zone),
            until=_local(until, zone),
            offers=_offers_in(schedule, state, policy) if may_book and schedule is not None else (),
            age=_since(asked_at.get(address), state),
        )

    age = _since(state.survey.at, state)
    return NearbyProps(
        rooms=tuple(shown(address) for address in nearby.best_first(outlooks)),
        as_of=None if age is None else _as_of(age, state),
        failing=state.survey.failing,
    )


def _nearness(known: nearby.Outlook) -> tuple[Nearness, datetime | None, datetime | None]:
    match known:
        case nearby.FreeNow(until=until):
            return Nearness.NOW, None, until
        case nearby.FreeLater(start=start, until=until):
            return Nearness.LATER, start, until
        case nearby.Taken():
            return Nearness.TAKEN, None, None
        case nearby.NotKnown():
            return Nearness.UNKNOWN, None, None
        case _:
            assert_never(known)


def _since(at: float | None, state: State) -> timedelta | None:
    return None if at is None else timedelta(seconds=max(0.0, state.now.mono - at))


def _as_of(age: timedelta, state: State) -> datetime:
    """The moment that was `age` ago, to the second, in the room's zone."""
    # both clocks drift against each other by less than the half second that is rounded away here
    moment = (state.now.wall - age + timedelta(milliseconds=500)).replace(microsecond=0)
    return moment.astimezone(state.room.zone)


def _freshness(fresh: Freshness, state: State) -> FreshnessProps:
    match fresh:
        case Never():
            return FreshnessProps(kind=FreshnessKind.NEVER, as_of=None, age=None, trusted=False)
        case Live(age=age):
            kind = FreshnessKind.LIVE
        case Stale(age=age):
            kind = FreshnessKind.STALE
        case Offline(age=age):
            kind = FreshnessKind.OFFLINE
        case _:
            assert_never(fresh)
    return FreshnessProps(
        kind=kind, as_of=_as_of(age, state), age=age, trusted=is_trusted(fresh, state.policy.fresh_for)
    )


def _problem(state: State) -> ProblemProps | None:
    by_account = state.sign_in is not None
    if (lost := state.access_lost) is not None:
        return ProblemProps(access=lost.access, code=one_line(lost.code), service_account=by_account)
    if any(e.is_final and e.reason is Reason.NOT_ALLOWED for e in state.recent if state.room_of(e) == state.room):
        return ProblemProps(access=Access.PERMISSION, code="", writing_only=True, service_account=by_account)
    return None


def _sign_in(state: State, zone: ZoneInfo) -> SignInProps | None:
    sign_in = state.sign_in
    if sign_in is None or not sign_in.on_screen:
        return None
    if sign_in.code is None:
        return SignInProps()
    left = timedelta(seconds=max(0.0, sign_in.expires_at - state.now.mono))
    return SignInProps(
        code=sign_in.code.user_code,
        address=sign_in.code.address,
        expires_at=(state.now.wall + left).astimezone(zone),
        left=left,
    )


def _trouble(state: State) -> Trouble | None:
    match state.failure:
        case Transient():
            return Trouble.NETWORK
        case Rejected() | Bug():
            return Trouble.FAULT
        case None | AccessLost():
            return None
        case _:
            assert_never(state.failure)


def _day(
    ahead: int,
    state: State,
    schedule: Schedule | None,
    shown: Callable[[Meeting | None], MeetingProps | None],
    problem: ProblemProps | None,
) -> DayProps:
    """The day that is `ahead` days from today."""
    zone = state.room.zone
    day = day_of(state.now.wall, zone) + timedelta(days=ahead)
    window = days(day, 1, zone)
    slots: tuple[Slot, ...] = ()
    meetings: Sequence[Meeting] = ()
    free: tuple[Interval, ...] = ()
    if schedule is not None:
        meetings = [m for m in schedule.shown if _touches(m.interval, window)]
        now = floor_minute(state.now.wall)
        rest = Interval(max(window.start, now), window.end) if now < window.end else None
        known = rest.clipped(schedule.window) if rest is not None else None
        busy = (m.interval for m in schedule.occupying)
        free = bookable(known, busy, state.policy) if known is not None else ()
        if _may_promise(state, problem):
            slots = later.slots(state.now.wall, schedule, state.policy, state.room, ahead)
    return DayProps(
        date=day,
        start=window.start.astimezone(zone),
        end=window.end.astimezone(zone),
        meetings=tuple(p for m in meetings if (p := shown(m)) is not None),
        free=tuple((f.start.astimezone(zone), f.end.astimezone(zone)) for f in free),
        slots=slots,
    )


def _touches(interval: Interval, window: Interval) -> bool:
    return interval.overlaps(window) or (interval.start == interval.end and window.contains(interval.start))


def _next_free(state: State, schedule: Schedule | None) -> tuple[datetime, datetime | None] | None:
    if schedule is None:
        return None
    now = floor_minute(state.now.wall)
    slot = offers.next_free(now, 30 * MINUTE, schedule, state.policy)
    if slot is None:
        return None
    zone = state.room.zone
    end = None if slot.end >= schedule.window.end else slot.end.astimezone(zone)
    return slot.start.astimezone(zone), end


# ── text from outside ─────────────────────────────────────────────────────────────────────────────────────────────────

_JOINERS = frozenset("\u200c\u200d")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def one_line(text: str, longest: int = LONGEST_TEXT) -> str:
    """`text` as one bounded line: no control or direction-override characters, no pictographs, spaces collapsed.

    Pictographs are left out rather than shown as boxes: the bundled typeface has none.
    """
    kept: list[str] = []
    marks = 0
    for char in text[: longest * 20]:
        category = unicodedata.category(char)
        if category in ("Zs", "Zl", "Zp") or char in "\t\n\r\v\f\x85":
            kept.append(" ")
        elif char in _JOINERS:
            kept.append(char)
        elif category in _UNSEEN or _is_pictograph(char):
            continue
        elif category in ("Mn", "Me"):
            marks += 1
            if marks <= MOST_MARKS:
                kept.append(char)
            continue
        else:
            kept.append(char)
        marks = 0
    line = " ".join("".join(kept).split()).strip("".join(_JOINERS) + " ")
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def _is_pictograph(char: str) -> bool:
    code = ord(char)
    return (
        0x1F000 <= code <= 0x1FAFF
        or 0xFE00 <= code <= 0xFE0F
        or 0xE0000 <= code <= 0xE0FFF
        or code == 0x20E3
        or (0x2600 <= code <= 0x27BF and unicodedata.category(char) == "So")
    )


# ── for scripts ───────────────────────────────────────────────────────────────────────────────────────────────────────


class Names(Protocol):
    """What `as_json` needs of a wording."""

    def book(self, offer: BookProps) -> str: ...

    def extend(self, offer: ExtendProps) -> str: ...

    def neighbour(self, room: NearbyRoomProps, props: PanelProps) -> str: ...

    def problem(self, problem: ProblemProps) -> str: ...

    def problem_mend(self, problem: ProblemProps) -> str: ...


def as_json(props: PanelProps, words: Names | None = None) -> dict[str, Any]:
    """What the screen shows, as JSON-ready values: `roomdisplay ctl state`.

    Instants are ISO 8601 with the room's offset. `name` of an offer is what `ctl tap` takes; it and the sentences of
    `problem` come from `words` (English where none are given).
    """
    if words is None:
        from roomdisplay.ui.wording import ENGLISH

        words = ENGLISH
    fresh, manage = props.freshness, props.manage
    return {
        "state": str(props.kind),
        "lastKnown": None if props.last_known is None else str(props.last_known),
        "until": _iso(props.until),
        "now": _iso(props.now),
        "room": {
            "name": props.room_name,
            "detail": props.room_detail,
            "address": props.room_address,
            "zone": props.zone.key,
        },
        "current": _meeting_json(props.current),
        "next": _meeting_json(props.following),
        "meetings": [_meeting_json(m) for m in props.meetings],
        "offers": {
            "book": [
                {
                    "start": _iso(o.start),
                    "end": _iso(o.end),
                    "minutes": round(o.length / MINUTE),
                    "untilNext": o.until_next,
                    "name": words.book(o),
                }
                for o in props.offers
            ],
            "extend": []
            if manage is None
            else [
                {
                    "start": _iso(manage.start),
                    "end": _iso(o.end),
                    "minutes": round(o.by / MINUTE),
                    "untilNext": o.until_next,
                    "name": words.extend(o),
                }
                for o in manage.extensions
            ],
            "endNow": manage is not None and manage.may_end,
            "cancel": manage is not None and manage.may_cancel,
            "release": manage is not None and manage.may_release,
            "checkIn": manage is not None and manage.may_check_in,
            "undo": props.undoable is not None,
            "later": [
                {"start": _iso(props.local(s.interval.start)), "end": _iso(props.local(s.interval.end))}
                for s in props.slots
            ],
        },
        "checkIn": None
        if props.check_in is None
        else {
            "start": _iso(props.check_in.meeting.start),
            "opened": _iso(props.check_in.opened),
            "releaseAt": _iso(props.check_in.release_at),
        },
        "freshness": {
            "kind": str(fresh.kind),
            "asOf": _iso(fresh.as_of),
            "ageSeconds": None if fresh.age is None else round(fresh.age.total_seconds(), 1),
            "trusted": fresh.trusted,
        },
        "outbox": [
            {
                "id": e.id,
                "bookingId": e.booking_id,
                "room": props.room_address if e.elsewhere is None else e.elsewhere.address,
                "operation": e.operation,
                "stage": str(e.stage),
                "settled": e.settled,
                "reason": None if e.reason is None else str(e.reason),
                "start": _iso(e.start),
                "end": _iso(e.end),
            }
            for e in props.outbox
        ],
        "nearby": None
        if props.nearby is None
        else [
            {
                "name": r.place.name,
                "address": r.place.address,
                "freeNow": r.nearness is Nearness.NOW,
                "from": _iso(r.start),
                "until": _iso(r.until),
                "known": r.nearness is not Nearness.UNKNOWN,
                "mayBook": bool(r.offers),
                "ageSeconds": None if r.age is None else round(r.age.total_seconds(), 1),
                "label": words.neighbour(r, props),
            }
            for r in props.nearby.rooms
        ],
        "problem": None
        if props.problem is None
        else {
            "access": str(props.problem.access),
            "code": props.problem.code,
            "employee": words.problem(props.problem),
            "administrator": words.problem_mend(props.problem),
        },
        "signIn": None
        if props.sign_in is None
        else {
            "code": props.sign_in.code or None,
            "url": props.sign_in.address or None,
            "expiresAt": _iso(props.sign_in.expires_at),
            "secondsLeft": round(props.sign_in.left.total_seconds()),
        },
        "screen": str(props.screen),
        "emergency": props.emergency or None,
        "outOfService": props.out_of_service or None,
        "leaving": props.leaving,
        "reservationNotice": props.notice or None,
        "roomPage": props.page or None,
        "reports": None
        if props.reports is None
        else [{"id": r.id, "kind": str(r.report.kind), "stage": str(r.stage)} for r in props.reports],
        "trouble": None if props.trouble is None else str(props.trouble),
        "certificateEnds": None if props.certificate_ends is None else props.certificate_ends.isoformat(),
    }


def _iso(instant: datetime | None) -> str | None:
    return None if instant is None else instant.isoformat(timespec="seconds")


def _meeting_json(meeting: MeetingProps | None) -> dict[str, Any] | None:
    if meeting is None:
        return None
    return {
        "start": _iso(meeting.start),
        "end": _iso(meeting.end),
        "subject": meeting.subject,
        "organizer": meeting.organizer,
        "private": meeting.private,
        "allDay": meeting.all_day,
        "own": meeting.own,
        "held": meeting.held,
    }
