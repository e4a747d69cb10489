"""Every screen there is, by name. Whoever adds one to the panel adds its scenes here."""

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from roomdisplay.core.failure import Transient
from roomdisplay.core.machine import AvailabilityRead, State
from roomdisplay.core.outbox import Reason, Stage, Written
from roomdisplay.core.pairing import Introduction, Pairing, Phase
from roomdisplay.core.policy import Identity, Policy, Unchecked
from roomdisplay.core.traffic import Traffic
from roomdisplay.core.tries import Tries
from roomdisplay.core.wox_side import WoxSide
from roomdisplay.gallery.desk import FINDINGS, Desk
from roomdisplay.gallery.door import Door
from roomdisplay.gallery.photo import photo
from roomdisplay.gallery.states import DAY, FORECAST, HOUSE, OFFLINE, STATES, at, entry, meeting, own, state, surveyed
from roomdisplay.ui.sheet import SPACE
from roomdisplay.ui.viewmodels.pairing import PairingIntents, PairingViewModel
from roomdisplay.ui.viewmodels.panel import PanelViewModel

Show = Callable[[Door], object]
"""What is tapped, and answered, until the scene is on the glass."""


class RoomScene(Struct, frozen=True, kw_only=True):
    """The panel of a room."""

    state: State
    then: tuple[Show, ...] = ()

    def view_model(self) -> PanelViewModel:
        door = Door(self.state)
        for step in self.then:
            step(door)
        return door.view_model


class PairingScene(Struct, frozen=True, kw_only=True):
    """A panel that is not paired."""

    pairing: Pairing
    typed: str | None = None
    """Somebody types the server's address; None: nobody does."""

    def view_model(self) -> PairingViewModel:
        intents = PairingIntents(again=lambda: None, addressed=lambda _typed: False, noticed=lambda: None)
        view_model = PairingViewModel(intents, serial="RD-2207-0815")
        view_model.show(self.pairing, may_change=True)
        if self.typed is not None:
            view_model.ask_for_server()
            for key in self.typed:
                view_model.press(key)
        return view_model


class AdminScene(Struct, frozen=True, kw_only=True):
    """The administrator's page."""

    then: tuple[Callable[[Desk], object], ...] = ()
    pause: float = 0.0
    """Seconds until a PIN counts."""

    def view_model(self) -> PanelViewModel:
        free = STATES["free"]
        view_model = Door(replace(free, policy=replace(free.policy, admin_pin="a hash"))).view_model
        desk = Desk(view_model.admin, pause=self.pause)
        for step in self.then:
            step(desk)
        return view_model


Scene = RoomScene | PairingScene | AdminScene


def room(state: State, *then: Show) -> RoomScene:
    return RoomScene(state=state, then=then)


def act(key: str) -> Show:
    """A button of the page."""
    return lambda door: door.view_model.act(key)


def choose(key: str) -> Show:
    """A choice in the sheet."""
    return lambda door: door.view_model.choose(key)


def confirm(door: Door) -> None:
    door.view_model.confirm()


def typing(keys: str) -> tuple[Show, ...]:
    """Keys on the glass."""
    return tuple((lambda door, key=key: door.view_model.press(key)) for key in keys.upper().replace(" ", SPACE))


def at_desk(*keys: str) -> tuple[Callable[[Desk], object], ...]:
    """The PIN was right; then these buttons."""
    return (Desk.enter, *((lambda desk, key=key: desk.page.act(key)) for key in keys))


def appearance(door: Door) -> None:
    door.view_model.appearance.open()


def pictured(door: Door) -> None:
    """The room's photo has come."""
    door.show(replace(door.state, photo=str(photo())))


def taken(door: Door) -> None:
    """Office 365 says that somebody was quicker."""
    door.found(*DAY, FORECAST)


def unanswered(door: Door) -> None:
    door.answer(OFFLINE)


def made(door: Door) -> None:
    """Office 365 makes the booking that was asked for, and has it from then on."""
    booked = replace(own("10:02", "10:32"), booking_id=door.state.entries[0].id)
    door.found(*DAY)
    door.answer(Written(meeting=booked))
    door.found(*DAY, booked)


def told_of_the_house(door: Door) -> None:
    """Office 365 says which rooms near by are free."""
    door.answer(AvailabilityRead(answers=tuple(t.availability for t in surveyed().survey.told)))


def just_read(shown: State) -> State:
    """Its schedule needs no reading for a while."""
    before = shown.now.mono - 5
    return replace(shown, traffic=Traffic(read_at=before, sent=(before,)))


def _later(until: str, day: int = 24) -> str:
    """The key of the free time that ends then."""
    return f"later:{at(until, day).isoformat()}"


def _asking(identity: str, offline: Unchecked = Unchecked.REFUSE) -> State:
    """Whoever books has to say who they are."""
    policy = replace(STATES["free"].policy, identity=Identity(identity), identity_offline=offline)
    return replace(STATES["free"], policy=policy, wox=WoxSide(cursor="1"))


_FREE = STATES["free"]
_OWN = STATES["own"]
_LINKED = replace(STATES["with-page"], wox=WoxSide(cursor="1"))
_KNOWN = replace(
    _LINKED,
    nearby=HOUSE,
    room=replace(
        _LINKED.room, capacity=8, equipment=("Screen", "Camera", "Whiteboard"), place="3rd floor · Headquarters"
    ),
)
_NEARBY = just_read(state(nearby=HOUSE))
_MADE = Introduction(
    serial="RD-2207-0815", identity_key=bytes(range(32)), sealing_key=bytes(range(32, 64)), nonce=bytes(range(16))
)
_CALLING = Pairing(phase=Phase.CALLING, server="https://wox.contoso.example", introduction=_MADE)
_WAITING = replace(_CALLING, phase=Phase.WAITING, id="5c7", ends_at=600.0)

SCENES: dict[str, Scene] = {
    # ── the room ──
    **{name: room(shown) for name, shown in STATES.items()},
    "find-offered": room(_NEARBY),
    "all-is-offered": room(replace(STATES["with-page"], nearby=HOUSE)),
    "not-allowed": room(state(entries=(entry(stage=Stage.REFUSED, reason=Reason.NOT_ALLOWED),))),
    "refused-later": room(state(entries=(entry(stage=Stage.REFUSED, reason=Reason.TAKEN),))),
    "full-day": room(
        state(
            meetings=[
                meeting(f"{8 + i // 4}:{i % 4 * 15:02}", f"{8 + (i + 1) // 4}:{(i + 1) % 4 * 15:02}", f"Interview {i}")
                for i in range(40)
            ]
        )
    ),
    # ── at rest ──
    "rest": room(state("22:40")),
    "rest-busy": room(state("4:31", [meeting("4:00", "5:30", "Early call")])),
    "off": room(state("22:40", policy=Policy(off_outside_hours=True))),
    # ── its sheets ──
    "book": room(_FREE, act("book:30")),
    "book-with-notice": room(STATES["with-page"], act("book:30")),
    "book-with-long-notice": room(STATES["long-notice"], act("book:30")),
    "book-working": room(_FREE, act("book:30"), confirm),
    "booked": room(_FREE, act("book:30"), confirm, made),
    "book-undone": room(_FREE, act("book:30"), confirm, made, lambda door: door.view_model.undo()),
    "book-taken": room(_FREE, act("book:30"), confirm, taken),
    "book-taken-find": room(_NEARBY, act("book:30"), confirm, taken),
    "book-held": room(STATES["offline"], act("book:30"), confirm),
    "who-name": room(_asking("name"), act("book:30"), confirm, *typing("Mara L")),
    "who-pin": room(_asking("pin"), act("book:30"), confirm, *typing("4829")),
    "who-pin-wrong": room(
        _asking("pin"), act("book:30"), confirm, *typing("482915"), confirm, lambda door: door.answer_person(None)
    ),
    "who-wait": room(replace(_asking("pin"), tries=Tries(wrong=5, since=_FREE.now.mono)), act("book:30"), confirm),
    "who-badge": room(_asking("badge"), act("book:30"), confirm),
    "who-working": room(_asking("pin"), act("book:30"), confirm, *typing("482915"), confirm),
    "who-unchecked": room(
        _asking("pin"), act("book:30"), confirm, *typing("482915"), confirm, lambda door: door.answer_person(OFFLINE)
    ),
    "who-nameless": room(replace(_asking("badge", Unchecked.ALLOW), wox=None), act("book:30"), confirm),
    "later-list": room(_FREE, act("later")),
    "later": room(STATES["with-page"], act(_later("15:00"))),
    "later-tomorrow": room(_FREE, act(_later("14:00", day=25))),
    "later-long-notice": room(STATES["long-notice"], act(_later("15:00"))),
    "later-lost": room(
        _FREE, act(_later("13:00")), lambda door: door.show(state(meetings=(*DAY, meeting("12:30", "13:00"))))
    ),
    "later-held": room(STATES["offline"], act(_later("15:00")), confirm),
    "report-offered": room(_LINKED),
    "about-offered": room(_KNOWN),
    "about": room(_KNOWN, pictured, act("about")),
    "about-no-photo": room(_KNOWN, act("about")),
    "about-sparse": room(state(room=replace(_FREE.room, capacity=8)), act("about")),
    "report": room(_LINKED, act("report"), choose("report:audio")),
    "reported": room(_LINKED, act("report"), choose("report:audio"), confirm, lambda door: door.answer_report()),
    "extend": room(_OWN, act("extend")),
    "end": room(_OWN, act("end")),
    "cancel": room(_OWN, act("cancel")),
    "release": room(STATES["invited"], act("release")),
    "checked-in": room(STATES["check-in"], act("checkIn")),
    "undo": room(STATES["released"], act("undo")),
    "find": room(_NEARBY, act("find"), told_of_the_house),
    "find-asking": room(_NEARBY, act("find")),
    "find-unanswered": room(_NEARBY, act("find"), unanswered),
    "find-book": room(_NEARBY, act("find"), told_of_the_house, choose(HOUSE[1].address)),
    # ── how it looks and speaks ──
    "appearance": room(_FREE, appearance),
    "appearance-chosen": room(_FREE, appearance, lambda door: door.view_model.appearance.choose("patient")),
    # ── before it is paired ──
    "pairing": PairingScene(pairing=_WAITING),
    "pairing-calling": PairingScene(pairing=_CALLING),
    "pairing-no-answer": PairingScene(pairing=replace(_CALLING, failure=Transient(reason="no route"))),
    "pairing-making": PairingScene(pairing=Pairing()),
    "pairing-confirmed": PairingScene(pairing=replace(_WAITING, phase=Phase.KEEPING)),
    "pairing-denied": PairingScene(pairing=replace(_WAITING, phase=Phase.DENIED)),
    "pairing-address": PairingScene(pairing=Pairing(), typed="wox.contoso.exam"),
    # ── the administrator ──
    "admin-offered": AdminScene(),
    "admin-pin": AdminScene(then=(lambda desk: desk.page.open(), lambda desk: desk.page.press("2"))),
    "admin-wait": AdminScene(then=(lambda desk: desk.page.open(),), pause=240.0),
    "admin": AdminScene(then=at_desk()),
    "admin-doctor": AdminScene(then=(*at_desk("examine"), lambda desk: desk.page.examined(FINDINGS, is_over=True))),
    "admin-code": AdminScene(then=at_desk("code")),
    "admin-restart": AdminScene(then=at_desk("restart")),
}
