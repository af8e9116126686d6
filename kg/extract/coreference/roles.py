"""What a document says its entities are: titles before names, appositions, and "X is a lawyer"."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from kg.extract.annotations import TokenMention
from kg.extract.clauses import opens_clause
from kg.extract.coreference.identified import identified_at, identified_by_verb
from kg.extract.lexicon.bodies import BODY_NOUNS
from kg.extract.lexicon.people import LEADERS, PERSON_NOUNS, TITLE_NOUNS, TITLE_PARTS
from kg.extract.lexicon.people import words as word_set
from kg.extract.mentions.explained import whole_of
from kg.extract.mentions.name_types import lemma_of
from kg.extract.mentions.nominals import Nominal
from kg.extract.tree import Token
from kg.extract.words import QUOTES, Words
from kg.model import EntityType, MentionKind

CALLED: Final = frozenset({"named", "called", "nicknamed", "dubbed"})
TITLE_REACH: Final = 7
"""How many tokens before a name its title is looked for."""
PAST: Final = word_set("former ex ousted deposed fallen toppled disgraced exiled onetime erstwhile then")
"""Before a role, that it is over."""
OF_GENERALS: Final = word_set("secretary attorney director solicitor surgeon inspector governor")
"""Before "general", that it is an office and no rank."""
SHORT_TITLES: Final = {
    "gen": "general", "col": "colonel", "lt": "lieutenant", "capt": "captain", "maj": "major", "sgt": "sergeant",
    "adm": "admiral", "brig": "brigadier", "sen": "senator", "rep": "representative", "gov": "governor",
    "rev": "reverend", "prof": "professor", "dr": "doctor", "cpl": "corporal", "insp": "inspector",
}  # fmt: skip


class RolesSeen:
    """Nouns by entity, in the order in which the text gives them.

    Attributes:
        nouns: entity key → lemmas that the text uses for it.
        country: person → the country whose title the person bears ("Danish President Ole Holm").
        seat: body → the country before its name ("Danish lender Nordbank", "Denmark's Nordbank").
        roles: (possessor's key, lemma) → who bears that role ("Holm's lawyer, Karin Dahl").
        place: entity → the token where it is first named.
    """

    def __init__(self) -> None:
        self.nouns: dict[str, set[str]] = defaultdict(set)
        self.country: dict[str, str] = {}
        self.seat: dict[str, str] = {}
        self.roles: dict[tuple[str, str], str] = {}
        self.place: dict[str, int] = {}

    def add(self, entity: str, lemma: str) -> None:
        """Note that the text calls the entity so."""
        self.nouns[entity].add(lemma)


def titles(words: Words, mentions: Sequence[TokenMention], roles: RolesSeen) -> None:
    """Note the nouns that stand right before names."""
    named = {i: m for m in mentions for i in range(m.start, m.end)}
    for mention in mentions:
        roles.place.setdefault(mention.entity, mention.start)
    for mention in mentions:
        if mention.type not in (EntityType.PERSON, EntityType.ORGANIZATION):
            continue
        i = mention.start - 1
        if mention.type is EntityType.ORGANIZATION and i > 0 and words.text[i] in QUOTES:
            i -= 1
        nearest = i
        leads, title = False, ""
        while (
            i >= 0 and mention.start - i <= TITLE_REACH and words.sentence[i] == words.sentence[mention.start]
        ):
            if (other := named.get(i)) is not None:
                if title and words.lower[other.start - 1] in PAST and other.start:
                    roles.add(mention.entity, f"{words.lower[other.start - 1]} {title}")
                if leads and other.type is EntityType.COUNTRY and mention.type is EntityType.PERSON:
                    roles.country.setdefault(mention.entity, other.entity)
                if other.type is EntityType.COUNTRY and mention.type is EntityType.ORGANIZATION:
                    roles.seat.setdefault(mention.entity, other.entity)
                break
            lower = words.lower[i].rstrip(".")
            if lower == "of" and mention.type is EntityType.PERSON and (title or i == nearest):
                break  # "the sister of the banker Karin Holm"
            if words.text[i] in ("'s", "’s", "’", "."):
                i -= 1
                continue
            lemma = SHORT_TITLES.get(lower) or lemma_of(words, i)
            if mention.type is EntityType.PERSON and (
                lemma in PERSON_NOUNS or lower in TITLE_NOUNS or lower in SHORT_TITLES
            ):
                if not (title and lemma == "deputy"):  # "Deputy Foreign Minister Bo Ek" is nobody's deputy
                    _add_title(words, i, lemma, mention.entity, roles)
                leads, title = leads or lemma in LEADERS, lemma
            elif mention.type is EntityType.ORGANIZATION and lemma in BODY_NOUNS and i == nearest:
                roles.add(mention.entity, lemma)
            elif not (
                words.pos[i] in ("ADJ", "NOUN", "PROPN", "ADP")
                and (words.pos[i] == "ADJ" or lower in TITLE_PARTS)
            ):
                break
            i -= 1


_OBJECTS: Final = frozenset(("dobj", "pobj", "conj"))
"""After these a name before "said" is who tells of them ("killed a boy, Ole Holm said")."""


def _add_title(words: Words, i: int, lemma: str, entity: str, roles: RolesSeen) -> None:
    """Note a title with the word that qualifies it: "prime-minister", "minister" and "interior minister"."""
    before = words.lower[i - 1] if i else ""
    if lemma == "premier" or (lemma == "minister" and before == "prime"):
        roles.add(entity, "prime-minister")
        return
    office = words.lower[i - 2] if before == "-" and i > 1 else before
    if lemma == "general" and office in OF_GENERALS:
        roles.add(entity, f"{office}-general")
        return
    roles.add(entity, lemma)
    if before in TITLE_PARTS or before in PAST:
        roles.add(entity, f"{before} {lemma}")


def apposed(
    words: Words,
    nominal: Nominal,
    by_start: Mapping[int, TokenMention],
    by_end: Mapping[int, TokenMention],
    by_head: Mapping[int, TokenMention],
) -> TokenMention | None:
    """The name that a nominal is in apposition to, on either side; None where there is none."""
    if nominal.end < len(words) and words.text[nominal.end] in ("'s", "’s", "’", "'"):
        return None
    for found in (
        _before(words, nominal, by_end),
        _after(words, nominal, by_start),
        _beyond(words, nominal, by_start, by_end),
        _parsed(words, nominal, by_head),
        _identified(words, nominal, by_head),
    ):
        if found is not None and found.type is nominal.type:
            return found
    return None


def _before(words: Words, nominal: Nominal, by_end: Mapping[int, TokenMention]) -> TokenMention | None:
    """ "NAME, a retired colonel" and "NAME, 47, a retired colonel"; not "NAME, a colonel and"."""
    i = nominal.start - 1
    if i >= 0 and words.lower[i] in ("the", "a", "an", "now", "then", "another"):
        i -= 1
    if i < 1 or words.text[i] not in (",", "(", "[", "—", "–"):
        return None
    if words.text[i - 1].isdigit() and words.text[i - 2] == ",":
        i -= 2
    mention = by_end.get(i)
    if mention is None or nominal.plural or nominal.determiner == "":
        return None
    if words.text[i] == "," and _lists(words, mention, nominal):
        return None
    return whole_of(words.tokens, mention, lambda end: filter(None, [by_end.get(end)]), {nominal.lemma})


def _lists(words: Words, mention: TokenMention, nominal: Nominal) -> bool:
    """Whether comma and nominal go on with a list rather than explain the name."""
    token = words.tokens[nominal.head]
    if token.dep_ == "conj":
        return True
    if token.dep_ == "appos":
        return False
    if opens_clause(token, words.tokens[mention.head]):
        return True
    return (
        token.dep_ in ("nsubj", "nsubjpass")
        and token.i > mention.end
        and words.text[mention.end] == ","
        and (nominal.end < len(words) and words.pos[nominal.end] in ("VERB", "AUX"))
    )


def _after(words: Words, nominal: Nominal, by_start: Mapping[int, TokenMention]) -> TokenMention | None:
    """ "the presiding judge, NAME," and "his lawyer, NAME"."""
    i = max(nominal.end, nominal.reach)
    if i + 1 >= len(words) or nominal.plural:
        return None
    participle = words.lower[i] in CALLED and words.tokens[i].dep_ != "ROOT"
    if participle and (called := by_start.get(i + 1)) is not None:
        return called
    if (identified := by_start.get(identified_at(words, i) or i)) is not None:
        return identified
    if words.text[i] not in (",", "(", "—", "–") or nominal.determiner == "":
        return None
    mention = _name_ahead(words, i + 1, by_start)
    if mention is None and words.lower[i + 1] in ("who", "which"):
        return _self_called(words, i + 1, by_start)
    if mention is None and (begin := identified_at(words, i + 1)):
        return by_start.get(begin)
    if mention is None or mention.head not in range(mention.start, mention.end):
        return None
    after = words.text[mention.end] if mention.end < len(words) else "."
    name = words.tokens[mention.head]
    if name.dep_ in ("appos",) and name.head.i == nominal.head:
        return mention
    if name.dep_ == "conj" or (name.dep_ == "appos" and _is_possessed_office(name.head, nominal)):
        return None
    if words.lower[mention.end : mention.end + 1] in (["said"], ["told"]):
        return mention if words.tokens[nominal.head].dep_ not in _OBJECTS else None
    closed = after in (",", ".", ";", ")", "—", "–", "”", '"') or after.lower() in ("and", "to")
    return mention if closed else None


def _is_possessed_office(noun: Token, nominal: Nominal) -> bool:
    """Whether a noun inside a phrase says whose it is by a country's office: "the family of Chad's president, Ole Holm"."""
    inside = nominal.head < noun.i < max(nominal.end, nominal.reach)
    return inside and noun.lemma_ in LEADERS and any(c.dep_ == "poss" for c in noun.children)


def _beyond(
    words: Words, nominal: Nominal, by_start: Mapping[int, TokenMention], by_end: Mapping[int, TokenMention]
) -> TokenMention | None:
    """ "The woman he beat in 2016, NAME," and "an old friend from Oslo, NAME": a name after all that belongs to the noun."""
    token = words.tokens[nominal.head]
    if nominal.type is not EntityType.PERSON or nominal.plural or nominal.determiner == "" or nominal.inside:
        return None
    told = [c for c in token.children if c.i > token.i and c.dep_ in ("relcl", "acl", "prep")]
    if not told or told[0].left_edge.i != token.i + 1:
        return None
    own = {t.i for c in told for t in c.subtree}
    comma = next(
        (k for k in range(token.i + 2, words.doc[token.i].sent.end - 1) if words.text[k] == ","), None
    )
    if comma is None or not own.issuperset(range(token.i + 1, comma)):
        return None
    mention = _name_ahead(words, comma + 1, by_start)
    if mention is None or mention.kind is not MentionKind.NAME or _is_explained(words, comma, by_end):
        return None
    return mention if _stands_apart(words, mention, own) else None


def _is_explained(words: Words, comma: int, by_end: Mapping[int, TokenMention]) -> bool:
    """Whether what stands before a comma may itself be what the name after it explains, or begin a list of names."""
    last = words.tokens[comma - 1]
    named = by_end.get(comma)
    if named is not None:
        return named.type is EntityType.PERSON
    return last.tag_ == "NN" and (lemma_of(words, last.i) in PERSON_NOUNS or last.lower_ in TITLE_NOUNS)


def _stands_apart(words: Words, mention: TokenMention, own: AbstractSet[int]) -> bool:
    """Whether a name stands between commas without a part in a list or in a clause that follows."""
    name = words.tokens[mention.head]
    if name.dep_ == "conj" or any(c.dep_ == "conj" for c in name.children):
        return False
    if name.dep_ in ("nsubj", "nsubjpass") and name.head.i not in own:
        return False
    after = words.text[mention.end] if mention.end < len(words) else "."
    return after in (",", ".", ";", ")", "—", "–", "”", '"')


def _name_ahead(words: Words, i: int, by_start: Mapping[int, TokenMention]) -> TokenMention | None:
    """The name that begins at token `i`, after an article and a title at most ("the actress Karin Dahl")."""
    for k in range(i, min(i + TITLE_REACH, len(words))):
        if (found := by_start.get(k)) is not None and (k == i or found.kind is MentionKind.NAME):
            country = (
                found.type is EntityType.COUNTRY
                and k + 1 < len(words)
                and words.text[k + 1] not in (",", ".")
            )
            if not country:
                return found
        elif words.lower[k] not in ("the", ".") and words.pos[k] not in ("ADJ", "NOUN", "PROPN"):
            return None
    return None


def _self_called(words: Words, i: int, by_start: Mapping[int, TokenMention]) -> TokenMention | None:
    """The name in "which calls itself the NAME" from the token after the comma on."""
    called = words.lower[i + 1 : i + 2]
    itself = words.lower[i + 2 : i + 3]
    if (
        not called
        or called[0] not in ("call", "calls", "called")
        or not itself
        or itself[0] not in ("itself", "himself", "herself", "themselves")
    ):
        return None
    i += 3
    while i < len(words) and (words.lower[i] == "the" or words.text[i] in QUOTES):
        i += 1
    return by_start.get(i)


def _parsed(words: Words, nominal: Nominal, by_head: Mapping[int, TokenMention]) -> TokenMention | None:
    token = words.tokens[nominal.head]
    if token.dep_ == "appos" and not nominal.plural:
        other = by_head.get(token.head.i)
        return (
            other
            if other is not None and words.sentence[other.start] == words.sentence[nominal.start]
            else None
        )
    return None


def _identified(words: Words, nominal: Nominal, by_head: Mapping[int, TokenMention]) -> TokenMention | None:
    """Whom a sentence says its subject to be: "the man who runs it is NAME", "is his brother, NAME"."""
    token = words.tokens[nominal.head]
    verb = token.head
    if (known := identified_by_verb(token, by_head)) is not None:
        return known
    if token.dep_ != "nsubj" or verb.lemma_ != "be" or nominal.plural or nominal.determiner == "a":
        return None
    if any(c.dep_ == "neg" for c in verb.children):
        return None
    for said in (c for c in verb.children if c.dep_ == "attr" and c.i > verb.i):
        for name in (said, *(c for c in said.children if c.dep_ == "appos")):
            found = by_head.get(name.i)
            if found is not None and found.kind is MentionKind.NAME:
                return found
    return None
