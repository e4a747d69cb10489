"""The page on which somebody at the glass chooses how the panel looks and speaks for a while. Pure; no Qt."""

from datetime import timedelta

from msgspec import Struct
from msgspec.structs import replace

from roomdisplay.core.appearance import Appearance, Theme, language_of
from roomdisplay.ui import texts
from roomdisplay.ui.room_view import RoomView
from roomdisplay.ui.wording import Wording

NAMES = {
    "en": "English",
    "de": "Deutsch",
    "fr": "Français",
    "es": "Español",
    "it": "Italiano",
    "nl": "Nederlands",
    "pl": "Polski",
    "ja": "日本語",
    "zh": "简体中文",
    "ar": "العربية",
}
"""Of each language, in itself."""


class ChoiceRow(Struct, frozen=True, kw_only=True):
    """`key` says what it chooses: `language:de`, `theme:light`, `large_text` …"""

    key: str
    label: str
    chosen: bool


class AppearanceView(Struct, frozen=True, kw_only=True):
    button: str = ""
    """What the way to the page is called."""
    is_open: bool = False
    title: str = ""
    sentence: str = ""
    """How long a choice lasts."""
    language: str = ""
    """What stands above the languages; empty: there is nothing to choose."""
    colours: str = ""
    ease: str = ""
    read_aloud: str = ""
    """Has the state said aloud; empty: the panel cannot speak."""
    reset: str = ""
    """Takes every choice back; empty: there is none."""
    done: str = ""
    languages: tuple[ChoiceRow, ...] = ()
    themes: tuple[ChoiceRow, ...] = ()
    switches: tuple[ChoiceRow, ...] = ()


def derive_appearance(
    worn: Appearance,
    words: Wording,
    *,
    language: str,
    languages: tuple[str, ...],
    lasts: timedelta,
    is_own: bool,
    may_read: bool,
) -> AppearanceView:
    """`language` is spoken now, one of `languages` may be; `lasts`: how long a choice stays after the last touch;
    `is_own`: nobody has chosen anything."""
    say = words.say
    languages = languages if len(languages) > 1 else ()
    return AppearanceView(
        button=say(texts.APPEARANCE),
        is_open=True,
        title=say(texts.APPEARANCE),
        sentence=say(texts.APPEARANCE_LASTS, words.duration(lasts)),
        language=say(texts.APPEARANCE_LANGUAGE) if languages else "",
        colours=say(texts.APPEARANCE_COLOURS),
        ease=say(texts.APPEARANCE_EASE),
        read_aloud=say(texts.READ_ALOUD) if may_read else "",
        reset="" if is_own else say(texts.APPEARANCE_RESET),
        done=say(texts.DONE),
        languages=tuple(
            ChoiceRow(key=f"language:{one}", label=NAMES[one], chosen=one == language) for one in languages
        ),
        themes=tuple(
            ChoiceRow(key=f"theme:{theme}", label=say(name), chosen=theme is worn.theme)
            for theme, name in texts.THEMES.items()
        ),
        switches=tuple(
            ChoiceRow(key=field, label=say(name), chosen=getattr(worn, field)) for field, name in texts.SWITCHES.items()
        ),
    )


def chosen(worn: Appearance, own: Appearance, key: str) -> Appearance:
    """`worn` with another choice, as it is where `key` means none. The panel's own language stays that of its country:
    English on a panel that is `en_US` is that again."""
    kind, _, value = key.partition(":")
    match kind:
        case "language" if value in NAMES:
            return replace(worn, locale=own.locale if language_of(own.locale or "") == value else value)
        case "theme" if value in {*Theme}:
            return replace(worn, theme=Theme(value))
        case _ if key in texts.SWITCHES:
            return replace(worn, **{key: not getattr(worn, key)})
        case _:
            return worn


def spoken(room: RoomView) -> str:
    """The room's state to be read aloud, a sentence a line."""
    lines = (room.room, room.word, room.when, room.remaining, room.line, room.next, room.problem)
    return "".join(f"{line.rstrip('.。')}.\n" for line in lines if line)
