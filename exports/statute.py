"""The criteria in the words of the law and the guidance, and what they come to on what is known so far."""

from __future__ import annotations

from exports.layout import Sheet
from exports.limbs import computed
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.frameworks import load
from sscb_tui.domain.rules.criteria import assess
from sscb_tui.domain.terms import Mode


def statute(sheet: Sheet, file: CaseFile) -> None:
    """Each limb word for word with its citation and strength, the guidance's readings, and the provisional result."""
    framework = load(file.case.framework)
    sheet.paragraph(f"{framework.title}; the framework this case began under.", "**Framework.**")
    for each in framework.criteria:
        sheet.paragraph(f"“{each.words}”", f"**{each.citation} ({each.strength.label}).**")
        asked = "; ".join(fact.label for fact in each.facts)
        sheet.add(f"- Settled by: {asked}")
    for gloss in framework.serious_harm:
        sheet.paragraph(f"“{gloss.words}”", f"**How the guidance reads it, {gloss.citation}.**")
    listed = "; ".join(f"{each.code} {each.words}" for each in framework.always_list)
    sheet.paragraph(f"{listed}.", "**The always-list.**")
    sheet.paragraph("", "**What this comes to on what is known so far, provisionally:**")
    computed(sheet, assess(file.case.facts(), Mode.PROVISIONAL, framework))
