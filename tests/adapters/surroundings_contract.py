"""What the shell may rely on of the hardware around the glass, whatever stands behind the ports. Each bench plays the
other side: what somebody would see, and what can go wrong with it."""

from collections.abc import Awaitable, Callable
from typing import Protocol

import pytest

from roomdisplay.core.signal import AMBER, BLUE, DARK, GREEN, RED, WHITE, Colour
from roomdisplay.ports import Absent, Backlight, Failed, Presence, StatusLight


class Device(Protocol):
    def unplug(self) -> None: ...

    def refuse(self) -> None:
        """It is there and does nothing that is asked of it."""
        ...

    def mend(self) -> None:
        """It is there, and works."""
        ...


class BacklightBench(Device, Protocol):
    port: Backlight

    @property
    def light(self) -> float:
        """What comes out of the screen: a share of its power; 0 while the power is off."""
        ...


class LightBench(Device, Protocol):
    port: StatusLight

    @property
    def colour(self) -> Colour:
        """What somebody sees: shares of the LEDs' power."""
        ...


class PresenceBench(Device, Protocol):
    port: Presence

    def come_near(self) -> None: ...

    def run(self, story: Callable[[], Awaitable[None]]) -> None: ...


class BacklightContract:
    """Subclasses bring a fixture `bench`."""

    def test_it_shines_as_bright_as_it_is_told(self, bench: BacklightBench) -> None:
        seen: list[float] = []
        for share in (0.01, 0.3, 0.6, 1.0):
            bench.port.shine(share)
            seen.append(bench.light)
        assert seen == sorted(seen)
        assert len(set(seen)) == 4
        assert seen[0] > 0
        assert seen[-1] == 1

    def test_half_as_bright_to_the_eye_is_far_less_than_half_the_light(self, bench: BacklightBench) -> None:
        bench.port.shine(0.5)
        assert 0.1 < bench.light < 0.3

    def test_nothing_is_no_light_at_all_and_it_comes_back(self, bench: BacklightBench) -> None:
        bench.port.shine(0)
        assert bench.light == 0
        bench.port.shine(1)
        assert bench.light == 1

    def test_where_there_is_none_that_is_said_and_no_error(self, bench: BacklightBench) -> None:
        bench.unplug()
        with pytest.raises(Absent):
            bench.port.shine(1)

    def test_what_refuses_fails_and_works_again_when_it_is_mended(self, bench: BacklightBench) -> None:
        bench.refuse()
        with pytest.raises(Failed):
            bench.port.shine(1)
        bench.mend()
        bench.port.shine(1)
        assert bench.light == 1


class LightContract:
    """Of a light in all colours. Subclasses bring a fixture `bench`."""

    @pytest.mark.parametrize("colour", [RED, GREEN, BLUE, AMBER, WHITE], ids=["red", "green", "blue", "amber", "white"])
    def test_it_burns_in_the_colour_it_is_told(self, bench: LightBench, colour: Colour) -> None:
        bench.port.burn(colour)
        for part in ("red", "green", "blue"):
            share = getattr(colour, part)
            assert (getattr(bench.colour, part) > 0) == (share > 0)
            assert (getattr(bench.colour, part) == 1) == (share == 1)

    def test_it_goes_out(self, bench: LightBench) -> None:
        bench.port.burn(RED)
        bench.port.burn(DARK)
        assert bench.colour == DARK

    def test_it_can_be_fainter(self, bench: LightBench) -> None:
        bench.port.burn(RED)
        bright = bench.colour.red
        bench.port.burn(RED.dimmed(0.3))
        assert 0 < bench.colour.red < bright / 2

    def test_where_there_is_none_that_is_said_and_no_error(self, bench: LightBench) -> None:
        bench.unplug()
        with pytest.raises(Absent):
            bench.port.burn(RED)

    def test_what_refuses_fails_and_works_again_when_it_is_mended(self, bench: LightBench) -> None:
        bench.port.burn(GREEN)
        bench.refuse()
        with pytest.raises(Failed):
            bench.port.burn(RED)
        bench.mend()
        bench.port.burn(RED)
        assert bench.colour == RED


class PresenceContract:
    """Subclasses bring a fixture `bench`."""

    def test_whoever_comes_near_is_noticed(self, bench: PresenceBench) -> None:
        async def story() -> None:
            bench.come_near()
            assert await bench.port.noticed(10)

        bench.run(story)

    def test_nobody_is_nobody(self, bench: PresenceBench) -> None:
        async def story() -> None:
            assert not await bench.port.noticed(0.05)

        bench.run(story)

    def test_where_there_is_no_sensor_that_is_said_and_no_error(self, bench: PresenceBench) -> None:
        async def story() -> None:
            bench.unplug()
            with pytest.raises(Absent):
                await bench.port.noticed(0.05)

        bench.run(story)

    def test_what_breaks_fails_and_works_again_when_it_is_mended(self, bench: PresenceBench) -> None:
        async def story() -> None:
            assert not await bench.port.noticed(0.05)
            bench.refuse()
            with pytest.raises(Failed):
                await bench.port.noticed(10)
            bench.mend()
            bench.come_near()
            assert await bench.port.noticed(10)

        bench.run(story)
