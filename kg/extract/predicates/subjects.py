"""The subjects of verbs: voice, relative clauses, participles, control, raising and coordination."""

from kg.extract.clauses import SUBJECT_DEPS
from kg.extract.lexicon.stance import CHANCES, DECISIONS, DUE_NOUNS, GIVING, NEGATIVE_NOUNS, PLAN_NOUNS
from kg.extract.predicates.lexicon import (
    ANSWERING,
    ASKED_OF_OTHERS,
    ASKED_TO,
    ASKING_OF,
    CALLING,
    CAUSING,
    CHARGES,
    CHARGING,
    CIRCUMSTANTIAL,
    DOCUMENTS,
    GRANTED,
    GRANTING,
    JOINT,
    JUDGING,
    NAMING,
    OBJECT_CONTROL,
    PREPOSITIONAL_CONTROL,
    SENDING,
    SUPPORT_VERBS,
    TWO_OBJECTS,
    UNDERGOING,
    WANTING,
)
from kg.extract.predicates.phrases import (
    MAX_CLIMB,
    antecedent_or_self,
    companions,
    governed_by,
    is_time,
    ordering,
)
from kg.extract.tree import Token

_OF_DOERS = CHANCES | DECISIONS | DUE_NOUNS | NEGATIVE_NOUNS | PLAN_NOUNS
_CONTROLLING = frozenset(("of", "for", "from", "into", "with", "in", "against", "on"))

_APPOINTING = frozenset(
    "name appoint elect choose pick select install nominate designate promote hire tap recruit".split()
)


def is_passive(verb: Token) -> bool:
    """Whether the grammatical subject of a verb is what the action is done to."""
    deps = {child.dep_ for child in verb.children}
    if deps & {"auxpass", "nsubjpass"}:
        return True
    if verb.tag_ not in ("VBN", "VBD") and verb.lower_ != "let":
        return False
    if is_caused(verb):
        return True
    has_have = any(c.dep_ == "aux" and c.lemma_ in ("have", "having") for c in verb.children)
    if has_have:
        return False
    if "agent" in deps and ("dobj" not in deps or verb.dep_ == "acl"):
        return True
    if verb.dep_ == "conj" and not deps & {"dobj", "ccomp"}:
        controlled = "xcomp" not in deps or verb.lemma_ in OBJECT_CONTROL or verb.lower_ == "let"
        return controlled and not deps & SUBJECT_DEPS and is_passive(verb.head)
    if verb.tag_ != "VBN" or verb.dep_ not in ("acl", "advcl", "relcl", "amod", "oprd") or "nsubj" in deps:
        return False
    return not _is_past(verb)


def _is_past(verb: Token) -> bool:
    """Whether it is a finite verb after an apposition that the parser takes for a participle ("Lee, a nurse, saw Ek")."""
    if verb.dep_ != "acl" or verb.i == 0 or verb.nbor(-1).text != ",":
        return False
    named = any(c.dep_ == "dobj" and c.i > verb.i and c.pos_ in ("PROPN", "PRON") for c in verb.children)
    if verb.lemma_ in NAMING and any(c.dep_ == "oprd" for c in verb.children):
        return named
    if verb.lemma_ in ASKING_OF:
        return any(c.dep_ == "prep" and c.lower_ in ("on", "upon", "to", "with") for c in verb.children)
    return named and verb.lemma_ not in NAMING | TWO_OBJECTS


def is_caused(verb: Token) -> bool:
    """Whether a participle says what somebody has or wants done to another ("had him arrested")."""
    if (
        verb.dep_ not in ("ccomp", "xcomp")
        or verb.tag_ not in ("VBN", "VBD")
        or verb.head.lemma_ not in CAUSING | WANTING
    ):
        return False
    told = {c.dep_ for c in verb.children}
    if told & {"aux", "auxpass", "dobj", "mark"}:
        return False
    return any(c.dep_ == "nsubj" and verb.head.i < c.i < verb.i for c in verb.children)


def grammatical_subjects(verb: Token, depth: int = 0) -> list[Token]:
    """The noun phrases that are the subject of a verb as its grammar has it, inherited where the verb has none."""
    if depth > MAX_CLIMB:
        return []
    own = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    if own:
        return [antecedent_or_self(token) for token in (*own, *_doing_so(verb))]
    governor, inherit = verb.head, grammatical_subjects
    if governor == verb:
        return _noun_before(verb)
    match verb.dep_:
        case "conj":
            described = governor.dep_ == "amod" and verb.tag_ == "VBN"
            return inherit(governor, depth + 1) if governor.pos_ in ("VERB", "AUX") or described else []
        case "acl" | "relcl":
            if verb.tag_ == "VB" and (named := _named_before(verb, governor)):
                return named
            if verb.tag_ == "VB" and (granted := _recipients(governor)):
                return granted
            if verb.tag_ == "VB" and _is_asked_of_others(verb, governor):
                return _addressees(governor, depth + 1)
            if verb.tag_ == "VB" or (verb.tag_ == "VBG" and governor.lemma_ in DOCUMENTS):
                return _possessors(governor, depth + 1) or [governor]
            return [governor] if governor.pos_ not in ("VERB", "AUX") else inherit(governor, depth + 1)
        case "advcl" | "xcomp" if named := _meant_to(verb) or _newly_appointed(verb):
            return named
        case "xcomp" | "ccomp":
            return [] if _lacks_subject(verb) else _controllers(governor, OBJECT_CONTROL, depth + 1)
        case "advcl":
            charged = verb.tag_ == "VBN" and verb.lemma_ in CHARGING and verb.i > governor.i
            past = PREPOSITIONAL_CONTROL if charged else frozenset()
            return _controllers(governor, OBJECT_CONTROL if verb.tag_ == "VB" else past, depth + 1)
        case "pcomp":
            return _gerund_subjects(verb, depth + 1)
        case "amod":
            return [governor]
        case "acomp" | "attr" | "oprd":
            return inherit(governor, depth + 1)
        case "preconj" | "dep" | "punct":
            return _noun_before_comma(verb)
    return []


def _newly_appointed(verb: Token) -> list[Token]:
    """Who replaces somebody by getting a post ("Nordbank named Ann Lee as chief executive, replacing Bo Ek")."""
    replacing = verb.tag_ == "VBG" and verb.lemma_ in ("replace", "succeed") and verb.dep_ == "advcl"
    if not replacing or verb.head.lemma_ not in _APPOINTING or is_passive(verb.head):
        return []
    if any(c.lower_ == "with" and c.dep_ == "prep" for c in verb.children):
        return []
    return [c for c in verb.head.children if c.dep_ in ("dobj", "dative") and verb.head.i < c.i < verb.i]


def _doing_so(verb: Token) -> list[Token]:
    """Who is said to do the same ("condemned it, as did Chad")."""
    clauses = [c for c in verb.children if c.dep_ == "advcl" and c.lemma_ == "do" and c.i > verb.i]
    same = [c for c in clauses if c.left_edge.lower_ in ("as", "so") and len(list(c.children)) <= 3]
    return [noun for clause in same for noun in clause.children if noun.dep_ == "nsubj" and noun.i > clause.i]


def _noun_before(verb: Token) -> list[Token]:
    """The noun right before a finite verb that the parser has left without a subject."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.i == verb.sent.start:
        return []
    before = verb.nbor(-1)
    return [before] if before.pos_ in ("NOUN", "PROPN") else []


def _noun_before_comma(participle: Token) -> list[Token]:
    """The noun that a participle between commas speaks of, where the parser has lost it ("Ms. Lee, visiting Oslo,")."""
    i = participle.i
    if participle.tag_ != "VBG" or i - participle.sent.start < 2 or participle.nbor(-1).text != ",":
        return []
    before = participle.nbor(-2)
    return [before] if before.pos_ in ("NOUN", "PROPN") else []


def _controllers(governor: Token, object_control: frozenset[str], depth: int) -> list[Token]:
    if governor.pos_ not in ("VERB", "AUX"):
        return _possessors(governor, depth) or grammatical_subjects(governor, depth)
    if object_control and governor.lemma_ in GRANTING and (granted := _granted(governor)):
        return granted
    if governor.lemma_ in object_control and not is_passive(governor):
        controlled = [c for c in governor.children if c.dep_ in ("dobj", "dative") and c.pos_ != "ADP"]
        if controlled:
            return controlled
    if governor.lemma_ in CALLING and not any(c.dep_ == "dobj" for c in governor.children):
        called = governed_by(governor, "on", "upon", "for", "to", "with")
        if called and not all(map(is_time, called)):
            return called
    return grammatical_subjects(governor, depth)


def _recipients(noun: Token) -> list[Token]:
    """Who gets a permission, an order or the time to do something."""
    if noun.dep_ != "dobj" or noun.lemma_.lower() not in GRANTED or noun.head.lemma_ not in GRANTING:
        return []
    before = [c for c in noun.children if c.dep_ == "compound" and (c.tag_ == "NNS" or c.lower_ == "police")]
    return _granted(noun.head) or before


def _granted(verb: Token) -> list[Token]:
    """Who is given something, in either voice; the parser may take a name for the thing that is given."""
    if is_passive(verb):
        return [
            c for c in verb.children if c.dep_ == "nsubjpass" and any(o.dep_ == "dobj" for o in verb.children)
        ]
    given = [antecedent_or_self(c) for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP"]
    told = governed_by(verb, "to") if not given and any(c.dep_ == "dative" for c in verb.children) else []
    named = [c for c in verb.children if c.dep_ == "dobj" and c.tag_ in ("NNP", "NNPS", "PRP")]
    return given or told or named


def _named_before(infinitive: Token, noun: Token) -> list[Token]:
    """Who is to do it, between a noun and its infinitive: "the failure of Chad to pay", "plans for Chad to pay"."""
    to = next((c for c in infinitive.children if c.dep_ == "aux" and c.lower_ == "to"), None)
    if to is None or noun.lemma_.lower() not in _OF_DOERS:
        return []
    return [named for named in governed_by(noun, "of", "for") if named.right_edge.i + 1 == to.i]


def _meant_to(infinitive: Token) -> list[Token]:
    """Who is to do it, right before an infinitive ("opened its gates for trucks to enter", "an order to O to leave")."""
    to = next((c for c in infinitive.children if c.dep_ == "aux" and c.lower_ == "to"), None)
    if to is None:
        return []
    verb = infinitive.head
    requests = [c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() in ASKED_TO]
    ways = [c for c in verb.children if c.dep_ == "prep" and c.lower_ == "for"]
    ways += [
        c
        for noun in requests
        for c in (*noun.children, *verb.children)
        if c.lower_ == "to" and c.pos_ == "ADP"
    ]
    return [
        noun
        for preposition in ways
        for noun in preposition.children
        if noun.dep_ == "pobj" and noun.right_edge.i + 1 == to.i and not is_time(noun)
    ]


def _lacks_subject(clause: Token) -> bool:
    """Whether a finite clause before "…, Holm said" has lost its subject in the parse: it is not the speaker's deed."""
    finite = clause.tag_ in ("VBZ", "VBP") and not any(c.dep_ in ("aux", "mark") for c in clause.children)
    return finite and clause.dep_ == "ccomp" and clause.i < clause.head.i


def _is_asked_of_others(infinitive: Token, request: Token) -> bool:
    """Whether somebody other than its possessor is to do what a request asks; a "bid to arrest him" is one's own."""
    lemma = request.lemma_.lower()
    if request.dep_ == "pobj" and lemma in CIRCUMSTANTIAL:
        return False
    return lemma in ASKED_OF_OTHERS and (lemma != "bid" or infinitive.lemma_ == "extradite")


def _addressees(request: Token, depth: int) -> list[Token]:
    """Who is to do what a request asks for: whom it is made to, or who turns it down."""
    if request.dep_ == "dobj" and request.head.lemma_ in ANSWERING:
        return subjects(request.head, depth)
    return governed_by(request, "to", "on", "for")


def _gerund_subjects(gerund: Token, depth: int) -> list[Token]:
    preposition = gerund.head
    while preposition.dep_ == "conj" and preposition.head.pos_ == "ADP":
        preposition = preposition.head
    governor = _governor(preposition)
    if charged := _found_to_be(governor):
        return charged
    if governor.pos_ in ("VERB", "AUX"):
        controls = governor.lemma_ in PREPOSITIONAL_CONTROL and preposition.lower_ in _CONTROLLING
        if controls and preposition.i > governor.i:
            objects = (
                grammatical_subjects(governor, depth)
                if is_passive(governor)
                else [c for c in governor.children if c.dep_ == "dobj"]
            )
            if objects:
                return objects
        return grammatical_subjects(governor, depth) if not is_passive(governor) else agents(governor)
    if governor.pos_ in ("ADV", "ADJ"):
        return grammatical_subjects(governor.head, depth)
    return _possessors(governor, depth)


def _governor(preposition: Token) -> Token:
    """What a preposition belongs to; not who convicts, nor the time of it ("convicted by a court in 2013 of killing")."""
    governor = preposition.head
    if governor.dep_ == "pobj" and (governor.head.dep_ == "agent" or is_time(governor)):
        verb = governor.head.head
        return verb if verb.lemma_ in CHARGING else governor
    return governor


def _found_to_be(governor: Token) -> list[Token]:
    """Who is found guilty, where a verb of finding has that as its object's predicate."""
    if governor.lower_ not in ("guilty", "innocent"):
        return []
    own = [c for c in governor.children if c.dep_ == "nsubj"]
    verb = governor.head
    if own or governor.dep_ not in ("oprd", "ccomp", "acomp", "advcl") or verb.pos_ != "VERB":
        return [antecedent_or_self(noun) for noun in own]
    return grammatical_subjects(verb) if is_passive(verb) else [c for c in verb.children if c.dep_ == "dobj"]


def charged(preposition: Token) -> list[Token]:
    """Who has done, as is said, what a preposition introduces ("tried for the murder of", "guilty of an assault on")."""
    governor = _governor(preposition)
    if (
        governor.lemma_.lower() in CHARGES
        and governor.pos_ == "NOUN"
        and preposition.lower_ in ("for", "over")
    ):
        return [antecedent_or_self(c) for c in governor.children if c.dep_ == "poss"]
    if governor.lemma_ not in CHARGING or preposition.lower_ not in ("of", "for", "with", "over", "in"):
        return _found_to_be(governor) if preposition.lower_ == "of" else []
    if is_passive(governor):
        return grammatical_subjects(governor)
    return [antecedent_or_self(c) for c in governor.children if c.dep_ == "dobj"]


def _possessors(noun: Token, depth: int) -> list[Token]:
    """Whose plan, offer or attempt a noun is: its possessor, or the subject of the verb that it is the object of."""
    own = [child for child in noun.children if child.dep_ == "poss"]
    if own:
        return [antecedent_or_self(token) for token in own]
    own = governed_by(noun, "by")
    if own:
        return own
    if noun.dep_ == "pobj" and noun.lemma_.lower() in CIRCUMSTANTIAL:
        return grammatical_subjects(noun.head.head, depth) if noun.head.head.pos_ in ("VERB", "AUX") else []
    acting = noun.head.lemma_ in SUPPORT_VERBS or noun.head.lemma_ in GIVING
    tried = noun.lemma_.lower() in CHARGES and noun.head.lemma_ in UNDERGOING
    told = noun.lemma_ in DOCUMENTS and noun.head.lemma_ not in JUDGING
    doing = noun.dep_ == "dobj" and (acting or tried or told)
    return subjects(noun.head, depth + 1) if doing else []


def agents(verb: Token) -> list[Token]:
    """By whom, also where only the first of coordinated passives says it ("arrested by police and charged")."""
    own = ordering(verb) or governed_by(verb, "by")
    if (
        not own
        and verb.dep_ == "conj"
        and not any(c.dep_ in SUBJECT_DEPS for c in verb.children)
        and is_passive(verb.head)
    ):
        return agents(verb.head)
    return own or _agents_nearby(verb) or _orderers(verb) or _agents_of_next(verb)


def _agents_of_next(verb: Token) -> list[Token]:
    """The by-phrase that two participles share ("armed and funded by Chad", "two killed and three hurt by rebels")."""
    joined = (c for c in verb.children if c.dep_ == "conj")
    parts = (part for c in joined for part in (c.children if c.pos_ == "NUM" else (c,)))
    after = next((part for part in parts if part.tag_ == "VBN"), None)
    if after is None or verb.tag_ != "VBN" or not is_passive(verb):
        return []
    between = {t.dep_ for t in verb.doc[verb.i + 1 : after.i]}
    return governed_by(after, "by") if between <= {"cc", "advmod", "conj"} else []


def _orderers(verb: Token) -> list[Token]:
    """Whose order it is in "ordered two ministers jailed" and "had two ministers jailed"."""
    noun = verb.head
    if is_caused(verb):
        return subjects(noun) if noun.lemma_ in CAUSING else []
    if verb.tag_ != "VBN" or verb.dep_ != "acl" or noun.dep_ != "dobj" or noun.head.lemma_ != "order":
        return []
    return subjects(noun.head)


def _agents_nearby(verb: Token) -> list[Token]:
    """The by-phrase of a passive that the parser tied to a noun after it ("accused of fraud by the bank")."""
    if not is_passive(verb):
        return []
    for child in verb.children:
        if child.i < verb.i or child.dep_ not in ("prep", "oprd", "dobj", "attr"):
            continue
        nouns = [child] if child.dep_ != "prep" else [c for c in child.children if c.dep_ == "pobj"]
        found = [agent for noun in nouns for agent in governed_by(noun, "by")]
        if found:
            return found
    return []


def subjects(verb: Token, depth: int = 0) -> list[Token]:
    """The noun phrases that do what the verb says, by-phrases of passives included."""
    if is_passive(verb):
        return agents(verb)
    found = grammatical_subjects(verb, depth)
    return found + [noun for noun in companions(verb) if noun.i < verb.i or verb.lemma_ in JOINT]


def senders(verb: Token) -> list[Token]:
    """Who gives or sends the thing that is to do what an infinitive says ("donated trucks to help Chad")."""
    noun = verb.head
    if verb.tag_ == "VB" and verb.dep_ in ("advcl", "xcomp") and noun.lemma_ in SENDING:
        return subjects(noun) if any(c.dep_ == "dobj" and c.i < verb.i for c in noun.children) else []
    if verb.tag_ != "VB" or verb.dep_ not in ("acl", "relcl"):
        return []
    while noun.dep_ in ("pobj", "conj") or noun.pos_ == "ADP":
        noun = noun.head
    return subjects(noun.head) if noun.dep_ == "dobj" and noun.head.lemma_ not in JUDGING else []
