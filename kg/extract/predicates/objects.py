"""The objects of verbs, where the verb has them, shares them, or a clause of its own holds them."""

from kg.extract.clauses import is_infinitive
from kg.extract.predicates.lexicon import BARE_INFINITIVE
from kg.extract.predicates.phrases import RELATIVE, antecedent_or_self
from kg.extract.predicates.subjects import grammatical_subjects, is_passive
from kg.extract.tree import Token


def objects(verb: Token) -> list[Token]:
    """The noun phrases that the verb's action is done to."""
    direct = [child for child in verb.children if child.dep_ == "dobj"] or _mistaken_adverbials(verb)
    if is_passive(verb):
        return direct or grammatical_subjects(verb)
    direct = [antecedent_or_self(token) for token in direct]
    direct += _raised_objects(verb)
    direct = direct or _named_objects(verb)
    if direct:
        return direct
    if verb.dep_ == "relcl" and not _has_relative_word(verb) and not stranded(verb):
        return [verb.head]
    return _shared_objects(verb)


def _mistaken_adverbials(verb: Token) -> list[Token]:
    """A name right after the verb that the parser takes for a time ("attacked Niger")."""
    return [
        c
        for c in verb.children
        if c.dep_ in ("npadvmod", "advmod")
        and c.pos_ == "PROPN"
        and c.left_edge.i == verb.i + 1
        and c.ent_type_ not in ("DATE", "TIME")
    ]


def _raised_objects(verb: Token) -> list[Token]:
    """Subjects of an infinitive or a small clause that the verb governs ("want X to leave", "named X ambassador")."""
    raised = []
    for clause in verb.children:
        if clause.dep_ not in ("ccomp", "xcomp"):
            continue
        bare = verb.lemma_ in BARE_INFINITIVE and clause.tag_ in ("VB", "VBP")
        ordered = verb.lemma_ in ("order", "want", "have", "get") and clause.tag_ in ("VBN", "VBD")
        if bare or ordered or is_infinitive(clause) or clause.pos_ in ("NOUN", "PROPN", "ADJ"):
            raised += [c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass") and c.i > verb.i]
    return raised


def _named_objects(verb: Token) -> list[Token]:
    """Who gets a title, where the parser ties the name to the title ("named Ann Lee minister")."""
    titles = [c for c in verb.children if c.dep_ == "oprd" and c.i > verb.i]
    named = [
        part
        for title in titles
        for part in title.children
        if part.dep_ in ("compound", "nmod", "amod", "appos")
        and part.ent_type_ == "PERSON"
        and part.i < title.i
    ]
    return named[-1:] or [title for title in titles if title.pos_ == "PROPN"]


def _has_relative_word(verb: Token) -> bool:
    """Whether a relative clause has its own word for the noun before it ("whom", "where"), or no subject but it."""
    if not any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children):
        return True
    return any(t.tag_ in RELATIVE or t.tag_ == "WP$" for t in verb.subtree if t.i < verb.i)


def is_followed_by_infinitive(noun: Token) -> bool:
    """Whether "to" and a verb stand right after a noun phrase and its name, whatever the parser tied them to."""
    after = _after_name(noun.right_edge.i + 1, noun)
    return after < noun.sent.end and noun.doc[after].lower_ == "to" and noun.doc[after].dep_ == "aux"


def _after_name(place: int, noun: Token) -> int:
    """The place after a name between commas, which the parser may have lost ("pressed its head, Ann Lee, to go")."""
    doc, end = noun.doc, noun.sent.end
    if place + 1 >= end or doc[place].text != "," or doc[place + 1].pos_ != "PROPN":
        return place
    last = next((i for i in range(place + 1, end) if doc[i].pos_ != "PROPN" and doc[i].text != "-"), end)
    return last + 1 if last < end and doc[last].text == "," else place


def stranded(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ == "prep" and not any(True for _ in c.children)]


def _shared_objects(verb: Token) -> list[Token]:
    """The object that stands only after the last of several verbs ("arrested and charged him")."""
    if any(child.dep_ in ("prep", "ccomp", "xcomp", "prt") for child in verb.children):
        return []
    for child in verb.children:
        if child.dep_ == "conj" and child.pos_ == "VERB" and child.i - verb.i <= 3 and not is_passive(child):
            return objects(child)
    return []
