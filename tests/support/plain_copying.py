"""Fingerprints and comparisons worked out step by step, sentence by sentence: what the fast ways must give as well."""

import hashlib
import re
import struct
import unicodedata
from base64 import b64encode
from collections import defaultdict

from rapidfuzz.distance import LCSseq
from rensa import RMinHash

ABBREVIATION = re.compile(
    r"(?<!\w)(?:[A-Z]|(?:[A-Z]\.)+[A-Z]|Mr|Mrs|Ms|Dr|Prof|St|Gen|Lt|Col|Maj|Capt|Brig|Sgt|Sen|Rep|Gov|Rev|Hon|No|vs"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$"
)
STOP = re.compile(r"[.!?…]+[\"”’'»)\]]*(?=\s+[\"“‘'«(\[]?[^\W_a-z])")
QUOTATION = re.compile(r'[“„«](?:(?!\n\s*\n)[^“”„«»])*|(?<![^\s(\[—–-])"(?=\S)(?:(?!\n\s*\n)[^"])*')
DATELINE = re.compile(
    r"\s*(?:(?:\w[\w .,’'/-]{0,60})?\([A-Z][\w .&/-]{0,30}\)|[A-Z]{3,}[\w .,/()’'-]{0,60}?)\s*[-–—]{1,2}\s+"
)
CALENDAR = set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
NEGATORS = set(
    "no not never none neither nor nobody nothing without cannot deny denies denied denying reject rejects rejected "
    "rejecting refute refutes refuted".split()
)
AUXILIARIES = set("is are was were do does did has have had wo would ca could should must".split())
SHORTEST, BANDS, ROWS, SEED = 8, 10, 3, 2


def cut(text: str) -> list[tuple[int, int]]:
    """Begin and end of each sentence."""
    found = []
    begin = 0
    for blank in re.finditer(r"\n\s*\n|\Z", text):
        for chunk in lines(text, begin, blank.start()):
            found += within(text, *chunk)
        begin = blank.end()
    return found


def lines(text: str, begin: int, end: int) -> list[tuple[int, int]]:
    """The lines of a paragraph, joined where they are wrapped prose."""
    found = []
    each = list(re.compile(r"[^\n]+").finditer(text, begin, end))
    width = max((len(line[0].rstrip()) for line in each), default=0)
    for line in each:
        here = line[0].rstrip()
        if whole(here) or len(here) > 100 or len(here) < 0.6 * width or line.end() >= end:
            found.append((begin, line.end()))
            begin = line.end()
    return found


def within(text: str, begin: int, end: int) -> list[tuple[int, int]]:
    """The sentences of a stretch."""
    stops = [
        stop.end()
        for stop in STOP.finditer(text, begin, end)
        if not ABBREVIATION.search(text[begin : stop.start()])
    ]
    found = []
    for stop in [*stops, end]:
        here = text[begin:stop]
        if here.strip():
            found.append((stop - len(here.lstrip()), begin + len(here.rstrip())))
        begin = stop
    return found


def whole(sentence: str) -> bool:
    """Whether it ends as a sentence does."""
    return re.search(r"[.!?…][\"”’'»)\]]*\s*$", sentence) is not None


def undated(sentence: str) -> str:
    """The sentence without a dateline."""
    return DATELINE.sub("", sentence, count=1) if DATELINE.match(sentence) else sentence


def folded(text: str) -> str:
    """Without what stands inside words, accents and case."""
    text = re.sub(r"\b(\w)\.(?=\w\b)", r"\1", text)
    text = re.sub(r"(?<=\w)[’'‘\-‐‑](?=\w)", "", text)
    parts = (part for sign in text for part in unicodedata.normalize("NFKD", sign))
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()


def tokens_of(text: str) -> list[str]:
    """The words, folded."""
    return re.findall(r"\w+", folded(text))


def names_and_numbers(sentence: str) -> set[str]:
    """What no light edit changes."""
    sentence = re.sub(r"\b(\w)\.(?=\w\b)", r"\1", sentence)
    found = re.findall(r"\w+", re.sub(r"(?<=\w)[’'‘\-‐‑](?=\w)", "", sentence))
    telling = [word for word in found[1:] if word[0].isupper() or any(sign.isdigit() for sign in word)]
    return {folded(word) for word in telling} - CALENDAR


def negations(tokens: list[str]) -> list[str]:
    """What turns a sentence into its contrary."""
    return sorted(
        word for word in tokens if word in NEGATORS or (word.endswith("nt") and word[:-2] in AUXILIARIES)
    )


def unquoted(text: str) -> str:
    """With blanks for what is quoted."""
    for found in QUOTATION.finditer(text):
        text = text[: found.start()] + " " * len(found[0]) + text[found.end() :]
    return text


def plain_fingerprint(text: str) -> str:
    """The fingerprint, as it is kept."""
    records = b""
    plain = unquoted(text)
    for begin, end in cut(text):
        sentence = undated(text[begin:end])
        tokens = tokens_of(sentence)
        told, bands = len(tokens), [0] * BANDS
        if whole(sentence) and len(tokens) >= SHORTEST:
            if plain[begin:end] != text[begin:end]:
                told = min(told, len(tokens_of(plain[begin:end])))
            bands = signed(tokens)
        else:
            tokens, told = [], 0
        records += struct.pack("<IIHH10I", begin, end, min(len(tokens), 65535), min(told, 65535), *bands)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:8]
    return b64encode(bytes((1, RMinHash.ALGORITHM_VERSION)) + digest + records).decode("ascii")


def signed(tokens: list[str]) -> list[int]:
    """One number a band."""
    shingles = [" ".join(tokens[at : at + 3]) for at in range(len(tokens) - 2)]
    (values,) = RMinHash.digests_from_token_sets([shingles], BANDS * ROWS, SEED)
    found = []
    for band in range(BANDS):
        mixed = band + 1
        for row in range(ROWS):
            mixed = ((mixed ^ values[band * ROWS + row]) * 0x9E3779B97F4A7C15) % 2**64
            mixed ^= mixed >> 32
        found.append(max(mixed >> 32, 1))
    return found


def plain_comparison(first: str, second: str) -> tuple[dict[int, int], dict[int, int]]:
    """The sentences of the first that stand in the second, and the other way round."""
    one, other = (
        {triple for begin, end in cut(text) for triple in triples(tokens_of(undated(text[begin:end])))}
        for text in (first, second)
    )
    if len(one & other) < 0.12 * min(len(one), len(other)):
        return {}, {}
    return standing(first, second), standing(second, first)


def triples(tokens: list[str]) -> set[tuple[str, ...]]:
    """Each three words that follow one another."""
    return {tuple(tokens[at : at + 3]) for at in range(len(tokens) - 2)}


def standing(one: str, other: str) -> dict[int, int]:
    """The sentences of the one text that stand in the other, by number."""
    there = [tokens_of(undated(other[begin:end])) for begin, end in cut(other)]
    vocabulary = {word for tokens in there for word in tokens}
    found = {}
    for number, (begin, end) in enumerate(cut(one)):
        sentence = undated(one[begin:end])
        tokens = tokens_of(sentence)
        if tokens in there:
            found[number] = there.index(tokens)
        elif len(tokens) >= SHORTEST and whole(sentence):
            place = alike(tokens, there)
            if (
                place is not None
                and not names_and_numbers(sentence) - vocabulary
                and negations(tokens) == negations(beside(there, place, tokens))
            ):
                found[number] = place
    return found


def alike(tokens: list[str], there: list[list[str]]) -> int | None:
    """The sentence that has most of the words in their order."""
    shared: defaultdict[int, int] = defaultdict(int)
    for triple in triples(tokens):
        for number, sentence in enumerate(there):
            shared[number] += triple in triples(sentence)
    likely = sorted(
        (-count, number) for number, count in shared.items() if count and count >= 0.1 * len(tokens)
    )
    found = [(-LCSseq.similarity(tokens, beside(there, number, tokens)), number) for _, number in likely[:3]]
    most, place = min(found, default=(0, 0))
    return place if found and -most >= 0.7 * len(tokens) else None


def beside(there: list[list[str]], number: int, tokens: list[str]) -> list[str]:
    """The sentence, with the one next to it where it is shorter than the words looked for."""
    here = there[number]
    if len(here) >= len(tokens):
        return here
    wanted = set(tokens) - set(here)
    after = there[number + 1] if number + 1 < len(there) else []
    before = there[number - 1] if number else []
    return [*here, *after] if len(wanted & set(after)) >= len(wanted & set(before)) else [*before, *here]
