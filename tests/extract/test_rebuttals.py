"""Who denies what others were found to say, with words that only point back at it."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.attribution import Attribution
from kg.extract.predicates import Mentions
from kg.extract.rebuttals import Rebuttals
from kg.model import Claim, EntityType, HolderStance, Modality, Polarity, Span

Build = Callable[..., Doc]
NAMES = {
    "Post": EntityType.ORGANIZATION,
    "Ghana": EntityType.COUNTRY,
    "Togo": EntityType.COUNTRY,
    "Lee": EntityType.PERSON,
}
SAID = "Post NNP nsubj 1\nsaid VBD ROOT 1 say\nGhana NNP nsubj 3\nsued VBD ccomp 1 sue\nTogo NNP dobj 3\n. . punct 1\n"


def claim(doc: Doc, **more: object) -> Claim:
    """What the first sentence says, as its speaker has it."""
    first = next(doc.sents)
    told = Claim(
        "ghana",
        "sued",
        "togo",
        Span(first.start_char, first.end_char),
        Span(doc[3].idx, doc[3].idx + 4),
        "SUBJ sue OBJ",
        holder="post",
        stance=HolderStance.ASSERTS,
    )
    return Claim(**{name: getattr(told, name) for name in told.__slots__} | more)


def denials(doc: Doc, *claims: Claim) -> list[Claim]:
    found = Rebuttals(doc, Attribution(doc, Mentions(doc))).of(claims or [claim(doc)])
    return [denial for _, _, denial in found]


def test_who_denies_it_denies_what_the_sentence_before_says(build_doc: Build) -> None:
    doc = build_doc(SAID + "Lee NNP nsubj 7\ndenied VBD ROOT 7 deny\nit PRP dobj 7\n. . punct 7", NAMES)
    (denial,) = denials(doc)
    assert (denial.subject, denial.relation, denial.object) == ("ghana", "sued", "togo")
    assert (denial.polarity, denial.modality) == (Polarity.NEGATED, Modality.ACTUAL)
    assert (denial.holder, denial.stance) == ("lee", HolderStance.DENIES)
    assert denial.trigger == Span(doc[7].idx, doc[7].idx + 6)
    assert denial.evidence.begin <= denial.trigger.begin < denial.evidence.end


@pytest.mark.parametrize(
    "rest",
    [
        "Lee NNP nsubj 7\nrejected VBD ROOT 7 reject\nit PRP dobj 7\n. . punct 7",
        "Lee NNP nsubj 7\nrejected VBD ROOT 7 reject\nthe DT det 9\noffer NN dobj 7\n. . punct 7",
        "Lee NNP nsubj 9\ndid VBD aux 9 do\nnot RB neg 9\ndeny VB ROOT 9\nit PRP dobj 9\n. . punct 9",
        "Lee NNP nsubj 8\nmay MD aux 8\ndeny VB ROOT 8\nit PRP dobj 8\n. . punct 8",
        "Lee NNP nsubj 7\ndenied VBD ROOT 7 deny\nreports NNS dobj 7 report\nabout IN prep 8\nTogo NNP pobj 9\n. . punct 7",
        "Post NNP nsubj 7\ndenied VBD ROOT 7 deny\nit PRP dobj 7\n. . punct 7",
    ],
    ids=["an offer", "the offer", "negated", "possible", "other reports", "his own"],
)
def test_what_points_at_nothing_that_another_said_denies_nothing(build_doc: Build, rest: str) -> None:
    assert denials(build_doc(SAID + rest, NAMES)) == []


def test_a_report_can_be_rejected(build_doc: Build) -> None:
    rest = "Lee NNP nsubj 7\nrejected VBD ROOT 7 reject\nthe DT det 9\nreport NN dobj 7\n. . punct 7"
    assert [denial.holder for denial in denials(build_doc(SAID + rest, NAMES))] == ["lee"]


def test_a_charge_is_denied_only_by_the_accused_or_where_somebody_accuses(build_doc: Build) -> None:
    rest = "Lee NNP nsubj 7\nrejected VBD ROOT 7 reject\nthe DT det 9\ncharge NN dobj 7\n. . punct 7"
    doc = build_doc(SAID + rest, NAMES)
    assert denials(doc) == []
    assert len(denials(doc, claim(doc, stance=HolderStance.ALLEGES))) == 1
    assert len(denials(doc, claim(doc, subject="lee"))) == 1


def test_what_the_author_says_or_nobody_holds_for_actual_is_not_meant(build_doc: Build) -> None:
    doc = build_doc(SAID + "Lee NNP nsubj 7\ndenied VBD ROOT 7 deny\nit PRP dobj 7\n. . punct 7", NAMES)
    assert denials(doc, claim(doc, holder=None, stance=None)) == []
    assert denials(doc, claim(doc, modality=Modality.POSSIBLE)) == []
    assert denials(doc, claim(doc, polarity=Polarity.NEGATED)) == []


def test_of_claims_by_several_it_is_not_told_which_is_denied(build_doc: Build) -> None:
    doc = build_doc(SAID + "Lee NNP nsubj 7\ndenied VBD ROOT 7 deny\nit PRP dobj 7\n. . punct 7", NAMES)
    assert denials(doc, claim(doc), claim(doc, holder="togo", object="lee")) == []


def test_a_denial_reaches_no_further_than_the_sentence_before(build_doc: Build) -> None:
    between = "Togo NNP nsubj 7\nslept VBD ROOT 7 sleep\n. . punct 7\n"
    rest = "Lee NNP nsubj 10\ndenied VBD ROOT 10 deny\nit PRP dobj 10\n. . punct 10"
    assert denials(build_doc(SAID + between + rest, NAMES)) == []
