"""What web pages and agencies put around an article: lines known by their wording, whatever the article is about."""

import re
from collections.abc import Iterable
from typing import Final

from kg.read.captions import CREDITS
from kg.read.dates import is_date_line

_SOCIAL: Final = (
    r"(?:twitter|x|facebook|instagram|linkedin|youtube|telegram|whatsapp|tiktok|truth social|mastodon|bluesky|threads"
    r"|gettr|gab|parler|google news|apple news|flipboard|social media|email|pinterest|reddit|tumblr)"
)
_LETTER: Final = (
    r"(?:newsletters?|updates?|alerts?|inbox|e-?mails?|briefing|digest|channel|podcast|here|free|today"
    r"|access|app)"
)
_ARTICLES: Final = (
    r"(?:articles?|stor(?:y|ies)|coverage|posts?|news|topics?|reading|content|videos?|links?|now|today)"
)

_SHARING: Final = (
    r"share(?: (?:this|on|via|with)\b.{0,60}|\s+(?:article|story|post))?\s*[.:!]?",
    r"(?:exit mobile version|advertisement|advertising|sponsored(?: content)?|skip to .{2,40}|copy link|link copied!?"
    r"|print|e-?mail|save(?: for later)?|bookmark|tweet|pin it|menu|home|search|close|subscribe(?: now)?"
    r"|sign (?:up|in)(?: now)?|log ?in|register"
    r"|listen(?: to (?:this )?(?:article|story))?)\s*[.:!]?",
    r"(?:load more|show more|next(?: article| story)?|previous(?: article| story)?|back to top|tags?|topics?"
    r"|filed under|toggle .{2,30}|video player is loading.{0,20}|play video|image \d+ of \d+|\d+ of \d+)\s*[.:!]?",
    r"(?:tags|topics|filed under|categories|keywords)\s*:.{1,200}",
    rf"{_SOCIAL}(?:\s*[,|/·•]?\s*{_SOCIAL})*\s*[:.]?(?:\s*@\w+)?",
)
_COMMENTING: Final = (
    r"(?:comments?|\d+ comments?|\d+ shares?|no comments(?: yet)?|leave a (?:comment|reply))\s*[.:!]?",
    r"(?:view|show|post|add|load|read) (?:all |more )*comments?(?: \(\d+\))?",
    r"comments (?:are )?(?:closed|off|disabled).{0,40}",
    r"join the (?:conversation|discussion)\s*[.:!]?",
    r"(?:please )?let us know if you.{1,4}re having (?:issues|trouble|problems) with.{1,40}",
    r"(?:please )?(?:log in|sign in|register|subscribe|enable javascript|enable cookies).{0,20}"
    r"\bto (?:\w+ ){0,4}(?:comment|continue|read|view|access|join).{0,80}",
)
_FOLLOWING: Final = (
    r"(?:you can |please )?(?:follow|connect with"
    r"|(?:like|find|join|add|subscribe to)\s(?:us|our|me|him|her|them|the|@))\b"
    rf".{{1,120}}\b(?:on|at|via|channel)\b.{{0,40}}?{_SOCIAL}\b.{{0,60}}",
    r"(?:you can )?follow (?:us|him|her|them|me|the author|@\w+)\b.{0,120}",
    rf"(?:sign|signing) up\b.{{0,120}}\b{_LETTER}\b.{{0,80}}",
    rf"subscribe\b.{{0,120}}\b{_LETTER}\b.{{0,80}}",
    rf"get (?:the|our|all|your|more|breaking)\b.{{0,120}}\b(?:{_LETTER}|delivered)\b.{{0,80}}",
    r".{0,120}\b(?:delivered|straight|direct(?:ly)?) (?:straight |direct(?:ly)? )?"
    r"to your (?:inbox|e-?mail|phone)\b.{0,60}",
    r"(?:stay|keep) (?:informed|up to date|updated|connected|tuned)\b.{0,120}"
    r"\b(?:newsletter|subscribe|sign|follow|app|us)\b.{0,60}",
    r"(?:join|download) our .{1,80}",
    r"(?:support|donate to|help) (?:us|our|independent) .{0,80}(?:journalism|reporting|work|newsroom).{0,60}",
)
_LINKS: Final = (
    r"(?:read|see|also|watch|listen|view|find out|learn|more)\s+"
    r"(?:more|also|too|next|on this(?: story| topic)?|read|see|here|now)"
    r"(?:\s*[:|>»→…-].{0,200}|\s*[.!]?|\s+(?:about|on|from|at|in)\b[^.]{0,120}(?:here|»|>|→|:)?\.?)",
    r"(?:related|recommended|trending|most (?:read|popular|viewed)|popular|latest|editor.?s.? picks?"
    r"|you (?:may|might) (?:also )?like|more (?:from|on|in|stories|news|like this)|don.?t miss|in case you missed it"
    rf"|must[- ]reads?|read next|up next|further reading)(?:\s+{_ARTICLES})?(?:\s*:.{{0,200}}|\s*)",
    r"(?:read|watch|see|listen|more|also)\s*[:|»→]\s*[^.]{3,150}",
    r"(?:click|tap) (?:here|the link|below|on)\b.{0,150}",
    r"continue reading.{0,80}",
    r"(?:https?://|www\.)\S+|@\w+|\S+@\S+\.\w{2,}|#\w+(?:\s+#\w+)*",
)
_RIGHTS: Final = (
    r"(?:©|\(c\)\s|copyright\s*(?:©|\(c\)|(?:19|20)\d\d|by\b.{0,60}\d{4})).{0,200}",
    r"(?:copyright )?.{0,160}\ball rights reserved\b.{0,160}",
    r"this (?:material|content|article|story) (?:may not be|cannot be|is (?:licensed|protected|copyright))\b.{0,200}",
    r"(?:reproduction|republication) .{0,80}(?:prohibited|permission).{0,80}",
    r"our standards\s*:.{0,80}",
    r"(?:the )?(?:views|opinions) expressed (?:in this|here|by|are)\b.{0,250}",
    r"(?:terms (?:of (?:use|service)|and conditions)|privacy policy|cookie policy|about us|contact us)"
    r"(?:\s*[|·•,]\s*.{2,60})*",
    r"(?:we use|this (?:site|website) uses) cookies\b.{0,200}",
    r"this (?:article|story|report|piece) (?:was )?(?:first|originally) (?:published|appeared)\b.{0,160}",
    r"(?:published|posted|updated|last updated|modified)\s*:?\s*(?:\d+ \w+ ago|today|yesterday).{0,40}",
    r"\d+[\s-]min(?:ute)?s?(?:[\s-]read)?",
)


def _any(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


_NOISE: Final = _any((*CREDITS, *_SHARING, *_COMMENTING, *_FOLLOWING, *_LINKS, *_RIGHTS))
_TRAILING: Final = _any(
    (
        rf"(?:you can )?follow (?:us|him|her|them|me|(?:\w\S+ ){{1,4}})\s?.{{0,60}}\b{_SOCIAL}\b.{{0,40}}",
        rf"sign up (?:for|to|here)\b.{{0,100}}\b{_LETTER}\b.{{0,40}}",
        r"click here\b.{0,100}",
        r"read more(?: here)?\s*[.:»>→]?",
        r"all rights reserved\.?",
        r"(?:©|copyright (?:©|\d{4})).{0,80}",
    )
)
_ORNAMENTS: Final = "*_>•·|-–—[] \t"
_LONGEST_LINE: Final = 320


def is_noise(line: str) -> bool:
    """Whether a line is a photo credit, a sharing, comment or newsletter line, a copyright footer or the like."""
    line = line.strip().strip(_ORNAMENTS)
    if not any(c.isalnum() for c in line):
        return True
    return len(line) <= _LONGEST_LINE and (_NOISE.fullmatch(line) is not None or is_date_line(line))


def noise_at_end(paragraph: str) -> int | None:
    """Where noise begins that ends a paragraph ("… he said. Follow Ann Poe on Twitter."), or None."""
    for match in re.finditer(r"[.!?”\"’)]\s+(?=[A-Z©])", paragraph):
        if _TRAILING.fullmatch(paragraph, match.end()):
            return match.end()
    return None
