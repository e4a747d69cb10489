"""The imperative shell: event loop, lifetimes, the one writer of State, the composition root."""
