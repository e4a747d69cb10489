"""The page that asks for somebody to sign the service account in, in words and one picture. Pure; no Qt."""

from msgspec import Struct

from roomdisplay.core.failure import Access
from roomdisplay.ui import texts
from roomdisplay.ui.props import PanelProps
from roomdisplay.ui.square import Square, square
from roomdisplay.ui.wording import Wording, isolated, unwidowed


class SignInView(Struct, frozen=True, kw_only=True):
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
        how=unwidowed(words.say(texts.SIGN_IN_HOW, place)),
        code=asked.code,
        who=words.say(texts.SIGN_IN_WHO, words.duration(asked.left)),
        note=note,
        button=button,
        square=square(asked.address),
        square_name=words.say(texts.SIGN_IN_SQUARE, place),
    )
