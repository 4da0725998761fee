"""Words that tie a file sent out to what it was sent for."""

from __future__ import annotations

import secrets

_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without letters and figures that are mistaken for one another over the telephone."""


def fresh_token() -> str:
    """Eight characters, for example 7K3M-Q2XZ."""
    letters = "".join(secrets.choice(_ALPHABET) for _ in range(8))
    return f"{letters[:4]}-{letters[4:]}"
