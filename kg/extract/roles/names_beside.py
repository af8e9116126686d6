"""The names that stand beside a noun phrase: its appositions, titles that lead up to a name, lists that follow."""

from collections.abc import Iterator

from kg.extract.annotations import TokenMention
from kg.extract.lexicon.people import PERSON_NOUNS
from kg.extract.mentions.explained import whole_of
from kg.extract.roles.index import MentionIndex
from kg.extract.roles.phrase import QUOTES, inside_phrase, is_possessive_mark, is_title
from kg.extract.tree import Token
from kg.model import EntityType, MentionKind

_TEMPORAL = frozenset("until then now once long since for over more than about nearly almost".split())
_PERIODS = frozenset("year month decade week day time".split())
_MAX_TITLE = 8


class NamesBeside:
    """Finds names to the left and to the right of a noun phrase, over tokens, within its sentence."""

    def __init__(self, index: MentionIndex) -> None:
        self.index = index
        self.tokens = index.tokens

    def after(self, i: int, types: frozenset[EntityType], *, several: bool) -> list[TokenMention]:
        """The names in apposition after a noun phrase that ends here."""
        _, right = self.index.bounds(max(i - 1, 0))
        if i >= right:
            return []
        i = self._past_short_name(i, right)
        if several and self._past_introduction(i, right) != i:
            return self.listed(i, right, types)
        comma = self.tokens[i].text in (",", ":", "—", "–", "(") and (self.tokens[i].text != ":" or several)
        begin = i + 1 if comma else i
        first = self._titled_name(begin, right, types, loose=comma)
        if first is None or (comma and (not self._closed(first.end, right) or self._is_wider(i, first))):
            return []
        if not several and self._explains_wider(i, first):
            return []
        names = [first]
        if several:
            names += self._more_names(first.end, right, types)
        return names

    def _past_short_name(self, i: int, right: int) -> int:
        """Past ", or CHP" where a name's short form stands before another comma."""
        after = self.tokens[i + 1 : i + 4] if i + 3 < right and self.tokens[i].text == "," else []
        short = (
            len(after) == 3 and after[0].lower_ == "or" and after[1].text.isupper() and after[2].text == ","
        )
        return i + 3 if short else i

    def _is_wider(self, comma: int, name: TokenMention) -> bool:
        """Whether the name tells where the place before the comma lies ("an airport near El Paso, Texas")."""
        placed = any(m.type is EntityType.PLACE for m in self.index.ending(comma))
        return placed and name.type in (EntityType.PLACE, EntityType.COUNTRY)

    def _explains_wider(self, comma: int, name: TokenMention) -> bool:
        """Whether the name goes with a plural that the noun only belongs to ("two aides of the mayor, A and B")."""
        head = self.tokens[name.head]
        several = any(c.dep_ == "conj" and c.pos_ == "PROPN" for c in head.children)
        return several and head.dep_ == "appos" and head.head.tag_ == "NNS" and head.head.i < comma - 1

    def listed(self, i: int, right: int, types: frozenset[EntityType]) -> list[TokenMention]:
        """The names that "such as" or "among them" at `i` brings; none where nothing of the kind stands there."""
        listed = self._past_introduction(i, right)
        first = self._titled_name(listed, right, types, loose=True) if listed != i else None
        return [first, *self._more_names(first.end, right, types)] if first else []

    def listed_before(self, last: TokenMention) -> list[TokenMention]:
        """The mentions of a type in a list of which this is the last ("A, B and C")."""
        left, _ = self.index.bounds(last.start)
        names = [last]
        i = last.start
        while i - 1 > left and (self.tokens[i - 1].lower_ == "and" or self.tokens[i - 1].text == ","):
            earlier = next((m for m in self.index.ending(i - 1) if m.type is last.type), None)
            if earlier is None:
                break
            names.insert(0, earlier)
            i = earlier.start
        return names

    def _past_introduction(self, i: int, right: int) -> int:
        """Past "such as", ", including" or ", among them" where names of some of them follow."""
        j = i + 1 if self.tokens[i].text == "," else i
        words = [token.lower_ for token in self.tokens[j : min(j + 2, right)]]
        if words[:1] in (["including"], ["namely"], ["notably"]):
            return j + 1
        return j + 2 if words in (["such", "as"], ["among", "them"]) else i

    def after_titles(self, i: int, types: frozenset[EntityType]) -> list[TokenMention]:
        """The name to which titles from here on lead up, or that begins here."""
        _, right = self.index.bounds(max(i - 1, 0))
        name = self._titled_name(i, right, types, loose=False)
        return [name] if name else []

    def after_second_role(self, i: int, types: frozenset[EntityType]) -> list[TokenMention]:
        """The name after a second role of the same person ("Nord chairman and founder Ole Holm")."""
        _, right = self.index.bounds(max(i - 1, 0))
        if i + 2 >= right or self.tokens[i].lower_ not in ("and", "&"):
            return []
        if self.tokens[i + 1].lemma_ in PERSON_NOUNS and self.tokens[i + 2].text == ",":
            return self.after(i + 2, types, several=False)
        return self.after_titles(i + 1, types) if is_title(self.tokens[i + 1]) else []

    def _titled_name(
        self, i: int, right: int, types: frozenset[EntityType], *, loose: bool
    ) -> TokenMention | None:
        """The name that a run of titles leads up to; loosely, a whole noun phrase may stand before it."""
        begin = i
        while i < right and i - begin <= _MAX_TITLE:
            for mention in self.index.starting(i):
                if mention.type in types and mention.kind is MentionKind.NAME and mention.end <= right:
                    if loose and mention.end < right and is_possessive_mark(self.tokens[mention.end]):
                        continue
                    return mention
            token = self.tokens[i]
            if loose:
                if not (
                    inside_phrase(token)
                    or token.pos_ == "DET"
                    or is_possessive_mark(token)
                    or is_title(token)
                ):
                    return None
                if token.tag_ == "PRP$" or token.tag_.startswith("W"):
                    return None
            elif (
                not is_title(token)
                and token.text not in QUOTES
                and not (token.text == "." or (token.lower_ in ("named", "called") and token.dep_ != "ROOT"))
            ):
                return None
            i += 1
        return None

    def _closed(self, i: int, right: int) -> bool:
        """Whether an apposition ends here; a verb right after it means that the name is a subject."""
        i = self.skip_age(i, right)
        if i >= right:
            return True
        token = self.tokens[i]
        return not (token.pos_ in ("VERB", "AUX") and token.tag_ not in ("VBN", "VBG"))

    def _more_names(self, i: int, right: int, types: frozenset[EntityType]) -> Iterator[TokenMention]:
        while i < right:
            i = self.skip_age(i, right)
            begin = i
            while i < right and (self.tokens[i].text in (",", "&") or self.tokens[i].lower_ in ("and", "or")):
                i += 1
            if i == begin:
                return
            name = self._titled_name(i, right, types, loose=True)
            if name is None:
                return
            yield name
            i = name.end

    def skip_age(self, i: int, right: int) -> int:
        """Past ", 58" and "(58)"."""
        if i + 1 < right and self.tokens[i].text in (",", "(") and self.tokens[i + 1].like_num:
            i += 2
            if i < right and self.tokens[i].text == ")":
                i += 1
        return i

    @staticmethod
    def _is_adverbial(token: Token) -> bool:
        """Whether a word before a role only says when it was held ("until then", "for nineteen years")."""
        return token.pos_ in ("ADV", "NUM") or token.lower_ in _TEMPORAL or token.lemma_ in _PERIODS

    def before(self, i: int, types: frozenset[EntityType]) -> TokenMention | None:
        """The mention to which a noun phrase that begins here stands in apposition."""
        left, _ = self.index.bounds(i)
        j = i
        while j > left and j > i - 6 and self._is_adverbial(self.tokens[j - 1]):
            j -= 1
        if j - 3 > left and [t.lower_ for t in self.tokens[j - 2 : j]] in (["one", "of"], ["another", "of"]):
            j -= 2
        if j - 2 < left or self.tokens[j - 1].text not in (",", "(", "—", "–"):
            return None
        j -= 1
        if j - 2 >= left and self.tokens[j - 1].like_num and self.tokens[j - 2].text == ",":
            j -= 2
        found = next((m for m in self.index.ending(j) if m.type in types), None)
        if found is None:
            return None
        end = next((k for k in range(i, len(self.tokens)) if self.tokens[k].text in (",", ".", "—")), i)
        nouns = {t.lemma_.lower() for t in self.tokens[i:end] if t.pos_ == "NOUN"}
        return whole_of(self.tokens, found, self.index.ending, nouns)
