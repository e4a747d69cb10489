"""Every sentence the panel builds from a kind, in English, marked for Qt Linguist. `wording` fills and translates them.

Employees are told what happened and what to do, in a whole sentence without jargon; administrators which thing to
mend, where, and how.
"""

from msgspec import Struct

from roomdisplay.core.appearance import Theme
from roomdisplay.core.failure import Access
from roomdisplay.core.outbox import Reason
from roomdisplay.core.wox import ProblemKind

CONTEXT = "Panel"


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802  the name lupdate looks for
    del context
    return text


def translate(context: str, text: str, disambiguation: None, n: int) -> str:
    """Marks a sentence with a count, as lupdate reads it; the count itself comes when it is said."""
    del context, disambiguation, n
    return text


class Counted(Struct, frozen=True, kw_only=True):
    """A sentence in which `%Ln` stands for a count. English has two forms; every other language's own, of which Arabic
    has six, stand in its catalogue under `many`."""

    one: str
    many: str


# ── the state ─────────────────────────────────────────────────────────────────────────────────────────────────────────

FREE = QT_TRANSLATE_NOOP("Panel", "Free")
IN_USE = QT_TRANSLATE_NOOP("Panel", "In use")
ENDING_SOON = QT_TRANSLATE_NOOP("Panel", "Ending soon")
HELD = QT_TRANSLATE_NOOP("Panel", "Held")
CHECK_IN = QT_TRANSLATE_NOOP("Panel", "Check in")
FREE_AS_OF = QT_TRANSLATE_NOOP("Panel", "Free as of %1")
IN_USE_AS_OF = QT_TRANSLATE_NOOP("Panel", "In use as of %1")
PERHAPS_FREE = QT_TRANSLATE_NOOP("Panel", "Perhaps free")
PERHAPS_IN_USE = QT_TRANSLATE_NOOP("Panel", "Perhaps in use")
CLOSED = QT_TRANSLATE_NOOP("Panel", "Closed")
OUT_OF_SERVICE = QT_TRANSLATE_NOOP("Panel", "Out of service")
LEAVING = QT_TRANSLATE_NOOP("Panel", "This panel is about to be unpaired.")
LEAVING_SENDING = Counted(
    one="This panel is about to be unpaired. %Ln request is still being sent to Office 365. Please leave it switched "
    "on.",
    many=translate(
        "Panel",
        "This panel is about to be unpaired. %Ln requests are still being sent to Office 365. Please leave it switched "
        "on.",
        None,
        2,
    ),
)
NO_SCHEDULE = QT_TRANSLATE_NOOP("Panel", "No schedule yet")

UNTIL = QT_TRANSLATE_NOOP("Panel", "until %1")
UNTIL_FURTHER_NOTICE = QT_TRANSLATE_NOOP("Panel", "until further notice")
ONLY_UNTIL = QT_TRANSLATE_NOOP("Panel", "only until %1")
FREE_AT = QT_TRANSLATE_NOOP("Panel", "free at %1")
REST_OF_DAY = QT_TRANSLATE_NOOP("Panel", "for the rest of the day")
LAST_KNOWN_UNTIL = QT_TRANSLATE_NOOP("Panel", "until %1, as last known")
LAST_KNOWN_REST = QT_TRANSLATE_NOOP("Panel", "for the rest of the day, as last known")
LEFT = QT_TRANSLATE_NOOP("Panel", "%1 left")
IN_DURATION = QT_TRANSLATE_NOOP("Panel", "in %1")

NEXT = QT_TRANSLATE_NOOP("Panel", "Next: %1")
NEXT_AT = QT_TRANSLATE_NOOP("Panel", "Next: %1, %2")
NEXT_ALL_DAY_TOMORROW = QT_TRANSLATE_NOOP("Panel", "Next: %1, all day tomorrow")
NOTHING_NEXT = QT_TRANSLATE_NOOP("Panel", "Nothing else is booked today.")
NOTHING_TWO_DAYS = QT_TRANSLATE_NOOP("Panel", "Nothing is booked today or tomorrow.")
CLOSES_LINE = QT_TRANSLATE_NOOP("Panel", "The room closes at %1.")
NO_MORE_TODAY = QT_TRANSLATE_NOOP("Panel", "Nothing more can be booked today.")
KEPT_CLEAR_LINE = QT_TRANSLATE_NOOP("Panel", "Between two bookings the room is kept clear for %1.")
HELD_LINE = QT_TRANSLATE_NOOP("Panel", "Not yet confirmed by Office 365.")
CHECK_IN_LINE = QT_TRANSLATE_NOOP("Panel", "Please check in when you are here.")
RELEASED_IF_NOBODY = QT_TRANSLATE_NOOP("Panel", "Released at %1 if nobody checks in.")
STALE_LINE = QT_TRANSLATE_NOOP("Panel", "There is no news since then, so the room may have been booked elsewhere.")
AGE_UNKNOWN_LINE = QT_TRANSLATE_NOOP("Panel", "The panel’s clock was wrong, so nobody knows how old this schedule is.")
READING = QT_TRANSLATE_NOOP("Panel", "The panel is reading the room’s calendar.")
NEVER_NETWORK = QT_TRANSLATE_NOOP("Panel", "No connection to Office 365. The panel keeps trying.")
NEVER_FAULT = QT_TRANSLATE_NOOP("Panel", "Office 365 has a fault. The panel keeps trying.")

TOMORROW_AT = QT_TRANSLATE_NOOP("Panel", "tomorrow %1")
WEEKDAY_AT = QT_TRANSLATE_NOOP("Panel", "%1 %2")
RANGE = QT_TRANSLATE_NOOP("Panel", "%1 – %2")
FROM = QT_TRANSLATE_NOOP("Panel", "from %1")
TO = QT_TRANSLATE_NOOP("Panel", "to %1")
TITLE_AND_NAME = QT_TRANSLATE_NOOP("Panel", "%1 · %2")

# ── lengths ───────────────────────────────────────────────────────────────────────────────────────────────────────────

MINUTES = QT_TRANSLATE_NOOP("Panel", "%1 min")
SECONDS = QT_TRANSLATE_NOOP("Panel", "%1 s")
ONE_HOUR = QT_TRANSLATE_NOOP("Panel", "1 hour")
HOURS = QT_TRANSLATE_NOOP("Panel", "%1 h")
HOURS_AND_MINUTES = QT_TRANSLATE_NOOP("Panel", "%1 h %2 min")

# ── meetings ──────────────────────────────────────────────────────────────────────────────────────────────────────────

PRIVATE = QT_TRANSLATE_NOOP("Panel", "Private meeting")
RESERVED = QT_TRANSLATE_NOOP("Panel", "Reserved")
UNTITLED = QT_TRANSLATE_NOOP("Panel", "Meeting without a title")
NOT_CONFIRMED = QT_TRANSLATE_NOOP("Panel", "not yet confirmed")
ALL_DAY_NAME = QT_TRANSLATE_NOOP("Panel", "%1, all day")
MORE_ALL_DAY = Counted(one="and %Ln more", many=translate("Panel", "and %Ln more", None, 2))
BLOCK_NAME = QT_TRANSLATE_NOOP("Panel", "%1, %2 to %3")
FREE_FROM = QT_TRANSLATE_NOOP("Panel", "Free from %1")
FREE_ALL_DAY = QT_TRANSLATE_NOOP("Panel", "Free all day")
FREE_RANGE = QT_TRANSLATE_NOOP("Panel", "Free %1 – %2")

# ── freshness ─────────────────────────────────────────────────────────────────────────────────────────────────────────

LIVE = QT_TRANSLATE_NOOP("Panel", "Live")
UPDATED = QT_TRANSLATE_NOOP("Panel", "Updated %1")
UPDATED_OFFLINE = QT_TRANSLATE_NOOP("Panel", "Updated %1 · no connection")
UPDATED_NO_ACCESS = QT_TRANSLATE_NOOP("Panel", "Updated %1 · no access")
UPDATED_FAULT = QT_TRANSLATE_NOOP("Panel", "Updated %1 · Office 365 has a fault")
CERTIFICATE_ENDS = QT_TRANSLATE_NOOP("Panel", "%1 · certificate ends %2")
CONNECTING = QT_TRANSLATE_NOOP("Panel", "Connecting")
OFFLINE = QT_TRANSLATE_NOOP("Panel", "No connection")
NO_ACCESS = QT_TRANSLATE_NOOP("Panel", "No access")
FAULT = QT_TRANSLATE_NOOP("Panel", "Office 365 has a fault")

ROOM_PAGE = QT_TRANSLATE_NOOP("Panel", "This room on your phone")

# ── what can be done ──────────────────────────────────────────────────────────────────────────────────────────────────

TO_TIME = QT_TRANSLATE_NOOP("Panel", "To %1")
EXTEND = QT_TRANSLATE_NOOP("Panel", "Extend")
EXTEND_DETAIL = QT_TRANSLATE_NOOP("Panel", "up to %1")
END = QT_TRANSLATE_NOOP("Panel", "End meeting")
END_DETAIL = QT_TRANSLATE_NOOP("Panel", "frees the room now")
CANCEL_BOOKING = QT_TRANSLATE_NOOP("Panel", "Cancel booking")
CANCEL_DETAIL = QT_TRANSLATE_NOOP("Panel", "as if never booked")

RELEASE = QT_TRANSLATE_NOOP("Panel", "Release room")
RELEASE_DETAIL = QT_TRANSLATE_NOOP("Panel", "tells the organizer")
NOT_COMING = QT_TRANSLATE_NOOP("Panel", "Not coming")
NOT_COMING_DETAIL = QT_TRANSLATE_NOOP("Panel", "releases the room")
CHECK_IN_DETAIL = QT_TRANSLATE_NOOP("Panel", "we are here")
UNDO = QT_TRANSLATE_NOOP("Panel", "Undo")

DISMISS = QT_TRANSLATE_NOOP("Panel", "Cancel")
BACK = QT_TRANSLATE_NOOP("Panel", "Back")
DONE = QT_TRANSLATE_NOOP("Panel", "Done")
OK = QT_TRANSLATE_NOOP("Panel", "OK")

BOOK_TITLE = QT_TRANSLATE_NOOP("Panel", "Book %1 now")
BOOK_FREE_UNTIL = QT_TRANSLATE_NOOP("Panel", "The room is free until %1.")
BOOK_FREE_REST = QT_TRANSLATE_NOOP("Panel", "The room is free for the rest of the day.")
BOOK_OFFLINE = QT_TRANSLATE_NOOP(
    "Panel", "There is no connection: the booking is held here and confirmed when Office 365 answers."
)
BOOK_CHOICE_GONE = QT_TRANSLATE_NOOP("Panel", "That time has just become impossible. Please choose again.")
BOOK_CONFIRM = QT_TRANSLATE_NOOP("Panel", "Book %1 – %2")
BOOK_CHOOSE = QT_TRANSLATE_NOOP("Panel", "Choose a time")
BOOK_LOST_TITLE = QT_TRANSLATE_NOOP("Panel", "The room has just been taken")
BOOK_LOST_CLOSED_TITLE = QT_TRANSLATE_NOOP("Panel", "Booking is not possible just now")
BOOK_LOST_CLOSED = QT_TRANSLATE_NOOP("Panel", "Something has changed since you began. Nothing was booked.")
NOTHING_BOOKED = QT_TRANSLATE_NOOP("Panel", "Nothing was booked.")
NOTHING_BOOKED_NEXT = QT_TRANSLATE_NOOP("Panel", "Nothing was booked. The room is free again from %1 to %2.")
NOTHING_BOOKED_FROM = QT_TRANSLATE_NOOP("Panel", "Nothing was booked. The room is free again from %1.")
NOTHING_BOOKED_NOW = QT_TRANSLATE_NOOP("Panel", "Nothing was booked. The room is free now until %1.")

WHO_TITLE = QT_TRANSLATE_NOOP("Panel", "Who is booking?")
WHO_NAME = QT_TRANSLATE_NOOP("Panel", "Enter your name.")
WHO_PIN = QT_TRANSLATE_NOOP("Panel", "Enter your PIN.")
WHO_BADGE = QT_TRANSLATE_NOOP("Panel", "Hold your badge to the reader.")
WHO_NO_PIN = QT_TRANSLATE_NOOP("Panel", "Nobody has this PIN. Try again.")
WHO_NO_BADGE = QT_TRANSLATE_NOOP("Panel", "Nobody has this badge. Try another one.")
WHO_WAIT = QT_TRANSLATE_NOOP("Panel", "Too many unknown badges. Try again in %1.")
WHO_TYPED = QT_TRANSLATE_NOOP("Panel", "Name entered: %1")
WHO_LETTERS = QT_TRANSLATE_NOOP("Panel", "abcdefghijklmnopqrstuvwxyz")
"""The letters that names have in this language, in the order in which people look for them."""
WHO_SPACE = QT_TRANSLATE_NOOP("Panel", "Space")
WHO_WORKING = QT_TRANSLATE_NOOP("Panel", "One moment…")
WHO_WORKING_SENTENCE = QT_TRANSLATE_NOOP("Panel", "The WOX server is being asked who you are.")
WHO_UNCHECKED_TITLE = QT_TRANSLATE_NOOP("Panel", "WOX does not answer")
WHO_UNCHECKED = QT_TRANSLATE_NOOP(
    "Panel", "Who books cannot be checked, so nothing was booked. Try again in a moment, or book in Outlook."
)
WHO_NAMELESS = QT_TRANSLATE_NOOP("Panel", "Who books cannot be checked now. You can book without your name.")

REPORT = QT_TRANSLATE_NOOP("Panel", "Report a problem")
REPORT_TITLE = QT_TRANSLATE_NOOP("Panel", "What is wrong in this room?")
REPORT_SENTENCE = QT_TRANSLATE_NOOP("Panel", "Whoever looks after the room is told.")
REPORT_CHOOSE = QT_TRANSLATE_NOOP("Panel", "Choose what is wrong")
REPORT_CONFIRM = QT_TRANSLATE_NOOP("Panel", "Report it")
REPORT_KIND = {
    ProblemKind.SCREEN: QT_TRANSLATE_NOOP("Panel", "Screen or camera"),
    ProblemKind.AUDIO: QT_TRANSLATE_NOOP("Panel", "Sound"),
    ProblemKind.CLEANING: QT_TRANSLATE_NOOP("Panel", "Cleaning"),
    ProblemKind.TEMPERATURE: QT_TRANSLATE_NOOP("Panel", "Temperature"),
    ProblemKind.FURNITURE: QT_TRANSLATE_NOOP("Panel", "Furniture"),
    ProblemKind.OTHER: QT_TRANSLATE_NOOP("Panel", "Something else"),
}
REPORT_WORKING = QT_TRANSLATE_NOOP("Panel", "Reporting…")
REPORT_WORKING_SENTENCE = QT_TRANSLATE_NOOP("Panel", "The WOX server is being told.")
REPORTED_TITLE = QT_TRANSLATE_NOOP("Panel", "Reported")
REPORTED = QT_TRANSLATE_NOOP("Panel", "Thank you. Whoever looks after the room has been told.")
REPORT_HELD_TITLE = QT_TRANSLATE_NOOP("Panel", "Noted")
REPORT_HELD = QT_TRANSLATE_NOOP(
    "Panel", "Thank you. The report is kept here and sent as soon as the WOX server can be reached."
)
REPORT_LOST_TITLE = QT_TRANSLATE_NOOP("Panel", "It could not be reported")
REPORT_LOST = QT_TRANSLATE_NOOP("Panel", "Nothing was reported. Please tell whoever looks after the room directly.")

TODAY = QT_TRANSLATE_NOOP("Panel", "Today")
TOMORROW = QT_TRANSLATE_NOOP("Panel", "Tomorrow")
LATER = QT_TRANSLATE_NOOP("Panel", "Book later")
LATER_DETAIL = QT_TRANSLATE_NOOP("Panel", "today or tomorrow")
LATER_CHOOSE = QT_TRANSLATE_NOOP("Panel", "Choose one of the free times.")
LATER_TITLE = QT_TRANSLATE_NOOP("Panel", "Book %1 later")
LATER_FREE = QT_TRANSLATE_NOOP("Panel", "The room is free from %1 to %2.")
LATER_CONFIRM_TOMORROW = QT_TRANSLATE_NOOP("Panel", "Book %1 – %2 tomorrow")
LATER_START = QT_TRANSLATE_NOOP("Panel", "Start")
LATER_START_NAME = QT_TRANSLATE_NOOP("Panel", "Start: %1")
LATER_START_LESS = QT_TRANSLATE_NOOP("Panel", "Start earlier")
LATER_START_MORE = QT_TRANSLATE_NOOP("Panel", "Start later")
LATER_END = QT_TRANSLATE_NOOP("Panel", "End")
LATER_END_NAME = QT_TRANSLATE_NOOP("Panel", "End: %1")
LATER_END_LESS = QT_TRANSLATE_NOOP("Panel", "End earlier")
LATER_END_MORE = QT_TRANSLATE_NOOP("Panel", "End later")
FREE_SLOT = QT_TRANSLATE_NOOP("Panel", "Free %1 to %2")

ABOUT = QT_TRANSLATE_NOOP("Panel", "About this room")
ABOUT_SEATS = QT_TRANSLATE_NOOP("Panel", "Seats")
ABOUT_PLACE = QT_TRANSLATE_NOOP("Panel", "Where it is")
ABOUT_EQUIPMENT = QT_TRANSLATE_NOOP("Panel", "Equipment")
ABOUT_PHOTO = QT_TRANSLATE_NOOP("Panel", "Photo of the room")
ABOUT_LOST = QT_TRANSLATE_NOOP("Panel", "Nothing more is known about this room.")

FIND = QT_TRANSLATE_NOOP("Panel", "Find a room")
FIND_DETAIL = QT_TRANSLATE_NOOP("Panel", "one near by")
FIND_ASKING = QT_TRANSLATE_NOOP("Panel", "Office 365 is being asked about the rooms near by.")
FIND_AS_OF = QT_TRANSLATE_NOOP("Panel", "Tap a free one to book it. As of %1.")
FIND_NONE_AS_OF = QT_TRANSLATE_NOOP("Panel", "No room near by is free now. As of %1.")
FIND_FAILING_AS_OF = QT_TRANSLATE_NOOP("Panel", "As of %1. Office 365 does not answer just now.")
FIND_FAILING = QT_TRANSLATE_NOOP("Panel", "Office 365 does not answer just now. The panel asks again in a minute.")
FIND_CLOSE = QT_TRANSLATE_NOOP("Panel", "Close")
THERE_FREE_UNTIL = QT_TRANSLATE_NOOP("Panel", "free until %1")
THERE_FREE_REST = QT_TRANSLATE_NOOP("Panel", "free for the rest of the day")
THERE_FREE_FROM = QT_TRANSLATE_NOOP("Panel", "free from %1")
THERE_TAKEN = QT_TRANSLATE_NOOP("Panel", "not free today or tomorrow")
THERE_UNKNOWN = QT_TRANSLATE_NOOP("Panel", "not known")
THERE_CLOSED = QT_TRANSLATE_NOOP("Panel", "cannot be booked from here")
THERE_NAME = QT_TRANSLATE_NOOP("Panel", "%1, %2")
THERE_SENTENCE = QT_TRANSLATE_NOOP("Panel", "%1. %2")
THERE_LOST_TITLE = QT_TRANSLATE_NOOP("Panel", "%1 has just been taken")
THERE_LOST_CLOSED_TITLE = QT_TRANSLATE_NOOP("Panel", "%1 cannot be booked just now")

EXTEND_TITLE = QT_TRANSLATE_NOOP("Panel", "Stay longer")
EXTEND_SENTENCE = QT_TRANSLATE_NOOP("Panel", "The booking ends at %1 now. Choose a new end.")
EXTEND_BEHIND = QT_TRANSLATE_NOOP(
    "Panel", "The meeting ends at %1 now. A booking of the room is added right behind it. Choose its end."
)
EXTEND_CONFIRM = QT_TRANSLATE_NOOP("Panel", "Extend to %1")
EXTEND_MINUTES = QT_TRANSLATE_NOOP("Panel", "+%1 min")
EXTEND_HOURS = QT_TRANSLATE_NOOP("Panel", "+%1 h")
EXTEND_LENGTH = QT_TRANSLATE_NOOP("Panel", "+%1 h %2 min")
QUESTION_TITLE = {
    "end": QT_TRANSLATE_NOOP("Panel", "End the meeting now?"),
    "cancel": QT_TRANSLATE_NOOP("Panel", "Cancel this booking?"),
    "release": QT_TRANSLATE_NOOP("Panel", "Release the room?"),
    "undo": QT_TRANSLATE_NOOP("Panel", "Take the room back?"),
}
QUESTION_SENTENCE = {
    "end": QT_TRANSLATE_NOOP("Panel", "The room becomes free at once. The booking would last until %2."),
    "cancel": QT_TRANSLATE_NOOP("Panel", "The booking %1 – %2 is taken out of the room’s calendar."),
    "release": QT_TRANSLATE_NOOP(
        "Panel", "The meeting %1 – %2 gives up the room at once, and its organizer is told. It cannot be undone here."
    ),
    "undo": QT_TRANSLATE_NOOP(
        "Panel",
        "The time %1 – %2 is booked again, as a booking of the room’s own. The organizer has been told of the release.",
    ),
}
QUESTION_CONFIRM = {
    "end": QT_TRANSLATE_NOOP("Panel", "End now"),
    "cancel": CANCEL_BOOKING,
    "release": QT_TRANSLATE_NOOP("Panel", "Release now"),
    "undo": QT_TRANSLATE_NOOP("Panel", "Book again"),
}
MANAGE_LOST_TITLE = QT_TRANSLATE_NOOP("Panel", "This booking has changed")
MANAGE_LOST = QT_TRANSLATE_NOOP("Panel", "What you chose is no longer possible. Nothing was changed.")

# ── what became of it ─────────────────────────────────────────────────────────────────────────────────────────────────

WORKING = {
    "book": QT_TRANSLATE_NOOP("Panel", "Booking…"),
    "extend": QT_TRANSLATE_NOOP("Panel", "Extending…"),
    "end": QT_TRANSLATE_NOOP("Panel", "Ending the meeting…"),
    "cancel": QT_TRANSLATE_NOOP("Panel", "Cancelling the booking…"),
    "release": QT_TRANSLATE_NOOP("Panel", "Releasing the room…"),
    "checkIn": QT_TRANSLATE_NOOP("Panel", "Checking in…"),
}
WORKING_SENTENCE = QT_TRANSLATE_NOOP("Panel", "Office 365 is being asked.")

HELD_TITLE = {
    "book": QT_TRANSLATE_NOOP("Panel", "Held until %1"),
    "extend": QT_TRANSLATE_NOOP("Panel", "Extension noted, until %1"),
    "end": QT_TRANSLATE_NOOP("Panel", "End noted"),
    "cancel": QT_TRANSLATE_NOOP("Panel", "Cancellation noted"),
    "release": QT_TRANSLATE_NOOP("Panel", "Release noted"),
    "checkIn": QT_TRANSLATE_NOOP("Panel", "Check-in noted"),
}
HELD_LATER_TITLE = QT_TRANSLATE_NOOP("Panel", "Held: %1")
HELD_SENTENCE = {
    "book": QT_TRANSLATE_NOOP(
        "Panel",
        "Held here, not yet confirmed. The panel keeps your booking and confirms it as soon as Office 365 answers.",
    ),
    "extend": QT_TRANSLATE_NOOP(
        "Panel", "Kept here, not yet confirmed. The panel passes it on as soon as Office 365 answers."
    ),
    "end": QT_TRANSLATE_NOOP("Panel", "Kept here. The room’s calendar shows it as soon as Office 365 answers."),
    "cancel": QT_TRANSLATE_NOOP("Panel", "Kept here. The room’s calendar shows it as soon as Office 365 answers."),
    "release": QT_TRANSLATE_NOOP("Panel", "Kept here. The organizer is told as soon as Office 365 answers."),
    "checkIn": QT_TRANSLATE_NOOP("Panel", "Kept here. The room stays yours."),
}

CONFIRMED_TITLE = {
    "book": QT_TRANSLATE_NOOP("Panel", "Booked until %1"),
    "extend": QT_TRANSLATE_NOOP("Panel", "Extended until %1"),
    "end": QT_TRANSLATE_NOOP("Panel", "Meeting ended"),
    "cancel": QT_TRANSLATE_NOOP("Panel", "Booking cancelled"),
    "release": QT_TRANSLATE_NOOP("Panel", "Room released"),
    "autoRelease": QT_TRANSLATE_NOOP("Panel", "Room released"),
    "checkIn": QT_TRANSLATE_NOOP("Panel", "Checked in"),
}
CONFIRMED_LATER_TITLE = QT_TRANSLATE_NOOP("Panel", "Booked: %1")
CONFIRMED_LATER = QT_TRANSLATE_NOOP("Panel", "The booking stands in the room’s calendar.")
CONFIRMED_SENTENCE = {
    "book": QT_TRANSLATE_NOOP("Panel", "The room is yours. The booking stands in its calendar."),
    "extend": QT_TRANSLATE_NOOP("Panel", "The room stays yours. Its calendar shows the new end."),
    "end": QT_TRANSLATE_NOOP("Panel", "Thank you. Others can use the room now."),
    "cancel": QT_TRANSLATE_NOOP("Panel", "Thank you. The booking is no longer in the room’s calendar."),
    "release": QT_TRANSLATE_NOOP("Panel", "Thank you. The organizer has been told, and others can use the room now."),
    "autoRelease": QT_TRANSLATE_NOOP("Panel", "Nobody checked in. The organizer has been told."),
    "checkIn": QT_TRANSLATE_NOOP("Panel", "Thank you. The room stays yours."),
}

THERE_HELD_TITLE = QT_TRANSLATE_NOOP("Panel", "Held: %1 until %2")
THERE_CONFIRMED_TITLE = QT_TRANSLATE_NOOP("Panel", "Booked: %1 until %2")
THERE_CONFIRMED = QT_TRANSLATE_NOOP("Panel", "The booking stands in that room’s calendar.")
THERE_TAKEN_SENTENCE = QT_TRANSLATE_NOOP("Panel", "%1 was booked a moment before you asked. Nothing was changed.")
THERE_NOT_ALLOWED_TITLE = QT_TRANSLATE_NOOP("Panel", "This panel may not book %1")
THERE_NOT_ALLOWED = QT_TRANSLATE_NOOP(
    "Panel", "It has no access to that room’s calendar. Please choose another room, or book in Outlook."
)
THERE_NOTICE = QT_TRANSLATE_NOOP("Panel", "%1: %2")

REFUSED_TITLE = {
    Reason.TAKEN: QT_TRANSLATE_NOOP("Panel", "Somebody was first"),
    Reason.GONE: QT_TRANSLATE_NOOP("Panel", "The booking is gone"),
    Reason.CHANGED: QT_TRANSLATE_NOOP("Panel", "The booking was changed elsewhere"),
    Reason.CANCELLED: CONFIRMED_TITLE["cancel"],
    Reason.NOT_ALLOWED: QT_TRANSLATE_NOOP("Panel", "This panel is not allowed to book"),
    Reason.FULL: QT_TRANSLATE_NOOP("Panel", "The room’s calendar is full"),
    Reason.INVALID: QT_TRANSLATE_NOOP("Panel", "Office 365 refused the booking"),
    Reason.LAPSED: QT_TRANSLATE_NOOP("Panel", "The room was not released"),
    Reason.NOT_SAVED: QT_TRANSLATE_NOOP("Panel", "The panel could not keep this"),
}
REFUSED_SENTENCE = {
    Reason.TAKEN: QT_TRANSLATE_NOOP("Panel", "The room was booked a moment before you asked. Nothing was changed."),
    Reason.GONE: QT_TRANSLATE_NOOP(
        "Panel", "It is no longer in the room’s calendar; somebody may have removed it in Outlook."
    ),
    Reason.CANCELLED: CONFIRMED_SENTENCE["cancel"],
    Reason.CHANGED: QT_TRANSLATE_NOOP("Panel", "Nothing was changed here. Please look at the new times and try again."),
    Reason.NOT_ALLOWED: QT_TRANSLATE_NOOP(
        "Panel", "It can show the room’s calendar, but not change it. Please book the room in Outlook."
    ),
    Reason.FULL: QT_TRANSLATE_NOOP(
        "Panel", "It takes no more bookings until an administrator makes room. Please choose another room."
    ),
    Reason.INVALID: QT_TRANSLATE_NOOP("Panel", "Nothing was changed. Please book the room in Outlook."),
    Reason.LAPSED: QT_TRANSLATE_NOOP("Panel", "Something came in between. Nothing was changed."),
    Reason.NOT_SAVED: QT_TRANSLATE_NOOP(
        "Panel", "Its storage is full or broken, so nothing was changed. Please book the room in Outlook."
    ),
}
TAKEN_NEXT = QT_TRANSLATE_NOOP(
    "Panel", "The room was booked a moment before you asked. It is free again from %1 to %2."
)
TAKEN_FROM = QT_TRANSLATE_NOOP("Panel", "The room was booked a moment before you asked. It is free again from %1.")
TAKEN_NOW = QT_TRANSLATE_NOOP("Panel", "The room was booked a moment before you asked. It is free now until %1.")
TAKEN_EXTEND_TITLE = QT_TRANSLATE_NOOP("Panel", "The next meeting was first")
TAKEN_EXTEND = QT_TRANSLATE_NOOP(
    "Panel", "The time after yours has been booked meanwhile. Your booking stays as it was."
)

EXPIRED_TITLE = QT_TRANSLATE_NOOP("Panel", "Too late to confirm")
EXPIRED_SENTENCE = {
    "book": QT_TRANSLATE_NOOP("Panel", "The time was over before Office 365 answered. Nothing stands in the calendar."),
    "extend": QT_TRANSLATE_NOOP("Panel", "The booking was over before Office 365 answered. It was not extended."),
    "end": QT_TRANSLATE_NOOP("Panel", "The booking was over before Office 365 answered."),
    "cancel": QT_TRANSLATE_NOOP("Panel", "The booking was over before Office 365 answered."),
    "release": QT_TRANSLATE_NOOP("Panel", "The meeting was over before Office 365 answered."),
    "autoRelease": QT_TRANSLATE_NOOP("Panel", "The meeting was over before Office 365 answered."),
    "checkIn": QT_TRANSLATE_NOOP("Panel", "The meeting is over."),
}
CHECK_IN_LATE_TITLE = QT_TRANSLATE_NOOP("Panel", "The room has just been released")
CHECK_IN_LATE = QT_TRANSLATE_NOOP("Panel", "Nobody had checked in until now. You can take the room back for a minute.")
RELEASE_CHANGED_TITLE = QT_TRANSLATE_NOOP("Panel", "The meeting was changed elsewhere")
RELEASE_REFUSED_TITLE = QT_TRANSLATE_NOOP("Panel", "Office 365 refused to release the room")
RELEASE_REFUSED = QT_TRANSLATE_NOOP(
    "Panel", "Nothing was changed. The organizer can take the room out of the meeting in Outlook."
)
LOST_TITLE = QT_TRANSLATE_NOOP("Panel", "The panel could not keep this")
LOST_SENTENCE = QT_TRANSLATE_NOOP("Panel", "Nothing was changed. Please try again, or book the room in Outlook.")

NOTICE_CONFIRMED = {
    "book": QT_TRANSLATE_NOOP("Panel", "The booking %1 – %2 is confirmed now."),
    "extend": QT_TRANSLATE_NOOP("Panel", "The booking now lasts until %2; Office 365 has confirmed it."),
    "end": QT_TRANSLATE_NOOP("Panel", "The early end is in the room’s calendar now."),
    "cancel": QT_TRANSLATE_NOOP("Panel", "The booking %1 – %2 is cancelled now."),
    "release": QT_TRANSLATE_NOOP("Panel", "The meeting %1 – %2 has given up the room; its organizer has been told."),
    "checkIn": QT_TRANSLATE_NOOP("Panel", "Somebody has checked in to the meeting %1 – %2."),
}
NOTICE_AUTO_RELEASED = QT_TRANSLATE_NOOP("Panel", "Released at %1: nobody checked in.")
NOTICE_NOT_RELEASED = QT_TRANSLATE_NOOP("Panel", "The meeting %1 – %2 could not be released; it keeps the room.")
NOTICE_TAKEN = QT_TRANSLATE_NOOP("Panel", "The booking %1 – %2 could not be kept: somebody else had the room first.")
NOTICE_NOT_EXTENDED = QT_TRANSLATE_NOOP("Panel", "The booking could not be extended to %2. It ends as it did before.")
NOTICE_REFUSED = QT_TRANSLATE_NOOP("Panel", "The booking %1 – %2 was refused by Office 365. Please book in Outlook.")
NOTICE_NOT_SAVED = QT_TRANSLATE_NOOP(
    "Panel", "The booking %1 – %2 could not be kept: the panel’s storage is full or broken."
)
NOTICE_GONE = QT_TRANSLATE_NOOP("Panel", "The booking %1 – %2 is no longer in the room’s calendar.")
NOTICE_NOT_DONE = QT_TRANSLATE_NOOP("Panel", "The change to the booking until %2 could not be made in Office 365.")
NOTICE_EXPIRED = QT_TRANSLATE_NOOP("Panel", "The booking %1 – %2 was over before Office 365 could confirm it.")

# ── what an administrator has to mend ─────────────────────────────────────────────────────────────────────────────────

_NO_LINK = QT_TRANSLATE_NOOP(
    "Panel", "This panel has lost its link to the room’s calendar. Please book in Outlook; your IT team has to mend it."
)

_SIGNED_OUT = QT_TRANSLATE_NOOP(
    "Panel", "This panel is not signed in to Office 365. Please book in Outlook; your IT team has to sign it in."
)

EMPLOYEE: dict[Access, str] = {
    Access.TENANT: _NO_LINK,
    Access.CLOUD: _NO_LINK,
    Access.APPLICATION: _NO_LINK,
    Access.APPLICATION_DISABLED: QT_TRANSLATE_NOOP(
        "Panel", "This panel has been switched off by your IT team. Please book the room in Outlook."
    ),
    Access.SECRET: _NO_LINK,
    Access.SECRET_EXPIRED: QT_TRANSLATE_NOOP(
        "Panel", "This panel’s sign-in has expired. Please book in Outlook; your IT team has to renew it."
    ),
    Access.SECRET_MISSING: QT_TRANSLATE_NOOP(
        "Panel", "This panel is not set up completely. Please book in Outlook; your IT team has to finish it."
    ),
    Access.CERTIFICATE: _NO_LINK,
    Access.CONSENT: QT_TRANSLATE_NOOP(
        "Panel", "This panel still waits for approval. Please book in Outlook; your IT team has to approve it."
    ),
    Access.CONDITIONAL_ACCESS: QT_TRANSLATE_NOOP(
        "Panel", "A security rule keeps this panel out. Please book in Outlook; your IT team has to allow it."
    ),
    Access.SIGN_IN: _SIGNED_OUT,
    Access.MFA: _SIGNED_OUT,
    Access.ACCOUNT: _SIGNED_OUT,
    Access.DECLINED: _SIGNED_OUT,
    Access.PERMISSION: QT_TRANSLATE_NOOP(
        "Panel", "This panel may not use the room’s calendar. Please book in Outlook; your IT team has to allow it."
    ),
    Access.ROOM: QT_TRANSLATE_NOOP(
        "Panel", "This panel cannot find its room. Please book in Outlook; your IT team has to correct it."
    ),
    Access.MAILBOX: QT_TRANSLATE_NOOP(
        "Panel", "This room has no calendar the panel can use. Please book in Outlook; your IT team has to mend it."
    ),
    Access.TRUST: QT_TRANSLATE_NOOP(
        "Panel", "This panel cannot reach Office 365 safely. Please book in Outlook; your IT team has to mend it."
    ),
}
EMPLOYEE_WRITING = QT_TRANSLATE_NOOP("Panel", "This panel can show the calendar, but not book. Please book in Outlook.")

ADMINISTRATOR: dict[Access, str] = {
    Access.TENANT: QT_TRANSLATE_NOOP(
        "Panel",
        "Entra knows no tenant of this name. Compare office365.tenant in config.yaml with the Tenant ID on the "
        "Overview page of the Entra admin centre.",
    ),
    Access.CLOUD: QT_TRANSLATE_NOOP(
        "Panel",
        "The tenant lives in another Microsoft cloud. Set office365.cloud in config.yaml to that cloud.",
    ),
    Access.APPLICATION: QT_TRANSLATE_NOOP(
        "Panel",
        "Entra knows no application of this ID in the tenant. Compare office365.client_id in config.yaml with "
        "Application (client) ID under Entra › App registrations.",
    ),
    Access.APPLICATION_DISABLED: QT_TRANSLATE_NOOP(
        "Panel",
        "The application is disabled. Turn on “Enabled for users to sign in” under Entra › Enterprise applications"
        " › Properties.",
    ),
    Access.SECRET: QT_TRANSLATE_NOOP(
        "Panel",
        "Entra does not accept the client secret. Store the secret’s Value (not its Secret ID) again, from Entra ›"
        " App registrations › Certificates & secrets.",
    ),
    Access.SECRET_EXPIRED: QT_TRANSLATE_NOOP(
        "Panel",
        "The client secret has expired. Create a new one under Entra › App registrations › Certificates & secrets "
        "and store it for this panel.",
    ),
    Access.SECRET_MISSING: QT_TRANSLATE_NOOP(
        "Panel",
        "The secret that config.yaml names under office365 is not in the panel’s secret store. Store it there "
        "under that name.",
    ),
    Access.CERTIFICATE: QT_TRANSLATE_NOOP(
        "Panel",
        "Entra does not accept the certificate. Upload its public part under Entra › App registrations › "
        "Certificates & secrets, and check its dates and the panel’s clock.",
    ),
    Access.CONSENT: QT_TRANSLATE_NOOP(
        "Panel",
        "The application has no rights. Assign “Application Calendars.ReadWrite” for this room in Exchange (RBAC "
        "for Applications), or grant admin consent to Calendars.ReadWrite in Entra.",
    ),
    Access.CONDITIONAL_ACCESS: QT_TRANSLATE_NOOP(
        "Panel",
        "A Conditional Access policy blocks this sign-in. Find it under Entra › Sign-in logs › Service principal "
        "sign-ins and exclude the panel’s application.",
    ),
    Access.SIGN_IN: QT_TRANSLATE_NOOP(
        "Panel",
        "Microsoft does not accept the panel’s sign-in any more. Look under Entra › Sign-in logs for the reason, "
        "and check the panel’s clock and office365.cloud in config.yaml.",
    ),
    Access.MFA: QT_TRANSLATE_NOOP(
        "Panel",
        "Entra asks the service account for a second factor. Sign in here again and confirm it on the account’s "
        "device, or exclude the account from that policy.",
    ),
    Access.ACCOUNT: QT_TRANSLATE_NOOP(
        "Panel",
        "The service account is locked or disabled, or its password has expired. Mend it under Entra › Users, then "
        "sign in here again.",
    ),
    Access.DECLINED: QT_TRANSLATE_NOOP(
        "Panel", "The sign-in was declined on the other device. Sign in here again, with a new code."
    ),
    Access.PERMISSION: QT_TRANSLATE_NOOP(
        "Panel",
        "Exchange denies access to this mailbox. Run Test-ServicePrincipalAuthorization for the application and "
        "the room: the role “Application Calendars.ReadWrite” must be in scope. New rights take up to two hours.",
    ),
    Access.ROOM: QT_TRANSLATE_NOOP(
        "Panel",
        "Exchange knows no mailbox of this address. Compare room.address in config.yaml with the primary SMTP "
        "address (Get-Mailbox -RecipientTypeDetails RoomMailbox).",
    ),
    Access.MAILBOX: QT_TRANSLATE_NOOP(
        "Panel",
        "The room’s address is no Exchange Online mailbox: it may be unlicensed, on-premises or soft-deleted. "
        "Check it with Get-EXOMailbox.",
    ),
    Access.TRUST: QT_TRANSLATE_NOOP(
        "Panel",
        "The server’s TLS certificate is not trusted. Check the panel’s clock; behind an inspecting proxy, name "
        "its root certificate as office365.ca_file in config.yaml.",
    ),
}
ADMINISTRATOR_OF_SERVICE_ACCOUNT: dict[Access, str] = {
    Access.APPLICATION: QT_TRANSLATE_NOOP(
        "Panel",
        "Entra does not let the application sign anybody in. Compare office365.client_id in config.yaml, and set "
        "“Allow public client flows” to Yes under Entra › App registrations › Authentication.",
    ),
    Access.SECRET_MISSING: QT_TRANSLATE_NOOP(
        "Panel",
        "The panel has no safe place for its sign-in. Unlock a keyring on this machine, or give the panel the "
        "credential token-cache-key (LoadCredential=).",
    ),
    Access.CONSENT: QT_TRANSLATE_NOOP(
        "Panel",
        "Nobody has consented to Calendars.ReadWrite.Shared. Grant it under Entra › App registrations › API "
        "permissions, then sign in here again.",
    ),
    Access.CONDITIONAL_ACCESS: QT_TRANSLATE_NOOP(
        "Panel",
        "A Conditional Access policy blocks the service account, or signing in by code. Find it under Entra › Sign-in "
        "logs, exclude the account, then sign in here again.",
    ),
    Access.SIGN_IN: QT_TRANSLATE_NOOP(
        "Panel",
        "The service account was never signed in, or its sign-in has expired or was revoked. Sign it in here with a "
        "code.",
    ),
    Access.PERMISSION: QT_TRANSLATE_NOOP(
        "Panel",
        "The account that is signed in may not use this room’s calendar. Make it an Editor with "
        "Add-MailboxFolderPermission, or sign in another one here.",
    ),
}
"""Where the panel is linked by a service account and that changes the next step."""
ADMINISTRATOR_WRITING = QT_TRANSLATE_NOOP(
    "Panel",
    "Reading works, writing is denied. Assign “Application Calendars.ReadWrite” for this room and check it with "
    "Test-ServicePrincipalAuthorization.",
)
ADMINISTRATOR_OF_SERVICE_ACCOUNT_WRITING = QT_TRANSLATE_NOOP(
    "Panel",
    "Reading works, writing is denied. Make the service account an Editor of the room’s calendar with "
    "Set-MailboxFolderPermission.",
)
WITH_CODE = QT_TRANSLATE_NOOP("Panel", "For IT: %1 [%2]")
WITHOUT_CODE = QT_TRANSLATE_NOOP("Panel", "For IT: %1")

# ── signing the service account in ────────────────────────────────────────────────────────────────────────────────────

SIGN_IN = QT_TRANSLATE_NOOP("Panel", "Sign in")
SIGN_IN_TITLE = QT_TRANSLATE_NOOP("Panel", "Sign this panel in")
SIGN_IN_FETCHING = QT_TRANSLATE_NOOP("Panel", "Microsoft is being asked for a code.")
SIGN_IN_HOW = QT_TRANSLATE_NOOP("Panel", "Scan this, or open %1, and enter:")
SIGN_IN_WHO = QT_TRANSLATE_NOOP("Panel", "For the IT team (%1 left): sign in as the service account.")
SIGN_IN_SQUARE = QT_TRANSLATE_NOOP("Panel", "QR code for %1")
NOT_NOW = QT_TRANSLATE_NOOP("Panel", "Not now")

# ── language and accessibility ────────────────────────────────────────────────────────────────────────────────────────

APPEARANCE = QT_TRANSLATE_NOOP("Panel", "Language and accessibility")
APPEARANCE_LASTS = QT_TRANSLATE_NOOP("Panel", "Your choice lasts until nobody has touched the panel for %1.")
APPEARANCE_LANGUAGE = QT_TRANSLATE_NOOP("Panel", "Language")
APPEARANCE_COLOURS = QT_TRANSLATE_NOOP("Panel", "Colours")
APPEARANCE_EASE = QT_TRANSLATE_NOOP("Panel", "Ease of use")
THEMES = {
    Theme.LIGHT: QT_TRANSLATE_NOOP("Panel", "Light"),
    Theme.DARK: QT_TRANSLATE_NOOP("Panel", "Dark"),
    Theme.HIGH_CONTRAST: QT_TRANSLATE_NOOP("Panel", "High contrast"),
}
SWITCHES = {
    "large_text": QT_TRANSLATE_NOOP("Panel", "Large text"),
    "low_reach": QT_TRANSLATE_NOOP("Panel", "Buttons low down"),
    "reduced_motion": QT_TRANSLATE_NOOP("Panel", "No motion"),
    "patient": QT_TRANSLATE_NOOP("Panel", "Wait for me"),
}
READ_ALOUD = QT_TRANSLATE_NOOP("Panel", "Read aloud")
APPEARANCE_RESET = QT_TRANSLATE_NOOP("Panel", "Reset")

# ── pairing ───────────────────────────────────────────────────────────────────────────────────────────────────────────

PAIR_TITLE = QT_TRANSLATE_NOOP("Panel", "Pair this panel")
PAIR_HOW = QT_TRANSLATE_NOOP("Panel", "Scan this with a phone, or open %1 and enter:")
PAIR_MATCH = QT_TRANSLATE_NOOP("Panel", "The phone shows the same number:")
PAIR_MAKING = QT_TRANSLATE_NOOP("Panel", "The panel is making its code.")
PAIR_CALLING = QT_TRANSLATE_NOOP("Panel", "Looking for %1 …")
PAIR_CONNECTED = QT_TRANSLATE_NOOP("Panel", "Connected to %1")
PAIR_NO_ANSWER = QT_TRANSLATE_NOOP("Panel", "No connection to %1. The panel keeps trying.")
PAIR_TOO_MANY = QT_TRANSLATE_NOOP("Panel", "%1 has had too many requests. The panel tries again by itself.")
PAIR_NOT_TRUSTED = QT_TRANSLATE_NOOP(
    "Panel", "The certificate of %1 is not trusted. Give its authority as wox.ca_file, and check the panel’s clock."
)
PAIR_STRANGER = QT_TRANSLATE_NOOP("Panel", "What answers at %1 is no WOX server of this version. Check the address.")
PAIR_SQUARE = QT_TRANSLATE_NOOP("Panel", "QR code for %1")
PAIR_SERIAL = QT_TRANSLATE_NOOP("Panel", "Serial %1")
PAIR_KEY = QT_TRANSLATE_NOOP("Panel", "Key %1")
PAIR_DENIED_TITLE = QT_TRANSLATE_NOOP("Panel", "Denied on the phone")
PAIR_DENIED = QT_TRANSLATE_NOOP("Panel", "Somebody said that this is not the right panel. A new code follows shortly.")
PAIR_BROKEN_TITLE = QT_TRANSLATE_NOOP("Panel", "Not paired")
PAIR_AGAIN = QT_TRANSLATE_NOOP("Panel", "New code")
PAIR_KEEPING_TITLE = QT_TRANSLATE_NOOP("Panel", "Confirmed")
PAIR_KEEPING = QT_TRANSLATE_NOOP("Panel", "The panel is taking over its room.")
PAIR_WHERE_TITLE = QT_TRANSLATE_NOOP("Panel", "Which WOX server?")
PAIR_WHERE = QT_TRANSLATE_NOOP("Panel", "Enter its address, such as wox.example.com.")
PAIR_WHERE_WRONG = QT_TRANSLATE_NOOP(
    "Panel", "That is no address. It has the form wox.example.com or wox.example.com:8443."
)
PAIR_GO_ON = QT_TRANSLATE_NOOP("Panel", "Go on")
PAIR_OTHER_SERVER = QT_TRANSLATE_NOOP("Panel", "Other server")
PAIR_ERASE = QT_TRANSLATE_NOOP("Panel", "Erase")
PAIR_ADDRESS = QT_TRANSLATE_NOOP("Panel", "Address")

# ── the doctor and the administrator ──────────────────────────────────────────────────────────────────────────────────

LIST_JOIN = QT_TRANSLATE_NOOP("Panel", ", ")
BROKEN_AT_PAIRING = QT_TRANSLATE_NOOP(
    "Panel", "Not everything works yet: %1. The panel’s page on WOX says what mends it."
)
ADMIN = QT_TRANSLATE_NOOP("Panel", "Administration")
ADMIN_HOW = QT_TRANSLATE_NOOP("Panel", "Enter the PIN.")
ADMIN_WRONG = QT_TRANSLATE_NOOP("Panel", "That is not the PIN. Try again.")
ADMIN_CHECKING = QT_TRANSLATE_NOOP("Panel", "The PIN is being checked.")
ADMIN_WAIT = QT_TRANSLATE_NOOP("Panel", "Too many wrong PINs. Try again in %1.")
ADMIN_TYPED = Counted(one="%Ln digit entered", many=translate("Panel", "%Ln digits entered", None, 2))
ADMIN_CLOSE = QT_TRANSLATE_NOOP("Panel", "Close")
ADMIN_NO = QT_TRANSLATE_NOOP("Panel", "Cancel")
ADMIN_DOCTOR = QT_TRANSLATE_NOOP("Panel", "Run the doctor")
ADMIN_DOCTOR_DETAIL = QT_TRANSLATE_NOOP("Panel", "makes an appointment far ahead, and takes it away")
ADMIN_REFRESH = QT_TRANSLATE_NOOP("Panel", "Read the calendar now")
ADMIN_REFRESHED = QT_TRANSLATE_NOOP("Panel", "The calendar is being read.")
ADMIN_PICTURE = QT_TRANSLATE_NOOP("Panel", "Send a picture of the screen")
ADMIN_PICTURE_KEPT = QT_TRANSLATE_NOOP("Panel", "Keep a picture of the screen")
ADMIN_PICTURE_SENT = QT_TRANSLATE_NOOP("Panel", "Facilities have the picture on this panel’s page.")
ADMIN_PICTURE_SAVED = QT_TRANSLATE_NOOP("Panel", "The picture is kept as %1.")
ADMIN_PICTURE_FAILED = QT_TRANSLATE_NOOP(
    "Panel", "The picture could not be sent: WOX does not answer. Try again later."
)
ADMIN_PICTURE_NOT_KEPT = QT_TRANSLATE_NOOP(
    "Panel", "The picture could not be kept. Free some space on the panel’s disk."
)
ADMIN_CODE = QT_TRANSLATE_NOOP("Panel", "Code for the technician")
ADMIN_CODE_AWAY = QT_TRANSLATE_NOOP("Panel", "Put the code away")
ADMIN_RESTART = QT_TRANSLATE_NOOP("Panel", "Restart")
ADMIN_RESTART_ASKED = QT_TRANSLATE_NOOP("Panel", "Restart this panel? Its screen is dark for some seconds.")
ADMIN_UNPAIR = QT_TRANSLATE_NOOP("Panel", "Pair anew")
ADMIN_UNPAIR_ASKED = QT_TRANSLATE_NOOP(
    "Panel", "Pair this panel anew? It forgets its room and shows its code until somebody confirms it."
)
ADMIN_ROOM = QT_TRANSLATE_NOOP("Panel", "Room")
ADMIN_VERSION = QT_TRANSLATE_NOOP("Panel", "Version")
ADMIN_SERIAL = QT_TRANSLATE_NOOP("Panel", "Serial")
ADMIN_ADDRESSES = QT_TRANSLATE_NOOP("Panel", "Network")
ADMIN_NO_NETWORK = QT_TRANSLATE_NOOP("Panel", "no network")
ADMIN_LINK = QT_TRANSLATE_NOOP("Panel", "Office 365")
ADMIN_WELL = QT_TRANSLATE_NOOP("Panel", "well")
ADMIN_OFFICE365 = QT_TRANSLATE_NOOP("Panel", "Last heard of Office 365")
ADMIN_AGE = QT_TRANSLATE_NOOP("Panel", "Age of the schedule")
ADMIN_PENDING = QT_TRANSLATE_NOOP("Panel", "Waiting for Office 365")
ADMIN_WOX = QT_TRANSLATE_NOOP("Panel", "WOX")
ADMIN_WOX_AT = QT_TRANSLATE_NOOP("Panel", "Last heard of WOX")
ADMIN_NEVER = QT_TRANSLATE_NOOP("Panel", "not yet")
ADMIN_FAULTS = QT_TRANSLATE_NOOP("Panel", "Faults")
DOCTOR_LOOKS = QT_TRANSLATE_NOOP("Panel", "The doctor is looking. This takes some seconds.")
DOCTOR_WELL = QT_TRANSLATE_NOOP("Panel", "All is well.")
DOCTOR_WARNING = QT_TRANSLATE_NOOP("Panel", "It works, and something should be looked at.")
DOCTOR_BROKEN = QT_TRANSLATE_NOOP("Panel", "Something is broken.")
VERDICTS = {
    "well": QT_TRANSLATE_NOOP("Panel", "Well"),
    "warning": QT_TRANSLATE_NOOP("Panel", "To look at"),
    "broken": QT_TRANSLATE_NOOP("Panel", "Broken"),
    "unknown": QT_TRANSLATE_NOOP("Panel", "Not checked"),
}
"""Of the doctor."""

# ── a panel that cannot run ───────────────────────────────────────────────────────────────────────────────────────────

FAULT_TITLE = QT_TRANSLATE_NOOP("Panel", "This panel needs a technician")
FAULT_HOW = QT_TRANSLATE_NOOP(
    "Panel", "It cannot show the room’s schedule now. Bookings made in Outlook or on the Portal hold as always."
)
FAULT_FOR_IT = QT_TRANSLATE_NOOP("Panel", "For the technician, who may scan the code: %1")
