"""The page of a panel that cannot run: every size, both directions, and nothing of QML, theme or fonts."""

import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from roomdisplay.ui.fault import Fault, FaultKind, card, derive_fault
from roomdisplay.ui.fault_window import GROUND, paint_fault
from roomdisplay.ui.viewmodels.locale import known_locale, wording
from tests.ui.test_admin import SIZES

FAULT = Fault(
    kind=FaultKind.CONFIGURATION,
    told="/etc/roomdisplay/config.yaml:3: room.time_zone: accepted: an IANA zone such as Europe/Berlin.",
    room="aurora@contoso.example",
    serial="RD-0001",
    version="1.2.3",
)
WORDS = wording(known_locale("en_GB"))


def painted(size: tuple[int, int], locale: str = "en_GB") -> QImage:
    image = QImage(*size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_fault(painter, QSizeF(*size), derive_fault(FAULT, wording(known_locale(locale))))
    painter.end()
    return image


def test_in_words() -> None:
    view = derive_fault(FAULT, WORDS)
    assert view.title == "This panel needs a technician"
    assert "config.yaml:3" in view.for_it
    assert "config" not in view.title + view.how, "plain words for everybody"
    assert view.code == "RD-CONFIGURATION · aurora@contoso.example · RD-0001 · 1.2.3"
    assert derive_fault(Fault(kind=FaultKind.CRASH, told="x"), WORDS).code == "RD-CRASH"


def test_what_the_phone_reads() -> None:
    assert card(FAULT).splitlines() == [
        "ROOM DISPLAY FAULT",
        "Fault: RD-CONFIGURATION",
        "Room: aurora@contoso.example",
        "Serial: RD-0001",
        "Version: 1.2.3",
        FAULT.told,
    ]
    long = Fault(kind=FaultKind.SCREEN, told="x" * 5000)
    assert len(card(long)) < 500, "a code that can still be scanned"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("locale", ["en_GB", "ar_EG"])
def test_a_phone_reads_it_from_every_screen_and_nothing_is_cut_off(
    qapp: QGuiApplication, tmp_path: Path, size: tuple[int, int], locale: str
) -> None:
    image = painted(size, locale)
    picture = tmp_path / "fault.png"
    image.save(str(picture))
    read = subprocess.run(
        ["zbarimg", "--quiet", "--raw", "--nodbus", str(picture)], stdout=subprocess.PIPE, text=True, check=True
    )
    assert read.stdout.strip() == card(FAULT)
    width, height = size
    edge = [(x, y) for x in range(width) for y in (0, 3, height - 4, height - 1)]
    edge += [(x, y) for y in range(height) for x in (0, 3, width - 4, width - 1)]
    assert {QColor(image.pixel(x, y)).name() for x, y in edge} == {GROUND.name()}
