"""Photo captions and the credits of photographers and agencies, known by their form."""

import re
from typing import Final

from kg.read.dates import MONTH

_AGENCY: Final = (
    r"(?:getty|afp|reuters|associated press|ap|ap photo|ap images?|ap pool|ap file|bloomberg(?: news)?|epa(?:-efe)?|efe"
    r"|shutterstock|alamy|istock(?:photo)?|zuma(?: press)?|xinhua|anadolu(?: agency)?|nurphoto|sipa(?: usa)?|upi|pool"
    r"|unsplash|pexels|wikimedia(?: commons)?|flickr|corbis|magnum(?: photos)?|imago|dpa|tass|sputnik|yonhap"
    r"|kyodo(?: news)?|pa(?: wire| media| images)?|cnp|polaris|rex(?: features)?|lightrocket|handout|file"
    r"|abaca(?: ?press)?|picture alliance|creative commons|cc by(?:-\w\w)*)"
)
_AGENCIES: Final = rf"(?:the )?{_AGENCY}(?: (?:images?|photos?|via .{{2,40}}|news|pool))*"
_CREDIT: Final = rf"(?:[^/()|;:!?\n]{{2,50}}?/\s?)+{_AGENCIES}(?:\s?/\s?[^/,;|\n]{{2,40}})*"
_PICTURE: Final = r"(?:photo|photograph|image|picture|illustration|graphic|video)s?"

CREDIT: Final = rf"{_CREDIT}(?:(?:,|;|\||\band\b)\s*{_CREDIT})*\.?"
"""A line of nothing but photographers with their agencies, in any case of letters."""

CREDITS: Final = (
    CREDIT,
    rf"\(?{_PICTURE}\s*(?:credits?\s*)?(?:by|courtesy(?: of)?|via|from)\b.{{2,150}}",
    rf"\(?(?:(?:featured )?{_PICTURE}\s+)?(?:credits?|courtesy)\s*:\s*.{{2,150}}",
    rf"\(?{_PICTURE}\s*:\s*(?:{_CREDIT}|{_AGENCIES}|[^.]{{2,50}})\)?\.?",
    rf"\(?{_AGENCIES}\)?\.?",
)
"""Other lines that name only the makers of a picture."""

_PICTURED: Final = re.compile(
    rf"[A-ZÀ-Þ][^a-z\n]{{1,60}}\s?[-–—]\s?(?i:{MONTH})\s\d{{1,2}}(?:,?\s\d{{4}})?\s?:\s"  # CITY, COUNTRY - MONTH DD:
    r"|FILE(?: PHOTO| IMAGE)?\s?[-–—:]\s"
    r"|(?i:file photo|photo caption|caption|pictured)\s?[,:]\s"
    r"|(?i:in this (?:(?:file |handout )?(?:photo|image|picture)|screengrab)\b.{0,60}?)[,:]\s"
    rf"|(?i:{_PICTURE}\s?:)\s(?=.*\s.*\s)"
)
_CREDITED: Final = re.compile(
    r"[\s.][(\[](?:(?i:(?:file |pool |handout )?(?:photo|image|picture|photograph)s?"
    r"(?:\s?(?:by|credit|courtesy|via|from|:|/)|[)\]])"
    rf"|(?:ap|afp|reuters|getty|epa)\s(?:photo|images?|pool|file)\b|courtesy\b|credit\b|{_CREDIT}))"
    r"[^()\[\]]{0,120}[)\]]?\.?\s*$"
)
_LONGEST_CREDIT: Final = 320
_LONGEST_CAPTION: Final = 700
_ONLY_CREDIT: Final = re.compile(CREDIT, re.IGNORECASE)


def is_caption(paragraph: str) -> bool:
    """Whether a paragraph says what a photo shows, by its own wording."""
    if len(paragraph) > _LONGEST_CAPTION:
        return False
    return _PICTURED.match(paragraph) is not None or _CREDITED.search(paragraph) is not None


def is_credit(line: str) -> bool:
    """Whether a line names the makers of a photo, as it stands under a caption."""
    return len(line) <= _LONGEST_CREDIT and _ONLY_CREDIT.fullmatch(line.strip()) is not None
