"""How the files of tests are shared out where several processes run them."""

from xdist.scheduler import LoadFileScheduling

TOGETHER = (
    ("quality/test_annotated_news.py", "quality/test_identities.py"),
    ("quality/test_figures.py", "quality/test_golden_answers.py"),
)
"""Files that read the same articles: in one process each is read once."""


class ByWhatIsRead(LoadFileScheduling):
    """File by file, but for those that belong together."""

    def _split_scope(self, nodeid: str) -> str:
        file = super()._split_scope(nodeid)
        return next((files[0] for files in TOGETHER if file.endswith(files)), file)
