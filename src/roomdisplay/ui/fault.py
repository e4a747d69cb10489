"""What stands on the screen of a panel that cannot run: plain words for everybody, a code for the technician. No Qt."""

from enum import StrEnum

from msgspec import Struct

from roomdisplay.ui import texts
from roomdisplay.ui.square import Square, square
from roomdisplay.ui.wording import Wording, isolated


class FaultKind(StrEnum):
    CONFIGURATION = "RD-CONFIGURATION"
    """config.yaml, or what was kept of a pairing, cannot be used."""
    SCREEN = "RD-SCREEN"
    """QML, theme or fonts are missing or broken."""
    CRASH = "RD-CRASH"
    """Nobody foresaw it."""


class Fault(Struct, frozen=True, kw_only=True):
    """`told` is a sentence for the technician, without anything secret."""

    kind: FaultKind
    told: str
    room: str = ""
    """Its address; empty: not known."""
    serial: str = ""
    version: str = ""


class FaultView(Struct, frozen=True, kw_only=True):
    title: str
    how: str
    for_it: str
    code: str
    square: Square
    is_mirrored: bool


def derive_fault(fault: Fault, words: Wording) -> FaultView:
    say = words.say
    return FaultView(
        title=say(texts.FAULT_TITLE),
        how=say(texts.FAULT_HOW),
        for_it=say(texts.FAULT_FOR_IT, isolated(fault.told)),
        code=" · ".join(filter(None, (str(fault.kind), fault.room, fault.serial, fault.version))),
        square=square(card(fault)),
        is_mirrored=words.mirrored,
    )


def card(fault: Fault) -> str:
    """What the technician's phone reads, in English."""
    lines = (
        "ROOM DISPLAY FAULT",
        f"Fault: {fault.kind}",
        f"Room: {fault.room or 'unknown'}",
        f"Serial: {fault.serial or 'unknown'}",
        f"Version: {fault.version}",
        fault.told,
    )
    return "\n".join(line[:300] for line in lines)
