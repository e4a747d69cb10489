"""A simulated Office 365 tenant: Entra, the calendar part of Microsoft Graph and Exchange room mailboxes, on loopback.

It holds a client to what the live services demand and answers as they answer, their surprises included. `command` is
the command line, `server` the programmatic start; everything else is the tenant itself.
"""
