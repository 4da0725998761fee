"""Who owns the actions: invented people in posts of their agencies, two to an agency."""

from __future__ import annotations

from sscb_tui.domain.people import Person
from sscb_tui.domain.terms import Role
from sscb_tui.services.demonstration import people

_POSTS = {
    "CSC": ("S. Worker", "Head of safeguarding", "A. Sessor", "Service manager, assessment"),
    "ASC": ("A. Dult", "Head of adult services", "B. Dult", "Service manager, adults"),
    "POL": ("D. Tective", "Superintendent, protecting vulnerable people", "C. Allout", "Inspector, neighbourhoods"),
    "EDU": ("H. Teacher", "Head of inclusion", "P. Astoral", "Lead for designated teachers"),
    "CCG": ("G. Practice", "Named doctor", "N. Urse", "Designated nurse"),
    "NHSE": ("R. Egion", "Regional lead for safeguarding", "R. Egion", "Regional lead for safeguarding"),
    "CHS": ("M. Ward", "Named nurse, hospital", "E. Mergency", "Matron, emergency department"),
    "STFT": ("V. Isitor", "Head of health visiting", "M. Idwife", "Head of midwifery"),
    "NTW": ("M. Ind", "Named nurse, mental health", "C. Risis", "Manager, crisis team"),
    "NEAS": ("A. Mbulance", "Head of clinical safety", "P. Aramedic", "Lead paramedic"),
    "NPS": ("P. Robation", "Head of local delivery", "O. Ffender", "Manager, courts"),
    "YOS": ("Y. Outh", "Service manager, youth offending", "Y. Oung", "Practice lead, youth offending"),
    "CAF": ("C. Ourt", "Service manager, courts", "C. Ourt", "Service manager, courts"),
    "HSG": (people.OWNER.name, people.OWNER.post, "T. Enancy", "Manager, repairs"),
    "PH": ("P. Ublic", "Consultant in public health", "P. Revention", "Commissioner, early years"),
    "VCS": ("V. Oluntary", "Co-ordinator, voluntary sector", "F. Amily", "Manager, family centres"),
}


def owner(agency: str, number: int) -> Person:
    """Who owns an action of an agency: most are the first post's, every third the second's."""
    name, post, other, other_post = _POSTS[agency]
    second = number % 3 == 0
    return Person(name=other if second else name, post=other_post if second else post, role=Role.OWNER, agency=agency)


DEPUTY = Person(name="D. Eputy", post="Deputy Business Manager", role=Role.BUSINESS_MANAGER)
"""Records what agencies say over the telephone."""
POLICE, SOCIAL_CARE = owner("POL", 1), owner("CSC", 1)
BOARD = people.BOARD.but(people=(*people.BOARD.people, DEPUTY, POLICE, SOCIAL_CARE))
"""The demonstration's Board, with two more owners who can sit down at the screen."""
