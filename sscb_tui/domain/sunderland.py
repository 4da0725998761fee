"""The agencies a Sunderland Board begins with: bodies of the years 2013 to 2019, under the names they then bore."""

from __future__ import annotations

from datetime import date

from sscb_tui.domain.agency import Agency, AgencyName


def _agency(code: str, short: str, *names: tuple[str, date | None], external: bool = False) -> Agency:
    dated = tuple(AgencyName(name=name, since=since) for name, since in names)
    return Agency(code=code, short=short, names=dated, external=external)


AGENCIES: tuple[Agency, ...] = (
    _agency(
        "CSC", "Social care", ("Sunderland Children's Services", None), ("Together for Children", date(2017, 4, 1))
    ),
    _agency("ASC", "Adult services", ("Sunderland Adult Services", None)),
    _agency("EDU", "Education", ("Education and Early Help", None)),
    _agency("POL", "Police", ("Northumbria Police", None)),
    _agency("CCG", "CCG and GPs", ("Sunderland Clinical Commissioning Group", None)),
    _agency("NHSE", "NHS England", ("NHS England area team", None)),
    _agency(
        "CHS",
        "City Hospitals",
        ("City Hospitals Sunderland", None),
        ("South Tyneside and Sunderland NHS Foundation Trust", date(2019, 4, 1)),
    ),
    _agency("STFT", "Community health", ("South Tyneside NHS Foundation Trust", None)),
    _agency("NTW", "Mental health", ("Northumberland, Tyne and Wear NHS Foundation Trust", None)),
    _agency("NEAS", "Ambulance", ("North East Ambulance Service", None)),
    _agency("NPS", "Probation (NPS)", ("National Probation Service", date(2014, 6, 1))),
    _agency("CRC", "Probation (CRC)", ("Northumbria Community Rehabilitation Company", date(2014, 6, 1))),
    _agency("YOS", "Youth offending", ("Sunderland Youth Offending Service", None)),
    _agency("CAF", "Cafcass", ("Cafcass", None)),
    _agency("HSG", "Housing", ("Gentoo and other registered landlords", None)),
    _agency("PH", "Public health", ("Public Health", None)),
    _agency("VCS", "Voluntary sector", ("Voluntary and community sector", None)),
    _agency("FIRE", "Fire", ("Tyne and Wear Fire and Rescue Service", None)),
    _agency("OTH", "Other", ("Agency outside the area", None), external=True),
)
"""A start to be amended in the settings, not a list of duties; schools and landlords are named case by case."""
