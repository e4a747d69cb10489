"""Asynchronous tests here run on asyncio, like the panel."""

import pytest


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"
