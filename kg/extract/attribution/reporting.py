"""What verbs of saying, denying and believing give to a source: the clauses that they report."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.attribution.citations import cited, quoted, quoter, quoting_verb
from kg.extract.attribution.parentheses import ADDRESSED, going_on, parenthetical, stance_of_saying
from kg.extract.attribution.regions import Region, beside, subtree, within, without
from kg.extract.attribution.sources import Sources
from kg.extract.clauses import (
    crosses_semicolon,
    governor_of,
    has_that,
    is_finite,
    is_infinitive,
    markers,
    segment,
    told_by_having,
)
from kg.extract.lexicon import speech as lexicon
from kg.extract.lexicon.belief import NEG_RAISING
from kg.extract.lexicon.bodies import BODY_NOUNS
from kg.extract.lexicon.people import PERSON_NOUNS
from kg.extract.predicates import grammatical_subjects, is_passive, subjects
from kg.extract.tree import Doc, Token
from kg.model import UNNAMED, HolderStance

_RAISING = frozenset(
    "say believe think report allege understand rumor rumour claim fear estimate suspect find hear".split()
)
_CLAIMING = frozenset("claim profess deny admit report recall remember".split())
_SPEECH = frozenset("say tell add claim announce insist".split())
_ADMITTING = frozenset(("admit", "confess"))
"""Verbs whose gerund after "to" is what their subject says."""
_PERSONS = frozenset("he she they who someone somebody".split())
_SPEAKERS = (
    PERSON_NOUNS
    | BODY_NOUNS
    | lexicon.ANONYMOUS
    | frozenset("investigator inquiry probe audit autopsy".split())
)
"""Who may report something without being anybody that is known."""
_COMMENTS = frozenset("after while as before when whereas although though hours days weeks months".split())


class Reporting:
    """The regions of one document that hang on a verb."""

    def __init__(self, doc: Doc, sources: Sources) -> None:
        self.doc = doc
        self.sources = sources

    def at(self, verb: Token) -> Iterator[Region]:
        """What a verb gives to its subject, or to nobody by name."""
        lemma = verb.lemma_.lower()
        if lemma in ("cite", "quote"):
            self.sources.note_citation(verb)
        if lemma in lexicon.REPORTING or lemma in lexicon.DENYING:
            told = list(self._reported(verb, lemma))
            yield from self._with_citations(verb, told)
        elif lemma in ("go", "put"):
            yield from self._idiom(verb, lemma)
        elif lemma == "plead":
            yield from self._plea(verb)
        elif lemma in ("have", "know"):
            yield from self._made_known(verb, lemma)

    def speaker(self, verb: Token) -> str | None:
        """Who says what the verb reports; the medium that people without a name told it."""
        quoting = quoting_verb(verb)
        if quoting is not None:
            return self.sources.holder(quoted(quoting))
        found = grammatical_subjects(verb) if _is_active(verb) else subjects(verb)
        own = [head for head in found if head.head == verb and head.i < verb.i]
        holder = self.sources.holder(reversed(own) if own else found)
        if holder is None and is_finite(verb) and not is_passive(verb):
            holder = self.sources.before(verb) or self._stray_subject(verb)
        if holder is None and any(_is_speaker(head, verb) for head in own or found):
            holder = UNNAMED
        if holder == UNNAMED:
            return self.sources.medium(verb) or self.sources.medium_of(own) or UNNAMED
        return holder

    def _stray_subject(self, verb: Token) -> str | None:
        """Who stands after a verb of saying (", said the judge, …"), or opens the clause before it ("X, asked …, said")."""
        opening = [
            subject
            for clause in verb.children
            if clause.dep_ in ("ccomp", "advcl") and clause.i < verb.i and clause.tag_ in ("VBD", "VBN")
            for subject in clause.children
            if subject.dep_ == "nsubj" and self.doc[subject.right_edge.i + 1 : clause.i].text in ("", ",")
        ]
        if opening and self.doc[verb.i - 1].text == ",":
            return self.sources.holder(opening)
        return self.sources.after(verb) if verb.lemma_.lower() in lexicon.SAYING else None

    def _with_citations(self, verb: Token, told: list[Region]) -> Iterator[Region]:
        """The regions, those of whom the report cites inside them, and those of who quotes them outside."""
        source = cited(verb, self.sources)
        if source is not None:
            yield from (replace(region, holder=source) for region in told if not region.denies)
        yield from told
        quoting = quoting_verb(verb)
        if quoting is not None and (holder := quoter(quoting, self.sources)) is not None:
            yield from (replace(region, holder=holder, stance=HolderStance.ASSERTS) for region in told)

    def _reported(self, verb: Token, lemma: str) -> Iterator[Region]:
        passive = (is_passive(verb) and not _is_active(verb)) or _is_reduced(verb)
        holder = (None if _is_reduced(verb) else self.speaker(verb)) or (UNNAMED if passive else None)
        if holder is None:
            return
        stance = stance_of_saying(verb)
        denies = stance is HolderStance.DENIES
        contents = [c for c in verb.children if _is_content(c, verb, lemma, passive)]
        if lemma in _ADMITTING:
            contents += [
                c for p in verb.children if p.lower_ == "to" for c in p.children if c.dep_ == "pcomp"
            ]
        if lemma in lexicon.VOUCHING and _is_refused(verb):
            yield from (replace(subtree(c, holder), withheld=True) for c in contents if has_that(c))
            return
        negated = any(c.dep_ == "neg" for c in verb.children)
        if negated and lemma not in NEG_RAISING and lemma not in lexicon.DENYING:
            return
        if lemma in lexicon.ANNOUNCING:
            nouns = (c for c in verb.children if c.dep_ == "dobj" and c.pos_ == "NOUN")
            yield from (replace(subtree(noun, holder), announced=True) for noun in nouns)
        for content in contents:
            yield from self._content(content, verb, holder, stance)
        if contents and not denies:
            yield from self._conditions(verb, holder)
            if all(c.i < verb.i for c in contents):
                yield from going_on(verb, holder, stance)
        if lemma in lexicon.FLATLY_DENYING:
            yield from (subtree(noun, holder, stance) for noun in verb.children if _is_denied(noun))
        elif not contents and passive and _is_impersonal(verb):
            yield from beside(verb, UNNAMED, verb.left_edge.i, verb.right_edge.i + 1, stance)
        elif not contents and not passive and lemma in lexicon.SAYING and not _is_vague(verb, holder):
            yield from parenthetical(self.sources, verb, lemma, holder)
        if not denies:
            yield from self._stranded(verb, contents, holder)

    def _content(self, content: Token, verb: Token, holder: str, stance: HolderStance) -> Iterator[Region]:
        """The clause that a verb reports, without what comments on the reporting."""
        region = subtree(content, holder, stance)
        end = region.end
        for child in content.children:
            if child.dep_ == "advcl" and child.i > content.i and _is_comment(child):
                end = min(end, child.left_edge.i)
        yield from within(without(replace(region, end=max(end, content.i + 1)), verb), verb)

    def _stranded(self, verb: Token, contents: list[Token], holder: str) -> Iterator[Region]:
        """The clause that an insertion cuts off: "reported, citing a friend, that …", "no proof, he said, that …"."""
        _, end = segment(verb)
        that = next((t for t in self.doc[verb.i + 1 : end] if t.lower_ == "that" and t.dep_ == "mark"), None)
        if that is None or that.nbor(-1).text != "," or that.head in contents:
            return
        if contents and not any(
            t.lemma_ in lexicon.NO_SOURCE for c in contents for t in c.subtree if t.i < verb.i
        ):
            return
        if that.head.head != verb and that.head.dep_ not in ("conj", "advcl"):
            yield Region(that.i, min(end, that.head.right_edge.i + 1), holder)

    def _conditions(self, verb: Token, holder: str) -> Iterator[Region]:
        """ "If she fails, he warned, …": the condition that the parser ties to the verb of saying."""
        for child in verb.children:
            if child.dep_ == "advcl" and child.i < verb.i and markers(child) & {"if", "unless"}:
                yield subtree(child, holder)
            if child.lower_ in ("provided", "providing") and child.i > verb.i:
                yield subtree(child, holder)

    def _idiom(self, verb: Token, lemma: str) -> Iterator[Region]:
        """ "She went on, …", "he put it bluntly: …"."""
        following = self.doc[verb.i + 1 : verb.i + 2].text
        if (lemma, following) in (("go", "on"), ("put", "it")):
            holder = self.sources.holder(subjects(verb))
            if holder is not None and not any(c.dep_ in ("xcomp", "advcl") for c in verb.children):
                yield from parenthetical(self.sources, verb, "tell", holder)

    def _plea(self, verb: Token) -> Iterator[Region]:
        """ "Pleaded guilty to killing her": what somebody says of himself."""
        holder = self.sources.holder(subjects(verb))
        guilty = [c for c in verb.children if c.lower_ == "guilty"]
        for phrase in (c for word in (verb, *guilty) for c in word.children if c.lower_ == "to"):
            if holder is not None and guilty and phrase.i > guilty[0].i:
                yield subtree(phrase, holder)

    def _made_known(self, verb: Token, lemma: str) -> Iterator[Region]:
        """ "Let it be known that …", "will have it that …", "would have us think that …", "a poll has her winning"."""
        if lemma == "know":
            if verb.dep_ != "ccomp" or verb.head.lemma_ != "let":
                return
            contents, speakers = [c for c in verb.children if c.dep_ == "ccomp"], subjects(verb.head)
        else:
            contents, speakers = list(told_by_having(verb)), grammatical_subjects(verb)
        if contents:
            holder = self.sources.holder(speakers) or UNNAMED
            for content in contents:
                yield from within(subtree(content, holder), verb)


def _is_vague(verb: Token, holder: str) -> bool:
    """Whether a pronoun for nobody known says something inside a relative clause ("with whom he says he broke")."""
    return holder == UNNAMED and any(a.dep_ == "relcl" for a in (verb, *verb.ancestors))


def _is_impersonal(verb: Token) -> bool:
    """ "The talks, it is said, had failed"."""
    return verb.dep_ == "parataxis" and any(c.lower_ == "it" and c.dep_ == "nsubjpass" for c in verb.children)


def _is_refused(verb: Token) -> bool:
    """Whether a verb of saying tells what is not said: "refused to confirm", "has not confirmed"."""
    if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in ("refuse", "decline"):
        return True
    return any(c.dep_ == "neg" for c in verb.children)


def _is_denied(noun: Token) -> bool:
    """Whether the object of a denial is what is denied, and not a report of it or somebody else's deed."""
    if noun.dep_ != "dobj" or noun.pos_ == "PRON" or noun.lemma_.lower() in lexicon.REPORT_NOUNS:
        return False
    if noun.lemma_.lower() not in lexicon.INVOLVEMENT:
        return True
    return not any(t.lower_ == "by" and t.dep_ in ("prep", "agent") for t in noun.subtree)


def _is_speaker(head: Token, verb: Token) -> bool:
    """Whether a noun or pronoun that stands for nobody known may say what a verb reports."""
    if head.pos_ == "PRON":
        return head.lower_ in _PERSONS and verb.lemma_.lower() in _SPEECH
    noun = head.lemma_.lower()
    if head.pos_ != "NOUN" or noun in lexicon.NORMS:
        return False
    return verb.lemma_.lower() in _SPEECH or noun in _SPEAKERS


def _is_active(verb: Token) -> bool:
    """Whether a clause of its own shows that what looks like a passive is none.

    "Was sworn in and promised to …"; "the daily, citing a friend, reported that …", which the parser takes for a participle.
    """
    if verb.dep_ == "conj":
        return verb.tag_ == "VBD" and any(c.dep_ in ("xcomp", "ccomp") for c in verb.children)
    if verb.dep_ != "acl" or verb.lemma_ in ADDRESSED or any(c.dep_ == "agent" for c in verb.children):
        return False
    return any(c.dep_ == "ccomp" and has_that(c) for c in verb.children)


def _is_reduced(verb: Token) -> bool:
    """ "Holm, thought to be hiding, …": a participle that the parser takes for a past tense."""
    doc = verb.doc
    if verb.lemma_.lower() not in _RAISING or not 0 < verb.i < len(doc) - 1:
        return False
    return verb.tag_ in ("VBD", "VBN") and doc[verb.i - 1].text == "," and doc[verb.i + 1].lower_ == "to"


def _is_content(child: Token, verb: Token, lemma: str, passive: bool) -> bool:
    """Whether a child of a verb of saying is the clause that it reports."""
    if child.dep_ not in ("ccomp", "xcomp") or _is_small(child) or lemma in ("describe", "call"):
        return False
    if crosses_semicolon(child, verb) and not has_that(child):
        return False
    if governor_of(child) != verb or (child.pos_ == "ADJ" and any(c.lower_ == "it" for c in child.children)):
        return False
    if is_infinitive(child) and not any(c.dep_ == "ccomp" and is_finite(c) for c in child.children):
        return lemma in (_RAISING if passive else _CLAIMING)
    if not passive:
        return True
    return child.i < verb.i or has_that(child) or any(c.lower_ == "it" for c in verb.children)


def _is_small(clause: Token) -> bool:
    """A complement without a clause of its own ("found him guilty")."""
    return clause.pos_ in ("ADJ", "NOUN", "PROPN") and not any(
        c.dep_ in ("cop", "nsubj") for c in clause.children
    )


def _is_comment(clause: Token) -> bool:
    """Whether an adverbial clause is set off by a comma or a dash: it speaks of the time of the saying."""
    before = clause.left_edge.i - 1
    if before < 0 or clause.doc[before].text not in (",", "—", "–", "-"):
        return False
    return bool(markers(clause) & _COMMENTS) or clause.left_edge.lower_ in _COMMENTS
