"""The invented case had it gone otherwise: no review, the national panel's letter, and a decision made again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sscb_tui.domain.after_decision import Addendum, Reopening
from sscb_tui.domain.base import AddendumId, ReopeningId
from sscb_tui.domain.case import Signature
from sscb_tui.domain.decision import Asked, PeerChallenge, facts_of
from sscb_tui.domain.exclusions import NONE_RELIED_ON
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.frameworks import load
from sscb_tui.domain.rules.criteria import assess
from sscb_tui.domain.terms import Decided, Fact, HarmLimb, Mode
from tests.papers.fictional import at


def queried(file: CaseFile) -> CaseFile:
    """Everything the record may have to print, in one."""
    first, second = file.decisions
    chair = Signature(name="C. Chair", post="Independent Chair", at=at(7, 9, month=12))
    letter = Reopening(
        id=ReopeningId("reopening-1"),
        case_id=file.case.id,
        decision_id=first.id,
        cause="panel",
        on=date(2026, 12, 2),
        reference="NP/77 [b]",
        words="The panel asks how *suspicion* was excluded.",
        signature=Signature(name="B. Manager", post="Business Manager", at=at(2, 9, month=12)),
    )
    natural = "A natural cause was found at the post-mortem."
    limbs = tuple(
        limb.but(value="not_suspected", reason=natural) if limb.fact is Fact.ABUSE_OR_NEGLECT else limb
        for limb in second.limbs
    )
    again = second.but(
        limbs=limbs,
        assessment=assess(facts_of(limbs), Mode.DECISION, load(second.assessment.framework)),
        reasons=f"{natural} Neither abuse nor neglect is suspected any longer.",
        outcome=Decided.ALTERNATIVE,
        alternative_type="AR-01",
        agrees_with_recommendation="no",
        reasons_for_departure="The post-mortem came after the meeting.",
        exclusions=NONE_RELIED_ON,
        harm_kinds=(HarmLimb.SH1, HarmLimb.SH2),
        medical_view="The designated doctor: the injury could have threatened life.",
        instead="A learning review of the three agencies who saw the bruise.",
        panel_explanation="A natural cause was found; abuse is neither known nor suspected.",
        peer_challenge=Asked(answer="yes", detail="Because the panel had asked."),
        peer=PeerChallenge(
            name="O. Ther",
            board="Sampleshire",
            on=date(2026, 12, 3),
            advice="Say what the post-mortem excludes.",
            effect="It is now said.",
        ),
        regard_to_panel="The post-mortem was sent to it, and is weighed under (a).",
        copied_from="SSCB/2026/005",
        made_own="The post-mortem is this child's.",
        scope_view="",
    )
    added = Addendum(
        id=AddendumId("addendum-1"),
        case_id=file.case.id,
        decision_id=again.id,
        words="For 12 October read 13 October.\n\nThe bruise was seen once.",
        signature=chair,
    )
    seals = {**file.seals, "addendum-1": "fedcba9876543210" * 4}
    return replace(file, decisions=(first, again), reopenings=(letter,), addenda=(added,), seals=seals)
