"""SQLite on the panel's own disk."""
