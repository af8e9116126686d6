"""How long the whole way from text to stored graph takes, against the bare spaCy pipeline on the same texts."""

import warnings
from dataclasses import dataclass

from rounds import arguments, ratio, sample

from kg.extract.pipeline import DEFAULT_MODEL, Extractor
from kg.extract.stamp import Stamp
from kg.populate import Work, populate
from kg.store import LocalStore


@dataclass(frozen=True)
class Loaded:
    """Gives the extractor that is loaded already: what counts is reading, not loading."""

    extractor: Extractor

    def make(self) -> Extractor:
        return self.extractor

    def stamp(self) -> Stamp:
        return Stamp(self.extractor.version, self.extractor.model_name)


def main() -> None:
    import spacy

    chosen = arguments(__doc__ or "")
    articles = sample(chosen.articles)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        bare = spacy.load(DEFAULT_MODEL)
    work = Work(Loaded(Extractor()))

    def whole_way() -> None:
        with LocalStore() as store:
            populate(articles, store, work)

    def bare_pipeline() -> None:
        for _ in bare.pipe((article.text for article in articles), batch_size=16):
            pass

    words = sum(len(article.text.split()) for article in articles)
    print(f"{len(articles)} articles, {words} words, {chosen.rounds} rounds")
    print(f"whole way / bare pipeline: {ratio(whole_way, bare_pipeline, chosen.rounds)}")


if __name__ == "__main__":
    main()
