"""The gallery's page: every picture, by size, theme, language and mode, with what is wrong in it. Pure; no Qt."""

from collections.abc import Sequence
from html import escape
from itertools import groupby

from msgspec import Struct

_HEAD = """<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Room Display: every screen</title>
<style>
  body { margin: 0; padding: 24px; font: 15px/1.5 system-ui, sans-serif; color: #10151b; background: #eef0f3 }
  h2 { margin: 40px 0 12px } nav a { margin-right: 14px }
  main { display: flex; flex-wrap: wrap; gap: 20px }
  figure { margin: 0; width: 400px } img { width: 100%; height: auto; display: block; border-radius: 4px }
  figcaption { padding: 6px 0 } .wrong figcaption { color: #8f1d22 } .wrong img { outline: 4px solid #b3262d }
</style>
<h1>Every screen</h1>
"""


class Entry(Struct, frozen=True, kw_only=True):
    name: str
    group: str
    """The folder its picture lies in, beside the page: size, theme, language and mode."""
    complaints: tuple[str, ...] = ()


def page(entries: Sequence[Entry]) -> str:
    """One document; it needs the pictures beside it and nothing else."""
    groups = [(name, list(group)) for name, group in groupby(entries, key=lambda e: e.group)]
    links = "".join(f'<a href="#{escape(name)}">{escape(name)}</a>\n' for name, _ in groups)
    return f"{_HEAD}<nav>\n{links}</nav>\n" + "".join(_group(name, group) for name, group in groups)


def _group(name: str, entries: Sequence[Entry]) -> str:
    figures = "".join(_figure(entry) for entry in entries)
    return f'<h2 id="{escape(name)}">{escape(name)}</h2>\n<main>\n{figures}</main>\n'


def _figure(entry: Entry) -> str:
    source = escape(f"{entry.group}/{entry.name}.png")
    said = "".join(f"<br>{escape(complaint)}" for complaint in entry.complaints)
    wrong = ' class="wrong"' if entry.complaints else ""
    caption = f"<figcaption>{escape(entry.name)}{said}</figcaption>"
    return f'<figure{wrong}><a href="{source}"><img src="{source}" alt="" loading="lazy"></a>{caption}</figure>\n'
