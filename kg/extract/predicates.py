"""Predicate–argument structure: who stands in which role of a verb, noun or adjective, whatever the construction.

Voice, relative clauses, participles, control, raising, coordination and support verbs are resolved here, so that a
frame need not speak of them. An argument is the head token of a noun phrase; `Mentions` turns it into mentions.
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from kg.extract.annotations import TokenMention, mentions_by_head

OBJECT_CONTROL = frozenset(
    """urge ask order tell force press pressure push persuade convince allow permit help invite encourage instruct
    request require advise compel authorize task assign appoint choose name elect hire lead cause enable
    leave get warn pay bring send accuse want expect believe say direct implore exhort beg lobby coax goad
    oblige train teach nominate summon""".split()
)
"""Verbs whose object is the subject of the clause that follows it."""

BARE_INFINITIVE = frozenset("let make have help see watch hear".split())
"""Verbs whose clause needs no "to" ("let them go")."""

CALLING = frozenset("call appeal plead press push lobby rely count look prevail lean".split())
"""Verbs whose object stands after a preposition and is the subject of the clause ("called on Peru to leave")."""

PREPOSITIONAL_CONTROL = frozenset(
    """accuse blame suspect convict charge stop prevent prohibit pressure force talk persuade bar praise criticize
    condemn sanction punish acquit clear indict arrest detain thank fault deter keep coax push press
    implicate bully goad""".split()
)
"""Verbs whose object is the subject of a gerund after a preposition ("accused him of taking bribes")."""

SUPPORT_VERBS = frozenset(
    """have hold make give take launch conduct begin start open resume continue pursue carry mount stage lead do
    put exert express voice pledge reiterate offer extend provide lend reach sign strike conclude ink clinch
    seal finalize announce issue level file bring impose slap keep renew order wage deliver pay show declare
    repeat maintain enter undertake perform step intensify end suspend break restart complete run initiate
    sponsor throw receive win earn increase raise reaffirm send throw cut use withdraw deepen agree publish
    enjoy refuse deny reject seek want demand plan propose consider discuss schedule expect approve back
    call cancel postpone""".split()
)
"""Verbs whose subject is the possessor of the event noun that is their object ("held talks")."""

SUPPORT_PREPOSITIONS = frozenset("in into at on to under for".split())
STATE_VERBS = frozenset(
    "be remain stay engage enter go get come return sit participate take begin start join move arrive travel".split()
)

QUANTITIES = frozenset(
    """number majority hundred thousand dozen score ten million handful pair couple rest part half most some all both one
    two three four five several many each any either none round series wave string set kind sort type spate flurry
    package piece form remnant section bulk lot share scores hundreds thousands dozens rounds campaign act exchange
    batch""".split()
)
"""Nouns that stand for what follows their "of" ("hundreds of protesters", "a round of talks")."""

_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))
_RELATIVE = frozenset(("WDT", "WP", "WRB"))
_MAX_CLIMB = 6


class Mentions:
    """The mentions that a noun phrase stands for."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.by_head = mentions_by_head(doc)

    def of(self, head: Token) -> list[TokenMention]:
        """The mentions of a noun phrase and of what is coordinated with it, in the order of the text."""
        found: dict[int, TokenMention] = {}
        for conjunct in coordinated(head):
            for mention in self.single(conjunct):
                found.setdefault(mention.head, mention)
        return [found[i] for i in sorted(found)]

    def single(self, head: Token, depth: int = 0) -> list[TokenMention]:
        """The mentions of one noun phrase: its own, its apposition's, or of what a transparent noun counts."""
        if depth > _MAX_CLIMB:
            return []
        mention = self.by_head.get(head.i)
        if mention and not mention.tentative:
            return [mention]
        if head.tag_ in _RELATIVE and (antecedent := antecedent_of(head)):
            return self.of(antecedent)
        apposed = [m for c in head.children if c.dep_ == "appos" for m in self.single(c, depth + 1)]
        named = [m for m in apposed if not m.tentative]
        if named:
            return named
        if head.lemma_.lower() in QUANTITIES:
            inner = [m for noun in governed_by(head, "of") for m in self.of(noun)]
            if inner:
                return inner
        if mention:
            return [mention]
        return apposed


def coordinated(head: Token) -> Iterator[Token]:
    """The head and what is joined to it by "and" or "or", from left to right."""
    yield head
    for child in head.children:
        if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "X"):
            yield from coordinated(child)
        elif (child.dep_ == "prep" and child.lower_ in ("including", "like")) or _is_such_as(child):
            for noun in (c for c in child.children if c.dep_ == "pobj"):
                yield from coordinated(noun)


def _is_such_as(token: Token) -> bool:
    return token.dep_ == "prep" and token.lower_ == "as" and any(c.lower_ == "such" for c in token.children)


def antecedent_of(pronoun: Token) -> Token | None:
    """The noun that a relative pronoun stands for."""
    token = pronoun
    for _ in range(_MAX_CLIMB):
        if token.dep_ == "relcl":
            return token.head
        if token.head == token:
            return None
        token = token.head
    return None


def governed_by(token: Token, *prepositions: str) -> list[Token]:
    """The nouns after these prepositions directly under a token, also where the preposition is said again."""
    return [
        noun
        for child in token.children
        for preposition in _repeated(child)
        if preposition.lower_ in prepositions
        for noun in preposition.children
        if noun.dep_ in ("pobj", "pcomp")
    ]


def _repeated(preposition: Token) -> Iterator[Token]:
    """A preposition and those coordinated with it ("on the firm and on its owner")."""
    if preposition.dep_ in ("prep", "agent", "dative") or (
        preposition.dep_ == "conj" and preposition.pos_ == "ADP"
    ):
        yield preposition
        for child in preposition.children:
            if child.dep_ == "conj" and child.pos_ == "ADP":
                yield from _repeated(child)


def is_passive(verb: Token) -> bool:
    """Whether the grammatical subject of a verb is what the action is done to."""
    deps = {child.dep_ for child in verb.children}
    if deps & {"auxpass", "nsubjpass"}:
        return True
    if verb.tag_ not in ("VBN", "VBD"):
        return False
    has_have = any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)
    if has_have:
        return False
    if "agent" in deps and ("dobj" not in deps or verb.dep_ == "acl"):
        return True
    if verb.dep_ == "conj" and "dobj" not in deps:
        return not deps & _SUBJECTS and is_passive(verb.head)
    return (
        verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl", "relcl", "amod", "oprd") and "nsubj" not in deps
    )


def grammatical_subjects(verb: Token, depth: int = 0) -> list[Token]:
    """The noun phrases that are the subject of a verb as its grammar has it, inherited where the verb has none."""
    if depth > _MAX_CLIMB:
        return []
    own = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    if own:
        return [_antecedent_or_self(token) for token in own]
    governor, inherit = verb.head, grammatical_subjects
    if governor == verb:
        return []
    match verb.dep_:
        case "conj":
            return inherit(governor, depth + 1) if governor.pos_ in ("VERB", "AUX") else []
        case "acl" | "relcl":
            if verb.tag_ == "VB":
                return _possessors(governor, depth + 1) or [governor]
            return [governor] if governor.pos_ not in ("VERB", "AUX") else inherit(governor, depth + 1)
        case "xcomp" | "ccomp":
            return _controllers(governor, OBJECT_CONTROL, depth + 1)
        case "advcl":
            return _controllers(governor, OBJECT_CONTROL if verb.tag_ == "VB" else frozenset(), depth + 1)
        case "pcomp":
            return _gerund_subjects(verb, depth + 1)
        case "amod":
            return [governor]
    return []


def _antecedent_or_self(token: Token) -> Token:
    return (antecedent_of(token) or token) if token.tag_ in _RELATIVE else token


def _controllers(governor: Token, object_control: frozenset[str], depth: int) -> list[Token]:
    if governor.pos_ not in ("VERB", "AUX"):
        return _possessors(governor, depth) or grammatical_subjects(governor, depth)
    if governor.lemma_ in object_control and not is_passive(governor):
        controlled = [c for c in governor.children if c.dep_ in ("dobj", "dative") and c.pos_ != "ADP"]
        if controlled:
            return controlled
    if governor.lemma_ in CALLING and (called := governed_by(governor, "on", "upon", "for", "to", "with")):
        return called
    return grammatical_subjects(governor, depth)


def _gerund_subjects(gerund: Token, depth: int) -> list[Token]:
    preposition = gerund.head
    while preposition.dep_ == "conj" and preposition.head.pos_ == "ADP":
        preposition = preposition.head
    governor = preposition.head
    if governor.pos_ in ("VERB", "AUX"):
        if governor.lemma_ in PREPOSITIONAL_CONTROL and preposition.lower_ in (
            "of",
            "for",
            "from",
            "into",
            "with",
            "in",
        ):
            objects = (
                grammatical_subjects(governor, depth)
                if is_passive(governor)
                else [c for c in governor.children if c.dep_ == "dobj"]
            )
            if objects:
                return objects
        return grammatical_subjects(governor, depth) if not is_passive(governor) else _agents(governor)
    return _possessors(governor, depth)


def _possessors(noun: Token, depth: int) -> list[Token]:
    """Whose plan, offer or attempt a noun is: its possessor, or the subject of the verb that it is the object of."""
    own = [child for child in noun.children if child.dep_ == "poss"]
    if own:
        return [_antecedent_or_self(token) for token in own]
    own = governed_by(noun, "by")
    if own:
        return own
    if noun.dep_ == "dobj" and noun.head.lemma_ in SUPPORT_VERBS:
        return subjects(noun.head, depth + 1)
    return []


def _agents(verb: Token) -> list[Token]:
    """By whom, also where only the first of coordinated passives says it ("arrested by police and charged")."""
    own = governed_by(verb, "by")
    if (
        not own
        and verb.dep_ == "conj"
        and not any(c.dep_ in _SUBJECTS for c in verb.children)
        and is_passive(verb.head)
    ):
        return _agents(verb.head)
    return own


def subjects(verb: Token, depth: int = 0) -> list[Token]:
    """The noun phrases that do what the verb says, by-phrases of passives included."""
    return _agents(verb) if is_passive(verb) else grammatical_subjects(verb, depth)


def objects(verb: Token) -> list[Token]:
    """The noun phrases that the verb's action is done to."""
    direct = [child for child in verb.children if child.dep_ == "dobj"]
    if is_passive(verb):
        return direct or grammatical_subjects(verb)
    direct = [_antecedent_or_self(token) for token in direct]
    direct += _raised_objects(verb)
    direct = direct or _named_objects(verb)
    if direct:
        return direct
    if verb.dep_ == "relcl" and not _has_relative_word(verb) and not _stranded(verb):
        return [verb.head]
    return _shared_objects(verb)


def _raised_objects(verb: Token) -> list[Token]:
    """Subjects of an infinitive or a small clause that the verb governs ("want X to leave", "named X ambassador")."""
    raised = []
    for clause in verb.children:
        if clause.dep_ not in ("ccomp", "xcomp"):
            continue
        bare = verb.lemma_ in BARE_INFINITIVE and clause.tag_ in ("VB", "VBP")
        if bare or _is_infinitive(clause) or clause.pos_ in ("NOUN", "PROPN", "ADJ"):
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
    return any(t.tag_ in _RELATIVE or t.tag_ == "WP$" for t in verb.subtree if t.i < verb.i)


def _is_infinitive(clause: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in clause.children)


def _is_followed_by_infinitive(noun: Token) -> bool:
    """Whether "to" and a verb stand right after a noun phrase, whatever the parser tied them to."""
    after = noun.right_edge.i + 1
    return after < noun.sent.end and noun.doc[after].lower_ == "to" and noun.doc[after].dep_ == "aux"


def _stranded(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ == "prep" and not any(True for _ in c.children)]


def _shared_objects(verb: Token) -> list[Token]:
    """The object that stands only after the last of several verbs ("arrested and charged him")."""
    if any(child.dep_ in ("prep", "ccomp", "xcomp", "prt") for child in verb.children):
        return []
    for child in verb.children:
        if child.dep_ == "conj" and child.pos_ == "VERB" and child.i - verb.i <= 3 and not is_passive(child):
            return objects(child)
    return []


class VerbArguments:
    """The roles of one verb, by the names that frames use."""

    def __init__(self, verb: Token) -> None:
        self.verb = verb

    def role(self, name: str) -> list[Token]:
        """The noun phrases in a role of a frame ("subj", "pp:with", "that.subj")."""
        if name == "subj":
            return subjects(self.verb)
        if name == "obj":
            return self._direct_objects()
        if name == "iobj":
            return self._recipients()
        if name == "that.subj":
            return self._clause_subjects()
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
        if any(_is_followed_by_infinitive(c) for c in self.verb.children if c.dep_ == "dobj"):
            return True
        return any(
            clause.dep_ in ("xcomp", "ccomp", "advcl", "acl", "relcl")
            and clause.i > self.verb.i
            and _is_infinitive(clause)
            for governor in governors
            for clause in governor.children
        )

    def _direct_objects(self) -> list[Token]:
        found = objects(self.verb)
        if is_passive(self.verb):
            direct = [c for c in self.verb.children if c.dep_ == "dobj"]
            return grammatical_subjects(self.verb) if direct and not self._is_ditransitive() else found
        return found

    def _is_ditransitive(self) -> bool:
        return any(c.dep_ == "dobj" for c in self.verb.children) and is_passive(self.verb)

    def _recipients(self) -> list[Token]:
        if self._is_ditransitive():
            return grammatical_subjects(self.verb)
        datives = [c for c in self.verb.children if c.dep_ == "dative" and c.pos_ != "ADP"]
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
        return own + [c for noun in nouns for c in noun.children if c.dep_ == "amod" and c.i > noun.i]

    def _clause_subjects(self) -> list[Token]:
        return [
            _antecedent_or_self(subject)
            for clause in self.verb.children
            if clause.dep_ in ("ccomp", "xcomp")
            for subject in clause.children
            if subject.dep_ in ("nsubj", "nsubjpass")
        ]

    def _prepositional(self, preposition: str) -> list[Token]:
        direct = governed_by(self.verb, preposition)
        for child in self.verb.children:
            if child.dep_ in ("prep", "prt", "advmod", "advcl"):
                direct += governed_by(child, preposition)
        if preposition == "for":
            direct += self._for_clause_subjects()
        if not direct and self.verb.dep_ == "relcl":
            direct = [self.verb.head for c in _stranded(self.verb) if c.lower_ == preposition]
        if direct:
            return [_antecedent_or_self(token) for token in direct]
        if any(c.dep_ == "prt" and c.lower_ == preposition for c in self.verb.children):
            return self._direct_objects()
        nested = [
            noun
            for outer in self._complements()
            for noun in governed_by(outer, preposition)
            if noun.i > self.verb.i
        ]
        return nested or self._shared_prepositional(preposition)

    def _for_clause_subjects(self) -> list[Token]:
        """Who is to do it in "called for Ghana to withdraw"."""
        return [
            subject
            for clause in self.verb.children
            if clause.dep_ in ("advcl", "ccomp", "xcomp")
            and any(c.lower_ == "for" and c.dep_ == "mark" for c in clause.children)
            for subject in clause.children
            if subject.dep_ in ("nsubj", "nsubjpass")
        ]

    def _complements(self) -> Iterator[Token]:
        """Nouns under the verb to which the parser may have tied a phrase of the verb's."""
        for child in self.verb.children:
            if child.dep_ in ("dobj", "attr", "acomp", "oprd", "nsubjpass", "npadvmod", "dative"):
                yield from coordinated(child)
            elif child.dep_ == "prep":
                yield from (noun for noun in child.children if noun.dep_ == "pobj")

    def _shared_prepositional(self, preposition: str) -> list[Token]:
        for child in self.verb.children:
            if child.dep_ == "conj" and child.pos_ == "VERB" and child.i - self.verb.i <= 3:
                return governed_by(child, preposition)
        return []


class NounArguments:
    """The roles of one event noun."""

    def __init__(self, noun: Token) -> None:
        self.noun = noun
        self.heads = list(_noun_heads(noun))

    def possessives(self) -> list[Token]:
        """Possessives on the noun or on what counts it ("Maduro's round of talks")."""
        return [_antecedent_or_self(c) for head in self.heads for c in head.children if c.dep_ == "poss"]

    def modifiers(self) -> list[Token]:
        """Adjectives and nouns before it ("Danish support", "U.S. sanctions"), nearest last."""
        return [
            c
            for head in self.heads
            for c in head.children
            if c.dep_ in ("amod", "compound", "nmod") and c.i < head.i
        ]

    def agents(self) -> list[Token]:
        """What "by" introduces, on the noun or on a participle after it ("sanctions imposed by X")."""
        found = [noun for head in self.heads for noun in governed_by(head, "by")]
        for head in self.heads:
            for child in head.children:
                if child.dep_ in ("acl", "relcl") and is_passive(child) and child.lemma_ in SUPPORT_VERBS:
                    found += governed_by(child, "by")
        return found

    def supporters(self) -> list[Token]:
        """The subject of the support verb that has the noun as its object."""
        for head in self.heads:
            verb = head.head
            if head.dep_ == "dobj" and verb.lemma_ in SUPPORT_VERBS:
                return subjects(verb)
            if head.dep_ == "nsubjpass":
                return _agents(verb)
            if head.dep_ == "pobj" and verb.dep_ == "prep" and verb.lower_ in SUPPORT_PREPOSITIONS:
                governor = verb.head
                if governor.pos_ in ("VERB", "AUX") and governor.lemma_ in STATE_VERBS:
                    return subjects(governor)
        return []

    def introduced_by(self, preposition: str) -> list[Token]:
        """What a preposition introduces, on the noun or on the verb whose object it is."""
        found = [noun for head in self.heads for noun in governed_by(head, preposition)]
        if found:
            return [_antecedent_or_self(token) for token in found]
        for head in self.heads:
            if head.dep_ in ("dobj", "nsubjpass", "pobj", "nsubj"):
                verb = head.head.head if head.dep_ == "pobj" else head.head
                found = [noun for noun in governed_by(verb, preposition) if noun.i > head.i]
                if found:
                    return found
            for child in head.children:
                if child.dep_ in ("acl", "relcl"):
                    found += governed_by(child, preposition)
                elif child.dep_ == "prep":
                    found += [
                        n
                        for inner in child.children
                        if inner.dep_ == "pobj"
                        for n in governed_by(inner, preposition)
                    ]
        return found

    def recipients(self) -> list[Token]:
        """The indirect object of the support verb ("gave the rebels support")."""
        return [
            c
            for head in self.heads
            if head.dep_ == "dobj"
            for c in head.head.children
            if c.dep_ == "dative" and c.pos_ != "ADP"
        ]

    def stands_under(self, preposition: str) -> bool:
        """Whether a preposition governs the noun ("at war")."""
        return any(head.dep_ == "pobj" and head.head.lower_ == preposition for head in self.heads)


def _noun_heads(noun: Token) -> Iterator[Token]:
    """The noun, what it is coordinated with before it, and the transparent noun that counts it."""
    yield noun
    current = noun
    for _ in range(_MAX_CLIMB):
        if current.dep_ == "conj" and current.head.pos_ in ("NOUN", "PROPN"):
            current = current.head
        elif (
            current.dep_ == "pobj"
            and current.head.lower_ == "of"
            and current.head.head.lemma_.lower() in QUANTITIES
        ):
            current = current.head.head
        else:
            return
        yield current


def adjective_subjects(adjective: Token) -> list[Token]:
    """The noun phrases that an adjective speaks of."""
    if adjective.dep_ in ("acomp", "attr", "oprd"):
        return grammatical_subjects(adjective.head)
    if adjective.dep_ in ("amod", "acl", "relcl", "appos"):
        return [adjective.head]
    if adjective.dep_ == "conj":
        return adjective_subjects(adjective.head)
    if adjective.pos_ == "VERB":
        return grammatical_subjects(adjective)
    if adjective.dep_ == "advcl":
        return grammatical_subjects(adjective.head)
    return []


def possessors_inside(noun: Token) -> list[Token]:
    """Whose it is, of an argument: possessive, by-phrase, modifier or of-phrase ("O's rule", "O rule", "rule of O")."""
    found = [_antecedent_or_self(c) for c in noun.children if c.dep_ == "poss"] or governed_by(noun, "by")
    found = found or [
        c for c in noun.children if c.dep_ in ("compound", "amod", "nmod") and c.ent_type_ and c.i < noun.i
    ]
    return found or governed_by(noun, "of", "in")


def unique(tokens: Iterable[Token]) -> list[Token]:
    """The tokens once each, in the order given."""
    return list({token.i: token for token in tokens}.values())
