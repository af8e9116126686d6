"""What verbs give to a source: reported and denied clauses, accusations, demands and commitments."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extract.attribution.regions import Region, beside, subtree, within, without
from kg.extract.attribution.sources import Sources
from kg.extract.clauses import governor_of, has_that, is_finite, is_infinitive, markers, segment
from kg.extract.lexicon import speech as lexicon
from kg.extract.lexicon.belief import NEG_RAISING
from kg.extract.predicates import governed_by, grammatical_subjects, is_passive, subjects
from kg.extract.stance.reading import stance_of
from kg.model import UNNAMED, Modality, Polarity

_RAISING = frozenset(
    "say believe think report allege understand rumor rumour claim fear estimate suspect find".split()
)
_CLAIMING = frozenset("claim profess deny admit report recall remember".split())
_ADDRESSED = frozenset("tell assure inform remind warn".split())
_SPEECH = frozenset("say tell add claim announce insist".split())
_TIMES = frozenset(
    "week month year day morning evening afternoon night monday tuesday wednesday thursday friday".split()
)
_COMMENTS = frozenset("after while as before when whereas although though hours days weeks months".split())
_NOUN_DEMANDS = frozenset("demand request propose recommend urge".split())


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
            yield from self._reported(verb, lemma)
        elif lemma in ("go", "put"):
            yield from self._idiom(verb, lemma)
        if lemma in lexicon.ACCUSING:
            yield from self._accusation(verb)
        if lemma in lexicon.DEMANDING:
            yield from self._demand(verb, lemma)
        if lemma in lexicon.COMMITTING:
            yield from self._commitment(verb)
        if lemma in lexicon.WANTING:
            yield from self._wish(verb)

    def speaker(self, verb: Token) -> str | None:
        """Who says what the verb reports; the medium that people without a name told it."""
        found = grammatical_subjects(verb) if _is_active(verb) else subjects(verb)
        own = [head for head in found if head.head == verb and head.i < verb.i]
        holder = self.sources.holder(reversed(own) if own else found)
        if holder is None and is_finite(verb) and not is_passive(verb):
            holder = self.sources.before(verb) or self._stray_subject(verb)
        if holder is None and verb.lemma_.lower() in _SPEECH and any(_is_speaker(h) for h in own):
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

    def _reported(self, verb: Token, lemma: str) -> Iterator[Region]:
        passive = (is_passive(verb) and not _is_active(verb)) or _is_reduced(verb)
        holder = (None if _is_reduced(verb) else self.speaker(verb)) or (UNNAMED if passive else None)
        if holder is None:
            return
        denies = lemma in lexicon.DENYING
        if not denies and lemma not in NEG_RAISING and any(c.dep_ == "neg" for c in verb.children):
            return
        contents = [c for c in verb.children if _is_content(c, verb, lemma, passive)]
        for content in contents:
            yield from self._content(content, verb, holder, denies)
        if contents and not denies:
            yield from self._conditions(verb, holder)
        if denies and lemma in lexicon.FLATLY_DENYING:
            for noun in verb.children:
                if (
                    noun.dep_ == "dobj"
                    and noun.pos_ != "PRON"
                    and noun.lemma_.lower() not in lexicon.REPORT_NOUNS
                ):
                    yield subtree(noun, holder, denies=True)
        elif not contents and not passive and lemma in lexicon.SAYING:
            yield from self._parenthetical(verb, lemma, holder)
        if not denies:
            yield from self._stranded(verb, contents, holder)

    def _content(self, content: Token, verb: Token, holder: str, denies: bool) -> Iterator[Region]:
        """The clause that a verb reports, without what comments on the reporting."""
        region = subtree(content, holder, denies)
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

    def _parenthetical(self, verb: Token, lemma: str, holder: str) -> Iterator[Region]:
        """What a reporting clause without content of its own is tied to ("the talks, he said, had failed")."""
        own = [c for c in verb.children if _belongs(c, lemma)]
        if any(c.dep_ == "dobj" and c not in own for c in verb.children):
            return
        left = min([verb.i, *(c.left_edge.i for c in own if c.i < verb.i)])
        right = max([verb.i, *(c.right_edge.i for c in own if c.i > verb.i)]) + 1
        if not any(c.dep_ == "nsubj" for c in own):
            left = self.sources.start_before(verb)
        start, end = segment(verb)
        colon = next((t.i for t in self.doc[right:end] if t.text == ":"), None)
        if colon is not None and colon - right <= 2:
            yield Region(colon + 1, end, holder)
            return
        before = left > start and self.doc[left - 1].text in (",", "”", '"', "—", "–", "-", "?")
        as_clause = any(c.lower_ == "as" and c.dep_ in ("mark", "advmod") for c in verb.children)
        after = right < end and self.doc[right].text == "," and left == start
        if before or as_clause or after:
            yield from beside(verb, holder, left, right)

    def _idiom(self, verb: Token, lemma: str) -> Iterator[Region]:
        """ "She went on, …", "he put it bluntly: …"."""
        following = self.doc[verb.i + 1 : verb.i + 2].text
        if (lemma, following) in (("go", "on"), ("put", "it")):
            holder = self.sources.holder(subjects(verb))
            if holder is not None and not any(_is_clausal(c) for c in verb.children):
                yield from self._parenthetical(verb, "tell", holder)

    def _accusation(self, verb: Token) -> Iterator[Region]:
        holder = self.speaker(verb) or UNNAMED
        phrases = [
            c
            for c in verb.children
            if c.dep_ == "prep" and c.lower_ in ("of", "for", "with") and c.i > verb.i
        ]
        phrases += [c for phrase in phrases for c in phrase.children if c.dep_ == "conj"]
        gerunds = [c for c in phrases if any(inner.dep_ == "pcomp" for inner in c.children)]
        if not phrases and verb.lemma_ == "accuse":
            gerunds = self._stray_gerund(verb)
        denies = verb.lemma_.lower() in ("acquit", "clear")
        for phrase in gerunds:
            yield from within(subtree(phrase, holder, denies), verb)

    def _stray_gerund(self, verb: Token) -> list[Token]:
        """The "of" clause of "accuse" that the parser has tied to a word in between."""
        _, end = segment(verb)
        found = (
            t
            for t in self.doc[verb.i + 1 : end]
            if t.lower_ == "of" and any(c.dep_ == "pcomp" for c in t.children)
        )
        return list(found)[:1]

    def _demand(self, verb: Token, lemma: str) -> Iterator[Region]:
        holder = self._actual_speaker(verb)
        if holder is None:
            return
        found = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.i > verb.i and _is_asked(c)]
        if not found:
            asked = (t for t in verb.subtree if t.i > verb.i and t.tag_ == "VB")
            found = [t for t in asked if is_infinitive(t) or has_that(t)][:1]
        for clause in found:
            start = min(t.i for t in clause.subtree if t.i > verb.i)
            yield from within(Region(start, clause.right_edge.i + 1, holder), verb)
        wanted = [n for n in governed_by(verb, "for") if n.dep_ == "pobj"]
        if lemma in _NOUN_DEMANDS:
            wanted += [c for c in verb.children if c.dep_ == "dobj" and c.pos_ == "NOUN"]
        for noun in wanted:
            yield subtree(noun, holder)

    def _commitment(self, verb: Token) -> Iterator[Region]:
        holder = self._actual_speaker(verb)
        for clause in verb.children:
            if holder is not None and clause.dep_ == "xcomp" and is_infinitive(clause):
                yield from within(subtree(clause, holder), verb)

    def _wish(self, verb: Token) -> Iterator[Region]:
        """What somebody wants or expects others to do."""
        holder = self._actual_speaker(verb)
        for clause in verb.children:
            other = any(c.dep_ in ("nsubj", "nsubjpass") for c in clause.children)
            if holder is not None and clause.dep_ in ("ccomp", "xcomp") and _is_asked(clause) and other:
                yield from within(subtree(clause, holder), verb)

    def _actual_speaker(self, verb: Token) -> str | None:
        """Who speaks, where the speaking itself is told as a fact."""
        holder = self.speaker(verb)
        if holder is None or stance_of(verb) != (Polarity.AFFIRMED, Modality.ACTUAL):
            return None
        return holder


def _is_speaker(head: Token) -> bool:
    """Whether a noun that no mention covers may speak at all."""
    return head.pos_ == "NOUN" and head.lemma_.lower() not in lexicon.NORMS


def _is_asked(clause: Token) -> bool:
    """Whether a clause can be what somebody asks for: an infinitive, or a clause with "that"."""
    return is_infinitive(clause) or has_that(clause) or clause.tag_ == "VB"


def _is_clausal(child: Token) -> bool:
    """Whether a child makes a verb more than words about a source ("went on to sue", "as he put it")."""
    return child.dep_ in ("xcomp", "advcl") or (child.lower_ == "as" and child.dep_ in ("mark", "advmod"))


def _belongs(child: Token, lemma: str) -> bool:
    """Whether a child of a verb of saying belongs to the words that name the source."""
    if child.dep_ == "dobj":
        return lemma in _ADDRESSED or child.lemma_.lower() in _TIMES
    return child.dep_ in ("nsubj", "aux", "advmod", "dative", "prep", "npadvmod", "mark", "prt")


def _is_active(verb: Token) -> bool:
    """Whether a clause of its own shows that what looks like a passive is none.

    "Was sworn in and promised to …"; "the daily, citing a friend, reported that …", which the parser takes for a participle.
    """
    if verb.dep_ == "conj":
        return verb.tag_ == "VBD" and any(c.dep_ in ("xcomp", "ccomp") for c in verb.children)
    if verb.dep_ != "acl" or verb.lemma_ in _ADDRESSED or any(c.dep_ == "agent" for c in verb.children):
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
    if governor_of(child) != verb or (child.pos_ == "ADJ" and any(c.lower_ == "it" for c in child.children)):
        return False
    if is_infinitive(child):
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
