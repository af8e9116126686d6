"""The file of a new question, which can be asked as it stands."""

import json
import re
from pathlib import Path
from typing import Final

from kg.errors import QueryError, UsageError
from kg.query.headers import COMMANDS
from kg.query.library import NO_QUESTIONS

_NAME: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_TEXT: Final = """#+ summary: {summary}
#+ description: >
#+   Say here what is counted, and what is not.
#+ tags: [own]
#+ params:
#+   who: {{type: entity, doc: only what concerns this entity}}
#+   since: {{type: date, doc: "only what is dated then or later (2020, 2020-03, 2020-03-26)"}}
#+   relation: {{type: relation, list: true, doc: only these relations}}
#+ columns:
#+   subject: Who
#+   relation: Relation
#+   object: Whom
#+   dates: Dates
PREFIX kg: <https://w3id.org/kg-populator/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

SELECT ?subject ?relation ?object (GROUP_CONCAT(DISTINCT ?when; SEPARATOR=" ") AS ?dates) ?fact
WHERE {{
  VALUES ?relation {{ UNDEF }}
  ?fact a kg:Fact ; rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object ; kg:supportedBy ?claim .
  FILTER(!BOUND(?who) || ?subject = ?who || ?object = ?who)
  OPTIONAL {{ ?claim kg:date ?date }}
  BIND(COALESCE(STR(?date), "") AS ?when)
  FILTER(!BOUND(?since) || ?when >= STR(?since))
}}
GROUP BY ?subject ?relation ?object ?fact
ORDER BY ?subject ?relation ?object ?fact
"""


def checked_name(name: str) -> str:
    """The name of a new question.

    Raises:
        UsageError: it would be hard to type, or is a command.
    """
    if _NAME.fullmatch(name) is None:
        plain = "-".join(re.findall("[a-z0-9]+", name.lower()))
        hint = f": {plain}" if plain else ""
        raise UsageError(f"a question's name has small letters, digits and hyphens, unlike {name!r}{hint}")
    if name in COMMANDS:
        raise UsageError(f"a question cannot be called {name!r}: `kg queries {name}` is a command")
    return name


def new_question(folder: Path, name: str, topic: str = "", summary: str = "") -> Path:
    """Writes the file of a question that can be asked at once, and gives its path.

    Raises:
        UsageError: the name or the topic is none, or there is such a file.
        QueryError: the file cannot be written.
    """
    checked_name(name)
    for part in topic.split("/") if topic else ():
        checked_name(part)
    if topic.partition("/")[0] in NO_QUESTIONS:
        raise UsageError(f"the folder {topic!r} is for checks of a store; choose another topic")
    words = " ".join((summary or name.replace("-", " ").capitalize()).split())
    path = folder / topic / f"{name}.rq"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(_TEXT.format(summary=_quoted(words)))
    except FileExistsError as error:
        raise UsageError(f"{path} exists already; choose another name, or edit that file") from error
    except (OSError, UnicodeEncodeError) as error:
        raise QueryError(f"{path} cannot be written: {error}") from error
    return path


def _quoted(words: str) -> str:
    """Text as YAML holds it on one line, whatever stands in it."""
    plain = re.fullmatch(r"[A-Za-z][A-Za-z0-9 ,()'-]*", words)
    return words if plain else json.dumps(words, ensure_ascii=False)
