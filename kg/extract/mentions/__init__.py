"""Who and what a text mentions: its names, what they mean, and the descriptions that may stand for them."""

from kg.extract.mentions.component import NamedMentions, closed_tokens, one_per_head

__all__ = ["NamedMentions", "closed_tokens", "one_per_head"]
