"""Static relations on hand-tagged sentences: titles, possessives, appositions, demonyms, names side by side.

Sentences are written `word/TAG`; `{P Ole/NNP Holm/NNP}` is a mention of a person, `{C=denmark Danish/JJ}` one of the
country with that key; lower-case types (`{o=police police/NNS}`) are nominals, `{p? officials/NNS}` tentative ones,
`{p=ole his/PRP$}` with a pronoun's tag pronouns.
"""
# ruff: noqa: E501 - a sentence stands on one line

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
import spacy
from spacy.tokens import Doc

from kg.extract.annotations import Candidate, TokenMention, register_extensions
from kg.extract.frames import Frame, compile_frame
from kg.extract.roles import StaticRelations
from kg.model import Entity, EntityType, MentionKind
from kg.ontology import Relation

PERSON, BODY, COUNTRY, PLACE = (
    EntityType.PERSON,
    EntityType.ORGANIZATION,
    EntityType.COUNTRY,
    EntityType.PLACE,
)
TYPES = {"P": PERSON, "O": BODY, "C": COUNTRY, "L": PLACE}
ENDS = {
    "leads": ({PERSON}, {BODY, COUNTRY}),
    "worksFor": ({PERSON}, {BODY, COUNTRY}),
    "memberOf": ({PERSON, BODY, COUNTRY}, {BODY}),
    "representedBy": ({PERSON, BODY, COUNTRY}, {PERSON, BODY, COUNTRY}),
    "relativeOf": ({PERSON}, {PERSON}),
    "alliedWith": ({PERSON, BODY, COUNTRY}, {PERSON, BODY, COUNTRY}),
    "opposes": ({PERSON, BODY, COUNTRY}, {PERSON, BODY, COUNTRY}),
    "partOf": ({BODY}, {BODY, COUNTRY}),
    "locatedIn": ({BODY, PLACE}, {PLACE, COUNTRY}),
    "citizenOf": ({PERSON}, {COUNTRY}),
    "founded": ({PERSON, BODY, COUNTRY}, {BODY}),
    "succeeded": ({PERSON}, {PERSON}),
    "supported": ({PERSON, BODY, COUNTRY}, {PERSON, BODY, COUNTRY}),
}
FRAMES = {
    "leads": (
        "SUBJ, {president|premier|leader|head|prime minister|chairman|chief executive|chief|army chief|commander|director|secretary-general} {of|at|for} OBJ",
        "OBJ, {government|administration|regime} of SUBJ",
    ),
    "worksFor": (
        "SUBJ, {minister|foreign minister|secretary of state|spokesman|spokeswoman|judge|official|soldier|analyst|professor|envoy|lawmaker"
        "|treasurer|journalist|counterpart|deputy leader} {of|at|for|with} OBJ",
    ),
    "memberOf": ("SUBJ, {member|lawmaker|candidate} {of|for} OBJ",),
    "representedBy": ("OBJ, {lawyer|spokesman|spokeswoman|envoy|ambassador} {of|for} SUBJ",),
    "relativeOf": ("SUBJ, {wife|brother|sister|nephew|brother-in-law|cousin} of OBJ",),
    "alliedWith": ("SUBJ, {ally|aide|deputy|partner|soldier|top diplomat} {of|to} OBJ",),
    "opposes": ("SUBJ, {rival|opponent|critic} of OBJ",),
    "partOf": (
        "SUBJ, {army|police|government|ministry|court|wing|subsidiary|prosecutor|agency} {of|in|for} OBJ",
    ),
    "locatedIn": (
        "DEM SUBJ",
        "SUBJ, {city|town|capital|company|court|bank} {in|of|near} OBJ",
        "OBJ-based SUBJ",
    ),
    "citizenOf": ("DEM SUBJ", "SUBJ, citizen of OBJ"),
    "founded": ("SUBJ, founder of OBJ",),
    "succeeded": ("OBJ, predecessor of SUBJ",),
    "supported": ("SUBJ {back|support} OBJ",),
}
RELATIONS = {
    name: Relation(
        name, f"urn:{name}", name, "", frozenset(domain), frozenset(range_), False, None, FRAMES[name], (), ()
    )
    for name, (domain, range_) in ENDS.items()
}
COMPILED: list[Frame] = [
    frame for name, texts in FRAMES.items() for text in texts for frame in compile_frame(name, text)
]
OPENING = re.compile(r"\{([POCLpocl])(\?)?(?:=([\w-]+))?$")
TAGS = {
    "NN": "NOUN",
    "NNS": "NOUN",
    "NNP": "PROPN",
    "NNPS": "PROPN",
    "JJ": "ADJ",
    "DT": "DET",
    "IN": "ADP",
    "CC": "CCONJ",
}
TAGS |= {
    "POS": "PART",
    "PRP$": "PRON",
    "PRP": "PRON",
    "WP$": "PRON",
    "CD": "NUM",
    "RB": "ADV",
    "HYPH": "PUNCT",
    "TO": "PART",
}

Found = set[tuple[str, str, str]]


@pytest.fixture(scope="module")
def read() -> Callable[..., Doc]:
    """Build a `Doc` of one sentence, or of several where `|` stands; `arcs` maps a word to its dependency and head word."""
    vocab = spacy.blank("en").vocab
    register_extensions()

    def build(text: str, arcs: dict[str, tuple[str, str]] | None = None) -> Doc:
        words: list[str] = []
        tags: list[str] = []
        starts = [True]
        opened: list[tuple[str, str | None, str | None, int]] = []
        mentions: list[TokenMention] = []
        entities: dict[str, Entity] = {}
        for part in text.split():
            if match := OPENING.match(part):
                opened.append((match[1], match[2], match[3], len(words)))
                continue
            if part == "|":
                starts[-1] = True
                continue
            word, _, tail = part.rpartition("/")
            tag = tail.rstrip("}")
            words.append(word)
            tags.append(tag)
            starts.append(False)
            for _ in range(len(tail) - len(tag)):
                kind, tentative, key, start = opened.pop()
                name = " ".join(words[start:])
                key = key or words[-1].lower()
                mention_kind = MentionKind.NAME if kind.isupper() else MentionKind.NOMINAL
                mention_kind = MentionKind.PRONOUN if tag.startswith("PRP") else mention_kind
                entity_type = TYPES[kind.upper()]
                entities.setdefault(key, Entity(key, entity_type, name))
                end = len(words)
                mentions.append(
                    TokenMention(
                        start, end, end - 1, mention_kind, entity_type, key, tentative=bool(tentative)
                    )
                )
        index = {word: i for i, word in enumerate(words)}
        arcs = arcs or {}
        heads, first = [], 0
        for i, word in enumerate(words):
            first = i if starts[i] else first
            heads.append(index[arcs[word][1]] if word in arcs else first)
        doc = Doc(
            vocab,
            words=words,
            tags=tags,
            pos=[TAGS.get(tag, "VERB" if tag.startswith("VB") else "PUNCT") for tag in tags],
            lemmas=[{"is": "be", "was": "be"}.get(word, word.lower()) for word in words],
            deps=[
                arcs[word][0] if word in arcs else "ROOT" if heads[i] == i else "dep"
                for i, word in enumerate(words)
            ],
            heads=heads,
        )
        mentions = [
            replace(m, reach=m.end + 3) if words[m.end : m.end + 1] == ["of"] and m.tentative else m
            for m in mentions
        ]
        doc._.kg_mentions = sorted(mentions, key=lambda m: (m.start, -m.end))
        doc._.kg_entities = entities
        return doc

    return build


def candidates(doc: Doc) -> list[Candidate]:
    return StaticRelations(COMPILED, RELATIONS).candidates(doc)


def found(doc: Doc) -> Found:
    return {(c.subject_entity, c.relation, c.object_entity) for c in candidates(doc)}


HOLM_OF_DENMARK = {("holm", "leads", "denmark"), ("holm", "citizenOf", "denmark")}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("{C=denmark Danish/JJ} President/NNP {P Ole/NNP Holm/NNP} spoke/VBD ./.", HOLM_OF_DENMARK),
        ("{C Denmark/NNP} 's/POS president/NN ,/, {P Ole/NNP Holm/NNP} ,/, spoke/VBD ./.", HOLM_OF_DENMARK),
        ("former/JJ {C=denmark Danish/JJ} president/NN {P Ole/NNP Holm/NNP} spoke/VBD ./.", HOLM_OF_DENMARK),
        (
            "{P Ole/NNP Holm/NNP} ,/, president/NN of/IN {C Denmark/NNP} ,/, spoke/VBD ./.",
            {("holm", "leads", "denmark")},
        ),
        (
            "{P Ole/NNP Holm/NNP} ,/, 61/CD ,/, until/IN then/RB head/NN of/IN the/DT {O=nord Nord/NNP Bank/NNP} ,/, left/VBD ./.",
            {("holm", "leads", "nord")},
        ),
        (
            "{O=nord Nord/NNP} chief/JJ executive/NN {P Ole/NNP Holm/NNP} left/VBD ./.",
            {("holm", "leads", "nord")},
        ),
        (
            "The/DT chairman/NN of/IN {O=nord Nord/NNP} ,/, the/DT economist/NN {P Ole/NNP Holm/NNP} ,/, left/VBD ./.",
            {("holm", "leads", "nord")},
        ),
        (
            "{O=nord Nord/NNP} ,/, whose/WP$ chairman/NN ,/, {P Ole/NNP Holm/NNP} ,/, left/VBD ,/, grew/VBD ./.",
            {("holm", "leads", "nord")},
        ),
    ],
)
def test_whoever_bears_a_title_leads_what_the_title_names(
    read: Callable[..., Doc], sentence: str, expected: Found
) -> None:
    assert found(read(sentence)) == expected


def test_a_titled_name_need_not_be_apart_from_its_title(read: Callable[..., Doc]) -> None:
    doc = read("{P {C=denmark Danish/JJ} President/NNP Ole/NNP Holm/NNP} spoke/VBD ./.")
    assert found(doc) == HOLM_OF_DENMARK


def test_roles_beside_names_are_presupposed_and_those_in_clauses_are_not(read: Callable[..., Doc]) -> None:
    beside = read("{P Ole/NNP Holm/NNP} ,/, president/NN of/IN {C Denmark/NNP} ,/, spoke/VBD ./.")
    clause = read(
        "{P Ole/NNP Holm/NNP} was/VBD president/NN of/IN {C Denmark/NNP} ./.",
        arcs={"Holm": ("nsubj", "was"), "president": ("attr", "was")},
    )
    assert [c.static for c in candidates(beside)] == [True]
    assert [(c.subject_entity, c.relation, c.object_entity, c.static) for c in candidates(clause)] == [
        ("holm", "leads", "denmark", False)
    ]


def test_a_clause_may_name_the_holder_last(read: Callable[..., Doc]) -> None:
    doc = read(
        "{O=nord Nord/NNP} 's/POS chairman/NN is/VBZ {P Ole/NNP Holm/NNP} ./.",
        arcs={"chairman": ("nsubj", "is"), "Holm": ("attr", "is")},
    )
    assert found(doc) == {("holm", "leads", "nord")}


@pytest.mark.parametrize(
    "sentence",
    [
        "{C Denmark/NNP} 's/POS next/JJ president/NN ,/, {P Ole/NNP Holm/NNP} ,/, spoke/VBD ./.",
        "{C=denmark Danish/JJ} president/NN -/HYPH elect/NN {P Ole/NNP Holm/NNP} spoke/VBD ./.",
    ],
)
def test_an_office_still_to_come_is_possible(read: Callable[..., Doc], sentence: str) -> None:
    possible = {c.relation: c.possible for c in candidates(read(sentence))}
    assert possible["leads"]


def test_a_deputy_does_not_lead(read: Callable[..., Doc]) -> None:
    doc = read("{O=nord Nord/NNP} 's/POS deputy/JJ chairman/NN ,/, {P Ole/NNP Holm/NNP} ,/, left/VBD ./.")
    assert found(doc) == {("holm", "worksFor", "nord")}


def test_the_deputy_leader_of_a_party_is_a_member(read: Callable[..., Doc]) -> None:
    doc = read(
        "{O=greens Green/NNP Party/NNP} 's/POS deputy/JJ leader/NN ,/, {P Ole/NNP Holm/NNP} ,/, left/VBD ./."
    )
    assert found(doc) == {("holm", "memberOf", "greens")}


def test_a_demonym_does_not_make_a_gang_leader_the_leader_of_the_country(read: Callable[..., Doc]) -> None:
    doc = read("{C=denmark Danish/JJ} gang/NN leader/NN {P Ole/NNP Holm/NNP} fled/VBD ./.")
    assert found(doc) == {("holm", "citizenOf", "denmark")}


def test_a_demonym_on_a_trade_gives_nationality_and_no_employer(read: Callable[..., Doc]) -> None:
    journalist = read("{P Ole/NNP Holm/NNP} ,/, a/DT {C=denmark Danish/JJ} journalist/NN ,/, fled/VBD ./.")
    lawyer = read("the/DT {C=denmark Danish/JJ} lawyer/NN {P Ole/NNP Holm/NNP} fled/VBD ./.")
    assert found(journalist) == {("holm", "citizenOf", "denmark")}
    assert found(lawyer) == {("holm", "citizenOf", "denmark")}


def test_a_public_office_with_a_country_serves_it(read: Callable[..., Doc]) -> None:
    doc = read("{C Denmark/NNP} 's/POS foreign/JJ minister/NN ,/, {P Ole/NNP Holm/NNP} ,/, left/VBD ./.")
    assert found(doc) == {("holm", "worksFor", "denmark"), ("holm", "citizenOf", "denmark")}


def test_an_ambassador_to_a_country_does_not_serve_it(read: Callable[..., Doc]) -> None:
    doc = read(
        "{C Denmark/NNP} 's/POS envoy/NN to/IN {C Kenya/NNP} ,/, {P Ole/NNP Holm/NNP} ,/, left/VBD ./."
    )
    assert ("holm", "worksFor", "kenya") not in found(doc)
    assert {("holm", "worksFor", "denmark"), ("denmark", "representedBy", "holm")} <= found(doc)


def test_a_minister_leads_the_ministry_of_that_field_and_country(read: Callable[..., Doc]) -> None:
    doc = read(
        "{C=denmark Danish/JJ} Foreign/NNP Minister/NNP {P Ole/NNP Holm/NNP} left/VBD ./. | "
        "The/DT {O=dk-mfa {C=denmark Danish/JJ} foreign/JJ ministry/NN} and/CC "
        "the/DT {O=ke-mfa {C=kenya Kenyan/JJ} foreign/JJ ministry/NN} and/CC the/DT {o=health health/NN ministry/NN} spoke/VBD ./."
    )
    assert {(s, o) for s, r, o in found(doc) if r == "leads"} == {("holm", "dk-mfa")}


def test_a_spokeswoman_speaks_and_works_for_a_body_but_only_speaks_for_a_person(
    read: Callable[..., Doc],
) -> None:
    body = read(
        "{P Karin/NNP Dahl/NNP} ,/, a/DT spokeswoman/NN for/IN {O=nord Nord/NNP} ,/, denied/VBD it/PRP ./."
    )
    person = read(
        "{P=holm Holm/NNP} 's/POS spokeswoman/NN ,/, {P Karin/NNP Dahl/NNP} ,/, denied/VBD it/PRP ./."
    )
    assert found(body) == {("nord", "representedBy", "dahl"), ("dahl", "worksFor", "nord")}
    assert found(person) == {("holm", "representedBy", "dahl")}


def test_relatives_follow_possessives_pronouns_included(read: Callable[..., Doc]) -> None:
    doc = read(
        "{P Ole/NNP Holm/NNP} thanked/VBD {P=holm his/PRP$} nephews/NNS ,/, {P Pål/NNP} and/CC {P Jens/NNP} ./."
    )
    assert found(doc) == {("pål", "relativeOf", "holm"), ("jens", "relativeOf", "holm")}


def test_siblings_named_together_are_relatives(read: Callable[..., Doc]) -> None:
    doc = read("The/DT brothers/NNS {P Pål/NNP} and/CC {P Jens/NNP Holm/NNP} fled/VBD ./.")
    assert found(doc) == {("pål", "relativeOf", "holm")}


def test_a_hyphenated_relative_is_one_noun(read: Callable[..., Doc]) -> None:
    doc = read(
        "{P=holm Holm/NNP} 's/POS brother/NN -/HYPH in/IN -/HYPH law/NN ,/, {P Jens/NNP Dahl/NNP} ,/, fled/VBD ./."
    )
    assert found(doc) == {("dahl", "relativeOf", "holm")}


def test_a_subject_after_a_comma_is_no_apposition(read: Callable[..., Doc]) -> None:
    doc = read(
        "After/IN meeting/VBG {O=nord Nord/NNP} 's/POS chairman/NN ,/, {P Holm/NNP} said/VBD so/RB ./."
    )
    assert found(doc) == set()


def test_the_complement_of_a_role_is_not_its_holder(read: Callable[..., Doc]) -> None:
    doc = read("{P Pål/NNP} ,/, a/DT cousin/NN of/IN {P Ole/NNP Holm/NNP} ,/, fled/VBD ./.")
    assert found(doc) == {("pål", "relativeOf", "holm")}


def test_nothing_crosses_the_end_of_a_sentence(read: Callable[..., Doc]) -> None:
    doc = read("They/PRP left/VBD {C Denmark/NNP} | President/NNP {P Ole/NNP Holm/NNP} stayed/VBD ./.")
    assert ("holm", "citizenOf", "denmark") not in found(doc)


def test_a_second_role_after_and_shares_the_name(read: Callable[..., Doc]) -> None:
    doc = read(
        "{P Ole/NNP Holm/NNP} ,/, a/DT surgeon/NN and/CC member/NN of/IN the/DT {O=greens Green/NNP Party/NNP} ,/, won/VBD ./."
    )
    assert found(doc) == {("holm", "memberOf", "greens")}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The/DT {o=army {C=denmark Danish/JJ} army/NN} left/VBD ./.", {("army", "partOf", "denmark")}),
        ("The/DT {o=ministry ministry/NN} of/IN {C Denmark/NNP} left/VBD ./.", {("ministry", "partOf", "denmark")}),
        ("{o=prosecutors {C=denmark Danish/JJ} prosecutors/NNS} left/VBD ./.", {("prosecutors", "partOf", "denmark")}),
        ("The/DT {C=denmark Danish/JJ} company/NN {O=nord Nord/NNP} grew/VBD ./.", {("nord", "locatedIn", "denmark")}),
        ("{O=nord Nord/NNP} ,/, a/DT {C=denmark Danish/JJ} carrier/NN ,/, grew/VBD ./.", {("nord", "locatedIn", "denmark")}),
        ("{C Denmark/NNP} 's/POS {O=nord Nord/NNP Group/NNP} grew/VBD ./.", {("nord", "locatedIn", "denmark")}),
        ("{O=nord Nord/NNP} ,/, a/DT {L Lyon/NNP} -/HYPH based/VBN bank/NN ,/, grew/VBD ./.", {("nord", "locatedIn", "lyon")}),
        ("{O=nord Nord/NNP} ,/, a/DT bank/NN based/VBN in/IN {L Lyon/NNP} ,/, grew/VBD ./.", {("nord", "locatedIn", "lyon")}),
        (
            "{O=nord Nord/NNP} ,/, a/DT bank/NN with/IN its/PRP$ headquarters/NNS in/IN {L Lyon/NNP} ,/, grew/VBD ./.",
            {("nord", "locatedIn", "lyon")},
        ),
        ("{o=police Police/NNS} in/IN {L Lyon/NNP} ,/, {C France/NNP} ,/, left/VBD ./.",
         {("police", "locatedIn", "lyon"), ("lyon", "locatedIn", "france")}),
        ("the/DT {C=france French/JJ} city/NN of/IN {L Lyon/NNP} fell/VBD ./.", {("lyon", "locatedIn", "france")}),
        ("{L Lyon/NNP} ,/, a/DT city/NN near/IN {L Rhône/NNP} ,/, fell/VBD ./.", {("lyon", "locatedIn", "rhône")}),
        (
            "The/DT {o=gov government/NN} of/IN {P Ole/NNP Holm/NNP} fell/VBD ./.",
            {("holm", "leads", "gov")},
        ),
        (
            "{O=wing {O=greens Green/NNP Party/NNP} 's/POS youth/NN wing/NN} met/VBD ./.",
            {("wing", "partOf", "greens")},
        ),
    ],
)  # fmt: skip
def test_bodies_and_places_belong_where_their_noun_says(
    read: Callable[..., Doc], sentence: str, expected: Found
) -> None:
    assert found(read(sentence)) == expected


def test_a_country_inside_the_name_of_a_party_is_no_seat(read: Callable[..., Doc]) -> None:
    doc = read("The/DT {O=zrc {C Zambia/NNP} Renewal/NNP Coalition/NNP} met/VBD ./.")
    assert found(doc) == set()


def test_a_list_of_places_is_no_nesting(read: Callable[..., Doc]) -> None:
    doc = read("in/IN {L Lyon/NNP} ,/, {L Turin/NNP} and/CC {L Basel/NNP} ./.")
    assert found(doc) == set()


def test_a_dateline_makes_no_claim(read: Callable[..., Doc]) -> None:
    doc = read("{L LYON/NNP} ,/, {C France/NNP} ,/, March/NNP 3/CD —/: Rain/NN fell/VBD ./.")
    assert found(doc) == set()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("{P Ole/NNP Holm/NNP} of/IN {C Denmark/NNP} won/VBD ./.", {("holm", "citizenOf", "denmark")}),
        (
            "{P Ole/NNP Holm/NNP} of/IN the/DT {O=greens Green/NNP Party/NNP} won/VBD ./.",
            {("holm", "memberOf", "greens")},
        ),
        (
            "{P Ole/NNP Holm/NNP} of/IN {O=nord Nord/NNP Consulting/NNP} agreed/VBD ./.",
            {("holm", "worksFor", "nord")},
        ),
        (
            "{P Ole/NNP Holm/NNP} ,/, a/DT {C=denmark Dane/NN} ,/, won/VBD ./.",
            {("holm", "citizenOf", "denmark")},
        ),
        (
            "a/DT {C=denmark Dane/NN} named/VBN {P Ole/NNP Holm/NNP} won/VBD ./.",
            {("holm", "citizenOf", "denmark")},
        ),
        (
            "{P=holm Holm/NNP} 's/POS {O=greens Green/NNP Party/NNP} won/VBD ./.",
            {("holm", "memberOf", "greens")},
        ),
        (
            "{P Ole/NNP Holm/NNP} ,/, also/RB from/IN {C Denmark/NNP} ,/, won/VBD ./.",
            {("holm", "citizenOf", "denmark")},
        ),
    ],
)
def test_names_side_by_side_say_who_belongs_where(
    read: Callable[..., Doc], sentence: str, expected: Found
) -> None:
    assert found(read(sentence)) == expected


def test_a_bare_office_goes_with_the_country_of_its_holder(read: Callable[..., Doc]) -> None:
    doc = read(
        "{C Kenya/NNP} and/CC {C Kenya/NNP} again/RB ./. | {P Ole/NNP Holm/NNP} of/IN {C Denmark/NNP} won/VBD ./. | "
        "President/NNP {P Ole/NNP Holm/NNP} left/VBD ./."
    )
    assert ("holm", "leads", "denmark") in found(doc)
    assert ("holm", "leads", "kenya") not in found(doc)


def test_a_bare_office_is_not_sought_where_another_holds_it(read: Callable[..., Doc]) -> None:
    doc = read(
        "{C=kenya Kenyan/JJ} President/NNP {P Juma/NNP} met/VBD them/PRP in/IN {C Kenya/NNP} ./. | In/IN {C Denmark/NNP} "
        "President/NNP {P Ole/NNP Holm/NNP} left/VBD ./."
    )
    assert {(s, o) for s, r, o in found(doc) if r == "leads"} == {("juma", "kenya"), ("holm", "denmark")}


def test_a_supplied_country_is_less_sure_than_a_written_one(read: Callable[..., Doc]) -> None:
    supplied = candidates(
        read(
            "President/NNP {P Ole/NNP Holm/NNP} left/VBD ./. | {C Iceland/NNP} mourned/VBD ./. | "
            "{C Iceland/NNP} forgot/VBD ./."
        )
    )
    written = candidates(read("{C=iceland Icelandic/JJ} President/NNP {P Ole/NNP Holm/NNP} left/VBD ./."))
    assert [c.relation for c in supplied] == ["leads"]
    assert max(c.confidence for c in supplied) < min(c.confidence for c in written)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "President/NNP {P=obama Barack/NNP Obama/NNP} warned/VBD {C=china China/NNP} ./. | {C=china China/NNP} and/CC "
            "{C=united-states America/NNP} talked/VBD ./.",
            {("obama", "leads", "united-states")},
        ),
        (
            "President/NNP {P=obama Barack/NNP Obama/NNP} went/VBD to/IN {C=china China/NNP} and/CC {C=china China/NNP} ./.",
            set(),
        ),
        (
            "President/NNP {P=obama Obama/NNP} left/VBD {C=united-states America/NNP} ./.",
            {("obama", "leads", "united-states")},
        ),
        (
            "{C=china Chinese/JJ} president/NN {P=obama Barack/NNP Obama/NNP} left/VBD ./. | President/NNP "
            "{P=obama Obama/NNP} flew/VBD to/IN {C=united-states America/NNP} ./.",
            {("obama", "leads", "china"), ("obama", "citizenOf", "china")},
        ),
        (
            "The/DT company/NN chairman/NN {P=obama Barack/NNP Obama/NNP} left/VBD {C=united-states America/NNP} ./.",
            set(),
        ),
    ],
    ids=[
        "known",
        "country not named",
        "surname with its title",
        "the article knows better",
        "no office of a state",
    ],
)
def test_a_known_leader_decides_whose_office_it_is(
    read: Callable[..., Doc], text: str, expected: Found
) -> None:
    assert found(read(text)) == expected


@pytest.mark.parametrize(
    ("title", "country"),
    [("Secretary/NNP of/IN State/NNP", "united-states"), ("foreign/JJ minister/NN", "denmark")],
)
def test_some_titles_are_of_one_country(read: Callable[..., Doc], title: str, country: str) -> None:
    doc = read(
        f"{{C=denmark Denmark/NNP}} greeted/VBD {title} {{P Karin/NNP Dahl/NNP}} in/IN {{C=denmark Denmark/NNP}} ./. | "
        "{C=denmark Denmark/NNP} thanked/VBD {C=united-states America/NNP} ./."
    )
    assert {(s, o) for s, r, o in found(doc) if r == "worksFor"} == {("dahl", country)}


def test_a_country_among_many_gets_no_offices(read: Callable[..., Doc]) -> None:
    doc = read(
        "President/NNP {P Ole/NNP Holm/NNP} toured/VBD {C Denmark/NNP} ,/, {C Norway/NNP} ,/, {C Sweden/NNP} and/CC "
        "{C Finland/NNP} ./. | {C Denmark/NNP} cheered/VBD {C Norway/NNP} ./."
    )
    assert found(doc) == set()


def test_his_minister_serves_his_country(read: Callable[..., Doc]) -> None:
    doc = read(
        "{C=denmark Danish/JJ} President/NNP {P Ole/NNP Holm/NNP} left/VBD ./. | "
        "{P=holm His/PRP$} foreign/JJ minister/NN ,/, {P Karin/NNP Dahl/NNP} ,/, stayed/VBD ./."
    )
    assert ("dahl", "worksFor", "denmark") in found(doc)


def test_groups_count_only_beside_something_named(read: Callable[..., Doc]) -> None:
    named = read("{p? {C=denmark Danish/JJ} officials/NNS} left/VBD ./.")
    vague = read("{O=nord Nord/NNP} warned/VBD {O=nord its/PRP$} {p? members/NNS} ./.")
    farmers = read("{p? {C=denmark Danish/JJ} farmers/NNS} left/VBD ./.")
    assert found(named) == {("officials", "worksFor", "denmark")}
    assert found(farmers) == {("farmers", "citizenOf", "denmark")}
    assert found(vague) == set()


def test_relations_that_the_ontology_lacks_are_never_given(read: Callable[..., Doc]) -> None:
    doc = read("{C=denmark Danish/JJ} President/NNP {P Ole/NNP Holm/NNP} spoke/VBD ./.")
    only = {name: relation for name, relation in RELATIONS.items() if name == "leads"}
    assert [c.relation for c in StaticRelations(COMPILED, only).candidates(doc)] == ["leads"]


def test_types_decide_between_frames_of_one_noun(read: Callable[..., Doc]) -> None:
    of_state = read("The/DT {o=gov government/NN} of/IN {C Denmark/NNP} fell/VBD ./.")
    assert found(of_state) == {("gov", "partOf", "denmark")}


def test_the_opposition_opposes_whoever_governs(read: Callable[..., Doc]) -> None:
    doc = read(
        "{C=denmark Danish/JJ} Prime/NNP Minister/NNP {P Ole/NNP Holm/NNP} left/VBD ./. | "
        "The/DT opposition/NN {O=greens Green/NNP Party/NNP} cheered/VBD ./."
    )
    assert ("greens", "opposes", "holm") in found(doc)


def test_nobody_opposes_a_government_that_the_article_does_not_name(read: Callable[..., Doc]) -> None:
    doc = read("In/IN {C Denmark/NNP} the/DT opposition/NN {O=greens Green/NNP Party/NNP} cheered/VBD ./.")
    assert found(doc) == set()


def test_one_of_several_is_named_before_them(read: Callable[..., Doc]) -> None:
    doc = read(
        "{P Karin/NNP Dahl/NNP} ,/, one/CD of/IN {O=greens its/PRP$} members/NNS ,/, quit/VBD the/DT {O=greens Green/NNP Party/NNP} ./."
    )
    assert found(doc) == {("dahl", "memberOf", "greens")}


def test_a_relative_clause_names_no_holder(read: Callable[..., Doc]) -> None:
    doc = read(
        "{P Karin/NNP Dahl/NNP} ,/, Mr/NNP {P=holm Holm/NNP} 's/POS rival/NN ,/, whose/WP$ {O=nord Nord/NNP Forum/NNP} lost/VBD ./."
    )
    assert ("dahl", "opposes", "holm") in found(doc)
    assert ("nord", "opposes", "holm") not in found(doc)


def test_whose_role_is_not_the_role_of_whoever_it_belongs_to(read: Callable[..., Doc]) -> None:
    doc = read("{P Ole/NNP Holm/NNP} ,/, whose/WP$ brother/NN fled/VBD ,/, met/VBD {P=dahl Dahl/NNP} ./.")
    assert found(doc) == set()


def test_abbreviated_titles_are_offices(read: Callable[..., Doc]) -> None:
    doc = read("{C=denmark Danish/JJ} Gen./NNP {P Ole/NNP Holm/NNP} left/VBD ./.")
    assert found(doc) == {("holm", "citizenOf", "denmark")}
    spokesman = read(
        "{O=nord Nord/NNP} 's/POS secretary/NN -/HYPH general/NN ,/, Col./NNP {P Ole/NNP Holm/NNP} ,/, left/VBD ./."
    )
    assert found(spokesman) == {("holm", "leads", "nord")}


def test_a_second_role_reaches_its_name_over_the_complement_of_the_first(read: Callable[..., Doc]) -> None:
    doc = read(
        "{P Ole/NNP Holm/NNP} ,/, chairman/NN of/IN {O=nord Nord/NNP} and/CC leader/NN of/IN the/DT {O=greens Green/NNP Party/NNP} ,/, left/VBD ./."
    )
    assert found(doc) == {("holm", "leads", "nord"), ("holm", "leads", "greens")}


def test_a_second_role_reaches_its_name_over_a_possessive(read: Callable[..., Doc]) -> None:
    doc = read(
        "{P Ole/NNP Holm/NNP} ,/, {P=dahl Dahl/NNP} 's/POS rival/NN and/CC a/DT member/NN of/IN the/DT {O=greens Green/NNP Party/NNP} ,/, left/VBD ./."
    )
    assert found(doc) == {("holm", "opposes", "dahl"), ("holm", "memberOf", "greens")}


def test_a_name_before_and_is_no_part_of_a_series_of_roles(read: Callable[..., Doc]) -> None:
    doc = read(
        "They/PRP met/VBD {P Dahl/NNP} ,/, {P Ole/NNP Holm/NNP} and/CC the/DT leader/NN of/IN the/DT {O=greens Green/NNP Party/NNP} ./."
    )
    assert found(doc) == set()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("{O=greens Green/NNP Party/NNP} deputy/NN leader/NN {P Karin/NNP Dahl/NNP} won/VBD ./.", {("dahl", "memberOf", "greens")}),
        ("{O=nord Nord/NNP} deputy/NN leader/NN {P Karin/NNP Dahl/NNP} won/VBD ./.", {("dahl", "worksFor", "nord")}),
        ("{p=band Two/CD commanders/NNS} of/IN the/DT {O=greens Green/NNP Front/NNP} fled/VBD ./.", {("band", "memberOf", "greens")}),
        ("{p? {P=holm Holm/NNP} 's/POS soldiers/NNS} fled/VBD ./.", {("soldiers", "alliedWith", "holm")}),
        ("{O=nord Nord/NNP} 's/POS legal/JJ director/NN {P Karin/NNP Dahl/NNP} quit/VBD ./.", {("dahl", "worksFor", "nord")}),
        ("{O=nord Nord/NNP} 's/POS former/JJ director/NN {P Karin/NNP Dahl/NNP} quit/VBD ./.", {("dahl", "leads", "nord")}),
        ("{p=chief The/DT {o=army army/NN} chief/NN} ,/, {P Karin/NNP Dahl/NNP} ,/, quit/VBD ./.", {("dahl", "leads", "army")}),
        (
            "{C=denmark Denmark/NNP} 's/POS {o=army army/NN} chief/NN ,/, {P Karin/NNP Dahl/NNP} ,/, quit/VBD ./.",
            {("dahl", "leads", "army"), ("army", "partOf", "denmark"), ("dahl", "citizenOf", "denmark")},
        ),
    ],
)  # fmt: skip
def test_a_post_below_the_top_is_no_leadership(
    read: Callable[..., Doc], sentence: str, expected: Found
) -> None:
    assert found(read(sentence)) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "{p=boss The/DT {C=denmark Danish/JJ} president/NN} left/VBD ./.",
        "{P=holm Holm/NNP} came/VBD to/IN power/NN at/IN the/DT head/NN of/IN the/DT {O=greens Green/NNP Party/NNP} ./.",
        "{L=isles {C=uk British/JJ} Virgin/NNP Islands/NNPS} voted/VBD ./.",
        "{O=tasnim Tasnim/NNP} news/NN {o=agency agency/NN} said/VBD so/RB ./.",
        "{L Lyon/NNP} ,/, {L Nice/NNP} ,/, {L Brest/NNP} and/CC {L Lille/NNP} fell/VBD ./.",
        "State/NN premier/NN {P Ole/NNP Holm/NNP} left/VBD {C Denmark/NNP} for/IN {C Denmark/NNP} ./.",
        "On/IN a/DT visit/NN to/IN {C=zimbabwe Zimbabwe/NNP} ,/, {C=kenya Kenyan/JJ} farmers/NNS sang/VBD ./.",
    ],
    ids=["tautology", "idiom", "place name", "its own name", "list", "province", "another's demonym"],
)
def test_nothing_is_said_where_words_only_look_like_a_relation(
    read: Callable[..., Doc], sentence: str
) -> None:
    assert {triple for triple in found(read(sentence)) if triple[1] != "citizenOf"} == set()


def test_its_chairman_is_that_of_the_body_spoken_of_not_of_a_country(read: Callable[..., Doc]) -> None:
    doc = read(
        "The/DT {o=commission commission/NN} met/VBD in/IN {C=denmark Denmark/NNP} ./. | "
        "{C=denmark Its/PRP$} chairman/NN ,/, {P Ole/NNP Holm/NNP} ,/, spoke/VBD ./."
    )
    assert found(doc) == {("holm", "leads", "commission")}


def test_a_predecessor_led_what_the_successor_leads(read: Callable[..., Doc]) -> None:
    doc = read(
        "{P Karin/NNP Dahl/NNP} ,/, chairman/NN of/IN {O=nord Nord/NNP} ,/, praised/VBD {P=dahl her/PRP$} predecessor/NN ,/, "
        "{P Ole/NNP Holm/NNP} ./."
    )
    assert ("holm", "leads", "nord") in found(doc)


def test_an_officer_abroad_is_of_the_country_of_the_article(read: Callable[..., Doc]) -> None:
    doc = read(
        "{C Denmark/NNP} met/VBD {C Denmark/NNP} ./. | Foreign/JJ minister/NN {P Karin/NNP Dahl/NNP} toured/VBD {C Norway/NNP} ./."
    )
    assert found(doc) == {("dahl", "worksFor", "denmark")}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The/DT {P=holm Holm/NNP} -/HYPH led/VBN {O=nord Nord/NNP Council/NNP} met/VBD ./.", {("holm", "leads", "nord")}),
        ("{p? {C=iran Iranian/JJ} -/HYPH backed/VBN rebels/NNS} fled/VBD ./.", {("iran", "supported", "rebels")}),
        ("{o? {C=iran Iran/NNP} -/HYPH allied/VBN group/NN} left/VBD ./.", {("group", "alliedWith", "iran")}),
        ("{C Denmark/NNP} 's/POS state/NN -/HYPH owned/VBN {O=nord Nord/NNP} grew/VBD ./.", {("nord", "partOf", "denmark")}),
        ("The/DT state/NN -/HYPH owned/VBN {O=nord Nord/NNP} left/VBD {C Norway/NNP} ./.", set()),
        ("{P John/NNP Miller/NNP} (/-LRB- R/NN -/HYPH {L Texas/NNP} )/-RRB- left/VBD the/DT {O=republican-party Republicans/NNPS} ./.",
         {("miller", "memberOf", "republican-party")}),
        ("{P John/NNP Miller/NNP} (/-LRB- R/NN -/HYPH {L Texas/NNP} )/-RRB- left/VBD ./.", set()),
    ],
)  # fmt: skip
def test_what_stands_before_a_hyphen_is_tied_to_the_noun(
    read: Callable[..., Doc], sentence: str, expected: Found
) -> None:
    assert found(read(sentence)) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "{O=united-nations-general-assembly U.N./NNP General/NNP Assembly/NNP} met/VBD ./. | {O=united-nations UN/NNP} slept/VBD ./.",
            {("united-nations-general-assembly", "partOf", "united-nations")},
        ),
        (
            "The/DT {O=united-nations-general-assembly General/NNP Assembly/NNP} of/IN the/DT {O=united-nations UN/NNP} met/VBD ./.",
            {("united-nations-general-assembly", "partOf", "united-nations")},
        ),
        (
            "The/DT {O=united-nations-general-assembly General/NNP Assembly/NNP} met/VBD ./. | {O=united-nations UN/NNP} slept/VBD ./.",
            set(),
        ),
        ("{O=nord U.N./NNP Nord/NNP} met/VBD ./. | {O=united-nations UN/NNP} slept/VBD ./.", set()),
    ],
    ids=["in its name", "in one sentence", "apart", "unknown body"],
)
def test_known_parts_stand_in_their_whole(read: Callable[..., Doc], sentence: str, expected: Found) -> None:
    assert found(read(sentence)) == expected


def test_the_opposition_itself_opposes_who_governs_where_one_sentence_speaks_of_both(
    read: Callable[..., Doc],
) -> None:
    doc = read(
        "{C=denmark Danish/JJ} Prime/NNP Minister/NNP {P Ole/NNP Holm/NNP} left/VBD the/DT {o=opp opposition/NN} behind/RB ./."
    )
    assert ("opp", "opposes", "holm") in found(doc)
    apart = read(
        "{C=denmark Danish/JJ} Prime/NNP Minister/NNP {P Ole/NNP Holm/NNP} left/VBD ./. | The/DT {o=opp opposition/NN} cheered/VBD ./."
    )
    assert ("opp", "opposes", "holm") not in found(apart)


def test_a_party_called_opposition_opposes_the_government_where_nobody_heads_it(
    read: Callable[..., Doc],
) -> None:
    doc = read(
        "The/DT opposition/NN {O=greens Green/NNP Party/NNP} sued/VBD the/DT {o=gov government/NN} ./."
    )
    assert found(doc) == {("greens", "opposes", "gov")}


def test_whoever_is_from_a_party_is_its_member(read: Callable[..., Doc]) -> None:
    doc = read(
        "{P Ole/NNP Holm/NNP} ,/, a/DT farmer/NN from/IN the/DT {O=greens Green/NNP Party/NNP} ,/, won/VBD ./."
    )
    assert found(doc) == {("holm", "memberOf", "greens")}


def test_counted_members_are_a_group_of_their_own(read: Callable[..., Doc]) -> None:
    doc = read(
        "{O=greens Green/NNP Party/NNP} left/VBD ,/, {p? dozens/NNS} of/IN {O=greens its/PRP$} {p? members/NNS} stayed/VBD ./."
    )
    assert found(doc) == {("dozens", "memberOf", "greens")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Analysts/NNS waited/VBD on/IN the/DT steps/NNS of/IN {O=nord Nord/NNP} ./.",
        "She/PRP told/VBD {P=holm Holm/NNP} from/IN the/DT {o=platform platform/NN} ./.",
        "They/PRP relieved/VBD {P=holm Holm/NNP} of/IN {o=office his/PRP$ office/NN} ./.",
        "{P=holm Holm/NNP} and/CC two/CD former/JJ ministers/NNS left/VBD {C Denmark/NNP} and/CC {C Denmark/NNP} ./.",
    ],
    ids=["steps of a body", "from a thing", "relieved of an office", "others beside a name"],
)  # fmt: skip
def test_who_only_stands_near_belongs_nowhere(read: Callable[..., Doc], sentence: str) -> None:
    assert found(read(sentence)) == set()


def test_a_partys_minister_is_its_member(read: Callable[..., Doc]) -> None:
    doc = read("The/DT {O=greens Green/NNP Party/NNP} minister/NN {P Karin/NNP Dahl/NNP} quit/VBD ./.")
    assert found(doc) == {("dahl", "memberOf", "greens")}


def test_a_description_of_another_countrys_leader_does_not_mean_a_known_one(read: Callable[..., Doc]) -> None:
    doc = read(
        "{C=united-states U.S./NNP} President/NNP {P=obama Barack/NNP Obama/NNP} met/VBD {p=obama the/DT {C=denmark Danish/JJ} leader/NN} ./."
    )
    assert {(s, o) for s, r, o in found(doc)} == {("obama", "united-states")}


@pytest.mark.parametrize(
    ("verb", "holders"),
    [
        ("elected/VBD {P Ana/NNP Diaz/NNP}", {"diaz"}),
        ("dismissed/VBD {P Ana/NNP Diaz/NNP}", {"diaz"}),
        ("met/VBD {P Ana/NNP Diaz/NNP}", set()),
    ],
)
def test_who_is_elected_or_dismissed_as_chairman_has_led(
    read: Callable[..., Doc], verb: str, holders: set[str]
) -> None:
    word = verb.split("/")[0]
    doc = read(
        f"{{P Ole/NNP Holm/NNP}} {verb} as/IN chairman/NN of/IN {{O=nord Nord/NNP}} ./.",
        arcs={
            "Holm": ("nsubj", word),
            "Diaz": ("dobj", word),
            "as": ("prep", word),
            "chairman": ("pobj", "as"),
        },
    )
    for token in doc:
        token.lemma_ = {"elected": "elect", "dismissed": "dismiss", "met": "meet"}.get(
            token.text, token.lemma_
        )
    assert {c.subject_entity for c in candidates(doc) if c.relation == "leads"} == holders


def test_a_title_names_an_owner_too(read: Callable[..., Doc]) -> None:
    doc = read("{C=denmark Danish/JJ} President/NNP {P Ole/NNP Holm/NNP} 's/POS visit/NN ended/VBD ./.")
    assert found(doc) == HOLM_OF_DENMARK


def test_a_name_behind_somebody_of_an_officer_is_not_the_officer(read: Callable[..., Doc]) -> None:
    doc = read(
        "A/DT driver/NN of/IN {C=denmark Danish/JJ} president/NN ,/, {P Ole/NNP Holm/NNP} ,/, left/VBD ./."
    )
    assert ("holm", "leads", "denmark") not in found(doc)


def test_heads_of_several_states_lead_their_own(read: Callable[..., Doc]) -> None:
    doc = read(
        "Presidents/NNS {P Ole/NNP Holm/NNP} of/IN {C Denmark/NNP} and/CC {P Ana/NNP Diaz/NNP} of/IN {C Peru/NNP} met/VBD ./."
    )
    assert {(s, o) for s, r, o in found(doc) if r == "leads"} == {("holm", "denmark"), ("diaz", "peru")}


def test_the_counterpart_of_a_leader_is_a_leader(read: Callable[..., Doc]) -> None:
    doc = read(
        "{C=denmark Danish/JJ} President/NNP {P Ole/NNP Holm/NNP} met/VBD "
        "{P=holm his/PRP$} {C=peru Peruvian/JJ} counterpart/NN ,/, {P Ana/NNP Diaz/NNP} ./."
    )
    assert ("diaz", "leads", "peru") in found(doc)


def test_employers_stand_behind_at_past_the_field(read: Callable[..., Doc]) -> None:
    doc = read(
        "{P Ole/NNP Holm/NNP} ,/, an/DT analyst/NN of/IN energy/NN policy/NN at/IN the/DT {O=nord Nord/NNP Bank/NNP} ,/, left/VBD ./."
    )
    assert found(doc) == {("holm", "worksFor", "nord")}


@pytest.mark.parametrize(
    "behind",
    ["(/-LRB- {O=greens Green/NNP Party/NNP} )/-RRB-", ",/, of/IN the/DT {O=greens Green/NNP Party/NNP} ,/,"],
)
def test_a_party_set_off_behind_a_name_has_a_member(read: Callable[..., Doc], behind: str) -> None:
    assert found(read(f"{{P Ole/NNP Holm/NNP}} {behind} left/VBD ./.")) == {("holm", "memberOf", "greens")}


def test_allies_of_nobody_are_each_others(read: Callable[..., Doc]) -> None:
    doc = read(
        "{C Denmark/NNP} and/CC {C Peru/NNP} is/VBZ allies/NNS ./.",
        arcs={
            "Denmark": ("nsubj", "is"),
            "and": ("cc", "Denmark"),
            "Peru": ("conj", "Denmark"),
            "allies": ("attr", "is"),
        },
    )
    assert found(doc) == {("denmark", "alliedWith", "peru")}


def test_a_noun_of_nationality_brings_its_country_into_the_article(read: Callable[..., Doc]) -> None:
    doc = read(
        "{P Ole/NNP Holm/NNP} ,/, a/DT 34/CD -/HYPH year/NN -/HYPH old/JJ {p=dane-8 Dane/NN} ,/, left/VBD ./."
    )
    assert found(doc) == {("holm", "citizenOf", "denmark")}
    assert doc._.kg_entities["denmark"].name == "Denmark"
    assert [m.entity for m in doc._.kg_mentions if m.type is COUNTRY] == ["denmark"]


def test_an_unnamed_president_is_no_citizen_by_office(read: Callable[..., Doc]) -> None:
    doc = read("{C Denmark/NNP} 's/POS next/JJ {p president/NN} spoke/VBD ./.")
    assert not [c for c in candidates(doc) if c.relation == "citizenOf"]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (
            "In/IN {L=lima Lima/NNP} ,/, President/NNP {P Ana/NNP Diaz/NNP} spoke/VBD ./. | {C Denmark/NNP} and/CC {C Peru/NNP} left/VBD ./.",
            "peru",
        ),
        (
            "{C Chile/NNP} left/VBD ./. | {C Chile/NNP} and/CC {C Peru/NNP} spoke/VBD ./. | President/NNP {P Ana/NNP Diaz/NNP} left/VBD ./.",
            "chile",
        ),
        (
            "{C Denmark/NNP} left/VBD ./. | {C Denmark/NNP} and/CC {C Peru/NNP} spoke/VBD ./. | President/NNP {P Ana/NNP Diaz/NNP} left/VBD ./.",
            "peru",
        ),
        (
            "{C Ghana/NNP} left/VBD ./. | {C Ghana/NNP} and/CC {C Peru/NNP} spoke/VBD ./. | President/NNP {P Ana/NNP Diaz/NNP} left/VBD ./.",
            "peru",
        ),
        (
            "{C Denmark/NNP} and/CC {C Peru/NNP} and/CC {C Kenya/NNP} and/CC {C Chile/NNP} left/VBD ./. | President/NNP {P Ana/NNP Diaz/NNP} left/VBD ./.",
            None,
        ),
    ],
)
def test_a_bare_office_is_of_the_country_that_stands_out(
    read: Callable[..., Doc], text: str, country: str | None
) -> None:
    doc = read(
        text, arcs={"In": ("prep", "spoke"), "Lima": ("pobj", "In")} if text.startswith("In") else None
    )
    assert {o for _, r, o in found(doc) if r == "leads"} == ({country} if country else set())


def test_names_after_such_as_are_some_of_those_before(read: Callable[..., Doc]) -> None:
    doc = read(
        "{C=denmark Danish/JJ} writers/NNS such/JJ as/IN {P Ole/NNP Holm/NNP} and/CC {P Ana/NNP Diaz/NNP} left/VBD ./."
    )
    assert found(doc) == {("holm", "citizenOf", "denmark"), ("diaz", "citizenOf", "denmark")}


def test_one_person_may_have_two_roles_before_the_name(read: Callable[..., Doc]) -> None:
    doc = read("{O=nord Nord/NNP} chairman/NN and/CC founder/NN {P Ole/NNP Holm/NNP} left/VBD ./.")
    assert (
        {("holm", "leads", "nord"), ("holm", "founded", "nord")} >= found(doc) >= {("holm", "leads", "nord")}
    )


def test_whoever_acts_under_a_leadership_is_led(read: Callable[..., Doc]) -> None:
    opening = read(
        "Under/IN the/DT leadership/NN of/IN {P Ole/NNP Holm/NNP} ,/, {O=nord Nord/NNP} grew/VBD ./.",
        arcs={"leadership": ("pobj", "Under"), "of": ("prep", "leadership"), "Holm": ("pobj", "of")},
    )
    behind = read(
        "the/DT {O=front Front/NNP} under/IN {P=holm Holm/NNP} 's/POS command/NN left/VBD ./.",
        arcs={"under": ("prep", "Front"), "command": ("pobj", "under"), "Holm": ("poss", "command")},
    )
    assert found(opening) == {("holm", "leads", "nord")}
    assert found(behind) == {("holm", "leads", "front")}


def test_the_body_that_names_its_president_is_led(read: Callable[..., Doc]) -> None:
    doc = read(
        "{O=nord Nord/NNP} chose/VBD {P Ole/NNP Holm/NNP} as/IN chairman/NN ./.",
        arcs={
            "Nord": ("nsubj", "chose"),
            "Holm": ("dobj", "chose"),
            "as": ("prep", "chose"),
            "chairman": ("pobj", "as"),
        },
    )
    doc[1].lemma_ = "choose"
    assert ("holm", "leads", "nord") in found(doc)


@pytest.mark.parametrize(
    ("sentence", "party"),
    [
        ("Republican/JJ Senator/NNP {P Ann/NNP Lee/NNP} left/VBD ./.", {"republican-party"}),
        ("{P Ann/NNP Lee/NNP} ,/, a/DT Democrat/NN ,/, left/VBD ./.", {"democratic-party"}),
        ("Democratic/JJ hopes/NNS of/IN {P Ann/NNP Lee/NNP} faded/VBD ./.", set()),
    ],
)
def test_adjectives_of_known_parties_tell_members(
    read: Callable[..., Doc], sentence: str, party: set[str]
) -> None:
    doc = read(sentence)
    assert {o for _, r, o in found(doc) if r == "memberOf"} == party
    assert party <= {m.entity for m in doc._.kg_mentions}


def test_a_native_country_is_ones_own(read: Callable[..., Doc]) -> None:
    doc = read("{P Ole/NNP Holm/NNP} left/VBD {P=holm his/PRP$} native/JJ {C Denmark/NNP} ./.")
    assert found(doc) == {("holm", "citizenOf", "denmark")}


def test_an_expert_on_a_country_is_no_citizen(read: Callable[..., Doc]) -> None:
    doc = read("{C Denmark/NNP} analyst/NN {P Ana/NNP Diaz/NNP} left/VBD ./.")
    assert ("diaz", "citizenOf", "denmark") not in found(doc)


def test_an_unnamed_soldier_is_a_citizen_and_no_more(read: Callable[..., Doc]) -> None:
    doc = read("The/DT {C=denmark Danish/JJ} {p soldier/NN} left/VBD ./.")
    assert {r for _, r, _ in found(doc)} == {"citizenOf"}


def test_a_demonym_between_a_body_and_its_chief_tells_nationality(read: Callable[..., Doc]) -> None:
    doc = read(
        "{O=nord Nord/NNP} 's/POS {C=denmark Danish/JJ} president/NN ,/, {P Ole/NNP Holm/NNP} ,/, left/VBD ./."
    )
    assert found(doc) == {("holm", "leads", "nord"), ("holm", "citizenOf", "denmark")}


def test_an_organ_that_a_country_owns_is_part_of_it(read: Callable[..., Doc]) -> None:
    doc = read("{C=germany Germany/NNP} 's/POS {O=bundestag Bundestag/NNP} met/VBD ./.")
    assert found(doc) == {("bundestag", "partOf", "germany")}


def test_a_ministers_country_is_supplied_where_that_of_his_head_is_unknown(read: Callable[..., Doc]) -> None:
    doc = read(
        "{C Denmark/NNP} met/VBD ./. | {P Ole/NNP Holm/NNP} dismissed/VBD {P=holm his/PRP$} foreign/JJ minister/NN "
        ",/, {P Ana/NNP Diaz/NNP} ./."
    )
    assert found(doc) == {("diaz", "worksFor", "denmark")}


def test_a_surname_is_no_office(read: Callable[..., Doc]) -> None:
    doc = read("{C Denmark/NNP} voted/VBD ./. | {P Neil/NNP President/NNP} wrote/VBD ./.")
    assert found(doc) == set()


def test_leaders_of_an_alliance_are_those_of_its_members(read: Callable[..., Doc]) -> None:
    doc = read("{O=european-union EU/NNP} {p leaders/NNS} met/VBD ./.")
    assert found(doc) == set()
    assert found(read("{O=greens Green/NNP Party/NNP} {p leaders/NNS} met/VBD ./.")) != set()


def test_both_halves_of_a_double_demonym_give_nationality(read: Callable[..., Doc]) -> None:
    doc = read(
        "{C=denmark Danish/JJ} -/HYPH {C=norway Norwegian/JJ} writer/NN {P Ole/NNP Holm/NNP} won/VBD ./."
    )
    assert found(doc) == {("holm", "citizenOf", "denmark"), ("holm", "citizenOf", "norway")}


def test_a_word_before_american_tells_descent_alone(read: Callable[..., Doc]) -> None:
    doc = read("{C=ireland Irish/JJ} -/HYPH {C=us American/JJ} writer/NN {P Ole/NNP Holm/NNP} won/VBD ./.")
    assert found(doc) == {("holm", "citizenOf", "us")}


def test_some_of_a_group_are_named_after_what_tells_more_of_it(read: Callable[..., Doc]) -> None:
    doc = read(
        "{C=denmark Danish/JJ} writers/NNS who/WP have/VBP won/VBN prizes/NNS such/JJ as/IN {P Ole/NNP Holm/NNP} "
        "and/CC {P Ida/NNP Lund/NNP} spoke/VBD ./."
    )
    assert found(doc) == {("holm", "citizenOf", "denmark"), ("lund", "citizenOf", "denmark")}


def test_those_named_after_another_group_belong_to_it(read: Callable[..., Doc]) -> None:
    doc = read(
        "{C=denmark Danish/JJ} writers/NNS who/WP met/VBD critics/NNS such/JJ as/IN {P Ole/NNP Holm/NNP} spoke/VBD ./."
    )
    assert found(doc) == set()


def test_a_quotation_mark_before_a_demonym_does_not_part_two_trades(read: Callable[..., Doc]) -> None:
    doc = read('"/`` {C=denmark Danish/JJ} writer/NN and/CC critic/NN {P Ole/NNP Holm/NNP} spoke/VBD ./.')
    assert found(doc) == {("holm", "citizenOf", "denmark")}


def test_a_professor_works_where_a_subject_is_taught(read: Callable[..., Doc]) -> None:
    doc = read(
        "{P Ole/NNP Holm/NNP} ,/, analyst/NN of/IN {O=relations Baltic/NNP Relations/NNPS} "
        "at/IN {O=lund Lund/NNP University/NNP} ,/, spoke/VBD ./."
    )
    assert found(doc) == {("holm", "worksFor", "relations")}
    doc = read(
        "{P Ole/NNP Holm/NNP} ,/, professor/NN of/IN {O=relations Baltic/NNP Relations/NNPS} "
        "at/IN {O=lund Lund/NNP University/NNP} ,/, spoke/VBD ./."
    )
    assert found(doc) == {("holm", "worksFor", "lund")}
