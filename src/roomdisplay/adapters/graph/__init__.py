"""Microsoft Graph v1.0: a room mailbox's calendar behind the Calendar port."""

from roomdisplay.adapters.graph.calendar import GraphCalendar

__all__ = ["GraphCalendar"]
