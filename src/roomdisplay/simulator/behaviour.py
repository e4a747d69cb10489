"""What Microsoft documents nowhere, or documents in two ways: one switch for each, so that a client can meet both."""

from __future__ import annotations

from msgspec import Struct


class Behaviour(Struct, frozen=True, kw_only=True):
    """Switches for unsettled facts. The defaults are what was observed most often, or the safest reading."""

    delta_second_page_for_apps: bool = True
    """An app-only delta on a room survives its nextLink (delegated never does)."""
    direct_post_keeps_subject: bool = True
    """The booking attendant leaves items alone that are written straight into the room's calendar."""
    delete_of_attended_tells_organizer: bool = False
    """Deleting an item the room only attends sends the organizer a decline."""
    duplicate_transaction_status: int = 400
    """Status for a used transactionId with another body: 400, or 409 as some clients expect."""
    if_match_on_patch: bool = True
    """PATCH honours If-Match; otherwise it is ignored, as on other Outlook resources."""
    schedule_outside_scope: bool = True
    """getSchedule shows free/busy of rooms outside the app's scope; otherwise each answers with an error."""
    decline_of_one_meeting: bool = True
    """A room may decline one meeting of a series; otherwise ErrorInvalidRequest."""
    gone_carries_location: bool = False
    """A 410 on delta brings a Location with an empty token, as documented but not as recorded."""
    select_drops_timestamps: bool = True
    """calendarView silently leaves out createdDateTime and lastModifiedDateTime under $select; otherwise 400."""
    replayed_assertions: bool = True
    """Entra takes the same client assertion again until it expires. MSAL counts on that and sends one for 9 minutes."""
