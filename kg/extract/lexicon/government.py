"""Which countries have which offices: where nobody is president, prime minister, chancellor or king.

Facts of constitutions; countries are keys of the gazetteer. What changed within the last twenty years counts as had.
"""

from typing import Final

from kg.extract.lexicon.people import words

MONARCHIES: Final = words(
    """andorra antigua-and-barbuda australia bahamas bahrain belgium belize bhutan brunei cambodia canada cook-islands
    denmark eswatini grenada jamaica japan jordan kuwait lesotho liechtenstein luxembourg malaysia monaco morocco
    netherlands new-zealand niue norway oman papua-new-guinea qatar saint-kitts-and-nevis saint-lucia
    saint-vincent-and-the-grenadines saudi-arabia solomon-islands spain sweden thailand tonga tuvalu united-kingdom"""
)
"""Countries without a president."""

_ALSO_ROYAL: Final = words("united-arab-emirates nepal samoa")
_WITHOUT_PREMIER: Final = words(
    """argentina bolivia brazil chile colombia costa-rica cyprus dominican-republic ecuador el-salvador gambia ghana
    guatemala honduras indonesia liberia malawi maldives mexico micronesia nicaragua nigeria panama paraguay
    philippines seychelles south-africa switzerland turkmenistan united-states uruguay venezuela zambia"""
)
"""Countries whose president heads the government."""

_WITH_CHANCELLOR: Final = words("germany west-germany austria")
_OF_PROVINCES: Final = words("canada australia")
"""Countries whose premiers head provinces or states."""

_WITHOUT_MINISTERS: Final = words("united-states")
_WITH_FOREIGN_SECRETARY: Final = words(
    "united-kingdom philippines mexico india pakistan bangladesh nepal sri-lanka kenya"
)
MONARCHS: Final = words("king queen emperor emir sultan shah monarch") | {"crown prince"}


def may_have(country: str, office: str) -> bool:
    """Whether there is such an office in a country; so it is of offices of which nothing is known.

    >>> may_have("denmark", "president"), may_have("denmark", "prime minister"), may_have("denmark", "mayor")
    (False, True, True)
    """
    match office:
        case "president" | "vice president":
            return country not in MONARCHIES
        case "prime minister" | "deputy prime minister":
            return country not in _WITHOUT_PREMIER
        case "premier":
            return country not in _WITHOUT_PREMIER
        case "chancellor":
            return country in _WITH_CHANCELLOR
        case "foreign secretary":
            return country in _WITH_FOREIGN_SECRETARY
    if office in MONARCHS:
        return country in MONARCHIES | _ALSO_ROYAL
    return not (office.endswith("minister") and country in _WITHOUT_MINISTERS)


def is_of_province(country: str, office: str) -> bool:
    """Whether those who hold an office in a country head one of its provinces or states."""
    return office == "premier" and country in _OF_PROVINCES
