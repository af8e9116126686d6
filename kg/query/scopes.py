"""Where in a query each token stands: in which SELECT, in which clause, inside parentheses or not."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.query.tokens import Token, TokenKind, significant, tokenise


@dataclass(slots=True)
class Scope:
    """A pair of braces, or the whole: the clause that the place is in, and how many parentheses are open."""

    clause: str = ""
    parentheses: int = 0


@dataclass(slots=True)
class Walk:
    """Goes over the tokens of a query and knows where it is.

    Attributes:
        before: the significant tokens so far.
        values_list: between VALUES and its braces.
    """

    scopes: list[Scope] = field(default_factory=lambda: [Scope()])
    before: list[Token] = field(default_factory=list)
    values_list: bool = False

    @property
    def scope(self) -> Scope:
        """The innermost."""
        return self.scopes[-1]

    def note(self, token: Token) -> None:
        """Go over the token."""
        if token.kind in (TokenKind.SPACE, TokenKind.COMMENT):
            return
        if token.is_mark("{"):
            self.scopes.append(Scope())
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


@dataclass(slots=True)
class Select:
    """One SELECT of a query, the outermost or one inside.

    Attributes:
        line: where it begins, counted from 1.
        projected: its variables; None for `SELECT *`.
        patterns: variables that its own patterns bind.
        expressions: variables that stand in its filters and other expressions.
        words: the keywords of its own clauses.
    """

    line: int = 1
    projected: list[str] | None = field(default_factory=list)
    patterns: set[str] = field(default_factory=set)
    expressions: set[str] = field(default_factory=set)
    words: list[str] = field(default_factory=list)
    inside: "list[Select]" = field(default_factory=list)

    @property
    def shown(self) -> set[str]:
        """What an outer query sees of it."""
        return self.visible if self.projected is None else set(self.projected)

    @property
    def visible(self) -> set[str]:
        """The variables that mean the same within it: its own, and what the SELECTs inside it project."""
        return self.patterns.union(self.expressions, *(select.shown for select in self.inside))

    def all(self) -> "Iterator[Select]":
        """Itself and all inside it."""
        yield self
        for select in self.inside:
            yield from select.all()


def selects(sparql: str) -> Select:
    """The query as SELECTs inside each other; the outermost stands for any other form as well.

    >>> [inner.projected for inner in selects("SELECT ?a { ?a ?b ?c { SELECT ?c { ?c ?d 1 } } }").all()]
    [['a'], ['c']]
    """
    walk, outer = Walk(), Select()
    open_selects = [(1, outer)]
    started = False
    for line, token in numbered(sparql):
        if token.is_word("SELECT"):
            if started:
                inner = Select(line)
                open_selects[-1][1].inside.append(inner)
                open_selects.append((len(walk.scopes), inner))
            else:
                outer.line, started = line, True
        current = open_selects[-1][1]
        _place(walk, token, current, top=len(walk.scopes) == open_selects[-1][0])
        walk.note(token)
        if token.is_mark("}") and len(open_selects) > 1 and len(walk.scopes) < open_selects[-1][0]:
            open_selects.pop()
    return outer


def _place(walk: Walk, token: Token, current: Select, *, top: bool) -> None:
    if token.kind is TokenKind.WORD and top and walk.scope.parentheses == 0:
        current.words.append(token.text.upper())
    in_projection = top and walk.scope.clause == "SELECT"
    if in_projection and token.is_mark("*") and walk.scope.parentheses == 0:
        current.projected = None
    if not token.variable:
        return
    alias = bool(walk.before) and walk.before[-1].is_word("AS")
    if in_projection and (walk.scope.parentheses == 0 or alias):
        if current.projected is not None:
            current.projected.append(token.variable)
    elif alias or (walk.scope.parentheses == 0 and not (top and walk.scope.clause)) or walk.values_list:
        current.patterns.add(token.variable)
    else:
        current.expressions.add(token.variable)


def numbered(sparql: str) -> Iterator[tuple[int, Token]]:
    """The significant tokens, each with the number of its line."""
    line = 1
    for token in tokenise(sparql):
        if token.kind not in (TokenKind.SPACE, TokenKind.COMMENT):
            yield line, token
        line += token.text.count("\n")


def projection(sparql: str) -> tuple[str, ...]:
    """The variables that a SELECT gives back, in order; empty for `SELECT *` and for other forms."""
    tokens = significant(sparql)
    start = next((n for n, token in enumerate(tokens) if token.is_word("SELECT", "ASK", "CONSTRUCT")), None)
    if start is None or not tokens[start].is_word("SELECT"):
        return ()
    names, depth = [], 0
    for before, token in zip(tokens[start:], tokens[start + 1 :], strict=False):
        if token.is_mark("{") or (depth == 0 and token.is_word("WHERE", "FROM")):
            break
        depth += token.is_mark("(") - token.is_mark(")")
        if token.kind is TokenKind.VARIABLE and (depth == 0 or before.is_word("AS")):
            names.append(token.variable)
    return tuple(names)
