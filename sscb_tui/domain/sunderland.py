"""The agencies a Sunderland Board begins with: bodies of the years 2013 to 2019, under the names they then bore."""

from __future__ import annotations

from datetime import date

from sscb_tui.domain.agency import Agency, AgencyName


def _agency(code: str, *names: tuple[str, date | None], external: bool = False) -> Agency:
    dated = tuple(AgencyName(name=name, since=since) for name, since in names)
    return Agency(code=code, names=dated, external=external)


AGENCIES: tuple[Agency, ...] = (
    _agency("CSC", ("Sunderland Children's Services", None), ("Together for Children", date(2017, 4, 1))),
    _agency("ASC", ("Sunderland Adult Services", None)),
    _agency("EDU", ("Education and Early Help", None)),
    _agency("POL", ("Northumbria Police", None)),
    _agency("CCG", ("Sunderland Clinical Commissioning Group", None)),
    _agency("NHSE", ("NHS England area team", None)),
    _agency(
        "CHS",
        ("City Hospitals Sunderland", None),
        ("South Tyneside and Sunderland NHS Foundation Trust", date(2019, 4, 1)),
    ),
    _agency("STFT", ("South Tyneside NHS Foundation Trust", None)),
    _agency("NTW", ("Northumberland, Tyne and Wear NHS Foundation Trust", None)),
    _agency("NEAS", ("North East Ambulance Service", None)),
    _agency("NPS", ("National Probation Service", date(2014, 6, 1))),
    _agency("CRC", ("Northumbria Community Rehabilitation Company", date(2014, 6, 1))),
    _agency("YOS", ("Sunderland Youth Offending Service", None)),
    _agency("CAF", ("Cafcass", None)),
    _agency("HSG", ("Gentoo and other registered landlords", None)),
    _agency("PH", ("Public Health", None)),
    _agency("VCS", ("Voluntary and community sector", None)),
    _agency("FIRE", ("Tyne and Wear Fire and Rescue Service", None)),
    _agency("OTH", ("Agency outside the area", None), external=True),
)
"""A start to be amended in the settings, not a list of duties; schools and landlords are named case by case."""
