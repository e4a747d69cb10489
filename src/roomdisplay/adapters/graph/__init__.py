"""Microsoft Graph v1.0: a room mailbox's calendar, and the application's own keys, each behind its port."""

from roomdisplay.adapters.graph.application import GraphApplication
from roomdisplay.adapters.graph.calendar import GraphCalendar

__all__ = ["GraphApplication", "GraphCalendar"]
