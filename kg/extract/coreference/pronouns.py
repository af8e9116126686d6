"""Who a pronoun stands for: an agreeing entity of this or a sentence before, or the speaker of the quotation."""

from collections.abc import Set as AbstractSet
from typing import Final

from kg.extract.annotations import TokenMention
from kg.extract.coreference.binding import (
    bidden,
    bidding,
    deciders,
    doing_together,
    is_inside_subject,
    is_under_order,
    objects_told,
    replaced_by,
    says,
    subjects_of,
    surname_of_kin,
    with_listed,
)
from kg.extract.coreference.possessions import fit
from kg.extract.coreference.reasons import judged_for
from kg.extract.coreference.salience import History, Seen
from kg.extract.lexicon.people import words as word_set
from kg.extract.lexicon.words import SPEECH_VERBS
from kg.extract.tree import Token
from kg.extract.words import Words
from kg.model import EntityType, MentionKind

MALE: Final = word_set("he him his himself")
FEMALE: Final = word_set("she her hers herself")
NEUTER: Final = word_set("it its itself")
PLURAL: Final = word_set("they them their theirs themselves")
FIRST: Final = word_set("i me my mine myself we us our ours ourselves")
BOUND: Final = word_set("his her its their himself herself itself themselves")
"""Possessives and reflexives: their antecedent mostly stands in the sentence."""
PRONOUNS: Final = MALE | FEMALE | NEUTER | PLURAL | FIRST
WEATHER: Final = word_set("seem appear rain snow happen turn take matter")
OBJECTS: Final = frozenset({"dobj", "dative"})
TO_PEOPLE: Final = frozenset({"against", "with", "to", "of"})
"""Prepositions behind which a verb's object may stand."""
_BELOW: Final = frozenset(("dobj", "pobj", "dative"))
FRONT: Final = 4
"""How many tokens from the start of its sentence a possessive may look ahead."""
THRESHOLD: Final = 0.5
TOPIC: Final = 0.2
"""Weight of each earlier mention: a text goes on about whom it is about."""
LATEST: Final = 12
"""How many mentions back the subject of a pronoun's own clause may stand."""
FADING: Final = 0.8
"""Weight by sentence against a set of two or three, which is spoken of as one for a moment only."""
SUBJECT: Final = 1.2
"""Weight of subjects; """
FOR_OBJECTS: Final = 0.6
"""less for a pronoun that is none itself, over sentences."""
MAIN: Final = 0.4
"""Weight of the subject of an earlier sentence's main verb for a subject, or for whose it is."""
INSIDE: Final = 1.5
"""Weight against whoever is only named inside the subject of a pronoun's verb ("a friend of Holm's called him")."""
TOPICAL: Final = 0.8
"""Weight of what the sentence before opens with and is about, for "it" or "its" that opens the next."""
NAMESAKE: Final = 2.0
"""Weight of whoever has the surname of the relative that is named ("His brother Ahmad Habibi")."""
ALIKE: Final = 2.0
"""Weight of the object of one verb for a pronoun that is the object of the next."""
JOINED: Final = 3.0
"""Weight of "Petrov and his sons"."""
FLEETING: Final = 1.8
"""Weight against somebody unnamed who is no subject."""
MANY: Final = 2.5
"""Weight against a body that is spoken of in the plural ("police", "prosecutors"), for "it" and "its"."""
REASON: Final = 3.5
"""Weight for whom a reason is held against, over the subject of the sentence."""
BIDDEN: Final = 1.2
"""Weight for who is told to do something with what is his, or tells another to do it to him."""


SAYING: Final = 1.5
"""Weight of who says it, for the subject of what is said ("Holm said he")."""


class PronounResolver:
    """Resolves the pronouns of a document against its history.

    Args:
        words: the tokens.
        history: the mentions so far; grows while the text is read.
        quoted: for each token whether it stands inside quotation marks.
    """

    def __init__(self, words: Words, history: History, quoted: list[bool]) -> None:
        self.w = words
        self.history = history
        self.quoted = quoted

    def antecedent(self, i: int, others: AbstractSet[str] = frozenset()) -> tuple[str, float] | None:
        """The entity of the pronoun at token `i` with a confidence; None where no agreeing one is near.

        `others` are entities that it cannot stand for.
        """
        token = self.w.tokens[i]
        lower = self.w.lower[i]
        if lower in NEUTER and self._pleonastic(token):
            return None
        best, best_score = None, -9.0
        speaker = self._speaker_nearby(i)
        for item in self.history.recent(self.w.sentence[i]):
            entity = item.mention.entity
            if (
                entity == speaker
                or entity in others
                or not self._agrees(lower, item)
                or self._bound_by(token, item)
            ):
                continue
            score = self._score(token, lower, item)
            if score > best_score:
                best, best_score = item, score
        if best is None:
            return self._far_back(token, lower)
        if best_score < THRESHOLD:
            return None
        same = best.sentence == self.w.sentence[i]
        return best.mention.entity, (0.8 if same and _is_bound(token) else 0.7 if same else 0.6)

    def _far_back(self, token: Token, lower: str) -> tuple[str, float] | None:
        """The last person named of the pronoun's known gender, where nobody near agrees."""
        if lower not in MALE | FEMALE:
            return None
        wanted = "m" if lower in MALE else "f"
        speaker = self._speaker_nearby(token.i)
        for item in reversed(self.history.seen):
            entity = item.mention.entity
            known = self.history.gender.get(entity) == wanted and self.history.count[entity] > 1
            if known and self._agrees(lower, item) and not self._bound_by(token, item) and entity != speaker:
                return entity, 0.5
        return None

    def subject_ahead(self, i: int) -> int | None:
        """The subject that follows the phrase which a possessive opens the sentence in, or None."""
        token = self.w.tokens[i]
        if token.dep_ != "poss" or (i and i - token.sent.start > FRONT):
            return None
        verb = token.sent.root
        above = {a.i for a in token.ancestors}
        if any(c.dep_ in ("nsubj", "nsubjpass") and c.i < i for a in token.ancestors for c in a.children):
            return None
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass") and child.i > i:
                return child.i if child.i not in above and verb.i in above else None
        return None

    def may_mean(self, i: int, mention: TokenMention) -> bool:
        """Whether the pronoun at token `i` agrees with a mention in kind, number and gender."""
        plural = mention.entity in self.history.groups
        return self._agrees(self.w.lower[i], Seen(mention, self.w.sentence[i], subject=True, plural=plural))

    def _agrees(self, lower: str, item: Seen) -> bool:
        kind, entity = item.mention.type, item.mention.entity
        if lower in MALE or lower in FEMALE:
            if kind is not EntityType.PERSON or item.plural:
                return False
            gender = self.history.gender.get(entity)
            return gender is None or gender == ("m" if lower in MALE else "f")
        if lower in NEUTER:
            return kind is not EntityType.PERSON and not item.plural
        several = kind in (EntityType.PERSON, EntityType.COUNTRY) or entity in self.history.sets
        return (several and item.plural) or kind is EntityType.ORGANIZATION

    def _score(self, token: Token, lower: str, item: Seen) -> float:
        here = self.w.sentence[token.i]
        distance = here - item.sentence
        score = 3.0 - 1.3 * distance - 0.02 * (token.i - item.mention.head)
        mention = item.mention
        score += TOPIC * min(self.history.count[mention.entity], 8)
        if distance == 0 and self._shares_verbs(token, mention.head):
            score += ALIKE
        elif mention.tentative and not item.subject:
            score -= FLEETING
        if item.subject:
            score += (SUBJECT if token.dep_ not in _BELOW or not distance else FOR_OBJECTS) + (
                1.0 if distance == 1 and self._goes_on(token) else 0.0
            )
        if lower in MALE | FEMALE and self.history.gender.get(mention.entity):
            score += 0.8
        if mention.kind is MentionKind.PRONOUN:
            score += 0.5
        if lower in PLURAL:
            several = mention.type is EntityType.PERSON or mention.entity in self.history.sets
            score += 0.8 if several else -1.2
            if mention.entity in self.history.sets:
                score -= FADING * distance
        if lower in NEUTER:
            score += (
                0.3
                if mention.type is EntityType.ORGANIZATION
                else -0.6
                if mention.type is EntityType.PLACE
                else 0.0
            )
            if self._is_many(mention):
                score -= MANY
            if lower == "it":
                score -= 1.0 if token.dep_ not in ("nsubj", "nsubjpass") else 0.3
            score += fit(self.w, token, mention.type, self.history.called(mention.entity))
        if distance and item.subject and _is_subject(token) and _leads_sentence(self.w.tokens[mention.head]):
            score += MAIN
        if distance == 0 and is_inside_subject(token, self.w.tokens[mention.head]):
            score -= INSIDE
        if distance == 1 and item.subject and self._goes_on_about(token, mention.head):
            score += TOPICAL
        if (surname := surname_of_kin(token)) and mention.entity.endswith(f"-{surname}"):
            score += NAMESAKE
        if distance == 0 and _is_joined(token, mention):
            score += JOINED
        if distance == 0 and _is_bound(token):
            score += 0.6 + (0.8 if self._governs(token, mention.head) else 0.0)
        if distance == 0 and mention.head in judged_for(token):
            score += REASON
        if (
            distance == 0
            and mention.kind is not MentionKind.NOMINAL
            and says(self.w.tokens[mention.head], token)
        ):
            score += SAYING
        if distance == 0 and mention.head in bidden(token) | bidding(token):
            score += BIDDEN
        if self.quoted[token.i] != self.quoted[mention.head]:
            score -= 0.6
        return score

    def _is_many(self, mention: TokenMention) -> bool:
        """Whether a body's noun is a plural one, or a board's, whose firm is meant."""
        nominal = mention.kind is MentionKind.NOMINAL and mention.type is EntityType.ORGANIZATION
        head = self.w.tokens[mention.head]
        return nominal and (head.tag_ == "NNS" or head.lower_ in ("police", "board"))

    def _shares_verbs(self, token: Token, head: int) -> bool:
        """Whether both are objects of verbs that "and" joins: "ran against Brandt and beat him"."""
        other = self.w.tokens[head]
        verb = token.head
        besides = verb.dep_ == "advcl" and verb.tag_ == "VBG"
        if token.dep_ not in OBJECTS or other.i > token.i or not (verb.dep_ == "conj" or besides):
            return False
        own = any(c.dep_ == "nsubj" for c in verb.children)
        if own and token.lower_ not in NEUTER:
            return False
        if other.dep_ == "pobj":
            return other.head.lower_ in TO_PEOPLE and other.head.head == verb.head
        return other.dep_ in OBJECTS and other.head == verb.head

    def _goes_on_about(self, token: Token, head: int) -> bool:
        """Whether "it" or "its" opens a sentence as its subject after one that opened with the other as its own."""
        other = self.w.tokens[head]
        opens = token.i == token.sent.start and other.left_edge.i == other.sent.start
        return opens and token.lower_ in NEUTER and _is_subject(token) and _leads_sentence(other)

    def _goes_on(self, token: Token) -> bool:
        """Whether the pronoun is the subject of a sentence that adds to the one before: "He also accused"."""
        return token.dep_ == "nsubj" and any(c.lower_ == "also" for c in token.head.children)

    def _governs(self, token: Token, head: int) -> bool:
        """Whether the token at `head` is the subject of the nearest clause above the pronoun."""
        node = token.head
        for _ in range(8):
            if node.dep_ == "xcomp" and (told := objects_told(node)):
                return head in told
            subjects = [c for c in node.children if c.dep_ in ("nsubj", "nsubjpass")]
            if subjects:
                return any(c.i == head for c in subjects)
            if node.head == node:
                return False
            node = node.head
        return False

    def _bound_by(self, token: Token, item: Seen) -> bool:
        """Whether grammar forbids the two to be the same: "Holm praised him"."""
        other = self.w.tokens[item.mention.head]
        if item.mention.start <= token.i < max(item.mention.end, item.mention.reach):
            return True
        if token.dep_ == "poss" and token.head.dep_ == "appos" and token.head.head == other:
            return True  # "Holm, his lawyer"
        if is_under_order(token) and other.i in subjects_of(token.head.head):
            return True
        if other.i in deciders(token) or other.i in doing_together(token):
            return True
        if _is_bound(token):
            return token.dep_ == "poss" and other.dep_ == "appos" and other.head == token.head
        if token.dep_ in ("dobj", "dative", "pobj"):
            verb = token.head if token.dep_ != "pobj" else token.head.head
            if other.head == verb and other.dep_ == "dobj":
                return True
            subjects = with_listed(token.doc, subjects_of(verb) | replaced_by(token))
            return other.i in subjects or item.mention.entity in self._entities(subjects)
        return False

    def _entities(self, heads: AbstractSet[int]) -> frozenset[str]:
        """The entities of the mentions just read at these tokens, and of what they are in apposition to."""
        return frozenset(s.mention.entity for s in self.history.seen[-LATEST:] if s.mention.head in heads)

    @staticmethod
    def _pleonastic(token: Token) -> bool:
        if token.dep_ == "expl":
            return True
        if token.lower_ != "it" or token.dep_ not in ("nsubj", "nsubjpass"):
            return False
        verb = token.head
        if verb.lemma_ in WEATHER:
            return True
        if verb.lemma_ == "come" and any(c.lower_ == "to" and c.dep_ == "prep" for c in verb.children):
            return any(c.dep_ == "advmod" and c.lower_ == "when" for c in verb.children)
        if verb.lemma_ == "be" and any(c.dep_ == "attr" and _cleft(c) for c in verb.children):
            return True
        clause = any(c.dep_ in ("ccomp", "xcomp", "advcl", "csubj") for c in verb.children)
        return (verb.lemma_ == "be" and (clause or any(c.dep_ == "acomp" for c in verb.children))) or (
            token.dep_ == "nsubjpass" and clause
        )

    # quotations ---------------------------------------------------------------------------------------------------

    def _speaker_nearby(self, i: int) -> str | None:
        """Inside a quotation, who utters it: third-person pronouns are somebody else."""
        return self.speaker(i) if self.quoted[i] else None

    def speaker(self, i: int) -> str | None:
        """The entity that utters the quotation around token `i`: the subject of the reporting verb nearby."""
        here = self.w.sentence[i]
        spans = {}
        for number in (here, here + 1, here - 1, here - 2):
            spans[number] = self._reporter(number, i)
            if spans[number] is not None:
                return spans[number]
        return None

    def _reporter(self, sentence: int, i: int) -> str | None:
        if not 0 <= sentence <= self.w.sentence[-1]:
            return None
        at = {
            s.mention.head: s.mention.entity
            for s in self.history.seen
            if s.sentence == sentence and s.mention.entity not in self.history.sets
        }
        best = None
        for head, entity in at.items():
            token = self.w.tokens[head]
            verb = token.head if token.dep_ != "appos" else token.head.head
            if self.quoted[head] or token.dep_ not in ("nsubj", "appos") or verb.lemma_ not in SPEECH_VERBS:
                continue
            if best is None or abs(head - i) < abs(best[0] - i):
                best = (head, entity)
        return best[1] if best else None


def _is_subject(token: Token) -> bool:
    """Whether a pronoun is a subject, or tells whose the subject is."""
    noun = token.head if token.dep_ == "poss" else token
    return noun.dep_ in ("nsubj", "nsubjpass")


def _leads_sentence(token: Token) -> bool:
    """Whether a noun, or what it explains, is the subject of its sentence's main verb."""
    noun = token.head if token.dep_ == "appos" else token
    return noun.dep_ in ("nsubj", "nsubjpass") and noun.head.dep_ == "ROOT"


def _is_joined(token: Token, mention: TokenMention) -> bool:
    """Whether a possessive goes on with a list right after a mention, or what is its ("Holm's visit and his talks")."""
    thing, listed = token.head.head, token.head.dep_ == "conj"
    if token.dep_ != "poss" or token.nbor(-1).lower_ not in ("and", "," if listed else "and"):
        return False
    owners = [c.i for c in thing.children if c.dep_ == "poss"] if thing.i == token.i - 2 else []
    return mention.end == token.i - 1 or (listed and mention.head in owners)


def _is_bound(token: Token) -> bool:
    """Whether a pronoun is a possessive or a reflexive; "her" may be the object as well."""
    return token.lower_ in BOUND and (token.lower_ != "her" or token.dep_ == "poss")


def _cleft(said: Token) -> bool:
    """Whether "it is" brings out what follows: "it is Denmark that pays", "it was Holm who left"."""
    return any(c.dep_ == "relcl" and c.left_edge.lower_ in ("that", "who", "which") for c in said.children)


def quoted_tokens(words: Words) -> list[bool]:
    """For each token whether it stands inside quotation marks; a quotation ends with its paragraph at the latest."""
    inside = [False] * len(words)
    is_open = False
    for i, text in enumerate(words.text):
        if "\n" in text:
            is_open = False
        elif text in ("“", "„", "«"):
            is_open = True
        elif text in ("”", "»"):
            is_open = False
        elif text == '"':
            is_open = not is_open
        inside[i] = is_open
    return inside
