"""config.yaml: what is accepted, and what each mistake is told."""

from datetime import timedelta
from pathlib import Path

import pytest

from roomdisplay.config.loader import ConfigError, load, parse
from roomdisplay.config.settings import CertificatePfx, ClientSecret, Display, ServiceAccount
from roomdisplay.core.appearance import Appearance
from roomdisplay.core.policy import Policy
from tests.pictures import png

WHOLE = """\
room:
  address: aurora@contoso.example
  name: Aurora
  time_zone: Europe/Berlin
office365:
  tenant: contoso.example
  client_id: 11111111-2222-3333-4444-555555555555
  client_secret: office365-client-secret
"""


def test_the_smallest_file_that_works_leaves_every_policy_at_its_default() -> None:
    settings = parse(WHOLE, "config.yaml")
    assert settings.room.address == "aurora@contoso.example"
    assert settings.room.zone.key == "Europe/Berlin"
    assert settings.office365.credential == ClientSecret(secret="office365-client-secret")
    assert settings.policy == Policy()


CREDENTIAL = "client_secret: office365-client-secret"


def test_the_link_is_an_enterprise_application_unless_a_person_signs_an_account_in() -> None:
    by_account = parse(WHOLE.replace(CREDENTIAL, "link: service-account"), "config.yaml").office365
    assert by_account.credential == ServiceAccount()
    assert by_account.tenant == "contoso.example"
    said = parse(WHOLE.replace(CREDENTIAL, "link: enterprise-application\n  " + CREDENTIAL), "config.yaml").office365
    assert said.credential == ClientSecret(secret="office365-client-secret")


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (
            "link: password",
            "config.yaml:8: office365.link: found 'password'; accepted: enterprise-application, service-",
        ),
        (
            f"link: service-account\n  {CREDENTIAL}",
            "config.yaml:9: unknown key 'office365.client_secret'; accepted her",
        ),
        ("link: service-account\n  password: hush", "config.yaml:9: unknown key 'office365.password'; accepted here: "),
        ("link: enterprise-application", "config.yaml:5: office365: found no credential; accepted: one of client_secr"),
    ],
)
def test_each_link_takes_its_own_keys(lines: str, told: str) -> None:
    with pytest.raises(ConfigError) as error:
        parse(WHOLE.replace(CREDENTIAL, lines), "config.yaml")
    assert str(error.value).startswith(told)


def test_a_setting_takes_the_place_of_its_default() -> None:
    settings = parse(
        WHOLE.replace(
            "client_secret: office365-client-secret", "certificate_pfx: room-pfx\n  certificate_passphrase: pw"
        )
        + "booking: {durations: [20, 40], until_next: false, soon: 10}\nsync: {fresh_for: 3, poll_every_seconds: 60}\n"
        + "check_in: {enabled: true, opens_minutes: 5, release_after_minutes: 15}\n"
        + "display: {locale: de_DE, fullscreen: false, width: 800, height: 480, show_organizer: true}\n"
        + "state_directory: /var/lib/roomdisplay\n",
        "config.yaml",
    )
    assert settings.office365.credential == CertificatePfx(pfx="room-pfx", passphrase="pw")
    assert settings.policy.durations == (timedelta(minutes=20), timedelta(minutes=40))
    assert settings.policy.soon == timedelta(minutes=10)
    assert not settings.policy.until_next
    assert settings.policy.check_in
    assert settings.policy.check_in_opens == timedelta(minutes=5)
    assert settings.policy.release_after == timedelta(minutes=15)
    assert settings.policy.show_organizer
    assert settings.policy.poll_every == timedelta(seconds=60)
    assert settings.display == Display(appearance=Appearance(locale="de_DE"), fullscreen=False, width=800, height=480)
    assert settings.state_directory == Path("/var/lib/roomdisplay")


def test_rooms_near_by_stand_in_the_order_they_were_written_and_share_the_rooms_zone() -> None:
    settings = parse(
        WHOLE
        + "nearby:\n  - {address: borealis@contoso.example, name: Borealis, detail: 2nd floor}\n"
        + "  - {address: dune@contoso.example, name: Dune, time_zone: America/New_York}\n",
        "config.yaml",
    )
    borealis, dune = settings.nearby
    assert (borealis.address, borealis.name, borealis.detail) == ("borealis@contoso.example", "Borealis", "2nd floor")
    assert (borealis.zone, dune.detail, dune.zone.key) == (settings.room.zone, "", "America/New_York")
    assert parse(WHOLE, "config.yaml").nearby == ()


def test_what_the_room_has_is_told_and_its_photo_is_looked_at(tmp_path: Path) -> None:
    photo = tmp_path / "aurora.png"
    photo.write_bytes(png())
    known = f"capacity: 8\n  equipment: [Screen, Camera]\n  place: 3rd floor\n  photo: {photo}"
    told = parse(WHOLE.replace("name: Aurora", f"name: Aurora\n  {known}"), "config.yaml")
    room = told.room
    assert (room.capacity, room.equipment, room.place) == (8, ("Screen", "Camera"), "3rd floor")
    assert (told.photo, parse(WHOLE, "config.yaml").photo) == (photo, None)


@pytest.mark.parametrize(
    ("known", "told"),
    [
        ("capacity: 0", "room.capacity: found 0; accepted: a whole number from 1 to 10000."),
        ("equipment: Screen", "room.equipment: found 'Screen'; accepted: a list of up to 20 names."),
        ("equipment: [1]", "room.equipment: found [1]; accepted: a list of up to 20 names."),
        ("photo: /nowhere.png", "room.photo: found '/nowhere.png'; accepted: the path of a JPEG or PNG of up to 4 MB"),
        (f"photo: {__file__}", "accepted: the path of a JPEG or PNG of up to 4 MB and 16 million pixels"),
    ],
)
def test_what_the_room_cannot_have_is_refused(known: str, told: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse(WHOLE.replace("name: Aurora", f"name: Aurora\n  {known}"), "config.yaml")
    assert told in str(caught.value)


ONE_ROOM = "  - {address: borealis@contoso.example, name: Borealis}\n"


@pytest.mark.parametrize(
    ("mistake", "told"),
    [
        (
            "rom: {}\n",
            "config.yaml:9: unknown key 'rom'; accepted here: display, room, office365, booking, check_in, sync,",
        ),
        ("booking: {duration: [15]}\n", "config.yaml:9: unknown key 'booking.duration'; accepted here: durations,"),
        ("booking:\n  soon: 1h\n", "config.yaml:10: booking.soon: found '1h'; accepted: whole minutes from 1 to 120."),
        ("booking:\n  soon: true\n", "config.yaml:10: booking.soon: found True; accepted: whole minutes"),
        (
            "booking:\n  durations: [15, 15]\n",
            "config.yaml:10: booking.durations: found [15, 15]; accepted: a list of one to",
        ),
        (
            "check_in: {opens_minutes: 0}\n",
            "config.yaml:9: check_in.opens_minutes: found 0; accepted: whole minutes from 1 to 60.",
        ),
        (
            "check_in: {enabled: 'yes'}\n",
            "config.yaml:9: check_in.enabled: found 'yes'; accepted: true or false.",
        ),
        ("check_in: {after: 10}\n", "config.yaml:9: unknown key 'check_in.after'; accepted here: enabled, opens_min"),
        ("booking: 15\n", "config.yaml:9: booking: found 15; accepted: keys and values."),
        ("booking: {}\nbooking: {}\n", "config.yaml:10: 'booking' stands here twice; accepted: once."),
        (
            "display: {locale: 'de DE'}\n",
            "config.yaml:9: display.locale: found 'de DE'; accepted: a locale such as de_DE.",
        ),
        ("display: {width: 99999}\n", "config.yaml:9: display.width: found 99999; accepted: pixels from 320 to 7680."),
        (
            "state_directory: here\n",
            "config.yaml:9: state_directory: found 'here'; accepted: a path that starts with /.",
        ),
        (
            "sync: {poll_every_seconds: 1}\n",
            "config.yaml:9: sync.poll_every_seconds: found 1; accepted: whole seconds from 30",
        ),
        ("nearby: {}\n", "config.yaml:9: nearby: found {}; accepted: a list of at most 50."),
        ("nearby:\n" + 51 * ONE_ROOM, "config.yaml:9: nearby: found 51; accepted: a list of at most 50."),
        ("nearby:\n  - Borealis\n", "config.yaml:10: nearby[0]: found 'Borealis'; accepted: keys and values."),
        (
            "nearby:\n" + ONE_ROOM + "  - {name: Dune}\n",
            "config.yaml:11: nearby[1].address: found nothing; accepted: the room mailbox's",
        ),
        (
            "nearby:\n" + ONE_ROOM + "  - address: dune@contoso.example\n    name: Dune\n    floor: 2\n",
            "config.yaml:13: unknown key 'nearby[1].floor'; accepted here: address, name, time_zone, detail.",
        ),
        (
            "nearby:\n" + ONE_ROOM + ONE_ROOM,
            "config.yaml:11: nearby[1]: found borealis@contoso.example; accepted: each room once, and not the panel's",
        ),
        (
            "nearby: [{address: Aurora@contoso.example, name: A}]\n",
            "config.yaml:9: nearby[0]: found Aurora@contoso.example; accepted: each room once, and not the panel's own",
        ),
        ("7: 8\n", "config.yaml:9: found the key 7; accepted: names."),
        ("sync: !!python/object:os.system 1\n", "config.yaml:9: sync: found a value of type tag:yaml.org,2002:python"),
        ("a: [\n", "config.yaml:10: this is not YAML"),
        ("state_directory: !!int x\n", "config.yaml:9: state_directory: found a value of type tag:yaml.org,2002:int"),
    ],
)
def test_a_mistake_is_told_with_file_line_key_what_was_found_and_what_is_accepted(mistake: str, told: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse(WHOLE + mistake, "config.yaml")
    assert str(caught.value).startswith(told)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("  name: Aurora\n", "", "config.yaml:1: room.name: found nothing; accepted: a text."),
        ("Europe/Berlin", "Berlin", "config.yaml:4: room.time_zone: found 'Berlin'; accepted: an IANA zone such as"),
        (
            "Europe/Berlin",
            "../../etc/passwd",
            "config.yaml:4: room.time_zone: found '../../etc/passwd'; accepted: an IANA",
        ),
        (
            "aurora@contoso.example",
            "aurora",
            "config.yaml:2: room.address: found 'aurora'; accepted: the room mailbox's",
        ),
        (
            "11111111-2222",
            "1111",
            "config.yaml:7: office365.client_id: found '1111-3333-4444-555555555555'; accepted: the",
        ),
        (
            "  client_secret: office365-client-secret\n",
            "",
            "config.yaml:5: office365: found no credential; accepted: one of",
        ),
        (
            "client_secret:",
            "certificate_pem: a\n  client_secret:",
            "config.yaml:5: office365: found client_secret and certif",
        ),
    ],
)
def test_what_is_needed_is_asked_for(old: str, new: str, told: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse(WHOLE.replace(old, new), "config.yaml")
    assert str(caught.value).startswith(told)


def test_a_secret_pasted_in_place_of_its_name_is_refused_and_not_repeated() -> None:
    with pytest.raises(ConfigError) as caught:
        parse(WHOLE.replace("office365-client-secret", "Zk8Q~very.SECRET_value"), "config.yaml")
    assert "Zk8Q" not in str(caught.value)
    assert "never the secret itself" in str(caught.value)


@pytest.mark.parametrize(
    ("address", "accepted"),
    [
        ("https://graph.microsoft.us/v1.0", True),
        ("http://127.0.0.1:8080/v1.0", True),
        ("http://graph.example/v1.0", False),
        ("https://user:word@graph.example", False),
        ("ftp://graph.example", False),
        ("https://[broken", False),
    ],
)
def test_graph_is_reached_over_tls_unless_it_is_this_machine(address: str, accepted: bool) -> None:
    text = WHOLE + f"  graph: {address!r}\n"
    if accepted:
        assert parse(text, "config.yaml").office365.graph == address
    else:
        with pytest.raises(ConfigError, match="an https:// address"):
            parse(text, "config.yaml")


def test_a_file_that_cannot_be_read_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"nowhere\.yaml cannot be read: No such file or directory\. Name a config"):
        load(tmp_path / "nowhere.yaml")
    (tmp_path / "binary.yaml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match=r"binary\.yaml cannot be read: it is not UTF-8 text"):
        load(tmp_path / "binary.yaml")
