"""Microsoft Graph v1.0: a room mailbox's calendar behind the Calendar port, the application's own keys behind theirs."""

from roomdisplay.adapters.graph.application import GraphApplication
from roomdisplay.adapters.graph.calendar import GraphCalendar

__all__ = ["GraphApplication", "GraphCalendar"]
