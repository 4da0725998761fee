"""Letters of a decision: each to its reader, about the decision that stood, and nobody to be known by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from exports.papers import MarkdownPapers
from sscb_tui.domain.agency import Addressee, BoardSettings
from sscb_tui.domain.case import InvolvedAgency
from sscb_tui.domain.duty import Duty
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.terms import Decided, Paper, YesNo

Write = Callable[[str], str]
EXPLAINED = "Nothing suggests abuse or neglect; the child died of an illness."


def no_review(file: CaseFile) -> CaseFile:
    """The same case, decided as no review."""
    first, second = file.decisions
    made = second.but(outcome=Decided.NO_REVIEW, panel_explanation=EXPLAINED, instead="The overview panel looks at it.")
    return replace(file, decisions=(first, made))


def owed_to(file: CaseFile, code: str) -> Duty:
    return next(duty for duty in file.letters if duty.to == code)


@pytest.fixture
def to(file: CaseFile, board: BoardSettings, printed: datetime) -> Write:
    """The letter to one recipient."""
    return lambda code: MarkdownPapers().letter(file, owed_to(file, code), board, printed)


def test_a_letter_says_to_whom_what_was_decided_and_on_which_answers(to: Write) -> None:
    text = to("OFSTED")
    for part in (
        "| To           | Ofsted",
        "Signed 4 Dec 2026, 17:00",
        "7 Dec 2026, secure e-mail",
        "**Serious Case Review, 4 Dec 2026.**",
        "male, under one year",
        "SIN 4711, 4 Nov 2026",
        "| (a) Abuse or neglect            | suspected",
        "WT2015",
        "2026.1",
        "0123456789abcdef",
    ):
        assert part in text, part


def test_a_letter_is_a_draft_until_the_chair_has_signed_it(to: Write) -> None:
    assert "DRAFT until the Chair has signed it" in to("DFE")
    assert "DRAFT" not in to("OFSTED")


def test_the_panel_is_sent_why_not_and_the_authoritys_notification(
    file: CaseFile, board: BoardSettings, printed: datetime
) -> None:
    refused = no_review(file)
    letter = MarkdownPapers().letter(refused, owed_to(refused, "CSPRP"), board, printed)
    assert EXPLAINED in letter
    assert "☐ the local authority's serious incident notification: SIN 4711, 4 Nov 2026" in letter
    for other in ("OFSTED", "DFE", "LA"):
        assert EXPLAINED not in MarkdownPapers().letter(refused, owed_to(refused, other), board, printed)


def test_the_panel_is_sent_no_explanation_of_a_review(to: Write) -> None:
    text = to("CSPRP")
    assert "Why the criteria are not met" not in text
    assert "☐ the Chair's decision record, as the panel is sent it" in text
    assert "serious incident notification" not in text


def test_where_nobody_has_recorded_the_notification_the_referral_speaks(
    file: CaseFile, board: BoardSettings, printed: datetime
) -> None:
    unheard = replace(file, duties=tuple(duty for duty in file.duties if duty.clock != "CK-1"))
    text = MarkdownPapers().letter(unheard, owed_to(unheard, "OFSTED"), board, printed)
    assert "not on record; the referral says: unknown" in text


def test_the_family_is_told_kindly_and_in_no_jargon(to: Write) -> None:
    text = to("FAMILY")
    assert "I am very sorry that your child has died." in text
    assert "You will be asked whether you would like to take part" in text
    body = text.split("Printed")[1].split("| Signed")[0]
    for word in ("limb", "criteria", "reg 5", "CK-", "SHOULD", "Subject line"):
        assert word not in body, word


def test_a_child_who_lives_is_not_mourned(file: CaseFile, board: BoardSettings, printed: datetime) -> None:
    alive = replace(file, case=file.case.but(child=file.case.child.but(outcome="alive", outcome_on=None)))
    text = MarkdownPapers().letter(alive, owed_to(alive, "FAMILY"), board, printed)
    assert "what your child has been through" in text
    assert "has died" not in text.split("died or been badly hurt")[0]


def test_members_of_the_board_are_sent_the_notice_itself(
    to: Write, file: CaseFile, board: BoardSettings, printed: datetime
) -> None:
    assert to("BOARD") == MarkdownPapers().write(Paper.NOTICE, file, board, printed)
    assert len(to("BOARD").splitlines()) < 60  # one page


def test_an_address_of_the_boards_own_is_used(file: CaseFile, board: BoardSettings, printed: datetime) -> None:
    known = board.but(
        addressees=(Addressee(code="OFSTED", name="The Incidents Team", address="secure@example.invalid"),)
    )
    text = MarkdownPapers().letter(file, owed_to(file, "OFSTED"), known, printed)
    assert "The Incidents Team" in text
    assert "secure\\@example.invalid" in text
    assert "not in the Board's settings yet (OFSTED)" in MarkdownPapers().letter(
        file, owed_to(file, "OFSTED"), board, printed
    )


def test_a_letter_sent_tells_of_the_decision_that_stood_then(
    file: CaseFile, board: BoardSettings, printed: datetime
) -> None:
    first, second = file.decisions
    later = second.but(
        id="decision-3",
        outcome=Decided.NO_REVIEW,
        panel_explanation=EXPLAINED,
        supersedes="decision-2",
        signature=second.signature.but(at=second.signature.at + timedelta(days=40)),
    )
    thrice = replace(file, decisions=(first, second, later))
    papers = MarkdownPapers()
    assert "**Serious Case Review, 4 Dec 2026.**" in papers.letter(thrice, owed_to(thrice, "OFSTED"), board, printed)
    assert "13 Jan 2027.**" in papers.letter(thrice, owed_to(thrice, "DFE"), board, printed)
    assert "_letter_OFSTED_v2_" in papers.letter_filename(thrice, owed_to(thrice, "OFSTED"), board, printed)
    assert "_letter_DFE_v3_" in papers.letter_filename(thrice, owed_to(thrice, "DFE"), board, printed)


def test_the_bundle_lists_what_is_due_and_sent_and_holds_every_letter(
    file: CaseFile, board: BoardSettings, printed: datetime
) -> None:
    text = MarkdownPapers().write(Paper.LETTERS, file, board, printed)
    assert "1 of 7 sent" in text
    assert "☑ 7 Dec 2026, secure e-mail" in text
    assert text.count("☐ not sent yet") == 6
    for duty in file.letters:
        assert MarkdownPapers().letter(file, duty, board, printed) in text
    assert text.startswith(MarkdownPapers().checklist(file, board, printed))


# The decision record for the panel


def test_the_panels_record_names_no_worker_no_setting_and_quotes_nobody(
    file: CaseFile, board: BoardSettings, printed: datetime
) -> None:
    case = file.case.but(
        agencies=(InvolvedAgency(agency="CHS", worker="Wanda Worker", still_involved=YesNo.YES),),
        child=file.case.child.but(
            regulated_setting="yes", regulated_setting_name="Acorn House", lead_worker="Lou Leader"
        ),
    )
    words = "Wanda Worker and Lou Leader at Acorn House; Dr Worker rang P. Invented. Nowhere Row."
    made = file.decisions[-1].but(reasons=words)
    spoken = replace(file, case=case, decisions=(file.decisions[0], made))
    text = MarkdownPapers().write(Paper.PANEL, spoken, board, printed)
    for name in ("Wanda", "Worker", "Leader", "Acorn", "Invented", "Nowhere Row"):
        assert name not in text, name
    assert "A worker and a worker at the setting" in text.replace("a worker and", "A worker and")
    for quoted in ("not photographed", "Call-out notice of 9 Sep", "CHS F4.D1", "LEG/12"):
        assert quoted not in text, quoted
    assert "Relied on: F4.D1 (for)" in text
    assert "CHS F4.D1" in MarkdownPapers().write(Paper.DECISION, spoken, board, printed)


def test_the_panels_record_has_the_same_fifteen_headings(
    file: CaseFile, board: BoardSettings, printed: datetime
) -> None:
    def headings(text: str) -> list[str]:
        return [line for line in text.splitlines() if line.startswith("## ")]

    papers = MarkdownPapers()
    assert headings(papers.write(Paper.PANEL, file, board, printed)) == headings(
        papers.write(Paper.DECISION, file, board, printed)
    )


def test_agencies_in_the_panels_record_are_known_by_function(
    file: CaseFile, board: BoardSettings, printed: datetime
) -> None:
    told = [agency for agency in board.agencies if agency.short]
    for agency in told:
        made = file.decisions[-1].but(reasons=f"What {agency.names[-1].name} knew.")
        text = MarkdownPapers().write(Paper.PANEL, replace(file, decisions=(file.decisions[0], made)), board, printed)
        assert f"What {agency.short} knew." in text


def test_a_decision_after_the_guidance_changed_shows_both(
    file: CaseFile, board: BoardSettings, printed: datetime
) -> None:
    """Told on 20 June 2018, decided on 10 July 2018: WT2015 for the criteria, its successor for whom to tell."""
    at = datetime(2018, 7, 10, 12, tzinfo=printed.tzinfo)
    made = file.decisions[-1].but(signature=file.decisions[-1].signature.but(at=at))
    text = MarkdownPapers().write(Paper.DECISION, replace(file, decisions=(made,)), board, printed)
    assert "WT2015, in force when the Board was told" in text
    assert "WT2015-INTERIM, in force when the Chair decided; the criteria are those of WT2015" in text
    before = made.but(signature=made.signature.but(at=datetime(2018, 6, 28, 12, tzinfo=printed.tzinfo)))
    assert "in force when the Chair decided" not in MarkdownPapers().write(
        Paper.DECISION, replace(file, decisions=(before,)), board, printed
    )
