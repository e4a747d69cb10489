"""What only an Exchange administrator can see, as `Get-CalendarProcessing … | ConvertTo-Json` tells it."""

import json
from typing import cast

from msgspec import Struct


class Processing(Struct, frozen=True, kw_only=True):
    """A room's calendar processing (Microsoft, "Set-CalendarProcessing"). None: it was not told, or not readably."""

    automate: str | None = None
    delete_subject: bool | None = None
    add_organizer: bool | None = None
    remove_private: bool | None = None
    auto_release: bool | None = None


class NotProcessing(ValueError):
    """It is not what Get-CalendarProcessing says; the message is a sentence."""


def processing(content: bytes) -> Processing:
    """From JSON in UTF-8 or, as Windows PowerShell writes it, UTF-16. Raises NotProcessing."""
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        tree: object = json.loads(content.decode(encoding))
    except (ValueError, RecursionError):
        tree = None
    if isinstance(tree, list) and len(cast("list[object]", tree)) == 1:
        tree = cast("list[object]", tree)[0]
    if not isinstance(tree, dict):
        raise NotProcessing("This is not the JSON of one room's Get-CalendarProcessing.")
    told = {name.casefold(): value for name, value in cast("dict[str, object]", tree).items()}
    automate = told.get("automateprocessing")
    found = Processing(
        automate=automate if isinstance(automate, str) else None,
        delete_subject=_flag(told.get("deletesubject")),
        add_organizer=_flag(told.get("addorganizertosubject")),
        remove_private=_flag(told.get("removeprivateproperty")),
        auto_release=_flag(told.get("enableautorelease")),
    )
    if found == Processing():
        raise NotProcessing("This JSON has none of the properties Get-CalendarProcessing tells of a room.")
    return found


def _flag(value: object) -> bool | None:
    if isinstance(value, str):
        return {"true": True, "false": False}.get(value.casefold())
    return value if isinstance(value, bool) else None
