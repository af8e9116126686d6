"""Relative clauses of people: whose subject the parser takes for an apposition, or which it hangs on a body."""

from collections.abc import Iterator

from kg.extract.lexicon.bodies import BODY_NOUNS
from kg.extract.lexicon.people import PERSON_NOUNS
from kg.extract.lexicon.words import SPEECH_VERBS
from kg.extract.repairs.arcs import Arc, finite_verbs, own_subjects
from kg.extract.tree import Doc, Token

_LISTED_AS = frozenset(("dobj", "pobj", "attr"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_MUTUAL = frozenset("meet talk agree marry clash quarrel confer embrace divorce negotiate".split())
"""What two do with each other, so that they stay joined."""
_TIED_TO_MAIN = frozenset(("conj", "dep", "ccomp", "parataxis", "advcl", "xcomp"))
_BELIEVING = frozenset("believe think suspect hope fear claim allege maintain".split())
_TRYING = frozenset(
    "try attempt seek want plan hope intend vow threaten refuse fail decide pledge promise".split()
)
"""What is done with an infinitive, whose object a relative pronoun before them is."""


def open_whose_clauses(doc: Doc) -> Iterator[Arc]:
    """ "… in Moscow, whose head, Ann Lee, flew to Bern": the parser ties "flew" to the verb of the main clause."""
    for noun in _misread(doc):
        verb = next(iter(finite_verbs(doc, noun.right_edge.i + 1, noun.sent.end)), None)
        if verb is None or verb.dep_ not in _TIED_TO_MAIN or own_subjects(verb):
            continue
        if verb.head.i < noun.i:
            yield Arc(verb, noun.head, "relcl")
            yield Arc(noun, verb, "nsubj")


def unwind_whose_clauses(doc: Doc) -> Iterator[Arc]:
    """ "Lee, whose party was beaten by Ek's, demanded …": the parser gives Lee to "beaten" and leaves "demanded" alone."""
    for noun, owner in (*((n, n.head) for n in _misread(doc)), *_beside_owner(doc)):
        inner = owner.head
        if (
            owner.dep_ not in ("nsubj", "nsubjpass")
            or inner.i < noun.i
            or inner.dep_ not in ("ROOT", "conj", "ccomp")
        ):
            continue
        main = next((c for c in inner.children if c.i > inner.i and _goes_on(c)), None)
        if main is None:
            continue
        yield Arc(main, main if inner.head == inner else inner.head, inner.dep_)
        yield Arc(owner, main, "nsubj")
        yield Arc(inner, _last_listed(owner, noun.i), "relcl")
        yield Arc(noun, inner, owner.dep_)


def _last_listed(noun: Token, before: int) -> Token:
    """The last name of a list that a noun opens, of those that stand before a place."""
    while (
        following := next((c for c in noun.children if c.dep_ == "conj" and c.i < before), None)
    ) is not None:
        noun = following
    return noun


def _beside_owner(doc: Doc) -> Iterator[tuple[Token, Token]]:
    """Nouns after "whose" that share their verb with the subject before them ("Lee, whose wife is ill, left")."""
    for word in doc:
        noun = word.head
        if word.tag_ == "WP$" and noun.dep_ in ("nsubj", "nsubjpass") and noun.head.dep_ != "relcl":
            before = (c for c in noun.head.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < word.i)
            yield from ((noun, owner) for owner in before)


def open_whom_clauses(doc: Doc) -> Iterator[Arc]:
    """ "Ann Lee, whom a court in Bern convicted, …": the parser takes the court for another name of hers."""
    for whom in doc[:-2]:
        if whom.lower_ != "whom" or whom.dep_ in ("dobj", "pobj"):
            continue
        verb = next((t for t in doc[whom.i + 2 : whom.sent.end] if t.pos_ == "VERB"), None)
        if verb is None or verb.dep_ != "acl":
            continue
        noun = verb.head
        if noun.i > whom.i and noun.dep_ in ("appos", "relcl") and noun.head.i < whom.i:
            yield Arc(verb, noun.head, "relcl")
            yield Arc(noun, verb, "nsubj")
            yield Arc(whom, verb, "dobj")
            yield from (Arc(c, verb, "xcomp") for c in noun.children if c.i > verb.i and c.tag_ == "VB")


def hand_objects_to_infinitives(doc: Doc) -> Iterator[Arc]:
    """ "Whom Ek tried to impeach": the parser takes for tried whoever is to be impeached."""
    for which in doc:
        verb = which.head
        if which.dep_ != "dobj" or which.tag_ not in ("WP", "WDT") or verb.lemma_ not in _TRYING:
            continue
        deed = next((c for c in verb.children if c.dep_ == "xcomp" and c.nbor(-1).lower_ == "to"), None)
        if deed is not None and not any(c.dep_ in ("dobj", "prep", "ccomp") for c in deed.children):
            yield Arc(which, deed, "dobj")


def open_said_clauses(doc: Doc) -> Iterator[Arc]:
    """ "Companies that it says supply him": the parser takes for a wish what is said of the companies."""
    for said in doc:
        verb = said.head
        if said.dep_ != "xcomp" or verb.dep_ != "relcl" or verb.lemma_ not in SPEECH_VERBS | _BELIEVING:
            continue
        finite = said.tag_ in ("VB", "VBZ", "VBP", "VBD") and not own_subjects(said)
        which = next((c for c in verb.children if c.tag_ in ("WDT", "WP", "DT") or c.lower_ == "that"), None)
        if finite and which is not None and which.i < verb.i and said.nbor(-1).lower_ != "to":
            yield Arc(said, verb, "ccomp")
            yield Arc(which, said, "nsubj")


def hand_who_to_people(doc: Doc) -> Iterator[Arc]:
    """ "Lee of the Front, who beat Ek": the parser hangs on a body what only a person can be."""
    for verb in doc:
        body = verb.head
        if verb.dep_ == "relcl" and _is_body(body) and _opens_with_who(verb, body):
            person = _person_beside(body, verb) or _person_above(body)
            if person is not None:
                yield Arc(verb, person, "relcl")


def hand_who_to_the_last(doc: Doc) -> Iterator[Arc]:
    """ "Lee and her ally Bo Ek, who fled": the parser hangs on the first name what tells of the last."""
    for verb in doc:
        first = verb.head
        last = _last_listed(first, verb.i)
        if verb.dep_ != "relcl" or last == first or not _opens_with_who(verb, first) or _tells_of_many(verb):
            continue
        end = max([last.i, *(c.right_edge.i for c in last.children if c.dep_ == "appos" and c.i < verb.i)])
        named = _is_person(last) and last.tag_ in ("NN", "NNP")
        if named and doc[end + 1].text == "," and doc[end + 2].lower_ == "who":
            yield Arc(verb, last, "relcl")


def hand_who_to_all(doc: Doc) -> Iterator[Arc]:
    """ "Lee and her brother Bo Ek, who run the firm": the parser hangs on the last what a plural verb tells of both."""
    for verb in doc:
        last = verb.head
        if verb.dep_ != "relcl" or not _is_plural(verb) or not _opens_with_who(verb, last):
            continue
        noun = last.head if last.dep_ == "appos" else last
        if noun.tag_ not in ("NN", "NNP") or not _is_person(noun):
            continue
        first = noun
        while first.dep_ == "conj" and _is_person(first.head):
            first = first.head
        if first != noun:
            yield Arc(verb, first, "relcl")


def leave_listed_after_clauses(doc: Doc) -> Iterator[Arc]:
    """ "Lee, who heads Nord, Ek and Holm": what is told of the first name is not told of those that follow."""
    for other in doc:
        first = other.head
        if other.dep_ != "conj" or first.dep_ not in _LISTED_AS | _SUBJECTS or other.i < first.i:
            continue
        if other.pos_ != "PROPN" and (first.dep_ in _LISTED_AS or not _is_person(other)):
            continue
        if first.dep_ in _SUBJECTS and first.head.lemma_ in _MUTUAL:
            continue
        told = [c for c in first.children if c.dep_ == "relcl" and c.i < other.left_edge.i]
        before = doc[other.left_edge.i - 1]
        if before.lower_ == "and" and first.dep_ in _SUBJECTS:
            before = before.nbor(-1)
        closed = before.text == ","
        if told and closed and told[0].left_edge.nbor(-1).text == "," and not _tells_of_many(told[0]):
            yield Arc(other, first.head, first.dep_)


def _tells_of_many(verb: Token) -> bool:
    """Whether a clause is in the plural, or tells what some do with each other."""
    return _is_plural(verb) or any(
        t.lower_ in ("both", "all", "each", "together", "their") for t in verb.subtree
    )


def _is_plural(verb: Token) -> bool:
    finite = (verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass")))
    return any(t.lower_ in ("are", "were", "have") or t.tag_ == "VBP" for t in finite)


def hand_who_to_one(doc: Doc) -> Iterator[Arc]:
    """ "The daughter of refugees who heads the party": the parser hangs on several what is said of one."""
    for verb in doc:
        several = verb.head
        if verb.dep_ != "relcl" or several.tag_ not in ("NNS", "NNPS") or not _opens_with_who(verb, several):
            continue
        if not any(
            t.tag_ == "VBZ" for t in (verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass")))
        ):
            continue
        if several.dep_ == "pobj" and several.head.lower_ == "of" and _is_person(several.head.head):
            yield Arc(verb, several.head.head, "relcl")


def hand_which_to_things(doc: Doc) -> Iterator[Arc]:
    """ "The deportation of children, which": the parser hangs on people what none of them can be."""
    for verb in doc:
        people = verb.head
        if verb.dep_ != "relcl" or not _is_person(people) or not _opens_with_which(verb, people):
            continue
        thing = people
        while thing.dep_ in ("pobj", "prep"):
            thing = thing.head
        if thing != people and thing.pos_ == "NOUN" and not _is_person(thing):
            yield Arc(verb, thing, "relcl")


def _opens_with_which(clause: Token, noun: Token) -> bool:
    first = next(
        (t for t in noun.doc[noun.i + 1 : clause.i] if t.head == clause and t.lower_ == "which"), None
    )
    return first is not None and first.dep_ in ("nsubj", "nsubjpass", "dobj") and first.nbor(-1).text == ","


def _opens_with_who(clause: Token, noun: Token) -> bool:
    return any(
        noun.i < t.i < clause.i and t.lower_ in ("who", "whom") and t.dep_ in ("nsubj", "nsubjpass", "dobj")
        for t in clause.children
    )


def _person_beside(body: Token, clause: Token) -> Token | None:
    """ "The head of the council, Ann Lee, who": the name between the body and the clause."""
    names = (c for c in body.children if c.dep_ == "appos" and body.i < c.i < clause.i)
    return next((name for name in names if name.ent_type_ == "PERSON"), None)


def _person_above(body: Token) -> Token | None:
    """Of whom a body is told by a preposition: "Lee of the Front", "Lee, the secretary of the Front"."""
    current = body
    if current.dep_ == "appos" and current.head.dep_ == "pobj" and not _is_person(current.head):
        current = current.head  # "the head of the lender Nord, who"
    while current.dep_ in ("pobj", "prep"):
        current = current.head
        if current.dep_ == "appos" and (current.head.ent_type_ == "PERSON" or _is_person(current)):
            return current.head if current.head.pos_ == "PROPN" or _is_person(current.head) else current
        if _is_person(current):
            return current
    return None


def _is_person(noun: Token) -> bool:
    return noun.pos_ in ("NOUN", "PROPN") and (
        noun.ent_type_ == "PERSON" or noun.lemma_.lower() in PERSON_NOUNS
    )


def _is_body(noun: Token) -> bool:
    if noun.pos_ == "PROPN":
        introduced = any(c.i < noun.i and c.lemma_.lower() in BODY_NOUNS for c in noun.children)
        return introduced or noun.ent_type_ not in ("PERSON", "NORP")
    lemma = noun.lemma_.lower()
    if lemma == "staff" and noun.i and noun.nbor(-1).lower_ == "general":
        return True
    return noun.tag_ == "NN" and lemma in BODY_NOUNS and lemma not in PERSON_NOUNS


def _misread(doc: Doc) -> Iterator[Token]:
    for word in doc:
        noun = word.head
        while noun.dep_ == "compound" and noun.head.i > noun.i:
            noun = noun.head  # "whose co-head Ann Lee"
        if word.tag_ == "WP$" and noun.i > word.i and noun.dep_ == "appos" and noun.head.i < word.i:
            yield noun


def _goes_on(verb: Token) -> bool:
    """Whether a verb after a comma has no subject of its own."""
    return (
        verb.dep_ in ("conj", "dep", "ccomp")
        and verb.tag_ in ("VBD", "VBZ", "VBP", "VBN")
        and "," in (verb.left_edge.text, verb.left_edge.nbor(-1).text)
        and not own_subjects(verb)
    )
