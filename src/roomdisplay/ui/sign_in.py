"""The page that asks for somebody to sign the service account in, in words and one picture. Pure; no Qt."""

from dataclasses import dataclass
from functools import lru_cache

from roomdisplay.core.failure import Access
from roomdisplay.ui import texts
from roomdisplay.ui.props import PanelProps
from roomdisplay.ui.wording import Wording, isolated

QUIET = 4
"""Light modules on each side, without which a phone does not find the symbol (ISO/IEC 18004)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Square:
    """A QR symbol: an SVG path over its dark modules, and how many modules a side has, the quiet ones included."""

    path: str = ""
    side: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInView:
    is_open: bool = False
    title: str = ""
    how: str = ""
    """What to do; while there is no code yet, what is being waited for."""
    code: str = ""
    who: str = ""
    """Who should, and how much time is left."""
    note: str = ""
    """What stood in the way, for an administrator."""
    button: str = ""
    """Asks for a code, or takes the page away; empty: there is nothing to sign in."""
    square: Square = Square()
    square_name: str = ""

    @property
    def path(self) -> str:
        return self.square.path

    @property
    def side(self) -> int:
        return self.square.side


CLOSED = SignInView()


def derive_sign_in(props: PanelProps, words: Wording) -> SignInView:
    asked, problem = props.sign_in, props.problem
    if asked is None:
        return SignInView(button=words.say(texts.SIGN_IN)) if props.may_sign_in else CLOSED
    title, button = words.say(texts.SIGN_IN_TITLE), words.say(texts.NOT_NOW)
    # that nobody is signed in is what the page says anyway
    plain = problem is None or problem.access is Access.SIGN_IN
    note = "" if problem is None or plain else words.problem_for_it(problem)
    if not asked.code:
        return SignInView(is_open=True, title=title, how=words.say(texts.SIGN_IN_FETCHING), note=note, button=button)
    place = isolated(asked.address.removeprefix("https://"))
    return SignInView(
        is_open=True,
        title=title,
        how=words.say(texts.SIGN_IN_HOW, place),
        code=asked.code,
        who=words.say(texts.SIGN_IN_WHO, words.duration(asked.left)),
        note=note,
        button=button,
        square=square(asked.address),
        square_name=words.say(texts.SIGN_IN_SQUARE, place),
    )


@lru_cache(maxsize=4)
def square(text: str) -> Square:
    """`text` as a QR symbol of medium error correction, each row of dark modules one rectangle after the other."""
    import segno  # not before somebody is to scan something

    rows = segno.make_qr(text, error="M", boost_error=False).matrix
    path: list[str] = []
    for y, row in enumerate(rows, QUIET):
        start = 0
        while (start := row.find(1, start)) >= 0:
            end = row.find(0, start) if 0 in row[start:] else len(row)
            path.append(f"M{start + QUIET} {y}h{end - start}v1h{start - end}z")
            start = end
    return Square(path="".join(path), side=len(rows) + 2 * QUIET)
