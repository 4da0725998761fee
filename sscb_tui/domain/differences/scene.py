"""Everything one comparison looks at, read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sscb_tui.domain.differences.accounts import Account, accounts
from sscb_tui.domain.differences.mentions import Directory
from sscb_tui.domain.differences.persons import Persons

if TYPE_CHECKING:
    from datetime import date

    from sscb_tui.domain.agency import BoardSettings
    from sscb_tui.domain.file import CaseFile


@dataclass(frozen=True)
class Scene:
    """The case, its returns, its people and the Board's agencies."""

    file: CaseFile
    board: BoardSettings

    @cached_property
    def accounts(self) -> tuple[Account, ...]:
        """Every return that is in."""
        return accounts(self.file)

    @cached_property
    def persons(self) -> Persons:
        """Everybody the referral names."""
        return Persons(self.file.case)

    @cached_property
    def directory(self) -> Directory:
        """The Board's agencies as texts speak of them."""
        return Directory(self.board)

    @cached_property
    def answered(self) -> frozenset[str]:
        """The agencies whose returns are in."""
        return frozenset(account.agency for account in self.accounts)

    @property
    def incident(self) -> date | None:
        """The earliest day the incident may have been."""
        return self.file.incident.happened_on.earliest

    def account(self, agency: str) -> Account | None:
        """The return of one agency, if it is in."""
        return next((each for each in self.accounts if each.agency == agency), None)

    def speaks_of(self, text: str, but: str) -> str:
        """The one other agency with a return that a text speaks of; empty where that is uncertain."""
        return self.directory.only(text, self.answered, but)
