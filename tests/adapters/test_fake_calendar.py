"""The stand-in calendar keeps the contract too, or tests that use it prove nothing."""

import asyncio
import time

import pytest

from roomdisplay.core.failure import AccessLost, Refusal, Rejected, Transient
from roomdisplay.core.interval import Interval
from roomdisplay.core.meeting import ShowAs
from roomdisplay.core.room import Room
from roomdisplay.ports import Calendar, Failed
from tests.adapters.calendar_contract import DAY, ZONE, CalendarContract, failure, slot
from tests.fakes import CREATE, DECLINE, READ, FakeCalendar


class FakeFarSide:
    def __init__(self) -> None:
        self.fake = FakeCalendar()
        self.fake.house[self.room.address] = self.fake

    @property
    def room(self) -> Room:
        return Room(address="aurora@contoso.example", name="Aurora", zone=ZONE)

    @property
    def calendar(self) -> Calendar:
        return self.fake

    def invite(
        self,
        subject: str,
        interval: Interval,
        *,
        is_private: bool = False,
        show_as: str = "busy",
        all_day: bool = False,
    ) -> str:
        made = self.fake.invite(subject, interval, is_private=is_private, show_as=ShowAs(show_as), is_all_day=all_day)
        return made.id

    def told(self) -> list[str]:
        return [call.comment for call in self.fake.calls if call.method == DECLINE and call.failure is None]

    def cancel(self, invited: str) -> None:
        self.fake.cancel(invited)

    def change(self, event_id: str) -> None:
        self.fake.change(event_id)

    def lose_requests(self, times: int) -> None:
        self.fake.lose_requests(times)

    def lose_replies(self, times: int) -> None:
        self.fake.lose_replies(times)

    def throttle(self, seconds: int) -> None:
        self.fake.fail(Transient(reason="throttled", retry_after=float(seconds)))

    def fill(self) -> None:
        self.fake.fail(Rejected(refusal=Refusal.FULL, reason="full"), times=None, only=[CREATE])

    def revoke(self) -> None:
        self.fake.revoke()

    def restore(self) -> None:
        self.fake.restore()


class TestFakeCalendar(CalendarContract):
    @pytest.fixture
    def far(self) -> FakeFarSide:
        return FakeFarSide()


pytestmark = pytest.mark.anyio


async def test_one_request_at_a_time() -> None:
    fake = FakeCalendar(latency=0.05)
    first = asyncio.create_task(fake.read(DAY, detailed=False))
    await asyncio.sleep(0.01)
    with pytest.raises(AssertionError, match="in flight"):
        await fake.read(DAY, detailed=False)
    await first


async def test_calls_are_kept_and_take_their_time() -> None:
    fake = FakeCalendar(latency=0.05)
    fake.fail(AccessLost(access="secret"), only=[READ])  # type: ignore[arg-type]
    began = time.monotonic()
    made = await fake.create("b-1", slot(0, 1), "Walk-up")
    assert time.monotonic() - began >= 0.04
    with pytest.raises(Failed):
        await fake.read(DAY, detailed=False)
    assert [(c.method, c.booking_id, c.failure is not None) for c in fake.calls] == [
        ("create", "b-1", False),
        ("read", "", True),
    ]
    assert fake.events == (made,)


async def test_somebody_may_be_quicker() -> None:
    fake = FakeCalendar()
    fake.on_arrival = lambda method: fake.invite("First", slot(0, 1)) and None if method == CREATE else None
    made = await fake.create("b-1", slot(0, 1), "Walk-up")
    first, second = fake.events
    assert (first.subject, second.id) == ("First", made.id)
    assert first.precedes(second)


async def test_misbehaviour_comes_in_the_order_it_was_asked_for() -> None:
    fake = FakeCalendar()
    fake.lose_requests(2)
    fake.fail(Transient(reason="busy", retry_after=3.0))
    found = [await failure(fake.read(DAY, detailed=False)) for _ in range(3)]
    assert [f.retry_after for f in found if isinstance(f, Transient)] == [None, None, 3.0]
    await fake.read(DAY, detailed=False)
