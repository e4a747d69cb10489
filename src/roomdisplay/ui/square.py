"""Text as a QR symbol. Pure; no Qt."""

from functools import lru_cache

from msgspec import Struct

QUIET = 4
"""Light modules on each side, without which a phone does not find the symbol (ISO/IEC 18004)."""


class Square(Struct, frozen=True, kw_only=True):
    """A QR symbol: an SVG path over its dark modules, and how many modules a side has, the quiet ones included."""

    path: str = ""
    side: int = 0


@lru_cache(maxsize=4)
def square(text: str) -> Square:
    """`text` as a QR symbol of medium error correction, each row of dark modules one rectangle after the other."""
    import segno  # not before somebody is to scan something

    rows = segno.make_qr(text, error="M", boost_error=False).matrix
    path: list[str] = []
    for y, row in enumerate(rows, QUIET):
        start = 0
        while (start := row.find(1, start)) >= 0:
            end = row.find(0, start) if 0 in row[start:] else len(row)
            path.append(f"M{start + QUIET} {y}h{end - start}v1h{start - end}z")
            start = end
    return Square(path="".join(path), side=len(rows) + 2 * QUIET)
