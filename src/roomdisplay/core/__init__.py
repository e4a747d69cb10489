"""The functional core: pure, total, synchronous. No clock, randomness, I/O, logging, asyncio or Qt."""
