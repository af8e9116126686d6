"""The roles of a verb, by the names that frames use."""

from collections.abc import Callable, Iterator
from typing import Final

from kg.extract.clauses import has_that, is_infinitive
from kg.extract.lexicon.people import PERSON_NOUNS
from kg.extract.predicates.epithets import ACCOLADE, EPITHET, is_accolade, is_epithet
from kg.extract.predicates.lexicon import AGAINST, CURRENCIES, INSISTING, JOINT, SUMS, SUPPORT_VERBS
from kg.extract.predicates.objects import is_followed_by_infinitive, objects, stranded
from kg.extract.predicates.phrases import (
    antecedent_or_self,
    companions,
    completes_preposition,
    coordinated,
    governed_by,
    is_time,
    unique,
)
from kg.extract.predicates.subjects import grammatical_subjects, is_passive, subjects
from kg.extract.tree import Token

_MEASURING = frozenset(("for", "to", "until"))
"""Prepositions whose times are terms ("jailed for eight years", "gave it until Friday")."""

_OF_LAW = frozenset(("legal", "criminal"))
"""Adjectives that frames ask for before a noun ("took legal action")."""


def _said_in(clause: Token) -> list[Token]:
    """What a clause says of its subject: its verb, predicate and the modal behind it ("must be responsible")."""
    roles = ("aux", "acomp", "attr", *(("prep",) if clause.lemma_ == "be" else ()))
    words = [c for c in clause.children if c.dep_ in roles]
    done = any(c.dep_ == "aux" and c.lemma_ == "have" for c in words)
    first = min((c.i for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")), default=0)
    words = [c for c in words if c.tag_ != "MD" or not (done or c.i < first)]
    return [clause, *words]


def _is_bare_to(word: Token) -> bool:
    """Whether a "to" stands for an infinitive that has been told before ("nobody had asked him to")."""
    if word.lower_ != "to" or any(True for _ in word.children) or word.i + 1 >= len(word.doc):
        return False
    return word.nbor(1).is_punct or word.nbor(1).lower_ in ("and", "but")


def _is_way_out(mark: Token) -> bool:
    """Whether a conjunction introduces what would avert a threat."""
    negated = any(c.dep_ == "neg" for c in mark.head.children)
    return mark.lower_ == "unless" or (mark.lower_ == "if" and negated)


def _is_subjunctive(clause: Token) -> bool:
    """Whether a clause says what shall be done ("insisted that he leave") rather than what is so."""
    return clause.tag_ == "VB" and not any(c.dep_ == "aux" for c in clause.children)


class VerbArguments:
    """The roles of one verb, by the names that frames use.

    Attributes:
        particles: those that stand under it, in lower case.
    """

    def __init__(self, verb: Token) -> None:
        self.verb = verb
        self.particles = frozenset(c.lower_ for c in verb.children if c.dep_ == "prt")
        self._roles: dict[str, list[Token]] = {}
        self._words: dict[str, frozenset[str]] = {}
        self._places: dict[tuple[str, str], list[Token]] = {}

    def role(self, name: str) -> list[Token]:
        """The noun phrases in a role of a frame ("subj", "pp:with", "that.subj")."""
        if name not in self._roles:
            self._roles[name] = self._find(name)
        return self._roles[name]

    def words(self, name: str) -> frozenset[str]:
        """The words that may name what stands in a role: forms, lemmas, and lemmas of what belongs to the phrase."""
        if name not in self._words:
            lemmas = _lemma_of if name == "that.word" else _lemmas_of
            self._words[name] = frozenset(
                word for noun in self._things(name) for word in (noun.lower_, *lemmas(noun))
            )
        return self._words[name]

    def _things(self, name: str) -> list[Token]:
        things = [part for head in self.role(name) for part in coordinated(head)]
        if name == "pp:to":
            # "took him to court": the parser takes the noun for a verb
            things += [c for c in self.verb.children if c.dep_ in ("xcomp", "advcl") and c.i > self.verb.i]
        if name == "obj" and not things:
            pleas = (c for c in self.verb.children if c.dep_ == "acomp")  # "pleaded guilty"
            things += [c for c in pleas if not any(word.dep_ == "neg" for word in c.children)]
        return things

    def _find(self, name: str) -> list[Token]:
        if name == "subj":
            return subjects(self.verb)
        if name == "obj":
            return self._direct_objects()
        if name == "iobj":
            return self._recipients()
        if name == "that.subj":
            return self._clause_subjects()
        if name == "that.word":
            return [word for clause in self._clauses() for word in _said_in(clause)]
        if name == "vp.obj":
            return [
                noun
                for c in self.verb.children
                if c.dep_ == "xcomp" and is_infinitive(c)
                for noun in objects(c)
            ]
        if name == "unless.subj":
            return self._conditioned()
        if name == "vp.pp":
            return self._in_infinitive()
        if name == "complement":
            return self._complements_of_objects()
        if name.startswith("pp:"):
            return self._prepositional(name.removeprefix("pp:"))
        return []

    def has_particle(self, word: str) -> bool:
        """Whether a particle or preposition stands under the verb or just after it."""
        return any(child.lower_ == word for child in self.verb.children) or (
            self.verb.i + 1 < len(self.verb.doc) and self.verb.nbor(1).lower_ == word
        )

    def has_infinitive(self) -> bool:
        """Whether an infinitive follows that the verb or its object governs."""
        governors = [
            self.verb,
            *(c for c in self.verb.children if c.dep_ in ("dobj", "dative", "prep", "nsubjpass")),
        ]
        governors += [
            noun for prep in governors[1:] if prep.dep_ in ("prep", "dative") for noun in prep.children
        ]
        if any(is_followed_by_infinitive(c) for c in self.verb.children if c.dep_ == "dobj"):
            return True
        if any(_is_bare_to(c) for c in self.verb.children):
            return True
        return any(
            clause.dep_ in ("xcomp", "ccomp", "advcl", "acl", "relcl")
            and clause.i > self.verb.i
            and is_infinitive(clause)
            for governor in governors
            for clause in governor.children
        )

    def has_clause(self) -> bool:
        """Whether a clause stands for the object ("proposed to Chad that …", "discussed with Chad lifting …")."""
        after = [c for c in self.verb.children if c.i > self.verb.i]
        return any(
            (c.dep_ == "ccomp" and has_that(c)) or (c.dep_ == "xcomp" and c.tag_ == "VBG") for c in after
        )

    def _direct_objects(self) -> list[Token]:
        found = objects(self.verb)
        if found and self.verb.lemma_ not in JOINT:
            sites = all(noun.ent_type_ in ("ORG", "GPE", "LOC", "FAC") for noun in found)
            beside = [noun for noun in companions(self.verb) if noun.i > self.verb.i]
            found = found + [noun for noun in beside if not (sites and _is_person(noun))]
        if is_passive(self.verb):
            direct = [c for c in self.verb.children if c.dep_ == "dobj"]
            return grammatical_subjects(self.verb) if direct and not self._is_ditransitive() else found
        return found

    def _conditioned(self) -> list[Token]:
        """Who can avert it ("threatened to leave unless O paid", "… if O did not pay")."""
        return [
            subject
            for mark in self.verb.subtree
            if mark.dep_ == "mark" and mark.i > self.verb.i and _is_way_out(mark)
            for subject in mark.head.children
            if subject.dep_ == "nsubj"
        ]

    def _in_infinitive(self) -> list[Token]:
        """Against whom an infinitive is, where its object is a thing ("to close its market to O", "to cut ties with O")."""
        infinitives = [c for c in self.verb.children if c.dep_ == "xcomp" and is_infinitive(c)]
        governors = [g for verb in infinitives for g in (verb, *objects(verb))]
        left = [
            n
            for verb in infinitives
            for c in verb.children
            if c.lower_ == "out"
            for n in governed_by(c, "of")
        ]
        return left + [noun for g in governors for noun in governed_by(g, *AGAINST)]

    def _is_ditransitive(self) -> bool:
        return any(c.dep_ == "dobj" for c in self.verb.children) and is_passive(self.verb)

    def _recipients(self) -> list[Token]:
        if self._is_ditransitive():
            return grammatical_subjects(self.verb)
        datives = [c for c in self.verb.children if c.dep_ == "dative" and c.pos_ != "ADP"]
        direct = [c for c in self.verb.children if c.dep_ == "dobj"]
        if len(direct) > 1:
            # "promised Togo 30 million euros", "whom it offered asylum": the parser takes both for objects
            datives = datives or [antecedent_or_self(direct[0])]
        if datives:
            return datives
        # "offered President Ole Holm immunity": the parser takes the name for a part of the object
        return [
            part
            for noun in self.verb.children
            if noun.dep_ == "dobj" and noun.pos_ == "NOUN"
            for part in noun.children
            if part.dep_ in ("compound", "nmod") and part.ent_type_ in ("PERSON", "ORG", "GPE")
        ]

    def _complements_of_objects(self) -> list[Token]:
        """What the object is called, made or found to be ("found him guilty", "let them go")."""
        own = [
            c for c in self.verb.children if c.dep_ in ("acomp", "oprd", "attr", "xcomp", "ccomp", "advmod")
        ]
        nouns = [part for c in self.verb.children if c.dep_ == "dobj" for part in coordinated(c)]
        if is_passive(self.verb):
            # "held hostage by": the parser takes what he is held as for an object
            own += [c for c in self.verb.children if c.dep_ == "dobj"]
        return own + [
            c for noun in nouns for c in noun.children if c.dep_ in ("amod", "appos") and c.i > noun.i
        ]

    def _clauses(self) -> list[Token]:
        """The clauses that say what the verb's subject says or wants; a passive one asks nothing of its subject."""
        asked = [c for p in self.verb.children if p.dep_ == "prep" for c in p.children if c.dep_ == "pcomp"]
        clauses = asked + [c for c in self.verb.children if c.dep_ in ("ccomp", "xcomp")]
        if self.verb.lemma_ in INSISTING:
            clauses = [c for c in clauses if _is_subjunctive(c)]
        return [c for c in clauses if not any(word.dep_ == "nsubjpass" for word in c.children)]

    def _clause_subjects(self) -> list[Token]:
        return [
            antecedent_or_self(subject)
            for clause in self._clauses()
            for subject in clause.children
            if subject.dep_ == "nsubj"
        ]

    def phrases(self, preposition: str, nouns: frozenset[str] = frozenset()) -> Iterator[list[Token]]:
        """What a preposition introduces, the likeliest place first: on one of the nouns, on the verb, further in."""
        told = [noun for noun in self._complements() if noun.lemma_.lower() in nouns] if nouns else ()
        on_nouns = [found for noun in told for found in _on_noun(noun, preposition) if found.i > noun.i]
        on_verb = self._in_place("verb", preposition)
        yield unique(on_nouns + on_verb) if on_nouns else on_verb
        if any(c.dep_ in ("prt", "advmod") and c.lower_ == preposition for c in self.verb.children):
            yield self.role("obj")
            return
        for place in ("complement", "conjunct", "anywhere"):
            yield self._in_place(place, preposition)

    def _in_place(self, place: str, preposition: str) -> list[Token]:
        """What stands in one of the places that `phrases` looks in, worked out once for all frames."""
        key = place, preposition
        if key not in self._places:
            self._places[key] = _PLACES[place](self, preposition)
        return self._places[key]

    def _prepositional(self, preposition: str) -> list[Token]:
        return next(filter(None, self.phrases(preposition)), [])

    def _on_verb(self, preposition: str) -> list[Token]:
        found = governed_by(self.verb, preposition)
        for child in self.verb.children:
            if child.dep_ in ("prep", "prt", "advmod") or (child.dep_ == "advcl" and child.i > self.verb.i):
                found += governed_by(child, preposition)
        found = [noun for noun in found if preposition in _MEASURING or not is_time(noun)]
        if preposition in ("for", "on", "upon"):
            found += self._marked_clause_subjects(preposition)
        if not found and self.verb.dep_ == "relcl":
            found = [self.verb.head for c in stranded(self.verb) if c.lower_ == preposition]
        return unique(antecedent_or_self(token) for token in found)

    def _nested(self, preposition: str) -> list[Token]:
        """What the preposition introduces on the first complement of the verb that has it."""
        for outer in self._complements():
            found = [
                noun
                for noun in _on_noun(outer, preposition)
                if noun.i > self.verb.i or outer.dep_ == "nsubjpass"
            ]
            if found:
                return found
        return []

    def _anywhere_after(self, preposition: str) -> list[Token]:
        """What follows the preposition in the verb's own phrase, whatever noun the parser tied it to."""
        verb = self.verb
        following = verb.doc[verb.i + 1 : verb.right_edge.i + 1]
        told = [t for t in following if t.lower_ == preposition and t.dep_ == "prep"]
        if len(told) > 1:  # the order of the subtree counts, which is another where arcs cross
            told = [t for t in verb.subtree if t.i > verb.i and t.lower_ == preposition and t.dep_ == "prep"]
        for token in told:
            if preposition == "of" and token.head.dep_ == "appos":
                continue  # "by Nord, a unit of Sud"
            if self._owns(token) and not completes_preposition(token):
                found = [noun for noun in token.children if noun.dep_ == "pobj" and not is_time(noun)]
                if found:
                    return found
        return []

    def _owns(self, token: Token) -> bool:
        current = token.head
        while current.i != self.verb.i:
            if current.pos_ in ("VERB", "AUX") or current.head.i == current.i:
                return False
            current = current.head
        return True

    def _marked_clause_subjects(self, mark: str) -> list[Token]:
        """Who is to do it in "called for Ghana to withdraw"."""
        return [
            subject
            for clause in self.verb.children
            if clause.dep_ in ("advcl", "ccomp", "xcomp")
            and any(c.lower_ == mark and c.dep_ == "mark" for c in clause.children)
            for subject in clause.children
            if subject.dep_ in ("nsubj", "nsubjpass")
        ]

    def _complements(self) -> Iterator[Token]:
        """Nouns under the verb to which the parser may have tied a phrase of the verb's."""
        for child in self.verb.children:
            if child.dep_ in ("dobj", "attr", "acomp", "oprd", "nsubjpass", "npadvmod", "dative"):
                yield from coordinated(child)
                yield from (c for c in child.children if _supports(c))
                if child.lemma_.lower() in SUMS:
                    yield from governed_by(child, "in", "of")
            elif child.dep_ == "prep":
                yield from (noun for noun in child.children if noun.dep_ == "pobj")

    def _shared_prepositional(self, preposition: str) -> list[Token]:
        for child in self.verb.children:
            if child.dep_ == "conj" and child.pos_ == "VERB" and child.i - self.verb.i <= 3:
                return governed_by(child, preposition)
        return []


_PLACES: Final[dict[str, Callable[[VerbArguments, str], list[Token]]]] = {
    "verb": VerbArguments._on_verb,
    "complement": VerbArguments._nested,
    "conjunct": VerbArguments._shared_prepositional,
    "anywhere": VerbArguments._anywhere_after,
}


def _lemma_of(word: Token) -> Iterator[str]:
    yield word.lemma_.lower()


def _lemmas_of(noun: Token) -> Iterator[str]:
    """The lemma of a noun, of what it is of or counts ("a round of talks"), and of its compounds."""
    lemma = noun.lemma_.lower()
    yield lemma
    if is_sum(noun):
        yield "money"
    if is_epithet(noun):
        yield EPITHET
    if is_accolade(noun):
        yield ACCOLADE
    counted = governed_by(noun, "in") if lemma in SUMS else []
    inner = (
        governed_by(noun, "of")
        + counted
        + [c for c in noun.children if c.dep_ == "compound" or c.lower_ in _OF_LAW]
    )
    yield from (each.lemma_.lower() for each in inner)


def _supports(clause: Token) -> bool:
    """Whether it is a participle that only carries the noun before it on ("sanctions imposed on"), not another's deed."""
    if clause.dep_ != "acl" or clause.lemma_ not in SUPPORT_VERBS:
        return False
    return not any(c.dep_ in ("nsubj", "nsubjpass") for c in clause.children)


def is_sum(word: Token) -> bool:
    """Whether it counts money: "300 francs", "$300"."""
    return word.lemma_.lower() in CURRENCIES or any(c.tag_ == "$" for c in word.children)


def _on_noun(noun: Token, preposition: str) -> list[Token]:
    """What the preposition introduces on a noun or on a participle after it ("sanctions imposed on")."""
    found = governed_by(noun, preposition)
    for child in noun.children:
        if child.dep_ == "acl" and is_passive(child) and child.lemma_ in SUPPORT_VERBS:
            found += governed_by(child, preposition)
    return [token for token in found if preposition in _MEASURING or not is_time(token)]


def _is_person(noun: Token) -> bool:
    """Whether a name is somebody's, to judge by its label or by the noun before it ("the golfer Ole Holm")."""
    titled = any(c.dep_ == "compound" and c.lemma_ in PERSON_NOUNS for c in noun.children)
    return noun.ent_type_ == "PERSON" or titled
