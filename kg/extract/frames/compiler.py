"""Compiles a frame, as the ontology writes it, to its shape."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import dropwhile, product

from kg.errors import OntologyError
from kg.extract.frames.shapes import (
    AdjectiveFrame,
    CompoundFrame,
    DemonymFrame,
    Frame,
    NounFrame,
    PrepositionFrame,
    Presenting,
    RoleFrame,
    Slot,
    SlotNouns,
    SlotTypes,
    VerbFrame,
)
from kg.model import EntityType

PREPOSITIONS = frozenset(
    """about after against ahead alongside among apart around aside as at away back before behind between by down
    for forward from in into near of off on onto out over through to together toward towards under until up upon
    via with within without along across beside outside""".split()
)
_TOKEN = re.compile(r"\[[^\]]*\]|(?:[^\s{}\[\]]|\{[^}]*\})+")
_SLOT = re.compile(r"(SUBJ|OBJ)(?::(?:([A-Z][A-Za-z+]*)|([a-z][a-z+]*)))?('s|,)?")
_PRESENTATIONS = ("not", "maybe")
"""What may open a frame: the relation does not hold ("not SUBJ acquit OBJ" of a conviction), or is still to come."""
_FREE = ("free",)
"""An adjective that frames have right after the verb ("walk free")."""
_HYPHENATED = re.compile(r"(SUBJ|OBJ)-(.+)|(.+)-(SUBJ|OBJ)")
_EMPTY = re.compile(r"[{|]\s*[|}]")
"""An alternative without a word."""


@dataclass(frozen=True, slots=True)
class _Item:
    """One token of a frame: a slot, a set of alternative words, X or VP."""

    slot: Slot | None = None
    types: frozenset[EntityType] | None = None
    nouns: frozenset[str] = frozenset()
    mark: str = ""
    words: tuple[str, ...] = ()

    @property
    def is_x(self) -> bool:
        return self.words == ("X",)

    @property
    def is_clause(self) -> bool:
        return self.words == ("VP",)


def compile_frame(relation: str, text: str) -> list[Frame]:
    """What to look for, one frame for each alternative verb or noun.

    Raises:
        OntologyError: the frame has no shape that the matchers know.
    """
    if _EMPTY.search(text):
        raise OntologyError(
            f"{relation}: an alternative has no word in {text!r}; write a frame without it beside this one"
        )
    tokens = [token for token in _TOKEN.findall(text) if not token.startswith("[")]
    presentation = tokens.pop(0) if tokens and tokens[0] in _PRESENTATIONS else ""
    try:
        frames = list(_compile(relation, text, tokens))
        frames = [_restricted(frame, tokens) for frame in frames]
    except (ValueError, IndexError) as error:
        raise OntologyError(_unknown_shape(relation, text)) from error
    if not frames:
        raise OntologyError(_unknown_shape(relation, text))
    return [_presented(frame, presentation) for frame in frames] if presentation else frames


def _presented(frame: Frame, presentation: str) -> Frame:
    if not isinstance(frame, Presenting):
        raise OntologyError(f"{frame.relation}: this kind of frame takes no {presentation!r}: {frame.text!r}")
    return replace(frame, negated=presentation == "not", possible=presentation == "maybe")


def _unknown_shape(relation: str, text: str) -> str:
    return f"{relation}: no known shape of frame: {text!r}; see docs/relations.md for the shapes"


def _restricted(frame: Frame, tokens: list[str]) -> Frame:
    """The frame with what its slots ask for: types, or nouns where it is a verb's."""
    items = [_item(token) for token in tokens]
    types: SlotTypes = tuple((item.slot, item.types) for item in items if item.slot and item.types)
    nouns: SlotNouns = tuple((item.slot, item.nouns) for item in items if item.slot and item.nouns)
    if not nouns:
        return replace(frame, types=types) if types else frame
    if not isinstance(frame, VerbFrame):
        raise OntologyError(f"{frame.relation}: only a verb's frame can ask for nouns: {frame.text!r}")
    return replace(frame, types=types, nouns=nouns)


def _compile(relation: str, text: str, tokens: list[str]) -> Iterator[Frame]:
    hyphenated = next((i for i, token in enumerate(tokens) if _HYPHENATED.fullmatch(token)), None)
    if hyphenated is not None:
        yield from _compounds(relation, text, tokens[hyphenated])
        return
    if tokens[0] == "DEM":
        yield DemonymFrame(text, relation, Slot(tokens[1]))
        return
    items = [_item(token) for token in tokens]
    slots = [item.slot for item in items if item.slot]
    if sorted(slots) != [Slot.OBJ, Slot.SUBJ]:
        raise OntologyError(f"{relation}: a frame names SUBJ and OBJ once each: {text!r}")
    first = items[0]
    if first.is_x:
        for sequence in _alternatives(items[1:]):
            yield _verb(relation, text, None, sequence)
    elif first.mark == ",":
        yield _role(relation, text, items)
    elif first.slot is None or first.mark == "'s":
        yield from _nouns(relation, text, items)
    elif len(items) == 3 and items[2].slot and set(items[1].words) <= PREPOSITIONS:
        for word in items[1].words:
            yield PrepositionFrame(text, relation, word, first.slot)
    elif items[1].words == ("and",):
        for sequence in _alternatives(items[3:]):
            yield _reciprocal(relation, text, sequence)
    elif items[1].words == ("be",) and not _is_somewhere(items[2:]):
        for sequence in _alternatives(items[2:]):
            yield from _predicative(relation, text, first.slot, sequence)
    else:
        for sequence in _alternatives(items[1:]):
            if sequence[0].words == ("be",) and not _is_somewhere(sequence[1:]):
                yield from _predicative(relation, text, first.slot, sequence[1:])
            else:
                frame = _verb(relation, text, first.slot, sequence)
                yield frame
                yield from _ditransitive(frame)


def _item(token: str) -> _Item:
    if match := _SLOT.fullmatch(token):
        types = frozenset(EntityType(name) for name in match[2].split("+")) if match[2] else None
        nouns = frozenset(match[3].split("+")) if match[3] else frozenset()
        return _Item(slot=Slot(match[1]), types=types, nouns=nouns, mark=match[4] or "")
    return _Item(words=tuple(token[1:-1].split("|")) if token.startswith("{") else (token,))


def _alternatives(items: list[_Item]) -> Iterator[list[_Item]]:
    """The items with one word each: the first alternatives apart, those of nouns later in the frame kept together."""
    head, *rest = items
    for word in head.words:
        expanded = [_Item(words=(part,)) for part in word.split()]
        choices = [_later(item) for item in rest]
        for combination in product(*choices):
            yield expanded + [item for part in combination for item in part]


def _later(item: _Item) -> list[list[_Item]]:
    if item.slot or item.is_x or item.is_clause:
        return [[item]]
    nouns = tuple(word for word in item.words if word not in PREPOSITIONS and " " not in word)
    choices = [[_Item(words=(part,)) for part in word.split()] for word in item.words if word not in nouns]
    return ([[_Item(words=nouns)]] if nouns else []) + choices


def _compounds(relation: str, text: str, token: str) -> Iterator[CompoundFrame]:
    match = _HYPHENATED.fullmatch(token)
    if match is None:
        return
    prefix = match[3] is not None
    inner = Slot(match[4] if prefix else match[1])
    words = (match[3] if prefix else match[2]).strip("{}").split("|")
    for word in words:
        yield CompoundFrame(text, relation, word, inner, prefix)


def _role(relation: str, text: str, items: list[_Item]) -> RoleFrame:
    if items[0].slot is None or len(items) < 3:
        raise OntologyError(f"{relation}: a role frame reads like 'SUBJ, president of OBJ': {text!r}")
    prepositions = frozenset(word for item in items[2:] for word in item.words)
    return RoleFrame(text, relation, frozenset(items[1].words), items[0].slot, prepositions)


def _nouns(relation: str, text: str, items: list[_Item]) -> Iterator[NounFrame]:
    possessor = items[0].slot
    rest = items[1:] if possessor else items
    nouns = rest[0].words
    between = next((i for i, item in enumerate(rest) if "between" in item.words), None)
    prepositions: tuple[str, ...]
    if between is not None:
        possessor, prepositions = None, ("between",)
    elif possessor and any(item.words == ("that",) for item in rest):
        prepositions = ("that",)
    elif possessor:
        introducing = PREPOSITIONS | {"that"}
        prepositions = next(
            (item.words for item in reversed(rest[1:]) if set(item.words) & introducing), ("",)
        )
    else:
        # "recognition of OBJ by SUBJ": what "by" introduces would be the possessor
        slots = [(rest[i - 1].words, item.slot) for i, item in enumerate(rest) if item.slot and i]
        by = next((slot for words, slot in slots if "by" in words), None)
        prepositions, slot = next(((words, slot) for words, slot in slots if slot is not by), ((), None))
        possessor = by or (slot.other if slot else None)
        if possessor is None or not prepositions:
            raise OntologyError(f"{relation}: a noun frame reads like 'recognition of OBJ by SUBJ': {text!r}")
    for noun, preposition in product(nouns, prepositions):
        yield NounFrame(text, relation, noun, possessor, preposition)


def _is_somewhere(items: list[_Item]) -> bool:
    """Whether prepositions lead from "be" to a slot ("SUBJ be in OBJ", "SUBJ be off to OBJ")."""
    rest = list(dropwhile(lambda item: bool(item.words) and set(item.words) <= PREPOSITIONS, items))
    return len(rest) < len(items) and bool(rest) and bool(rest[0].slot) and rest[0].mark != "'s"


def _predicative(relation: str, text: str, subject: Slot, items: list[_Item]) -> Iterator[Frame]:
    words = [item.words for item in items if item.words]
    if len(words) < 2:
        raise OntologyError(f"{relation}: a frame with 'be' reads like 'SUBJ be critical of OBJ': {text!r}")
    if words[0][0] in PREPOSITIONS and len(words[0]) == 1:
        for noun, preposition in product(words[1], words[2] if len(words) > 2 else ("",)):
            yield NounFrame(text, relation, noun, subject, preposition, under=words[0][0])
        return
    for adjective, preposition in product(words[0], words[-1]):
        yield AdjectiveFrame(text, relation, adjective, subject, preposition)


def _reciprocal(relation: str, text: str, items: list[_Item]) -> VerbFrame:
    parts = _Parts(text)
    parts.read(items[1:])
    return VerbFrame(
        text,
        relation,
        items[0].words[0],
        "subj",
        "subj",
        tuple(parts.lexical),
        tuple(parts.filled),
        tuple(parts.particles),
    )


@dataclass(slots=True)
class _Parts:
    """What follows the verb of a frame, read from left to right."""

    text: str
    role: str = ""
    slots: dict[Slot, str] = field(default_factory=dict)
    lexical: list[tuple[str, frozenset[str]]] = field(default_factory=list)
    filled: list[str] = field(default_factory=list)
    particles: list[str] = field(default_factory=list)
    clause: bool = False
    _preposition: str | None = None
    _that: bool = False
    _unless: bool = False
    _possessive: bool = False

    def read(self, items: list[_Item]) -> None:
        """Take in the items that follow the verb."""
        for index, item in enumerate(items):
            following = items[index + 1] if index + 1 < len(items) else None
            if item.slot:
                self._take_slot(item, following)
            elif item.is_clause:
                self.clause = not (self._that or self._unless)
                self._preposition = None
            elif item.is_x:
                self._take_filler()
            elif item.words in (("that",), ("whether",)):
                self._that, self._preposition = True, None
            elif item.words == ("unless",):
                self._unless = True
            elif item.words[0] in PREPOSITIONS and self.role != "that.subj":
                self._take_preposition(item.words[0], following)
            else:
                self._take_noun(item.words)

    def _take_slot(self, item: _Item, following: _Item | None) -> None:
        if self._unless:
            self.role = "unless.subj"
        elif self._that:
            self.role = "that.subj"
        elif self.clause:
            self.role = "vp.obj"
        elif self._preposition:
            self.role = f"pp:{self._preposition}"
        elif following and following.is_x and item.mark != "'s":
            self.role = "iobj"
        else:
            self.role = "obj"
        if item.mark == "'s":
            self._possessive = True
            self.role += ".poss"
        else:
            self._preposition = None
        if item.slot:
            self.slots[item.slot] = self.role

    def _take_preposition(self, word: str, following: _Item | None) -> None:
        if self._preposition:
            self.particles.append(self._preposition)
        self._preposition = word
        if following is None:
            self.particles.append(word)

    def _take_filler(self) -> None:
        if self._possessive:
            self._possessive = False
        elif self.role == "iobj":
            self.filled.append("obj")
        else:
            self.filled.append(f"pp:{self._preposition}" if self._preposition else "obj")
        self._preposition = None

    def _take_noun(self, words: tuple[str, ...]) -> None:
        role = f"pp:{self._preposition}" if self._preposition else "obj"
        if self.role == "that.subj":
            role = "that.word"
        elif role == "obj" and (self._is_done() or words == _FREE):
            role = "complement"
        self.lexical.append((role, frozenset(words)))
        self._preposition, self._possessive = None, False

    def _is_done(self) -> bool:
        """Whether the object stands before ("call OBJ liar", "call OBJ's X lie")."""
        return self.role == "obj" or (self.role == "obj.poss" and not self._possessive)


def _ditransitive(frame: VerbFrame) -> Iterator[VerbFrame]:
    """ "SUBJ give OBJ aid" beside "SUBJ find OBJ guilty": the words after the object may be an object as well."""
    if "obj" in (frame.subject, frame.object) and any(role == "complement" for role, _ in frame.lexical):
        lexical = tuple(("obj" if role == "complement" else role, words) for role, words in frame.lexical)
        if frame.object == "obj":
            yield replace(frame, object="iobj", lexical=lexical)
        else:
            yield replace(frame, subject="iobj", lexical=lexical)


def _verb(relation: str, text: str, subject: Slot | None, items: list[_Item]) -> VerbFrame:
    """The frame of one verb; without `subject`, both ends stand after it ("X sell OBJ to SUBJ")."""
    parts = _Parts(text)
    joined = next((i for i, item in enumerate(items) if item.words == ("and",)), None)
    if joined is not None:
        # "X bring SUBJ and OBJ to table": one role holds both ends
        items = items[:joined] + items[joined + 2 :]
    parts.read(items[1:])
    if joined is not None:
        parts.slots = dict.fromkeys(Slot, *parts.slots.values())
    roles = parts.slots | ({subject: "subj"} if subject else {})
    if len(roles) < len(Slot):
        raise OntologyError(f"{relation}: the frame lacks a slot after the verb: {text!r}")
    return VerbFrame(
        text,
        relation,
        items[0].words[0],
        roles[Slot.SUBJ],
        roles[Slot.OBJ],
        tuple(parts.lexical),
        tuple(parts.filled),
        tuple(parts.particles),
        parts.clause,
    )
