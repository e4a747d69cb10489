"""The panel's own machine: what the kernel tells of it, and what lies around the glass."""
