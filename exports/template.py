"""The agency template as a Markdown file: a letter and a form, written here and read back when it returns."""

from __future__ import annotations

from exports.filenames import template_filename
from exports.form import form
from exports.letter import letter
from exports.returns import read_return
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.case import Case
from sscb_tui.domain.scoping import AgencyRequest, AgencyReturn
from sscb_tui.domain.template import people


class MarkdownTemplates:
    """Writes the letter and form of one agency, and reads the form when it comes back."""

    def blank(self, case: Case, request: AgencyRequest, board: BoardSettings) -> str:
        """The letter and form one agency fills in."""
        return _file(case, request, board, None)

    def filled(self, case: Case, request: AgencyRequest, board: BoardSettings, answers: AgencyReturn) -> str:
        """The same form with answers in place; reading it and writing it again gives the same bytes."""
        return _file(case, request, board, answers)

    def read(self, text: str) -> AgencyReturn:
        """A filled form; InputError lists every problem by line."""
        return read_return(text)

    def filename(self, case: Case, request: AgencyRequest, board: BoardSettings) -> str:
        """What the form is sent under: reference, agency, marking, day of issue; never a name."""
        return template_filename(case.reference, request.agency, board.marking, request.issued_at.date())


def _file(case: Case, request: AgencyRequest, board: BoardSettings, answers: AgencyReturn | None) -> str:
    """The whole file; it ends in one line end."""
    lines = [*letter(case, request, board), "---", "", *form(case.reference, request, people(case), answers)]
    return "\n".join(lines) + "\n"
