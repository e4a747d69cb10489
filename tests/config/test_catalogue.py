"""The settings a room inherits: one list for config.yaml, for WOX, and for the pages that edit them."""

import json
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from roomdisplay.config import catalogue
from roomdisplay.config.catalogue import BY_NAME, SETTINGS, Setting, understood
from roomdisplay.config.loader import ConfigError, parse
from roomdisplay.config.pin import hashed
from roomdisplay.core.appearance import Appearance
from roomdisplay.core.hours import OpenHours, Opening
from roomdisplay.core.policy import Policy
from tests.config.test_loader import WHOLE

BERLIN = ZoneInfo("Europe/Berlin")


LOGO = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAABgAAAAICAYAAADjoT9jAAAAFElEQVR4nGP4T2PAMGrBqAWD3wIAuv"
    "H9H+7FqtkAAAAASUVORK5CYII="
)


def named(setting: Setting) -> str:
    return setting.name


def test_every_rule_of_a_room_is_a_setting_and_every_name_is_there_once() -> None:
    assert {s.field for s in SETTINGS if s.field} | {"hours"} == {
        *Policy.__struct_fields__,
        *Appearance.__struct_fields__,
    }
    assert len(BY_NAME) == len(SETTINGS)


@pytest.mark.parametrize("setting", SETTINGS, ids=named)
def test_a_default_is_what_the_rules_are_without_it(setting: Setting) -> None:
    assert setting.accepts(setting.default)
    assert json.loads(json.dumps(setting.default)) == setting.default
    assert understood({setting.name: setting.default}, BERLIN) == understood({}, BERLIN)
    assert setting.meaning.endswith(".")
    assert setting.accepted


VALUES: dict[str, object] = {
    "booking.durations": [20, 40],
    "booking.extensions": [10],
    "booking.until_next": False,
    "booking.shortest": 10,
    "booking.longest": 120,
    "booking.soon": 20,
    "booking.ending": 10,
    "booking.subject": "Reserved at the door",
    "booking.identity": "pin",
    "booking.identity_offline": "allow",
    "booking.lead_days": 0,
    "booking.buffer_before": 10,
    "booking.buffer_after": 15,
    "check_in.enabled": True,
    "check_in.opens_minutes": 5,
    "check_in.release_after_minutes": 15,
    "sync.fresh_for": 3,
    "sync.hold_for_hours": 2,
    "sync.poll_every_seconds": 60,
    "display.show_subject": False,
    "display.show_organizer": True,
    "display.locale": "de_DE",
    "display.on_hours": {"mon": ["07:00", "20:00"]},
    "display.off_outside_hours": True,
    "display.brightness": 80,
    "display.dimmed_brightness": 5,
    "display.wake_minutes": 5,
    "hours.open": {"mon": ["08:00", "18:00"], "sat": ["00:00", "24:00"]},
    "display.theme": "light",
    "display.large_text": True,
    "display.low_reach": True,
    "display.reduced_motion": True,
    "display.patient": True,
    "display.languages": ["de", "en"],
    "display.read_aloud": True,
    "brand.logo": LOGO,
    "brand.primary": "#0A6142",
    "brand.accent": "#F5C542",
    "brand.background": "#101030",
    "notice.reservation": "Please leave the room as you found it.",
    "room.out_of_service": "The projector is being mended.",
    "admin.pin": hashed("246810", b"s" * 16),
    "portal.room_url": "https://wox.example/rooms/aurora",
}


@pytest.mark.parametrize("setting", SETTINGS, ids=named)
def test_a_value_means_the_same_in_the_file_and_from_wox(setting: Setting) -> None:
    value = VALUES[setting.name]
    line = f"{setting.key}: {json.dumps(value)}"
    text = WHOLE.replace("room:\n", f"room:\n  {line}\n") if setting.section == "room" else WHOLE
    if setting.section != "room":
        text += f"{setting.section}:\n  {line}\n"
    settings, told = parse(text, "config.yaml"), understood({setting.name: value}, BERLIN)
    assert (settings.policy, settings.display.appearance) == (told.policy, told.appearance)
    assert (told.policy, told.appearance) != (Policy(), Appearance())
    assert told.refused == ()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("booking.durations", []),
        ("booking.durations", [15, "30"]),
        ("booking.soon", True),
        ("booking.soon", None),
        ("booking.lead_days", -1),
        ("booking.buffer_after", 241),
        ("hours.open", {"monday": ["08:00", "18:00"]}),
        ("hours.open", {"mon": ["18:00", "08:00"]}),
        ("hours.open", {"mon": ["08:00", "24:30"]}),
        ("hours.open", {"mon": ["8", "18:00"]}),
        ("hours.open", {"mon": None}),
        ("hours.open", [["08:00", "18:00"]]),
        ("notice.reservation", "x" * 501),
        ("portal.room_url", "http://wox.example/rooms/aurora"),
        ("portal.room_url", "javascript:alert(1)"),
        ("display.locale", "German"),
        ("admin.pin", "246810"),
        ("display.languages", ["de", "de"]),
        ("display.languages", ["de", "tlh"]),
        ("display.languages", "de"),
        ("display.brightness", 7),
        ("display.brightness", 0.5),
        ("display.dimmed_brightness", 101),
        ("display.on_hours", None),
        ("display.volume", 7),
    ],
)
def test_what_cannot_be_understood_is_left_out_and_named(name: str, value: object) -> None:
    told = understood({name: value, "booking.longest": 60}, BERLIN)
    assert told.refused == (name,)
    assert told.policy == Policy(longest=timedelta(hours=1))
    if name in BY_NAME and value is not None:
        assert not BY_NAME[name].accepts(value)


def test_open_hours_are_meant_in_the_locations_zone() -> None:
    hours = understood({"hours.open": VALUES["hours.open"]}, BERLIN).policy.hours
    monday, saturday = Opening(opens=time(8), closes=time(18)), Opening(opens=time(), closes=time())
    assert hours == OpenHours(week=(monday, None, None, None, None, saturday, None), zone=BERLIN)
    assert hours is not None
    assert hours.opens_at(datetime(2026, 11, 23, 6, tzinfo=UTC)) == datetime(2026, 11, 23, 7, tzinfo=UTC)


def test_times_without_quotes_are_times_to_yaml_as_well() -> None:
    settings = parse(WHOLE + "hours:\n  open: {mon: [08:00, 18:00], tue: [10:30, 24:00]}\n", "config.yaml")
    assert settings.policy.hours is not None
    assert settings.policy.hours.week[:3] == (
        Opening(opens=time(8), closes=time(18)),
        Opening(opens=time(10, 30), closes=time()),
        None,
    )


def test_sections_of_the_catalogue_are_those_of_the_file() -> None:
    assert {s.section for s in SETTINGS} <= {*catalogue.SECTIONS, "display", "room"}


# ── the WOX server ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_wox_server_is_optional() -> None:
    assert parse(WHOLE, "config.yaml").wox is None
    wox = parse(WHOLE + "wox: {server: https://wox.example/, token: wox-token, ca_file: /etc/wox.pem}\n", "c").wox
    assert wox is not None
    assert (wox.server, wox.token, str(wox.ca_file)) == ("https://wox.example", "wox-token", "/etc/wox.pem")


@pytest.mark.parametrize("server", ["http://127.0.0.1:8080", "http://localhost:8080", "http://[::1]:8080"])
def test_plain_http_goes_to_this_machine(server: str) -> None:
    wox = parse(WHOLE + f"wox: {{server: '{server}', token: wox-token}}\n", "config.yaml").wox
    assert wox is not None
    assert wox.server == server


@pytest.mark.parametrize(
    ("section", "told"),
    [
        (
            "{server: 'http://wox.example', token: t}",
            "config.yaml:9: wox.server: found 'http://wox.example'; accepted:",
        ),
        ("{server: 'https://wox.example'}", "config.yaml:9: wox.token: found nothing; accepted: the name under which"),
        ("{server: 'https://wox.example', token: S3cret!}", "config.yaml:9: wox.token: found something else; accepte"),
        ("{server: 'https://wox.example', token: t, x: 1}", "config.yaml:9: unknown key 'wox.x'; accepted here: serv"),
    ],
)
def test_a_mistake_in_it_is_one_sentence(section: str, told: str) -> None:
    with pytest.raises(ConfigError) as error:
        parse(WHOLE + f"wox: {section}\n", "config.yaml")
    assert str(error.value).startswith(told)
