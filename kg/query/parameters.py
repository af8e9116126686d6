"""Binds parameters: a variable of the query's text is replaced, token by token, by encoded terms."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError
from kg.query.scopes import Walk
from kg.query.terms import encoded
from kg.query.tokens import Token, TokenKind, tokenise, variables

Value = NamedNode | Literal | tuple[NamedNode | Literal, ...]
"""What a parameter is bound to: one term, or the terms of a list."""


def bind(sparql: str, values: Mapping[str, Value]) -> str:
    """The query with each variable of `values` replaced by its term, in sub-queries as well.

    What stands in comments, strings and IRIs is not touched. A replaced variable that a SELECT projects keeps its
    column, `BOUND(?x)` becomes true, and a variable that is not given stays a variable. A list takes the place of what
    stands in `VALUES ?x { ... }`, where ?x stays a variable; or, where there is no such block, of ?x in `IN (?x)`.

    >>> print(bind("SELECT ?who { ?claim ?p ?who }", {"who": NamedNode("urn:x")}))
    SELECT (<urn:x> AS ?who) { ?claim ?p <urn:x> }
    >>> print(bind("ASK { VALUES ?p { UNDEF } ?s ?p ?o }", {"p": (NamedNode("urn:x"), NamedNode("urn:y"))}))
    ASK { VALUES ?p { <urn:x> <urn:y> } ?s ?p ?o }

    Raises:
        QueryError: the query assigns a value to its own parameter, a list stands where only one term can, or a term
            cannot be written.
    """
    single = {name: encoded(term) for name, term in values.items() if not isinstance(term, tuple)}
    several = {
        name: [encoded(t) for t in terms] for name, terms in values.items() if isinstance(terms, tuple)
    }
    if empty := [name for name, terms in several.items() if not terms]:
        raise QueryError(f"{empty[0]} is an empty list; leave it out instead")
    return _Binder(sparql, single, several).bound()


@dataclass(slots=True)
class _Binder:
    """Walks over the tokens once."""

    sparql: str
    terms: Mapping[str, str]
    lists: Mapping[str, list[str]]
    walk: Walk = field(default_factory=Walk)
    aliases: int = 0

    def bound(self) -> str:
        tokens = tokenise(self.sparql)
        replaced = _blocks(tokens, self.lists)
        in_blocks = {name for name, _ in replaced.values()}
        written = {place: text for place, (_, text) in replaced.items()}
        elsewhere = self.lists.keys() - in_blocks
        written |= _bound_calls(tokens, self.terms.keys() | elsewhere)
        for place, token in enumerate(tokens):
            if place not in written:
                if token.variable in self.terms:
                    written[place] = self._replaced(token)
                elif token.variable in elsewhere:
                    written[place] = self._listed(tokens, place)
                elif token.variable in in_blocks and self._assigned:
                    written[place] = self._kept(tokens, place)
            self.walk.note(token)
        return "".join(written.get(place, token.text) for place, token in enumerate(tokens))

    @property
    def _assigned(self) -> bool:
        """Whether the query itself gives a value to a variable that stands here."""
        before = self.walk.before
        return self.walk.values_list or bool(before and before[-1].is_word("AS"))

    def _replaced(self, token: Token) -> str:
        """What stands for a parameter here."""
        name, term = token.variable, self.terms[token.variable]
        if self._assigned:
            raise _own_value(name)
        scope = self.walk.scope
        if scope.parentheses == 0:
            if scope.clause == "SELECT":
                return f"({term} AS ?{name if len(self.walk.scopes) == 1 else self._alias(name)})"
            if scope.clause == "GROUP":
                return f"({term} AS ?{self._alias(name)})"
            if scope.clause == "ORDER":
                return f"({term})"
        return self._apart(term)

    def _kept(self, tokens: Sequence[Token], place: int) -> str:
        """The variable of a list's own block; anything else that gives it a value is refused."""
        if not _opens_block(tokens, place):
            raise _own_value(tokens[place].variable)
        return tokens[place].text

    def _listed(self, tokens: Sequence[Token], place: int) -> str:
        """The terms of a list, as the members that IN looks among."""
        before = self.walk.before
        after = next((token for token in tokens[place + 1 :] if not _is_space(token)), None)
        member = before and before[-1].text in ("(", ",") and after is not None and after.text in (")", ",")
        if not (member and _opened_by_in(before)):
            name = tokens[place].variable
            raise QueryError(
                f"?{name} is a list, which can stand in VALUES ?{name} {{ UNDEF }} or in IN (?{name}), and not here"
            )
        return ", ".join(self.lists[tokens[place].variable])

    def _apart(self, term: str) -> str:
        """The term, with a space where the mark before it would else run into it ("<" and "<urn:x>")."""
        before = self.walk.before
        return f" {term} " if before and before[-1].kind is TokenKind.MARK else term

    def _alias(self, name: str) -> str:
        """A variable that the query does not use: an outer query has its own column of that name."""
        taken = variables(self.sparql)
        while True:
            self.aliases += 1
            if (alias := f"{name}_{self.aliases}") not in taken:
                return alias


def _own_value(name: str) -> QueryError:
    return QueryError(
        f"the query itself gives ?{name} a value (VALUES or AS), so it cannot be a parameter; rename one of the two"
    )


def _is_space(token: Token) -> bool:
    return token.kind in (TokenKind.SPACE, TokenKind.COMMENT)


def _opened_by_in(before: Sequence[Token]) -> bool:
    """Whether the innermost open parenthesis is that of IN."""
    depth = 0
    for place in range(len(before) - 1, -1, -1):
        depth += before[place].is_mark("(") - before[place].is_mark(")")
        if depth == 1:
            return place > 0 and before[place - 1].is_word("IN")
    return False


def _opens_block(tokens: Sequence[Token], place: int) -> bool:
    """Whether the variable there is that of `VALUES ?x {`."""
    around = [n for n, token in enumerate(tokens) if not _is_space(token)]
    at = around.index(place)
    return (
        0 < at < len(around) - 1
        and tokens[around[at - 1]].is_word("VALUES")
        and tokens[around[at + 1]].is_mark("{")
    )


def _blocks(tokens: Sequence[Token], lists: Mapping[str, list[str]]) -> dict[int, tuple[str, str]]:
    """For each place within `VALUES ?x { ... }` of a list, its name and what is written there instead."""
    found: dict[int, tuple[str, str]] = {}
    for place, token in enumerate(tokens):
        if token.variable not in lists or not _opens_block(tokens, place):
            continue
        start = next(n for n in range(place, len(tokens)) if tokens[n].is_mark("{"))
        end = next((n for n in range(start, len(tokens)) if tokens[n].is_mark("}")), len(tokens))
        found |= dict.fromkeys(range(start + 1, end), (token.variable, ""))
        found[start] = (token.variable, f"{{ {' '.join(lists[token.variable])} ")
    return found


def _bound_calls(tokens: Sequence[Token], terms: Set[str]) -> dict[int, str]:
    """What stands for the parts of each `BOUND(?x)`, by place: no term may stand there, and what is given is bound."""
    places = [n for n, token in enumerate(tokens) if not _is_space(token)]
    calls: dict[int, str] = {}
    for word, opening, name, closing in zip(places, places[1:], places[2:], places[3:], strict=False):
        if (
            tokens[word].is_word("BOUND")
            and tokens[opening].is_mark("(")
            and tokens[name].variable in terms
            and tokens[closing].is_mark(")")
        ):
            calls |= {word: "", name: "true"}
    return calls
