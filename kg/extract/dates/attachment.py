"""The date that belongs to what a word of a document tells: an event, or what somebody is."""

from typing import Final, NamedTuple

from kg.extract.dates import clauses, grammar
from kg.extract.dates.expressions import DateExpression, read_dates
from kg.extract.dates.timeline import Timeline
from kg.extract.tree import Doc, Span, Token
from kg.model import DateOrigin

_MAX_CLIMB: Final = 5
_INSTALLED: Final = frozenset(
    "appoint assign become choose crown declare designate elect inaugurate install make name nominate pick proclaim"
    " promote reelect re-elect return select serve swear".split()
)
"""Verbs that say from when somebody holds an office."""
_OFFICE_VERBS: Final = frozenset("head lead rule run serve act".split())


class When(NamedTuple):
    """What the text says of the time of a claim; at least one of the dates is given.

    Attributes:
        date: when it happened, or since when it holds.
        starts, ends: since when and until when, where the text says that.
    """

    date: str | None
    origin: DateOrigin
    starts: str | None = None
    ends: str | None = None


class Place(NamedTuple):
    """A date of a sentence, with its words and the verbs whose clauses it stands in."""

    expression: DateExpression
    span: Span
    clauses: tuple[Token, ...]


Placed = list[Place]


class Dates:
    """The dates of one document, and the one that belongs to a trigger."""

    def __init__(self, doc: Doc, own: str | None) -> None:
        self._by_sentence: dict[int, Placed] = {}
        line = Timeline(own, doc.text)
        for sentence in doc.sents:
            line.begin_sentence()
            placed = []
            for expression in read_dates(sentence.text, line, sentence.start_char):
                span = doc.char_span(expression.begin, expression.end)
                if span is not None:
                    verbs = grammar.clauses_of(span, since=expression.since)
                    placed.append(Place(expression, span, tuple(verbs)))
            told = [p.expression for p in placed if not grammar.is_aside(p.span)]
            if told and len(told) < len(placed):
                line.note(told[-1].ends or told[-1].value or "")
            self._by_sentence[sentence.start] = placed

    def of(self, trigger: Token, ahead: bool = False) -> When | None:
        """The date of an event, or None.

        It stands in the trigger's own clause, in the clause that it shares its time with ("In May they met and
        signed …"), or is what a clause with "when" explains. `ahead` is for what is still to come.
        """
        placed = self._by_sentence.get(trigger.sent.start, [])
        if not placed:
            return None
        if trigger.pos_ in ("NOUN", "PROPN"):
            return self._of_noun(trigger, placed, ahead)
        return _of_clause(clauses.clause_of(trigger), trigger, _of_clauses(placed), ahead)

    @staticmethod
    def _of_noun(noun: Token, placed: Placed, ahead: bool) -> When | None:
        own = [p.expression for p in placed if grammar.stands_in_noun(noun, p.span.root)]
        if not ahead:
            own = own or [p.expression for p in placed if grammar.follows_closely(noun, p.span.root)]
        if own:
            return _when(own[0], ahead)
        if (about := grammar.clause_about(noun)) is not None:
            return _of_clause(about, about, placed, ahead)
        if not grammar.carries(noun):
            return None
        free = [p for p in _of_clauses(placed) if not grammar.within_other_noun(p.span.root)]
        return _of_clause(clauses.clause_of(noun), noun, free, ahead)

    def of_state(self, noun: Token) -> When | None:
        """The date of what somebody is ("president since 2013", "in 2019 they chose her as president"), or None."""
        placed = self._by_sentence.get(noun.sent.start, [])
        own = [p.expression for p in placed if _is_of_office(noun, p.expression, p.span.root)]
        if own:
            return _when(own[0], ahead=False)
        verb = _installs(noun)
        return self.of(verb) if verb is not None else None


def _is_of_office(noun: Token, expression: DateExpression, root: Token) -> bool:
    """ "President since 2011", "president in 2015", "a former president (2011–2015)"."""
    if grammar.stands_in_noun(noun, root):
        direct = root.dep_ == "pobj" and root.head.head == noun and root.head.lower_ == "in"
        return direct or bool(expression.starts or expression.ends)
    return bool(expression.starts or expression.ends) and grammar.follows_closely(noun, root)


def _installs(noun: Token) -> Token | None:
    """The verb by which somebody comes into an office, or was in it at a time that the text tells of."""
    above = noun.head
    if noun.dep_ == "pobj" and above.lower_ in ("as", "of"):
        above = above.head
    elif noun.dep_ not in ("attr", "oprd", "ccomp", "xcomp"):
        return None
    if above.lemma_ == "be":
        return above if above.tag_ in ("VBD", "VBN") else None
    if above.lemma_ in _INSTALLED:
        return above
    if above.lemma_ not in _OFFICE_VERBS:
        return None
    purpose = above.tag_ == "VB" and above.dep_ in ("xcomp", "advcl", "relcl", "acl")
    return above if not purpose or above.head.lemma_ in _INSTALLED else None


def _of_clauses(placed: Placed) -> Placed:
    return [place for place in placed if not grammar.belongs_to_noun(place.span)]


def _of_clause(clause: Token, trigger: Token, placed: Placed, ahead: bool) -> When | None:
    joined = aside = False
    for _ in range(_MAX_CLIMB):
        near = [place for place in placed if clause in place.clauses]
        near = [p for p in near if not p.expression.since or clauses.lasts(clause)]
        near = [p for p in near if not (joined and p.expression.starts)]
        if near:
            nearest = min(near, key=lambda place: _distance(trigger, place)).expression
            if aside:
                return When(nearest.value, nearest.origin) if nearest.value else None
            return _when(nearest, ahead or clauses.looks_ahead(clause), until=not clauses.is_negated(clause))
        explained = [p.expression for p in placed if grammar.explains(clause, p.span)]
        if explained:
            date = explained[-1].ends or explained[-1].value
            return When(date, explained[-1].origin)
        if not clauses.shares(clause, ahead=ahead):
            return None
        if clause.dep_ == "conj" and clauses.has_subject(clause):
            # "he was jailed in May, and she left": what follows the first verb is its own
            placed = [place for place in placed if place.span.start < clause.head.i]
        joined |= clause.dep_ == "conj"
        aside |= clause.dep_ in ("pcomp", "advcl")
        clause = clauses.clause_of(clause.head)
    return None


def _distance(trigger: Token, place: Place) -> tuple[int, int, int]:
    """Verbs that stand between, then words: what follows a relative clause is its date."""
    first, last = sorted((trigger.i, place.span.root.i))
    verbs = sum(token.pos_ == "VERB" for token in trigger.doc[first + 1 : last])
    return verbs, last - first, place.expression.begin


def _when(expression: DateExpression, ahead: bool, *, until: bool = True) -> When | None:
    """What an expression says of an event; what does not happen until then has no end then."""
    value = expression.ahead if ahead and expression.ahead else expression.value
    starts = value if expression.starts else None
    ends = expression.ends if until else None
    return When(value, expression.origin, starts, ends) if value or ends else None
