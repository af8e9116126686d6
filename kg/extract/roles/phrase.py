"""Reads the noun phrase around a role noun over tokens: whose role it is.

The parser goes wrong at exactly these places (titles, appositions, lists of names), so only part-of-speech tags,
punctuation and the mentions themselves are used here; nothing crosses the sentence.
"""

from dataclasses import dataclass
from enum import StrEnum

from kg.extract.annotations import TokenMention
from kg.extract.lexicon.bodies import BODY_NOUNS
from kg.extract.lexicon.people import HONORIFICS, TITLE_NOUNS, TITLE_PARTS
from kg.extract.roles.index import MentionIndex
from kg.extract.tree import Token
from kg.model import EntityType, MentionKind

QUOTES = frozenset("\"'“”‘’`")
DASHES = frozenset(("-", "–", "—", "--"))
BASED = frozenset("based headquartered".split())
AMERICAN = frozenset("american americans".split())
"""After a hyphen these make the word before them one of descent ("Irish-American")."""
COMPLEMENT_PREPOSITIONS = frozenset("of for at in with to from on over against near inside within".split())
_INSIDE = frozenset(("ADJ", "NOUN", "PROPN", "NUM", "X"))
_PARTICIPLES = frozenset(("VBN", "VBG", "VBD", "JJ"))
_DEGREES = frozenset(("AFX", "HYPH", "CD", "RB", "RBR", "RBS"))
"""What stands before an adjective or a number ("most prominent", "pro-", "nearly 20")."""
_FUNCTION_WORDS = frozenset("of and the for".split())
_SITUATED = BASED | frozenset(("located", "situated", "registered"))
_TEACHERS = frozenset("professor professors lecturer lecturers reader fellow teacher student".split())
_SEATS = frozenset("headquarters offices office seat base".split())
_FORMERLY = frozenset("then ex now former".split())
SENT = frozenset(
    """envoy ambassador representative rapporteur coordinator adviser advisor negotiator emissary pointman
    correspondent expert commissioner mediator""".split()
)
"""Who is sent to a country or deals with it, mostly without being of it."""
_CLASSES = frozenset("people women men children workers farmers students teachers".split())
_ASSOCIATIONS = frozenset(
    """union league party front association federation forum guild movement congress court syndicate organization
    organisation council bloc group alliance society club army assembly confederation coalition chamber network""".split()
)
"""Bodies named after whom they are made up of ("a drivers' union")."""
_MAX_PHRASE = 14


class How(StrEnum):
    """The way in which an anchor stands on a noun."""

    POSSESSIVE = "possessive"
    MODIFIER = "modifier"
    COMPLEMENT = "complement"
    NESTED = "nested"
    BASED = "based"
    WHOSE = "whose"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A mention that a role noun is tied to.

    Attributes:
        word: the preposition that introduces it, lower case, or the empty string.
        distance: tokens between it and the noun.
    """

    mention: TokenMention
    how: How
    word: str = ""
    distance: int = 0


def is_possessive_mark(token: Token) -> bool:
    """Whether a token is the 's of a possessive, or the apostrophe of a plural's."""
    alone = token.text in ("'", "’") and token.dep_ == "case"
    return token.tag_ == "POS" or alone or (token.lower_ in ("'s", "’s") and token.pos_ == "PART")


def is_title(token: Token) -> bool:
    """Whether a word can stand inside a title before a name."""
    word = token.lower_.removesuffix(".")
    if word in _FUNCTION_WORDS or (word == "under" and token.pos_ == "ADP"):
        return False
    return word in HONORIFICS or word in TITLE_NOUNS or word in TITLE_PARTS


def inside_phrase(token: Token) -> bool:
    """Whether a word can stand between the beginning of a noun phrase and its head."""
    if token.lower_ == "such" or any(c.dep_ == "nsubj" and c.i < token.i for c in token.children):
        return False
    if token.pos_ in _INSIDE or token.text in DASHES - {"—", "--"} or token.text in QUOTES:
        return True
    if token.tag_ in _DEGREES and token.pos_ != "PART":
        return token.lower_ not in ("not", "n't", "then")
    if token.tag_ not in _PARTICIPLES or token.pos_ not in ("VERB", "ADJ"):
        return False
    hyphenated = token.i > 0 and token.nbor(-1).text == "-"
    return hyphenated or token.dep_ in ("amod", "compound", "nmod")


class PhraseReader:
    """Reads to the left and to the right of a noun."""

    def __init__(self, index: MentionIndex) -> None:
        self.index = index
        self.tokens = index.tokens

    def before(self, start: int, noun: int) -> tuple[list[Anchor], int]:
        """What stands on a noun to its left, nearest first, and where its phrase begins."""
        left, _ = self.index.bounds(start)
        anchors: list[Anchor] = []
        i = start
        while i > left and start - i < _MAX_PHRASE:
            token = self.tokens[i - 1]
            if token.text == ")" and (opening := self._abbreviated(i, left)):
                i = opening
                continue
            if is_possessive_mark(token) and self._tells_kind(i - 2, noun):
                i -= 2
                continue
            if is_possessive_mark(token):
                owner = self.index.ending_before(i - 1, noun) or self.index.ending_before(i, noun)
                if owner:
                    anchors.append(Anchor(owner, How.POSSESSIVE, distance=start - i))
                    i = owner.start
                return anchors, self._article(i, left)
            mention = self.index.ending_before(i, noun)
            if mention and mention.start >= left:
                if mention.kind is MentionKind.PRONOUN:
                    if token.tag_ == "PRP$":
                        anchors.append(Anchor(mention, How.POSSESSIVE, distance=start - i))
                        i = mention.start
                    return anchors, i
                if self._gets_post(mention, noun):
                    break
                anchor = self._modifier(mention, i, start)
                if anchor:
                    anchors.append(anchor)
                i = mention.start
                continue
            if token.tag_ in ("PRP$", "WP$"):
                return anchors, i - 1
            if token.pos_ == "DET" or token.tag_ == "DT":
                return anchors, i - 1
            if token.lower_ in ("and", "or", "&") and self._joins_modifiers(i - 1, left):
                i -= 1
                continue
            if not inside_phrase(token):
                break
            i -= 1
        while i < start and self.tokens[i].text in QUOTES:
            i += 1
        return anchors, i

    def _tells_kind(self, i: int, noun: int) -> bool:
        """Whether a possessor tells only what kind of body it is ("the Danish Students' Front", "a people's court")."""
        owner = self.tokens[max(i, 0)]
        several = owner.tag_ in ("NNS", "NNPS") or owner.lower_ in _CLASSES
        named = any(m.kind is MentionKind.NAME for m in self.index.ending(i + 1))
        return several and not named and self.tokens[noun].lemma_.lower() in _ASSOCIATIONS

    def _gets_post(self, mention: TokenMention, noun: int) -> bool:
        """Whether somebody before a post is who gets it ("appointed Ann Lee president")."""
        person, post = self.tokens[mention.head], self.tokens[noun]
        return post.dep_ == "oprd" and person.dep_ == "dobj" and person.head == post.head

    def _abbreviated(self, end: int, left: int) -> int:
        """Where the bracket opens that ends here with the short form of the name before it, or 0 ("Green League (GL)")."""
        opening = end - 3
        if opening <= left or self.tokens[opening].text != "(" or not self.tokens[end - 2].text[:2].isupper():
            return 0
        named = self.index.ending(opening)
        return opening if any(m.type is EntityType.ORGANIZATION for m in named) else 0

    def _article(self, i: int, left: int) -> int:
        """Back over the article or the honorific before a possessor."""
        while i > left and self.tokens[i - 1].lower_.removesuffix(".") in HONORIFICS:
            i -= 1
        return i - 1 if i > left and self.tokens[i - 1].pos_ == "DET" else i

    def _joins_modifiers(self, i: int, left: int) -> bool:
        """Whether an "and" stands between two words before the same noun ("founder and chairman")."""
        if i - 1 < left or i + 1 >= len(self.tokens):
            return False
        before, after = self.tokens[i - 1], self.tokens[i + 1]
        return (
            before.pos_ in ("NOUN", "ADJ", "PROPN")
            and after.pos_ in ("NOUN", "ADJ", "PROPN")
            and (not self.index.ending(i) and not self.index.starting(i + 1))
        )

    def _modifier(self, mention: TokenMention, end: int, start: int) -> Anchor | None:
        distance = start - end
        following = self.tokens[end] if end < len(self.tokens) else None
        if following is not None and following.text in DASHES and end < start:
            word = self.tokens[end + 1].lower_ if end + 1 < len(self.tokens) else ""
            twin = any(m.type is mention.type is EntityType.COUNTRY for m in self.index.starting(end + 1))
            if twin and following.text == "-" and self.tokens[end + 1].lower_ not in AMERICAN:
                return Anchor(mention, How.MODIFIER, distance=distance)
            return Anchor(mention, How.BASED, word, distance) if word in BASED else None
        if self._is_sent_to(mention):
            return None
        if self._is_inside_compound(mention) and not self._is_second_of_two(mention):
            return None
        return Anchor(mention, How.MODIFIER, distance=distance)

    def _is_sent_to(self, mention: TokenMention) -> bool:
        """Whether a country before a name is that to which an envoy is sent ("U.N. envoy for Chad Ole Holm")."""
        before = self.tokens[max(mention.start - 2, 0) : mention.start]
        return (
            len(before) == 2
            and mention.type is EntityType.COUNTRY
            and before[1].lower_ in ("for", "to", "on")
            and before[0].lower_ in SENT
        )

    def _is_inside_compound(self, mention: TokenMention) -> bool:
        """Whether a hyphen joins it to the word before, which is no word of time ("anti-American", "then-U.S.")."""
        before = self.tokens[max(mention.start - 2, 0) : mention.start]
        glued = len(before) == 2 and before[1].text == "-" and not before[1].whitespace_
        return glued and before[0].lower_ not in _FORMERLY

    def _is_second_of_two(self, mention: TokenMention) -> bool:
        """Whether a hyphen joins it to another country ("Danish-Norwegian")."""
        before = self.index.ending(mention.start - 1)
        return mention.type is EntityType.COUNTRY and any(m.type is EntityType.COUNTRY for m in before)

    def after(self, end: int, *, plural: bool) -> tuple[list[Anchor], int]:
        """The complements of a noun ("of the bank in Lima") and where they end; only the first is its own."""
        _, right = self.index.bounds(end - 1)
        anchors: list[Anchor] = []
        apart = False
        i = self._past_seat(end, right)
        while i < right and self.tokens[i].lower_ in COMPLEMENT_PREPOSITIONS and i - end < _MAX_PHRASE:
            word = self.tokens[i].lower_
            bearer = self._bearer(end, i, right)
            found, after = self.noun_phrase(i + 1, bearer or right, coordinated=plural)
            if after == i + 1:
                break
            how = self._complement(anchors, word, apart=apart)
            if word == "of" and after < right and self.tokens[after].lower_ == "at" and self._teaches(end):
                how = How.NESTED
            apart = apart or (not found and word not in ("of", "for"))
            anchors += [Anchor(mention, how, word, i - end) for mention in found]
            i = after
        return anchors, i

    def _bearer(self, end: int, preposition: int, right: int) -> int | None:
        """Where the name of who holds a post follows what it is of or for ("ambassador to Chad Ole Holm")."""
        if preposition != end or not is_title(self.tokens[end - 1]):
            return None
        if self.tokens[preposition].lower_ not in ("of", "for", "to"):
            return None
        i = preposition + 2
        while (
            i < right and self.tokens[i - 1].pos_ in ("PROPN", "DET", "ADP") and i - preposition < _MAX_PHRASE
        ):
            named = any(
                m.type is EntityType.PERSON and m.kind is MentionKind.NAME for m in self.index.starting(i)
            )
            before = self.tokens[i - 1]
            if named:
                titled = before.lower_.removesuffix(".") in TITLE_NOUNS | HONORIFICS
                return i if before.pos_ == "PROPN" and not titled else None
            i += 1
        return None

    @staticmethod
    def _complement(earlier: list[Anchor], word: str, *, apart: bool) -> How:
        """Only the first complement is the noun's own, but for "at", which leads to the employer past field and place."""
        own = [anchor.mention for anchor in earlier if anchor.how is How.COMPLEMENT]
        if word == "at" and all(mention.type is not EntityType.ORGANIZATION for mention in own):
            return How.COMPLEMENT
        return How.NESTED if apart or own else How.COMPLEMENT

    def _teaches(self, end: int) -> bool:
        """Whether the noun's "of" brings a subject rather than an employer ("professor of International Relations")."""
        return self.tokens[end - 1].lower_ in _TEACHERS

    def _past_seat(self, i: int, right: int) -> int:
        """Past "based" and "with its headquarters" where a place is to follow."""
        j = i
        if j + 2 < right and self.tokens[j].lower_ == "with":
            j += 1
            while j + 1 < right and (self.tokens[j].tag_ == "PRP$" or self.tokens[j].pos_ in ("DET", "ADJ")):
                j += 1
            if self.tokens[j].lower_ not in _SEATS:
                return i
            j += 1
        elif j < right and self.tokens[j].lower_ in _SITUATED:
            j += 1
        return j if j < right and self.tokens[j].lower_ in ("in", "at", "on", "near") else i

    def noun_phrase(self, i: int, right: int, *, coordinated: bool) -> tuple[list[TokenMention], int]:
        """The mentions that a noun phrase from here on stands for, and where it ends; `i` where there is none."""
        begin = i
        last: TokenMention | None = None
        while i < right and i - begin < _MAX_PHRASE:
            mention = next((m for m in self.index.starting(i) if m.end <= right), None)
            if mention:
                last, i = mention, mention.end
                if i < right and is_possessive_mark(self.tokens[i]):
                    last, i = None, i + 1
                elif mention.kind is MentionKind.PRONOUN and self.tokens[mention.start].tag_ == "PRP$":
                    last = None
                continue
            token = self.tokens[i]
            if token.pos_ == "DET" or token.tag_ in ("PRP$", "DT", "PDT"):
                if last:
                    break
            elif not inside_phrase(token):
                break
            elif last and token.pos_ in ("NOUN", "PROPN"):
                names_body = last.type is EntityType.ORGANIZATION and token.lemma_.lower() in BODY_NOUNS
                last = last if names_body else None
            i += 1
        found = [last] if last else []
        if coordinated and last and i + 1 < right and self.tokens[i].lower_ in ("and", "or"):
            more, after = self.noun_phrase(i + 1, right, coordinated=False)
            if more and more[0].type is last.type:
                return found + more, after
        return found, i
