"""Binds parameters: a variable of the query's text is replaced, token by token, by one encoded term."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError
from kg.query.terms import encoded
from kg.query.tokens import Token, TokenKind, tokenise, variables


def bind(sparql: str, values: Mapping[str, NamedNode | Literal]) -> str:
    """The query with each variable of `values` replaced by its term, in sub-queries as well.

    What stands in comments, strings and IRIs is not touched. A replaced variable that a SELECT projects keeps its
    column, `BOUND(?x)` becomes true, and a variable that is not given stays a variable.

    >>> print(bind("SELECT ?who { ?claim ?p ?who }", {"who": NamedNode("urn:x")}))
    SELECT (<urn:x> AS ?who) { ?claim ?p <urn:x> }

    Raises:
        QueryError: the query assigns a value to its own parameter, or a term cannot be written.
    """
    terms = {name: encoded(term) for name, term in values.items()}
    return _Binder(sparql, terms).bound()


@dataclass(slots=True)
class _Scope:
    """Where in a query a token stands: one for the whole, and one for each open brace."""

    clause: str = ""
    parentheses: int = 0


@dataclass(slots=True)
class _Binder:
    """Walks over the tokens once and remembers the clause that each stands in."""

    sparql: str
    terms: Mapping[str, str]
    scopes: list[_Scope] = field(default_factory=lambda: [_Scope()])
    before: list[Token] = field(default_factory=list)
    aliases: int = 0
    values_list: bool = False

    def bound(self) -> str:
        tokens = list(tokenise(self.sparql))
        calls = _bound_calls(tokens, self.terms)
        written: list[str] = []
        for place, token in enumerate(tokens):
            if place in calls:
                written.append(calls[place])
            elif token.variable in self.terms:
                written.append(self._replaced(token))
            else:
                written.append(token.text)
            if token.kind not in (TokenKind.SPACE, TokenKind.COMMENT):
                self._note(token)
        return "".join(written)

    @property
    def scope(self) -> _Scope:
        return self.scopes[-1]

    def _note(self, token: Token) -> None:
        """Remember where the token leads."""
        if token.is_mark("{"):
            self.scopes.append(_Scope())
            self.values_list = False
        elif token.is_mark("}"):
            if len(self.scopes) > 1:
                self.scopes.pop()
            self.scope.clause = ""
        elif token.is_mark("("):
            self.scope.parentheses += 1
        elif token.is_mark(")"):
            self.scope.parentheses -= 1
        elif token.kind is TokenKind.WORD and self.scope.parentheses == 0:
            self._note_clause(token)
        self.before.append(token)

    def _note_clause(self, token: Token) -> None:
        if token.is_word("SELECT"):
            self.scope.clause = "SELECT"
        elif token.is_word("WHERE", "FROM"):
            self.scope.clause = ""
        elif token.is_word("BY"):
            self.scope.clause = self.before[-1].text.upper() if self.before else ""
        elif token.is_word("HAVING", "LIMIT", "OFFSET"):
            self.scope.clause = ""
        elif token.is_word("VALUES"):
            self.scope.clause = ""
            self.values_list = True

    def _replaced(self, token: Token) -> str:
        """What stands for a parameter here."""
        name, term = token.variable, self.terms[token.variable]
        if self.values_list or (self.before and self.before[-1].is_word("AS")):
            raise QueryError(
                f"the query itself gives ?{name} a value (VALUES or AS), so it cannot be a parameter; "
                "rename one of the two"
            )
        if self.scope.parentheses == 0:
            if self.scope.clause == "SELECT":
                return f"({term} AS ?{name if len(self.scopes) == 1 else self._alias(name)})"
            if self.scope.clause == "GROUP":
                return f"({term} AS ?{self._alias(name)})"
            if self.scope.clause == "ORDER":
                return f"({term})"
        return self._apart(term)

    def _apart(self, term: str) -> str:
        """The term, with a space where the mark before it would else run into it ("<" and "<urn:x>")."""
        return f" {term} " if self.before and self.before[-1].kind is TokenKind.MARK else term

    def _alias(self, name: str) -> str:
        """A variable that the query does not use: an outer query has its own column of that name."""
        taken = variables(self.sparql)
        while True:
            self.aliases += 1
            if (alias := f"{name}_{self.aliases}") not in taken:
                return alias


def _bound_calls(tokens: list[Token], terms: Mapping[str, str]) -> dict[int, str]:
    """What stands for the parts of each `BOUND(?x)`, by place: no term may stand there, and what is given is bound."""
    places = [n for n, token in enumerate(tokens) if token.kind not in (TokenKind.SPACE, TokenKind.COMMENT)]
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
