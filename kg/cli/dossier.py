"""How `kg show` prints what is known of an entity."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final

from kg.cli import options

if TYPE_CHECKING:
    from rich.text import Text

    from kg.query.dossier import Dossier, Statement
    from kg.query.evidence import Evidence

_VERBS: Final = {
    ("affirmed", "actual"): "says",
    ("affirmed", "possible"): "holds possible",
    ("denied", "actual"): "denies",
    ("denied", "possible"): "denies, as possible",
}


def line(words: str, style: str = "") -> "Text":
    """One line without what would move a terminal's cursor."""
    from rich.text import Text

    clean = "".join(c if c.isprintable() or c == "\n" else " " for c in words)
    return Text(clean, style=style)


def heading(words: str, count: int) -> Iterator["Text"]:
    """An empty line, and the words with a count."""
    yield line("")
    yield line(f"{words} ({count})", "bold")


def told(found: "Dossier", evidence: bool, most: int | None) -> Iterator["Text"]:
    """The dossier, line by line.

    Args:
        evidence: with the sentences under each statement.
        most: of each list; None for all.
    """
    yield from _head(found)
    roles = [each for each in found.statements if each.fact and each.is_role]
    deeds = [each for each in found.statements if each.fact and not each.is_role]
    doubtful = [s for s in found.statements if not s.fact and s.evidence[0].polarity != "denied"]
    possible = [each for each in doubtful if each.evidence[0].modality == "possible"]
    alleged = [each for each in doubtful if each not in possible]
    own = [each for each in roles if each.outgoing or each.relation == "relativeOf"]
    yield from _roles("Roles", own, evidence, most)
    others = [each for each in roles if each not in own]
    yield from _roles("Others with a role there", others, evidence, most)
    yield from _deeds(deeds, evidence, most)
    yield from _by_relation("Only alleged", alleged, evidence, most)
    yield from _by_relation("Planned or possible", possible, evidence, most)
    yield from _disputes(found, evidence, most)
    yield from _said(found, most)
    yield from _holders(found, most)
    yield from _judgements(found)
    yield from _appearances(found, most)
    if found.namesakes:
        yield line("")
        listed = ", ".join(
            f"{each.name} [{each.iri.partition('/entity/')[2]}]" for each in found.namesakes[:most]
        )
        yield line(
            f"others of the same name: {listed}; compare them with kg show, judge with kg same or kg different",
            "dim",
        )


def _head(found: "Dossier") -> Iterator["Text"]:
    yield line(found.name, "bold")
    yield line(", ".join(found.classes).lower() or "no class")
    ids = [f"{_catalogue(iri)} {iri}" for iri in found.same_as]
    for title, values in (("also", found.other_names), ("same as", ids), ("iri", (found.iri,))):
        if values:
            yield line(f"{title + ':':<9}{', '.join(values)}", "dim")
    originals = sum(each.copy_of is None for each in found.appearances)
    yield line(
        f"{'read in:':<9}{_counted(originals, 'article')}, {_counted(found.mentions, 'mention')}", "dim"
    )


def _catalogue(iri: str) -> str:
    """What an identifier belongs to, and the identifier."""
    return (
        f"Wikidata {iri.rpartition('/')[2]}"
        if "wikidata.org/" in iri
        else iri.partition("://")[2].partition("/")[0]
    )


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _rest(count: int, most: int | None) -> Iterator["Text"]:
    if most is not None and count > most:
        yield line(f"  … {count - most} more with --full", "dim")


def _roles(title: str, roles: list["Statement"], evidence: bool, most: int | None) -> Iterator["Text"]:
    """What somebody is, by time; what no claim dates stands by the article that says so first, and last."""
    if not roles:
        return
    yield from heading(title, len(roles))
    ordered = sorted(roles, key=lambda s: (s.since is None, s.since or _reported(s) or "9999", s.words))
    width = max(len(_period(each)) for each in ordered)
    for each in ordered[:most]:
        yield line(f"  {_period(each):<{width}}  {each.words}  ({_notes(each, dated=False)})")
        yield from _sentences(each, evidence, " " * (width + 4))
    yield from _rest(len(ordered), most)


def _reported(statement: "Statement") -> str:
    return min((item.published for item in statement.evidence if item.published), default="")


def _period(statement: "Statement") -> str:
    if statement.interval:
        return statement.interval
    if statement.since is None:
        return f"reported {_reported(statement)}" if _reported(statement) else "undated"
    return statement.since if statement.since == statement.until else f"{statement.since} – {statement.until}"


def _deeds(deeds: list["Statement"], evidence: bool, most: int | None) -> Iterator["Text"]:
    from kg.query.topics import topic_rank

    ordered = sorted(deeds, key=lambda each: (topic_rank(each.topic), each.topic))
    for topic, same in groupby(ordered, key=lambda each: each.topic):
        yield from _by_relation(topic, list(same), evidence, most)


def _by_relation(
    title: str, statements: Sequence["Statement"], evidence: bool, most: int | None
) -> Iterator["Text"]:
    if not statements:
        return
    yield from heading(title, len(statements))
    for label, same in groupby(statements, key=lambda s: s.label):
        group = list(same)
        yield line(f"  {label} ({len(group)})", "cyan")
        for statement in group[:most]:
            yield line(f"    {statement.words}  ({_notes(statement, dated=True)})")
            yield from _sentences(statement, evidence, "      ")
        yield from _rest(len(group), most)


def _notes(statement: "Statement", *, dated: bool) -> str:
    """What a reader must know before believing it."""
    notes = [_counted(statement.sources, "source")]
    if dated:
        notes += sorted({item.when for item in statement.evidence if item.when})
    if not statement.fact:
        notes.append(statement.evidence[0].stance)
    if statement.disputed:
        deniers = sorted({item.holder or "an article" for item in statement.disputed})
        notes.append(f"denied by {', '.join(deniers)}")
    return _joined(*notes)


def _sentences(statement: "Statement", wanted: bool, indent: str) -> Iterator["Text"]:
    for item in (*statement.evidence, *statement.disputed) if wanted else ():
        yield from _sentence(item, indent)


def _sentence(item: "Evidence", indent: str) -> Iterator["Text"]:
    from kg.query.results import source_line

    yield line(f"{indent}“{' '.join(item.sentence.split())}”")
    yield line(f"{indent}{source_line(item)}", "dim")


def _disputes(found: "Dossier", evidence: bool, most: int | None) -> Iterator["Text"]:
    if not found.disputes:
        return
    yield from heading("Disputed and denied", len(found.disputes))
    for each in found.disputes[:most]:
        yield line(f"  {each.words}")
        for side, items in (("for:", each.pro), ("against:", each.contra)):
            for item in items[:most]:
                said = item.stance if item.holder else _joined(item.stance, "in the article’s own words")
                yield line(f"    {side:<9}{said}  [{item.place}, {item.short_id}]")
                if evidence:
                    yield from _sentence(item, " " * 13)
            yield from _rest(len(items), most)
    yield from _rest(len(found.disputes), most)


def _joined(*words: str) -> str:
    return ", ".join(word for word in words if word)


def _said(found: "Dossier", most: int | None) -> Iterator["Text"]:
    if not found.said:
        return
    yield from heading(f"What {found.name} says", len(found.said))
    for item in found.said[:most]:
        yield line(f"  {_claim(item)}  [{item.place}, {item.short_id}]")
    yield from _rest(len(found.said), most)


def _claim(item: "Evidence") -> str:
    words = f"{item.subject} {item.relation} {item.object}"
    return f"{words} ({item.kind})" if item.kind else words


def _holders(found: "Dossier", most: int | None) -> Iterator["Text"]:
    if not found.holders:
        return
    yield from heading("Who says what about it", len(found.holders))
    for holder in found.holders[:most]:
        yield line(f"  {holder.name}{f' ({holder.kind})' if holder.kind else ''}", "cyan")
        said = list(dict.fromkeys(f"{_verb(e)}: {e.subject} {e.relation} {e.object}" for e in holder.claims))
        for words in said[:most]:
            yield line(f"    {words}")
        yield from _rest(len(said), most)
    yield from _rest(len(found.holders), most)


def _verb(item: "Evidence") -> str:
    if item.kind == "alleged":
        return "alleges"
    return _VERBS.get((item.polarity, item.modality), "says")


def _judgements(found: "Dossier") -> Iterator["Text"]:
    if not found.judgements:
        return
    from kg.judge import told as in_words

    yield from heading("Judgements", len(found.judgements))
    for each in found.judgements:
        yield line(f"  {in_words(each, options.names())}{f': {each.why}' if each.why else ''}")


def _appearances(found: "Dossier", most: int | None) -> Iterator["Text"]:
    if not found.appearances:
        return
    yield from heading("Articles", len(found.appearances))
    for each in found.appearances[:most]:
        parts = [each.title, each.outlet, each.published, _counted(each.mentions, "mention")]
        if each.copy_of:
            parts.append(f"copy of {each.copy_of}")
        yield line(f"  {each.article}  {' · '.join(part for part in parts if part)}")
    yield from _rest(len(found.appearances), most)
