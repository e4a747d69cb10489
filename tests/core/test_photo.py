"""What may be a room's photo."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roomdisplay.core.photo import LARGEST, Kind, Unfit, kind, media_type
from tests.pictures import jpeg_frame, png

THUMBNAIL = b"\xff\xe1\x00\x0a" + b"\xff\xd8ab\xff\xd9cd"
"""Metadata with a picture of its own in it."""


@pytest.mark.parametrize(
    ("photo", "found"),
    [
        (png(), Kind.PNG),
        (png(4000, 1), Kind.PNG),
        (jpeg_frame(4000, 3000), Kind.JPEG),
        (jpeg_frame(640, 480, before=b"\xff" + THUMBNAIL), Kind.JPEG),
        (jpeg_frame(640, 480) + b"what a phone appends", Kind.JPEG),
    ],
)
def test_a_jpeg_or_png_within_bounds_is_one(photo: bytes, found: Kind) -> None:
    assert kind(photo) == media_type(photo) == found


@pytest.mark.parametrize(
    ("photo", "told"),
    [
        (b"", "neither a JPEG nor a PNG"),
        (b"<svg/>", "neither a JPEG nor a PNG"),
        (b"RIFF____WEBPVP8 ", "neither a JPEG nor a PNG"),
        (png() + b"x" * LARGEST, "up to 4 MiB"),
        (jpeg_frame(4001, 4000), "4001 × 4000 pixels; accepted: up to 16 million"),
        (png()[:-4], "not whole"),
        (png(0, 3), "not whole"),
        (b"\x89PNG\r\n\x1a\n", "not whole"),
        (jpeg_frame(640, 480)[:-2], "not whole"),
        (b"\xff\xd8" + THUMBNAIL, "not whole"),
        (b"\xff\xd8\xff\xda\x00\x02\xff\xd9", "not whole"),
    ],
)
def test_whatever_else_is_refused_with_a_sentence(photo: bytes, told: str) -> None:
    unfit = kind(photo)
    assert isinstance(unfit, Unfit)
    assert told in unfit.reason


@given(st.sampled_from((png(), jpeg_frame(9, 9, before=THUMBNAIL))), st.integers(0, 60), st.binary(max_size=8))
def test_whatever_is_broken_in_it_it_is_one_or_refused(photo: bytes, at: int, instead: bytes) -> None:
    found = kind(photo[:at] + instead + photo[at + len(instead) :])
    assert isinstance(found, Kind) or found.reason.endswith(".")
