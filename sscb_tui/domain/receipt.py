"""Proof of a file taken from outside."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sscb_tui.domain.base import Model, Moment, Said


class Receipt(Model):
    """Proof of what was taken: the file's name and sha256, when, by whom."""

    file: Said
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    at: Moment
    by: Said
