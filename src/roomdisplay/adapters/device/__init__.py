"""The panel's own machine: what the kernel tells of it."""
