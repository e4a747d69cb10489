"""The page of a panel that is not paired, in words and one picture. Pure; no Qt."""

from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from roomdisplay.core.failure import Access, AccessLost, Failure, Transient
from roomdisplay.core.pairing import Pairing, Phase, fingerprint, shown
from roomdisplay.ui import texts
from roomdisplay.ui.square import Square, square
from roomdisplay.ui.wording import Wording, isolated, unwidowed

_UNBROKEN, _UNBROKEN_SPACE = "\u2060", "\u00a0"


class PairingView(Struct, frozen=True, kw_only=True):
    title: str = ""
    how: str = ""
    """What to do; or what has happened, or is being waited for."""
    code: str = ""
    match: str = ""
    """What the number below is."""
    number: str = ""
    network: str = ""
    """Whether the server answers."""
    is_well: bool = False
    serial: str = ""
    key: str = ""
    square: Square = Square()
    square_name: str = ""
    button: str = ""
    """Asks for a new code; empty: there is nothing to ask for."""
    change: str = ""
    """Leads back to the address; empty: it was given from elsewhere."""
    asks: bool = False
    """For the server's address: keys are shown."""
    typed: str = ""
    address_name: str = ""
    go_on: str = ""
    erase: str = ""
    right_to_left: bool = False
    """It is written so."""
    busy: bool = False
    """What was confirmed is being taken over."""

    @property
    def path(self) -> str:
        return self.square.path

    @property
    def side(self) -> int:
        return self.square.side


class Typing(Struct, frozen=True, kw_only=True):
    """The address as far as somebody has typed it."""

    text: str = ""
    is_wrong: bool = False


def derive_pairing(
    pairing: Pairing, words: Wording, *, serial: str = "", typing: Typing | None = None, may_change: bool = False
) -> PairingView:
    """`typing`: of whoever is at the keys; None: nobody is. `may_change`: the address was typed here."""
    page = _page(pairing, words, serial, typing, may_change=may_change)
    return replace(page, right_to_left=words.mirrored)


def _page(pairing: Pairing, words: Wording, serial: str, typing: Typing | None, *, may_change: bool) -> PairingView:
    say = words.say
    label = say(texts.PAIR_SERIAL, isolated(serial)) if serial else ""
    if typing is not None:
        return PairingView(
            title=say(texts.PAIR_WHERE_TITLE),
            how=say(texts.PAIR_WHERE_WRONG if typing.is_wrong else texts.PAIR_WHERE),
            serial=label,
            asks=True,
            typed=typing.text,
            address_name=say(texts.PAIR_ADDRESS),
            go_on=say(texts.PAIR_GO_ON),
            erase=say(texts.PAIR_ERASE),
        )
    match pairing.phase:
        case Phase.NOWHERE | Phase.MAKING:
            return PairingView(title=say(texts.PAIR_TITLE), how=say(texts.PAIR_MAKING), serial=label)
        case Phase.CALLING | Phase.WAITING:
            return _asking(pairing, words, label, may_change=may_change)
        case Phase.KEEPING | Phase.PAIRED:
            return PairingView(
                title=say(texts.PAIR_KEEPING_TITLE), how=say(texts.PAIR_KEEPING), serial=label, busy=True
            )
        case Phase.DENIED:
            return PairingView(
                title=say(texts.PAIR_DENIED_TITLE),
                how=say(texts.PAIR_DENIED),
                serial=label,
                button=say(texts.PAIR_AGAIN),
            )
        case Phase.BROKEN:
            return PairingView(
                title=say(texts.PAIR_BROKEN_TITLE),
                how=isolated(pairing.reason),
                serial=label,
                button=say(texts.PAIR_AGAIN),
            )
        case _:
            assert_never(pairing.phase)


def _asking(pairing: Pairing, words: Wording, label: str, *, may_change: bool) -> PairingView:
    say, introduction = words.say, pairing.introduction
    assert introduction is not None
    host = isolated(pairing.server.partition("://")[2])
    number = pairing.match_number
    return PairingView(
        title=say(texts.PAIR_TITLE),
        how=unwidowed(say(texts.PAIR_HOW, isolated(f"{pairing.server.partition('://')[2]}/{_UNBROKEN}pair"))),
        code=shown(introduction.code),
        match=say(texts.PAIR_MATCH) if number else "",
        number=number,
        network=_network(pairing, words, host),
        is_well=bool(number) and pairing.failure is None,
        serial=label,
        key=say(texts.PAIR_KEY, fingerprint(introduction.identity_key).replace(" ", _UNBROKEN_SPACE)),
        square=square(pairing.address),
        square_name=say(texts.PAIR_SQUARE, host),
        change=say(texts.PAIR_OTHER_SERVER) if may_change else "",
    )


def _network(pairing: Pairing, words: Wording, host: str) -> str:
    failure: Failure | None = pairing.failure
    match failure:
        case None:
            return words.say(texts.PAIR_CONNECTED if pairing.match_number else texts.PAIR_CALLING, host)
        case AccessLost(access=Access.TRUST):
            return words.say(texts.PAIR_NOT_TRUSTED, host)
        case Transient(throttled=True):
            return words.say(texts.PAIR_TOO_MANY, host)
        case Transient():
            return words.say(texts.PAIR_NO_ANSWER, host)
        case _:
            return words.say(texts.PAIR_STRANGER, host)
