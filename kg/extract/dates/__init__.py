"""When it happened: dates that a text states, and relative ones, read against its own date and what it named before.

The precision is the text's: "March 2020" gives 2020-03. The article's own date never passes as the date of an event.
"""

from kg.extract.dates.attachment import Dates, When
from kg.extract.dates.expressions import DateExpression, date_expressions

__all__ = ["DateExpression", "Dates", "When", "date_expressions"]
