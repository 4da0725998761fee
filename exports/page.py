"""A paper as one self-contained page (HTML): its tables as they are in Markdown, its figures drawn beside them.

No script, no link, nothing fetched: the page's own policy forbids all of it, and people's words are never markup.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

from exports.drawing import STYLE, drawn

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from sscb_tui.services.views.dashboard import Figure

_LOOK = (
    ":root{color-scheme:light}body{font:16px/1.5 sans-serif;max-width:62rem;margin:2rem auto;padding:0 1rem;"
    "color:#1a1a1a;background:#ffffff}table{border-collapse:collapse;margin:1rem 0;width:100%}"
    "th,td{border:1px solid #6b6b6b;padding:.3rem .6rem;text-align:left;vertical-align:top}"
    "th{background:#ececec}h2{break-after:avoid}figure{margin:1rem 0;break-inside:avoid}svg{max-width:100%;height:auto}"
    "@media print{body{max-width:none;margin:0}}"
)
_CSS = _LOOK + STYLE
_UNWANTED = ["link", "image", "autolink", "html_inline", "html_block"]
_NUMBER = re.compile(r"^\d+\. ")


def page(title: str, markdown: str, figures: Mapping[str, Figure]) -> str:
    """The page; each figure stands under the heading that is its title."""
    body = "".join(_parts(markdown, figures))
    return (
        '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy()}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(title)}</title>\n<style>{_CSS}</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )


def _policy() -> str:
    """Nothing at all but the one style this page carries."""
    own = base64.b64encode(hashlib.sha256(_CSS.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{own}'; base-uri 'none'; form-action 'none'"


@lru_cache(maxsize=1)
def _reader() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).enable("table").disable(_UNWANTED)


def _parts(markdown: str, figures: Mapping[str, Figure]) -> Iterator[str]:
    """Block by block; a drawing after each heading that asks for one."""
    reader, tokens = _reader(), _reader().parse(markdown)
    for block in _blocks(tokens):
        yield reader.renderer.render(block, reader.options, {})
        if block[0].type == "heading_open" and (figure := figures.get(_NUMBER.sub("", block[1].content))):
            yield f"<figure>\n{drawn(figure)}</figure>\n"


def _blocks(tokens: list[Token]) -> Iterator[list[Token]]:
    """Outermost blocks, each with everything inside it."""
    block: list[Token] = []
    for token in tokens:
        block.append(token)
        if token.level == 0 and token.nesting <= 0:
            yield block
            block = []
