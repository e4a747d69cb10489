"""A meeting-room door panel on Office 365, kept in step with a WOX server."""

__version__ = "0.1.0"
