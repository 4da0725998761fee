"""Names, dates of birth and addresses of a case, found in people's own words and replaced by who they are.

Papers and projected screens speak of the pseudonym, of relationships and of no address; what is stored is never
changed. A paper that quotes an agency keeps every other word of it.
"""

from __future__ import annotations

from sscb_tui.domain.naming.finding import Found, Names, names_of

__all__ = ["Found", "Names", "names_of"]
