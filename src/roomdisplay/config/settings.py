"""The settings of one panel, as config.yaml gives them."""

from pathlib import Path

from msgspec import Struct, field

from roomdisplay.core.appearance import Appearance
from roomdisplay.core.policy import Policy
from roomdisplay.core.room import Room

MOST_NEARBY = 50
"""Rooms one panel can name beside its own."""


class ClientSecret(Struct, frozen=True, kw_only=True):
    """`secret` is the secret's name."""

    secret: str


class CertificatePem(Struct, frozen=True, kw_only=True):
    """`pem` names a secret holding the private key and the certificate, `passphrase` the key's, where it has one."""

    pem: str
    passphrase: str | None = None


class CertificatePfx(Struct, frozen=True, kw_only=True):
    pfx: str
    passphrase: str | None = None


Credential = ClientSecret | CertificatePem | CertificatePfx


class ServiceAccount(Struct, frozen=True, kw_only=True):
    """`link: service-account`. A person signs the account in at the glass, so there is no credential to name."""


class Office365(Struct, frozen=True, kw_only=True):
    """How the panel reaches the tenant. `authority` and `graph` override the cloud's own addresses."""

    tenant: str
    client_id: str
    credential: Credential | ServiceAccount
    """Which link it is, and what the panel proves itself by."""
    cloud: str = "global"
    authority: str | None = None
    graph: str | None = None
    ca_file: Path | None = None
    proxy: str | None = None


AUTO, NONE = "auto", "none"
"""Whatever there is, and nothing."""


class Hardware(Struct, frozen=True, kw_only=True):
    """What lies around the glass and is to be used: AUTO, NONE, or its name."""

    backlight: str = AUTO
    """In /sys/class/backlight."""
    status_light: str = AUTO
    """In /sys/class/leds; of several LEDs what their names begin with, up to a colon."""
    presence: Path | None = None
    """An input device, or a file that holds a number other than 0 while somebody is there."""


class Display(Struct, frozen=True, kw_only=True):
    appearance: Appearance = field(default_factory=Appearance)
    fullscreen: bool = True
    width: int = 1280
    height: int = 800
    """Of the window where it is not full screen, and of the picture where there is no screen; pixels."""


class Wox(Struct, frozen=True, kw_only=True):
    """The WOX server the panel keeps in step with; `token` names the secret that pairs it with its room."""

    server: str
    token: str
    ca_file: Path | None = None


class Unpaired(Struct, frozen=True, kw_only=True):
    """What a panel knows before it is paired: neither its room nor how to reach Office 365."""

    server: str | None = None
    """The WOX server's address; None: somebody has to say it."""
    ca_file: Path | None = None
    policy: Policy = field(default_factory=Policy)
    display: Display = field(default_factory=Display)
    hardware: Hardware = field(default_factory=Hardware)
    state_directory: Path | None = None


class Settings(Struct, frozen=True, kw_only=True):
    room: Room
    office365: Office365
    photo: Path | None = None
    """Of the room, where WOX has none."""
    wox: Wox | None = None
    """None: the panel works straight with Office 365 alone."""
    nearby: tuple[Room, ...] = ()
    """Other rooms to send people to, nearest first."""
    policy: Policy = field(default_factory=Policy)
    display: Display = field(default_factory=Display)
    hardware: Hardware = field(default_factory=Hardware)
    state_directory: Path | None = None
    """Where the panel keeps its schedule and outbox; None: $STATE_DIRECTORY, else the user's state folder."""
