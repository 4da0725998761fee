"""What a letter of a decision says to each kind of reader (F9); names of nobody, and to the family no jargon."""

from __future__ import annotations

from dataclasses import dataclass

from sscb_tui.domain.terms import Decided


@dataclass(frozen=True, slots=True)
class Words:
    """One kind of letter: how it opens, what of the case it gives, how it ends."""

    opening: str
    facts: bool = False
    """The facts of the case without anybody's name, and the criteria relied on."""
    ending: tuple[str, ...] = ()


_STATUTORY = Words(
    "The Independent Chair of the Board has decided the case named above. Working Together asks the Board to tell you.",
    facts=True,
    ending=("The Board answers questions about this decision at the address below.",),
)
_PARALLEL = (
    "No practitioner who may be a witness in proceedings is spoken to by the Board without your agreement.",
    "Material held for this case is disclosed only on request, to you, and on advice; please say what you may need, "
    "and what must wait until proceedings have ended.",
    "Please name one person for the Board to deal with.",
)
WORDS = {
    "N-OFS": _STATUTORY,
    "N-DFE": _STATUTORY,
    "N-PAN": _STATUTORY,
    "N-LA": Words(
        "You are told today, before others are, of a decision that the Independent Chair has taken alone.",
        facts=True,
        ending=(
            "Whether and what the authority has notified of the incident remains the authority's own duty.",
            "Please do not pass this on; the Board tells its members, the agencies and the family itself.",
        ),
    ),
    "N-REF": Words(
        "You referred this case to the Board, or gave an account of what your agency knew. Thank you.",
        ending=(
            "Your records on this case stay secured until the Board releases them.",
            "Learning that need not wait should not wait: early actions go on.",
            "Please do not pass this on beyond those who need it for their work.",
        ),
    ),
    "N-COR": Words("The Board tells you of a decision that may bear on your investigation.", ending=_PARALLEL),
    "N-POL": Words("The Board tells you of a decision that may bear on your investigation.", ending=_PARALLEL),
    "N-CPS": Words("The Board tells you of a decision that may bear on proceedings.", ending=_PARALLEL),
    "N-OTH": Words(
        "The Board tells you of a decision that may be your business too.",
        ending=("Please say whether your body looks at the same case, and whom the Board should speak to.",),
    ),
}
NEXT = {
    Decided.SCR: "A Serious Case Review will be held. An independent reviewer is appointed; terms of reference follow.",
    Decided.ALTERNATIVE: "Another kind of review will be held. Who leads it, and how, is settled next.",
    Decided.NO_REVIEW: "No review will be held. The case can come before the Chair again if more becomes known.",
}
FAMILY_OPENING = (
    "*Handed over in person by somebody the family knows, with an interpreter where one is needed; never the first the "
    "family hears of it. Begin by hand: Dear ______________*",
)
FAMILY = (
    "The Safeguarding Children Board is the group of services in this area that work together to keep children safe: "
    "social care, health, the police, schools and others. When a child has died or been badly hurt, its Chair has to "
    "decide whether there should be a review.",
    "A review looks at what those services did and how they worked together, so that they can do better for other "
    "children. It is not about blaming anybody. It does not decide who did what to your child, and it is no part of "
    "any police or court case.",
)
FAMILY_NEXT = {
    Decided.SCR: "I have decided that there will be a review, called a Serious Case Review. You will be asked whether "
    "you would like to take part, and how. It is for you to choose; you may change your mind at any time. What the "
    "review learns is published at its end. Your child's name and yours will not be in it, and you will be shown it "
    "first.",
    Decided.ALTERNATIVE: "I have decided that there will be a review, of a smaller kind than a Serious Case Review. "
    "Somebody will talk with you about what that means, and whether you would like to take part.",
    Decided.NO_REVIEW: "I have decided that there will be no review. Somebody will talk with you about why. If you "
    "know something that you think I have not been told, please say so; I can look at it again.",
}
FAMILY_ENDING = (
    "There may be things that nobody can talk about with you while the police, the coroner or a court are at work. We "
    "will tell you when that is so. We keep what you tell us to those who need it, but a court or a coroner can ask "
    "for it, and if another child were in danger we would have to act.",
    "If you would like this in another language or another form, or would like somebody to be with you, please say so "
    "to the person who gave you this letter.",
)
