"""The room doctor: what it looks at, and what it makes of it. It does no I/O: what it sees comes in as evidence."""
