"""Who books: a booking that has to be somebody's is nobody's until WOX has said whose PIN or badge it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from roomdisplay.core import badge, booker, mirror
from roomdisplay.core.badge import GAP, LONGEST, SHORTEST, Strokes
from roomdisplay.core.booker import LONGEST_NAME, LONGEST_SUBJECT, FindPerson, Pin, named, plain
from roomdisplay.core.failure import Access, AccessLost, Failure, Transient
from roomdisplay.core.interval import Instant
from roomdisplay.core.machine import Asked, Effect, InquiryDropped, PersonLookedUp, SaveEntry, State, step, wake_at
from roomdisplay.core.outbox import Book, Cancel, Stage
from roomdisplay.core.tries import FREE
from roomdisplay.core.wox import Booking, Origin, Person
from roomdisplay.core.wox_side import WoxSide
from roomdisplay.gallery.states import BOOKING, STATES, at, entry, span

LINKED = replace(STATES["free"], wox=WoxSide(cursor="1"))
WALK_UP = Book(interval=span("10:02", "10:32"), subject="Walk-up booking")
MARA = Person(id="7", name="Mara Lindt")
PIN = Pin(digits="482915")


def asked(state: State = LINKED, id: str = BOOKING) -> tuple[State, tuple[Effect, ...]]:
    return step(state, Asked(now=state.now, id=id, booking_id=id, operation=WALK_UP, proof=PIN))


def answered(state: State, outcome: booker.Answer, id: str = BOOKING) -> tuple[State, tuple[Effect, ...]]:
    return step(state, PersonLookedUp(now=state.now, id=id, outcome=outcome))


def test_nothing_is_promised_before_it_is_known_who_books() -> None:
    state, effects = asked()
    assert (state.entries, effects) == ((), (FindPerson(id=BOOKING, proof=PIN),))


def test_the_booking_is_then_that_persons() -> None:
    state, effects = answered(asked()[0], MARA)
    [made] = state.entries
    assert made.operation == replace(WALK_UP, subject="Walk-up booking – Mara Lindt", host="Mara Lindt", host_id="7")
    assert (made.id, made.booking_id, state.inquiry) == (BOOKING, BOOKING, None)
    assert SaveEntry(entry=made) in effects


@pytest.mark.parametrize(
    ("outcome", "stage"),
    [
        (None, booker.Stage.NOBODY),
        (Transient(reason="no route"), booker.Stage.UNCHECKED),
        (AccessLost(access=Access.SIGN_IN, code="notPaired"), booker.Stage.UNCHECKED),
    ],
)
def test_without_an_answer_nothing_is_booked(outcome: Failure | None, stage: booker.Stage) -> None:
    state, _ = answered(asked()[0], outcome)
    assert state.inquiry is not None
    assert (state.entries, state.inquiry.stage) == ((), stage)
    # and what comes later changes nothing
    assert answered(state, MARA)[0].entries == ()


def test_without_wox_nobody_is_asked() -> None:
    state, effects = asked(STATES["free"])
    assert state.inquiry is not None
    assert (state.inquiry.stage, effects) == (booker.Stage.UNCHECKED, ())


def test_whoever_turns_away_books_nothing() -> None:
    state, _ = asked()
    state, _ = step(state, InquiryDropped(now=state.now))
    assert answered(state, MARA)[0].entries == ()


def test_an_answer_to_somebody_else_changes_nothing() -> None:
    state, _ = asked()
    assert answered(state, MARA, id="another")[0].entries == ()


def test_after_five_that_nobody_has_the_next_one_waits_and_is_not_even_sent() -> None:
    state = LINKED
    for number in range(FREE):
        state, effects = asked(state, f"id-{number}")
        assert len(effects) == 1
        state, _ = answered(state, None, f"id-{number}")
    assert asked(state)[1] == ()
    pause = state.tries.wait(state.now.mono)
    assert wake_at(state) <= state.now.mono + pause
    later = replace(state, now=Instant(wall=state.now.wall, mono=state.now.mono + pause))
    state, _ = answered(asked(later)[0], MARA)
    assert state.tries.wrong == 0


def test_a_server_that_does_not_answer_is_no_wrong_try() -> None:
    assert answered(asked()[0], Transient(reason="no route"))[0].tries.wrong == 0


def test_no_pin_can_be_seen_in_what_is_kept_and_told() -> None:
    state, effects = asked()
    assert PIN.digits not in repr(state) + repr(effects) + repr(PIN)
    assert PIN.digits not in repr(Asked(now=state.now, id="", booking_id="", operation=WALK_UP, proof=PIN))
    assert "04A3B2C1" not in repr(booker.Badge(said="04A3B2C1")) + repr(Strokes(text="04A3B2C1"))


def test_a_server_that_has_been_asked_too_often_is_given_its_pause() -> None:
    state, _ = answered(asked()[0], Transient(reason="429", retry_after=40.0, throttled=True))
    assert (state.entries, state.inquiry) == ((), None)
    assert state.tries.wait(state.now.mono) == 40
    assert wake_at(state) <= state.now.mono + 40


# ── what the booking is called ────────────────────────────────────────────────────────────────────────────────────────


@given(st.text(), st.text(max_size=200))
def test_any_name_is_one_bounded_line_in_a_bounded_subject(name: str, subject: str) -> None:
    called = named(replace(WALK_UP, subject=subject), name)
    assert plain(name).isprintable()
    assert len(plain(name)) <= LONGEST_NAME
    assert len(called.subject) <= LONGEST_SUBJECT
    if called.host is None:
        assert (plain(name), called.subject) == ("", subject)
    else:
        assert called.subject.endswith(f" – {plain(name)}")


# ── on WOX ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_wox_is_told_whose_it_is_while_it_is_held_and_once_it_is_there() -> None:
    operation = named(WALK_UP, MARA)
    window = STATES["free"].window
    now = at("10:02")

    def told(stage: Stage) -> tuple[tuple[str | None, str | None], ...]:
        plan = mirror.reconcile(
            room="aurora@contoso.example",
            now=now,
            window=window,
            reading=None,
            bookings={},
            entries=(entry(operation=operation, stage=stage),),
        )
        return tuple((booking.host, booking.host_id) for booking in plan.puts if booking.origin is Origin.DISPLAY)

    assert told(Stage.CHECK) == (("Mara Lindt", "7"),)
    assert told(Stage.ACCEPTED) == ()


def test_what_is_taken_back_keeps_its_host() -> None:
    """A cancellation undone is another booking, and the same person's: as said at the glass, or by WOX."""
    cancelled = entry(operation=Cancel(interval=WALK_UP.interval), id="cancelled", stage=Stage.CONFIRMED)
    made = entry(operation=named(WALK_UP, MARA), stage=Stage.CONFIRMED)
    booking = Booking(id=BOOKING, interval=WALK_UP.interval, subject=None, host="Mara Lindt", host_id="7")
    by_wox = replace(LINKED, wox=WoxSide(cursor="1", bookings={BOOKING: booking}), entries=(cancelled,))
    for state in (replace(LINKED, entries=(made, cancelled)), by_wox):
        again = state.undoing("cancelled")
        assert again is not None
        assert isinstance(again[0], Book)
        assert (again[0].host, again[0].host_id, again[1]) == ("Mara Lindt", "7", None)
    nobodys = replace(LINKED, entries=(cancelled,)).undoing("cancelled")
    assert nobodys is not None
    assert isinstance(nobodys[0], Book)
    assert nobodys[0].host is None


# ── the reader ────────────────────────────────────────────────────────────────────────────────────────────────────────


def heard(*strokes: tuple[float, str]) -> list[str]:
    """Each stroke comes so many seconds after the one before."""
    now, found, state = 100.0, list[str](), Strokes()
    for after, characters in strokes:
        now += after
        state, read = state.typed(characters, now)
        found += [read] if read is not None else []
    return found


def fast(text: str) -> list[tuple[float, str]]:
    return [(0.004, character) for character in text]


def test_fast_characters_and_enter_are_a_badge() -> None:
    assert heard((5.0, "0"), *fast("4A3B2C1\r")) == ["04A3B2C1"]
    assert heard((5.0, "0"), *fast("4A3B2C1\r"), (2.0, "0"), *fast("4FF\n")) == ["04A3B2C1", "04FF"]


def test_what_a_person_types_is_none() -> None:
    assert heard(*((GAP * 1.2, character) for character in "04A3B2C1\r")) == []
    assert heard(*((GAP * 1.2, character) for character in "04A3"), *fast("B2C1\r")) == ["3B2C1"]


def test_it_has_its_bounds() -> None:
    assert heard(*fast("A" * (SHORTEST - 1) + "\r")) == []
    assert heard(*fast("A" * LONGEST + "\r")) == ["A" * LONGEST]
    assert heard(*fast("A" * (LONGEST + 1) + "\r"), (1.0, "B"), *fast("BBBB\r")) == ["BBBBB"]
    assert heard(*fast("\r\r\n")) == []


@given(st.lists(st.tuples(st.floats(0, 1), st.text(max_size=5)), max_size=60))
def test_whatever_is_typed_a_badge_is_printable_and_bounded(strokes: list[tuple[float, str]]) -> None:
    for found in heard(*strokes):
        assert SHORTEST <= len(found) <= LONGEST
        assert not badge.END & set(found)
