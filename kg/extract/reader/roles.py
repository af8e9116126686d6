"""Which roles two mentions have at the verbs and event nouns of their sentence, whatever the construction."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from kg.extract.predicates import Mentions, NounArguments, VerbArguments
from kg.extract.reader.cues import Cues
from kg.extract.reader.ends import End
from kg.extract.tree import Doc, Span, Token

_OF_VERBS: Final = ("subj", "obj", "iobj", "vp.obj", "that.subj")
_PREPOSITIONS: Final = frozenset(
    """about after against alongside among as at before behind between by for from in into of on onto over through to
    toward towards under upon with within without""".split()
)


class Roles:
    """The roles that the predicates of one document give its mentions."""

    def __init__(self, doc: Doc, cues: Cues) -> None:
        self.doc = doc
        self.cues = cues
        self._mentions = Mentions(doc)

    def of(self, sentence: Span) -> Mapping[int, Mapping[int, Sequence[str]]]:
        """By predicate, by the head of a mention, its roles there; in the order of the text."""
        found: dict[int, dict[int, list[str]]] = {}
        for predicate in sentence:
            if predicate.pos_ == "VERB":
                roles = self._of_verb(predicate, sentence)
            elif predicate.pos_ == "NOUN" and self.cues.of(predicate):
                roles = self._of_noun(predicate, sentence)
            else:
                continue
            held: defaultdict[int, list[str]] = defaultdict(list)
            for role, heads in roles:
                for head in heads:
                    for mention in self._mentions.of(head):
                        if role not in held[mention.head]:
                            held[mention.head].append(role)
            if held:
                found[predicate.i] = held
        return found

    def _of_verb(self, verb: Token, sentence: Span) -> Iterator[tuple[str, Iterable[Token]]]:
        arguments = VerbArguments(verb)
        for role in _OF_VERBS:
            yield role, arguments.role(role)
        for preposition in _prepositions_after(verb, sentence):
            yield f"pp:{preposition}", arguments.role(f"pp:{preposition}")

    def _of_noun(self, noun: Token, sentence: Span) -> Iterator[tuple[str, Iterable[Token]]]:
        arguments = NounArguments(noun)
        yield "poss", arguments.possessives()
        yield "mod", arguments.modifiers()
        yield "doer", arguments.doers()
        for preposition in _prepositions_after(noun, sentence):
            yield f"pp:{preposition}", arguments.introduced_by(preposition)

    def features(
        self, roles: Mapping[int, Mapping[int, Sequence[str]]], subject: End, other: End
    ) -> Iterator[str]:
        """What the predicates of a sentence say of the two."""
        for predicate, held in roles.items():
            first, second = held.get(subject.head), held.get(other.head)
            if not first and not second:
                continue
            token = self.doc[predicate]
            lemma, cued = token.lemma_.lower(), self.cues.of(token)
            if first and second:
                for ours in first:
                    for theirs in second:
                        yield f"roles {ours} {theirs}"
                        yield f"roles {ours} {theirs} {lemma}"
                        yield from (f"roles {ours} {theirs} word of {name}" for name in cued)
            else:
                end = "subject" if first else "object"
                for role in first or second or ():
                    yield f"role {end} {role} {lemma}"
                    yield from (f"role {end} {role} word of {name}" for name in cued)


def _prepositions_after(predicate: Token, sentence: Span) -> list[str]:
    return sorted({t.lower_ for t in sentence if t.i > predicate.i and t.lower_ in _PREPOSITIONS})
