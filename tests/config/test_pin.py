"""A PIN is kept as a salted hash, and recognised by it."""

import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roomdisplay.config import pin
from roomdisplay.config.loader import ConfigError, parse
from tests.config.test_loader import WHOLE
from tests.processes import ROOMDISPLAY

SALT = bytes(range(16))
PINS = st.text("0123456789", min_size=6, max_size=12)


@settings(max_examples=10, deadline=None)
@given(PINS, PINS)
def test_the_pin_it_was_made_of_is_right_and_no_other(one: str, other: str) -> None:
    kept = pin.hashed(one, SALT)
    assert pin.is_hashed(kept)
    assert one not in kept
    assert pin.is_right(one, kept)
    assert pin.is_right(other, kept) is (other == one)


def test_the_same_pin_looks_different_each_time() -> None:
    assert pin.hashed("246810", SALT) != pin.hashed("246810", SALT[::-1])


@pytest.mark.parametrize("text", ["", "12345", "1234567890123", "12345a", "١٢٣٤٥٦", "123456\n", " 123456"])
def test_what_is_no_pin(text: str) -> None:
    assert not pin.is_pin(text)


@pytest.mark.parametrize("kept", ["", "246810", "scrypt:30:8:1:" + "A" * 22 + ":" + "A" * 43, "scrypt:14:8:1:A:A"])
def test_nothing_is_right_for_what_is_no_hash(kept: str) -> None:
    assert not pin.is_hashed(kept)
    assert not pin.is_right("246810", kept)


def test_the_file_holds_the_hash_and_an_error_does_not_repeat_what_it_found() -> None:
    kept = pin.hashed("246810", SALT)
    policy = parse(WHOLE + f"admin: {{pin: '{kept}'}}\n", "config.yaml").policy
    assert policy.admin_pin == kept
    assert kept not in repr(policy)
    with pytest.raises(ConfigError) as caught:
        parse(WHOLE + "admin: {pin: 246810}\n", "config.yaml")
    assert "246810" not in str(caught.value)
    assert "hash-pin" in str(caught.value)


def hash_pin(typed: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([ROOMDISPLAY, "hash-pin"], input=typed, capture_output=True, text=True, check=False)


def test_the_command_makes_what_the_file_takes() -> None:
    made = hash_pin("246810\n")
    assert (made.returncode, made.stderr) == (0, "")
    assert pin.is_right("246810", made.stdout.strip())
    refused = hash_pin("1234\n")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "6 to 12 digits" in refused.stderr
