"""The administrator's page with an invented panel behind it."""

from datetime import UTC, datetime, timedelta

from roomdisplay.ui.admin import Facts, FindingProps
from roomdisplay.ui.viewmodels.admin import AdminViewModel

PIN = "246810"
NOW = datetime(2026, 11, 24, 10, 2, tzinfo=UTC)
FACTS = Facts(
    now=NOW,
    room="Aurora",
    address="aurora@contoso.example",
    version="1.2.3",
    serial="RD-2207-0815",
    addresses=("192.0.2.7", "2001:db8::7"),
    link="well",
    office365_at=NOW - timedelta(seconds=12),
    wox="wox.contoso.example",
    wox_at=NOW - timedelta(minutes=3),
    pending=2,
    age=timedelta(seconds=12),
    faults=(),
    may_unpair=True,
)
WELL = FindingProps(id="token", title="Sign-in", verdict="well", evidence=("Entra gave the panel an access token.",))
TOUCH = FindingProps(
    id="touch",
    title="Touch",
    verdict="warning",
    evidence=("One of two fingers.",),
    mend="Check the cable.",
    commands=("cat /proc/bus/input/devices",),
)
WRITE = FindingProps(
    id="write",
    title="Right to book",
    verdict="broken",
    evidence=("Reading works, writing is denied (ErrorAccessDenied).",),
    mend="Give the application the role “Application Calendars.ReadWrite” for the rooms.",
    commands=(
        'New-ManagementRoleAssignment -App 1 -Role "Application Calendars.ReadWrite" '
        '-CustomResourceScope "Meeting rooms"',
    ),
)
UNKNOWN = FindingProps(id="rooms", title="Rooms near by", verdict="unknown", evidence=("None are named.",))
FINDINGS = (WELL, TOUCH, UNKNOWN, WRITE)


class Desk:
    """The AdminIntents of a panel that notes what is wanted of it, and does nothing."""

    def __init__(self, page: AdminViewModel, *, pause: float = 0.0) -> None:
        self.page = page
        self.wants: list[str] = []
        self.pause = pause
        page.attach(self)

    def wait(self) -> float:
        return self.pause

    def check(self, pin: str) -> None:
        self.wants.append(f"check {pin}")

    def facts(self) -> Facts:
        return FACTS

    def examine(self) -> None:
        self.wants.append("examine")

    def refresh(self) -> None:
        self.wants.append("refresh")

    def send_picture(self) -> None:
        self.wants.append("picture")

    def restart(self) -> None:
        self.wants.append("restart")

    def unpair(self) -> None:
        self.wants.append("unpair")

    def enter(self) -> None:
        """Somebody who knows the PIN."""
        self.page.open()
        for digit in PIN:
            self.page.press(digit)
        self.page.confirm()
        self.page.checked(True)
        self.wants.clear()
