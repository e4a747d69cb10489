"""The Portal: the WOX server's pages for people, rendered on the server, made for a phone first."""
