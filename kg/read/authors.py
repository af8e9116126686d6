"""What is said of the author: bylines, and the paragraph on who wrote the article."""

import re
from typing import Final

_WORD: Final = r"[^\W\d_a-z][\w.’'-]*"
_NAME: Final = rf"{_WORD}(?:\s(?:(?:de|da|del|la|van|von|der|den|bin|al|el|y|e)\s)*{_WORD}){{1,4}}"
_ROLE: Final = (
    r"(?:writers?|reporters?|correspondents?|journalists?|editors?|columnists?|contributors?|freelancers?|authors?|bloggers?"
    r"|fellows?|researchers?|commentators?|intern|bureau chief|photographer|producer|host|staff)"
)
_BYLINE: Final = re.compile(
    rf"(?:(?i:(?:reported |written |story |words |analysis |text )?by)\s*:?\s+){_NAME}"
    rf"(?:(?:,|\s(?:and|&)|\sand\s|\s?\|)\s?{_NAME}|,?\s(?i:in)\s{_WORD}(?:\s{_WORD}){{0,2}}"
    rf"|(?:,|\s[|–—-]|\s/)?\s(?i:the\s)?[\w .’'&-]{{2,60}})*\.?"
)
_BIO: Final = re.compile(
    rf"(?:(?i:mr|ms|mrs|dr|prof)\.?\s)?(?P<name>{_NAME}),?\s(?i:"
    rf"(?:is|are)\s(?:an?|the|our|currently|also|based)\b[^.!?]{{0,120}}?\b{_ROLE}\b"
    rf"|(?:is|was)\s(?:[^.!?]{{0,40}}\s)?{_ROLE}\b"
    r"|(?:covers|writes|reports|blogs|edits|tweets)\s(?:about|on|for|from|at|the|politics|business|news)\b)"
)
_SIGN_OFF: Final = re.compile(
    r"[(\[]?\s*(?:(?:additional |further )?"
    r"(?:reporting|writing|editing|research|translation|graphics|compiled|edited|reported|written)"
    r"(?: and \w+)? by\b.{2,300}"
    r"|.{2,80}\bcontributed (?:to|reporting)\b.{0,80}"
    r"|with (?:files|reporting|additional reporting|contributions|assistance) (?:from|by)\b.{2,150}"
    r"|(?:contact|e-?mail|reach|write to) (?:the )?(?:author|reporter|writer|\S+(?: \S+)?) (?:at|on|via)\b.{2,100}"
    r"|about the authors?\b.{0,20})\s*[)\]]?\.?",
    re.IGNORECASE,
)
_LONGEST_BIO: Final = 600
_LONGEST_BYLINE: Final = 120


def is_byline(line: str) -> bool:
    """Whether a line says who wrote the article and no more."""
    return len(line) <= _LONGEST_BYLINE and _BYLINE.fullmatch(line.strip().strip("*_")) is not None


def is_sign_off(paragraph: str) -> bool:
    """Whether a paragraph names who reported and edited ("Reporting by …; editing by …")."""
    return len(paragraph) <= _LONGEST_BIO and _SIGN_OFF.fullmatch(paragraph.strip().strip("*_")) is not None


def is_bio(paragraph: str, before: str) -> bool:
    """Whether one of an article's last paragraphs says who its author is.

    Somebody whom the article itself speaks of (`before`: what stands above, without bylines) is not its author.
    """
    plain = " ".join(paragraph.split()).strip("*_ ")
    if len(plain) > _LONGEST_BIO:
        return False
    match = _BIO.match(plain)
    if match is None:
        return False
    surname = match["name"].split()[-1]
    return re.search(rf"\b{re.escape(surname)}\b", before) is None
