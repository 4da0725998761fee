"""Finding words anywhere in the record, for scripts, screen readers and the telephone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from sscb_tui.commandline.cases import json_option
from sscb_tui.commandline.session import Session, pass_session
from sscb_tui.commandline.writing import say, say_json
from sscb_tui.domain.passage import Sort
from sscb_tui.domain.text import shown_line

if TYPE_CHECKING:
    from sscb_tui.services.views import Hit, Hits


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@click.option(
    "--kind", "kinds", multiple=True, type=click.Choice([each.value for each in Sort]), help="Only these kinds."
)
@click.option("--limit", type=click.IntRange(1, 10_000), default=50, show_default=True, help="At most so many.")
@click.option("--names", is_flag=True, help="Names, birth dates and addresses are not masked, and can be found.")
@json_option
@pass_session
def search(
    session: Session, words: tuple[str, ...], kinds: tuple[str, ...], limit: int, *, names: bool, as_json: bool
) -> None:
    """Find WORDS anywhere in the record, within what the person acting may read.

    All the words must stand together, in any order, or as they begin; '"left cheek"' finds them side by side. Names are
    masked, and a name finds nothing; privileged advice, drafts and who the family are can never be found.
    """
    with session.acts() as (services, actor):
        asked, sorts = " ".join(words), tuple(map(Sort, kinds))
        hits = services.search.find(actor, asked, sorts, limit=limit, named=names)
    if as_json:
        say_json(hits)
    else:
        say("\n".join(_told(hits)) or "Nothing found that may be shown.")


def _told(hits: Hits) -> Iterator[str]:
    """Each hit under its case, what was looked for between « and »."""
    cases = dict.fromkeys((hit.reference, hit.pseudonym) for hit in hits.rows)
    for reference, pseudonym in cases:
        yield f"{reference} {pseudonym}"
        yield from (_line(hit) for hit in hits.rows if hit.reference == reference)
    if hits.more:
        yield f"There are more than these {len(hits.rows)}: say more, or --limit."


def _line(hit: Hit) -> str:
    where = ", ".join(filter(None, (hit.label, hit.sort.label, hit.on)))
    words = "".join(f"«{words}»" if found else words for words, found in hit.parts)
    return shown_line(f"  {where}: {words}")
