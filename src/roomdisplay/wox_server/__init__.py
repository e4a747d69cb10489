"""The central WOX server: panel API, Portal, fleet, and the mirror of Office 365."""
