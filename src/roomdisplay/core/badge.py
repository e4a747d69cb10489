"""A badge reader that plays a keyboard: characters faster than anybody types, and Enter. Pure; times are monotonic."""

from roomdisplay.core.discreet import Discreet

GAP = 0.15
"""Seconds between two characters after which it is no badge: readers leave milliseconds."""
SHORTEST, LONGEST = 4, 200
END = frozenset("\r\n")


class Strokes(Discreet, frozen=True, kw_only=True):
    """What has been heard so far of what may become a badge."""

    unsaid = ("text",)

    text: str = ""
    at: float = 0.0
    """When the last character came."""

    def typed(self, characters: str, at: float) -> "tuple[Strokes, str | None]":
        """With what came at `at`; and the badge, where that was its end."""
        strokes, badge = self, None
        for character in characters:
            if at - strokes.at > GAP:
                strokes = Strokes(at=at)
            if character in END:
                whole = strokes.text.strip()
                badge = whole if SHORTEST <= len(whole) <= LONGEST else badge
                strokes = Strokes(at=at)
            elif character.isprintable():
                # one too many is kept: what is too long is not a badge with its end cut off
                strokes = Strokes(text=(strokes.text + character)[: LONGEST + 1], at=at)
        return strokes, badge
