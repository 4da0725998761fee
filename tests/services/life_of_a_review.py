"""The ordinary way of a review from its commission to its archive, for the machine that lives it."""

from __future__ import annotations

from datetime import timedelta

from sscb_tui.domain.case import Case
from sscb_tui.domain.review_forms import HoldbackForm
from sscb_tui.domain.terms import Holding, Stage
from sscb_tui.services.demonstration import review
from tests.services.office import CHAIR, MANAGER, Office
from tests.services.reviewed import BOARD, verify_all


def commissions(office: Office, case: Case, way: int) -> None:
    """A review is commissioned where the Chair decided on one."""
    review.commission(office.services, case.id)


def begins(office: Office, case: Case, way: int) -> object:
    """Terms, reviewer and contract, then the review begins."""
    file = office.services.desk.file(case.id)
    terms = review.terms(file, office.services.desk.today())
    office.services.reviews.write_terms(MANAGER, case.id, file.reviews[-1].version, terms)
    office.services.reviews.approve_terms(CHAIR, case.id)
    review.appoint(office.services, case.id)
    return office.services.reviews.begin(MANAGER, case.id)


def reports(office: Office, case: Case, way: int) -> None:
    """The report comes in."""
    review.report_in(office.services, case.id)


def agrees(office: Office, case: Case, way: int) -> object:
    """The Board answers every finding."""
    review.answer_all(office.services, case.id)
    return office.services.responses.agree(BOARD, case.id)


def prepares(office: Office, case: Case, way: int) -> object:
    """The family told, the response written; and sometimes neither, which must not do."""
    if way % 4:
        review.family(office.services, case.id)
    if way % 3:
        review.respond(office.services, case.id)
    return office.services.publishing.prepare(MANAGER, case.id)


def publishes(office: Office, case: Case, way: int) -> object:
    """Copies sent or not, the day come or not: published, or refused."""
    if way % 4 == 1:
        today = office.services.desk.today()
        form = HoldbackForm(proposal=Holding.WITHHOLD, reasons="A sibling would be known.", panel_informed_on=today)
        return office.services.publishing.withhold(CHAIR, case.id, form)
    if way % 4:
        review.send_copies(office.services, case.id)
    if way % 3:
        office.clock.moment += timedelta(days=21)
    return office.services.publishing.publish(CHAIR, case.id, "www.example.invalid", case.reference)


def closes(office: Office, case: Case, way: int) -> object:
    """Every action verified, or not, and the Board closes."""
    if way % 3:
        verify_all(office, case.id)
    return office.services.closings.close(BOARD, case.id, "Schools know by nine.")


REVIEW = {
    Stage.COMMISSIONING: begins,
    Stage.REVIEW_IN_PROGRESS: reports,
    Stage.REVIEW_EXTENDED: reports,
    Stage.REPORT_RECEIVED: agrees,
    Stage.RESPONSE_AGREED: prepares,
    Stage.PRE_PUBLICATION: publishes,
    Stage.IMPLEMENTATION: closes,
}
